"""A folder as an inspectorate receives it: an honest workbook, damaged and hostile ones, things that are none."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from pathlib import Path

import pytest

from kinerja_xl.cli import main
from kinerja_xl.core.nama import alamat
from kinerja_xl.read import baca
from kinerja_xl.report.daftar import BENTUK
from kinerja_xl.verify.pengenal import kenali

# name -> (pattern in the sheet of measurements, replacement, topic that must be among the findings);
# @I an input cell that holds a number, @R a formula cell whose result is a number
HANYA_TAMPILAN = ("baris-tersembunyi", "kunci-dibuka")  # no figure changes: a warning
BERKAS = [b for b in BENTUK if not b.tanda]  # those written to a file
RUSAK = {
    "rumus-jadi-angka": (r'(<c r="@R"[^>]*>)<f>[^<]*</f>', r"\1", "RMS"),
    "rumus-lain": (r'(<c r="@R"[^>]*><f>)[^<]*(</f>)', r"\g<1>100\2", "RMS"),
    "hasil-disunting": (r'(<c r="@R"[^>]*><f>[^<]*</f><v>)[^<]*', r"\g<1>119", "NIL"),
    "isian-basi": (r'(<c r="@I"[^>]*><v>)[^<]*', r"\g<1>12", "NIL"),
    "baris-tersembunyi": (r'<row r="7"', r'<row r="7" hidden="1"', "STR"),
    "kunci-dibuka": (r"<sheetProtection[^>]*/>", "", "STR"),
    "teks-angka": (r'<c r="@I"( s="\d+")><v>[^<]*</v></c>', r'<c r="@I"\1 t="str"><v>84,5</v></c>', "ISI"),
    "sel-liar": (r"</sheetData>", '<row r="900"><c r="C900"><v>7</v></c></row></sheetData>', "STR"),
    "xml-rusak": (r"</sheetData>", "</sheetDataa>", "BERKAS"),
    "doktip": (r"<worksheet ", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet ', "BERKAS"),
}


def _tempat(asal: Path) -> tuple[str, dict[str, str]]:
    """The part of the measurement sheet, and addresses for @I and @R."""
    buku = baca(asal).buku
    m = kenali(buku).manifest
    ke = [satu.nama for satu in m.lembar].index("Pengukuran")
    sel = buku.lembar[ke].sel
    angka = [s for s in m.lembar[ke].sel if s.titik in sel and isinstance(sel[s.titik].nilai, float | int)]
    pilih = {"@I": next(s for s in angka if s.peran == "isian"), "@R": next(s for s in angka if s.peran == "rumus")}
    return f"xl/worksheets/sheet{ke + 1}.xml", {k: alamat(s.baris, s.kolom) for k, s in pilih.items()}


def _salin(asal: Path, tujuan: Path, pola: str, ganti: str) -> None:
    """The package with one place of its measurement sheet changed."""
    bagian, letak = _tempat(asal)
    for tanda, sel in letak.items():
        pola, ganti = pola.replace(tanda, sel), ganti.replace(tanda, sel)
    with zipfile.ZipFile(asal) as masuk, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as keluar:
        for info in masuk.infolist():
            isi = masuk.read(info)
            if info.filename == bagian:
                baru, kali = re.subn(pola, ganti, isi.decode(), count=1)
                assert kali == 1, pola
                isi = baru.encode()
            keluar.writestr(info.filename, isi)


def _bom(asal: Path) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(asal) as masuk, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as zip_:
        for info in masuk.infolist():
            isi = masuk.read(info)
            zip_.writestr(info.filename, isi + b" " * 40_000_000 if info.filename.endswith("sheet3.xml") else isi)
    return keluar.getvalue()


def _terenkripsi() -> bytes:
    """The head of a compound file whose directory names EncryptionInfo, as Excel writes one with a password."""
    kepala = bytearray(512)
    kepala[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    struct.pack_into("<HHHHH", kepala, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", kepala, 44, 1, 1)
    struct.pack_into("<I", kepala, 56, 4096)
    struct.pack_into("<IIII", kepala, 60, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<I", kepala, 76, 0)
    kepala[80:] = b"\xff" * 432
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    masuk = b""
    for nama, jenis in (("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2), ("", 0)):
        teks = nama.encode("utf-16-le")
        masuk += teks.ljust(64, b"\0") + struct.pack("<HBB", len(teks) + 2 if nama else 0, jenis, 1)
        masuk += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if jenis == 5 else 0xFFFFFFFF) + b"\0" * 36
        masuk += struct.pack("<IQ", 0xFFFFFFFE, 0)
    return bytes(kepala) + fat + masuk


@pytest.fixture(scope="module")
def kiriman(terisi, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kiriman")
    jujur = terisi["pk"]
    (folder / "jujur.xlsx").write_bytes(jujur.read_bytes())
    for nama, (pola, ganti, _) in RUSAK.items():
        _salin(jujur, folder / f"rusak-{nama}.xlsx", pola, ganti)
    (folder / "bom.xlsx").write_bytes(_bom(jujur))
    (folder / "bersandi.xlsx").write_bytes(_terenkripsi())
    (folder / "csv-ganti-nama.xlsx").write_text("Indikator;Target\nIK1;84\n")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "catatan.txt").write_text("x")
    (folder / "~$jujur.xlsx").write_bytes(b"\x05Kunci")
    return folder


@pytest.fixture(scope="module")
def laporan(kiriman, tmp_path_factory):
    """Exit status, and the files of every report format."""
    keluar = tmp_path_factory.mktemp("laporan")
    pilihan = [satu for b in BERKAS for satu in (f"--{b.nama}", str(keluar / b.nama))]
    with pytest.raises(SystemExit) as status:
        main(["--quiet", "verify", str(kiriman), *pilihan])
    return status.value.code, keluar


@pytest.fixture(scope="module")
def menurut_nama(laporan):
    isi = json.loads((laporan[1] / "json").read_text(encoding="utf-8"))
    return isi["ringkasan"], {satu["path"]: satu for satu in isi["files"]}


def test_every_file_has_one_verdict_and_the_folder_fails(laporan, menurut_nama):
    ringkasan, berkas = menurut_nama
    assert laporan[0] == 1
    assert len(berkas) == ringkasan["berkas"] == 1 + len(RUSAK) + 3
    assert ringkasan["dilewati"] == 2  # the photo and the note; the lock file is nothing


def test_the_honest_one_passes(menurut_nama):
    assert menurut_nama[1]["jujur.xlsx"]["verdict"].startswith("lulus")


@pytest.mark.parametrize("nama", RUSAK)
def test_a_damaged_one_is_refused_for_its_own_reason(menurut_nama, nama):
    satu = menurut_nama[1][f"rusak-{nama}.xlsx"]
    tingkat = "peringatan" if nama in HANYA_TAMPILAN else "galat"
    assert [t for t in satu["findings"] if t["code"].startswith(RUSAK[nama][2]) and t["level"] == tingkat]
    assert (satu["verdict"] in ("ditolak", "tidak-terbaca")) == (tingkat == "galat")


@pytest.mark.parametrize("nama", ["bom", "bersandi", "csv-ganti-nama"])
def test_what_cannot_be_read_says_why_and_what_to_do(menurut_nama, nama):
    satu = menurut_nama[1][f"{nama}.xlsx"]
    assert satu["verdict"] in ("tidak-terbaca", "ditolak")
    assert all(t["message"] and t["fix"] for t in satu["findings"])


@pytest.mark.parametrize("bentuk", BERKAS, ids=lambda b: b.nama)
def test_every_report_format_is_written_and_names_every_file(laporan, bentuk):
    isi = (laporan[1] / bentuk.nama).read_bytes()
    assert len(isi) > 200
    if bentuk.teks:
        assert b"csv-ganti-nama.xlsx" in isi
