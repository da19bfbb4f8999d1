"""Texts that look alike and are not: letters of other alphabets, signs without width, other kinds of blanks."""

from __future__ import annotations

import unicodedata

from kinerja_xl.verify.temuan import Kata

# Letters of the Greek and Cyrillic alphabets that a reader takes for the Latin ones beside them.
_KEMBAR = dict(
    zip(
        "аеорсухіјѕһԁԛԝАВЕКМНОРСТХУІЈЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν",
        "aeopcyxijshdqwABEKMHOPCTXYIJSGABEZHIKMNOPTYXoav",
        strict=True,
    )
)
_LEWAT = ("Cf", "Cc", "Mn", "Me")


def bentuk(teks: str) -> str:
    """What the eye sees: look-alikes made Latin, blanks made one kind, what has no width left out."""
    polos = unicodedata.normalize("NFKD", teks)
    return " ".join("".join(_KEMBAR.get(h, h) for h in polos if _tampak(h)).split())


def _tampak(huruf: str) -> bool:
    return huruf in "\n\t\r" or unicodedata.category(huruf) not in _LEWAT


def huruf_beda(ada: str, seharusnya: str) -> Kata | None:
    """The first sign that differs although both texts look the same; None when they do not look the same."""
    if ada == seharusnya or bentuk(ada) != bentuk(seharusnya):
        return None
    ke = next((i for i, (a, b) in enumerate(zip(ada, seharusnya, strict=False)) if a != b), None)
    if ke is None:
        ke = min(len(ada), len(seharusnya))
    satu = (ada if ke < len(ada) else seharusnya)[ke]
    nama = unicodedata.name(satu, "tanpa nama")
    return Kata(f"tanda ke-{ke + 1}, U+{ord(satu):04X} {nama}", f"sign {ke + 1}, U+{ord(satu):04X} {nama}")
