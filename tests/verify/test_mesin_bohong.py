"""An engine that lies blames nobody: the honest workbook of an office passes although the first engine is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl import mesin
from kinerja_xl.build import generate
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import hitung as ruang_hitung
from kinerja_xl.verify import verify

BANYAK = 400  # so many results the lying engine changes: far more than are put before the second engine at first


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bohong")
    return generate("pk", tahun=2024, profil=berkas_contoh("kecamatan"), out=folder / "pk.xlsx")


@pytest.fixture
def dua_mesin(tanpa: Callable[[str], None]) -> None:
    """A second engine is there to ask; some machines have no wheel for the first."""
    if len([n for n in mesin.mesin_tersedia() if n != "libreoffice"]) < 2:
        tanpa("only one of formualizer and formulas is installed")


def _bohong(monkeypatch: pytest.MonkeyPatch, banyak: int) -> None:
    asli = mesin.hitung

    def hitung(manifest: Any, masukan: Mapping[Any, Any], nama: str = "otomatis") -> dict[Any, Any]:
        hasil = asli(manifest, masukan, nama)
        angka = [t for t, n in hasil.items() if isinstance(n, float)][:banyak]
        return {**hasil, **{t: hasil[t] * 2 + 1 for t in angka}}

    monkeypatch.setattr(mesin, "hitung", hitung)
    monkeypatch.setattr(ruang_hitung, "terbukti", lambda _: None)  # else no engine is asked at all


def _nilai(berkas: Path) -> tuple[list[str], dict[str, int]]:
    hasil = verify(str(berkas)).files[0]
    return [t.code for t in hasil.findings if t.code.startswith("NIL")], hasil.cells


@pytest.mark.usefixtures("dua_mesin")
@pytest.mark.parametrize("banyak", [1, BANYAK])
def test_a_lying_first_engine_blames_nobody(monkeypatch: pytest.MonkeyPatch, buku: Path, banyak: int) -> None:
    assert _nilai(buku)[0] == []
    _bohong(monkeypatch, banyak)
    kode, sel = _nilai(buku)
    assert kode == ["NIL-15"]
    assert sel["unverifiable"] == banyak
    assert sel["checked"] == sel["formula"] - banyak


@pytest.mark.usefixtures("dua_mesin")
def test_a_tampered_result_is_still_told_when_both_engines_agree(buku: Path, tmp_path: Path) -> None:
    from kinerja_xl.core.nama import alamat
    from kinerja_xl.read import baca

    isi = baca(buku).buku
    assert isi is not None
    semua = ((lb.nama, s) for lb in isi.lembar for s in lb.sel.values())
    lembar, sel = next((n, s) for n, s in semua if s.rumus is not None and s.jenis == "n" and s.nilai)
    assert isinstance(sel.nilai, (int, float))
    rusak = tmp_path / "rusak.xlsx"
    tempat = (lembar, alamat(sel.baris, sel.kolom))
    rusak.write_bytes(ganti_sel(buku.read_bytes(), {tempat: {"nilai": sel.nilai + 0.5}}))
    kode = _nilai(rusak)[0]
    assert kode
    assert set(kode) <= {"NIL-01", "NIL-14"}
