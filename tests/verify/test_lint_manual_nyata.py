"""The real manual of 2024: what the lint finds is exactly what people recorded, but for what no machine can see."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from kinerja_xl.cli import main
from kinerja_xl.spec.manual import Manual, muat_manual
from kinerja_xl.verify.lint_iku import lint_manual
from kinerja_xl.verify.temuan import Kata, Temuan

KODE = "balai-kipm-balikpapan-2024"
# recorded, but beyond a machine: (code, indicator, field, line) -> why
TAK_TERLIHAT = {
    (
        "IKU-31",
        "",
        "tata_letak",
        1,
    ): "foreword printed in the wrong order: only its meaning tells which part is first",
    ("IKU-31", "IK2", "definisi", 241): "sentence without its end: every word is right, only grammar misses the verb",
}
WAJIB = {
    "dua centang": {("IKU-01", "IK6", "perhitungan", 998), ("IKU-01", "IK6", "cascading", 1003)},
    "tanpa centang": {("IKU-02", "IK7", "periode", 1385)},
    "akumulasi pada indeks": {("IKU-03", f"IK{n}", "perhitungan", b) for n, b in ((5, 884), (7, 1351), (8, 1494))},
    "batas dengan Maximize": {("IKU-04", "IK9", "polarisasi", 1654)},
    "satuan terhadap judul": {("IKU-06", "IK5", "satuan", 835), ("IKU-06", "IK11", "satuan", 2129)},
    "urutan": {("IKU-16", "", "nomor", 1815)},
    "rumus indikator lain": {("IKU-13", "IK11", "formula", 1996), ("IKU-13", "IK1", "formula", 91)},
    "bobot tidak genap per triwulan": {("IKU-15", "IK11", "formula", 1987)},
    "peraturan lama": {("IKU-07", "IK12", "definisi", 1834), ("IKU-07", "IK8", "formula", 1444)},
    "nilai kembar": {("IKU-08", "IK7", "realisasi", 1408), ("IKU-08", "IK8", "realisasi", 1539)},
    "target disalin": {("IKU-10", "", "target", 199)},
    "target di bawah capaian": {("IKU-09", "IK10", "target", 1810), ("IKU-09", "IK14", "target", 2531)},
    "sertifikat sebagai masukan": {("IKU-11", "IK2", "validitas", 279), ("IKU-11", "IK3", "validitas", 452)},
    "sasaran berbeda ejaan": {("IKU-12", f"IK{n}", "sasaran", b) for n, b in ((4, 556), (8, 1415))},
}  # fmt: skip


@pytest.fixture(scope="module")
def manual() -> Manual:
    return muat_manual(KODE)


def kunci(satu: Temuan) -> tuple[str, str, str, int]:
    """Code, indicator ("" for the document), field and line."""
    siapa = satu.data["indikator"]
    return satu.code, "" if isinstance(siapa, Kata) else siapa, satu.data["kunci"], satu.data["baris"]


def test_found_is_recorded_without_what_no_machine_sees(manual):
    tercatat = Counter((c.kode, kode, c.bidang, c.baris) for kode, c in manual.semua_cacat())
    assert set(TAK_TERLIHAT) <= set(tercatat)
    assert Counter(map(kunci, lint_manual(manual))) == tercatat - Counter(list(TAK_TERLIHAT))
    assert sum(tercatat.values()) == 156


@pytest.mark.parametrize("macam", WAJIB)
def test_each_kind_that_must_be_found_is_found_at_its_line(manual, macam):
    assert WAJIB[macam] <= {kunci(t) for t in lint_manual(manual)}


def test_the_lint_never_reads_the_recorded_list(manual):
    polos = replace(manual, cacat=(), indikator=tuple(replace(i, cacat=()) for i in manual.indikator))
    assert lint_manual(polos) == lint_manual(manual)


def test_a_message_is_complete_in_both_languages(manual):
    for id_, en in zip(lint_manual(manual), lint_manual(manual, "en"), strict=True):
        assert (id_.code, id_.data) == (en.code, en.data)
        assert "{" not in id_.message + en.message
        assert id_.message != en.message and id_.message.isprintable() and not id_.message.endswith("..")


@pytest.fixture
def jalan(capsys):
    def satu(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        tangkap = capsys.readouterr()
        return int(keluar.value.code or 0), tangkap.out, tangkap.err

    return satu


def test_the_command_prints_by_indicator_with_line_and_fix(jalan):
    status, keluar, _ = jalan("iku", "lint", KODE)
    assert status == 0  # a defective manual is reported, nothing of it is at level galat
    assert keluar.index("Seluruh dokumen") < keluar.index("\nIK1 ") < keluar.index("\nIK2 ") < keluar.index("\nIK14 ")
    bagian = keluar.split("\nIK6 ")[1].split("\nIK7 ")[0]
    assert "IKU-01  Dua pilihan dicentang (2)  peringatan" in bagian
    assert "      baris 998: jenis perhitungan pada IK6 dicentang lebih dari satu (Akumulasi + Nilai Posisi" in bagian
    assert bagian.count("Perbaikan: Pilih satu, hapus centang yang lain") == 1
    assert bagian.index("peringatan") < bagian.index("  info")
    assert "154 temuan: 91 peringatan, 63 info" in keluar


def test_the_command_speaks_english_and_filters_by_code(jalan):
    status, keluar, _ = jalan("--lang", "en", "iku", "lint", KODE, "--kode", "iku-03")
    assert (status, keluar.count("IKU-03")) == (0, 3)
    assert "line 884: IK5 is a score but uses Akumulasi." in keluar
    assert "3 findings: 3 warnings" in keluar


def test_the_command_gives_all_findings_as_json(jalan):
    status, keluar, _ = jalan("iku", "lint", KODE, "--json")
    (satu,) = json.loads(keluar)["manual"]
    assert (status, satu["kode"], satu["ringkasan"]) == (
        0, KODE, {"temuan": 154, "galat": 0, "peringatan": 91, "info": 63},
    )  # fmt: skip
    assert next(t for t in satu["findings"] if t["code"] == "IKU-04")["data"]["baris"] == 1654


def test_without_a_manual_the_shipped_ones_are_listed(jalan):
    assert jalan("iku", "lint")[:2] == (0, f"{KODE}\n")


@pytest.mark.parametrize(
    ("args", "sebagian"),
    [(("balai-kipm-balikpapan-2023",), f"Maksud Anda '{KODE}'"), (("tak-ada.toml",), "tidak dapat dibaca"),
     ((KODE, "--kode", "IKU-99"), "kode temuan 'IKU-99' tidak ada")],
)  # fmt: skip
def test_what_cannot_be_done_is_said_with_status_2(jalan, args, sebagian):
    status, _, galat = jalan("iku", "lint", *args)
    assert status == 2
    assert sebagian in galat


def test_a_profile_is_read_like_a_manual(jalan, tmp_path):
    from kinerja_xl.spec.profil import berkas_contoh

    asli = berkas_contoh("kecamatan")
    _, keluar, _ = jalan("iku", "lint", asli, "--tahun", "2026")
    assert keluar.endswith("1 temuan: 1 info\nPenjelasan tiap kode: kinerja explain KODE\n")
    ubah = asli.read_text(encoding="utf-8").replace(
        'perhitungan = "Nilai Posisi Akhir"', 'perhitungan = "Akumulasi"', 1
    )
    (tmp_path / "profil.toml").write_text(ubah, encoding="utf-8")
    _, keluar, _ = jalan("iku", "lint", tmp_path / "profil.toml", "--tahun", "2026")
    assert "IKU-03" in keluar and "2 temuan: 1 peringatan, 1 info" in keluar
