"""Functions: whether every path gives the rule book's value, and how fast they are on many cells.

    python -m bench.fungsi [--baris 10000] [--ulang 7] [--tanpa-matriks]

Prints the conformance matrix (function x path x class of case, see kecocokan.py) with the reason of every difference,
then the speed as ratios to a named alternative measured in the same run. Exit status 1: a difference nobody explains.
The alternative of IKM_SCORE is the least that a script with pandas does: the mean of each column of a DataFrame that
already stands in memory, without looking at a single answer. Times are the best of --ulang.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.metadata import version
from random import Random
from time import perf_counter
from typing import Any

import pandas

import kinerja_xl as kx

BATAS_MS = 50  # budget: one call over 10,000 x 9 answers


def terbaik(hitung: Callable[[], Any], ulang: int) -> float:
    """Best time of several runs, in milliseconds."""
    hasil = []
    for _ in range(ulang):
        mulai = perf_counter()
        hitung()
        hasil.append((perf_counter() - mulai) * 1000)
    return min(hasil)


def soal(baris: int) -> list[tuple[str, Callable[[], Any], str, Callable[[], Any]]]:
    """(our call, how, alternative, how) over the same seeded cells."""
    acak = Random(14_2017)
    jawaban = [[acak.randint(1, 4) for _ in range(9)] for _ in range(baris)]
    bingkai = pandas.DataFrame(jawaban)
    pegawai = [
        [acak.choice(("S2", "S1", "D3")), "Fungsional", 1, acak.randint(0, 1), 1, acak.randint(50, 100), "O"]
        for _ in range(baris)
    ]
    tabel = pandas.DataFrame(pegawai)
    peta = {"S2": 20, "S1": 15, "D3": 10}

    def ip_pandas() -> float:
        kinerja = pandas.cut(tabel[5], [-1, 50, 60, 75, 90, 100], labels=[1, 5, 15, 25, 30]).astype(float)
        return float((tabel[0].map(peta) + 15 + tabel[3] * 15 + 10 + kinerja + 5).mean())

    def ikm_pandas() -> float:
        return float(bingkai.mean().mean() * 25)

    return [
        ("IKM_SCORE, lists", lambda: kx.call("IKM_SCORE", jawaban), "pandas mean", ikm_pandas),
        ("IKM_SCORE, DataFrame", lambda: kx.call("IKM_SCORE", bingkai), "pandas mean", ikm_pandas),
        (
            "IKM_CEK, lists",
            lambda: kx.call("IKM_CEK", jawaban),
            "pandas isin",
            lambda: bingkai.isin([1, 2, 3, 4]).all(),
        ),
        ("IP_ASN_SCORE, lists", lambda: kx.call("IP_ASN_SCORE", pegawai), "pandas map and cut", ip_pandas),
    ]


def utama() -> int:
    """Measure and print."""
    opsi = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    opsi.add_argument("--baris", type=int, default=10_000)
    opsi.add_argument("--ulang", type=int, default=7)
    opsi.add_argument("--tanpa-matriks", action="store_true")
    pilih = opsi.parse_args()
    tanpa_sebab = 0 if pilih.tanpa_matriks else kecocokan()
    print(f"kinerja-xl {kx.__version__}, pandas {version('pandas')}, {pilih.baris} rows, best of {pilih.ulang}\n")
    print("| function | ms | alternative | ms | ratio |\n|---|---:|---|---:|---:|")
    for nama, kita, lain, pembanding in soal(pilih.baris):
        satu, dua = terbaik(kita, pilih.ulang), terbaik(pembanding, pilih.ulang)
        print(f"| {nama} | {satu:.1f} | {lain} | {dua:.1f} | {satu / dua:.1f} |")
    print(f"\nBudget of IKM_SCORE over 10,000 rows: {BATAS_MS} ms.")
    return int(tanpa_sebab > 0)


def kecocokan() -> int:
    """Print the conformance matrix; the number of differences without a reason."""
    from bench.kecocokan import matriks

    tabel, beda, tanpa_sebab = matriks()
    print("\n".join(tabel), f"\n{len(beda)} differences, {tanpa_sebab} without a reason", *beda, "", sep="\n")
    return tanpa_sebab


if __name__ == "__main__":
    raise SystemExit(utama())
