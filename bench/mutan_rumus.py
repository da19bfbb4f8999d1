"""Changes of formulas and of their stored results."""

from __future__ import annotations

import re
from random import Random

from bench.mutan_alat import (
    Mutan,
    Pilih,
    angka,
    cara,
    di,
    f,
    rumus_bahan,
    teks_rumus,
    ubah_rumus,
)  # fmt: skip
from bench.mutan_buku import Bahan, hasil_x, isi_x
from kinerja_xl.core.nama import alamat

_ACUAN = re.compile(r"(?<![A-Za-z_\d.$])(\$?[A-Z]{1,2}\$?)(\d{1,4})(?![\d(A-Za-z_.])")
_LITERAL = re.compile(r"(?<![A-Za-z_\d.$\"])(\d{1,4})(?![\d(A-Za-z_.:!\"])")
_FUNGSI = {"SUM(": "MAX(", "ROUND(": "ROUNDUP(", "AVERAGE(": "MEDIAN(", "IF(": "IFERROR(", "COUNT(": "COUNTA(",
           "AND(": "OR(", "ISNUMBER(": "ISTEXT(", "MIN(": "MAX("}  # fmt: skip


@cara("rumus jadi nilainya", "rumus")
def _jadi_nilai(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    return di(t, bahan.ganti((t, {"f": "", **isi_x(bahan.sel[t].nilai)})))


@cara("rumus disunting, hasil sama", "rumus")
def _sunting(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    ekor = "+0" if angka(bahan.sel[t].nilai) else '&""'
    return ubah_rumus(bahan, t, f"({teks_rumus(bahan, t)}){ekor}")


@cara("rumus dan hasil diubah", "rumus")
def _kali(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan, angka))
    nilai = bahan.sel[t].nilai * 1.05 + 1
    return ubah_rumus(bahan, t, f"({teks_rumus(bahan, t)})*1.05+1", **hasil_x(nilai))


@cara("acuan digeser", "rumus")
def _geser(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih([s for s in rumus_bahan(bahan) if _ACUAN.search(teks_rumus(bahan, s[2]))])
    rumus = teks_rumus(bahan, t)
    satu = acak.choice(list(_ACUAN.finditer(rumus)))
    baru = rumus[: satu.start(2)] + str(int(satu.group(2)) + acak.choice((1, 2))) + rumus[satu.end(2) :]
    return ubah_rumus(bahan, t, baru)


@cara("nama ditukar", "rumus")
def _tukar_nama(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    nama = sorted(n for n in bahan.manifest.sel_bernama if not n.startswith("info_"))
    pola = re.compile(r"\b(" + "|".join(map(re.escape, nama)) + r")\b")
    calon = [s for s in rumus_bahan(bahan) if pola.search(teks_rumus(bahan, s[2]))] if len(nama) > 1 else []
    if not calon:
        return None
    _, _, t = pilih(calon)
    rumus = teks_rumus(bahan, t)
    satu = acak.choice(list(pola.finditer(rumus)))
    lain = acak.choice([n for n in nama if n != satu.group()])
    return ubah_rumus(bahan, t, rumus[: satu.start()] + lain + rumus[satu.end() :])


@cara("angka dalam rumus diubah", "rumus")
def _literal(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih([s for s in rumus_bahan(bahan) if _LITERAL.search(teks_rumus(bahan, s[2]))])
    rumus = teks_rumus(bahan, t)
    satu = acak.choice(list(_LITERAL.finditer(rumus)))
    return ubah_rumus(bahan, t, rumus[: satu.start()] + str(int(satu.group()) + 1) + rumus[satu.end() :])


@cara("fungsi diganti", "rumus")
def _fungsi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in rumus_bahan(bahan) if any(k in teks_rumus(bahan, s[2]) for k in _FUNGSI)]
    _, _, t = pilih(calon)
    rumus = teks_rumus(bahan, t)
    kunci = acak.choice([k for k in _FUNGSI if k in rumus])
    return ubah_rumus(bahan, t, rumus.replace(kunci, _FUNGSI[kunci], 1))


@cara("rumus dihapus", "rumus")
def _hapus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    return di(t, bahan.ganti((t, {"f": "", "v": "", "t": ""})))


@cara("rumus jadi larik", "rumus")
def _larik(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    r = alamat(t[1], t[2])
    return di(t, bahan.ganti((t, {"f": f(teks_rumus(bahan, t)).replace("<f>", f'<f t="array" ref="{r}">')})))


@cara("rumus jadi teks", "rumus")
def _jadi_teks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    return di(t, bahan.ganti((t, {"f": "", **isi_x("=" + teks_rumus(bahan, t))})))


@cara("rumus tetangga disalin", "rumus")
def _salin(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """A copied formula that belongs to another cell, calculated for itself."""
    _, _, t = pilih(rumus_bahan(bahan))
    lain = [x for _, _, x in rumus_bahan(bahan) if x[0] == t[0] and teks_rumus(bahan, x) != teks_rumus(bahan, t)]
    if not lain:
        return None
    x = acak.choice(lain)
    return ubah_rumus(bahan, t, teks_rumus(bahan, x), **hasil_x(bahan.sel[x].nilai))


@cara("hasil + 1e-8", "rumus")
def _sedikit(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan, angka))
    nilai = bahan.sel[t].nilai
    return di(t, bahan.ganti((t, hasil_x(nilai + 1e-8 * max(1.0, abs(nilai))))))


@cara("hasil + 1", "rumus")
def _banyak(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan, angka))
    return di(t, bahan.ganti((t, hasil_x(bahan.sel[t].nilai + acak.choice((1, -1, 10))))))


@cara("hasil dihapus", "rumus")
def _tanpa_hasil(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan, lambda n: n not in (None, "")))
    return di(t, bahan.ganti((t, {"v": "", "t": ""})))


@cara("hasil angka jadi teks", "rumus")
def _hasil_teks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan, angka))
    return di(t, bahan.ganti((t, {"t": "str"})))


@cara("hasil teks diubah", "rumus")
def _hasil_kata(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan, lambda n: isinstance(n, str)))
    return di(t, bahan.ganti((t, hasil_x(f"{bahan.sel[t].nilai}x"))))


@cara("hasil jadi galat", "rumus")
def _hasil_galat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(rumus_bahan(bahan))
    return di(t, bahan.ganti((t, {"t": "e", "v": "<v>#N/A</v>"})))


@cara("hasil kosong diisi", "rumus")
def _hasil_baru(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = rumus_bahan(bahan, lambda n: n == "")
    if not calon:
        return None
    _, _, t = pilih(calon)
    return di(t, bahan.ganti((t, hasil_x(acak.choice((100.0, "OK", "Sangat Baik"))))))
