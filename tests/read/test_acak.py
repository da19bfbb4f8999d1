"""Random damage never raises and never reaches the last-resort guard; a folder of foreign files neither."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import _paket_uji as u
import pytest
from _kasus_buku import luar

from kinerja_xl.read import baca
from kinerja_xl.verify.temuan import semua_entri

BENIH = 20240630
TOKEN = [
    b"",
    b"0",
    b"-1",
    b"99999999999",
    b"1048576",
    b"XFD1048576",
    b"A0",
    b"<",
    b">",
    b"/>",
    b'"',
    b"&amp;",
    b"&#0;",
    b"&#xD800;",
    b"_x0000_",
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"inlineStr",
    b"shared",
    b"array",
    b"dataTable",
    b"NaN",
    b"<c/>",
    b"<row/>",
    b"<f t='shared' si='0'/>",
    b"</row>",
    b"<is><t>",
    b"<v/>",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"../",
    b"//",
    b"rId1",
    b"[1]",
    b"1e999",
    b"true",
    b"\xed\xa0\x80",
]


def bersih(data: bytes) -> None:
    hasil = baca(data)
    assert "BERKAS-99" not in {m.kode for m in hasil.masalah}, [m for m in hasil.masalah if m.kode == "BERKAS-99"]


@pytest.mark.parametrize("putaran", range(4))
def test_flipped_bytes_in_the_archive_never_raise(putaran):
    acak = random.Random(BENIH + putaran)
    asal = [u.zip_(u.jujur()), u.zip_mentah([{**e, "penutup": True} for e in u.entri()])]
    for n in range(150):
        data = bytearray(asal[n % 2])
        for _ in range(acak.choice((1, 1, 2, 8, 64))):
            data[acak.randrange(len(data))] = acak.randrange(256)
        if acak.random() < 0.1:
            del data[acak.randrange(len(data)) :]
        bersih(bytes(data))


@pytest.mark.parametrize("putaran", range(4))
def test_edited_parts_in_a_sound_archive_never_raise(putaran):
    acak = random.Random(BENIH * 3 + putaran)
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(luar("kinerja.xlam", "[1]!IKM_SCORE(B1)"))) as arsip:
        asal = {nama: arsip.read(nama) for nama in arsip.namelist()}
    for _ in range(200):
        isi = dict(asal)
        for _ in range(acak.choice((1, 1, 2, 5))):
            nama = acak.choice(list(isi))
            isi[nama] = _sunting(isi[nama], acak)
        bersih(u.zip_(isi))


def _sunting(data: bytes, acak: random.Random) -> bytes:
    """One edit that keeps most of the part readable: attribute value, element, span, splice."""
    cara = acak.randrange(5)
    if cara == 0:
        nilai = list(re.finditer(rb'"[^"<>]*"', data))
        if nilai:
            satu = acak.choice(nilai)
            return data[: satu.start()] + b'"' + acak.choice(TOKEN) + b'"' + data[satu.end() :]
    if cara == 1:
        tanda = list(re.finditer(rb"<[^<>]*>", data))
        if tanda:
            satu = acak.choice(tanda)
            return data[: satu.start()] + acak.choice((b"", satu[0] * 2, acak.choice(TOKEN))) + data[satu.end() :]
    if cara == 2:
        isi = list(re.finditer(rb">[^<>]+<", data))
        if isi:
            satu = acak.choice(isi)
            return data[: satu.start()] + b">" + acak.choice(TOKEN) + b"<" + data[satu.end() :]
    titik = acak.randrange(len(data) + 1)
    if cara == 3:
        return data[:titik] + acak.choice(TOKEN) + data[titik:]
    return data[:titik] + data[titik + acak.randrange(40) :]


def harapan() -> dict[str, list[str]]:
    """SHA-256 -> codes that the reader gives to files of public projects (ClosedXML, pyxform, calamine ...)."""
    baris = (Path(__file__).parent / "harapan_korpus.csv").read_text(encoding="utf-8").splitlines()[1:]
    return {satu.partition(",")[0]: satu.partition(",")[2].split() for satu in baris}


def test_the_list_of_expectations_speaks_of_known_codes():
    assert len(harapan()) >= 500
    assert {k for isi in harapan().values() for k in isi} <= set(semua_entri())


def test_a_folder_of_foreign_files_gets_the_expected_verdict_for_each():
    folder = os.environ.get("KINERJA_KORPUS")
    if not folder:
        pytest.skip("KINERJA_KORPUS names no folder of foreign files")
    berkas = [p for p in sorted(Path(folder).rglob("*")) if p.is_file()]
    assert berkas
    dikenal, beda = harapan(), []
    for satu in berkas:
        hasil = baca(satu)
        kode = sorted({m.kode for m in hasil.masalah})
        assert "BERKAS-99" not in kode, satu
        assert hasil.buku is not None or hasil.masalah, satu
        if dikenal.get(hasil.sha256, kode) != kode:
            beda.append(f"{satu.name}: {kode}, expected {dikenal[hasil.sha256]}")
    assert beda == [], "a changed verdict is looked at, then written into harapan_korpus.csv"
