"""Step times on the office's calendar, the whole against its SOP, and rankings over many offices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kinerja_xl.cli import main
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.read.buku import Buku, Gaya, Kalkulasi, Lembar
from kinerja_xl.report.grafik_batang import svg
from kinerja_xl.spec.manifest import LembarM, Manifest, Sel, TabelM
from kinerja_xl.verify.checks import langkah_kalender as periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.laporan import HasilBerkas, Laporan
from kinerja_xl.verify.temuan import Temuan
from kinerja_xl.verify.waktu_kantor import baris_langkah, grafik, peringkat

SENIN = 45327  # 5 February 2024
KUNCI = (
    "no",
    "kegiatan",
    "pelaksana",
    "baku_menit",
    "mulai",
    "selesai",
    "durasi",
    "ulang",
    "posisi_mulai",
    "posisi_selesai",
)
JADWAL = [(7.5 / 24, 16 / 24, 0.5, 13 / 24)] * 5 + [(None,) * 4] * 2
LIBUR = {SENIN + 2: "Hari Raya"}


def jam(hari: int, pukul: float) -> float:
    return SENIN + hari + pukul / 24


def _kalender() -> list[tuple[Any, ...]]:
    """Two weeks from Monday; 450 minutes a working day."""
    baris, sebelum = [], 0
    for hari in range(SENIN, SENIN + 14):
        menit = 0 if (hari - SENIN) % 7 > 4 or hari in LIBUR else 450
        baris.append((hari, menit, LIBUR.get(hari), sebelum))
        sebelum += menit
    return baris


def kasus(*langkah: dict[str, Any], kalender: bool = True, kembali: int | None = None) -> Kasus:
    """A step log with its calendar; each step is given by what differs from a step of 10 minutes."""
    isi: dict[tuple[str, int, int], Any] = {}
    for b, satu in enumerate(langkah, 1):
        semua = {"no": b, "kegiatan": f"Kegiatan {b}", "pelaksana": "Kasubag", "baku_menit": 10} | satu
        isi |= {("Log", b, k): semua[kata] for k, kata in enumerate(KUNCI, 1) if semua.get(kata) is not None}
    lain = {"jadwal_kerja": (("masuk", "pulang", "istirahat", "selesai"), JADWAL),
            "kalender": (("tanggal", "menit", "libur", "kumulatif"), _kalender() if kalender else [])}  # fmt: skip
    tabel = {"sop_langkah": TabelM("sop_langkah", "Log", 1, len(langkah), {k: i for i, k in enumerate(KUNCI, 1)})}
    for nama, (kunci, baris) in lain.items():
        if baris:
            tabel[nama] = TabelM(nama, nama, 1, len(baris), {k: i for i, k in enumerate(kunci, 1)})
        isi |= {(nama, b, k): n for b, deret in enumerate(baris, 1) for k, n in enumerate(deret, 1) if n is not None}
    lembar = {n: [Sel(b, k, "isian", "isian") for m, b, k in isi if m == n] for n in ("Log", *lain)}
    putusan = f"kembali ke langkah {kembali}" if kembali else ""
    spek = [{"no": b, "paralel_dengan": s.get("paralel"), "keputusan": putusan} for b, s in enumerate(langkah, 1)]
    bagian = tuple(LembarM(n, tuple(s), {}, {}) for n, s in lembar.items())
    manifest = Manifest("pk", "1.0.0", "", 2024, {"sop": {"langkah": spek}}, bagian, tabel, {})
    buku = Buku(tuple(Lembar(n, "visible", {}) for n in lembar), (), False, Kalkulasi(), (Gaya(),), False, "")
    return Kasus(buku, manifest, masukan=isi, tahun=2024)


def temuan(*langkah: dict[str, Any], **lain: Any) -> list[Temuan]:
    satu = kasus(*langkah, **lain)
    semua = (periksa.langkah_pada_hari_kerja, periksa.langkah_diulang_dan_seketika, periksa.seluruh_sop_dalam_waktu)
    return [t for fungsi in semua for t in fungsi(satu)]


def langkah(mulai: float, selesai: float, durasi: float = 10, **lain: Any) -> dict[str, Any]:
    return {"mulai": mulai, "selesai": selesai, "durasi": durasi, **lain}


WAJAR = langkah(jam(0, 8), jam(0, 8 + 1 / 6))


@pytest.mark.parametrize(("mulai", "selesai", "kode"), [
    (jam(0, 8), jam(0, 8.2), []), (jam(0, 7.5), jam(0, 16), []), (jam(5, 9), jam(7, 8), ["WKT-10"]),
    (jam(2, 9), jam(2, 10), ["WKT-10", "WKT-10"]), (jam(0, 15), jam(0, 19.5), ["WKT-12"]),
    (jam(0, 0), jam(0, 9), ["WKT-12"]), (jam(20, 9), jam(20, 10), ["WKT-11", "WKT-11"]),
    (jam(-300, 9), jam(0, 9), ["WKT-11"]),
])  # fmt: skip
def test_times_on_the_calendar(mulai: float, selesai: float, kode: list[str]) -> None:
    assert [t.code for t in temuan(langkah(mulai, selesai))] == kode


def test_the_messages_say_which_day_it_is() -> None:
    sabtu, _ = temuan(langkah(jam(5, 9), jam(5, 10)))
    assert "Sabtu" in sabtu.message
    libur, _ = temuan(langkah(jam(2, 9), jam(2, 10)))
    assert "Rabu, Hari Raya" in libur.message
    (malam,) = temuan(langkah(jam(0, 0), jam(0, 9)))
    assert (malam.level, "Mungkin jamnya belum diketik" in malam.message) == ("info", True)
    assert temuan(langkah(jam(5, 9), jam(5, 10)), kalender=False) == []


def test_repeats_and_steps_of_no_length() -> None:
    (ulang,) = temuan(WAJAR | {"ulang": 2}, kembali=1)
    assert (ulang.code, ulang.level, "kembali ke langkah 1" in ulang.message) == ("WKT-13", "info", True)
    (lain,) = temuan(WAJAR | {"ulang": 1})
    assert "tidak mengembalikan" in lain.message
    assert [t.code for t in temuan(langkah(jam(0, 8), jam(0, 8), 0))] == ["WKT-15"]
    assert temuan(langkah(jam(0, 8), jam(0, 8), 0, baku_menit=0)) == []


def test_the_whole_sop_against_its_standard_with_the_planned_end() -> None:
    satu = langkah(jam(0, 8), jam(0, 9), 60, posisi_mulai=30, posisi_selesai=90)
    dua = langkah(jam(0, 9), jam(0, 9.1), 6, posisi_mulai=90, posisi_selesai=96)
    (lewat,) = temuan(satu, dua)
    assert (lewat.code, lewat.data["aktual"], lewat.data["baku"], lewat.data["urut"]) == ("WKT-14", 66, 20, "1 (+50)")
    assert "Tanpa jeda selesai 5/2/2024 08.20, nyatanya 5/2/2024 09.06" in lewat.message
    assert temuan(WAJAR, langkah(jam(0, 9), jam(0, 9.1), 6)) == []
    assert temuan(satu, langkah(jam(0, 9), 0, 0) | {"selesai": None, "durasi": None}) == []


def test_of_parallel_steps_the_longer_counts() -> None:
    satu = langkah(jam(0, 8), jam(0, 8.5), 30, baku_menit=30)
    dua = langkah(jam(0, 8), jam(0, 8.4), 24, baku_menit=24, paralel=1)
    tiga = langkah(jam(0, 9), jam(0, 9.1), 10)
    assert temuan(satu, dua, tiga) == []
    (lewat,) = temuan(satu, dua, tiga | {"durasi": 15})
    assert (lewat.data["baku"], lewat.data["aktual"]) == (40, 45)


def _baris(no: int, selisih: float | None, pelaksana: str = "Kasubag", ulang: int = 0) -> dict[str, Any]:
    status = "belum-selesai" if selisih is None else "terlambat" if selisih > 0 else "tepat"
    return {"no": no, "kegiatan": f"Kegiatan {no}", "pelaksana": pelaksana, "baku_menit": 10, "ulang": ulang,
            "aktual_menit": None if selisih is None else 10 + selisih, "selisih_menit": selisih,
            "status": status}  # fmt: skip


@pytest.fixture
def laporan() -> Laporan:
    a = HasilBerkas("a.xlsx", jenis="pk", tahun=2024, instansi="Kecamatan A",
                    langkah=[_baris(1, 5), _baris(2, 0), _baris(3, None), _baris(4, 40, "Camat", 2)])  # fmt: skip
    b = HasilBerkas("b.xlsx", jenis="pk", tahun=2024, instansi="Kecamatan B",
                    langkah=[_baris(1, 15), _baris(2, -3), _baris(4, 0, "Camat")])  # fmt: skip
    return Laporan((a, b), tahun=2024)


def test_steps_of_many_offices_are_one_frame(laporan: Laporan) -> None:
    tabel = laporan.to_frame_langkah()
    assert len(tabel) == 7
    assert list(tabel[tabel.status == "terlambat"].selisih_menit) == [5, 40, 15]


def test_the_ranking_puts_the_latest_first(laporan: Laporan) -> None:
    baris = baris_langkah(f.to_dict() for f in laporan.files)
    langkah_ = peringkat(baris)
    assert [(s["kunci"], s["terlambat"], s["dicatat"], s["lewat"]) for s in langkah_] == [
        ("pk 4. Kegiatan 4", 1, 2, 40), ("pk 1. Kegiatan 1", 2, 2, 20), ("pk 2. Kegiatan 2", 0, 2, 0),
    ]  # fmt: skip
    assert [(s["kunci"], s["lewat"], s["persen"], s["ulang"]) for s in peringkat(baris, "pelaksana")] == [
        ("Camat", 40, 50.0, 2), ("Kasubag", 20, 50.0, 0),
    ]  # fmt: skip
    assert [s["kunci"] for s in peringkat(baris, "kantor")] == ["Kecamatan A", "Kecamatan B"]
    with pytest.raises(KinerjaError, match="Maksud Anda 'pelaksana'"):
        peringkat(baris, "pelaksanna")


def test_the_chart_is_wholesome_and_escapes_what_it_shows(laporan: Laporan) -> None:
    laporan.files[0].langkah[3]["kegiatan"] = "<script>alert(1)</script> & lain"
    data = grafik(peringkat(baris_langkah(f.to_dict() for f in laporan.files)))
    akar = ElementTree.fromstring(svg(data))
    assert len(data["batang"]) == 2
    assert "script" not in {satu.tag.rpartition("}")[2] for satu in akar.iter()}
    ElementTree.fromstring(svg(grafik([])))


def _kinerja(capsys: pytest.CaptureFixture[str], *isi: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as akhir:
        main(list(isi))
    return int(akhir.value.code or 0), capsys.readouterr().out


def test_the_command_prints_the_ranking_and_draws(
    laporan: Laporan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas, gambar = tmp_path / "laporan.json", tmp_path / "lambat.svg"
    berkas.write_text(json.dumps(laporan.to_dict()), encoding="utf-8")
    kode, teks = _kinerja(capsys, "sop", "waktu", "--laporan", str(berkas), "--svg", str(gambar))
    assert kode == 0
    assert teks.index("pk 4. Kegiatan 4") < teks.index("pk 1. Kegiatan 1")
    assert "Camat" in teks and gambar.read_text(encoding="utf-8").startswith("<svg")
    assert _kinerja(capsys, "sop", "waktu", "--laporan", str(berkas), "--svg", str(gambar))[0] == 2
    kode, teks = _kinerja(capsys, "sop", "waktu", "--laporan", str(berkas), "--json")
    assert [s["kunci"] for s in json.loads(teks)["peringkat"]["kantor"]] == ["Kecamatan A", "Kecamatan B"]
    berkas.write_text("{}", encoding="utf-8")
    assert _kinerja(capsys, "sop", "waktu", "--laporan", str(berkas))[0] == 2
