"""The context of a workbook: all that its locked cells and its size depend on, as plain JSON-able data.

It is stored in the workbook's Info sheet, so that the verifier can lay out the very same manifest again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from kinerja_xl import __version__
from kinerja_xl.core.buku_aturan import sidik
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.registry import REGISTRY
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.functions import functions
from kinerja_xl.sop.model import Sop, muat_sop
from kinerja_xl.spec.bahasa import BAWAAN, KUNCI, info_bahasa, kata, periksa_bahasa
from kinerja_xl.spec.buku import muat_buku
from kinerja_xl.spec.konteks_sop import konteks_alir
from kinerja_xl.spec.manual import Manual, muat_manual
from kinerja_xl.spec.profil import Profil

_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# What further documents need: "module:function" with (jenis, tahun, profil, konteks) -> keys to add (JSON-able).
TAMBAHAN: tuple[str, ...] = (
    "kinerja_xl.spec.konteks_ikm:tambahan",
    "kinerja_xl.spec.lalu:konteks_lalu",
    "kinerja_xl.spec.konteks_perjanjian:tambah",
    "kinerja_xl.spec.konteks_rencana:tambahan",
    "kinerja_xl.spec.konteks_ukur:konteks_ukur",
    "kinerja_xl.spec.profil_kop:tambahan",
)
TAHUN_AWAL, TAHUN_AKHIR = 2004, 2100
BARIS_BAWAAN = {"jawaban": 150, "rekap": 30, "pegawai": 60, "daftar": 40, "bmn": 12, "periode": 12, "program": 5}


def susun_konteks(
    jenis: str, tahun: int, profil: Profil, kode_sop: str | Path = "", bahasa: str = BAWAAN
) -> dict[str, Any]:
    """Context of one document kind for an office and a fiscal year.

    kode_sop: another SOP than the document's own: a code, or the path of an office's file. bahasa: id or en; what the
    office wrote stays as it is.
    """
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise KinerjaError(f"tahun {tahun} di luar {TAHUN_AWAL}-{TAHUN_AKHIR}")
    spek = muat_buku(jenis)
    manual = muat_manual(profil.manual) if profil.manual else None
    indikator = _sasaran_sekali(_dari_manual(manual) if manual else _dari_profil(profil))
    sop = muat_sop(kode_sop or spek.sop)
    i = profil.instansi
    konteks: dict[str, Any] = {
        "jenis": spek.jenis,
        "versi": spek.versi,
        "judul": kata(bahasa, spek.judul),
        "tahun": tahun,
        "tahun_lalu": tahun - 1,
        "tahun_depan": tahun + 1,
        "kertas": profil.kertas,
        "catatan": profil.catatan,
        "instansi": {**asdict(i), "nama_besar": i.nama.upper(), "induk_besar": i.induk.upper()},
        "sasaran": [dict(s) for s in (_sasaran(manual) if manual else profil.sasaran)],
        "indikator": indikator,
        "harfiah": [{**r["harfiah"], **_identitas(r)} for r in indikator if r["harfiah"]],
        "sop": _sop(sop, profil, bahasa),
        "kalender": kalender_tahun(tahun + spek.geser_tahun_kalender, spek.hari_tambahan, bahasa),
        "tahun_kalender": tahun + spek.geser_tahun_kalender,
        "baris": {**BARIS_BAWAAN, **profil.baris, "rka": profil.rka.baris, "harga": profil.rka.baris_harga},
        "rekap": _rekap(profil),
        "hari_kerja": [{"nama": kata(bahasa, h)} for h in _HARI],
        "cacat": _cacat(manual, sop, bahasa),
        "info": info_program(bahasa),
    }
    if periksa_bahasa(bahasa) != BAWAAN:
        konteks[KUNCI] = bahasa
    if jenis == "sop":
        konteks["alir"] = konteks_alir(sop, profil, bahasa)
    for tempat in TAMBAHAN:
        modul, _, nama = tempat.partition(":")
        konteks.update(getattr(import_module(modul), nama)(jenis, tahun, profil, konteks))
    return konteks


def info_program(bahasa: str = BAWAAN) -> dict[str, str]:
    """What a context says of the program that made it: rule book, version, texts of another language."""
    return {"aturan": sidik(), "pembuat": f"kinerja-xl {__version__}", **info_bahasa(bahasa)}


def _sasaran_sekali(indikator: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add sasaran_cetak: the sasaran, shown once for indicators that follow each other under it."""
    sebelum = None
    for satu in indikator:
        satu["sasaran_cetak"] = satu["sasaran_nama"] if satu["sasaran"] != sebelum else ""
        sebelum = satu["sasaran"]
    return indikator


def _identitas(rekaman: Mapping[str, Any]) -> dict[str, Any]:
    return {k: rekaman[k] for k in ("id", "kode", "nama", "satuan")}


def _dari_manual(manual: Manual) -> list[dict[str, Any]]:
    nama_sasaran = {s.kode: s.nama for s in manual.sasaran}
    hasil: list[dict[str, Any]] = []
    for no, satu in enumerate(sorted(manual.indikator, key=lambda i: i.no), 1):
        baku, data, harfiah = satu.baku, satu.data, satu.harfiah
        hasil.append(
            _rekaman(
                no, kode=satu.kode, nama=satu.nama, sasaran=satu.sasaran, sasaran_nama=nama_sasaran[satu.sasaran],
                satuan=satu.satuan, fungsi=satu.fungsi, definisi=satu.definisi, formula=satu.formula,
                formula_dokumen=satu.formula_dokumen or "", penanggung_jawab=satu.penanggung_jawab,
                sumber_data=satu.sumber_data, status_data=satu.status_data, aspek=baku.aspek,
                validitas=baku.validitas, perhitungan=baku.perhitungan, cascading=baku.cascading,
                polarisasi=baku.polarisasi, periode=baku.periode, target_lalu=data.target_lalu,
                realisasi_lalu=data.realisasi_lalu,
                harfiah={
                    "polarisasi": harfiah.polarisasi, "target": harfiah.target, "realisasi": harfiah.realisasi,
                    "catatan": harfiah.catatan,
                } if harfiah else None,
            )
        )  # fmt: skip
    return hasil


def _dari_profil(profil: Profil) -> list[dict[str, Any]]:
    nama_sasaran = {str(s["kode"]): str(s["nama"]) for s in profil.sasaran}
    hasil = []
    for no, satu in enumerate(profil.indikator, 1):
        isi = {k: v for k, v in vars(satu).items() if k not in ("target", "tahun_aturan")}
        isi["masukan"] = [dict(m) for m in satu.masukan]
        isi["penanggung_jawab"] = satu.penanggung_jawab or profil.instansi.nama
        hasil.append(_rekaman(no, **isi, sasaran_nama=nama_sasaran[satu.sasaran], formula_dokumen="", harfiah=None))
    return hasil


def _rekaman(no: int, **isi: Any) -> dict[str, Any]:
    semua = functions()
    if isi["fungsi"] and isi["fungsi"] not in semua:
        raise KinerjaError(f"indikator {isi['kode']}: fungsi '{isi['fungsi']}' tidak ada dalam buku aturan")
    ident = "".join(c for c in isi["kode"].lower() if c.isalnum())
    rujukan = REGISTRY[isi["fungsi"]].rujukan if isi["fungsi"] else ""
    return {"no": no, "id": ident, "rujukan": rujukan, **isi}


def _sasaran(manual: Manual) -> list[dict[str, str]]:
    return [{"kode": s.kode, "nama": s.nama} for s in manual.sasaran]


def _sop(sop: Sop, profil: Profil, bahasa: str) -> dict[str, Any]:
    langkah = []
    kembali = kata(bahasa, "kembali ke langkah {ke} bila ditolak")
    for satu in sop.langkah:
        siapa = satu.pelaksana or (satu.pelaksana_usulan,)
        usulan = ", ".join(profil.sop.get(s, s) for s in siapa)
        langkah.append(
            {
                "no": satu.no,
                "kegiatan": kata(bahasa, satu.kegiatan_baku or satu.kegiatan),
                "pelaksana": usulan,
                "kelengkapan": kata(bahasa, satu.kelengkapan_baku or satu.kelengkapan),
                "waktu": kata(bahasa, satu.waktu),
                "menit": satu.menit,
                "output": kata(bahasa, satu.output_baku or satu.output),
                "keterangan": kata(bahasa, satu.keterangan),
                "keputusan": kembali.format(ke=satu.kembali_ke) if satu.kembali_ke else "",
                "paralel_dengan": satu.paralel_dengan,
            }
        )
    hasil: dict[str, Any] = {
        "kode": sop.kode,
        "judul": kata(bahasa, sop.judul_baku or sop.judul),
        "sumber": sop.sumber,
        "langkah": langkah,
    }
    if all(satu.pelaksana for satu in sop.langkah):
        hasil["pelaksana_ditetapkan"] = True
    return hasil


def kalender_tahun(tahun: int, tambahan: int = 0, bahasa: str = BAWAAN) -> list[dict[str, Any]]:
    """Every date of a year and some days after it: serial number and day of the week."""
    hari, akhir = date(tahun, 1, 1), date(tahun, 12, 31) + timedelta(days=tambahan)
    nama, hasil = [kata(bahasa, h) for h in _HARI], []
    while hari <= akhir:
        hasil.append({"serial": int(ke_serial(hari)), "hari": nama[hari.weekday()]})
        hari += timedelta(days=1)
    return hasil


def _rekap(profil: Profil) -> list[dict[str, Any]]:
    """Every code level above the detail lines of the profile, shortest first within its branch."""
    kode: set[str] = set()
    for satu in profil.rka.rincian:
        bagian = str(satu.get("kode", "")).split(".")
        kode.update(".".join(bagian[:n]) for n in range(1, len(bagian) + 1))
    return [{"kode": k, "tingkat": k.count(".") + 1} for k in sorted(kode)]


def _cacat(manual: Manual | None, sop: Sop, bahasa: str) -> list[dict[str, Any]]:
    hasil = []
    dokumen, langkah = kata(bahasa, "Dokumen"), kata(bahasa, "Langkah {no}")
    if manual:
        hasil += [_satu_cacat(kata(bahasa, "Manual IKU"), dokumen, c) for c in manual.cacat]
        for satu in sorted(manual.indikator, key=lambda i: i.no):
            hasil += [_satu_cacat(kata(bahasa, "Manual IKU"), satu.kode, c) for c in satu.cacat]
    hasil += [_satu_cacat(sop.judul, langkah.format(no=c.langkah) if c.langkah else dokumen, c) for c in sop.cacat]
    return hasil


def _satu_cacat(dokumen: str, bagian: str, cacat: Any) -> dict[str, Any]:
    return {
        "dokumen": dokumen, "bagian": bagian, "kode": cacat.kode, "baris": cacat.baris, "asli": cacat.asli,
        "perlakuan": cacat.perlakuan,
    }  # fmt: skip
