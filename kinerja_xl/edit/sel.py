"""Byte-preserving change of single cells inside a workbook: every other byte of every other part stays.

Works on workbooks whose sheets are plain XML as spreadsheet programs write them; it is used for demonstrations and
tests (a tampered copy) and is the ground for repairs.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import Nilai

_LEMBAR = re.compile(r'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
_HUBUNGAN = re.compile(r"<Relationship [^>]*?>")
_ATRIBUT = re.compile(r'([A-Za-z]+)="([^"]*)"')


def ganti_sel(isi: bytes, perubahan: Mapping[tuple[str, str], Mapping[str, Nilai]]) -> bytes:
    """A copy of the workbook with some cells changed.

    perubahan: (sheet, address) -> {"nilai": value} and/or {"rumus": formula or None (formula taken away)}.
    What is not mentioned stays: a formula without "rumus" keeps its text, a value without "nilai" its cache.
    """
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        isi_bagian = {info: arsip.read(info) for info in arsip.infolist()}
    peta = _bagian({info.filename: data for info, data in isi_bagian.items()})
    baru: dict[str, str] = {}
    for (lembar, alamat), ubah in perubahan.items():
        if lembar not in peta:
            raise KinerjaError(f"lembar '{lembar}' tidak ada")
        bagian = peta[lembar]
        if bagian not in baru:
            baru[bagian] = next(d for i, d in isi_bagian.items() if i.filename == bagian).decode("utf-8")
        baru[bagian] = _satu(baru[bagian], lembar, alamat, ubah)
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for info, data in isi_bagian.items():
            teks = baru.get(info.filename)
            arsip.writestr(info, data if teks is None else teks.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return wadah.getvalue()


def _bagian(semua: Mapping[str, bytes]) -> dict[str, str]:
    """Sheet name -> part name."""
    tujuan = {}
    for hubungan in _HUBUNGAN.findall(semua["xl/_rels/workbook.xml.rels"].decode("utf-8")):
        atribut = dict(_ATRIBUT.findall(hubungan))
        tujuan[atribut["Id"]] = "xl/" + atribut["Target"].removeprefix("/xl/")
    buku = semua["xl/workbook.xml"].decode("utf-8")
    return {nama.replace("&amp;", "&").replace("&apos;", "'"): tujuan[rid] for nama, rid in _LEMBAR.findall(buku)}


def _satu(xml: str, lembar: str, alamat: str, ubah: Mapping[str, Nilai]) -> str:
    cocok = re.search(rf'<c r="{alamat}"([^>]*?)(/>|>(.*?)</c>)', xml, re.DOTALL)
    if not cocok:
        raise KinerjaError(f"sel {lembar}!{alamat} tidak ada dalam berkas")
    atribut, dalam = cocok.group(1), cocok.group(3) or ""
    rumus = re.search(r"<f[^>]*>.*?</f>|<f[^>]*/>", dalam, re.DOTALL)
    teks_rumus = rumus.group() if rumus else ""
    if "rumus" in ubah:
        teks_rumus = "" if ubah["rumus"] is None else f"<f>{escape(str(ubah['rumus']))}</f>"
    if "nilai" in ubah:
        atribut = re.sub(r' t="[^"]*"', "", atribut)
        jenis, isi = _nilai(ubah["nilai"], bool(teks_rumus))
        atribut += jenis
    else:
        isi = re.sub(r"<f[^>]*>.*?</f>|<f[^>]*/>", "", dalam, flags=re.DOTALL)
    baru = f'<c r="{alamat}"{atribut}>{teks_rumus}{isi}</c>'
    return xml[: cocok.start()] + baru + xml[cocok.end() :]


def _nilai(nilai: Nilai, berumus: bool) -> tuple[str, str]:
    if nilai is None:
        return "", ""
    if isinstance(nilai, bool):
        return ' t="b"', f"<v>{int(nilai)}</v>"
    if isinstance(nilai, (int, float)):
        return "", f"<v>{nilai!r}</v>"
    if berumus:
        return ' t="str"', f"<v>{escape(nilai)}</v>"
    return ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(nilai)}</t></is>'
