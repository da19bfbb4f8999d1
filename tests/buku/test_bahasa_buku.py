"""Workbooks in English: no Indonesian label left, the same data, the same results, the same verdict."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from _bahasa_uji import tersisa
from _rencana_uji import KANTOR, contoh, profil, sama_bagi_libreoffice

from kinerja_xl.build import generate
from kinerja_xl.build.buat import susun
from kinerja_xl.cli import main
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.edit import fill
from kinerja_xl.edit.perbaiki import repair
from kinerja_xl.edit.pindah import migrate
from kinerja_xl.mesin import hitung
from kinerja_xl.read import baca
from kinerja_xl.sop.model import kode_sop
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

JENIS = tuple(j for j in jenis_tersedia() if j != "sop")
TERISI = tuple((k, j) for k in KANTOR for j in JENIS if contoh(k, j).exists())


@cache
def _susun(kantor: str, jenis: str, lang: str, sop: str = "") -> tuple[Manifest, dict[str, Any]]:
    return susun(jenis, 2024, profil(kantor), sop, lang)


def _buat(kantor: str, jenis: str, folder: Path, lang: str = "en") -> Path:
    return generate(
        jenis, tahun=2024, profil=berkas_contoh(kantor), out=folder / f"{kantor}-{jenis}-{lang}.xlsx", lang=lang
    )


def _temuan(berkas: Path) -> list[tuple[str, str]]:
    return [(t.code, t.cell) for t in verify(str(berkas)).files[0].findings if t.level != "info"]


@pytest.mark.parametrize("kantor", KANTOR)
@pytest.mark.parametrize("jenis", JENIS)
def test_no_indonesian_label_is_left(kantor: str, jenis: str) -> None:
    assert tersisa(_susun(kantor, jenis, "en")[0]) == []


@pytest.mark.parametrize("kode", kode_sop())
def test_every_sop_form_is_english(kode: str) -> None:
    manifest = _susun("kecamatan", "sop", "en", kode)[0]
    assert tersisa(manifest) == []
    kata = {b.teks for b in manifest.lembar_bernama["Flow Chart"].bentuk if b.rupa == "kata"}
    assert kata <= {"Yes", "No"}


@pytest.mark.parametrize(("kantor", "jenis"), TERISI)
def test_the_same_data_give_the_same_numbers(kantor: str, jenis: str) -> None:
    """Cell by cell: the English set differs from the Indonesian one in words only, and has one page more."""
    (id_, awal), (en, awal_en) = (_susun(kantor, jenis, b) for b in ("id", "en"))
    data = _data(kantor, jenis)
    kiri, kanan = _hasil(id_, awal, data), _hasil(en, awal_en, data)
    pasangan = dict(
        zip((lb.nama for lb in id_.lembar), (lb.nama for lb in en.lembar if lb.nama != "Words"), strict=True)
    )
    assert len(en.lembar) == len(id_.lembar) + 1
    assert {(pasangan[lb], b, k) for lb, b, k in kiri} == set(kanan)
    beda = [t for t, n in kiri.items() if _angka(n) != _angka(kanan[pasangan[t[0]], t[1], t[2]])]
    assert beda == []


def _data(kantor: str, jenis: str) -> dict[str, Any]:
    return baca_toml(contoh(kantor, jenis))


def _hasil(manifest: Manifest, awal: dict[str, Any], data: dict[str, Any]) -> dict[Titik, Nilai]:
    masukan = terapkan(manifest, awal)
    masukan.update(terapkan(manifest, data))
    return dict(hitung(manifest, masukan))


def _angka(nilai: Any) -> Any:
    """A number as it is; of a text only whether there is one."""
    return bool(nilai) if isinstance(nilai, str) or nilai is None else nilai


@pytest.mark.parametrize(
    ("kantor", "jenis"),
    [("kecamatan", "pk"), ("kecamatan", "laporan-semesteran"), ("balai-kipm-2024", "sakip"),
     ("kecamatan", "pengukuran"), ("balai-kipm-2024", "rka-satker"), ("kecamatan", "ikm")],
)  # fmt: skip
def test_blank_and_filled_are_judged_like_the_indonesian_ones(kantor: str, jenis: str, tmp_path: Path) -> None:
    hasil = {}
    for lang in ("id", "en"):
        kosong = _buat(kantor, jenis, tmp_path, lang)
        isi = fill(kosong, contoh(kantor, jenis), tmp_path / f"isi-{lang}.xlsx")
        hasil[lang] = (_temuan(kosong), _temuan(isi), verify(str(isi)).files[0].verdict)
    assert hasil["en"] == hasil["id"]
    assert hasil["en"][2].startswith("lulus")


def test_libreoffice_finds_the_same_values(libreoffice: Any, tmp_path: Path) -> None:
    asli = [
        fill(_buat(k, j, tmp_path), contoh(k, j), tmp_path / f"{j}-isi.xlsx")
        for k, j in (("kecamatan", "pk"), ("kecamatan", "pengukuran"), ("balai-kipm-2024", "sakip"))
    ]
    for satu, baru in zip(asli, libreoffice.konversi(asli, "xlsx"), strict=True):
        assert sama_bagi_libreoffice(satu, baru) == [], satu.name


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    for ke in ("a", "b"):
        (tmp_path / ke).mkdir()
    a, b = (_buat("kecamatan", "pk", tmp_path / ke).read_bytes() for ke in ("a", "b"))
    assert a == b


def test_status_words_are_english_and_follow_the_inputs(tmp_path: Path) -> None:
    kosong = _buat("kecamatan", "pk", tmp_path)
    isi = fill(kosong, contoh("kecamatan", "pk"), tmp_path / "isi.xlsx")
    salah = fill(isi, {"pengukuran": {"1": {"target_tw4": 1}}}, tmp_path / "s.xlsx")
    status = []
    for berkas in (kosong, isi, salah):
        buku = baca(berkas).buku
        assert buku is not None
        manifest = kenali(buku).manifest
        assert manifest is not None
        lembar, sel = manifest.sel_bernama["status_buku"]
        status.append({lb.nama: lb for lb in buku.lembar}[lembar.nama].sel[sel.titik].nilai)
    assert status == ["INCOMPLETE", "COMPLETE", "THERE ARE ERRORS"]


def _bahasa(berkas: Path) -> str:
    buku = baca(berkas).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    assert "Guide" in manifest.lembar_bernama
    return str(manifest.konteks.get("bahasa"))


def test_repair_and_migrate_keep_the_language(tmp_path: Path) -> None:
    isi = fill(_buat("kecamatan", "pk", tmp_path), contoh("kecamatan", "pk"), tmp_path / "isi.xlsx")
    repair(isi, tmp_path / "pulih.xlsx")
    pindah = migrate(isi, tmp_path / "baru.xlsx", tahun=2025)
    assert _bahasa(tmp_path / "pulih.xlsx") == "en"
    assert _bahasa(tmp_path / "baru.xlsx") == "en"
    assert pindah.tanpa_tempat == []
    assert _temuan(tmp_path / "pulih.xlsx") == _temuan(isi)


def test_texts_of_some_time_ago_are_an_older_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corrected translation makes older English workbooks old, not tampered; migrate brings their data over."""
    isi = fill(_buat("kecamatan", "pk", tmp_path), contoh("kecamatan", "pk"), tmp_path / "isi.xlsx")
    monkeypatch.setattr("kinerja_xl.spec.bahasa.sidik_kamus", lambda bahasa: "lain")
    assert [t.code for t in verify(str(isi)).files[0].findings] == ["STR-04"]
    pindah = migrate(isi, tmp_path / "baru.xlsx", tahun=2024)
    assert (pindah.tanpa_tempat, _bahasa(tmp_path / "baru.xlsx")) == ([], "en")


def test_indonesian_workbooks_do_not_mention_a_language() -> None:
    assert "bahasa" not in _susun("kecamatan", "pk", "id")[0].konteks


@pytest.mark.parametrize("bahasa", ["xx", "../en", 7])
def test_a_foreign_language_in_a_file_is_refused_in_words(bahasa: Any, tmp_path: Path) -> None:
    berkas = _buat("kecamatan", "pk", tmp_path)
    buku = baca(berkas).buku
    assert buku is not None
    dikenal = kenali(buku, lambda jenis, konteks: _tata(jenis, {**konteks, "bahasa": bahasa}))
    assert [t.code for t in dikenal.temuan] == ["STR-02"]


def _tata(jenis: str, konteks: Any) -> Manifest:
    return tata(jenis, konteks)


def test_the_command_line_speaks_for_the_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profil_en = tmp_path / "office.xlsx"
    for perintah in (
        ("generate", "pk", "--tahun", "2025", "--out", tmp_path, "--lang", "en"),
        ("init", "--contoh", "kecamatan", "--out", profil_en, "--lang", "en"),
        ("generate", "rencana-aksi", "--tahun", "2025", "--profil", profil_en, "--out", tmp_path),
    ):
        with pytest.raises(SystemExit) as keluar:
            main([str(p) for p in perintah])
        assert keluar.value.code == 0, capsys.readouterr().err
    assert "Fill this file" in capsys.readouterr().out
    assert _bahasa(tmp_path / "pk-2025-kecamatan-contoh.xlsx") == "en"
