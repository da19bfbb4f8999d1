"""The buttons of Kinerja.xlsm on a stand-in for the open workbook: what they read, make and answer."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kinerja_xl.build.excel_xlsm import bangun_xlsm
from kinerja_xl.data import udfs

TINGGI = 40


class Sel:
    """A named range of the open workbook."""

    def __init__(self, nilai: Any = None) -> None:
        self.riwayat: list[Any] = []
        self._nilai = nilai
        self.rows = SimpleNamespace(count=TINGGI)

    @property
    def value(self) -> Any:
        return self._nilai

    @value.setter
    def value(self, baru: Any) -> None:
        self.riwayat.append(baru)
        self._nilai = baru


class Buku:
    """The open workbook."""

    def __init__(self, berkas: Path | str, **isian: Any) -> None:
        self.fullname, self.name = str(berkas), Path(str(berkas)).name
        nama = ("kx_tahun", "kx_profil", "kx_folder", "kx_periksa", "kx_hasil")
        self.names = {n: SimpleNamespace(refers_to_range=Sel(isian.get(n))) for n in nama}

    @property
    def jawaban(self) -> list[list[Any]]:
        """Rows of the answer block that are not blank."""
        isi = self.names["kx_hasil"].refers_to_range.value
        assert len(isi) == TINGGI and all(len(b) == 3 for b in isi)
        return [b for b in isi if any(b)]


@pytest.fixture(scope="module")
def tombol() -> ModuleType:
    spek = importlib.util.spec_from_file_location("kinerja_tombol", udfs() / "kinerja_tombol.py")
    assert spek is not None and spek.loader is not None
    modul = importlib.util.module_from_spec(spek)
    sys.modules[spek.name] = modul
    spek.loader.exec_module(modul)
    return modul


@pytest.fixture(scope="module")
def xlsm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bangun_xlsm(tmp_path_factory.mktemp("buku kerja é"))


def test_this_years_documents_are_made_beside_the_workbook(tombol, tmp_path):
    buku = Buku(tmp_path / "Kinerja.xlsm", kx_tahun=2026.0)
    tombol.buat(buku)
    folder = tmp_path / "Dokumen 2026"
    jadi = [b for b in buku.jawaban if b[0] == "Jadi"]
    assert sorted(b[1] for b in jadi) == sorted(p.name for p in folder.iterdir())
    assert len(jadi) >= 3 and {b[2] for b in jadi} == {str(folder)}
    assert buku.jawaban[-1][0] == "Catatan"  # the example profile was used, and the person is told

    tombol.buat(buku)  # a second click overwrites nothing
    assert {b[0] for b in buku.jawaban} == {"Tidak dibuat", "Catatan"}
    assert all("sudah ada" in b[1] for b in buku.jawaban[:-1])


@pytest.mark.parametrize(
    ("isian", "sebab"),
    [
        ({}, "Tahun belum diisi"),
        ({"kx_tahun": "2026"}, "Tahun belum diisi"),
        ({"kx_tahun": True}, "Tahun belum diisi"),
        ({"kx_tahun": 2026, "kx_profil": "tidak-ada.toml"}, "tidak-ada.toml"),
    ],
)
def test_what_hinders_the_documents_is_told_in_the_sheet(tombol, tmp_path, isian, sebab):
    buku = Buku(tmp_path / "Kinerja.xlsm", **isian)
    tombol.buat(buku)
    assert buku.jawaban[0][0] in {"Tidak dapat dijalankan", "Tidak dibuat"} and sebab in buku.jawaban[0][1]


def test_a_named_workbook_is_verified(tombol, tmp_path):
    buku = Buku(tmp_path / "Kinerja.xlsm", kx_tahun=2026)
    tombol.buat(buku)
    nama = next(b[1] for b in buku.jawaban if b[1].startswith("pk-"))
    buku.names["kx_periksa"].refers_to_range._nilai = f"Dokumen 2026/{nama}"
    tombol.periksa(buku)
    assert buku.jawaban[0][:2] == ["DITOLAK", nama]  # a blank form is not yet complete
    assert all(b[0].startswith(("galat ", "peringatan ", "info ")) and b[1] and b[2] for b in buku.jawaban[1:-1])


def test_the_workbook_itself_is_verified_from_a_copy_without_blame_for_its_own_macros(tombol, xlsm):
    sebelum = xlsm.read_bytes()
    buku = Buku(xlsm)
    tombol.periksa(buku)
    assert buku.jawaban[0][0] in {"LULUS", "LULUS-DENGAN-PERINGATAN"}
    assert xlsm.read_bytes() == sebelum

    salinan: list[str] = []
    buku.api = SimpleNamespace(SaveCopyAs=lambda tujuan: (salinan.append(tujuan), shutil.copyfile(xlsm, tujuan)))  # type: ignore[attr-defined]
    tombol.periksa(buku)
    assert len(salinan) == 1 and not Path(salinan[0]).exists()  # unsaved changes come along; the copy is gone


def test_a_missing_file_and_a_long_answer(tombol, tmp_path):
    buku = Buku(tmp_path / "Kinerja.xlsm", kx_periksa="tidak ada.xlsx")
    tombol.periksa(buku)
    assert "tidak ada.xlsx" in " ".join(map(str, buku.jawaban[0]))

    tombol._tulis(buku, [[f"baris {n}", "=1+1", "-"] for n in range(100)])
    assert buku.jawaban[0] == ["baris 0", "'=1+1", "'-"]  # no text of a file becomes a formula
    assert buku.jawaban[-1][:2] == ["...", "dan 61 baris lagi"]


def test_a_workbook_in_a_cloud_folder_writes_to_documents(tombol):
    assert tombol._folder_buku(Buku("https://kantor.sharepoint.com/Dokumen/Kinerja.xlsm")) == Path.home() / "Documents"
