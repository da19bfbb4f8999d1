"""Share of recommendations of the inspectorate that were followed up."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.iku._bagian import persen, persen_excel


@indikator(
    "REKOMENDASI_PERSEN",
    keluarga="rekomendasi",
    judul="Persentase rekomendasi hasil pengawasan yang dimanfaatkan",
    judul_en="Recommendations followed up",
    satuan="Persen",
    rujukan="Manual IKU 2024, IK10",
    argumen=[
        Argumen("tindak_lanjut", "angka", "rekomendasi berstatus proses atau tuntas", "followed up"),
        Argumen("rekomendasi", "angka", "rekomendasi yang diberikan pada masa itu", "given"),
    ],
    excel=lambda p, nt, n: persen_excel(nt, n, lambda r: f"{r}*100", utuh=True),
)
def rekomendasi_persen(masa: Masa, tindak_lanjut: Any, rekomendasi: Any) -> Optional[float]:
    """Banyak yang ditindaklanjuti dibagi banyak yang diberikan; tanpa rekomendasi tidak dinilai."""
    return persen(tindak_lanjut, rekomendasi, "rekomendasi ditindaklanjuti", "rekomendasi", utuh=True)


cek_kembar("REKOMENDASI_CEK", "REKOMENDASI_PERSEN")
