"""Progress: how many, how fast, how long still, in one line that overwrites itself."""

from kinerja_xl.cli._kemajuan import Kemajuan


def _kemajuan(lang="id"):
    waktu = iter(range(0, 10_000, 10))
    return Kemajuan(lang, lambda: next(waktu))


def test_a_few_files_are_named(capsys):
    _kemajuan().kabar(1, 3, "a.xlsx")
    assert capsys.readouterr().err == "  diperiksa: a.xlsx\n"


def test_many_files_have_a_rate_and_a_time_left(capsys):
    satu = _kemajuan()
    satu.kabar(250, 10_000, "a.xlsx")
    assert capsys.readouterr().err.rstrip() == "\r  250 dari 10.000 berkas (2%), 25 berkas/detik, sisa 6 menit"
    satu.selesai()
    assert capsys.readouterr().err.strip() == ""


def test_in_english():
    assert Kemajuan("en").baris(9_000, 10_000, 100) == "  9,000 of 10,000 files (90%), 90 files/s, left 11 s"
