"""Which document of an office a workbook is: two files with the same key are the same document sent twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.spec.profil_perjanjian import KEPALA
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.perubahan import nilai_bernama

_PERIODE = {"laporan-bulanan": "lap_bulan", "laporan-semesteran": "lap_semester", "rka": "rka_sub_kegiatan"}


def kunci_dokumen(kasus: Kasus) -> str:
    """Official, SOP, period or sub-kegiatan, and the number of the change; '' where an office has one of its kind."""
    m = kasus.manifest
    bagian = []
    if m.jenis == "pk" and (milik := str(_peta(m.konteks.get("perjanjian")).get("kunci", KEPALA))) != KEPALA:
        bagian.append(milik)
    if m.jenis == "sop":
        bagian.append(str(_peta(m.konteks.get("sop")).get("kode", "")))
    if m.jenis in _PERIODE:
        bagian.append(" ".join(str(nilai_bernama(kasus, _PERIODE[m.jenis]) or "").split()))
    if ke := _peta(m.konteks.get("perubahan")).get("ke"):
        bagian.append(f"perubahan {ke}")
    return ", ".join(satu for satu in bagian if satu)


def _peta(nilai: Any) -> Mapping[str, Any]:
    return nilai if isinstance(nilai, Mapping) else {}
