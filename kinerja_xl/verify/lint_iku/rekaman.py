"""A manual out of the records a profile or a workbook holds, so that the same rules read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import nan
from pathlib import Path
from typing import Any

from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manual import Baku, Centang, DataTarget, IndikatorManual, Manual, Sasaran, muat_manual
from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.spec.profil import profil_dari

_TEKS = (
    "kode", "nama", "sasaran", "sasaran_nama", "definisi", "formula", "satuan", "fungsi", "penanggung_jawab",
    "sumber_data",
)  # fmt: skip
TANPA_DOKUMEN = ("IKU-38",)  # a profile is no yearly document: it has no table of results


def muat_untuk_lint(sebutan: str, tahun: int) -> tuple[Manual, bool]:
    """A shipped manual by code, a manual file, or a profile file; and whether it is a whole manual.

    A profile that takes a manual gives that one. tahun: fiscal year of a profile, which names none itself.
    """
    if sebutan.endswith(".toml") and "instansi" in (isi := baca_toml(sebutan)):
        profil = profil_dari(isi, Path(sebutan).name)
        if profil.manual:
            return muat_manual(profil.manual), True
        konteks = susun_konteks("iku", tahun, profil)
        target = {satu.kode: satu.target for satu in profil.indikator}
        rekaman = [{**r, "target": target[r["kode"]]} for r in konteks["indikator"]]
        return manual_dari_rekaman(konteks, rekaman), False
    return muat_manual(sebutan), True


def manual_dari_rekaman(konteks: Mapping[str, Any], rekaman: Iterable[Mapping[str, Any]]) -> Manual:
    """konteks: context of a workbook; rekaman: its indicators with the choices and figures that count.

    A workbook's context comes with the file, so nothing here trusts the kind of its values.
    """
    nama = str(konteks["instansi"]["nama"])
    return Manual(
        kode="", instansi=nama, tahun=int(konteks["tahun"]), dokumen=nama,
        sasaran=tuple(_sasaran(konteks.get("sasaran"))),
        indikator=tuple(_indikator(r, no) for no, r in enumerate(rekaman, 1)),
    )  # fmt: skip


def _sasaran(isi: object) -> Iterator[Sasaran]:
    for satu in isi if isinstance(isi, list) else ():
        if isinstance(satu, Mapping):
            yield Sasaran(str(satu.get("kode")), str(satu.get("nama")))


def _indikator(r: Mapping[str, Any], no: int) -> IndikatorManual:
    teks = {kunci: str(r.get(kunci) or "") for kunci in _TEKS}
    pilihan = {bidang: str(r.get(bidang) or "").strip() for bidang in PILIHAN}
    centang = Centang(**{bidang: (isi,) if isi else () for bidang, isi in pilihan.items()})
    baku = Baku(**{bidang: isi for bidang, isi in pilihan.items() if bidang != "status_data"})
    data = DataTarget(_angka(r, "target"), _ada(r, "target_lalu"), _ada(r, "realisasi_lalu"))
    return IndikatorManual(
        kode=teks["kode"], no=no, no_asli=f"IK {no}", urutan=no, baris=0, sasaran=teks["sasaran"],
        sasaran_asli=teks["sasaran_nama"], nama=teks["nama"], nama_asli=teks["nama"], definisi=teks["definisi"],
        formula=teks["formula"], satuan=teks["satuan"], satuan_asli=teks["satuan"], fungsi=teks["fungsi"],
        penanggung_jawab=teks["penanggung_jawab"], sumber_data=teks["sumber_data"],
        status_data=pilihan["status_data"], centang=centang, baku=baku, data=data,
    )  # fmt: skip


def _ada(r: Mapping[str, Any], kunci: str) -> float | None:
    nilai = r.get(kunci)
    return float(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def _angka(r: Mapping[str, Any], kunci: str) -> float:
    nilai = _ada(r, kunci)
    return nan if nilai is None else nilai
