"""The report on a terminal: verdict first, worst findings first, repeats folded, each with what to do."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from kinerja_xl.core.sel import tulis
from kinerja_xl.verify.laporan import HasilBerkas, Laporan, terburuk
from kinerja_xl.verify.temuan import Temuan, bersih, cari_entri

CONTOH = 3
MAKS_TARGET = 40
WARNA = {"galat": "red", "peringatan": "yellow", "info": "cyan"}
_WARNA_PUTUSAN = {
    "lulus": "green", "lulus-dengan-peringatan": "yellow", "ditolak": "red", "tidak-terbaca": "red",
}  # fmt: skip
KATA = {
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
        "penjelasan": "Penjelasan tiap kode: kinerja explain KODE",
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
        "penjelasan": "About a code: kinerja explain CODE",
    },
}  # fmt: skip


def teks(laporan: Laporan, *, lebar: int = 100) -> str:
    """The report as plain text."""
    tujuan = io.StringIO()
    cetak(laporan, Console(file=tujuan, width=lebar, color_system=None, force_terminal=False, legacy_windows=False))
    return tujuan.getvalue()


def cetak(laporan: Laporan, konsol: Console) -> None:
    """Print the report. Texts of the workbook are never read as markup or as control signs."""
    kata: dict[str, Any] = KATA[laporan.lang]
    for satu in laporan.files:
        for baris in _berkas(satu, kata, laporan.lang):
            konsol.print(baris, soft_wrap=True)
        konsol.print()
    ringkas = laporan.ringkasan
    akhir = Text(kata["jumlah"].format(**ringkas), style="bold")
    if ringkas["dilewati"]:
        akhir.append(f"; {kata['dilewati'].format(n=ringkas['dilewati'])}")
    konsol.print(akhir, soft_wrap=True)
    if any(satu.findings for satu in laporan.files):
        konsol.print(Text(kata["penjelasan"], style="dim"), soft_wrap=True)


def _berkas(satu: HasilBerkas, kata: dict[str, Any], lang: str) -> Iterator[Text]:
    yield Text.assemble(
        (kata[satu.verdict], f"bold {_WARNA_PUTUSAN[satu.verdict]}"), "  ", (bersih(satu.path, 300), "bold")
    )
    if satu.template:
        bagian = [satu.template, str(satu.tahun or ""), bersih(satu.instansi), kata["sel"].format(**satu.cells)]
        if satu.cells["unverifiable"]:
            bagian.append(kata["tak"].format(n=satu.cells["unverifiable"]))
        yield Text("  " + " · ".join(b for b in bagian if b), style="dim")
    for tingkat in ("galat", "peringatan", "info"):
        isi = [t for t in satu.findings if t.level == tingkat]
        if isi:
            yield Text(f"  {len(isi)} {kata[tingkat]}", style=f"bold {WARNA[tingkat]}")
            for kode in dict.fromkeys(t.code for t in terburuk(tuple(isi))):
                yield from _sejenis([t for t in isi if t.code == kode], kata, lang)
    yield from _target(satu, kata)
    yield from _langkah(satu, kata)


def _sejenis(semua: list[Temuan], kata: dict[str, Any], lang: str) -> Iterator[Text]:
    """Findings of one code: the first few, the number of the rest, what to do."""
    kode = semua[0].code
    yield Text.assemble("    ", (kode, WARNA[semua[0].level]), "  ", (cari_entri(kode).teks("judul", lang), "bold"))
    perbaikan = {t.fix for t in semua[:CONTOH]}
    for satu in semua[:CONTOH]:
        yield Text(f"      {bersih(satu.message, 600)}")
        if len(perbaikan) > 1:
            yield Text(f"        {kata['perbaikan']}: {bersih(satu.fix, 600)}", style="green")
    if len(semua) > CONTOH:
        yield Text(f"      {kata['lagi'].format(n=len(semua) - CONTOH)}", style="dim")
    if len(perbaikan) == 1:
        yield Text(f"      {kata['perbaikan']}: {bersih(semua[0].fix, 600)}", style="green")


def _target(satu: HasilBerkas, kata: dict[str, Any]) -> Iterator[Text]:
    if not satu.targets:
        return
    yield Text(f"  {kata['target']}", style="bold")
    baris = [kata["kepala"]]
    for target in satu.targets[:MAKS_TARGET]:
        baris.append(_baris_target(target, kata, target["kode"], target["nama"]))
        if "harfiah" in target:
            baris.append(_baris_target(target["harfiah"], kata, target["kode"], f"({kata['harfiah']})"))
    yield from _sejajar(baris)
    if len(satu.targets) > MAKS_TARGET:
        yield Text(f"    {kata['lagi'].format(n=len(satu.targets) - MAKS_TARGET)}", style="dim")


def _baris_target(target: dict[str, Any], kata: dict[str, Any], kode: str, nama: str) -> tuple[str, ...]:
    angka = (_angka(target[k]) for k in ("target", "realisasi", "capaian"))
    return (bersih(kode, 20), bersih(nama, 48), *angka, kata[target["status"]])


def _angka(nilai: Any) -> str:
    return "-" if nilai is None else bersih(tulis(nilai), 20)


def _sejajar(baris: Iterable[tuple[str, ...]]) -> Iterator[Text]:
    """Columns in line: texts to the left, figures to the right."""
    semua = list(baris)
    lebar = [max(len(b[k]) for b in semua) for k in range(len(semua[0]))]
    for satu in semua:
        sel = [t.rjust(lebar[k]) if 2 <= k <= 4 else t.ljust(lebar[k]) for k, t in enumerate(satu)]
        yield Text("    " + "  ".join(sel).rstrip())


def _langkah(satu: HasilBerkas, kata: dict[str, Any]) -> Iterator[Text]:
    if not satu.langkah:
        return
    urut = ("tepat", "terlambat", "belum-selesai", "tidak-lengkap")
    jumlah = {s: sum(langkah["status"] == s for langkah in satu.langkah) for s in urut}
    isi = ", ".join(f"{n} {kata[s]}" for s, n in jumlah.items() if n)
    yield Text.assemble((f"  {kata['langkah']}: ", "bold"), isi)
