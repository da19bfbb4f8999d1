"""Old template versions: a workbook of one is judged by that one, and what is frozen stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.spec import buku, lama
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import verify

BIASA = {"ISI-01", "TGT-04", "KEB-09"}  # an empty workbook lacks its inputs, of whatever version
JUDUL = "PERJANJIAN KINERJA"


def _kode(berkas: Path) -> set[str]:
    return {t.code for t in verify(str(berkas)).files[0].findings if t.level != "info"} - BIASA


@pytest.fixture
def templat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the templates that a test may change."""
    folder = tmp_path / "templates"
    shutil.copytree(templates() / "buku", folder / "buku")
    monkeypatch.setattr(buku, "templates", lambda: folder)
    _lupa()
    yield folder
    monkeypatch.undo()
    _lupa()


def _lupa() -> None:
    buku.muat_buku.cache_clear()
    buku.muat_bagian.cache_clear()


def _naikkan(templat: Path) -> None:
    """pk 1.1.0: a piece of the sheet reads otherwise, the old state is kept."""
    lama.bekukan("pk")
    spek = templat / "buku" / "pk.toml"
    isi = spek.read_text(encoding="utf-8")
    assert 'versi = "1.0.0"' in isi
    assert f'"{JUDUL}' in isi
    baru = isi.replace('versi = "1.0.0"', 'versi = "1.1.0"').replace(f'"{JUDUL}', f'"NASKAH {JUDUL}')
    spek.write_text(baru, encoding="utf-8")
    bagian = templat / "buku" / "bagian" / "kepala-petunjuk.toml"
    bagian.write_text(bagian.read_text(encoding="utf-8").replace('isi = "', 'isi = "Baru: ', 1), encoding="utf-8")
    _lupa()


def _buat(folder: Path, nama: str) -> Path:
    return generate("pk", tahun=2024, profil=berkas_contoh("kecamatan"), out=folder / nama)


def test_a_workbook_of_an_old_version_is_judged_by_its_own_template(templat: Path, tmp_path: Path) -> None:
    lama_buku = _buat(tmp_path, "lama.xlsx")
    _naikkan(templat)
    hasil = verify(str(lama_buku)).files[0]
    assert _kode(lama_buku) == {"STR-56"}
    assert hasil.template == "pk/1.0.0"
    assert hasil.cells["checked"] == hasil.cells["formula"] > 100
    baru_buku = _buat(tmp_path, "baru.xlsx")
    assert _kode(baru_buku) == set()
    assert verify(str(baru_buku)).files[0].template == "pk/1.1.0"


def test_a_change_against_the_old_template_is_told_at_its_cell(templat: Path, tmp_path: Path) -> None:
    lama_buku = _buat(tmp_path, "lama.xlsx")
    _naikkan(templat)
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(ganti_sel(lama_buku.read_bytes(), {("Petunjuk", "A1"): {"nilai": "judul lain"}}))
    assert _kode(rusak) == {"STR-12", "STR-56"}


def test_a_version_nobody_kept_and_one_from_the_future_are_not_checked(templat: Path, tmp_path: Path) -> None:
    lama_buku = _buat(tmp_path, "lama.xlsx")
    _naikkan(templat)
    baru_buku = _buat(tmp_path, "baru.xlsx")
    shutil.rmtree(templat / "buku" / "lama")
    _lupa()
    assert _kode(lama_buku) == {"STR-04"}
    spek = templat / "buku" / "pk.toml"
    spek.write_text(spek.read_text(encoding="utf-8").replace('"1.1.0"', '"1.0.5"'), encoding="utf-8")
    _lupa()
    assert _kode(baru_buku) == {"STR-03"}


def test_a_version_is_frozen_once(templat: Path) -> None:
    folder = lama.bekukan("pk")
    assert lama.versi_lama("pk") == ("1.0.0",)
    assert lama.daftar_beku()["pk-1.0.0"] == lama.sidik_beku("pk-1.0.0")
    assert (folder / "bagian" / "info.toml").is_file()
    with pytest.raises(KinerjaError, match="sudah dibekukan"):
        lama.bekukan("pk")


@pytest.mark.parametrize("jenis", [*buku.jenis_tersedia(), buku.PROFIL])
def test_every_kind_can_be_frozen_with_all_its_pieces(templat: Path, jenis: str) -> None:
    kini = buku.muat_buku(jenis)
    lama.bekukan(jenis)
    shutil.rmtree(templat / "buku" / "bagian")
    buku.muat_bagian.cache_clear()
    beku = buku.muat_buku(jenis, kini.versi)
    for lembar in beku.lembar:
        for blok in lembar.blok:
            if isinstance(blok, buku.BlokPakai):
                assert buku.muat_bagian(blok.bagian)
    assert [satu.nama for satu in beku.lembar] == [satu.nama for satu in kini.lembar]


def test_the_frozen_specs_of_the_project_have_not_changed() -> None:
    folder = templates() / "buku" / "lama"
    ada = {p.name for p in folder.glob("*-*") if p.is_dir()} if folder.is_dir() else set()
    assert set(lama.daftar_beku()) == ada
    assert {nama: lama.sidik_beku(nama) for nama in ada} == lama.daftar_beku()
