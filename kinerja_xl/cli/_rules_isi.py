"""Everything the rule book says of a function, as data: the JSON of kinerja rules and the source of its text."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

from kinerja_xl.cli._tempel import alamat_contoh
from kinerja_xl.core.bukti import alasan_teringat, parameter_terpakai
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import BUKTI, Masa
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.rumus_lokal import ke_lokal


def pilih_masa(fungsi: Indikator, tahun: int | None, versi: str | None, *, ketat: bool = True) -> Masa:
    """The legal version asked for by year or by name. ketat: one the function does not have is an error."""
    try:
        masa = fungsi.masa_versi(versi) if versi is not None else fungsi.masa(tahun)
        if versi is not None and tahun is not None and not masa.memuat(tahun):
            raise KinerjaError(f"versi '{masa.versi}' tidak berlaku untuk tahun {tahun}", tahun=tahun)
    except KinerjaError:
        if ketat:
            raise
        return fungsi.masa()
    return masa


def uraikan(fungsi: Indikator, tahun: int | None = None, versi: str | None = None, *, ketat: bool) -> dict[str, Any]:
    """Everything known of a function, as data. ketat: a year outside its versions is an error."""
    masa = pilih_masa(fungsi, tahun, versi, ketat=ketat)
    terpakai = {p.nama for p in parameter_terpakai(fungsi, masa)}
    alamat = alamat_contoh(fungsi, masa)
    excel = f"={fungsi.rumus(*alamat.split(';'), tahun=masa.tahun_awal)}" if fungsi.excel else None
    return {
        "nama": fungsi.nama, "judul": fungsi.judul, "judul_en": fungsi.judul_en, "keluarga": fungsi.keluarga,
        "satuan": fungsi.satuan, "sintaks": fungsi.sintaks(), "bantuan": cleandoc(fungsi.bantuan),
        "argumen": [vars(a) for a in fungsi.argumen],
        "rujukan": fungsi.rujukan, "versi": masa.versi, "aturan": masa.judul, "rujukan_aturan": masa.rujukan,
        "bukti": masa.bukti, "bukti_teks": BUKTI[masa.bukti], "catatan_aturan": masa.catatan,
        "belum_dicocokkan": list(alasan_teringat(fungsi, masa)),
        "berlaku": [_berlaku(m) for m in fungsi.daftar_masa()],
        "tidak_dapat_dihitung": [_berlaku(m) for m in fungsi.buku.masa if m not in fungsi.daftar_masa()],
        "parameter": [{"nama": p.nama, "nilai": str(p.nilai), "satuan": p.satuan, "rujukan": p.rujukan or masa.rujukan,
                       "bukti": p.bukti or masa.bukti, "bukti_teks": BUKTI[p.bukti or masa.bukti],
                       "catatan": p.catatan, "dipakai": p.nama in terpakai} for p in masa.daftar()],
        "python": f"kinerja_xl.call(\"{fungsi.nama}\", {', '.join(a.nama for a in fungsi.argumen)})",
        "excel": excel, "excel_alamat": alamat if excel else None, "excel_lokal": ke_lokal(excel) if excel else None,
        "tanpa_excel": fungsi.tanpa_excel,
        "sengketa": list(fungsi.buku.sengketa),
        "kasus": [dict(k) for k in fungsi.buku.kasus if k.get("fungsi") == fungsi.nama],
    }  # fmt: skip


def _berlaku(masa: Masa) -> dict[str, Any]:
    return {
        "versi": masa.versi, "judul": masa.judul, "tahun_awal": masa.tahun_awal, "tahun_akhir": masa.tahun_akhir,
        "sejak": masa.sejak, "sampai": masa.sampai, "rujukan": masa.rujukan, "bukti": masa.bukti,
        "bukti_teks": BUKTI[masa.bukti],
    }  # fmt: skip


def kasus_contoh(fungsi: Indikator, masa: Masa, banyak: int = 3) -> list[dict[str, Any]]:
    """Worked cases that belong to a version, best evidence first, then in the order of the rule book; no refusals."""
    urutan = ("dokumen", "sumber", "turunan", "keputusan", "ingatan")
    calon = [k for k in fungsi.buku.kasus if k["fungsi"] == fungsi.nama and "keluar" in k and k["keluar"] != ""]
    calon = [k for k in calon if _masa_kasus(fungsi, k) is masa]
    return sorted(calon, key=lambda k: urutan.index(k.get("bukti", "turunan")))[:banyak]


def _masa_kasus(fungsi: Indikator, kasus: dict[str, Any]) -> Masa | None:
    ke = next((i for i, a in enumerate(fungsi.argumen) if a.nama == "tahun"), None)
    tahun = kasus["masuk"][ke] if ke is not None and ke < len(kasus["masuk"]) else None
    try:
        return fungsi.masa(int(tahun) if isinstance(tahun, (int, float)) and tahun else None)
    except KinerjaError:
        return None
