"""Help pages of the functions: as fresh as the rule book, complete, and their links lead somewhere."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga
from kinerja_xl.functions import functions
from kinerja_xl.spec.keterangan_fungsi import contoh, kesalahan

AKAR = Path(__file__).resolve().parent.parent
FOLDER = AKAR / "docs" / "fungsi"


@pytest.fixture(scope="module")
def dokumen() -> ModuleType:
    """The script that writes the pages."""
    spek = spec_from_file_location("dokumen", AKAR / ".ci" / "dokumen.py")
    assert spek is not None and spek.loader is not None
    modul = module_from_spec(spek)
    spek.loader.exec_module(modul)
    return modul


def test_the_pages_are_what_the_rule_book_says_now(dokumen: ModuleType) -> None:
    assert dokumen.basi() == [], "run .ci/dokumen.py"


def test_every_function_has_a_page_and_the_index_leads_to_each() -> None:
    halaman = {p.stem for p in FOLDER.glob("*.md")}
    indeks = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert halaman == {*functions(), "README"}
    assert set(re.findall(r"\]\((\w+)\.md\)", indeks)) == set(functions())


@pytest.mark.parametrize("nama", sorted(functions()))
def test_a_page_says_all_that_a_user_needs(nama: str) -> None:
    fungsi, teks = functions()[nama], (FOLDER / f"{nama}.md").read_text(encoding="utf-8")
    assert f"`={fungsi.sintaks()}`" in teks and f"`={fungsi.sintaks(', ')}`" in teks
    assert [a.nama for a in fungsi.argumen if f"| `{a.nama}` |" not in teks] == []
    assert "## Dasar hukum" in teks and "## Di program mana" in teks and "## Contoh" in teks
    assert contoh(fungsi) is not None
    assert all(f"- {satu}" in teks for satu in kesalahan(fungsi))
    tautan = re.findall(r"\]\(([^)#]+)", teks)
    assert [satu for satu in tautan if not (FOLDER / satu).exists()] == []


@pytest.mark.parametrize("kode", daftar_keluarga())
def test_common_mistakes_name_functions_of_their_family(kode: str) -> None:
    daftar = keluarga(kode).kesalahan
    assert daftar and len(daftar) == len(set(daftar))
    for teks in daftar:
        nama = re.match(r"([A-Z][A-Z0-9_]{3,}): ", teks)
        if nama:
            assert functions()[nama.group(1)].keluarga == kode
        assert teks.endswith(".")
