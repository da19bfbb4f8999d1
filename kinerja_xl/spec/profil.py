"""Profile of one office: who it is, who signs, what it promises, what it spends, when it works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from importlib import import_module
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci, saran
from kinerja_xl.data import templates
from kinerja_xl.spec.profil_periksa import bentuk_lama, kode_bawahan, periksa_indikator, periksa_triwulan

# Further tables of a profile, each read by its own module: key -> "module:function" with (table, place) -> value.
BAGIAN: dict[str, str] = {
    "ikm": "kinerja_xl.spec.profil_ikm:baca",
    "perjanjian": "kinerja_xl.spec.profil_perjanjian:baca",
    "renstra": "kinerja_xl.spec.profil_renstra:baca_renstra",
    "dpa": "kinerja_xl.spec.profil_renstra:baca_dpa",
    "aksi": "kinerja_xl.spec.profil_ukur:baca_aksi",
}
HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


@dataclass(frozen=True)
class Instansi:
    """The office. jenis: satker (K/L) or skpd (pemda); induk: the ministry or the local government above it."""

    nama: str
    jenis: str
    induk: str
    kota: str
    alamat: str = ""
    kode: str = ""
    singkatan: str = ""
    unit_induk: str = ""


@dataclass(frozen=True)
class Pejabat:
    """One official."""

    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True)
class IndikatorProfil:
    """An indicator that the office states itself (instead of taking a whole manual)."""

    kode: str
    nama: str
    sasaran: str
    satuan: str
    polarisasi: str
    perhitungan: str
    fungsi: str = ""
    definisi: str = ""
    formula: str = ""
    aspek: str = "Kuantitas/output"
    validitas: str = "Lag Output"
    cascading: str = "Adopsi Langsung"
    periode: str = "Triwulanan"
    penanggung_jawab: str = ""
    sumber_data: str = ""
    status_data: str = "Hasil Perhitungan Raw Data"
    target: float | None = None
    target_lalu: float | None = None
    realisasi_lalu: float | None = None
    tahun_aturan: int | None = None
    rumus: str = ""  # the office's own formula over the inputs in `masukan` (spec/rumus_kantor.py)
    masukan: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Rka:
    """Size and head of the budget form. isi: values of named cells; rincian, harga, kas: records of its tables."""

    baris: int = 60
    baris_harga: int = 40
    isi: Mapping[str, Any] = field(default_factory=dict)
    rincian: tuple[Mapping[str, Any], ...] = ()
    harga: tuple[Mapping[str, Any], ...] = ()
    kas: tuple[Mapping[str, Any], ...] = ()
    kinerja: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Profil:
    """A whole profile. bagian: what the readers of BAGIAN made of the further tables, by their key."""

    instansi: Instansi
    pejabat: Mapping[str, Pejabat]
    sasaran: tuple[Mapping[str, str], ...] = ()
    indikator: tuple[IndikatorProfil, ...] = ()
    manual: str = ""
    program: tuple[Mapping[str, Any], ...] = ()
    rka: Rka = field(default_factory=Rka)
    jam_kerja: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    libur: tuple[Mapping[str, Any], ...] = ()
    kertas: str = "A4"
    catatan: str = ""
    sop: Mapping[str, str] = field(default_factory=dict)
    baris: Mapping[str, int] = field(default_factory=dict)
    target_triwulan: tuple[Mapping[str, Any], ...] = ()
    bagian: Mapping[str, Any] = field(default_factory=dict)


def profil_contoh() -> tuple[str, ...]:
    """Names of the example profiles."""
    return tuple(sorted(p.stem for p in (templates() / "profil").glob("*.toml")))


def berkas_contoh(nama: str) -> Path:
    """File of an example profile."""
    if nama not in profil_contoh():
        raise KinerjaError(f"contoh profil '{nama}' tidak ada.{saran(nama, profil_contoh())}")
    return templates() / "profil" / f"{nama}.toml"


def muat_profil(berkas: str | Path) -> Profil:
    """Read a profile file. Missing or misspelt keys: file, table, key and the nearest known key."""
    jalur = Path(berkas)
    if jalur.suffix.lower() != ".toml":
        raise KinerjaError(f"profil {jalur.name}: yang dikenal saat ini hanya berkas .toml")
    return profil_dari(baca_toml(jalur), jalur.name)


def profil_dari(data: Mapping[str, Any], tempat: str) -> Profil:
    """A profile from its tables."""
    bentuk_lama(data, tempat)
    bagian = {k: _pembaca(BAGIAN[k])(v, f"{tempat}, bagian [{k}]") for k, v in data.items() if k in BAGIAN}
    sisa = {k: v for k, v in data.items() if k not in BAGIAN}
    periksa_kunci(
        sisa,
        {"instansi", "pejabat"},
        {f.name for f in fields(Profil)} - {"instansi", "pejabat", "bagian"},
        tempat,
    )
    instansi = jadikan(Instansi, sisa.pop("instansi"), f"{tempat}, tabel [instansi]")
    if instansi.jenis not in ("satker", "skpd"):
        raise KinerjaError(f"{tempat}, tabel [instansi]: jenis harus 'satker' atau 'skpd', tertulis '{instansi.jenis}'")
    pejabat = {k: jadikan(Pejabat, v, f"{tempat}, tabel [pejabat.{k}]") for k, v in sisa.pop("pejabat").items()}
    for wajib in ("pertama", "kedua"):
        if wajib not in pejabat:
            raise KinerjaError(f"{tempat}: tabel [pejabat.{wajib}] belum ada.")
    sendiri = tuple(
        jadikan(IndikatorProfil, i, f"{tempat}, indikator ke-{n}") for n, i in enumerate(sisa.pop("indikator", ()), 1)
    )
    rka = jadikan(Rka, sisa.pop("rka", {}), f"{tempat}, tabel [rka]")
    isi = {"instansi": instansi, "pejabat": pejabat, "indikator": sendiri, "rka": rka, "bagian": bagian}
    profil = jadikan(Profil, sisa, tempat, **isi)
    _periksa(profil, tempat)
    return profil


def _pembaca(tempat: str) -> Callable[[Any, str], Any]:
    modul, _, nama = tempat.partition(":")
    pembaca: Callable[[Any, str], Any] = getattr(import_module(modul), nama)
    return pembaca


def _periksa(profil: Profil, tempat: str) -> None:
    if bool(profil.manual) == bool(profil.indikator):
        raise KinerjaError(f"{tempat}: isi salah satu, 'manual' atau daftar [[indikator]].")
    dikenal = {str(s.get("kode")) for s in profil.sasaran}
    lihat: set[str] = set()
    for satu in profil.indikator:
        if satu.sasaran not in dikenal:
            raise KinerjaError(
                f"{tempat}, indikator {satu.kode}: sasaran '{satu.sasaran}' tidak ada.{saran(satu.sasaran, dikenal)}"
            )
        if satu.kode in lihat:
            raise KinerjaError(f"{tempat}: kode indikator '{satu.kode}' dipakai dua kali")
        lihat.add(satu.kode)
    periksa_indikator(profil.indikator, tempat)
    periksa_triwulan(profil.target_triwulan, lihat and lihat | kode_bawahan(profil.bagian), tempat)
    if profil.kertas not in ("A4", "F4"):
        raise KinerjaError(f"{tempat}: kertas harus 'A4' atau 'F4', tertulis '{profil.kertas}'")
    for nama, banyak in (("rka.baris", profil.rka.baris), ("rka.baris_harga", profil.rka.baris_harga)):
        if not 1 <= banyak <= 5000:
            raise KinerjaError(f"{tempat}: {nama} harus 1 sampai 5000, tertulis {banyak}")
    for hari, jam in profil.jam_kerja.items():
        if hari not in HARI:
            raise KinerjaError(f"{tempat}, tabel [jam_kerja]: hari '{hari}' tidak dikenal.{saran(hari, HARI)}")
        periksa_kunci(jam, set(), {"masuk", "pulang", "istirahat", "selesai"}, f"{tempat}, tabel [jam_kerja.{hari}]")
        for kunci, nilai in jam.items():
            jam_ke_pecahan(nilai, f"{tempat}, tabel [jam_kerja.{hari}], {kunci}")
    for hari_libur in profil.libur:
        periksa_kunci(hari_libur, {"tanggal", "keterangan"}, set(), f"{tempat}, tabel [[libur]]")
        if not isinstance(hari_libur["tanggal"], date):
            raise KinerjaError(f"{tempat}, tabel [[libur]]: tanggal ditulis tanpa tanda kutip, misalnya 2024-12-24")


def jam_ke_pecahan(teks: Any, tempat: str) -> float:
    """'07.30' (or a TOML time) as a fraction of a day."""
    if isinstance(teks, time):
        menit = teks.hour * 60 + teks.minute
    else:
        jam, _, sisa = str(teks).replace(":", ".").partition(".")
        if not (jam.isdigit() and sisa.isdigit() and int(jam) < 24 and len(sisa) == 2 and int(sisa) < 60):
            raise KinerjaError(f"{tempat}: jam ditulis seperti '07.30', tertulis {teks!r}")
        menit = int(jam) * 60 + int(sisa)
    return menit / 1440
