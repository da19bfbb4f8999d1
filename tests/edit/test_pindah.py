"""migrate: every filled input of the old workbook is in the new one or in the list, whatever the year and version."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Protection

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat
from kinerja_xl.edit.pindah import migrate
from kinerja_xl.edit.pindah_aturan import Aturan, aturan, baca_aturan
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.spec.manifest import Manifest, Nilai
from kinerja_xl.verify import verify

BALAI, KECAMATAN = "balai-kipm-2024", "kecamatan"
JENIS = ("pk", "rka", "iku")


def bentuk(jalur: Path) -> Manifest:
    info = cari_info(buka(jalur))
    assert info is not None
    return susun_ulang(info)


def isian(jalur: Path) -> dict[tuple[str, str], tuple[str, Nilai]]:
    """Filled inputs: (sheet, cell) -> (name, value)."""
    lembar = {satu.nama: satu for satu in buka(jalur).lembar}
    hasil = {}
    for m, sel in bentuk(jalur).setiap("isian"):
        ada = lembar[m.nama].sel.get(sel.titik)
        if ada is not None and ada.nilai not in (None, ""):
            nama = sel.nama or f"{sel.tabel}[{sel.rekaman}].{sel.kunci}"
            hasil[m.nama, alamat(*sel.titik)] = (nama, ada.nilai)
    return hasil


@pytest.mark.parametrize("tahun", [2025, 2026])
@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("kantor", [BALAI, KECAMATAN])
def test_nothing_is_lost_between_years(
    terisi: Mapping[tuple[str, str], Path], tmp_path: Path, kantor: str, jenis: str, tahun: int
) -> None:
    lama = isian(terisi[kantor, jenis])
    hasil = migrate(terisi[kantor, jenis], tmp_path / "baru.xlsx", tahun=tahun)
    baru = dict(isian(hasil.jalur).values())
    terdaftar = {(b.lembar, b.sel): b.isi for b in hasil.semua}
    hilang = [
        (tempat, nama)
        for tempat, (nama, nilai) in lama.items()
        if terdaftar.get(tempat) != nilai and baru.get(nama) != nilai
    ]
    assert hilang == []
    assert hasil.tanpa_tempat == []
    assert hasil.dipindah + len(hasil.milik_tahun) == len(lama)
    galat = {t.code for t in verify(str(hasil.jalur)).files[0].findings if t.level == "galat"}
    assert galat <= {"ISI-01"}  # blanks of the new year, nothing else


@pytest.mark.parametrize("jenis", JENIS)
def test_the_same_year_and_version_gives_the_same_bytes(
    terisi: Mapping[tuple[str, str], Path], tmp_path: Path, jenis: str
) -> None:
    for kantor in (BALAI, KECAMATAN):
        hasil = migrate(terisi[kantor, jenis], tmp_path / f"{kantor}.xlsx", tahun=2024)
        assert hasil.jalur.read_bytes() == terisi[kantor, jenis].read_bytes()
        assert (hasil.semua, hasil.daftar) == ([], None)


def test_with_everything_the_results_of_the_old_year_come_along(
    terisi: Mapping[tuple[str, str], Path], tmp_path: Path
) -> None:
    hasil = migrate(terisi[BALAI, "iku"], tmp_path / "baru.xlsx", tahun=2025, semua=True)
    assert {b.lembar for b in hasil.semua} == {"Kalender"}
    lama = {n: v for (lb, _), (n, v) in isian(terisi[BALAI, "iku"]).items() if lb != "Kalender"}
    baru = dict(isian(hasil.jalur).values())
    gulir = set(hasil.gulir)
    assert {n: v for n, v in lama.items() if baru.get(n) != v and n not in gulir} == {}


def test_target_and_result_roll_into_last_year(terisi: Mapping[tuple[str, str], Path], tmp_path: Path) -> None:
    hasil = migrate(terisi[BALAI, "iku"], tmp_path / "baru.xlsx", tahun=2025)
    baru = dict(isian(hasil.jalur).values())
    assert (baru["ik5_target_lalu"], baru["ik5_realisasi_lalu"]) == (84, 87)  # target 84, 1566/50 answers -> 87
    assert (baru["ik9_target_lalu"], baru["ik9_realisasi_lalu"]) == (1, 0)
    assert baru["ik5_target"] == 84
    indikator: Any = bentuk(hasil.jalur).konteks["indikator"]
    assert [(i["target_lalu"], i["realisasi_lalu"]) for i in indikator if i["kode"] == "IK5"] == [(84, 87)]
    jauh = dict(isian(migrate(terisi[BALAI, "iku"], tmp_path / "jauh.xlsx", tahun=2026).jalur).values())
    assert "ik5_realisasi_lalu" not in jauh  # two years on, 2024 is not last year


def test_the_ceiling_of_the_budget_becomes_last_years(terisi: Mapping[tuple[str, str], Path], tmp_path: Path) -> None:
    lama = dict(isian(terisi[BALAI, "rka"]).values())
    hasil = migrate(terisi[BALAI, "rka"], tmp_path / "baru.xlsx", tahun=2025)
    assert dict(isian(hasil.jalur).values())["rka_alokasi_lalu"] == lama["rka_pagu"]


def test_the_list_beside_the_output_is_complete(terisi: Mapping[tuple[str, str], Path], tmp_path: Path) -> None:
    hasil = migrate(terisi[BALAI, "pk"], tmp_path / "baru.xlsx", tahun=2025)
    assert hasil.daftar == tmp_path / "baru-tidak-terpindah.csv"
    baris = list(csv.DictReader(hasil.daftar.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert Counter((b["lembar"], b["sel"]) for b in baris) == Counter((b.lembar, b.sel) for b in hasil.semua)
    with pytest.raises(KinerjaError, match="tidak-terpindah"):
        (tmp_path / "baru.xlsx").unlink()
        migrate(terisi[BALAI, "pk"], tmp_path / "baru.xlsx", tahun=2025)


def test_a_text_of_the_list_is_no_formula_for_a_spreadsheet(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    def jahat(buku: Any) -> None:
        sel = buku["Lampiran"]["H3"]
        sel.value = "=cmd|'/c calc'!A1"
        sel.data_type = "s"

    hasil = migrate(rusakkan(terisi[BALAI, "pk"], jahat), tmp_path / "baru.xlsx", tahun=2024)
    assert [b.isi for b in hasil.tanpa_tempat] == ["=cmd|'/c calc'!A1"]
    assert hasil.daftar is not None
    assert ";'=cmd|" in hasil.daftar.read_text(encoding="utf-8-sig")


def sebut_versi(versi: str) -> Callable[[Any], None]:
    """The mark of another template version, in the Info cell and in the context."""

    def ubah(buku: Any) -> None:
        for baris in buku["Info"].iter_rows():
            for sel in baris:
                if isinstance(sel.value, str):
                    sel.value = sel.value.replace("pk/1.0.0", f"pk/{versi}").replace(
                        '"versi":"1.0.0"', f'"versi":"{versi}"'
                    )

    return ubah


def test_an_older_version_is_read_by_names_headers_and_locks(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    def lama(buku: Any) -> None:
        sebut_versi("0.9.0")(buku)
        buku.defined_names["pk_isian_lama"] = type(buku.defined_names["tanda_kota"])(
            "pk_isian_lama", attr_text="'Identitas'!$B$20"
        )
        buku["Identitas"]["B20"] = "nilai tanpa tempat"
        buku["Identitas"]["B20"].protection = Protection(locked=False)

    asal = rusakkan(terisi[BALAI, "pk"], lama)
    hasil = migrate(asal, tmp_path / "baru.xlsx", tahun=2024)
    assert hasil.templat_lama == "pk/0.9.0"
    assert [(b.lembar, b.sel, b.nama, b.isi) for b in hasil.tanpa_tempat] == [
        ("Identitas", "B20", "pk_isian_lama", "nilai tanpa tempat")
    ]

    def bulat(isi: dict[tuple[str, str], tuple[str, Nilai]]) -> dict[str, Nilai]:
        return {n: round(v, 8) if isinstance(v, float) else v for n, v in isi.values()}

    assert bulat(isian(hasil.jalur)) == bulat(isian(terisi[BALAI, "pk"]))


def test_a_renamed_input_is_found_by_the_dated_table(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def lama(buku: Any) -> None:
        sebut_versi("0.9.0")(buku)
        nama = buku.defined_names.pop("tanda_kota")
        nama.name = "kota_lama"
        buku.defined_names["kota_lama"] = nama

    ganti = {"templat": "pk", "dari": "kota_lama", "ke": "tanda_kota", "versi": "1.0.0", "tanggal": date(2026, 1, 1)}
    baru = baca_aturan({"ganti_nama": [ganti]}, "uji")
    assert baru.nama_baru("pk", "kota_lama", "0.9.0") == "tanda_kota"
    assert baru.nama_baru("pk", "kota_lama", "1.0.0") == "kota_lama"  # it was renamed before that version
    asal = rusakkan(terisi[BALAI, "pk"], lama)
    assert [b.nama for b in migrate(asal, tmp_path / "a.xlsx", tahun=2024).tanpa_tempat] == ["kota_lama"]
    gabung = Aturan(aturan().milik_tahun, aturan().gulir, baru.ganti_nama)
    monkeypatch.setattr("kinerja_xl.edit.pindah.aturan", lambda: gabung)
    hasil = migrate(asal, tmp_path / "b.xlsx", tahun=2024)
    assert hasil.tanpa_tempat == []
    assert dict(isian(hasil.jalur).values())["tanda_kota"] == dict(isian(terisi[BALAI, "pk"]).values())["tanda_kota"]


def test_a_misspelt_rule_is_refused_with_its_place() -> None:
    with pytest.raises(KinerjaError, match="uji, gulir ke-1"):
        baca_aturan({"gulir": [{"dari": "a", "kee": "b"}]}, "uji")


def test_rows_of_a_longer_table_grow_the_new_one(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    tabel = bentuk(terisi[BALAI, "pk"]).tabel["pk_program"]

    def sisip(buku: Any) -> None:
        buku[tabel.lembar].insert_rows(tabel.baris2 + 1, 3)
        for n in range(3):
            buku[tabel.lembar].cell(tabel.baris2 + 1 + n, tabel.kolom["program"], f"Tambahan {n}")

    hasil = migrate(rusakkan(terisi[BALAI, "pk"], sisip), tmp_path / "baru.xlsx", tahun=2025)
    baru = dict(isian(hasil.jalur).values())
    assert {f"Tambahan {n}" for n in range(3)} <= set(baru.values())
    assert hasil.tanpa_tempat == []
    assert dict(hasil.tumbuh)["program"] > 4
