"""Data validation: every input still refuses what the template refuses."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from kinerja_xl.core.nama import alamat, rentang
from kinerja_xl.read.buku import Lembar, Validasi
from kinerja_xl.spec.aturan_isian import SEL_INI, Aturan, aturan
from kinerja_xl.spec.manifest import LembarM
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.rumus_baku import sama
from kinerja_xl.verify.temuan import Temuan, buat

_TANPA_ATURAN = ("none", "any", "")


@periksa("STR", 23)
def aturan_isian_utuh(kasus: Kasus) -> Iterator[Temuan]:
    """Rules of inputs are there and say what the template says; a run of cells alike gives one finding."""
    for m in kasus.manifest.lembar:
        if kasus.utuh(m.nama) and m.keadaan == "visible":
            yield from _lembar(kasus, m, kasus.lembar[m.nama])


def _lembar(kasus: Kasus, m: LembarM, lembar: Lembar) -> Iterator[Temuan]:
    harus = {s.titik: a for s in m.sel if s.peran == "isian" and (a := aturan(s)) is not None}
    ada = _terpasang(lembar, harus)
    salah: dict[tuple[int, int], str] = {}
    for titik, satu in harus.items():
        terpasang = ada.get(titik)
        if terpasang is None:
            salah[titik] = "STR-47"
        elif not _sama(kasus, terpasang, satu):
            salah[titik] = "STR-48"
    for kode, b1, k, b2 in _lari(salah):
        nama = m.peta[b1, k].nama
        yield buat(kode, (m.nama, b1, k), nama, daerah=rentang(b1, k, b2, k), jumlah=b2 - b1 + 1)


def _lari(salah: dict[tuple[int, int], str]) -> Iterator[tuple[str, int, int, int]]:
    """Vertical runs of one code: code, first row, column, last row."""
    kini: tuple[str, int, int, int] | None = None
    for (b, k), kode in sorted(salah.items(), key=lambda satu: (satu[0][1], satu[0][0])):
        if kini is not None and kini[0] == kode and kini[2] == k and kini[3] == b - 1:
            kini = (kode, kini[1], k, b)
            continue
        if kini is not None:
            yield kini
        kini = (kode, b, k, b)
    if kini is not None:
        yield kini


def _terpasang(lembar: Lembar, harus: dict[tuple[int, int], Aturan]) -> dict[tuple[int, int], Validasi]:
    """The first rule that covers each input; the cost does not grow with the size of the areas."""
    baris: dict[int, list[int]] = defaultdict(list)
    for b, k in sorted(harus):
        baris[k].append(b)
    lanjut = {k: list(range(len(isi) + 1)) for k, isi in baris.items()}
    hasil: dict[tuple[int, int], Validasi] = {}
    for satu in lembar.validasi:
        if satu.jenis in _TANPA_ATURAN:
            continue
        for b1, k1, b2, k2 in satu.area:
            for k in [k for k in baris if k1 <= k <= k2]:
                ke = _kosong(lanjut[k], bisect_left(baris[k], b1))
                while ke < len(baris[k]) and baris[k][ke] <= b2:
                    hasil[baris[k][ke], k] = satu
                    lanjut[k][ke] = ke + 1
                    ke = _kosong(lanjut[k], ke)
    return hasil


def _kosong(lanjut: list[int], ke: int) -> int:
    """Next place that has no rule yet, with the path shortened on the way."""
    while lanjut[ke] != ke:
        lanjut[ke] = lanjut[lanjut[ke]]
        ke = lanjut[ke]
    return ke


def _sama(kasus: Kasus, ada: Validasi, harus: Aturan) -> bool:
    jenis, operator, satu, dua = harus
    if ada.jenis != jenis or not ada.menolak or (jenis not in ("list", "custom") and ada.operator != operator):
        return False
    if jenis == "custom":
        return _isi_sama(kasus, ada.rumus1, str(satu).replace(SEL_INI, alamat(*ada.area[0][:2])))
    if not _isi_sama(kasus, ada.rumus1, satu):
        return False
    return operator != "between" or jenis == "list" or _isi_sama(kasus, ada.rumus2, dua)


def _isi_sama(kasus: Kasus, ada: str, harus: str | float) -> bool:
    if isinstance(harus, str):
        return ada.removeprefix("=") == harus or sama(ada.removeprefix("="), harus, kasus.alias)
    try:
        return abs(float(ada) - harus) <= 1e-9 * max(1.0, abs(harus))
    except ValueError:
        return False
