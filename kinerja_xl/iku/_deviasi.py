"""Deviation of realisation from plan, month by month on cumulative amounts: shared by IKPA (halaman III) and NKA."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.rumus import (
    Rentang,
    RentangNama,
    banyak_bila,
    banyak_pasangan,
    berisi,
    bukan_sebentuk,
    jaga_bentuk,
    jumlah_bukan_angka,
)
from kinerja_xl.core.sel import angka_atau_kosong, rapikan
from kinerja_xl.iku._bagian import bentuk_salah, deret, sel_deret

BULAN = 12  # months of a year: the longest plan


def nilai_kesesuaian(rencana: Any, realisasi: Any) -> Optional[float]:
    """max(0, 100 - mean of |realisation - plan| / plan x 100); None when no month has data.

    A month without realisation is still to come; plan 0 and realisation 0 is no data; plan 0 with spending raises.
    """
    mendatar = len(rapikan(rencana)) == 1
    ren, real = deret(rencana, "rencana"), deret(realisasi, "realisasi")
    if len(ren) != len(real) or mendatar != (len(rapikan(realisasi)) == 1):
        raise KinerjaError("rencana dan realisasi harus sama bentuk dan sama panjang")
    if len(ren) > BULAN:
        raise KinerjaError(f"rencana paling banyak {BULAN} bulan, diberi {len(ren)}")
    simpang = []
    for ke, pasangan in enumerate(zip(ren, real), 1):
        tempat = {"kolom": ke} if mendatar else {"baris": ke}
        satu = _simpang(*pasangan, tempat)
        if satu is not None:
            simpang.append(satu)
    if not simpang:
        return None
    rata = sum(simpang) / len(simpang)
    catat("Rata-rata simpangan {banyak} bulan yang berdata, persen", "({simpang:+}) / {banyak}", rata,
          en="Mean deviation of the {banyak} months with data, percent", simpang=simpang,
          banyak=len(simpang))  # fmt: skip
    hasil = max(0.0, 100 - rata)
    catat("100 dikurangi rata-rata simpangan, minimal 0", "100 - {rata}", hasil, rata=rata,
          tanda="=" if rata <= 100 else "->", en="100 less the mean deviation, at least 0")  # fmt: skip
    return hasil


def _simpang(rencana: Any, realisasi: Any, tempat: dict[str, int]) -> Optional[float]:
    ren = angka_atau_kosong(rencana, "rencana", bawah=0, **tempat)
    real = angka_atau_kosong(realisasi, "realisasi", bawah=0, **tempat)
    if real is None:
        catat("Bulan ke-{ke}: belum ada realisasi, tidak dihitung", ke=next(iter(tempat.values())),
              en="Month {ke}: no realisation yet, not counted")  # fmt: skip
        return None
    if ren is None:
        raise KinerjaError("rencana belum diisi padahal realisasi ada", **tempat)
    if ren == 0 and real > 0:
        raise KinerjaError("ada realisasi padahal rencananya 0", **tempat)
    ke = next(iter(tempat.values()))
    if not ren:
        catat("Bulan ke-{ke}: rencana dan realisasi 0, tidak dihitung", ke=ke,
              en="Month {ke}: plan and realisation are 0, not counted")  # fmt: skip
        return None
    hasil = abs(real - ren) / ren * 100
    catat("Bulan ke-{ke}: simpangan terhadap rencana, persen", "|{real} - {ren}| / {ren} × 100", hasil,
          en="Month {ke}: deviation from the plan, percent", ke=ke, real=real, ren=ren)  # fmt: skip
    return hasil


def kesesuaian_excel(rencana: str, realisasi: str) -> str:
    """Twin of `nilai_kesesuaian`."""
    boleh = range(1, BULAN + 1)
    ren, real = sel_deret(rencana, boleh), sel_deret(realisasi, boleh)
    if ren is None or real is None or not _sama_bentuk(rencana, realisasi):
        return "NA()"
    banyak = banyak_pasangan(realisasi, ">=0", rencana, ">0")
    salah = (
        f"{jumlah_bukan_angka(rencana)}+{jumlah_bukan_angka(realisasi)}"
        f"+{banyak_bila(rencana, '<', '0')}+{banyak_bila(realisasi, '<', '0')}"
        f"+{banyak_pasangan(realisasi, '>0', rencana, '=0')}"
        f"+ABS(COUNT({realisasi})-{banyak_pasangan(realisasi, '>=0', rencana, '>=0')})"
        f"{bentuk_salah(rencana, boleh)}"
    )
    suku = "+".join(f"IF(AND(ISNUMBER({a}),N({r})>0),ABS({a}-{r})/{r}*100,0)" for r, a in zip(ren, real))
    if isinstance(rencana, RentangNama):
        dihitung = f"{berisi(realisasi)}*{berisi(rencana)}*({rencana}>0)"
        suku = f"SUM(IF({dihitung},ABS({realisasi}-{rencana})/{rencana}*100,0))"
    nilai = f'IF({salah}>0,NA(),IF({banyak}=0,"",MAX(0,100-({suku})/{banyak})))'
    return jaga_bentuk(bukan_sebentuk(rencana, realisasi), nilai)


def _sama_bentuk(satu: str, dua: str) -> bool:
    if not (isinstance(satu, Rentang) and isinstance(dua, Rentang)):
        return True
    return (satu.tinggi, satu.lebar) == (dua.tinggi, dua.lebar)
