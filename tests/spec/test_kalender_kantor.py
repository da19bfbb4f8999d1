"""The calendar of an office: weeks of five and six days, Ramadan, own hours, holidays added and taken out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.sop.jadwal import rencanakan
from kinerja_xl.sop.jam_kerja import menit_seminggu
from kinerja_xl.sop.model import Langkah
from kinerja_xl.spec.kalender_kantor import KalenderKantor, baca_libur, kalender_kantor

PUASA = [(date(2025, 3, 1), date(2025, 3, 29))]
SAMARINDA = "".join(
    f'[jam_kerja.{hari}]\nmasuk = "07.30"\npulang = "{"11.00" if hari == "jumat" else "16.00"}"\n'
    for hari in ("senin", "selasa", "rabu", "kamis", "jumat")
)


def seminggu(kantor: KalenderKantor, senin: date) -> list[float]:
    return [kantor.kalender.menit(senin + timedelta(n)) for n in range(7)]


def test_a_regular_week_has_2250_minutes_and_one_of_ramadan_1950() -> None:
    kantor = kalender_kantor([2025], ramadan=PUASA, nasional=False)
    assert seminggu(kantor, date(2025, 2, 3)) == [450] * 5 + [0, 0]
    assert seminggu(kantor, date(2025, 3, 3)) == [390] * 5 + [0, 0]
    assert (menit_seminggu(kantor.jadwal), kantor.menit_per_hari) == (2250, 450)


def test_six_days_share_the_same_hours_and_are_marked_as_our_decision() -> None:
    kantor = kalender_kantor([2025], hari_kerja=6, ramadan=PUASA, nasional=False)
    assert seminggu(kantor, date(2025, 2, 3)) == [375] * 6 + [0]
    assert seminggu(kantor, date(2025, 3, 3)) == [325] * 6 + [0]
    assert (menit_seminggu(kantor.jadwal), kantor.menit_per_hari) == (2250, 375)
    tabel = [t for t in keluarga("sop").untuk().tabel if "enam_hari" in t.nama]
    assert len(tabel) == 8 and {t.bukti for t in tabel} == {"keputusan"}


def test_own_hours_come_from_a_file_or_a_whole_profile(tmp_path: Path) -> None:
    berkas = tmp_path / "samarinda.toml"
    berkas.write_text(SAMARINDA, encoding="utf-8")
    kantor = kalender_kantor([2025], berkas_jadwal=berkas, nasional=False)
    assert seminggu(kantor, date(2025, 2, 3)) == [510, 510, 510, 510, 210, 0, 0]
    assert (menit_seminggu(kantor.jadwal), kantor.menit_per_hari) == (2250, 450)
    berkas.write_text(f'{SAMARINDA}[instansi]\nnama = "x"\n[[libur]]\ntanggal = 2025-02-04\n', encoding="utf-8")
    assert kalender_kantor([2025], berkas_jadwal=berkas, nasional=False).kalender.menit(date(2025, 2, 4)) == 0


def test_the_break_of_friday_is_longer() -> None:
    kantor = kalender_kantor([2025], nasional=False)
    satu = [Langkah(1, "Rapat", "1 jam", 60)]
    assert rencanakan(satu, kantor.kalender, mulai=datetime(2025, 2, 7, 11)).selesai == datetime(2025, 2, 7, 13, 30)
    assert rencanakan(satu, kantor.kalender, mulai=datetime(2025, 2, 6, 11, 30)).selesai == datetime(2025, 2, 6, 13, 30)


def test_a_plan_over_idul_fitri_crosses_its_cuti_bersama_and_names_it() -> None:
    kantor = kalender_kantor([2025], ramadan=PUASA)
    # Thursday 27 March 14.00-15.00 is the last hour of Ramadan; work goes on on Tuesday 8 April.
    rencana = rencanakan([Langkah(1, "Rapat", "2 jam", 120)], kantor.kalender, mulai=datetime(2025, 3, 27, 14))
    assert rencana.selesai == datetime(2025, 4, 8, 8, 30)
    dilewati = kantor.dilewati(rencana.mulai, rencana.selesai)
    assert [hari.day for hari, _ in dilewati] == [28, 31, 1, 2, 3, 4, 7]  # Saturday 29 March is no working day
    assert "Idul Fitri" in dilewati[-1][1]
    assert kantor.ramadan_dilalui(rencana.mulai, rencana.selesai)
    assert not kantor.ramadan_dilalui(datetime(2025, 4, 1), datetime(2025, 4, 8))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("libur.csv", "tanggal,keterangan\n2025-02-04,HUT Kota\n05/02/2025,bukan libur\n"),
        ("libur.csv", "tanggal;keterangan\r\n04/02/2025;HUT Kota\r\n2025-02-05;Bukan libur\r\n"),
        ("libur.toml", '[[libur]]\ntanggal = 2025-02-04\nketerangan = "HUT Kota"\n'
                       '[[libur]]\ntanggal = "05/02/2025"\nketerangan = "bukan libur"\n'),
    ],
)  # fmt: skip
def test_own_days_off_are_added_and_days_of_the_list_taken_out(tmp_path: Path, nama: str, isi: str) -> None:
    berkas = tmp_path / nama
    berkas.write_text(isi, encoding="utf-8", newline="")
    assert baca_libur(berkas)[date(2025, 2, 4)] == "HUT Kota"
    kantor = kalender_kantor([2025], berkas_libur=berkas)
    assert kantor.libur[date(2025, 2, 4)] == "HUT Kota"
    assert date(2025, 2, 5) not in kantor.libur
    assert date(2025, 1, 1) in kantor.libur


def test_without_the_national_list_only_own_days_are_off() -> None:
    kantor = kalender_kantor([2025], nasional=False)
    assert kantor.libur == {} and kantor.kalender.menit(date(2025, 1, 1)) == 450


def test_a_year_whose_list_has_no_cuti_bersama_is_told() -> None:
    assert kalender_kantor([2025, 2028]).tahun_tanpa_cuti == (2028,)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("x = 1\n", "jam_kerja"),
        ('[jam_kerja.senen]\nmasuk = "07.30"\n', "Maksud Anda 'senin'"),
        ('[jam_kerja.senin]\nmasuk = "7.5"\npulang = "16.00"\n', "ditulis seperti '07.30'"),
        ('[jam_kerja.senin]\nmasuk = "16.00"\npulang = "07.30"\n', "Senin"),
        (f"{SAMARINDA}[liburan]\n", "liburan"),
        (f'{SAMARINDA}[[libur]]\ntanggal = "besok"\n', "bukan tanggal"),
    ],
)
def test_a_faulty_file_of_hours_is_refused_with_its_place(tmp_path: Path, isi: str, pesan: str) -> None:
    berkas = tmp_path / "jam.toml"
    berkas.write_text(isi, encoding="utf-8")
    with pytest.raises(KinerjaError, match=pesan):
        kalender_kantor([2025], berkas_jadwal=berkas, nasional=False)


@pytest.mark.parametrize(("nama", "isi"), [("l.csv", "besok,x\n"), ("l.txt", "2025-01-01\n"), ("l.toml", "x = 1\n")])
def test_a_faulty_list_of_days_off_is_refused(tmp_path: Path, nama: str, isi: str) -> None:
    (tmp_path / nama).write_text(isi, encoding="utf-8")
    with pytest.raises(KinerjaError, match=nama):
        baca_libur(tmp_path / nama)
