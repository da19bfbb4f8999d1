"""Reports to write: honest, damaged, unreadable, empty, hostile; and Chromium as a real reader of the HTML page."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.verify.laporan import HasilBerkas, Laporan, putusan
from kinerja_xl.verify.temuan import Temuan, buat

SEL = {"input": 3, "formula": 4, "checked": 4, "unverifiable": 0}
NIP = "197001011995031001"
# Text as a stranger's workbook may hold it: markup, script, formula, terminal and CI orders, signs illegal in XML.
JAHAT = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"'><svg onload=alert(1)>", "{{ 7*7 }}",
    "=HYPERLINK(\"http://x\",\"y\")", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "\x1b[31mmerah\x1b[2J", "a\x00b\x08c",
    "::error file=x::palsu", "##[error]palsu", "##vso[task.setvariable variable=x]y", "]]>", "a\nb\r\n::warning::c",
    "\ufffe\uffff", "\ud800", "\u202egnp.exe", "Σ ≥ …", f"NIP {NIP}", "19700101 199503 1 001",
)  # fmt: skip


def target(kode="IK5", status="tercapai", capaian=103.57, **lain) -> dict[str, Any]:
    return {"kode": kode, "nama": f"Indeks {kode}", "target": 84, "realisasi": 87, "capaian": capaian,
            "polarisasi": "maximize", "status": status, **lain}  # fmt: skip


def langkah(no=1, aktual=12, status="terlambat") -> dict[str, Any]:
    selisih = None if aktual is None else aktual - 10
    return {"no": no, "kegiatan": f"Kegiatan {no}", "baku_menit": 10, "aktual_menit": aktual,
            "selisih_menit": selisih, "status": status}  # fmt: skip


def berkas(path="a.xlsx", *temuan, **lain) -> HasilBerkas:
    isi = {"sha256": "ab" * 32, "jenis": "pk", "template": "pk/1.0.0", "tahun": 2024, "instansi": "Balai Contoh",
           "verdict": putusan(temuan), "cells": SEL}  # fmt: skip
    return HasilBerkas(path, **{**isi, **lain}, findings=temuan)


def tak_terbaca(path="putus.xlsx") -> HasilBerkas:
    kosong = {"jenis": "", "template": "", "tahun": None, "instansi": "", "cells": dict.fromkeys(SEL, 0)}
    return berkas(path, buat("BERKAS-01"), verdict="tidak-terbaca", **kosong)


def dispensasi() -> Temuan:
    isi = {"nomor": "D-7/2024", "penanda_tangan": "Budi Santoso", "berlaku_sampai": "2024-12-31", "alasan": "uji coba"}
    return replace(buat("STR-15", None, "", "info", lembar="Isi"), dispensasi=isi)


def jahat() -> Laporan:
    """Every hostile text in every place a workbook or a file name reaches."""
    temuan = []
    for baris, teks in enumerate(JAHAT, 1):
        satu = buat("STR-12", (teks[:31] or "x", baris, 2), ada=teks, seharusnya=teks)
        temuan.append(replace(satu, name="x", data={**satu.data, "lain": [teks, {"k": teks}]}))
    tgt = [target(kode=t, nama=t, target=t, realisasi=t) for t in JAHAT]
    lgk = [{**langkah(n), "kegiatan": t} for n, t in enumerate(JAHAT, 1)]
    semua = [
        berkas(f"f{n}/{t}.xlsx", *(temuan if n == 0 else ()), instansi=t, jenis=t, template=t, targets=tgt, langkah=lgk)
        for n, t in enumerate(JAHAT)
    ]
    return Laporan(tuple(semua))


def ronde() -> Laporan:
    """A round with a waiver: one office has not sent, another sent twice."""
    belum = buat("SIL-70", bagian="Kecamatan B", instansi="Kecamatan B", jenis="pk", tidak_dikenal=0)
    kirim = {"jenis": "pk", "status": "diterima", "berkas": [{"path": "a.xlsx", "verdict": "lulus"}]}
    isi = {
        "nama": "TW IV <b>", "tahun": 2024, "tenggat": "2025-01-31 16:00",
        "instansi": [
            {"nama": "Kecamatan A", "dokumen": [kirim], "tidak_dikenal": []},
            {"nama": "Kecamatan B", "dokumen": [{"jenis": "pk", "status": "belum", "berkas": []}], "tidak_dikenal": []},
        ],
        "belum": [{"instansi": "Kecamatan B", "jenis": "pk"}], "ganda": ["c1.xlsx", "c2.xlsx"],
        "terlambat": [{"path": "d.xlsx", "diterima": "2025-02-01 08:00"}], "salah_instansi": [],
        "findings": [belum.to_dict()],
    }  # fmt: skip
    daftar = [{**(dispensasi().dispensasi or {}), "status": "terpakai", "temuan": 1},
              {"nomor": "D-8", "penanda_tangan": "Siti", "alasan": "x", "berlaku_sampai": "2023-01-01",
               "status": "berakhir", "temuan": 0}]  # fmt: skip
    return Laporan((berkas("a.xlsx", dispensasi()),), ronde=isi,
                   dispensasi={"per_tanggal": "2025-01-31", "daftar": daftar})  # fmt: skip


def isi_kosong(baris: int) -> Temuan:
    return buat("ISI-01", ("Isi", baris, 2), isian="target")


LAPORAN: dict[str, Callable[[], Laporan]] = {
    "jujur": lambda: Laporan((berkas(targets=[target(harfiah=target(status="tidak-tercapai"))], langkah=[langkah()]),)),
    "rusak": lambda: Laporan((
        berkas("a.xlsx", *[isi_kosong(b) for b in range(2, 60)], buat("STR-15", lembar="Isi"), targets=[target()]),
        berkas("sub/b.xlsx", buat("STR-15", lembar="Isi"), targets=[target(status="tidak-tercapai", capaian=40.0)],
               langkah=[langkah(), langkah(2, None, "belum-selesai")]),
        berkas("c.xlsx"), tak_terbaca(),
    ), 3),
    "tak-terbaca": lambda: Laporan((tak_terbaca(),)),
    "kosong": lambda: Laporan(()),
    "jahat": jahat,
    "ronde": ronde,
    "inggris": lambda: Laporan((berkas("a.xlsx", isi_kosong(2)), berkas("b.xlsx")), 1, 2024, "en"),
}  # fmt: skip


@pytest.fixture(params=list(LAPORAN))
def laporan(request) -> Laporan:
    """Each kind of report."""
    return LAPORAN[request.param]()


@pytest.fixture(scope="session")
def contoh() -> Callable[[str], Laporan]:
    """contoh("rusak") -> that report."""
    return lambda nama: LAPORAN[nama]()


@pytest.fixture(scope="session")
def chromium(tanpa, tmp_path_factory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """chromium(address, options...): headless Chromium with a profile of its own; skipped or failed without one."""
    nama = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    program = next((p for p in map(shutil.which, nama) if p), None)
    if program is None:
        tanpa("Chromium is not installed")
    profil = tmp_path_factory.mktemp("chromium")

    def jalankan(alamat: str, *pilihan: str) -> subprocess.CompletedProcess[str]:
        # Root may not use Chromium's sandbox; the page is our own and may load nothing.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        perintah = [str(program), "--headless", "--disable-gpu", "--no-first-run", *root, "--disable-dev-shm-usage"]
        return subprocess.run(
            [*perintah, f"--user-data-dir={profil}", *pilihan, alamat], capture_output=True, text=True,
            encoding="utf-8", errors="replace", timeout=120, check=True, env={**os.environ, "HOME": str(profil)},
        )  # fmt: skip

    return jalankan


def simpan(isi: bytes, jalur: Path) -> Path:
    jalur.write_bytes(isi)
    return jalur
