"""What an input accepts, as a data validation rule of the spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.spec.bahasa import BAWAAN, kata
from kinerja_xl.spec.manifest import Sah, Sel

SEL_INI = "\0"  # in a formula of a rule: the cell to which it is relative

_MAKS_DAFTAR = 255
_ANGKA_MAKS = 1e15
_SERIAL_AWAL, _SERIAL_AKHIR = 1, 2958465
_JAM_AKHIR = 0.999988425925926  # 23:59:59
_DESIMAL = ("angka", "persen", "rupiah")
_TANGGAL = ("tanggal", "saat")
_TERSIMPAN = {"integer": "whole", "length": "textLength"}

Aturan = tuple[str, str, str | float, str | float]


def aturan(sel: Sel) -> Aturan | None:
    """The rule as a file stores it: type, operator, first and second formula; None when anything goes.

    In a formula, SEL_INI stands for the first cell of the area the rule covers.
    """
    pokok, _ = inti(sel, sel.sah or Sah())
    if not pokok:
        return None
    jenis = str(pokok["validate"])
    if jenis == "list":
        sumber = pokok["source"]
        return jenis, "between", f'"{",".join(sumber)}"' if isinstance(sumber, list) else str(sumber)[1:], ""
    if jenis == "length":
        return _TERSIMPAN[jenis], "lessThanOrEqual", pokok["value"], ""
    if jenis == "custom":
        return jenis, "between", angka_atau_kata(sel.sah or Sah(), SEL_INI)[1:], ""
    return _TERSIMPAN.get(jenis, jenis), "between", pokok["minimum"], pokok["maximum"]


def inti(sel: Sel, sah: Sah, b: str = BAWAAN) -> tuple[dict[str, Any], str]:
    """The rule proper in words of XlsxWriter ({} = anything goes), and the sentence that asks for it in a language."""
    if sah.pilihan_dari:
        return {"validate": "list", "source": "=" + sah.pilihan_dari}, kata(b, "Pilih salah satu dari daftar.")
    if sah.pilihan:
        minta = kata(b, "Pilih salah satu: {pilihan}.").format(pilihan=", ".join(sah.pilihan))
        return {"validate": "list", "source": _daftar(sel, sah)}, minta
    if sah.kata:
        _, minta = _antara("decimal", sah, -_ANGKA_MAKS, _ANGKA_MAKS, kata(b, "angka"), _tampil(b), b)
        lengkap = kata(b, "{minta}, atau {kata}.").format(minta=minta.rstrip("."), kata=", ".join(sah.kata))
        return {"validate": "custom", "value": SEL_INI}, lengkap
    if sel.tipe in _DESIMAL:
        return _antara("decimal", sah, -_ANGKA_MAKS, _ANGKA_MAKS, kata(b, "angka"), _tampil(b), b)
    if sel.tipe == "bulat":
        return _antara("integer", sah, -_ANGKA_MAKS, _ANGKA_MAKS, kata(b, "bilangan bulat"), _tampil(b), b)
    if sel.tipe in _TANGGAL:
        hari, saat = kata(b, "tanggal, misalnya 31/01/2024"), kata(b, "tanggal dan jam, 31/01/2024 08:00")
        return _antara("date", sah, _SERIAL_AWAL, _SERIAL_AKHIR, hari if sel.tipe == "tanggal" else saat, _tanggal, b)
    if sel.tipe == "jam":
        batas = {"validate": "time", "criteria": "between", "minimum": 0, "maximum": _JAM_AKHIR}
        return batas, kata(b, "Tulis jam, 07:30.")
    if sah.panjang:
        batas = {"validate": "length", "criteria": "<=", "value": sah.panjang}
        return batas, kata(b, "Tulis paling banyak {panjang} huruf.").format(panjang=sah.panjang)
    return {}, ""


def angka_atau_kata(sah: Sah, sel: str) -> str:
    """The formula of a rule for the cell it is written at: a number within its limits, or one of the words."""
    batas = [f"{sel}>={sah.min:g}"] if sah.min is not None else []
    batas += [f"{sel}<={sah.maks:g}"] if sah.maks is not None else []
    angka = f"AND({','.join([f'ISNUMBER({sel})', *batas])})" if batas else f"ISNUMBER({sel})"
    semua = [f'TRIM({sel})="{satu}"' for satu in sah.kata]
    return f"=OR({','.join([angka, *semua])})"


def _daftar(sel: Sel, sah: Sah) -> list[str]:
    if any("," in satu for satu in sah.pilihan) or len(",".join(sah.pilihan)) > _MAKS_DAFTAR:
        raise KinerjaError(
            f"pilihan isian '{sel.judul or sel.nama}' memuat koma atau terlalu panjang; pakai pilihan_dari"
        )
    return list(sah.pilihan)


def _antara(
    jenis: str, sah: Sah, bawah: float, atas: float, apa: str, tampil: Any, b: str
) -> tuple[dict[str, Any], str]:
    a = bawah if sah.min is None else sah.min
    z = atas if sah.maks is None else sah.maks
    aturan = {"validate": jenis, "criteria": "between", "minimum": _rapi(a), "maximum": _rapi(z)}
    if sah.min is None and sah.maks is None:
        return aturan, kata(b, "Tulis {apa}.").format(apa=apa)
    if sah.maks is None:
        return aturan, kata(b, "Tulis {apa}, paling sedikit {min}.").format(apa=apa, min=tampil(a))
    if sah.min is None:
        return aturan, kata(b, "Tulis {apa}, paling banyak {maks}.").format(apa=apa, maks=tampil(z))
    return aturan, kata(b, "Tulis {apa}, {min} sampai {maks}.").format(apa=apa, min=tampil(a), maks=tampil(z))


def _tampil(bahasa: str) -> Callable[[float], str]:
    """How a number is written: with a decimal comma in Indonesian, with a point elsewhere."""
    return tulis if bahasa == BAWAAN else lambda n: tulis(n).replace(",", ".")


def _rapi(nilai: float) -> float:
    return int(nilai) if float(nilai).is_integer() else nilai


def _tanggal(serial: float) -> str:
    return f"{dari_serial(serial):%d/%m/%Y}"
