"""Error values: where they begin, and how many cells only pass them on."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kinerja_xl.mesin.graf import Sebaran
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.umum.pandang import Pandang, Rumus

_SEBAB = {
    "#DIV/0!": Kata("Pembaginya 0 atau kosong.", "It divides by 0 or by a blank."),
    "#REF!": Kata("Sel atau lembar yang dibacanya sudah dihapus.", "The cell or sheet it reads was deleted."),
    "#NAME?": Kata("Nama fungsi atau nama sel tidak dikenal.", "A function or name is unknown."),
    "#VALUE!": Kata("Ia menghitung teks seolah angka.", "It computes with text as if it were a number."),
    "#N/A": Kata("Yang dicari tidak ditemukan.", "What it looks for is not found."),
    "#NUM!": Kata("Hasilnya bukan bilangan yang sah.", "The result is no valid number."),
    "#NULL!": Kata("Dua rentang dipisah spasi tanpa irisan.", "Two ranges parted by a space do not meet."),
}


def galat(pandang: Pandang, sudah: Collection[Titik]) -> Iterator[Temuan]:
    """A finding for every cell where an error begins; the others are counted in it. sudah: told elsewhere."""
    rusak = {
        (lembar.nama, b, k): sel
        for lembar in pandang.buku.lembar if lembar.terbaca
        for (b, k), sel in lembar.sel.items()
        if sel.jenis == "e"
    }  # fmt: skip
    if not rusak:
        return
    sebaran, rumus = Sebaran(rusak), {satu.titik: satu for satu in pandang.setiap()}
    akar, terusan = [], 0
    for titik in rusak:
        satu = rumus.get(titik)
        if satu is not None and any(t != titik for kotak in satu.kotak for t in sebaran.dalam(kotak)):
            terusan += 1
        elif titik not in sudah and not _sengaja(satu):
            akar.append(titik)
    for ke, titik in enumerate(akar):
        nilai, satu = str(rusak[titik].nilai), rumus.get(titik)
        ikut = terusan if ke == 0 else 0
        lanjut = Kata(f" {ikut} sel lain ikut menjadi galat.", f" {ikut} more cells become errors through it.")
        yield buat(
            "NIL-22", titik, tersimpan=nilai, rumus=f"={(satu.sel.rumus or '')[:160]}" if satu else nilai,
            sebab=_SEBAB.get(nilai, Kata("", "")), lanjut=lanjut if ikut else Kata("", ""),
        )  # fmt: skip


def _sengaja(satu: Rumus | None) -> bool:
    """#N/A that a formula asks for itself, so that a chart leaves a gap."""
    return satu is not None and "NA" in satu.bentuk.fungsi and satu.sel.nilai == "#N/A"
