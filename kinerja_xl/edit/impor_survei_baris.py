"""The rows of a survey export, one respondent each; what cannot be kept is collected with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.core.nama import alamat
from kinerja_xl.core.sel import tulis
from kinerja_xl.edit.impor_survei_berkas import Lembaran
from kinerja_xl.edit.impor_survei_kolom import Kepala
from kinerja_xl.edit.impor_survei_nilai import Kamus, Salah, jawaban, kelompok, tanggal, umur
from kinerja_xl.spec.manifest import Manifest, Nilai
from kinerja_xl.spec.survei import Survei, muat_survei, rapi

_KELOMPOK = ("jenis_kelamin", "pendidikan", "pekerjaan")


@dataclass
class Kerja:
    """One import under way."""

    manifest: Manifest
    lembaran: Lembaran
    kepala: Kepala
    kamus: Kamus
    layanan: dict[str, str]
    salah: list[str] = field(default_factory=list)
    baru: list[str] = field(default_factory=list)
    lain: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    survei: Survei = field(default_factory=muat_survei)
    bulan_dulu: bool = False
    tanda: int = 0  # cells that hold only a sign such as "-"


def isi_sel(baris: Sequence[Nilai], kolom: int) -> Nilai:
    """A cell of a row that may be short."""
    return baris[kolom] if kolom < len(baris) else None


def baca_baris(kerja: Kerja) -> tuple[list[Mapping[str, Nilai]], list[int]]:
    """Respondents, and the numbers of rows that hold only columns nobody reads."""
    hasil: list[Mapping[str, Nilai]] = []
    kosong: list[int] = []
    for ke in range(kerja.kepala.mulai, len(kerja.lembaran.baris)):
        satu = {kunci: nilai for kunci, nilai in _satu_baris(kerja, ke) if nilai is not None}
        if satu:
            hasil.append(satu)
        elif any(s is not None for s in kerja.lembaran.baris[ke]):
            kosong.append(ke + 1)
    return hasil, kosong


def _satu_baris(kerja: Kerja, ke: int) -> Iterator[tuple[str, Nilai]]:
    baris = kerja.lembaran.baris[ke]
    for kunci, kolom in kerja.kepala.kolom.items():
        mentah = isi_sel(baris, kolom)
        tempat = f"baris {ke + 1}, kolom '{kerja.kepala.judul[kunci][:40]}' ({alamat(ke + 1, kolom + 1)})"
        if (ke + 1, kolom + 1) in kerja.lembaran.galat:
            kerja.salah.append(f"{tempat}: sel kesalahan {mentah}")
            continue
        try:
            nilai = _nilai(kerja, kunci, mentah)
            kerja.tanda += nilai is None and mentah is not None
            yield kunci, nilai
        except Salah as salah:
            kerja.salah.append(f"{tempat}: {salah}")


def _nilai(kerja: Kerja, kunci: str, mentah: Nilai) -> Nilai:
    unsur = next((u for u in kerja.survei.unsur if u.kunci == kunci), None)
    if unsur is not None:
        return jawaban(mentah, unsur, kerja.kamus)
    if kunci == "tanggal":
        return tanggal(mentah, kerja.bulan_dulu, kerja.lembaran.geser)
    if kunci == "umur":
        return umur(mentah)
    if kunci in _KELOMPOK:
        return _kelompok(kerja, kunci, mentah)
    if mentah is None or not rapi(mentah):
        return None
    return _nama_layanan(kerja, tulis(mentah)) if kunci == "layanan" else tulis(mentah)


def _kelompok(kerja: Kerja, kunci: str, mentah: Nilai) -> str | None:
    semua: Any = kerja.manifest.konteks["kelompok"]
    kolom = kerja.survei.kolom_bernama(kunci)
    hasil = kelompok(mentah, kolom, [satu["nama"] for satu in semua[kunci]], kerja.kamus)
    if hasil is not None and rapi(tulis(mentah)) != rapi(hasil):
        kerja.lain[kolom.judul, tulis(mentah)[:40], hasil] += 1
    return hasil


def _nama_layanan(kerja: Kerja, nama: str) -> str:
    """The service as the workbook's list spells it; a new one is added to the list."""
    arti = kerja.kamus.nilai.get("layanan", {}).get(rapi(nama), nama)
    if rapi(arti) not in kerja.layanan:
        kerja.layanan[rapi(arti)] = arti
        kerja.baru.append(arti)
    return kerja.layanan[rapi(arti)]
