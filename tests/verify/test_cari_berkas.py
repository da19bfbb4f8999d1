"""Which files are verified, and what the report calls them."""

import pytest

import kinerja_xl as kx
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify import verify
from kinerja_xl.verify.cari import cari_berkas


def _isi(folder, *nama):
    for satu in nama:
        (folder / satu).parent.mkdir(parents=True, exist_ok=True)
        (folder / satu).write_bytes(b"")


def test_a_folder_gives_its_spreadsheets_in_a_fixed_order(tmp_path):
    _isi(tmp_path, "b.xlsx", "a.XLSM", "sub/c.ods", "~$b.xlsx", ".~lock.b.xlsx#", "catatan.pdf", "foto.png")
    calon, dilewati = cari_berkas([tmp_path])
    assert ([c.sebutan for c in calon], dilewati) == (["a.XLSM", "b.xlsx", "sub/c.ods"], 2)


def test_a_path_given_explicitly_is_always_taken(tmp_path):
    _isi(tmp_path, "~$b.xlsx", "catatan.pdf")
    calon, dilewati = cari_berkas([tmp_path / "catatan.pdf", tmp_path / "~$b.xlsx"])
    assert ([c.sebutan for c in calon], dilewati) == (["catatan.pdf", "~$b.xlsx"], 0)


def test_files_called_alike_are_told_apart_by_their_folders(tmp_path):
    _isi(tmp_path, "x/pk.xlsx", "y/pk.xlsx", "y/rka.xlsx")
    calon, _ = cari_berkas([tmp_path / "x", tmp_path / "y"])
    assert [c.sebutan for c in calon] == ["rka.xlsx", "x/pk.xlsx", "y/pk.xlsx"]


def test_a_file_named_twice_is_verified_once(tmp_path):
    _isi(tmp_path, "pk.xlsx")
    calon, _ = cari_berkas([tmp_path, tmp_path / "pk.xlsx"])
    assert [c.sebutan for c in calon] == ["pk.xlsx"]


@pytest.mark.parametrize("nama", ["", "tidak-ada.xlsx"])
def test_nothing_to_verify_is_an_error(tmp_path, nama):
    with pytest.raises(KinerjaError, match="tidak"):
        cari_berkas([tmp_path / nama])
    with pytest.raises(KinerjaError, match="belum ada"):
        cari_berkas([])


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ({"tegas": ["XXX"]}, "topik 'XXX' tidak ada"),
        ({"abaikan": ["NIL-99"]}, "Maksud Anda"),
        ({"mesin": "formula"}, "formulas"),
        ({"lang": "jv"}, "bahasa 'jv'"),
    ],
)
def test_unknown_options_are_errors(tmp_path, pilihan, pesan):
    _isi(tmp_path, "a.xlsx")
    with pytest.raises(KinerjaError, match=pesan):
        verify(tmp_path, **pilihan)


def test_the_public_name_can_be_called_again_and_again(tmp_path):
    _isi(tmp_path, "a.xlsx")
    for _ in range(2):
        laporan = kx.verify(str(tmp_path / "a.xlsx"))
        assert (laporan.exit_code, laporan.files[0].verdict) == (1, "tidak-terbaca")


def test_progress_is_told_after_every_file(tmp_path):
    _isi(tmp_path, "a.xlsx", "b.xlsx")
    selesai = []
    verify(tmp_path, kemajuan=selesai.append)
    assert selesai == ["a.xlsx", "b.xlsx"]


def test_more_processes_give_the_same_report(tmp_path):
    _isi(tmp_path, *(f"{n}.xlsx" for n in range(5)))
    assert verify(tmp_path, jobs=3).to_dict() == verify(tmp_path).to_dict()
