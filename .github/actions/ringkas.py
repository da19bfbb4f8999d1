"""A summary of the JSON report for the page of a CI run (Markdown), and the counts as outputs of the step.

It names files, codes and places, never a value of a workbook: the page may be read by anyone who sees the repository.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify.temuan import bersih, cari_entri

PUTUSAN = {
    "ditolak": "❌ ditolak", "tidak-terbaca": "⛔ tidak terbaca", "lulus-dengan-peringatan": "⚠️ dengan peringatan",
    "lulus": "✅ lulus",
}  # fmt: skip
MAKS_BERKAS = 200  # rows: a page of a run holds one megabyte
MAKS_TEMUAN = 3
_TANDA = re.compile(r"([\\`*_{}\[\]|~#])")


def tulis(laporan: dict[str, Any]) -> str:
    """The whole summary: counts, then the worst files first with their first galat."""
    ringkas = laporan["ringkasan"]
    urut = sorted(laporan["files"], key=lambda f: (list(PUTUSAN).index(f["verdict"]), f["path"]))
    baris = [
        "## Pemeriksaan buku kerja",
        "",
        f"{ringkas['berkas']} berkas: **{ringkas['lulus']}** lulus, **{ringkas['peringatan']}** dengan peringatan, "
        f"**{ringkas['galat']}** ditolak, **{ringkas['tidak_terbaca']}** tidak terbaca.",
        "",
        "| putusan | berkas | galat | peringatan | yang pertama |",
        "|---|---|--:|--:|---|",
        *(_baris(satu) for satu in urut[:MAKS_BERKAS]),
    ]
    if len(urut) > MAKS_BERKAS:
        baris += ["", f"dan {len(urut) - MAKS_BERKAS} berkas lagi; lihat laporan."]
    return "\n".join([*baris, "", "Penjelasan tiap kode: `kinerja explain KODE`.", ""])


def _baris(satu: dict[str, Any]) -> str:
    tingkat = Counter(t["level"] for t in satu["findings"])
    berat = [t for t in satu["findings"] if t["level"] == "galat"][:MAKS_TEMUAN]
    isi = "<br>".join(f"{t['code']} {polos(_tempat(t))}{_judul(t['code'])}" for t in berat)
    return (
        f"| {PUTUSAN[satu['verdict']]} | {polos(satu['path'])} | {tingkat['galat']} | {tingkat['peringatan']} | {isi} |"
    )


def _tempat(temuan: dict[str, Any]) -> str:
    return "!".join(b for b in (temuan["sheet"], temuan["cell"]) if b)


def _judul(kode: str) -> str:
    try:
        return f" {polos(cari_entri(kode).judul)}"
    except KinerjaError:
        return ""


def polos(teks: str) -> str:
    """Text that Markdown and HTML show as it is, on one line."""
    rapi = bersih(teks, 200).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _TANDA.sub(r"\\\1", rapi)


def main(json_masuk: str, keluaran: str) -> None:
    """Print the summary; append `berkas` and `ditolak` to the file of outputs."""
    laporan = json.loads(Path(json_masuk).read_text(encoding="utf-8"))
    ringkas = laporan["ringkasan"]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(tulis(laporan))
    with Path(keluaran).open("a", encoding="utf-8") as berkas:
        berkas.write(f"berkas={ringkas['berkas']}\nditolak={ringkas['galat'] + ringkas['tidak_terbaca']}\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
