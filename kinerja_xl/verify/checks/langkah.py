"""Step timings of the SOP: start, end, working minutes against the standard, order, steps left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.sel import tulis
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import tampil
from kinerja_xl.verify.temuan import Temuan, buat

TABEL = "sop_langkah"
_KEMBALI = re.compile(r"langkah (\d{1,4})")
_DETIK = 0.5 / 86400  # clock times typed to the second differ in the last bits


@dataclass(frozen=True)
class Langkah:
    """One row of the step log, cleaned."""

    no: int
    kegiatan: str
    baku: float | None
    mulai: float | None
    selesai: float | None
    durasi: float | None
    ulang: int
    tempat: Mapping[str, Titik]
    paralel: int | None = None
    kembali: int | None = None
    pelaksana: str = ""
    posisi: tuple[float | None, float | None] = (None, None)  # working minutes of the year before start and end

    @property
    def selisih(self) -> float | None:
        """Working minutes over (or, negative, under) the standard."""
        return None if self.durasi is None or self.baku is None else self.durasi - self.baku

    @property
    def status(self) -> str:
        """tepat, terlambat, belum-selesai or tidak-lengkap."""
        if self.selesai is not None and (self.mulai is None or self.selesai < self.mulai):
            return "tidak-lengkap"
        if self.selesai is None:
            return "belum-selesai"
        if self.durasi is None or self.baku is None:
            return "tidak-lengkap"
        return "terlambat" if self.durasi > self.baku + 1e-6 else "tepat"

    @property
    def dicatat(self) -> bool:
        """Is any time logged?"""
        return self.mulai is not None or self.selesai is not None


def baca(kasus: Kasus) -> list[Langkah]:
    """The step log with what the SOP says of parallel and returning steps."""
    sop = kasus.manifest.konteks.get("sop")
    spek = sop.get("langkah", []) if isinstance(sop, Mapping) else []
    tentang = {satu.get("no"): satu for satu in spek if isinstance(satu, Mapping)}
    return [_langkah(r, n, tentang.get(n, {})) for n, r in enumerate(kasus.rekaman(TABEL), 1)]


def _langkah(rekaman: Mapping[str, tuple[Titik, Nilai]], urut: int, spek: Mapping[str, Any]) -> Langkah:
    angka = {k: _angka(v) for k, (_, v) in rekaman.items()}
    kembali = _KEMBALI.search(str(spek.get("keputusan") or ""))
    paralel = spek.get("paralel_dengan")
    return Langkah(
        no=int(angka.get("no") or urut),
        kegiatan=tulis(rekaman["kegiatan"][1] or "") if "kegiatan" in rekaman else "",
        baku=angka.get("baku_menit"),
        mulai=angka.get("mulai"),
        selesai=angka.get("selesai"),
        durasi=angka.get("durasi"),
        ulang=int(angka.get("ulang") or 0),
        tempat={k: titik for k, (titik, _) in rekaman.items()},
        paralel=paralel if isinstance(paralel, int) else None,
        kembali=int(kembali.group(1)) if kembali else None,
        pelaksana=tulis(rekaman["pelaksana"][1] or "") if "pelaksana" in rekaman else "",
        posisi=(angka.get("posisi_mulai"), angka.get("posisi_selesai")),
    )


def _angka(nilai: Nilai) -> float | None:
    return float(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


@periksa("WKT", 80)
def langkah_selesai_sesudah_mulai(kasus: Kasus) -> Iterator[Temuan]:
    """A step ends after it starts, and an end has a start."""
    for satu in baca(kasus):
        if satu.selesai is not None and satu.mulai is None:
            yield buat("WKT-05", satu.tempat["mulai"], no=satu.no, selesai=_saat(satu.selesai))
        elif satu.selesai is not None and satu.mulai is not None and satu.selesai < satu.mulai:
            yield buat(
                "WKT-01", satu.tempat["selesai"], no=satu.no, mulai=_saat(satu.mulai), selesai=_saat(satu.selesai)
            )
        elif satu.mulai is not None and satu.selesai is None:
            yield buat("WKT-06", satu.tempat["selesai"], no=satu.no, kegiatan=satu.kegiatan, mulai=_saat(satu.mulai))


@periksa("WKT", 81)
def langkah_dalam_waktu_baku(kasus: Kasus) -> Iterator[Temuan]:
    """A step takes no more working minutes than its standard."""
    for satu in baca(kasus):
        if satu.status == "terlambat":
            yield buat(
                "WKT-02", satu.tempat["durasi"], no=satu.no, kegiatan=satu.kegiatan, aktual=_menit(satu.durasi),
                baku=_menit(satu.baku), selisih=_menit(satu.selisih),
            )  # fmt: skip


@periksa("WKT", 82)
def langkah_berurutan(kasus: Kasus) -> Iterator[Temuan]:
    """A step starts when the one before it has ended; parallel and repeated steps excepted."""
    semua = baca(kasus)
    boleh = _diulang(semua)
    for ke, satu in enumerate(semua[1:], 1):
        sebelum = next((s for s in reversed(semua[:ke]) if s.dicatat and s.no != satu.paralel), None)
        if sebelum is None or satu.mulai is None or sebelum.selesai is None or sebelum.paralel == satu.no:
            continue
        if satu.mulai < sebelum.selesai - _DETIK and not {satu.no, sebelum.no} <= boleh:
            yield buat(
                "WKT-03", satu.tempat["mulai"], no=satu.no, mulai=_saat(satu.mulai), sebelum=sebelum.no,
                selesai=_saat(sebelum.selesai),
            )  # fmt: skip


def _diulang(semua: list[Langkah]) -> set[int]:
    """Steps inside a logged repeat: from the step a decision returns to, up to the decision (and its successor)."""
    boleh: set[int] = set()
    for satu in semua:
        if satu.ulang > 0:
            boleh.update(range(satu.kembali or 1, satu.no + 1))
    return boleh


@periksa("WKT", 83)
def tanpa_langkah_terlewat(kasus: Kasus) -> Iterator[Temuan]:
    """No step without times stands before one that has them."""
    semua = baca(kasus)
    akhir = max((s.no for s in semua if s.dicatat), default=0)
    for ke, satu in enumerate(semua):
        if not satu.dicatat and satu.no < akhir:
            sesudah = next(s.no for s in semua[ke:] if s.dicatat)
            yield buat("WKT-04", satu.tempat["mulai"], no=satu.no, kegiatan=satu.kegiatan, sesudah=sesudah)


def daftar_langkah(kasus: Kasus) -> list[dict[str, Any]]:
    """langkah[] of the report."""
    return [
        {
            "no": satu.no,
            "kegiatan": satu.kegiatan,
            "pelaksana": satu.pelaksana,
            "baku_menit": _menit(satu.baku),
            "aktual_menit": _menit(satu.durasi),
            "selisih_menit": _menit(satu.selisih),
            "status": satu.status,
            "ulang": satu.ulang,
        }
        for satu in baca(kasus)
    ]


def _menit(nilai: float | None) -> float | int | None:
    """Minutes without the noise of clock arithmetic."""
    if nilai is None:
        return None
    rapi = round(nilai, 4)
    return int(rapi) if rapi == int(rapi) else rapi


def _saat(nilai: float) -> str:
    return str(tampil(nilai, "saat"))
