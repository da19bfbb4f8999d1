"""What the commands of `kinerja sop` share: words in two languages, moments in words, probabilities, tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.sop.jam_kerja import HARI
from kinerja_xl.sop.model import Sop

_HARI_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_BULAN_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def hari(saat: date, lang: str) -> str:
    """ "Senin 6 Jan 2025", or "Mon 6 Jan 2025"."""
    nama, bulan = (_HARI_EN, _BULAN_EN) if lang == "en" else (HARI, _BULAN)
    return f"{nama[saat.weekday()]} {saat.day} {bulan[saat.month - 1]} {saat.year}"


def saat(nilai: datetime, lang: str) -> str:
    """The day and the clock: "Senin 6 Jan 2025 08.00"; seconds only where they are."""
    return f"{hari(nilai, lang)} {nilai:%H.%M}{f'.{nilai.second:02d}' if nilai.second else ''}"


def angka(nilai: float, lang: str, desimal: int = 2) -> str:
    """A number with at most so many decimals in the reader's way."""
    teks = tulis(round(nilai, desimal))
    return teks.replace(",", ".") if lang == "en" else teks


def bilangan(nilai: float) -> float | int:
    """A number for JSON: minutes without the noise of arithmetic, whole ones as integers."""
    rapi = round(nilai, 4)
    return int(rapi) if rapi == int(rapi) else rapi


def baca_peluang(teks: Sequence[str], sop: Sop) -> float | dict[int, float]:
    """Probabilities as typed: "0,1" for every decision, "6=0,2" for the decision at step 6."""
    umum, khusus = 0.0, {}
    for satu in teks:
        kiri, tanda, kanan = satu.rpartition("=")
        if tanda and not kiri.strip().isdigit():
            raise KinerjaError(f"peluang '{satu}' tidak terbaca; tulis 0,1 atau 6=0,2 (langkah 6)")
        nilai = _pecahan(kanan, satu)
        if tanda:
            khusus[int(kiri)] = nilai
        else:
            umum = nilai
    if not khusus:
        return umum
    return {**{x.no: umum for x in sop.langkah if x.keputusan}, **khusus}


def _pecahan(teks: str, asli: str) -> float:
    rapi = teks.strip().replace(",", ".")
    try:
        nilai = float(rapi)
    except ValueError:
        raise KinerjaError(
            f"peluang '{asli}' tidak terbaca; tulis angka 0 sampai kurang dari 1, misalnya 0,1"
        ) from None
    if not 0 <= nilai < 1:
        raise KinerjaError(f"peluang '{asli}' harus 0 sampai kurang dari 1")
    return nilai


def tabel(baris: Sequence[Sequence[str]], kanan: Sequence[int] = ()) -> list[str]:
    """Rows with their columns in line; `kanan`: columns set to the right. The last column is not padded."""
    lebar = [max(len(satu[k]) for satu in baris) for k in range(len(baris[0]))]
    return [
        "  ".join(sel.rjust(lebar[k]) if k in kanan else sel.ljust(lebar[k]) for k, sel in enumerate(satu)).rstrip()
        for satu in baris
    ]
