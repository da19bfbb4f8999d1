"""Targets per quarter: one place in a profile, the same figures in every document."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja_xl.build.buat import buka, susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.spec.profil import berkas_contoh, profil_dari
from kinerja_xl.spec.profil_perjanjian import profil_pejabat

KANTOR = ("kecamatan", "balai-kipm-2024")
DOKUMEN = ("pk", "rencana-aksi", "pengukuran")
KECAMATAN = baca_toml(berkas_contoh("kecamatan"))


def dengan(**ganti: Any) -> dict[str, Any]:
    return {**KECAMATAN, **ganti}


@pytest.mark.parametrize("kantor", KANTOR)
def test_every_document_has_the_quarters_of_the_profile(kantor: str) -> None:
    profil = buka(berkas_contoh(kantor))
    assert profil.target_triwulan
    for jenis in DOKUMEN:
        manifest, isi = susun(jenis, 2025, profil)
        ident = {r["kode"]: r["id"] for r in manifest.konteks["indikator"]}  # type: ignore[attr-defined]
        for satu in profil.target_triwulan:
            for tw in ("tw1", "tw2", "tw3", "tw4"):
                assert isi[f"{ident[satu['kode']]}_target_{tw}"] == satu.get(tw), (jenis, satu["kode"], tw)


@pytest.mark.parametrize(
    ("ganti", "tempat"),
    [
        ({"triwulan": {"IK1": ["", 84, "", 85]}}, "bagian [triwulan]"),
        (
            {"indikator": [{**KECAMATAN["indikator"][0], "target_triwulan": ["", 84, "", 85]}]},
            "indikator ke-1 (IK1), target_triwulan",
        ),
    ],
)
def test_other_places_are_told_the_right_one(ganti: dict[str, Any], tempat: str) -> None:
    with pytest.raises(KinerjaError) as salah:
        profil_dari(dengan(**ganti), "profil.toml")
    teks = str(salah.value)
    assert f"profil.toml, {tempat}: target setiap triwulan ditulis di [[target_triwulan]]" in teks
    assert "lembar Target Triwulan" in teks


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"kode": "IK9", "tw1": 1}, "indikator 'IK9' tidak ada"),
        ({"kode": "IK1", "tw1": ""}, "tw1 harus angka yang tidak negatif"),
        ({"kode": "IK1", "tw1": -1}, "tw1 harus angka yang tidak negatif"),
        ({"kode": "IK1", "tw5": 1}, "kunci 'tw5' tidak dikenal"),
    ],
)
def test_a_wrong_row_is_told(isi: dict[str, Any], pesan: str) -> None:
    with pytest.raises(KinerjaError, match=pesan):
        profil_dari(dengan(target_triwulan=[isi]), "profil.toml")


def test_a_code_that_the_manual_lacks_is_told() -> None:
    balai = {**baca_toml(berkas_contoh("balai-kipm-2024")), "target_triwulan": [{"kode": "IK99", "tw4": 1}]}
    with pytest.raises(KinerjaError, match="indikator 'IK99' tidak ada"):
        susun("pk", 2024, profil_dari(balai, "profil.toml"))


def test_an_adopted_indicator_keeps_the_quarters_of_the_superior() -> None:
    sendiri = {"kode": "EVP-3", "tw1": 2, "tw2": 5, "tw3": 3, "tw4": 4}
    profil = profil_dari(dengan(target_triwulan=[*KECAMATAN["target_triwulan"], sendiri]), "profil.toml")
    assert profil_pejabat(profil, "sekretaris").target_triwulan == (
        {"kode": "SEK-1", "tw4": 72},
        {"kode": "SEK-2", "tw1": 40, "tw2": 60, "tw3": 75, "tw4": 90},
    )
    assert profil_pejabat(profil, "kasubag_evapor").target_triwulan == (sendiri,)  # narrowed ones have their own
