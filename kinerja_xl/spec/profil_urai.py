"""A filled profile workbook as a profile: its cells put together again, every fault told by sheet and cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.spec.indikator_kantor import periksa_rumus
from kinerja_xl.spec.manifest import Manifest, Titik
from kinerja_xl.spec.manual import kode_manual, muat_manual
from kinerja_xl.spec.profil_bentuk import MASUKAN, RINCI, Letak
from kinerja_xl.spec.profil_isi import bentuk_kolom, letak_semua
from kinerja_xl.spec.profil_sel import MAKS_SALAH, Pembaca

Rekaman = dict[int, dict[str, Any]]


def urai_profil(manifest: Manifest, nilai: Callable[[Titik], Any], tempat: str) -> dict[str, Any]:
    """The tables of the profile. Raises one KinerjaError with all faults (its `salah`), each with sheet and cell."""
    pembaca = Pembaca(manifest, nilai)
    konteks: Mapping[str, Any] = manifest.konteks
    bentuk = bentuk_kolom(konteks)
    data = _sel(pembaca, konteks)
    dibaca: dict[str, Rekaman] = {}
    for letak in letak_semua(konteks):
        dibaca[letak.tabel] = pembaca.rekaman(letak.tabel, bentuk)
        isi = _susun(letak, dibaca[letak.tabel], pembaca)
        if isi:
            _taruh(data, letak.jalur, isi)
    for tabel in (RINCI, MASUKAN):
        dibaca[tabel] = pembaca.rekaman(tabel, bentuk)
    _lengkapi(data, dibaca, pembaca)
    _periksa(data, dibaca, pembaca)
    if pembaca.salah:
        raise _galat(pembaca.salah, tempat)
    return data


def _galat(salah: list[str], tempat: str) -> KinerjaError:
    if len(salah) == 1:
        return KinerjaError(f"{tempat}, {salah[0]}", salah=salah)
    lebih = [f"... dan {len(salah) - MAKS_SALAH} lagi"] if len(salah) > MAKS_SALAH else []
    baris = "\n".join(f"  {satu}" for satu in [*salah[:MAKS_SALAH], *lebih])
    return KinerjaError(f"{tempat}: {len(salah)} isian perlu diperbaiki:\n{baris}", salah=salah)


def _sel(pembaca: Pembaca, konteks: Mapping[str, Any]) -> dict[str, Any]:
    medan = {(b, m["kunci"]): m["bentuk"] for b, isi in konteks["medan"].items() for m in isi}
    data: dict[str, Any] = {}
    for nama, (_, sel) in pembaca.manifest.sel_bernama.items():
        if sel.peran != "isian" or sel.tabel:
            continue
        for awalan, bagian in (("instansi_", "instansi"), ("rka__", "rka"), ("profil_", "")):
            if nama.startswith(awalan):
                kunci = nama.removeprefix(awalan)
                isi = pembaca.bernama(nama, medan.get((bagian, kunci), ""))
                if isi is not None:
                    _taruh(data, (bagian, kunci) if bagian else (kunci,), isi)
    return data


def _taruh(data: dict[str, Any], jalur: tuple[str, ...], isi: Any) -> None:
    for kunci in jalur[:-1]:
        data = data.setdefault(kunci, {})
    data[jalur[-1]] = isi


def _susun(letak: Letak, rekaman: Rekaman, pembaca: Pembaca) -> Any:
    tabel = pembaca.manifest.tabel[letak.tabel]
    if letak.susunan == "nilai":
        return next((satu.get("nilai") for satu in rekaman.values()), None)
    if letak.susunan == "daftar":
        return list(rekaman.values())
    if letak.susunan == "posisi":
        akhir = max(rekaman, default=tabel.baris1 - 1)
        return [rekaman.get(baris, {}) for baris in range(tabel.baris1, akhir + 1)]
    hasil: dict[str, Any] = {}
    for baris, satu in rekaman.items():
        kunci = satu.pop(letak.kunci, None) or _tercetak(pembaca, letak, baris)
        if kunci in hasil:
            pembaca.catat(pembaca.titik(letak.tabel, baris, letak.kunci), f"'{kunci}' dipakai dua kali")
        elif kunci is not None:
            hasil[kunci] = satu if letak.susunan == "kamus" else satu.get(letak.nilai)
    return {k: v for k, v in hasil.items() if v is not None}


def _tercetak(pembaca: Pembaca, letak: Letak, baris: int) -> str | None:
    """The key printed in a row; None in a row whose key is an input left blank."""
    lembar, _, kolom = pembaca.titik(letak.tabel, baris, letak.kunci)
    sel = pembaca.manifest.lembar_bernama[lembar].peta[baris, kolom]
    return None if sel.peran == "isian" else str(sel.nilai)


def _lengkapi(data: dict[str, Any], dibaca: Mapping[str, Rekaman], pembaca: Pembaca) -> None:
    """Details and inputs of own formulas go to their indicators."""
    menurut = {str(i["kode"]): i for i in data.get("indikator", ()) if "kode" in i}
    for tabel, kunci in ((RINCI, "kode"), (MASUKAN, "indikator")):
        pernah: set[str] = set()
        for baris, satu in dibaca[tabel].items():
            isi = dict(satu)
            kode = str(isi.pop(kunci, ""))
            if not kode:
                continue
            if kode not in menurut:
                sebab = f"indikator '{kode}' tidak ada di lembar Indikator.{saran(kode, menurut) if menurut else ''}"
                pembaca.catat(pembaca.titik(tabel, baris, kunci), sebab)
            elif tabel == MASUKAN:
                menurut[kode].setdefault("masukan", []).append(isi)
            elif kode in pernah:
                pembaca.catat(pembaca.titik(tabel, baris, kunci), f"indikator '{kode}' ditulis dua kali")
            else:
                menurut[kode].update(isi)
            pernah.add(kode)


def _periksa(data: Mapping[str, Any], dibaca: Mapping[str, Rekaman], pembaca: Pembaca) -> None:
    """Faults between cells: codes twice, unknown sasaran or function, a formula that cannot be read."""
    for tabel in ("profil_sasaran", "profil_indikator", "profil_target"):
        _kembar(tabel, dibaca[tabel], pembaca)
    sasaran = {str(s.get("kode")) for s in data.get("sasaran", ())}
    fungsi = {f["nama"] for f in pembaca.manifest.konteks["daftar_fungsi"]}  # type: ignore[attr-defined]
    for baris, satu in dibaca["profil_indikator"].items():
        if "sasaran" in satu and satu["sasaran"] not in sasaran:
            sebab = f"sasaran '{satu['sasaran']}' tidak ada di lembar Sasaran.{saran(satu['sasaran'], sasaran)}"
            pembaca.catat(pembaca.titik("profil_indikator", baris, "sasaran"), sebab)
        if "fungsi" in satu and satu["fungsi"] not in fungsi:
            sebab = f"fungsi '{satu['fungsi']}' tidak ada di lembar Daftar.{_dekat(satu['fungsi'], fungsi)}"
            pembaca.catat(pembaca.titik("profil_indikator", baris, "fungsi"), sebab)
        _rumus(baris, satu, pembaca)
    _target(data, dibaca["profil_target"], pembaca)
    manual, ada = data.get("manual"), dibaca["profil_indikator"]
    lembar, sel = pembaca.manifest.sel_bernama["profil_manual"]
    titik = (lembar.nama, sel.baris, sel.kolom)
    daftar = {m["nama"] for m in pembaca.manifest.konteks["daftar_manual"]}  # type: ignore[attr-defined]
    if manual and manual not in daftar:
        pembaca.catat(titik, f"manual '{manual}' tidak ada.{saran(manual, daftar)}")
    if bool(manual) == bool(ada):
        pembaca.catat(titik, "isi salah satu: manual indikator ini, atau lembar Indikator")
    lembar, sel = pembaca.manifest.sel_bernama["profil_cek_pejabat"]
    for peran in ("pertama", "kedua"):
        if peran not in (data.get("pejabat") or {}):
            awal = pembaca.manifest.tabel["profil_pejabat"].baris1
            pembaca.catat(pembaca.titik("profil_pejabat", awal, "peran"), f"pejabat dengan peran '{peran}' belum ada")


def _tabel(isi: Any) -> list[Mapping[str, Any]]:
    """The tables of a list that may hold anything."""
    return [satu for satu in isi if isinstance(satu, Mapping)] if isinstance(isi, (list, tuple)) else []


def _target(data: Mapping[str, Any], rekaman: Rekaman, pembaca: Pembaca) -> None:
    """Targets per quarter are of indicators that exist, the office's own or those of its manual."""
    manual = str(data.get("manual", ""))
    dikenal = {str(i.get("kode")) for i in data.get("indikator", ())}
    if manual in kode_manual():
        dikenal = {i.kode for i in muat_manual(manual).indikator}
    dikenal |= {str(i.get("kode")) for satu in _tabel(data.get("perjanjian")) for i in _tabel(satu.get("indikator"))}
    for baris, satu in rekaman.items():
        kode = str(satu.get("kode", ""))
        if kode and kode not in dikenal:
            sebab = f"indikator '{kode}' tidak ada.{saran(kode, dikenal) if dikenal else ''}"
            pembaca.catat(pembaca.titik("profil_target", baris, "kode"), sebab)


def _dekat(kata: str, dikenal: set[str]) -> str:
    """The nearest name; the full list stands in the workbook itself."""
    teks = saran(kata.lower(), {d.lower() for d in dikenal})
    return teks.upper().replace("MAKSUD ANDA", "Maksud Anda") if "Maksud" in teks else ""


def _rumus(baris: int, satu: Mapping[str, Any], pembaca: Pembaca) -> None:
    titik = pembaca.titik("profil_indikator", baris, "rumus")
    if "rumus" in satu and "fungsi" in satu:
        pembaca.catat(titik, "isi salah satu: fungsi buku aturan atau rumus kantor sendiri")
        return
    try:
        periksa_rumus(str(satu.get("rumus", "")), satu.get("masukan", ()), "rumus kantor sendiri")
    except KinerjaError as salah:
        pembaca.catat(titik, salah.pesan)


def _kembar(tabel: str, rekaman: Rekaman, pembaca: Pembaca) -> None:
    pernah: dict[str, int] = {}
    for baris, satu in rekaman.items():
        kode = str(satu.get("kode", ""))
        if not kode:
            continue
        if kode in pernah:
            sebab = f"kode '{kode}' dipakai dua kali (juga di baris {pernah[kode]})"
            pembaca.catat(pembaca.titik(tabel, baris, "kode"), sebab)
        pernah.setdefault(kode, baris)
