"""Index sheets of the function workbook: every function, and those that no LAMBDA can state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja_xl.build.fungsi_contoh import Tempat
from kinerja_xl.build.fungsi_pena import Pena
from kinerja_xl.build.nilai import TeksHasil
from kinerja_xl.core.nama import kutip_lembar
from kinerja_xl.core.registry import Indikator
from kinerja_xl.spec.keterangan_fungsi import (
    baris_argumen,
    bukti,
    bukti_lemah,
    jalan_lain,
    kegunaan,
    tahun_berlaku,
    versi_berlaku,
)

KEPALA = ("Fungsi", "Kegunaan", "Cara menulis (Indonesia ; dan Inggris ,)", "Argumen", "Hasil", "Contoh",
          "Dasar hukum dan bukti")  # fmt: skip
LEBAR = {1: 24.0, 2: 36.0, 3: 40.0, 4: 50.0, 5: 12.0, 6: 12.0, 7: 46.0}
AKHIR = len(KEPALA)
KEPALA_LAIN = ("Fungsi", "Kegunaan", "Mengapa tidak menjadi nama LAMBDA", "Jalan lain")
LEBAR_LAIN = {1: 32.0, 2: 46.0, 3: 46.0, 4: 52.0}


def gambar_daftar(pena: Pena, keluarga: Mapping[str, Sequence[Indikator]], tempat: Mapping[str, Tempat]) -> None:
    """One row a function, by family."""
    pena.judul("Daftar fungsi", AKHIR)
    pena.kalimat("Klik nama fungsi untuk membuka contohnya. Tanda [ ] berarti boleh dikosongkan.", AKHIR, "catatan")
    for k, isi in enumerate(KEPALA, 1):
        pena.teks(k, isi, "kepala")
    pena.baris += 1
    for judul, daftar in keluarga.items():
        pena.teks(1, judul, "sel_tebal", AKHIR)
        pena.baris += 1
        for fungsi in daftar:
            _baris(pena, fungsi, tempat[fungsi.nama])


def _baris(pena: Pena, fungsi: Indikator, di: Tempat) -> None:
    sintaks = f"={fungsi.sintaks()}\n={fungsi.sintaks(', ')}"
    argumen = "\n".join(f"{nama}: {isi}" for nama, isi in baris_argumen(fungsi))
    dasar, lembar = dasar_bukti(fungsi), kutip_lembar(di.lembar)
    ws, b = pena.ws, pena.baris - 1
    ws.write_url(b, 0, f"internal:{lembar}!{di.hasil}", pena.rupa("tautan"), fungsi.nama, "Buka contoh fungsi ini")
    uraian = f"{fungsi.judul}. {kegunaan(fungsi)}"
    for k, isi in ((2, uraian), (3, sintaks), (4, argumen), (5, fungsi.satuan), (7, dasar)):
        pena.teks(k, isi, "sel")
    nilai: Any = TeksHasil(di.nilai) if isinstance(di.nilai, str) else di.nilai
    ws.write_formula(b, 5, f"={lembar}!{di.hasil}", pena.rupa("hasil", _tipe(di.nilai)), nilai)
    pena.tinggikan((uraian, 2, 2), (sintaks, 3, 3), (argumen, 4, 4), (dasar, 7, 7))
    pena.baris += 1


def _tipe(nilai: Any) -> str:
    return "angka" if isinstance(nilai, float) and not nilai.is_integer() else "umum"


def dasar_bukti(fungsi: Indikator) -> str:
    """Citation, then each version with its years and how sure we are."""
    baris = [fungsi.rujukan]
    for masa in versi_berlaku(fungsi):
        lemah = bukti_lemah(masa)
        ragu = f"; belum dicocokkan: {len(lemah)} angka" if lemah else ""
        baris.append(f"{masa.judul}, {tahun_berlaku(masa)}: {bukti(masa)}{ragu}")
    return "\n".join(baris)


def gambar_lain(pena: Pena, daftar: Sequence[Indikator]) -> None:
    """Functions of the rule book that have no LAMBDA name, with the reason and another way to them."""
    akhir = len(KEPALA_LAIN)
    pena.judul("Fungsi yang tidak tersedia sebagai nama", akhir)
    pena.kalimat(
        "Fungsi ini ada dalam buku aturan, tetapi tidak dapat ditulis sebagai satu rumus. Pakai jalan lainnya.",
        akhir, "catatan",
    )  # fmt: skip
    for k, isi in enumerate(KEPALA_LAIN, 1):
        pena.teks(k, isi, "kepala")
    pena.baris += 1
    for fungsi in daftar:
        alasan = fungsi.tanpa_excel[0].upper() + fungsi.tanpa_excel[1:] + "."
        sel = (f"={fungsi.sintaks()}", f"{fungsi.judul}. {kegunaan(fungsi)}", alasan, jalan_lain(fungsi))
        for k, satu in enumerate(sel, 1):
            pena.teks(k, satu, "sel")
        pena.tinggikan(*((satu, k, k) for k, satu in enumerate(sel, 1)))
        pena.baris += 1
