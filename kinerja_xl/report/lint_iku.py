"""The lint of an indicator manual on a terminal and as JSON: by indicator, worst first, repeats under one heading."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from kinerja_xl import __version__
from kinerja_xl.core.buku_aturan import sidik
from kinerja_xl.report.aman import log as bersih
from kinerja_xl.report.teks import WARNA
from kinerja_xl.spec.manual import Manual
from kinerja_xl.verify.temuan import TINGKAT, Kata, Temuan, cari_entri, tempat_teks

SKEMA = 1
_SEKALI = "IKU-18"  # spelling: "wrong -> right" on one line is all a reader needs
KATA: dict[str, dict[str, Any]] = {
    "id": {
        "dokumen": "Seluruh dokumen", "baris": "baris {n}", "perbaikan": "Perbaikan", "temuan": "{n} temuan",
        "satu": "1 temuan", "tingkat": {},
        "bersih": "Tidak ada temuan.", "galat": "galat", "peringatan": "peringatan", "info": "info",
        "penjelasan": "Penjelasan tiap kode: kinerja explain KODE",
    },
    "en": {
        "dokumen": "Whole document", "baris": "line {n}", "perbaikan": "Fix", "temuan": "{n} findings",
        "satu": "1 finding", "tingkat": {"galat": "error", "peringatan": "warning"},
        "bersih": "No findings.", "galat": "errors", "peringatan": "warnings", "info": "info",
        "penjelasan": "About a code: kinerja explain CODE",
    },
}  # fmt: skip


def cetak_lint(manual: Manual, temuan: Sequence[Temuan], konsol: Console, lang: str = "id") -> None:
    """Print the findings of one manual."""
    kata = KATA[lang]
    konsol.print(Text(f"{bersih(manual.dokumen)} ({manual.instansi}, {manual.tahun})", style="bold"), soft_wrap=True)
    for baris in _kelompok(manual, temuan, kata, lang):
        konsol.print(baris, soft_wrap=True)
    konsol.print()
    konsol.print(Text(ringkas(temuan, lang), style="bold"), soft_wrap=True)
    if temuan:
        konsol.print(Text(kata["penjelasan"], style="dim"), soft_wrap=True)


def ringkas(temuan: Sequence[Temuan], lang: str = "id") -> str:
    """'154 temuan: 92 peringatan, 62 info'."""
    kata, hitung = KATA[lang], hitung_tingkat(temuan)
    bagian = ", ".join(f"{n} {kata[t]}" for t, n in hitung.items() if n)
    return f"{_banyak(len(temuan), kata)}: {bagian}" if temuan else kata["bersih"]


def _banyak(n: int, kata: dict[str, Any]) -> str:
    return str(kata["satu"] if n == 1 else kata["temuan"].format(n=n))


def hitung_tingkat(temuan: Sequence[Temuan]) -> dict[str, int]:
    """How many findings of each level."""
    return {t: sum(satu.level == t for satu in temuan) for t in TINGKAT}


def _kelompok(manual: Manual, temuan: Sequence[Temuan], kata: dict[str, Any], lang: str) -> Iterator[Text]:
    judul = [("", kata["dokumen"]), *((i.kode, f"{i.kode}  {i.nama_asli}") for i in manual.indikator)]
    for kode, sebut in judul:
        milik = [t for t in temuan if _milik(t) == kode]
        if not milik:
            continue
        yield Text()
        yield Text.assemble((bersih(sebut, 200), "bold"), (f"  ({_banyak(len(milik), kata)})", "dim"))
        urut = sorted(milik, key=lambda t: TINGKAT.index(t.level))
        for satu in dict.fromkeys(t.code for t in urut):
            yield from _sejenis([t for t in urut if t.code == satu], kata, lang)


def _milik(temuan: Temuan) -> str:
    siapa = temuan.data["indikator"]
    return "" if isinstance(siapa, Kata) else str(siapa)


def _sejenis(semua: list[Temuan], kata: dict[str, Any], lang: str) -> Iterator[Text]:
    """Findings of one code in one indicator: heading, a line each, what to do once."""
    kode, tingkat = semua[0].code, semua[0].level
    banyak = f" ({len(semua)})" if len(semua) > 1 else ""
    judul = cari_entri(kode).teks("judul", lang)
    yield Text.assemble(
        "  ",
        (kode, WARNA[tingkat]),
        "  ",
        (f"{judul}{banyak}", "bold"),
        (f"  {kata['tingkat'].get(tingkat, tingkat)}", "dim"),
    )
    if kode == _SEKALI:
        isi = "; ".join(
            f"{bersih(t.data['asli'])} → {bersih(t.data['baku'])}{_baris(t, kata, ' ({})')}" for t in semua
        )  # fmt: skip
        yield Text(f"      {isi}")
    else:
        for satu in semua:
            yield Text(f"      {_baris(satu, kata, '{}: ')}{_tanpa_tempat(satu, lang)}")
    yield Text(f"      {kata['perbaikan']}: {bersih(semua[0].fix, 600)}", style="green")


def _baris(satu: Temuan, kata: dict[str, Any], bentuk: str) -> str:
    nomor = satu.data["baris"]
    return bentuk.format(kata["baris"].format(n=nomor)) if nomor else ""


def _tanpa_tempat(satu: Temuan, lang: str) -> str:
    """The message without the place that heading and line number give already."""
    return bersih(satu.message.removeprefix(f"{tempat_teks(satu, lang)}: "), 600)


def json_lint(semua: Sequence[tuple[Manual, Sequence[Temuan]]]) -> str:
    """All manuals with all their findings; the same input gives the same text."""
    isi: dict[str, Any] = {
        "schema": SKEMA, "kinerja_xl": __version__, "aturan": sidik(),
        "manual": [
            {"kode": m.kode, "dokumen": m.dokumen, "instansi": m.instansi, "tahun": m.tahun,
             "ringkasan": {"temuan": len(t), **hitung_tingkat(t)}, "findings": [satu.to_dict() for satu in t]}
            for m, t in semua
        ],
    }  # fmt: skip
    return json.dumps(isi, ensure_ascii=False, indent=1, allow_nan=False)
