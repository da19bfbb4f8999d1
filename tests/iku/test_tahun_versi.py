"""Which legal version a fiscal year gets: the first year, the last year and the years around them, for every function.

The years are typed here from the regulations; a year that no version covers is refused with the years there are.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import functions, get

VERSI: dict[str, list[tuple[str, int, int | None]]] = {
    "bmn": [("tanpa-rumus", 2019, None)],
    "bpk": [("kkp-pedoman-iku-2022", 2019, None)],
    "capaian": [("permenpanrb-8-2021", 2014, None)],
    "hitungan": [("manual-iku-kkp", 2014, None)],
    "ikm": [("kep-25-2004", 2004, 2013), ("permenpanrb-14-2017", 2017, None)],
    "ikpa": [
        ("pmk-195-2018", 2018, 2019), ("per-4-2020", 2020, 2020), ("per-4-2021", 2021, 2021),
        ("per-5-2022", 2022, 2023), ("per-5-2024", 2024, None),
    ],
    "ipasn": [("bkn-8-2019", 2018, None)],
    "nka": [
        ("pmk-249-2011", 2011, 2017), ("pmk-214-2017", 2018, 2020), ("pmk-22-2021", 2021, 2022),
        ("pmk-62-2023", 2023, None),
    ],
    "pbj": [("kkp-manual-iku", 2019, None)],
    "rb": [
        ("permenpanrb-14-2014", 2014, 2019), ("permenpanrb-26-2020", 2020, 2022), ("permenpanrb-9-2023", 2023, None),
    ],
    "rekomendasi": [("kkp-manual-iku", 2019, None)],
    "rka": [("permendagri-77-2020", 2021, None)],
    "sakip": [("permenpanrb-12-2015", 2015, 2020), ("permenpanrb-88-2021", 2021, None)],
    "sop": [("keppres-68-1995", 1996, 2022), ("perpres-21-2023", 2023, None)],
}  # fmt: skip
JAUH = 2060


def _versi(kode: str, tahun: int) -> str | None:
    return next((v for v, awal, akhir in VERSI[kode] if awal <= tahun <= (akhir or JAUH)), None)


def _tahun_tepi(kode: str) -> list[int]:
    tepi = {t for _, awal, akhir in VERSI[kode] for t in (awal - 1, awal, awal + 1, akhir or JAUH, (akhir or JAUH) + 1)}
    return sorted(t for t in tepi if t <= JAUH)


def test_versions_of_the_rule_book_are_those_of_the_regulations() -> None:
    ada = {k: [(m.versi, m.tahun_awal, m.tahun_akhir) for m in keluarga(k).masa] for k in daftar_keluarga()}
    assert ada == VERSI


@pytest.mark.parametrize("nama", sorted(functions()))
def test_each_year_gets_its_version_or_a_clear_refusal(nama: str) -> None:
    fungsi = get(nama)
    for tahun in _tahun_tepi(fungsi.keluarga):
        harus = _versi(fungsi.keluarga, tahun)
        if harus is not None and (not fungsi.aturan or harus in fungsi.aturan):
            assert fungsi.masa(tahun).versi == harus, tahun
        else:
            with pytest.raises(KinerjaError) as salah:
                fungsi.masa(tahun)
            assert str(tahun) in str(salah.value)
            assert ("yang ada" if harus is None else "tidak berlaku") in str(salah.value)


@pytest.mark.parametrize("nama", sorted(functions()))
def test_without_a_year_the_newest_version_the_function_can_compute_is_used(nama: str) -> None:
    fungsi = get(nama)
    boleh = [v for v, *_ in VERSI[fungsi.keluarga] if not fungsi.aturan or v in fungsi.aturan]
    assert fungsi.masa().versi == boleh[-1]
    assert [fungsi.masa_versi(v).versi for v in boleh] == boleh


EMPAT_BELAS, SEMBILAN = [[4] * 14], [[4] * 9]
RB = [[[5], [5], [6], [5], [15], [6], [12], [6]], [[20], [10], [10]]]
# function, arguments without the year, year, expected (None: refused)
PANGGIL: list[tuple[str, list[Any], int, float | None]] = [
    *[("IKM_SCORE", [EMPAT_BELAS], t, h) for t, h in ((2003, None), (2004, 99.4), (2013, 99.4), (2014, None))],
    *[("IKM_SCORE", [SEMBILAN], t, h) for t, h in ((2013, None), (2014, None), (2016, None), (2017, 100), (2025, 100))],
    *[("NKA_SCORE", [100, 0, 0, 0], t, h) for t, h in ((2010, None), (2011, 9.7), (2017, 9.7), (2018, 9.7))],
    *[("NKA_SCORE", [100, 0, 0, 0], t, h) for t, h in ((2020, 9.7), (2021, 9.7), (2022, 9.7), (2023, None))],
    *[("RB_SCORE", RB, t, h) for t, h in ((2013, None), (2014, 100), (2019, 100), (2020, None), (2023, None))],
]
# two outputs of 64 % and 100 %: arithmetic mean up to 2017, geometric from 2018
_KELUARAN = [[[64], [5]], [[100], [5]], [[10], [3]], [[10], [3]]]
PANGGIL += [
    ("NKA_KELUARAN", _KELUARAN, t, h) for t, h in ((2010, None), (2011, 82), (2017, 82), (2018, 80), (2022, 80))
]
# all 100 but the contract row (row 5): 12 indicators until 2019, 13 in 2020 and 2021, with weights 10, 15, 10
PANGGIL += [
    ("IKPA_SCORE", [[[100]] * 4 + [[0]] + [[100]] * lebih], tahun, hasil)
    for tahun, lebih, hasil in (
        (2017, 7, None), (2018, 7, 90), (2019, 7, 90), (2019, 8, None), (2020, 7, None), (2020, 8, 85), (2021, 8, 90),
        (2022, 8, None), (2022, 3, 90), (2023, 3, 90), (2024, 2, 90), (2024, 3, 0), (2025, 2, 90),
    )
]  # fmt: skip


@pytest.mark.parametrize(("nama", "masuk", "tahun", "hasil"), PANGGIL, ids=[f"{p[0]} {p[2]}" for p in PANGGIL])
def test_a_call_in_a_year_follows_the_rule_of_that_year(
    nama: str, masuk: list[Any], tahun: int, hasil: float | None
) -> None:
    fungsi = get(nama)
    ke = [a.nama for a in fungsi.argumen].index("tahun")
    argumen = [*masuk[:ke], tahun, *masuk[ke:]]
    if hasil is None:
        with pytest.raises(KinerjaError):
            fungsi(*argumen)
    else:
        assert fungsi(*argumen) == pytest.approx(hasil, rel=1e-12)


def test_years_between_two_versions_are_refused_and_not_filled() -> None:
    celah = [(a, b) for isi in VERSI.values() for (_, _, a), (_, b, _) in pairwise(isi) if a is not None and b - a > 1]
    assert celah == [(2013, 2017)], "PermenPANRB 16/2014 is not known to us"
