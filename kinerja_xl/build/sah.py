"""Data validation of inputs: what Excel lets a person type, with a title and a message in the workbook's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat
from kinerja_xl.core.sel import tulis
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.spec.bahasa import BAWAAN, kata
from kinerja_xl.spec.manifest import LembarM, Sah, Sel

_MAKS_JUDUL, _MAKS_PESAN, _MAKS_DAFTAR = 32, 255, 255
_ANGKA_MAKS = 1e15
_SERIAL_AWAL, _SERIAL_AKHIR = 1, 2958465
_JAM_AKHIR = 0.999988425925926  # 23:59:59
_DESIMAL = ("angka", "persen", "rupiah")
_TANGGAL = ("tanggal", "saat")
_SEL_INI = "angka atau kata"  # stands for the formula until the cell is known to which it is relative

Lari = tuple[int, int, int, int]  # first row, column, last row, column; 0-based as XlsxWriter counts


def validasi(lembar: LembarM, bahasa: str = BAWAAN) -> list[tuple[dict[str, Any], list[Lari]]]:
    """Validations of a sheet, equal ones together, each with its cells as vertical runs."""
    kelompok: dict[tuple[Any, ...], tuple[dict[str, Any], list[Sel]]] = {}
    for sel in lembar.sel:
        if sel.peran == "isian":
            pilihan, kunci = _aturan_berkunci(sel.sah or Sah(), sel.tipe, sel.judul, sel.nama, bahasa)
            if pilihan:
                kelompok.setdefault(kunci, (pilihan, []))[1].append(sel)
    return [satu for pilihan, sel in kelompok.values() for satu in _terpasang(pilihan, sel)]


def _terpasang(pilihan: dict[str, Any], sel: list[Sel]) -> Iterable[tuple[dict[str, Any], list[Lari]]]:
    """One validation for all cells; a formula is relative to the first cell of its run, so each run has its own."""
    lari = _lari(sel)
    if pilihan.get("value") != _SEL_INI:
        return [(pilihan, lari)]
    sah = sel[0].sah or Sah()
    return [({**pilihan, "value": _angka_atau_kata(sah, alamat(satu[0] + 1, satu[1] + 1))}, [satu]) for satu in lari]


def _angka_atau_kata(sah: Sah, sel: str) -> str:
    """The formula of a validation: a number within its limits, or one of the words."""
    batas = [f"{sel}>={sah.min:g}"] if sah.min is not None else []
    batas += [f"{sel}<={sah.maks:g}"] if sah.maks is not None else []
    angka = f"IF(ISNUMBER({sel}),AND({','.join(batas)}),FALSE)" if batas else f"ISNUMBER({sel})"
    kata = [f'TRIM({sel})="{satu}"' for satu in sah.kata]
    return f"=OR({','.join([angka, *kata])})"


def _lari(sel: Iterable[Sel]) -> list[Lari]:
    """Cells merged into vertical runs, left to right."""
    hasil: list[Lari] = []
    for b, k in sorted((s.titik for s in sel), key=lambda t: (t[1], t[0])):
        if hasil and hasil[-1][1] == k - 1 and hasil[-1][2] == b - 2:
            b1, k1, _, _ = hasil[-1]
            hasil[-1] = (b1, k1, b - 1, k - 1)
        else:
            hasil.append((b - 1, k - 1, b - 1, k - 1))
    return hasil


@lru_cache(maxsize=4096)
def _aturan_berkunci(sah: Sah, tipe: str, judul: str, nama: str, bahasa: str) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """The rule of an input, never to be changed, and what equal rules have in common."""
    pilihan = _aturan(Sel(1, 1, "isian", "", sah=sah, tipe=tipe, judul=judul, nama=nama), bahasa)
    return pilihan, tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(pilihan.items()))


def _aturan(sel: Sel, bahasa: str) -> dict[str, Any]:
    sah = sel.sah or Sah()
    inti, minta = _inti(sel, sah, bahasa)
    pesan = sah.pesan or minta
    if not inti and not pesan:
        return {}
    hasil: dict[str, Any] = {"validate": "any", **inti, "ignore_blank": True}
    judul = _potong(sah.judul or sel.judul, _MAKS_JUDUL)
    if pesan:
        hasil["input_title"], hasil["input_message"] = judul, _potong(pesan, _MAKS_PESAN)
    if inti:
        hasil["error_type"] = "stop"
        hasil["error_title"] = kata(bahasa, "Isian belum sesuai")
        hasil["error_message"] = _potong(minta or pesan, _MAKS_PESAN)
    return hasil


def _inti(sel: Sel, sah: Sah, b: str) -> tuple[dict[str, Any], str]:
    """The rule proper, and the sentence that asks for it."""
    if sah.pilihan_dari:
        return {"validate": "list", "source": "=" + sah.pilihan_dari}, kata(b, "Pilih salah satu dari daftar.")
    if sah.pilihan:
        minta = kata(b, "Pilih salah satu: {pilihan}.").format(pilihan=", ".join(sah.pilihan))
        return {"validate": "list", "source": _daftar(sel, sah)}, minta
    if sah.kata:
        _, minta = _antara("decimal", sah, -_ANGKA_MAKS, _ANGKA_MAKS, kata(b, "angka"), _tampil(b), b)
        lengkap = kata(b, "{minta}, atau {kata}.").format(minta=minta.rstrip("."), kata=", ".join(sah.kata))
        return {"validate": "custom", "value": _SEL_INI}, lengkap
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


def _potong(teks: str, maks: int) -> str:
    """Excel refuses longer titles and messages."""
    return teks if len(teks) <= maks else teks[: maks - 1].rstrip() + "…"
