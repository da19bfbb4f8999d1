"""Dated parameters: fractions kept exact, versions by fiscal year, bands, word tables, refused rule files."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kinerja_xl.core import buku_aturan
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Pita, Tabel, baca_masa, ke_bilangan
from kinerja_xl.core.rumus import Angka, Rentang


def _masa(versi: str = "a", **lain: Any) -> dict[str, Any]:
    return {"versi": versi, "judul": versi.upper(), "rujukan": "Uji", "bukti": "sumber", "tahun_awal": 2017, **lain}


def _susun(*masa: dict[str, Any], **lain: Any) -> buku_aturan.Keluarga:
    return buku_aturan._susun("uji", {"keluarga": {"kode": "uji", "judul": "Uji"}, "masa": list(masa), **lain})


def test_a_fraction_stays_exact() -> None:
    assert ke_bilangan("1/9", "uji") == Fraction(1, 9)
    with pytest.raises(KinerjaError, match="bukan angka atau pecahan"):
        ke_bilangan("1/0", "uji")
    with pytest.raises(KinerjaError, match="bukan angka"):
        ke_bilangan(True, "uji")


def test_numbers_inherit_citation_and_evidence_unless_they_have_their_own() -> None:
    masa = baca_masa(
        "uji",
        _masa(parameter=[{"nama": "x", "nilai": 1}, {"nama": "y", "nilai": 2, "bukti": "ingatan", "rujukan": "Lain"}]),
        "uji",
    )
    assert [(p.rujukan, p.bukti) for p in masa.daftar()] == [("Uji", "sumber"), ("Lain", "ingatan")]


def test_a_year_picks_the_version_in_force() -> None:
    buku = _susun(_masa("lama", tahun_awal=2010, tahun_akhir=2016), _masa("baru"))
    assert [buku.untuk(t).versi for t in (2010, 2016, 2017, 2030, None)] == ["lama", "lama", "baru", "baru", "baru"]
    with pytest.raises(KinerjaError, match="2010-2016, 2017 dan sesudahnya"):
        buku.untuk(2009)


@pytest.mark.parametrize("akhir", [None, 2017, 2020])
def test_overlapping_versions_are_refused(akhir: int | None) -> None:
    lama = _masa("lama", tahun_awal=2010, **({} if akhir is None else {"tahun_akhir": akhir}))
    with pytest.raises(KinerjaError, match="bertumpuk"):
        _susun(lama, _masa("baru"))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"parameter": [{"nama": "x", "nilai": 1}, {"nama": "x", "nilai": 2}]}, "dipakai dua kali"),
        ({"parameter": [{"nama": "x", "nilai": 1, "bukti": "katanya"}]}, "bukti yang dikenal"),
        ({"pita": [{"nama": "p", "isi": [[1, "A"], [2, "B"]]}]}, "harus turun"),
        ({"pita": [{"nama": "p", "isi": [[2, "A"], [2, "B"]]}]}, "harus turun"),
        ({"pita": [{"nama": "p", "isi": [[2, "A"]]}]}, "harus turun"),
        ({"parameter": [{"nama": "x", "nilai": 1, "nialai": 2}]}, "Maksud Anda 'nilai'"),
    ],
)
def test_a_wrong_rule_file_is_refused_with_its_place(isi: dict[str, Any], pesan: str) -> None:
    with pytest.raises(KinerjaError, match=pesan):
        _susun(_masa(**isi))


def test_a_band_compares_with_lower_bounds() -> None:
    pita = Pita("mutu", ((90, "A"), (80, "B"), (0, "C")))
    assert [pita.kelas(n) for n in (100, 90, 89.99, 80, 79.99, -5)] == ["A", "A", "B", "B", "C", "C"]
    lebih = Pita("mutu", ((90, "A"), (80, "B"), (0, "C")), atas_inklusif=True)
    assert [lebih.kelas(n) for n in (90.01, 90, 80.01, 80)] == ["A", "B", "B", "C"]
    bulat = Pita("mutu", ((88.31, "A"), (0, "B")), bulat=2)
    assert [bulat.kelas(n) for n in (88.305, 88.3049)] == ["A", "B"]


def test_words_compare_trimmed_and_without_case_and_aliases_count() -> None:
    tabel = Tabel("pendidikan", {"S1": 15, "SLTA": 5}, alias={"SMA": "SLTA"})
    assert (tabel.nilai(" s1 "), tabel.nilai("sma"), tabel.baku("Sma")) == (15, 5, "SLTA")
    assert "S9" not in tabel
    with pytest.raises(KeyError):
        tabel.nilai("S9")


def test_a_twin_names_parameters_or_writes_them_out() -> None:
    masa = baca_masa("uji", _masa(parameter=[{"nama": "bobot", "nilai": "1/9"}]), "uji")
    assert Angka(masa)("bobot") == "(1/9)"
    assert Angka(masa, lambda keluarga, nama: f"{keluarga}_{nama}")("bobot") == "uji_bobot"
    with pytest.raises(KeyError):
        Angka(masa)("lain")


def test_a_range_can_be_cut() -> None:
    daerah = Rentang("'IK5'!$B$5:$J$154")
    assert (daerah.tinggi, daerah.lebar) == (150, 9)
    assert daerah.kolom(3) == "'IK5'!$D$5:$D$154"
    assert daerah.baris(2) == "'IK5'!$B$6:$J$6"
    assert daerah.sel(1, 9) == "'IK5'!$J$5"


def test_the_same_rules_have_the_same_hash() -> None:
    assert buku_aturan.sidik() == buku_aturan.sidik()
    assert len(buku_aturan.sidik()) == 16
