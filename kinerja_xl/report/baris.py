"""The report as flat rows, for tables: a row a finding; a file without findings keeps a row of its own.

A finding about the round as a whole has no file: its columns of the file are empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kinerja_xl.report.kata import dispensasi
from kinerja_xl.verify.laporan import Laporan

KOLOM_BERKAS = ("path", "sha256", "jenis", "template", "tahun", "instansi", "verdict")
KOLOM_TEMUAN = ("code", "level", "sheet", "cell", "name", "message", "fix", "rujukan")
KOLOM = (*KOLOM_BERKAS, *KOLOM_TEMUAN, "dispensasi", "data")


def berkas_ronde(isi: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The findings about the round itself (who has not sent) as those of a file without a path; none without them."""
    temuan = (isi.get("ronde") or {}).get("findings") or []
    kosong: dict[str, Any] = {
        **dict.fromkeys(KOLOM_BERKAS, ""),
        "tahun": None,
        "targets": [],
        "langkah": [],
        "cells": {},
    }
    return [{**kosong, "findings": temuan}] if temuan else []


def baris_temuan(laporan: Laporan) -> Iterator[dict[str, Any]]:
    """Rows in the order of the report; in the row of a file without findings the finding's columns are None."""
    isi_laporan = laporan.to_dict()
    for satu in [*isi_laporan["files"], *berkas_ronde(isi_laporan)]:
        berkas = {k: satu[k] for k in KOLOM_BERKAS}
        for temuan in satu["findings"]:
            data = json.dumps(temuan["data"], allow_nan=False, default=str)
            isi = {k: temuan[k] for k in KOLOM_TEMUAN}
            yield {**berkas, **isi, "dispensasi": dispensasi(temuan, laporan.lang), "data": data}
        if not satu["findings"]:
            yield {**berkas, **dict.fromkeys((*KOLOM_TEMUAN, "dispensasi", "data"))}
