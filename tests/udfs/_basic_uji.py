"""Run a Basic module in LibreOffice: python _basic_uji.py SOFFICE PROFILE-URL MODULE-FILE (needs `import uno`).

The module is put into an empty workbook that may run macros, and its procedure `Jalan` is called.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]

PIPA = f"kinerja-basic-{os.getpid()}"


def sambung(proses: subprocess.Popen[bytes]) -> object:
    """The running program, as soon as it answers."""
    lokal = uno.getComponentContext()
    cari = lokal.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return cari.resolve(f"uno:pipe,name={PIPA};urp;StarOffice.ComponentContext")
        except Exception:
            if proses.poll() is not None:
                raise
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def sifat(nama: str, nilai: object) -> object:
    satu = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    satu.Name, satu.Value = nama, nilai
    return satu


def jalan(soffice: str, profil: str, modul: Path) -> None:
    """Start, insert, call, stop."""
    perintah = [
        soffice,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profil}",
        f"--accept=pipe,name={PIPA};urp;",
    ]
    with subprocess.Popen(
        perintah, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as proses:
        konteks = sambung(proses)
        meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)  # type: ignore[attr-defined]
        try:
            cara = (sifat("Hidden", True), sifat("MacroExecutionMode", 4))
            buku = meja.loadComponentFromURL("private:factory/scalc", "_blank", 0, cara)
            buku.BasicLibraries.createLibrary("Uji")
            buku.BasicLibraries.getByName("Uji").insertByName("Uji", modul.read_text(encoding="utf-8"))
            alamat = "vnd.sun.star.script:Uji.Uji.Jalan?language=Basic&location=document"
            buku.getScriptProvider().getScript(alamat).invoke((), (), ())
            buku.close(True)
        finally:
            try:
                meja.terminate()
            except Exception:  # the bridge breaks while the program leaves
                proses.terminate()


if __name__ == "__main__":
    jalan(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
