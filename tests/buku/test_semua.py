"""Every kind of document x both example offices x two fiscal years: what must hold of all of them.

Generated, filled with its example data, the same bytes twice, every input reachable and read back, recalculated by
LibreOffice to the values we stored. LibreOffice is started once for all files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from _rencana_uji import KANTOR, TAHUN, contoh, profil, sama_bagi_libreoffice

from kinerja_xl.build.buat import Pesanan, generate_set, susun
from kinerja_xl.core.numerik import dekat
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.edit import fill
from kinerja_xl.edit.data import baca_data
from kinerja_xl.read import baca
from kinerja_xl.spec.buku import jenis_tersedia, muat_buku
from kinerja_xl.spec.manifest import Manifest, Nilai, Sel, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil_perjanjian import profil_pejabat
from kinerja_xl.verify import verify

SET = [(kantor, tahun) for kantor in KANTOR for tahun in TAHUN]


@dataclass(frozen=True)
class Buku:
    """A workbook: blank, filled with its example data where there is some, and its layout."""

    kosong: Path
    terisi: Path
    manifest: Manifest
    contoh: Path | None


def pesanan(kantor: str) -> list[Pesanan]:
    """Every kind for this office; the PK also of the official below the head, where there is one."""
    jenis = [j for j in jenis_tersedia() if muat_buku(j).untuk in ("", profil(kantor).instansi.jenis)]
    bawahan = [Pesanan("pk", pejabat=p.pejabat) for p in profil(kantor).bagian.get("perjanjian", ())[:1]]
    return [*(Pesanan(j, sop="rka" if j == "sop" else "") for j in jenis), *bawahan]


def isi(berkas: Path) -> dict[Titik, Nilai]:
    """Stored values by cell."""
    buku = baca(berkas).buku
    assert buku is not None
    return {(lb.nama, *t): s.nilai for lb in buku.lembar for t, s in lb.sel.items() if s.jenis != "kosong"}


@pytest.fixture(scope="module")
def semua(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Buku]:
    """All workbooks by office, year and file name."""
    hasil = {}
    for kantor, tahun in SET:
        folder = tmp_path_factory.mktemp(f"{kantor}-{tahun}")
        daftar = pesanan(kantor)
        for minta, berkas in zip(
            daftar, generate_set(daftar, tahun=tahun, profil=profil(kantor), out=folder), strict=True
        ):
            data = contoh(kantor, minta.jenis)
            ada = data if data.is_file() and not minta.pejabat else None
            terisi = fill(berkas, ada, folder / "isi" / berkas.name) if ada else berkas
            milik = profil_pejabat(profil(kantor), minta.pejabat) if minta.pejabat else profil(kantor)
            manifest, _ = susun(minta.jenis, tahun, milik, minta.sop)
            hasil[f"{kantor}/{tahun}/{berkas.name}"] = Buku(berkas, terisi, manifest, ada)
    return hasil


def test_nothing_is_left_out(semua: dict[str, Buku]) -> None:
    for kantor, tahun in SET:
        ada = {b.manifest.jenis for nama, b in semua.items() if nama.startswith(f"{kantor}/{tahun}/")}
        assert ada == {minta.jenis for minta in pesanan(kantor)}
    tanpa = {b.manifest.jenis for nama, b in semua.items() if nama.startswith("balai") and b.contoh is None}
    assert tanpa == set()


def test_the_same_order_gives_the_same_bytes(semua: dict[str, Buku], tmp_path: Path) -> None:
    for kantor, tahun in SET:
        lagi = generate_set(
            pesanan(kantor)[::-1], tahun=tahun, profil=profil(kantor), out=tmp_path / kantor / str(tahun)
        )
        for berkas in lagi:
            assert berkas.read_bytes() == semua[f"{kantor}/{tahun}/{berkas.name}"].kosong.read_bytes(), berkas.name


def test_every_value_of_the_examples_is_read_back(semua: dict[str, Buku]) -> None:
    for nama, satu in semua.items():
        if satu.contoh is not None:
            diisi = terapkan(satu.manifest, baca_data(satu.contoh, satu.manifest))
            ada = isi(satu.terisi)
            hilang = {t: n for t, n in diisi.items() if n not in (None, "") and ada.get(t) != n}
            assert hilang == {}, nama
            assert len(diisi) > 0


def _contoh_nilai(sel: Sel, tahun: int) -> Any:
    """A value that the input accepts."""
    sah = sel.sah
    assert sah is not None
    if sel.tipe in ("tanggal", "saat", "jam"):
        return {"tanggal": f"{tahun}-03-05", "saat": f"{tahun}-03-05 09:00", "jam": "07:30"}[sel.tipe]
    if sel.tipe in ("angka", "persen", "rupiah", "bulat"):
        bawah = sah.min if sah.min is not None else 0
        return min(bawah + 1, sah.maks if sah.maks is not None else bawah + 1)
    return sah.pilihan[0] if sah.pilihan else "isian"


def penuh(manifest: Manifest) -> tuple[dict[str, Any], dict[Titik, Any]]:
    """`fill` data for every input there is, and the same by cell."""
    data: dict[str, Any] = {}
    harus: dict[Titik, Any] = {}
    for lembar, sel in manifest.setiap("isian"):
        nilai = _contoh_nilai(sel, manifest.tahun)
        if sel.nama:
            data[sel.nama] = nilai
        else:
            assert sel.tabel, f"{lembar.nama}!{sel.titik} has no name"
            data.setdefault(sel.tabel, {}).setdefault(str(sel.rekaman), {})[sel.kunci] = nilai
        harus[lembar.nama, *sel.titik] = nilai
    return data, harus


SERIAL = {"07:30": 7.5 / 24}


def test_every_input_is_reached_by_fill_and_read_back(semua: dict[str, Buku], tmp_path: Path) -> None:
    for nama, satu in semua.items():
        if str(TAHUN[0]) not in nama.split("/"):
            continue  # the inputs of the other year are the same
        data, harus = penuh(satu.manifest)
        ada = isi(fill(satu.kosong, data, tmp_path / nama))
        serial = {f"{TAHUN[0]}-03-05": _serial(0), f"{TAHUN[0]}-03-05 09:00": _serial(9), **SERIAL}
        beda = {t: (n, ada.get(t)) for t, n in harus.items() if ada.get(t) != serial.get(n, n)}
        assert beda == {}, nama


def _serial(jam: int) -> float:
    return ke_serial(datetime(TAHUN[0], 3, 5, jam))


@pytest.fixture(scope="module")
def dihitung(semua: dict[str, Buku], hitung_ulang: Callable[..., list[Path]]) -> dict[str, Path]:
    """The copies that LibreOffice recalculated."""
    return dict(zip(semua, hitung_ulang([satu.terisi for satu in semua.values()]), strict=True))


def test_libreoffice_agrees_on_every_formula(semua: dict[str, Buku], dihitung: dict[str, Path]) -> None:
    beda = {nama: sama_bagi_libreoffice(satu.terisi, dihitung[nama]) for nama, satu in semua.items()}
    assert {nama: satu for nama, satu in beda.items() if satu} == {}


def _sama(kita: Nilai, mereka: Nilai) -> bool:
    """LibreOffice stores fifteen digits of a number."""
    angka = isinstance(kita, (int, float)) and isinstance(mereka, (int, float))
    return dekat(kita, mereka) if angka else kita == mereka  # type: ignore[arg-type]


def test_libreoffice_keeps_every_input(semua: dict[str, Buku], dihitung: dict[str, Path]) -> None:
    for nama, satu in semua.items():
        sebelum, sesudah = isi(satu.terisi), isi(dihitung[nama])
        titik = [(lembar.nama, *sel.titik) for lembar, sel in satu.manifest.setiap("isian")]
        beda = {t: (sebelum.get(t), sesudah.get(t)) for t in titik if not _sama(sebelum.get(t), sesudah.get(t))}
        assert beda == {}, nama


def test_a_copy_saved_by_libreoffice_is_not_accused(semua: dict[str, Buku], dihitung: dict[str, Path]) -> None:
    for nama in (n for n in semua if n.startswith(f"{KANTOR[0]}/{TAHUN[0]}/")):
        asli, salinan = (verify(str(p)).files[0].findings for p in (semua[nama].terisi, dihitung[nama]))
        assert {t.code for t in salinan if t.level == "galat"} <= {t.code for t in asli if t.level == "galat"}, nama
