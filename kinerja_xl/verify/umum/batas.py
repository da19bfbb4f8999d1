"""Limits of the general check, in one table: what is beyond them is counted as unverifiable, never guessed."""

from __future__ import annotations

MAKS_RUMUS = 40_000  # formulas that are taken apart; the largest office workbook seen has about 20,000
MAKS_HURUF = 3_000_000  # characters of them together
MAKS_KEPING = 400_000  # words and signs of them together: what taking them apart costs
MAKS_HITUNG = 20_000  # formulas put before an engine
MAKS_ACUAN = 400  # references in one formula
MAKS_BACA = 25_000_000  # cells read by all computed formulas together, as a pessimist counts
MAKS_BACA_SATU = 2_000_000  # the same for one formula
MAKS_TEKS = 200  # characters of a text that a computed formula reads
BIAYA_HARI = 60_000  # what a NETWORKDAYS counts: its dates may lie centuries apart
MAKS_LAMBAT = 400  # formulas computed where only the slow engine is installed
MAKS_BANDING = 60  # differences put before the second engine
MAKS_BACA_LAMBAT = 20_000  # cells that a formula may read there
MAKS_SISI = 1_500_000  # edges of the graph that is searched for circles
MAKS_LIHAT = 1_000_000  # cells inside summed ranges that are looked at, over the whole workbook
MAKS_TABEL = 60  # tables of one kind that are recognised
MAKS_COBA = 300  # cells that are followed back to a survey
MAKS_SEJENIS = 200  # findings of one code that are written out; the rest is counted
