"""Many calls of LAMBDA names in one workbook, computed by IronCalc from the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import ironcalc

from kinerja_xl.build.lambda_buku import BukuFungsi

TANGGAL_GALAT = "#"


@dataclass
class Panggilan:
    """One call: the problem it states and the arguments as they stand in the cell."""

    soal: Any
    argumen: list[str]

    @property
    def rumus(self) -> str:
        return f"{self.soal.fungsi.nama}({','.join(self.argumen)})"


def susun_panggilan(soal: Any, baris: int) -> Panggilan:
    """The call over cells of a row of the sheet Uji; a year stands as a number; trailing blanks are left out."""
    alamat = iter(soal.alamat(baris))
    banyak = len(soal.asli)
    isi = []
    for arg in soal.fungsi.argumen[:banyak]:
        isi.append(("" if soal.tahun is None else repr(soal.tahun)) if arg.nama == "tahun" else next(alamat))
    while isi and not isi[-1]:
        isi.pop()
    return Panggilan(soal, isi)


def hitung_ironcalc(mesin_uji: ModuleType, daftar: list[Any], berkas: Path) -> list[Any]:
    """Write all calls to one workbook, load it in IronCalc, and give the value of each call."""
    buku = BukuFungsi(berkas, {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False})
    uji, hasil = buku.add_worksheet("Uji"), buku.add_worksheet("Hasil")
    buku.pasang_fungsi()
    baris = 1
    for ke, satu in enumerate(daftar):
        kolom = 0
        for kisi in satu.masuk:
            for b, deret in enumerate(kisi):
                for k, nilai in enumerate(deret):
                    _tulis(uji, baris - 1 + b, kolom + k, mesin_uji._sel(nilai))
            kolom += len(kisi[0]) + 1
        hasil.write_dynamic_array_formula(ke * 2, 0, ke * 2, 0, "=" + susun_panggilan(satu, baris).rumus)
        baris += max((len(kisi) for kisi in satu.masuk), default=1) + 1
    buku.close()
    model = ironcalc.load_from_xlsx(str(berkas), "en", "UTC", "en")
    model.evaluate()
    return [_nilai(model, ke * 2 + 1) for ke in range(len(daftar))]


def _tulis(lembar: Any, baris: int, kolom: int, nilai: Any) -> None:
    if nilai is None:
        return
    if isinstance(nilai, bool):
        lembar.write_boolean(baris, kolom, nilai)
    elif isinstance(nilai, str):
        lembar.write_string(baris, kolom, nilai)
    else:
        lembar.write_number(baris, kolom, nilai)


def _nilai(model: Any, baris: int) -> Any:
    nilai = model.get_cell_value(1, baris, 1)
    return "galat" if isinstance(nilai, str) and nilai.startswith("#") else nilai
