"""A round as its TOML file has it: year, deadline, levels, the offices expected and the documents each must send."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci, saran
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.verify.aturan_main.penerimaan import Penerimaan, baca_penerimaan
from kinerja_xl.verify.berkas import ABAIKAN
from kinerja_xl.verify.silang_bahan import rapat
from kinerja_xl.verify.temuan import TINGKAT, cari_entri, topik_tersedia

_BOLEH = ("tahun", "tenggat", "jenis", "tingkat", "instansi", "penerimaan")


@dataclass(frozen=True)
class Instansi:
    """An office that is expected. folder: where its files lie (one or more path parts); alias: other spellings."""

    nama: str
    folder: str = ""
    jenis: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()

    @property
    def sebutan(self) -> frozenset[str]:
        """Its names as they are compared."""
        return frozenset(rapat(satu) for satu in (self.nama, *self.alias))

    def memuat(self, jalur: str) -> bool:
        """Does a file of the report lie in its folder?"""
        bagian = tuple(b for b in self.folder.replace("\\", "/").split("/") if b)
        letak = tuple(jalur.split("/"))[:-1]
        return bool(bagian) and any(letak[i : i + len(bagian)] == bagian for i in range(len(letak)))


@dataclass(frozen=True)
class Ronde:
    """A round. tingkat: (code or topic, level or 'abaikan'), in force for every file of the round."""

    nama: str
    tahun: int | None = None
    tenggat: datetime.datetime | None = None
    jenis: tuple[str, ...] = ()
    tingkat: tuple[tuple[str, str], ...] = ()
    instansi: tuple[Instansi, ...] = ()
    penerimaan: Penerimaan = field(default_factory=Penerimaan)

    def pemilik_folder(self, jalur: str) -> Instansi | None:
        """The office in whose folder a file lies: the deepest folder that holds it."""
        ada = [satu for satu in self.instansi if satu.memuat(jalur)]
        return max(ada, key=lambda satu: satu.folder.count("/"), default=None)

    def bernama(self, nama: str) -> Instansi | None:
        """The office of this name."""
        cari = rapat(nama)
        return next((satu for satu in self.instansi if cari in satu.sebutan), None)


def baca_ronde(berkas: Path) -> Ronde:
    """Read a round file; unknown keys, kinds, codes and levels are errors that name the nearest known one."""
    isi = baca_toml(berkas)
    tempat = berkas.name
    periksa_kunci(isi, ("nama",), _BOLEH, tempat)
    tahun = isi.get("tahun")
    if tahun is not None and (isinstance(tahun, bool) or not isinstance(tahun, int) or not 2000 <= tahun <= 2200):
        raise KinerjaError(f"{tempat}: tahun harus bilangan 2000-2200, tertulis {tahun!r}.")
    penerimaan = isi.get("penerimaan")
    if penerimaan is not None and not isinstance(penerimaan, str):
        raise KinerjaError(f"{tempat}: penerimaan adalah nama berkas CSV, tertulis {penerimaan!r}.")
    return Ronde(
        nama=str(isi["nama"]), tahun=tahun, tenggat=_tenggat(isi.get("tenggat"), tempat),
        jenis=_jenis(isi.get("jenis", []), tempat), tingkat=_tingkat(isi.get("tingkat", {}), tempat),
        instansi=_instansi(isi.get("instansi", []), tempat),
        penerimaan=baca_penerimaan(berkas.parent / penerimaan) if penerimaan else Penerimaan(),
    )  # fmt: skip


def _tenggat(nilai: Any, tempat: str) -> datetime.datetime | None:
    """A date means the end of that day; the time is the office's own, without a zone."""
    if nilai is None:
        return None
    if isinstance(nilai, datetime.datetime):
        if nilai.tzinfo is not None:
            raise KinerjaError(f"{tempat}: tenggat ditulis tanpa zona waktu, mis. 2025-02-28T16:00:00.")
        return nilai
    if isinstance(nilai, datetime.date):
        return datetime.datetime.combine(nilai, datetime.time.max.replace(microsecond=0))
    raise KinerjaError(f"{tempat}: tenggat harus tanggal tanpa tanda kutip, mis. 2025-02-28; tertulis {nilai!r}.")


def _jenis(nilai: Any, tempat: str) -> tuple[str, ...]:
    if not isinstance(nilai, list):
        raise KinerjaError(f'{tempat}: jenis harus daftar, mis. ["pk", "iku"].')
    for satu in nilai:
        if satu not in jenis_tersedia():
            raise KinerjaError(f"{tempat}: jenis '{satu}' tidak dikenal.{saran(str(satu), jenis_tersedia())}")
    return tuple(nilai)


def _tingkat(nilai: Any, tempat: str) -> tuple[tuple[str, str], ...]:
    """Codes before topics, so that the narrower one decides."""
    if not isinstance(nilai, Mapping):
        raise KinerjaError(f'{tempat}: [tingkat] harus tabel, mis. TGT = "galat".')
    hasil = []
    for kunci, tingkat in nilai.items():
        kode = kunci.strip().upper()
        if "-" in kode:
            kode = cari_entri(kode).kode
        elif kode not in topik_tersedia():
            raise KinerjaError(f"{tempat}, [tingkat]: topik '{kunci}' tidak ada. Ada: {', '.join(topik_tersedia())}.")
        if tingkat not in (*TINGKAT, ABAIKAN):
            raise KinerjaError(f"{tempat}, [tingkat] {kunci}: '{tingkat}'.{saran(str(tingkat), (*TINGKAT, ABAIKAN))}")
        hasil.append((kode, tingkat))
    return tuple(sorted(hasil, key=lambda p: ("-" not in p[0], p[0])))


def _instansi(nilai: Any, tempat: str) -> tuple[Instansi, ...]:
    if not isinstance(nilai, list):
        raise KinerjaError(f"{tempat}: instansi ditulis sebagai [[instansi]].")
    hasil: list[Instansi] = []
    for ke, satu in enumerate(nilai, 1):
        sebut = f"{tempat}, [[instansi]] ke-{ke}"
        baru = jadikan(Instansi, satu, sebut)
        _jenis(list(baru.jenis), sebut)
        _kembar(baru, hasil, sebut)
        hasil.append(baru)
    return tuple(hasil)


def _kembar(baru: Instansi, ada: Sequence[Instansi], sebut: str) -> None:
    for lama in ada:
        if baru.sebutan & lama.sebutan:
            raise KinerjaError(f"{sebut}: '{baru.nama}' sudah ada di daftar ('{lama.nama}').")
        if baru.folder and baru.folder == lama.folder:
            raise KinerjaError(f"{sebut}: folder '{baru.folder}' sudah milik '{lama.nama}'.")
