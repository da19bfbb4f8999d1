"""migrate of every kind, 2025 to 2026: the year moves, nothing of the office is lost, no figure changes its year."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.build import generate
from kinerja_xl.build.buat import buka as buka_profil
from kinerja_xl.build.buat import susun
from kinerja_xl.core.nama import alamat
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.edit.dari import baca_dari
from kinerja_xl.edit.pindah import migrate
from kinerja_xl.edit.pindah_hasil import HasilPindah
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.spec.buku import jenis_tersedia, muat_buku
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import verify

BALAI, KECAMATAN = "balai-kipm-2024", "kecamatan"
SEMUA = [
    (kantor, jenis)
    for kantor, bentuk in ((BALAI, "satker"), (KECAMATAN, "skpd"))
    for jenis in jenis_tersedia()
    if muat_buku(jenis).untuk in ("", bentuk)
]
BERGANTI = ("target_lalu", "realisasi_lalu")  # of an indicator: rolled from the old workbook


class Kerja:
    """Workbooks of 2025 with the example data, and what migrate makes of them; each made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lama: dict[tuple[str, str], Path] = {}
        self._pindah: dict[tuple[str, str, int], HasilPindah] = {}

    def lama(self, kantor: str, jenis: str) -> Path:
        """The filled workbook (blank where there is no example)."""
        if (kantor, jenis) not in self._lama:
            sop, asal = "rka" if jenis == "sop" else "", berkas_contoh(kantor)
            buku = generate(jenis, tahun=2025, profil=asal, out=self.folder / f"{kantor}-{jenis}.xlsx", sop=sop)
            data = templates() / "contoh" / kantor / f"{jenis}.toml"
            isi = fill(buku, data, self.folder / f"{kantor}-{jenis}-isi.xlsx") if data.is_file() else buku
            self._lama[kantor, jenis] = isi
        return self._lama[kantor, jenis]

    def pindah(self, kantor: str, jenis: str, tahun: int = 2026) -> HasilPindah:
        """Its migration."""
        kunci = (kantor, jenis, tahun)
        if kunci not in self._pindah:
            tujuan = self.folder / f"{kantor}-{jenis}-{tahun}.xlsx"
            self._pindah[kunci] = migrate(self.lama(kantor, jenis), tujuan, tahun=tahun)
        return self._pindah[kunci]


@pytest.fixture(scope="module")
def kerja(tmp_path_factory: pytest.TempPathFactory) -> Kerja:
    """One for all tests."""
    return Kerja(tmp_path_factory.mktemp("pindah"))


def bentuk_dan_isi(jalur: Path) -> tuple[Manifest, dict[tuple[str, str], tuple[str, Any]]]:
    """Layout, and filled inputs: (sheet, cell) -> (name, value)."""
    buku = buka(jalur)
    info = cari_info(buku)
    assert info is not None
    manifest = susun_ulang(info)
    lembar = {satu.nama: satu for satu in buku.lembar}
    hasil = {}
    for m, sel in manifest.setiap("isian"):
        ada = lembar[m.nama].sel.get(sel.titik)
        if ada is not None and ada.nilai not in (None, ""):
            hasil[m.nama, alamat(*sel.titik)] = (sel.nama or f"{sel.tabel}[{sel.rekaman}].{sel.kunci}", ada.nilai)
    return manifest, hasil


def konteks(manifest: Manifest) -> dict[str, Any]:
    """The context without what the old workbook rolls into it."""
    hasil = json.loads(json.dumps(manifest.konteks))
    for satu in hasil["indikator"]:
        for medan in BERGANTI:
            satu.pop(medan)
    return hasil


@pytest.mark.parametrize(("kantor", "jenis"), SEMUA)
def test_every_kind_moves_to_the_next_year(kerja: Kerja, kantor: str, jenis: str) -> None:
    _, lama = bentuk_dan_isi(kerja.lama(kantor, jenis))
    hasil = kerja.pindah(kantor, jenis)
    manifest, baru = bentuk_dan_isi(hasil.jalur)
    # the year, and all that depends on it, is that of a workbook made for 2026
    segar, _ = susun(jenis, 2026, buka_profil(berkas_contoh(kantor)), "rka" if jenis == "sop" else "")
    assert konteks(manifest) == konteks(segar)
    # every value is in the new workbook or in the list, none in both, none twice
    menurut_nama = dict(baru.values())
    terdaftar = {(b.lembar, b.sel): b.isi for b in hasil.semua}
    assert len(terdaftar) == len(hasil.semua)
    hilang = {t: n for t, n in lama.items() if terdaftar.get(t) != n[1] and menurut_nama.get(_di_2026(n[0])) != n[1]}
    assert hilang == {}
    assert hasil.dipindah + len(hasil.semua) == len(lama)
    assert all(b.sebab for b in hasil.semua)
    galat = {t.code for t in verify(str(hasil.jalur)).files[0].findings if t.level == "galat"}
    assert galat <= {"ISI-01", "ISI-03"}  # blanks of the new year only


def _di_2026(nama: str) -> str:
    """The history of the survey has a row for each of the last years, so a year moves up one row."""
    cocok = re.fullmatch(r"ikm_riwayat\[(\d)\]\.(\w+)", nama)
    return f"ikm_riwayat[{int(cocok[1]) - 1}].{cocok[2]}" if cocok else nama


def baru_menurut_nama(hasil: HasilPindah) -> dict[str, Any]:
    """The inputs of the new workbook by name."""
    return dict(bentuk_dan_isi(hasil.jalur)[1].values())


TINGGAL = {
    "ikm": ("ikm_jawaban[1].u1", "ikm_survei_mulai", "ikm_rencana[1].rencana"),
    "laporan-bulanan": ("lap_jurnal[1].jumlah", "lap_bulan", "lap_dpa[1].pagu", "lap_nomor_dpa", "lap_fisik[1].target"),
    "laporan-tahunan": ("lap_jurnal[1].jumlah", "lap_kendala[1].kendala", "ik1_realisasi"),
    "lkj": ("ik1_realisasi", "lkj_naskah[1].isi", "lkj_efisiensi[1].realisasi", "anggaran_program[1].pagu"),
    "pengukuran": ("monev_tw2[1].batas", "ik1_bukti_dokumen", "anggaran_program[1].tw1", "serapan_triwulan[1].rencana"),
    "renja": ("ik1_target_renstra", "renja_program[1].pagu_lalu", "renja_rincian[3].pagu_depan"),
    "sakip": ("sakip_perencanaan_kualitas", "sakip_rekomendasi[1].rekomendasi",
              "sakip_perencanaan_kualitas_kriteria[1].jawaban"),
}  # fmt: skip
IKUT = {
    "ikm": ("ikm_layanan[1].layanan", "ikm_populasi", "ik1_target"),
    "laporan-bulanan": ("lap_dpa[1].akun", "lap_dpa[1].uraian", "ik1_target"),
    "lkj": ("ik1_target", "ik1_target_menengah", "anggaran_program[1].program"),
    "pengukuran": ("ik1_target", "ik1_target_tw4", "anggaran_program[1].program"),
    "renja": ("renja_rincian[3].pagu", "renja_rincian[3].target", "renja_program[1].kode"),
    "renstra": ("ik1_target_t2", "ik1_dasar", "renstra_program[1].pagu_2", "renstra_visi"),
    "sakip": ("sakip_perencanaan_kualitas_kriteria[1].kriteria", "sakip_evaluator"),
    "sop": ("sop_nomor", "sop_nama"),
}


@pytest.mark.parametrize("jenis", sorted({*TINGGAL, *IKUT}))
def test_what_stays_with_its_year_and_what_comes_along(kerja: Kerja, jenis: str) -> None:
    hasil = kerja.pindah(KECAMATAN, jenis)
    baru = baru_menurut_nama(hasil)
    terdaftar = {b.nama for b in hasil.milik_tahun}
    assert set(TINGGAL.get(jenis, ())) <= terdaftar
    assert not set(TINGGAL.get(jenis, ())) & baru.keys()
    assert set(IKUT.get(jenis, ())) <= baru.keys()


@pytest.mark.parametrize("jenis", ["renstra", "renja"])
def test_the_plan_keeps_its_five_years(kerja: Kerja, jenis: str) -> None:
    hasil = kerja.pindah(KECAMATAN, jenis)
    renstra: Any = bentuk_dan_isi(hasil.jalur)[0].konteks["renstra"]
    assert (renstra["awal"], renstra["akhir"], renstra["ada_tahun"]) == (2024, 2028, True)


def test_after_its_last_year_a_new_plan_begins_without_the_old_targets(kerja: Kerja) -> None:
    hasil = kerja.pindah(KECAMATAN, "renstra", 2029)
    baru = baru_menurut_nama(hasil)
    renstra: Any = bentuk_dan_isi(hasil.jalur)[0].konteks["renstra"]
    assert (renstra["awal"], renstra["akhir"]) == (2029, 2033)
    assert not {"ik1_target_t1", "ik1_dasar", "renstra_program[1].pagu_1"} & baru.keys()
    sebab = {b.nama: b.sebab for b in hasil.milik_tahun}
    assert sebab["ik1_target_t5"] == "milik periode Renstra lama"
    assert {"renstra_visi", "renstra_tujuan[1].tujuan", "renstra_program[1].program"} <= baru.keys()


@pytest.mark.parametrize(
    ("jenis", "harus"),
    [("laporan-bulanan", None), ("laporan-semesteran", None), ("laporan-tahunan", 86.4), ("lkj", 85.9)],
)
def test_only_the_result_of_a_whole_year_is_last_years_result(kerja: Kerja, jenis: str, harus: float | None) -> None:
    hasil = kerja.pindah(KECAMATAN, jenis)
    assert hasil.gulir.get("ik1_realisasi_lalu") == (harus if jenis == "lkj" else None)
    indikator: Any = bentuk_dan_isi(hasil.jalur)[0].konteks["indikator"]
    assert indikator[0]["realisasi_lalu"] == (harus or 84.2)  # else as the old workbook knew it
    lalu, _ = baca_dari(kerja.lama(KECAMATAN, jenis), 2026)
    assert [a.realisasi for a in lalu.angka if a.kode == "IK1"] == [harus]


def test_last_years_score_of_sakip_is_known(kerja: Kerja) -> None:
    hasil = kerja.pindah(KECAMATAN, "sakip")
    baru = baru_menurut_nama(hasil)
    assert baru["sakip_nilai_lalu"] == hasil.gulir["sakip_nilai_lalu"]
    assert [b.isi for b in hasil.milik_tahun if b.nama == "sakip_nilai_lalu"] == [71.05]
