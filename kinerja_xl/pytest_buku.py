"""What the pytest plugin does once it is asked: workbooks as test files, topics as tests (pytest 7.1 or newer).

A galat fails its test, a peringatan is a warning of pytest. The workbooks of a run are verified together, once, when
the first of their tests runs; collecting reads none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from kinerja_xl.verify.laporan import HasilBerkas
    from kinerja_xl.verify.temuan import Temuan

AKHIRAN = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots", ".fods"})
KUNCI = (".~lock.", "~$")
RINCI = 20  # findings written out in one failure; the rest is counted
_AKAR: pytest.StashKey[tuple[Path, ...]] = pytest.StashKey()
_ATUR: pytest.StashKey[dict[str, Any]] = pytest.StashKey()
_HASIL: pytest.StashKey[dict[Path, HasilBerkas]] = pytest.StashKey()


class PeringatanKinerja(pytest.PytestWarning):
    """A finding at level peringatan."""


class TemuanGalat(Exception):
    """A topic has findings at level galat; the message is the list of them."""


def siapkan(config: pytest.Config, akar: Sequence[Path], sendiri: bool, atur: Mapping[str, Any]) -> None:
    """Make pytest walk what is to be checked; alone when `sendiri` and no other path was given."""
    for satu in akar:
        if not satu.exists():
            raise pytest.UsageError(f"--kinerja: berkas atau folder '{satu}' tidak ada")
    config.stash[_ATUR] = dict(atur)
    config.stash[_AKAR] = tuple(satu.resolve() for satu in akar)
    if sendiri and config.args_source != pytest.Config.ArgsSource.ARGS:
        config.args[:] = []
    config.args += [str(satu) for satu in akar if str(satu) not in config.args]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> BukuKerja | None:
    """A workbook below one of the roots; a file given by name is taken whatever it is called."""
    akar = parent.config.stash.get(_AKAR, ())
    if not akar or file_path.name.startswith(KUNCI):
        return None
    nyata = file_path.resolve()
    if nyata in akar or (file_path.suffix.lower() in AKHIRAN and any(nyata.is_relative_to(a) for a in akar)):
        return BukuKerja.from_parent(parent, path=file_path)
    return None


class BukuKerja(pytest.File):
    """One workbook."""

    def collect(self) -> Iterator[Topik]:
        """A test for each topic of checks; nothing is read yet."""
        from kinerja_xl.verify.temuan import topik_tersedia

        for topik in topik_tersedia():
            yield Topik.from_parent(self, name=topik)


class Topik(pytest.Item):
    """All checks of one topic over one workbook."""

    def runtest(self) -> None:
        """Fail on galat, warn on peringatan. A workbook that cannot be read fails once, at what could not be read."""
        hasil = _periksa(self.session)[self.path.resolve()]
        milik = [t for t in hasil.findings if t.code.partition("-")[0] == self.name]
        self.user_properties.append(("putusan", hasil.verdict))
        for satu in milik:
            if satu.level == "peringatan":
                self.warn(PeringatanKinerja(_baris(satu)))
        galat = [t for t in milik if t.level == "galat"]
        if galat:
            raise TemuanGalat(_daftar(self.path.name, self.name, galat))
        if hasil.verdict == "tidak-terbaca" and not milik:
            pytest.skip("berkas tidak terbaca, jadi tidak ada yang diperiksa")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings, without a traceback."""
        if isinstance(excinfo.value, TemuanGalat):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """File and what stands in the head of a failure; warnings need a line, so it is the first."""
        return self.path, 0, f"{self.path.name}: {self.name}"


def _periksa(session: pytest.Session) -> dict[Path, HasilBerkas]:
    """Results of all workbooks of the run by path; verified together, so that they are held against each other."""
    config = session.config
    if _HASIL not in config.stash:
        from kinerja_xl.core.errors import KinerjaError
        from kinerja_xl.verify import verify
        from kinerja_xl.verify.cari import cari_berkas

        berkas = sorted({item.path.resolve() for item in session.items if isinstance(item, Topik)})
        try:
            laporan = verify(berkas, **config.stash[_ATUR])
        except KinerjaError as salah:
            pytest.exit(f"kinerja: {salah}", returncode=pytest.ExitCode.USAGE_ERROR)
        sebut = {c.sebutan: c.jalur.resolve() for c in cari_berkas(berkas)[0]}
        config.stash[_HASIL] = {sebut[satu.path]: satu for satu in laporan.files if satu.path in sebut}
    return config.stash[_HASIL]


def _baris(satu: Temuan) -> str:
    return f"{satu.code} {satu.message} Perbaikan: {satu.fix}"


def _daftar(berkas: str, topik: str, galat: list[Temuan]) -> str:
    baris = [f"{berkas}: {len(galat)} galat {topik}"]
    for satu in galat[:RINCI]:
        baris += [f"  {satu.code}  {satu.message}", f"      Perbaikan: {satu.fix}"]
    if len(galat) > RINCI:
        baris.append(f"  dan {len(galat) - RINCI} lagi; daftar lengkap: kinerja verify {berkas}")
    return "\n".join(baris)
