"""Capaian, NKA, procurement and SAKIP by another recipe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.sel import angka, angka_atau_kosong, rapikan
from kinerja_xl.functions import get
from kinerja_xl.iku.capaian import POLARISASI, TANPA_BATAS
from kinerja_xl.resep.model import Pilihan

MAXIMIZE, MINIMIZE, STABILIZE = POLARISASI
UNSUR = {
    "NKA_SCORE": ("penyerapan", "konsistensi", "keluaran", "nilai_efisiensi"),
    "PBJ_SCORE": ("sirup", "spse", "laporan", "kesesuaian"),
    "SAKIP_SCORE": ("perencanaan", "pengukuran", "pelaporan", "evaluasi"),
    "SAKIP_SCORE_2015": ("perencanaan", "pengukuran", "pelaporan", "evaluasi", "capaian"),
}


def capaian(fungsi: str, masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    """Percent under another formula, another cap or without a floor."""
    r, t = angka(isi["realisasi"], "realisasi"), angka(isi["target"], "target", bawah=0)
    arah = str(isi["polarisasi"]).strip().capitalize()
    if not pilih:
        return float(get("CAPAIAN")(r, t, arah, isi.get("batas_atas"), isi.get("cara")))
    if t == 0:
        raise KinerjaError("target 0 tidak dapat dihitung dengan resep lain")
    persen = _persen(masa.angka("capaian_penuh"), r, t, arah, isi, pilih.get("minimize"))
    if "bawah" not in pilih:
        persen = max(masa.angka("batas_bawah"), persen)
    atas = _atas(masa, isi.get("batas_atas"), pilih.get("atas"))
    return persen if atas is None else min(atas, persen)


def _persen(penuh: float, r: float, t: float, arah: str, isi: Mapping[str, Any], rumus: Pilihan | None) -> float:
    lain = isi.get("cara") not in (None, "") and str(isi["cara"]).strip().upper() == "T/R"
    if rumus is not None and arah != MINIMIZE:
        raise KinerjaError("hanya untuk Minimize")
    if (rumus is not None and rumus.kode == "t-per-r") or (rumus is None and arah == MINIMIZE and lain):
        if r <= 0:
            raise KinerjaError("T/R perlu realisasi lebih dari 0")
        return t / r * penuh
    if rumus is not None or arah == MAXIMIZE:
        return r / t * penuh
    return (2 * t - r) / t * penuh if arah == MINIMIZE else penuh - abs(r - t) / t * penuh


def _atas(masa: Masa, batas: Any, pilihan: Pilihan | None) -> float | None:
    if pilihan is not None:
        return None if pilihan.nilai is None else float(pilihan.nilai)
    if isinstance(batas, str) and batas.strip().casefold() == TANPA_BATAS:
        return None
    return masa.angka("batas_atas") if batas in (None, "") else angka(batas, "batas_atas")


def nka(fungsi: str, masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    """Value of NKA, of its efficiency or of its outputs."""
    lain = pilih.get("versi")
    pakai = lain.masa if lain is not None and lain.masa is not None else masa
    if fungsi == "NKA_EFISIENSI":
        tengah, e = pakai.angka("nilai_efisiensi_nol"), angka(isi["e"], "efisiensi")
        batas = pakai.angka("batas_efisiensi")
        return tengah + (e if "efisiensi" in pilih else max(-batas, min(batas, e))) / batas * tengah
    if fungsi == "NKA_SCORE":
        return _nka_score(pakai, isi, pilih)
    aturan = get(fungsi)
    if aturan.aturan and pakai.versi not in aturan.aturan:
        raise KinerjaError("versi itu tidak memakai unsur ini")
    nilai = aturan.fungsi(pakai, *[isi.get(a.nama) for a in aturan.argumen if a.nama != "tahun"])
    if nilai is None:
        raise KinerjaError("belum ada data")
    return min(float(pilih["keluaran"].nilai or 0), nilai) if "keluaran" in pilih else float(nilai)


def _nka_score(masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    if masa.versi not in get("NKA_SCORE").aturan:
        raise KinerjaError("versi itu tidak memakai empat unsur")
    nilai = {n: angka(isi[n], n) for n in UNSUR["NKA_SCORE"]}
    if nilai["nilai_efisiensi"] > 100 and "efisiensi" not in pilih:
        raise KinerjaError("nilai efisiensi di atas 100")
    if "bobot" in pilih:
        return sum(nilai.values()) / len(nilai)
    return sum(n * masa.angka(f"bobot_{nama.removeprefix('nilai_')}") for nama, n in nilai.items()) / 100


def pbj(fungsi: str, masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    """Procurement without renormalisation or without weights."""
    semua = {n: angka_atau_kosong(isi.get(n), n) for n in UNSUR["PBJ_SCORE"]}
    if "kosong" in pilih:
        semua = {n: float(pilih["kosong"].nilai or 0) if s is None else s for n, s in semua.items()}
    return _rata(masa, {n: s for n, s in semua.items() if s is not None}, "bobot" in pilih)


def sakip(fungsi: str, masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    """SAKIP without weights."""
    return _rata(masa, {n: angka(isi[n], n) for n in UNSUR[fungsi]}, "bobot" in pilih)


def _rata(masa: Masa, nilai: Mapping[str, float], sama: bool) -> float:
    if not nilai or any(rapikan(n)[0][0] is None for n in nilai.values()):
        raise KinerjaError("belum ada data")
    berat = {n: 1.0 if sama else masa.angka(f"bobot_{n}") for n in nilai}
    return sum(s * berat[n] for n, s in nilai.items()) / sum(berat.values())
