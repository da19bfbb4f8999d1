"""Lines on a terminal: folded to its width with a hanging indent; whole where the output goes to a file or a log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

_LEBAR_BERKAS = 120
_TERSEMPIT = 20


def lebar_isi(konsol: Console) -> int:
    """Columns that a table may take: those of the terminal; a fixed number in files and logs."""
    return konsol.width if konsol.is_terminal else _LEBAR_BERKAS


def keluarkan(konsol: Console, baris: Text) -> None:
    """Print a line; on a terminal a long one goes on below, a little further in."""
    if not konsol.is_terminal or baris.cell_len < konsol.width:
        konsol.print(baris, soft_wrap=True)
        return
    masuk = len(baris.plain) - len(baris.plain.lstrip(" "))
    isi, lanjut = baris[masuk:], masuk + 2
    for nomor, potong in enumerate(isi.wrap(konsol, max(konsol.width - lanjut - 1, _TERSEMPIT))):
        potong.rstrip()
        konsol.print(Text(" " * (lanjut if nomor else masuk)).append_text(potong), soft_wrap=True)


def sejajar(baris: Iterable[tuple[str, ...]], angka: range, masuk: int = 4) -> Iterator[Text]:
    """Columns in line: texts to the left, those in `angka` to the right."""
    semua = list(baris)
    lebar = [max(len(b[k]) for b in semua) for k in range(len(semua[0]))]
    for satu in semua:
        sel = [t.rjust(lebar[k]) if k in angka else t.ljust(lebar[k]) for k, t in enumerate(satu)]
        yield Text(" " * masuk + "  ".join(sel).rstrip())


def potong(teks: str, lebar: int) -> str:
    """At most so many signs, with an ellipsis where something is left out."""
    return teks if len(teks) <= lebar else f"{teks[: max(lebar - 1, 1)]}…"
