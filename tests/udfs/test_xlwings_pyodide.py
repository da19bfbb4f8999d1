"""The Lite workbook in the Python it is meant for: Pyodide under Node, with xlwings' pure wheel.

Pyodide comes from the package registry of Node, so this runs only where it is asked for: KINERJA_PYODIDE=1, or
KINERJA_PYODIDE=FOLDER with node_modules/pyodide and xlwings.whl already inside.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from kinerja_xl.build.lite import bangun_lite
from kinerja_xl.core.panggilan import pemeriksa
from kinerja_xl.core.sel import rapikan
from kinerja_xl.functions import functions

MINTA = os.environ.get("KINERJA_PYODIDE", "")
PYODIDE = "pyodide@314.0.7"
SEMUA = functions()
KASUS = [(f.nama, k) for f in SEMUA.values() for k in f.buku.kasus if k["fungsi"] == f.nama]


def siapkan(folder: Path) -> None:
    """Pyodide and the wheel of xlwings for it, into the folder."""
    npm = shutil.which("npm")
    assert npm, "npm is not installed"
    subprocess.run([npm, "install", "--silent", "--prefix", str(folder), PYODIDE], check=True, cwd=folder)
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "--platform", "any"]
    pip += ["--implementation", "py", "--abi", "none", "-d", str(folder), f"xlwings=={version('xlwings')}"]
    subprocess.run(pip, check=True)
    next(folder.glob("xlwings-*.whl")).rename(folder / "xlwings.whl")


def sel(isi: Any) -> Any:
    return {"tanggal": isi.isoformat()} if hasattr(isi, "isoformat") else isi


def isi_folder(folder: Path) -> None:
    buku = bangun_lite(folder, timpa=True)
    with ZipFile(buku) as arsip:
        pohon = ElementTree.fromstring(arsip.read("xl/webextensions/webextension1.xml"))
    properti = {e.attrib["name"]: json.loads(e.attrib["value"]) for e in pohon.iter() if e.tag.endswith("}property")}
    (folder / "main.py").write_text(properti["main.py"], encoding="utf-8")
    shutil.copy(Path(__file__).with_name("_xlwings_uji.py"), folder)
    panggilan = [[nama, [[[sel(n) for n in b] for b in rapikan(a)] for a in k["masuk"]], ""] for nama, k in KASUS]
    (folder / "calls.json").write_text(json.dumps(panggilan), encoding="utf-8")


def test_every_case_computes_in_pyodide(tmp_path, tanpa):
    if not MINTA:
        tanpa("Pyodide is fetched only where asked for (KINERJA_PYODIDE=1; needs Node, npm)")
    folder = tmp_path if MINTA == "1" else Path(MINTA)
    if MINTA == "1":
        siapkan(folder)
    isi_folder(folder)
    node = shutil.which("node")
    assert node, "node is not installed"
    subprocess.run([node, str(Path(__file__).with_name("_pyodide_uji.mjs")), str(folder)], check=True)
    keluar = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    assert keluar["platform"] == "emscripten"
    assert {f["name"] for f in keluar["lain"]["functions"]} == set(SEMUA)
    salah = [
        (nama, kasus["nama"], ada)
        for (nama, kasus), ada in zip(KASUS, keluar["hasil"], strict=True)
        if not baik(nama, kasus, ada)
    ]
    assert salah == []


def baik(nama: str, kasus: dict[str, Any], ada: dict[str, Any]) -> bool:
    if "galat" in kasus:
        teks = ada["hasil"][0][0] if pemeriksa(SEMUA[nama]) else ada.get("pesan", "")
        return kasus["galat"] in str(teks)
    harus = kasus["keluar"] if isinstance(kasus["keluar"], list) else [[kasus["keluar"]]]
    datar = [n for b in ada.get("hasil", []) for n in b]
    return datar == [
        pytest.approx(n, rel=1e-9, abs=kasus.get("toleransi", 1e-9)) if isinstance(n, (int, float)) else n
        for b in harus
        for n in b
    ]
