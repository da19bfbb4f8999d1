"""Every reference case we know is carried: by worked cases of the rule book, by a test, or it says why not."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga

AKAR = Path(__file__).parents[2]
RUJUKAN: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("kasus_rujukan.toml").read_text(encoding="utf-8")
)
KASUS = {f"{kode}: {k['nama']}": k for kode in daftar_keluarga() for k in keluarga(kode).kasus}
# What the source printed where its own arithmetic is wrong: the case holds the right value and names the printed one.
SALAH_CETAK = {"cap-kkp-e": "104,95", "cap-panrb-b": "113"}


@cache
def _fungsi_uji(berkas: str) -> frozenset[str]:
    pohon = ast.parse((AKAR / berkas).read_text(encoding="utf-8"))
    return frozenset(n.name for n in pohon.body if isinstance(n, ast.FunctionDef))


def test_there_are_204_reference_cases() -> None:
    assert len(RUJUKAN) == 204


@pytest.mark.parametrize("kode", RUJUKAN)
def test_what_carries_a_reference_case_exists(kode: str) -> None:
    satu = RUJUKAN[kode]
    assert set(satu) <= {"ditemukan", "kasus", "uji", "alasan"}
    assert ("alasan" in satu) != bool(satu.get("kasus") or satu.get("uji")), "carried, or a reason why not"
    assert [nama for nama in satu.get("kasus", ()) if nama not in KASUS] == []
    for uji in satu.get("uji", ()):
        berkas, _, nama = uji.partition("::")
        assert nama in _fungsi_uji(berkas), uji


@pytest.mark.parametrize("kode", [k for k, s in RUJUKAN.items() if s.get("kasus") and s["ditemukan"]])
def test_a_case_seen_in_its_source_says_so(kode: str) -> None:
    kasus = [KASUS[nama] for nama in RUJUKAN[kode]["kasus"]]
    assert any(k["bukti"] in ("sumber", "dokumen") and k.get("sumber") for k in kasus)


@pytest.mark.parametrize("kode", [k for k, s in RUJUKAN.items() if s.get("kasus")])
def test_every_carried_case_has_an_evidence_mark(kode: str) -> None:
    assert all(KASUS[nama].get("bukti") for nama in RUJUKAN[kode]["kasus"])


@pytest.mark.parametrize("kode", SALAH_CETAK)
def test_a_misprint_is_named_beside_the_right_value(kode: str) -> None:
    assert any(SALAH_CETAK[kode] in KASUS[nama].get("catatan", "") for nama in RUJUKAN[kode]["kasus"])
