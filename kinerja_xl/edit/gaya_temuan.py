"""Looks of the Temuan sheet: formats appended to the styles of the workbook, so that no format of its own moves."""

from __future__ import annotations

from kinerja_xl.edit.potong import Sunting, Unsur, anak_akhir, awalan, petakan, terapkan, ubah_hitungan

_HURUF = (
    '<font><b/><sz val="14"/><name val="Arial"/></font>',
    '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>',
    '<font><sz val="9"/><name val="Arial"/></font>',
    '<font><u/><sz val="9"/><color rgb="FF0563C1"/><name val="Arial"/></font>',
    '<font><b/><sz val="9"/><color rgb="FF9C0006"/><name val="Arial"/></font>',
    '<font><b/><sz val="9"/><color rgb="FF7F6000"/><name val="Arial"/></font>',
    '<font><b/><sz val="9"/><color rgb="FF1F4E79"/><name val="Arial"/></font>',
    '<font><b/><sz val="12"/><name val="Arial"/></font>',
)
_ISI = tuple(
    f'<fill><patternFill patternType="solid"><fgColor rgb="FF{warna}"/><bgColor indexed="64"/></patternFill></fill>'
    for warna in ("1F3864", "FFC7CE", "FFEB9C", "DDEBF7")
)
_SISI = "".join(f'<{s} style="thin"><color rgb="FFBFBFBF"/></{s}>' for s in ("left", "right", "top", "bottom"))
_BINGKAI = (f"<border>{_SISI}<diagonal/></border>",)
# name -> font, fill (-1: none), bordered
_RUPA = {
    "judul": (0, -1, False), "putusan": (7, -1, False), "ket": (2, -1, False), "kepala": (1, 0, True),
    "teks": (2, -1, True), "tautan": (3, -1, True), "galat": (4, 1, True), "peringatan": (5, 2, True),
    "info": (6, 3, True),
}  # fmt: skip
_WADAH = ("fonts", "fills", "borders", "cellXfs")

Gaya = dict[str, int]
TANPA_GAYA: Gaya = dict.fromkeys(_RUPA, 0)


def _potong(p: str, isi: tuple[str, ...]) -> bytes:
    teks = "".join(isi)
    return (teks if not p else teks.replace("</", "\0").replace("<", f"<{p}").replace("\0", f"</{p}")).encode()


def pasang_gaya(styles: bytes) -> tuple[bytes, Gaya]:
    """The styles with ours at the end of each list, and the number of each look; none when a list is missing."""
    unsur = petakan(styles, 3)
    akar = unsur[0]
    wadah = _cari(unsur)
    if wadah is None:
        return styles, TANPA_GAYA
    p = awalan(styles, akar)
    dasar = {n: sum(u.dalam == 3 and w.mulai < u.mulai < w.akhir for u in unsur) for n, w in wadah.items()}
    sunting: list[Sunting] = []
    for nama, isi in _isi(dasar).items():
        sunting += [anak_akhir(styles, wadah[nama], _potong(p, isi)), *ubah_hitungan(styles, wadah[nama], len(isi))]
    return terapkan(styles, sunting), {nama: dasar["cellXfs"] + ke for ke, nama in enumerate(_RUPA)}


def lepas_gaya(styles: bytes) -> bytes:
    """The styles without ours, when they still stand at the ends of the lists as we wrote them."""
    unsur = petakan(styles, 3)
    wadah = _cari(unsur)
    if wadah is None:
        return styles
    p = awalan(styles, unsur[0])
    banyak = {n: len(isi) for n, isi in _isi(dict.fromkeys(_WADAH, 0)).items()}
    dasar = {n: sum(u.dalam == 3 and w.mulai < u.mulai < w.akhir for u in unsur) - banyak[n] for n, w in wadah.items()}
    sunting: list[Sunting] = []
    for nama, isi in _isi(dasar).items():
        ekor, tutup = _potong(p, isi), wadah[nama].tutup
        if styles[tutup - len(ekor) : tutup] != ekor:
            return styles
        sunting += [(tutup - len(ekor), tutup, b""), *ubah_hitungan(styles, wadah[nama], -len(isi))]
    return terapkan(styles, sunting)


def _cari(unsur: list[Unsur]) -> dict[str, Unsur] | None:
    ada = {u.nama: u for u in unsur if u.dalam == 2 and u.nama in _WADAH and not u.kosong}
    return ada if len(ada) == len(_WADAH) else None


def _isi(dasar: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """What is appended to each list. dasar: how many entries each had."""
    xf = tuple(
        f'<xf numFmtId="49" fontId="{dasar["fonts"] + huruf}" fillId="{dasar["fills"] + isi if isi >= 0 else 0}" '
        f'borderId="{dasar["borders"] if bingkai else 0}" xfId="0" applyNumberFormat="1" applyFont="1" '
        'applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
        for huruf, isi, bingkai in _RUPA.values()
    )
    return {"fonts": _HURUF, "fills": _ISI, "borders": _BINGKAI, "cellXfs": xf}
