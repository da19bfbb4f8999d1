"""kinerja tanda-terima: verify again what a receipt says, and tell whether the same comes out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError

_KATA = {
    "id": {
        "cocok": "COCOK: {n} berkas diperiksa lagi, putusan dan temuannya sama dengan tanda terima.",
        "beda": "TIDAK COCOK: {n} perbedaan.", "program": "Program lain: tanda terima {ada}, di sini {kini}.",
        "aturan": "Buku aturan lain: tanda terima {ada}, di sini {kini}. Pasang versi kinerja-xl yang sama.",
        "ronde": "Ronde atau hasilnya lain.", "dispensasi": "Dispensasi atau pemakaiannya lain.",
        "hilang": "{path}: tidak ada di antara berkas yang diperiksa sekarang.",
        "baru": "{path}: tidak tercantum dalam tanda terima.",
        "sha256": "{path}: isi berkas bukan yang diperiksa waktu itu (sidiknya lain).",
        "verdict": "{path}: putusan tanda terima {ada}, sekarang {kini}.",
        "temuan": "{path}: temuannya tidak sama dengan waktu itu.",
    },
    "en": {
        "cocok": "SAME: {n} files verified again, verdicts and findings equal the receipt.",
        "beda": "NOT THE SAME: {n} differences.", "program": "Other program: receipt {ada}, here {kini}.",
        "aturan": "Other rule book: receipt {ada}, here {kini}. Install the same version of kinerja-xl.",
        "ronde": "The round or its outcome differs.", "dispensasi": "The dispensations or their use differ.",
        "hilang": "{path}: not among the files verified now.", "baru": "{path}: not listed in the receipt.",
        "sha256": "{path}: this is not the content verified then (other hash).",
        "verdict": "{path}: verdict on the receipt {ada}, now {kini}.",
        "temuan": "{path}: the findings are not those of then.",
    },
}  # fmt: skip


@click.command("tanda-terima", short_help="Periksa ulang sebuah tanda terima.")
@click.argument("tanda", type=click.Path(path_type=Path), metavar="TANDA.json")
@click.argument("jalur", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BERKAS|FOLDER...")
@click.option("--ronde", type=click.Path(path_type=Path), help="Berkas ronde, bila waktu itu dipakai.")
@click.option("--dispensasi", type=click.Path(path_type=Path), help="Berkas dispensasi, bila waktu itu dipakai.")
@click.option("--per-tanggal", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]), metavar="TGL", help="Seperti waktu itu.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Jumlah proses.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    tanda: Path,
    jalur: tuple[Path, ...],
    ronde: Path | None,
    dispensasi: Path | None,
    per_tanggal: datetime.datetime | None,
    jobs: int,
) -> int:
    """Periksa lagi BERKAS dengan syarat yang tercatat di TANDA.json (dari verify --tanda-terima).

    Status keluar 0: hasilnya sama; 1: ada yang berbeda.
    """
    from kinerja_xl.report.tanda_terima import baca, susun
    from kinerja_xl.verify import verify

    lama = baca(tanda.read_bytes())
    syarat: Mapping[str, Any] = lama["syarat"]
    if (lama["ronde"] and not ronde) or (lama["dispensasi"] and not dispensasi):
        raise KinerjaError("tanda terima ini dibuat dengan --ronde atau --dispensasi; sebutkan berkas yang sama.")
    laporan = verify(
        jalur, tahun=syarat["tahun"], tegas=syarat["tegas"], abaikan=syarat["abaikan"], mesin=syarat["mesin"],
        ronde=ronde, dispensasi=dispensasi, per_tanggal=per_tanggal.date() if per_tanggal else None, jobs=jobs,
    )  # fmt: skip
    kata = _KATA[atur.lang]
    beda = [kata[kunci].format(**isi) for kunci, isi in _beda(lama, susun(laporan))]
    for baris in beda:
        click.echo(baris)
    click.echo(kata["beda"].format(n=len(beda)) if beda else kata["cocok"].format(n=len(lama["berkas"])))
    return int(bool(beda))


def _beda(lama: Mapping[str, Any], kini: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What differs, in words: rules first, since they explain the rest."""
    for kunci, bidang in (("program", "kinerja_xl"), ("aturan", "aturan")):
        if lama[bidang] != kini[bidang]:
            yield kunci, {"ada": str(lama[bidang])[:16], "kini": str(kini[bidang])[:16]}
    for kunci in ("ronde", "dispensasi"):
        if lama[kunci] != kini[kunci]:
            yield kunci, {}
    dulu, sekarang = ({b["path"]: b for b in satu["berkas"]} for satu in (lama, kini))
    for path in sorted(dulu.keys() | sekarang.keys()):
        if path not in sekarang or path not in dulu:
            yield ("hilang" if path in dulu else "baru"), {"path": path}
            continue
        a, b = dulu[path], sekarang[path]
        for bidang in ("sha256", "verdict", "temuan"):
            if a[bidang] != b[bidang]:
                yield bidang, {"path": path, "ada": a[bidang], "kini": b[bidang]}
                break
