"""The door of the pytest plugin: its options, and nothing more until one of them is used.

This file is imported in every run of pytest on a machine that has kinerja-xl, so it is small, keeps to what pytest 6
has too, and loads the rest (pytest_buku) only for `--kinerja FOLDER` or `kinerja = ["FOLDER"]` in the ini file.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

# option, help, type of its key in the ini file
_PILIHAN = (
    ("tahun", "tahun anggaran yang diminta", None),
    ("tegas", "topik yang peringatannya dianggap galat, dipisah koma (mis. WKT,TGT)", "args"),
    ("abaikan", "kode temuan yang tidak dilaporkan, dipisah koma (mis. IKU-09)", "args"),
    ("ronde", "berkas ronde: instansi, tenggat, tingkat temuan", None),
    ("dispensasi", "berkas dispensasi: temuan yang dimaklumi", None),
    ("per-tanggal", "tanggal untuk menghitung masa dispensasi (TTTT-BB-HH)", None),
    ("jobs", "jumlah proses pemeriksaan", None),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """--kinerja and its sisters, each with a key of the same name in the ini file."""
    grup = parser.getgroup("kinerja", "buku kerja kinerja (kinerja-xl)")
    grup.addoption(
        "--kinerja", action="append", default=[], metavar="BERKAS|FOLDER",
        help="periksa buku kerja ini, atau semua buku kerja di dalam folder; boleh berulang",
    )  # fmt: skip
    parser.addini("kinerja", "berkas atau folder buku kerja yang diperiksa pada setiap pytest", type="args")
    for nama, bantuan, tipe in _PILIHAN:
        grup.addoption(f"--kinerja-{nama}", default=None, metavar=nama.upper(), help=bantuan)
        parser.addini(f"kinerja_{_kunci(nama)}", bantuan, type=tipe)  # type: ignore[arg-type]


def pytest_configure(config: pytest.Config) -> None:
    """Load the rest, when something is to be checked."""
    diminta = [config.invocation_params.dir / satu for satu in config.getoption("kinerja")]
    akar = [*diminta, *(_folder_ini(config) / satu for satu in config.getini("kinerja") or ())]
    if not akar:
        return
    atur = _pilihan(config)
    from kinerja_xl import pytest_buku

    pytest_buku.siapkan(config, akar, bool(diminta), atur)
    config.pluginmanager.register(pytest_buku, "kinerja_buku")


def _folder_ini(config: pytest.Config) -> Path:
    return config.inipath.parent if config.inipath else Path(config.rootpath)


def _pilihan(config: pytest.Config) -> dict[str, Any]:
    """Options of verify; what the command line says goes before what the ini file says."""
    kunci = [_kunci(nama) for nama, _, _ in _PILIHAN]
    ada = {n: config.getoption(f"kinerja_{n}") or config.getini(f"kinerja_{n}") for n in kunci}
    hasil: dict[str, Any] = {}
    for nama in ("tahun", "jobs"):
        if ada[nama]:
            if not str(ada[nama]).isdigit():
                raise _salah(f"--kinerja-{nama}: '{ada[nama]}' bukan bilangan")
            hasil[nama] = int(ada[nama])
    for nama in ("tegas", "abaikan"):
        isi = [ada[nama]] if isinstance(ada[nama], str) else list(ada[nama] or ())
        hasil[nama] = [kata for satu in isi for kata in satu.replace(",", " ").split()]
    for nama in ("ronde", "dispensasi"):
        if ada[nama]:
            hasil[nama] = _berkas(config, nama, str(ada[nama]))
    if ada["per_tanggal"]:
        try:
            hasil["per_tanggal"] = date.fromisoformat(str(ada["per_tanggal"]))
        except ValueError as salah:
            raise _salah(f"--kinerja-per-tanggal: '{ada['per_tanggal']}' bukan tanggal TTTT-BB-HH") from salah
    return hasil


def _kunci(nama: str) -> str:
    return nama.replace("-", "_")


def _berkas(config: pytest.Config, nama: str, isi: str) -> Path:
    """A path of the command line is seen from where pytest was started, one of the ini file from its folder."""
    dari_baris = config.getoption(f"kinerja_{nama}") is not None
    jalur = (config.invocation_params.dir if dari_baris else _folder_ini(config)) / isi
    if not jalur.is_file():
        raise _salah(f"--kinerja-{nama}: berkas '{jalur}' tidak ada")
    return jalur


def _salah(teks: str) -> Exception:
    import pytest

    return pytest.UsageError(teks)
