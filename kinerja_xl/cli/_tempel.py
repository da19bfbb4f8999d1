"""Formula of a rule over given addresses, ready to paste: the Indonesian form and the form of files, both labelled."""

from __future__ import annotations

import re
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.nama import rentang
from kinerja_xl.core.registry import Argumen, Indikator
from kinerja_xl.core.rumus import Rentang, masukan
from kinerja_xl.core.rumus_lokal import ke_lokal
from kinerja_xl.core.sel import rapikan

_ALAMAT = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}(:\$?[A-Z]{1,3}\$?[0-9]{1,7})?\Z", re.IGNORECASE)
_BARIS_CONTOH = 5
_LABEL = {
    "id": ("Excel atau LibreOffice berbahasa Indonesia (pemisah ; dan koma desimal)",
           "Excel atau LibreOffice berbahasa Inggris, dan isi berkas (pemisah , dan titik desimal)"),
    "en": ("Excel or LibreOffice in Indonesian (separator ; and decimal comma)",
           "Excel or LibreOffice in English, and the content of a file (separator , and decimal point)"),
}  # fmt: skip


def baris_tempel(fungsi: Indikator, teks: str, tahun: Optional[int], lang: str) -> list[str]:
    """Lines to print. teks: one address per argument except `tahun`, separated by ";"."""
    argumen = [a for a in fungsi.argumen if a.nama != "tahun"]
    alamat = _alamat(fungsi, argumen, teks)
    rumus = fungsi.rumus(*alamat, tahun=tahun)
    if rumus == "NA()":
        raise KinerjaError(f"bentuk {teks} tidak cocok untuk {fungsi.nama}: {_harap(argumen)}")
    lokal, berkas = _LABEL[lang]
    masa = fungsi.masa(tahun)
    aturan = ("Aturan" if lang == "id" else "Rule") + f": {masa.judul}"
    return [aturan, "", f"{lokal}:", f"={ke_lokal(rumus)}", "", f"{berkas}:", f"={rumus}"]


def _alamat(fungsi: Indikator, argumen: list[Argumen], teks: str) -> list[str]:
    if fungsi.excel is None:
        raise KinerjaError(f"{fungsi.nama} tidak dapat ditulis sebagai rumus biasa: {fungsi.tanpa_excel}")
    isi = [satu.strip() for satu in teks.split(";")]
    wajib = [a for a in argumen if not a.opsional]
    if len(isi) == 1 and "," in isi[0] and len(argumen) > 1:
        raise KinerjaError(f'pisahkan alamat dengan titik koma, misalnya --rumus "{isi[0].replace(",", ";")}"')
    for ke, arg in enumerate(wajib):
        if ke >= len(isi) or not isi[ke]:
            raise KinerjaError(f"argumen '{arg.nama}' belum diberi alamat. {fungsi.nama} perlu {_harap(argumen)}")
    if len(isi) > len(argumen):
        raise KinerjaError(f"{len(isi)} alamat diberikan, paling banyak {len(argumen)}: {_harap(argumen)}")
    while len(isi) > len(wajib) and not isi[-1]:
        isi.pop()
    return [_satu(a, alamat) for a, alamat in zip(argumen, isi, strict=False)]


def _satu(argumen: Argumen, alamat: str) -> str:
    if not alamat:
        return '""'
    hasil = alamat.upper() if _ALAMAT.match(alamat) else alamat
    if argumen.jenis == "rentang" and not isinstance(masukan(hasil), Rentang):
        raise KinerjaError(f"argumen '{argumen.nama}' perlu alamat rentang seperti B5:J154, tertulis '{alamat}'")
    if argumen.jenis != "rentang" and ":" in hasil.rpartition("!")[2]:
        raise KinerjaError(f"argumen '{argumen.nama}' perlu satu sel, tertulis '{alamat}'")
    return hasil


def _harap(argumen: list[Argumen]) -> str:
    """The arguments, and an example line with an address of a fitting shape for each."""
    nama = ", ".join(f"{a.nama}{' (boleh tidak ada)' if a.opsional else ''}" for a in argumen)
    return f'{nama}; misalnya --rumus "{_contoh(argumen)}"'


def alamat_contoh(fungsi: Indikator, masa: Optional[Masa] = None) -> str:
    """Addresses of fitting shapes for the arguments: B5:B12;C5:C7. masa: shapes of its first worked case, if any."""
    kasus = next((k for k in fungsi.buku.kasus if _milik(fungsi, masa, k)), None)
    if kasus is None:
        return _contoh([a for a in fungsi.argumen if a.nama != "tahun"])
    alamat, kolom = [], 2
    for arg, isi in zip(fungsi.argumen, kasus["masuk"], strict=False):
        if arg.nama != "tahun":
            baris = rapikan(isi)
            alamat.append(rentang(_BARIS_CONTOH, kolom, _BARIS_CONTOH + len(baris) - 1, kolom + len(baris[0]) - 1))
            kolom += len(baris[0])
    return ";".join(alamat)


def _milik(fungsi: Indikator, masa: Optional[Masa], kasus: dict[str, Any]) -> bool:
    """Is this a good case of the function under that version?"""
    if masa is None or kasus["fungsi"] != fungsi.nama or "galat" in kasus:
        return False
    tahun = next((n for a, n in zip(fungsi.argumen, kasus["masuk"], strict=False) if a.nama == "tahun"), None)
    return fungsi.masa(int(tahun) if isinstance(tahun, (int, float)) else None) is masa


def _contoh(argumen: list[Argumen]) -> str:
    contoh, kolom = [], 2
    for a in argumen:
        if not a.opsional:
            tinggi, lebar = _ukuran_contoh(a)
            contoh.append(rentang(_BARIS_CONTOH, kolom, _BARIS_CONTOH + tinggi - 1, kolom + lebar - 1))
            kolom += lebar
    return ";".join(contoh)


def _ukuran_contoh(argumen: Argumen) -> tuple[int, int]:
    if argumen.jenis != "rentang":
        return 1, 1
    cocok = re.match(r"(\w+)(?: baris)? [x×] (\w+)", argumen.bentuk)
    tinggi, lebar = cocok.groups() if cocok else ("n", "1")
    return int(tinggi) if tinggi.isdigit() else 12, int(lebar) if lebar.isdigit() else 3
