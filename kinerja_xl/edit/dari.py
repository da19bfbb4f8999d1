"""generate --dari: last year's workbooks as the beginning of this year's, and what the new targets make of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.edit.pindah import Lama, baca_lama, gulungan
from kinerja_xl.edit.pindah_aturan import aturan
from kinerja_xl.edit.pindah_info import Info, buka, cari_info
from kinerja_xl.edit.pindah_konteks import pejabat_dari_isian, profil_dari_konteks
from kinerja_xl.spec.isi_awal import isi_awal
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.lalu import KUNCI, AngkaLalu, Lalu, cari_angka, terapkan_lalu
from kinerja_xl.spec.profil import Profil
from kinerja_xl.verify.lint_iku import lint_manual
from kinerja_xl.verify.lint_iku.rekaman import manual_dari_rekaman
from kinerja_xl.verify.temuan import Temuan

_URUTAN = ("pk", "iku")  # where both know a figure, the agreement's own measurement counts
_TIDAK_DIBAWA = ("rka_pagu",)  # this year's ceiling is not last year's
_KODE = ("IKU-09", "IKU-10")  # a target below last year's result; a target that merely repeats


@dataclass(frozen=True)
class _Satu:
    nama: str
    info: Info
    lama: Lama


def baca_dari(jalur: str | Path, tahun: int) -> tuple[Lalu, list[str]]:
    """Last year out of one workbook or all workbooks of a folder, and remarks on what was not used.

    Raises KinerjaError when nothing of tahun - 1 is there.
    """
    asal = Path(jalur)
    semua, catatan = [], []
    for berkas in _berkas(asal):
        try:
            info = cari_info(buku := buka(berkas))
        except KinerjaError as salah:
            if asal.is_file():
                raise
            catatan.append(f"{berkas.name} dilewati: {salah}")
            continue
        if info is None:
            catatan.append(f"{berkas.name} dilewati: bukan buku kerja kinerja-xl")
        elif info.tahun != tahun - 1:
            catatan.append(f"{berkas.name} dilewati: tahun {info.tahun}, yang dipakai tahun {tahun - 1}")
        else:
            semua.append(_Satu(berkas.name, info, baca_lama(buku, info)))
    if not semua:
        sebab = f" ({catatan[0]})" if catatan else ""
        raise KinerjaError(f"{asal.name}: tidak ada buku kerja tahun {tahun - 1}{sebab}")
    return _susun(semua, tahun - 1, catatan), catatan


def _berkas(asal: Path) -> list[Path]:
    if asal.is_file():
        return [asal]
    if not asal.is_dir():
        raise KinerjaError(f"berkas atau folder {asal.name} tidak ada.")
    return sorted(p for p in asal.glob("*.xls[xm]") if not p.name.startswith("~$"))


def _susun(semua: Sequence[_Satu], tahun: int, catatan: list[str]) -> Lalu:
    milik: dict[str, _Satu] = {}
    for satu in semua:
        if satu.info.jenis in milik:
            catatan.append(f"{satu.nama} dilewati: {satu.info.jenis} tahun {tahun} sudah dibaca dari "
                           f"{milik[satu.info.jenis].nama}")  # fmt: skip
        milik.setdefault(satu.info.jenis, satu)
    urut = [milik[j] for j in (*_URUTAN, *(j for j in milik if j not in _URUTAN)) if j in milik]
    nilai = {k: v for satu in reversed(urut) for k, v in satu.lama.nilai.items()}
    angka = _angka(urut, catatan)
    pejabat = pejabat_dari_isian(nilai)
    profil = profil_dari_konteks(urut[0].info.konteks, pejabat)
    target = {a.kode: a.target for a in angka}
    dengan_target = tuple(type(i)(**{**vars(i), "target": target.get(i.kode)}) for i in profil.indikator)
    profil = type(profil)(**{**vars(profil), "indikator": dengan_target})
    rka = milik.get("rka")
    return Lalu(
        tahun, profil, angka, pejabat, tuple(_rekaman(milik.get("pk"), "pk_program")),
        _isi_rka(rka), {t: tuple(_rekaman(rka, f"rka_{t}")) for t in ("rincian", "harga", "kinerja")},
    )  # fmt: skip


def _angka(urut: Sequence[_Satu], catatan: list[str]) -> tuple[AngkaLalu, ...]:
    hasil: dict[str, AngkaLalu] = {}
    for satu in urut:
        lalu = gulungan(satu.lama.nilai, satu.info.jenis)
        for ind in satu.info.konteks["indikator"]:
            target, realisasi = (_bilangan(lalu.get(f"{ind['id']}_{m}_lalu")) for m in ("target", "realisasi"))
            baru = AngkaLalu(str(ind["kode"]), str(ind["nama"]), target, realisasi)
            lama = hasil.setdefault(baru.kode, baru)
            if lama is not baru:
                hasil[baru.kode] = _gabung(lama, baru, satu.nama, catatan)
    return tuple(hasil.values())


def _gabung(pertama: AngkaLalu, kedua: AngkaLalu, nama: str, catatan: list[str]) -> AngkaLalu:
    for medan in ("target", "realisasi"):
        a, b = getattr(pertama, medan), getattr(kedua, medan)
        if a is not None and b is not None and round(a - b, 6) != 0:
            catatan.append(f"{pertama.kode}: {medan} {tulis(a)} dipakai; {nama} menyebut {tulis(b)}")
    return AngkaLalu(
        pertama.kode, pertama.nama,
        pertama.target if pertama.target is not None else kedua.target,
        pertama.realisasi if pertama.realisasi is not None else kedua.realisasi,
    )  # fmt: skip


def _bilangan(nilai: Any) -> float | None:
    return nilai if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def _rekaman(satu: _Satu | None, tabel: str) -> Iterable[Mapping[str, Any]]:
    rekam = satu.lama.panen.tabel.get(tabel, ()) if satu else ()
    return [isi for r in rekam if (isi := {k: b.isi for k, b in r.isi.items()})]


def _isi_rka(rka: _Satu | None) -> dict[str, Any]:
    if rka is None:
        return {}
    gulir = gulungan(rka.lama.nilai, rka.info.jenis)
    tujuan = {g.ke for g in aturan().gulir}
    isi = {n: b.isi for n, b in rka.lama.panen.tunggal.items() if n.startswith("rka_")}
    return {n: v for n, v in isi.items() if n not in tujuan and n not in _TIDAK_DIBAWA} | {
        n: v for n, v in gulir.items() if n.startswith("rka_")
    }


def mulai_dari(jalur: str | Path, tahun: int, profil: Profil | None) -> tuple[Profil, list[str]]:
    """The profile that begins where last year's workbooks end, and remarks for the person."""
    lalu, catatan = baca_dari(jalur, tahun)
    baru = terapkan_lalu(profil, lalu)
    for satu in susun_konteks("iku", tahun, baru)["indikator"]:
        if cari_angka(satu, lalu) is None:
            catatan.append(f"{satu['kode']} ({satu['nama']}): tidak ada dalam buku kerja tahun {lalu.tahun}; "
                           "angka tahun lalunya tidak diisi dari sana")  # fmt: skip
    return baru, catatan


def periksa_target(profil: Profil, tahun: int, lang: str = "id") -> tuple[Temuan, ...]:
    """Targets that merely repeat last year's or lie below what was reached (rules of the manual lint)."""
    konteks = susun_konteks("iku", tahun, profil)
    isi = isi_awal(profil, konteks)
    rekaman = [{**r, "target": isi.get(f"{r['id']}_target")} for r in konteks["indikator"]]
    temuan = lint_manual(manual_dari_rekaman(konteks, rekaman), lang)
    return tuple(t for t in temuan if t.code in _KODE) if KUNCI in profil.bagian else ()
