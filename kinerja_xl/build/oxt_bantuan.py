"""Names and help of the LibreOffice add-in in Indonesian and English: CalcAddIns.xcu, written from the registry."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from kinerja_xl.build.oxt_tipe import IMPLEMENTASI, nama_uno
from kinerja_xl.core.registry import Argumen, Indikator

_KEPALA = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 oor:name="CalcAddIns" oor:package="org.openoffice.Office">
<node oor:name="AddInInfo">
"""
_KAKI = "</node>\n</oor:component-data>\n"
KATEGORI = "Add-In"
_BOLEH = {"id": "boleh dikosongkan", "en": "optional"}


def berkas_bantuan(fungsi: Iterable[Indikator]) -> str:
    """CalcAddIns.xcu: every function with what the function wizard shows of it."""
    isi = "\n".join(_fungsi(satu) for satu in sorted(fungsi, key=lambda f: f.nama))
    return (
        f'{_KEPALA}<node oor:name={quoteattr(IMPLEMENTASI)} oor:op="replace">\n'
        f'<node oor:name="AddInFunctions">\n{isi}\n</node>\n</node>\n{_KAKI}'
    )


def uraian(fungsi: Indikator) -> dict[str, str]:
    """What a function does, by language: title, unit and first paragraph of its help; legal basis."""
    paragraf = " ".join(fungsi.bantuan.split("\n\n")[0].split())
    return {
        "id": f"{_titik(fungsi.judul)} {_titik(paragraf)} Satuan: {fungsi.satuan}. Dasar: {_titik(fungsi.rujukan)}",
        "en": f"{_titik(fungsi.judul_en or fungsi.judul)} Legal basis: {_titik(fungsi.rujukan)}",
    }


def uraian_argumen(argumen: Argumen) -> dict[str, str]:
    """What an argument holds, by language, with its shape and whether it may be left out."""
    hasil = {}
    for bahasa, bantuan in (("id", argumen.bantuan), ("en", argumen.bantuan_en or argumen.bantuan)):
        tambahan = [argumen.bentuk] * bool(argumen.bentuk) + [_BOLEH[bahasa]] * argumen.opsional
        hasil[bahasa] = f"{bantuan} ({', '.join(tambahan)})" if tambahan else bantuan
    return hasil


def _titik(teks: str) -> str:
    return teks if teks.endswith((".", "!", "?")) else f"{teks}."


def _fungsi(fungsi: Indikator) -> str:
    nama = dict.fromkeys(("en", "id"), fungsi.nama)
    sifat = [
        _sifat("DisplayName", nama),
        _sifat("Description", uraian(fungsi)),
        _sifat("Category", {"en": KATEGORI}, lokal=False),
        _sifat("CompatibilityName", nama),
    ]
    argumen = "\n".join(_argumen(satu) for satu in fungsi.argumen)
    return "\n".join(
        [
            f'<node oor:name="{nama_uno(fungsi.nama)}" oor:op="replace">',
            *sifat,
            f'<node oor:name="Parameters">\n{argumen}\n</node>',
            "</node>",
        ]
    )


def _argumen(argumen: Argumen) -> str:
    nama = _sifat("DisplayName", dict.fromkeys(("en", "id"), argumen.nama))
    bantuan = _sifat("Description", uraian_argumen(argumen))
    return f'<node oor:name="{nama_uno(argumen.nama)}" oor:op="replace">\n{nama}\n{bantuan}\n</node>'


def _sifat(nama: str, isi: dict[str, str], lokal: bool = True) -> str:
    nilai = "".join(
        f'<value xml:lang="{bahasa}">{escape(teks)}</value>' if lokal else f"<value>{escape(teks)}</value>"
        for bahasa, teks in sorted(isi.items())
    )
    return f'<prop oor:name="{nama}">{nilai}</prop>'
