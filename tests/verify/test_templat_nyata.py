"""The verifier on the real templates, in memory: an honest workbook, a stale one, a damaged Info sheet."""

from dataclasses import replace

import pytest
from _rupa_uji import gaya_templat, nomor_gaya, validasi_templat

from kinerja_xl import mesin
from kinerja_xl.data import templates
from kinerja_xl.read.buku import Buku, Kalkulasi, Lembar, NamaTerdefinisi
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import muat_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify.berkas import Pilihan, periksa_buku
from kinerja_xl.verify.pengenal import kenali

JENIS = ("pk", "rka", "iku")
SENIN = 45327.0
BIASA = {"ISI-01", "TGT-04"}  # what a workbook still lacks that nobody has filled
MANUAL = {"IKU-08", "IKU-09", "IKU-10", "IKU-11", "IKU-25", "IKU-34"}  # what the 2024 manual itself says amiss


def _sel(baris, kolom, nilai, rumus, gaya):
    galat = isinstance(nilai, str) and nilai.startswith("#")
    jenis = "kosong" if nilai is None else "b" if isinstance(nilai, bool) else "e" if galat else "s"
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        jenis = "n"
    return SelBuku(baris, kolom, jenis, nilai, str(nilai), rumus, None, gaya)


def tulis(manifest, masukan, hasil):
    """The workbook a spreadsheet would save, as the reader gives it."""
    lembar = []
    for m in manifest.lembar:
        sel = {}
        for s in m.sel:
            titik = (m.nama, s.baris, s.kolom)
            nilai = {"label": s.nilai, "isian": masukan.get(titik), "rumus": hasil.get(titik)}[s.peran]
            sel[s.titik] = _sel(*s.titik, nilai, s.rumus or None, nomor_gaya(s))
        lembar.append(
            Lembar(m.nama, m.keadaan, sel, gabungan=m.gabungan, terlindung=True, validasi=validasi_templat(m))
        )
    nama = tuple(NamaTerdefinisi(n, a, None, False) for n, a in manifest.nama.items())
    return Buku(tuple(lembar), nama, False, Kalkulasi(), gaya_templat(), False, "uji")


def ganti(buku, lembar, titik, nilai):
    """The workbook with one value changed and nothing recalculated."""

    def satu(asli):
        if asli.nama != lembar:
            return asli
        sel = asli.sel[titik]
        return replace(asli, sel={**asli.sel, titik: _sel(*titik, nilai, sel.rumus, sel.gaya)})

    return replace(buku, lembar=tuple(satu(s) for s in buku.lembar))


@pytest.fixture(scope="module")
def profil():
    return muat_profil(templates() / "profil" / "balai-kipm-2024.toml")


@pytest.fixture(scope="module")
def bahan(profil):
    """jenis -> (manifest, inputs): the prefilled workbook, and in the pk four quarters and one step."""
    hasil = {}
    for jenis in JENIS:
        manifest = tata(jenis, susun_konteks(jenis, 2024, profil))
        hasil[jenis] = manifest, terapkan(manifest, untuk_manifest(manifest, isi_awal(profil, manifest.konteks)))
    manifest, masukan = hasil["pk"]
    data = {f"ik5_realisasi_tw{k}": 87 for k in (1, 2, 3, 4)}
    saat = {"mulai": SENIN + 8 / 24, "selesai": SENIN + 8 / 24 + 10 / 1440}
    masukan |= terapkan(manifest, {**data, "sop_langkah": {"1": saat}})
    return hasil


@pytest.fixture(scope="module")
def jujur(bahan):
    return {jenis: tulis(m, i, mesin.hitung(m, i)) for jenis, (m, i) in bahan.items()}


def _temuan(hasil, *topik):
    return [(t.code, f"{t.sheet}!{t.cell}") for t in hasil.findings if t.code.partition("-")[0] in topik]


@pytest.mark.parametrize("jenis", JENIS)
def test_an_honest_workbook_has_nothing_about_structure_formulas_or_values(jujur, jenis):
    hasil = periksa_buku(jujur[jenis], Pilihan())
    assert _temuan(hasil, "STR", "RMS", "NIL", "WKT") == []
    assert (hasil.template, hasil.tahun, hasil.instansi) == (f"{jenis}/1.0.0", 2024, "Balai KIPM Balikpapan")
    assert hasil.cells["checked"] == hasil.cells["formula"] > 100
    assert hasil.cells["unverifiable"] == 0
    assert {t.code for t in hasil.findings} - BIASA <= {"RKA-01", "RKA-05", "KEB-09"} | MANUAL


def test_the_measured_indicator_and_the_logged_step_are_reported(jujur):
    hasil = periksa_buku(jujur["pk"], Pilihan())
    ik5 = next(t for t in hasil.targets if t["kode"] == "IK5")
    assert (ik5["target"], ik5["realisasi"], ik5["capaian"], ik5["status"]) == (84, 87, 103.57, "tercapai")
    assert (hasil.langkah[0]["aktual_menit"], hasil.langkah[0]["status"]) == (10, "tepat")
    assert len(hasil.targets) == 14
    assert next(t for t in hasil.targets if t["kode"] == "IK9")["harfiah"]["capaian"] == 100


def test_a_target_changed_without_recalculation_names_the_dependent_cells_and_the_input(bahan, jujur):
    manifest, _ = bahan["pk"]
    lembar, sel = manifest.sel_bernama["ik5_target"]
    buku = ganti(jujur["pk"], lembar.nama, sel.titik, 80)
    hasil = periksa_buku(buku, Pilihan())
    nil = [t for t in hasil.findings if t.code == "NIL-01"]
    assert hasil.verdict == "ditolak"
    assert "ik5_capaian" in {t.name for t in nil}
    assert all(t.data["isian"][0].startswith("ik5_target ") for t in nil)


def test_a_step_time_changed_without_recalculation_is_stale_and_recalculated_is_late(bahan, jujur):
    manifest, masukan = bahan["pk"]
    tabel = manifest.tabel["sop_langkah"]
    titik = (tabel.lembar, tabel.baris1, tabel.kolom["selesai"])
    telat = SENIN + 8 / 24 + 25 / 1440
    basi = periksa_buku(ganti(jujur["pk"], titik[0], titik[1:], telat), Pilihan())
    assert {t.cell for t in basi.findings if t.code == "NIL-01"} >= {f"I{tabel.baris1}", f"J{tabel.baris1}"}
    assert any("Kendali SOP!H" in t.message for t in basi.findings if t.code == "NIL-01")
    baru = {**masukan, titik: telat}
    segar = periksa_buku(tulis(manifest, baru, mesin.hitung(manifest, baru)), Pilihan())
    assert _temuan(segar, "NIL", "WKT") == [("WKT-02", f"{titik[0]}!I{tabel.baris1}")]
    assert [t.level for t in segar.findings if t.code == "WKT-02"] == ["peringatan"]
    tegas = periksa_buku(tulis(manifest, baru, mesin.hitung(manifest, baru)), Pilihan(tegas=("WKT",)))
    assert [t.level for t in tegas.findings if t.code == "WKT-02"] == ["galat"]


def test_another_year_than_asked_for_is_an_error(jujur):
    assert _temuan(periksa_buku(jujur["pk"], Pilihan(tahun=2023)), "STR") == [("STR-05", "!")]


def _kode(buku):
    return [t.code for t in kenali(buku).temuan]


def _nama(buku, **ganti_rumus):
    return replace(buku, nama=tuple(replace(n, rumus=ganti_rumus.get(n.nama, n.rumus)) for n in buku.nama))


def test_a_workbook_of_nobody_is_unknown(jujur):
    assert _kode(replace(jujur["pk"], nama=())) == ["STR-01"]


def test_taking_away_the_mark_is_damage_not_ignorance(jujur):
    sisa = tuple(n for n in jujur["pk"].nama if not n.nama.startswith("info_"))
    assert _kode(replace(jujur["pk"], nama=sisa)) == ["STR-02"]


@pytest.mark.parametrize(
    ("nama", "nilai", "kode"),
    [
        ("info_templat", "pk/9.0.0", "STR-03"),
        ("info_templat", "pk/0.9.0", "STR-04"),
        ("info_templat", "xx/1.0.0", "STR-02"),
        ("info_templat", "pk/1.0.0\n", "STR-02"),
        ("info_templat", None, "STR-02"),
        ("info_tahun", "2024", "STR-02"),
        ("info_tahun", 2023, "STR-02"),
        ("info_konteks_1", None, "STR-02"),
        ("info_konteks_1", "{", "STR-02"),
        ("info_konteks_1", "[" * 100_000, "STR-02"),
        ("info_konteks_1", '{"a":1,"a":2}', "STR-02"),
        ("info_konteks_1", "NaN", "STR-02"),
        ("info_konteks_1", "9" * 5000, "STR-02"),
    ],
)
def test_a_damaged_info_sheet_has_its_own_code(bahan, jujur, nama, nilai, kode):
    lembar, sel = bahan["pk"][0].sel_bernama[nama]
    buku = ganti(jujur["pk"], lembar.nama, sel.titik, nilai)
    assert _kode(buku) == [kode]
    assert periksa_buku(buku, Pilihan()).verdict == "ditolak"


def test_a_context_out_of_all_proportion_is_damage(bahan, jujur):
    import json

    manifest, _ = bahan["pk"]
    lembar, sel = manifest.sel_bernama["info_konteks_1"]
    for ubah in ({"indikator": [{}] * 101}, {"baris": {"a": 10**9}}, {"baris": {"a": 5000}}, {"baris": {"a": True}}):
        konteks = {"jenis": "pk", "versi": "1.0.0", "tahun": 2024, "indikator": [{}] * 50, "baris": {}, **ubah}
        buku = ganti(jujur["pk"], lembar.nama, sel.titik, json.dumps(konteks))
        nama = tuple(n for n in buku.nama if not n.nama.startswith("info_konteks_") or n.nama == "info_konteks_1")
        assert _kode(replace(buku, nama=nama)) == ["STR-02"]


def test_names_of_the_info_sheet_that_point_elsewhere_are_damage(jujur):
    for alamat in ("#REF!", "'Tidak ada'!$A$1", "1+1", "'Info'!$A$1:$B$2", "[1]Info!$B$1"):
        assert _kode(_nama(jujur["pk"], info_templat=alamat)) == ["STR-02"]


def test_another_rule_book_is_information(jujur, monkeypatch):
    monkeypatch.setattr("kinerja_xl.verify.pengenal.sidik", lambda: "lain")
    assert _kode(jujur["pk"]) == ["STR-06"]
