"""Contact sheets for the docs: pages of every workbook of the filled Balai example, printed through LibreOffice.

python .ci/gambar.py [FOLDER]   writes lembar-rencana.png and lembar-laporan.png (into docs/gambar when not told where)

Needs LibreOffice and poppler; the pictures are put together here, without an imaging library.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.build import generate
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.edit.cetak_pdf import cetak
from kinerja_xl.spec.profil import berkas_contoh

PROFIL, TAHUN = "balai-kipm-2024", 2024
KELUARGA = {
    "lembar-rencana": ("renstra", "renja", "pk", "rencana-aksi", "rka", "rka-satker", "iku", "sop"),
    "lembar-laporan": ("ikm", "pengukuran", "lkj", "laporan-bulanan", "laporan-semesteran", "laporan-tahunan", "sakip"),
}
SISI, JARAK, LAJUR, PER_JENIS = 400, 12, 5, 3
LATAR = (200, 200, 200)
# Pages that look alike in every workbook, and those that only guide whoever fills it in.
LEWATI = ("KALENDER KERJA", "PARAMETER PERATURAN", "CATATAN SUMBER", "Bunyi dokumen", "Urutan mengisi", "IDENTITAS")


@dataclass(frozen=True)
class Gambar:
    """Pixels in rows of RGB."""

    lebar: int
    tinggi: int
    isi: bytes


def buku(jenis: str, folder: Path) -> Path:
    """The filled example of a kind."""
    tujuan = folder / f"{jenis}.xlsx"
    generate(jenis, tahun=TAHUN, profil=berkas_contoh(PROFIL), out=tujuan, sop="rka" if jenis == "sop" else "")
    contoh = templates() / "contoh" / PROFIL / f"{jenis}.toml"
    return fill(tujuan, contoh, tujuan, timpa=True) if contoh.is_file() else tujuan


def halaman(pdf: Path) -> list[int]:
    """Pages worth showing."""
    teks = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout
    semua = teks.decode("utf-8", "replace").split("\f")[:-1]
    return [n for n, isi in enumerate(semua, 1) if _berjudul(isi) and not any(k in isi for k in LEWATI)][:PER_JENIS]


def _berjudul(isi: str) -> bool:
    """Does the page begin with a title in capitals? One that goes on with a table does not."""
    return any(len(baris.strip()) > 10 and baris.isupper() for baris in [b for b in isi.splitlines() if b.strip()][:4])


def lukis(pdf: Path, nomor: int) -> Gambar:
    """One page as pixels, its longer side SISI."""
    perintah = ["pdftoppm", "-f", str(nomor), "-l", str(nomor), "-scale-to", str(SISI), str(pdf)]
    data = subprocess.run(perintah, capture_output=True, check=True).stdout
    kepala, ukuran, dalam, isi = data.split(b"\n", 3)
    if kepala != b"P6" or dalam != b"255":
        raise SystemExit(f"{pdf.name}, page {nomor}: not a PPM picture")
    lebar, tinggi = map(int, ukuran.split())
    return Gambar(lebar, tinggi, isi)


def susun(semua: list[Gambar]) -> Gambar:
    """The pages side by side on a grey ground."""
    lajur = -(-len(semua) // LAJUR)
    lebar, tinggi = LAJUR * (SISI + JARAK) + JARAK, lajur * (SISI + JARAK) + JARAK
    baris = [bytearray(bytes(LATAR) * lebar) for _ in range(tinggi)]
    for ke, satu in enumerate(semua):
        x = JARAK + ke % LAJUR * (SISI + JARAK) + (SISI - satu.lebar) // 2
        y = JARAK + ke // LAJUR * (SISI + JARAK) + (SISI - satu.tinggi) // 2
        for b in range(satu.tinggi):
            baris[y + b][x * 3 : (x + satu.lebar) * 3] = satu.isi[b * satu.lebar * 3 : (b + 1) * satu.lebar * 3]
    return Gambar(lebar, tinggi, b"".join(baris))


def png(gambar: Gambar) -> bytes:
    """The picture as a PNG; each row as the difference from the one above, which paper compresses well by."""
    sebaris = gambar.lebar * 3
    baris = [gambar.isi[y * sebaris : (y + 1) * sebaris] for y in range(gambar.tinggi)]
    atas, isi = bytes(sebaris), []
    for satu in baris:
        isi.append(b"\x02" + bytes((a - b) & 255 for a, b in zip(satu, atas, strict=True)))
        atas = satu
    kepala = struct.pack(">IIBBBBB", gambar.lebar, gambar.tinggi, 8, 2, 0, 0, 0)
    bagian = ((b"IHDR", kepala), (b"IDAT", zlib.compress(b"".join(isi), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in bagian
    )


def main(tujuan: Path) -> None:
    """Write the contact sheets."""
    with tempfile.TemporaryDirectory() as nama:
        kerja = Path(nama)
        for keluarga, daftar in KELUARGA.items():
            pdf = cetak([buku(jenis, kerja) for jenis in daftar])
            semua = [lukis(satu, n) for satu in pdf for n in halaman(satu)]
            berkas = tujuan / f"{keluarga}.png"
            berkas.write_bytes(png(susun(semua)))
            print(f"{berkas.name}: {len(semua)} pages, {berkas.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "docs" / "gambar")
