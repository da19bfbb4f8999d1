"""Changes of rows, columns, merges and what stands outside the form."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from bench.mutan_alat import (
    SEBELUM_SAH,
    Mutan,
    Pilih,
    cara,
    sisip,
    tampak,
    teks_lembar,
)  # fmt: skip
from bench.mutan_buku import Bahan, isi_x
from kinerja_xl.core.nama import alamat, kolom_angka, kolom_huruf, rentang

_BARIS = re.compile(r'<row r="(\d+)"([^>]*?)(/>|>(.*?)</row>)', re.DOTALL)
_R_SEL = re.compile(r'<c r="([A-Z]+)(\d+)"')
_GABUNG = re.compile(r'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/>')


def _titik_baris(bahan: Bahan, pilih: Pilih) -> tuple[str, int]:
    """A row of a visible sheet, by the strata of its cells."""
    _, _, t = pilih([s for s in bahan.sel_peran("rumus", "isian", "label") if s[1].nilai is not None or s[1].rumus])
    return t[0], t[1]


def _atribut_baris(bahan: Bahan, lembar: str, baris: int, tambah: str) -> dict[str, Any]:
    teks = teks_lembar(bahan, lembar)
    awal = re.search(rf'<row r="{baris}"([^>]*?)(/?)>', teks)
    assert awal is not None
    lama = re.sub(r' (?:ht|customHeight|hidden)="[^"]*"', "", awal.group(1))
    baru = f'<row r="{baris}"{lama} {tambah}{awal.group(2)}>'
    return {bahan.lembar[lembar]: teks[: awal.start()] + baru + teks[awal.end() :]}


@cara("baris disembunyikan", "baris")
def _sembunyi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    lembar, baris = _titik_baris(bahan, pilih)
    tambah = acak.choice(('hidden="1"', 'ht="0" customHeight="1"', 'ht="0.75" customHeight="1"'))
    return Mutan(_atribut_baris(bahan, lembar, baris, tambah), lembar, baris)


@cara("baris dihapus", "baris")
def _hapus_baris(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    lembar, baris = _titik_baris(bahan, pilih)
    return Mutan({bahan.lembar[lembar]: _geser_baris(teks_lembar(bahan, lembar), baris, -1)}, lembar, baris)


@cara("baris disisipkan", "baris")
def _sisip_baris(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    lembar, baris = _titik_baris(bahan, pilih)
    return Mutan({bahan.lembar[lembar]: _geser_baris(teks_lembar(bahan, lembar), baris, 1)}, lembar, baris)


@cara("baris digandakan", "baris")
def _ganda_baris(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """The row once more below itself, as copy and insert does."""
    lembar, baris = _titik_baris(bahan, pilih)
    teks = teks_lembar(bahan, lembar)
    satu = re.search(rf'<row r="{baris}".*?(?:/>|</row>)', teks, re.DOTALL)
    cocok = next(c for c in _BARIS.finditer(teks) if int(c.group(1)) == baris)
    assert satu is not None
    salin = _nomor(cocok.group(), baris + 1)
    baru = _geser_baris(teks, baris + 1, 1)
    letak = next(c for c in _BARIS.finditer(baru) if int(c.group(1)) == baris).end()
    return Mutan({bahan.lembar[lembar]: baru[:letak] + salin + baru[letak:]}, lembar, baris + 1)


def _nomor(xml: str, baris: int) -> str:
    xml = re.sub(r'<row r="\d+"', f'<row r="{baris}"', xml, count=1)
    return _R_SEL.sub(lambda c: f'<c r="{c.group(1)}{baris}"', xml)


def _geser_baris(teks: str, mulai: int, langkah: int) -> str:
    """Rows from `mulai` on moved down, or the row `mulai` taken out and the rest moved up; merges follow."""

    def satu(cocok: re.Match[str]) -> str:
        baris = int(cocok.group(1))
        if baris < mulai:
            return cocok.group()
        return "" if langkah < 0 and baris == mulai else _nomor(cocok.group(), baris + langkah)

    def gabung(cocok: re.Match[str]) -> str:
        a, b = int(cocok.group(2)), int(cocok.group(4))
        if langkah < 0 and a == b == mulai:
            return ""
        a, b = (n + langkah if n > mulai or (n == mulai and langkah > 0) else n for n in (a, b))
        return f'<mergeCell ref="{cocok.group(1)}{a}:{cocok.group(3)}{b}"/>'

    return _GABUNG.sub(gabung, _BARIS.sub(satu, teks))


def _kolom(bahan: Bahan, pilih: Pilih) -> tuple[str, int]:
    _, _, t = pilih([s for s in bahan.sel_peran("rumus", "isian", "label") if s[1].nilai is not None or s[1].rumus])
    return t[0], t[2]


@cara("kolom disembunyikan", "kolom")
def _sembunyi_kolom(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    lembar, kolom = _kolom(bahan, pilih)
    tambah = acak.choice(('hidden="1" width="9"', 'width="0"', 'width="0.1"'))
    baru = f'<col min="{kolom}" max="{kolom}" {tambah} customWidth="1"/>'
    teks = teks_lembar(bahan, lembar)
    ada = re.search(rf'<col min="{kolom}" max="{kolom}"[^>]*/>', teks)
    if ada:
        teks = teks[: ada.start()] + baru + teks[ada.end() :]
    elif "</cols>" in teks:
        teks = teks.replace("</cols>", baru + "</cols>", 1)
    else:
        teks = teks.replace("<sheetData>", f"<cols>{baru}</cols><sheetData>", 1)
    return Mutan({bahan.lembar[lembar]: teks}, lembar, 0, kolom)


@cara("kolom dihapus", "kolom")
def _hapus_kolom(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    lembar, kolom = _kolom(bahan, pilih)
    sel = re.compile(r'<c r="([A-Z]+)(\d+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)

    def satu(cocok: re.Match[str]) -> str:
        k = kolom_angka(cocok.group(1))
        if k < kolom:
            return cocok.group()
        baru = f'<c r="{kolom_huruf(k - 1)}{cocok.group(2)}"' if k > 1 else ""
        return "" if k == kolom else cocok.group().replace(f'<c r="{cocok.group(1)}{cocok.group(2)}"', baru, 1)

    return Mutan({bahan.lembar[lembar]: sel.sub(satu, teks_lembar(bahan, lembar))}, lembar, 0, kolom)


@cara("dua sel ditukar", "sel")
def _tukar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """Two neighbouring fixed texts or figures exchanged."""
    calon = [s for s in bahan.sel_peran("label") if s[2] in bahan.sel and s[1].nilai not in (None, "")]
    pasang = [
        (m, s, t) for m, s, t in calon
        if (m.nama, t[1] + 1, t[2]) in bahan.sel and m.peta.get((t[1] + 1, t[2])) is not None
        and m.peta[t[1] + 1, t[2]].peran == "label" and m.peta[t[1] + 1, t[2]].nilai not in (None, "", s.nilai)
    ]  # fmt: skip
    if not pasang:
        return None
    m, s, t = pilih(pasang)
    bawah = (t[0], t[1] + 1, t[2])
    ubah = bahan.ganti((t, isi_x(m.peta[bawah[1:]].nilai)), (bawah, isi_x(s.nilai)))
    return Mutan(ubah, *t, area=(t[1] + 1, t[2]))


@cara("sel digabung", "sel")
def _gabung(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m, _, t = pilih(bahan.sel_peran("rumus", "isian", "label"))
    if any(b1 <= t[1] <= b2 + 1 and k1 <= t[2] <= k2 for b1, k1, b2, k2 in m.gabungan):
        return None
    area = rentang(t[1], t[2], t[1] + 1, t[2])
    teks = teks_lembar(bahan, t[0])
    if "</mergeCells>" in teks:
        teks = teks.replace("</mergeCells>", f'<mergeCell ref="{area}"/></mergeCells>', 1)
    else:
        teks = sisip(bahan, t[0], f'<mergeCells><mergeCell ref="{area}"/></mergeCells>',
                     ("conditionalFormatting", *SEBELUM_SAH))  # fmt: skip
    return Mutan({bahan.lembar[t[0]]: teks}, *t, area=(t[1] + 1, t[2]))


@cara("gabungan dilepas", "sel")
def _lepas(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice([m for m in tampak(bahan) if m.gabungan])
    b1, k1, b2, k2 = acak.choice(m.gabungan)
    teks = teks_lembar(bahan, m.nama).replace(f'<mergeCell ref="{rentang(b1, k1, b2, k2)}"/>', "", 1)
    return Mutan({bahan.lembar[m.nama]: teks}, m.nama, b1, k1)


def _liar(isi: Callable[[str], str]) -> Callable[[Random, Bahan, Pilih], Mutan | None]:
    def buat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
        m, s, _ = pilih(bahan.sel_peran("rumus", "isian", "label"))
        kolom = max(k for _, k in m.peta) + acak.choice((1, 2, 8))
        r, teks = alamat(s.baris, kolom), teks_lembar(bahan, m.nama)
        cocok = re.search(rf'<row r="{s.baris}"[^>]*?(/?)>', teks)
        if cocok is None or cocok.group(1):
            return None
        akhir = teks.index("</row>", cocok.end())
        return Mutan({bahan.lembar[m.nama]: teks[:akhir] + isi(r) + teks[akhir:]}, m.nama, s.baris, kolom)

    return buat


cara("isi di pinggir", "luar")(_liar(lambda r: f'<c r="{r}"><v>7</v></c>'))
cara("teks di pinggir", "luar")(_liar(lambda r: f'<c r="{r}" t="inlineStr"><is><t>catatan</t></is></c>'))
cara("rumus di pinggir", "luar")(_liar(lambda r: f'<c r="{r}"><f>1+6</f><v>7</v></c>'))


def _aturan(bahan: Bahan) -> list[tuple[str, re.Match[str]]]:
    pola = re.compile(r'<dataValidation [^>]*?type="[^"]*"[^>]*?(?:/>|>.*?</dataValidation>)', re.DOTALL)
    return [(m.nama, c) for m in tampak(bahan) for c in pola.finditer(teks_lembar(bahan, m.nama))]


def _area_pertama(xml: str) -> tuple[int, int]:
    cocok = re.search(r'sqref="([A-Z]+)(\d+)', xml)
    assert cocok is not None
    return int(cocok.group(2)), kolom_angka(cocok.group(1))


@cara("aturan isian dihapus", "aturan")
def _tanpa_aturan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    semua = _aturan(bahan)
    if not semua:
        return None
    lembar, c = acak.choice(semua)
    teks = teks_lembar(bahan, lembar)
    return Mutan({bahan.lembar[lembar]: teks[: c.start()] + teks[c.end() :]}, lembar, *_area_pertama(c.group()))


@cara("aturan isian dilonggarkan", "aturan")
def _longgar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    semua = _aturan(bahan)
    if not semua:
        return None
    lembar, c = acak.choice(semua)
    xml = c.group()
    pilihan = [
        re.sub(r' showErrorMessage="1"', "", xml),
        re.sub(r"(<dataValidation )", r'\1errorStyle="information" ', xml, count=1),
        re.sub(r"<formula1>[^<]*</formula1>", "<formula1>-999</formula1>", xml),
        re.sub(r'type="[^"]*"', 'type="custom"', xml, count=1),
    ]
    baru = acak.choice([p for p in pilihan if p != xml])
    teks = teks_lembar(bahan, lembar)
    return Mutan({bahan.lembar[lembar]: teks[: c.start()] + baru + teks[c.end() :]}, lembar, *_area_pertama(xml))
