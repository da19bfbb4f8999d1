"""The one place that finds the data folders: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates() -> Path:
    """Folder with workbook specs, SOPs, manuals and example profiles."""
    return _folder("templates")


def udfs() -> Path:
    """Folder with the thin shells for each spreadsheet program."""
    return _folder("udfs")
