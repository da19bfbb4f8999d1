"""Values for the inputs of a manifest: from `fill` data (names and tables) to cells, checked on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.spec.manifest import Manifest, Nilai, Sel, Titik, tempat

_ANGKA = ("angka", "bulat", "persen", "rupiah", "tanggal", "saat", "jam")


def terapkan(manifest: Manifest, data: Mapping[str, Any]) -> dict[Titik, Nilai]:
    """Cells and values of the data. Unknown names, records beyond a table and locked cells are refused."""
    hasil: dict[Titik, Nilai] = {}
    for nama, nilai in data.items():
        if nama in manifest.tabel:
            _tabel(manifest, nama, nilai, hasil)
        elif nama in manifest.sel_bernama:
            lembar, sel = manifest.sel_bernama[nama]
            _satu(lembar.nama, sel, nilai, nama, hasil)
        else:
            semua = [*manifest.tabel, *(n for n, (_, s) in manifest.sel_bernama.items() if s.peran == "isian")]
            raise KinerjaError(f"nama isian '{nama}' tidak ada dalam templat {manifest.templat}.{saran(nama, semua)}")
    return hasil


def _tabel(manifest: Manifest, nama: str, nilai: Any, hasil: dict[Titik, Nilai]) -> None:
    tabel = manifest.tabel[nama]
    banyak = tabel.baris2 - tabel.baris1 + 1
    if isinstance(nilai, Mapping):
        rekaman = {int(k): v for k, v in nilai.items()}
    elif isinstance(nilai, Sequence) and not isinstance(nilai, str):
        rekaman = dict(enumerate(nilai, 1))
    else:
        raise KinerjaError(f"tabel '{nama}' harus berisi daftar baris")
    for ke, satu in rekaman.items():
        if not 1 <= ke <= banyak:
            raise KinerjaError(
                f"tabel '{nama}' hanya punya {banyak} baris; baris ke-{ke} tidak muat. "
                "Perbesar jumlah baris di profil lalu buat ulang buku kerjanya."
            )
        if not isinstance(satu, Mapping):
            satu = dict(zip(_kunci_isian(manifest, nama), satu, strict=False))
        for kunci, isi in satu.items():
            if kunci not in tabel.kolom:
                raise KinerjaError(f"tabel '{nama}': kolom '{kunci}' tidak ada.{saran(kunci, tabel.kolom)}")
            sel = manifest.lembar_bernama[tabel.lembar].peta[tabel.baris1 + ke - 1, tabel.kolom[kunci]]
            _satu(tabel.lembar, sel, isi, f"{nama}[{ke}].{kunci}", hasil)


def _kunci_isian(manifest: Manifest, nama: str) -> list[str]:
    tabel = manifest.tabel[nama]
    peta = manifest.lembar_bernama[tabel.lembar].peta
    urut = sorted(tabel.kolom, key=lambda k: tabel.kolom[k])
    return [k for k in urut if peta[tabel.baris1, tabel.kolom[k]].peran == "isian"]


def _satu(lembar: str, sel: Sel, nilai: Any, sebutan: str, hasil: dict[Titik, Nilai]) -> None:
    titik = (lembar, sel.baris, sel.kolom)
    if sel.peran != "isian":
        raise KinerjaError(f"{sebutan} ({tempat(titik)}) bukan isian: sel itu {_PERAN[sel.peran]}")
    isi = ke_sel(nilai, sel, f"{sebutan} ({tempat(titik)})")
    if isi is None:
        hasil.pop(titik, None)
    hasil[titik] = isi


_PERAN = {"rumus": "dihitung oleh rumus", "label": "teks tetap dari templat"}


def ke_sel(nilai: Any, sel: Sel, sebutan: str) -> Nilai:
    """A value as the cell stores it: dates and times become serial numbers, blank text becomes blank."""
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return None
    if isinstance(nilai, bool):
        raise KinerjaError(f"{sebutan}: TRUE/FALSE tidak dapat diisikan di sini")
    if isinstance(nilai, (date, datetime)):
        return ke_serial(nilai)
    if isinstance(nilai, time):
        return (nilai.hour * 60 + nilai.minute) / 1440
    if isinstance(nilai, str) and sel.tipe in ("tanggal", "saat", "jam"):
        return _tanggal(nilai, sebutan)
    if isinstance(nilai, str) and sel.tipe in _ANGKA and not (sel.sah and sel.sah.berkata(nilai)):
        raise KinerjaError(f"{sebutan}: harus angka{_atau(sel)}, tertulis teks '{nilai}'")
    if not isinstance(nilai, (str, int, float)):
        raise KinerjaError(f"{sebutan}: {type(nilai).__name__} tidak dapat diisikan")
    if isinstance(nilai, (int, float)) and sel.tipe in ("teks", "pilihan"):
        return f"{nilai:g}" if isinstance(nilai, float) else str(nilai)
    return nilai


def _atau(sel: Sel) -> str:
    return f" atau {', '.join(sel.sah.kata)}" if sel.sah and sel.sah.kata else ""


def _tanggal(teks: str, sebutan: str) -> float:
    rapi = teks.strip()
    if len(rapi) == 5 and rapi[2] in ".:" and rapi.replace(rapi[2], "").isdigit():
        return (int(rapi[:2]) * 60 + int(rapi[3:])) / 1440
    try:
        return ke_serial(datetime.fromisoformat(rapi))
    except ValueError as salah:
        raise KinerjaError(
            f"{sebutan}: tanggal ditulis seperti 2024-02-05 atau 2024-02-05 08:00, tertulis '{teks}'"
        ) from salah
