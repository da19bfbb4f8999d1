"""No defined name of a workbook equals the name of a function: in Excel it would hide the LAMBDA of that name."""

from __future__ import annotations

import pytest

from kinerja_xl.build.buat import buka, susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.functions import functions
from kinerja_xl.spec.buku import PROFIL, jenis_tersedia
from kinerja_xl.spec.letak import Peta
from kinerja_xl.spec.profil import berkas_contoh, profil_contoh, profil_dari
from kinerja_xl.spec.profil_bentuk import konteks_profil
from kinerja_xl.spec.tata import tata


def test_no_template_hides_a_function() -> None:
    fungsi = {nama.casefold() for nama in functions()}
    semua = dict.fromkeys(tata(PROFIL, konteks_profil({})).nama, PROFIL)
    for kantor in profil_contoh():
        for jenis in jenis_tersedia():
            semua.update(dict.fromkeys(susun(jenis, 2025, buka(berkas_contoh(kantor)))[0].nama, jenis))
    assert {n: j for n, j in semua.items() if n.casefold() in fungsi} == {}


@pytest.mark.parametrize("nama", ["ikm_mutu", "IKM_SCORE", "Capaian", "ikm_cek"])
def test_such_a_name_is_refused(nama: str) -> None:
    peta = Peta()
    assert nama.upper() in functions()
    with pytest.raises(KinerjaError, match=f"sama dengan nama fungsi {nama.upper()}"):
        peta.catat_nama(nama, "'A'!$A$1")
    assert peta.nama == {}
    peta.catat_nama(f"{nama}_hasil", "'A'!$A$1")


def test_a_code_of_an_indicator_that_would_make_such_a_name_is_told() -> None:
    data = baca_toml(berkas_contoh("kecamatan"))
    ganti = {"kode": "NKA", "fungsi": "NKA_SCORE"}  # its sheet has inputs such as nka_efisiensi
    lain = [{**i, **ganti} if i["kode"] == "IK1" else i for i in data["indikator"]]
    tanpa = {k: v for k, v in data.items() if k not in ("target_triwulan", "aksi", "perjanjian", "renstra")}
    profil = profil_dari({**tanpa, "indikator": lain}, "profil.toml")
    with pytest.raises(KinerjaError, match=r"fungsi NKA_\w+, sehingga di Excel .* ganti kodenya"):
        susun("iku", 2025, profil)
