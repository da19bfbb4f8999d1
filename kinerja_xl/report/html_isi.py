"""What the HTML page shows, taken from the report: figures, kinds of findings, charts, files. No markup here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.report.html_grafik import Batang, Grafik, ringkas
from kinerja_xl.report.kata import KATA, angka, judul
from kinerja_xl.verify.laporan import PUTUSAN
from kinerja_xl.verify.temuan import TINGKAT, bersih

MAKS_BATANG = 20
MAKS_DAHULU = 15
STATUS_TARGET = ("tidak-tercapai", "belum-ada-realisasi", "tidak-dinilai", "tercapai")
Isi = Mapping[str, Any]


def kalimat(ringkasan: Isi, kata: Mapping[str, str], ronde: Sequence[Isi] = ()) -> tuple[str, str]:
    """The verdict over everything in a sentence or two, and the class of its colour."""
    teks, kelas = _kalimat(ringkasan, kata)
    temuan = [t for satu in ronde for t in satu["findings"]]
    if not temuan:
        return teks, kelas
    berat = min((t["level"] for t in temuan), key=TINGKAT.index)
    urut = ("galat", "peringatan", "info", "lulus")
    return f"{teks} {kata['ronde_kurang'].format(n=len(temuan))}", min(berat, kelas, key=urut.index)


def _kalimat(ringkasan: Isi, kata: Mapping[str, str]) -> tuple[str, str]:
    berkas, buruk = ringkasan["berkas"], ringkasan["galat"] + ringkasan["tidak_terbaca"]
    kunci = "buruk" if buruk else "catatan" if ringkasan["peringatan"] else "baik"
    warna = {"buruk": "galat", "catatan": "peringatan", "baik": "lulus"}[kunci]
    if not berkas:
        return kata["tiada"], "peringatan"
    return kata[f"{kunci}_satu" if berkas == 1 else kunci].format(**{**ringkasan, "n": buruk}), warna


def ubin(ringkasan: Isi, lang: str) -> list[tuple[str, int, str]]:
    """(word, number, class) of each verdict, the worst first."""
    nama = dict(zip(PUTUSAN, ("lulus", "peringatan", "galat", "tidak_terbaca"), strict=True))
    return [(KATA[lang][p], ringkasan[nama[p]], warna(p)) for p in reversed(PUTUSAN)]


def warna(kunci: str) -> str:
    """Class of a verdict, level or status."""
    return {
        "ditolak": "galat", "tidak-terbaca": "galat", "lulus-dengan-peringatan": "peringatan",
        "tidak-tercapai": "peringatan", "terlambat": "peringatan", "tercapai": "lulus", "tepat": "lulus",
    }.get(kunci, kunci if kunci in ("galat", "peringatan", "lulus") else "info")  # fmt: skip


def dahulu(files: Sequence[Isi], lang: str) -> list[dict[str, Any]]:
    """Kinds of findings at level galat or peringatan: worst first, then those in most files."""
    banyak: dict[tuple[str, str], int] = {}
    di: dict[tuple[str, str], set[str]] = {}
    for f in files:
        for t in f["findings"]:
            kunci = (t["level"], t["code"])
            banyak[kunci] = banyak.get(kunci, 0) + 1
            di.setdefault(kunci, set()).add(f["path"])
    urut = sorted((k for k in banyak if k[0] != "info"),
                  key=lambda k: (TINGKAT.index(k[0]), -len(di[k]), -banyak[k], k[1]))  # fmt: skip
    return [
        {"tingkat": t, "kode": k, "judul": judul(k, lang), "di": len(di[t, k]), "banyak": banyak[t, k]}
        for t, k in urut[:MAKS_DAHULU]
    ]


def grafik_topik(files: Sequence[Isi], lang: str, kata: Mapping[str, str]) -> Grafik | None:
    """Findings by topic, split by level."""
    hitung: dict[str, dict[str, int]] = {}
    for f in files:
        for t in f["findings"]:
            satu = hitung.setdefault(t["code"].partition("-")[0], dict.fromkeys(TINGKAT, 0))
            satu[t["level"]] += 1
    urut = sorted(hitung, key=lambda k: ([-hitung[k][t] for t in TINGKAT], k))
    batang = tuple(
        Batang(f"{k} {KATA[lang].get(k, '')}".strip(), tuple((float(hitung[k][t]), t) for t in TINGKAT),
               ringkas([(hitung[k][t], KATA[lang][t]) for t in TINGKAT]))
        for k in urut
    )  # fmt: skip
    return Grafik(kata["topik"], batang) if batang else None


def grafik_capaian(targets: Sequence[Isi], lang: str, kata: Mapping[str, str]) -> Grafik | None:
    """Capaian of each indicator against full achievement."""
    ada = [t for t in targets if isinstance(t["capaian"], (int, float))][: 2 * MAKS_BATANG]
    penuh = keluarga("capaian").untuk().angka("capaian_penuh")
    batang = []
    for t in ada:
        nama = f"{bersih(str(t['kode']), 20)} {bersih(str(t['nama']), 80)}"
        teks = f"{angka(t['capaian'], lang)} · {KATA[lang][t['status']]}"
        batang.append(Batang(nama, ((max(float(t["capaian"]), 0.0), warna(t["status"])),), teks))
    return (
        Grafik(kata["g_capaian"], tuple(batang), penuh, kata["penuh"].format(n=angka(penuh, lang))) if batang else None
    )


def grafik_target(files: Sequence[Isi], lang: str, kata: Mapping[str, str]) -> Grafik | None:
    """With one file its indicators; with more, how many targets each met, the fewest first."""
    ada = [f for f in files if f["targets"]]
    if len(ada) == 1:
        return grafik_capaian(ada[0]["targets"], lang, kata)
    hitung = {f["path"]: {s: sum(t["status"] == s for t in f["targets"]) for s in STATUS_TARGET} for f in ada}
    urut = sorted(ada, key=lambda f: (-hitung[f["path"]]["tidak-tercapai"], f["path"]))[:MAKS_BATANG]
    batang = tuple(
        Batang(bersih(f["instansi"] or f["path"], 60) if f["instansi"] == f["path"] else bersih(f["path"], 80),
               tuple((float(hitung[f["path"]][s]), warna(s)) for s in STATUS_TARGET),
               ringkas([(hitung[f["path"]][s], KATA[lang][s]) for s in STATUS_TARGET]))
        for f in urut
    )  # fmt: skip
    return Grafik(kata["g_target"], batang) if batang else None


def grafik_telat(files: Sequence[Isi], lang: str, kata: Mapping[str, str]) -> Grafik | None:
    """The steps with most minutes over their standard."""
    semua = [
        (f, t) for f in files for t in f["langkah"] if t["status"] == "terlambat" and (t.get("selisih_menit") or 0) > 0
    ]
    semua = sorted(semua, key=lambda s: (-s[1]["selisih_menit"], s[0]["path"], s[1].get("no") or 0))[:MAKS_BATANG]
    banyak = len({f["path"] for f, _ in semua}) > 1
    batang = []
    for f, t in semua:
        nama = f"{t.get('no')}. {bersih(str(t.get('kegiatan') or ''), 80)}"
        isi = {k: angka(t.get(f"{k}_menit"), lang) for k in ("selisih", "baku", "aktual")}
        label = f"{bersih(f['path'], 30)}: {nama}" if banyak else nama
        batang.append(Batang(label, ((float(t["selisih_menit"]), "peringatan"),), kata["baku_aktual"].format(**isi)))
    return Grafik(kata["g_telat"], tuple(batang)) if batang else None
