"""Table [kop] of a profile: the letterhead, with an optional logo beside the profile file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import jadikan
from kinerja_xl.spec.citra import ukuran_citra
from kinerja_xl.spec.profil import Profil

MAKS_BYTE, MAKS_PIKSEL = 100_000, 2000
FOLDER = "_folder"  # where the profile file lies; put in while a profile is loaded, never written


@dataclass(frozen=True)
class Kop:
    """Lines from top to bottom, blank ones left out; logo: file name of a picture, isi: its bytes."""

    pemda: str = ""
    instansi: str = ""
    alamat: str = ""
    kontak: str = ""
    logo: str = ""
    isi: bytes = b""


def baca(tabel: Any, tempat: str) -> Kop:
    """The table as read from a profile; tempat: where it stands, for messages."""
    isi = dict(tabel) if isinstance(tabel, Mapping) else tabel
    folder = isi.pop(FOLDER, "") if isinstance(isi, dict) else ""
    if isinstance(isi, dict) and "isi" in isi:
        raise KinerjaError(f"{tempat}: kunci 'isi' tidak dikenal. Gambar ditunjuk dengan logo = \"berkas.png\".")
    kop = jadikan(Kop, isi, tempat)
    for kunci in ("pemda", "instansi", "alamat", "kontak", "logo"):
        if not isinstance(getattr(kop, kunci), str) or len(getattr(kop, kunci)) > 200:
            raise KinerjaError(f"{tempat}: kunci '{kunci}' harus teks, paling panjang 200 huruf")
    return Kop(kop.pemda, kop.instansi, kop.alamat, kop.kontak, kop.logo, _logo(kop.logo, str(folder), tempat))


def dengan_folder(data: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The tables of a profile whose [kop] knows in which folder its logo lies."""
    kop = data.get("kop")
    return {**data, "kop": {**kop, FOLDER: str(folder)}} if isinstance(kop, Mapping) else dict(data)


def tambahan(jenis: str, tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Context keys: kop (only when the profile has one), and for SOP forms the text of its identity box."""
    kop, i = profil.bagian.get("kop"), profil.instansi
    if kop is None:
        return {"kop_teks": f"{i.induk.upper()}\n{i.nama.upper()}\n{i.alamat}"} if jenis == "sop" else {}
    baris = [
        {"teks": teks, "gaya": gaya}
        for teks, gaya in (
            (kop.pemda or i.induk.upper(), "kop_atas"), (kop.instansi or i.nama.upper(), "kop_nama"),
            (kop.alamat or i.alamat, "kop_kecil"), (kop.kontak, "kop_kecil"),
        )
        if teks
    ]  # fmt: skip
    hasil: dict[str, Any] = {"baris": baris}
    if kop.isi:
        rupa, lebar, tinggi = ukuran_citra(kop.isi)
        hasil["logo"] = {
            "nama": Path(kop.logo).name, "jenis": rupa, "lebar": lebar, "tinggi": tinggi,
            "sha256": hashlib.sha256(kop.isi).hexdigest(), "data": base64.b64encode(kop.isi).decode("ascii"),
        }  # fmt: skip
    return {"kop": hasil, **({"kop_teks": "\n".join(b["teks"] for b in baris)} if jenis == "sop" else {})}


def dari_konteks(konteks: Mapping[str, Any]) -> Kop | None:
    """The letterhead that a context holds; it comes with a file, so the picture is looked at again."""
    asal = konteks.get("kop")
    if not isinstance(asal, Mapping):
        return None
    teks = {b["gaya"]: [] for b in asal["baris"]}  # type: ignore[var-annotated]
    for satu in asal["baris"]:
        teks[satu["gaya"]].append(str(satu["teks"]))
    kecil = [*teks.get("kop_kecil", []), "", ""]
    logo = asal.get("logo") or {}
    isi = bytes_logo(konteks) if logo else b""
    return Kop(
        "".join(teks.get("kop_atas", [])), "".join(teks.get("kop_nama", [])), kecil[0], kecil[1],
        str(logo.get("nama", "")), isi,
    )  # fmt: skip


def bytes_logo(konteks: Mapping[str, Any]) -> bytes:
    """The bytes of the logo of a context. Raises KinerjaError when they are not what their hash says."""
    try:
        logo = konteks["kop"]["logo"]
        isi = base64.b64decode(logo["data"], validate=True)
    except (KeyError, TypeError, ValueError) as salah:
        raise KinerjaError("kop: data logo rusak") from salah
    if len(isi) > MAKS_BYTE or hashlib.sha256(isi).hexdigest() != logo["sha256"]:
        raise KinerjaError("kop: data logo rusak")
    ukuran_citra(isi)
    return isi


def _logo(nama: str, folder: str, tempat: str) -> bytes:
    if not nama:
        return b""
    berkas = Path(folder) / nama
    if not berkas.is_file():
        raise KinerjaError(f"{tempat}: logo '{nama}' tidak ada. Taruh gambarnya di folder yang sama dengan profil.")
    besar = berkas.stat().st_size
    if besar > MAKS_BYTE:
        raise KinerjaError(
            f"{tempat}: logo '{nama}' {besar // 1000} kB, paling besar {MAKS_BYTE // 1000} kB. "
            "Perkecil gambarnya; 300 x 300 piksel sudah cukup."
        )
    isi = berkas.read_bytes()
    try:
        _, lebar, tinggi = ukuran_citra(isi)
    except KinerjaError as salah:
        raise KinerjaError(f"{tempat}: logo '{nama}' {salah.pesan}.") from salah
    if max(lebar, tinggi) > MAKS_PIKSEL:
        raise KinerjaError(
            f"{tempat}: logo '{nama}' {lebar} x {tinggi} piksel, paling besar {MAKS_PIKSEL} x {MAKS_PIKSEL}"
        )
    return isi
