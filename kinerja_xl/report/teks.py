"""The report on a terminal: verdict first, worst findings first, repeats folded, each with what to do."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from kinerja_xl.report.aman import log
from kinerja_xl.report.kata import dispensasi, judul
from kinerja_xl.report.teks_baris import keluarkan, lebar_isi
from kinerja_xl.report.teks_ringkas import ringkas
from kinerja_xl.report.teks_tabel import langkah, target
from kinerja_xl.verify.laporan import PUTUSAN, HasilBerkas, Laporan, terburuk
from kinerja_xl.verify.temuan import TINGKAT, Temuan

CONTOH = 3
MAKS_RINCI = 25  # so many files in full; of more, the worst ones that did not simply pass
WARNA = {"galat": "red", "peringatan": "yellow", "info": "cyan"}
WARNA_PUTUSAN = {
    "lulus": "green", "lulus-dengan-peringatan": "yellow", "ditolak": "red", "tidak-terbaca": "red",
}  # fmt: skip
KATA: dict[str, dict[str, Any]] = {
    "id": {
        "lulus": "LULUS", "lulus-dengan-peringatan": "LULUS DENGAN PERINGATAN", "ditolak": "DITOLAK",
        "tidak-terbaca": "TIDAK TERBACA", "galat": "galat", "peringatan": "peringatan", "info": "info",
        "lagi": "dan {n} lagi", "perbaikan": "Perbaikan", "sel": "{checked} dari {formula} hasil rumus diperiksa",
        "tak": "{n} tidak dapat diperiksa", "target": "Target dan capaian", "harfiah": "harfiah",
        "langkah": "Langkah SOP", "jumlah": "{berkas} berkas: {lulus} lulus, {peringatan} dengan peringatan, "
        "{galat} ditolak, {tidak_terbaca} tidak terbaca", "dilewati": "{n} berkas lain dilewati",
        "tercapai": "tercapai", "tidak-tercapai": "tidak tercapai", "belum-ada-realisasi": "belum ada realisasi",
        "tidak-dinilai": "tidak dinilai", "tepat": "tepat", "terlambat": "terlambat",
        "belum-selesai": "belum selesai", "tidak-lengkap": "tidak lengkap",
        "kepala": ("Kode", "Indikator", "Target", "Realisasi", "Capaian", "Status"),
        "penjelasan": "Penjelasan tiap kode: kinerja explain KODE", "ringkasan": "Ringkasan",
        "berkas": "Berkas", "putusan": "Putusan", "terbanyak": "Temuan terbanyak",
        "di_berkas": "{n} temuan di {berkas} berkas",
        "tidak_dirinci": "{n} berkas tidak dirinci di layar; rincian semua berkas: --html, --xlsx atau --json",
    },
    "en": {
        "lulus": "PASSED", "lulus-dengan-peringatan": "PASSED WITH WARNINGS", "ditolak": "REJECTED",
        "tidak-terbaca": "UNREADABLE", "galat": "error", "peringatan": "warning", "info": "info",
        "lagi": "and {n} more", "perbaikan": "Fix", "sel": "{checked} of {formula} formula results checked",
        "tak": "{n} could not be checked", "target": "Targets and capaian", "harfiah": "literal",
        "langkah": "SOP steps", "jumlah": "{berkas} files: {lulus} passed, {peringatan} with warnings, "
        "{galat} rejected, {tidak_terbaca} unreadable", "dilewati": "{n} other files passed over",
        "tercapai": "met", "tidak-tercapai": "missed", "belum-ada-realisasi": "no realisasi yet",
        "tidak-dinilai": "not assessed", "tepat": "on time", "terlambat": "late",
        "belum-selesai": "not finished", "tidak-lengkap": "incomplete",
        "kepala": ("Code", "Indicator", "Target", "Realisasi", "Capaian", "Status"),
        "penjelasan": "About a code: kinerja explain CODE", "ringkasan": "Summary",
        "berkas": "File", "putusan": "Verdict", "terbanyak": "Most frequent findings",
        "di_berkas": "{n} findings in {berkas} files",
        "tidak_dirinci": "{n} files are not shown in full here; all of them: --html, --xlsx or --json",
    },
}  # fmt: skip


def teks(laporan: Laporan, *, lebar: int = 100) -> str:
    """The report as plain text."""
    tujuan = io.StringIO()
    cetak(laporan, Console(file=tujuan, width=lebar, color_system=None, force_terminal=False, legacy_windows=False))
    return tujuan.getvalue()


def cetak(laporan: Laporan, konsol: Console) -> None:
    """Print the report, the worst files first. Texts of a workbook are never read as markup, as control signs or as
    orders to a CI service."""
    kata = KATA[laporan.lang]
    urut = sorted(laporan.files, key=lambda f: -PUTUSAN.index(f.verdict))
    rinci = urut if len(urut) <= MAKS_RINCI else [f for f in urut if f.verdict != "lulus"][:MAKS_RINCI]
    for satu in rinci:
        for baris in _berkas(satu, kata, laporan.lang, lebar_isi(konsol)):
            keluarkan(konsol, baris)
        konsol.print()
    if len(rinci) < len(urut):
        keluarkan(konsol, Text(kata["tidak_dirinci"].format(n=len(urut) - len(rinci)), style="dim"))
        konsol.print()
    for baris in ringkas(laporan, urut, kata, WARNA, WARNA_PUTUSAN, lebar_isi(konsol)):
        keluarkan(konsol, baris)
    jumlah = laporan.ringkasan
    akhir = Text(kata["jumlah"].format(**jumlah), style="bold")
    if jumlah["dilewati"]:
        akhir.append(f"; {kata['dilewati'].format(n=jumlah['dilewati'])}")
    keluarkan(konsol, akhir)
    if any(satu.findings for satu in laporan.files):
        keluarkan(konsol, Text(kata["penjelasan"], style="dim"))


def _berkas(satu: HasilBerkas, kata: dict[str, Any], lang: str, lebar: int) -> Iterator[Text]:
    yield Text.assemble(
        (kata[satu.verdict], f"bold {WARNA_PUTUSAN[satu.verdict]}"), "  ", (log(satu.path, 300), "bold")
    )
    if satu.template:
        bagian = [
            log(satu.template, 60),
            str(satu.tahun or ""),
            log(satu.instansi, 120),
            kata["sel"].format(**satu.cells),
        ]
        if satu.cells["unverifiable"]:
            bagian.append(kata["tak"].format(n=satu.cells["unverifiable"]))
        yield Text("  " + " · ".join(b for b in bagian if b), style="dim")
    for tingkat in TINGKAT:
        isi = [t for t in satu.findings if t.level == tingkat]
        if isi:
            yield Text(f"  {len(isi)} {kata[tingkat]}", style=f"bold {WARNA[tingkat]}")
            sejenis: dict[str, list[Temuan]] = {}
            for t in terburuk(tuple(isi)):
                sejenis.setdefault(t.code, []).append(t)
            for semua in sejenis.values():
                yield from _sejenis(semua, kata, lang)
    yield from target(satu, kata, lebar)
    yield from langkah(satu, kata)


def _sejenis(semua: list[Temuan], kata: dict[str, Any], lang: str) -> Iterator[Text]:
    """Findings of one code: the first few, the number of the rest, what to do."""
    kode = semua[0].code
    yield Text.assemble("    ", (kode, WARNA[semua[0].level]), "  ", (judul(kode, lang), "bold"))
    perbaikan = {t.fix for t in semua[:CONTOH]}
    for satu in semua[:CONTOH]:
        yield Text(f"      {log(satu.message, 600)}")
        ringan = dispensasi(satu.to_dict(), lang) if satu.level == "info" else ""
        if ringan:
            yield Text(f"        {log(ringan, 600)}", style="cyan")
        if len(perbaikan) > 1:
            yield Text(f"        {kata['perbaikan']}: {log(satu.fix, 600)}", style="green")
    if len(semua) > CONTOH:
        yield Text(f"      {kata['lagi'].format(n=len(semua) - CONTOH)}", style="dim")
    if len(perbaikan) == 1 and semua[0].fix:
        yield Text(f"      {kata['perbaikan']}: {log(semua[0].fix, 600)}", style="green")
