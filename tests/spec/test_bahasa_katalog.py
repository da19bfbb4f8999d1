"""The catalogue of a language: every text a person reads has its twin, none is idle, placeholders stay whole."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kinerja_xl
from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.core.registry import REGISTRY
from kinerja_xl.data import templates
from kinerja_xl.edit.perubahan import BULAN
from kinerja_xl.functions import functions
from kinerja_xl.sop.model import semua_sop
from kinerja_xl.spec.alih import KELAS, alih_buku, bagian_bahasa, sel_blok
from kinerja_xl.spec.alir import NAMA_RUPA
from kinerja_xl.spec.alir_graf import TIDAK, YA
from kinerja_xl.spec.bahasa import Katalog, bahasa_tersedia, katalog, literal_rumus, periksa_bahasa
from kinerja_xl.spec.buku import (
    PROFIL,
    Blok,
    BlokGrafik,
    BlokPakai,
    BlokTabel,
    BukuSpek,
    Isi,
    jenis_tersedia,
    muat_bagian,
    muat_buku,
)
from kinerja_xl.spec.konteks import _HARI
from kinerja_xl.spec.konteks_perjanjian import KATA
from kinerja_xl.spec.konteks_sop import USULAN
from kinerja_xl.spec.otomatis import HASIL_BAIK, STATUS
from kinerja_xl.spec.survei import muat_survei

BAHASA = tuple(b for b in bahasa_tersedia() if b != "id")
# Not language: a key of the program; a letter, a code, a name of a function, an example of a formula.
KUNCI = re.compile(r"[a-z_]+")
BUKAN_BAHASA = re.compile(
    r"[a-zA-Z]|[A-Z]{0,5}-?[0-9][A-Z0-9.-]*|[0-9.]+[a-z]?|I{1,3}|IV|IKM_SCORE|APBD|RKA|.*total \* 100"
)
BAGIAN = tuple(
    str(p.relative_to(templates() / "buku" / "bagian"))[:-5] for p in (templates() / "buku/bagian").rglob("*.toml")
)


def _berhuruf(teks: str) -> bool:
    return bool(re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}", "", teks)))


def _kolom(teks: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{1,2}(:[A-Z]{1,2})?", teks))


@cache
def _buku() -> tuple[BukuSpek, ...]:
    return tuple(muat_buku(j) for j in (*jenis_tersedia(), PROFIL))


@cache
def _semua_blok() -> tuple[Blok, ...]:
    """Every block of every spec and shared piece."""
    lembar = [b for buku in _buku() for satu in buku.lembar for b in satu.blok]
    return (*lembar, *(b for nama in BAGIAN for b in muat_bagian(nama)))


def _teks(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        yield from (t for satu in isi.values() for t in _teks(satu))
    elif isinstance(isi, (list, tuple)):
        yield from (t for satu in isi for t in _teks(satu))


@cache
def judul() -> frozenset[str]:
    """Headings, titles, help and messages."""
    hasil: set[str] = set()
    for buku in _buku():
        hasil |= {buku.judul} | {t for s in buku.lembar for t in (s.nama, s.bagian)}
    for blok in _semua_blok():
        hasil |= {t for s in sel_blok(blok) for t in (s.judul, s.label, s.bantuan, s.pesan)}
        if isinstance(blok, BlokTabel):
            hasil |= {k["judul"] for k in blok.kelompok}
        elif isinstance(blok, BlokPakai):
            hasil |= {t for t in blok.isi.values() if not _kolom(t) and not KUNCI.fullmatch(t)}
        elif isinstance(blok, BlokGrafik):
            hasil |= {t for g in blok.grafik for t in (g.judul, g.sumbu, *(d.judul for d in g.deret))}
    return _bahasa(hasil)


@cache
def isi() -> frozenset[str]:
    """Fixed texts of cells and lists: language, or a word that stays."""
    daftar = {t for buku in _buku() for t in _teks(buku.daftar) if not KUNCI.fullmatch(t)}
    return _bahasa(daftar | {s.isi for blok in _semua_blok() for s in sel_blok(blok)})


def _bahasa(teks: Iterable[str]) -> frozenset[str]:
    return frozenset(t for t in teks if _berhuruf(t) and not BUKAN_BAHASA.fullmatch(t))


@cache
def rumus() -> tuple[str, ...]:
    """Formulas of the specs."""
    return tuple(s.rumus for blok in _semua_blok() for s in sel_blok(blok) if s.rumus)


@cache
def literal() -> frozenset[str]:
    """Texts that a formula writes or compares with, and results that colours wait for."""
    dari = {t for r in rumus() for t in literal_rumus(r)}
    dari |= {w for blok in _semua_blok() for s in sel_blok(blok) for w in s.warna}
    return frozenset(t for t in dari if _berhuruf(t) and t not in ("x", "satker"))


@cache
def pilihan() -> frozenset[str]:
    """Words of choice lists."""
    return frozenset(p for blok in _semua_blok() for s in sel_blok(blok) for p in s.pilihan if _berhuruf(p))


@cache
def program() -> frozenset[str]:
    """Texts that the program asks the catalogue for by name."""
    hasil = set()
    for berkas in Path(kinerja_xl.__file__).parent.rglob("*.py"):
        isi = berkas.read_text(encoding="utf-8")
        if "from kinerja_xl.spec.bahasa import" not in isi:
            continue
        for simpul in ast.walk(ast.parse(isi)):
            if (
                isinstance(simpul, ast.Call)
                and getattr(simpul.func, "id", getattr(simpul.func, "attr", "")) in _PANGGIL
            ):
                hasil |= {a.value for a in simpul.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return frozenset(hasil)


_PANGGIL = ("kata", "_kalimat")


@cache
def data() -> frozenset[str]:
    """Texts of data that a workbook shows: rule book, SOP, survey, and words the program keeps in tables."""
    functions()
    masa = [m for k in {r.keluarga for r in REGISTRY.values()} for m in keluarga(k).masa]
    hasil = {t for m in masa for p in m.daftar() for t in (p.satuan, p.catatan or m.judul)}
    for sop in semua_sop():
        hasil |= {sop.judul_baku or sop.judul}
        for satu in sop.langkah:
            hasil |= {satu.terbaca("kegiatan"), satu.terbaca("kelengkapan"), satu.terbaca("output")}
            hasil |= {satu.waktu, satu.keterangan}
    survei = muat_survei()
    hasil |= {survei.keterangan, *(str(u["nama"]) for u in survei.umur), *(k.judul for k in survei.kolom)}
    hasil |= {t for u in survei.unsur for t in (u.nama, u.tanya, *u.jawaban)}
    hasil |= {*BUKTI.values(), *_HARI, KATA, USULAN, HASIL_BAIK, *STATUS, *NAMA_RUPA.values(), YA, TIDAK}
    return frozenset(hasil - {""})


@cache
def kelas() -> frozenset[str]:
    """Words that the functions answer with, and groups of respondents."""
    functions()
    masa = [m for k in {r.keluarga for r in REGISTRY.values()} for m in keluarga(k).masa]
    kelompok = {t for k in muat_survei().kolom for t in k.kelompok}
    return frozenset({t for m in masa for t in _teks_masa(m)} | kelompok)


def _teks_masa(masa: Any) -> Iterator[str]:
    for nama in vars(masa):
        yield from _teks_dalam(getattr(masa, nama))


def _teks_dalam(isi: Any, dalam: int = 0) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif dalam < 6 and isinstance(isi, dict):
        yield from (t for satu in isi.values() for t in _teks_dalam(satu, dalam + 1))
    elif dalam < 6 and isinstance(isi, (list, tuple, frozenset)):
        yield from (t for satu in isi for t in _teks_dalam(satu, dalam + 1))
    elif dalam < 6 and hasattr(isi, "__dict__"):
        yield from (t for satu in vars(isi).values() for t in _teks_dalam(satu, dalam + 1))


@pytest.fixture(params=BAHASA)
def kamus(request: pytest.FixtureRequest) -> Katalog:
    """Each catalogue in turn."""
    return katalog(request.param)


def test_every_text_on_a_sheet_has_its_twin(kamus: Katalog) -> None:
    assert sorted(t for t in judul() if t not in kamus.teks) == []
    assert sorted(t for t in isi() if t not in kamus.teks and t not in kamus.kata) == []


def test_every_text_in_a_formula_is_translated_or_a_word_that_stays(kamus: Katalog) -> None:
    potong = {t for p in kamus.potong for t in literal_rumus(p)}
    kenal = {*kamus.teks, *kamus.rumus, *kamus.kata, *potong}
    assert sorted(t for t in literal() if t not in kenal and not BUKAN_BAHASA.fullmatch(t)) == []


def test_words_of_choice_lists_stay_and_are_explained(kamus: Katalog) -> None:
    assert sorted(p for p in pilihan() if p not in kamus.kata) == []


def test_classes_that_functions_answer_with_are_explained(kamus: Katalog) -> None:
    bertingkat = {
        t
        for t in kelas()
        if re.fullmatch(r"(Sangat |Kurang |Tidak )?(Baik|Cukup|Kurang|Tinggi|Rendah|Sedang|Buruk)", t)
    }
    assert bertingkat == set(KELAS)
    assert [t for t in KELAS if not kamus.kata.get(t)] == []


def test_every_text_of_the_program_and_its_data_has_its_twin(kamus: Katalog) -> None:
    belum = [t for t in (*program(), *data()) if _berhuruf(t) and t not in kamus.teks]
    assert sorted(t for t in belum if not _istilah(t)) == []


def _istilah(teks: str) -> bool:
    """A name of a regulation or a short form: the same in every language."""
    kata = r"(PermenPANRB|Permendagri|PMK|KEP|PER|Perpres|Keppres|Manual IKU|DPA|NIP|Peraturan|Tahun)"
    return bool(re.fullmatch(rf"{kata}[\w/., -]*", teks))


def test_no_entry_is_idle(kamus: Katalog) -> None:
    dipakai = {*judul(), *isi(), *literal(), *program(), *data(), *_tersusun()}
    assert sorted(t for t in kamus.teks if t not in dipakai) == []
    assert sorted(t for t in kamus.rumus if t not in literal()) == []
    assert sorted(t for t in kamus.potong if not any(t in r for r in rumus())) == []
    daftar = {b.jenis: set(_teks(b.daftar)) for b in _buku()}
    kata = {*pilihan(), *literal(), *isi(), *kelas(), *BULAN, *daftar[PROFIL]}
    assert sorted(t for t in kamus.kata if t not in kata) == []
    assert [(j, t) for j, isi in kamus.daftar.items() for t in isi if t not in daftar[j]] == []


def _tersusun() -> set[str]:
    """Headings that the layout engine keeps in tables of its own."""
    berkas = Path(kinerja_xl.__file__).parent / "spec"
    pohon = [ast.parse((berkas / n).read_text(encoding="utf-8")) for n in ("otomatis.py", "alih.py", "profil_spek.py")]
    return {s.value for p in pohon for s in ast.walk(p) if isinstance(s, ast.Constant) and isinstance(s.value, str)}


def test_placeholders_are_the_same_in_both_languages(kamus: Katalog) -> None:
    def isi(teks: str) -> Counter[str]:
        return Counter(re.findall(r"\{[^}]*\}|&[PN]\b", teks))

    semua: Iterable[tuple[str, str]] = [*kamus.teks.items(), *kamus.rumus.items(), *kamus.potong.items()]
    assert [a for a, b in semua if isi(a) != isi(b)] == []


def test_blanks_around_a_text_are_kept(kamus: Katalog) -> None:
    def tepi(teks: str) -> tuple[bool, bool]:
        return teks.startswith(" "), teks.endswith(" ")

    assert [a for a, b in kamus.teks.items() if a.endswith(" ") and tepi(a)[1] != tepi(b)[1]] == []
    assert [a for a, b in kamus.teks.items() if b != b.strip() and a == a.strip()] == []


def test_a_check_says_that_all_is_well_in_one_way(kamus: Katalog) -> None:
    """The status cell counts a check as wrong unless it begins with the good word."""
    baik = kamus.teks[HASIL_BAIK]
    cek = {t for blok in _semua_blok() for s in sel_blok(blok) if s.gaya == "cek" for t in literal_rumus(s.rumus)}
    assert [t for t in cek if t.startswith(HASIL_BAIK) != kamus.literal(t).startswith(baik)] == []


def test_two_answers_of_a_formula_stay_two(kamus: Katalog) -> None:
    for satu in rumus():
        asli = set(literal_rumus(satu))
        assert len(asli) == len({kamus.literal(t) for t in asli}), satu


def test_sheet_names_stay_apart(kamus: Katalog) -> None:
    for buku in _buku():
        asli = {s.nama for s in buku.lembar}
        assert len({kamus.label(n).lower() for n in asli}) == len(asli), buku.jenis


def test_indonesian_is_the_spec_itself() -> None:
    for buku in _buku():
        assert alih_buku(buku, "id") is buku
    assert bagian_bahasa("kalender", "id") is muat_bagian("kalender")


def test_names_keys_and_choices_are_untouched(kamus: Katalog) -> None:
    for nama in BAGIAN:
        asli = [s for b in muat_bagian(nama) for s in sel_blok(b)]
        for bahasa in BAHASA:
            baru = [s for b in bagian_bahasa(nama, bahasa) for s in sel_blok(b)]
            assert [_tanda(s) for s in baru] == [_tanda(s) for s in asli], nama
    assert not set(kamus.teks) & {s.nama for blok in _semua_blok() for s in sel_blok(blok)}


def _tanda(sel: Isi) -> tuple[Any, ...]:
    return sel.kolom, sel.nama, sel.kunci, sel.pilihan, sel.tipe, sel.resmi, sel.wajib, sel.min, sel.maks


def test_an_unknown_language_is_told_with_what_there_is() -> None:
    with pytest.raises(KinerjaError, match="bahasa 'jw' tidak ada"):
        periksa_bahasa("jw")
