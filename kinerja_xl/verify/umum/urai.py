"""One formula taken apart, in the sense of rows and columns: two cells with the same key say the same thing.

One linear scan; each token is matched once. The key is the formula in R1C1 notation, so =C2*D2 in E2 and =C3*D3 in
E3 have one key; everything that depends on the key alone is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja_xl.core.nama import MAKS_BARIS, MAKS_KOLOM, kolom_angka

Daerah = tuple[
    str, int, int, int, int
]  # sheet as written ("" = its own), first row, first column, last row, last column
_POLA = re.compile(
    r"""(?P<teks>"[^"]*")
    |(?P<lembar>'[^']*'(?:'[^']*')*!|(?:\[[0-9]{1,4}\])?[A-Za-z_\x80-\U0010ffff][\w.]*!|\[[0-9]{1,4}\]!)
    |(?P<kolom>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!]))
    |(?P<baris>\$?[0-9]{1,7}:\$?[0-9]{1,7}(?![\w.(!]))
    |(?P<acuan>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?![\w.(]))
    |(?P<kata>[A-Za-z_\\\x80-\U0010ffff][\w.\\]*)
    |(?P<angka>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
    |(?P<galat>\#[A-Z0-9/]+[!?]?)
    |(?P<putih>\s+)
    |(?P<banding><=|>=|<>)
    |(?P<lain>.)""",
    re.VERBOSE | re.DOTALL,
)
_SEL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})")
_AWALAN = ("_XLFN._XLWS.", "_XLFN.", "_XLWS.")
_TANPA_ISI = frozenset(["ROW", "ROWS", "COLUMN", "COLUMNS", "AREAS", "SHEET", "FORMULATEXT", "ISFORMULA", "CELL"])
_BERSYARAT = frozenset(["IF", "IFS", "CHOOSE", "SWITCH", "OFFSET", "INDIRECT"])


@dataclass(frozen=True, slots=True)
class Literal:
    """A number typed into a formula, with the signs before and after it."""

    nilai: float
    teks: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True, slots=True)
class Bentuk:
    """What all formulas of one key share. bersyarat: may leave a reference unread; banyak: number of references."""

    kunci: str
    fungsi: frozenset[str]
    literal: tuple[Literal, ...]
    jumlah: bool  # nothing but one SUM of plain ranges
    bersyarat: bool
    banyak: int


@dataclass(frozen=True, slots=True)
class Urai:
    """One formula. kotak: what it reads; rantai: ranges such as T56:T64:T67 as written; nama: defined names."""

    kunci: str
    kotak: tuple[Daerah, ...]
    rantai: tuple[str, ...]
    nama: tuple[str, ...]
    keping: tuple[tuple[str, str], ...]
    polos: str


@dataclass(slots=True)
class _Kini:
    """The scan so far."""

    kunci: list[str] = field(default_factory=list)
    kotak: list[Daerah] = field(default_factory=list)
    rantai: list[str] = field(default_factory=list)
    nama: list[str] = field(default_factory=list)
    polos: list[str] = field(default_factory=list)
    fungsi: list[str] = field(default_factory=list)  # function of each open bracket


def keping(rumus: str) -> list[tuple[str, str]]:
    """Kind and text of every token; white space left out, except between two operands (an intersection)."""
    return [(str(c.lastgroup), c.group()) for c in _POLA.finditer(rumus) if c.lastgroup != "putih"]


def urai(rumus: str, baris: int, kolom: int, ujung: tuple[int, int]) -> Urai:
    """Take a formula (without "=") of a cell apart. ujung: last row and column that whole columns and rows reach."""
    deret, kini, i = keping(rumus), _Kini(), 0
    while i < len(deret):
        lembar = ""
        if deret[i][0] == "lembar" and i + 1 < len(deret) and deret[i + 1][0] in ("acuan", "kolom", "baris"):
            lembar, i = deret[i][1], i + 1
            kini.kunci.append(_padat(lembar.upper()))
            kini.polos.append(lembar)
        jenis, teks = deret[i]
        if jenis == "acuan" and (titik := _titik(teks)) is not None:
            i = _rentang(deret, i, titik, lembar, (baris, kolom), kini)
        elif jenis in ("kolom", "baris"):
            _utuh(jenis, teks, lembar, (baris, kolom), ujung, kini)
        else:
            _lain(deret, i, kini)
        i += 1
    return Urai(
        " ".join(kini.kunci), tuple(dict.fromkeys(kini.kotak)), tuple(kini.rantai), tuple(dict.fromkeys(kini.nama)),
        tuple(deret), "".join(kini.polos),
    )  # fmt: skip


def _titik(teks: str) -> tuple[bool, int, bool, int] | None:
    cocok = _SEL.fullmatch(teks)
    assert cocok is not None
    k, b = kolom_angka(cocok[2]), int(cocok[4])
    return (cocok[3] == "$", b, cocok[1] == "$", k) if 1 <= b <= MAKS_BARIS and k <= MAKS_KOLOM else None


def _r1c1(titik: tuple[bool, int, bool, int], dari: tuple[int, int]) -> str:
    tetap_b, b, tetap_k, k = titik
    return f"R{b}" * tetap_b + f"R[{b - dari[0]}]" * (not tetap_b) + (f"C{k}" if tetap_k else f"C[{k - dari[1]}]")


def _rentang(
    deret: list[tuple[str, str]], i: int, titik: tuple[bool, int, bool, int], lembar: str, dari: tuple[int, int],
    kini: _Kini,
) -> int:  # fmt: skip
    """A cell, a range, or a chain of ranges, which Excel takes as the rectangle around all of them."""
    mulai, semua = i, [titik]
    while i + 2 < len(deret) and deret[i + 1] == ("lain", ":") and deret[i + 2][0] == "acuan":
        lanjut = _titik(deret[i + 2][1])
        if lanjut is None:
            break
        semua.append(lanjut)
        i += 2
    kini.kunci.append(":".join(_r1c1(satu, dari) for satu in semua))
    b, k = [satu[1] for satu in semua], [satu[3] for satu in semua]
    if len(semua) > 2:
        kini.rantai.append("".join(teks for _, teks in deret[mulai : i + 1]))
        kini.polos.append(f"{_a1(min(b), min(k))}:{_a1(max(b), max(k))}")
    else:
        kini.polos += [teks for _, teks in deret[mulai : i + 1]]
    _catat(kini, (lembar, min(b), min(k), max(b), max(k)))
    return i


def _utuh(jenis: str, teks: str, lembar: str, dari: tuple[int, int], ujung: tuple[int, int], kini: _Kini) -> None:
    """Whole columns or rows, cut at the used part of the sheets."""
    satu, dua = teks.split(":")
    if jenis == "kolom":
        a, b = sorted((kolom_angka(satu.strip("$")), kolom_angka(dua.strip("$"))))
        kotak = (lembar, 1, a, ujung[0], min(b, max(ujung[1], a)))
        tanda = [f"C{n}" if t.startswith("$") else f"C[{n - dari[1]}]" for t, n in ((satu, a), (dua, b))]
    else:
        a, b = sorted((int(satu.strip("$")), int(dua.strip("$"))))
        kotak = (lembar, a, 1, min(b, max(ujung[0], a)), ujung[1])
        tanda = [f"R{n}" if t.startswith("$") else f"R[{n - dari[0]}]" for t, n in ((satu, a), (dua, b))]
    kini.kunci.append(":".join(tanda))
    kini.polos.append(f"{_a1(kotak[1], kotak[2])}:{_a1(kotak[3], kotak[4])}")
    _catat(kini, kotak)


def _catat(kini: _Kini, kotak: Daerah) -> None:
    if not (kini.fungsi and kini.fungsi[-1] in _TANPA_ISI):
        kini.kotak.append(kotak)


def _lain(deret: list[tuple[str, str]], i: int, kini: _Kini) -> None:
    jenis, teks = deret[i]
    kunci = teks
    if jenis in ("kata", "acuan", "lembar"):
        sesudah = deret[i + 1][1] if i + 1 < len(deret) else ""
        kunci = fungsi_baku(teks) if sesudah == "(" else teks.upper()
        if sesudah != "(" and jenis == "kata" and kunci not in ("TRUE", "FALSE"):
            kini.nama.append(teks)
        teks = kunci if sesudah == "(" else teks
    elif jenis == "angka":
        kunci = f"{float(teks):.15g}"
    elif teks == ")" and kini.kunci[-2:] in (["TRUE", "("], ["FALSE", "("]):
        kini.kunci.pop()
        kini.polos.pop()
        kini.fungsi.pop()
        return
    if teks == "(":
        sebelum = deret[i - 1] if i else ("", "")
        kini.fungsi.append(fungsi_baku(sebelum[1]) if sebelum[0] == "kata" else "")
    elif teks == ")" and kini.fungsi:
        kini.fungsi.pop()
    kini.kunci.append(_padat(kunci))
    kini.polos.append(teks)


def _padat(teks: str) -> str:
    """A token without spaces: they part the tokens of a key."""
    return teks.replace(" ", "\u00b7")


def fungsi_baku(teks: str) -> str:
    """Name of a function in capitals, without the prefixes of newer ones."""
    besar = teks.upper()
    for awalan in _AWALAN:
        besar = besar.removeprefix(awalan)
    return besar


def bentuk(satu: Urai) -> Bentuk:
    """What the key of a formula says, whatever cell it stands in."""
    deret = satu.keping
    fungsi = frozenset(
        fungsi_baku(t) for ke, (j, t) in enumerate(deret[:-1]) if j == "kata" and deret[ke + 1][1] == "("
    ) - {"TRUE", "FALSE"}
    return Bentuk(
        satu.kunci, fungsi, tuple(_literal(deret)), _jumlah(deret), bool(fungsi & _BERSYARAT),
        sum(j in ("acuan", "kolom", "baris") for j, _ in deret),
    )  # fmt: skip


def _literal(deret: tuple[tuple[str, str], ...]) -> Iterator[Literal]:
    for ke, (jenis, teks) in enumerate(deret):
        if jenis != "angka":
            continue
        sebelum = deret[ke - 1][1] if ke else ""
        sesudah = deret[ke + 1][1] if ke + 1 < len(deret) else ""
        if sesudah == "%":
            lanjut = deret[ke + 2][1] if ke + 2 < len(deret) else ""
            yield Literal(float(teks) / 100, teks + "%", sebelum, lanjut)
        else:
            yield Literal(float(teks), teks, sebelum, sesudah)


def _jumlah(deret: tuple[tuple[str, str], ...]) -> bool:
    if len(deret) < 4 or fungsi_baku(deret[0][1]) != "SUM" or deret[1][1] != "(" or deret[-1][1] != ")":
        return False
    return all(j in ("acuan", "kolom", "lembar") or t in (":", ",") for j, t in deret[2:-1])


def _a1(baris: int, kolom: int) -> str:
    from kinerja_xl.core.nama import alamat

    return alamat(baris, kolom)
