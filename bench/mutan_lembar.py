"""Changes of sheets, names, drawings and settings."""

from __future__ import annotations

import re
from html import escape
from random import Random
from typing import Any

from bench.mutan_alat import (
    SIRILIK,
    Mutan,
    Pilih,
    cara,
    sisip,
    tampak,
    teks_lembar,
)  # fmt: skip
from bench.mutan_buku import BUKU, HUBUNGAN, TIPE, Bahan, isi_x
from kinerja_xl.core.nama import alamat
from kinerja_xl.spec.manifest import LembarM

_CT = "application/vnd.openxmlformats-officedocument"


@cara("perlindungan dilepas", "lembar")
def _buka(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(tampak(bahan))
    return Mutan({bahan.lembar[m.nama]: re.sub(r"<sheetProtection[^>]*/>", "", teks_lembar(bahan, m.nama))}, m.nama)


@cara("perlindungan dilonggarkan", "lembar")
def _longgar_lindung(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(tampak(bahan))
    boleh = acak.choice(("formatCells", "insertRows", "deleteRows", "insertColumns", "deleteColumns"))
    teks = teks_lembar(bahan, m.nama).replace("<sheetProtection ", f'<sheetProtection {boleh}="0" ', 1)
    return Mutan({bahan.lembar[m.nama]: teks}, m.nama)


@cara("rentang bebas diizinkan", "lembar")
def _rentang_bebas(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    """A protected range anybody may edit although its cells are locked."""
    m, _, t = pilih(bahan.sel_peran("rumus"))
    r = alamat(t[1], t[2])
    teks = re.sub(r"(<sheetProtection[^>]*/>)",
                  rf'\1<protectedRanges><protectedRange sqref="{r}" name="bebas"/></protectedRanges>',
                  teks_lembar(bahan, m.nama), count=1)  # fmt: skip
    return Mutan({bahan.lembar[m.nama]: teks}, m.nama)


@cara("tampilan lembar menipu", "lembar")
def _tampilan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(tampak(bahan))
    tambah = acak.choice(('showZeros="0"', 'showFormulas="1"'))
    return Mutan(
        {bahan.lembar[m.nama]: teks_lembar(bahan, m.nama).replace("<sheetView ", f"<sheetView {tambah} ", 1)}, m.nama
    )


def _sebut_lembar(m: LembarM) -> str:
    return f'name="{escape(m.nama)}"'


def _ganti_buku(bahan: Bahan, m: LembarM, lama: str, baru: str) -> Mutan:
    buku = bahan.teks(BUKU)
    assert lama in buku, lama
    return Mutan({BUKU: buku.replace(lama, baru, 1)}, m.nama)


@cara("lembar diganti nama", "lembar")
def _nama_lembar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(tampak(bahan))
    huruf = next((h for h in m.nama if h in SIRILIK), "")
    pilihan = [m.nama[:29] + " 1", m.nama[:30] + " ", m.nama[:30] + "\u200b"]
    pilihan += [m.nama.replace(huruf, SIRILIK[huruf], 1)] if huruf else []
    baru = acak.choice([p for p in pilihan if p != m.nama])
    satu = _ganti_buku(bahan, m, _sebut_lembar(m), f'name="{escape(baru)}"')
    return Mutan(satu.ubah, m.nama, lembar_lain=(baru,))


@cara("lembar disembunyikan", "lembar")
def _sembunyi_lembar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    m = acak.choice(tampak(bahan))
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
    m = acak.choice(tampak(bahan))
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
    if "<drawing " in teks_lembar(bahan, m.nama):
        return None
    gambar = _GAMBAR.format(k=t[2] - 1, b=t[1] - 1, k2=t[2], b2=t[1], kotak=acak.choice(("", ' txBox="1"')))
    bagian, nama = bahan.lembar[m.nama], "xl/drawings/drawing990.xml"
    rels = bagian.replace("worksheets/", "worksheets/_rels/") + ".rels"
    teks = sisip(bahan, m.nama, '<drawing r:id="rId990"/>', ("legacyDrawing", "tableParts", "extLst"))
    return Mutan({
        bagian: teks, nama: gambar, **_taut(bahan, rels, "rId990", "drawing", "../drawings/drawing990.xml"),
        TIPE: _tipe(bahan, nama, f"{_CT}.drawing+xml"),
    }, *t)  # fmt: skip


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
