"""SARIF 2.1.0: findings for code scanning and editors; the place is the file and `Sheet!B12` inside it.

A workbook has no lines. Row and column of the cell stand in `region`, because viewers ask for one; `logicalLocations`
say what is meant. Fingerprints rest on file, code and place, never on texts: a finding keeps its identity between runs.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from kinerja_xl import __version__
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.report.aman import uri
from kinerja_xl.report.baris import berkas_ronde
from kinerja_xl.report.kata import KATA, dispensasi, judul, tempat
from kinerja_xl.verify.laporan import Laporan
from kinerja_xl.verify.temuan import Entri, bersih, cari_entri

SKEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
TINGKAT = {"galat": "error", "peringatan": "warning", "info": "note"}
_JENIS_BERKAS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tulis(laporan: Laporan) -> bytes:
    """One run: rules that were broken, files with their hashes and verdicts, results."""
    isi, lang = laporan.to_dict(), laporan.lang
    ronde = [t for satu in berkas_ronde(isi) for t in satu["findings"]]
    kode = sorted({t["code"] for satu in isi["files"] for t in satu["findings"]} | {t["code"] for t in ronde})
    ke = {satu: n for n, satu in enumerate(kode)}
    hasil, catatan = [], []
    for nomor, satu in enumerate(isi["files"]):
        tempat_berkas = {"uri": uri(laporan.letak.get(satu["path"], satu["path"])), "index": nomor}
        sudah: Counter[tuple[str, ...]] = Counter()
        for temuan in satu["findings"]:
            hasil.append(_hasil(temuan, ke, tempat_berkas, satu["path"], sudah, lang))
        if satu["verdict"] == "tidak-terbaca":
            catatan.append(_tidak_terbaca(satu, tempat_berkas, lang))
    catatan += [_atas_ronde(t, ke, lang) for t in ronde]
    alat = {
        "name": "kinerja-xl", "version": __version__, "semanticVersion": __version__, "language": lang,
        "rules": [_aturan(satu, lang) for satu in kode], "properties": {"aturan": isi["aturan"]},
    }  # fmt: skip
    lari = {
        "tool": {"driver": alat},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": catatan}],
        "artifacts": [_berkas(satu, laporan) for satu in isi["files"]],
        "results": hasil,
        "columnKind": "unicodeCodePoints",
        "properties": {k: isi[k] for k in ("tahun", "ringkasan", "ronde", "dispensasi") if k in isi},
    }
    semua = {"$schema": SKEMA, "version": "2.1.0", "runs": [lari]}
    teks = json.dumps(semua, ensure_ascii=False, indent=1, allow_nan=False, default=str)
    return (teks + "\n").encode("utf-8", "backslashreplace")


def _aturan(kode: str, lang: str) -> dict[str, Any]:
    """A rule as the catalogue has it."""
    hasil: dict[str, Any] = {"id": kode, "name": kode.replace("-", ""), "shortDescription": {"text": judul(kode, lang)}}
    try:
        entri: Entri = cari_entri(kode)
    except KinerjaError:
        return hasil
    perbaikan = entri.teks("perbaikan", lang)
    contoh = "" if lang == "en" else f"\n\nContoh: {entri.contoh}"
    isi = f"{perbaikan}{contoh}\n\n{KATA[lang]['dasar']}: {entri.rujukan}"
    topik = kode.partition("-")[0]
    return {
        **hasil,
        "fullDescription": {"text": entri.teks("pesan", lang)},
        "help": {"text": f"{isi}\n\nkinerja explain {kode}", "markdown": f"{isi}\n\n`kinerja explain {kode}`"},
        "defaultConfiguration": {"level": TINGKAT[entri.tingkat]},
        "properties": {"tags": [topik, KATA[lang].get(topik, topik)], "rujukan": entri.rujukan},
    }


def _berkas(satu: dict[str, Any], laporan: Laporan) -> dict[str, Any]:
    hasil: dict[str, Any] = {"location": {"uri": uri(laporan.letak.get(satu["path"], satu["path"]))}}
    if satu["path"].lower().endswith((".xlsx", ".xltx")):
        hasil["mimeType"] = _JENIS_BERKAS
    if satu["sha256"]:
        hasil["hashes"] = {"sha-256": satu["sha256"]}
    sifat = {k: satu[k] for k in ("jenis", "template", "tahun", "instansi", "verdict") if satu[k]}
    return {**hasil, "properties": {k: bersih(v, 300) if isinstance(v, str) else v for k, v in sifat.items()}}


def _hasil(
    temuan: dict[str, Any], ke: dict[str, int], berkas: dict[str, Any], jalur: str,
    sudah: Counter[tuple[str, ...]], lang: str,
) -> dict[str, Any]:  # fmt: skip
    kunci = (jalur, temuan["code"], temuan["sheet"], temuan["cell"], temuan["name"])
    sudah[kunci] += 1
    sidik = hashlib.sha256("\0".join((*kunci, str(sudah[kunci]))).encode("utf-8", "surrogatepass")).hexdigest()
    letak: dict[str, Any] = {"physicalLocation": {"artifactLocation": dict(berkas), "region": _daerah(temuan["cell"])}}
    if temuan["sheet"]:
        penuh = tempat(temuan, lang)
        letak["logicalLocations"] = [{"name": temuan["cell"] or penuh, "fullyQualifiedName": penuh,
                                      "kind": "cell" if temuan["cell"] else "sheet"}]  # fmt: skip
    pesan = " ".join(b for b in (bersih(temuan["message"], 2000), dispensasi(temuan, lang)) if b)
    if temuan["fix"]:
        pesan += f" {KATA[lang]['perbaikan']}: {bersih(temuan['fix'], 2000)}"
    hasil: dict[str, Any] = {
        "ruleId": temuan["code"], "ruleIndex": ke[temuan["code"]], "level": TINGKAT[temuan["level"]],
        "message": {"text": pesan}, "locations": [letak], "partialFingerprints": {"kinerjaTempat/v1": sidik[:32]},
        "properties": {k: bersih(temuan[k], 500) for k in ("name", "rujukan") if temuan[k]},
    }  # fmt: skip
    if dispensasi(temuan, lang):
        alasan = dispensasi(temuan, lang)
        hasil["suppressions"] = [{"kind": "external", "status": "accepted", "justification": alasan}]
    return hasil


def _daerah(sel: str) -> dict[str, int]:
    """Row and column of the cell; line 1 for what concerns a sheet or the whole file."""
    sel = sel.partition(":")[0]
    huruf = sel.rstrip("0123456789")
    angka = sel[len(huruf) :]
    if not (huruf.isascii() and huruf.isalpha() and angka and int(angka)):
        return {"startLine": 1}
    return {"startLine": int(angka), "startColumn": kolom_angka(huruf)}


def _tidak_terbaca(satu: dict[str, Any], berkas: dict[str, Any], lang: str) -> dict[str, Any]:
    pesan = "; ".join(bersih(t["message"], 500) for t in satu["findings"][:3]) or KATA[lang]["tidak-terbaca"]
    return {
        "level": "error", "message": {"text": pesan},
        "locations": [{"physicalLocation": {"artifactLocation": dict(berkas)}}],
    }  # fmt: skip


def _atas_ronde(temuan: dict[str, Any], ke: dict[str, int], lang: str) -> dict[str, Any]:
    """A finding about the round has no file to stand at, and viewers refuse a result without one: a notification."""
    return {
        "level": TINGKAT[temuan["level"]], "message": {"text": bersih(temuan["message"], 2000)},
        "associatedRule": {"id": temuan["code"], "index": ke[temuan["code"]]},
        "locations": [{"logicalLocations": [{"fullyQualifiedName": tempat(temuan, lang), "kind": "office"}]}],
    }  # fmt: skip
