"""The pool: warm workers, files in chunks, and for every file an answer whatever becomes of its worker.

A verdict about a file that kills its worker is only given when the file was alone in a fresh worker; everything a
chunk lost is tried again. So the verdicts do not depend on what else was checked, in which order, or by how many.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from time import monotonic

from kinerja_xl.batch import pipa
from kinerja_xl.batch.batas import BAWAAN, IRISAN, Batas
from kinerja_xl.batch.beku import Rusak, bekukan, cairkan_hasil
from kinerja_xl.batch.nasib import DIAM, Nasib, hasil_gagal
from kinerja_xl.batch.pekerja import LIBREOFFICE, Kerja, susun_irisan
from kinerja_xl.batch.proses import Pengamat, Proses
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify.berkas import Pilihan
from kinerja_xl.verify.laporan import HasilBerkas

_DETAK = 0.5
Ambil = Callable[[int], "tuple[str, bytes] | None"]


@dataclass
class Lajur:
    """A place for one worker, and what that worker was given."""

    proses: Proses | None = None
    irisan: deque[int] = field(default_factory=deque)
    sidik: dict[int, str] = field(default_factory=dict)
    sendiri: bool = False
    segar: bool = False
    pangkas: bool = False
    sejak: float = 0.0


@dataclass(frozen=True)
class Jawaban:
    """What became of file number `ke`. tetap: another try would say the same; teks: as it came."""

    ke: int
    hasil: HasilBerkas
    tetap: bool = True
    teks: bytes | None = None


class Kolam:
    """Checks files by number. kerja: see Proses; jobs: number of workers; sambil: done once while the first work."""

    def __init__(
        self, pilihan: Pilihan, kerja: Kerja | str, jobs: int = 1, batas: Batas = BAWAAN, *,
        sambil: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        self.sambil = sambil
        self.pilihan, self.kerja, self.batas = pilihan, kerja, batas
        self._lajur = [Lajur() for _ in range(jobs)]
        self._pengamat = Pengamat()
        self._antre: deque[int] = deque()
        self._sendiri: deque[int] = deque()
        self._coba: dict[int, int] = {}

    def __enter__(self) -> Kolam:
        return self

    def __exit__(self, *_: object) -> None:
        self.tutup()

    def tutup(self) -> None:
        """End all workers, whatever they are doing."""
        for lajur in self._lajur:
            self._lepas(lajur)
        self._pengamat.tutup()

    def jalankan(self, urutan: Iterable[int], ambil: Ambil) -> Iterator[Jawaban]:
        """An answer for every number that `ambil` has content for, in the order they are ready.

        ambil: name mark and bytes of a file, None when there is nothing to do for it.
        """
        self._antre.extend(urutan)
        while self._antre or self._sendiri or any(lajur.irisan for lajur in self._lajur):
            for lajur in self._lajur:
                if not lajur.irisan:
                    yield from self._beri(lajur, ambil)
            if self.sambil is not None:
                self.sambil()
                self.sambil = None
            for proses, potong in self._pengamat.tunggu(_DETAK):
                for lajur in self._lajur:
                    if lajur.proses is proses:
                        yield from self._terima(lajur, potong)
            yield from self._jaga()

    def _beri(self, lajur: Lajur, ambil: Ambil) -> Iterator[Jawaban]:
        """Hand out the next chunk, or one file that must be alone."""
        lajur.sendiri = not self._antre and bool(self._sendiri)
        isi = self._satu(ambil) if lajur.sendiri else self._potong(ambil)
        if not isi:
            return
        if lajur.sendiri and not lajur.segar:
            self._lepas(lajur)
        if lajur.proses is None:
            self._mulai(lajur)
        assert lajur.proses is not None
        lajur.irisan.extend(ke for ke, _, _ in isi)
        lajur.sidik = {ke: sha256(data).hexdigest() for ke, _, data in isi}
        lajur.segar, lajur.pangkas, lajur.sejak = False, False, monotonic()
        if not lajur.proses.kirim(pipa.IRISAN, susun_irisan(isi)):
            yield from self._tamat(lajur, paksa=True)

    def _satu(self, ambil: Ambil) -> list[tuple[int, str, bytes]]:
        ke = self._sendiri.popleft()
        ada = ambil(ke)
        return [(ke, *ada)] if ada else []

    def _potong(self, ambil: Ambil) -> list[tuple[int, str, bytes]]:
        """The next files: fewer towards the end, so that all workers finish together."""
        banyak = max(1, min(IRISAN.berkas, len(self._antre) // (4 * len(self._lajur))))
        isi: list[tuple[int, str, bytes]] = []
        while self._antre and len(isi) < banyak and sum(len(data) for _, _, data in isi) < IRISAN.ukuran:
            ke = self._antre.popleft()
            if ada := ambil(ke):
                isi.append((ke, *ada))
        return isi

    def _terima(self, lajur: Lajur, potong: bytes) -> Iterator[Jawaban]:
        assert lajur.proses is not None
        if not potong:
            yield from self._tamat(lajur)
            return
        try:
            for jenis, isi in lajur.proses.sambung.tambah(potong):
                lajur.sejak = monotonic()
                if jenis == pipa.TANYA:
                    if self.pilihan.mesin != LIBREOFFICE:  # only then is there anything to ask
                        raise pipa.Langgar
                    lajur.proses.kirim(pipa.JAWABAN, _lewat_libreoffice(isi))
                    lajur.sejak = monotonic()
                else:
                    yield from self._jawaban(lajur, jenis, isi)
                if lajur.proses is None:
                    return
        except (pipa.Langgar, Rusak):
            yield from self._tamat(lajur, DIAM, paksa=True)

    def _jawaban(self, lajur: Lajur, jenis: bytes, isi: bytes) -> Iterator[Jawaban]:
        ke = int.from_bytes(isi[:4], "big")
        if not lajur.irisan or lajur.irisan[0] != ke or b"\n" in isi[4:]:  # a result is one line of the journal
            raise pipa.Langgar
        if jenis == pipa.HASIL:
            hasil = cairkan_hasil(isi[4:])
            lajur.irisan.popleft()
            if (hasil.path, hasil.sha256) == ("", lajur.sidik[ke]):
                yield Jawaban(ke, hasil, teks=isi[4:])
            else:
                yield Jawaban(ke, replace(hasil, path="", sha256=lajur.sidik[ke]))
        else:
            lajur.irisan.popleft()
            yield from self._putus(ke, lajur, Nasib("mati", isi[4:].decode("ascii", "replace")[:60]))
        assert lajur.proses is not None
        if lajur.pangkas or (not lajur.irisan and lajur.proses.gemuk()):
            self._lepas(lajur)

    def _tamat(self, lajur: Lajur, nasib: Nasib | None = None, *, paksa: bool = False) -> Iterator[Jawaban]:
        """The worker ended, or must: the file it was at is suspected, the rest of its chunk goes back."""
        assert lajur.proses is not None
        self._pengamat.hapus(lajur.proses)
        akhir = lajur.proses.akhiri(paksa=paksa)
        lajur.proses = None
        if not lajur.irisan:
            return
        tersangka = lajur.irisan.popleft()
        self._antre.extendleft(reversed(lajur.irisan))
        lajur.irisan.clear()
        yield from self._putus(tersangka, lajur, nasib or akhir)

    def _putus(self, ke: int, lajur: Lajur, nasib: Nasib) -> Iterator[Jawaban]:
        """A verdict where the file was alone; otherwise, or when nothing was learnt, another try."""
        if lajur.sendiri:
            self._coba[ke] = self._coba.get(ke, 0) + 1
        if not lajur.sendiri or (nasib.jenis == "diam" and self._coba[ke] < self.batas.coba):
            self._sendiri.append(ke)
            return
        hasil = hasil_gagal(nasib, lajur.sidik[ke], self.pilihan, self.batas)
        yield Jawaban(ke, hasil, tetap=nasib.jenis != "diam")

    def _jaga(self) -> Iterator[Jawaban]:
        """Look after workers that have said nothing for long."""
        kini = monotonic()
        menganggur = not self._antre and any(not lajur.irisan for lajur in self._lajur)
        for lajur in self._lajur:
            if lajur.proses is None or not lajur.irisan:
                continue
            if kini - lajur.sejak > self.batas.diam:
                yield from self._tamat(lajur, DIAM, paksa=True)
            elif menganggur and len(lajur.irisan) > 1 and kini - lajur.sejak > IRISAN.lambat:
                ini = lajur.irisan.popleft()
                self._antre.extend(lajur.irisan)
                lajur.irisan.clear()
                lajur.irisan.append(ini)
                lajur.pangkas = True

    def _mulai(self, lajur: Lajur) -> None:
        lajur.proses = Proses(self.pilihan, self.kerja, self.batas)
        lajur.segar = True
        self._pengamat.tambah(lajur.proses)

    def _lepas(self, lajur: Lajur) -> None:
        if lajur.proses is not None:
            self._pengamat.hapus(lajur.proses)
            lajur.proses.akhiri(paksa=True)
            lajur.proses = None


def _lewat_libreoffice(buku: bytes) -> bytes:
    from kinerja_xl.mesin import m_libreoffice

    try:
        return bekukan(m_libreoffice.nilai_buku(buku)).encode("utf-8", "surrogatepass")
    except KinerjaError as salah:
        return bekukan(str(salah)).encode()
