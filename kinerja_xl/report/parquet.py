"""The findings as Parquet for pandas and its kin: fixed column types, the report's head in the metadata."""

from __future__ import annotations

import io
import json
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.baris import KOLOM, baris_temuan
from kinerja_xl.verify.laporan import Laporan
from kinerja_xl.verify.temuan import bersih

_MAKS = 100_000


def tulis(laporan: Laporan) -> bytes:
    """A row a finding, a file without findings one row; raises when pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as salah:
        raise KinerjaError(
            "laporan --parquet memerlukan pyarrow, yang belum terpasang. "
            "Pasang dengan: pip install 'kinerja-xl[cluster]'."
        ) from salah
    baris = list(baris_temuan(laporan))
    jenis = {k: pa.int32() if k == "tahun" else pa.string() for k in KOLOM}
    kolom = [pa.array([_nilai(k, b[k]) for b in baris], type=jenis[k]) for k in KOLOM]
    isi = laporan.to_dict()
    kepala = {k: isi[k] for k in ("schema", "kinerja_xl", "aturan", "tahun", "ringkasan")}
    skema = pa.schema(list(jenis.items()), metadata={"kinerja": json.dumps(kepala, ensure_ascii=False)})
    tujuan = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(kolom, schema=skema), tujuan, compression="zstd")
    return tujuan.getvalue()


def _nilai(kolom: str, nilai: Any) -> Any:
    return nilai if kolom == "tahun" or nilai is None else bersih(str(nilai), _MAKS)
