"""The LibreOffice add-in as one file: shell, type library, help, rules and the compiled rule book in a plain zip.

Same version, same bytes on every machine: sorted entries, one fixed time, nothing compressed.
"""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.build.oxt_bantuan import berkas_bantuan
from kinerja_xl.core.buku_aturan import TERKOMPILASI, kompilasi
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import udfs
from kinerja_xl.functions import functions

NAMA_BERKAS = "kinerja-xl.oxt"
PAKET = TERKOMPILASI.parent.parent
RUANG = ("core", "iku", "sop")
BERKAS_PAKET = ("__init__.py", "functions.py")
# Parts of these rooms that no function needs: SOP models read templates/, spellings are the verifier's business.
TANPA = frozenset({"sop/model.py", "sop/jadwal.py", "core/ejaan.py"})
BANTU = "kinerja_sel_kosong.py"
_TETAP = (
    "META-INF/manifest.xml", "LICENSE", "XKinerja.rdb", "description/id.txt", "description/en.txt", "kinerja_addin.py",
)  # fmt: skip
_WAKTU = (1980, 1, 1, 0, 0, 0)


def bangun_oxt(out: str | Path = ".", *, versi: str = __version__, timpa: bool = False) -> Path:
    """Write the add-in and return its path. out: folder, or the path of the .oxt itself.

    Raises KinerjaError when the file exists (without timpa) or its folder does not.
    """
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".oxt":
        tujuan = tujuan / NAMA_BERKAS
    if tujuan.exists() and not timpa:
        raise KinerjaError(f"berkas {tujuan.name} sudah ada; pakai --force untuk menimpanya.")
    if not tujuan.parent.is_dir():
        raise KinerjaError(f"folder {tujuan.parent} tidak ada.")
    sementara = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.part")
    try:
        sementara.write_bytes(_zip(isi_oxt(versi)))
        sementara.replace(tujuan)
    finally:
        sementara.unlink(missing_ok=True)
    return tujuan


def isi_oxt(versi: str = __version__) -> dict[str, bytes]:
    """Every part of the add-in by its name inside the file."""
    sumber = udfs() / "libreoffice"
    hasil = {nama: (sumber / nama).read_bytes() for nama in _TETAP}
    uraian = (sumber / "description.xml").read_text(encoding="utf-8")
    hasil["description.xml"] = uraian.replace("{versi}", versi).encode()
    hasil["CalcAddIns.xcu"] = berkas_bantuan(functions().values()).encode()
    hasil[f"pythonpath/{BANTU}"] = (sumber / BANTU).read_bytes()
    for nama, isi in _paket().items():
        hasil[f"pythonpath/kinerja_xl/{nama}"] = isi
    return {nama: _baris(nama, hasil[nama]) for nama in sorted(hasil)}


def _baris(nama: str, isi: bytes) -> bytes:
    """Text with the same line ends on every machine, however git checked it out."""
    return isi if nama.endswith(".rdb") else isi.replace(b"\r\n", b"\n")


def _paket() -> dict[str, bytes]:
    """The rules as a Python package of their own, without templates and without TOML."""
    berkas = [PAKET / nama for nama in BERKAS_PAKET]
    for ruang in RUANG:
        berkas += (PAKET / ruang).glob("*.py")
    hasil = {satu.relative_to(PAKET).as_posix(): satu.read_bytes() for satu in berkas}
    hasil[TERKOMPILASI.relative_to(PAKET).as_posix()] = kompilasi().encode()
    return {nama: isi for nama, isi in hasil.items() if nama not in TANPA}


def _zip(isi: dict[str, bytes]) -> bytes:
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_STORED) as arsip:
        for nama, data in isi.items():
            entri = zipfile.ZipInfo(nama, _WAKTU)
            entri.create_system, entri.external_attr = 3, 0o644 << 16
            arsip.writestr(entri, data)
    return wadah.getvalue()
