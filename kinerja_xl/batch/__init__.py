"""Many files: workers behind a fence, a journal that survives a kill, a cluster; the same report as `verify` makes.

    from kinerja_xl.batch import verify
    laporan = verify("kiriman", jobs=8, lanjut="lanjut")

Files are read by this process and checked by workers, which can do nothing but answer. See docs/keamanan.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja_xl.verify import Jalur, siapkan

if TYPE_CHECKING:
    from kinerja_xl.batch.garap import Garapan, Kabar, Pelaksana
    from kinerja_xl.verify.berkas import Pilihan
    from kinerja_xl.verify.cari import Calon
    from kinerja_xl.verify.laporan import Laporan

KERJA = "kinerja_xl.batch.pekerja:periksa"


def verify(
    paths: Jalur | Sequence[Jalur],
    *,
    jobs: int = 1,
    lanjut: Jalur | None = None,
    dask: str | None = None,
    kabar: Kabar | None = None,
    sambil: Callable[[], object] | None = None,
    **pilihan: Any,
) -> Laporan:
    """Like kinerja_xl.verify, with every file in a worker of its own.

    jobs: workers on this machine. lanjut: folder that keeps results over an interruption. dask: address of a
    scheduler whose workers do the work. kabar: called with (done, all, name) after each file. sambil: called once
    while the first files are being checked. The other options are those of kinerja_xl.verify.
    Raises KinerjaError when there is nothing to verify; a bad file is a finding, not an error.
    """
    from kinerja_xl.batch.garap import Garapan
    from kinerja_xl.batch.rakit import Perakit

    pilih, aturan, calon, dilewati = siapkan(paths, **pilihan)
    perakit = Perakit(calon, pilih)
    with ExitStack() as tumpuk:
        jurnal = None
        if lanjut is not None:
            from kinerja_xl.batch.jurnal import Jurnal

            jurnal = tumpuk.enter_context(Jurnal(Path(lanjut)))
        garapan = Garapan(calon, pilih, perakit, kabar or _diam, jurnal)
        garapan.jalankan(_pelaksana(tumpuk, pilih, calon, jobs, dask, sambil))
        laporan = perakit.laporan(dilewati)
        if aturan is not None:
            laporan = aturan.terapkan(laporan, pilih)
        if jurnal is not None:
            _tutup_buku(jurnal, garapan, laporan)
    return laporan


def _pelaksana(
    tumpuk: ExitStack, pilihan: Pilihan, calon: list[Calon], jobs: int, dask: str | None,
    sambil: Callable[[], object] | None,
) -> Pelaksana:  # fmt: skip
    if dask is not None:
        from kinerja_xl.batch.gugus import Gugus

        return tumpuk.enter_context(Gugus(dask, pilihan, [satu.jalur for satu in calon]))
    from kinerja_xl.batch.kolam import Kolam
    from kinerja_xl.batch.pekerja import periksa
    from kinerja_xl.batch.proses import dapat_bercabang

    kerja = periksa if dapat_bercabang() else KERJA
    return tumpuk.enter_context(Kolam(pilihan, kerja, min(jobs, len(calon)), sambil=sambil))


def _tutup_buku(jurnal: Any, garapan: Garapan, laporan: Laporan) -> None:
    jurnal.tutup_buku(garapan.kunci_berkas.values(), (satu.to_dict() for satu in laporan.files))


def _diam(*_: object) -> None:
    """No news wanted."""
