"""The profile workbook: what is written comes back, what is wrong is told by sheet and cell."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.build.profil_buku import buka_profil, data_profil, susun_profil, toml_profil
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.core.nama import nama_sah
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.edit.data import baca_data
from kinerja_xl.mesin import graf
from kinerja_xl.mesin.daftar import fungsi_terlarang
from kinerja_xl.read import baca
from kinerja_xl.spec import profil as modul_profil
from kinerja_xl.spec.buku import PROFIL, jenis_tersedia
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import berkas_contoh, profil_contoh, profil_dari
from kinerja_xl.spec.profil_bentuk import konteks_profil
from kinerja_xl.spec.profil_isi import isi_profil
from kinerja_xl.spec.profil_urai import urai_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify import verify

SENDIRI = baca_toml(templates() / "contoh" / "profil" / "indikator-sendiri.toml")["indikator"]
KECAMATAN = {**(_DASAR := baca_toml(berkas_contoh("kecamatan"))), "indikator": [*_DASAR["indikator"], *SENDIRI]}


def simpan(tmp_path: Path, data: dict[str, Any] | None, nama: str = "profil.xlsx") -> Path:
    berkas = tmp_path / nama
    berkas.write_bytes(susun_profil(data))
    return berkas


@pytest.mark.parametrize("contoh", profil_contoh())
def test_an_example_survives_both_forms(tmp_path: Path, contoh: str) -> None:
    data = baca_toml(berkas_contoh(contoh))
    berkas = simpan(tmp_path, data)
    kembali = data_profil(berkas)
    assert kembali == data
    assert profil_dari(kembali, "x") == profil_dari(data, "x")
    assert tomllib.loads(toml_profil(kembali).decode()) == data
    assert susun_profil(kembali) == berkas.read_bytes()


@pytest.mark.parametrize("contoh", [None, *profil_contoh()])
def test_the_profile_workbook_keeps_the_workbook_contract(contoh: str | None) -> None:
    manifest = tata(PROFIL, konteks_profil(baca_toml(berkas_contoh(contoh)) if contoh else {}))
    assert {n for _, sel in manifest.setiap("rumus") for n in fungsi_terlarang(sel.rumus)} == set()
    assert len(graf(manifest).urutan) == sum(1 for _ in manifest.setiap("rumus"))
    assert all(nama_sah(nama) for nama in manifest.nama)
    assert [s.titik for _, s in manifest.setiap("isian") if not s.nama and not s.tabel] == []
    assert "status_buku" in manifest.nama
    assert manifest.lembar_bernama["Info"].keadaan == "veryHidden"
    assert PROFIL not in jenis_tersedia()


def test_choices_of_the_workbook_are_those_of_the_rules() -> None:
    manifest = tata(PROFIL, konteks_profil({}))
    ada = {s.kunci: s.sah.pilihan for _, s in manifest.setiap("isian") if s.sah and s.sah.pilihan and s.tabel}
    assert ada == PILIHAN


def test_status_of_the_examples_and_of_the_blank_workbook(tmp_path: Path) -> None:
    status = {}
    for nama, data in (("kosong", None), ("isi", KECAMATAN), ("balai", baca_toml(berkas_contoh("balai-kipm-2024")))):
        buku = baca(simpan(tmp_path, data, f"{nama}.xlsx")).buku
        assert buku is not None
        lembar = next(lb for lb in buku.lembar if lb.nama == "Petunjuk")
        status[nama] = next(s.nilai for s in lembar.sel.values() if s.nilai in ("LENGKAP", "BELUM LENGKAP"))
    assert status == {"kosong": "BELUM LENGKAP", "isi": "LENGKAP", "balai": "LENGKAP"}


def test_a_filled_profile_workbook_verifies_clean(tmp_path: Path) -> None:
    laporan = verify([simpan(tmp_path, KECAMATAN)])
    assert [(f.verdict, [t.code for t in f.findings]) for f in laporan.files] == [("lulus", [])]


def test_libreoffice_agrees_on_the_profile_workbook(tmp_path: Path, hitung_ulang: Callable[..., list[Path]]) -> None:
    asli = [simpan(tmp_path, None, "a.xlsx"), simpan(tmp_path, KECAMATAN, "b.xlsx")]
    for satu, lain in zip(asli, hitung_ulang(asli), strict=True):
        kita, mereka = baca(satu).buku, baca(lain).buku
        assert kita is not None
        assert mereka is not None
        peta = {lb.nama: lb.sel for lb in mereka.lembar}
        rumus = [(lb.nama, t, s) for lb in kita.lembar for t, s in lb.sel.items() if s.rumus is not None]
        assert rumus
        beda = [(n, t) for n, t, s in rumus if (peta[n][t].nilai or "") != (s.nilai or "") or peta[n][t].jenis == "e"]
        assert beda == []
    kembali = hitung_ulang(asli)[1]
    assert data_profil(kembali) == KECAMATAN, "what LibreOffice saves reads the same"


# fill data put over the example, words the message must hold
SALAH = [
    ({"profil_indikator[2].polarisasi": "Maksimal"}, "lembar Indikator, sel F6: polarisasi 'Maksimal' tidak dikenal; "
     "pilih Maximize, Minimize, Stabilize"),
    ({"profil_indikator[2].kode": "IK1"}, "lembar Indikator, sel B6: kode 'IK1' dipakai dua kali (juga di baris 5)"),
    ({"profil_indikator[1].sasaran": "SS9"}, "lembar Indikator, sel D5: sasaran 'SS9' tidak ada di lembar Sasaran"),
    ({"profil_indikator[1].fungsi": "IKM_SKOR"}, "lembar Indikator, sel H5: fungsi 'IKM_SKOR' tidak ada di lembar "
     "Daftar. Maksud Anda 'IKM_SCORE'?"),
    ({"profil_indikator[1].satuan": None}, "lembar Indikator, sel E5: satuan belum diisi"),
    ({"profil_indikator[1].kode": None}, "lembar Indikator, sel B5: kode belum diisi"),
    ({"profil_indikator[4].rumus": "tepat / * total"}, "sel J8: rumus kantor sendiri: pada huruf ke-9"),
    ({"profil_indikator[1].rumus": "a"}, "lembar Indikator, sel J5: isi salah satu: fungsi buku aturan atau rumus"),
    ({"profil_masukan[2].indikator": "IK9"}, "lembar Rumus Sendiri, sel B7: indikator 'IK9' tidak ada"),
    ({"profil_target[1].kode": "IK7"}, "lembar Target Triwulan, sel B5: indikator 'IK7' tidak ada"),
    ({"profil_masukan[3].indikator": "IK4", "profil_masukan[3].nama": "total"}, "nama 'total' dipakai dua kali"),
    ({"profil_pejabat[2].peran": "pertama"}, "lembar Pejabat, sel B7: 'pertama' dipakai dua kali"),
    ({"profil_pejabat[2].peran": "atasan"}, "pejabat dengan peran 'kedua' belum ada"),
    ({"profil_pejabat[1].nama": None}, "lembar Pejabat, sel C6: nama belum diisi"),
    ({"instansi_kota": None}, "lembar Kantor, sel B9: kota belum diisi"),
    ({"instansi_jenis": "dinas"}, "lembar Kantor, sel B4: jenis 'dinas' tidak dikenal; pilih satker, skpd"),
    ({"profil_manual": "balai-kipm-balikpapan-2024"}, "lembar Kantor, sel B13: isi salah satu"),
    ({"rka__baris": 9000}, "jumlah baris rincian belanja paling banyak 5000"),
]  # fmt: skip


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return tata(PROFIL, konteks_profil(KECAMATAN))


@pytest.mark.parametrize(("isi", "harus"), SALAH)
def test_a_fault_is_told_by_sheet_and_cell(manifest: Manifest, isi: dict[str, Any], harus: str) -> None:
    masukan = terapkan(manifest, isi_profil(KECAMATAN, manifest))
    masukan.update(terapkan(manifest, baca_data(isi, manifest)))
    with pytest.raises(KinerjaError) as galat:
        urai_profil(manifest, masukan.get, "profil.xlsx")
    assert any(harus in satu for satu in galat.value.bagian["salah"]), galat.value


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    isi = {"profil_indikator[1].satuan": None, "profil_indikator[2].polarisasi": "naik", "instansi_nama": None}
    berkas = fill(simpan(tmp_path, KECAMATAN), isi, tmp_path / "salah.xlsx")
    with pytest.raises(KinerjaError, match="3 isian perlu diperbaiki"):
        buka_profil(berkas)


def test_pasted_texts_and_values_outside_a_table_are_told(tmp_path: Path) -> None:
    import openpyxl

    buku = openpyxl.load_workbook(simpan(tmp_path, KECAMATAN))
    buku["Indikator"]["K5"] = "85 persen"
    buku["Sasaran"]["C40"] = "Sasaran di luar tabel"
    buku["Waktu Kerja"]["B31"] = "1 Mei"
    buku["Waktu Kerja"]["B32"] = "17/08/2025"
    buku["Waktu Kerja"]["C32"] = "Contoh"
    buku.save(tmp_path / "tempel.xlsx")
    with pytest.raises(KinerjaError) as galat:
        data_profil(tmp_path / "tempel.xlsx")
    teks = "\n".join(galat.value.bagian["salah"])
    assert "lembar Indikator, sel K5: target harus angka, tertulis teks '85 persen'" in teks
    assert "lembar Sasaran, sel C40: isi di luar tabel" in teks
    assert "ditulis seperti 31/01/2025, tertulis '1 Mei'" in teks
    assert "17/08/2025" not in teks


def test_codes_that_lost_their_text_format_are_texts_again(tmp_path: Path) -> None:
    import openpyxl

    buku = openpyxl.load_workbook(simpan(tmp_path, KECAMATAN))
    buku["Kantor"]["B8"] = 7.01
    buku["Indikator"]["F5"] = " maximize "
    buku.save(tmp_path / "angka.xlsx")
    assert data_profil(tmp_path / "angka.xlsx") == KECAMATAN


def test_other_files_are_refused(tmp_path: Path) -> None:
    from kinerja_xl.build import generate

    pk = generate("pk", tahun=2025, out=tmp_path)
    (tmp_path / "a.xlsx").write_text("bukan", encoding="utf-8")
    for berkas, kata in ((pk, "bukan buku profil"), (tmp_path / "a.xlsx", "BERKAS-"), (tmp_path / "a.ods", ".toml")):
        with pytest.raises(KinerjaError, match=kata):
            data_profil(berkas)


LAIN = {
    "perjanjian": [
        {"pejabat": "sekretaris", "indikator": ["IK1", "IK2"], "target": 80, "sah": True},
        {"pejabat": "kasi", "indikator": ["IK3"], "catatan": "baru", "hari": date(2025, 1, 6)},
    ],
    "renstra": {"tahun": [2021, 2022], "judul": "Renstra {contoh}", "nilai": 3.5},
    "strategi": {"SS1": {"uraian": "A", "bobot": 1}, "SS2": {"uraian": "B", "isi": {"x": [1, {"y": "z"}]}}},
    "bebas": [1, "dua", [3]],
}


def test_further_tables_survive_whatever_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kunci in LAIN:
        monkeypatch.setitem(modul_profil.BAGIAN, kunci, "tests_bagian:apa_adanya")
    monkeypatch.setattr(modul_profil, "_pembaca", lambda _: lambda nilai, tempat: nilai)
    data = {**KECAMATAN, **LAIN}
    berkas = simpan(tmp_path, data)
    assert data_profil(berkas) == data
    assert tomllib.loads(toml_profil(data).decode()) == data
    assert {k: n for k, n in buka_profil(berkas).bagian.items() if k in LAIN} == LAIN
    buku = baca(berkas).buku
    assert buku is not None
    judul = {lb.nama: [s.nilai for t, s in lb.sel.items() if t[0] == 3] for lb in buku.lembar}
    perjanjian = next(isi for nama, isi in judul.items() if nama.endswith(" perjanjian"))
    assert perjanjian == [
        "No",
        "pejabat",
        "indikator",
        "target",
        "sah",
        "catatan",
        "hari",
    ]


def test_further_fields_of_known_tables_survive(tmp_path: Path) -> None:
    data = {
        **KECAMATAN,
        "sasaran": [{**s, "tujuan": ["T1", "T2"]} for s in KECAMATAN["sasaran"]],
        "program": [{**KECAMATAN["program"][0], "bobot": 0.5}],
        "target_triwulan": [{"kode": "IK1", "tw1": 80, "tw4": 85}],
        "libur": [{"tanggal": date(2025, 8, 18), "keterangan": "Hari jadi"}],
        "jam_kerja": {"senin": {"masuk": "07.15", "pulang": "15.30", "istirahat": "12.00", "selesai": "12.30"}},
        "sop": {"Camat": "Lurah", "Peran lain": "Operator"},
        "baris": {"jawaban": 400},
    }
    berkas = simpan(tmp_path, data)
    assert data_profil(berkas) == data
    assert profil_dari(data_profil(berkas), "x").target_triwulan == ({"kode": "IK1", "tw1": 80, "tw4": 85},)
