"""A summary over many offices from the results of a batch: regions, kinds, findings, indicators, what stands out.

from kinerja_xl.batch.rekap import rekap
r = rekap("lanjut")            # the folder of --lanjut, or a JSON report
r.wilayah                      # a pandas DataFrame; r.tabel() names them all
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

from kinerja_xl.batch.jurnal import HASIL
from kinerja_xl.batch.rekap_banding import kembar, pencilan
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify.laporan import PUTUSAN
from kinerja_xl.verify.temuan import cari_entri

DIDAHULUKAN = ("pengukuran", "lkj", "laporan-tahunan", "pk", "iku")  # whose figures stand for the office
KANTOR = "[kantor]"
Isi = Mapping[str, Any]


@dataclass(frozen=True)
class Rekap:
    """Frames, each sorted with what needs attention first.

    berkas: a row a file. wilayah, jenis: verdicts. temuan: codes by number of files. indikator: how many offices met
    it, median capaian. resep: recipes recognised. kembar: submissions that are too alike. pencilan: figures far from
    those of the peers.
    """

    berkas: pd.DataFrame
    wilayah: pd.DataFrame
    jenis: pd.DataFrame
    temuan: pd.DataFrame
    indikator: pd.DataFrame
    resep: pd.DataFrame
    kembar: pd.DataFrame
    pencilan: pd.DataFrame

    def tabel(self) -> dict[str, pd.DataFrame]:
        """All frames by name, the list of files last."""
        semua = {medan.name: getattr(self, medan.name) for medan in fields(self)}
        return {**{k: v for k, v in semua.items() if k != "berkas"}, "berkas": semua["berkas"]}

    def to_dict(self) -> dict[str, Any]:
        """Every frame but the list of files as rows, for JSON."""
        return {
            nama: json.loads(isi.to_json(orient="records", force_ascii=False, double_precision=6))
            for nama, isi in self.tabel().items()
            if nama != "berkas"
        }


def rekap(sumber: str | Path, *, tingkat: int = 1, lang: str = "id") -> Rekap:
    """Read results and sum them up. tingkat: how many folders of a path make the region (1: "Jawa Timur/x.xlsx").

    Raises KinerjaError when there are no results.
    """
    berkas: list[dict[str, Any]] = []
    target: list[dict[str, Any]] = []
    temuan: dict[str, Counter[str]] = {}
    resep: Counter[tuple[str, str]] = Counter()
    for isi in baca(Path(sumber)):
        satu = _berkas(isi, tingkat)
        berkas.append(satu)
        hitung = Counter((t["code"], t["level"]) for t in isi["findings"])
        for (kode, level), banyak in hitung.items():
            temuan.setdefault(f"{kode} {level}", Counter()).update(berkas=1, banyak=banyak)
        resep.update({_resep(t) for t in isi["findings"] if t["data"].get("kode_resep")})
        target += ({**satu, **t} for t in _target(isi))
    if not berkas:
        raise KinerjaError(f"tidak ada hasil di '{sumber}'.")
    semua = pd.DataFrame(berkas)
    angka = _satu_per_kantor(target)
    return Rekap(
        semua, _putusan(semua, "wilayah"), _putusan(semua, "jenis"), _temuan(temuan, len(berkas), lang),
        _indikator(angka), _sensus(resep), kembar(semua, pd.DataFrame(target)), pencilan(angka),
    )  # fmt: skip


def baca(sumber: Path) -> Iterator[Isi]:
    """The entries of `files`, one at a time from JSON lines, or from a whole JSON report."""
    berkas = sumber / HASIL if sumber.is_dir() else sumber
    if not berkas.is_file():
        saran = "" if not sumber.is_dir() else "; jalankan dahulu: kinerja verify FOLDER --lanjut " + str(sumber)
        raise KinerjaError(f"'{berkas}' tidak ada{saran}.")
    try:
        if berkas.suffix == ".jsonl":
            with berkas.open(encoding="utf-8") as baris:
                yield from (json.loads(satu) for satu in baris)
        else:
            yield from json.loads(berkas.read_text(encoding="utf-8"))["files"]
    except (ValueError, KeyError, TypeError) as salah:
        raise KinerjaError(f"'{berkas.name}' bukan hasil kinerja verify.") from salah


def _berkas(isi: Isi, tingkat: int) -> dict[str, Any]:
    folder = isi["path"].split("/")[:-1]
    return {
        "path": isi["path"], "sha256": isi["sha256"], "wilayah": "/".join(folder[:tingkat]) or "-",
        "jenis": isi["jenis"] or "-", "tahun": isi["tahun"], "instansi": isi["instansi"], "verdict": isi["verdict"],
        "galat": sum(t["level"] == "galat" for t in isi["findings"]),
    }  # fmt: skip


def _target(isi: Isi) -> Iterator[dict[str, Any]]:
    for t in isi["targets"]:
        satu = {k: t.get(k) for k in ("kode", "nama", "target", "realisasi", "capaian", "status")}
        yield {**satu, "nama": _tanpa_kantor(str(satu["nama"]), isi["instansi"])}


def _tanpa_kantor(nama: str, instansi: str) -> str:
    """The wording of an indicator that names its office, so that it can be held against those of the others."""
    return re.sub(rf"(?<!\w){re.escape(instansi)}(?!\w)", KANTOR, nama, flags=re.IGNORECASE) if instansi else nama


def _resep(temuan: Isi) -> tuple[str, str]:
    return temuan["code"], str(temuan["data"].get("resep") or ", ".join(map(str, temuan["data"]["kode_resep"])))


def _putusan(berkas: pd.DataFrame, menurut: str) -> pd.DataFrame:
    """Files by verdict; the share that needs no correction; the worst first."""
    hasil = pd.crosstab(berkas[menurut], berkas["verdict"]).reindex(columns=list(PUTUSAN), fill_value=0)
    hasil.insert(0, "berkas", hasil.sum(axis=1))
    hasil.insert(1, "kantor", berkas[berkas["instansi"] != ""].groupby(menurut)["instansi"].nunique())
    hasil["kantor"] = hasil["kantor"].fillna(0).astype(int)
    hasil["persen_lulus"] = (hasil["lulus"] + hasil["lulus-dengan-peringatan"]) / hasil["berkas"] * 100
    hasil.columns.name = None
    return hasil.reset_index().sort_values(["persen_lulus", "berkas", menurut], ascending=[True, False, True])


def _temuan(hitung: Mapping[str, Counter[str]], semua: int, lang: str) -> pd.DataFrame:
    baris = []
    for kunci, isi in hitung.items():
        kode, level = kunci.split(" ")
        judul = cari_entri(kode).teks("judul", lang)
        baris.append((kode, level, judul, isi["berkas"], isi["banyak"], isi["berkas"] / semua * 100))
    kolom = ["kode", "level", "judul", "berkas", "banyak", "persen_berkas"]
    return pd.DataFrame(baris, columns=kolom).sort_values(["berkas", "kode", "level"], ascending=[False, True, True])


def _satu_per_kantor(target: list[dict[str, Any]]) -> pd.DataFrame:
    """One row an office, year and indicator: from the document that measures it, else from the next best."""
    kolom = [
        "path",
        "wilayah",
        "jenis",
        "tahun",
        "instansi",
        "kode",
        "nama",
        "target",
        "realisasi",
        "capaian",
        "status",
    ]
    isi = pd.DataFrame(target, columns=kolom)
    isi = isi[isi["instansi"] != ""]
    urut = {jenis: ke for ke, jenis in enumerate(DIDAHULUKAN)}
    isi = isi.assign(_urut=isi["jenis"].map(urut).fillna(len(urut)), _kosong=isi["realisasi"].isna())
    isi = isi.sort_values(["_kosong", "_urut", "path"], kind="stable")
    return isi.drop_duplicates(["instansi", "tahun", "kode", "nama"]).drop(columns=["_urut", "_kosong"])


def _indikator(angka: pd.DataFrame) -> pd.DataFrame:
    kelompok = angka.assign(
        capaian=pd.to_numeric(angka["capaian"], errors="coerce"), tercapai=angka["status"] == "tercapai",
        dinilai=angka["status"].isin(["tercapai", "tidak-tercapai"]),
    ).groupby("nama", sort=True)  # fmt: skip
    hasil = kelompok.agg(
        kantor=("instansi", "nunique"), dinilai=("dinilai", "sum"), tercapai=("tercapai", "sum"),
        capaian_terendah=("capaian", "min"), capaian_tengah=("capaian", "median"), capaian_tertinggi=("capaian", "max"),
    ).reset_index()  # fmt: skip
    hasil["persen_tercapai"] = hasil["tercapai"] / hasil["dinilai"].where(hasil["dinilai"] > 0) * 100
    return hasil.sort_values(["persen_tercapai", "kantor", "nama"], ascending=[True, False, True])


def _sensus(resep: Counter[tuple[str, str]]) -> pd.DataFrame:
    baris = [(kode, nama, banyak) for (kode, nama), banyak in resep.items()]
    hasil = pd.DataFrame(baris, columns=["kode", "resep", "berkas"])
    return hasil.sort_values(["berkas", "kode", "resep"], ascending=[False, True, True])
