"""kinerja rules --resep: which published value came from which recipe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from kinerja_xl.cli._data_resep import DataResep, Terbit, baca_data_resep, susun_argumen
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.resep import Pengenalan, kenali, kenali_kelas, tersimpan
from kinerja_xl.resep.kelas import PITA, kelas_resmi

BUKU = {".xlsx", ".xlsm", ".xltx", ".xltm"}


def jalankan(
    nama: str | None, sumber: str, nilai: tuple[str, ...], tahun: int | None, lang: str, sebagai_json: bool
) -> None:
    """Print the recipes behind the values of a data file, of cells, or of a whole workbook of ours."""
    if "!" not in sumber and Path(sumber).suffix.lower() in BUKU:
        hasil = list(_dari_buku(Path(sumber), nama))
        judul = Path(sumber).name
    else:
        data = baca_data_resep(sumber, nama, tahun)
        if data.fungsi in PITA:
            _kelas(data, nilai, lang, sebagai_json)
            return
        hasil = [(satu.sumber, p) for satu, p in _dari_data(data, nilai)]
        judul = data.judul or data.sumber
    if sebagai_json:
        isi = [{"tempat": tempat, **p.to_dict()} for tempat, p in hasil]
        click.echo(json.dumps({"judul": judul, "nilai": isi}, ensure_ascii=False, indent=1))
        return
    from kinerja_xl.cli._resep_teks import cetak

    for baris in cetak(judul, hasil, lang):
        click.echo(baris)


def _kelas(data: DataResep, tertulis: tuple[str, ...], lang: str, sebagai_json: bool) -> None:
    """A published class (mutu, predikat, kategori) beside the official one."""
    argumen = susun_argumen(data)
    nilai = tersimpan(argumen[0]).nilai
    kata = [*(str(t.nilai) for t in data.terbit), *tertulis]
    hasil = [kenali_kelas(data.fungsi, nilai, satu, data.tahun) for satu in kata]
    resmi = kelas_resmi(data.fungsi, nilai, data.tahun)
    if sebagai_json:
        kelas = [
            {"tersimpan": h.tersimpan, "sama_resmi": h.sama_resmi,
             "cocok": [{"kode": p.kode, "nama": p.nama, "temuan": p.temuan} for p in h.cocok]}
            for h in hasil
        ]  # fmt: skip
        isi = {"judul": data.judul, "fungsi": data.fungsi, "nilai": nilai, "resmi": resmi, "kelas": kelas}
        click.echo(json.dumps(isi, ensure_ascii=False, indent=1))
        return
    from kinerja_xl.cli._resep_teks import cetak_kelas

    for baris in cetak_kelas(data.fungsi, data.judul, nilai, resmi, hasil, lang):
        click.echo(baris)


def _dari_data(data: DataResep, nilai: tuple[str, ...]) -> Iterator[tuple[Terbit, Pengenalan]]:
    """Every published value, or the data alone when nothing was published."""
    argumen = susun_argumen(data)
    terbit = (*data.terbit, *(Terbit(n) for n in nilai)) or (Terbit(None),)
    for satu in terbit:
        yield satu, kenali(data.fungsi, satu.nilai, *argumen, tahun=data.tahun, mutu=satu.mutu)


def _dari_buku(jalur: Path, nama: str | None) -> Iterator[tuple[str, Pengenalan]]:
    """Every value of a workbook of ours that has a rule with recipes."""
    from kinerja_xl.functions import get
    from kinerja_xl.read import baca
    from kinerja_xl.spec.manifest import tempat
    from kinerja_xl.verify.asal_nilai import angka, kenali_sumber, sumber
    from kinerja_xl.verify.hitung import hitung
    from kinerja_xl.verify.kasus import Kasus, ambil_masukan
    from kinerja_xl.verify.pengenal import kenali as kenali_buku

    if not jalur.is_file():
        raise KinerjaError(f"berkas '{jalur}' tidak ada")
    terbaca = baca(jalur)
    manifest = kenali_buku(terbaca.buku).manifest if terbaca.buku is not None else None
    if terbaca.buku is None or manifest is None:
        raise KinerjaError(
            f"{jalur.name} bukan buku kerja kinerja-xl yang utuh; sebutkan selnya: kinerja rules IKM_SCORE "
            f"--resep '{jalur.name}!Lembar!B5:J154' --nilai 91,38"
        )
    kasus = Kasus(terbaca.buku, manifest, tahun=manifest.tahun)
    kasus.masukan = ambil_masukan(kasus)
    if not kasus.rangka_utuh or hitung(kasus, "otomatis"):
        raise KinerjaError(f"{jalur.name} rusak susunannya; periksa dahulu dengan kinerja verify")
    fungsi = None if nama is None else get(nama).nama
    for satu in sumber(kasus):
        if satu.jenis == "dipakai" or fungsi not in (None, satu.panggilan.fungsi):
            continue
        hasil = kenali_sumber(kasus, satu, angka(satu.nilai))
        if hasil is not None and angka(satu.nilai) is not None:
            yield tempat(satu.titik), hasil
