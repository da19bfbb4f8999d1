"""The main part of the package: is this a spreadsheet, and which part is the workbook?"""

from __future__ import annotations

from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.paket import Isi
from kinerja_xl.read.xml import KETAT, urai

_SS = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_BUKU = _SS + "sheet.main+xml"
_TEMPLAT = _SS + "template.main+xml"
_LAIN = {"wordprocessingml": "dokumen Word", "presentationml": "presentasi PowerPoint", "visio": "gambar Visio"}
_FOLDER = {"word/": "dokumen Word", "ppt/": "presentasi PowerPoint", "visio/": "gambar Visio"}


def bagian_utama(isi: Isi, catatan: Catatan) -> str | None:
    """Name of the workbook part; None with a finding when the package is something else."""
    if _bukan_buku(isi, catatan):
        return None
    if isi.paket.isi("[Content_Types].xml") is None and not isi.paket.tahu_rusak("[Content_Types].xml"):
        catatan.catat("BERKAS-50", None, bagian="[Content_Types].xml")
    calon = [h for h in isi.hubungan("").values() if h.jenis == "officeDocument"]
    if any(h.tipe.startswith(KETAT) for h in calon):
        catatan.catat("BERKAS-15", None, bagian="_rels/.rels")
        return None
    if len(calon) > 1:
        catatan.catat("BERKAS-53", None, bagian="_rels/.rels", target=calon[1].target)
    if not calon:
        if not isi.paket.tahu_rusak("_rels/.rels"):
            catatan.catat("BERKAS-50", None, bagian="_rels/.rels")
        return None
    if calon[0].bagian is None:
        return None
    asli = isi.paket.nama_asli(calon[0].bagian)
    if asli is None:
        if not isi.paket.tahu_rusak(calon[0].bagian):
            catatan.catat("BERKAS-50", None, bagian=calon[0].bagian)
        return None
    return asli if _tipe_utama(isi.tipe(asli), asli, isi, catatan) else None


def _bukan_buku(isi: Isi, catatan: Catatan) -> bool:
    """OpenDocument files and plain archives are told apart from broken workbooks."""
    bagian, paket = isi.paket.bagian, isi.paket
    mime = bagian.get("mimetype", b"")[:80]
    if mime.startswith(b"application/vnd.oasis.opendocument") or "META-INF/manifest.xml" in bagian:
        catatan.catat("BERKAS-12", None)
    elif not any(n.lower().startswith(("xl/", "word/", "ppt/", "visio/", "_rels/")) for n in bagian):
        if paket.isi("[Content_Types].xml") is None and not paket.rusak:
            catatan.catat("BERKAS-16", None)
            return True
        return False
    else:
        return False
    return True


def _tipe_utama(tipe: str, bagian: str, isi: Isi, catatan: Catatan) -> bool:
    """True when the main part may be read as a workbook."""
    kecil = tipe.lower()
    if tipe == _BUKU:
        return True
    if tipe == _TEMPLAT:
        catatan.catat("BERKAS-19", None, bagian=bagian)
        return True
    if "sheet.binary" in kecil or bagian.lower().endswith(".bin"):
        catatan.catat("BERKAS-14", None, bagian=bagian)
        return False
    if "macroenabled" in kecil and "ms-excel" in kecil:
        catatan.catat("AKTIF-17", None, bagian=bagian)
        return True
    for potong, jenis in (*_LAIN.items(), *_FOLDER.items()):
        if potong in kecil or bagian.lower().startswith(potong):
            catatan.catat("BERKAS-13", None, jenis=jenis)
            return False
    if isi.paket.isi("[Content_Types].xml") is not None:
        catatan.catat("BERKAS-51", None, bagian=bagian, tipe=tipe, seharusnya=_BUKU)
    return bagian.lower().endswith(".xml")


def periksa_bagian_lain(isi: Isi, catatan: Catatan) -> None:
    """Parts the model does not need must still be clean XML: other programs will read them."""
    for nama, data in isi.paket.bagian.items():
        tipe = isi.tipe(nama)
        if nama not in catatan.terurai and (tipe.endswith(("+xml", "/xml")) or nama.lower().endswith(".xml")):
            urai(data, nama, catatan)
