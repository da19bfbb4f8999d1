"""Changes to an existing workbook: filling its inputs."""

from __future__ import annotations

from kinerja_xl.edit.isi import fill

__all__ = ["fill"]
