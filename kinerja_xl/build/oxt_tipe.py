"""Type of the LibreOffice add-in: one UNO interface with a method per function, written from the registry.

UNO names know no underscore, so IP_ASN_SCORE becomes ipAsnScore; core.ejaan leads the way back.
Every argument is `any`: the only type that may be left out and that takes a cell as well as a range. So is every
result, except lists: Calc spills only what is declared as rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_xl.core.registry import Indikator

MODUL = ("id", "kinerjaxl", "addin")
ANTARMUKA = "XKinerja"
IMPLEMENTASI = ".".join([*MODUL, "Kinerja"])
DOKUMEN = "com::sun::star::beans::XPropertySet dokumen"  # Calc gives the calling document; nobody types it
GALAT = "com::sun::star::lang::IllegalArgumentException"


def nama_uno(nama: str) -> str:
    """Method or argument name: words joined, every word but the first with a capital."""
    pertama, *lain = nama.lower().split("_")
    return pertama + "".join(kata.capitalize() for kata in lain)


def metode(fungsi: Indikator) -> str:
    """One method of the interface."""
    argumen = ", ".join([f"[in] {DOKUMEN}", *(f"[in] any {nama_uno(a.nama)}" for a in fungsi.argumen)])
    hasil = "sequence< sequence<any> >" if larik(fungsi) else "any"
    return f"{hasil} {nama_uno(fungsi.nama)}({argumen}) raises ({GALAT});"


def larik(fungsi: Indikator) -> bool:
    """Does the function give a list (one row of cells)?"""
    return str(fungsi.fungsi.__annotations__.get("return", "")).startswith("list")


def idl(fungsi: Iterable[Indikator]) -> str:
    """The whole type description, functions in name order."""
    buka = " ".join(f"module {satu} {{" for satu in MODUL)
    isi = "\n".join(f"  {metode(satu)}" for satu in sorted(fungsi, key=lambda f: f.nama))
    tutup = "};" * len(MODUL)
    return f"{buka}\ninterface {ANTARMUKA} {{\n{isi}\n}};\n{tutup}\n"
