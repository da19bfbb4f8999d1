"""Build the submissions of docs/contoh-repo: a complete agreement, and one whose date of signing is missing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_xl.build import generate
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import berkas_contoh

TEMPAT = Path(__file__).resolve().parent.parent / "docs" / "contoh-repo" / "kiriman"
LENGKAP, KURANG = "balai-kipm-balikpapan/pk-2024.xlsx", "kecamatan-contoh/pk-2024.xlsx"


def bangun_contoh(folder: Path = TEMPAT) -> list[Path]:
    """Write both workbooks below a folder."""
    for satu in (LENGKAP, KURANG):
        (folder / satu).parent.mkdir(parents=True, exist_ok=True)
    data = templates() / "contoh" / "balai-kipm-2024" / "pk.toml"
    with TemporaryDirectory() as kerja:
        kosong = generate("pk", tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=Path(kerja) / "k.xlsx")
        fill(kosong, data, folder / LENGKAP, timpa=True)
    generate("pk", tahun=2024, profil=berkas_contoh("kecamatan"), out=folder / KURANG, timpa=True)
    return [folder / LENGKAP, folder / KURANG]


if __name__ == "__main__":
    for satu in bangun_contoh():
        print(satu.relative_to(TEMPAT))
