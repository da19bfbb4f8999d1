"""kinerja demo: the whole story on the real manual of 2024."""

from __future__ import annotations

from pathlib import Path

import click

BAWAAN = Path("kinerja-demo")


@click.command("demo", short_help="Seluruh alur pada manual nyata 2024: buat, isi, periksa.")
@click.option("--out", "folder", type=click.Path(file_okay=False, path_type=Path), default=BAWAAN, show_default=True,
              help="Folder hasil.")  # fmt: skip
def perintah(folder: Path) -> int:
    """Buat tiga buku kerja, isi dengan angka manual, periksa, lalu tunjukkan tiga kerusakan yang tertangkap."""
    from kinerja_xl.cli.cerita import jalankan

    hasil = jalankan(folder)
    return hasil if isinstance(hasil, int) else 0
