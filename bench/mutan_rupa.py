"""Changes of locks and looks of a cell."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from bench.mutan_alat import (
    SEBELUM_SAH,
    Mutan,
    Pilih,
    angka,
    cara,
    di,
    rumus_bahan,
    sisip,
)  # fmt: skip
from bench.mutan_buku import STYLES, Bahan
from kinerja_xl.core.nama import alamat
from kinerja_xl.spec.manifest import Titik


def _tergaya(bahan: Bahan, t: Titik, **gaya: str) -> dict[str, Any]:
    x = bahan.ambil(t)
    assert x is not None
    styles, s = bahan.gaya(x.s, **gaya)
    return {**bahan.ganti((t, {"s": s})), STYLES: styles}


def _terisi(bahan: Bahan, *peran: str) -> list[Any]:
    return [s for s in bahan.sel_peran(*peran) if s[2] in bahan.sel and bahan.sel[s[2]].nilai not in (None, "")]


@cara("kunci dibuka", "sel")
def _buka(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih([s for s in bahan.sel_peran("label", "rumus") if s[2] in bahan.sel])
    return di(t, _tergaya(bahan, t, kunci='locked="0"'))


@cara("rumus disembunyikan", "rumus")
def _sembunyi_rumus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    return di(t, _tergaya(bahan, t, kunci='locked="1" hidden="1"'))


@cara("format menampilkan angka lain", "sel")
def _format_palsu(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih([s for s in _terisi(bahan, "rumus", "isian") if angka(bahan.sel[s[2]].nilai)])
    return di(t, _tergaya(bahan, t, format_angka=acak.choice(('"120.00"', '"LENGKAP"', '0"0"', "0,", '#,##0.00"5"'))))


@cara("format menyembunyikan", "sel")
def _format_kosong(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_terisi(bahan, "rumus", "isian", "label"))
    return di(t, _tergaya(bahan, t, format_angka=acak.choice((";;;", '""', "0;;;"))))


@cara("format tipe lain", "sel")
def _format_lain(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """A percentage on a plain number (97.5 shows as 9750 %), a date on a number, a number on a date, no decimals."""
    calon = [s for s in _terisi(bahan, "rumus", "isian") if angka(bahan.sel[s[2]].nilai) and s[1].tipe != "teks"]
    _, s, t = pilih(calon)
    waktu = s.tipe in ("tanggal", "saat", "jam")
    return di(t, _tergaya(bahan, t, format_angka="0.00" if waktu else acak.choice(("0.00%", "dd/mm/yyyy", "0.0E+00"))))


@cara("huruf sewarna isi", "sel")
def _putih(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_terisi(bahan, "rumus", "isian", "label"))
    warna = acak.choice(("FFFFFF", "FEFEFE", "FAFAFA"))
    return di(t, _tergaya(bahan, t, isi="FFFFFF", huruf=f'<sz val="10"/><color rgb="FF{warna}"/><name val="Calibri"/>'))


@cara("huruf sangat kecil", "sel")
def _kecil(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_terisi(bahan, "rumus", "isian", "label"))
    return di(t, _tergaya(bahan, t, huruf=f'<sz val="{acak.choice((1, 2, 3))}"/><name val="Calibri"/>'))


@cara("warna bersyarat menyembunyikan", "sel")
def _bersyarat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_terisi(bahan, "rumus", "isian"))
    r, styles = alamat(t[1], t[2]), bahan.teks(STYLES)
    huruf = '<font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FFFFFFFF"/></patternFill></fill>'
    angka_format = '<numFmt numFmtId="991" formatCode=";;;"/>'
    dxf = f"<dxf>{acak.choice((huruf, angka_format))}</dxf>"
    if "<dxfs" in styles and "</dxfs>" in styles:
        bagian = styles[styles.index("<dxfs") : styles.index("</dxfs>")]
        nomor, baru = bagian.count("<dxf>"), styles.replace("</dxfs>", dxf + "</dxfs>", 1)
    else:
        nomor, baru = 0, re.sub(r"<dxfs[^>]*/>", f'<dxfs count="1">{dxf}</dxfs>', styles, count=1)
    aturan = (
        f'<conditionalFormatting sqref="{r}"><cfRule type="expression" dxfId="{nomor}" priority="1">'
        "<formula>TRUE</formula></cfRule></conditionalFormatting>"
    )
    return di(t, {bahan.lembar[t[0]]: sisip(bahan, t[0], aturan, SEBELUM_SAH), STYLES: baru})
