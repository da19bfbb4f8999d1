"""The receipt of a run: what was verified, by which rules, with which verdict; anyone with the files gets it again.

It holds no time and no name of a machine. `sidik` is the SHA-256 over everything else in it, so that a receipt that
was changed by hand is noticed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from kinerja_xl import __version__
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify.laporan import HasilBerkas, Laporan, sidik
from kinerja_xl.verify.temuan import TINGKAT, Temuan, terjemahkan

SKEMA = 1
MAKS = 20_000_000


def tulis(laporan: Laporan) -> bytes:
    """The receipt as JSON."""
    teks = json.dumps(susun(laporan), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return teks.encode("utf-8", "backslashreplace")  # half a sign in a file name, as JSON writes it


def susun(laporan: Laporan) -> dict[str, Any]:
    """The receipt: options, rules, round, one row a file, and its own seal."""
    isi: dict[str, Any] = {
        "tanda_terima": SKEMA, "kinerja_xl": __version__, "aturan": sidik(), "syarat": laporan.syarat,
        "ronde": _sidik(laporan.ronde) if laporan.ronde else None,
        "dispensasi": _sidik(laporan.dispensasi) if laporan.dispensasi else None,
        "berkas": [_berkas(satu) for satu in laporan.files],
    }  # fmt: skip
    return {**isi, "sidik": _sidik(isi)}


def baca(isi: bytes) -> dict[str, Any]:
    """A receipt as it was written; one that is damaged or was changed raises KinerjaError."""
    if len(isi) > MAKS:
        raise KinerjaError("tanda terima terlalu besar.")
    try:
        hasil = json.loads(isi.decode("utf-8"))
    except (ValueError, RecursionError) as salah:
        raise KinerjaError("tanda terima bukan JSON yang utuh.") from salah
    if not isinstance(hasil, dict) or hasil.get("tanda_terima") != SKEMA:
        raise KinerjaError("berkas ini bukan tanda terima kinerja-xl yang dikenal.")
    if hasil.get("sidik") != _sidik({k: v for k, v in hasil.items() if k != "sidik"}):
        raise KinerjaError("tanda terima ini telah diubah: sidiknya tidak cocok dengan isinya.")
    return hasil


def _berkas(satu: HasilBerkas) -> dict[str, Any]:
    hitung = Counter(t.level for t in satu.findings)
    return {
        "path": satu.path, "sha256": satu.sha256, "template": satu.template, "tahun": satu.tahun,
        "instansi": satu.instansi, "verdict": satu.verdict, "jumlah": {t: hitung[t] for t in TINGKAT},
        "temuan": _sidik([_temuan(t) for t in satu.findings]),
    }  # fmt: skip


def _temuan(satu: Temuan) -> dict[str, Any]:
    """A finding in Indonesian, whatever language the report was asked in."""
    return terjemahkan(satu, "id").to_dict()


def _sidik(isi: Mapping[str, Any] | list[Any]) -> str:
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=str)
    return hashlib.sha256(teks.encode("utf-8", "surrogatepass")).hexdigest()
