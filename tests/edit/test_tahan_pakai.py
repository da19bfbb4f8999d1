"""Filled forms survive what people and programs do to them: other formats and back, filters, sorting, blank rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.edit import fill
from kinerja_xl.edit.perbaiki import repair
from kinerja_xl.edit.pindah import migrate
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.spec.manifest import Nilai, TabelM
from kinerja_xl.verify import verify

BALAI = "balai-kipm-2024"


def nilai(jalur: Path) -> dict[tuple[str, str], Nilai]:
    """Every value of the template's cells, formulas' results included."""
    buku = buka(jalur)
    info = cari_info(buku)
    assert info is not None
    lembar = {satu.nama: satu for satu in buku.lembar}
    hasil = {}
    for m, sel in susun_ulang(info).setiap():
        ada = lembar[m.nama].sel.get(sel.titik)
        isi = ada.nilai if ada is not None else None
        if sel.peran != "label" and isi not in (None, ""):
            hasil[m.nama, str(sel.titik)] = round(isi, 8) if isinstance(isi, float) else isi
    return hasil


def putusan(jalur: Path) -> tuple[str, Counter[str]]:
    hasil = verify(str(jalur)).files[0]
    return hasil.verdict, Counter(t.code for t in hasil.findings if t.level == "galat")


def test_a_round_trip_through_opendocument_keeps_values_and_verdict(
    terisi: Mapping[tuple[str, str], Path], libreoffice: Any
) -> None:
    asal = list(terisi.values())
    kembali = libreoffice.konversi(libreoffice.konversi(asal, "ods"), "xlsx")
    for satu, lain in zip(asal, kembali, strict=True):
        assert nilai(lain) == nilai(satu)
        assert putusan(lain) == putusan(satu)


def test_repair_and_migrate_take_what_libreoffice_saved(
    terisi: Mapping[tuple[str, str], Path], libreoffice: Any, tmp_path: Path
) -> None:
    asal = terisi[BALAI, "pk"]
    ods = libreoffice.konversi(libreoffice.konversi([asal], "ods"), "xlsx")[0]
    assert nilai(repair(ods, tmp_path / "a.xlsx").jalur) == nilai(asal)
    hasil = migrate(ods, tmp_path / "b.xlsx", tahun=2024)
    assert (nilai(hasil.jalur), hasil.semua) == (nilai(asal), [])


def tabel(jalur: Path, nama: str) -> TabelM:
    info = cari_info(buka(jalur))
    assert info is not None
    return susun_ulang(info).tabel[nama]


def test_a_filter_left_on_does_not_refuse_a_workbook(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], libreoffice: Any
) -> None:
    satu = tabel(terisi[BALAI, "pk"], "pengukuran")

    def saring(buku: Any) -> None:
        lembar = buku[satu.lembar]
        lembar.auto_filter.ref = f"A{satu.baris1 - 1}:V{satu.baris2}"
        for baris in range(satu.baris1 + 2, satu.baris1 + 5):
            lembar.row_dimensions[baris].hidden = True

    hasil = verify(str(libreoffice.konversi([rusakkan(terisi[BALAI, "pk"], saring)], "xlsx")[0])).files[0]
    assert [(t.code, t.cell) for t in hasil.findings if t.level == "galat"] == []
    assert {t.code for t in hasil.findings if t.level == "peringatan"} == {"STR-17"}


@pytest.mark.parametrize("urut", ["terbalik", "berlubang"])
def test_inputs_sorted_or_with_blank_rows_between_are_honest(
    terisi: Mapping[tuple[str, str], Path], tmp_path: Path, urut: str
) -> None:
    isi = [{"program": f"Program {n}", "anggaran": 100 + n, "keterangan": "APBN"} for n in (1, 2)]
    rekaman = isi[::-1] if urut == "terbalik" else [isi[0], {}, isi[1]]
    kosongkan = {str(n): {"program": None, "anggaran": None, "keterangan": None} for n in range(1, 5)}
    data = kosongkan | {str(n): r for n, r in enumerate(rekaman, 1) if r}
    jadi = fill(terisi[BALAI, "pk"], {"pk_program": data}, tmp_path / "a.xlsx")
    assert putusan(jadi) == ("lulus", Counter())
    assert repair(jadi, tmp_path / "b.xlsx").jalur.read_bytes() == jadi.read_bytes()
    assert migrate(jadi, tmp_path / "c.xlsx", tahun=2024).jalur.read_bytes() == jadi.read_bytes()


def test_sorting_the_fixed_columns_too_is_told_and_repair_mends_it(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    satu = tabel(terisi[BALAI, "pk"], "pk_lampiran")

    def balik(buku: Any) -> None:
        lembar = buku[satu.lembar]
        isi = [[lembar.cell(b, k).value for k in range(1, 6)] for b in range(satu.baris1, satu.baris2 + 1)]
        for b, baris in enumerate(reversed(isi), satu.baris1):
            for k, satu_nilai in enumerate(baris, 1):
                lembar.cell(b, k).value = satu_nilai

    rusak = rusakkan(terisi[BALAI, "pk"], balik)
    assert set(putusan(rusak)[1]) <= {"STR-12", "STR-24"}
    assert putusan(rusak)[0] == "ditolak"
    assert nilai(repair(rusak, tmp_path / "baik.xlsx").jalur) == nilai(terisi[BALAI, "pk"])
