"""Changed PK and RKA: what they call the earlier value is what the earlier document says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.spec.manifest import Titik
from kinerja_xl.spec.profil_perjanjian import KEPALA
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import sama_nilai, tampil
from kinerja_xl.verify.temuan import Temuan, buat

JENIS = ("pk", "rka")
_SATU_RUPIAH = 0.005
_TABEL = {"pk": ("pk_perubahan", "pk_perubahan_program"), "rka": ("rka_perubahan_pagu", "rka_perubahan")}


@dataclass(frozen=True)
class Dokumen:
    """One PK or RKA: what it promises (nilai), and what it says stood before (semula, with its cell)."""

    berkas: str
    siapa: tuple[str, str, int, str]  # kind, office, year, official or sub-kegiatan
    ke: int
    tanggal: float | None
    nilai: Mapping[str, float | None]
    semula: Mapping[str, tuple[float | None, Titik]] = field(default_factory=dict)
    tempat: Titik | None = None


def baca_dokumen(kasus: Kasus, berkas: str) -> Dokumen | None:
    """A verified PK or RKA (inputs taken, results computed) as the comparison sees it; None for other kinds."""
    m = kasus.manifest
    if m.jenis not in JENIS:
        return None
    ubah, instansi, milik = (_peta(m.konteks.get(k)) for k in ("perubahan", "instansi", "perjanjian"))
    siapa = milik.get("kunci", KEPALA) if m.jenis == "pk" else nilai_bernama(kasus, "rka_sub_kegiatan")
    ke, serial = ubah.get("ke", 0), ubah.get("serial")
    tanggal = angka(serial) if ubah else angka(nilai_bernama(kasus, "tanda_tanggal"))
    tabel = m.tabel.get(_TABEL[m.jenis][0])
    return Dokumen(
        berkas, (m.jenis, str(instansi.get("nama")), m.tahun, " ".join(str(siapa or "").split()).casefold()),
        ke if isinstance(ke, int) else 0, tanggal, nilai_dokumen(kasus),
        dict(_semula(kasus)), (tabel.lembar, 1, 1) if tabel else None,
    )  # fmt: skip


def perubahan(daftar: Iterable[Dokumen]) -> dict[str, list[Temuan]]:
    """Findings by file: each changed document against the version before it, where that one is there too."""
    ada: dict[tuple[str, str, int, str], dict[int, Dokumen]] = {}
    semua = list(daftar)
    for satu in semua:
        ada.setdefault(satu.siapa, {})[satu.ke] = satu
    hasil: dict[str, list[Temuan]] = {}
    for satu in semua:
        if satu.ke:
            temuan = [*_tetap(satu), *_terhadap(satu, ada[satu.siapa].get(satu.ke - 1))]
            if temuan:
                hasil[satu.berkas] = temuan
    return hasil


def _tetap(satu: Dokumen) -> Iterator[Temuan]:
    """A change that changes nothing."""
    semula = {butir: nilai for butir, (nilai, _) in satu.semula.items()}
    if all(sama_nilai(semula.get(b), n) for b, n in satu.nilai.items()) and semula.keys() <= satu.nilai.keys():
        yield buat("SIL-43", satu.tempat, ke=satu.ke)


def _terhadap(satu: Dokumen, lama: Dokumen | None) -> Iterator[Temuan]:
    if lama is None:
        return
    if satu.tanggal is not None and lama.tanggal is not None and satu.tanggal < lama.tanggal:
        ada, seharusnya = tampil(satu.tanggal, "tanggal"), tampil(lama.tanggal, "tanggal")
        yield buat("SIL-42", satu.tempat, ada=ada, seharusnya=seharusnya, berkas=lama.berkas)
    for butir, (nilai, titik) in satu.semula.items():
        dulu = lama.nilai.get(butir)
        if not _sama(nilai, dulu):
            yield buat("SIL-40", titik, butir=butir, ada=nilai, seharusnya=dulu, berkas=lama.berkas)
    for butir, dulu in lama.nilai.items():
        if butir not in satu.semula and dulu is not None:
            yield buat("SIL-41", satu.tempat, butir=butir, berkas=lama.berkas)


def _sama(kiri: float | None, kanan: float | None) -> bool:
    if kiri is None or kanan is None:
        return kiri is kanan
    return sama_nilai(kiri, kanan) or (abs(kiri) > 1000 and abs(kiri - kanan) < _SATU_RUPIAH)


def nilai_dokumen(kasus: Kasus) -> dict[str, float | None]:
    """What a document promises, by item: targets and budgets of a PK, ceiling and lines of an RKA."""
    if kasus.manifest.jenis == "pk":
        target = {f"target {r['kode'][1]}": angka(r["target"][1]) for r in kasus.rekaman("pengukuran")}
        return {**target, **{f"anggaran {p}": n for p, n in jumlah_program(kasus).items()}}
    rincian = {f"{kode} {uraian}": n for (kode, uraian), n in jumlah_rincian(kasus).items()}
    return {"pagu": angka(nilai_bernama(kasus, "rka_pagu")), **rincian}


def _semula(kasus: Kasus) -> Iterator[tuple[str, tuple[float | None, Titik]]]:
    """The earlier values a changed document states; new indicators, blank before, are no earlier value."""
    atas, bawah = (list(kasus.rekaman(t)) for t in _TABEL[kasus.manifest.jenis])
    if kasus.manifest.jenis == "pk":
        butir = [(f"target {r['kode'][1]}", r) for r in atas] + [(f"anggaran {r['program'][1]}", r) for r in bawah]
    else:
        butir = [("pagu", r) for r in atas] + [(f"{r['kode'][1] or ''} {r['uraian'][1] or ''}", r) for r in bawah]
    for nama, r in butir:
        titik, nilai = r["semula"]
        if nilai is not None or nama == "pagu":
            yield nama, (angka(nilai), titik)


def jumlah_program(kasus: Kasus) -> dict[str, float]:
    """Programme -> budget of a PK; rows of one name summed, whatever their case, as the sheet's comparison does."""
    hasil: dict[str, float] = {}
    tulisan: dict[str, str] = {}
    for r in kasus.rekaman("pk_program"):
        if nama := str(r["program"][1] or ""):
            nama = tulisan.setdefault(nama.casefold(), nama)
            hasil[nama] = hasil.get(nama, 0.0) + (angka(r["anggaran"][1]) or 0.0)
    return hasil


def jumlah_rincian(kasus: Kasus) -> dict[tuple[str, str], float]:
    """(account code, description) -> amount of an RKA; equal lines summed, whatever their case."""
    hasil: dict[tuple[str, str], float] = {}
    tulisan: dict[tuple[str, str], tuple[str, str]] = {}
    for r in kasus.rekaman("rka_rincian"):
        kunci = (str(r["kode"][1] or ""), str(r["uraian"][1] or ""))
        if any(k.strip() for k in kunci):
            kunci = tulisan.setdefault((kunci[0].casefold(), kunci[1].casefold()), kunci)
            hasil[kunci] = hasil.get(kunci, 0.0) + (angka(r["jumlah"][1]) or 0.0)
    return hasil


def nilai_bernama(kasus: Kasus, nama: str) -> Any:
    """Value of a named cell; None when the template has no such name."""
    ada = kasus.manifest.sel_bernama.get(nama)
    return kasus.nilai((ada[0].nama, ada[1].baris, ada[1].kolom)) if ada else None


def angka(nilai: Any) -> float | None:
    """The value where it is a number."""
    return float(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def _peta(nilai: object) -> Mapping[str, Any]:
    return nilai if isinstance(nilai, Mapping) else {}
