"""Where results wait: a few in memory, many in a file on disk, so that memory does not grow with their number."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, overload

from kinerja_xl.batch.beku import cairkan_hasil, sebagai_teks
from kinerja_xl.verify.laporan import HasilBerkas, Pokok

SEDIKIT = 200


class Gudang:
    """Results by number. banyak: how many there will be."""

    def __init__(self, banyak: int) -> None:
        self._isi: dict[int, HasilBerkas] = {}
        self._berkas = tempfile.TemporaryFile(prefix="kinerja-") if banyak > SEDIKIT else None  # noqa: SIM115
        self._awal, self._panjang = array("q", [-1] * banyak), array("q", [0] * banyak)
        self._akhir = 0

    def simpan(self, ke: int, hasil: HasilBerkas, teks: bytes | None = None) -> None:
        """Keep a result. teks: the same as text, where it is known already."""
        if self._berkas is None:
            self._isi[ke] = hasil
            return
        isi = sebagai_teks(hasil) if teks is None else teks
        self._berkas.seek(self._akhir)
        self._berkas.write(isi)
        self._awal[ke], self._panjang[ke] = self._akhir, len(isi)
        self._akhir += len(isi)

    def ambil(self, ke: int) -> HasilBerkas:
        """The result again."""
        if self._berkas is None:
            return self._isi[ke]
        self._berkas.seek(self._awal[ke])
        return cairkan_hasil(self._berkas.read(self._panjang[ke]))


class DaftarBerkas(Sequence[HasilBerkas]):
    """The files of a report, read from a store one at a time; `pokok` is what a summary needs of each."""

    def __init__(self, gudang: Gudang, pokok: Sequence[Pokok]) -> None:
        self._gudang, self.pokok = gudang, pokok

    def __len__(self) -> int:
        return len(self.pokok)

    def __iter__(self) -> Iterator[HasilBerkas]:
        return (self._gudang.ambil(ke) for ke in range(len(self)))

    @overload
    def __getitem__(self, ke: int) -> HasilBerkas: ...
    @overload
    def __getitem__(self, ke: slice) -> Sequence[HasilBerkas]: ...
    def __getitem__(self, ke: Any) -> Any:
        if isinstance(ke, slice):
            return [self._gudang.ambil(satu) for satu in range(len(self))[ke]]
        return self._gudang.ambil(range(len(self))[ke])
