"""Example sheets of the function workbook: inputs of a worked case, a live call, what must come out, and a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kinerja_xl.build.fungsi_pena import Pena
from kinerja_xl.build.nilai import TeksHasil
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.core.nama import alamat, rentang
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.rumus_lokal import ke_lokal
from kinerja_xl.spec.keterangan_fungsi import Contoh, baris_argumen, contoh, kegunaan

LEBAR = {1: 15.0, 2: 15.0, 3: 15.0, **dict.fromkeys(range(4, 16), 8.5)}
AKHIR = 15
COCOK, BEDA, GAGAL = "cocok", "BEDA", "tidak jalan"
_TELITI = 1e-9


@dataclass(frozen=True)
class Tempat:
    """Where a live call stands on its sheet, and its value."""

    lembar: str
    hasil: str
    cek: str
    nilai: Any


def gambar_contoh(pena: Pena, lembar: str, judul: str, daftar: list[Indikator]) -> dict[str, Tempat]:
    """Write one family; returns where each function's call stands."""
    pena.judul(f"Contoh: {judul}", AKHIR)
    pena.kalimat(
        "Sel kuning boleh diganti; hasilnya dihitung ulang oleh fungsi. Angka contoh berasal dari kasus yang disebut.",
        AKHIR, "catatan",
    )  # fmt: skip
    tempat = {}
    for fungsi in daftar:
        kasus = contoh(fungsi)
        if kasus is not None:
            pena.baris += 1
            tempat[fungsi.nama] = _satu(pena, lembar, fungsi, kasus)
    pena.warnai(f"B1:B{pena.baris}", {COCOK: "baik", BEDA: "galat", GAGAL: "awas"})
    return tempat


def _satu(pena: Pena, lembar: str, fungsi: Indikator, kasus: Contoh) -> Tempat:
    pena.judul(f"{fungsi.nama}: {fungsi.judul}", AKHIR, "subjudul")
    _baris(pena, "Sintaks", f"={fungsi.sintaks()}")
    _baris(pena, "Kegunaan", kegunaan(fungsi))
    bantuan = dict(baris_argumen(fungsi))
    alamat_argumen = [_argumen(pena, arg.nama, bantuan[arg.nama], isi) for arg, isi in kasus.argumen]
    while not alamat_argumen[-1]:
        alamat_argumen.pop()
    hasil = fungsi(*[_isi(n) for _, n in kasus.argumen])
    return _hasil(pena, lembar, f"{fungsi.nama}({','.join(alamat_argumen)})", hasil, kasus)


def _baris(pena: Pena, label: str, isi: str) -> None:
    pena.teks(1, label, "label")
    pena.teks(2, isi, "sel", AKHIR)
    pena.tinggikan((isi, 2, AKHIR))
    pena.baris += 1


def _argumen(pena: Pena, nama: str, bantuan: str, isi: Any) -> str:
    """Write the cells of an argument; returns their address."""
    pena.teks(1, nama, "label")
    if not isinstance(isi, list):
        pena.nilai(pena.baris, 2, isi, "isian", terbuka=True)
        pena.teks(3, bantuan, "sel_kecil", AKHIR)
        pena.tinggikan((bantuan, 3, AKHIR))
        pena.baris += 1
        return alamat(pena.baris - 1, 2)
    pena.teks(2, bantuan, "sel_kecil", AKHIR)
    pena.tinggikan((bantuan, 2, AKHIR))
    kisi = isi if isinstance(isi[0], list) else [isi]
    for b, deret in enumerate(kisi, 1):
        for k, nilai in enumerate(deret):
            pena.nilai(pena.baris + b, 2 + k, nilai, "isian", terbuka=True)
    awal = pena.baris + 1
    pena.baris += len(kisi) + 1
    return rentang(awal, 2, pena.baris - 1, 1 + len(kisi[0]))


def _hasil(pena: Pena, lembar: str, panggilan: str, hasil: Any, kasus: Contoh) -> Tempat:
    b, harus = pena.baris, kasus.keluar
    deret, baku = _deret(hasil), _deret(harus)
    pena.teks(1, "Hasil", "label")
    pena.teks(1 + len(deret) + 1, ke_lokal("=" + panggilan), "sel", AKHIR)
    rupa, akhir = pena.rupa("hasil", "umum"), 1 + len(deret)
    nilai = TeksHasil(deret[0]) if isinstance(deret[0], str) else deret[0]
    pena.ws.write_dynamic_array_formula(b - 1, 1, b - 1, akhir - 1, "=" + panggilan, rupa, nilai)
    for k, satu in enumerate(deret[1:], 2):
        pena.ws.write_number(b - 1, k, satu, rupa)
    pena.baris += 1
    pena.teks(1, "Seharusnya", "label")
    for k, satu in enumerate(baku, 2):
        pena.nilai(b + 1, k, satu, "sel")
    asal = _asal(kasus)
    pena.teks(akhir + 1, asal, "sel_kecil", AKHIR)
    pena.tinggikan((asal, akhir + 1, AKHIR))
    pena.baris += 1
    pena.teks(1, "Cek", "label")
    dua = (rentang(b, 2, b, akhir), rentang(b + 1, 2, b + 1, akhir))
    # No stored value: a program that does not know LAMBDA then says so at once, instead of showing our "cocok".
    pena.ws.write_formula(b + 1, 1, _rumus_cek(*dua, harus, kasus.toleransi), pena.rupa("status_kecil"), "")
    pena.baris += 1
    return Tempat(lembar, alamat(b, 2), alamat(b + 2, 2), deret[0])


def _deret(nilai: Any) -> list[Any]:
    return list(nilai[0]) if isinstance(nilai, list) else [nilai]


def _asal(kasus: Contoh) -> str:
    sumber = f" Sumber: {kasus.sumber}." if kasus.sumber else ""
    catatan = f" {kasus.catatan[0].upper()}{kasus.catatan[1:]}." if kasus.catatan else ""
    return f"{kasus.nama[0].upper()}{kasus.nama[1:]}.{sumber}{catatan} Bukti: {BUKTI[kasus.bukti]}."


def _rumus_cek(hasil: str, harus: str, nilai: Any, toleransi: float) -> str:
    if isinstance(nilai, str):
        uji = f"EXACT({hasil},{harus})"
    else:
        terbesar = max(abs(float(n)) for n in _deret(nilai))
        batas = repr(toleransi or _TELITI * max(1.0, terbesar))
        uji = f"SUMPRODUCT((ABS({hasil}-{harus})>{batas})*1)=0"
    return f'=IFERROR(IF({uji},"{COCOK}","{BEDA}"),"{GAGAL}")'


def _isi(nilai: Any) -> Any:
    """A blank of the rule book is an empty cell."""
    if isinstance(nilai, list):
        return [_isi(n) for n in nilai]
    return None if nilai == "" else nilai
