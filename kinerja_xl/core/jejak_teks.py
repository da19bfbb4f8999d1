"""A trace as text: aligned columns for a terminal, a short form for a cell comment."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from kinerja_xl.core.jejak_bentuk import tampil
from kinerja_xl.core.masa import BUKTI

if TYPE_CHECKING:
    from kinerja_xl.core.jejak import Langkah
    from kinerja_xl.core.jejak_susun import Jejak

LEBAR = 110
_KIRI = 54  # columns of the description of a step
_TEPI = 5  # number of the step and a blank
_KOMENTAR_TERPENDEK = 200
BUKTI_EN = {
    "dokumen": "printed in the reference document",
    "sumber": "read in the named source",
    "ingatan": "not yet compared with the official text",
    "turunan": "derived from printed numbers",
    "keputusan": "decided by the designers of kinerja-xl",
}
_KEPALA = {
    "id": ("Fungsi", "Aturan", "Bukti", "Rujukan", "Masukan", "Buku", "Hasil"),
    "en": ("Function", "Rule", "Evidence", "Citation", "Input", "Book", "Result"),
}
_KATA = {
    "id": {
        "tahun": "tahun anggaran {}", "seterusnya": "{} dan sesudahnya", "diminta": "diminta tahun {}",
        "buku": "buku aturan {}", "tolak": "(ditolak; langkah berhenti di sini)", "lagi": "… ({n} langkah lagi)",
        "kosong": "(tidak ada data)", "dasar": "Dasar angka yang berbeda dari aturan di atas:",
    },
    "en": {
        "tahun": "fiscal year {}", "seterusnya": "{} and later", "diminta": "asked for year {}",
        "buku": "rule book {}", "tolak": "(refused; the steps stop here)", "lagi": "… ({n} more steps)",
        "kosong": "(no data)", "dasar": "Basis of numbers where it is not that of the rule above:",
    },
}  # fmt: skip


def teks(jejak: Jejak, lang: str) -> str:
    """The whole trace, at most LEBAR columns wide."""
    kepala = _KEPALA[lang]
    lebar = max(map(len, kepala))
    judul = jejak.judul_en if lang == "en" and jejak.judul_en else jejak.judul
    masukan = "; ".join(f"{nama} = {en if lang == 'en' else id_}" for nama, id_, en in jejak.masukan)
    isi = (
        f"{jejak.sintaks}  {judul}", _aturan(jejak, lang), _bukti(jejak.bukti, lang), _rujukan(jejak), masukan,
        _KATA[lang]["buku"].format(jejak.sidik),
    )  # fmt: skip
    baris = []
    for nama, satu in zip(kepala, isi):
        if satu:
            baris += _berkepala(nama, satu, lebar)
    baris.append("")
    catatan: dict[str, int] = {}
    uraian = [_keterangan(s, lang) + _tanda_catatan(s, catatan, lang) for s in jejak.langkah]
    kiri = min(max(map(len, uraian), default=0), _KIRI)
    for ke, (satu, langkah) in enumerate(zip(uraian, jejak.langkah), 1):
        baris += _langkah(ke, satu, _hitungan(langkah, lang), kiri)
    if catatan:
        baris += ["", *_catatan_kaki(catatan, lang)]
    return "\n".join([*baris, "", *_berkepala(kepala[-1], _hasil(jejak, lang), lebar)])


def komentar(jejak: Jejak, maks: int, lang: str) -> str:
    """Result, rule, evidence and as many steps as fit; the rest is counted, the result never cut off."""
    if maks < _KOMENTAR_TERPENDEK:
        raise ValueError(f"a comment needs at least {_KOMENTAR_TERPENDEK} characters")
    kepala = [f"{jejak.nama} = {_hasil(jejak, lang)}"[: _KOMENTAR_TERPENDEK // 2]]
    kepala.append(f"{_aturan(jejak, lang)} ({_bukti(jejak.bukti, lang)})"[: maks // 2 - 40])
    kepala.append(_KATA[lang]["buku"].format(jejak.sidik))
    baris = [f"{ke}. {_sebaris(satu, lang)}" for ke, satu in enumerate(jejak.langkah, 1)]
    for muat in range(len(baris), -1, -1):
        ekor = [] if muat == len(baris) else [_KATA[lang]["lagi"].format(n=len(baris) - muat)]
        hasil = "\n".join([*kepala, *baris[:muat], *ekor])
        if len(hasil) <= maks:
            break
    return hasil


def _aturan(jejak: Jejak, lang: str) -> str:
    kata = _KATA[lang]
    if jejak.tahun_akhir is None:
        tahun = kata["seterusnya"].format(jejak.tahun_awal)
    elif jejak.tahun_akhir == jejak.tahun_awal:
        tahun = str(jejak.tahun_awal)
    else:
        tahun = f"{jejak.tahun_awal}-{jejak.tahun_akhir}"
    diminta = "" if jejak.tahun is None else "; " + kata["diminta"].format(jejak.tahun)
    return f"{jejak.aturan} [{jejak.versi}], {kata['tahun'].format(tahun)}{diminta}"


def _rujukan(jejak: Jejak) -> str:
    return jejak.dasar if jejak.dasar == jejak.rujukan else f"{jejak.rujukan} | {jejak.dasar}"


def _bukti(kode: str, lang: str) -> str:
    return (BUKTI_EN if lang == "en" else BUKTI).get(kode, kode)


def _hasil(jejak: Jejak, lang: str) -> str:
    if not jejak.tuntas:
        return _KATA[lang]["tolak"]
    if jejak.hasil is None:
        return _KATA[lang]["kosong"]
    # Alone the result shows all its digits: it is what the rule returned.
    return tampil(jejak.hasil, lang, penuh=True)


def _berkepala(nama: str, isi: str, lebar: int) -> list[str]:
    baris = wrap(isi, LEBAR - lebar - 3) or [""]
    return [f"{nama:<{lebar}} : {baris[0]}", *(" " * (lebar + 3) + satu for satu in baris[1:])]


def _keterangan(langkah: Langkah, lang: str) -> str:
    return langkah.keterangan_en if lang == "en" else langkah.keterangan


def _hitungan(langkah: Langkah, lang: str) -> str:
    isi = langkah.hitungan_en if lang == "en" else langkah.hitungan
    if not langkah.ada_hasil:
        return isi
    hasil = _KATA[lang]["kosong"] if langkah.hasil is None else tampil(langkah.hasil, lang)
    if not isi:
        return hasil if langkah.tanda == "=" else f"-> {hasil}"
    return f"{isi} {langkah.tanda} {hasil}"


def _tanda_catatan(langkah: Langkah, catatan: dict[str, int], lang: str) -> str:
    """Marks of the notes below for citation and evidence that are not those of the version; new ones are numbered."""
    tanda = ""
    for rujukan, bukti in langkah.dasar:
        isi = "; ".join(t for t in (rujukan, _bukti(bukti, lang) if bukti else "") if t)
        tanda += f" [{catatan.setdefault(isi, len(catatan) + 1)}]"
    return tanda


def _catatan_kaki(catatan: dict[str, int], lang: str) -> list[str]:
    baris = [_KATA[lang]["dasar"]]
    for isi, nomor in catatan.items():
        baris += wrap(isi, LEBAR, initial_indent=f"  [{nomor}] ", subsequent_indent=" " * 6)
    return baris


def _langkah(ke: int, keterangan: str, hitungan: str, kiri: int) -> list[str]:
    """One step in two columns."""
    kolom1, kolom2 = wrap(keterangan, kiri), wrap(hitungan, LEBAR - _TEPI - kiri - 2)
    baris = []
    for i, (a, b) in enumerate(zip_longest(kolom1, kolom2, fillvalue="")):
        nomor = f"{ke:>3}. " if i == 0 else " " * _TEPI
        baris.append(f"{nomor}{a:<{kiri}}  {b}".rstrip())
    return baris


def _sebaris(langkah: Langkah, lang: str) -> str:
    isi = _hitungan(langkah, lang)
    ragu = f" ({_bukti('ingatan', lang)})" if any(b == "ingatan" for _, b in langkah.dasar) else ""
    return f"{_keterangan(langkah, lang)}: {isi}{ragu}" if isi else _keterangan(langkah, lang) + ragu
