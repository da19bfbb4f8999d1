"""kinerja eval: one function from the command line, on cells of a workbook or on JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka

_SEL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?\Z")
_MAKS_SEL = 1_000_000


@click.command("eval", short_help="Hitung satu fungsi dari sel atau JSON.")
@click.argument("nama")
@click.argument("argumen", nargs=-1, metavar="[ARGUMEN]...")
@click.option("--json", "teks_json", metavar="TEKS", help="Semua argumen sebagai satu daftar JSON.")
@click.option("--versi", metavar="VERSI", help="Versi aturan menurut namanya, mis. per-5-2022.")
@click.option("--jejak", "dengan_jejak", is_flag=True, help="Tampilkan langkah demi langkah asal hasilnya.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    nama: str,
    argumen: tuple[str, ...],
    teks_json: str | None,
    versi: str | None,
    dengan_jejak: bool,
) -> int:
    """Hitung fungsi NAMA.

    ARGUMEN: 'berkas.xlsx!Lembar!B5:J154' (sel buku kerja), angka, atau teks. Contoh:
    kinerja eval IKM_SCORE 'survei.xlsx!Jawaban!B5:J154'
    """
    from kinerja_xl.functions import get

    fungsi = get(nama)
    if teks_json is not None and argumen:
        raise KinerjaError("pakai salah satu: argumen atau --json.")
    isi = _dari_json(teks_json) if teks_json is not None else [_argumen(a) for a in argumen]
    if dengan_jejak:
        _jejak(fungsi.nama, isi, versi, atur.lang)
        return 0
    hasil = fungsi(*isi, versi=versi)
    click.echo("(tidak ada data)" if hasil is None else _tulis(hasil))
    return 0


def _jejak(nama: str, isi: list[Any], versi: str | None, lang: str) -> None:
    """Print the trace; of a refused input the steps made before, then the refusal as any other."""
    from kinerja_xl.functions import trace

    try:
        click.echo(trace(nama, *isi, versi=versi).teks(lang))
    except KinerjaError as salah:
        if salah.jejak is not None:
            click.echo(salah.jejak.teks(lang))
        raise


def _dari_json(teks: str) -> list[Any]:
    try:
        isi = json.loads(teks)
    except (ValueError, RecursionError) as salah:
        raise KinerjaError(f"--json bukan JSON yang sah: {salah}") from salah
    if not isinstance(isi, list):
        raise KinerjaError("--json harus daftar argumen, misalnya '[[[4,4,4,4,4,4,4,4,4]]]'.")
    return isi


def _argumen(teks: str) -> Any:
    bagian = teks.rsplit("!", 2)
    if len(bagian) == 3 and _SEL.match(bagian[2]):
        return _sel(Path(bagian[0]), bagian[1].strip("'"), bagian[2])
    try:
        return float(teks.replace(",", "."))
    except ValueError:
        return teks


def _sel(berkas: Path, lembar: str, alamat: str) -> Any:
    from kinerja_xl.core.ketat import saran
    from kinerja_xl.read import baca
    from kinerja_xl.verify.temuan import dari_masalah

    if not berkas.is_file():
        raise KinerjaError(f"berkas '{berkas}' tidak ada.")
    hasil = baca(berkas)
    if hasil.buku is None:
        sebab = [dari_masalah(m.kode, m.tempat, m.data).message for m in hasil.masalah[:1]]
        raise KinerjaError(f"berkas '{berkas.name}' tidak dapat dibaca. {' '.join(sebab)}")
    semua = {satu.nama: satu for satu in hasil.buku.lembar}
    if lembar not in semua:
        raise KinerjaError(f"lembar '{lembar}' tidak ada di {berkas.name}.{saran(lembar, semua)}")
    cocok = _SEL.match(alamat)
    assert cocok
    b1, k1 = int(cocok.group(2)), kolom_angka(cocok.group(1))
    b2, k2 = (int(cocok.group(4)), kolom_angka(cocok.group(3))) if cocok.group(3) else (b1, k1)
    if (b2 - b1 + 1) * (k2 - k1 + 1) > _MAKS_SEL or b2 < b1 or k2 < k1:
        raise KinerjaError(f"daerah {alamat} terlalu besar atau terbalik.")
    peta = semua[lembar].sel
    isi = [[_nilai(peta.get((b, k)), lembar) for k in range(k1, k2 + 1)] for b in range(b1, b2 + 1)]
    return isi if ":" in alamat else isi[0][0]


def _nilai(sel: Any, lembar: str) -> Any:
    if sel is None:
        return None
    if sel.jenis == "e":
        raise KinerjaError(f"{lembar}: sel berisi {sel.nilai}", baris=sel.baris, kolom=sel.kolom)
    return sel.nilai


def _tulis(nilai: Any) -> str:
    if isinstance(nilai, (list, tuple)):
        return json.dumps(nilai, ensure_ascii=False)
    return f"{nilai:.15g}" if isinstance(nilai, float) else str(nilai)
