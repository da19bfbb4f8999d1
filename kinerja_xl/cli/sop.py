"""kinerja sop: plan, time and lint standard operating procedures; one file per command."""

from __future__ import annotations

import click

from kinerja_xl.cli._dasar import Induk

PERINTAH = {
    "jadwal": ("kinerja_xl.cli.sop_jadwal", "Susun jadwal langkah SOP pada kalender kerja."),
    "waktu": ("kinerja_xl.cli.sop_waktu", "Jumlah waktu SOP: berurutan, paralel, dan harapan bila ada perbaikan."),
    "lint": ("kinerja_xl.cli.sop_lint", "Periksa isi SOP: rantai dokumen, waktu, istilah, jabatan."),
}


@click.group("sop", cls=Induk, perintah=PERINTAH, short_help="Jadwal, waktu, dan pemeriksaan SOP.")
def perintah() -> None:
    """SOP: jadwal, waktu, dan pemeriksaannya. JENIS adalah kode SOP (mis. rka) atau berkas .toml kantor sendiri."""
