"""repair: whatever happens to a form, its inputs stay the same and the form is sound again; the rest is listed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font, PatternFill

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.perbaiki import repair
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.verify import verify

BALAI = "balai-kipm-2024"


def isian(jalur: Path) -> dict[str, Nilai]:
    """Every filled input of a sound workbook by name, or by table, record and key.

    Moments are rounded to a millisecond: openpyxl, which did the damage, writes sixteen digits.
    """
    buku = buka(jalur)
    info = cari_info(buku)
    assert info is not None
    lembar = {satu.nama: satu for satu in buku.lembar}
    hasil: dict[str, Nilai] = {}
    for m, sel in susun_ulang(info).setiap("isian"):
        ada = lembar[m.nama].sel.get(sel.titik)
        if ada is not None and ada.nilai not in (None, ""):
            hasil[sel.nama or f"{sel.tabel}[{sel.rekaman}].{sel.kunci}"] = (
                round(ada.nilai, 8) if isinstance(ada.nilai, float) else ada.nilai
            )
    return hasil


def galat_bentuk(jalur: Path) -> list[tuple[str, str, str]]:
    """Findings about structure and formulas that refuse a workbook."""
    temuan = verify(str(jalur)).files[0].findings
    return [(t.code, t.sheet, t.cell) for t in temuan if t.level == "galat" and t.code[:3] in ("STR", "RMS")]


def tempel_format(buku: Any) -> None:
    """A block pasted with its own formats: fonts, fills, unlocked, merged apart."""
    for lembar in buku.worksheets:
        for daerah in list(lembar.merged_cells.ranges)[:3]:
            lembar.unmerge_cells(str(daerah))
        for baris in lembar.iter_rows(min_row=3, max_row=14):
            for sel in baris:
                if type(sel).__name__ == "Cell":
                    sel.font, sel.fill, sel.number_format = Font(color="FFFFFF"), PatternFill(), '"0"'


def tanpa_validasi(buku: Any) -> None:
    for lembar in buku.worksheets:
        lembar.data_validations.dataValidation = []
        lembar.protection.sheet = False


def tanpa_nama(buku: Any) -> None:
    for nama in list(buku.defined_names):
        del buku.defined_names[nama]


def sembunyikan(buku: Any) -> None:
    for lembar in buku.worksheets[1:3]:
        lembar.sheet_state = "hidden"
    buku.worksheets[0].row_dimensions[3].hidden = True
    buku.worksheets[0].column_dimensions["B"].hidden = True


def ganti_nama_dan_urutan(buku: Any) -> None:
    buku.worksheets[1].title = "Identitas kantor"
    buku.move_sheet(buku.worksheets[2], 2)


def sisip_baris_kosong(buku: Any) -> None:
    for lembar in buku.worksheets:
        if lembar.title != "Info":
            lembar.insert_rows(4, 2)


SATUAN = (tempel_format, tanpa_validasi, tanpa_nama, sembunyikan, ganti_nama_dan_urutan, sisip_baris_kosong)


def sekaligus(buku: Any) -> None:
    """All of it but the renaming: a sheet that is renamed and shifted is another sheet."""
    for rusak in SATUAN:
        if rusak is not ganti_nama_dan_urutan:
            rusak(buku)


@pytest.mark.parametrize(
    ("jenis", "rusak"), [*(("pk", satu) for satu in SATUAN), ("rka", sekaligus), ("iku", sekaligus)]
)
def test_a_damaged_form_is_sound_again_with_the_same_data(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path,
    rusak: Callable[[Any], None], jenis: str,
) -> None:  # fmt: skip
    hasil = repair(rusakkan(terisi[BALAI, jenis], rusak), tmp_path / "baik.xlsx")
    assert isian(hasil.jalur) == isian(terisi[BALAI, jenis])
    assert galat_bentuk(hasil.jalur) == []
    assert hasil.tanpa_tempat == ()
    assert hasil.daftar is None


def test_a_value_typed_over_a_formula_or_a_text_is_listed_not_lost(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    def ketik(buku: Any) -> None:
        buku["Pengukuran"]["R11"] = 99.5
        buku["Pengukuran"]["C11"] = "Nama lain"
        buku["Lampiran"]["H3"] = "catatan di tepi"
        buku["Pengukuran"]["S12"] = '=IF(R12>90,"tercapai","")'
        buku["Pengukuran"]["P11"] = "=80+7"
        buku.create_sheet("Coret-coret")["B2"] = 12

    asal = rusakkan(terisi[BALAI, "pk"], ketik)
    hasil = repair(asal, tmp_path / "baik.xlsx")
    assert {(b.lembar, b.sel, b.isi, b.sebab) for b in hasil.tanpa_tempat} == {
        ("Pengukuran", "R11", 99.5, "diketik di atas rumus"),
        ("Pengukuran", "C11", "Nama lain", "diketik di atas teks tetap"),
        ("Lampiran", "H3", "catatan di tepi", "di luar sel isian"),
        ("Pengukuran", "P11", None, "rumus di sel isian, tanpa nilai tersimpan"),
        ("Coret-coret", "B2", 12, "di lembar yang tidak ada dalam templat"),
    }
    assert [(b.sel, b.rumus) for b in hasil.diganti] == [("S12", 'IF(R12>90,"tercapai","")')]
    assert hasil.daftar is not None
    baris = hasil.daftar.read_text(encoding="utf-8-sig").splitlines()
    assert "Pengukuran;R11;ik5_capaian;99,5;;diketik di atas rumus" in baris
    assert len(baris) == 6
    assert galat_bentuk(hasil.jalur) == []


def test_rows_added_inside_a_table_become_its_records_and_the_table_grows(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    manifest = susun_ulang(cari_info(buka(terisi[BALAI, "pk"])))  # type: ignore[arg-type]
    tabel = manifest.tabel["pk_program"]
    banyak = tabel.baris2 - tabel.baris1 + 1

    def sisip(buku: Any) -> None:
        lembar = buku[tabel.lembar]
        lembar.insert_rows(tabel.baris1 + 1, 4)
        for n in range(4):
            lembar.cell(tabel.baris1 + 1 + n, tabel.kolom["program"], f"Program sisipan {n}")
            lembar.cell(tabel.baris1 + 1 + n, tabel.kolom["anggaran"], 1000 + n)

    lama = isian(terisi[BALAI, "pk"])
    hasil = repair(rusakkan(terisi[BALAI, "pk"], sisip), tmp_path / "baik.xlsx")
    baru = isian(hasil.jalur)
    assert hasil.tanpa_tempat == ()
    assert [baru[f"pk_program[{n}].program"] for n in (2, 3, 4, 5)] == [f"Program sisipan {n}" for n in range(4)]
    tambahan = {f"Program sisipan {n}" for n in range(4)} | {1000 + n for n in range(4)}
    assert Counter(baru.values()) == Counter([*lama.values(), *tambahan])
    assert hasil.tabel_tumbuh["pk_program"] > banyak
    assert galat_bentuk(hasil.jalur) == []


def test_a_table_sorted_with_its_fixed_columns_keeps_each_record_whole(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    tabel = susun_ulang(cari_info(buka(terisi[BALAI, "pk"]))).tabel["pengukuran"]  # type: ignore[arg-type]

    def urutkan(buku: Any) -> None:
        lembar = buku[tabel.lembar]
        isi = [[lembar.cell(b, k).value for k in range(1, 23)] for b in range(tabel.baris1, tabel.baris2 + 1)]
        for b, baris in enumerate(sorted(isi, key=lambda r: str(r[2])), tabel.baris1):
            for k, nilai in enumerate(baris, 1):
                lembar.cell(b, k).value = nilai

    hasil = repair(rusakkan(terisi[BALAI, "pk"], urutkan), tmp_path / "baik.xlsx")
    assert isian(hasil.jalur) == isian(terisi[BALAI, "pk"])
    assert hasil.tanpa_tempat == ()


def test_a_column_put_in_between_moves_nothing_into_another_input(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    hasil = repair(
        rusakkan(terisi[BALAI, "pk"], lambda buku: buku["Pengukuran"].insert_cols(3)), tmp_path / "baik.xlsx"
    )
    assert isian(hasil.jalur) == isian(terisi[BALAI, "pk"])
    assert galat_bentuk(hasil.jalur) == []


def test_a_deleted_sheet_is_made_again_and_told(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    def hapus(buku: Any) -> None:
        del buku["Kalender"]

    hasil = repair(rusakkan(terisi[BALAI, "pk"], hapus), tmp_path / "baik.xlsx")
    assert hasil.lembar_hilang == ("Kalender",)
    assert galat_bentuk(hasil.jalur) == []


def test_a_form_without_info_needs_a_reference(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    def hapus(buku: Any) -> None:
        del buku["Info"]
        tanpa_nama(buku)

    rusak = rusakkan(terisi[BALAI, "pk"], hapus)
    with pytest.raises(KinerjaError, match="--acuan"):
        repair(rusak, tmp_path / "baik.xlsx")
    repair(rusak, tmp_path / "baik.xlsx", acuan=terisi[BALAI, "pk"])
    assert isian(tmp_path / "baik.xlsx") == isian(terisi[BALAI, "pk"])


def test_a_sound_form_comes_back_byte_for_byte(terisi: Mapping[tuple[str, str], Path], tmp_path: Path) -> None:
    for (kantor, jenis), jalur in terisi.items():
        hasil = repair(jalur, tmp_path / f"{kantor}-{jenis}.xlsx")
        assert hasil.jalur.read_bytes() == jalur.read_bytes()


def test_repair_never_writes_over_its_source_or_unasked(terisi: Mapping[tuple[str, str], Path], tmp_path: Path) -> None:
    asal = tmp_path / "a.xlsx"
    asal.write_bytes(terisi[BALAI, "pk"].read_bytes())
    with pytest.raises(KinerjaError, match="tidak boleh menimpa"):
        repair(asal, asal, timpa=True)
    (tmp_path / "b.xlsx").write_bytes(b"")
    with pytest.raises(KinerjaError, match="--force"):
        repair(asal, tmp_path / "b.xlsx")


@pytest.mark.parametrize("benih", range(3))
def test_whatever_is_typed_anywhere_is_an_input_or_in_the_list(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path, benih: int
) -> None:
    acak = random.Random(benih)
    tanda: list[Nilai] = [*(f"tanda {n}" for n in range(60)), *(7_000_000 + n for n in range(60))]

    def ketik(buku: Any) -> None:
        buku.worksheets[0].insert_rows(acak.randint(1, 20))
        semua = [lembar for lembar in buku.worksheets if lembar.title != "Info"]
        tempat: set[tuple[str, int, int]] = set()
        for isi in tanda:
            lembar = acak.choice(semua)
            while True:
                titik = (lembar.title, acak.randint(1, lembar.max_row + 3), acak.randint(1, lembar.max_column + 2))
                sel = lembar.cell(*titik[1:])
                if titik not in tempat and type(sel).__name__ == "Cell":
                    break
            tempat.add(titik)
            sel.value = isi

    hasil = repair(rusakkan(terisi[BALAI, "pk"], ketik), tmp_path / "baik.xlsx")
    ada = {*isian(hasil.jalur).values(), *(b.isi for b in hasil.tanpa_tempat)}
    assert [satu for satu in tanda if satu not in ada] == []
    assert galat_bentuk(hasil.jalur) == []


def test_a_value_of_the_wrong_kind_stays_as_it_is(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], tmp_path: Path
) -> None:
    def ketik(buku: Any) -> None:
        buku["Lampiran"]["D10"] = "84 persen"
        buku["Pengukuran"]["P8"] = True
        buku["Identitas"]["B5"] = 12345

    hasil = repair(rusakkan(terisi[BALAI, "pk"], ketik), tmp_path / "baik.xlsx")
    baru = isian(hasil.jalur)
    assert (baru["ik5_target"], baru["pk_pihak_pertama_nama"]) == ("84 persen", 12345)
    assert [(b.nama, b.isi) for b in hasil.tanpa_tempat] == [("ik2_realisasi_tw4", True)]


def test_the_value_of_a_formula_in_an_input_stays(
    terisi: Mapping[tuple[str, str], Path], rusakkan: Callable[..., Path], libreoffice: Any, tmp_path: Path
) -> None:
    def ketik(buku: Any) -> None:
        buku["Pengukuran"]["P11"] = "=80+8"

    dihitung = libreoffice.konversi([rusakkan(terisi[BALAI, "pk"], ketik)], "xlsx")[0]
    hasil = repair(dihitung, tmp_path / "baik.xlsx")
    assert isian(hasil.jalur)["ik5_realisasi_tw4"] == 88
    assert [(b.nama, b.rumus) for b in hasil.diganti] == [("ik5_realisasi_tw4", "80+8")]
    assert hasil.tanpa_tempat == ()
