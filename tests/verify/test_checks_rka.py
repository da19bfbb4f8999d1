"""Budget checks on the real RKA template, with values put straight into the case."""

from datetime import date

import pytest

from kinerja_xl.data import templates
from kinerja_xl.read.buku import Buku, Kalkulasi, Lembar
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import muat_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify.checks import rka
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import rupiah, tampil

KERTAS = {
    "kode": "5.1.02.01.01.0025", "uraian": "Kertas", "kode_harga": "ssh-1", "koefisien": 10, "satuan": "rim",
    "harga": 55000, "ppn": 11,
}  # fmt: skip
JUMLAH = 610500.0  # 10 rim x 55.000 + 11 %
SEMUA = (
    rka.tidak_melebihi_pagu, rka.harga_sesuai_standar, rka.kode_rekening_utuh, rka.induk_sama_dengan_rincian,
    rka.kas_sama_dengan_anggaran, rka.rincian_bernilai,
)  # fmt: skip


@pytest.fixture(scope="module")
def manifest():
    profil = muat_profil(templates() / "profil" / "kecamatan.toml")
    return tata("rka", susun_konteks("rka", 2024, profil))


@pytest.fixture
def periksa(manifest):
    def jalan(*, pagu=1_000_000, jumlah=JUMLAH, total=None, kas=None, rekap=None, **ubah):
        data = {
            "rka_pagu": pagu,
            "rka_rincian": [{**KERTAS, **ubah}],
            "rka_harga": [{"kode": "SSH-1", "uraian": "Kertas HVS", "satuan": "rim", "harga": 55000}],
            "rka_rekap": [{"kode": "5.1.02"}],
        }
        masukan = terapkan(manifest, data)
        hasil = {(m.nama, s.baris, s.kolom): "" for m, s in manifest.setiap("rumus")}
        rincian, induk = manifest.tabel["rka_rincian"], manifest.tabel["rka_rekap"]
        hasil[rincian.lembar, rincian.baris1, rincian.kolom["jumlah"]] = jumlah
        hasil[induk.lembar, induk.baris1, induk.kolom["jumlah"]] = jumlah if rekap is None else rekap
        for nama, nilai in (("rka_jumlah_total", jumlah if total is None else total), ("rka_kas_total", kas)):
            lembar, sel = manifest.sel_bernama[nama]
            hasil[lembar.nama, sel.baris, sel.kolom] = nilai
        lembar = tuple(Lembar(m.nama, m.keadaan, {s.titik: None for s in m.sel}) for m in manifest.lembar)
        kasus = Kasus(Buku(lembar, (), False, Kalkulasi(), (), False, ""), manifest, masukan, hasil, 2024)
        kasus.__dict__["bergeser"] = {}
        return [t for satu in SEMUA for t in satu(kasus)]

    return jalan


def test_an_honest_line_is_clean(periksa):
    assert periksa(kas=JUMLAH) == []


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"pagu": 600_000}, "RKA-01"),
        ({"harga": 55_000.5}, "RKA-02"),
        ({"kode": "5.1.2.1.1.25"}, "RKA-03"),
        ({"kode": "5.1.02.01.01"}, "RKA-03"),
        ({"rekap": 600_000.0}, "RKA-04"),
        ({"kas": 600_000.0}, "RKA-05"),
        ({"koefisien": 0}, "RKA-06"),
        ({"kode_harga": "SSH-99"}, "RKA-07"),
    ],
)
def test_each_breach_has_its_own_code(periksa, ubah, kode):
    if kode == "RKA-03" and not ubah["kode"].startswith("5.1.02"):
        ubah = {**ubah, "rekap": 0.0}
    assert [t.code for t in periksa(**ubah)] == [kode]


def test_amounts_are_written_the_indonesian_way(periksa):
    (temuan,) = periksa(pagu=600_000)
    assert "Rp610.500, melebihi pagu Rp600.000 sebesar Rp10.500." in temuan.message


def test_rupiah_and_dates_as_people_write_them():
    assert [rupiah(n) for n in (0, 1234567, -1500.5, 999.999)] == ["0", "1.234.567", "-1.500,50", "1.000"]
    serial = (date(2024, 2, 5) - date(1899, 12, 30)).days
    assert tampil(serial, "tanggal") == "5/2/2024"
    assert tampil(serial + 1 / 3, "saat") == "5/2/2024 08.00"
    assert tampil(0.5, "jam") == "12.00"
    assert tampil(-5, "tanggal") == -5


def test_an_account_code_of_six_levels_is_whole(periksa):
    assert periksa(kode="5.1.02.01.01.0024") == []
