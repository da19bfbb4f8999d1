"""Our functions in a workbook of no known template: every call computed again and held against what is stored.

Each cell is computed alone, from the stored values of the cells it reads, so a wrong value is told where it stands.
Only plain arithmetic around our calls is followed; what cannot be computed here is counted, not guessed. Everything
is bounded (see fungsi_cari).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import functions
from kinerja_xl.mesin.fungsi_kita import Bentuk
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.lepas import hitung_lepas
from kinerja_xl.read.buku import Buku
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.fungsi_cari import Panggilan, Pencari, tersimpan
from kinerja_xl.verify.sebanding import sama_nilai
from kinerja_xl.verify.temuan import Kata, Temuan, buat

MAKS_ASING = 50  # unknown functions named
MAKS_SENDIRI = 200  # cells computed once more by themselves, for the reason


@dataclass
class Hasil:
    """What was found. dipanggil: cells with calls of ours (titik); diperiksa: those computed again."""

    temuan: list[Temuan] = field(default_factory=list)
    dipanggil: int = 0
    diperiksa: int = 0
    titik: frozenset[Titik] = frozenset()


def periksa_lepas(buku: Buku) -> Hasil:
    """Find and compute the calls of our functions in a workbook."""
    pencari, hasil = Pencari(buku), Hasil()
    panggilan = list(pencari.cari())
    asing = list(pencari.asing.items())[:MAKS_ASING]
    hasil.temuan += [buat("RMS-07", titik, fungsi=nama, jumlah=banyak) for nama, (titik, banyak) in asing]
    hasil.dipanggil, hasil.titik = len(panggilan), frozenset(satu.titik for satu in panggilan)
    bisa = [satu for satu in panggilan if satu.lepas is not None]
    if bisa and all(
        sel.nilai is None for lembar in buku.lembar for sel in lembar.sel.values() if sel.rumus is not None
    ):
        hasil.temuan.append(buat("NIL-09", jumlah=len(bisa)))
        return hasil
    hasil.temuan += _bandingkan(pencari, bisa)
    tak = [satu for satu in panggilan if satu.sebab]
    hasil.diperiksa = len(panggilan) - len(tak)
    if tak:
        hasil.temuan.append(buat("NIL-13", tak[0].titik, jumlah=len(tak), sebab=Kata(tak[0].sebab, tak[0].sebab)))
    return hasil


def _bandingkan(pencari: Pencari, daftar: list[Panggilan]) -> Iterator[Temuan]:
    """Stored against computed; what differs is computed once more by itself, which tells why."""
    dihitung = _bersama(pencari, daftar)
    sendiri = 0
    for satu in daftar:
        harus = dihitung.get(satu.titik, GalatExcel("#N/A"))
        if not isinstance(harus, GalatExcel) and _cocok(satu, tersimpan(satu.sel), harus):
            continue
        sendiri += 1
        if sendiri > MAKS_SENDIRI:
            satu.sebab = f"lebih dari {MAKS_SENDIRI} sel berbeda"
            continue
        temuan = _sendiri(pencari, satu)
        if temuan is not None:
            yield temuan


def _bersama(pencari: Pencari, daftar: list[Panggilan]) -> dict[Titik, Nilai]:
    """All together; when the engine stumbles over one of them, none (each is then computed by itself)."""
    nilai: dict[Titik, Nilai] = {}
    lepas = {ke: satu.lepas for ke, satu in enumerate(daftar) if satu.lepas is not None}
    for satu in lepas.values():
        nilai.update(pencari.nilai(satu))
    try:
        hasil = hitung_lepas(lepas, nilai)
    except KinerjaError:
        return {}
    return {daftar[ke].titik: isi for ke, isi in hasil.items()}


def _sendiri(pencari: Pencari, satu: Panggilan) -> Temuan | None:
    """One cell computed alone; what it cannot say it leaves in satu.sebab."""
    assert satu.lepas is not None
    alasan: list[str] = []
    try:
        harus = hitung_lepas({0: satu.lepas}, pencari.nilai(satu.lepas), alasan)[0]
    except KinerjaError as salah:
        satu.sebab = str(salah)
        return None
    bentuk = next((a for a in alasan if isinstance(a, Bentuk)), None)
    if bentuk is not None:
        satu.sebab = f"rentang diberikan di tempat satu sel ({bentuk})"
        return None
    ada = tersimpan(satu.sel)
    return _ditolak(satu, ada, harus, alasan) if isinstance(harus, GalatExcel) else _berbeda(satu, ada, harus)


def _ditolak(satu: Panggilan, ada: Nilai, galat: GalatExcel, alasan: list[str]) -> Temuan | None:
    """The rule refuses: the cell must show an error, and that error is worth a word."""
    sebab = alasan[0] if alasan else f"masukannya {galat}"
    if isinstance(ada, GalatExcel):
        return buat("NIL-04", satu.titik, "", "peringatan", tersimpan=str(ada), sebab=Kata(sebab, sebab))
    if ada is None:
        return None
    return buat("NIL-12", satu.titik, tersimpan=ada, fungsi=", ".join(satu.fungsi), sebab=Kata(sebab, sebab))


def _berbeda(satu: Panggilan, ada: Nilai, harus: Nilai) -> Temuan | None:
    if _cocok(satu, ada, harus):
        return None
    if ada is None:
        return buat("NIL-02", satu.titik, dihitung=harus)
    rujukan = "; ".join(dict.fromkeys(functions()[nama].rujukan for nama in satu.fungsi))
    fungsi = ", ".join(satu.fungsi)
    return buat("NIL-11", satu.titik, tersimpan=ada, dihitung=harus, fungsi=fungsi, rujukan=rujukan)


def _cocok(satu: Panggilan, ada: Nilai, harus: Nilai) -> bool:
    """Same result? The wording of a ..._CEK message may differ between versions; OK and not OK may not."""
    if isinstance(ada, GalatExcel):
        return False
    if satu.fungsi[0].endswith("_CEK") and isinstance(ada, str) and isinstance(harus, str) and ada and harus:
        return (ada == "OK") == (harus == "OK")
    return sama_nilai(ada, harus)
