"""JUnit XML: a file is a testsuite, a kind of finding a testcase; topics without findings are passed testcases.

galat: failure (error when the file could not be read). peringatan, info and waived findings leave the testcase
passed, as the exit status does, and say what they are in its system-out: `skipped` would tell that nothing was checked.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from kinerja_xl.report.baris import berkas_ronde
from kinerja_xl.report.kata import KATA, dispensasi, judul, tempat
from kinerja_xl.verify.laporan import Laporan
from kinerja_xl.verify.temuan import bersih, topik_tersedia

MAKS_SEJENIS = 200
_RONDE = "ronde"
_LINT = ("IKU", "SOP")  # topics of the lints of documents: a workbook is not checked for them
SIFAT = ("sha256", "jenis", "template", "tahun", "instansi", "verdict")


def tulis(laporan: Laporan) -> bytes:
    """UTF-8 XML for Jenkins, GitLab and their kin; no time inside, so the same report gives the same bytes."""
    isi = laporan.to_dict()
    semua = [_berkas(satu, laporan.letak.get(satu["path"], satu["path"]), laporan.lang) for satu in isi["files"]]
    semua += [_ronde(satu, isi["ronde"], laporan.lang) for satu in berkas_ronde(isi)]
    jumlah = {k: str(sum(int(s.get(k, "0")) for s in semua)) for k in ("tests", "failures", "errors", "skipped")}
    akar = ET.Element("testsuites", {"name": "kinerja verify", **jumlah, "time": "0"})
    akar.extend(semua)
    ET.indent(akar, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(akar, "utf-8") + b"\n"


def _berkas(satu: dict[str, Any], letak: str, lang: str) -> ET.Element:
    jalur = bersih(satu["path"], 1000)
    suite = ET.Element("testsuite", {"name": jalur})
    ada = [nama for nama in SIFAT if satu[nama] and satu[nama] != _RONDE]
    if ada:
        sifat = ET.SubElement(suite, "properties")
        for nama in ada:
            ET.SubElement(sifat, "property", {"name": nama, "value": bersih(str(satu[nama]), 300)})
    kasus = _kasus(satu, jalur, lang)
    for c in kasus:
        c.set("file", bersih(letak, 1000))
    suite.extend(kasus)
    hitung = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    banyak = {k: str(sum(c.find(nama) is not None for c in kasus)) for k, nama in hitung.items()}
    for kunci, nilai in {"tests": str(len(kasus)), **banyak, "time": "0"}.items():
        suite.set(kunci, nilai)
    return suite


def _ronde(satu: dict[str, Any], ronde: dict[str, Any], lang: str) -> ET.Element:
    """The findings about the round itself as a testsuite of their own."""
    nama = f"{KATA[lang]['ronde']} {bersih(str(ronde.get('nama') or ''), 200)}".strip()
    suite = _berkas({**satu, "path": nama, "verdict": _RONDE}, "", lang)
    for kasus in suite.iter("testcase"):
        del kasus.attrib["file"]
    return suite


def _kasus(satu: dict[str, Any], jalur: str, lang: str) -> list[ET.Element]:
    """Testcases of a file; one that could not be read has only what was found."""
    ada: dict[str, list[dict[str, Any]]] = {}
    for temuan in satu["findings"]:
        ada.setdefault(temuan["code"], []).append(temuan)
    hasil = []
    terbaca = satu["verdict"] != "tidak-terbaca"
    bertemuan = {kode.partition("-")[0] for kode in ada}
    for topik in topik_tersedia():
        if terbaca and satu["verdict"] != _RONDE and topik not in bertemuan and topik not in _LINT:
            hasil.append(_baru(f"{topik} {KATA[lang].get(topik, '')}".strip(), jalur))
    for kode in sorted(ada):
        hasil.append(_bertemuan(kode, ada[kode], jalur, terbaca, lang))
    return hasil or [_baru("BERKAS", jalur)]


def _baru(nama: str, jalur: str) -> ET.Element:
    """classname: folders as packages; the dot of the extension would make a package of the name."""
    kelas = jalur.replace(".", "_").replace("/", ".")
    return ET.Element("testcase", {"name": nama, "classname": kelas, "file": jalur, "time": "0"})


def _bertemuan(kode: str, semua: list[dict[str, Any]], jalur: str, terbaca: bool, lang: str) -> ET.Element:
    kasus = _baru(f"{kode} {judul(kode, lang)}", jalur)
    galat = [t for t in semua if t["level"] == "galat"]
    lain = [t for t in semua if t["level"] != "galat"]
    if galat:
        pesan = bersih(galat[0]["message"], 1000)
        if len(galat) > 1:
            pesan += f" ({KATA[lang]['lagi'].format(n=len(galat) - 1)})"
        wadah = ET.SubElement(kasus, "failure" if terbaca else "error", {"message": pesan, "type": kode})
        wadah.text = _teks(galat, lang)
    if lain:
        ET.SubElement(kasus, "system-out").text = _teks(lain, lang)
    return kasus


def _teks(semua: list[dict[str, Any]], lang: str) -> str:
    baris: list[str] = []
    for t in semua[:MAKS_SEJENIS]:
        baris.append(f"[{KATA[lang][t['level']]}] {tempat(t, lang)}")
        baris += [f"  {b}" for b in (bersih(t["message"], 1000), dispensasi(t, lang)) if b]
        baris += [f"  {KATA[lang]['perbaikan']}: {bersih(t['fix'], 1000)}"] if t["fix"] else []
    if len(semua) > MAKS_SEJENIS:
        baris.append(KATA[lang]["lagi"].format(n=len(semua) - MAKS_SEJENIS))
    return "\n".join(baris)
