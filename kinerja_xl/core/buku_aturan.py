"""The rule book: all families of parameters, checked on load and chosen by fiscal year.

The source is `<keluarga>.toml` beside the rules; a compiled JSON (same shape) serves places without tomllib.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, periksa_kunci
from kinerja_xl.core.kompilasi import baca_json, tulis_json
from kinerja_xl.core.masa import BUKTI, Masa, baca_masa

_FOLDER = (Path(__file__).parent.parent / "iku", Path(__file__).parent.parent / "sop")
TERKOMPILASI = Path(__file__).parent / "buku_aturan.json"
_KELUARGA: dict[str, Keluarga] = {}


@dataclass(frozen=True)
class Keluarga:
    """A family of rules: its legal versions (oldest first) and its worked cases.

    kesalahan: common mistakes of users, for the help pages; one that begins with "NAME: " is about that function.
    """

    kode: str
    judul: str
    masa: tuple[Masa, ...]
    kasus: tuple[dict[str, Any], ...]
    sengketa: tuple[str, ...] = ()
    kesalahan: tuple[str, ...] = ()

    def untuk(self, tahun: Optional[int] = None) -> Masa:
        """The version in force for a fiscal year; without a year the newest."""
        if tahun is None:
            return self.masa[-1]
        for masa in self.masa:
            if masa.memuat(tahun):
                return masa
        raise KinerjaError(
            f"tidak ada aturan {self.judul} untuk tahun {tahun}; yang ada: {self.rentang_tahun()}",
            tahun=tahun,
        )

    def rentang_tahun(self) -> str:
        """Fiscal years covered, for messages."""
        return ", ".join(
            f"{m.tahun_awal}-{m.tahun_akhir}" if m.tahun_akhir else f"{m.tahun_awal} dan sesudahnya" for m in self.masa
        )


def keluarga(kode: str) -> Keluarga:
    """A family by its code, loaded once."""
    if kode not in _KELUARGA:
        _KELUARGA[kode] = _susun(kode, _mentah(kode))
    return _KELUARGA[kode]


def daftar_keluarga() -> tuple[str, ...]:
    """Codes of all families, sorted."""
    return tuple(sorted(_terkompilasi() or _sumber()))


@lru_cache(maxsize=1)
def sidik() -> str:
    """Hash of the whole rule book: the same rules give the same 16 hex digits on every machine.

    Help texts are no rules: a better explanation does not make older workbooks look outdated.
    """
    semua = {k: dict(_mentah(k)) for k in daftar_keluarga()}
    for data in semua.values():
        data["keluarga"] = {k: v for k, v in data["keluarga"].items() if k != "kesalahan"}
    isi = json.dumps(semua, sort_keys=True, default=str, ensure_ascii=False)
    return sha256(isi.encode("utf-8")).hexdigest()[:16]


def kompilasi() -> str:
    """The whole rule book as the text of TERKOMPILASI."""
    return tulis_json({kode: _mentah(kode) for kode in daftar_keluarga()})


def _sumber() -> dict[str, Path]:
    return {jalur.stem: jalur for folder in _FOLDER for jalur in sorted(folder.glob("*.toml"))}


@lru_cache(maxsize=1)
def _terkompilasi() -> dict[str, Any]:
    """The compiled rule book, where there is one."""
    return baca_json(TERKOMPILASI.read_text(encoding="utf-8")) if TERKOMPILASI.is_file() else {}


def _mentah(kode: str) -> dict[str, Any]:
    return dict(_terbaca(kode))


@cache
def _terbaca(kode: str) -> dict[str, Any]:
    """A family's tables as they stand in the file, read once: shared, so never to be changed."""
    jadi, sumber = _terkompilasi(), _sumber()
    if kode not in (jadi or sumber):
        raise KinerjaError(f"keluarga aturan '{kode}' tidak ada")
    return jadi[kode] if jadi else baca_toml(sumber[kode])


def _susun(kode: str, data: dict[str, Any]) -> Keluarga:
    tempat = f"{kode}.toml"
    periksa_kunci(data, {"keluarga", "masa"}, {"kasus"}, tempat)
    periksa_kunci(data["keluarga"], {"kode", "judul"}, {"sengketa", "kesalahan"}, f"{tempat}, tabel [keluarga]")
    masa = tuple(
        sorted(
            (baca_masa(kode, m, f"{tempat}, masa {m.get('versi')}") for m in data["masa"]),
            key=lambda m: m.tahun_awal,
        )
    )
    hasil = Keluarga(
        kode,
        data["keluarga"]["judul"],
        masa,
        tuple(data.get("kasus", ())),
        tuple(data["keluarga"].get("sengketa", ())),
        tuple(data["keluarga"].get("kesalahan", ())),
    )
    for satu in masa:
        _periksa(satu, f"{tempat}, masa {satu.versi}")
    _periksa_urutan(masa, tempat)
    return hasil


def _periksa(masa: Masa, tempat: str) -> None:
    semua: list[Any] = [*masa.parameter, *masa.pita, *masa.tabel]
    _unik([p.nama for p in masa.daftar()], tempat)
    if masa.bukti not in BUKTI:
        raise KinerjaError(f"{tempat}: bukti '{masa.bukti}' tidak dikenal; pilih {', '.join(BUKTI)}")
    for satu in semua:
        if satu.bukti not in BUKTI or not satu.rujukan:
            raise KinerjaError(f"{tempat}: '{satu.nama}' harus punya rujukan dan bukti yang dikenal")
    for pita in masa.pita:
        batas = [b for b, _ in pita.isi]
        if len(batas) < 2 or any(a <= b for a, b in zip(batas, batas[1:])):
            raise KinerjaError(f"{tempat}: pita '{pita.nama}' harus turun dari batas tertinggi tanpa kembar")
    if masa.sejak and masa.sampai and masa.sampai < masa.sejak:
        raise KinerjaError(f"{tempat}: sampai lebih awal daripada sejak")


def _unik(nama: Iterable[str], tempat: str) -> None:
    lihat = set()
    for satu in nama:
        if satu in lihat:
            raise KinerjaError(f"{tempat}: nama '{satu}' dipakai dua kali")
        lihat.add(satu)


def _periksa_urutan(masa: tuple[Masa, ...], tempat: str) -> None:
    for dulu, kini in zip(masa, masa[1:]):
        if dulu.tahun_akhir is None or dulu.tahun_akhir >= kini.tahun_awal:
            raise KinerjaError(f"{tempat}: masa '{dulu.versi}' dan '{kini.versi}' bertumpuk")
