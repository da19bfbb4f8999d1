"""Locks and looks: what the sheet lets a person change, and whether it shows what it stores."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from kinerja_xl.read.buku import Gaya
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import Nilai, Sel
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.kontras import HITAM, PUTIH, TERENDAH, kontras
from kinerja_xl.verify.sebanding import tampil
from kinerja_xl.verify.temuan import Kata, Temuan, buat

HURUF_TERKECIL = 5  # points; the smallest letters of a template have 7
_KELAS = {"tanggal": ("waktu",), "saat": ("waktu",), "jam": ("waktu",)}
_BERDESIMAL = ("angka", "persen")
_SEBAGAI = {
    "umum": Kata("menampilkan tanggal atau jam sebagai angka biasa", "shows a date or time as a plain number"),
    "angka": Kata("menampilkan tanggal atau jam sebagai angka biasa", "shows a date or time as a plain number"),
    "persen": Kata("menampilkannya seratus kali lipat dengan tanda %", "shows it a hundredfold with a % sign"),
    "waktu": Kata("menampilkannya sebagai tanggal atau jam", "shows it as a date or time"),
    "ilmiah": Kata("menampilkannya dalam notasi ilmiah", "shows it in scientific notation"),
    "pecahan": Kata("menampilkannya sebagai pecahan", "shows it as a fraction"),
}
_BULAT = Kata("membulatkan angka yang tampak", "rounds the figure that is shown")
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
    """What a cell stores is what it shows: letters that can be read, a number format that fits and hides nothing."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama) or m.keadaan != "visible":
            continue
        rupa: dict[int, tuple[str, dict[str, Any]] | None] = {}  # what is wrong with a format, each looked at once
        for titik, sel in sorted(kasus.lembar[m.nama].sel.items()):
            if sel.nilai is None or sel.nilai == "":
                continue
            if sel.gaya not in rupa:
                rupa[sel.gaya] = _rupa(kasus.gaya(sel))
            asli, salah = m.peta.get(titik), rupa[sel.gaya]
            nama, ada = (asli.nama, tampil(sel.nilai, asli.tipe)) if asli else ("", sel.nilai)
            if salah is not None:
                yield buat(salah[0], (m.nama, *titik), nama, ada=ada, **salah[1])
            elif asli is not None and sel.jenis == "n" and (lain := _format_lain(kasus, asli, sel)):
                yield buat("STR-44", (m.nama, *titik), nama, ada=ada, **lain)


@periksa("STR", 28)
def rumus_terlihat(kasus: Kasus) -> Iterator[Temuan]:
    """No formula is hidden from the formula bar."""
    for titik, sel, ada in kasus.setiap("rumus"):
        if ada is not None and kasus.gaya(ada).rumus_tersembunyi:
            yield buat("STR-45", titik, sel.nama)


def _rupa(gaya: Gaya) -> tuple[str, dict[str, Any]] | None:
    """Code and data of what makes a cell of this format unreadable."""
    huruf, isi = (gaya.warna_huruf or HITAM).upper(), (gaya.warna_isi or PUTIH).upper()
    if huruf == isi:
        return "STR-19", {"warna": huruf}
    if kontras(huruf, isi) < TERENDAH:
        return "STR-41", {"huruf": huruf, "isi": isi}
    if gaya.ukuran_huruf is not None and gaya.ukuran_huruf < HURUF_TERKECIL:
        return "STR-40", {"ukuran": gaya.ukuran_huruf}
    akibat = akibat_format(gaya.format_angka)
    return ("STR-20", {"format": gaya.format_angka, "akibat": akibat}) if akibat else None


def _format_lain(kasus: Kasus, asli: Sel, sel: SelBuku) -> dict[str, Any] | None:
    """A number shown as something of another kind than the template shows, or with its decimals cut off."""
    kode = kasus.gaya(sel).format_angka
    kelas, harus = kelas_format(kode), _KELAS.get(asli.tipe, ("angka", "umum"))
    if kelas not in harus:
        return {"format": kode, "akibat": _SEBAGAI[kelas]}
    if asli.tipe in _BERDESIMAL and kelas == "angka" and not _pas(sel.nilai, kode):
        return {"format": kode, "akibat": _BULAT}
    return None


def _pas(nilai: Nilai, kode: str) -> bool:
    """Does the format show two decimals, or the whole number where there are none?"""
    pecahan = kode.partition(";")[0].partition(".")[2]
    digit = len(pecahan) - len(pecahan.lstrip("0#?"))
    return digit >= 2 or not isinstance(nilai, float) or f"{nilai:.{digit}f}" == f"{nilai:.2f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=4096)
def kelas_format(kode: str) -> str:
    """What a number format makes of a number: umum, angka, persen, waktu, ilmiah or pecahan."""
    if kode in ("General", "@", ""):
        return "umum"
    tanda = _bagian(kode)[0][0]
    kecil = tanda.lower()
    if "general" in kecil:
        return "umum"
    if "%" in tanda:
        return "persen"
    if "e+" in kecil or "e-" in kecil or ("E" in tanda and "0" in tanda):
        return "ilmiah"
    if any(h in kecil for h in "ymdhs"):
        return "waktu"
    return "pecahan" if "/" in tanda else "angka"


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
