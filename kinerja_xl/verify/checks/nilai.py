"""Values: what the file stores, what the template's formulas give from the inputs, what the rule book says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from kinerja_xl.core.nama import alamat
from kinerja_xl.functions import get
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import Sel, Titik, tempat
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.dugaan import tersangka
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.ragu import karena_isian, karena_mesin
from kinerja_xl.verify.resmi import Resmi, TidakDapat, resmi
from kinerja_xl.verify.sebanding import galat, sama_nilai, tampil
from kinerja_xl.verify.temuan import Kata, Temuan, buat

BANYAK_BEDA = 60  # causes are traced for so many differences
TERSANGKA = 3
_BATAS_BANDING = 150
_TANPA_SEBAB = Kata("", "")

Pasangan = tuple[Titik, Sel, SelBuku]


@periksa("NIL", 50)
def pengaturan_hitung(kasus: Kasus) -> Iterator[Temuan]:
    """Calculation is automatic, at full precision, without iteration."""
    kalkulasi = kasus.buku.kalkulasi
    if kalkulasi.mode == "manual":
        yield buat("NIL-05")
    if kalkulasi.presisi_tampilan:
        yield buat("NIL-06")
    if kalkulasi.iterasi:
        yield buat("NIL-07")


@periksa("NIL", 51)
def nilai_sama_dengan_hasil_hitung(kasus: Kasus) -> Iterator[Temuan]:
    """Every formula cell stores what the template's formula gives from the submitted inputs."""
    if kasus.hasil is None or not kasus.rangka_utuh:
        jumlah = sum(1 for _ in kasus.manifest.setiap("rumus"))
        kasus.tak_terperiksa += jumlah
        if jumlah and not kasus.rangka_utuh:
            lembar = ", ".join([*kasus.hilang, *kasus.bergeser])
            yield buat("NIL-16", jumlah=jumlah, lembar_rusak=lembar)
        return
    sel = [(titik, s, ada) for titik, s, ada in kasus.setiap("rumus") if ada is not None and ada.rumus is not None]
    kosong = [satu for satu in sel if satu[2].nilai is None]
    if sel and len(kosong) == len(sel):
        kasus.tak_terperiksa += len(sel)
        yield buat("NIL-09", jumlah=len(sel))
        return
    beda = [satu for satu in sel if not _cocok(kasus, satu)]
    rusak = karena_isian(kasus, beda)
    berselisih = karena_mesin(kasus, [satu for satu in beda if satu[0] not in rusak])
    ragu = rusak | berselisih
    salah = [satu for satu in beda if satu[0] not in ragu]
    kasus.tak_terperiksa += len(ragu)
    kasus.diperiksa += len(sel) - len(ragu)
    tempat_salah = {t for t, _, _ in salah}
    pengaruh = _pengaruh(kasus, tempat_salah, [t for t, _, _ in sel])
    for satu in salah:
        yield _temuan(kasus, satu, pengaruh, ditimpa(kasus, satu[0], tempat_salah))
    if rusak:
        yield buat("NIL-10", jumlah=len(rusak), pertama=tempat(min(rusak)))
    if berselisih:
        yield buat("NIL-15", jumlah=len(berselisih), pertama=tempat(min(berselisih)))


@periksa("NIL", 52)
def hasil_templat_sama_dengan_aturan(kasus: Kasus) -> Iterator[Temuan]:
    """Where a cell is one call of the rule book, the template's formula gives what the rule gives."""
    if kasus.hasil is None or not kasus.rangka_utuh:
        return
    for titik, sel, _ in kasus.setiap("rumus"):
        nilai = _resmi(kasus, titik, sel)
        if nilai is None or sel.panggilan is None:
            continue
        dihitung = kasus.hasil.get(titik)
        if not _sesuai_aturan(nilai, dihitung, sel.panggilan.bersyarat):
            aturan = get(sel.panggilan.fungsi)
            yield buat(
                "NIL-03", titik, sel.nama, dihitung=dihitung, resmi=nilai.tolak or nilai.nilai,
                fungsi=aturan.nama, rujukan=aturan.masa(sel.panggilan.tahun).rujukan,
            )  # fmt: skip


def _sesuai_aturan(nilai: Resmi, dihitung: Any, bersyarat: bool) -> bool:
    """Does the template say what the rule says? Where the rule refuses or waits, an error or a blank is right."""
    if dihitung in ("", None) and (nilai.tolak or nilai.kosong or bersyarat):
        return True
    return galat(dihitung) if nilai.tolak else sama_nilai(nilai.nilai, dihitung)


def _cocok(kasus: Kasus, satu: Pasangan) -> bool:
    titik, _, ada = satu
    if ada.nilai is None or ada.jenis == "e" or kasus.hasil is None:
        return False
    return sama_nilai(ada.nilai, kasus.hasil.get(titik))


def ditimpa(kasus: Kasus, titik: Titik, salah: set[Titik]) -> Titik | None:
    """A result that was typed over: a figure read from this cell is right, and would be another with what it holds now.

    Returns the cell that gives it away. A result that is merely stale has stale results behind it, and a figure that
    comes out the same either way (a class, a rounded value) proves nothing.
    """
    if kasus.pembaca is None or kasus.hasil is None or kasus.dari_tersimpan is None:
        return None
    lain = [t for t in kasus.pembaca(titik) if t not in salah and _angka(kasus.hasil.get(t))]
    if not lain or not _angka(kasus.hasil.get(titik)):
        return None
    kini = kasus.dari_tersimpan()
    bukti = [t for t in lain if kini.get(t) is not None and not sama_nilai(kini[t], kasus.hasil[t])]
    return min(bukti, default=None)


def _angka(nilai: Any) -> bool:
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)


def _temuan(kasus: Kasus, satu: Pasangan, pengaruh: dict[Titik, list[str]], bukti: Titik | None) -> Temuan:
    titik, sel, ada = satu
    dihitung = (kasus.hasil or {}).get(titik)
    nilai = _resmi(kasus, titik, sel)
    data: dict[str, Any] = {"tersimpan": tampil(ada.nilai, sel.tipe), "dihitung": tampil(dihitung, sel.tipe)}
    if nilai is not None and not nilai.tolak:
        data["resmi"] = tampil(nilai.nilai, sel.tipe)
    if ada.nilai is None:
        return buat("NIL-02", titik, sel.nama, **data)
    if ada.jenis == "e":
        return buat("NIL-04", titik, sel.nama, sebab=_sebab_galat(dihitung, nilai), **data)
    isian = pengaruh.get(titik, [])
    if bukti is not None:
        return buat("NIL-14", titik, sel.nama, bukti=tempat(bukti), isian=isian, **data)
    return buat("NIL-01", titik, sel.nama, sebab=_sebab_beda(isian), isian=isian, **data)


def _sebab_galat(dihitung: Any, nilai: Resmi | None) -> Kata:
    if nilai is not None and nilai.tolak:
        return Kata(f"Sebabnya: {nilai.tolak}.", f"Cause: {nilai.tolak}.")
    if dihitung is None or galat(dihitung):
        return _TANPA_SEBAB
    return Kata(f"Seharusnya {dihitung}.", f"It should be {dihitung}.")


def _sebab_beda(isian: list[str]) -> Kata:
    if not isian:
        return Kata("Nilai sel ini disunting.", "The value of this cell was edited.")
    daftar = ", ".join(isian)
    return Kata(
        f"Mungkin {daftar} diubah tanpa hitung ulang, atau nilai sel ini disunting.",
        f"Perhaps {daftar} was changed without recalculation, or the value of this cell was edited.",
    )


def _pengaruh(kasus: Kasus, salah: set[Titik], semua: Collection[Titik]) -> dict[Titik, list[str]]:
    """For every wrong cell the inputs to suspect first: those whose results are wrong most and right least."""
    if kasus.langsung is not None and salah:
        return {t: [sebut(kasus, i) for i in satu[:TERSANGKA]] for t, satu in tersangka(salah, kasus.langsung).items()}
    if kasus.pendahulu is None or not salah:
        return {}
    asal = {t: set(kasus.pendahulu(t)) for t in sorted(salah)[:BANYAK_BEDA]}
    buruk = Counter(isian for satu in asal.values() for isian in satu)
    baik: Counter[Titik] = Counter()
    baris = {lembar: [t[1] for t in salah if t[0] == lembar] for lembar in {t[0] for t in salah}}

    def jauh(titik: Titik) -> int:
        return min((abs(titik[1] - b) for b in baris.get(titik[0], [])), default=10**7)

    benar = sorted((t for t in semua if t not in salah), key=jauh)
    for titik in benar[:_BATAS_BANDING]:
        baik.update(set(kasus.pendahulu(titik)) & buruk.keys())
    urut = sorted(buruk, key=lambda t: (-buruk[t] / (buruk[t] + baik[t]), -buruk[t], t))
    tingkat = {t: n for n, t in enumerate(urut)}
    dahulu = {t: sorted(satu, key=lambda i: tingkat[i])[:TERSANGKA] for t, satu in asal.items()}
    return {t: [sebut(kasus, i) for i in satu] for t, satu in dahulu.items()}


def sebut(kasus: Kasus, titik: Titik) -> str:
    """What an input is called: its name and place, or its place alone."""
    sel = kasus.manifest.sel(titik)
    if sel and sel.nama:
        return f"{sel.nama} ({tempat(titik)})"
    if sel and sel.tabel:
        return f"{titik[0]}!{alamat(titik[1], titik[2])} ({sel.kunci} baris {sel.rekaman})"
    return tempat(titik)


def _resmi(kasus: Kasus, titik: Titik, sel: Sel) -> Resmi | None:
    if sel.panggilan is None:
        return None
    try:
        return resmi(kasus, titik, sel.panggilan)
    except TidakDapat:
        return None
