"""xlwings: every function of the rule book as a spreadsheet function, for classic Excel, xlwings Server and Lite.

The functions are made here from the registry, so a new rule appears without a change in this file. On a machine
without Excel the decorators of xlwings do nothing and the functions can be called as they are.
Import it as `kinerja_udf`: `UDF Modules = kinerja_udf` in the settings of xlwings.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Any

from xlwings import XlwingsError, arg, func

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.panggilan import bantuan, bantuan_argumen, kategori, panggil
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions


def buat(fungsi: Indikator) -> Callable[..., Any]:
    """A function of the registry as xlwings wants it: its own name, signature, help, converters.

    Every argument comes as rows (ndim=2) with error cells as text (err_to_str), so that the three programs hand
    over the same; a wrong input raises XlwingsError, whose message Server and Lite show at the cell.
    """

    def jalankan(*nilai: Any) -> Any:
        try:
            return panggil(fungsi, *nilai)
        except KinerjaError as salah:
            raise XlwingsError(str(salah)) from salah

    jalankan.__name__ = jalankan.__qualname__ = fungsi.nama
    jalankan.__module__ = __name__
    jalankan.__doc__ = bantuan(fungsi)
    jalankan.__annotations__ = {}
    jalankan.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(a.nama, Parameter.POSITIONAL_OR_KEYWORD, default=None if a.opsional else Parameter.empty)
            for a in fungsi.argumen
        ]
    )
    hasil: Callable[..., Any] = jalankan
    for a in fungsi.argumen:
        hasil = arg(a.nama, ndim=2, err_to_str=True, doc=bantuan_argumen(a))(hasil)
    return func(category=kategori(fungsi))(hasil)


for _nama, _fungsi in functions().items():
    globals()[_nama] = buat(_fungsi)
