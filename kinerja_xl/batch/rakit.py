"""From single results to the report: the documents of each office against each other, then all files in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kinerja_xl.batch.gudang import SEDIKIT, DaftarBerkas, Gudang
from kinerja_xl.verify.berkas import Pilihan, rapikan
from kinerja_xl.verify.cari import Calon
from kinerja_xl.verify.laporan import HasilBerkas, Laporan, Pokok, pokok_berkas
from kinerja_xl.verify.silang import kunci_kantor, silangkan
from kinerja_xl.verify.temuan import Temuan


class Perakit:
    """Takes results in any order and makes the report that `verify` makes, whatever the order was."""

    def __init__(self, calon: Sequence[Calon], pilihan: Pilihan) -> None:
        self.calon, self.pilihan = calon, pilihan
        self._mentah = Gudang(len(calon))
        self._kantor: dict[str, list[int]] = {}
        self._lepas: list[int] = []

    def simpan(self, ke: int, hasil: HasilBerkas, teks: bytes | None = None) -> None:
        """The result of file number `ke` (of whatever path). teks: see Gudang.simpan."""
        self._mentah.simpan(ke, hasil, teks)
        if hasil.silang is None:
            self._lepas.append(ke)
        else:
            self._kantor.setdefault(kunci_kantor(hasil.silang), []).append(ke)

    def ambil(self, ke: int) -> HasilBerkas:
        """A result that was handed in."""
        return self._mentah.ambil(ke)

    def laporan(self, dilewati: int) -> Laporan:
        """The report. Holds the documents of one office at a time in memory."""
        akhir, pokok = Gudang(len(self.calon)), {}
        for ke, hasil in self._semua():
            akhir.simpan(ke, hasil)
            pokok[ke] = pokok_berkas(hasil)
        urut = range(len(self.calon))
        files: Sequence[HasilBerkas] = DaftarBerkas(akhir, _hemat([pokok[ke] for ke in urut]))
        if len(files) <= SEDIKIT:
            files = tuple(files)
        return Laporan(files, dilewati, self.pilihan.tahun, self.pilihan.lang, syarat=self.pilihan.syarat())

    def _semua(self) -> Iterator[tuple[int, HasilBerkas]]:
        for kelompok in [*([ke] for ke in self._lepas), *self._kantor.values()]:
            nomor = sorted(kelompok)
            isi = [replace(self._mentah.ambil(ke), path=self.calon[ke].sebutan) for ke in nomor]
            yield from zip(nomor, silangkan(isi, self._rapikan), strict=True)

    def _rapikan(self, temuan: Iterable[Temuan], lembar: Sequence[str]) -> tuple[Temuan, ...]:
        return rapikan(temuan, lembar, self.pilihan)


def _hemat(semua: list[Pokok]) -> list[Pokok]:
    """Equal ones as one object."""
    sama: dict[Pokok, Pokok] = {}
    return [sama.setdefault(satu, satu) for satu in semua]
