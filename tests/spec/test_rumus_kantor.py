"""An office's own formula: what the grammar reads and refuses, and the same value in Python and in spreadsheets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import hitung as hitung_buku
from kinerja_xl.mesin.daftar import fungsi_terlarang
from kinerja_xl.spec.manifest import LembarM, Manifest, Sel
from kinerja_xl.spec.rumus_kantor import nama_masukan_sah, urai
from kinerja_xl.spec.rumus_kantor_nilai import hitung, rumus_excel

NAMA = ("a", "b", "c")

# formula, inputs, value (None: no data)
NILAI = [
    ("a / b * 100", {"a": 45, "b": 60}, 75.0),
    ("=a/b*100", {"a": 45, "b": 60}, 75.0),
    ("a / b * 100", {"a": 0, "b": 0}, None),
    ("a / b * 100", {"a": 5, "b": 0}, None),
    ("a + b * 2", {"a": 1, "b": 3}, 7.0),
    ("(a + b) * 2", {"a": 1, "b": 3}, 8.0),
    ("a - b - 1", {"a": 10, "b": 3}, 6.0),
    ("a / b / 2", {"a": 12, "b": 3}, 2.0),
    ("-a + b", {"a": 2, "b": 5}, 3.0),
    ("(-a)^2 + b", {"a": 3, "b": 0}, 9.0),
    ("-(a^2) + b", {"a": 3, "b": 0}, -9.0),
    ("a^0.5 + b", {"a": 16, "b": 0}, 4.0),
    ("a^0.5 + b", {"a": -16, "b": 0}, None),
    ("SUM(a, b, 1)", {"a": 2, "b": 3}, 6.0),
    ("average(a; b; 3)", {"a": 1, "b": 2}, 2.0),
    ("MIN(a, b) + MAX(a, b)", {"a": 4, "b": 9}, 13.0),
    ("ABS(a - b)", {"a": 4, "b": 9}, 5.0),
    ("ROUND(a / b, 2)", {"a": 2.675, "b": 1}, 2.68),
    ("ROUND(a / b, 0)", {"a": 2.5, "b": 1}, 3.0),
    ("IF(b = 0, 0, a / b)", {"a": 5, "b": 0}, 0.0),
    ("IF(b > 0, a / b, 0)", {"a": 5, "b": 2}, 2.5),
    ("IF(a >= b, 1, 0)", {"a": 0.3, "b": 0.1 + 0.2}, 1.0),
    ("IF(a <> b, 1, 0)", {"a": 1, "b": 2}, 1.0),
    ("MIN(a / b * 100, 120)", {"a": 90, "b": 60}, 120.0),
    ("a + b", {"a": 1, "b": None}, None),
]

# formula, position (1 = first letter), words of the message
SALAH = [
    ("a + ", 4, "terputus"),
    ("a + * b", 5, "'*' tidak diharapkan"),
    ("(a + b", 1, "tidak ditutup"),
    ("a + b)", 6, "kurung tutup tanpa kurung buka"),
    ("a b", 3, "kurang tanda"),
    ("a + x", 5, "'x' bukan masukan"),
    ("a + B", 5, "Maksud Anda 'b'"),
    ("a / b * 100%", 12, "Tulis 100, bukan 100%"),
    ("a * 0,5 + b", 6, "pecahan ditulis dengan titik"),
    ("MAX(a, 0.5; b)", 11, "bercampur"),
    ("-a^2 + b", 1, "tulis (-a)^2"),
    ("a^2^b", 4, "pangkat bertingkat"),
    ("a^b", 3, "pangkat harus angka tetap"),
    ("a^0 + b", 3, "pangkat harus angka tetap"),
    ("a > b", 3, "syarat IF"),
    ("IF(a, b, 0)", 5, "harus perbandingan"),
    ("IF(a > 1, b)", 1, "3 isi"),
    ("ROUND(a, b)", 1, "ROUND"),
    ("VLOOKUP(a, b)", 1, "'VLOOKUP' tidak dikenal"),
    ("SUM + a + b", 1, "ditulis dengan kurung"),
    ("__import__('os')", 12, "tidak dikenal"),
    ("a.b", 2, "'.' tidak dikenal"),
    ('a & "x"', 3, "tidak dikenal"),
    ("[a] + b", 1, "tidak dikenal"),
    ("a + b!A1", 6, "tidak dikenal"),
]


@pytest.mark.parametrize(("rumus", "nilai", "harus"), NILAI)
def test_the_value_of_a_formula(rumus: str, nilai: dict[str, float | None], harus: float | None) -> None:
    hasil = hitung(urai(rumus, tuple(nilai)), nilai)
    assert hasil is None if harus is None else hasil == pytest.approx(harus, abs=1e-12)


@pytest.mark.parametrize(("rumus", "posisi", "kata"), SALAH)
def test_what_cannot_be_read_is_told_with_its_position(rumus: str, posisi: int, kata: str) -> None:
    with pytest.raises(KinerjaError) as galat:
        urai(rumus, ("a", "b"), "indikator IK4")
    assert kata in str(galat.value)
    assert galat.value.bagian["posisi"] == posisi
    assert str(galat.value).startswith(f"indikator IK4: pada huruf ke-{posisi} ")


def test_other_faults_of_a_formula() -> None:
    for rumus, kata in (
        ("", "rumus kosong"),
        ("   ", "rumus kosong"),
        ("a", "'b' tidak dipakai"),
        ("a" * 2000, "2000"),
    ):
        with pytest.raises(KinerjaError, match=kata):
            urai(rumus, ("a", "b"))
    with pytest.raises(KinerjaError, match="bersarang"):
        urai("(" * 40 + "a + b" + ")" * 40, ("a", "b"))
    with pytest.raises(KinerjaError, match="lebih dari 150"):
        urai("a+b" + "+a" * 300, ("a", "b"))


def test_a_long_chain_stays_flat() -> None:
    rantai = urai("a" + "+b-a" * 60, ("a", "b"))
    assert rumus_excel(rantai, {"a": "x", "b": "y"}).count("(") == 4
    assert hitung(rantai, {"a": 1, "b": 3}) == 121
    assert rumus_excel(urai("a-(b-a)/b*2", ("a", "b")), {"a": "x", "b": "y"}).endswith('IFERROR((x-((y-x)/y*2)),""))')


def test_names_of_inputs() -> None:
    assert all(nama_masukan_sah(n) for n in ("tepat", "total_berkas", "n_1", "a"))
    assert not any(nama_masukan_sah(n) for n in ("sum", "if", "Tepat", "a1", "ik4", "1a", "", "a b", "a-b", "r1c1"))


@given(st.text(alphabet="ab+-*/^(),;<>= 0123456789.SUMIFROND%\"'[]!:{}", max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_text_does_more_than_be_refused(teks: str) -> None:
    try:
        pohon = urai(teks, ("a", "b"))
    except KinerjaError:
        return
    rumus = rumus_excel(pohon, {"a": "x_a", "b": "x_b"})
    assert set(rumus) <= set('abx_+-*/^(),<>= 0123456789.eSUMIFROUNDAVGEXBCT"')
    assert fungsi_terlarang(rumus) == ()


def buku(rumus: list[str]) -> Manifest:
    """A workbook with one formula a row over three inputs."""
    sel = [Sel(1, k, "isian", "isian", nama=f"m_{n}", tipe="angka") for k, n in enumerate(NAMA, 1)]
    sel += [Sel(ke, 5, "rumus", "rumus", rumus=r) for ke, r in enumerate(rumus, 1)]
    lembar = LembarM("Hitung", tuple(sel), {}, {})
    nama = {f"m_{n}": f"'Hitung'!${'ABC'[k]}$1" for k, n in enumerate(NAMA)}
    return Manifest("uji", "1.0.0", "Uji", 2025, {}, (lembar,), {}, nama)


def banding(rumus: list[str], nilai: dict[str, float | None], mesin: str) -> None:
    pohon = [urai(r, [n for n in NAMA if n in r.replace("ABS", "").replace("AVERAGE", "")]) for r in rumus]
    excel = [rumus_excel(p, {n: f"m_{n}" for n in NAMA}) for p in pohon]
    masukan = {("Hitung", 1, k): nilai[n] for k, n in enumerate(NAMA, 1)}
    hasil = hitung_buku(buku(excel), masukan, mesin)
    for ke, (satu, p) in enumerate(zip(rumus, pohon, strict=True), 1):
        harus, ada = hitung(p, nilai), hasil["Hitung", ke, 5]
        if harus is None:
            assert ada == "", (mesin, satu, nilai, ada)
        else:
            assert ada == pytest.approx(harus, rel=1e-9, abs=1e-9), (mesin, satu, nilai)


daun = st.sampled_from([*NAMA, "1", "2", "0.5", "100", "10"])


def _gabung(anak: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    dua = st.tuples(anak, anak)
    return st.one_of(
        st.tuples(anak, st.sampled_from("+-*/"), anak).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        anak.map(lambda a: f"(-({a}))"),
        anak.map(lambda a: f"({a})^2"),
        anak.map(lambda a: f"ABS({a})"),
        anak.map(lambda a: f"ROUND({a}, 3)"),
        st.tuples(st.sampled_from(["SUM", "AVERAGE", "MIN", "MAX"]), dua).map(
            lambda t: f"{t[0]}({t[1][0]}, {t[1][1]})"
        ),
        st.tuples(anak, st.sampled_from(["<", ">", "<=", ">=", "=", "<>"]), anak, dua).map(
            lambda t: f"IF({t[0]} {t[1]} {t[2]}, {t[3][0]}, {t[3][1]})"
        ),
    )


pohon_acak = st.recursive(daun, _gabung, max_leaves=8)
angka = st.one_of(st.integers(-50, 1000), st.sampled_from([0, 0.25, 12.5, 99.75]))
isian = st.fixed_dictionaries({n: st.one_of(st.none(), angka) if n == "c" else angka for n in NAMA})


@given(st.lists(pohon_acak, min_size=1, max_size=8), isian)
@settings(max_examples=80, deadline=None)
def test_python_and_formualizer_agree(rumus: list[str], nilai: dict[str, float | None]) -> None:
    lengkap = [f"({r}) + 0 * (a + b + c)" for r in rumus]
    banding(lengkap, nilai, "otomatis")


@pytest.mark.usefixtures("soffice")
def test_python_and_libreoffice_agree() -> None:
    kelompok: dict[tuple[tuple[str, float | None], ...], list[str]] = {}
    for rumus, nilai, _ in NILAI:
        lengkap = {"a": nilai["a"], "b": nilai["b"], "c": 1.0}
        kelompok.setdefault(tuple(lengkap.items()), []).append(f"({rumus.lstrip('=')}) + 0 * (a + b + c)")
    utama = {"a": 45.0, "b": 60.0, "c": 1.0}
    banding([r for isi in kelompok.values() for r in isi], dict(utama), "libreoffice")
    banding([r for isi in kelompok.values() for r in isi], {"a": 5.0, "b": 0.0, "c": 1.0}, "libreoffice")
    banding([r for isi in kelompok.values() for r in isi], {"a": -16.0, "b": 0.1, "c": 1.0}, "libreoffice")
