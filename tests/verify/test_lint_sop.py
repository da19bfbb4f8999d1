"""The lint on the twelve SOPs as printed finds every recorded defect, save those only a person sees; nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja_xl.sop.model import Cacat, kode_sop, muat_sop, semua_sop, tercetak
from kinerja_xl.verify.lint_sop import lint_sop, sop_tercetak
from kinerja_xl.verify.lint_sop.keputusan import berupa_keputusan, tujuan_kembali
from kinerja_xl.verify.temuan import Temuan, terjemahkan

# (SOP, code, step, raw text): why no machine finds it
TAK_TERLIHAT = {
    ("laporan-bulanan", "SOP-03", None, "Baris pemisah berisi satu spasi"): (
        "baris kosong di antara dua SOP: tidak termasuk isi SOP mana pun dan tidak mengubah arti"
    ),
    ("rka", "SOP-07", 5, "2 hari"): (
        "mengetik 1 hari lazim di SOP lain dan Renstra juga 2 hari: tebalnya RKA hanya diketahui orang kantor"
    ),
    ("ikm", "SOP-25", None, "Blangko kertas selama 14 hari"): (
        "pembandingnya dokumen lain, Manual IKU, yang mengandaikan survei elektronik"
    ),
}
LINT = {satu.kode: lint_sop(satu) for satu in sop_tercetak()}


def cocok(temuan: Temuan, cacat: Cacat) -> bool:
    """Same code, same step, and one raw text within the other."""
    if (temuan.code, temuan.data["langkah"]) != (cacat.kode, cacat.langkah):
        return False
    ada, tercatat = str(temuan.data["asli"]).casefold(), cacat.asli.casefold()
    return not ada or not tercatat or ada in tercatat or tercatat in ada


@pytest.mark.parametrize("kode", kode_sop())
def test_every_recorded_defect_is_found_or_listed_as_unseeable(kode: str) -> None:
    lolos = {
        (kode, c.kode, c.langkah, c.asli) for c in muat_sop(kode).cacat if not any(cocok(t, c) for t in LINT[kode])
    }
    assert lolos == {satu for satu in TAK_TERLIHAT if satu[0] == kode}


@pytest.mark.parametrize("kode", kode_sop())
def test_nothing_is_found_that_is_not_a_recorded_defect(kode: str) -> None:
    cacat = muat_sop(kode).cacat
    assert [t.message for t in LINT[kode] if not any(cocok(t, c) for c in cacat)] == []


def test_every_unseeable_defect_is_recorded_and_has_a_reason() -> None:
    tercatat = {(s.kode, c.kode, c.langkah, c.asli) for s in semua_sop() for c in s.cacat}
    assert set(TAK_TERLIHAT) <= tercatat
    assert all(len(sebab) > 30 for sebab in TAK_TERLIHAT.values())


def test_the_lint_does_not_know_the_recorded_defects() -> None:
    for satu in semua_sop():
        polos = replace(tercetak(satu), cacat=())
        assert lint_sop(polos, sop_tercetak()) == LINT[satu.kode]
        assert tercetak(satu).cacat == ()


def test_a_printed_sop_holds_none_of_our_readings() -> None:
    for satu in sop_tercetak():
        assert satu.judul_baku is None and satu.menit_paralel is None
        for langkah in satu.langkah:
            assert not langkah.pelaksana_usulan and not langkah.keputusan
            assert (langkah.kembali_ke, langkah.paralel_dengan) == (None, None)
            assert [langkah.kegiatan_baku, langkah.kelengkapan_baku, langkah.output_baku] == [None] * 3


def test_the_18_decisions_and_their_returns_are_read_from_the_text() -> None:
    harus = {(s.kode, x.no): x.kembali_ke for s in semua_sop() for x in s.langkah if x.keputusan}
    dibaca = {(s.kode, x.no): tujuan_kembali(s, x) for s in sop_tercetak() for x in s.langkah if berupa_keputusan(x)}
    assert dibaca == harus
    assert len(dibaca) == 18


@pytest.mark.parametrize(
    ("kode", "temuan", "langkah", "asli"),
    [
        ("monev", "SOP-12", 8, "Kaban"),
        ("perjanjian-kinerja", "SOP-05", None, "Penetapan Kinerja"),
        ("perjanjian-kinerja", "SOP-06", 11, "Memerintahkan untuk mengagenda dan mendistribusikan"),
        ("laporan-bulanan", "SOP-08", 3, ""),
        ("rka", "SOP-09", 4, "Draft RKA"),
        ("laporan-tahunan", "SOP-07", 5, "1 hari"),
        ("monev", "SOP-07", 12, "1 hari"),
        ("sakip", "SOP-07", 7, "180 menit"),
        ("sakip", "SOP-15", 10, "pengadaan"),
        ("renstra", "SOP-14", 2, "Tim penyusun Renja"),
        ("ikm", "SOP-18", 5, "14 hari"),
        ("ikm", "SOP-23", None, "Sekcam"),
        ("iku", "SOP-25", None, "10 langkah tanpa Tim"),
        ("monev", "SOP-17", 3, "SOP Surat Tugas"),
    ],
)
def test_the_known_defects_are_found_where_they_are(kode: str, temuan: str, langkah: int | None, asli: str) -> None:
    assert (temuan, langkah, asli) in {(t.code, t.data["langkah"], t.data["asli"]) for t in LINT[kode]}


def test_every_message_names_its_place_in_both_languages() -> None:
    for kode, semua in LINT.items():
        for satu in semua:
            no = satu.data["langkah"]
            assert satu.message.startswith(f"{kode}, langkah {no}" if no else kode)
            inggris = terjemahkan(satu, "en")
            assert inggris.message.startswith(f"{kode}, step {no}" if no else kode)
            assert "{" not in satu.message + inggris.message + satu.fix


def test_findings_come_by_step_and_are_the_same_every_time() -> None:
    for satu in sop_tercetak():
        urutan = [(t.data["langkah"] or 0, t.code) for t in LINT[satu.kode]]
        assert urutan == sorted(urutan)
        assert lint_sop(satu) == LINT[satu.kode]
