"""fill with traces: each result of the rule book carries its origin as a comment, and the workbook stays ours."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.core.buku_aturan import sidik
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.verify import verify

DATA = templates() / "contoh" / "balai-kipm-2024"
PANGGILAN = {
    "pk": {"AGREGASI", "CAPAIAN"},
    "rka": {"RKA_JUMLAH"},
    "iku": {"CAPAIAN", "TRACEABILITY_JUMLAH", "HACCP_JUMLAH", "UPI_JUMLAH", "QA_LOKASI_JUMLAH"},
}


@pytest.fixture(scope="module")
def berkomentar(kosong, tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("komentar")
    return {
        jenis: fill(
            kosong["balai-kipm-2024", jenis], DATA / f"{jenis}.toml", folder / f"{jenis}.xlsx", jejak=True
        )
        for jenis in PANGGILAN
    }  # fmt: skip


def _komentar(jalur: Path) -> dict[tuple[str, str], str]:
    buku = openpyxl.load_workbook(jalur)
    return {(ws.title, c.coordinate): c.comment.text for ws in buku for r in ws.iter_rows() for c in r if c.comment}


@pytest.mark.parametrize("jenis", sorted(PANGGILAN))
def test_results_of_the_rule_book_carry_their_trace(berkomentar, jenis):
    isi = _komentar(berkomentar[jenis])
    assert PANGGILAN[jenis] <= {teks.split(" = ")[0] for teks in isi.values()}
    assert all(f"buku aturan {sidik()}" in teks and len(teks) <= 1200 for teks in isi.values())


def test_the_comment_shows_the_number_of_its_cell(berkomentar):
    nilai = openpyxl.load_workbook(berkomentar["pk"], data_only=True)
    isi = {t: teks for t, teks in _komentar(berkomentar["pk"]).items() if teks.startswith("CAPAIAN = ")}
    assert len(isi) >= 14
    for (lembar, alamat), teks in isi.items():
        tertulis = teks.splitlines()[0].removeprefix("CAPAIAN = ")
        assert float(tertulis.replace(",", ".")) == pytest.approx(nilai[lembar][alamat].value)


@pytest.mark.parametrize("jenis", sorted(PANGGILAN))
def test_comments_raise_no_alarm(berkomentar, terisi, jenis):
    polos, dengan = (verify([str(satu)]).to_dict()["files"][0] for satu in (terisi[jenis], berkomentar[jenis]))
    assert (dengan["verdict"], dengan["findings"]) == (polos["verdict"], polos["findings"])
    assert dengan["cells"] == polos["cells"]


def test_a_workbook_with_comments_can_be_filled_again(berkomentar, tmp_path):
    lagi = fill(berkomentar["rka"], {}, tmp_path / "lagi.xlsx", jejak=True)
    assert lagi.read_bytes() == berkomentar["rka"].read_bytes()


def test_without_the_option_there_is_no_comment_part(terisi):
    for jalur in terisi.values():
        with zipfile.ZipFile(jalur) as arsip:
            assert [n for n in arsip.namelist() if "comment" in n.lower() or "vml" in n.lower()] == []


def test_the_comments_speak_english_when_asked(kosong, tmp_path):
    jalur = fill(
        kosong["balai-kipm-2024", "rka"], DATA / "rka.toml", tmp_path / "en.xlsx", jejak=True, lang="en"
    )  # fmt: skip
    assert all("rule book " in teks for teks in _komentar(jalur).values())
