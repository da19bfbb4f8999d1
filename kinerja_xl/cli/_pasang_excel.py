"""Set up the functions in classic Excel: the workbook and its settings, on Windows; elsewhere what to do instead.

Settings of xlwings stand in three places, the first that has a key wins: a sheet of the workbook, a file beside the
workbook, the person's own file. The interpreter goes beside our workbook, so that a person who uses xlwings for
something else keeps that; in the person's own file only what is missing is added.
"""

from __future__ import annotations

import locale
import re
import sys
from collections.abc import Callable
from pathlib import Path

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError

MODUL = "kinerja_udf"
NAMA_CONF = "xlwings.conf"
FOLDER = "Kinerja"
MILIK = ("Kinerja.xlsm", "Kinerja.bas")
_UDF, _PYTHON = "UDF MODULES", "INTERPRETER_WIN"
_BARIS = re.compile(r'\s*"([^"]*)"\s*,\s*"([^"]*)"\s*$')

_TEKS = {
    "id": {
        "buku": "Buku kerja dengan fungsi: {jalur}",
        "conf": "Setelan di sebelahnya: {jalur} (Python: {python})",
        "punya": "Setelan xlwings Anda: {jalur} ({isi})",
        "tetap": "Setelan xlwings Anda sudah memuat fungsi ini: {jalur}",
        "lain": "xlwings Anda memakai Python lain ({lain}). Itu tidak diubah; {nama} memakai Python yang memasang ini.",
        "lalu": "Buka {nama}, izinkan macro, lalu tulis misalnya =IKM_SCORE(B5:J154) di sel mana pun.",
        "impor": "Untuk buku kerja lain: Alt+F11, File > Import File, pilih {nama}.",
        "mac": "Fungsi Excel lewat xlwings hanya bekerja di Windows. Di Mac pakai Kinerja Lite.xlsx (xlwings Lite) "
        "atau Fungsi Kinerja.xlsx (Excel 365).",
        "lainnya": "Excel tidak ada di sistem ini, jadi tidak ada yang dipasang untuk Excel. Di komputer Windows "
        "jalankan perintah ini lagi, atau buat paketnya di sini: kinerja paket --windows",
        "hapus": "Dihapus: {jalur}",
        "lepas": "Setelan xlwings Anda tidak lagi memuat fungsi ini: {jalur}",
        "bersih": "Fungsi Excel tidak terpasang di sini; tidak ada yang dihapus.",
        "huruf": "setelan {nama} tidak dapat ditulis: nama folder memuat huruf yang tidak dikenal Windows ini ({isi})",
    },
    "en": {
        "buku": "Workbook with the functions: {jalur}",
        "conf": "Settings beside it: {jalur} (Python: {python})",
        "punya": "Your xlwings settings: {jalur} ({isi})",
        "tetap": "Your xlwings settings name these functions already: {jalur}",
        "lain": "Your xlwings uses another Python ({lain}). It stays; {nama} uses the Python that installs this.",
        "lalu": "Open {nama}, allow macros, then write for instance =IKM_SCORE(B5:J154) in any cell.",
        "impor": "For another workbook: Alt+F11, File > Import File, choose {nama}.",
        "mac": "Excel functions through xlwings work on Windows only. On a Mac use Kinerja Lite.xlsx (xlwings Lite) or "
        "Fungsi Kinerja.xlsx (Excel 365).",
        "lainnya": "There is no Excel on this system, so nothing was installed for Excel. Run this on a Windows "
        "computer, or make the package here: kinerja paket --windows",
        "hapus": "Removed: {jalur}",
        "lepas": "Your xlwings settings no longer name these functions: {jalur}",
        "bersih": "The Excel functions are not installed here; nothing was removed.",
        "huruf": "the settings {nama} cannot be written: a folder name has letters this Windows does not know ({isi})",
    },
}  # fmt: skip
Kata = Callable[..., str]


def pasang_excel(
    lang: str = "id", *, rumah: Path | None = None, platform: str = sys.platform, python: str = sys.executable
) -> list[str]:
    """Install for classic Excel and return what was done, one message a line.

    rumah: the person's folder (the home folder). platform, python: as in `sys`. Our own files are renewed each time.
    Raises KinerjaError when a setting cannot be written, OSError when a file is in use.
    """

    def kata(kunci: str, **isi: object) -> str:
        return _TEKS[lang][kunci].format(**isi)

    if platform == "darwin":
        return [kata("mac")]
    if platform != "win32":
        return [kata("lainnya")]
    return _windows(rumah or Path.home(), python, kata)


def lepas_excel(lang: str = "id", *, rumah: Path | None = None) -> list[str]:
    """Take our workbook and settings away again; the person's other files and settings stay. One message a line."""
    rumah = rumah or Path.home()
    pesan = []
    for jalur in [_folder(rumah) / nama for nama in (*MILIK, NAMA_CONF)]:
        if jalur.is_file():
            jalur.unlink()
            pesan.append(_TEKS[lang]["hapus"].format(jalur=jalur))
    conf = rumah / ".xlwings" / NAMA_CONF
    ada = _baca(conf)
    kunci = next((k for k in ada if k.upper() == _UDF), "")
    modul = [m.strip() for m in ada.get(kunci, "").split(";") if m.strip()]
    if MODUL in modul:
        sisa = ";".join(m for m in modul if m != MODUL)
        baru = {k: (sisa if k == kunci else v) for k, v in ada.items() if k != kunci or sisa}
        _tulis(conf, baru, lambda k, **isi: _TEKS[lang][k].format(**isi))
        pesan.append(_TEKS[lang]["lepas"].format(jalur=conf))
    return pesan or [_TEKS[lang]["bersih"]]


def pasang(atur: Pengaturan, hapus: bool) -> str:
    """`kinerja addin install excel`: what was done, or a KinerjaError that says what to do instead."""
    if sys.platform != "win32":
        raise KinerjaError("\n".join(pasang_excel(atur.lang)))
    return "\n".join(lepas_excel(atur.lang) if hapus else pasang_excel(atur.lang))


def _folder(rumah: Path) -> Path:
    return (rumah / "Documents" if (rumah / "Documents").is_dir() else rumah) / FOLDER


def _windows(rumah: Path, python: str, kata: Kata) -> list[str]:
    from kinerja_xl.build.excel_xlsm import bangun_bas, bangun_xlsm

    folder = _folder(rumah)
    buku, bas = bangun_xlsm(folder, timpa=True), bangun_bas(folder, timpa=True)
    conf = folder / NAMA_CONF
    python = python.replace("pythonw.exe", "python.exe")
    _tulis(conf, {_PYTHON: python, _UDF: MODUL}, kata)
    pesan = [kata("buku", jalur=buku), kata("conf", jalur=conf, python=python)]
    pesan += _setelan_orang(rumah / ".xlwings" / NAMA_CONF, python, buku.name, kata)
    return [*pesan, kata("lalu", nama=buku.name), kata("impor", nama=bas)]


def _setelan_orang(conf: Path, python: str, nama_buku: str, kata: Kata) -> list[str]:
    """Add to the person's own settings what is missing there."""
    ada = _baca(conf)
    kunci = {k.upper(): k for k in ada}
    udf, lain = ada.get(kunci.get(_UDF, ""), ""), ada.get(kunci.get(_PYTHON, ""), "")
    baru = dict(ada)
    if MODUL not in [m.strip() for m in udf.split(";")]:
        baru[kunci.get(_UDF, _UDF)] = ";".join([*(m for m in udf.split(";") if m.strip()), MODUL])
    if not lain:
        baru[kunci.get(_PYTHON, _PYTHON)] = python
    pesan = [kata("tetap", jalur=conf)]
    if baru != ada:
        _tulis(conf, baru, kata)
        ubah = ", ".join(f"{k} = {v}" for k, v in baru.items() if ada.get(k) != v)
        pesan = [kata("punya", jalur=conf, isi=ubah)]
    if lain and Path(lain) != Path(python):
        pesan.append(kata("lain", lain=lain, nama=nama_buku))
    return pesan


def _baca(conf: Path) -> dict[str, str]:
    if not conf.is_file():
        return {}
    baris = conf.read_text(encoding=_kode(), errors="replace").splitlines()
    return {c[1]: c[2] for c in map(_BARIS.match, baris) if c}


def _tulis(conf: Path, isi: dict[str, str], kata: Kata) -> None:
    """Write settings the way VBA reads them: the code page of this Windows, CR LF, quotes."""
    teks = "".join(f'"{k}","{v}"\r\n' for k, v in isi.items())
    try:
        data = teks.encode(_kode())
    except UnicodeEncodeError as salah:
        raise KinerjaError(kata("huruf", nama=conf.name, isi=teks[salah.start : salah.end])) from salah
    conf.parent.mkdir(parents=True, exist_ok=True)
    conf.write_bytes(data)


def _kode() -> str:
    return locale.getencoding()
