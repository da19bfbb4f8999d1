"""The list of what had no place: a file beside the output that any spreadsheet opens, and lines for the screen."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.edit.pindah_panen import Butir

_PETIK = "=+-@\t\r"


def jalur_daftar(tujuan: Path) -> Path:
    """Path of the list that belongs to an output."""
    return tujuan.with_name(f"{tujuan.stem}-tidak-terpindah.csv")


def periksa_tujuan(asal: Path, tujuan: Path, *, timpa: bool) -> None:
    """Refuse an output that would overwrite anything unasked, or the workbook it comes from."""
    if tujuan.exists() and asal.exists() and tujuan.samefile(asal):
        raise KinerjaError(
            f"{tujuan.name}: hasil tidak boleh menimpa buku kerja asalnya; sebutkan nama lain pada --out."
        )
    for jalur in (tujuan, jalur_daftar(tujuan)):
        if jalur.exists() and not timpa:
            raise KinerjaError(f"berkas {jalur.name} sudah ada; pakai --force untuk menimpanya.")


def tulis_daftar(tujuan: Path, butir: Sequence[Butir], *, timpa: bool = False) -> Path | None:
    """Write the list beside the output; nothing to list, no file (and an old one of --force is taken away)."""
    jalur = jalur_daftar(tujuan)
    if not butir:
        if timpa:
            jalur.unlink(missing_ok=True)
        return None
    wadah = StringIO()
    pena = csv.writer(wadah, delimiter=";", lineterminator="\r\n")
    pena.writerow(("lembar", "sel", "nama isian", "isi", "rumus", "sebab"))
    for satu in butir:
        isi = _aman(satu.isi) if isinstance(satu.isi, str) else tulis(satu.isi)
        pena.writerow([_aman(satu.lembar), satu.sel, _aman(satu.nama), isi, _aman(satu.rumus), satu.sebab])
    jalur.write_text(wadah.getvalue(), encoding="utf-8-sig", newline="")
    return jalur


def _aman(teks: str) -> str:
    """No spreadsheet may take a text of the list for a formula."""
    return f"'{teks}" if teks.startswith(tuple(_PETIK)) else teks


def sebagai_json(butir: Iterable[Butir]) -> list[dict[str, Any]]:
    """The list for programs: values exact."""
    return [
        {"lembar": b.lembar, "sel": b.sel, "nama": b.nama, "isi": b.isi, "rumus": b.rumus, "sebab": b.sebab}
        for b in butir
    ]


def baris_layar(butir: Sequence[Butir], maks: int, lang: str = "id") -> list[str]:
    """Lines for a person: by reason, then sheet; beyond `maks` of a group only their number."""
    hasil: list[str] = []
    urut = sorted(enumerate(butir), key=lambda n: (n[1].sebab, n[1].lembar, n[0]))
    for (sebab, lembar), isi in groupby((b for _, b in urut), key=lambda b: (b.sebab, b.lembar)):
        satu = list(isi)
        sel, sisa = ("cells", "... and {} more cells") if lang == "en" else ("sel", "... dan {} sel lagi")
        hasil.append(f"{lembar}: {sebab} ({len(satu)} {sel})")
        for b in satu[:maks]:
            nama = f"  [{b.nama}]" if b.nama else ""
            hasil.append(f"  {b.sel:<7} {_pendek(b)}{nama}")
        if len(satu) > maks:
            hasil.append(f"  {sisa.format(len(satu) - maks)}")
    return hasil


def _pendek(butir: Butir) -> str:
    teks = " ".join(tulis(butir.isi).split()) if butir.isi is not None else ""
    if butir.rumus:
        teks = f"={butir.rumus} -> {teks}" if teks else f"={butir.rumus}"
    bersih = "".join(c if c.isprintable() else " " for c in teks)
    return bersih if len(bersih) <= 70 else bersih[:67] + "..."
