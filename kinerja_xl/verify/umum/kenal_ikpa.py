"""IKPA tables: components known by their names, weights and index held against their version of the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.functions import get
from kinerja_xl.iku.ikpa import bobot
from kinerja_xl.read.buku import Lembar
from kinerja_xl.resep import kenali
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.umum.kenal import Dikenal
from kinerja_xl.verify.umum.label import angka, label, teks
from kinerja_xl.verify.umum.pandang import Pandang, Petak, Rumus

UNSUR = {
    "revisi_dipa": r"revisi dipa", "deviasi_halaman_iii": r"deviasi.*(hal|iii|rpd|rencana)",
    "penyerapan": r"penyerapan", "belanja_kontraktual": r"kontraktual", "data_kontrak": r"data kontrak",
    "penyelesaian_tagihan": r"penyelesaian tagihan", "up_tup": r"\bup\b.*\btup\b",
    "pengelolaan_up": r"pengelolaan up\b(?!.*tup)", "lpj_bendahara": r"\blpj\b", "retur_sp2d": r"retur sp2d",
    "perencanaan_kas": r"perencanaan kas|renkas", "kesalahan_spm": r"kesalahan spm",
    "dispensasi_spm": r"dispensasi", "pagu_minus": r"pagu minus", "capaian_output": r"capaian (ro|output|keluaran)",
}  # fmt: skip
_POLA = {nama: re.compile(pola, re.IGNORECASE) for nama, pola in UNSUR.items()}
_BOBOT = re.compile(r"\bbobot\b")
_SKOR = re.compile(r"\b(skor|nilai)\b")
_BUKAN_SKOR = re.compile(r"akhir|tertimbang|x bobot|× bobot|konversi")
_INDEKS = re.compile(r"\bikpa\b|nilai akhir|nilai total|total nilai")
PALING_SEDIKIT, LEBAR, BAWAH = 5, 10, 8


def ikpa(pandang: Pandang, tahun: int | None) -> tuple[list[Dikenal], list[Temuan]]:
    """Indexes as recognised, and weights that are not the rule's."""
    dikenal: list[Dikenal] = []
    temuan: list[Temuan] = []
    for lembar, rumus in pandang.lembar():
        for kolom, baris in _tabel(lembar):
            masa = _masa(set(baris), tahun)
            if masa is not None:
                letak = _kolom_angka(lembar, kolom, baris)
                temuan += _periksa_bobot(lembar, baris, letak.get("bobot"), masa)
                dikenal += _indeks(lembar, rumus, baris, letak, masa)
    return dikenal, temuan


def _tabel(lembar: Lembar) -> Iterator[tuple[int, dict[str, int]]]:
    """Columns that name at least five different components: column, component -> row."""
    menurut: dict[int, dict[str, int]] = {}
    for (b, k), sel in sorted(lembar.sel.items()):
        if (isi := teks(sel)) and len(isi) < 120:
            nama = next((n for n, pola in _POLA.items() if pola.search(isi)), None)
            if nama is not None:
                menurut.setdefault(k, {}).setdefault(nama, b)
    yield from ((k, baris) for k, baris in sorted(menurut.items()) if len(baris) >= PALING_SEDIKIT)


def _masa(unsur: set[str], tahun: int | None) -> Masa | None:
    """The version whose components these are; the fiscal year decides between versions that have the same."""
    cocok = [m for m in get("IKPA_SCORE").buku.masa if unsur <= set(bobot(m))]
    dekat = [m for m in cocok if len(bobot(m)) - len(unsur) <= 1]
    if tahun is not None:
        return next((m for m in dekat if m.memuat(tahun)), None)
    return min(dekat, key=lambda m: (len(bobot(m)) - len(unsur), -m.tahun_awal), default=None)


def _kolom_angka(lembar: Lembar, kolom: int, baris: dict[str, int]) -> dict[str, int]:
    """Which column beside the names holds the weights, and which the scores."""
    hasil: dict[str, int] = {}
    for k in range(kolom + 1, kolom + 1 + LEBAR):
        isi = [angka(lembar.sel.get((b, k))) for b in baris.values()]
        ada = [n for n in isi if n is not None]
        if len(ada) < PALING_SEDIKIT or min(ada) < 0 or max(ada) > 100:
            continue
        kata = label(lembar, min(baris.values()), k).rpartition(" | ")[2]
        if _BOBOT.search(kata) and not _SKOR.search(kata):
            hasil.setdefault("bobot", k)
        elif _SKOR.search(kata) and not _BUKAN_SKOR.search(kata) and not _BOBOT.search(kata):
            hasil.setdefault("skor", k)
    return hasil


def _periksa_bobot(lembar: Lembar, baris: dict[str, int], kolom: int | None, masa: Masa) -> Iterator[Temuan]:
    if kolom is None:
        return
    ada = {n: angka(lembar.sel.get((b, kolom))) for n, b in baris.items()}
    kali = 100 if all(n is None or n <= 1 for n in ada.values()) else 1
    if any(all(n is not None and _sama(n * kali, bobot(m).get(u)) for u, n in ada.items())
           for m in get("IKPA_SCORE").buku.masa if m is masa):  # fmt: skip
        return
    beda = next((u for u, n in ada.items() if n is not None and not _sama(n * kali, bobot(masa).get(u))), None)
    if beda is None:
        return
    lain = next(
        (m for m in get("IKPA_SCORE").buku.masa
         if all(n is None or _sama(n * kali, bobot(m).get(u)) for u, n in ada.items())), None,
    )  # fmt: skip
    kata = (
        Kata("", "")
        if lain is None
        else Kata(f"Bobot ini milik {lain.judul}.", f"These are the weights of {lain.judul}.")
    )
    nilai = ada[beda]
    yield buat(
        "KEB-23", (lembar.nama, baris[beda], kolom), unsur=beda.replace("_", " "), ada=nilai,
        resmi=float(bobot(masa)[beda]) / kali, aturan=masa.judul, akibat=kata, rujukan=masa.rujukan,
    )  # fmt: skip


def _sama(kiri: float, kanan: float | None) -> bool:
    return kanan is not None and abs(kiri - float(kanan)) < 1e-9


def _indeks(
    lembar: Lembar, rumus: dict[Petak, Rumus], baris: dict[str, int], letak: dict[str, int], masa: Masa
) -> Iterator[Dikenal]:
    """Formula cells at or below the table that are called the index."""
    if "skor" not in letak:
        return
    skor = [[angka(lembar.sel.get((baris[n], letak["skor"]))) if n in baris else None] for n in bobot(masa)]
    bawah = max(baris.values())
    for b, k in sorted(rumus):
        satu = rumus[b, k]
        nilai = angka(satu.sel)
        kata = label(lembar, b, k)
        if not (bawah < b <= bawah + BAWAH) or nilai is None or not 40 <= nilai <= 100 or not _INDEKS.search(kata):
            continue
        try:
            hasil = kenali("IKPA_SCORE", nilai, skor, masa.tahun_awal)
        except KinerjaError:
            continue
        yield Dikenal(satu.titik, nilai, hasil, "IKPA", f"{lembar.nama} ({masa.judul})", "ikpa" in kata)
