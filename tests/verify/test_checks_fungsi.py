"""Functions carried as LAMBDA names: honest ones are silent, changed ones and rewritten ones are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.build import generate
from kinerja_xl.read.buku import NamaTerdefinisi
from kinerja_xl.spec.fungsi_lambda import nama_fungsi
from kinerja_xl.verify import verify
from kinerja_xl.verify.checks import jalankan

FUNGSI = {satu.nama: satu.tersimpan for satu in nama_fungsi()}


def _sertakan(buatan: Any, **lain: str) -> None:
    isi = {**FUNGSI, **lain}
    nama = tuple(NamaTerdefinisi(n, rumus, None, False) for n, rumus in isi.items())
    buatan.buku = replace(buatan.buku, nama=(*buatan.buku.nama, *nama))


def _temuan(buatan: Any) -> list[Any]:
    return list(jalankan(buatan.kasus()))


def test_the_functions_of_the_rule_book_are_no_finding(buatan: Any) -> None:
    _sertakan(buatan)
    assert buatan.temuan() == []


def test_spaces_and_numbers_of_another_saving_are_no_finding(buatan: Any) -> None:
    _sertakan(buatan, IKM_MUTU=FUNGSI["IKM_MUTU"].replace(",", ", ").replace("65.0", "65"))
    assert buatan.temuan() == []


def test_a_changed_function_is_told_with_the_place_where_it_differs(buatan: Any) -> None:
    _sertakan(buatan, IKM_SCORE=FUNGSI["IKM_SCORE"].replace("*(1/9)*25", "*0.12*25"))
    (satu,) = _temuan(buatan)
    assert satu.code == "STR-26" and satu.name == "IKM_SCORE"
    assert satu.data["ada"].startswith("0.12*25") and satu.data["seharusnya"].startswith("(1/9)*25")


def test_a_name_of_a_function_that_is_no_function_is_told(buatan: Any) -> None:
    _sertakan(buatan, CAPAIAN="120", IKM_CEK='"OK"')
    assert [(t.code, t.name) for t in _temuan(buatan)] == [("STR-26", "CAPAIAN"), ("STR-26", "IKM_CEK")]


def test_a_function_of_one_sheet_hides_the_workbooks(buatan: Any) -> None:
    _sertakan(buatan)
    lain = NamaTerdefinisi("IKM_MUTU", FUNGSI["IKM_MUTU"], "Ukur", False)
    buatan.buku = replace(buatan.buku, nama=(*buatan.buku.nama, lain))
    assert [(t.code, t.sheet) for t in _temuan(buatan)] == [("STR-26", "Ukur")]


def test_functions_rewritten_by_another_program_are_one_remark(buatan: Any) -> None:
    tulis = {n: r.replace("_xlfn.LAMBDA(", "_xlfn.lambda(").replace(",_xlfn.MAP(", ",_xlpm._xlfn.MAP(")
             for n, r in FUNGSI.items()}  # fmt: skip
    _sertakan(buatan, **tulis)
    (satu,) = _temuan(buatan)
    assert (satu.code, satu.level, satu.data["jumlah"]) == ("STR-27", "info", len(FUNGSI))


@pytest.mark.parametrize("jenis", ["pk", "rka", "iku"])
def test_a_workbook_with_the_names_has_the_findings_of_one_without(jenis: str, tmp_path: Path) -> None:
    for nama, fungsi in (("a", False), ("b", True)):
        generate(jenis, tahun=2026, out=tmp_path / nama / f"{jenis}.xlsx", dengan_fungsi=fungsi)
    tanpa, dengan = (verify(str(tmp_path / n / f"{jenis}.xlsx")).files[0] for n in ("a", "b"))
    assert dengan.findings == tanpa.findings and dengan.cells == tanpa.cells


def test_saved_again_by_libreoffice_only_the_rewriting_is_told(libreoffice: Any, tmp_path: Path) -> None:
    asal = generate("pk", tahun=2026, out=tmp_path / "pk.xlsx", dengan_fungsi=True)
    (lain,) = libreoffice.konversi([asal], "xlsx")
    sebelum = [t.code for t in verify(str(asal)).files[0].findings]
    sesudah = [t.code for t in verify(str(lain)).files[0].findings if t.code not in sebelum]
    assert sesudah == ["STR-27"]
