"""The built add-in in a real LibreOffice: installed, upgraded, removed; every worked case of the rule book in cells."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from kinerja_xl.build.oxt import bangun_oxt
from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga
from kinerja_xl.core.ejaan import normalkan
from kinerja_xl.core.nama import rentang
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.functions import functions
from kinerja_xl.verify import verify

PENGENAL = "id.kinerjaxl.addin"
BUKAN_AKAR = ("runuser", "-u", "nobody", "--")  # unopkg refuses to serve root
KOLOM_MASUKAN = 20  # results stand left of it; IKM_NRR takes up to fourteen cells
NAMA = frozenset(functions())


class Pengaya:
    """LibreOffice with a profile of its own, its extension tool and a folder it may read."""

    def __init__(self, kantor: Any, folder: Path) -> None:
        self.kantor, self.folder = kantor, folder
        self.alat = str(Path(kantor.program).resolve().with_name("unopkg"))

    def unopkg(self, perintah: str, *args: str) -> str:
        """One command of the extension tool; what it said, when it worked."""
        selesai = self.kantor.jalankan(self.alat, perintah, self.kantor.profil, *args)
        assert selesai.returncode == 0, selesai.stderr
        return str(selesai.stdout)

    def pasang(self, versi: str) -> str:
        """Build and add a version; the list of extensions afterwards."""
        berkas = bangun_oxt(self.folder / "kinerja-xl.oxt", versi=versi, timpa=True)
        self.unopkg("add", "-f", "-s", str(berkas))
        return self.unopkg("list")

    def hitung(self, rumus: list[str]) -> list[Any]:
        """Values of formulas over the cells A1 = 84, A2 = TRUE, A3 blank, A4 = an error, A5 = "5"."""
        buku = Workbook()
        for ke, isi in enumerate([84, True, None, "=1/0", "5"], 1):
            buku.active.cell(ke, 1).value = isi
        for ke, satu in enumerate(rumus, 1):
            buku.active.cell(ke, 2).value = "=" + satu
        buku.save(self.folder / "rumus.xlsx")
        (hasil,) = self.kantor.konversi([self.folder / "rumus.xlsx"], "xlsx")
        lembar = load_workbook(hasil, data_only=True).active
        return [lembar.cell(ke, 2).value for ke in range(1, len(rumus) + 1)]


@pytest.fixture(scope="module")
def kosong(libreoffice: Any, tanpa: Callable[[str], None]) -> Iterator[Pengaya]:
    """LibreOffice without the add-in, run by an ordinary user."""
    if not Path(libreoffice.program).resolve().with_name("pythonloader.py").is_file():
        tanpa("LibreOffice has no Python (package python3-uno)")
    akar = hasattr(os, "geteuid") and os.geteuid() == 0
    folder = Path(tempfile.mkdtemp(prefix="kinerja-oxt-"))  # not below pytest's own folder, which others cannot enter
    folder.chmod(0o755)
    kantor = type(libreoffice)(libreoffice.program, folder, BUKAN_AKAR if akar else ())
    if akar:
        for satu in (folder, *folder.rglob("*")):
            shutil.chown(satu, "nobody")
    yield Pengaya(kantor, folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def pengaya(kosong: Pengaya) -> Iterator[Pengaya]:
    """LibreOffice with the add-in."""
    kosong.pasang("0.0.1")
    yield kosong
    kosong.unopkg("remove", PENGENAL)
    assert PENGENAL not in kosong.unopkg("list")
    assert kosong.hitung(["IKM_MUTU(80)"]) == ["#NAME?"]


def test_a_newer_version_takes_the_place_of_the_older(pengaya: Pengaya) -> None:
    daftar = pengaya.pasang("0.0.2")
    assert daftar.count(f"Identifier: {PENGENAL}") == 1
    assert "Version: 0.0.2" in daftar and "is registered: yes" in daftar
    assert pengaya.hitung(["IKM_MUTU(80)"]) == ["B"]


PANGGILAN = [
    ("IKM_MUTU(A1)", "B"),
    ("ikm_mutu(80)", "B"),
    ('CAPAIAN(87,84,"Maximize")', 103.571428571429),
    ('CAPAIAN(87,84,"Minimize",,"T/R")', 96.551724137931),
    ("IKM_MUTU(IKM_DARI_NRR({3,3,3,3,3,3,3,3,3}))", "C"),
    ("ROUND(IKM_DARI_NRR({3,3,3,3,3,3,3,3,3})/3,2)", 25),
    ("SUM(IKM_NRR({1,2,3,4,1,2,3,4,1}))", 21),
    ("SOP_DURASI(DATE(2025,1,6),DATE(2025,1,7))", 450),
    ("IKM_MUTU(101)", "#VALUE!"),
    ("IKM_MUTU(A4)", "#DIV/0!"),
    ("IKM_MUTU(A5)", "#VALUE!"),
    ('IKM_MUTU("delapan")', "#VALUE!"),
    ("IKM_SCORE()", "#VALUE!"),
    ("IKM_MUTU(80,2024,1)", "#VALUE!"),
    ("IKM_SCORE(A1:A5)", "#VALUE!"),
    ("SAKIP_SCORE(A1,A1,A1,A4:A4)", "#VALUE!"),
]


def test_a_call_in_a_cell(pengaya: Pengaya) -> None:
    rumus, harus = zip(*PANGGILAN, strict=True)
    ada = pengaya.hitung(list(rumus))
    kira = [pytest.approx(n, rel=1e-13) if isinstance(n, float) else n for n in harus]
    assert [(r, a) for r, a, k in zip(rumus, ada, kira, strict=True) if a != k] == []


@pytest.mark.parametrize(
    ("rumus", "nilai"),
    [
        (['CAPAIAN(0,A1,"Maximize")', "TEMUAN_BPK_PERSEN(0,A1)"], [0, 0]),
        (['CAPAIAN(A3,A1,"Maximize")', 'CAPAIAN(0,50,"Maximize")'], [None, 0]),
        (['CAPAIAN(A3,A1,"Maximize")', 'CAPAIAN(0,A1,"Minimize")'], [None, 120]),
        (['CAPAIAN(A3,A1,"Maximize")', 'CAPAIAN(0,A1,"Maximize")'], ["#VALUE!", "#VALUE!"]),
        (['CAPAIAN(A3,A1*1,"Maximize")', 'CAPAIAN(0,A1,"Maximize")'], ["#VALUE!", "#VALUE!"]),
        (['CAPAIAN(IF(A3="","",A3),A1,"Maximize")', 'CAPAIAN(0,A1,"Maximize")'], [None, 0]),
        (['CAPAIAN(A3:A3,A1,"Maximize")', "PBJ_SCORE(A1,A1,A1,A3:A3)"], [None, 84]),
        (["PBJ_SCORE(A1,A1,A1,A3)", "PBJ_SCORE(A3,0,A3,A3)"], [84, 0]),
        (["SAKIP_SCORE(A1,A1,A1,A3)"], ["#VALUE!"]),
        (["UPI_JUMLAH(A3)"], [0]),
        (["SOP_STATUS(A3,10)", "SOP_STATUS(0,9)"], [None, "tepat"]),
    ],
)
def test_a_blank_cell_is_never_taken_for_a_zero(pengaya: Pengaya, rumus: list[str], nilai: list[Any]) -> None:
    assert pengaya.hitung(rumus) == nilai


def test_the_text_twin_says_what_is_wrong(pengaya: Pengaya) -> None:
    salah, kosong = pengaya.hitung(["IKM_CEK({1,2,3,4,5,1,1,1,1})", "SAKIP_CEK(A1,A1,A1,A3)"])
    assert "baris 1, kolom 5" in salah
    assert "evaluasi belum diisi" in kosong
    assert "0 atau kosong" in pengaya.hitung(["SAKIP_CEK(A1,A1,A1,A3)", "SAKIP_CEK(A1,A1,A1,0)"])[0]


def test_true_in_a_cell_is_1_in_libreoffice(pengaya: Pengaya) -> None:
    """The known difference: Calc keeps TRUE as a formatted 1, so an add-in cannot refuse it."""
    ada, harus = pengaya.hitung(["SAKIP_SCORE(A2,A1,A1,A1)", "SAKIP_SCORE(1,A1,A1,A1)"])
    assert ada == harus


def _kisi(isi: Any) -> list[list[Any]]:
    if not isinstance(isi, list):
        return [[isi]]
    return isi if isi and isinstance(isi[0], list) else [isi]


def _kasus() -> list[tuple[Any, dict[str, Any]]]:
    """Every worked case, except those with TRUE or FALSE among the inputs (see the test above)."""
    semua = [(functions()[k["fungsi"]], k) for kode in daftar_keluarga() for k in keluarga(kode).kasus]
    return [
        (f, k)
        for f, k in semua
        if not any(isinstance(n, bool) for m in k["masuk"] for deret in _kisi(m) for n in deret)
    ]


def _tulis(daftar: list[tuple[Any, dict[str, Any]]], berkas: Path) -> list[int]:
    """A workbook with every case: inputs in cells from KOLOM_MASUKAN on, the call in column A. Rows of the calls."""
    buku, baris, letak = Workbook(), 1, []
    lembar = buku.active
    for fungsi, kasus in daftar:
        kolom, acuan, tinggi = KOLOM_MASUKAN, [], 1
        for masuk in kasus["masuk"]:
            kisi = _kisi(masuk)
            for b, deret in enumerate(kisi):
                for k, nilai in enumerate(deret):
                    lembar.cell(baris + b, kolom + k).value = ke_serial(nilai) if isinstance(nilai, date) else nilai
            satu = rentang(baris, kolom, baris + len(kisi) - 1, kolom + len(kisi[0]) - 1)
            acuan.append(f'IF({satu}="","",{satu})' if kisi == [[""]] else satu)
            kolom, tinggi = kolom + len(kisi[0]) + 1, max(tinggi, len(kisi))
        rumus = f"={fungsi.nama}({','.join(acuan)})"
        if isinstance(kasus.get("keluar"), list):
            lebar = len(kasus["keluar"][0])
            lembar.cell(baris, 1).value = ArrayFormula(rentang(baris, 1, baris, lebar), rumus)
        else:
            lembar.cell(baris, 1).value = rumus
        letak.append(baris)
        baris += tinggi + 1
    buku.save(berkas)
    return letak


def _beda(daftar: list[tuple[Any, dict[str, Any]]], letak: list[int], berkas: Path) -> list[str]:
    lembar = load_workbook(berkas, data_only=True).active
    hasil = []
    for (fungsi, kasus), baris in zip(daftar, letak, strict=True):
        harus = kasus.get("keluar", "galat")
        if "keluar" not in kasus and fungsi.nama.endswith("_CEK"):
            continue
        for k, satu in enumerate(harus[0] if isinstance(harus, list) else [harus], 1):
            ada = lembar.cell(baris, k).value
            if not _sama("" if ada is None else ada, satu, kasus):
                hasil.append(f"{fungsi.nama}, {kasus['nama']}: {ada!r}, should be {satu!r}")
    return hasil


def _sama(ada: Any, harus: Any, kasus: dict[str, Any]) -> bool:
    if "galat" in kasus:
        return isinstance(ada, str) and ada.startswith("#")
    if isinstance(harus, (int, float)):
        batas = kasus.get("toleransi") or 1e-9 * max(1.0, abs(harus))
        return isinstance(ada, (int, float)) and not isinstance(ada, bool) and abs(ada - harus) <= batas
    return type(ada) is type(harus) and ada == harus


def _rumus_xlsx(berkas: Path) -> set[str]:
    lembar = load_workbook(berkas).active
    isi = [getattr(sel.value, "text", sel.value) for sel in lembar["A"] if sel.value is not None]
    return {_baku(satu) for satu in isi if isinstance(satu, str) and satu.startswith("=")}


def _rumus_ods(berkas: Path) -> set[str]:
    with zipfile.ZipFile(berkas) as arsip:
        isi = arsip.read("content.xml").decode("utf-8")
    semua = [unescape(satu) for satu in re.findall(r'table:formula="([^"]*)"', isi)]
    assert all("ID.KINERJAXL.ADDIN.KINERJA." in satu for satu in semua)
    return {_baku(satu) for satu in semua}


def _baku(rumus: str) -> str:
    hasil = normalkan(rumus, NAMA)
    assert hasil.dipakai and not hasil.tak_dikenal
    return hasil.rumus_baku


def test_every_worked_case_in_cells_and_after_saving_and_reopening(pengaya: Pengaya) -> None:
    daftar = _kasus()
    assert {f.nama for f, _ in daftar} == NAMA and len(daftar) > 750
    asal = pengaya.folder / "kasus.xlsx"
    letak = _tulis(daftar, asal)
    xlsx, ods = pengaya.kantor.konversi([asal], "xlsx")[0], pengaya.kantor.konversi([asal], "ods")[0]
    dari_xlsx, dari_ods = pengaya.kantor.konversi([xlsx, ods], "xlsx")
    for berkas in (xlsx, dari_xlsx, dari_ods):
        beda = _beda(daftar, letak, berkas)
        assert not beda, f"{len(beda)} of {len(daftar)} differ\n" + "\n".join(beda[:30])
        assert _rumus_xlsx(berkas) == _rumus_xlsx(asal)
    assert _rumus_ods(ods) == _rumus_xlsx(asal)
    (periksa,) = verify(xlsx).files
    # STR-01: nobody's template; NIL-04: cases the rule refuses; ISI-20: cases with numbers written as texts
    assert {t.code for t in periksa.findings} == {"STR-01", "NIL-04", "ISI-20"}
    assert periksa.verdict == "lulus-dengan-peringatan" and periksa.cells["unverifiable"] == 0
