"""What the workbook `ikm` needs besides the common context: unsur, groups, years of the trend, table sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.bahasa import bahasa_konteks, kata, katalog
from kinerja_xl.spec.profil import Profil
from kinerja_xl.spec.profil_ikm import ProfilIkm
from kinerja_xl.spec.survei import Survei, muat_survei

BARIS = {"responden": 400, "layanan": 15}
_RIWAYAT = 4  # years before this one on the trend
_KELOMPOK = ("jenis_kelamin", "umur", "pendidikan", "pekerjaan")


def tambahan(jenis: str, tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Keys to add to the context of an `ikm` workbook; nothing for other kinds."""
    if jenis != "ikm":
        return {}
    survei, sendiri = muat_survei(), _milik(profil)
    baris = {**konteks["baris"], **{k: profil.baris.get(k, bawaan) for k, bawaan in BARIS.items()}}
    if len(sendiri.layanan) > baris["layanan"]:
        raise KinerjaError(
            f"profil: [ikm] menyebut {len(sendiri.layanan)} layanan, tabelnya {baris['layanan']} baris; "
            "perbesar [baris] layanan"
        )
    bahasa = bahasa_konteks(konteks)
    kelompok, riwayat = dict(_kelompok(survei, sendiri, bahasa)), [{"tahun": t} for t in range(tahun - _RIWAYAT, tahun)]
    return {
        "baris": baris,
        "unsur": [_unsur(no, satu, bahasa) for no, satu in enumerate(survei.unsur, 1)],
        "kelompok": {**kelompok, "layanan": [{} for _ in range(baris["layanan"])]},
        "demografi": [
            {"kelompok": _judul(survei, k, bahasa) if ke == 1 else "", "tabel": k, "ke": ke, **r}
            for k in _KELOMPOK
            for ke, r in enumerate(kelompok[k], 1)
        ],
        "riwayat": riwayat,
        "perkembangan": [
            *({"tahun": r["tahun"], "ke": ke} for ke, r in enumerate(riwayat, 1)),
            {"tahun": tahun, "ke": 1},
        ],
        "survei": {
            "keterangan": kata(bahasa, survei.keterangan),
            "mutu_sejak": _mutu_sejak(tahun),
            **{k: _kotak(kelompok[k], bahasa) for k in _KELOMPOK if k != "umur"},
        },
    }


def isi_ikm(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Prefills: services, number of users, last year's index where an indicator has it."""
    sendiri = _milik(profil)
    hasil: dict[str, Any] = {"ikm_layanan": [{"layanan": nama} for nama in sendiri.layanan]}
    if sendiri.populasi is not None:
        hasil["ikm_populasi"] = sendiri.populasi
    lalu = next((i["realisasi_lalu"] for i in konteks["indikator"] if i["fungsi"] == "IKM_SCORE"), None)
    if lalu is not None and konteks.get("riwayat"):
        hasil["ikm_riwayat"] = {str(len(konteks["riwayat"])): {"nilai": lalu}}
    return hasil


def _milik(profil: Profil) -> ProfilIkm:
    ada = profil.bagian.get("ikm")
    return ada if isinstance(ada, ProfilIkm) else ProfilIkm()


def _judul(survei: Survei, kunci: str, bahasa: str) -> str:
    return kata(bahasa, survei.kolom_bernama(kunci).judul).partition(" (")[0]


def _unsur(no: int, satu: Any, bahasa: str) -> dict[str, Any]:
    jawab = {f"jawab{n}": kata(bahasa, teks) for n, teks in enumerate(satu.jawaban, 1)}
    return {
        "no": no,
        "kunci": satu.kunci,
        "kode": satu.kode,
        "nama": kata(bahasa, satu.nama),
        "tanya": kata(bahasa, satu.tanya),
        **jawab,
    }


def _kelompok(survei: Survei, sendiri: ProfilIkm, bahasa: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for kunci in _KELOMPOK:
        if kunci == "umur":
            yield kunci, [{**satu, "nama": kata(bahasa, str(satu["nama"]))} for satu in survei.umur]
        else:
            daftar = getattr(sendiri, kunci, ()) or survei.kolom_bernama(kunci).kelompok
            yield kunci, [{"nama": nama} for nama in daftar]


def _mutu_sejak(tahun: int) -> int:
    """First year whose classes are those of this year: an older score keeps its number, but gets no class here."""
    buku = keluarga("ikm")
    return next((m for m in buku.masa if m.memuat(tahun)), buku.untuk()).tahun_awal


def _kotak(daftar: list[dict[str, Any]], bahasa: str) -> str:
    """Boxes to tick; a word of ours that stays Indonesian is explained beside it."""
    arti = katalog(bahasa).kata
    nama = [str(satu["nama"]) for satu in daftar]
    return "     ".join(f"☐ {n} ({arti[n]})" if arti.get(n) else f"☐ {n}" for n in nama)
