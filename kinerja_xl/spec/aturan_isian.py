"""What an input accepts, as a data validation rule of the spreadsheet."""

from __future__ import annotations

from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.spec.manifest import Sah, Sel

_MAKS_DAFTAR = 255
_ANGKA_MAKS = 1e15
_SERIAL_AWAL, _SERIAL_AKHIR = 1, 2958465
_JAM_AKHIR = 0.999988425925926  # 23:59:59
_DESIMAL = ("angka", "persen", "rupiah")
_TANGGAL = ("tanggal", "saat")
_TERSIMPAN = {"integer": "whole", "length": "textLength"}

Aturan = tuple[str, str, str | float, str | float]


def aturan(sel: Sel) -> Aturan | None:
    """The rule as a file stores it: type, operator, first and second formula; None when anything goes."""
    pokok, _ = inti(sel, sel.sah or Sah())
    if not pokok:
        return None
    jenis = str(pokok["validate"])
    if jenis == "list":
        sumber = pokok["source"]
        return jenis, "between", f'"{",".join(sumber)}"' if isinstance(sumber, list) else str(sumber)[1:], ""
    if jenis == "length":
        return _TERSIMPAN[jenis], "lessThanOrEqual", pokok["value"], ""
    return _TERSIMPAN.get(jenis, jenis), "between", pokok["minimum"], pokok["maximum"]


def inti(sel: Sel, sah: Sah) -> tuple[dict[str, Any], str]:
    """The rule proper in words of XlsxWriter ({} = anything goes), and the sentence that asks for it."""
    if sah.pilihan_dari:
        return {"validate": "list", "source": "=" + sah.pilihan_dari}, "Pilih salah satu dari daftar."
    if sah.pilihan:
        return {"validate": "list", "source": _daftar(sel, sah)}, f"Pilih salah satu: {', '.join(sah.pilihan)}."
    if sel.tipe in _DESIMAL:
        return _antara("decimal", sah, -_ANGKA_MAKS, _ANGKA_MAKS, "angka", tulis)
    if sel.tipe == "bulat":
        return _antara("integer", sah, -_ANGKA_MAKS, _ANGKA_MAKS, "bilangan bulat", tulis)
    if sel.tipe in _TANGGAL:
        contoh = "tanggal, misalnya 31/01/2024" if sel.tipe == "tanggal" else "tanggal dan jam, 31/01/2024 08:00"
        return _antara("date", sah, _SERIAL_AWAL, _SERIAL_AKHIR, contoh, _tanggal)
    if sel.tipe == "jam":
        return {"validate": "time", "criteria": "between", "minimum": 0, "maximum": _JAM_AKHIR}, "Tulis jam, 07:30."
    if sah.panjang:
        batas = {"validate": "length", "criteria": "<=", "value": sah.panjang}
        return batas, f"Tulis paling banyak {sah.panjang} huruf."
    return {}, ""


def _daftar(sel: Sel, sah: Sah) -> list[str]:
    if any("," in satu for satu in sah.pilihan) or len(",".join(sah.pilihan)) > _MAKS_DAFTAR:
        raise KinerjaError(
            f"pilihan isian '{sel.judul or sel.nama}' memuat koma atau terlalu panjang; pakai pilihan_dari"
        )
    return list(sah.pilihan)


def _antara(jenis: str, sah: Sah, bawah: float, atas: float, sebutan: str, tampil: Any) -> tuple[dict[str, Any], str]:
    a = bawah if sah.min is None else sah.min
    z = atas if sah.maks is None else sah.maks
    aturan = {"validate": jenis, "criteria": "between", "minimum": _rapi(a), "maximum": _rapi(z)}
    if sah.min is None and sah.maks is None:
        return aturan, f"Tulis {sebutan}."
    if sah.maks is None:
        return aturan, f"Tulis {sebutan}, paling sedikit {tampil(a)}."
    if sah.min is None:
        return aturan, f"Tulis {sebutan}, paling banyak {tampil(z)}."
    return aturan, f"Tulis {sebutan}, {tampil(a)} sampai {tampil(z)}."


def _rapi(nilai: float) -> float:
    return int(nilai) if float(nilai).is_integer() else nilai


def _tanggal(serial: float) -> str:
    return f"{dari_serial(serial):%d/%m/%Y}"
