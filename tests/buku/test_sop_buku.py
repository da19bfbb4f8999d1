"""The SOP form as a workbook: filled, verified, recalculated by LibreOffice, equal bytes; the twelve totals."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_huruf
from kinerja_xl.core.numerik import dekat
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.read import baca
from kinerja_xl.sop.model import kode_sop, muat_sop
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

KANTOR = ("kecamatan", "balai-kipm-2024")
TAHUN = (2024, 2025, 2026)
# Minutes and working days of 450 minutes, step after step, from the SOP document.
JUMLAH = {
    "perjanjian-kinerja": (170, 0.378), "laporan-tahunan": (1420, 3.156), "laporan-bulanan": (530, 1.178),
    "rka": (2405, 5.344), "iku": (1465, 3.256), "monev": (3305, 7.344), "lkj": (1550, 3.444),
    "laporan-semesteran": (1420, 3.156), "renja": (1550, 3.444), "renstra": (2950, 6.556), "ikm": (14105, 31.344),
    "sakip": (1870, 4.156),
}  # fmt: skip
IDENTITAS = {
    "sop_nomor", "sop_tanggal_pembuatan", "sop_tanggal_revisi", "sop_tanggal_efektif", "sop_dasar_hukum",
    "sop_kualifikasi", "sop_keterkaitan", "sop_peralatan", "sop_peringatan", "sop_pencatatan",
}  # fmt: skip


@pytest.fixture(scope="session")
def kedua_belas(tmp_path_factory) -> dict[str, Path]:
    """The twelve forms of the example kecamatan for 2025."""
    folder = tmp_path_factory.mktemp("sop")
    return {k: generate("sop", tahun=2025, sop=k, out=folder) for k in kode_sop()}


@pytest.fixture(scope="session")
def terisi(tmp_path_factory) -> dict[tuple[str, int], Path]:
    """The RKA form of both offices for three years, identity filled, two steps logged."""
    folder = tmp_path_factory.mktemp("sop-terisi")
    hasil = {}
    for kantor in KANTOR:
        for tahun in TAHUN:
            kosong = generate("sop", tahun=tahun, sop="rka", profil=berkas_contoh(kantor), out=folder / f"{kantor}")
            awal = fill(kosong, templates() / "contoh" / kantor / "sop.toml", folder / f"{kantor}-{tahun}-a.xlsx")
            saat = {"1": {"mulai": f"{tahun}-02-05 08:00", "selesai": f"{tahun}-02-05 08:20"}}
            hasil[kantor, tahun] = fill(awal, {"sop_langkah": saat}, folder / f"{kantor}-{tahun}.xlsx")
    return hasil


def _nilai(berkas: Path, nama: str):
    buku = baca(berkas).buku
    lembar, sel = kenali(buku).manifest.sel_bernama[nama]
    return next(satu for satu in buku.lembar if satu.nama == lembar.nama).sel[sel.titik].nilai


def test_the_totals_of_the_twelve_are_those_of_the_document(kedua_belas):
    ada = {k: (_nilai(b, "sop_menit_seri"), _nilai(b, "sop_hari_seri")) for k, b in kedua_belas.items()}
    assert ada == JUMLAH


def test_the_survey_counts_its_two_parallel_fortnights_once(kedua_belas):
    assert _nilai(kedua_belas["ikm"], "sop_menit_paralel") == 7805
    assert _nilai(kedua_belas["ikm"], "sop_hari_paralel") == 17.344
    with pytest.raises(KeyError):
        _nilai(kedua_belas["rka"], "sop_menit_paralel")


def test_a_blank_form_lacks_its_identity_block_and_what_the_document_left_out(kedua_belas):
    for kode, berkas in kedua_belas.items():
        hasil = verify(str(berkas)).files[0]
        assert {t.code for t in hasil.findings} == {"ISI-01"}, kode
        assert {t.name for t in hasil.findings if t.sheet == "Identitas SOP"} == IDENTITAS, kode
        tabel = kenali(baca(berkas).buku).manifest.tabel["sop_alir"]
        kosong = {
            f"{kolom_huruf(tabel.kolom[bidang])}{tabel.baris1 + s.no - 1}"
            for s in muat_sop(kode).langkah
            for bidang in ("kelengkapan", "output")
            if not s.terbaca(bidang)
        }
        assert {t.cell for t in hasil.findings if t.sheet == "Bagan Alir"} == kosong, kode


def test_a_filled_form_passes_for_both_offices_and_three_years(terisi):
    for (kantor, tahun), berkas in terisi.items():
        hasil = verify(str(berkas)).to_dict()["files"][0]
        assert (hasil["verdict"], hasil["template"], hasil["tahun"]) == ("lulus", "sop/1.0.0", tahun), kantor
        assert hasil["cells"]["checked"] == hasil["cells"]["formula"]
        assert hasil["langkah"][0]["status"] in ("tepat", "tidak-lengkap")
    satu = verify(str(terisi["kecamatan", 2025])).to_dict()["files"][0]["langkah"][0]
    assert (satu["aktual_menit"], satu["status"]) == (20, "tepat")


def test_the_same_form_has_the_same_bytes(kedua_belas, tmp_path):
    for kode in ("rka", "ikm"):
        lagi = generate("sop", tahun=2025, sop=kode, out=tmp_path)
        assert (lagi.name, lagi.read_bytes()) == (kedua_belas[kode].name, kedua_belas[kode].read_bytes())


def test_filling_keeps_the_chart_byte_for_byte(kedua_belas, tmp_path):
    assert fill(kedua_belas["rka"], {}, tmp_path / "a.xlsx").read_bytes() == kedua_belas["rka"].read_bytes()


def test_libreoffice_agrees_on_every_value_and_its_copy_is_not_accused(kedua_belas, terisi, hitung_ulang):
    berkas = [*kedua_belas.values(), *terisi.values()]
    for asli, lain in zip(berkas, hitung_ulang(berkas), strict=True):
        kita, mereka = baca(asli).buku, baca(lain).buku
        kiri, kanan = ({lb.nama: lb.sel for lb in b.lembar} for b in (kita, mereka))
        for lembar, sel in kenali(kita).manifest.setiap("rumus"):
            a, b = kiri[lembar.nama][sel.titik], kanan[lembar.nama].get(sel.titik)
            sama = (a.nilai or "") == (b.nilai or "" if b else "")
            assert sama or dekat(a.nilai, b.nilai), f"{asli.name} {lembar.nama}!{sel.titik}"
        assert {t.code for t in verify(str(lain)).files[0].findings if t.level != "info"} <= {"ISI-01"}, asli.name


def test_libreoffice_prints_a_form(kedua_belas, libreoffice):
    for satu in libreoffice.konversi([kedua_belas["rka"], kedua_belas["ikm"]], "pdf"):
        assert satu.read_bytes().startswith(b"%PDF")


# -- an office's own SOP -----------------------------------------------------------------------------------

SENDIRI = """
[sop]
judul = "SOP Pelayanan Izin Keramaian"
peran = ["Camat", "Kasi", "Staf"]

[sop.identitas]
nomor = "065/7"
tanggal_efektif = 2025-03-03
dasar_hukum = ["Perda 1 (contoh)", "Perbup 2 (contoh)"]

[[langkah]]
kegiatan = "Menerima dan meneliti berkas"
pelaksana = ["Staf"]
kelengkapan = "Surat permohonan"
waktu = "15 menit"
output = "Berkas yang sudah diteliti"

[[langkah]]
kegiatan = "Memeriksa berkas. Jika tidak lengkap, dikembalikan kepada staf untuk diperbaiki."
pelaksana = ["Kasi", "Staf"]
kelengkapan = "Berkas yang sudah diteliti"
waktu = "1 jam"
output = "Konsep izin"
keputusan = true
kembali_ke = 1

[[langkah]]
kegiatan = "Menandatangani izin"
pelaksana = ["Camat"]
kelengkapan = "Konsep izin"
waktu = "10 menit"
output = "Izin yang sudah ditandatangani"
"""


@pytest.fixture
def sendiri(tmp_path) -> Path:
    """An office's file."""
    berkas = tmp_path / "izin.toml"
    berkas.write_text(SENDIRI, encoding="utf-8")
    return berkas


def test_an_office_draws_its_own_sop(sendiri, tmp_path):
    hasil = generate("sop", tahun=2025, sop=sendiri, out=tmp_path)
    assert hasil.name == "sop-izin-2025-kecamatan-contoh.xlsx"
    assert [_nilai(hasil, n) for n in ("sop_nomor", "sop_dasar_hukum", "sop_nama", "sop_menit_seri")] == [
        "065/7", "1. Perda 1 (contoh)\n2. Perbup 2 (contoh)", "SOP Pelayanan Izin Keramaian", 85,
    ]  # fmt: skip
    manifest = kenali(baca(hasil).buku).manifest
    tabel, peta = manifest.tabel["sop_alir"], manifest.lembar_bernama["Bagan Alir"]
    assert {s.nilai for s in peta.sel if s.tabel == "sop_alir" and s.kunci.startswith("pelaksana")} == {None}
    assert sorted(
        (b.awal[2] - tabel.baris1 + 1, b.awal[0] - tabel.kolom["pelaksana_1"] + 1, b.rupa)
        for b in peta.bentuk
        if b.rupa != "kata"
    ) == [(1, 3, "mulai"), (2, 2, "keputusan"), (2, 3, "proses"), (3, 1, "mulai")]
    assert {t.code for t in verify(str(hasil)).files[0].findings} == {"ISI-01"}
    kendali = " ".join(str(s.nilai) for s in manifest.lembar_bernama["Kendali SOP"].sel)
    assert "Pelaksana menurut SOP kantor." in kendali
    assert "Pelaksana adalah usulan" not in kendali


def test_a_step_without_performer_cannot_be_drawn(sendiri, tmp_path):
    sendiri.write_text(SENDIRI.replace('pelaksana = ["Camat"]\n', ""), encoding="utf-8")
    with pytest.raises(KinerjaError, match="langkah 3: pelaksana belum ditulis"):
        generate("sop", tahun=2025, sop=sendiri, out=tmp_path)


def test_a_misspelt_identity_key_is_refused(sendiri, tmp_path):
    sendiri.write_text(SENDIRI.replace("nomor =", "nomer ="), encoding="utf-8")
    with pytest.raises(KinerjaError, match=r"\[sop.identitas\]: 'nomer' tidak dikenal"):
        generate("sop", tahun=2025, sop=sendiri, out=tmp_path)
