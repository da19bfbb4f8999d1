"""Each code of the SOP lint: a smallest SOP that triggers it, the nearest one that must not, nothing besides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kinerja_xl.sop.model import Langkah, Sop
from kinerja_xl.verify.lint_sop import lint_sop
from kinerja_xl.verify.lint_sop.dasar import DAFTAR
from kinerja_xl.verify.lint_sop.pengetahuan import isi

SUDAH = "Laporan Bulanan yang sudah ditandatangani"
DISPOSISI = "Disposisi pada Laporan Bulanan"
BARIS = (
    ("Mengumpulkan bahan laporan", "DPA", "20 menit", "Bahan laporan", "Kasubag"),
    ("Mengetik laporan", "Bahan laporan", "30 menit", "Konsep Laporan Bulanan", "Staf"),
    ("Memeriksa laporan", "Konsep Laporan Bulanan", "10 menit", "Laporan Bulanan", "Kasubag"),
    ("Menandatangani laporan", "Laporan Bulanan", "10 menit", SUDAH, "Camat"),
    ("Memerintahkan staf untuk mengirim laporan", SUDAH, "5 menit", DISPOSISI, "Kasubag"),
    ("Mengirim laporan", DISPOSISI, "15 menit", "Bukti pengiriman", "Staf"),
)
IDENTITAS = dict.fromkeys(isi("bentuk")["identitas"], "terisi")
KEPALA = (
    ("No.", "Kegiatan", "Pelaksana", "", "", "Mutu Baku", "", "", "Keterangan"),
    ("", "", "Kasubag", "Staf", "Camat", "Kelengkapan", "Waktu", "Output", ""),
)
PUTUSAN = "Memeriksa laporan. Jika tidak setuju, diserahkan kepada staf untuk diperbaiki."
BAGI = {(1, "kegiatan"): "Membagikan blangko laporan kepada masyarakat", (1, "waktu"): "14 hari",
        (2, "kegiatan"): "Pengisian blangko laporan oleh masyarakat", (2, "waktu"): "14 hari"}  # fmt: skip
ULANG = (*BARIS[5][:4], ("Staf",))


def sop(ubah: dict[Any, Any], **lain: Any) -> Sop:
    """The clean SOP with some cells (step, column), some texts everywhere (str) or some properties changed."""
    langkah = []
    for no, (kegiatan, kelengkapan, waktu, output, siapa) in enumerate(BARIS, 1):
        satu = Langkah(no, kegiatan, waktu, 0, kelengkapan=kelengkapan, output=output, pelaksana=(siapa,))
        langkah.append(replace(satu, **{k[1]: v for k, v in ubah.items() if isinstance(k, tuple) and k[0] == no}))
    for dari, ke in ((k, v) for k, v in ubah.items() if isinstance(k, str)):
        langkah = [
            replace(x, **{b: getattr(x, b).replace(dari, ke) for b in ("kelengkapan", "output")}) for x in langkah
        ]
    dasar: dict[str, Any] = {"judul": "SOP Penyusunan Laporan Bulanan", "peran": ("Kasubag", "Staf", "Camat")}
    dasar |= {"identitas": IDENTITAS, **lain}
    tambahan = tuple(Langkah(7 + n, x[0], x[2], 0, kelengkapan=x[1], output=x[3], pelaksana=x[4])
                     for n, x in enumerate(dasar.pop("tambahan", ())))  # fmt: skip
    return Sop(
        kode="uji", sumber="uji", menit_per_hari=450, menit_seri=0, langkah=(*langkah, *tambahan), **dasar
    )  # fmt: skip


# (codes with steps that are found, changed cells, changed properties)
ADA: list[tuple[list[tuple[str, int | None]], dict[Any, Any], dict[str, Any]]] = [
    ([("SOP-01", 2)], {(2, "pelaksana"): ()}, {}),
    ([("SOP-01", None)], {(n, "pelaksana"): () for n in range(1, 7)}, {}),
    ([("SOP-02", None)], {}, {"identitas": {**IDENTITAS, "nomor": ""}}),
    ([("SOP-03", None)], {}, {"kepala_asli": (("No.", "Kegiatan", "Camat", "Pelaksana", *KEPALA[0][4:]), KEPALA[1])}),
    ([("SOP-03", None)], {}, {"kepala_asli": (KEPALA[0], (*KEPALA[1][:7], "Input", ""))}),
    ([("SOP-03", None)], {}, {"kepala_asli": (KEPALA[0], (*KEPALA[1][:7], "", "Output"))}),
    ([("SOP-04", 4)], {(4, "kegiatan"): "Manandatangani laporan"}, {}),
    ([("SOP-04", 1)], {(1, "kelengkapan"): "DPA,formulir"}, {}),
    ([("SOP-04", 1)], {(1, "kelengkapan"): "Bolpoin kertas"}, {}),
    ([("SOP-04", None)], {}, {"judul": "SOP Penyusunan(Penulisan) Laporan Bulanan"}),
    ([("SOP-05", None)], {(1, "kelengkapan"): "DPA, Penetapan Kinerja"}, {}),
    ([("SOP-06", 7)], {}, {"tambahan": (ULANG,)}),
    ([("SOP-07", 4)], {(4, "waktu"): "1 hari"}, {}),
    ([("SOP-08", 3)], {(3, "no_asli"): ""}, {}),
    ([("SOP-08", 3)], {(3, "no_asli"): "4"}, {}),
    ([("SOP-08", None)], {(2, "no_asli"): "2.", (3, "no_asli"): "3."}, {}),
    ([("SOP-09", 3)], {(2, "output"): "Laporan Bulanan", (3, "kelengkapan"): "Laporan Bulanan"}, {}),
    ([("SOP-10", 4)], {(4, "kelengkapan"): "Konsep Laporan Bulanan"}, {}),
    ([("SOP-10", 6)], {(6, "kelengkapan"): "Disposisi pada Laporan"}, {}),
    ([("SOP-10", 2)], {(2, "kelengkapan"): "Nota dinas"}, {}),
    ([("SOP-11", 6)], {(6, "output"): " "}, {}),
    ([("SOP-11", 6)], {(6, "waktu"): ""}, {}),
    ([("SOP-12", 4)], {(4, "kegiatan"): "Menandatangani laporan, menyerahkan ke Kaban"}, {}),
    ([("SOP-12", 2)], {(2, "pelaksana"): ("Bendahara",)}, {}),
    ([("SOP-13", 5)], {(5, "output"): "Bukti pengiriman", (6, "kelengkapan"): SUDAH}, {}),
    ([("SOP-14", 4)], {SUDAH: "Renja yang sudah ditandatangani"}, {}),
    ([("SOP-14", None)], {"Laporan Bulanan": "Laporan Renja"}, {"judul": "SOP Penyusunan Renja"}),
    ([("SOP-15", 6)], {(6, "kegiatan"): "Mengirim, pengadaan dan pendistribusian laporan"}, {}),
    ([("SOP-16", 1)], {"Bahan laporan": "Menyiapkan bahan"}, {}),
    ([("SOP-17", 3)], {(3, "keterangan"): "SOP Pengiriman Surat"}, {}),
    ([("SOP-18", 2)], {**BAGI, (2, "kelengkapan"): "Bolpoin"}, {}),
    ([("SOP-19", 3)], {(3, "kegiatan"): PUTUSAN}, {}),
    ([("SOP-20", 1)], {(1, "waktu"): "20menit"}, {}),
    ([("SOP-20", 1), ("SOP-20", 2)], {(1, "waktu"): "1 jam", (2, "waktu"): "60 menit"}, {}),
    ([("SOP-21", 1)], {(1, "waktu"): "secepatnya"}, {}),
    ([("SOP-21", 1)], {(1, "waktu"): "20"}, {}),
    ([("SOP-22", 6)], {(6, "kegiatan"): "Mengirim SOP, SPP dan IKM"}, {}),
    ([("SOP-23", None)], {}, {"peran": ("Kasubag", "Staf", "Camat", "Sekcam")}),
    ([("SOP-23", None)], {}, {"peran": ("Kasubag", "Staf", "Camat", "Staf")}),
    (
        [("SOP-19", 3), ("SOP-24", 3)],
        {
            (3, "kegiatan"): PUTUSAN,
            (3, "output"): "Konsep Laporan Bulanan",
            (4, "kelengkapan"): "Konsep Laporan Bulanan",
        },
        {},
    ),
]
TIDAK: list[tuple[str, dict[Any, Any], dict[str, Any]]] = [
    ("SOP-01", {(2, "pelaksana"): ("Staf", "Kasubag")}, {}),
    ("SOP-02", {}, {"identitas": IDENTITAS}),
    ("SOP-03", {}, {"kepala_asli": KEPALA}),
    ("SOP-04", {(1, "kelengkapan"): "DPA, formulir 1,5 lembar, bolpoin, kertas"}, {}),
    ("SOP-04", {(2, "kegiatan"): "Mengetik pada komputer di isian laporan"}, {}),
    ("SOP-05", {(1, "kelengkapan"): "DPA, Perjanjian Kinerja"}, {}),
    ("SOP-06", {}, {"tambahan": ((*ULANG[:4], ("Camat",)),)}),
    ("SOP-07", {(4, "waktu"): "2 jam"}, {}),
    ("SOP-08", {(2, "no_asli"): "2"}, {}),
    ("SOP-09", {(5, "output"): SUDAH, (6, "kelengkapan"): SUDAH}, {}),  # an order passes the document on
    ("SOP-10", {(2, "kelengkapan"): "DPA"}, {}),  # from outside
    ("SOP-10", {(5, "kelengkapan"): f"{SUDAH}, surat tugas"}, {}),  # one item of a list
    ("SOP-10", {(6, "kelengkapan"): SUDAH}, {}),  # an earlier output
    ("SOP-10", {(6, "kelengkapan"): DISPOSISI.upper() + "."}, {}),
    ("SOP-11", {(6, "keterangan"): ""}, {}),
    ("SOP-12", {(4, "kegiatan"): "Menandatangani laporan, menyerahkan ke Camat"}, {}),
    ("SOP-13", {(5, "output"): DISPOSISI}, {}),
    ("SOP-14", {"Laporan Bulanan": "Renja"}, {"judul": "SOP Penyusunan Renja"}),
    ("SOP-14", {(1, "kelengkapan"): "DPA, Renja"}, {}),  # another document as input
    ("SOP-15", {(6, "kegiatan"): "Mengirim, penggandaan dan pendistribusian laporan"}, {}),
    ("SOP-15", {(6, "kegiatan"): "Mengirim berkas pengadaan"}, {}),
    ("SOP-16", {"Bahan laporan": "Memo bahan"}, {}),
    ("SOP-17", {(3, "keterangan"): "SOP Laporan Bulanan"}, {}),
    ("SOP-18", {**BAGI, (2, "kelengkapan"): "Bahan laporan"}, {}),  # uses what the step before yields
    ("SOP-18", {**BAGI, (2, "kelengkapan"): "Bolpoin", (2, "paralel_dengan"): 1}, {}),
    ("SOP-18", {**BAGI, (2, "kelengkapan"): "Bolpoin", (2, "waktu"): "13 hari"}, {}),
    ("SOP-19", {(3, "kegiatan"): "Memeriksa laporan. Jika ada lampiran, menyertakannya."}, {}),
    ("SOP-20", {(1, "waktu"): "1 jam 30 menit", (2, "waktu"): "2 hari kalender"}, {}),
    ("SOP-21", {(1, "kegiatan"): "Menunggu bahan", (1, "waktu"): "2 minggu"}, {}),
    ("SOP-22", {(6, "kegiatan"): "Mengirim SPP dan IKM"}, {}),
    ("SOP-23", {}, {"peran": ("Kasubag", "Staf", "Camat", "Sekretaris")}),
    ("SOP-24", {(3, "kegiatan"): "Memeriksa laporan lalu meneruskannya"}, {}),
]  # fmt: skip


def ditemukan(satu: Sop, semua: tuple[Sop, ...] | None = None) -> list[tuple[str, int | None]]:
    return sorted(((t.code, t.data["langkah"]) for t in lint_sop(satu, semua)), key=str)


def test_a_clean_sop_has_no_finding() -> None:
    assert ditemukan(sop({})) == []


@pytest.mark.parametrize(("harus", "ubah", "lain"), ADA, ids=lambda x: x[0][0] if isinstance(x, list) else "")
def test_a_flaw_gives_its_code_at_its_step_and_nothing_else(harus: list[Any], ubah: Any, lain: Any) -> None:
    assert ditemukan(sop(ubah, **lain)) == sorted(harus, key=str)


@pytest.mark.parametrize(("kode", "ubah", "lain"), TIDAK, ids=lambda x: x if isinstance(x, str) else "")
def test_what_only_looks_like_a_flaw_is_left_alone(kode: str, ubah: Any, lain: Any) -> None:
    assert ditemukan(sop(ubah, **lain)) == []


def test_every_code_has_an_sop_that_triggers_it_and_one_that_does_not() -> None:
    lint_sop(sop({}))
    kembar = {"SOP-25"}  # needs a set of SOPs; tested below
    assert {kode for harus, _, _ in ADA for kode, _ in harus} == set(DAFTAR) - kembar
    assert {kode for kode, _, _ in TIDAK} == set(DAFTAR) - kembar


def test_an_sop_without_the_role_all_its_like_have_is_told_and_only_then() -> None:
    tim = ("Kasubag", "Staf", "Camat", "Tim")
    lain = tuple(replace(sop({}, judul="SOP Penyusunan Naskah", peran=tim), kode=f"uji-{n}") for n in range(3))
    sendiri = sop({}, judul="SOP Penyusunan Naskah Ringkas")
    assert ditemukan(sendiri, (*lain, sendiri)) == [("SOP-25", None)]
    assert ditemukan(lain[0], (*lain, sendiri)) == []
    tanpa = replace(sendiri, kode="uji-4")
    assert ditemukan(sendiri, (*lain, sendiri, tanpa)) == []  # two without: no rule to differ from
    assert ditemukan(sendiri, (*lain[:2], sendiri)) == []  # too few to compare


def test_an_output_written_with_a_comma_elsewhere_is_told() -> None:
    koma = "Bukti pengiriman, agenda"
    lain = tuple(replace(sop({(6, "output"): koma}), kode=f"uji-{n}") for n in range(2))
    tanpa = sop({(6, "output"): "Bukti pengiriman agenda"})
    assert ditemukan(tanpa, (*lain, tanpa)) == [("SOP-04", 6)]
    assert ditemukan(lain[0], (*lain, tanpa)) == []


@pytest.mark.parametrize(
    ("ubah", "tingkat"),
    [
        ({(4, "kelengkapan"): "Konsep Laporan Bulanan"}, "peringatan"),
        ({(6, "kelengkapan"): "Disposisi pada Laporan"}, "info"),
        ({(2, "kelengkapan"): "Nota dinas"}, "peringatan"),
    ],
)
def test_a_nearly_equal_name_is_told_as_info_and_another_stage_as_warning(ubah: Any, tingkat: str) -> None:
    assert [t.level for t in lint_sop(sop(ubah))] == [tingkat]


@pytest.mark.parametrize(
    ("teks", "lain"),
    [
        (PUTUSAN, 2),
        ("Memeriksa laporan. Bila tidak, dikembalikan ke Kasubag.", 1),
        ("Memeriksa laporan. Jika tidak setuju, diperbaiki.", "yang tidak disebut"),
    ],
)
def test_a_decision_names_the_step_of_whom_the_work_goes_back_to(teks: str, lain: object) -> None:
    assert [t.data["lain"] for t in lint_sop(sop({(3, "kegiatan"): teks}))] == [lain]


def test_an_unreadable_time_is_an_error_that_quotes_it() -> None:
    (satu,) = lint_sop(sop({(1, "waktu"): "secepatnya"}))
    assert satu.level == "galat"
    assert "uji, langkah 1, waktu" in satu.message and "'secepatnya'" in satu.message
