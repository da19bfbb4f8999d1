"""Step times on the office's own calendar: days off, hours, repeats, and the whole against its SOP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.sop.jam_kerja import HARI, Jadwal, JamKerja, baca_jadwal
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.checks.langkah import Langkah, _menit, _saat, baca
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import tampil
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_KOLOM = ("masuk", "pulang", "istirahat", "selesai")
_HARI_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGGAR = 0.5  # minutes: clock times typed to the second differ in the last bits
_MENIT_SEHARI = 1440


class Kalender:
    """The workbook's calendar, a row a day one after another; rows are read when they are asked for."""

    def __init__(self, kasus: Kasus) -> None:
        self._kasus, tabel = kasus, kasus.manifest.tabel.get("kalender")
        self._tabel = tabel if tabel is not None and kasus.utuh(tabel.lembar) else None
        self.awal = self._angka(self._tabel.baris1, "tanggal") if self._tabel else None
        self.akhir = self._angka(self._tabel.baris2, "tanggal") if self._tabel else None
        self.jadwal = _jadwal(kasus) if self.ada else None

    @property
    def ada(self) -> bool:
        """Is there a calendar with a first and a last day?"""
        return self.awal is not None and self.akhir is not None

    def memuat(self, hari: int) -> bool:
        """Does the calendar have this day?"""
        return self.awal is not None and self.akhir is not None and self.awal <= hari <= self.akhir

    def _nilai(self, baris: int, kunci: str) -> Nilai:
        assert self._tabel is not None
        return self._kasus.nilai((self._tabel.lembar, baris, self._tabel.kolom[kunci]))

    def _angka(self, baris: int, kunci: str) -> int | None:
        nilai = self._nilai(baris, kunci)
        return int(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None

    def _baris(self, hari: int) -> int:
        assert self._tabel is not None and self.awal is not None
        return self._tabel.baris1 + hari - self.awal

    def menit(self, hari: int) -> int:
        """Working minutes of a day."""
        return self._angka(self._baris(hari), "menit") or 0

    def libur(self, hari: int) -> str:
        """Name of the holiday, "" on any other day."""
        return str(self._nilai(self._baris(hari), "libur") or "")

    def jam(self, hari: int) -> JamKerja | None:
        """Working hours of a day, None when they are not those of its weekday (Ramadan, a half day)."""
        satu = self.jadwal[dari_serial(hari).weekday()] if self.jadwal is not None else None
        return satu if satu is not None and abs(satu.menit - self.menit(hari)) < _LONGGAR else None

    def saat(self, posisi: float) -> float | None:
        """The moment with so many working minutes of the year before it, as serial number."""
        if self.awal is None or self.akhir is None:
            return None
        for hari in range(self.awal, self.akhir + 1):
            sebelum, menit = self._angka(self._baris(hari), "kumulatif"), self.menit(hari)
            if sebelum is not None and menit and sebelum + menit >= posisi - _LONGGAR:
                jam = self.jam(hari)
                return float(hari) if jam is None else hari + jam.saat(posisi - sebelum) / _MENIT_SEHARI
        return None


def _jadwal(kasus: Kasus) -> Jadwal | None:
    baris = [[r[k][1] if k in r else None for k in _KOLOM] for r in kasus.rekaman("jadwal_kerja")]
    try:
        return baca_jadwal([[n if n != "" else None for n in b] for b in baris]) if baris else None
    except KinerjaError:
        return None  # the inputs check tells what is wrong with it


@periksa("WKT", 84)
def langkah_pada_hari_kerja(kasus: Kasus) -> Iterator[Temuan]:
    """Times lie in the calendar, on working days, within hours."""
    semua = [satu for satu in baca(kasus) if satu.dicatat]
    kal = Kalender(kasus) if semua else None
    if kal is None or not kal.ada:
        return
    for satu in semua:
        for kunci, nilai, sebut in (("mulai", satu.mulai, _MULAI), ("selesai", satu.selesai, _SELESAI)):
            if nilai is not None and nilai > 24:
                yield from _satu(kal, satu, kunci, nilai, sebut)


_MULAI, _SELESAI = Kata("mulai", "starts"), Kata("selesai", "ends")


def _satu(kal: Kalender, satu: Langkah, kunci: str, nilai: float, sebut: Kata) -> Iterator[Temuan]:
    hari, titik = int(nilai + 1e-9), satu.tempat[kunci]
    if not kal.memuat(hari):
        awal, akhir = tampil(kal.awal, "tanggal"), tampil(kal.akhir, "tanggal")
        yield buat("WKT-11", titik, no=satu.no, apa=sebut, saat=_saat(nilai), awal=awal, akhir=akhir)
        return
    ke = dari_serial(hari).weekday()
    if kal.menit(hari) <= 0:
        libur = kal.libur(hari)
        nama = Kata(f"{HARI[ke]}, {libur}", f"{_HARI_EN[ke]}, {libur}") if libur else Kata(HARI[ke], _HARI_EN[ke])
        yield buat("WKT-10", titik, no=satu.no, apa=sebut, saat=_saat(nilai), hari=nama)
        return
    jam, pukul = kal.jam(hari), (nilai - hari) * _MENIT_SEHARI
    if jam is not None and not (jam.masuk - _LONGGAR <= pukul <= jam.pulang + _LONGGAR):
        sebab = (
            Kata("Mungkin jamnya belum diketik.", "Perhaps the time was not typed.")
            if pukul < _LONGGAR
            else Kata("", "")
        )
        yield buat("WKT-12", titik, no=satu.no, apa=sebut, saat=_saat(nilai), masuk=_pukul(jam.masuk),
                   pulang=_pukul(jam.pulang), sebab=sebab)  # fmt: skip


def _pukul(menit: float) -> str:
    jam = timedelta(minutes=menit)
    return f"{jam.seconds // 3600:02d}.{jam.seconds % 3600 // 60:02d}"


@periksa("WKT", 85)
def langkah_diulang_dan_seketika(kasus: Kasus) -> Iterator[Temuan]:
    """Repeats are told; a step that takes time does not end as it starts."""
    for satu in baca(kasus):
        if satu.ulang > 0:
            arti = (
                Kata(f"Pekerjaan kembali ke langkah {satu.kembali}.", f"The work goes back to step {satu.kembali}.")
                if satu.kembali is not None
                else Kata("Menurut SOP langkah ini tidak mengembalikan pekerjaan.",
                          "By the SOP this step does not return the work.")
            )  # fmt: skip
            yield buat("WKT-13", satu.tempat["ulang"], no=satu.no, kegiatan=satu.kegiatan, ulang=satu.ulang, arti=arti)
        if satu.mulai is not None and satu.selesai == satu.mulai and (satu.baku or 0) > 0:
            yield buat("WKT-15", satu.tempat["selesai"], no=satu.no, kegiatan=satu.kegiatan, saat=_saat(satu.mulai),
                       baku=_menit(satu.baku))  # fmt: skip


@periksa("WKT", 86)
def seluruh_sop_dalam_waktu(kasus: Kasus) -> Iterator[Temuan]:
    """All steps together take no more working minutes than the SOP adds up to."""
    semua = baca(kasus)
    if not semua or any(s.status not in ("tepat", "terlambat") for s in semua):
        return
    baku = total(semua, {s.no: s.baku or 0.0 for s in semua})
    nyata = total(semua, {s.no: s.durasi or 0.0 for s in semua})
    if nyata <= baku + _LONGGAR:
        return
    lambat = sorted((s for s in semua if (s.selisih or 0) > 0), key=lambda s: (-(s.selisih or 0), s.no))
    urut = ", ".join(f"{s.no} (+{_menit(s.selisih)})" for s in lambat[:3])
    ujung = max(semua, key=lambda s: (s.selesai or 0, s.no))
    yield buat(
        "WKT-14", ujung.tempat["selesai"], aktual=_menit(nyata), baku=_menit(baku), selisih=_menit(nyata - baku),
        rencana=_rencana(kasus, semua, baku, ujung), urut=urut,
    )  # fmt: skip


def _rencana(kasus: Kasus, semua: list[Langkah], baku: float, ujung: Langkah) -> Kata:
    """When it would have ended without a pause, on the office's calendar, and when it did."""
    awal = [s.posisi[0] for s in semua]
    rencana = Kalender(kasus).saat(min(p for p in awal if p is not None) + baku) if None not in awal else None
    if rencana is None or ujung.selesai is None:
        return Kata("", "")
    return Kata(
        f"Tanpa jeda selesai {_saat(rencana)}, nyatanya {_saat(ujung.selesai)}.",
        f"Without a pause it would have ended {_saat(rencana)}, in fact it ended {_saat(ujung.selesai)}.",
    )


def total(semua: list[Langkah], menit: Mapping[int, float]) -> float:
    """Working minutes of the whole: steps one after another, of two parallel ones the longer."""
    dua = {(min(s.no, s.paralel), max(s.no, s.paralel)) for s in semua if s.paralel is not None}
    return sum(menit.values()) - sum(min(menit[a], menit[b]) for a, b in dua if a != b and a in menit and b in menit)
