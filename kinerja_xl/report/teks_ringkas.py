"""The end of a report on many files: a table of verdicts, the findings that return most, the round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.text import Text

from kinerja_xl.report.aman import log
from kinerja_xl.report.kata import BIDANG_RONDE, baris_dispensasi, butir, judul
from kinerja_xl.report.kata import KATA as KATA_UMUM
from kinerja_xl.report.teks_baris import potong, sejajar
from kinerja_xl.verify.laporan import HasilBerkas, Laporan
from kinerja_xl.verify.temuan import TINGKAT

MAKS_BERKAS = 30
MAKS_KODE = 10
MAKS_RONDE = 20
_NAMA_TERSEMPIT = 16


def ringkas(
    laporan: Laporan, urut: Sequence[HasilBerkas], kata: dict[str, Any], warna: Mapping[str, str],
    warna_putusan: Mapping[str, str], lebar: int,
) -> Iterator[Text]:  # fmt: skip
    """Nothing for a single file without a round."""
    if len(urut) > 1:
        yield Text(kata["ringkasan"], style="bold")
        yield from _putusan(urut, kata, warna_putusan, lebar)
        yield from terbanyak(laporan, kata, warna)
        yield Text()
    yield from _ronde(laporan)


def _putusan(urut: Sequence[HasilBerkas], kata: dict[str, Any], warna: Mapping[str, str], lebar: int) -> Iterator[Text]:
    kepala = (kata["putusan"], kata["berkas"], *(kata[t] for t in TINGKAT))
    baris = [
        (kata[f.verdict], log(f.path, 300), *(str(sum(t.level == tingkat for t in f.findings)) for tingkat in TINGKAT))
        for f in urut[:MAKS_BERKAS]
    ]
    lain = sum(max(len(b[k]) for b in [kepala, *baris]) + 2 for k in range(5) if k != 1) + 3
    if lebar - lain < _NAMA_TERSEMPIT:
        yield from _putusan_sempit(urut, baris, kata, warna, lebar)
    else:
        isi = [kepala, *((b[0], _tengah(b[1], lebar - lain), *b[2:]) for b in baris)]
        for nomor, satu in enumerate(sejajar(isi, range(2, 5), 2)):
            if nomor:
                satu.stylize(warna[urut[nomor - 1].verdict], 0, 2 + len(kata[urut[nomor - 1].verdict]))
            yield satu
    if len(urut) > MAKS_BERKAS:
        yield Text(f"  {kata['lagi'].format(n=len(urut) - MAKS_BERKAS)}", style="dim")


def _putusan_sempit(
    urut: Sequence[HasilBerkas], baris: Sequence[tuple[str, ...]], kata: dict[str, Any], warna: Mapping[str, str],
    lebar: int,
) -> Iterator[Text]:  # fmt: skip
    """On a narrow terminal: the file, and below it verdict and counts."""
    for f, b in zip(urut, baris, strict=False):
        yield Text(f"  {_tengah(b[1], lebar - 3)}")
        jumlah = ", ".join(f"{n} {kata[t]}" for n, t in zip(b[2:], TINGKAT, strict=True) if n != "0")
        yield Text.assemble("    ", (b[0], warna[f.verdict]), f": {jumlah}" if jumlah else "")


def _tengah(jalur: str, lebar: int) -> str:
    """A long path keeps its beginning and its end: files of one kind differ at either."""
    if len(jalur) <= lebar:
        return jalur
    awal = (lebar - 1) // 2
    return f"{jalur[:awal]}…{jalur[-(lebar - 1 - awal) :]}"


def hitung_kode(laporan: Laporan) -> list[tuple[str, str, int, int]]:
    """(level, code, number of findings, number of files): worst level first, then in most files."""
    banyak: Counter[tuple[str, str]] = Counter()
    di: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for satu in laporan.files:
        for t in satu.findings:
            banyak[t.level, t.code] += 1
            di[t.level, t.code].add(satu.path)
    urut = sorted(banyak, key=lambda k: (TINGKAT.index(k[0]), -len(di[k]), -banyak[k], k[1]))
    return [(tingkat, kode, banyak[tingkat, kode], len(di[tingkat, kode])) for tingkat, kode in urut]


def terbanyak(laporan: Laporan, kata: dict[str, Any], warna: Mapping[str, str]) -> Iterator[Text]:
    """The kinds of findings to look at first; info only where nothing else was found."""
    semua = hitung_kode(laporan)
    semua = [k for k in semua if k[0] != "info"] or semua
    if semua:
        yield Text(f"  {kata['terbanyak']}", style="bold")
    for tingkat, kode, banyak, berkas in semua[:MAKS_KODE]:
        isi = f"  {potong(judul(kode, laporan.lang), 80)}: {kata['di_berkas'].format(n=banyak, berkas=berkas)}"
        yield Text.assemble("    ", (kode, warna[tingkat]), isi)
    if len(semua) > MAKS_KODE:
        yield Text(f"    {kata['lagi'].format(n=len(semua) - MAKS_KODE)}", style="dim")


def _ronde(laporan: Laporan) -> Iterator[Text]:
    yield from _dispensasi(laporan)
    ronde = laporan.ronde
    if not ronde:
        return
    kata = KATA_UMUM[laporan.lang]
    tenggat = f" ({kata['tenggat'].format(tenggat=log(str(ronde['tenggat']), 60))})" if ronde.get("tenggat") else ""
    yield Text(f"{kata['ronde']} {log(str(ronde.get('nama', '')), 120)}{tenggat}", style="bold")
    for bidang, sebut in BIDANG_RONDE.items():
        isi = ronde.get(bidang) or []
        if isi:
            yield Text(f"  {kata[sebut]}: {len(isi)}")
            for satu in isi[:MAKS_RONDE]:
                yield Text(f"    {log(butir(satu), 300)}")
            if len(isi) > MAKS_RONDE:
                yield Text(f"    {kata['lagi'].format(n=len(isi) - MAKS_RONDE)}", style="dim")
    yield Text()


def _dispensasi(laporan: Laporan) -> Iterator[Text]:
    """Waivers and how each fared: an expired or unused one is worth knowing."""
    daftar = baris_dispensasi({"dispensasi": laporan.dispensasi}, laporan.lang)
    if not daftar:
        return
    yield Text(KATA_UMUM[laporan.lang]["dispensasi"], style="bold")
    for satu in daftar[:MAKS_RONDE]:
        yield Text(log(f"  {satu['nomor']}: {satu['status']} ({satu['temuan']}), {satu['penanda_tangan']}", 300))
    if len(daftar) > MAKS_RONDE:
        yield Text(f"    {KATA_UMUM[laporan.lang]['lagi'].format(n=len(daftar) - MAKS_RONDE)}", style="dim")
    yield Text()
