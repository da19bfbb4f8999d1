"""Write XKinerja.idl from the registry and compile it to XKinerja.rdb; only needed when a signature changed.

python udfs/libreoffice/bangun_tipe.py [path of unoidl-write]

unoidl-write belongs to LibreOffice's SDK. On Debian no installation is needed:
    apt-get download libreoffice-dev && dpkg -x libreoffice-dev_*.deb sdk
    python udfs/libreoffice/bangun_tipe.py sdk/usr/lib/libreoffice/sdk/bin/unoidl-write.bin
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kinerja_xl.build.oxt_tipe import idl
from kinerja_xl.functions import functions

SINI = Path(__file__).resolve().parent
IDL, RDB = SINI / "XKinerja.idl", SINI / "XKinerja.rdb"


def bangun(penulis: str, rdb: Path = RDB) -> None:
    """Compile the type description with the types of the installed LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("LibreOffice (soffice) is not installed")
    program = Path(soffice).resolve().parent
    IDL.write_text(idl(functions().values()), encoding="ascii", newline="\n")
    jenis = [str(program / "types.rdb"), str(program / "types" / "offapi.rdb")]
    subprocess.run(
        [penulis, *jenis, str(IDL), str(rdb)], env={**os.environ, "LD_LIBRARY_PATH": str(program)}, check=True
    )


if __name__ == "__main__":
    bangun(sys.argv[1] if len(sys.argv) > 1 else "unoidl-write")
    print(f"{IDL.name} and {RDB.name} ({RDB.stat().st_size} bytes) are written")
