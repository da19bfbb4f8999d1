"""The example repository: its workbooks come out as its README says, and its pytest settings work as they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

from kinerja_xl.verify import verify

CONTOH = Path(__file__).resolve().parents[2] / "docs" / "contoh-repo"


def test_the_submissions_come_out_as_the_readme_says():
    laporan = verify(CONTOH / "kiriman", tahun=2024)
    assert {(f.path, f.verdict) for f in laporan.files} == {
        ("balai-kipm-balikpapan/pk-2024.xlsx", "lulus"), ("kecamatan-contoh/pk-2024.xlsx", "ditolak"),
    }  # fmt: skip
    ditolak = next(f for f in laporan.files if f.verdict == "ditolak")
    assert [t.code for t in ditolak.findings if t.level == "galat"] == ["ISI-01"]
    readme = (CONTOH / "README.md").read_text(encoding="utf-8")
    assert "ISI-01" in readme and all(f.path in readme for f in laporan.files)


def test_pytest_in_the_example_checks_the_submissions(pytester, jalankan_pytest):
    shutil.copytree(CONTOH, pytester.path, dirs_exist_ok=True)
    hasil = jalankan_pytest("-q")
    jumlah = hasil.parseoutcomes()
    assert jumlah["failed"] == 1
    hasil.stdout.fnmatch_lines(["FAILED kiriman/kecamatan-contoh/pk-2024.xlsx::ISI*"])


def test_a_dispensation_reaches_the_checks_of_pytest(pytester, jalankan_pytest):
    shutil.copytree(CONTOH, pytester.path, dirs_exist_ok=True)
    (pytester.path / "maklum.toml").write_text(
        '[[dispensasi]]\nnomor = "700/12"\npenanda_tangan = "Inspektur"\nalasan = "Penandatanganan ditunda"\n'
        'berlaku_sampai = 2025-03-31\nkode = ["ISI-01"]\ninstansi = ["Kecamatan Contoh"]\n',
        encoding="utf-8",
    )
    pilihan = ("--kinerja-dispensasi", "maklum.toml", "--kinerja-per-tanggal")
    assert "failed" not in jalankan_pytest("-q", *pilihan, "2025-03-01").parseoutcomes()
    assert jalankan_pytest("-q", *pilihan, "2025-04-01").parseoutcomes()["failed"] == 1
