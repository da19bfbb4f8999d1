"""The survey workbook: both example offices and three years, honest data clean, LibreOffice agrees, worked examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.functions import functions
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.profil import berkas_contoh, muat_profil, profil_dari
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali
from tests.buku._ikm_uji import UNSUR, buku, nilai, profil_kecil, tabel

KANTOR = {"balai-kipm-2024": "2024", "kecamatan": "2025"}  # office -> year its example data is about
# Published: 29 questionnaires, totals of U1..U9 (order of the source: U8 sarana, U9 pengaduan) and IKM 91,48 mutu A.
GASPUL = (105, 101, 100, 116, 102, 105, 106, 105, 115)


def _data(kantor: str, tahun: int) -> str:
    isi = (templates() / "contoh" / kantor / "ikm.toml").read_text(encoding="utf-8")
    return isi.replace(f"{KANTOR[kantor]}-", f"{tahun}-")


@pytest.fixture(scope="module")
def terisi(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Path]:
    """The example data of each office in the workbook of each year."""
    folder = tmp_path_factory.mktemp("ikm")
    hasil = {}
    for kantor in KANTOR:
        for tahun in (2024, 2025, 2026):
            data = folder / f"{kantor}-{tahun}.toml"
            data.write_text(_data(kantor, tahun), encoding="utf-8")
            kosong = generate("ikm", tahun=tahun, profil=berkas_contoh(kantor), out=folder / f"{kantor}-{tahun}-k.xlsx")
            hasil[kantor, tahun] = fill(kosong, data, folder / f"{kantor}-{tahun}.xlsx")
    return hasil


def _kecil(folder: Path, jawaban: list[list[int | None]], **isi: object) -> Path:
    """A workbook of the kecamatan with these answers."""
    rekaman = [dict(zip(UNSUR, baris, strict=True)) for baris in jawaban]
    data = {"ikm_jawaban": rekaman, **isi}
    return generate("ikm", tahun=2025, profil=profil_kecil(), out=folder / "kecil.xlsx", isi=data)


def test_example_data_is_clean_in_every_year(terisi: dict[tuple[str, int], Path]) -> None:
    laporan = verify([str(berkas) for berkas in terisi.values()]).to_dict()["files"]
    for (kantor, tahun), berkas in terisi.items():
        hasil = next(satu for satu in laporan if satu["path"] == berkas.name)
        assert hasil["verdict"] in ("lulus", "lulus-dengan-peringatan"), (kantor, tahun, hasil["findings"])
        assert hasil["cells"]["checked"] == hasil["cells"]["formula"] > 2000
        assert len(hasil["langkah"]) == 9
        assert hasil["targets"][0]["status"] == "tercapai"


def test_status_is_complete_only_when_it_is_filled(terisi: dict[tuple[str, int], Path], tmp_path: Path) -> None:
    assert nilai(terisi["kecamatan", 2025], "status_buku") == ["LENGKAP"]
    kosong = generate("ikm", tahun=2025, profil=berkas_contoh("kecamatan"), out=tmp_path / "k.xlsx")
    assert nilai(kosong, "status_buku", "ikm_nilai", "ikm_terlemah") == ["BELUM LENGKAP", "", ""]
    galat = {t.code for t in verify(str(kosong)).files[0].findings if t.level == "galat"}
    assert galat == {"ISI-01"}


def test_the_published_questionnaires_give_their_published_index(tmp_path: Path) -> None:
    kolom = []
    for jumlah in GASPUL:  # 29 answers of 3 and 4 with this sum
        empat = jumlah - 3 * 29
        kolom.append([4] * empat + [3] * (29 - empat))
    berkas = _kecil(tmp_path, [list(baris) for baris in zip(*kolom, strict=True)])
    ikm, mutu, kinerja = nilai(berkas, "ikm_nilai", "ikm_mutu_layanan", "ikm_kinerja_unit")
    assert (round(float(str(ikm)), 2), mutu, kinerja) == (91.48, "A", "Sangat Baik")
    assert [jumlah for (jumlah,) in tabel(berkas, "ikm_unsur", "jumlah")] == list(GASPUL)
    assert nilai(berkas, "ikm_terlemah", "ikm_terkuat") == ["Waktu penyelesaian", "Biaya/tarif"]
    assert nilai(berkas, "ikm_laporan_nilai")[0] == pytest.approx(ikm)


def test_blank_answers_leave_only_the_divisor_of_their_unsur(tmp_path: Path) -> None:
    berkas = _kecil(tmp_path, [[4] * 9, [None, *[2] * 8]])
    rekap = tabel(berkas, "ikm_unsur", "jumlah", "terisi", "nrr")
    assert rekap[0] == (4, 1, 4)
    assert rekap[1] == (6, 2, 3)
    assert nilai(berkas, "ikm_responden", "ikm_nilai") == [2, pytest.approx((4 + 8 * 3) / 9 * 25)]


def test_ties_are_told_and_rank_from_the_weakest(tmp_path: Path) -> None:
    berkas = _kecil(tmp_path, [[2, 4, 3, 3, 2, 3, 4, 3, 3]])
    lemah, kuat = nilai(berkas, "ikm_terlemah", "ikm_terkuat")
    assert lemah == "Persyaratan; Produk spesifikasi jenis pelayanan"
    assert kuat == "Sistem, mekanisme dan prosedur; Perilaku pelaksana"
    assert [u for (u,) in tabel(berkas, "ikm_unsur", "urutan")] == [1, 8, 3, 4, 2, 5, 9, 6, 7]
    rencana = tabel(berkas, "ikm_rencana", "unsur", "periksa")
    assert rencana[0] == ("Persyaratan", "unsur terlemah belum punya rencana")
    assert rencana[1] == ("Produk spesifikasi jenis pelayanan", "unsur terlemah belum punya rencana")
    assert rencana[2] == ("Waktu penyelesaian", "sesuai")


def test_equal_unsur_have_no_weakest(tmp_path: Path) -> None:
    assert nilai(_kecil(tmp_path, [[3] * 9]), "ikm_terlemah", "ikm_nilai") == ["semua unsur sama", 75]


def test_groups_are_scored_from_their_own_answers(tmp_path: Path) -> None:
    orang = [
        {"layanan": "Legalisasi surat", "jenis_kelamin": "Perempuan", "umur": 17, **dict.fromkeys(UNSUR, 4)},
        {"layanan": "Legalisasi surat", "jenis_kelamin": "Laki-laki", "umur": 18, **dict.fromkeys(UNSUR, 3)},
        {"layanan": "Dispensasi nikah", "jenis_kelamin": "Laki-laki", "umur": 25, **dict.fromkeys(UNSUR, 2)},
        {"layanan": "Dispensasi nikah", "umur": 26, **dict.fromkeys(UNSUR[1:], 2)},
        {"layanan": "Surat keterangan waris", "umur": 60, **dict.fromkeys(UNSUR[1:], 4)},
    ]
    berkas = generate("ikm", tahun=2025, profil=profil_kecil(), out=tmp_path / "k.xlsx", isi={"ikm_jawaban": orang})
    layanan = {str(n): sisa for n, *sisa in tabel(berkas, "ikm_kelompok_layanan", "kelompok", "jumlah", "ikm", "mutu")}
    assert layanan["Legalisasi surat"] == [2, 87.5, "B"]
    assert layanan["Dispensasi nikah"] == [2, 50, "D"]
    assert layanan["Surat keterangan waris"] == [1, None, None]  # nobody there answered U1
    assert layanan["Rekomendasi usaha mikro"] == [0, None, None]
    assert tabel(berkas, "ikm_kelompok_jenis_kelamin", "jumlah", "ikm") == [(2, 62.5), (1, 100)]
    assert [j for (j,) in tabel(berkas, "ikm_kelompok_umur", "jumlah")] == [1, 2, 1, 0, 0, 1]
    assert nilai(berkas, "ikm_kelompok_jenis_kelamin_tercatat") == [3]


@pytest.mark.parametrize(("populasi", "minimum"), [(200, 132), (1000, 278), (15, 14)])
def test_the_sample_is_held_against_the_table(tmp_path: Path, populasi: int, minimum: int) -> None:
    berkas = _kecil(tmp_path, [[3] * 9] * 14, ikm_populasi=populasi)
    cukup = "cukup" if minimum <= 14 else f"kurang {minimum - 14} responden"
    assert nilai(berkas, "ikm_responden_minimum", "ikm_kecukupan") == [minimum, cukup]


def test_the_trend_tells_the_change_from_year_to_year(tmp_path: Path) -> None:
    berkas = _kecil(tmp_path, [[3] * 9], ikm_riwayat={"3": {"nilai": 80}, "4": {"nilai": 76.6}})
    assert tabel(berkas, "ikm_perkembangan", "tahun", "nilai", "mutu", "selisih", "arah") == [
        (2021, None, None, None, None),
        (2022, None, None, None, None),
        (2023, 80, "B", None, None),
        (2024, 76.6, "C", pytest.approx(-3.4), "turun"),
        (2025, 75, "C", pytest.approx(-1.6), "turun"),
    ]


def test_a_row_that_needs_a_look_says_why(tmp_path: Path) -> None:
    orang = [{"umur": 30}, {"layanan": "Bukan layanan", "u1": 3}, dict.fromkeys(UNSUR, 3)]
    berkas = generate("ikm", tahun=2025, profil=profil_kecil(), out=tmp_path / "k.xlsx", isi={"ikm_jawaban": orang})
    periksa = [p for (p,) in tabel(berkas, "ikm_jawaban", "periksa")]
    assert periksa[:4] == ["belum ada jawaban", "layanan tidak ada dalam daftar", "sesuai", None]
    kode = {(t.code, t.cell) for t in verify(str(berkas)).files[0].findings if t.sheet == "Jawaban"}
    assert {("ISI-16", "T6"), ("ISI-16", "T7"), ("ISI-07", "C7")} <= kode


def test_an_answer_outside_the_scale_is_never_scored(tmp_path: Path) -> None:
    berkas = _kecil(tmp_path, [[3] * 9, [5, *[3] * 8]])
    assert nilai(berkas, "ikm_nilai", "ikm_cek_jawaban") == ["", "ada unsur tanpa jawaban, atau jawaban di luar 1-4"]
    assert ("ISI-06", "H7") in {(t.code, t.cell) for t in verify(str(berkas)).files[0].findings}


def test_an_answer_changed_behind_the_index_is_caught(terisi: dict[tuple[str, int], Path], tmp_path: Path) -> None:
    asli = terisi["kecamatan", 2025]
    lama = tabel(asli, "ikm_jawaban", "u5")[0][0]
    isi = ganti_sel(asli.read_bytes(), {("Jawaban", "L6"): {"nilai": 1 if lama != 1 else 4}})
    (tmp_path / "m.xlsx").write_bytes(isi)
    temuan = {(t.code, t.name) for t in verify(str(tmp_path / "m.xlsx")).files[0].findings}
    assert ("NIL-01", "ikm_nilai") in temuan


def test_every_formula_turned_into_its_value_is_caught_at_its_cell(
    terisi: dict[tuple[str, int], Path], tmp_path: Path
) -> None:
    asli = terisi["kecamatan", 2025]
    for nama in ("ikm_nilai", "ikm_mutu_layanan", "ikm_terlemah", "ikm_responden_minimum", "ikm_nrr_u3"):
        lembar, alamat_sel = _tempat(asli, nama)
        isi = ganti_sel(asli.read_bytes(), {(lembar, alamat_sel): {"rumus": None, "nilai": 99}})
        (tmp_path / "m.xlsx").write_bytes(isi)
        temuan = {
            (t.code.partition("-")[0], t.sheet, t.cell) for t in verify(str(tmp_path / "m.xlsx")).files[0].findings
        }
        assert ("RMS", lembar, alamat_sel) in temuan, nama


def _tempat(berkas: Path, nama: str) -> tuple[str, str]:
    manifest = kenali(buku(berkas)).manifest
    assert manifest is not None
    lembar, sel = manifest.sel_bernama[nama]
    return lembar.nama, alamat(*sel.titik)


def test_the_table_grows_with_the_profile(tmp_path: Path) -> None:
    teks = berkas_contoh("kecamatan").read_text(encoding="utf-8")
    berkas = tmp_path / "p.toml"
    berkas.write_text(teks + "\n[baris]\nresponden = 1500\n", encoding="utf-8")
    profil = muat_profil(berkas)
    rekaman = [{k: 1 + (n + int(k[1])) % 4 for k in UNSUR} for n in range(1500)]
    hasil = generate("ikm", tahun=2025, profil=profil, out=tmp_path / "b.xlsx", isi={"ikm_jawaban": rekaman})
    assert nilai(hasil, "ikm_responden", "ikm_nilai") == [1500, 62.5]  # every answer equally often: NRR 2,5
    galat = {t.code for t in verify(str(hasil)).files[0].findings if t.level == "galat"}
    assert galat <= {"ISI-01", "ISI-16"}


def test_the_report_names_no_cell_after_a_function() -> None:
    """A name such as ikm_mutu would hide the LAMBDA function of that name."""
    manifest = tata("ikm", susun_konteks("ikm", 2025, muat_profil(berkas_contoh("kecamatan"))))
    assert {n.upper() for n in manifest.nama} & set(functions()) == set()


@pytest.mark.parametrize(
    ("tabel_ikm", "kata"),
    [
        ({"layanan": ["A", "a "]}, "kembar"),
        ({"layanan": "A"}, "daftar teks"),
        ({"layan": ["A"]}, "'layanan'"),
        ({"populasi": "banyak"}, "bilangan bulat"),
    ],
)
def test_a_wrong_ikm_table_of_a_profile_is_told(tabel_ikm: dict[str, object], kata: str) -> None:
    dasar = {
        "instansi": {"nama": "K", "jenis": "skpd", "induk": "P", "kota": "C"},
        "pejabat": {"pertama": {"nama": "A", "jabatan": "B"}, "kedua": {"nama": "C", "jabatan": "D"}},
        "manual": "balai-kipm-balikpapan-2024",
    }
    with pytest.raises(KinerjaError, match=kata):
        profil_dari({**dasar, "ikm": tabel_ikm}, "p.toml")


def test_more_services_than_rows_is_refused() -> None:
    profil = muat_profil(berkas_contoh("kecamatan"))
    kecil = profil.__class__(**{**vars(profil), "baris": {"layanan": 2}})
    with pytest.raises(KinerjaError, match=r"\[baris\] layanan"):
        susun_konteks("ikm", 2025, kecil)
