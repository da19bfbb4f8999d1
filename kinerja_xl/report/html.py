"""The HTML report: one file without any outside part, for leaders and staff; read, filtered and printed offline.

Everything from a workbook passes Jinja's autoescape. A content security policy allows only the page's own style and
script, by their hashes; nothing is loaded, sent or run besides.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kinerja_xl import __version__
from kinerja_xl.report import html_berkas, html_isi
from kinerja_xl.report.baris import berkas_ronde
from kinerja_xl.report.html_grafik import Penomor
from kinerja_xl.report.html_kata import KATA
from kinerja_xl.report.kata import BIDANG_RONDE, baris_dispensasi, baris_instansi, butir
from kinerja_xl.report.kata import KATA as KATA_UMUM
from kinerja_xl.verify.laporan import PUTUSAN, Laporan
from kinerja_xl.verify.temuan import bersih

HALAMAN = Path(__file__).parent / "halaman"
_MAKS_RONDE = 500
_MAKS_INSTANSI = 5000


def tulis(laporan: Laporan) -> bytes:
    """The page as UTF-8."""
    isi, lang = laporan.to_dict(), laporan.lang
    kata, nomor, files = KATA[lang], Penomor(), isi["files"]
    baris = html_berkas.baris(files, lang)
    grafik = [g for g in (html_isi.grafik_topik(files, lang, kata), html_isi.grafik_target(files, lang, kata),
                          html_isi.grafik_telat(files, lang, kata)) if g]  # fmt: skip
    putusan, warna = html_isi.kalimat(isi["ringkasan"], kata, berkas_ronde(isi))
    gaya, skrip = _dalam("gaya.css"), _dalam("skrip.js")
    teks = _lingkungan().get_template("laporan.html").render(
        lang=lang, kata=kata, umum=KATA_UMUM[lang], tahun=isi["tahun"], versi=__version__, aturan=isi["aturan"],
        gaya=gaya, skrip=skrip, csp=_csp(gaya, skrip), putusan=putusan, warna=warna, ringkasan=isi["ringkasan"],
        ubin=html_isi.ubin(isi["ringkasan"], lang), ronde=_ronde(isi.get("ronde"), lang),
        dispensasi=baris_dispensasi(isi, lang),
        dahulu=html_isi.dahulu(files, lang), grafik=[(g, nomor.svg(g)) for g in grafik], baris=baris,
        rincian=[(b, html_berkas.rincian(b, lang, kata, nomor)) for b in baris if b["rinci"]],
        sisa_berkas=len(files) - len(baris), sisa_rinci=len(files) - min(len(files), html_berkas.MAKS_RINCI),
        pilihan_putusan=[p for p in reversed(PUTUSAN) if any(f["verdict"] == p for f in files)],
        pilihan_topik=sorted({t for b in baris for t in b["topik"].split()}),
    )  # fmt: skip
    return teks.encode("utf-8", "replace")


@cache
def _lingkungan() -> Environment:
    """Undefined names are errors; everything is escaped."""
    return Environment(
        loader=FileSystemLoader(HALAMAN, encoding="utf-8"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


@cache
def _dalam(nama: str) -> Markup:
    """Our own style or script, as it stands between its tags."""
    return Markup((HALAMAN / nama).read_text(encoding="utf-8").replace("\r\n", "\n"))  # ours, never of a workbook


def _csp(gaya: str, skrip: str) -> str:
    def sidik(teks: str) -> str:
        return base64.b64encode(hashlib.sha256(teks.encode("utf-8")).digest()).decode("ascii")

    return (
        f"default-src 'none'; style-src 'sha256-{sidik(gaya)}'; script-src 'sha256-{sidik(skrip)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _ronde(ronde: Any, lang: str) -> dict[str, Any] | None:
    if not ronde:
        return None
    umum = KATA_UMUM[lang]
    bagian = [(umum[s], ronde.get(b) or []) for b, s in BIDANG_RONDE.items()]
    return {
        "nama": bersih(str(ronde.get("nama") or ""), 200),
        "tenggat": umum["tenggat"].format(tenggat=bersih(str(ronde["tenggat"]), 60)) if ronde.get("tenggat") else "",
        "bagian": [(s, len(isi), [butir(satu) for satu in isi[:_MAKS_RONDE]], max(len(isi) - _MAKS_RONDE, 0))
                   for s, isi in bagian],
        "baris": baris_instansi(ronde)[:_MAKS_INSTANSI], "sisa": max(len(baris_instansi(ronde)) - _MAKS_INSTANSI, 0),
    }  # fmt: skip
