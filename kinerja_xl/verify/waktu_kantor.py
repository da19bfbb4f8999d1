"""Step timings over many offices: one row a step, and who or what is late most, ranked.

Works on the report (`Laporan.to_dict()["files"]`, or the same read back from JSON); standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.verify.temuan import Kata

KOLOM = (
    "path", "instansi", "tahun", "jenis", "no", "kegiatan", "pelaksana", "baku_menit", "aktual_menit", "selisih_menit",
    "status", "ulang",
)  # fmt: skip
MENURUT = ("langkah", "pelaksana", "kantor")
_SELESAI = ("tepat", "terlambat")
_TANPA = Kata("(tanpa pelaksana)", "(no performer)")
JUDUL = {
    "langkah": Kata("Keterlambatan menurut langkah", "Lateness by step"),
    "pelaksana": Kata("Keterlambatan menurut pelaksana", "Lateness by performer"),
    "kantor": Kata("Keterlambatan menurut kantor", "Lateness by office"),
}
Baris = dict[str, Any]


def baris_langkah(files: Iterable[Mapping[str, Any]]) -> list[Baris]:
    """Every recorded or planned step of every file, in the order of the report."""
    return [
        {**{k: berkas.get(k) for k in ("path", "instansi", "tahun", "jenis")}, **{k: satu.get(k) for k in KOLOM[4:]}}
        for berkas in files
        for satu in berkas.get("langkah", ())
    ]


def peringkat(baris: Iterable[Mapping[str, Any]], menurut: str = "langkah") -> list[Baris]:
    """Groups with their lateness, the worst first.

    menurut: langkah (kind of workbook, number and wording), pelaksana or kantor. Of each group: kunci; dicatat, steps
    with both times; terlambat; persen, their share; lewat, minutes over the standard in all; tengah, median minutes
    over of the late ones; ulang, repeats; kantor, offices. Groups without a finished step are left out.
    """
    if menurut not in MENURUT:
        raise KinerjaError(f"peringkat menurut '{menurut}' tidak ada.{saran(menurut, MENURUT)}")
    kelompok: dict[str, list[Mapping[str, Any]]] = {}
    for satu in baris:
        kelompok.setdefault(_kunci(satu, menurut), []).append(satu)
    hasil = [_ringkas(kunci, isi) for kunci, isi in kelompok.items()]
    return sorted((satu for satu in hasil if satu["dicatat"]), key=lambda s: (-s["lewat"], -s["terlambat"], s["kunci"]))


def _kunci(satu: Mapping[str, Any], menurut: str) -> str:
    if menurut == "pelaksana":
        return " ".join(str(satu.get("pelaksana") or "").split()) or str(_TANPA)
    if menurut == "kantor":
        return str(satu.get("instansi") or satu.get("path") or "")
    return f"{satu.get('jenis')} {satu.get('no')}. {satu.get('kegiatan')}"


def _ringkas(kunci: str, isi: Sequence[Mapping[str, Any]]) -> Baris:
    selesai = [s for s in isi if s.get("status") in _SELESAI]
    lewat = [float(s["selisih_menit"]) for s in selesai if s["status"] == "terlambat" and s.get("selisih_menit")]
    return {
        "kunci": kunci, "dicatat": len(selesai), "terlambat": len(lewat),
        "persen": round(100 * len(lewat) / len(selesai), 1) if selesai else 0.0,
        "lewat": _rapi(sum(lewat)), "tengah": _rapi(median(lewat)) if lewat else 0,
        "ulang": sum(int(s.get("ulang") or 0) for s in isi),
        "kantor": len({(s.get("instansi"), s.get("path")) for s in isi}),
    }  # fmt: skip


def _rapi(nilai: float) -> float | int:
    hasil = round(nilai, 4)
    return int(hasil) if hasil == int(hasil) else hasil


def grafik(
    urut: Sequence[Mapping[str, Any]], menurut: str = "langkah", lang: str = "id", paling_banyak: int = 12
) -> Baris:
    """What a bar chart needs: title, unit, and bars with label, value and the words beside them."""
    satuan = Kata("menit kerja lewat", "working minutes over")
    batang = [
        {"label": s["kunci"], "nilai": s["lewat"], "teks": _teks(s, lang)} for s in urut[:paling_banyak] if s["lewat"]
    ]
    return {
        "judul": JUDUL[menurut].en if lang == "en" else str(JUDUL[menurut]),
        "satuan": satuan.en if lang == "en" else str(satuan), "batang": batang,
    }  # fmt: skip


def _teks(satu: Mapping[str, Any], lang: str) -> str:
    if lang == "en":
        return f"{satu['lewat']:g} min; late {satu['terlambat']} of {satu['dicatat']}"
    lewat = f"{satu['lewat']:g}".replace(".", ",")
    return f"{lewat} menit; terlambat {satu['terlambat']} dari {satu['dicatat']}"
