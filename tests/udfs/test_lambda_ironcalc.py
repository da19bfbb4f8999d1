"""LAMBDA names computed from the file by IronCalc: every worked case, seeded sheets, wrong shapes, years, errors."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kinerja_xl.build.fungsi import bangun_fungsi
from kinerja_xl.functions import functions
from kinerja_xl.spec.keterangan_fungsi import contoh

BANYAK = 400
FUNGSI = sorted(nama for nama, satu in functions().items() if satu.bernama is not None)
BERTAHUN = [nama for nama in FUNGSI if any(a.nama == "tahun" for a in functions()[nama].argumen)]
TAHUN = (*range(1999, 2033), 2020.5, "2020", "abc", 0, -1)
TABEL_KECIL = {"A1": 80, "A2": 100, "A3": "Minimize", "A4": "T/R", "A5": "=1/0"}
SURVEI = {f"{k}{b}": 3 for b in (1, 2) for k in "CDEFGHIJK"}


def _muat() -> ModuleType:
    if "lambda_uji" not in sys.modules:
        spek = spec_from_file_location("lambda_uji", Path(__file__).with_name("_lambda_uji.py"))
        assert spek is not None and spek.loader is not None
        modul = module_from_spec(spek)
        sys.modules["lambda_uji"] = modul
        spek.loader.exec_module(modul)
    return sys.modules["lambda_uji"]


@pytest.fixture(scope="module")
def alat() -> ModuleType:
    """The calls' harness."""
    return _muat()


@pytest.fixture(scope="module")
def semua(alat: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, list[Any]]]]:
    """Every worked case and 400 seeded sheets of every function, computed in one workbook."""
    uji = alat.muat_mesin()
    daftar = []
    for nama in FUNGSI:
        fungsi = functions()[nama]
        daftar += [uji.soal(fungsi, k["masuk"]) for k in uji.kasus_fungsi(fungsi)]
        daftar += uji.soal_acak(fungsi, BANYAK, benih=365)
    hasil = alat.hitung_ironcalc(daftar, tmp_path_factory.mktemp("lambda") / "panggilan.xlsx")
    menurut: dict[str, list[tuple[Any, list[Any]]]] = {nama: [] for nama in FUNGSI}
    for satu, nilai in zip(daftar, hasil, strict=True):
        menurut[satu.fungsi.nama].append((satu, nilai))
    return menurut


def _beda(alat: ModuleType, pasangan: list[tuple[Any, list[Any]]]) -> list[str]:
    uji, beda = alat.muat_mesin(), []
    for satu, nilai in pasangan:
        harus = satu.python()
        harus = harus[0][0] if isinstance(harus, list) else harus
        if not uji.bandingkan(harus, nilai[0]):
            beda.append(f"{satu.fungsi.nama}{satu.asli!r}: Python {harus!r}, LAMBDA {nilai[0]!r}")
    return beda


@pytest.mark.parametrize("nama", FUNGSI)
def test_the_name_gives_what_the_rule_gives(nama: str, semua: dict[str, Any], alat: ModuleType) -> None:
    beda = _beda(alat, semua[nama])
    assert len(semua[nama]) > BANYAK
    assert not beda, f"{len(beda)} of {len(semua[nama])} differ\n" + "\n".join(beda[:10])


def test_nine_averages_spill_to_the_right(alat: ModuleType, tmp_path: Path) -> None:
    uji, fungsi = alat.muat_mesin(), functions()["IKM_NRR"]
    daftar = [uji.soal(fungsi, k["masuk"]) for k in uji.kasus_fungsi(fungsi) if "galat" not in k]
    for satu, nilai in zip(daftar, alat.hitung_ironcalc(daftar, tmp_path / "nrr.xlsx", lebar=14), strict=True):
        harus = satu.python()[0]
        assert all(uji.bandingkan(a, b) for a, b in zip(harus, nilai, strict=False))


def _lain_bentuk(uji: ModuleType, nama: str) -> list[Any]:
    """The worked cases with one range a column wider, a column narrower, turned over, a row longer, or folded."""
    fungsi, daftar = functions()[nama], []
    for kasus in uji.kasus_fungsi(fungsi):
        for ke, (arg, isi) in enumerate(zip(fungsi.argumen, kasus["masuk"], strict=False)):
            if arg.jenis != "rentang" or not isinstance(isi, list) or "galat" in kasus:
                continue
            kisi = [["" if n is None else n for n in b] for b in uji.kisi(isi)]
            lain = [[[*b, b[-1]] for b in kisi], [*kisi, kisi[-1]], [list(b) for b in zip(*kisi, strict=True)]]
            lain += [[b[:-1] for b in kisi]] * (len(kisi[0]) > 1)
            lain += [[[*a, *b] for a, b in zip(kisi[::2], kisi[1::2], strict=False)]] * (len(kisi) > 1)
            for satu in lain:
                masuk = list(kasus["masuk"])
                masuk[ke] = satu
                daftar.append(uji.soal(fungsi, masuk))
    return daftar


def test_a_range_of_another_shape_gives_what_the_rule_gives(alat: ModuleType, tmp_path: Path) -> None:
    uji = alat.muat_mesin()
    daftar = [satu for nama in FUNGSI for satu in _lain_bentuk(uji, nama)]
    hasil = alat.hitung_ironcalc(daftar, tmp_path / "bentuk.xlsx")
    beda = _beda(alat, list(zip(daftar, hasil, strict=True)))
    assert len(daftar) > 300
    assert not beda, f"{len(beda)} of {len(daftar)} differ\n" + "\n".join(beda[:10])


def test_two_cells_where_one_is_due_give_an_error(alat: ModuleType, tmp_path: Path) -> None:
    uji, daftar = alat.muat_mesin(), []
    for nama in FUNGSI:
        fungsi, kasus = functions()[nama], contoh(functions()[nama])
        assert kasus is not None
        masuk = [isi for _, isi in kasus.argumen]
        for ke, (arg, isi) in enumerate(kasus.argumen):
            if arg.jenis != "rentang" and arg.nama != "tahun":
                daftar.append(uji.soal(fungsi, [*masuk[:ke], [[isi, isi]], *masuk[ke + 1 :]]))
    hasil = alat.hitung_ironcalc(daftar, tmp_path / "dua.xlsx")
    assert [s.fungsi.nama for s, n in zip(daftar, hasil, strict=True) if n != [alat.GALAT]] == []
    assert len(daftar) > 60


@pytest.mark.parametrize("nama", BERTAHUN)
def test_the_year_picks_the_legal_version_as_in_the_rule(nama: str, alat: ModuleType, tmp_path: Path) -> None:
    uji, fungsi = alat.muat_mesin(), functions()[nama]
    ke = next(i for i, a in enumerate(fungsi.argumen) if a.nama == "tahun")
    daftar = []
    for kasus in uji.kasus_fungsi(fungsi):
        for tahun in TAHUN:
            masuk = [*kasus["masuk"], *[""] * len(fungsi.argumen)][: max(ke + 1, len(kasus["masuk"]))]
            masuk[ke] = tahun
            daftar.append(uji.soal(fungsi, masuk))
    hasil = alat.hitung_ironcalc(daftar, tmp_path / "tahun.xlsx")
    beda = _beda(alat, list(zip(daftar, hasil, strict=True)))
    assert not beda, f"{len(beda)} of {len(daftar)} differ\n" + "\n".join(beda[:10])


def test_arguments_may_be_left_out_in_the_middle_or_stand_as_literals(alat: ModuleType, tmp_path: Path) -> None:
    kasus = {
        '=CAPAIAN(Uji!A1,Uji!A2,"Minimize",,"T/R")': 120.0,  # 100/80 is 125, capped
        '=CAPAIAN(Uji!A1,Uji!A2,Uji!A3,"tanpa",Uji!A4)': 125.0,
        "=CAPAIAN(80,100,Uji!A3)": 120.0,  # (2*100-80)/100 is 120
        "=capaian(50,100,Uji!A3,130)": 130.0,  # 150, capped at 130
        "=IKM_SCORE(Uji!C1:K2)": 75.0,
        "=IKM_SCORE(Uji!C1:K2,Uji!B9)": 75.0,  # a blank cell is no year
        "=IKM_SCORE(Uji!C1:K2,2030)": 75.0,
        "=IKM_SCORE(Uji!C1:K2,2010)": alat.GALAT,  # nine elements, but KEP/25 has fourteen
        "=IKM_SCORE(Uji!C1:K2,1999)": alat.GALAT,
        "=CAPAIAN(Uji!A5,100,Uji!A3)": alat.GALAT,
        "=IKM_MUTU(IKM_SCORE(Uji!C1:K2))": "C",  # 75.00 lies below 76.61
    }
    hasil = alat.hitung_rumus(list(kasus), {**TABEL_KECIL, **SURVEI}, tmp_path / "kosong.xlsx")
    assert dict(zip(kasus, hasil, strict=True)) == pytest.approx(kasus)


def test_an_error_among_the_inputs_is_an_error(alat: ModuleType, tmp_path: Path) -> None:
    sel = {**SURVEI, "E2": "=1/0", "A1": "PT A", "A2": "=1/0"}
    rumus = ["=IKM_SCORE(Uji!C1:K2)", "=UPI_JUMLAH(Uji!A1:A2)", "=IKM_NRR(Uji!C1:K2)", "=IKM_MUTU(Uji!A2)"]
    assert alat.hitung_rumus(rumus, sel, tmp_path / "galat.xlsx") == [alat.GALAT] * 4


def test_distinct_counts_take_wildcards_and_case_as_they_are(alat: ModuleType, tmp_path: Path) -> None:
    nama = ["PT A*", "PT AB", "pt  a*", "PT ?", "PT ~", " pt ~ ", "", "pt ab"]
    sel = {f"A{b}": n for b, n in enumerate(nama, 1) if n}
    assert alat.hitung_rumus(["=UPI_JUMLAH(Uji!A1:A8)"], sel, tmp_path / "unik.xlsx") == [4.0]
    assert functions()["UPI_JUMLAH"]([[n or None] for n in nama]) == 4


def test_every_example_of_the_function_workbook_comes_out(alat: ModuleType, tmp_path: Path) -> None:
    model = alat.buka(bangun_fungsi(tmp_path))
    assert model.get_cell_value(0, 4, 3) == f"BEKERJA: {len(FUNGSI)} dari {len(FUNGSI)} fungsi cocok dengan contohnya"


def test_where_ironcalc_differs_from_excel_it_still_does(alat: ModuleType, tmp_path: Path) -> None:
    import ironcalc

    model = ironcalc.create("beda", "en", "UTC", "en")
    for baris, nilai in enumerate((1, "abc", True, "5", " "), 1):
        tulis = {bool: model.update_cell_with_bool, str: model.update_cell_with_text}
        tulis.get(type(nilai), model.update_cell_with_number)(0, baris, 1, nilai)
    for kolom, angka in ((2, 80), (4, 1), (5, 2), (6, 3)):
        model.update_cell_with_number(0, 1, kolom, angka)
    for ke, (rumus, _, _) in enumerate(alat.BEDA_IRONCALC):
        model.set_user_input(0, ke + 1, 15, rumus)
    model.evaluate()
    ada = [model.get_cell_value(0, ke + 1, 15) for ke in range(len(alat.BEDA_IRONCALC))]
    assert ada == [dari_ironcalc for _, _, dari_ironcalc in alat.BEDA_IRONCALC]
