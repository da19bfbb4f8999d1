"""The conformance matrix: by every path, every function gives the rule book's value on every worked case."""

from __future__ import annotations

from bench.kecocokan import JALUR, matriks


def test_no_path_differs_without_a_known_reason() -> None:
    tabel, beda, tanpa_sebab = matriks()
    assert tanpa_sebab == 0, "\n".join(satu for satu in beda if "NO REASON" in satu)
    assert len(tabel) > 70 and tabel[0].count("|") >= len(JALUR)
