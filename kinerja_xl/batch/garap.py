"""One run over many files: what is known already, what is alike, and the rest through a pool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kinerja_xl.batch.pekerja import KUNCI_BERKAS
from kinerja_xl.batch.rakit import Perakit
from kinerja_xl.read.batas import UKURAN_BERKAS
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas
from kinerja_xl.verify.cari import Calon
from kinerja_xl.verify.laporan import HasilBerkas

if TYPE_CHECKING:
    from kinerja_xl.batch.jurnal import Jurnal
    from kinerja_xl.batch.kolam import Ambil, Jawaban

Kabar = Callable[[int, int, str], None]


class Pelaksana(Protocol):
    """Whoever answers for files by number: a pool on this machine, or a cluster."""

    def jalankan(self, urutan: Iterable[int], ambil: Ambil) -> Iterator[Jawaban]:
        """See Kolam.jalankan."""
        ...


class Garapan:
    """Checks files and hands their results to a Perakit. kabar: told (done, all, name) after each."""

    def __init__(
        self, calon: Sequence[Calon], pilihan: Pilihan, perakit: Perakit, kabar: Kabar, jurnal: Jurnal | None = None
    ) -> None:
        self.calon, self.pilihan, self.perakit, self.kabar, self.jurnal = calon, pilihan, perakit, kabar, jurnal
        self._kunci = _kunci(pilihan) if jurnal is not None else None
        self.kunci_berkas: dict[int, str] = {}
        self._pertama: dict[str, int] = {}
        self._kembar: dict[int, list[int]] = {}
        self._selesai: set[int] = set()

    def jalankan(self, pelaksana: Pelaksana) -> None:
        """Until every file has its result; a file that changed meanwhile is looked at again."""
        urutan: Iterable[int] = self._urutan() if self.jurnal is not None else range(len(self.calon))
        while True:
            for jawab in pelaksana.jalankan(urutan, self.ambil):
                self._terima(jawab)
            urutan = [ke for ke in range(len(self.calon)) if ke not in self._selesai]
            if not urutan:
                return
            self._pertama.clear()
            self._kembar.clear()

    def _urutan(self) -> list[int]:
        """Files without a known result: those never tried first, the others by how often they were tried."""
        assert self.jurnal is not None
        sisa: list[tuple[int, int]] = []
        for ke in range(len(self.calon)):
            isi = self._baca(ke)
            if isi is None:
                continue
            kunci = self._kunci_untuk(*isi)
            hasil = self.jurnal.ambil(kunci)
            if hasil is None:
                sisa.append((self.jurnal.dicoba[kunci], ke))
            else:
                self.kunci_berkas[ke] = kunci
                self._simpan(ke, hasil)
        return [ke for _, ke in sorted(sisa)]

    def ambil(self, ke: int) -> tuple[str, bytes] | None:
        """Name mark and bytes of a file for a worker; None when it needs none."""
        isi = self._baca(ke)
        if isi is None:
            return None
        kunci = self._kunci_untuk(*isi)
        pertama = self._pertama.setdefault(kunci, ke)
        if pertama != ke and self.kunci_berkas.get(pertama) == kunci:
            if pertama in self._selesai:
                self.kunci_berkas[ke] = kunci
                self._simpan(ke, self.perakit.ambil(pertama))
            else:
                self._kembar.setdefault(pertama, []).append(ke)
            return None
        if self.kunci_berkas.get(ke) != kunci and ke in self._kembar:
            del self._kembar[ke]  # it changed since its likes were found; they get another round
        self.kunci_berkas[ke] = kunci
        if self.jurnal is not None:
            self.jurnal.mencoba(kunci)
        return isi

    def _baca(self, ke: int) -> tuple[str, bytes] | None:
        """The bytes of a file, bounded; one that cannot be read, or is too large, has its result at once."""
        jalur = self.calon[ke].jalur
        data = baca_terbatas(jalur)
        if data is None:
            self._simpan(ke, periksa_berkas(jalur, "", self.pilihan))
            return None
        return (KUNCI_BERKAS if jalur.name.startswith(KUNCI_BERKAS) else ""), data

    def _kunci_untuk(self, nama: str, data: bytes) -> str:
        return self._kunci(nama, data) if self._kunci is not None else sha256(data).hexdigest() + nama

    def _terima(self, jawab: Jawaban) -> None:
        if self.jurnal is not None and jawab.tetap:
            self.jurnal.catat(self.kunci_berkas[jawab.ke], jawab.hasil, jawab.teks)
        for ke in (jawab.ke, *self._kembar.pop(jawab.ke, ())):
            self.kunci_berkas[ke] = self.kunci_berkas[jawab.ke]
            self._simpan(ke, jawab.hasil, jawab.teks)

    def _simpan(self, ke: int, hasil: HasilBerkas, teks: bytes | None = None) -> None:
        if ke not in self._selesai:
            self._selesai.add(ke)
            self.perakit.simpan(ke, hasil, teks)
            self.kabar(len(self._selesai), len(self.calon), self.calon[ke].sebutan)


def _kunci(pilihan: Pilihan) -> Callable[[str, bytes], str]:
    from kinerja_xl.batch.kunci import Kunci

    return Kunci(pilihan).untuk


def baca_terbatas(jalur: Path) -> bytes | None:
    """The content of a file that may be read and is not too large."""
    try:
        if not jalur.is_file():
            return None
        with jalur.open("rb") as berkas:
            data = berkas.read(UKURAN_BERKAS.nilai + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= UKURAN_BERKAS.nilai else None
