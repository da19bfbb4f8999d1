"""Write the help pages of the functions (docs/fungsi/), or check that they are fresh (--periksa).

Everything on a page comes from the registry and the rule book; nothing is edited by hand.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kinerja_xl.cli._tempel import alamat_contoh
from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.masa import BUKTI, Masa
from kinerja_xl.core.nama import rentang
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.sel import tulis
from kinerja_xl.functions import functions
from kinerja_xl.spec.keterangan_fungsi import (
    Contoh,
    contoh,
    jalan_lain,
    kegunaan,
    kesalahan,
    menurut_keluarga,
    tahun_berlaku,
    versi_berlaku,
)

TUJUAN = Path(__file__).resolve().parent.parent / "docs" / "fungsi"
_BARIS_TAMPIL = 6
_ANGKA_TAMPIL = 30
_TANDA = "Halaman ini dibuat oleh `.ci/dokumen.py` dari buku aturan; jangan disunting tangan."


def halaman() -> dict[str, str]:
    """All pages: file name -> text."""
    hasil = {f"{f.nama}.md": satu_fungsi(f) for f in functions().values()}
    return {"README.md": indeks(), **hasil}


def indeks() -> str:
    """The index by family."""
    baris = ["# Fungsi menurut rumpun", "", _TANDA, "",
             f"{len(functions())} fungsi. Cara mendapatkannya di tiap PC: [pakai-fungsi.md](../pakai-fungsi.md).",
             "Kolom terakhir: ada sebagai nama di `workbook/Fungsi Kinerja.xlsx` (Excel 365).", ""]  # fmt: skip
    for kode, daftar in menurut_keluarga().items():
        baris += [f"## {keluarga(kode).judul}", "", "| fungsi | kegunaan | hasil | LAMBDA |", "|---|---|---|---|"]
        for f in daftar:
            ada = "ya" if f.bernama else "tidak"
            baris.append(f"| [{f.nama}]({f.nama}.md) | {_sel(f.judul)} | {_sel(f.satuan)} | {ada} |")
        baris.append("")
    return "\n".join(baris)


def satu_fungsi(f: Indikator) -> str:
    """The page of one function."""
    bagian = [f"# {f.nama}", f"**{f.judul}.** {kegunaan(f)}", _menulis(f), _argumen(f)]
    kasus = contoh(f)
    if kasus is not None:
        bagian.append(_contoh(f, kasus))
    bagian += [_dasar(f), _kasus_lain(f, kasus), _kesalahan(f), _program(f), f"---\n\n{_TANDA}"]
    return "\n\n".join(satu for satu in bagian if satu) + "\n"


def _menulis(f: Indikator) -> str:
    opsional = " Tanda [ ] berarti boleh dikosongkan." if any(a.opsional for a in f.argumen) else ""
    return (
        "## Cara menulis\n\n"
        f"| program berbahasa | rumus |\n|---|---|\n| Indonesia | `={f.sintaks()}` |\n"
        f"| Inggris | `={f.sintaks(', ')}` |\n\nHasil: {f.satuan}.{opsional}"
    )


def _argumen(f: Indikator) -> str:
    baris = ["## Argumen", "", "| argumen | isi | bentuk | wajib |", "|---|---|---|---|"]
    for a in f.argumen:
        bentuk = a.bentuk.replace(" x ", " × ") or ("satu sel" if a.jenis != "rentang" else "rentang")
        baris.append(f"| `{a.nama}` | {_sel(a.bantuan)} | {bentuk} | {'boleh kosong' if a.opsional else 'ya'} |")
    return "\n".join(baris)


def _contoh(f: Indikator, kasus: Contoh) -> str:
    baris = ["## Contoh", "", f"{kasus.nama[0].upper()}{kasus.nama[1:]}.", "", "| sel | isi |", "|---|---|"]
    alamat, kolom = [], 2
    for arg, isi in kasus.argumen:
        kisi = (
            isi
            if isinstance(isi, list) and isi and isinstance(isi[0], list)
            else [isi if isinstance(isi, list) else [isi]]
        )
        lebar = len(kisi[0])
        sel = rentang(5, kolom, 4 + len(kisi), kolom + lebar - 1)
        alamat.append(sel)
        baris.append(f"| {sel} ({arg.nama}) | {_isi(kisi)} |")
        kolom += lebar
    baris += ["", f"`={f.nama}({'; '.join(alamat)})` menghasilkan **{_nilai(kasus.keluar)}**."]
    asal = f"Sumber: {kasus.sumber}. " if kasus.sumber else ""
    baris += ["", f"{asal}Bukti: {BUKTI[kasus.bukti]}.{f' Catatan: {kasus.catatan}.' if kasus.catatan else ''}"]
    return "\n".join(baris)


def _isi(kisi: list[list[Any]]) -> str:
    if len(kisi) == 1 or len(kisi[0]) == 1:
        deret = kisi[0] if len(kisi) == 1 else [b[0] for b in kisi]
        return "; ".join(_nilai(n) for n in deret)
    tampil = [", ".join(_nilai(n) for n in b) for b in kisi[:_BARIS_TAMPIL]]
    sisa = f" <br> ... sampai {len(kisi)} baris" if len(kisi) > _BARIS_TAMPIL else ""
    return " <br> ".join(tampil) + sisa


def _nilai(n: Any) -> str:
    if n is None or n == "":
        return "(kosong)"
    if isinstance(n, list):
        return "; ".join(_nilai(satu) for satu in (n[0] if isinstance(n[0], list) else n))
    if isinstance(n, datetime):
        return f"{n:%d/%m/%Y %H.%M}"
    if isinstance(n, date):
        return f"{n:%d/%m/%Y}"
    return _sel(tulis(n) if isinstance(n, (int, float)) and not isinstance(n, bool) else str(n))


def _dasar(f: Indikator) -> str:
    baris = ["## Dasar hukum", "", f"{f.rujukan}.", "",
             "| aturan | tahun anggaran | bukti | naskah |", "|---|---|---|---|"]  # fmt: skip
    for m in versi_berlaku(f):
        baris.append(f"| {_sel(m.judul)} | {tahun_berlaku(m)} | {BUKTI[m.bukti]} | {_sel(m.rujukan)} |")
    if any(a.nama == "tahun" for a in f.argumen):
        baris += ["", "Tahun dikosongkan berarti aturan terbaru; tahun tanpa aturan menghasilkan kesalahan."]
    baris += _angka(f.nama, f.masa())
    if f.buku.sengketa:
        baris += ["", "Yang perlu diketahui:", "", *[f"- {satu}" for satu in f.buku.sengketa]]
    return "\n".join(baris)


def _angka(nama: str, masa: Masa) -> list[str]:
    banyak = len(masa.daftar())
    if banyak > _ANGKA_TAMPIL:
        return ["", f"{banyak} angka aturan {masa.judul}: lihat `kinerja rules {nama}`."]
    if not banyak:
        return []
    baris = ["", f"<details><summary>Angka aturan {masa.judul}</summary>", "",
             "| angka | nilai | satuan | bukti |", "|---|---|---|---|"]  # fmt: skip
    for p in masa.daftar():
        nilai = tulis(p.nilai) if isinstance(p.nilai, (int, float)) else str(p.nilai)
        baris.append(f"| {p.nama} | {nilai} | {_sel(p.satuan)} | {BUKTI[p.bukti or masa.bukti]} |")
    return [*baris, "", "</details>"]


def _kasus_lain(f: Indikator, pertama: Contoh | None) -> str:
    baris = ["## Kasus yang diuji", "", "| kasus | hasil |", "|---|---|"]
    for k in f.buku.kasus:
        if k["fungsi"] == f.nama and not (pertama and k["nama"] == pertama.nama):
            hasil = f"ditolak: {_sel(k['galat'])}" if "galat" in k else _nilai(k["keluar"])
            baris.append(f"| {_sel(k['nama'])} | {hasil} |")
    return "\n".join(baris) if len(baris) > 4 else ""


def _kesalahan(f: Indikator) -> str:
    daftar = kesalahan(f)
    return "\n".join(["## Kesalahan yang sering", "", *[f"- {satu}" for satu in daftar]]) if daftar else ""


def _program(f: Indikator) -> str:
    if f.bernama:
        excel = "ada sebagai nama di `workbook/Fungsi Kinerja.xlsx`; tidak ada yang dipasang"
    else:
        excel = f"tidak ada: {f.tanpa_excel}. {jalan_lain(f)}"
    biasa = f"tidak ada: {f.tanpa_excel}"
    if f.excel:
        biasa = f'`kinerja rules {f.nama} --rumus "{alamat_contoh(f)}"` mencetak rumus siap tempel'
    return "\n".join([
        "## Di program mana", "", "| program | cara |", "|---|---|",
        f"| Excel 365 dan Excel web | {_sel(excel)} |",
        "| LibreOffice | add-in `.oxt` |",
        "| Excel Windows dengan Python | xlwings |",
        f"| program lain, Excel lama | {_sel(biasa)} |",
        f"| baris perintah | {_eval(f)} |", "",
        "Selengkapnya: [fungsi mana untuk PC yang mana](../pakai-fungsi.md).",
    ])  # fmt: skip


def _eval(f: Indikator) -> str:
    isi = (f'"berkas.xlsx!Lembar!{satu}"' for satu in alamat_contoh(f).split(";"))
    return f"`kinerja eval {f.nama} {' '.join(isi)}`"


def _sel(teks: str) -> str:
    """Text inside a cell of a Markdown table."""
    return " ".join(teks.split()).replace("|", "\\|")


def basi() -> list[str]:
    """Pages that are missing, differ, or belong to no function."""
    baru = halaman()
    ada = {p.name: p.read_text(encoding="utf-8") for p in TUJUAN.glob("*.md")}
    return sorted({n for n, teks in baru.items() if ada.get(n) != teks} | (ada.keys() - baru.keys()))


if __name__ == "__main__":
    if "--periksa" in sys.argv:
        salah = basi()
        print(
            "docs/fungsi/ is fresh" if not salah else f"stale in docs/fungsi/: {', '.join(salah)}; run .ci/dokumen.py"
        )
        raise SystemExit(1 if salah else 0)
    TUJUAN.mkdir(parents=True, exist_ok=True)
    for lama in set(basi()) - set(halaman()):
        (TUJUAN / lama).unlink()
    for nama, teks in halaman().items():
        (TUJUAN / nama).write_text(teks, encoding="utf-8")
    print(f"{len(halaman())} pages")
