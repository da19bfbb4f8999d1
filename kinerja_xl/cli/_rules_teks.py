"""One function of the rule book as a page for an inspector: rule, numbers, evidence, disputes, cases, formulas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any

from kinerja_xl.cli._rules_isi import kasus_contoh, pilih_masa, uraikan
from kinerja_xl.core.bukti import alasan_teringat
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.sel import tulis

LEBAR = 100
MAKS_RUMUS = 1500  # a longer formula is shown by its beginning; --rumus writes it whole
TANDA = "[!]"
_EN = {
    "CARA HITUNG": "HOW IT IS COMPUTED", "ARGUMEN": "ARGUMENTS", "Hasil": "Result", "boleh kosong": "optional",
    "VERSI YANG DIPAKAI": "VERSION USED", "Dasar hukum": "Legal basis", "Dasar fungsi": "Function", "Bukti": "Evidence",
    "Catatan": "Note", "ANGKA YANG DIPAKAI": "NUMBERS USED", "SEMUA VERSI": "ALL VERSIONS",
    "YANG DIPERSELISIHKAN": "KNOWN DISPUTES", "CONTOH HITUNG": "WORKED CASES", "masuk": "input", "hasil": "result",
    "sumber": "source", "RUMUS": "FORMULAS", "Excel, di dalam berkas": "Excel, inside a file",
    "Excel, tampilan Indonesia": "Excel, Indonesian display", "tanpa rumus": "no plain formula",
    "dan sesudahnya": "onwards", "tahun": "years", "tidak dapat dihitung": "not computable", "huruf": "characters",
    "selengkapnya": "in full", "tidak ada angka peraturan": "no number of a regulation",
    "lebih dari": "more than", "mulai": "from", "kosong": "blank",
    "angka bertanda [!] belum dicocokkan dengan naskah resmi": "not yet compared with the official text",
    "tercetak dalam dokumen rujukan": "printed in a reference document",
    "dibaca pada sumber yang disebut": "read in the source named",
    "belum dicocokkan dengan naskah resmi": "not yet compared with the official text",
    "diturunkan dari angka yang tercetak": "derived from printed numbers",
    "keputusan perancang kinerja-xl": "a decision of kinerja-xl's designers",
    "Penjelasan, catatan dan kasus ditulis dalam bahasa peraturannya.":
        "Explanations, notes and cases are kept in Indonesian, the language of the regulations.",
}  # fmt: skip


def halaman(fungsi: Indikator, tahun: int | None, versi: str | None, lang: str) -> str:
    """The page of one function in one legal version. lang: id or en (labels; the rule book's own words stay)."""
    masa = pilih_masa(fungsi, tahun, versi)
    return "\n".join(_baris(uraikan(fungsi, tahun, versi, ketat=True), kasus_contoh(fungsi, masa), tahun, lang))


def daftar(semua: list[Indikator], lang: str) -> Iterator[str]:
    """One line a function; a mark where the newest version rests on recalled numbers."""
    ada = False
    for f in semua:
        teringat = bool(alasan_teringat(f, f.masa()))
        ada = ada or teringat
        judul = f.judul_en if lang == "en" and f.judul_en else f.judul
        yield f"{TANDA if teringat else '':<4}{f.sintaks():<66} {judul}"
    if ada:
        yield ""
        yield f"{TANDA} " + (
            "the newest version rests wholly or partly on numbers or text not yet compared with the official text."
            if lang == "en"
            else "versi terbarunya seluruhnya atau sebagian belum dicocokkan dengan naskah resmi."
        )


def _k(teks: str, lang: str) -> str:
    return _EN.get(teks, teks) if lang == "en" else teks


def _baris(isi: dict[str, Any], kasus: list[dict[str, Any]], tahun: int | None, lang: str) -> Iterator[str]:
    judul = isi["judul_en"] if lang == "en" and isi["judul_en"] else isi["judul"]
    yield isi["sintaks"]
    yield judul
    yield "=" * min(LEBAR, max(len(isi["sintaks"]), len(judul)))
    if lang == "en":
        yield _k("Penjelasan, catatan dan kasus ditulis dalam bahasa peraturannya.", lang)
    yield from ["", _k("CARA HITUNG", lang)]
    for alinea in isi["bantuan"].split("\n\n"):
        yield from _lipat(" ".join(alinea.split()), 2)
    yield from ["", _k("ARGUMEN", lang), *_argumen(isi, lang)]
    yield from ["", *_versi(isi, lang)]
    yield from ["", _k("ANGKA YANG DIPAKAI", lang), *_angka(isi, lang)]
    yield from ["", _k("SEMUA VERSI", lang), *_semua_versi(isi, lang)]
    if isi["sengketa"]:
        yield from ["", _k("YANG DIPERSELISIHKAN", lang)]
        for satu in isi["sengketa"]:
            yield from _lipat(satu, 4, "  - ")
    if kasus:
        yield from ["", _k("CONTOH HITUNG", lang)]
        for ke, satu in enumerate(kasus, 1):
            yield from _kasus(ke, satu, isi["argumen"], lang)
    yield from ["", _k("RUMUS", lang), *_rumus(isi, tahun, lang)]


def _lipat(teks: str, menjorok: int, awal: str | None = None) -> list[str]:
    spasi = " " * menjorok
    return wrap(teks, LEBAR, initial_indent=spasi if awal is None else awal, subsequent_indent=spasi)


def _argumen(isi: dict[str, Any], lang: str) -> Iterator[str]:
    lebar = max((len(a["nama"]) for a in isi["argumen"]), default=0) + 2
    for a in isi["argumen"]:
        bantuan = a["bantuan_en"] if lang == "en" and a["bantuan_en"] else a["bantuan"]
        sifat = [a["jenis"], *([a["bentuk"]] if a["bentuk"] else []), *([_k("boleh kosong", lang)] * a["opsional"])]
        yield from _lipat(f"{bantuan} ({', '.join(sifat)})", lebar + 2, f"  {a['nama']:<{lebar}}")
    yield f"  {_k('Hasil', lang)}: {isi['satuan']}"


def _versi(isi: dict[str, Any], lang: str) -> Iterator[str]:
    kini = next(m for m in isi["berlaku"] if m["versi"] == isi["versi"])
    sebutan = f"{isi['aturan']} ({isi['versi']}), {_k('tahun', lang)} {_tahun(kini, lang)}"
    yield from _lipat(f"{_k('VERSI YANG DIPAKAI', lang)}: {sebutan}", 2, "")
    label = ("Dasar hukum", "Dasar fungsi", "Bukti", "Catatan")
    lebar = max(len(_k(s, lang)) for s in label)
    bukti = _k(isi["bukti_teks"], lang) + (f" {TANDA}" if isi["bukti"] == "ingatan" else "")
    for sebutan, teks in zip(label, (isi["rujukan_aturan"], isi["rujukan"], bukti, isi["catatan_aturan"]), strict=True):
        if teks:
            yield from _lipat(teks, lebar + 5, f"  {_k(sebutan, lang):<{lebar}} : ")


def _tahun(masa: dict[str, Any], lang: str) -> str:
    if masa["tahun_akhir"] is None:
        return f"{masa['tahun_awal']} {_k('dan sesudahnya', lang)}"
    sama = masa["tahun_awal"] == masa["tahun_akhir"]
    return f"{masa['tahun_awal']}" if sama else f"{masa['tahun_awal']}-{masa['tahun_akhir']}"


def _angka(isi: dict[str, Any], lang: str) -> Iterator[str]:
    pakai = [p for p in isi["parameter"] if p["dipakai"]]
    if not pakai:
        yield f"  ({_k('tidak ada angka peraturan', lang)})"
        return
    nama = max(len(p["nama"]) for p in pakai)
    nilai = max(len(_nilai(p["nilai"], lang)) for p in pakai)
    satuan = max(len(p["satuan"]) for p in pakai)
    for p in pakai:
        tanda = TANDA if p["bukti"] == "ingatan" else ""
        yield (
            f"  {tanda:<4}{p['nama'].replace('_', ' '):<{nama}}  {_nilai(p['nilai'], lang):>{nilai}} "
            f"{p['satuan']:<{satuan}}  {_k(p['bukti_teks'], lang)}{_pendek(p['catatan'])}"
        )
    if any(p["bukti"] == "ingatan" for p in pakai):
        yield f"  {TANDA} = {_k('belum dicocokkan dengan naskah resmi', lang)}"
    for catatan in dict.fromkeys(p["catatan"] for p in pakai if not _pendek(p["catatan"]) and p["catatan"]):
        siapa = [p["nama"].replace("_", " ") for p in pakai if p["catatan"] == catatan]
        sebutan = f"{siapa[0]} ... {siapa[-1]}" if len(siapa) > 2 else ", ".join(siapa)
        yield from _lipat(f"{sebutan}: {catatan}", 4, "  * ")
    for rujukan in dict.fromkeys(p["rujukan"] for p in pakai if p["rujukan"] != isi["rujukan_aturan"]):
        yield from _lipat(f"{_k('Dasar hukum', lang)}: {rujukan}", 4, "  * ")


def _pendek(catatan: str) -> str:
    """A short note, to stand in the row of its number."""
    return f" ({catatan.rstrip('.')})" if 0 < len(catatan) <= 24 else ""


def _nilai(teks: str, lang: str) -> str:
    return teks if lang == "en" else teks.replace(".", ",")


def _semua_versi(isi: dict[str, Any], lang: str) -> Iterator[str]:
    semua = [*isi["berlaku"], *isi["tidak_dapat_dihitung"]]
    lebar = max(len(_tahun(m, lang)) for m in semua)
    kode = max(len(m["versi"]) for m in semua)
    for m in sorted(semua, key=lambda m: int(m["tahun_awal"])):
        panah = ">" if m["versi"] == isi["versi"] else " "
        bukti = _k(m["bukti_teks"], lang) + (f" {TANDA}" if m["bukti"] == "ingatan" else "")
        hari = "".join(f"; {s} {m[k].isoformat()}" for s, k in (("sejak", "sejak"), ("sampai", "sampai")) if m[k])
        if m in isi["tidak_dapat_dihitung"]:
            bukti = _k("tidak dapat dihitung", lang)
        awal = f" {panah} {_tahun(m, lang):<{lebar}}  {m['versi']:<{kode}}  "
        yield from _lipat(f"{m['judul']}{hari}; {bukti}", len(awal), awal)


def _kasus(ke: int, kasus: dict[str, Any], argumen: list[dict[str, Any]], lang: str) -> Iterator[str]:
    yield from _lipat(kasus["nama"], 5, f"  {ke}. ")
    masuk = [f"{a['nama']} = {_sel(n, lang)}" for a, n in zip(argumen, kasus["masuk"], strict=False)]
    sumber = "; ".join(s for s in (kasus.get("sumber", ""), _bukti(kasus, lang)) if s)
    for label, teks in (("masuk", "; ".join(masuk)), ("hasil", _sel(kasus["keluar"], lang)), ("sumber", sumber)):
        yield from _lipat(teks, 14, f"     {_k(label, lang):<6} : ")
    if kasus.get("catatan"):
        yield from _lipat(kasus["catatan"], 14)


def _bukti(kasus: dict[str, Any], lang: str) -> str:
    from kinerja_xl.core.masa import BUKTI

    kode = kasus.get("bukti", "")
    tanda = f" {TANDA}" if kode == "ingatan" else ""
    return _k(BUKTI[kode], lang) + tanda if kode else ""


def _sel(nilai: Any, lang: str) -> str:
    """A value of a case in brief: a row in round brackets, long lists cut."""
    if isinstance(nilai, list):
        isi = [n[0] if isinstance(n, list) and len(n) == 1 else n for n in nilai]
        tampil = [_sel(n, lang) for n in isi[:14]] + (["..."] if len(isi) > 14 else [])
        return f"({'; '.join(tampil)})"
    if isinstance(nilai, date):
        return nilai.isoformat(sep=" ") if hasattr(nilai, "hour") else nilai.isoformat()  # type: ignore[call-arg]
    if nilai == "" or nilai is None:
        return f"({_k('kosong', lang)})"
    if isinstance(nilai, bool):
        return str(nilai).upper()
    return tulis(nilai).replace(",", ".") if lang == "en" and not isinstance(nilai, str) else tulis(nilai)


def _rumus(isi: dict[str, Any], tahun: int | None, lang: str) -> Iterator[str]:
    yield f"  Python: {isi['python']}"
    if not isi["excel"]:
        yield from _lipat(f"Excel: {_k('tanpa rumus', lang)}: {isi['tanpa_excel']}", 4, "  ")
        return
    for label, rumus in (
        ("Excel, di dalam berkas", isi["excel"]),
        ("Excel, tampilan Indonesia", isi["excel_lokal"]),
    ):
        yield f"  {_k(label, lang)} ({isi['excel_alamat']}):"
        yield f"    {rumus}" if len(rumus) <= MAKS_RUMUS else f"    {rumus[:160]}... ({len(rumus)} {_k('huruf', lang)})"
    if len(isi["excel"]) > MAKS_RUMUS:
        pilih = f" --tahun {tahun}" if tahun else f" --versi {isi['versi']}"
        yield f"    {_k('selengkapnya', lang)}: kinerja rules {isi['nama']}{pilih} --rumus '{isi['excel_alamat']}'"
