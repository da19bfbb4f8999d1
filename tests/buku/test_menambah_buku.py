"""The page for maintainers is true: its workbook is laid out, built, filled and found sound, from one spec file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec import buku
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import verify

HALAMAN = Path(__file__).resolve().parents[2] / "docs" / "menambah-buku-kerja.md"
ISI = {
    "kepala_nama": "Nama Camat", "kepala_jabatan": "Camat Contoh", "tanda_kota": "Contoh",
    "tanda_tanggal": "2025-02-03", "rapat_tanggal": "2025-01-31", "ik1_target": 84, "ik2_target": 72, "ik3_target": 90,
    "rapat_indikator": {"1": {"realisasi": 85.5, "keputusan": "Dilanjutkan"}},
}  # fmt: skip


@pytest.fixture
def rapat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The example of the page beside the specs of the product; its kind."""
    shutil.copytree(templates() / "buku", tmp_path / "t" / "buku")
    contoh = re.findall(r"^```toml\n(.*?)^```", HALAMAN.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    (tmp_path / "t" / "buku" / "rapat.toml").write_text(contoh[0], encoding="utf-8")
    monkeypatch.setattr(buku, "templates", lambda: tmp_path / "t")
    yield "rapat"
    buku.muat_buku.cache_clear()
    buku.muat_bagian.cache_clear()


def test_the_example_of_the_page_is_a_whole_workbook(rapat: str, tmp_path: Path) -> None:
    assert rapat in buku.jenis_tersedia()
    kosong = generate(rapat, tahun=2025, profil=berkas_contoh("kecamatan"), out=tmp_path / "kosong.xlsx")
    lagi = generate(rapat, tahun=2025, profil=berkas_contoh("kecamatan"), out=tmp_path / "lagi.xlsx")
    assert kosong.read_bytes() == lagi.read_bytes()
    hasil = verify(str(fill(kosong, ISI, tmp_path / "isi.xlsx"))).files[0]
    assert (hasil.template, [t.code for t in hasil.findings if t.level == "galat"]) == ("rapat/1.0.0", [])
    assert hasil.verdict in ("lulus", "lulus-dengan-peringatan")


def test_the_page_names_only_words_that_a_spec_knows() -> None:
    tabel = HALAMAN.read_text(encoding="utf-8").partition("## 2.")[2].partition("## 3.")[0]
    kata = set(re.findall(r"`([a-z_]+)`", "".join(re.findall(r"^\| (.*?) \|", tabel, flags=re.MULTILINE))))
    kenal = {f for k in (buku.Isi, buku.LembarSpek, buku.BlokTabel, buku.BlokBaris) for f in k.__dataclass_fields__}
    assert kata - kenal == set()


def test_the_page_of_workbooks_has_a_row_for_every_kind() -> None:
    teks = (HALAMAN.parent / "buku-kerja.md").read_text(encoding="utf-8")
    baris = re.findall(r"^\| `([a-z-]+)` \|", teks, re.MULTILINE)
    assert sorted(baris) == sorted(buku.jenis_tersedia())
