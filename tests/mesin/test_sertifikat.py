"""The certificate: it proves what is right, doubts what depends on the program, and never passes a wrong value."""

import random
from pathlib import Path

import numpy as np
import pytest

import kinerja_xl as kx
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.core.numerik import bulat
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.sertifikat import Sertifikat, sertifikat
from kinerja_xl.read import baca
from kinerja_xl.spec.manifest import LembarM, Manifest, Sel
from kinerja_xl.verify import hitung as ruang_hitung
from kinerja_xl.verify.kasus import Kasus, ambil_masukan
from kinerja_xl.verify.pengenal import kenali
from kinerja_xl.verify.sebanding import sama_nilai

BUKU = sorted((Path(__file__).parents[2] / "workbook").glob("*-*.xlsx"))


def lembar(isi, rumus):
    """A sheet of values by address, and formulas by address, as a manifest."""

    def sel(alamat, **lain):
        huruf = alamat.rstrip("0123456789")
        return Sel(int(alamat[len(huruf) :]), kolom_angka(huruf), **lain)

    semua = [sel(a, peran="label", gaya="sel", nilai=n) for a, n in isi.items()]
    semua += [sel(a, peran="rumus", gaya="rumus", rumus=r) for a, r in rumus.items()]
    return Manifest("uji", "1", "uji", 2024, {}, (LembarM("Data", tuple(semua), {}, {}),), {}, {})


def nilai(rumus, **isi):
    """What one formula in Z9 gives from the cells named; None when unsure."""
    m = lembar(isi, {"Z9": rumus})
    ada = {("Data", int(a[1:]), kolom_angka(a[0])): n for a, n in isi.items()}
    return Sertifikat(m).dari_nilai(ada)["Data", 9, 26]


@pytest.fixture(scope="module")
def jebakan(perangkap):
    """formula -> (documented value, what the certificate says or None when unsure, or the word asing)."""
    isi, rumus = {}, {}
    for huruf, kolom in perangkap.DATA.items():
        for baris, satu in enumerate(kolom, 1):
            if isinstance(satu, str) and satu.startswith("="):
                rumus[f"{huruf}{baris}"] = satu[1:]
            elif satu is not None:
                isi[f"{huruf}{baris}"] = satu
    tempat = {r: f"L{20 + ke}" for ke, r in enumerate(perangkap.KASUS)}
    m = lembar(isi, {**rumus, **{a: r for r, a in tempat.items()}})
    ada = {("Data", int(a[1:]), kolom_angka(a[0])): n for a, n in isi.items()}
    for a, r in rumus.items():
        ada["Data", int(a[1:]), kolom_angka(a[0])] = GalatExcel("#DIV/0!") if "/0" in r else ""
    satu = Sertifikat(m)
    hasil = satu.dari_nilai(ada)
    asing = set(satu.asing)
    titik = {r: ("Data", int(a[1:]), 12) for r, a in tempat.items()}
    return {r: (perangkap.KASUS[r], "asing" if t in asing else hasil[t]) for r, t in titik.items()}


def test_no_trap_of_excel_is_answered_wrong(jebakan):
    salah = {r: s for r, s in jebakan.items() if s[1] not in ("asing", None) and not sama_nilai(s[1], s[0])}
    assert salah == {}


def test_most_traps_are_answered(jebakan):
    assert sum(s[1] not in ("asing", None) for s in jebakan.values()) >= 190


def nilai_buku(jalur):
    buku = baca(jalur).buku
    manifest = kenali(buku).manifest
    kasus = Kasus(buku, manifest, tahun=manifest.tahun)
    kasus.masukan = ambil_masukan(kasus)
    return kasus


@pytest.mark.parametrize("jalur", BUKU, ids=lambda j: j.stem)
def test_every_workbook_we_ship_is_proven(jalur):
    kasus = nilai_buku(jalur)
    ada = {**ruang_hitung._tetap(kasus), **kasus.masukan, **ruang_hitung._tersimpan(kasus)}
    assert len(sertifikat(kasus.manifest).tidak_terbukti(ada)) <= ("rka-satker" in jalur.name)


@pytest.mark.parametrize("jalur", [b for b in BUKU if "terisi" in b.name][:6], ids=lambda j: j.stem)
def test_a_stored_value_that_is_changed_is_never_proven(jalur):
    acak = random.Random(jalur.name)
    kasus = nilai_buku(jalur)
    tersimpan = ruang_hitung._tersimpan(kasus)
    dasar = {**ruang_hitung._tetap(kasus), **kasus.masukan, **tersimpan}
    satu = sertifikat(kasus.manifest)
    palsu = {titik: _palsu(tersimpan[titik], acak) for titik in acak.sample(sorted(tersimpan), 60)}
    assert set(palsu) <= satu.tidak_terbukti({**dasar, **palsu})


def _palsu(lama, acak):
    """Another value, no two alike: a cell that copies a changed one must not copy the change."""
    if not isinstance(lama, float):
        return f"palsu {acak.random()}"
    kali = 1 + acak.choice([1e-12, 1e-8, 1e-3]) * acak.uniform(1, 2)
    return acak.choice(
        [lama * kali if lama else acak.uniform(1e-9, 1), lama + acak.uniform(1, 2), f"{lama}{acak.random()}"]
    )


@pytest.mark.parametrize("jenis", ["pk", "iku"])
def test_both_lanes_say_the_same_of_mutants(jenis, tmp_path, monkeypatch):
    """Inputs and results changed at random: verify with and without the fast lane."""
    jalur = next(b for b in BUKU if b.name.startswith(f"{jenis}-") and "terisi" in b.name)
    acak = random.Random(jenis)
    kasus = nilai_buku(jalur)
    angka = sorted(t for t, n in {**kasus.masukan, **ruang_hitung._tersimpan(kasus)}.items() if isinstance(n, float))
    terpakai = []
    asli = ruang_hitung.terbukti
    monkeypatch.setattr(ruang_hitung, "terbukti", lambda k: terpakai.append(asli(k)) or terpakai[-1])
    for ke, titik in enumerate([None, *acak.sample(angka, 8)]):
        salinan = _ubah(jalur, tmp_path / f"{ke}.xlsx", titik, acak)
        cepat = kx.verify(salinan).files[0].to_dict()
        with monkeypatch.context() as tanpa:
            tanpa.setattr(ruang_hitung, "terbukti", lambda _: None)
            lambat = kx.verify(salinan).files[0].to_dict()
        assert _inti(cepat) == _inti(lambat)
    assert terpakai[0] is not None  # the honest file did go the fast lane


def _inti(hasil):
    return hasil["verdict"], hasil["cells"], [(t["code"], t["sheet"], t["cell"]) for t in hasil["findings"]]


def _ubah(jalur, tujuan, titik, acak):
    import re
    import zipfile

    from kinerja_xl.core.nama import alamat

    nama = [m.nama for m in kenali(baca(jalur).buku).manifest.lembar]
    with zipfile.ZipFile(jalur) as masuk, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as keluar:
        for info in masuk.infolist():
            isi = masuk.read(info)
            if titik and info.filename == f"xl/worksheets/sheet{nama.index(titik[0]) + 1}.xml":
                pola = rf'(<c r="{alamat(titik[1], titik[2])}"[^>]*>(?:<f>[^<]*</f>)?<v>)[^<]*'.encode()
                isi, kali = re.subn(pola, rb"\g<1>" + str(acak.randint(1, 90)).encode(), isi, count=1)
                assert kali == 1
            keluar.writestr(info, isi)
    return tujuan


def test_a_circle_is_refused():
    with pytest.raises(KinerjaError, match="berputar"):
        Sertifikat(lembar({}, {"A1": "B1+1", "B1": "A1"}))


def test_a_function_that_is_not_on_the_list_is_left_to_others():
    satu = Sertifikat(lembar({"A1": 2}, {"B1": "SQRT(A1)", "C1": "A1+1"}))
    assert satu.tidak_terbukti({("Data", 1, 1): 2, ("Data", 1, 2): 2**0.5, ("Data", 1, 3): 3.0}) == {("Data", 1, 2)}


@pytest.mark.parametrize(
    ("rumus", "isi"),
    [
        ("A1>=B1", {"A1": 0.1 + 0.2, "B1": 0.3}),
        ('A1&""', {"A1": 0.5}),
        ('A1&""="0,5"', {"A1": 0.5}),
        ("A1+1", {"A1": "12"}),
        ('COUNTIF(A1:A2,"1.2")', {"A1": "1,2"}),
        ("MATCH(A1,B1:B2,0)", {"A1": 0.1 + 0.2, "B1": 0.3}),
        ("INT(A1)", {"A1": 2.9999999999999996}),
        ("A1:A3", {"A1": 1}),
        ("YEAR(A1)", {"A1": 60}),
    ],
)
def test_what_depends_on_the_program_is_unsure(rumus, isi):
    assert nilai(rumus, **isi) is None


@pytest.mark.parametrize(
    ("rumus", "isi", "harus"),
    [
        ("IF(A1=0,0,1/A1)", {"A1": 0}, 0.0),
        ('IF(TRIM(A1)="","kosong","isi")', {"A1": 0.3125}, "isi"),
        ("LEN(A1)", {"A1": 0.3125}, 6.0),
        ("ROUND(A1,2)", {"A1": 2.675}, 2.68),
        ("ROUND(A1,2)", {"A1": -1.005}, -1.01),
        ('COUNTIF(A1:A3,"<"&2)', {"A1": 1, "A2": "1", "A3": 1.5}, 2.0),
        ('SUMIF(A1:A2,"5.1.*",B1:B2)', {"A1": "5.1.02", "A2": "5.2.01", "B1": 3, "B2": 4}, 3.0),
        ("EDATE(A1,1)", {"A1": 45322}, 45351.0),  # 31 January 2024 -> 29 February
        ('IFERROR(A1/0,"x")', {"A1": 1}, "x"),
        ("-A1^2", {"A1": 3}, 9.0),
        ('A1=""', {}, True),
        ("A1=0", {}, True),
        ('"Abc"="aBC"', {}, True),
        ("SUM(A1:A3)", {"A1": 1, "A2": "2", "A3": True}, 1.0),
        ("COUNTA(A1:A3)", {"A1": ""}, 1.0),
        ("SUMPRODUCT((A1:A3>1)*B1:B3)", {"A1": 1, "A2": 2, "A3": 3, "B1": 10, "B2": 20, "B3": 30}, 50.0),
    ],
)
def test_values_as_excel_documents_them(rumus, isi, harus):
    assert nilai(rumus, **isi) == harus


def test_rounding_of_a_column_is_the_rounding_of_the_rule_book():
    acak = np.random.default_rng(7)
    angka = [float(f"{x:.6g}") for x in acak.uniform(-200, 200, 400)]
    angka += [n + 0.005 for n in range(-20, 20)] + [n / 8 for n in range(-40, 40)]
    isi = {f"A{ke}": n for ke, n in enumerate(angka, 1)}
    m = lembar(isi, {f"B{ke}": f"ROUND(A{ke},2)" for ke in range(1, len(angka) + 1)})
    hasil = Sertifikat(m).dari_nilai({("Data", ke, 1): n for ke, n in enumerate(angka, 1)})
    assert [hasil["Data", ke, 2] for ke in range(1, len(angka) + 1)] == [bulat(n, 2) for n in angka]


def test_one_certificate_serves_all_workbooks_with_the_same_formulas():
    a, b = (lembar({"A1": n}, {"B1": "A1*2"}) for n in (1, 2))
    assert sertifikat(a) is sertifikat(b)
    assert sertifikat(a) is not sertifikat(lembar({"A1": 1}, {"B1": "A1*3"}))
