"""Figures: twin results, targets below last year's result or copied from last year, no result of this year."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.core.sel import tulis
from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import kata
from kinerja_xl.verify.lint_iku.naskah import Naskah, Ukuran
from kinerja_xl.verify.lint_iku.ukuran import satuan_rapi
from kinerja_xl.verify.temuan import Kata, Temuan

_SEMUA = 3  # from so many indicators on, copying all targets is told once
_DESIMAL = 6
_PUNCAK = 100  # percent


def _sama(a: float, b: float) -> bool:
    return round(a - b, _DESIMAL) == 0


@lint("IKU-08", lembar=True)
def realisasi_tidak_kembar(naskah: Naskah) -> Iterator[Temuan]:
    """Two measures do not share a result with decimals (whole numbers agree too easily to mean anything)."""
    ada = [(u, u.angka.realisasi_lalu) for u in naskah.ukuran]
    pecahan = [(u, n) for u, n in ada if n is not None and not _sama(n, round(n))]
    for u, n in pecahan:
        lain = [v.kode for v, m in pecahan if v is not u and _sama(m, n)]
        if lain:
            yield naskah.temuan("IKU-08", u, "realisasi", n, "", Kata(", ".join(lain), ", ".join(lain)))


@lint("IKU-09", lembar=True)
def target_menantang(naskah: Naskah) -> Iterator[Temuan]:
    """No target is easier than what last year reached. A ceiling is set by others, so it is left out."""
    for u in naskah.ukuran:
        target, lalu = u.target, u.angka.realisasi_lalu
        if target is None or lalu is None or _sama(target, lalu) or u.jenis.nama == "batas":
            continue
        arah = u.centang("polarisasi")
        if (arah == ("Maximize",) and target < lalu) or (arah == ("Minimize",) and target > lalu):
            yield naskah.temuan("IKU-09", u, "target", target, "", lalu)


@lint("IKU-10", lembar=True)
def target_ditinjau(naskah: Naskah) -> Iterator[Temuan]:
    """Targets are not last year's again. A percentage at 100 cannot rise, so it is left out."""
    ada = [(u, u.target, u.angka.target_lalu) for u in naskah.menurut_dokumen]
    dinilai = [(u, kini, lalu) for u, kini, lalu in ada if kini is not None and lalu is not None and not _penuh(u)]
    salinan = [u for u, kini, lalu in dinilai if _sama(kini, lalu)]
    if len(salinan) >= _SEMUA and len(salinan) == len(dinilai):
        tahun, banyak = naskah.manual.tahun, len(salinan)
        semua = Kata(f"{tahun} pada semua {banyak} indikator", f"{tahun}, all {banyak} indicators")
        yield naskah.temuan("IKU-10", None, "target", semua, "", tahun - 1, baris=salinan[0].baris("target"))
        return
    for u in salinan:
        yield naskah.temuan("IKU-10", u, "target", u.target, "", u.angka.target_lalu)


def _penuh(u: Ukuran) -> bool:
    return satuan_rapi(u.satuan) in kata("satuan persentase") and _sama(u.angka.target, _PUNCAK)


@lint("IKU-38")
def realisasi_tahun_ini_ada(naskah: Naskah) -> Iterator[Temuan]:
    """The table of figures holds a result of the manual's own year."""
    if not naskah.ukuran or any(u.asal.data.realisasi is not None for u in naskah.ukuran):
        return
    tahun, awal = naskah.manual.tahun, naskah.menurut_dokumen[0]
    isi = Kata(f"target {tahun} tanpa realisasi {tahun}", f"target {tahun} without a result")
    pakai = Kata(f"realisasi {tahun - 1}", f"the result of {tahun - 1}")
    yield naskah.temuan("IKU-38", None, "realisasi", isi, pakai, tulis(tahun), baris=awal.baris("target"))
