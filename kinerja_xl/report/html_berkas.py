"""Files of the HTML page: a row each, and the details of the worst of them within bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja_xl.report.html_grafik import Penomor
from kinerja_xl.report.html_isi import Isi, grafik_capaian, grafik_telat, warna
from kinerja_xl.report.kata import KATA, angka, dispensasi, judul, tempat
from kinerja_xl.verify.laporan import PUTUSAN
from kinerja_xl.verify.temuan import TINGKAT, bersih

MAKS_BERKAS = 5000  # rows in the table of files
MAKS_RINCI = 300  # files with details
MAKS_SEJENIS = 30  # findings of one kind in one file
MAKS_BARIS = 60  # targets or steps of one file
CONTOH = 3
_LEBAR = 600


def baris(files: Sequence[Isi], lang: str) -> list[dict[str, Any]]:
    """Rows of the table of files, the worst first."""
    urut = sorted(files, key=lambda f: -PUTUSAN.index(f["verdict"]))[:MAKS_BERKAS]
    return [_baris(f, nomor, lang) for nomor, f in enumerate(urut, 1)]


def _baris(f: Isi, nomor: int, lang: str) -> dict[str, Any]:
    kode = dict.fromkeys(t["code"] for t in f["findings"])
    jumlah = {t: sum(s["level"] == t for s in f["findings"]) for t in TINGKAT}
    dinilai = [t for t in f["targets"] if t["status"] in ("tercapai", "tidak-tercapai")]
    tercapai = sum(t["status"] == "tercapai" for t in dinilai)
    telat = sum(t["status"] == "terlambat" for t in f["langkah"])
    nama = {k: bersih(str(f[k] or ""), 300) for k in ("path", "instansi", "jenis", "template")}
    return {
        **nama, "id": f"b{nomor}", "asal": f, "rinci": nomor <= MAKS_RINCI, "putusan": f["verdict"],
        "warna": warna(f["verdict"]), "sebutan": KATA[lang][f["verdict"]], "tahun": f["tahun"] or "", "jumlah": jumlah,
        "topik": " ".join(dict.fromkeys(k.partition("-")[0] for k in kode)),
        "cari": " ".join([*nama.values(), str(f["tahun"] or ""), *kode]).lower(),
        "target": f"{tercapai}/{len(dinilai)}" if dinilai else "",
        "telat": f"{telat}/{len(f['langkah'])}" if f["langkah"] else "",
    }  # fmt: skip


def rincian(satu: Isi, lang: str, kata: Mapping[str, str], nomor: Penomor) -> dict[str, Any]:
    """Details of one file: findings by level and kind, targets, steps, charts."""
    f = satu["asal"]
    capaian, telat = grafik_capaian(f["targets"], lang, kata), grafik_telat([f], lang, kata)
    sel = [kata["sel"].format(**f["cells"])] if f["cells"].get("formula") else []
    if f["cells"].get("unverifiable"):
        sel.append(kata["tak"].format(n=f["cells"]["unverifiable"]))
    return {
        "tingkat": [(t, _jenis([s for s in f["findings"] if s["level"] == t], lang)) for t in TINGKAT
                    if satu["jumlah"][t]],
        "sel": ", ".join(sel), "sha256": f["sha256"],
        "target": [b for t in f["targets"][:MAKS_BARIS] for b in _target(t, lang, kata)],
        "target_sisa": max(len(f["targets"]) - MAKS_BARIS, 0),
        "langkah": [_langkah(t, lang) for t in f["langkah"][:MAKS_BARIS]],
        "langkah_sisa": max(len(f["langkah"]) - MAKS_BARIS, 0),
        "grafik": [(g, nomor.svg(g)) for g in (capaian, telat) if g],
    }  # fmt: skip


def _jenis(temuan: Sequence[Isi], lang: str) -> list[dict[str, Any]]:
    """Findings of one level by code; what to do is said once where it is the same for all."""
    menurut: dict[str, list[Isi]] = {}
    for t in temuan:
        menurut.setdefault(t["code"], []).append(t)
    hasil = []
    for kode, semua in menurut.items():
        muat = semua[:MAKS_SEJENIS]
        perbaikan = {t["fix"] for t in muat}
        isi = [_satu(t, lang, len(perbaikan) > 1) for t in muat]
        hasil.append({
            "kode": kode, "topik": kode.partition("-")[0], "judul": judul(kode, lang), "banyak": len(semua),
            "awal": isi[:CONTOH], "lanjut": isi[CONTOH:], "sisa": len(semua) - len(muat),
            "perbaikan": bersih(muat[0]["fix"], _LEBAR) if len(perbaikan) == 1 else "",
            "rujukan": bersih(muat[0]["rujukan"], _LEBAR),
        })  # fmt: skip
    return hasil


def _satu(t: Isi, lang: str, sendiri: bool) -> dict[str, str]:
    di = tempat(dict(t), lang)
    pesan = bersih(t["message"], _LEBAR).removeprefix(f"{di}: ")
    return {
        "tempat": "" if di == KATA[lang]["berkas_ini"] else di, "pesan": pesan, "dispensasi": dispensasi(dict(t), lang),
        "perbaikan": bersih(t["fix"], _LEBAR) if sendiri else "",
    }  # fmt: skip


def _target(t: Isi, lang: str, kata: Mapping[str, str]) -> list[dict[str, str]]:
    pasang = [(bersih(str(t["nama"]), 300), t)]
    if "harfiah" in t:
        pasang.append((kata["harfiah"], t["harfiah"]))
    return [
        {"kode": bersih(str(t["kode"]), 30), "nama": nama, "status": KATA[lang][isi["status"]],
         "warna": warna(isi["status"]), **{k: angka(isi[k], lang) for k in ("target", "realisasi", "capaian")}}
        for nama, isi in pasang
    ]  # fmt: skip


def _langkah(t: Isi, lang: str) -> dict[str, str]:
    menit = {k: angka(t.get(f"{k}_menit"), lang) for k in ("baku", "aktual", "selisih")}
    return {"no": angka(t.get("no"), lang), "kegiatan": bersih(str(t.get("kegiatan") or ""), 300), **menit,
            "status": KATA[lang][t["status"]], "warna": warna(t["status"])}  # fmt: skip
