"""kinerja-xl: the toolchain for Indonesian SAKIP workbooks (rules, generator, verifier)."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "KinerjaError": "kinerja_xl.core.errors",
    "call": "kinerja_xl.functions",
    "functions": "kinerja_xl.functions",
    "trace": "kinerja_xl.functions",
    "generate": "kinerja_xl.build",
    "fill": "kinerja_xl.edit",
    "verify": "kinerja_xl.verify",
}

__all__ = ["KinerjaError", "__version__", "call", "fill", "functions", "generate", "trace", "verify"]


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that importing the package stays fast."""
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'kinerja_xl' has no attribute {name!r}")
