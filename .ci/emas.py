"""Golden text of every workbook: what stands in each cell of the blank kecamatan set, in lines a person can review.

python .ci/emas.py            writes tests/buku/emas/ anew
python .ci/emas.py --periksa  says which files are stale

One line for a cell, or for a run of cells in a column that differ in nothing but their row. A sheet that another
workbook has word for word (the calendar, say) is named, not repeated. jumlah.toml pins, for each template version, how
many inputs, formulas and fixed cells come back when the written workbook is read.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kinerja_xl.build import generate
from kinerja_xl.build.buat import buka, susun
from kinerja_xl.core.nama import rentang
from kinerja_xl.read import baca
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.manifest import LembarM, Manifest, Sah, Sel
from kinerja_xl.spec.profil import berkas_contoh

TAHUN, PROFIL, SOP = 2025, "kecamatan", "rka"
EMAS = Path(__file__).resolve().parent.parent / "tests" / "buku" / "emas"
PERAN = {"label": "tetap", "isian": "isian", "rumus": "rumus"}
_BARIS = re.compile(r"(\$?[A-Z]{1,3})(\d+)(?![\d(])")


def manifest(jenis: str) -> Manifest:
    """The blank workbook of a kind for the example kecamatan."""
    return susun(jenis, TAHUN, buka(berkas_contoh(PROFIL)), SOP if jenis == "sop" else "")[0]


def naskah() -> dict[str, str]:
    """File name -> text for every kind."""
    pernah: dict[str, str] = {}
    return {f"{jenis}.txt": _buku(jenis, pernah) for jenis in jenis_tersedia()}


def _buku(jenis: str, pernah: dict[str, str]) -> str:
    m = manifest(jenis)
    bagian = [f"# {m.templat} {m.judul}, {PROFIL} {TAHUN}\n"]
    for lembar in m.lembar:
        isi = "\n".join(_lembar(lembar))
        sama = pernah.setdefault(f"{lembar.nama}\n{isi}", jenis)
        kepala = f"\n== {lembar.nama}" + (f": sama dengan {sama}.txt" if sama != jenis else "")
        bagian.append(kepala + ("" if sama != jenis else f"\n{isi}") + "\n")
    nama = [f"{n} {a}" for n, a in m.nama.items() if n in m.tabel]
    bagian.append("\n== tabel\n" + "\n".join(nama) + "\n")
    return "".join(bagian)


def _lembar(lembar: LembarM) -> Iterator[str]:
    cetak = lembar.cetak
    yield f"   {cetak.kertas} {cetak.arah} {lembar.keadaan}" + (
        f" ulang {cetak.ulang_baris}" if cetak.ulang_baris else ""
    )
    lari: dict[tuple[int, str], list[Sel]] = {}
    urut: list[list[Sel]] = []
    for sel in lembar.sel:
        kunci = (sel.kolom, _isi(sel, lembar))
        ada = lari.get(kunci)
        if ada and ada[-1].baris + 1 == sel.baris:
            ada.append(sel)
        else:
            lari[kunci] = [sel]
            urut.append(lari[kunci])
    for satu in urut:
        tempat = rentang(satu[0].baris, satu[0].kolom, satu[-1].baris, satu[0].kolom)
        yield f"{tempat} {_isi(satu[0], lembar, mentah=True)}"
    for grafik in lembar.grafik:
        yield f"grafik {grafik.bentuk} {grafik.judul!r} {grafik.kategori} {'; '.join(d.nilai for d in grafik.deret)}"


def _isi(sel: Sel, lembar: LembarM, *, mentah: bool = False) -> str:
    """All that is said of a cell; unless raw, rows of a formula are counted from the cell's own."""
    bagian = [PERAN[sel.peran], sel.gaya, sel.tipe]
    if sel.nama:
        bagian.append(f"[{sel.nama}]")
    if sel.tabel:
        bagian.append(f"{sel.tabel}.{sel.kunci}")
    if sel.peran == "rumus":
        bagian.append("=" + (sel.rumus if mentah else _nisbi(sel.rumus, sel.baris)))
    elif sel.peran == "label":
        bagian.append("(konteks)" if lembar.nama == "Info" and sel.kolom == 2 else repr(sel.nilai))
    else:
        bagian += _sah(sel)
    return " ".join(satu for satu in bagian if satu)


def _nisbi(rumus: str, baris: int) -> str:
    return _BARIS.sub(lambda c: f"{c[1]}[{int(c[2]) - baris}]", rumus)


def _sah(sel: Sel) -> Iterator[str]:
    sah = sel.sah or Sah()
    if sel.wajib or sel.wajib_bila:
        yield f"wajib{f' bila {sel.wajib_bila}' if sel.wajib_bila else ''}"
    if sah.min is not None or sah.maks is not None:
        yield f"{'' if sah.min is None else f'{sah.min:g}'}..{'' if sah.maks is None else f'{sah.maks:g}'}"
    if sah.pilihan:
        yield "pilihan: " + " | ".join(sah.pilihan)
    if sah.pilihan_dari:
        yield f"pilihan dari {sah.pilihan_dari}"
    if sah.pesan:
        yield f"pesan: {sah.pesan}"


def jumlah() -> str:
    """Cells that come back from each written workbook, by role, as TOML."""
    baris = ["# Sel yang terbaca kembali dari setiap templat (kecamatan 2025, kosong). Ditulis oleh .ci/emas.py."]
    with tempfile.TemporaryDirectory() as folder:
        for jenis in jenis_tersedia():
            berkas = generate(
                jenis, tahun=TAHUN, profil=berkas_contoh(PROFIL), out=Path(folder) / "a.xlsx", timpa=True,
                sop=SOP if jenis == "sop" else "",
            )  # fmt: skip
            m, n = manifest(jenis), _terbaca(berkas, manifest(jenis))
            baris.append(f'"{m.templat}" = {{ isian = {n["isian"]}, rumus = {n["rumus"]}, tetap = {n["label"]} }}')
    return "\n".join(baris) + "\n"


def _terbaca(berkas: Path, m: Manifest) -> Counter[str]:
    buku = baca(berkas).buku
    if buku is None:
        raise SystemExit(f"{berkas.name} does not come back")
    ada = {satu.nama: satu.sel for satu in buku.lembar}
    return Counter(sel.peran for lembar, sel in m.setiap() if sel.titik in ada[lembar.nama])


def basi() -> list[str]:
    """Golden files that are missing, differ, or belong to no kind."""
    harus = {**naskah(), "jumlah.toml": jumlah()}
    ada = {p.name: p.read_text(encoding="utf-8") for p in EMAS.glob("*.*")}
    return sorted({n for n, isi in harus.items() if ada.get(n) != isi} | (ada.keys() - harus.keys()))


def tulis() -> None:
    """Write all golden files anew; files of kinds that are gone are removed."""
    EMAS.mkdir(parents=True, exist_ok=True)
    harus = {**naskah(), "jumlah.toml": jumlah()}
    for lama in EMAS.glob("*.*"):
        if lama.name not in harus:
            lama.unlink()
    for nama, isi in harus.items():
        (EMAS / nama).write_text(isi, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if "--periksa" in sys.argv:
        salah = basi()
        print(
            "golden text is fresh" if not salah else f"stale: {', '.join(salah)}; run .ci/emas.py and review the diff"
        )
        raise SystemExit(1 if salah else 0)
    tulis()
