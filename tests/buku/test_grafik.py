"""Native charts: they refer to the cells of their tables, print apart in grey, and no chart is ever a finding."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kinerja_xl import mesin
from kinerja_xl.build import generate
from kinerja_xl.build.grafik import NADA
from kinerja_xl.build.xlsx import susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify import verify


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grafik")
    kosong = generate("pengukuran", tahun=2024, profil=berkas_contoh("kecamatan"), out=folder / "kosong.xlsx")
    return fill(kosong, templates() / "contoh" / "kecamatan" / "pengukuran.toml", folder / "isi.xlsx")


def _grafik(isi: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        return {n: arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/charts/")}


def test_the_dashboard_has_six_charts_over_its_tables(berkas: Path) -> None:
    rujukan = {nama: re.findall(r"<c:f>(.*?)</c:f>", isi) for nama, isi in sorted(_grafik(berkas.read_bytes()).items())}
    assert len(rujukan) == 6
    tabel = tata("pengukuran", susun_konteks("pengukuran", 2024, muat_profil(berkas_contoh("kecamatan")))).tabel
    for nama in ("dasbor_triwulan", "npss_sasaran", "pengukuran", "sop_langkah"):
        baris = f"${tabel[nama].baris1}:"
        assert any(baris in satu and tabel[nama].lembar in satu for isi in rujukan.values() for satu in isi), nama


def test_the_charts_carry_the_values_of_the_cells(berkas: Path) -> None:
    pertama = sorted(_grafik(berkas.read_bytes()).items())[0][1]
    nilai = [round(float(n), 2) for n in re.findall(r"<c:v>([\d.]+)</c:v>", pertama.partition("<c:val>")[2])[:3]]
    assert nilai == [101.06, 99.17, 102.22]


def test_the_tones_stay_apart_in_grey() -> None:
    abu = [0.299 * int(n[1:3], 16) + 0.587 * int(n[3:5], 16) + 0.114 * int(n[5:7], 16) for n in NADA[:3]]
    assert min(abs(a - b) for i, a in enumerate(abu) for b in abu[:i]) > 60


def test_a_changed_title_of_a_chart_is_no_finding_and_a_removed_chart_is_told(berkas: Path, tmp_path: Path) -> None:
    asal = verify(str(berkas)).files[0]
    ubah = tmp_path / "ubah.xlsx"
    with zipfile.ZipFile(berkas) as lama, zipfile.ZipFile(ubah, "w") as baru:
        for satu in lama.namelist():
            isi = lama.read(satu)
            if satu == "xl/charts/chart1.xml":
                isi = isi.replace(b"Capaian setiap indikator", b"Judul yang diganti orang")
            baru.writestr(satu, isi)
    hasil = verify(str(ubah)).files[0]
    assert [(t.code, t.cell) for t in hasil.findings] == [(t.code, t.cell) for t in asal.findings]
    hapus = tmp_path / "hapus.xlsx"
    with zipfile.ZipFile(berkas) as lama, zipfile.ZipFile(hapus, "w") as baru:
        for satu in lama.namelist():
            isi = lama.read(satu)
            if satu.startswith(("xl/charts/", "xl/drawings/")) or satu.endswith("sheet3.xml.rels"):
                continue
            if satu == "xl/worksheets/sheet3.xml":
                isi = re.sub(rb"<drawing [^>]*/>", b"", isi)
            if satu == "[Content_Types].xml":
                isi = re.sub(rb'<Override PartName="/xl/(charts|drawings)/[^>]*/>', b"", isi)
            baru.writestr(satu, isi)
    hasil = verify(str(hapus)).files[0]
    sisa = [(t.code, t.cell) for t in hasil.findings if t.code != "STR-54"]
    assert sisa == [(t.code, t.cell) for t in asal.findings]
    assert [t.level for t in hasil.findings if t.code == "STR-54"] == ["peringatan"]


def test_an_unknown_kind_of_chart_names_the_known_ones() -> None:
    profil = muat_profil(berkas_contoh("kecamatan"))
    manifest = tata("pengukuran", susun_konteks("pengukuran", 2024, profil))
    lembar = tuple(
        replace(m, grafik=(replace(m.grafik[0], bentuk="kolem"),)) if m.grafik else m for m in manifest.lembar
    )
    with pytest.raises(KinerjaError, match="Maksud Anda 'kolom'"):
        susun(replace(manifest, lembar=lembar), {}, mesin.hitung(manifest, {}))


def test_a_line_chart_can_be_drawn(tmp_path: Path) -> None:
    profil = muat_profil(berkas_contoh("kecamatan"))
    manifest = tata("pengukuran", susun_konteks("pengukuran", 2024, profil))
    lembar = tuple(
        replace(m, grafik=(replace(m.grafik[0], bentuk="garis", maks=120, sumbu="Persen"),)) if m.grafik else m
        for m in manifest.lembar
    )
    isi = susun(replace(manifest, lembar=lembar), {}, mesin.hitung(manifest, {}))
    (satu,) = _grafik(isi).values()
    assert "<c:lineChart>" in satu
    assert '<c:max val="120"/>' in satu
