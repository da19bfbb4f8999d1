"""A Dask cluster instead of workers of our own: the same answers, the same fence on every machine.

A task is a chunk of files. It names their paths; a machine that does not see a file, or sees another one there, asks
for its bytes. On each machine every file is checked by a fenced worker, never by the Dask worker itself.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja_xl.batch.batas import BAWAAN, IRISAN
from kinerja_xl.batch.beku import Rusak, bekukan, cairkan, cairkan_hasil
from kinerja_xl.batch.garap import baca_terbatas
from kinerja_xl.batch.kolam import Ambil, Jawaban, Kolam
from kinerja_xl.batch.kunci import sidik_program
from kinerja_xl.batch.nasib import DIAM, hasil_gagal
from kinerja_xl.core.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_xl.verify.berkas import Pilihan

KERJA = "kinerja_xl.batch.pekerja:periksa"
MINTA = "minta"  # answer of a machine that does not see the file
_SEKALIGUS = 2  # chunks on their way for each thread of the cluster
_DETIK = 20
_ULANG = 3
_LOKAL = threading.local()
Barang = tuple[int, str, str, str, "bytes | None"]  # number, name mark, path, hash, bytes


class Gugus:
    """Sends files to a cluster. alamat: of the scheduler; jalur: path of every file by number."""

    def __init__(self, alamat: str, pilihan: Pilihan, jalur: Sequence[Path]) -> None:
        try:
            from distributed import Client
        except ImportError as salah:
            raise KinerjaError("--dask memerlukan paket tambahan: pip install 'kinerja-xl[cluster]'.") from salah
        self.pilihan, self.jalur = pilihan, [str(satu.resolve()) for satu in jalur]
        try:
            self.klien = Client(alamat, timeout=_DETIK, set_as_default=False)
        except (OSError, ValueError) as salah:
            raise KinerjaError(f"gugus Dask di '{alamat}' tidak dapat dihubungi.") from salah
        self._kirim = bekukan(pilihan)
        self._dasar = sha256(f"{sidik_program()}{self._kirim}".encode()).hexdigest()

    def __enter__(self) -> Gugus:
        return self

    def __exit__(self, *_: object) -> None:
        self.klien.close()

    def jalankan(self, urutan: Iterable[int], ambil: Ambil) -> Iterator[Jawaban]:
        """An answer for every number that `ambil` has content for."""
        from distributed import as_completed

        antre: deque[tuple[int, int, bool]] = deque((ke, 0, False) for ke in urutan)  # number, tries, with its bytes
        jalan: dict[str, list[tuple[int, int, str]]] = {}
        selesai = as_completed(loop=self.klien.loop)
        while antre or jalan:
            while antre and len(jalan) < self._banyak():
                self._kirim_irisan(antre, ambil, jalan, selesai)
            if not jalan:
                continue
            janji = next(selesai)
            isi = jalan.pop(janji.key)
            yield from self._terima(janji, isi, antre)
            janji.release()

    def _banyak(self) -> int:
        """Chunks to have on their way, so that no machine waits and memory stays small."""
        return max(2, _SEKALIGUS * sum(self.klien.nthreads().values()))

    def _kirim_irisan(
        self, antre: deque[tuple[int, int, bool]], ambil: Ambil, jalan: dict[str, list[tuple[int, int, str]]],
        selesai: Any,
    ) -> None:  # fmt: skip
        barang: list[Barang] = []
        isi: list[tuple[int, int, str]] = []
        besar = 0
        while antre and len(barang) < IRISAN.berkas and besar < IRISAN.ukuran:
            if isi and (antre[0][1] or isi[0][1]):  # what failed goes alone
                break
            ke, kali, beserta = antre.popleft()
            ada = ambil(ke)
            if ada is None:
                continue
            sidik = sha256(ada[1]).hexdigest()
            barang.append((ke, ada[0], self.jalur[ke], sidik, ada[1] if beserta else None))
            isi.append((ke, kali, sidik))
            besar += len(ada[1])
        if not barang:
            return
        nama = sha256("".join(f"{s}{n}{b is None}" for _, n, _, s, b in barang).encode()).hexdigest()
        kunci = f"kinerja-{self._dasar[:16]}-{nama[:32]}-{isi[0][0]}-{isi[0][1]}"
        jalan[kunci] = isi
        selesai.add(self.klien.submit(kerja_irisan, self._kirim, barang, key=kunci, pure=False, retries=1))

    def _terima(
        self, janji: Any, isi: list[tuple[int, int, str]], antre: deque[tuple[int, int, bool]]
    ) -> Iterator[Jawaban]:
        """Answers of a chunk. One that was lost with its machine is tried again, file by file."""
        sidik, jawaban = janji.result() if janji.status == "finished" else ("", None)
        if jawaban is not None and sidik != sidik_program():
            raise KinerjaError("komputer di gugus Dask memakai versi kinerja-xl atau mesin hitung yang lain.")
        dapat = {ke: (tetap, teks) for ke, tetap, teks in jawaban or ()}
        for ke, kali, satu in isi:
            tetap, teks = dapat.get(ke, (False, ""))
            if teks == MINTA:
                antre.append((ke, kali, True))
                continue
            try:
                yield Jawaban(ke, cairkan_hasil(teks), tetap, teks.encode("utf-8", "surrogatepass"))
            except Rusak:
                if kali + 1 < _ULANG:
                    antre.append((ke, kali + 1, True))
                else:
                    yield Jawaban(ke, hasil_gagal(DIAM, satu, self.pilihan, BAWAAN), tetap=False)


def kerja_irisan(pilihan: str, barang: list[Barang]) -> tuple[str, list[tuple[int, bool, str]]]:
    """Runs on a machine of the cluster: check the files of a chunk by a fenced worker of this thread."""
    keluar: list[tuple[int, bool, str]] = []
    isi: dict[int, tuple[str, bytes]] = {}
    for ke, nama, jalur, sidik, data in barang:
        data = baca_terbatas(Path(jalur)) if data is None else data
        if data is None or sha256(data).hexdigest() != sidik:
            keluar.append((ke, False, MINTA))
        else:
            isi[ke] = (nama, data)
    for jawab in _kolam(pilihan).jalankan(list(isi), isi.get):
        keluar.append((jawab.ke, jawab.tetap, bekukan(jawab.hasil)))
    return sidik_program(), keluar


def _kolam(pilihan: str) -> Kolam:
    """The worker of this thread, kept warm from chunk to chunk; a program of its own, for threads must not fork."""
    ada: tuple[str, Kolam] | None = getattr(_LOKAL, "kolam", None)
    if ada is not None and ada[0] != pilihan:
        ada[1].tutup()
        ada = None
    if ada is None:
        ada = _LOKAL.kolam = (pilihan, Kolam(cairkan(pilihan), KERJA))
    return ada[1]
