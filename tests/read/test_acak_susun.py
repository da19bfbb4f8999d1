"""Fuzzing that knows the format: thousands of damaged packages, a verdict each, no exception, bounded memory.

The number of files is fixed, not the time. A file that breaks the reader is kept in tests/read/tabrak.
"""

from __future__ import annotations

import random
import tracemalloc
from base64 import b64encode
from pathlib import Path

import _kasus_buku as kasus_buku
import _paket_uji as u
import pytest
from _acak_uji import bagian_dari, rusak_isi, rusak_zip

from kinerja_xl.build.buat import susun as susun_manifest
from kinerja_xl.build.xlsx import susun as susun_buku
from kinerja_xl.mesin import hitung
from kinerja_xl.read import baca
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.verify.berkas import Pilihan, periksa_buku

BENIH = 20260101
PUTARAN, SEPUTARAN = 10, 1_000
TABRAK = Path(__file__).parent / "tabrak"
MAKS_INGATAN = 128 * 1024 * 1024
PUTUSAN = ("lulus", "lulus-dengan-peringatan", "ditolak", "tidak-terbaca")


def asal() -> list[dict[str, bytes]]:
    """Seeds: the honest package, one with drawing, links and rules, an add-in link."""
    luar = bagian_dari(kasus_buku.luar("kinerja.xlam", "[1]!IKM_SCORE(B1)"))
    kaya = bagian_dari(kasus_buku.gambar(
        "<xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from>"
        '<xdr:sp><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:sp><xdr:pic/><xdr:graphicFrame/>'))  # fmt: skip
    kaya[u.S1] = u.lembar(
        '<row r="1" ht="15"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>72</v></c><c r="C1"><f t="shared" '
        'ref="C1:C2" si="0">B1*2</f><v>144</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/><v>0</v></c></row>',
        '<sheetProtection sheet="1" formatRows="0"/><protectedRanges><protectedRange sqref="B2" name="x"/>'
        '</protectedRanges><mergeCells><mergeCell ref="A5:B6"/></mergeCells><conditionalFormatting sqref="B1"><cfRule '
        'type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"x"</formula></cfRule></conditionalFormatting>'
        '<dataValidations><dataValidation type="decimal" sqref="B1 B3:B9" showErrorMessage="1"><formula1>0</formula1>'
        '<formula2>9</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="Isi!A1"/>'
        '</hyperlinks><drawing r:id="rId9"/>',
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="9"/></cols>',
    )  # fmt: skip
    kaya[u.ST] = kaya[u.ST].replace(
        b"</styleSheet>", b'<dxfs count="1"><dxf><font><color rgb="FF00FF00"/></font></dxf></dxfs></styleSheet>'
    )
    return [u.jujur(), kaya, luar]


def bersih(data: bytes) -> None:
    """A verdict, and not by the last-resort guard."""
    hasil = baca(data)
    galat = [m for m in hasil.masalah if m.kode == "BERKAS-99"]
    assert galat == [], f"{galat}; keep these {len(data)} bytes in tests/read/tabrak: {b64encode(data).decode()}"
    assert hasil.buku is not None or hasil.masalah


def test_the_seeds_are_read_without_a_finding_of_their_own() -> None:
    satu, dua, tiga = asal()
    assert baca(u.zip_(satu)).masalah == ()
    assert baca(u.zip_(dua)).masalah == ()
    assert [m.kode for m in baca(u.zip_(tiga)).masalah] == ["AKTIF-02"]


@pytest.mark.parametrize("putaran", range(PUTARAN))
def test_damaged_packages_get_a_verdict(putaran: int) -> None:
    acak, benih = random.Random(BENIH + putaran), asal()
    for ke in range(SEPUTARAN):
        isi = benih[ke % len(benih)]
        bersih(u.zip_(rusak_isi(isi, acak)) if ke % 4 else rusak_zip(u.zip_(isi), acak))


def test_damaged_packages_stay_small() -> None:
    acak, benih = random.Random(BENIH - 1), asal()
    tracemalloc.start()
    try:
        for ke in range(150):
            tracemalloc.reset_peak()
            bersih(u.zip_(rusak_isi(benih[ke % len(benih)], acak)))
            assert tracemalloc.get_traced_memory()[1] < MAKS_INGATAN
    finally:
        tracemalloc.stop()


def test_damaged_workbooks_of_ours_get_a_verdict_from_every_check() -> None:
    manifest, awal = susun_manifest("pk", 2024, muat_profil(berkas_contoh("kecamatan")))
    masukan = terapkan(manifest, awal)
    benih = bagian_dari(susun_buku(manifest, masukan, hitung(manifest, masukan)))
    acak = random.Random(BENIH - 2)
    for _ in range(100):
        data = u.zip_(rusak_isi(benih, acak))
        bersih(data)
        buku = baca(data).buku
        if buku is not None:
            assert periksa_buku(buku, Pilihan()).verdict in PUTUSAN


def test_files_that_once_broke_the_reader_get_a_verdict() -> None:
    for berkas in sorted(TABRAK.glob("*.xlsx")):
        bersih(berkas.read_bytes())
