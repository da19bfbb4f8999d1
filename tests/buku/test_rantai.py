"""From Renstra to LKJ: one code, one wording, one unit, one target in every document of the year, read by names."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from _rencana_uji import KANTOR, profil

from kinerja_xl.build import generate_set
from kinerja_xl.read import baca
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil_renstra import Renstra
from kinerja_xl.verify.pengenal import kenali

TAHUN = 2024  # the year whose targets the example profiles hold
PUNYA_TARGET = {"renja", "pk", "rencana-aksi", "pengukuran", "lkj", "iku", "ikm", "laporan-tahunan"}
TW = ("tw1", "tw2", "tw3", "tw4")


class Dokumen:
    """A workbook's layout and stored values."""

    def __init__(self, berkas: Path) -> None:
        buku = baca(berkas).buku
        assert buku is not None
        manifest = kenali(buku).manifest
        assert manifest is not None
        self.manifest: Manifest = manifest
        self.nilai = {(lb.nama, *t): s.nilai for lb in buku.lembar for t, s in lb.sel.items()}

    def ada(self, nama: str) -> bool:
        return nama in self.manifest.sel_bernama

    def __getitem__(self, nama: str) -> Any:
        lembar, sel = self.manifest.sel_bernama[nama]
        return self.nilai.get((lembar.nama, *sel.titik))

    def tabel(self, nama: str) -> dict[str, dict[str, Any]]:
        """Records of a table by their kode."""
        t = self.manifest.tabel[nama]
        isi = [{k: self.nilai.get((t.lembar, b, n)) for k, n in t.kolom.items()} for b in range(t.baris1, t.baris2 + 1)]
        return {str(r["kode"]): r for r in isi}


@pytest.fixture(scope="module", params=KANTOR)
def dokumen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dokumen]:
    """Every document of an office, blank, by kind."""
    folder = tmp_path_factory.mktemp("rantai")
    hasil = generate_set(jenis_tersedia(), tahun=TAHUN, profil=profil(request.param), out=folder)
    semua = [Dokumen(satu) for satu in hasil]
    return {d.manifest.jenis: d for d in semua}


def _indikator(dokumen: dict[str, Dokumen]) -> list[dict[str, Any]]:
    return dokumen["pk"].manifest.konteks["indikator"]  # type: ignore[return-value]


def test_the_target_of_the_year_is_one_number(dokumen: dict[str, Dokumen]) -> None:
    rencana = dokumen["renstra"].tabel("renstra_indikator")
    ke = TAHUN - int(dokumen["renstra"].manifest.konteks["renstra"]["awal"]) + 1  # type: ignore[index]
    for satu in _indikator(dokumen):
        arti: dict[Any, list[str]] = defaultdict(list)
        arti[rencana[satu["kode"]][f"target_{ke}"]].append("renstra")
        arti[dokumen["renja"][f"{satu['id']}_target_renstra"]].append("renja, target Renstra")
        for jenis, isi in dokumen.items():
            if isi.ada(f"{satu['id']}_target"):
                arti[isi[f"{satu['id']}_target"]].append(jenis)
        assert len(arti) == 1, (satu["kode"], dict(arti))
        tempat = set(next(iter(arti.values())))
        assert tempat >= PUNYA_TARGET - ({"ikm"} if satu["fungsi"] != "IKM_SCORE" else set()), satu["kode"]


def test_the_report_looks_at_the_last_year_of_the_plan(dokumen: dict[str, Dokumen]) -> None:
    rencana = dokumen["renstra"].tabel("renstra_indikator")
    for satu in _indikator(dokumen):
        akhir = dokumen["lkj"][f"{satu['id']}_target_menengah"]
        assert akhir is not None
        assert akhir == rencana[satu["kode"]]["target_5"], satu["kode"]


def test_the_quarters_are_the_same_numbers(dokumen: dict[str, Dokumen]) -> None:
    for satu in _indikator(dokumen):
        isi = {j: [dokumen[j][f"{satu['id']}_target_{tw}"] for tw in TW] for j in ("pk", "rencana-aksi", "pengukuran")}
        assert isi["pk"] == isi["rencana-aksi"] == isi["pengukuran"], satu["kode"]
        assert any(n is not None for n in isi["pk"]), satu["kode"]


@pytest.mark.parametrize("medan", ["nama", "satuan", "polarisasi", "perhitungan", "sasaran_nama"])
def test_wording_and_unit_are_the_same_everywhere(dokumen: dict[str, Dokumen], medan: str) -> None:
    isi = {j: [r[medan] for r in d.manifest.konteks["indikator"]] for j, d in dokumen.items()}  # type: ignore[attr-defined]
    assert len({repr(satu) for satu in isi.values()}) == 1, isi


def test_the_budget_of_every_programme_is_one_number(dokumen: dict[str, Dokumen]) -> None:
    dpa: dict[str, float] = defaultdict(float)
    t = dokumen["laporan-tahunan"].manifest.tabel["lap_dpa"]
    for b in range(t.baris1, t.baris2 + 1):
        program, pagu = (dokumen["laporan-tahunan"].nilai.get((t.lembar, b, t.kolom[k])) for k in ("program", "pagu"))
        if program:
            dpa[str(program)] += float(pagu)  # type: ignore[arg-type]
    pk = dokumen["pk"].manifest.tabel["pk_program"]
    janji = {
        str(nama): dokumen["pk"].nilai[pk.lembar, b, pk.kolom["anggaran"]]
        for b in range(pk.baris1, pk.baris2 + 1)
        if (nama := dokumen["pk"].nilai.get((pk.lembar, b, pk.kolom["program"])))
    }
    assert dict(dpa) == janji


@pytest.mark.parametrize("kantor", KANTOR)
def test_every_example_office_has_a_plan_and_budget_lines(kantor: str) -> None:
    bagian = profil(kantor).bagian
    assert isinstance(bagian["renstra"], Renstra)
    assert TAHUN in bagian["renstra"].tahun
    assert bagian["dpa"].rincian


def test_outside_the_plan_the_report_has_no_medium_term_target(tmp_path: Path) -> None:
    for tahun, harus in ((2028, 89), (2029, None)):
        (lkj,) = generate_set(("lkj",), tahun=tahun, profil=profil("kecamatan"), out=tmp_path)
        assert Dokumen(lkj)["ik1_target_menengah"] == harus
