"""A round held against what was sent: not sent, sent twice, sent late, sent as another office."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kinerja_xl.core.ketat import saran
from kinerja_xl.verify.aturan_main.ronde import Instansi, Ronde
from kinerja_xl.verify.berkas import Pilihan, rapikan
from kinerja_xl.verify.laporan import HasilBerkas, putusan
from kinerja_xl.verify.temuan import Temuan, buat

BELUM = "belum"
Hasil = tuple[list[HasilBerkas], dict[str, Any]]


@dataclass(frozen=True)
class _Kiriman:
    """A file of the round: its number in the report, whose folder it lies in, and whose it says it is."""

    ke: int
    berkas: HasilBerkas
    folder: Instansi | None
    milik: Instansi | None
    diterima: datetime.datetime | None

    @property
    def dokumen(self) -> tuple[str, str, str]:
        """Same key: the same document."""
        nama = self.milik.nama if self.milik else self.berkas.instansi
        return nama, self.berkas.jenis, self.berkas.dokumen


def periksa_ronde(ronde: Ronde, berkas: Sequence[HasilBerkas], pilihan: Pilihan) -> Hasil:
    """The files with the round's findings, and the round's own part of the report."""
    kiriman = [_kiriman(ronde, ke, satu) for ke, satu in enumerate(berkas)]
    baru: dict[int, list[Temuan]] = {}
    for ke, temuan in (*_alamat(ronde, kiriman), *_ganda(kiriman), *_waktu(ronde, kiriman)):
        baru.setdefault(ke, []).append(temuan)
    keluar = [_dengan(satu, baru.get(ke, []), pilihan) for ke, satu in enumerate(berkas)]
    daftar = [_instansi(satu, ronde, kiriman, keluar) for satu in ronde.instansi]
    belum = rapikan(_belum(daftar, kiriman), (), pilihan)
    kirim = {satu.ke: satu for satu in kiriman}
    return keluar, {
        "nama": ronde.nama, "tahun": ronde.tahun, "tenggat": _teks(ronde.tenggat), "instansi": daftar,
        "belum": [{"instansi": t.data["instansi"], "jenis": t.data["jenis"]} for t in belum],
        "ganda": [satu.berkas.path for satu in kiriman if _ada(baru, satu.ke, "SIL-73", "SIL-74")],
        "terlambat": [
            {"path": satu.berkas.path, "diterima": _teks(satu.diterima)}
            for satu in kiriman if _ada(baru, satu.ke, "SIL-75")
        ],
        "salah_instansi": [kirim[ke].berkas.path for ke in sorted(baru) if _ada(baru, ke, "SIL-71", "SIL-72")],
        "findings": [satu.to_dict() for satu in belum],
    }  # fmt: skip


def _kiriman(ronde: Ronde, ke: int, satu: HasilBerkas) -> _Kiriman:
    folder = ronde.pemilik_folder(satu.path)
    milik = ronde.bernama(satu.instansi) if satu.instansi else folder
    return _Kiriman(ke, satu, folder, milik, ronde.penerimaan.cari(satu.path, satu.sha256))


def _dengan(satu: HasilBerkas, baru: list[Temuan], pilihan: Pilihan) -> HasilBerkas:
    if not baru:
        return satu
    lembar = list(dict.fromkeys(t.sheet for t in satu.findings if t.sheet))
    tambahan = rapikan(baru, lembar, pilihan)
    isi = (*tambahan, *satu.findings)  # they are about the whole file, and such findings come first
    return replace(satu, findings=isi, verdict=satu.verdict if satu.verdict == "tidak-terbaca" else putusan(isi))


def _alamat(ronde: Ronde, kiriman: Iterable[_Kiriman]) -> Iterator[tuple[int, Temuan]]:
    nama = {min(satu.sebutan): satu.nama for satu in ronde.instansi}
    for satu in kiriman:
        if not satu.berkas.instansi:
            continue
        if satu.milik is None and ronde.instansi:
            mirip = saran(satu.berkas.instansi, nama).strip()
            yield satu.ke, buat("SIL-71", ada=satu.berkas.instansi, ronde=ronde.nama, saran=mirip[:120])
        elif satu.folder is not None and satu.milik is not None and satu.folder is not satu.milik:
            yield satu.ke, buat("SIL-72", ada=satu.berkas.instansi, folder=satu.folder.folder, milik=satu.folder.nama)
        diminta = satu.milik.jenis if satu.milik and satu.milik.jenis else ronde.jenis
        if diminta and satu.berkas.jenis and satu.berkas.jenis not in diminta:
            yield satu.ke, buat("SIL-76", jenis=satu.berkas.jenis, diminta=", ".join(diminta))


def _ganda(kiriman: Iterable[_Kiriman]) -> Iterator[tuple[int, Temuan]]:
    """The same document in several files: the last one received counts; unknown order and other content is an error."""
    kelompok: dict[tuple[str, str, str], list[_Kiriman]] = {}
    for satu in kiriman:
        if satu.berkas.jenis and satu.berkas.instansi:
            kelompok.setdefault(satu.dokumen, []).append(satu)
    for isi in (satu for satu in kelompok.values() if len(satu) > 1):
        waktu = [satu.diterima for satu in isi]
        berurut = None not in waktu and len(set(waktu)) == len(waktu)
        sama = len({satu.berkas.sha256 for satu in isi}) == 1
        dihitung = max(isi, key=lambda s: s.diterima or datetime.datetime.min) if berurut else isi[0]
        for satu in isi:
            lain = ", ".join(s.berkas.path for s in isi if s is not satu)
            if not sama and not berurut:
                yield satu.ke, buat("SIL-73", lain=lain, jenis=_sebut(satu))
            elif satu is not dihitung:
                yield satu.ke, buat("SIL-74", dihitung=dihitung.berkas.path, jenis=_sebut(satu))


def _waktu(ronde: Ronde, kiriman: Iterable[_Kiriman]) -> Iterator[tuple[int, Temuan]]:
    if ronde.tenggat is None or not ronde.penerimaan.waktu:
        return
    for satu in kiriman:
        if satu.diterima is None:
            yield satu.ke, buat("SIL-77", tenggat=_teks(ronde.tenggat))
        elif satu.diterima > ronde.tenggat:
            yield satu.ke, buat("SIL-75", diterima=_teks(satu.diterima), tenggat=_teks(ronde.tenggat))


def _instansi(
    milik: Instansi, ronde: Ronde, kiriman: Sequence[_Kiriman], hasil: Sequence[HasilBerkas]
) -> dict[str, Any]:
    """One row of the round: each document asked for, with its files and their verdicts."""
    punya = [satu for satu in kiriman if satu.milik is milik]
    dokumen = []
    for jenis in dict.fromkeys((*(milik.jenis or ronde.jenis), *(s.berkas.jenis for s in punya if s.berkas.jenis))):
        berkas = [hasil[s.ke] for s in punya if s.berkas.jenis == jenis]
        isi = [{"path": b.path, "verdict": b.verdict} for b in berkas]
        dokumen.append({"jenis": jenis, "status": "diterima" if isi else BELUM, "berkas": isi})
    tak_terbaca = [s.berkas.path for s in punya if not s.berkas.jenis]
    return {"nama": milik.nama, "dokumen": dokumen, "tidak_dikenal": tak_terbaca}


def _belum(daftar: Iterable[dict[str, Any]], kiriman: Sequence[_Kiriman]) -> Iterator[Temuan]:
    for instansi in daftar:
        ada = len(instansi["tidak_dikenal"])
        for satu in instansi["dokumen"]:
            if satu["status"] == BELUM:
                yield buat(
                    "SIL-70", bagian=instansi["nama"], instansi=instansi["nama"], jenis=satu["jenis"], tidak_dikenal=ada
                )
        if not instansi["dokumen"] and not ada:
            yield buat("SIL-70", bagian=instansi["nama"], instansi=instansi["nama"], jenis="apa pun", tidak_dikenal=0)


def _ada(baru: dict[int, list[Temuan]], ke: int, *kode: str) -> bool:
    return any(satu.code in kode for satu in baru.get(ke, ()))


def _sebut(satu: _Kiriman) -> str:
    return f"{satu.berkas.jenis} ({satu.berkas.dokumen})" if satu.berkas.dokumen else satu.berkas.jenis


def _teks(waktu: datetime.datetime | None) -> str | None:
    return waktu.strftime("%Y-%m-%d %H:%M") if waktu else None
