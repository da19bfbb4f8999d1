"""What would change: the same data under the rule of one fiscal year and under that of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.masa import Bilangan, Masa
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.sel import rapikan
from kinerja_xl.functions import get
from kinerja_xl.iku.ikpa import bobot
from kinerja_xl.resep.daftar import bidang, catatan, padanan
from kinerja_xl.resep.hitung_ikpa import PENGURANG
from kinerja_xl.resep.kelas import PITA

SKOR = "skor"  # the one range whose rows change from version to version
BOBOT = "bobot_"


@dataclass(frozen=True)
class Sisi:
    """One of the two years. nilai: result (None with tolak: why there is none); masuk: what was used, by name;
    tak_muat: data without a place in this version; belum: what this version asks for and the data do not have."""

    tahun: int
    fungsi: str
    masa: Masa
    nilai: Any
    tolak: str
    kelas: str | None
    masuk: Mapping[str, Any]
    bobot: Mapping[str, float]
    tak_muat: tuple[str, ...]
    belum: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For machines."""
        m = self.masa
        return {
            "tahun": self.tahun, "fungsi": self.fungsi, "versi": m.versi, "aturan": m.judul, "rujukan": m.rujukan,
            "bukti": m.bukti, "tahun_awal": m.tahun_awal, "tahun_akhir": m.tahun_akhir, "nilai": self.nilai,
            "tolak": self.tolak, "kelas": self.kelas, "masuk": dict(self.masuk), "bobot": dict(self.bobot),
            "tak_muat": list(self.tak_muat), "belum": list(self.belum),
        }  # fmt: skip


@dataclass(frozen=True)
class Perbandingan:
    """Both years. parameter: numbers of the rule that differ, as (name, first, second); None = not in that version."""

    nama: str
    kiri: Sisi
    kanan: Sisi
    parameter: tuple[tuple[str, Bilangan | None, Bilangan | None], ...]
    saran: tuple[Mapping[str, Any], ...]
    catatan: tuple[Mapping[str, Any], ...]

    @property
    def sama_aturan(self) -> bool:
        """Do both years have the same rule?"""
        return self.kiri.masa.versi == self.kanan.masa.versi

    @property
    def selisih(self) -> float | None:
        """Second minus first; None when one of them is no number."""
        a, b = self.kiri.nilai, self.kanan.nilai
        return b - a if isinstance(a, (int, float)) and isinstance(b, (int, float)) else None

    @property
    def pindah_kelas(self) -> bool:
        """Is the class another one?"""
        return None not in (self.kiri.kelas, self.kanan.kelas) and self.kiri.kelas != self.kanan.kelas

    def to_dict(self) -> dict[str, Any]:
        """For machines."""
        return {
            "fungsi": self.nama, "sama_aturan": self.sama_aturan, "kiri": self.kiri.to_dict(),
            "kanan": self.kanan.to_dict(), "selisih": self.selisih, "pindah_kelas": self.pindah_kelas,
            "parameter": [{"nama": n, "kiri": _angka(a), "kanan": _angka(b)} for n, a, b in self.parameter],
            "saran": [dict(s) for s in self.saran], "catatan": [dict(c) for c in self.catatan],
        }  # fmt: skip


def _angka(nilai: Bilangan | None) -> float | None:
    return None if nilai is None else float(nilai)


def bandingkan(
    nama: str, kiri: int, kanan: int, data: Mapping[str, Any], sepadan: Mapping[str, str] | None = None
) -> Perbandingan:
    """Compute a function under the rules of two fiscal years.

    data: arguments by name; `skor` of IKPA by indicator ({"penyerapan": 90, ...}), or as rows together with `tahun`,
    the year whose rows they are. sepadan: old indicator name -> new one, where the office itself takes them for the
    same; nothing is mapped unasked.
    """
    aturan = get(nama)
    isi = _bernama(aturan, data)
    for usul in padanan(aturan.keluarga):
        if (sepadan or {}).get(usul["lama"]) == usul["baru"] and not usul["pindah"]:
            raise KinerjaError(f"padanan {usul['lama']} = {usul['baru']} tidak dapat dipakai: {usul['catatan']}")
    a, b = (_sisi(aturan, tahun, isi, sepadan or {}) for tahun in (kiri, kanan))
    _periksa_nama(aturan, isi, sepadan or {})
    beda = () if a.masa.versi == b.masa.versi else _beda(a.masa, b.masa)
    usulan = tuple(s for s in padanan(aturan.keluarga) if _berguna(s, a, b))
    antara = range(min(kiri, kanan) + 1, max(kiri, kanan) + 1)
    lain = tuple(c for c in catatan(aturan.keluarga) if not c["sejak"] or c["sejak"] in antara)
    return Perbandingan(aturan.nama, a, b, beda, usulan, () if a.masa.versi == b.masa.versi else lain)


def _bernama(aturan: Indikator, data: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments by name; the rows of `skor` by indicator."""
    isi = {k: v for k, v in data.items() if k != "tahun"}
    if SKOR not in isi or aturan.nama != "IKPA_SCORE":
        return isi
    skor = isi.pop(SKOR)
    if isinstance(skor, Mapping):
        return {**isi, **skor}
    if data.get("tahun") is None:
        raise KinerjaError(
            "skor ditulis sebagai daftar; tulis juga 'tahun' susunannya, atau pakai nama: skor.penyerapan"
        )
    masa = aturan.masa(int(data["tahun"]))
    sel, nama = [n for baris in rapikan(skor) for n in baris], _nama_baris(masa)
    if len(sel) > len(nama):
        raise KinerjaError(f"{masa.judul} punya paling banyak {len(nama)} baris skor, diberi {len(sel)}")
    return {**isi, **{n: s for n, s in zip(nama, sel, strict=False) if s is not None}}


def _nama_baris(masa: Masa) -> list[str]:
    return [*bobot(masa), *([PENGURANG] if masa.bulat("baris_pengurang") else [])]


def _aturan_tahun(aturan: Indikator, tahun: int) -> tuple[Indikator, Masa]:
    """The function that holds in a year: itself, or its sister where the rule was replaced by another one."""
    try:
        return aturan, aturan.masa(tahun)
    except KinerjaError:
        lapang = bidang().get(aturan.nama)
        if lapang is None or not lapang.saudara:
            raise
        lain = get(lapang.saudara)
        return lain, lain.masa(tahun)


def _sisi(aturan: Indikator, tahun: int, isi: Mapping[str, Any], sepadan: Mapping[str, str]) -> Sisi:
    fungsi, masa = _aturan_tahun(aturan, tahun)
    argumen = [a for a in fungsi.argumen if a.nama != "tahun"]
    ikpa = fungsi.nama == "IKPA_SCORE"
    baris = _nama_baris(masa) if ikpa else []
    nama = [*baris, *[a.nama for a in argumen if not (ikpa and a.nama == SKOR)]]
    balik = {baru: lama for lama, baru in sepadan.items() if lama in isi}
    masuk = {n: isi[n] if n in isi else isi[balik[n]] for n in nama if n in isi or n in balik}
    susun: list[Any] = [
        [[masuk.get(n)] for n in baris] if ikpa and a.nama == SKOR else masuk.get(a.nama) for a in argumen
    ]
    try:
        nilai, tolak = fungsi.fungsi(masa, *susun), ""
    except KinerjaError as salah:
        nilai, tolak = None, str(salah)
    pakai = set(masuk) | {balik[n] for n in masuk if n in balik and n not in isi}
    wajib = [*baris, *[a.nama for a in argumen if not a.opsional and not (ikpa and a.nama == SKOR)]]
    return Sisi(
        tahun, fungsi.nama, masa, nilai, tolak or ("belum ada data" if nilai is None else ""),
        _kelas(fungsi.nama, nilai, masa), masuk, _bobot(masa, masuk), tuple(n for n in isi if n not in pakai),
        tuple(n for n in wajib if n not in masuk and n != PENGURANG),
    )  # fmt: skip


def _satu_argumen(nama: str, baris: list[str], masuk: Mapping[str, Any]) -> Any:
    return [[masuk.get(n)] for n in baris] if baris and nama == SKOR else masuk.get(nama)


def _kelas(nama: str, nilai: Any, masa: Masa) -> str | None:
    """Class under the bands of this version."""
    if isinstance(nilai, str):
        return nilai
    lapang = bidang().get(nama)
    pita = PITA.get(lapang.kelas) if lapang else None
    if nilai is None or not any(p.nama == pita for p in masa.pita):
        return None
    return masa.ambil_pita(str(pita)).kelas(nilai)


def _bobot(masa: Masa, masuk: Mapping[str, Any]) -> dict[str, float]:
    """Weights of the inputs that have one."""
    semua = {p.nama[len(BOBOT) :]: float(p.nilai) for p in masa.parameter if p.nama.startswith(BOBOT)}
    return {n: b for n, b in semua.items() if n in masuk or f"nilai_{n}" in masuk}


def _periksa_nama(aturan: Indikator, isi: Mapping[str, Any], sepadan: Mapping[str, str]) -> None:
    """Every name of the data is known to some version of the rule; a misspelt one is an error, not a leftover."""
    lapang = bidang().get(aturan.nama)
    keluarga = [aturan, *([get(lapang.saudara)] if lapang and lapang.saudara else [])]
    dikenal = {a.nama for f in keluarga for a in f.argumen}
    if aturan.nama == "IKPA_SCORE":
        dikenal |= {n for m in aturan.buku.masa for n in _nama_baris(m)}
    for nama in (*isi, *sepadan, *sepadan.values()):
        if nama not in dikenal:
            raise KinerjaError(f"nama '{nama}' tidak dikenal {aturan.nama}.{saran(nama, dikenal)}")


def _beda(a: Masa, b: Masa) -> tuple[tuple[str, Bilangan | None, Bilangan | None], ...]:
    kiri, kanan = ({p.nama: p.nilai for p in m.daftar()} for m in (a, b))
    return tuple((n, kiri.get(n), kanan.get(n)) for n in dict.fromkeys((*kiri, *kanan)) if kiri.get(n) != kanan.get(n))


def _berguna(usul: Mapping[str, Any], a: Sisi, b: Sisi) -> bool:
    """Is the old name a leftover of one side while the other name is missing or asked for there?"""
    return any(
        usul[x] in satu.tak_muat and usul[y] in _nama_masa(satu) and usul[y] not in satu.masuk
        for satu in (a, b)
        for x, y in (("lama", "baru"), ("baru", "lama"))
    )


def _nama_masa(satu: Sisi) -> list[str]:
    return _nama_baris(satu.masa) if satu.fungsi == "IKPA_SCORE" else []
