"""The catalogue: strict, complete, and every call of a finding brings the values its texts need."""

import ast
from pathlib import Path

import pytest

import kinerja_xl.verify
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify import temuan

RUANG = Path(kinerja_xl.verify.__file__).parent
KITA = ("STR", "RMS", "NIL", "ISI", "TGT", "WKT", "RKA", "SOP", "KEB", "IKU", "SIL")


def _panggilan():
    for berkas in sorted(RUANG.rglob("*.py")):
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "") in ("buat", "_buat", "lapor"):
                sendiri = {"sop", "langkah", "bidang"} if getattr(simpul.func, "id", "") == "lapor" else set()
                kode = [a.value for a in simpul.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                yield f"{berkas.stem}:{simpul.lineno}", kode[:1], sendiri | {k.arg for k in simpul.keywords}


def test_every_entry_loads():
    assert len(temuan.semua_entri()) > 60


def test_every_code_of_ours_is_used_by_a_check():
    resep = RUANG.parent / "resep"  # recipes name their finding in their data
    teks = "".join(b.read_text(encoding="utf-8") for b in (*RUANG.rglob("*.py"), *resep.glob("*.toml")))
    assert [k for k in temuan.semua_entri() if k.partition("-")[0] in KITA and f'"{k}"' not in teks] == []


def test_every_call_brings_the_placeholders_of_its_texts():
    kurang = []
    for tempat, kode, kunci in _panggilan():
        if kode and None not in kunci and not tempat.startswith("target"):
            entri = temuan.cari_entri(kode[0])
            perlu = temuan.lubang(entri.pesan) | temuan.lubang(entri.perbaikan)
            if perlu - kunci - {"tempat", "nama"}:
                kurang.append((tempat, kode, perlu - kunci))
    kurang = [satu for satu in kurang if not satu[2] <= {"tempat", "nama", "tersimpan", "dihitung"}]
    assert kurang == []


@pytest.mark.parametrize("bidang", ["pesan", "perbaikan", "judul"])
def test_english_twins_ask_for_no_other_placeholders(bidang):
    beda = [
        e.kode
        for e in temuan.semua_entri().values()
        if temuan.lubang(e.teks(bidang, "en")) - temuan.lubang(e.teks(bidang, "id"))
    ]
    assert beda == []


def test_a_missing_placeholder_is_an_error():
    with pytest.raises(KeyError, match="isian"):
        temuan.buat("ISI-01", ("Isi", 2, 2))


def test_an_unknown_code_suggests_the_nearest():
    with pytest.raises(KinerjaError, match=r"Maksud Anda 'NIL-\d\d'"):
        temuan.cari_entri("nil-0")


def test_an_unknown_topic_lists_the_topics():
    with pytest.raises(KinerjaError, match=r"Topik yang dikenal: .*NIL"):
        temuan.cari_entri("QQQ")


def test_a_catalogue_with_an_unknown_key_is_refused(tmp_path, monkeypatch):
    (tmp_path / "XYZ.toml").write_text('[[temuan]]\nkode = "XYZ-01"\ntingkt = "galat"\n', encoding="utf-8")
    monkeypatch.setattr(temuan, "KATALOG", tmp_path)
    temuan.muat_topik.cache_clear()
    with pytest.raises(KinerjaError, match="Maksud Anda 'tingkat'"):
        temuan.muat_topik("XYZ")
    temuan.muat_topik.cache_clear()


def test_control_signs_of_a_workbook_never_reach_a_message():
    satu = temuan.buat("STR-12", ("Isi\x1b[31m", 1, 1), ada="a\x1b]0;x\x07\nb" + "z" * 500, seharusnya="y")
    assert satu.message.isprintable()
    assert len(satu.message) < 400


def test_a_phrase_has_its_english_twin_and_survives_pickling():
    import pickle

    satu = temuan.buat("STR-02", sebab=temuan.Kata("rusak", "damaged"))
    lagi = pickle.loads(pickle.dumps(satu))
    assert "(damaged)" in temuan.terjemahkan(lagi, "en").message
    assert satu.data == {"sebab": "rusak"}


def test_a_number_without_end_does_not_break_the_report():
    assert temuan.buat("ISI-13", ("Isi", 1, 1), isian="x", ada=float("inf")).to_dict()["data"]["ada"] is None
