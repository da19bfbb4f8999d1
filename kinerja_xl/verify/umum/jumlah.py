"""Sums: rows left out at the edges, subtotals counted twice, ranges such as T56:T64:T67."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja_xl.core.nama import alamat, rentang
from kinerja_xl.mesin.graf import Sebaran
from kinerja_xl.read.buku import Lembar, Sel
from kinerja_xl.verify.temuan import Temuan, buat
from kinerja_xl.verify.umum.batas import MAKS_LIHAT
from kinerja_xl.verify.umum.pandang import Pandang, Petak, Rumus
from kinerja_xl.verify.umum.urai import Daerah

_TAHUN = range(1990, 2101)
_NOMOR_MAKS = 60
MAKS_BAWAH = 50  # rows below a range that are looked at


def jumlah(pandang: Pandang) -> Iterator[Temuan]:
    """Findings about sums, in sheet, row, column order."""
    sisa = [MAKS_LIHAT]
    for lembar, rumus in pandang.lembar():
        total = Sebaran(satu.titik for satu in rumus.values() if satu.bentuk.jumlah)
        lewat: set[tuple[int, int, int]] = set()
        for titik in sorted(rumus):
            satu = rumus[titik]
            if satu.rantai:
                yield _rantai(satu)
            if not satu.bentuk.jumlah:
                continue
            yield from _ganda(total, rumus, satu, sisa)
            yield from _terlewat(lembar, rumus, satu, lewat)


def _rantai(satu: Rumus) -> Temuan:
    """A chain of colons is the rectangle around all its cells."""
    from kinerja_xl.verify.umum.urai import urai

    tulis = satu.rantai[0]
    _, b1, k1, b2, k2 = urai(tulis, 1, 1, (1, 1)).kotak[0]
    pisah = tulis.split(":")
    mungkin = f"{pisah[0]}:{pisah[1]}" + "".join(f",{p}" for p in pisah[2:])
    return buat("RMS-25", satu.titik, ada=tulis, arti=rentang(b1, k1, b2, k2), mungkin=mungkin)


def _tegak(satu: Rumus) -> Daerah | None:
    """The one range that a total sums above itself in its own column."""
    if len(satu.kotak) != 1:
        return None
    lembar, b1, k1, b2, k2 = satu.kotak[0]
    _, b, k = satu.titik
    return satu.kotak[0] if lembar == satu.titik[0] and k1 == k2 == k and b1 < b2 < b else None


def _ganda(total: Sebaran, rumus: Mapping[Petak, Rumus], satu: Rumus, sisa: list[int]) -> Iterator[Temuan]:
    """Totals inside the summed range whose own parts lie in it too."""
    terhitung = []
    for kotak in satu.kotak:
        if kotak[0] != satu.titik[0] or kotak[2] != kotak[4]:
            continue
        for titik in total.dalam(kotak):
            sisa[0] -= 1
            if sisa[0] < 0:
                return
            if titik != satu.titik and _termuat(rumus[titik[1:]], satu):
                terhitung.append(alamat(*titik[1:]))
    if terhitung:
        yield buat(
            "RMS-24", satu.titik, rumus=f"={(satu.sel.rumus or '')[:200]}", jumlah=len(terhitung),
            daftar=", ".join(terhitung[:4]) + (" ..." if len(terhitung) > 4 else ""),
        )  # fmt: skip


def _termuat(dalam: Rumus, luar: Rumus) -> bool:
    """Do all cells that the inner total sums lie in the outer range, upright as it is?"""
    return all(
        any(n == nama and x1 <= b1 and b2 <= x2 and y1 <= k1 and k2 <= y2 for n, x1, y1, x2, y2 in luar.kotak)
        for nama, b1, k1, b2, k2 in dalam.kotak
    )


def _terlewat(
    lembar: Lembar, rumus: Mapping[Petak, Rumus], satu: Rumus, lewat: set[tuple[int, int, int]]
) -> Iterator[Temuan]:
    """Numbers next to the range that belong to it: right below it and above the total, or right above it."""
    daerah = _tegak(satu)
    if daerah is None:
        return
    _, b1, k, b2, _ = daerah
    b, sel = satu.titik[1], lembar.sel
    bawah: list[int] = []
    while (
        len(bawah) < MAKS_BAWAH
        and b2 + 1 + len(bawah) < b
        and _sejenis(sel.get((b2 + 1 + len(bawah), k)), rumus, (b2, k))
    ):
        bawah.append(b2 + 1 + len(bawah))
    atas = [b1 - 1] if _di_atas(lembar, rumus, b1, b2, k) else []
    baris = atas or bawah
    if not baris or (b, b1, b2) in lewat:
        return
    lewat.add((b, b1, b2))  # the same total in the columns beside it is told once
    yield buat(
        "RMS-23", satu.titik, rumus=f"={(satu.sel.rumus or '')[:200]}", rentang=rentang(b1, k, b2, k),
        terlewat=rentang(baris[0], k, baris[-1], k), isi=sel[baris[0], k].nilai,
        seharusnya=f"=SUM({rentang(min(b1, baris[0]), k, max(b2, baris[-1]), k)})",
    )  # fmt: skip


def _sejenis(sel: Sel | None, rumus: Mapping[Petak, Rumus], akhir: Petak) -> bool:
    """A number like the last one of the range: both typed, or both the same formula."""
    if sel is None or sel.jenis != "n":
        return False
    lain, kini = rumus.get(akhir), rumus.get((sel.baris, sel.kolom))
    if lain is None or kini is None:
        return lain is None and kini is None
    return lain.bentuk.kunci == kini.bentuk.kunci


def _di_atas(lembar: Lembar, rumus: Mapping[Petak, Rumus], b1: int, b2: int, k: int) -> bool:
    """Is the cell above the range a typed number of the same table, no heading such as a year or a column number?"""
    sel = lembar.sel
    kini = sel.get((b1 - 1, k))
    if kini is None or kini.rumus is not None or kini.jenis != "n" or b2 - b1 < 1:
        return False
    dalam = [sel.get((b, k)) for b in (b1, b1 + 1)]
    if any(s is None or s.jenis != "n" or s.rumus is not None for s in dalam):
        return False
    if any(s is not None and s.gaya != kini.gaya for s in dalam) or _kepala(lembar, kini):
        return False
    label = [sel.get((b, kolom)) for b in (b1 - 1, b1) for kolom in range(max(1, k - 8), k)]
    teks = [any(s is not None and s.jenis == "s" for s in label[: len(label) // 2]),
            any(s is not None and s.jenis == "s" for s in label[len(label) // 2 :])]  # fmt: skip
    return teks[0] == teks[1]


def _kepala(lembar: Lembar, kini: Sel) -> bool:
    """A year, or one of the column numbers (1) (2) (3) below a heading."""
    nilai = kini.nilai
    if not isinstance(nilai, (int, float)) or nilai != int(nilai):
        return False
    if int(nilai) in _TAHUN:
        return True
    samping = [lembar.sel.get((kini.baris, kini.kolom + s)) for s in (-1, 1)]
    return 0 < nilai <= _NOMOR_MAKS and any(
        s is not None and s.jenis == "n" and s.nilai in (nilai - 1, nilai + 1) for s in samping
    )
