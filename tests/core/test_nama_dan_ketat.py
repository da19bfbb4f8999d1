"""Names that no spreadsheet takes for an address; tables that refuse unknown and missing keys."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci
from kinerja_xl.core.nama import alamat, kolom_angka, kolom_huruf, kutip_lembar, nama_sah, rentang


@pytest.mark.parametrize(
    "nama", ["IKU1", "U1", "U9", "SKM1", "IKM1", "IK5", "XFD1048576", "R1C1", "r", "C", "R2", "a1"]
)
def test_a_name_that_reads_as_an_address_is_refused(nama: str) -> None:
    assert not nama_sah(nama)


@pytest.mark.parametrize("nama", ["ik5_target", "IKM_SCORE", "XFE1", "A1048577", "_x", "pk.program", "jp20", "skp"])
def test_a_name_beyond_the_grid_or_with_words_is_accepted(nama: str) -> None:
    assert nama_sah(nama) == (nama != "jp20")


@pytest.mark.parametrize("nama", ["", "1abc", "a b", "a-b", "TRUE", "false", "é"])
def test_a_name_with_signs_or_a_reserved_word_is_refused(nama: str) -> None:
    assert not nama_sah(nama)


@given(st.integers(1, 16384))
def test_column_letters_and_numbers_are_each_other_s_inverse(kolom: int) -> None:
    assert kolom_angka(kolom_huruf(kolom)) == kolom


@given(st.integers(1, 1048576), st.integers(1, 16384))
def test_an_address_is_never_a_valid_name(baris: int, kolom: int) -> None:
    assert not nama_sah(alamat(baris, kolom))
    assert not nama_sah(alamat(baris, kolom).lower())


def test_addresses_are_written_as_excel_writes_them() -> None:
    assert (kolom_huruf(1), kolom_huruf(26), kolom_huruf(27), kolom_huruf(16384)) == ("A", "Z", "AA", "XFD")
    assert alamat(5, 2, mutlak=True) == "$B$5"
    assert rentang(5, 2, 24, 10) == "B5:J24"
    assert rentang(5, 2, 5, 2) == "B5"
    assert kutip_lembar("Jum'at") == "'Jum''at'"


@dataclass(frozen=True)
class Contoh:
    nama: str
    jumlah: int = 0
    nilai: Optional[float] = None


def test_a_table_becomes_a_dataclass() -> None:
    assert jadikan(Contoh, {"nama": "x", "nilai": 2}, "uji.toml") == Contoh("x", 0, 2)


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    with pytest.raises(KinerjaError, match=r"uji\.toml: kunci 'jumlh' tidak dikenal\. Maksud Anda 'jumlah'"):
        jadikan(Contoh, {"nama": "x", "jumlh": 1}, "uji.toml")


def test_a_missing_key_and_a_wrong_type_are_named() -> None:
    with pytest.raises(KinerjaError, match="kunci 'nama' belum ada"):
        jadikan(Contoh, {"jumlah": 1}, "uji.toml")
    with pytest.raises(KinerjaError, match="kunci 'jumlah' harus bilangan bulat"):
        jadikan(Contoh, {"nama": "x", "jumlah": "satu"}, "uji.toml")
    with pytest.raises(KinerjaError, match="kunci 'jumlah' harus bilangan bulat"):
        jadikan(Contoh, {"nama": "x", "jumlah": True}, "uji.toml")
    with pytest.raises(KinerjaError, match="harus ada tabel"):
        jadikan(Contoh, ["x"], "uji.toml")


def test_keys_are_checked_against_required_and_allowed_ones() -> None:
    periksa_kunci({"a": 1}, {"a"}, {"b"}, "uji")
    with pytest.raises(KinerjaError):
        periksa_kunci({"c": 1}, set(), {"a", "b"}, "uji")


def test_a_broken_or_missing_toml_file_is_told_in_words(tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.toml"
    rusak.write_text("a = [1,\nb", encoding="utf-8")
    with pytest.raises(KinerjaError, match=r"rusak\.toml bukan TOML yang sah"):
        baca_toml(rusak)
    with pytest.raises(KinerjaError, match="tidak dapat dibaca"):
        baca_toml(tmp_path / "tiada.toml")
    rusak.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KinerjaError, match="UTF-8"):
        baca_toml(rusak)


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    berkas = tmp_path / "bom.toml"
    berkas.write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert baca_toml(berkas) == {"a": 1}
