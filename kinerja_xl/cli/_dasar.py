"""What all commands share: lazy loading, settings, the error boundary, a console that never fails on a sign."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kinerja_xl.core.errors import KinerjaError

GAGAL = 2


@dataclass(frozen=True)
class Pengaturan:
    """Global options."""

    lang: str = "id"
    quiet: bool = False

    def catat(self, teks: str) -> None:
        """A remark for the person, on stderr; nothing with --quiet."""
        if not self.quiet:
            click.echo(teks, err=True)

    @property
    def kemajuan(self) -> bool:
        """Show progress? Only to a person on a terminal."""
        return not self.quiet and sys.stderr.isatty()


class Induk(click.Group):
    """A group whose commands are imported only when used. perintah: name -> (module, one line of help)."""

    def __init__(self, *args: Any, perintah: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.perintah = perintah

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order a person meets them."""
        return list(self.perintah)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; an unknown name suggests the nearest."""
        if cmd_name not in self.perintah:
            dekat = get_close_matches(cmd_name, self.perintah, n=1)
            saran = f" Maksud Anda '{dekat[0]}'?" if dekat else " Lihat 'kinerja --help'."
            ctx.fail(f"Perintah '{cmd_name}' tidak ada.{saran}")
        perintah = getattr(import_module(self.perintah[cmd_name][0]), "perintah")  # noqa: B009
        assert isinstance(perintah, click.Command)
        return perintah

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table, without importing any of them."""
        with formatter.section("Perintah"):
            formatter.write_dl([(nama, bantuan) for nama, (_, bantuan) in self.perintah.items()])


def ke_depan(args: Sequence[str]) -> list[str]:
    """Global options may stand anywhere before "--": moved to the front, where click wants them."""
    depan: list[str] = []
    sisa = list(args)
    i = 0
    while i < len(sisa) and sisa[i] != "--":
        if sisa[i] == "--lang" and i + 1 < len(sisa):
            depan += sisa[i : i + 2]
            del sisa[i : i + 2]
        elif sisa[i] == "--quiet" or sisa[i].startswith("--lang="):
            depan.append(sisa.pop(i))
        else:
            i += 1
    return [*depan, *sisa]


_PENGGANTI = {
    "…": "...", "·": "-", "–": "-", "—": "-", "−": "-", "≥": ">=", "≤": "<=", "≠": "<>", "→": "->", "×": "x", "•": "*",
    "“": '"', "”": '"', "‘": "'", "’": "'", "±": "+/-", "Σ": "SUM", "²": "2", "é": "e",
}  # fmt: skip


def _tanda_lain(salah: UnicodeError) -> tuple[str, int]:
    """Signs an old console lacks, in signs it has: '>=' for '≥', '?' where nothing is near."""
    if not isinstance(salah, UnicodeEncodeError):
        raise salah
    return "".join(_PENGGANTI.get(h, "?") for h in salah.object[salah.start : salah.end]), salah.end


def konsol_aman() -> None:
    """Never fail on a sign that an old console cannot show."""
    codecs.register_error("kinerja", _tanda_lain)
    for aliran in (sys.stdout, sys.stderr):
        ubah = getattr(aliran, "reconfigure", None)
        if ubah is not None:
            ubah(errors="kinerja")


def batas_galat(perintah: click.Command, args: list[str] | None) -> int:
    """Run a command; whatever goes wrong becomes one line and exit status 2."""
    lacak = os.environ.get("KINERJA_DEBUG") == "1"
    try:
        hasil = perintah.main(args=args, prog_name="kinerja", standalone_mode=False)
        return hasil if isinstance(hasil, int) else 0
    except click.exceptions.Exit as keluar:
        return keluar.exit_code
    except click.ClickException as salah:
        salah.show()
        return GAGAL
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dibatalkan.", err=True)
        return GAGAL
    except KinerjaError as salah:
        if lacak:
            raise
        click.echo(f"Tidak dapat dijalankan: {_aman(salah)}", err=True)
    except BrokenPipeError:
        _tutup_keluaran()
    except OSError as salah:
        if lacak:
            raise
        click.echo(f"Tidak dapat dijalankan: {_os(salah)}", err=True)
    except Exception as salah:
        if lacak:
            raise
        click.echo(
            f"Terjadi kesalahan di dalam kinerja-xl ({type(salah).__name__}: {_aman(salah)}). "
            "Ulangi dengan KINERJA_DEBUG=1 untuk melihat rinciannya.",
            err=True,
        )
    return GAGAL


def _aman(salah: Exception) -> str:
    """An error's text may quote a workbook: no control signs, no orders to a CI service."""
    from kinerja_xl.report.aman import log

    return "\n".join(log(baris) for baris in str(salah).split("\n"))


def _os(salah: OSError) -> str:
    nama = f" {Path(str(salah.filename)).name}" if salah.filename else ""
    if isinstance(salah, FileNotFoundError):
        return f"berkas atau folder{nama} tidak ada."
    if isinstance(salah, PermissionError):
        return f"tidak ada izin untuk{nama or ' berkas ini'}; tutup berkasnya di Excel lalu ulangi."
    return f"{nama.strip()} {salah.strerror or salah}".strip()


def _tutup_keluaran() -> None:
    """The reader of our output is gone (kinerja ... | head): leave quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tulis_berkas(tujuan: Path, isi: bytes | Iterable[bytes], paksa: bool) -> None:
    """Write a file whole or not at all; an existing one only with --force. isi: the bytes, or pieces of them."""
    if tujuan.exists() and not paksa:
        raise KinerjaError(f"berkas {tujuan.name} sudah ada; pakai --force untuk menimpanya.")
    if not tujuan.parent.is_dir():
        raise KinerjaError(f"folder {tujuan.parent} tidak ada.")
    sementara = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.part")
    try:
        with sementara.open("wb") as berkas:
            berkas.writelines([isi] if isinstance(isi, bytes) else isi)
        sementara.replace(tujuan)
    finally:
        sementara.unlink(missing_ok=True)
