"""Drive the xlwings module as Excel does, in a process of its own (xlwings chooses its decorators when imported).

    python _xlwings_uji.py server|klasik|lite FOLDER < calls.json > results.json

server: the protocol of xlwings Server and Lite (Office.js), through xlwings' own `custom_functions_call`.
lite: the same with main.py of the Lite workbook, which must bring its own rules.
klasik: `xlwings.udfs.call_udf` of classic Excel, with the modules of pywin32 replaced by stand-ins; arguments come
as ranges (what xlwings' own wrapper hands over) or as bare values (what our .bas hands over: Value2).
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import types
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

KODE_GALAT = {
    "#DIV/0!": -2146826281, "#N/A": -2146826246, "#NAME?": -2146826259, "#VALUE!": -2146826273,
    "#CALC!": -2146826238,  # newer than xlwings' own table
}  # fmt: skip
HILANG = -2147352572
AWAL = datetime(1899, 12, 30)


class Segala:
    """Stand-in for any class or function of pywin32."""

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def __call__(self, *_: Any, **__: Any) -> Segala:
        return Segala()

    def __getattr__(self, nama: str) -> Any:
        if nama.startswith("__"):
            raise AttributeError(nama)
        return Segala()


class Modul(types.ModuleType):
    """Stand-in for a module of pywin32."""

    __path__: list[str] = []

    def __getattr__(self, nama: str) -> Any:
        if nama.startswith("__"):
            raise AttributeError(nama)
        if nama in {"com_error", "error"}:
            return type(nama, (Exception,), {})
        return type(nama, (Segala,), {})


class WaktuCom(datetime):
    """pywintypes.TimeType: a moment with a time zone."""


def pasang_pywin32() -> None:
    """Put the stand-ins where xlwings looks for pywin32."""
    import ctypes

    for nama in (
        *("pythoncom", "pywintypes", "win32api", "win32con", "win32event", "win32gui", "win32process"),
        *("win32timezone", "win32com", "win32com.client", "win32com.server", "win32com.server.dispatcher"),
        *("win32com.server.policy", "win32com.server.util"),
    ):
        sys.modules[nama] = Modul(nama)
        induk, _, anak = nama.rpartition(".")
        if induk:
            setattr(sys.modules[induk], anak, sys.modules[nama])
    sys.modules["pywintypes"].TimeType = WaktuCom  # type: ignore[attr-defined]
    sys.modules["pywintypes"].IID = str  # type: ignore[attr-defined]
    sys.modules["pythoncom"].CoInitialize = lambda: None  # type: ignore[attr-defined]
    sys.modules["win32process"].GetWindowThreadProcessId = lambda _: (1, 1)  # type: ignore[attr-defined]
    sys.modules["pythoncom"].TypeIIDs = {"idispatch": Segala}  # type: ignore[attr-defined]
    sys.modules["pythoncom"].IID_IDispatch = "idispatch"  # type: ignore[attr-defined]
    for nama in ("windll", "oledll"):
        setattr(ctypes, nama, Segala())
    sys.modules["pythoncom"].__file__ = "pythoncom.dll"
    ctypes.PyDLL = Segala  # type: ignore[misc, assignment]


class Daerah:
    """A Range of Excel: Value as pywin32 gives it (one cell bare, more as a tuple of tuples)."""

    def __init__(self, isi: Any) -> None:
        self.Value = isi
        baris = isi if isinstance(isi, tuple) else ((isi,),)
        self.Worksheet, self.Row, self.Column = Segala(), 1, 1
        self.Rows = types.SimpleNamespace(Count=len(baris))
        self.Columns = types.SimpleNamespace(Count=len(baris[0]))

    class _oleobj_:
        @staticmethod
        def GetTypeInfo() -> Any:
            class Info:
                @staticmethod
                def GetTypeAttr() -> Any:
                    return types.SimpleNamespace(iid="{00020846-0000-0000-C000-000000000046}")

            return Info


def sel_com(isi: Any, cara: str) -> Any:
    """A cell as pywin32 hands it over. cara: "daerah" (Range.Value) or "nilai" (Value2)."""
    if isinstance(isi, dict):
        if "galat" in isi:
            return KODE_GALAT[isi["galat"]]
        if "uang" in isi:
            return Decimal(str(isi["uang"])) if cara == "daerah" else float(isi["uang"])
        saat = datetime.fromisoformat(isi["tanggal"])
        if cara == "nilai":
            return serial(saat)
        return WaktuCom(*saat.timetuple()[:6], tzinfo=UTC)
    return float(isi) if isinstance(isi, int) and not isinstance(isi, bool) else isi


def serial(saat: datetime) -> float:
    """A moment as Excel's number."""
    selisih = saat - AWAL
    return selisih.days + selisih.seconds / 86400


def sel_js(isi: Any) -> Any:
    """A cell as Office.js hands it over."""
    if isinstance(isi, dict):
        if "galat" in isi:
            return {"type": "Error", "basicType": "Error", "basicValue": isi["galat"], "errorType": "Div0"}
        if "uang" in isi:
            return isi["uang"]
        nilai = serial(datetime.fromisoformat(isi["tanggal"]))
        return int(nilai) if nilai == int(nilai) else nilai
    return "" if isi is None else isi


def argumen_com(isi: Any, cara: str) -> Any:
    """An argument of a classic call; text "HILANG" is an argument left out."""
    if isi == "HILANG":
        return HILANG
    nilai: Any = tuple(tuple(sel_com(n, cara) for n in b) for b in isi)
    if len(isi) == 1 and len(isi[0]) == 1:
        nilai = nilai[0][0]
    return Daerah(nilai) if cara == "daerah" else nilai


def pasang_pyodide() -> None:
    """xlwings looks for Pyodide at every cell; a stand-in spares it a failing import each time."""
    ffi, py = types.ModuleType("pyodide.ffi"), types.ModuleType("pyodide")
    ffi.JsNull = type("JsNull", (), {})  # type: ignore[attr-defined]
    py.ffi = ffi  # type: ignore[attr-defined]
    sys.modules.update({"pyodide": py, "pyodide.ffi": ffi})


def selesaikan(kerja: Any) -> Any:
    """Result of a coroutine that never waits (no event loop can be run inside Pyodide)."""
    try:
        kerja.send(None)
    except StopIteration as selesai:
        return selesai.value
    raise RuntimeError("the call waits for something")


def jalankan_server(panggilan: list[Any], folder: str, lite: bool = False) -> tuple[list[Any], Any]:
    """Results of the calls, and the metadata Excel registers the functions with."""
    os.environ.update(XLWINGS_LICENSE_KEY="noncommercial", XLWINGS_ON_SERVER="true")
    if sys.platform != "emscripten":
        pasang_pyodide()
    sys.path.insert(0, folder)
    import xlwings
    import xlwings.server as server

    modul = importlib.import_module("main" if lite else "kinerja_udf")
    if lite:
        asal = Path(sys.modules["kinerja_xl"].__file__ or "")
        assert asal.is_relative_to(Path(tempfile.gettempdir())) and asal.parts[-3].startswith("kinerja-xl-")

    def satu(nama: str, isi: list[Any]) -> Any:
        argumen = [None if a == "HILANG" else [[sel_js(n) for n in b] for b in a] for a in isi]
        data = {
            "client": "Office.js", "func_name": nama, "args": argumen, "caller_address": "[B.xlsx]S!K1",
            "session_id": "t", "culture_info_name": "id-ID", "date_format": "dd/mm/yyyy",
            "version": xlwings.__version__, "runtime": "1.4",
        }  # fmt: skip
        return selesaikan(server.custom_functions_call(data, modul))

    return [coba(satu, nama, isi) for nama, isi, _ in panggilan], server.custom_functions_meta(modul)


def jalankan_klasik(panggilan: list[Any], folder: str) -> tuple[list[Any], Any]:
    """Results of the calls, and what xlwings' own import would write (one wrapper a function)."""
    import io

    os.environ.pop("XLWINGS_ON_SERVER", None)
    pasang_pywin32()
    sys.path.insert(0, folder)
    import xlwings
    from xlwings import _xlwindows, udfs

    xlwings.engines.add(xlwings.Engine(impl=_xlwindows.engine))
    xlwings.engines.active = xlwings.engines["excel"]
    xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret
    pro = xlwings.__pro__

    def satu(nama: str, isi: list[Any], cara: str) -> Any:
        return udfs.call_udf("kinerja_udf", nama, tuple(argumen_com(a, cara) for a in isi), None, Daerah(None))

    hasil = [coba(satu, nama, isi, cara) for nama, isi, cara in panggilan]
    import kinerja_udf

    bungkus = io.StringIO()
    udfs.generate_vba_wrapper("kinerja_udf", kinerja_udf, bungkus, types.SimpleNamespace(Name="a.xlsm"))
    info = {
        n: getattr(kinerja_udf, n).__xlfunc__
        for n in dir(kinerja_udf)
        if hasattr(getattr(kinerja_udf, n), "__xlfunc__")
    }
    return hasil, {"pro": pro, "bungkus": bungkus.getvalue(), "info": info}


def coba(kerja: Any, *isi: Any) -> Any:
    """A result, or the error that the program would get."""
    try:
        return {"hasil": kerja(*isi)}
    except Exception as salah:
        return {"galat": type(salah).__name__, "pesan": str(salah)}


if __name__ == "__main__":
    cara, folder = sys.argv[1:3]
    semua = json.loads(sys.stdin.buffer.read())
    keluar = sys.stdout
    sys.stdout = sys.stderr
    if cara == "klasik":
        hasil, lain = jalankan_klasik(semua, folder)
    else:
        hasil, lain = jalankan_server(semua, folder, cara == "lite")
    keluar.write(json.dumps({"hasil": hasil, "lain": lain}, default=str))
