"""Persons hidden: numbers by their look and by their place, names by their place, everything else left alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kinerja_xl.report.json import tulis
from kinerja_xl.report.samar import inisial, nip, samarkan
from kinerja_xl.verify.laporan import HasilBerkas, Laporan
from kinerja_xl.verify.temuan import buat

NIP = "197001011995031001"


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        (NIP, "**************1001"),
        (f"NIP.{NIP}", "NIP.**************1001"),
        ("NIP 19700101 199503 1 001.", "NIP **************1001."),
        ("1970 01 01 1995 03 1 001", "**************1001"),
        ("19700101\u00a0199503\u00a01\u00a0001", "**************1001"),
        ("19700101\\u00a0199503\\u00a01\\u00a0001", "**************1001"),
        ("19700101-199503-1-001", "**************1001"),
        ("NIK 3201010101700001", "NIK ************0001"),
        ("**************1001", "**************1001"),
    ],
)
def test_numbers_of_persons_keep_four_digits(teks, harap):
    assert nip(teks) == harap
    assert nip(nip(teks)) == harap


@pytest.mark.parametrize(
    "teks",
    [
        "Rp3.600.000.000.000.000", "0,1234567890123456", "2024-01-05 08.00 sampai 2024-01-06 09.30",
        "baris 10 11 12 13 14 15 16 17 18", "B-1234/KP.410/2024", "20240105 20240106", "a1" * 32, "IK5", "",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(teks):
    assert nip(teks) == teks


def test_a_name_becomes_initials_and_stays_so():
    assert inisial("Budi Santoso, S.Pi., M.Si.") == "B*** S***"
    assert inisial(inisial("Budi Santoso")) == "B*** S***"


def _laporan():
    nama = buat("SIL-38", ("Identitas", 9, 2), "pk_pihak_kedua_nama", jabatan="Camat", ada="Budi Santoso",
                seharusnya="Siti Aminah, S.IP.")  # fmt: skip
    angka = buat("ISI-14", ("Identitas", 12, 2), "pk_pihak_kedua_nip", isian="NIP", ada=197001011995031001.0)
    salah = buat("ISI-14", ("Identitas", 12, 2), "pk_pihak_pertama_nip", isian="NIP", ada="1970-99")
    salinan = buat("STR-12", ("Naskah", 4, 2), ada="Budi Santoso", seharusnya="yang bertanda tangan: Budi Santoso")
    isi = HasilBerkas(
        f"pk_{NIP}.xlsx", sha256="1" * 64, verdict="ditolak", cells={"formula": 0, "unverifiable": 0},
        instansi="Kecamatan Contoh", findings=(nama, angka, salah, salinan),
        pribadi=(("nama", "Budi Santoso"), ("nip", "1970-99")),
    )  # fmt: skip
    return Laporan((isi,), letak={f"pk_{NIP}.xlsx": f"masuk/pk_{NIP}.xlsx"})


def test_numbers_go_names_stay_by_default():
    teks = tulis(samarkan(_laporan())).decode("utf-8")
    assert NIP not in teks and "1970-99" not in teks and "197001011995031" not in teks
    assert "Budi Santoso" in teks and "Kecamatan Contoh" in teks
    assert f'"{"1" * 64}"' in teks


def test_on_request_names_of_signers_go_in_messages_and_data_of_every_cell():
    laporan = samarkan(_laporan(), nama=True)
    teks = tulis(laporan).decode("utf-8")
    assert "Budi" not in teks and "Siti" not in teks
    assert "B*** S***" in teks and "S*** A***" in teks
    assert "Kecamatan Contoh" in teks and "Camat" in teks
    assert [t["code"] for t in json.loads(teks)["files"][0]["findings"]] == ["SIL-38", "ISI-14", "ISI-14", "STR-12"]
    assert laporan.letak == {"pk_**************1001.xlsx": "masuk/pk_**************1001.xlsx"}
    assert samarkan(laporan, nama=True) == laporan


def test_hiding_keeps_verdict_places_and_order(contoh):
    for nama in ("jujur", "rusak", "tak-terbaca", "kosong", "ronde"):
        asli = contoh(nama)
        baru = samarkan(asli, nama=True)
        assert baru.ringkasan == asli.ringkasan
        assert [(t.code, t.sheet, t.cell, t.level) for f in baru.files for t in f.findings] == [
            (t.code, t.sheet, t.cell, t.level) for f in asli.files for t in f.findings
        ]


def test_the_signer_of_a_waiver_is_hidden_with_the_names(contoh):
    asli = contoh("ronde")
    assert "Budi Santoso" in tulis(samarkan(asli)).decode("utf-8")
    assert "Budi Santoso" not in tulis(samarkan(asli, nama=True)).decode("utf-8")


def test_signers_come_from_the_named_inputs_of_a_workbook(tmp_path):
    from kinerja_xl.build import generate
    from kinerja_xl.spec.profil import berkas_contoh
    from kinerja_xl.verify import verify

    jalur = generate("pk", tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=tmp_path / "pk.xlsx")
    (satu,) = verify(jalur).files
    nama = [teks for jenis, teks in satu.pribadi if jenis == "nama"]
    assert nama and all("***" not in n for n in nama)
    tanpa = samarkan(replace(Laporan((satu,))), nama=True).files[0]
    assert tanpa.pribadi == ()
