"""Real files: generated, changed byte by byte with plain zip tools, re-saved by LibreOffice, verified from disk."""

import re
import zipfile

import pytest

import kinerja_xl as kx
from kinerja_xl.cli import main
from kinerja_xl.data import templates

JENIS = ("pk", "rka", "iku")


@pytest.fixture(scope="module")
def terbit(tmp_path_factory):
    """jenis -> a generated workbook of 2024."""
    folder = tmp_path_factory.mktemp("terbit")
    profil = templates() / "profil" / "balai-kipm-2024.toml"
    return {jenis: kx.generate(jenis, tahun=2024, profil=profil, out=folder) for jenis in JENIS}


def _sunting(asal, tujuan, pola, ganti):
    """Copy a package with the first match of a pattern in its sheets replaced; returns the sheet part's name."""
    kena = ""
    with zipfile.ZipFile(asal) as masuk, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as keluar:
        for info in masuk.infolist():
            isi = masuk.read(info)
            if info.filename.startswith("xl/worksheets/sheet") and not kena:
                baru, kali = re.subn(pola, ganti, isi.decode("utf-8"), count=1)
                if kali:
                    isi, kena = baru.encode("utf-8"), info.filename
            keluar.writestr(info.filename, isi)
    assert kena
    return tujuan


def _kode(jalur, *topik):
    laporan = kx.verify(jalur)
    return [t.code for f in laporan.files for t in f.findings if t.code.partition("-")[0] in topik], laporan


BERKAS = ("BERKAS", "AKTIF", "STR", "RMS", "NIL")


@pytest.mark.parametrize("jenis", JENIS)
def test_a_generated_file_has_no_finding_but_its_blanks(terbit, jenis):
    kode, laporan = _kode(terbit[jenis], *BERKAS)
    assert kode == []
    satu = laporan.files[0]
    assert (satu.template, satu.cells["checked"], satu.cells["unverifiable"]) == (
        f"{jenis}/1.0.0", satu.cells["formula"], 0,
    )  # fmt: skip


def test_libreoffice_re_saves_without_a_false_alarm(terbit, hitung_ulang):
    for jalur in hitung_ulang(list(terbit.values())):
        kode, laporan = _kode(jalur, *BERKAS)
        assert kode == []
        assert laporan.files[0].cells["unverifiable"] == 0


def test_an_edited_formula_in_a_file_is_caught(terbit, tmp_path):
    jalur = _sunting(terbit["pk"], tmp_path / "a.xlsx", r"<f>SUM\(", "<f>0+SUM(")
    kode, laporan = _kode(jalur, *BERKAS)
    assert (kode, laporan.exit_code) == (["RMS-03"], 1)


def test_a_stale_number_in_a_file_is_caught(terbit, tmp_path):
    jalur = _sunting(terbit["rka"], tmp_path / "a.xlsx", r"(</f><v>)([1-9]\d*)(</v>)", r"\g<1>1\2\3")
    kode, laporan = _kode(jalur, *BERKAS)
    assert (kode, laporan.exit_code) == (["NIL-01"], 1)


def test_a_sheet_without_protection_in_a_file_is_caught(terbit, tmp_path):
    jalur = _sunting(terbit["pk"], tmp_path / "a.xlsx", r"<sheetProtection[^>]*/>", "")
    assert _kode(jalur, *BERKAS)[0] == ["STR-15"]


def test_the_same_file_gives_the_same_report_on_any_number_of_processes(terbit):
    from kinerja_xl.report.json import tulis

    semua = list(terbit.values())
    assert tulis(kx.verify(semua, jobs=2)) == tulis(kx.verify(semua[::-1]))


def test_the_command_line_speaks_english_about_a_real_file(terbit, capsys):
    with pytest.raises(SystemExit) as keluar:
        main(["--lang", "en", "verify", str(terbit["pk"])])
    teks = capsys.readouterr().out
    assert keluar.value.code == 1
    assert "REJECTED" in teks
    assert "is blank, but it is required" in teks
