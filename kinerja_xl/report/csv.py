"""The findings as CSV: comma, UTF-8 with byte order mark; no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io

from kinerja_xl.report.aman import sel_csv
from kinerja_xl.report.baris import KOLOM, baris_temuan
from kinerja_xl.verify.laporan import Laporan


def tulis(laporan: Laporan) -> bytes:
    """A heading and a row a finding; a file without findings has a row with blank finding columns."""
    tujuan = io.StringIO(newline="")
    pena = csv.writer(tujuan, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    pena.writerow(KOLOM)
    for satu in baris_temuan(laporan):
        pena.writerow(["" if satu[k] is None else sel_csv(satu[k]) for k in KOLOM])
    return tujuan.getvalue().encode("utf-8-sig")
