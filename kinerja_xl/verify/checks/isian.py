"""Inputs: filled where due, of the right kind, within their limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.core.sel import tulis
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.bahasa import bahasa_konteks, kata
from kinerja_xl.spec.manifest import Nilai, Sel, Titik
from kinerja_xl.spec.otomatis import HASIL_BAIK
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import tampil
from kinerja_xl.verify.temuan import Kata, Temuan, bersih, buat
from kinerja_xl.verify.tulisan import angka_teks, jam_teks, rapat, tanggal_teks

ANGKA = ("angka", "bulat", "persen", "rupiah")
WAKTU = ("tanggal", "saat", "jam")
HARUS = {
    "tanggal": (Kata("tanggal", "a date"), "5/2/2024"),
    "saat": (Kata("tanggal dan jam", "date and time"), "5/2/2024 8:00"),
    "jam": (Kata("jam", "a time"), "8:00"),
    "pilihan": (Kata("salah satu pilihan", "one of the choices"), ""),
    "teks": (Kata("teks", "a text"), ""),
}
_HARUS_ANGKA = (Kata("angka", "a number"), "84")
_RIBUAN = re.compile(r"-?[0-9]{1,3}([.,][0-9]{3})+\Z")
_DESIMAL = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,15})?\Z")
_MAKS_DIGIT = 15
_RUJUKAN = re.compile(r"'((?:[^']|'')+)'!\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\Z")


@periksa("ISI", 60)
def isian_wajib_terisi(kasus: Kasus) -> Iterator[Temuan]:
    """No required input is blank; in a table an input may be due only in rows that are filled."""
    for titik, sel, ada in kasus.setiap("isian"):
        if hampa(ada) and (sel.wajib or (sel.wajib_bila and _kunci_terisi(kasus, titik, sel))):
            yield buat("ISI-01", titik, sel.nama, isian=sebutan(sel))


def hampa(ada: SelBuku | None) -> bool:
    """Is nothing to be seen in the cell? Spaces and invisible signs are nothing."""
    if ada is None or ada.rumus is not None:
        return ada is None
    return ada.nilai is None or (isinstance(ada.nilai, str) and not rapat(ada.nilai))


def _kunci_terisi(kasus: Kasus, titik: Titik, sel: Sel) -> bool:
    tabel = kasus.manifest.tabel.get(sel.tabel)
    kolom = tabel.kolom.get(sel.wajib_bila) if tabel else None
    return kolom is not None and kasus.nilai((titik[0], titik[1], kolom)) not in (None, "")


@periksa("ISI", 61)
def isian_sah(kasus: Kasus) -> Iterator[Temuan]:
    """Every filled input is a typed value of its kind."""
    for titik, sel, ada in kasus.setiap("isian"):
        if ada is None or hampa(ada):
            continue
        satu = _periksa(kasus, titik, sel, ada)
        if satu:
            yield satu


@periksa("ISI", 63)
def baris_tabel_utuh(kasus: Kasus) -> Iterator[Temuan]:
    """A table row that holds data has the input that makes it count."""
    for tabel in kasus.manifest.tabel.values():
        if not tabel.peka or tabel.peka not in tabel.kolom:
            continue
        for rekaman in kasus.rekaman(tabel.nama):
            titik, nilai = rekaman[tabel.peka]
            kepala = kasus.manifest.sel(titik)
            if kepala is None or kepala.peran != "isian" or kepala.wajib or nilai not in (None, ""):
                continue
            if any(_terisi(kasus, lain) for kunci, (lain, _) in rekaman.items() if kunci != tabel.peka):
                yield buat("ISI-17", titik, kepala.nama, isian=sebutan(kepala))


def _terisi(kasus: Kasus, titik: Titik) -> bool:
    return kasus.masukan.get(titik) not in (None, "")


@periksa("ISI", 62)
def pemeriksaan_sesuai(kasus: Kasus) -> Iterator[Temuan]:
    """A check column of the workbook is satisfied (the budget's own are told by the budget checks)."""
    baik = ("", "OK", kata(bahasa_konteks(kasus.manifest.konteks), HASIL_BAIK))
    for titik, sel, _ in kasus.setiap("rumus"):
        if sel.gaya == "cek" and not (sel.tabel or sel.nama).startswith("rka_"):
            nilai = kasus.nilai(titik)
            if isinstance(nilai, str) and nilai.strip() not in baik and not nilai.startswith("#"):
                yield buat("ISI-16", titik, sel.nama, ada=nilai)


def sebutan(sel: Sel) -> str:
    """What a message calls the input: title, and the record in a table."""
    judul = sel.judul or sel.nama or sel.kunci or "isian ini"
    return f"{judul} baris {sel.rekaman}" if sel.rekaman else judul


def _periksa(kasus: Kasus, titik: Titik, sel: Sel, ada: SelBuku) -> Temuan | None:
    isian, nilai = sebutan(sel), ada.nilai
    harus, contoh = HARUS.get(sel.tipe, _HARUS_ANGKA)
    if ada.rumus is not None:
        return buat("ISI-10", titik, sel.nama, isian=isian, ada=f"={ada.rumus}")
    if ada.jenis == "e":
        return buat("ISI-11", titik, sel.nama, isian=isian, ada=nilai, harus=harus)
    if isinstance(nilai, bool):
        return buat("ISI-05", titik, sel.nama, isian=isian, ada=nilai, harus=harus)
    if sel.tipe in ANGKA:
        return _angka(titik, sel, nilai)
    if sel.tipe in WAKTU:
        if isinstance(nilai, str):
            return buat(
                "ISI-08", titik, sel.nama, isian=isian, ada=nilai, harus=harus, contoh=_ketik(sel, nilai) or contoh
            )
        return _waktu(titik, sel, nilai)
    return _teks(kasus, titik, sel, nilai)


def _ketik(sel: Sel, teks: str) -> str:
    """What to type in the place of a date or time that was written as text; "" when it cannot be read."""
    hari, jam = tanggal_teks(teks), jam_teks(teks)
    pukul = f"{jam[0]}:{jam[1]:02d}" if jam else ""
    if sel.tipe == "jam":
        return pukul
    if hari is None or (sel.tipe == "saat" and not pukul):
        return ""
    tulisan = f"{hari.day}/{hari.month}/{hari.year}"
    return f"{tulisan} {pukul}" if sel.tipe == "saat" else tulisan


def _angka(titik: Titik, sel: Sel, nilai: Nilai) -> Temuan | None:
    isian = sebutan(sel)
    if sel.sah is not None and sel.sah.berkata(nilai):
        return None
    if isinstance(nilai, str):
        return _angka_teks(titik, sel, nilai.strip().replace("\u00a0", ""))
    if isinstance(nilai, (int, float)):
        if sel.tipe == "bulat" and nilai != int(nilai):
            return buat("ISI-13", titik, sel.nama, isian=isian, ada=nilai)
        return _batas(titik, sel, nilai)
    return None


def _angka_teks(titik: Titik, sel: Sel, teks: str) -> Temuan:
    isian = sebutan(sel)
    if _RIBUAN.match(teks) and len(re.findall(r"[.,]", teks)) == 1:
        ribuan, desimal = re.sub(r"[.,]", "", teks), teks.replace(".", ",")
        return buat("ISI-03", titik, sel.nama, isian=isian, ada=teks, satu=ribuan, dua=desimal)
    if _RIBUAN.match(teks):
        return buat("ISI-04", titik, sel.nama, isian=isian, ada=teks, satu=re.sub(r"[.,]", "", teks))
    if _DESIMAL.match(teks):
        return buat("ISI-04", titik, sel.nama, isian=isian, ada=teks, satu=teks.replace(".", ","))
    lain = angka_teks(teks)
    if lain is None or teks.lower().endswith("persen"):
        return buat("ISI-02", titik, sel.nama, isian=isian, ada=teks)
    if lain.lain is not None:
        return buat("ISI-03", titik, sel.nama, isian=isian, ada=teks, satu=lain.nilai, dua=lain.lain)
    return buat("ISI-04", titik, sel.nama, isian=isian, ada=teks, satu=lain.nilai)


def _waktu(titik: Titik, sel: Sel, nilai: Nilai) -> Temuan | None:
    if not isinstance(nilai, (int, float)):
        return None
    jam = sel.tipe == "jam" and 1 <= nilai <= 24
    if jam or (sel.tipe == "saat" and 0 <= nilai <= 24):
        harus, contoh = HARUS[sel.tipe]
        ada: Nilai = nilai if nilai >= 1 else str(tampil(nilai, "jam"))
        return buat("ISI-09", titik, sel.nama, isian=sebutan(sel), ada=ada, harus=harus, contoh=contoh)
    return _batas(titik, sel, nilai)


def _batas(titik: Titik, sel: Sel, nilai: float) -> Temuan | None:
    sah = sel.sah
    if sah is None or ((sah.min is None or nilai >= sah.min) and (sah.maks is None or nilai <= sah.maks)):
        return None
    bawah, atas = (_tulis(b, sel.tipe) for b in (sah.min, sah.maks))
    if bawah and atas:
        batas = Kata(f"antara {bawah} dan {atas}", f"between {bawah} and {atas}")
    elif bawah:
        batas = Kata(f"paling sedikit {bawah}", f"at least {bawah}")
    else:
        batas = Kata(f"paling banyak {atas}", f"at most {atas}")
    return buat("ISI-06", titik, sel.nama, isian=sebutan(sel), ada=tampil(nilai, sel.tipe), batas=batas)


def _tulis(batas: float | None, tipe: str) -> str:
    return "" if batas is None else tulis(tampil(batas, tipe))


def _teks(kasus: Kasus, titik: Titik, sel: Sel, nilai: Nilai) -> Temuan | None:
    isian, sah = sebutan(sel), sel.sah
    if isinstance(nilai, (int, float)) and abs(nilai) >= 10**_MAKS_DIGIT and sel.tipe == "teks":
        return buat("ISI-14", titik, sel.nama, isian=isian, ada=f"{nilai:.0f}")
    pilihan = _pilihan(kasus, sel)
    teks = tulis(nilai)
    if pilihan and teks.strip().casefold() not in {p.strip().casefold() for p in pilihan}:
        daftar = Kata(bersih(", ".join(pilihan), 300), bersih(", ".join(pilihan), 300))
        return buat("ISI-07", titik, sel.nama, isian=isian, ada=teks, pilihan=daftar)
    if sah and sah.panjang and len(teks) > sah.panjang:
        return buat("ISI-15", titik, sel.nama, isian=isian, ada=len(teks), batas=sah.panjang)
    if teks != teks.strip():
        return buat("ISI-12", titik, sel.nama, isian=isian)
    return None


def _pilihan(kasus: Kasus, sel: Sel) -> tuple[str, ...]:
    """The words an input may hold: listed, or standing in a range of the workbook."""
    if sel.sah is None or sel.sah.pilihan:
        return sel.sah.pilihan if sel.sah else ()
    dari = sel.sah.pilihan_dari
    if dari not in kasus.ingatan:
        kasus.ingatan[dari] = _isi_daerah(kasus, kasus.manifest.nama.get(dari, dari))
    return kasus.ingatan[dari]


def _isi_daerah(kasus: Kasus, alamat: str) -> tuple[str, ...]:
    cocok = _RUJUKAN.match(alamat)
    if not cocok:
        return ()
    lembar = cocok.group(1).replace("''", "'")
    isi = (
        kasus.nilai((lembar, baris, kolom))
        for baris in range(int(cocok.group(3)), int(cocok.group(5)) + 1)
        for kolom in range(kolom_angka(cocok.group(2)), kolom_angka(cocok.group(4)) + 1)
    )
    return tuple(tulis(satu) for satu in isi if satu not in (None, ""))
