"""Locks and looks: what the sheet lets a person change, and whether it shows what it stores."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

PUTIH, HITAM = "FFFFFF", "000000"
_HILANG = Kata("menyembunyikan isinya", "hides the content")
_PALSU = Kata("menampilkan angka atau kata lain", "shows another number or word")
_SKALA = Kata("menampilkan angka yang diperkecil", "shows the number scaled down")


@periksa("STR", 20)
def lembar_dilindungi(kasus: Kasus) -> Iterator[Temuan]:
    """Every sheet is protected."""
    for m in kasus.manifest.lembar:
        lembar = kasus.lembar.get(m.nama)
        if lembar and not lembar.terlindung:
            yield buat("STR-15", lembar=m.nama)


@periksa("STR", 21)
def sel_terkunci(kasus: Kasus) -> Iterator[Temuan]:
    """Only inputs are unlocked."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama):
            continue
        for titik, sel in sorted(kasus.lembar[m.nama].sel.items()):
            asli = m.peta.get(titik)
            if asli and asli.peran != "isian" and not kasus.gaya(sel).terkunci:
                yield buat("STR-14", (m.nama, *titik), asli.nama)


@periksa("STR", 22)
def isi_terlihat(kasus: Kasus) -> Iterator[Temuan]:
    """What a cell stores is what it shows: no text in the colour of its background, no hiding number format."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama) or m.keadaan != "visible":
            continue
        for titik, sel in sorted(kasus.lembar[m.nama].sel.items()):
            if sel.nilai is None or sel.nilai == "":
                continue
            gaya, nama = kasus.gaya(sel), m.peta[titik].nama if titik in m.peta else ""
            warna = (gaya.warna_huruf or HITAM).upper()
            if warna == (gaya.warna_isi or PUTIH).upper():
                yield buat("STR-19", (m.nama, *titik), nama, warna=warna)
            akibat = akibat_format(gaya.format_angka)
            if akibat:
                yield buat("STR-20", (m.nama, *titik), nama, format=gaya.format_angka, akibat=akibat, ada=sel.nilai)


@lru_cache(maxsize=4096)
def akibat_format(kode: str) -> Kata | None:
    """What is wrong with a number format: hides, shows literal digits or words instead, scales down. None = honest."""
    if kode in ("General", "@", ""):
        return None
    bagian = _bagian(kode)
    for urut, (tanda, harfiah) in enumerate(bagian):
        nol = urut == 2 and len(bagian) > 2 and not any(h.isdigit() for h in harfiah)
        if not tanda and nol and (not harfiah.strip() or "-" in harfiah):
            continue  # a zero may show nothing or a dash
        if not tanda and not harfiah.strip():
            return _HILANG
        if not any(t in "0#?@GgEeYyMmDdHhSs" for t in tanda) or any(h.isdigit() for h in harfiah):
            return _PALSU
        if any(t in "123456789" for t in tanda) and "/" not in tanda:
            return _PALSU
        if _diperkecil(tanda):
            return _SKALA
    return None


def _diperkecil(tanda: str) -> bool:
    angka = tanda.rstrip("% ")
    return angka.endswith(",") and angka.rstrip(",")[-1:] in ("0", "#", "?")


def _bagian(kode: str) -> list[tuple[str, str]]:
    """Sections of a format, each as (signs, literal text); colours, conditions and locale marks dropped."""
    hasil: list[tuple[str, str]] = []
    tanda, harfiah, i = "", "", 0
    while i < len(kode):
        huruf = kode[i]
        if huruf == '"':
            j = kode.find('"', i + 1)
            j = len(kode) if j < 0 else j
            harfiah += kode[i + 1 : j]
            i = j
        elif huruf in "\\!":
            harfiah += kode[i + 1 : i + 2]
            i += 1
        elif huruf in "_*":
            i += 1
        elif huruf == "[":
            j = kode.find("]", i)
            j = len(kode) if j < 0 else j
            tanda += _dalam_kurung(kode[i + 1 : j])
            if kode[i + 1 : i + 2] == "$":
                harfiah += kode[i + 2 : j].partition("-")[0]
            i = j
        elif huruf == ";":
            hasil.append((tanda, harfiah))
            tanda, harfiah = "", ""
        elif huruf in "-+() $:":
            harfiah += huruf
        else:
            tanda += huruf
        i += 1
    return [*hasil, (tanda, harfiah)]


def _dalam_kurung(isi: str) -> str:
    """[h], [mm] and [ss] show elapsed time; other brackets show nothing."""
    return isi if isi and set(isi.lower()) <= set("hms") else ""
