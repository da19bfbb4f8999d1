"""Targets: what the pengukuran tables say about each indicator. A missed target is a fact, not a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import tulis
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Temuan, buat

TABEL = ("pengukuran", "iku_ringkasan", "lkj_capaian")
HARFIAH = "pengukuran_harfiah"
Rekaman = Mapping[str, tuple[Titik, Nilai]]


@periksa("TGT", 70)
def target_dinilai(kasus: Kasus) -> Iterator[Temuan]:
    """Every target has realisasi and is met; where it is missed, cause and follow-up are stated."""
    for rekaman in _rekaman(kasus):
        keadaan = status(rekaman)
        if keadaan == "tidak-tercapai":
            yield from _tidak_tercapai(rekaman)
        elif keadaan == "belum-ada-realisasi" and _angka(rekaman, "target") is not None:
            yield _buat("TGT-04", rekaman, "realisasi")
        elif keadaan == "tidak-dinilai" and _angka(rekaman, "realisasi") is not None:
            yield _buat("TGT-05", rekaman, "target")


def _tidak_tercapai(rekaman: Rekaman) -> Iterator[Temuan]:
    yield _buat("TGT-01", rekaman, "capaian")
    for kunci, kode in (("penyebab", "TGT-02"), ("tindak_lanjut", "TGT-03")):
        if kunci in rekaman and not str(rekaman[kunci][1] or "").strip():
            yield _buat(kode, rekaman, kunci)


def _buat(kode: str, rekaman: Rekaman, kunci: str) -> Temuan:
    capaian = _angka(rekaman, "capaian")
    return buat(
        kode, rekaman[kunci][0], kode=_teks(rekaman, "kode"), indikator=_teks(rekaman, "indikator"),
        target=_isi(rekaman, "target"), realisasi=_isi(rekaman, "realisasi"),
        capaian=None if capaian is None else bulat(capaian, 2), polarisasi=_teks(rekaman, "polarisasi"),
    )  # fmt: skip


def status(rekaman: Rekaman) -> str:
    """tercapai, tidak-tercapai, belum-ada-realisasi or tidak-dinilai."""
    if _angka(rekaman, "target") is None:
        return "tidak-dinilai"
    if _angka(rekaman, "realisasi") is None:
        return "belum-ada-realisasi"
    capaian = _angka(rekaman, "capaian")
    if capaian is None:
        return "tidak-dinilai"
    return "tercapai" if bulat(capaian, 9) >= _penuh() else "tidak-tercapai"


def _penuh() -> float:
    """Capaian that counts as met, from the rule book."""
    return keluarga("capaian").untuk().angka("capaian_penuh")


def daftar_target(kasus: Kasus) -> list[dict[str, Any]]:
    """targets[] of the report; the literal reading of the document stands beside as "harfiah"."""
    harfiah = {_teks(r, "kode"): _ringkas(r) for r in kasus.rekaman(HARFIAH) if _teks(r, "kode")}
    hasil = []
    for rekaman in _rekaman(kasus):
        kode = _teks(rekaman, "kode")
        satu = {"kode": kode, "nama": _teks(rekaman, "indikator"), **_ringkas(rekaman)}
        if kode in harfiah:
            satu["harfiah"] = harfiah[kode]
        hasil.append(satu)
    return hasil


def _ringkas(rekaman: Rekaman) -> dict[str, Any]:
    capaian = _angka(rekaman, "capaian")
    return {
        "target": _isi(rekaman, "target"),
        "realisasi": _isi(rekaman, "realisasi"),
        "capaian": None if capaian is None else bulat(capaian, 2),
        "polarisasi": _teks(rekaman, "polarisasi").lower(),
        "status": status(rekaman),
    }


def _rekaman(kasus: Kasus) -> Iterator[Rekaman]:
    """Rows of the measuring table that name an indicator."""
    for nama in TABEL:
        if nama in kasus.manifest.tabel:
            yield from (r for r in kasus.rekaman(nama) if _teks(r, "kode"))
            return


def _isi(rekaman: Rekaman, kunci: str) -> Nilai:
    nilai = rekaman[kunci][1] if kunci in rekaman else None
    if isinstance(nilai, float) and nilai.is_integer():
        return int(nilai)  # an input and a formula that repeats it read alike
    return None if nilai == "" else nilai


def _angka(rekaman: Rekaman, kunci: str) -> float | None:
    nilai = _isi(rekaman, kunci)
    return nilai if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def _teks(rekaman: Rekaman, kunci: str) -> str:
    nilai = _isi(rekaman, kunci)
    return "" if nilai is None else tulis(nilai).strip()
