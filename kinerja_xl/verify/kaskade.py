"""Cascade findings: the agreements of one office, stated in a profile or submitted as PK workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja_xl.spec.kaskade import Langgar, Tingkat, Ukuran
from kinerja_xl.spec.kaskade import kaskade as aturan_kaskade
from kinerja_xl.spec.kaskade import periksa as periksa_tingkat
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.spec.profil import Profil
from kinerja_xl.spec.profil_perjanjian import KEPALA
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.perubahan import angka, nilai_bernama
from kinerja_xl.verify.sebanding import rupiah
from kinerja_xl.verify.temuan import Kata, Temuan, buat, tulis_nilai

KODE = {
    "diturunkan": "SIL-30",
    "sama": "SIL-31",
    "jumlah": "SIL-32",
    "menggantung": "SIL-33",
    "anggaran": "SIL-34",
    "dibawa": "SIL-35",
    "hilang": "SIL-36",
    "satuan": "SIL-37",
}
_MEDAN = {
    "nama": Kata("rumusan", "wording"),
    "satuan": Kata("satuan", "unit"),
    "target": Kata("target", "target"),
    "polarisasi": Kata("polarisasi", "polarity"),
    "perhitungan": Kata("jenis perhitungan", "aggregation"),
}
_UANG = ("jumlah", "anggaran", "lebih")


@dataclass(frozen=True)
class Perjanjian:
    """One submitted PK as the cascade sees it. tempat: cells by what stands in them (kode of an indicator, ...)."""

    berkas: str
    instansi: str
    tahun: int
    ke: int  # number of the change, 0 for the first version
    tingkat: Tingkat
    pihak_pertama: str = ""
    pihak_kedua: str = ""
    tempat: Mapping[str, Titik] | None = None


def periksa_profil(profil: Profil, lang: str = "id") -> list[Temuan]:
    """Findings on the agreements that a profile states, before any workbook is made."""
    return [_temuan(satu, None, lang) for satu in periksa_tingkat(profil)]


def baca_perjanjian(kasus: Kasus, berkas: str) -> Perjanjian | None:
    """A verified PK (inputs taken, results computed) as one agreement; None when it states no cascade."""
    milik, instansi, ubah = (_peta(kasus.manifest.konteks.get(k)) for k in ("perjanjian", "instansi", "perubahan"))
    bawahan, ke = milik.get("bawahan"), ubah.get("ke", 0)
    if kasus.manifest.jenis != "pk" or not isinstance(bawahan, Mapping) or not isinstance(ke, int):
        return None
    tempat: dict[str, Titik] = {}
    for nama in ("pk_anggaran_total", "pk_pihak_kedua_nama"):
        lembar, sel = kasus.manifest.sel_bernama[nama]
        tempat[nama] = (lembar.nama, sel.baris, sel.kolom)
    ukuran = tuple(_ukuran(kasus, milik, tempat))
    kunci, jabatan, atasan = (str(milik.get(k, "")) for k in ("kunci", "jabatan", "atasan"))
    total = angka(nilai_bernama(kasus, "pk_anggaran_total"))
    return Perjanjian(
        berkas, str(instansi.get("nama")), kasus.manifest.tahun, ke,
        Tingkat(kunci, jabatan, atasan, ukuran, total or None, {str(k): str(v) for k, v in bawahan.items()}),
        _nama(kasus, "pk_pihak_pertama_nama"), _nama(kasus, "pk_pihak_kedua_nama"), tempat,
    )  # fmt: skip


def _ukuran(kasus: Kasus, milik: Mapping[str, Any], tempat: dict[str, Titik]) -> Iterator[Ukuran]:
    """The indicators of a PK; notes the input of each target."""
    turun = {_teks(r, "kode"): r for r in kasus.rekaman("pk_kaskade")}
    lanjut = {str(_peta(m).get("kode")): str(_peta(m).get("cascading", "")) for m in milik.get("matriks", ())}
    for r, lampiran in zip(kasus.rekaman("pengukuran"), kasus.rekaman("pk_lampiran"), strict=False):
        kode, target = _teks(r, "kode"), lampiran["target"]
        t = turun.get(kode, {})
        tempat[kode] = target[0]
        yield Ukuran(
            kode, _teks(r, "indikator"), _teks(r, "satuan"), angka(target[1]), _teks(r, "polarisasi"),
            _teks(r, "perhitungan"), _teks(t, "dari"), _teks(t, "metode"), lanjut.get(kode, ""),
        )  # fmt: skip


def _teks(rekaman: Mapping[str, tuple[Titik, Any]], kunci: str) -> str:
    return str(rekaman[kunci][1] or "").strip() if kunci in rekaman else ""


def _peta(nilai: object) -> Mapping[str, Any]:
    return nilai if isinstance(nilai, Mapping) else {}


def kaskade(daftar_pk: Iterable[Perjanjian]) -> dict[str, list[Temuan]]:
    """Findings over the agreements of every office and year among them, by file.

    Of an agreement that was changed only the newest version counts.
    """
    kantor: dict[tuple[str, int], dict[str, Perjanjian]] = {}
    for satu in daftar_pk:
        ada = kantor.setdefault((satu.instansi, satu.tahun), {})
        lama = ada.get(satu.tingkat.kunci)
        if lama is None or satu.ke >= lama.ke:
            ada[satu.tingkat.kunci] = satu
    hasil: dict[str, list[Temuan]] = {}
    for kelompok in kantor.values():
        urut = sorted(kelompok.values(), key=lambda p: (p.tingkat.kunci != KEPALA, p.tingkat.kunci))
        for langgar in aturan_kaskade([p.tingkat for p in urut]):
            milik = kelompok[langgar.pejabat]
            hasil.setdefault(milik.berkas, []).append(_temuan(langgar, milik))
        for satu, temuan in _pihak(urut, kelompok):
            hasil.setdefault(satu.berkas, []).append(temuan)
    return hasil


def _pihak(urut: Sequence[Perjanjian], ada: Mapping[str, Perjanjian]) -> Iterable[tuple[Perjanjian, Temuan]]:
    """The second party of an agreement is the first party of the superior's."""
    for satu in urut:
        atas = ada.get(satu.tingkat.atasan) if satu.tingkat.kunci != KEPALA else None
        if atas and satu.pihak_kedua and atas.pihak_pertama and not _setara(satu.pihak_kedua, atas.pihak_pertama):
            titik = (satu.tempat or {}).get("pk_pihak_kedua_nama")
            jabatan, ada_nama = satu.tingkat.jabatan, satu.pihak_kedua
            yield satu, buat("SIL-38", titik, jabatan=jabatan, ada=ada_nama, seharusnya=atas.pihak_pertama)


def _setara(kiri: str, kanan: str) -> bool:
    return " ".join(kiri.split()).casefold() == " ".join(kanan.split()).casefold()


def _temuan(satu: Langgar, milik: Perjanjian | None, lang: str = "id") -> Temuan:
    data: dict[str, Any] = dict(satu.data)
    if "medan" in data:
        data["medan"] = _MEDAN[data["medan"]]
    if satu.aturan == "jumlah":
        data["komponen"] = Kata(*(_rinci(data["komponen"], lang) for lang in ("id", "en")))
    if satu.aturan == "anggaran":
        data.update({k: rupiah(data[k]) for k in _UANG})
    tempat = (milik.tempat if milik else None) or {}
    titik = tempat.get(satu.kode or "pk_anggaran_total")
    if milik is None:
        data["bagian"] = Kata(f"Profil, perjanjian {satu.pejabat}", f"Profile, agreement {satu.pejabat}")
    return buat(KODE[satu.aturan], titik, lang=lang, **data)


def _rinci(komponen: Sequence[tuple[str, float]], lang: str) -> str:
    return "; ".join(f"{kode} {tulis_nilai(target, lang)}" for kode, target in komponen)


def _nama(kasus: Kasus, nama: str) -> str:
    return str(nilai_bernama(kasus, nama) or "").strip()
