"""Click's own words in Indonesian: headings of help and messages of wrong usage."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

MODUL = ("core", "exceptions", "formatting", "decorators", "parser", "types", "termui")
KAMUS = {
    "Usage:": "Pemakaian:",
    "Usage: ": "Pemakaian: ",
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Arguments": "Argumen",
    "Error": "Kesalahan",
    "Error: {message}": "Kesalahan: {message}",
    "Aborted!": "Dibatalkan.",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Show the version and exit.": "Tampilkan versi.",
    "Try '{command} {option}' for help.": "Lihat '{command} {option}'.",
    "No such option: {name}": "Pilihan {name} tidak ada.",
    "No such option {name!r}.": "Pilihan {name} tidak ada.",
    "No such command {name!r}.": "Perintah {name} tidak ada.",
    "(Possible options: {possibilities})": "(Yang ada: {possibilities})",
    "Did you mean {possibility}?": "Maksud Anda {possibility}?",
    "Option {name!r} does not take a value.": "Pilihan {name} tidak memakai nilai.",
    "Option {name!r} requires an argument.": "Pilihan {name} perlu diikuti nilai.",
    "Option {name!r} requires {nargs} arguments.": "Pilihan {name} perlu {nargs} nilai.",
    "Missing argument": "Argumen belum ada:",
    "Missing option": "Pilihan wajib belum ada:",
    "Missing parameter": "Parameter belum ada:",
    "Missing {param_type}": "{param_type} belum ada",
    "Missing parameter: {param_name}": "Parameter belum ada: {param_name}",
    "Missing command.": "Perintah belum ditulis.",
    "Invalid value: {message}": "Nilai tidak sah: {message}",
    "Invalid value for {param_hint}: {message}": "Nilai tidak sah untuk {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan {number_type}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
    "{name} {filename!r} is a file.": "{name} {filename!r} adalah berkas.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} adalah folder.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} tidak dapat dibaca.",
    "File": "Berkas",
    "file": "berkas",
    "Directory": "Folder",
    "directory": "folder",
    "Path": "Jalur",
    "path": "jalur",
    "default: {default}": "bawaan: {default}",
    "required": "wajib",
    "(dynamic)": "(dinamis)",
    "%(prog)s, version %(version)s": "%(prog)s, versi %(version)s",
}
JAMAK = {
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} tidak ada dalam pilihan: {choices}.",
    "Got unexpected extra argument ({args})": "Argumen berlebih: {args}",
    "Got unexpected extra arguments ({args})": "Argumen berlebih: {args}",
    "(Possible options: {possibilities})": "(Yang ada: {possibilities})",
    "(Did you mean {possibilities}?)": "(Maksud Anda {possibilities}?)",
    "Option {name!r} requires an argument.": "Pilihan {name} perlu diikuti nilai.",
    "Option {name!r} requires {nargs} arguments.": "Pilihan {name} perlu {nargs} nilai.",
    "Takes {nargs} values but 1 was given.": "Perlu {nargs} nilai, diberi 1.",
    "Takes {nargs} values but {len} were given.": "Perlu {nargs} nilai, diberi {len}.",
}


def terjemah(teks: str) -> str:
    """Indonesian for a text of click; unknown ones stay as they are."""
    return KAMUS.get(teks, teks)


def terjemah_jamak(satu: str, banyak: str, jumlah: int) -> str:
    """The same where click tells singular from plural."""
    asli = satu if jumlah == 1 else banyak
    return JAMAK.get(asli, KAMUS.get(asli, asli))


def pasang(args: Sequence[str]) -> None:
    """Give click our words, unless --lang en was asked for. Click offers gettext only through compiled files."""
    if re.search(r"--lang[= ]en\b", " ".join(args)):
        return
    _ganti(terjemah, terjemah_jamak)


def _ganti(tunggal: Callable[[str], str], jamak: Callable[..., str]) -> None:
    for nama in MODUL:
        modul: Any = import_module(f"click.{nama}")
        if hasattr(modul, "_"):
            modul._ = tunggal
        if hasattr(modul, "ngettext"):
            modul.ngettext = jamak
