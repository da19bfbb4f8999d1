"""Changes of one cell: formulas, stored results, fixed texts, inputs, locks and looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from random import Random
from typing import Any

from bench.mutan_buku import STYLES, Bahan, hasil_x, isi_x
from kinerja_xl.core.nama import alamat
from kinerja_xl.spec.manifest import Titik

Pilih = Callable[[list[Any]], Any]
NOL_LEBAR, SIRILIK = (
    "\u200b",
    {"a": "\u0430", "e": "\u0435", "o": "\u043e", "i": "\u0456", "A": "\u0410", "K": "\u039a"},
)
_ACUAN = re.compile(r"(?<![A-Za-z_\d.$])(\$?[A-Z]{1,2}\$?)(\d{1,4})(?![\d(A-Za-z_.])")
_LITERAL = re.compile(r"(?<![A-Za-z_\d.$\"])(\d{1,4})(?![\d(A-Za-z_.:!\"])")
_FUNGSI = {"SUM(": "MAX(", "ROUND(": "ROUNDUP(", "AVERAGE(": "MEDIAN(", "IF(": "IFERROR(", "COUNT(": "COUNTA(",
           "AND(": "OR(", "ISNUMBER(": "ISTEXT(", "MIN(": "MAX("}  # fmt: skip


@dataclass(frozen=True)
class Mutan:
    """A changed workbook. baris, kolom: 0 = the whole column, row or sheet; nama: a defined name."""

    ubah: dict[str, Any]
    lembar: str = ""
    baris: int = 0
    kolom: int = 0
    nama: str = ""
    area: tuple[int, int] = (0, 0)  # last row and column when several cells were touched
    lembar_lain: tuple[str, ...] = field(default=())


Cara = Callable[[Random, Bahan, Pilih], "Mutan | None"]
CARA: dict[str, tuple[str, Cara]] = {}


def cara(nama: str, sasaran: str) -> Callable[[Cara], Cara]:
    """Register an operator under its name and what it touches."""

    def daftar(fungsi: Cara) -> Cara:
        CARA[nama] = sasaran, fungsi
        return fungsi

    return daftar


def di(titik: Titik, ubah: dict[str, Any]) -> Mutan:
    """A mutant of one cell."""
    return Mutan(ubah, *titik)


def _rumus(bahan: Bahan, syarat: Callable[[Any], bool] = lambda _: True) -> list[Any]:
    return [s for s in bahan.sel_peran("rumus") if s[2] in bahan.sel and syarat(bahan.sel[s[2]].nilai)]


def angka(nilai: Any) -> bool:
    """A number, not a boolean."""
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)


def _f(teks: str) -> str:
    return f"<f>{escape(teks, quote=False)}</f>"


def _ubah_rumus(bahan: Bahan, titik: Titik, baru: str, **lain: str) -> Mutan:
    return di(titik, bahan.ganti((titik, {"f": _f(baru), **lain})))


def _teks_rumus(bahan: Bahan, titik: Titik) -> str:
    return bahan.sel[titik].rumus or ""


# -- formulas ------------------------------------------------------------------------------------------------


@cara("rumus jadi nilainya", "rumus")
def _jadi_nilai(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan))
    return di(t, bahan.ganti((t, {"f": "", **isi_x(bahan.sel[t].nilai)})))


@cara("rumus disunting, hasil sama", "rumus")
def _sunting(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan))
    ekor = "+0" if angka(bahan.sel[t].nilai) else '&""'
    return _ubah_rumus(bahan, t, f"({_teks_rumus(bahan, t)}){ekor}")


@cara("rumus dan hasil diubah", "rumus")
def _kali(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan, angka))
    nilai = bahan.sel[t].nilai * 1.05 + 1
    return _ubah_rumus(bahan, t, f"({_teks_rumus(bahan, t)})*1.05+1", **hasil_x(nilai))


@cara("acuan digeser", "rumus")
def _geser(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih([s for s in _rumus(bahan) if _ACUAN.search(_teks_rumus(bahan, s[2]))])
    rumus = _teks_rumus(bahan, t)
    satu = acak.choice(list(_ACUAN.finditer(rumus)))
    baru = rumus[: satu.start(2)] + str(int(satu.group(2)) + acak.choice((1, 2))) + rumus[satu.end(2) :]
    return _ubah_rumus(bahan, t, baru)


@cara("nama ditukar", "rumus")
def _tukar_nama(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    nama = sorted(n for n in bahan.manifest.sel_bernama if not n.startswith("info_"))
    pola = re.compile(r"\b(" + "|".join(map(re.escape, nama)) + r")\b")
    calon = [s for s in _rumus(bahan) if pola.search(_teks_rumus(bahan, s[2]))] if len(nama) > 1 else []
    if not calon:
        return None
    _, _, t = pilih(calon)
    rumus = _teks_rumus(bahan, t)
    satu = acak.choice(list(pola.finditer(rumus)))
    lain = acak.choice([n for n in nama if n != satu.group()])
    return _ubah_rumus(bahan, t, rumus[: satu.start()] + lain + rumus[satu.end() :])


@cara("angka dalam rumus diubah", "rumus")
def _literal(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih([s for s in _rumus(bahan) if _LITERAL.search(_teks_rumus(bahan, s[2]))])
    rumus = _teks_rumus(bahan, t)
    satu = acak.choice(list(_LITERAL.finditer(rumus)))
    return _ubah_rumus(bahan, t, rumus[: satu.start()] + str(int(satu.group()) + 1) + rumus[satu.end() :])


@cara("fungsi diganti", "rumus")
def _fungsi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _rumus(bahan) if any(k in _teks_rumus(bahan, s[2]) for k in _FUNGSI)]
    _, _, t = pilih(calon)
    rumus = _teks_rumus(bahan, t)
    kunci = acak.choice([k for k in _FUNGSI if k in rumus])
    return _ubah_rumus(bahan, t, rumus.replace(kunci, _FUNGSI[kunci], 1))


@cara("rumus dihapus", "rumus")
def _hapus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan))
    return di(t, bahan.ganti((t, {"f": "", "v": "", "t": ""})))


@cara("rumus jadi larik", "rumus")
def _larik(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan))
    r = alamat(t[1], t[2])
    return di(t, bahan.ganti((t, {"f": _f(_teks_rumus(bahan, t)).replace("<f>", f'<f t="array" ref="{r}">')})))


@cara("rumus jadi teks", "rumus")
def _jadi_teks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan))
    return di(t, bahan.ganti((t, {"f": "", **isi_x("=" + _teks_rumus(bahan, t))})))


@cara("rumus tetangga disalin", "rumus")
def _salin(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """A copied formula that belongs to another cell, calculated for itself."""
    _, _, t = pilih(_rumus(bahan))
    lain = [x for _, _, x in _rumus(bahan) if x[0] == t[0] and _teks_rumus(bahan, x) != _teks_rumus(bahan, t)]
    if not lain:
        return None
    x = acak.choice(lain)
    return _ubah_rumus(bahan, t, _teks_rumus(bahan, x), **hasil_x(bahan.sel[x].nilai))


# -- stored results ------------------------------------------------------------------------------------------


@cara("hasil + 1e-8", "rumus")
def _sedikit(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan, angka))
    nilai = bahan.sel[t].nilai
    return di(t, bahan.ganti((t, hasil_x(nilai + 1e-8 * max(1.0, abs(nilai))))))


@cara("hasil + 1", "rumus")
def _banyak(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan, angka))
    return di(t, bahan.ganti((t, hasil_x(bahan.sel[t].nilai + acak.choice((1, -1, 10))))))


@cara("hasil dihapus", "rumus")
def _tanpa_hasil(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan, lambda n: n not in (None, "")))
    return di(t, bahan.ganti((t, {"v": "", "t": ""})))


@cara("hasil angka jadi teks", "rumus")
def _hasil_teks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan, angka))
    return di(t, bahan.ganti((t, {"t": "str"})))


@cara("hasil teks diubah", "rumus")
def _hasil_kata(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan, lambda n: isinstance(n, str)))
    return di(t, bahan.ganti((t, hasil_x(f"{bahan.sel[t].nilai}x"))))


@cara("hasil jadi galat", "rumus")
def _hasil_galat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_rumus(bahan))
    return di(t, bahan.ganti((t, {"t": "e", "v": "<v>#N/A</v>"})))


@cara("hasil kosong diisi", "rumus")
def _hasil_baru(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = _rumus(bahan, lambda n: n == "")
    if not calon:
        return None
    _, _, t = pilih(calon)
    return di(t, bahan.ganti((t, hasil_x(acak.choice((100.0, "OK", "Sangat Baik"))))))


# -- fixed texts ---------------------------------------------------------------------------------------------


def _label(bahan: Bahan) -> list[Any]:
    return [s for s in bahan.sel_peran("label") if isinstance(s[1].nilai, str) and s[1].nilai and s[2] in bahan.sel]


def _tulis_label(bahan: Bahan, t: Titik, nilai: Any) -> Mutan:
    return di(t, bahan.ganti((t, isi_x(nilai))))


@cara("teks tetap disunting", "label")
def _label_sunting(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, s, t = pilih(_label(bahan))
    return _tulis_label(bahan, t, acak.choice((f"{s.nilai}.", f"{s.nilai} ", s.nilai[1:], s.nilai.swapcase())))


@cara("huruf nol lebar", "label")
def _label_nol(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, s, t = pilih(_label(bahan))
    ke = acak.randrange(len(s.nilai) + 1)
    return _tulis_label(bahan, t, s.nilai[:ke] + NOL_LEBAR + s.nilai[ke:])


@cara("huruf serupa", "label")
def _label_serupa(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _label(bahan) if any(h in s[1].nilai for h in SIRILIK)]
    _, s, t = pilih(calon)
    huruf = acak.choice([h for h in SIRILIK if h in s.nilai])
    return _tulis_label(bahan, t, s.nilai.replace(huruf, SIRILIK[huruf], 1))


@cara("teks tetap dihapus", "label")
def _label_hapus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_label(bahan))
    return di(t, bahan.ganti((t, {"t": "", "v": ""})))


@cara("teks tetap jadi rumus", "label")
def _label_rumus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, s, t = pilih(_label(bahan))
    isi = s.nilai[:200].replace('"', '""')
    return di(t, bahan.ganti((t, {"f": _f(f'"{isi}"&""'), **hasil_x(s.nilai)})))


@cara("angka tetap diubah", "label")
def _label_angka(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in bahan.sel_peran("label") if angka(s[1].nilai) and s[2] in bahan.sel]
    if not calon:
        return None
    _, s, t = pilih(calon)
    return _tulis_label(bahan, t, acak.choice((s.nilai + 1, s.nilai * 1.1 + 0.5, str(s.nilai))))


# -- inputs --------------------------------------------------------------------------------------------------


def _isian(bahan: Bahan, syarat: Callable[[Any], bool]) -> list[Any]:
    return [s for s in bahan.sel_peran("isian") if s[2] in bahan.sel and syarat(bahan.sel[s[2]].nilai)]


@cara("isian diubah tanpa hitung ulang", "isian")
def _basi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    dibaca = bahan.dibaca()
    calon = [s for s in _isian(bahan, lambda n: n not in (None, "")) if s[2] in dibaca]
    if not calon:
        return None
    _, _, t = pilih(calon)
    nilai = bahan.sel[t].nilai
    baru = nilai + acak.choice((1, -1, 0.5, 10)) if angka(nilai) else f"{nilai} x"
    return di(t, bahan.ganti((t, isi_x(baru))))


@cara("isian kosong diisi tanpa hitung ulang", "isian")
def _isi_basi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    dibaca = bahan.dibaca()
    calon = [s for s in _isian(bahan, lambda n: n in (None, "")) if s[2] in dibaca and s[1].tipe != "pilihan"]
    if not calon:
        return None
    _, s, t = pilih(calon)
    return di(t, bahan.ganti((t, isi_x("teks lain" if s.tipe == "teks" else 45300.0))))


@cara("angka jadi teks", "isian")
def _angka_teks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _isian(bahan, angka) if s[1].tipe not in ("teks", "pilihan")]
    if not calon:
        return None
    _, _, t = pilih(calon)
    nilai = f"{bahan.sel[t].nilai:.15g}"
    return di(
        t, bahan.ganti((t, isi_x(acak.choice((nilai, nilai.replace(".", ","), nilai + "\u00a0", f"Rp {nilai}")))))
    )


@cara("rumus di isian", "isian")
def _isian_rumus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_isian(bahan, lambda _: True))
    nilai = bahan.sel[t].nilai
    rumus = f"{nilai!r}*1" if angka(nilai) else f'"{nilai or ""}"&""'
    return di(t, bahan.ganti((t, {"f": _f(rumus[:250]), **hasil_x(nilai)})))


@cara("galat di isian", "isian")
def _isian_galat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_isian(bahan, lambda _: True))
    return di(t, bahan.ganti((t, {"t": "e", "v": "<v>#REF!</v>"})))


@cara("TRUE di isian", "isian")
def _isian_benar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_isian(bahan, lambda _: True))
    return di(t, bahan.ganti((t, isi_x(True))))


@cara("di luar pilihan", "isian")
def _luar_pilihan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _isian(bahan, lambda _: True) if s[1].sah and (s[1].sah.pilihan or s[1].sah.pilihan_dari)]
    if not calon:
        return None
    _, _, t = pilih(calon)
    return di(t, bahan.ganti((t, isi_x("bukan pilihan"))))


@cara("di luar batas", "isian")
def _luar_batas(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in bahan.sel_peran("isian") if s[1].sah and s[1].sah.min is not None and s[2] in bahan.sel]
    calon = [s for s in calon if s[1].tipe not in ("teks", "pilihan", "jam")]
    if not calon:
        return None
    _, s, t = pilih(calon)
    return di(t, bahan.ganti((t, isi_x(s.sah.min - 1))))


# -- locks and looks -----------------------------------------------------------------------------------------


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
    _, _, t = pilih(_rumus(bahan))
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


SEBELUM_SAH = ("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter")


def sisip(bahan: Bahan, lembar: str, xml: str, sebelum: tuple[str, ...]) -> str:
    """The sheet part with an element put before the first of these elements."""
    teks = bahan.teks(bahan.lembar[lembar])
    letak = [teks.index(f"<{n}") for n in sebelum if f"<{n}" in teks]
    di_sini = min(letak) if letak else teks.index("</worksheet>")
    return teks[:di_sini] + xml + teks[di_sini:]
