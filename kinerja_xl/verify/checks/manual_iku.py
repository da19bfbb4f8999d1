"""The IKU workbook as a manual: what staff picked and typed there, before the lint rules that those inputs decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Temuan, buat

_ANGKA = ("target", "target_lalu", "realisasi_lalu")
_SEL = {"realisasi": "realisasi_lalu", "definisi": "perhitungan", "formula": "perhitungan"}  # field -> its input


@periksa("IKU", 90)
def manual_masuk_akal(kasus: Kasus) -> Iterator[Temuan]:
    """Choices and targets of the manual sheets fit what each indicator measures."""
    if kasus.manifest.jenis != "iku":
        return
    rekaman = [r for r in _indikator(kasus) if _titik(kasus, r, "perhitungan")]
    if not rekaman:
        return
    from kinerja_xl.verify.lint_iku import lint_naskah
    from kinerja_xl.verify.lint_iku.naskah import Naskah
    from kinerja_xl.verify.lint_iku.rekaman import manual_dari_rekaman

    manual = manual_dari_rekaman(kasus.manifest.konteks, [_terisi(kasus, r) for r in rekaman])
    menurut_kode = {str(r.get("kode") or ""): r for r in rekaman}
    for satu in lint_naskah(Naskah(manual), lembar=True):
        milik = menurut_kode.get(satu.data["indikator"], rekaman[0])
        kunci = _SEL.get(satu.data["kunci"], satu.data["kunci"])
        titik = _titik(kasus, milik, kunci)
        data = {k: v for k, v in satu.data.items() if k not in ("bagian", "baris", "kunci")}
        yield buat(satu.code, titik, f"{milik['id']}_{kunci}", **data)


def _indikator(kasus: Kasus) -> list[Mapping[str, Any]]:
    isi: Any = kasus.manifest.konteks.get("indikator", [])
    return list(isi)


def _terisi(kasus: Kasus, r: Mapping[str, Any]) -> dict[str, Any]:
    """The record with the inputs as submitted; a choice that is no option of its field counts as not made."""
    hasil = dict(r)
    for bidang, pilihan in PILIHAN.items():
        isi = str(_nilai(kasus, r, bidang) or "").strip().casefold()
        hasil[bidang] = next((p for p in pilihan if p.casefold() == isi), "")
    return hasil | {satu: _nilai(kasus, r, satu) for satu in _ANGKA}


def _nilai(kasus: Kasus, r: Mapping[str, Any], kunci: str) -> Nilai:
    titik = _titik(kasus, r, kunci)
    return kasus.masukan.get(titik) if titik else None


def _titik(kasus: Kasus, r: Mapping[str, Any], kunci: str) -> Titik | None:
    """Place of an input of an indicator; None when its sheet is missing or out of shape."""
    ada = kasus.manifest.sel_bernama.get(f"{r['id']}_{kunci}")
    if ada is None or not kasus.utuh(ada[0].nama):
        return None
    return ada[0].nama, ada[1].baris, ada[1].kolom
