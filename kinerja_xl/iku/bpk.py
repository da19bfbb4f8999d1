"""Share of audit findings in the money really spent: the less the better."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.iku._bagian import persen, persen_excel


@indikator(
    "TEMUAN_BPK_PERSEN",
    keluarga="bpk",
    judul="Persentase nilai temuan BPK",
    judul_en="Audit findings in percent of spending",
    satuan="Persen",
    rujukan="KKP, Buku Pedoman IKU BBRP2BKP 2022; manual IKU 2024, IK9",
    argumen=[
        Argumen("temuan", "angka", "nilai temuan LHP atas kepatuhan, rupiah", "value of findings"),
        Argumen("realisasi", "angka", "realisasi anggaran riil tahun yang sama, rupiah", "spending of the same year"),
    ],
    excel=lambda p, temuan, realisasi: persen_excel(temuan, realisasi, lambda r: f"{r}*100"),
)
def temuan_bpk_persen(masa: Masa, temuan: Any, realisasi: Any) -> Optional[float]:
    """Nilai temuan dibagi realisasi tahun yang sama; targetnya paling banyak 1 persen (Minimize)."""
    return persen(temuan, realisasi, "nilai temuan", "realisasi")


cek_kembar("TEMUAN_BPK_CEK", "TEMUAN_BPK_PERSEN")
