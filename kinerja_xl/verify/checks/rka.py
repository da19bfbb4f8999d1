"""Budget: ceiling, standard prices, account codes, parents against their lines, cash plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kinerja_xl.core.sel import tulis
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import rupiah
from kinerja_xl.verify.temuan import Kata, Temuan, buat

RINCIAN, HARGA, REKAP = "rka_rincian", "rka_harga", "rka_rekap"
PAGU, TOTAL, TOTAL_KAS = "rka_pagu", "rka_jumlah_total", "rka_kas_total"
_KODE = re.compile(r"\d\.\d\.\d{2}\.\d{2}\.\d{2}\.\d{4}\Z")
_BENTUK = "n.n.nn.nn.nn.nnnn"
_RUPIAH = 0.005
_VOLUME, _HARGA = Kata("volume (koefisien)", "a quantity"), Kata("harga", "a price")
Rekaman = Mapping[str, tuple[Titik, Nilai]]


@periksa("RKA", 90)
def tidak_melebihi_pagu(kasus: Kasus) -> Iterator[Temuan]:
    """The budget stays within its ceiling."""
    total, pagu = _bernama(kasus, TOTAL), _bernama(kasus, PAGU)
    if total and pagu and total[1] > pagu[1] + _RUPIAH:
        yield buat(
            "RKA-01", total[0], TOTAL, ada=rupiah(total[1]), pagu=rupiah(pagu[1]), lebih=rupiah(total[1] - pagu[1])
        )


@periksa("RKA", 91)
def harga_sesuai_standar(kasus: Kasus) -> Iterator[Temuan]:
    """No price is above the standard it names, and that standard exists."""
    standar = {_kunci(r, "kode"): _angka(r, "harga") for r in kasus.rekaman(HARGA) if _kunci(r, "kode")}
    for rekaman in _terisi(kasus):
        kode, harga = _kunci(rekaman, "kode_harga"), _angka(rekaman, "harga")
        batas = standar.get(kode)
        if kode and kode not in standar:
            yield buat("RKA-07", rekaman["kode_harga"][0], ada=_teks(rekaman, "kode_harga"))
        elif harga is not None and batas is not None and harga > batas + _RUPIAH:
            uraian, ada = _teks(rekaman, "uraian"), rupiah(harga)
            yield buat("RKA-02", rekaman["harga"][0], uraian=uraian, ada=ada, standar=rupiah(batas))


@periksa("RKA", 92)
def kode_rekening_utuh(kasus: Kasus) -> Iterator[Temuan]:
    """Every detail line has a complete account code."""
    for rekaman in _terisi(kasus):
        kode = _teks(rekaman, "kode")
        if kode and not _KODE.match(kode):
            yield buat("RKA-03", rekaman["kode"][0], ada=kode, bentuk=_BENTUK)


@periksa("RKA", 93)
def induk_sama_dengan_rincian(kasus: Kasus) -> Iterator[Temuan]:
    """Each level of the roll-up is the sum of the lines below its code."""
    rincian = [(_teks(r, "kode"), _angka(r, "jumlah") or 0.0) for r in _terisi(kasus)]
    for rekaman in kasus.rekaman(REKAP):
        kode, ada = _teks(rekaman, "kode"), _angka(rekaman, "jumlah")
        if not kode or ada is None:
            continue
        seharusnya = sum(jumlah for satu, jumlah in rincian if satu == kode or satu.startswith(f"{kode}."))
        if abs(seharusnya - ada) > _RUPIAH:
            yield buat("RKA-04", rekaman["jumlah"][0], kode=kode, ada=rupiah(ada), seharusnya=rupiah(seharusnya))


@periksa("RKA", 94)
def kas_sama_dengan_anggaran(kasus: Kasus) -> Iterator[Temuan]:
    """The cash plan of the year, once filled, equals the budget."""
    total, kas = _bernama(kasus, TOTAL), _bernama(kasus, TOTAL_KAS)
    if total and kas and kas[1] and abs(total[1] - kas[1]) > _RUPIAH:
        yield buat("RKA-05", kas[0], TOTAL_KAS, ada=rupiah(kas[1]), seharusnya=rupiah(total[1]))


@periksa("RKA", 95)
def rincian_bernilai(kasus: Kasus) -> Iterator[Temuan]:
    """A line with a description has a quantity and a price (blanks are told by the inputs check)."""
    for rekaman in _terisi(kasus):
        for kunci, kata in (("koefisien", _VOLUME), ("harga", _HARGA)):
            if _angka(rekaman, kunci) == 0:
                yield buat("RKA-06", rekaman[kunci][0], uraian=_teks(rekaman, "uraian"), isian=kata)


def _terisi(kasus: Kasus) -> Iterator[Rekaman]:
    yield from (r for r in kasus.rekaman(RINCIAN) if _teks(r, "uraian"))


def _bernama(kasus: Kasus, nama: str) -> tuple[Titik, float] | None:
    ada = kasus.manifest.sel_bernama.get(nama)
    if not ada:
        return None
    titik = (ada[0].nama, ada[1].baris, ada[1].kolom)
    nilai = kasus.nilai(titik)
    return (titik, float(nilai)) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def _angka(rekaman: Rekaman, kunci: str) -> float | None:
    nilai = rekaman[kunci][1] if kunci in rekaman else None
    return float(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def _teks(rekaman: Rekaman, kunci: str) -> str:
    nilai = rekaman[kunci][1] if kunci in rekaman else None
    return "" if nilai is None else tulis(nilai).strip()


def _kunci(rekaman: Rekaman, kunci: str) -> str:
    return " ".join(_teks(rekaman, kunci).split()).casefold()
