"""One file from bytes to verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.read import baca
from kinerja_xl.read.buku import Buku
from kinerja_xl.verify.checks import jalankan
from kinerja_xl.verify.checks.langkah import daftar_langkah
from kinerja_xl.verify.checks.target import daftar_target
from kinerja_xl.verify.dokumen import kunci_dokumen
from kinerja_xl.verify.fungsi_lepas import Hasil as HasilLepas
from kinerja_xl.verify.fungsi_lepas import periksa_lepas
from kinerja_xl.verify.hitung import hitung
from kinerja_xl.verify.kasus import Kasus, ambil_masukan
from kinerja_xl.verify.laporan import HasilBerkas, putusan
from kinerja_xl.verify.lembar_temuan import pisahkan
from kinerja_xl.verify.pengenal import Pengenal, kenali
from kinerja_xl.verify.pribadi import pribadi
from kinerja_xl.verify.silang_bahan import bahan
from kinerja_xl.verify.temuan import Kata, Temuan, buat, cari_entri, dari_masalah, terjemahkan

if TYPE_CHECKING:
    from kinerja_xl.verify.umum import HasilUmum

ABAIKAN = "abaikan"


@dataclass(frozen=True)
class Pilihan:
    """How to verify. tegas: topics whose warnings count as errors; abaikan: codes not reported.

    tingkat: (code or topic, level or "abaikan") of the round, the narrower one first.
    """

    tahun: int | None = None
    tegas: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    mesin: str = "otomatis"
    lang: str = "id"
    tingkat: tuple[tuple[str, str], ...] = ()

    def syarat(self) -> dict[str, Any]:
        """What of it decides the findings, as a receipt states it."""
        return {
            "tahun": self.tahun, "tegas": sorted(self.tegas), "abaikan": sorted(self.abaikan), "mesin": self.mesin,
            "tingkat": dict(self.tingkat),
        }  # fmt: skip


def periksa_berkas(sumber: Path | bytes, sebutan: str, pilihan: Pilihan, nama: str | None = None) -> HasilBerkas:
    """Read a file and check it; whatever is wrong with it is a finding. nama: of the file, where bytes are given."""
    terbaca = baca(sumber, nama=nama)
    temuan = [dari_masalah(m.kode, m.tempat, _data(m.data, m.alamat)) for m in terbaca.masalah]
    if terbaca.buku is None:
        isi = rapikan(temuan, (), pilihan)
        return HasilBerkas(sebutan, terbaca.sha256, verdict="tidak-terbaca", cells=_sel(), findings=isi)
    hasil = periksa_buku(terbaca.buku, pilihan, temuan)
    return replace(hasil, path=sebutan, sha256=terbaca.sha256)


def periksa_buku(buku: Buku, pilihan: Pilihan, awal: Iterable[Temuan] = ()) -> HasilBerkas:
    """Check a workbook that was read. awal: findings known already."""
    buku, lama = pisahkan(buku)
    pengenal = kenali(buku)
    temuan = [*awal, *lama, *pengenal.temuan]
    if pilihan.tahun is not None and pengenal.tahun not in (None, pilihan.tahun):
        temuan.append(buat("STR-05", ada=pengenal.tahun, diminta=pilihan.tahun))
    if pengenal.manifest is None:
        return _tanpa_manifest(buku, pengenal, temuan, pilihan)
    kasus = Kasus(buku, pengenal.manifest, tahun=pengenal.manifest.tahun)
    kasus.masukan = ambil_masukan(kasus)
    if kasus.rangka_utuh:
        temuan += hitung(kasus, pilihan.mesin)
    temuan += jalankan(kasus)
    isi = rapikan(temuan, [satu.nama for satu in buku.lembar], pilihan)
    isian = sum(1 for _ in kasus.manifest.setiap("isian"))
    rumus = sum(1 for _ in kasus.manifest.setiap("rumus"))
    return HasilBerkas(
        path="", jenis=pengenal.jenis, template=pengenal.templat, tahun=pengenal.tahun, instansi=pengenal.instansi,
        verdict=putusan(isi), cells=_sel(isian, rumus, kasus.diperiksa, kasus.tak_terperiksa),
        targets=daftar_target(kasus), langkah=daftar_langkah(kasus), findings=isi,
        dokumen=kunci_dokumen(kasus), silang=bahan(kasus, pengenal.instansi), pribadi=pribadi(kasus),
    )  # fmt: skip


def _tanpa_manifest(buku: Buku, pengenal: Pengenal, temuan: list[Temuan], pilihan: Pilihan) -> HasilBerkas:
    diperiksa = 0
    if any(satu.code == "STR-01" for satu in pengenal.temuan):
        temuan, diperiksa = _umum(buku, temuan, pilihan)
    isi = rapikan(temuan, [satu.nama for satu in buku.lembar], pilihan)
    rumus = sum(sel.rumus is not None for lembar in buku.lembar for sel in lembar.sel.values())
    rumus = max(rumus, diperiksa)  # an array formula stands in one cell and shows in many
    return HasilBerkas(
        path="", jenis=pengenal.jenis, template=pengenal.templat, tahun=pengenal.tahun, verdict=putusan(isi),
        cells=_sel(0, rumus, diperiksa, rumus - diperiksa), findings=isi,
    )  # fmt: skip


def _umum(buku: Buku, temuan: list[Temuan], pilihan: Pilihan) -> tuple[list[Temuan], int]:
    """A workbook of nobody: calls of our functions, then the general check; findings, and formulas computed again."""
    from kinerja_xl.verify.umum import periksa_umum

    lepas = periksa_lepas(buku)
    umum = periksa_umum(buku, lepas.titik, pilihan.tahun)
    if any(satu.code == "NIL-09" for satu in lepas.temuan):
        umum.temuan = [satu for satu in umum.temuan if satu.code != "NIL-23"]
    ganti = [buat("STR-01", diperiksa=_kata_umum(lepas, umum)) if satu.code == "STR-01" else satu for satu in temuan]
    return ganti + lepas.temuan + umum.temuan, lepas.diperiksa + umum.diperiksa


def _kata_umum(lepas: HasilLepas, umum: HasilUmum) -> Kata:
    """What was done with a workbook of no template."""
    if not lepas.dipanggil and not umum.rumus:
        return Kata(
            "Buku kerja ini tidak memuat rumus; isinya diperiksa secara umum saja.",
            "This workbook has no formula; only a general check was made.",
        )
    n, m = lepas.diperiksa + umum.diperiksa, lepas.dipanggil + umum.rumus
    kita = Kata("", "")
    if lepas.dipanggil:
        kita = Kata(
            f" ({lepas.diperiksa} dari {lepas.dipanggil} sel yang memanggil fungsi kinerja-xl)",
            f" ({lepas.diperiksa} of {lepas.dipanggil} cells that call functions of kinerja-xl)",
        )
    return Kata(
        f"Diperiksa secara umum: {n} dari {m} rumus dihitung ulang{kita}, pola yang sering keliru dicari. "
        "Tanpa templat, isinya tidak dapat dinyatakan lengkap.",
        f"A general check was made: {n} of {m} formulas were computed again{kita.en}, patterns that often go wrong "
        "were looked for. Without a template nothing can be said of completeness.",
    )


def _sel(isian: int = 0, rumus: int = 0, diperiksa: int = 0, tak: int = 0) -> dict[str, int]:
    return {"input": isian, "formula": rumus, "checked": diperiksa, "unverifiable": tak}


def _data(data: dict[str, object], alamat: str) -> dict[str, object]:
    return data if "bagian" in data or not alamat else {**data, "bagian": alamat}


def rapikan(temuan: Iterable[Temuan], lembar: Sequence[str], pilihan: Pilihan) -> tuple[Temuan, ...]:
    """Without the ignored, raised where strict, in the report's language, in sheet, row, column, code order."""
    urut = {nama: n for n, nama in enumerate(lembar)}
    hasil = [satu for t in temuan if (satu := _tingkatkan(t, pilihan)) is not None]
    if pilihan.lang != "id":
        hasil = [terjemahkan(t, pilihan.lang) for t in hasil]

    def kunci(satu: Temuan) -> tuple[int, str, int, int, str, str]:
        baris, kolom = _titik(satu.cell)
        ke = urut.get(satu.sheet, len(urut)) if satu.sheet else -1
        return ke, satu.sheet, baris, kolom, satu.code, satu.message

    return tuple(sorted(hasil, key=kunci))


def _tingkatkan(temuan: Temuan, pilihan: Pilihan) -> Temuan | None:
    """At the level of the run; None: left out. What was dispensed with stays so; a rule on trial never rises."""
    if temuan.code in pilihan.abaikan:
        return None
    if temuan.dispensasi is not None:
        return temuan
    topik = temuan.code.partition("-")[0]
    ronde = next((t for kode, t in pilihan.tingkat if kode in (temuan.code, topik)), temuan.level)
    if ronde == ABAIKAN:
        return None
    if topik in pilihan.tegas and ronde == "peringatan":
        ronde = "galat"
    if ronde == "galat" and cari_entri(temuan.code).percobaan:
        ronde = "peringatan"
    return temuan if ronde == temuan.level else replace(temuan, level=ronde)


def _titik(sel: str) -> tuple[int, int]:
    huruf = sel.rstrip("0123456789")
    angka = sel[len(huruf) :]
    if not (huruf.isascii() and huruf.isalpha() and angka):
        return 0, 0
    return int(angka), kolom_angka(huruf)
