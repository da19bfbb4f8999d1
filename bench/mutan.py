"""How many changes of a workbook the verifier sees, and how many honest workbooks it lets pass.

    python -m bench.mutan --jumlah 10000 --jujur 1000

Every operator on every kind of document: tables by their first, middle and last row, each role of cell in turn. A
change that alters no result and no fixed content (an input that no formula reads) is an honest file and does not count.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from bench.mutan_buku import semua_jenis
from bench.mutan_jalan import jujur, jumlahkan, sasaran


def baris_tabel(sebut: str, dibuat: int, tertangkap: int, tepat: int) -> str:
    """One line of the table."""
    return f"| {sebut:<38} | {dibuat:>6} | {tertangkap / dibuat:>7.2%} | {tepat / dibuat:>7.2%} |"


def utama() -> int:
    """Measure and print; 1 when a threshold is missed."""
    urai = argparse.ArgumentParser(prog="python -m bench.mutan", description=__doc__)
    urai.add_argument("--jumlah", type=int, default=10_000, help="mutants of all kinds together")
    urai.add_argument("--jujur", type=int, default=1_000, help="honest variants of all kinds together")
    urai.add_argument("--jenis", action="append", help="only this kind (may be repeated)")
    urai.add_argument("--benih", default="mutan", help="seed")
    urai.add_argument("--proses", type=int, default=2)
    atur = urai.parse_args()
    jenis = tuple(atur.jenis or semua_jenis())
    per = -(-atur.jumlah // len(jenis))
    with ProcessPoolExecutor(atur.proses) as kolam:
        hasil = dict(zip(jenis, kolam.map(partial(sasaran, jumlah=per, benih=atur.benih), jenis), strict=True))
        alarm = [a for satu in kolam.map(partial(jujur, jumlah=-(-atur.jujur // len(jenis))), jenis) for a in satu]
    semua = jumlahkan(hasil.values())
    print(f"| {'operator':<38} | mutan  | caught  | named   |\n|---|---:|---:|---:|")
    for nama in sorted(semua.dibuat):
        print(baris_tabel(nama, semua.dibuat[nama], semua.tertangkap[nama], semua.tepat[nama]))
    print(f"\n| {'document':<38} | mutan  | caught  | named   |\n|---|---:|---:|---:|")
    for satu, n in hasil.items():
        print(baris_tabel(satu, *(sum(c.values()) for c in (n.dibuat, n.tertangkap, n.tepat))))
    dibuat, tertangkap, tepat = (sum(c.values()) for c in (semua.dibuat, semua.tertangkap, semua.tepat))
    print(baris_tabel("all", dibuat, tertangkap, tepat))
    for satu in semua.lolos:
        print("missed:", satu)
    for satu in semua.meleset[:40]:
        print("not named:", satu)
    print(f"honest variants: {atur.jujur}, alarms: {len(alarm)}", *alarm[:10], sep="\n")
    return int(tertangkap < 0.999 * dibuat or tepat < 0.95 * dibuat or bool(alarm))


if __name__ == "__main__":
    raise SystemExit(utama())
