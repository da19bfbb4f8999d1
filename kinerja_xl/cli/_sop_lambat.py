"""kinerja sop waktu --laporan: which steps and which performers are late, out of reports of verify."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError

MAKS_BERKAS = 200_000_000
MAKS_BARIS = 15
_KEPALA = {
    "id": ("", "Dicatat", "Terlambat", "Persen", "Menit lewat", "Tengah", "Ulang"),
    "en": ("", "Recorded", "Late", "Percent", "Minutes over", "Median", "Repeats"),
}
_KOSONG = {
    "id": "Belum ada langkah SOP yang selesai dicatat di laporan ini.",
    "en": "No finished SOP step is recorded in this report.",
}


def baca_laporan(berkas: Sequence[Path]) -> list[dict[str, Any]]:
    """Entries of the files of one or more JSON reports."""
    hasil: list[dict[str, Any]] = []
    for satu in berkas:
        try:
            if satu.stat().st_size > MAKS_BERKAS:
                raise KinerjaError(f"{satu.name}: laporan lebih besar dari {MAKS_BERKAS // 1_000_000} MB")
            isi = json.loads(satu.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as salah:
            raise KinerjaError(f"{satu.name}: bukan laporan JSON dari 'kinerja verify --json'") from salah
        files = isi.get("files") if isinstance(isi, dict) and isi.get("schema") == 1 else None
        if not isinstance(files, list) or not all(isinstance(f, dict) for f in files):
            raise KinerjaError(f"{satu.name}: bukan laporan JSON dari 'kinerja verify --json'")
        hasil += files
    return hasil


def cetak(files: Sequence[dict[str, Any]], lang: str) -> Iterator[str]:
    """Rankings by step, performer and office as lines."""
    from kinerja_xl.cli._sop import angka, tabel
    from kinerja_xl.verify.temuan import bersih
    from kinerja_xl.verify.waktu_kantor import JUDUL, MENURUT, baris_langkah, peringkat

    baris = baris_langkah(files)
    if not any(peringkat(baris, menurut) for menurut in MENURUT):
        yield _KOSONG[lang]
        return
    for menurut in MENURUT:
        urut = peringkat(baris, menurut)
        judul = JUDUL[menurut].en if lang == "en" else str(JUDUL[menurut])
        isi: list[tuple[str, ...]] = [(judul, *_KEPALA[lang][1:])]
        for satu in urut[:MAKS_BARIS]:
            deret = (satu[k] for k in ("dicatat", "terlambat", "persen", "lewat", "tengah", "ulang"))
            isi.append((bersih(satu["kunci"], 60), *(angka(n, lang, 1) for n in deret)))
        yield from tabel(isi, kanan=range(1, 7))
        if len(urut) > MAKS_BARIS:
            yield f"  (+{len(urut) - MAKS_BARIS})"
        yield ""


def tulis_svg(files: Sequence[dict[str, Any]], tujuan: Path, lang: str, paksa: bool) -> None:
    """The chart by step."""
    from kinerja_xl.cli._dasar import tulis_berkas
    from kinerja_xl.report.grafik_batang import svg
    from kinerja_xl.verify.waktu_kantor import baris_langkah, grafik, peringkat

    tulis_berkas(tujuan, svg(grafik(peringkat(baris_langkah(files)), lang=lang)).encode("utf-8"), paksa)
