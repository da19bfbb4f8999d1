"""The folder of --lanjut: what was found out survives a kill, and what has not changed is not checked again.

Results are collected in segments. A segment is written beside its name, forced to the disk and then renamed, so after
a kill -9 or a power cut there are whole segments and nothing else. Attempts are noted before the work, so that the
file over which a run died is not the first one of the next run.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic

from kinerja_xl.batch.beku import Rusak, cairkan_hasil, sebagai_teks
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify.laporan import HasilBerkas

TANDA = "kinerja-lanjut.json"
HASIL = "hasil.jsonl"
_ISI_TANDA = b'{"kinerja-lanjut": 1}\n'
_BANYAK, _DETIK = 64, 1.0


class Jurnal:
    """One folder, for one run at a time. Use as a context; results not yet on disk are written at its end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tempat: dict[str, tuple[Path, int, int]] = {}
        self._tunggu: list[tuple[str, bytes]] = []
        self._sejak = monotonic()
        self._bagian = folder / "jurnal"
        self._mulai()
        self._kunci = _kunci_folder(folder)
        self.dicoba = self._baca_coba()
        self._coba = (folder / "dicoba.txt").open("ab", buffering=0)
        self._nomor = self._muat()

    def __enter__(self) -> Jurnal:
        return self

    def __exit__(self, *_: object) -> None:
        self.simpan()
        self._coba.close()
        os.close(self._kunci)

    def _mulai(self) -> None:
        if self.folder.exists() and not self.folder.is_dir():
            raise KinerjaError(f"--lanjut memerlukan folder, '{self.folder.name}' adalah berkas.")
        if self.folder.is_dir() and any(self.folder.iterdir()) and not (self.folder / TANDA).is_file():
            raise KinerjaError(f"folder '{self.folder}' bukan folder --lanjut dan tidak kosong; sebutkan folder baru.")
        self._bagian.mkdir(parents=True, exist_ok=True)
        if not (self.folder / TANDA).is_file():
            tulis_utuh(self.folder / TANDA, [_ISI_TANDA])

    def _baca_coba(self) -> Counter[str]:
        berkas = self.folder / "dicoba.txt"
        return Counter(berkas.read_text("ascii", "replace").split()) if berkas.is_file() else Counter()

    def _muat(self) -> int:
        """Where every known result stands; the number of the next segment."""
        terakhir = 0
        for sisa in self.folder.rglob("*.part"):
            sisa.unlink()
        for berkas in sorted(self._bagian.glob("*.jsonl")):
            terakhir = max(terakhir, int(berkas.stem))
            for kunci, awal, panjang in _baris(berkas):
                self._tempat[kunci] = (berkas, awal, panjang)
        return terakhir + 1

    def ambil(self, kunci: str) -> HasilBerkas | None:
        """The result under a key, if there is one that can be read."""
        ada = self._tempat.get(kunci)
        if ada is None:
            return None
        berkas, awal, panjang = ada
        with berkas.open("rb") as isi:
            isi.seek(awal)
            try:
                return cairkan_hasil(isi.read(panjang))
            except Rusak:
                return None

    def mencoba(self, kunci: str) -> None:
        """Note that work on a file begins."""
        self._coba.write(f"{kunci}\n".encode("ascii"))

    def catat(self, kunci: str, hasil: HasilBerkas, teks: bytes | None = None) -> None:
        """Keep a result (teks: the same as text, where it is known); on disk after 64 results or a second."""
        self._tunggu.append((kunci, sebagai_teks(hasil) if teks is None else teks))
        if len(self._tunggu) >= _BANYAK or monotonic() - self._sejak > _DETIK:
            self.simpan()

    def simpan(self) -> None:
        """Write what waits as one segment."""
        self._sejak = monotonic()
        if self._tunggu:
            berkas = self._bagian / f"{self._nomor:08d}.jsonl"
            self._tulis(berkas, self._tunggu)
            self._nomor += 1
            self._tunggu = []

    def _tulis(self, berkas: Path, isi: Iterable[tuple[str, bytes]]) -> None:
        letak: dict[str, tuple[Path, int, int]] = {}

        def baris() -> Iterator[bytes]:
            awal = 0
            for kunci, hasil in isi:
                kepala = f"{kunci} ".encode()
                letak[kunci] = (berkas, awal + len(kepala), len(hasil))
                awal += len(kepala) + len(hasil) + 1
                yield kepala + hasil + b"\n"

        tulis_utuh(berkas, baris())
        self._tempat.update(letak)

    def tutup_buku(self, dipakai: Iterable[str], laporan: Iterable[dict[str, object]]) -> None:
        """The run is complete: one segment with the keys still in use, and the results as JSON lines in their order."""
        self.simpan()
        tulis_utuh(self.folder / HASIL, (f"{_json(satu)}\n".encode("utf-8", "backslashreplace") for satu in laporan))
        lama = sorted(self._bagian.glob("*.jsonl"))
        ingat = {kunci: self._tempat[kunci] for kunci in dict.fromkeys(dipakai) if kunci in self._tempat}
        if len(lama) > 1 or len(ingat) < len(self._tempat):
            tempat, self._tempat = self._tempat, {}
            self._tulis(self._bagian / f"{self._nomor:08d}.jsonl", ((k, _potong(*tempat[k])) for k in ingat))
            self._nomor += 1
            for berkas in lama:
                berkas.unlink()
        self._coba.truncate(0)


def tulis_utuh(jalur: Path, isi: Iterable[bytes]) -> None:
    """A whole file or none: beside its name, forced to the disk, renamed, the folder forced too."""
    sementara = jalur.with_name(f"{jalur.name}.part")
    with sementara.open("wb") as berkas:
        for potong in isi:
            berkas.write(potong)
        berkas.flush()
        os.fsync(berkas.fileno())
    sementara.replace(jalur)
    if os.name == "posix":
        folder = os.open(jalur.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _json(isi: object) -> str:
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _baris(berkas: Path) -> Iterator[tuple[str, int, int]]:
    """Key, begin and length of every result of a segment; a line without its end is none."""
    awal = 0
    with berkas.open("rb") as isi:
        for baris in isi:
            kunci, sela, hasil = baris.partition(b" ")
            if sela and hasil.endswith(b"\n"):
                yield kunci.decode("ascii", "replace"), awal + len(kunci) + 1, len(hasil) - 1
            awal += len(baris)


def _potong(berkas: Path, awal: int, panjang: int) -> bytes:
    with berkas.open("rb") as isi:
        isi.seek(awal)
        return isi.read(panjang)


def _kunci_folder(folder: Path) -> int:
    """A lock that goes with the process, however it ends."""
    pegang = os.open(folder / "dipakai", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(pegang, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(pegang, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as salah:
        os.close(pegang)
        raise KinerjaError(f"folder --lanjut '{folder}' sedang dipakai pemeriksaan lain.") from salah
    return pegang
