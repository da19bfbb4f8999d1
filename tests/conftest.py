"""Fixtures shared by all rooms: LibreOffice as an outside judge of our workbooks.

Without LibreOffice the tests that need it are skipped with a reason; with KINERJA_WAJIB_LIBREOFFICE=1 they fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from _pytest.pytester import SysModulesSnapshot

pytest_plugins = ["pytester"]  # pytest under test: only the first conftest may ask for it

# A private profile that always recalculates on load: a cached value in a file is never taken on trust.
_PENGATURAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501
_TEMPAT_LAIN = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


class LibreOffice:
    """Headless conversions with a profile of our own, many files in one start of the program.

    sebagai: command that runs another as some user, such as runuser.
    """

    def __init__(self, program: str, kerja: Path, sebagai: Iterable[str] = ()) -> None:
        self.program = program
        self.kerja = kerja
        self.sebagai = list(sebagai)
        self.putaran = 0
        (kerja / "profil" / "user").mkdir(parents=True)
        (kerja / "profil" / "user" / "registrymodifications.xcu").write_text(_PENGATURAN, encoding="utf-8")

    def konversi(self, berkas: Iterable[Path], ke: str) -> list[Path]:
        """Convert files to another format (xlsx, pdf, csv ...); results come in the order given."""
        self.putaran += 1
        masuk, keluar = self.kerja / f"masuk-{self.putaran}", self.kerja / f"keluar-{self.putaran}"
        masuk.mkdir()
        salinan = []
        for nomor, satu in enumerate(map(Path, berkas), 1):
            salinan.append(masuk / f"{nomor:03d}-{satu.name}")  # the number keeps equal names apart
            shutil.copyfile(satu, salinan[-1])
        perintah = [self.program, "--headless", "--norestore", "--nolockcheck", self.profil, "--convert-to", ke]
        selesai = self.jalankan(*perintah, "--outdir", str(keluar), *map(str, salinan), batas=120 + 60 * len(salinan))
        hasil = [keluar / f"{satu.stem}.{ke.partition(':')[0]}" for satu in salinan]
        hilang = [satu.name for satu in hasil if not satu.is_file()]
        assert not hilang, f"LibreOffice did not convert {hilang}: {selesai.stdout} {selesai.stderr}"
        return hasil

    @property
    def profil(self) -> str:
        """The option that makes a program of LibreOffice use our profile."""
        return f"-env:UserInstallation={(self.kerja / 'profil').as_uri()}"

    def jalankan(self, *perintah: str, batas: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a program of LibreOffice to its end."""
        return subprocess.run(
            [*self.sebagai, *perintah],
            env={**os.environ, "HOME": str(self.kerja)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=batas,
            check=False,
        )


@pytest.fixture(scope="session")
def pengaya_pytest() -> tuple[str, ...]:
    """Options that load our pytest plugin: none where the distribution is installed and announces it itself."""
    ada = any(satu.value == "kinerja_xl.pytest_kinerja" for satu in entry_points(group="pytest11"))
    return () if ada else ("-p", "kinerja_xl.pytest_kinerja")


@pytest.fixture
def jalankan_pytest(
    pytester: pytest.Pytester, pengaya_pytest: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., pytest.RunResult]:
    """jalankan_pytest(*args): a run of pytest with our plugin in this process, in the folder of `pytester`.

    Modules that a run loads stay loaded: libraries cannot be loaded twice, and checks would be registered twice.
    """
    asli = SysModulesSnapshot.restore

    def pulihkan(potret: SysModulesSnapshot) -> None:
        tetap = {n: m for n, m in sys.modules.items() if not n.startswith(("test_", "conftest"))}
        asli(potret)
        sys.modules.update(tetap)

    monkeypatch.setattr(SysModulesSnapshot, "restore", pulihkan)
    return lambda *args: pytester.runpytest_inprocess(*pengaya_pytest, "-p", "no:cacheprovider", *args)


@pytest.fixture(scope="session")
def tanpa() -> Callable[[str], None]:
    """tanpa("what is missing"): skip and say so, or fail where CI requires that nothing is missing."""

    def lewati(alasan: str) -> None:
        if os.environ.get("KINERJA_WAJIB_LIBREOFFICE") == "1":
            pytest.fail(f"{alasan}, and KINERJA_WAJIB_LIBREOFFICE=1 requires it")
        pytest.skip(alasan)

    return lewati


@pytest.fixture(scope="session")
def soffice(tanpa: Callable[[str], None]) -> str:
    """Path of LibreOffice's program; skips (or fails, where it is required) when there is none."""
    ada = [shutil.which("soffice"), shutil.which("libreoffice"), *(p for p in _TEMPAT_LAIN if Path(p).is_file())]
    program = next((p for p in ada if p), None)
    if program is None:
        tanpa("LibreOffice (soffice) is not installed")
    return str(program)


@pytest.fixture(scope="session")
def libreoffice(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice with a private, always recalculating profile; one per test process."""
    return LibreOffice(soffice, tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def hitung_ulang(libreoffice: LibreOffice) -> Callable[..., Path | list[Path]]:
    """hitung_ulang(path) -> path of the copy LibreOffice recalculated; a list of paths gives a list, in one start."""

    def jalankan(berkas: Path | str | Iterable[Path | str]) -> Path | list[Path]:
        if isinstance(berkas, (str, Path)):
            return libreoffice.konversi([Path(berkas)], "xlsx")[0]
        return libreoffice.konversi([Path(satu) for satu in berkas], "xlsx")

    return jalankan
