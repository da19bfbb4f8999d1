"""What the protection of a sheet still allows, and settings of the view that hide what is there."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_BOLEH = {
    "formatCells": Kata("mengubah format sel", "formatting cells"),
    "insertColumns": Kata("menyisipkan kolom", "inserting columns"),
    "insertRows": Kata("menyisipkan baris", "inserting rows"),
    "deleteColumns": Kata("menghapus kolom", "deleting columns"),
    "deleteRows": Kata("menghapus baris", "deleting rows"),
    "objects": Kata("mengubah gambar", "editing drawings"),
}
_TANPA_NOL = Kata("angka nol tidak ditampilkan", "zeros are not shown")
_TAMPIL_RUMUS = Kata("rumus ditampilkan sebagai ganti hasilnya", "formulas are shown instead of their results")


@periksa("STR", 24)
def perlindungan_seketat_templat(kasus: Kasus) -> Iterator[Temuan]:
    """The protection allows nothing that the template forbids."""
    for m in kasus.manifest.lembar:
        lembar = kasus.lembar.get(m.nama)
        if lembar is None or not lembar.terlindung:
            continue
        lebih = [kata for nama, kata in _BOLEH.items() if nama in lembar.izin]
        if lebih:
            apa = Kata(", ".join(lebih), ", ".join(kata.en for kata in lebih))
            yield buat("STR-49", lembar=m.nama, apa=apa)
        for daerah in lembar.rentang_bebas:
            yield buat("STR-50", lembar=m.nama, daerah=daerah)


@periksa("STR", 25)
def tampilan_lembar(kasus: Kasus) -> Iterator[Temuan]:
    """The view shows zeros and results."""
    for m in kasus.manifest.lembar:
        lembar = kasus.lembar.get(m.nama)
        if lembar is None or m.keadaan != "visible":
            continue
        if lembar.tanpa_nol:
            yield buat("STR-51", lembar=m.nama, apa=_TANPA_NOL)
        if lembar.tampil_rumus:
            yield buat("STR-51", lembar=m.nama, apa=_TAMPIL_RUMUS)


@periksa("STR", 33)
def nama_terlihat(kasus: Kasus) -> Iterator[Temuan]:
    """No name of the template is hidden from the Name Manager."""
    for satu in kasus.buku.nama:
        if satu.tersembunyi and satu.lembar is None and satu.nama in kasus.manifest.nama:
            titik = kasus.manifest.sel_bernama.get(satu.nama)
            tempat = (titik[0].nama, *titik[1].titik) if titik else None
            yield buat("STR-52", tempat, satu.nama, nama_sel=satu.nama)
