"""A profile workbook from strangers: a forged context is told, never laid out out of all proportion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kinerja_xl.build.xlsx import susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.mesin import hitung
from kinerja_xl.read import baca
from kinerja_xl.spec.buku import PROFIL
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.spec.profil_bentuk import konteks_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify.pengenal import kenali

UMUM = {"jalur": ["x"], "lembar": "1 x", "tabel": "profil_lain_1", "susunan": "daftar", "kolom": [], "baris": 1}
UBAH: list[Callable[[dict[str, Any]], Any]] = [
    lambda k: k.update(umum=[{**UMUM, "lembar": f"{n} x", "tabel": f"profil_lain_{n}"} for n in range(5000)]),
    lambda k: k.update(umum=[{**UMUM, "baris": 10**9}]),
    lambda k: k["baris"].update(dict.fromkeys(k["baris"], 5000)),
    lambda k: k.update(
        tambahan={"profil_program": [{"kunci": f"k{n}", "judul": "", "bentuk": "teks"} for n in range(900)]}
    ),
    lambda k: k.pop("umum"),
    lambda k: k.update(umum=7),
    lambda k: k.update(baris={"pejabat": "banyak"}),
]


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return tata(PROFIL, konteks_profil(baca_toml(berkas_contoh("kecamatan"))))


def dengan_konteks(manifest: Manifest, konteks: dict[str, Any]) -> bytes:
    """The workbook with another context in its Info sheet."""
    from dataclasses import replace

    from kinerja_xl.spec.otomatis import teks_konteks

    potong = teks_konteks(konteks)
    lembar = []
    for satu in manifest.lembar:
        sel = satu.sel
        if satu.nama == "Info":
            sel = tuple(
                replace(s, nilai=(potong[int(s.nama[13:]) - 1 :] or [""])[0])
                if s.nama.startswith("info_konteks_")
                else s
                for s in sel
            )
        lembar.append(replace(satu, sel=sel))
    return susun(replace(manifest, lembar=tuple(lembar)), {}, hitung(manifest, {}))


@pytest.mark.parametrize("ubah", UBAH)
def test_a_forged_context_is_refused(manifest: Manifest, ubah: Callable[[dict[str, Any]], Any]) -> None:
    import copy

    konteks = copy.deepcopy(dict(manifest.konteks))
    ubah(konteks)
    luar = len(str(konteks)) < 8000 * sum(n.startswith("info_konteks_") for n in manifest.nama)
    buku = baca(dengan_konteks(manifest, konteks), nama="a.xlsx").buku if luar else None
    if buku is not None:
        assert [t.code for t in kenali(buku).temuan] == ["STR-02"]
    else:
        with pytest.raises(KinerjaError):
            tata(PROFIL, konteks)
