"""What is written for readers is true: commands, links, glossary, texts of findings, the example for maintainers."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent
README = (AKAR / "README.md").read_text(encoding="utf-8")
CI = (AKAR / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
KATALOG = sorted((AKAR / "kinerja_xl" / "verify" / "katalog").glob("*.toml"))
TOPIK = {"BERKAS", "AKTIF", "STR", "RMS", "NIL", "ISI", "TGT", "WKT", "IKU", "SOP", "RKA", "SIL", "KEB"}
TANPA_SEL = {"BERKAS", "AKTIF"}  # about a file or a part of its package, where no cell can be named
WAJIB = {"kode", "tingkat", "judul", "pesan", "perbaikan", "rujukan", "contoh", "judul_en", "pesan_en", "perbaikan_en"}
TEMUAN = [
    pytest.param(berkas.stem, satu, id=f"{berkas.stem}:{satu.get('kode', nomor)}")
    for berkas in KATALOG
    for nomor, satu in enumerate(tomllib.loads(berkas.read_text(encoding="utf-8"))["temuan"])
]


def blok(teks: str, bahasa: str) -> list[str]:
    """Fenced blocks of one language in a Markdown text."""
    return re.findall(rf"^```{bahasa}\n(.*?)^```", teks, flags=re.MULTILINE | re.DOTALL)


def perintah(bahasa: str) -> list[str]:
    """Command lines of the README's fenced blocks, without their comments."""
    return [baris for isi in blok(README, bahasa) for baris in isi.splitlines() if baris and not baris.startswith("#")]


def semua_perintah() -> list[str]:
    """Every command of the CLI with its groups: 'verify', 'sop jadwal'."""
    import click

    from kinerja_xl.cli import kelompok

    def turun(grup: click.Group, awalan: str, induk: click.Context | None) -> list[str]:
        konteks = click.Context(grup, info_name=awalan, parent=induk)
        hasil = []
        for nama in grup.list_commands(konteks):
            anak = grup.get_command(konteks, nama)
            hasil += turun(anak, f"{awalan}{nama} ", konteks) if isinstance(anak, click.Group) else [f"{awalan}{nama}"]
        return hasil

    return turun(kelompok, "", None)


def test_readme_names_every_command():
    assert [nama for nama in semua_perintah() if f"`kinerja {nama}" not in README] == []


def test_readme_names_no_command_that_does_not_exist():
    ada = {nama.split()[0] for nama in semua_perintah()}
    assert set(re.findall(r"`kinerja ([a-z]+(?:-[a-z]+)*)", README)) - ada == set()


def test_each_readme_command_is_one_line_for_each_system():
    for bahasa in ("sh", "powershell"):
        demo, uji = perintah(bahasa)
        assert "-m venv .venv" in demo and demo.endswith("kinerja demo")
        assert "-m venv .venv" in uji and uji.endswith("-m pytest -q")


def test_ci_runs_the_readme_commands():
    jalan = re.findall(r"- run: (.*)", CI)
    assert jalan == ["bash .ci/run", *perintah("powershell")]
    skrip = (AKAR / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()
    assert skrip[-1].endswith('python" -m pytest -q')


@pytest.mark.parametrize(
    "berkas", ["README.md", "CHANGELOG.md", *(f"docs/{p.name}" for p in (AKAR / "docs").glob("*.md"))]
)
def test_links_between_documents_lead_somewhere(berkas):
    jalur = AKAR / berkas
    tautan = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", jalur.read_text(encoding="utf-8"))
    dalam = [satu for satu in tautan if "://" not in satu]
    assert [satu for satu in dalam if not (jalur.parent / satu).exists()] == []


def test_glossary_gives_meaning_unit_and_source():
    bagian = README.split("## Istilah")[1].split("\n## ")[0]
    baris = [
        [sel.strip() for sel in satu.strip("|").split("|")] for satu in bagian.splitlines() if satu.startswith("|")
    ]
    istilah = {kata.strip() for satu in baris[2:] for kata in satu[0].split(",")}
    assert all(len(satu) == 4 and all(satu) for satu in baris)
    assert {
        *("IKU", "IKM", "SKM", "NRR", "unsur", "bobot", "target", "capaian", "realisasi", "PK", "RKA", "DPA", "SAKIP"),
        *("LKJ", "SOP", "mutu baku", "polarisasi", "NPSS"),
    } <= istilah


def test_changelog_has_an_entry_for_this_version():
    from kinerja_xl import __version__

    assert f"## [{__version__}]" in (AKAR / "CHANGELOG.md").read_text(encoding="utf-8")


def test_catalogue_topics_are_known_and_codes_unique():
    kode = [satu.values[1].get("kode") for satu in TEMUAN]
    assert {berkas.stem for berkas in KATALOG} <= TOPIK
    assert len(kode) == len(set(kode)) > 0


@pytest.mark.parametrize(("topik", "temuan"), TEMUAN)
def test_a_finding_is_complete_in_both_languages(topik, temuan):
    assert set(temuan) == WAJIB
    assert all(isinstance(isi, str) and isi.strip() for isi in temuan.values())
    assert re.fullmatch(rf"{topik}-\d{{2,3}}", temuan["kode"])
    assert temuan["tingkat"] in {"galat", "peringatan", "info"}
    assert temuan["pesan"] != temuan["pesan_en"] and temuan["perbaikan"] != temuan["perbaikan_en"]


def _isian(teks: str) -> set[str]:
    return {nama for _, nama, _, _ in string.Formatter().parse(teks) if nama is not None}


@pytest.mark.parametrize(("topik", "temuan"), TEMUAN)
def test_a_finding_uses_named_placeholders_alike_in_both_languages(topik, temuan):
    pesan, perbaikan = _isian(temuan["pesan"]), _isian(temuan["perbaikan"])
    assert "tempat" in pesan or topik in TANPA_SEL
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", nama) for nama in pesan | perbaikan)
    assert _isian(temuan["pesan_en"]) == pesan
    assert _isian(temuan["perbaikan_en"]) == perbaikan


def test_the_example_for_maintainers_works(monkeypatch):
    from kinerja_xl.core import buku_aturan, registry
    from kinerja_xl.core.errors import KinerjaError

    halaman = (AKAR / "docs" / "menambah-indikator.md").read_text(encoding="utf-8")
    (angka,), (kode,) = blok(halaman, "toml"), blok(halaman, "python")
    keluarga = buku_aturan._susun("pengaduan", tomllib.loads(angka))
    monkeypatch.setitem(buku_aturan._KELUARGA, "pengaduan", keluarga)
    monkeypatch.setattr(registry, "REGISTRY", {})
    exec(compile(kode, "menambah-indikator.md", "exec"), {"__name__": "contoh"})
    fungsi = registry.REGISTRY["PENGADUAN_NILAI"]
    assert len(keluarga.kasus) >= 3
    for kasus in keluarga.kasus:
        if "galat" in kasus:
            with pytest.raises(KinerjaError, match=kasus["galat"]):
                fungsi(*kasus["masuk"])
        else:
            assert fungsi(*kasus["masuk"]) == (None if kasus["keluar"] == "" else kasus["keluar"])
    assert fungsi.rumus("B2", "B3", "B4").startswith("IF(OR(NOT(ISNUMBER(B2))")
