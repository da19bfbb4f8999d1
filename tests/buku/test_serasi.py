"""One source, one year: the same code means the same wording, unit and target in every document of the set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.build import generate, generate_set
from kinerja_xl.build.profil_buku import buka_profil, data_profil, susun_profil
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.read import baca
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil import Profil, berkas_contoh, profil_contoh, profil_dari
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

TAHUN = 2025
_NAMA = ("indikator", "nama", "uraian_indikator", "nama_indikator")
_MEDAN = {"satuan": "satuan", "target": "target", "target_tahun": "target", **dict.fromkeys(_NAMA, "nama")}


@pytest.fixture(scope="module", params=profil_contoh())
def set_setahun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[Path]]:
    """The whole year of an example office, made from its profile workbook."""
    folder = tmp_path_factory.mktemp(request.param)
    profil = folder / "profil.xlsx"
    profil.write_bytes(susun_profil(baca_toml(berkas_contoh(request.param))))
    return request.param, list(generate_set(jenis_tersedia(), tahun=TAHUN, profil=profil, out=folder / "set"))


def buka(berkas: Path) -> tuple[Manifest, dict[tuple[str, int, int], Any]]:
    """Layout and cached values of a workbook."""
    buku = baca(berkas).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    return manifest, {(lb.nama, *t): s.nilai for lb in buku.lembar for t, s in lb.sel.items()}


def sebutan(berkas: Path, kode: set[str]) -> Iterator[tuple[str, str, Any, str]]:
    """(code, field, value, place) wherever a workbook speaks of an indicator: rows of tables with its code, names."""
    manifest, nilai = buka(berkas)
    for tabel in manifest.tabel.values():
        # a literal reading shows the document's own error; a monev table has the target of its quarter
        if "kode" not in tabel.kolom or "harfiah" in tabel.nama or tabel.nama.startswith("monev_tw"):
            continue
        for baris in range(tabel.baris1, tabel.baris2 + 1):
            milik = nilai.get((tabel.lembar, baris, tabel.kolom["kode"]))
            for kunci, kolom in tabel.kolom.items():
                isi = nilai.get((tabel.lembar, baris, kolom))
                if milik in kode and kunci in _MEDAN and isi not in (None, ""):
                    yield str(milik), _MEDAN[kunci], isi, f"{berkas.name} {tabel.nama}[{baris}]"
    for satu in kode:
        ident = "".join(c for c in satu.lower() if c.isalnum())
        if f"{ident}_target" in manifest.sel_bernama:
            lembar, sel = manifest.sel_bernama[f"{ident}_target"]
            isi = nilai.get((lembar.nama, *sel.titik))
            if isi not in (None, ""):
                yield satu, "target", isi, f"{berkas.name} {ident}_target"


def test_a_code_means_the_same_in_every_document(set_setahun: tuple[str, list[Path]]) -> None:
    _, berkas = set_setahun
    manifest, _ = buka(berkas[0])
    rekaman: list[dict[str, Any]] = manifest.konteks["indikator"]  # type: ignore[assignment]
    kode = {str(r["kode"]) for r in rekaman}
    arti: dict[tuple[str, str], dict[Any, list[str]]] = defaultdict(lambda: defaultdict(list))
    for satu in berkas:
        for milik, medan, isi, tempat in sebutan(satu, kode):
            arti[milik, medan][isi].append(tempat)
    beda = {kunci: dict(isi) for kunci, isi in arti.items() if len(isi) > 1}
    assert beda == {}
    assert {k for k, medan in arti if medan == "target"} == kode
    for r in rekaman:
        assert list(arti[str(r["kode"]), "nama"]) == [r["nama"]]


def test_every_document_stands_on_the_same_indicators(set_setahun: tuple[str, list[Path]]) -> None:
    _, berkas = set_setahun
    assert len(berkas) == len(jenis_tersedia())
    medan = ("kode", "nama", "satuan", "polarisasi", "perhitungan", "sasaran_nama", "fungsi", "rumus", "masukan")
    arti = {}
    for satu in berkas:
        isi: list[dict[str, Any]] = buka(satu)[0].konteks["indikator"]  # type: ignore[assignment]
        arti[satu.name] = [[r.get(m) for m in medan] for r in isi]
    assert len({repr(isi) for isi in arti.values()}) == 1


def test_the_workbook_and_the_toml_give_the_same_bytes(tmp_path: Path) -> None:
    toml = berkas_contoh("kecamatan")
    (tmp_path / "profil.xlsx").write_bytes(susun_profil(baca_toml(toml)))
    satu = [generate(j, tahun=TAHUN, profil=toml, out=tmp_path / "toml").read_bytes() for j in ("pk", "iku")]
    dua = [
        generate(j, tahun=TAHUN, profil=tmp_path / "profil.xlsx", out=tmp_path / "x").read_bytes()
        for j in ("pk", "iku")
    ]
    assert satu == dua


def test_a_wrong_profile_stops_the_set_before_anything_is_written(tmp_path: Path) -> None:
    data = data_profil(berkas_contoh("kecamatan"))
    data["rka"] = {**data["rka"], "rincian": [{"kode": "5.1", "uraian": "x", "koefisien": "sepuluh"}]}
    with pytest.raises(KinerjaError, match=r"dokumen rka belum dapat dibuat.*Tidak ada berkas yang ditulis"):
        list(generate_set(("pk", "rka"), tahun=TAHUN, profil=profil_dari(data, "x"), out=tmp_path / "set"))
    assert not (tmp_path / "set").exists()
    (tmp_path / "set").mkdir()
    baik = buka_profil(berkas_contoh("kecamatan"))
    rka = generate("rka", tahun=TAHUN, profil=baik, out=tmp_path / "set")
    with pytest.raises(KinerjaError, match=r"rka.*--force"):
        list(generate_set(("pk", "rka"), tahun=TAHUN, profil=baik, out=tmp_path / "set"))
    assert list((tmp_path / "set").iterdir()) == [rka]


def kantor_sendiri() -> Profil:
    """The example kecamatan with an indicator of its own."""
    data = data_profil(berkas_contoh("kecamatan"))
    sendiri = baca_toml(templates() / "contoh" / "profil" / "indikator-sendiri.toml")["indikator"]
    return profil_dari({**data, "indikator": [*data["indikator"], *sendiri]}, "kecamatan dengan indikator sendiri")


def test_an_own_indicator_is_computed_and_verified(tmp_path: Path) -> None:
    iku = generate("iku", tahun=TAHUN, profil=kantor_sendiri(), out=tmp_path / "iku.xlsx")
    isi = {"ik4_m_tepat": 188, "ik4_m_total": 200, "ik4_sumber": "dihitung"}
    manifest, nilai = buka(fill(iku, isi, tmp_path / "isi.xlsx"))

    def sel(nama: str) -> Any:
        lembar, satu = manifest.sel_bernama[nama]
        return nilai[lembar.nama, satu.baris, satu.kolom]

    assert (sel("ik4_dihitung"), sel("ik4_realisasi"), sel("ik4_keterangan")) == (94, 94, "dihitung")
    assert sel("ik4_capaian") == pytest.approx(94 / 95 * 100)
    manifest, nilai = buka(fill(iku, {**isi, "ik4_m_tepat": 0, "ik4_m_total": 0}, tmp_path / "nol.xlsx"))
    assert (sel("ik4_dihitung"), sel("ik4_keterangan")) == ("", "belum ada data (pembagi nol)")
    laporan = verify([tmp_path / "isi.xlsx"])
    assert {t.code for t in laporan.files[0].findings if t.code.startswith(("STR", "RMS", "NIL"))} == set()


def test_a_changed_result_of_an_own_indicator_is_found(tmp_path: Path) -> None:
    import openpyxl

    iku = generate("iku", tahun=TAHUN, profil=kantor_sendiri(), out=tmp_path / "iku.xlsx")
    fill(iku, {"ik4_m_tepat": 188, "ik4_m_total": 200, "ik4_sumber": "dihitung"}, tmp_path / "isi.xlsx")
    manifest, _ = buka(tmp_path / "isi.xlsx")
    lembar, satu = manifest.sel_bernama["ik4_dihitung"]
    buku = openpyxl.load_workbook(tmp_path / "isi.xlsx")
    buku[lembar.nama].cell(satu.baris, satu.kolom).value = "=IF(TRUE,99,0)"
    buku.save(tmp_path / "ubah.xlsx")
    temuan = verify([tmp_path / "ubah.xlsx"]).files[0].findings
    assert [t.code for t in temuan if t.name == "ik4_dihitung" and t.level == "galat"] == ["RMS-03"]


@pytest.mark.parametrize(
    "rumus", ['tepat/total*100,"")),WEBSERVICE("x', "INDIRECT(tepat)", "tepat/total*100)+ik1_target+(1", ""]
)
def test_a_forged_formula_in_the_context_is_no_formula(rumus: str) -> None:
    from kinerja_xl.spec.konteks import susun_konteks
    from kinerja_xl.spec.tata import tata

    konteks = susun_konteks("iku", TAHUN, kantor_sendiri())
    milik = next(r for r in konteks["indikator"] if r["rumus"])
    milik["rumus"], milik["rumus_excel"] = rumus, "1+1"
    if rumus:
        with pytest.raises(KinerjaError):
            tata("iku", konteks)
    else:
        assert all("1+1" not in s.rumus for _, s in tata("iku", konteks).setiap("rumus"))
