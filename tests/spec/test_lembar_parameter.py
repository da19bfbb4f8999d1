"""The Parameter sheet: every number a formula uses, with its citation; recalled ones say so and stand out."""

from __future__ import annotations

import re

import pytest

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import LembarM
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.spec.tata import tata

BELUM = "belum dicocokkan dengan naskah resmi"
TAHUN = 2024


@pytest.fixture(scope="module")
def lembar() -> LembarM:
    manifest = tata("iku", susun_konteks("iku", TAHUN, muat_profil(berkas_contoh("balai-kipm-2024"))))
    return next(satu for satu in manifest.lembar if satu.nama == "Parameter")


def _baris(lembar: LembarM) -> dict[int, dict[int, object]]:
    """Cells of each row that names a parameter ("keluarga: nama" in column 2)."""
    hasil: dict[int, dict[int, object]] = {}
    for sel in lembar.sel:
        hasil.setdefault(sel.baris, {})[sel.kolom] = sel.nilai if sel.nilai is not None else sel.rumus
    return {b: isi for b, isi in hasil.items() if re.match(r"\w+: \w+$", str(isi.get(2, "")))}


def test_each_number_has_value_citation_and_evidence_in_words(lembar: LembarM) -> None:
    baris = _baris(lembar)
    assert len(baris) > 50
    for isi in baris.values():
        assert isi[3] not in (None, "") and isi[5] and isi[6] in BUKTI.values(), isi[2]


def test_numbers_that_are_only_recalled_are_called_not_yet_compared(lembar: LembarM) -> None:
    ditandai = {str(isi[2]) for isi in _baris(lembar).values() if isi[6] == BELUM}
    teringat = {
        f"{kode}: {p.nama}"
        for kode in ("ikpa", "rb", "ipasn", "capaian")
        for masa in keluarga(kode).masa
        for p in masa.daftar()
        if p.bukti == "ingatan"
    }
    assert {"rb: hasil_bersih_kkn", "ikpa: dispensasi_batas_1", "rb: kategori_aa"} <= ditandai <= teringat


def test_the_mark_is_coloured_in_every_row_of_the_sheet(lembar: LembarM) -> None:
    baris = sorted(_baris(lembar))
    (warna,) = [w for w in lembar.warna_bersyarat if w.bila == BELUM]
    assert (warna.daerah.replace("$", ""), warna.gaya) == (f"F{baris[0]}:F{baris[-1]}", "awas")


def test_the_map_of_predikat_is_shown_as_our_own_decision(lembar: LembarM) -> None:
    peta = {str(isi[2]): (isi[3], isi[6]) for isi in _baris(lembar).values() if "predikat_" in str(isi[2])}
    ipasn = {nama: isi for nama, isi in peta.items() if nama.startswith("ipasn:")}
    assert ipasn == {
        f"ipasn: predikat_{kata}": (poin, "keputusan perancang kinerja-xl")
        for kata, poin in (
            ("sangat_baik", 30),
            ("baik", 25),
            ("butuh_perbaikan", 15),
            ("kurang", 5),
            ("sangat_kurang", 1),
        )
    }
