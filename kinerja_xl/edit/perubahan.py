"""perubahan: a changed agreement or budget, made from the earlier workbook: what it said stands beside what it says.

The earlier values are read by our bounded reader through the names of the template and computed anew; stored results
are not taken on trust. They become fixed text of the new workbook (its context), so the verifier guards them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kinerja_xl.build import tulis
from kinerja_xl.build.buat import nama_berkas
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.serial import dari_serial, ke_serial
from kinerja_xl.edit.buka import buka
from kinerja_xl.mesin import hitung
from kinerja_xl.spec.bahasa import BAWAAN, bahasa_konteks, kata, katalog
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.konteks import info_program, kalender_tahun, susun_konteks
from kinerja_xl.spec.konteks_perjanjian import KATA
from kinerja_xl.spec.libur import hari_libur
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil
from kinerja_xl.spec.profil_perjanjian import KEPALA, profil_pejabat
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify.kasus import Kasus, ambil_masukan
from kinerja_xl.verify.perubahan import JENIS, angka, jumlah_program, jumlah_rincian, nilai_bernama

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_MULAI_BARU = ("sop_langkah",)  # the making of the changed document is logged anew


@dataclass(frozen=True)
class Alasan:
    """Why and when a document is changed."""

    alasan: str
    tanggal: date


def perubahan(
    lama: str | Path, out: str | Path = ".", *, alasan: str, tanggal: date, profil: Profil | None = None,
    isi: Mapping[str, Any] | None = None, timpa: bool = False,
) -> Path:  # fmt: skip
    """Write the changed version of a PK or RKA workbook and return its path.

    profil: the office's profile as it is now; its targets, programmes and budget lines become the new values (the
    official is the one of the earlier workbook). Without it the earlier values stand, to be changed in the workbook.
    isi: `fill` data put over both. out: folder, or the path of the .xlsx itself.
    """
    jalur = Path(lama)
    buku, manifest = buka(jalur, "diubah")
    kasus = Kasus(buku, manifest, tahun=manifest.tahun)
    kasus.masukan = ambil_masukan(kasus)
    kasus.hasil = hitung(manifest, kasus.masukan)
    sebab = Alasan(_alasan(alasan), tanggal)
    konteks, kantor = _konteks(kasus, profil)
    bahasa = bahasa_konteks(konteks)
    konteks.update(_kalender(tanggal, bahasa))
    konteks.update({"kata_perubahan": kata(bahasa, KATA), "perubahan": _perubahan(kasus, konteks, sebab, jalur.name)})
    baru = tata(manifest.jenis, konteks)
    kini = untuk_manifest(baru, _dari_profil(kantor, konteks)) if kantor else {}
    masukan = terapkan(baru, {**_libur(kasus, baru), **_pindah(kasus, baru, tuple(kini))})
    masukan.update(terapkan(baru, kini))
    masukan.update(terapkan(baru, {"tanda_tanggal": tanggal, **(isi or {})}))
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        nama = nama_berkas(manifest.jenis, manifest.tahun, kantor) if kantor else _nama_dari(jalur)
        tujuan = tujuan / f"{Path(nama).stem}-perubahan-{konteks['perubahan']['ke']}.xlsx"
    return tulis(baru, masukan, hitung(baru, masukan), tujuan, timpa=timpa)


def _alasan(alasan: str) -> str:
    rapi = " ".join(alasan.split())
    if not 10 <= len(rapi) <= 500:
        raise KinerjaError(
            "alasan perubahan ditulis 10 sampai 500 huruf, misalnya 'Pergeseran anggaran APBD Perubahan'."
        )
    return rapi


def _nama_dari(jalur: Path) -> str:
    return f"{jalur.stem.partition('-perubahan-')[0]}.xlsx"


def _konteks(kasus: Kasus, profil: Profil | None) -> tuple[dict[str, Any], Profil | None]:
    """The context of the new workbook before its change is described, and the profile of its official."""
    lama = kasus.manifest
    if lama.jenis not in JENIS:
        raise KinerjaError(f"perubahan hanya ada untuk {' dan '.join(JENIS)}; ini buku kerja {lama.jenis}.")
    if profil is None:
        info = info_program(bahasa_konteks(lama.konteks))
        return {**deepcopy(dict(lama.konteks)), "info": info}, None
    if (ada := _kantor(lama)) != profil.instansi.nama:
        raise KinerjaError(f"buku kerja lama milik '{ada}', profil milik '{profil.instansi.nama}'.")
    kunci = _peta(lama.konteks.get("perjanjian")).get("kunci", KEPALA)
    kantor = profil_pejabat(profil, str(kunci)) if lama.jenis == "pk" else profil
    return susun_konteks(lama.jenis, lama.tahun, kantor, bahasa=bahasa_konteks(lama.konteks)), kantor


def _kalender(tanggal: date, bahasa: str) -> dict[str, Any]:
    """The change is made in the year of its date, also that of a budget drafted the year before."""
    return {"kalender": kalender_tahun(tanggal.year, bahasa=bahasa), "tahun_kalender": tanggal.year}


def _libur(kasus: Kasus, baru: Manifest) -> dict[str, Any]:
    """Holidays of another calendar year than the earlier workbook's; of the same year they move along with it."""
    if kasus.manifest.konteks.get("tahun_kalender") == (tahun := baru.konteks["tahun_kalender"]):
        return {}
    libur = hari_libur(int(str(tahun)), bahasa_konteks(baru.konteks))
    return {"kalender": {str(hari.timetuple().tm_yday): {"libur": nama} for hari, nama in libur.items()}}


def _kantor(manifest: Manifest) -> str:
    return str(_peta(manifest.konteks["instansi"])["nama"])


def _peta(nilai: object) -> Mapping[str, Any]:
    return nilai if isinstance(nilai, Mapping) else {}


def _perubahan(kasus: Kasus, konteks: Mapping[str, Any], sebab: Alasan, nama: str) -> dict[str, Any]:
    """What the new workbook says about its change; the figures of the earlier one."""
    dulu = _peta(kasus.manifest.konteks.get("perubahan"))
    ke = int(dulu.get("ke", 0)) + 1
    b = bahasa_konteks(konteks)
    sebut_dulu = kata(b, "perubahan ke-{ke}").format(ke=ke - 1) if ke > 1 else kata(b, "semula")
    tertanda = angka(nilai_bernama(kasus, "tanda_tanggal"))
    if tertanda is not None:
        if ke_serial(sebab.tanggal) < tertanda:
            raise KinerjaError(
                f"tanggal perubahan {_tanggal(sebab.tanggal)} lebih awal daripada tanggal {nama}, "
                f"{_tanggal(dari_serial(tertanda).date())}."
            )
        sebut_dulu += kata(b, " bertanggal {tanggal}").format(tanggal=_tanggal(dari_serial(tertanda).date(), b))
    hasil: dict[str, Any] = {
        "ke": ke, "tanggal": _tanggal(sebab.tanggal, b), "serial": int(ke_serial(sebab.tanggal)),
        "alasan": sebab.alasan, "sebelumnya": sebut_dulu,
    }  # fmt: skip
    return {**hasil, **(_pk(kasus, konteks) if kasus.manifest.jenis == "pk" else _rka(kasus, b))}


def _tanggal(hari: date, bahasa: str = BAWAAN) -> str:
    return f"{hari.day} {katalog(bahasa).kata.get(BULAN[hari.month - 1]) or BULAN[hari.month - 1]} {hari.year}"


def _pk(kasus: Kasus, konteks: Mapping[str, Any]) -> dict[str, Any]:
    lama = [_peta(i) for i in _daftar(kasus.manifest.konteks.get("indikator"))]
    baru = {i["kode"]: i for i in konteks["indikator"]}
    semula = {i["kode"]: angka(nilai_bernama(kasus, f"{i['id']}_target")) for i in lama}
    urut = [*konteks["indikator"], *(i for i in lama if i["kode"] not in baru)]
    return {
        "indikator": [
            {"kode": i["kode"], "nama": i["nama"], "satuan": i["satuan"], "semula": semula.get(i["kode"])} for i in urut
        ],
        "program": [{"program": p, "semula": n} for p, n in jumlah_program(kasus).items()],
    }


def _rka(kasus: Kasus, bahasa: str) -> dict[str, Any]:
    return {
        "pagu": [{"uraian": kata(bahasa, "Pagu anggaran"), "semula": angka(nilai_bernama(kasus, "rka_pagu"))}],
        "rincian": [{"kode": k, "uraian": u, "semula": n} for (k, u), n in jumlah_rincian(kasus).items()],
    }


def _daftar(nilai: object) -> list[Any]:
    return nilai if isinstance(nilai, list) else []


def _pindah(kasus: Kasus, baru: Manifest, tanpa: tuple[str, ...]) -> dict[str, Any]:
    """`fill` data of everything the earlier workbook holds that the new one has a place for.

    Named cells go by their name, table rows by their code where the table has one, else by their number.
    """
    hasil: dict[str, Any] = {}
    sama = kasus.manifest.konteks.get("tahun_kalender") == baru.konteks["tahun_kalender"]
    lewat = (*_MULAI_BARU, *tanpa, *(() if sama else ("kalender",)))
    for titik, sel, _ in kasus.setiap("isian"):
        nilai = kasus.masukan.get(titik)
        if nilai in (None, "") or sel.tabel in lewat:
            continue
        if sel.nama and sel.nama in baru.sel_bernama:
            hasil[sel.nama] = nilai
        elif not sel.nama and sel.tabel in baru.tabel and (ke := _baris(kasus, baru, sel.tabel, sel.rekaman)):
            hasil.setdefault(sel.tabel, {}).setdefault(str(ke), {})[sel.kunci] = nilai
    return hasil


def _baris(kasus: Kasus, baru: Manifest, tabel: str, rekaman: int) -> int:
    """Record of the new table for one of the old; 0 when it is gone."""
    lama = _kode(kasus.manifest, tabel)
    kini = _kode(baru, tabel)
    if not lama or not kini:
        satu = baru.tabel[tabel]
        return rekaman if rekaman <= satu.baris2 - satu.baris1 + 1 else 0
    return kini.index(lama[rekaman - 1]) + 1 if lama[rekaman - 1] in kini else 0


def _kode(manifest: Manifest, tabel: str) -> list[Any]:
    """Fixed codes of a table's rows; empty when its rows have none."""
    return [sel.nilai for sel in _sel_kode(manifest, tabel) if sel.peran == "label"]


def _sel_kode(manifest: Manifest, tabel: str) -> Iterator[Any]:
    satu = manifest.tabel[tabel]
    if "kode" in satu.kolom:
        peta = manifest.lembar_bernama[satu.lembar].peta
        yield from (peta[b, satu.kolom["kode"]] for b in range(satu.baris1, satu.baris2 + 1))


def _dari_profil(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """What a change takes from the profile: signatures, targets, programmes, budget; not the calendar and hours."""
    isi = isi_awal(profil, konteks)
    return {k: v for k, v in isi.items() if k not in ("kalender", "jadwal_kerja") and v not in ("", None, [])}
