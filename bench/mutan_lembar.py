"""Changes of sheets, rows, columns, names, drawings and settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from random import Random
from typing import Any

from bench.mutan_buku import BUKU, HUBUNGAN, TIPE, Bahan, isi_x
from bench.mutan_sel import SEBELUM_SAH, SIRILIK, Mutan, Pilih, cara, sisip
from kinerja_xl.core.nama import alamat, kolom_angka, kolom_huruf, rentang
from kinerja_xl.spec.manifest import LembarM

_BARIS = re.compile(r'<row r="(\d+)"([^>]*?)(/>|>(.*?)</row>)', re.DOTALL)
_R_SEL = re.compile(r'<c r="([A-Z]+)(\d+)"')
_GABUNG = re.compile(r'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/>')
_CT = "application/vnd.openxmlformats-officedocument"


def _tampak(bahan: Bahan) -> list[LembarM]:
    return [m for m in bahan.manifest.lembar if m.keadaan == "visible" and m.sel]


def _titik_baris(bahan: Bahan, pilih: Pilih) -> tuple[str, int]:
    """A row of a visible sheet, by the strata of its cells."""
    _, _, t = pilih([s for s in bahan.sel_peran("rumus", "isian", "label") if s[1].nilai is not None or s[1].rumus])
    return t[0], t[1]


def _teks(bahan: Bahan, lembar: str) -> str:
    return bahan.teks(bahan.lembar[lembar])


# -- rows and columns ----------------------------------------------------------------------------------------


def _atribut_baris(bahan: Bahan, lembar: str, baris: int, tambah: str) -> dict[str, Any]:
    teks = _teks(bahan, lembar)
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
    return Mutan({bahan.lembar[lembar]: _geser_baris(_teks(bahan, lembar), baris, -1)}, lembar, baris)


@cara("baris disisipkan", "baris")
def _sisip_baris(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    lembar, baris = _titik_baris(bahan, pilih)
    return Mutan({bahan.lembar[lembar]: _geser_baris(_teks(bahan, lembar), baris, 1)}, lembar, baris)


@cara("baris digandakan", "baris")
def _ganda_baris(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """The row once more below itself, as copy and insert does."""
    lembar, baris = _titik_baris(bahan, pilih)
    teks = _teks(bahan, lembar)
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
    teks = _teks(bahan, lembar)
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

    return Mutan({bahan.lembar[lembar]: sel.sub(satu, _teks(bahan, lembar))}, lembar, 0, kolom)


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


# -- merges, stray content, rules ----------------------------------------------------------------------------


@cara("sel digabung", "sel")
def _gabung(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m, _, t = pilih(bahan.sel_peran("rumus", "isian", "label"))
    if any(b1 <= t[1] <= b2 + 1 and k1 <= t[2] <= k2 for b1, k1, b2, k2 in m.gabungan):
        return None
    area = rentang(t[1], t[2], t[1] + 1, t[2])
    teks = _teks(bahan, t[0])
    if "</mergeCells>" in teks:
        teks = teks.replace("</mergeCells>", f'<mergeCell ref="{area}"/></mergeCells>', 1)
    else:
        teks = sisip(bahan, t[0], f'<mergeCells><mergeCell ref="{area}"/></mergeCells>',
                     ("conditionalFormatting", *SEBELUM_SAH))  # fmt: skip
    return Mutan({bahan.lembar[t[0]]: teks}, *t, area=(t[1] + 1, t[2]))


@cara("gabungan dilepas", "sel")
def _lepas(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice([m for m in _tampak(bahan) if m.gabungan])
    b1, k1, b2, k2 = acak.choice(m.gabungan)
    teks = _teks(bahan, m.nama).replace(f'<mergeCell ref="{rentang(b1, k1, b2, k2)}"/>', "", 1)
    return Mutan({bahan.lembar[m.nama]: teks}, m.nama, b1, k1)


def _liar(isi: Callable[[str], str]) -> Callable[[Random, Bahan, Pilih], Mutan | None]:
    def buat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
        m, s, _ = pilih(bahan.sel_peran("rumus", "isian", "label"))
        kolom = max(k for _, k in m.peta) + acak.choice((1, 2, 8))
        r, teks = alamat(s.baris, kolom), _teks(bahan, m.nama)
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
    return [(m.nama, c) for m in _tampak(bahan) for c in pola.finditer(_teks(bahan, m.nama))]


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
    teks = _teks(bahan, lembar)
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
    teks = _teks(bahan, lembar)
    return Mutan({bahan.lembar[lembar]: teks[: c.start()] + baru + teks[c.end() :]}, lembar, *_area_pertama(xml))


# -- sheets --------------------------------------------------------------------------------------------------


@cara("perlindungan dilepas", "lembar")
def _buka(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(_tampak(bahan))
    return Mutan({bahan.lembar[m.nama]: re.sub(r"<sheetProtection[^>]*/>", "", _teks(bahan, m.nama))}, m.nama)


@cara("perlindungan dilonggarkan", "lembar")
def _longgar_lindung(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(_tampak(bahan))
    boleh = acak.choice(("formatCells", "insertRows", "deleteRows", "insertColumns", "deleteColumns"))
    teks = _teks(bahan, m.nama).replace("<sheetProtection ", f'<sheetProtection {boleh}="0" ', 1)
    return Mutan({bahan.lembar[m.nama]: teks}, m.nama)


@cara("rentang bebas diizinkan", "lembar")
def _rentang_bebas(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """A protected range anybody may edit although its cells are locked."""
    m, _, t = pilih(bahan.sel_peran("rumus"))
    r = alamat(t[1], t[2])
    teks = re.sub(r"(<sheetProtection[^>]*/>)",
                  rf'\1<protectedRanges><protectedRange sqref="{r}" name="bebas"/></protectedRanges>',
                  _teks(bahan, m.nama), count=1)  # fmt: skip
    return Mutan({bahan.lembar[m.nama]: teks}, m.nama)


@cara("tampilan lembar menipu", "lembar")
def _tampilan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(_tampak(bahan))
    tambah = acak.choice(('showZeros="0"', 'showFormulas="1"'))
    return Mutan(
        {bahan.lembar[m.nama]: _teks(bahan, m.nama).replace("<sheetView ", f"<sheetView {tambah} ", 1)}, m.nama
    )


def _sebut_lembar(m: LembarM) -> str:
    return f'name="{escape(m.nama)}"'


def _ganti_buku(bahan: Bahan, m: LembarM, lama: str, baru: str) -> Mutan:
    buku = bahan.teks(BUKU)
    assert lama in buku, lama
    return Mutan({BUKU: buku.replace(lama, baru, 1)}, m.nama)


@cara("lembar diganti nama", "lembar")
def _nama_lembar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(_tampak(bahan))
    huruf = next((h for h in m.nama if h in SIRILIK), "")
    pilihan = [m.nama[:29] + " 1", m.nama[:30] + " ", m.nama[:30] + "\u200b"]
    pilihan += [m.nama.replace(huruf, SIRILIK[huruf], 1)] if huruf else []
    baru = acak.choice([p for p in pilihan if p != m.nama])
    satu = _ganti_buku(bahan, m, _sebut_lembar(m), f'name="{escape(baru)}"')
    return Mutan(satu.ubah, m.nama, lembar_lain=(baru,))


@cara("lembar disembunyikan", "lembar")
def _sembunyi_lembar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(_tampak(bahan))
    keadaan = acak.choice(("hidden", "veryHidden"))
    return _ganti_buku(bahan, m, _sebut_lembar(m), f'{_sebut_lembar(m)} state="{keadaan}"')


@cara("urutan lembar", "lembar")
def _urutan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    buku = bahan.teks(BUKU)
    semua = re.findall(r"<sheet [^>]*/>", buku)
    ke = acak.randrange(len(semua) - 1)
    kiri, kanan = semua[ke], semua[ke + 1]
    a, b = (bahan.manifest.lembar[n].nama for n in (ke, ke + 1))
    return Mutan({BUKU: buku.replace(kiri + kanan, kanan + kiri, 1)}, a, lembar_lain=(b,))


@cara("lembar dihapus", "lembar")
def _hapus_lembar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(_tampak(bahan))
    buku, bagian = bahan.teks(BUKU), bahan.lembar[m.nama]
    satu = next(s for s in re.findall(r"<sheet [^>]*/>", buku) if _sebut_lembar(m) in s)
    nomor = re.search(r'r:id="([^"]*)"', satu)
    assert nomor is not None
    taut = re.sub(rf'<Relationship Id="{nomor.group(1)}"[^>]*/>', "", bahan.teks(HUBUNGAN))
    tipe = re.sub(rf'<Override PartName="/{bagian}"[^>]*/>', "", bahan.teks(TIPE))
    ubah: dict[str, Any] = {BUKU: buku.replace(satu, "", 1), HUBUNGAN: taut, TIPE: tipe, bagian: None}
    rels = bagian.replace("worksheets/", "worksheets/_rels/") + ".rels"
    return Mutan({**ubah, **({rels: None} if rels in bahan.bagian else {})}, m.nama)


@cara("lembar ditambah", "lembar")
def _tambah_lembar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    buku, keadaan = bahan.teks(BUKU), acak.choice(("visible", "hidden", "veryHidden"))
    satu = f'<sheet name="Hitungan" sheetId="990" state="{keadaan}" r:id="rId990"/>'
    lembar = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
    )
    bagian, tipe = "xl/worksheets/sheet990.xml", f"{_CT}.spreadsheetml.worksheet+xml"
    return Mutan({
        BUKU: buku.replace("</sheets>", satu + "</sheets>", 1), bagian: lembar,
        **_taut(bahan, HUBUNGAN, "rId990", "worksheet", "worksheets/sheet990.xml"),
        TIPE: _tipe(bahan, bagian, tipe),
    }, "Hitungan")  # fmt: skip


def _taut(bahan: Bahan, rels: str, nomor: str, jenis: str, target: str) -> dict[str, str]:
    dasar = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    satu = f'<Relationship Id="{nomor}" Type="{dasar}{jenis}" Target="{target}"/>'
    if rels in bahan.bagian:
        return {rels: bahan.teks(rels).replace("</Relationships>", satu + "</Relationships>", 1)}
    paket = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {rels: f'<Relationships xmlns="{paket}">{satu}</Relationships>'}


def _tipe(bahan: Bahan, bagian: str, tipe: str) -> str:
    return bahan.teks(TIPE).replace("</Types>", f'<Override PartName="/{bagian}" ContentType="{tipe}"/></Types>', 1)


_GAMBAR = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from>'
    "<xdr:col>{k}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{b}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>{k2}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{b2}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="Kotak"/><xdr:cNvSpPr{kotak}/></xdr:nvSpPr>'
    '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>100,00'
    "</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)


@cara("kotak teks menutup sel", "sel")
def _tutup(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m, _, t = pilih(bahan.sel_peran("rumus", "isian"))
    if "<drawing " in _teks(bahan, m.nama):
        return None
    gambar = _GAMBAR.format(k=t[2] - 1, b=t[1] - 1, k2=t[2], b2=t[1], kotak=acak.choice(("", ' txBox="1"')))
    bagian, nama = bahan.lembar[m.nama], "xl/drawings/drawing990.xml"
    rels = bagian.replace("worksheets/", "worksheets/_rels/") + ".rels"
    teks = sisip(bahan, m.nama, '<drawing r:id="rId990"/>', ("legacyDrawing", "tableParts", "extLst"))
    return Mutan({
        bagian: teks, nama: gambar, **_taut(bahan, rels, "rId990", "drawing", "../drawings/drawing990.xml"),
        TIPE: _tipe(bahan, nama, f"{_CT}.drawing+xml"),
    }, *t)  # fmt: skip


# -- names and settings --------------------------------------------------------------------------------------


def _nama(acak: Random, bahan: Bahan) -> tuple[str, re.Match[str]]:
    nama = acak.choice([n for n in bahan.manifest.nama if not n.startswith("info_")])
    cocok = re.search(rf'<definedName name="{re.escape(nama)}"[^>]*>([^<]*)</definedName>', bahan.teks(BUKU))
    assert cocok is not None, nama
    return nama, cocok


def _tukar_nama(bahan: Bahan, cocok: re.Match[str], baru: str) -> dict[str, Any]:
    buku = bahan.teks(BUKU)
    return {BUKU: buku[: cocok.start()] + baru + buku[cocok.end() :]}


@cara("nama dialihkan", "nama")
def _alih(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    nama, cocok = _nama(acak, bahan)
    baru = re.sub(r"(\d+)([^\d]*)$", lambda c: f"{int(c.group(1)) + 1}{c.group(2)}", cocok.group(1))
    return Mutan(_tukar_nama(bahan, cocok, cocok.group().replace(cocok.group(1), baru)), nama=nama)


@cara("nama dihapus", "nama")
def _hapus_nama(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    nama, cocok = _nama(acak, bahan)
    return Mutan(_tukar_nama(bahan, cocok, ""), nama=nama)


@cara("nama dibayangi", "nama")
def _bayang(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    nama, cocok = _nama(acak, bahan)
    lembar = acak.randrange(len(bahan.manifest.lembar))
    bayang = f'<definedName name="{nama}" localSheetId="{lembar}">{cocok.group(1)}</definedName>'
    return Mutan(_tukar_nama(bahan, cocok, cocok.group() + bayang), nama=nama)


@cara("nama disembunyikan", "nama")
def _nama_sembunyi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    nama, cocok = _nama(acak, bahan)
    baru = cocok.group().replace("<definedName ", '<definedName hidden="1" ', 1)
    return Mutan(_tukar_nama(bahan, cocok, baru), nama=nama)


@cara("pengaturan buku", "buku")
def _pengaturan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    buku = bahan.teks(BUKU)
    lama, baru = acak.choice((
        ("<calcPr ", '<calcPr calcMode="manual" '), ("<calcPr ", '<calcPr fullPrecision="0" '),
        ("<calcPr ", '<calcPr iterate="1" '), ("<workbookPr ", '<workbookPr date1904="1" '),
    ))  # fmt: skip
    return Mutan({BUKU: buku.replace(lama, baru, 1)}) if lama in buku else None


@cara("konteks diubah", "buku")
def _konteks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """One figure or letter of the hidden context, from which the whole template is laid out again."""
    m, s = acak.choice([(m, s) for m, s in bahan.manifest.setiap("label") if s.nama.startswith("info_konteks_")])
    letak = [i for i, h in enumerate(str(s.nilai)) if h.isalnum()]
    ke = acak.choice(letak)
    huruf = str(s.nilai)[ke]
    baru = str((int(huruf) + 1) % 10) if huruf.isdigit() and huruf.isascii() else "x" if huruf != "x" else "y"
    isi = str(s.nilai)[:ke] + baru + str(s.nilai)[ke + 1 :]
    return Mutan(bahan.ganti(((m.nama, *s.titik), isi_x(isi))))
