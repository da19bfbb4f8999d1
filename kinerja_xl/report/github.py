"""GitHub annotations: one `::error file=...` line a kind of finding and file, the worst first."""

from __future__ import annotations

from typing import Any

from kinerja_xl.report.baris import berkas_ronde
from kinerja_xl.report.kata import KATA, dispensasi, judul, tempat
from kinerja_xl.verify.laporan import Laporan
from kinerja_xl.verify.temuan import TINGKAT, bersih

PERINTAH = {"galat": "error", "peringatan": "warning", "info": "notice"}


def tulis(laporan: Laporan) -> bytes:
    """Lines for the log of a step. GitHub shows ten errors and ten warnings a step, so repeats share a line."""
    baris = []
    isi = laporan.to_dict()
    for satu in [*isi["files"], *berkas_ronde(isi)]:
        jalur = laporan.letak.get(satu["path"], satu["path"])
        for kode in dict.fromkeys(t["code"] for t in satu["findings"]):
            sejenis = [t for t in satu["findings"] if t["code"] == kode]
            for tingkat in TINGKAT:
                sama = [t for t in sejenis if t["level"] == tingkat]
                if sama and (tingkat != "info" or dispensasi(sama[0], laporan.lang)):
                    baris.append((TINGKAT.index(tingkat), _baris(jalur, sama, laporan.lang)))
    return "".join(teks for _, teks in sorted(baris, key=lambda b: b[0])).encode("utf-8", "backslashreplace")


def _baris(jalur: str, sama: list[dict[str, Any]], lang: str) -> str:
    pertama = sama[0]
    bagian = [bersih(pertama["message"], 1000), dispensasi(pertama, lang)]
    if len(sama) > 1:
        bagian.append(KATA[lang]["lagi"].format(n=len(sama) - 1))
    bagian.append(f"{KATA[lang]['perbaikan']}: {bersih(pertama['fix'], 1000)}" if pertama["fix"] else "")
    nama = f"{pertama['code']} {tempat(pertama, lang)}: {judul(pertama['code'], lang)}"
    berkas = f"file={_sifat(bersih(jalur, 1000))}," if jalur else ""
    kepala = f"{berkas}title={_sifat(nama)}"
    isi = _data("\n".join(b for b in bagian if b))
    return f"::{PERINTAH[pertama['level']]} {kepala}::{isi}\n"


def _data(teks: str) -> str:
    return teks.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _sifat(teks: str) -> str:
    return _data(teks).replace(":", "%3A").replace(",", "%2C")
