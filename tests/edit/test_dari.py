"""generate --dari: the year begins with last year's figures, officials and programmes; doubtful targets are told.

Expected figures: targets and realisations of the filled examples (IK5: 84 and 87; IK9: 1 and 0).
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.dari import baca_dari, mulai_dari, periksa_target
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.verify import verify

BALAI, KECAMATAN = "balai-kipm-2024", "kecamatan"


@pytest.fixture
def lalu(terisi: Mapping[tuple[str, str], Path], tmp_path: Path) -> dict[str, Path]:
    """Folders of last year's workbooks, by office."""
    hasil = {}
    for kantor in (BALAI, KECAMATAN):
        hasil[kantor] = tmp_path / kantor
        hasil[kantor].mkdir()
        for jenis in ("pk", "rka", "iku"):
            shutil.copy(terisi[kantor, jenis], hasil[kantor])
    return hasil


def isian(jalur: Path) -> dict[str, Nilai]:
    buku = buka(jalur)
    info = cari_info(buku)
    assert info is not None
    lembar = {satu.nama: satu for satu in buku.lembar}
    hasil = {}
    for m, sel in susun_ulang(info).setiap("isian"):
        ada = lembar[m.nama].sel.get(sel.titik)
        if ada is not None and ada.nilai not in (None, ""):
            hasil[sel.nama or f"{sel.tabel}[{sel.rekaman}].{sel.kunci}"] = ada.nilai
    return hasil


def test_without_a_profile_the_office_is_that_of_last_year(lalu: dict[str, Path], tmp_path: Path) -> None:
    profil, catatan = mulai_dari(lalu[BALAI], 2025, None)
    assert catatan == []
    lama = {jenis: isian(lalu[BALAI] / f"{BALAI}-{jenis}.xlsx") for jenis in ("pk", "rka", "iku")}
    baru = {j: isian(generate(j, tahun=2025, profil=profil, out=tmp_path / f"{j}.xlsx")) for j in ("pk", "rka", "iku")}
    assert (baru["iku"]["ik5_target_lalu"], baru["iku"]["ik5_realisasi_lalu"]) == (84, 87)
    assert (baru["iku"]["ik9_target_lalu"], baru["iku"]["ik9_realisasi_lalu"]) == (1, 0)
    assert baru["rka"]["rka_alokasi_lalu"] == lama["rka"]["rka_pagu"]
    for awal in ("pk_pihak_", "pk_program["):
        assert {n: v for n, v in baru["pk"].items() if n.startswith(awal)} == {
            n: v for n, v in lama["pk"].items() if n.startswith(awal)
        }
    assert {n: v for n, v in baru["rka"].items() if n.startswith("rka_rincian[")} == {
        n: v for n, v in lama["rka"].items() if n.startswith("rka_rincian[")
    }
    assert {n: v for n, v in baru["pk"].items() if n.endswith("_target")} == {
        n: v for n, v in lama["pk"].items() if n.endswith("_target")
    }
    assert not [n for n in baru["pk"] if "realisasi_tw" in n]
    for j in baru:
        galat = {t.code for t in verify(str(tmp_path / f"{j}.xlsx")).files[0].findings if t.level == "galat"}
        assert galat <= {"ISI-01"}


def test_what_the_profile_states_wins_but_for_last_years_figures(lalu: dict[str, Path]) -> None:
    asal = muat_profil(berkas_contoh(KECAMATAN))
    profil, _ = mulai_dari(lalu[KECAMATAN], 2025, replace(asal, program=()))
    assert profil.instansi == asal.instansi
    assert profil.pejabat["pertama"] == asal.pejabat["pertama"]
    assert [p["program"] for p in profil.program][:2] == ["Program A", "Program B"]
    tetap, _ = mulai_dari(lalu[KECAMATAN], 2025, asal)
    assert tetap.program == asal.program


def test_a_manual_of_the_office_takes_the_figures_too(lalu: dict[str, Path], tmp_path: Path) -> None:
    profil, _ = mulai_dari(lalu[BALAI], 2025, muat_profil(berkas_contoh(BALAI)))
    baru = isian(generate("iku", tahun=2025, profil=profil, out=tmp_path / "iku.xlsx"))
    assert (baru["ik5_target_lalu"], baru["ik5_realisasi_lalu"]) == (84, 87)


def test_targets_that_repeat_or_fall_below_last_year_are_told(lalu: dict[str, Path]) -> None:
    profil, _ = mulai_dari(lalu[BALAI], 2025, None)
    temuan = periksa_target(profil, 2025)
    assert {t.code for t in temuan} == {"IKU-09", "IKU-10"}
    naik = {"IK1": 11.0, "IK5": 88.0}
    baru = replace(profil, indikator=tuple(replace(i, target=naik.get(i.kode, i.target)) for i in profil.indikator))
    kena = {t.data["indikator"] for t in periksa_target(baru, 2025) if t.code == "IKU-09"}
    assert "IK5" not in kena  # 88 after 87
    assert "IK7" in kena  # 84 after 86,16
    assert periksa_target(muat_profil(berkas_contoh(KECAMATAN)), 2025) == ()  # nothing was rolled forward


def test_an_indicator_that_is_new_is_told_and_takes_no_figure_of_its_code(lalu: dict[str, Path]) -> None:
    asal = muat_profil(berkas_contoh(KECAMATAN))
    lain = replace(asal.indikator[0], nama="Indikator yang sama sekali lain", target_lalu=None, realisasi_lalu=None)
    profil, catatan = mulai_dari(lalu[KECAMATAN], 2025, replace(asal, indikator=(lain, *asal.indikator[1:])))
    assert [c.partition(" ")[0] for c in catatan] == ["IK1"]
    assert profil.indikator[0].target_lalu is None


def test_only_workbooks_of_last_year_count(lalu: dict[str, Path]) -> None:
    with pytest.raises(KinerjaError, match="tidak ada buku kerja tahun 2025"):
        baca_dari(lalu[BALAI], 2026)
    (lalu[BALAI] / "rusak.xlsx").write_bytes(b"PK\x03\x04rusak")
    (lalu[BALAI] / "zz.xlsx").write_bytes((lalu[BALAI] / f"{BALAI}-pk.xlsx").read_bytes())
    _, catatan = baca_dari(lalu[BALAI], 2025)
    assert [c.split()[0] for c in catatan] == ["rusak.xlsx", "zz.xlsx"]
    with pytest.raises(KinerjaError, match=r"rusak\.xlsx"):
        baca_dari(lalu[BALAI] / "rusak.xlsx", 2025)
