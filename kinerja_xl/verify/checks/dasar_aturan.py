"""What the values rest on: numbers of regulations that are only recalled, rules of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.buku_aturan import Keluarga, keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa, Parameter
from kinerja_xl.functions import get
from kinerja_xl.spec.manifest import Sel
from kinerja_xl.verify.asal_nilai import angka
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_NAMA_PARAMETER = re.compile(r"\bp_([a-z0-9]+)_([a-z0-9_]+)")
_MAKS_SEBUT = 8
INGATAN = "ingatan"


@periksa("KEB", 63)
def aturan_sudah_dicocokkan(kasus: Kasus) -> Iterator[Temuan]:
    """What rests on numbers that are only recalled is marked, one finding a family of rules."""
    pakai: dict[str, dict[str, Parameter]] = {}
    fungsi: dict[str, set[str]] = {}
    for titik, sel, _ in kasus.setiap("rumus"):
        if angka(kasus.nilai(titik)) is None:
            continue
        for kode, nama in _NAMA_PARAMETER.findall(sel.rumus):
            masa = _masa(kasus, sel, kode)
            satu = next((p for p in masa.daftar() if p.nama == nama), None) if masa is not None else None
            if satu is not None and satu.bukti == INGATAN:
                pakai.setdefault(kode, {})[nama] = satu
                fungsi.setdefault(kode, set()).update(_sebut_fungsi(sel, kode))
    for kode in sorted(pakai):
        yield _ingatan(kasus, kode, [pakai[kode][n] for n in sorted(pakai[kode])], sorted(fungsi[kode]))


def _masa(kasus: Kasus, sel: Sel, kode: str) -> Masa | None:
    """The legal version a formula takes its numbers of a family from, as the template writes them."""
    if sel.panggilan is not None and get(sel.panggilan.fungsi).keluarga == kode:
        return get(sel.panggilan.fungsi).masa(sel.panggilan.tahun)
    try:
        buku = keluarga(kode)
    except KinerjaError:
        return None
    return _berlaku(buku, kasus.tahun) or buku.untuk()


def _berlaku(buku: Keluarga, tahun: int) -> Masa | None:
    return next((m for m in buku.masa if m.memuat(tahun)), None)


def _sebut_fungsi(sel: Sel, kode: str) -> set[str]:
    nama = sel.panggilan.fungsi if sel.panggilan is not None else ""
    return {nama} if nama and get(nama).keluarga == kode else set()


def _ingatan(kasus: Kasus, kode: str, semua: list[Parameter], fungsi: list[str]) -> Temuan:
    sebut = [f"{p.nama} ({p.rujukan})" for p in semua[:_MAKS_SEBUT]]
    if len(semua) > _MAKS_SEBUT:
        sebut.append(f"+{len(semua) - _MAKS_SEBUT}")
    nama = f"p_{kode}_{semua[0].nama}"
    ada = kasus.manifest.sel_bernama.get(nama)
    return buat(
        "KEB-09", (ada[0].nama, *ada[1].titik) if ada else None, nama, fungsi=", ".join(fungsi) or kode,
        jumlah=len(semua), daftar=Kata("; ".join(sebut), "; ".join(sebut)), parameter=[p.nama for p in semua],
        peraturan=sorted({p.rujukan for p in semua}),
    )  # fmt: skip


@periksa("KEB", 64)
def aturan_tahun_ini(kasus: Kasus) -> Iterator[Temuan]:
    """A value computed by the rule of another year says so."""
    for titik, sel, _ in kasus.setiap("rumus"):
        if sel.panggilan is None or sel.panggilan.tahun in (None, kasus.tahun) or angka(kasus.nilai(titik)) is None:
            continue
        aturan = get(sel.panggilan.fungsi)
        dipakai, berlaku = aturan.masa(sel.panggilan.tahun), _berlaku(aturan.buku, kasus.tahun)
        if berlaku is not None and berlaku.versi != dipakai.versi:
            yield buat(
                "KEB-10", titik, sel.nama, fungsi=aturan.nama, dipakai=dipakai.judul, berlaku=berlaku.judul,
                tahun=kasus.tahun, rujukan=berlaku.rujukan,
            )  # fmt: skip
