"""kinerja sop jadwal: plan an SOP forward from a start or backward from a deadline."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli._sop import angka, baca_peluang, bilangan, hari, saat, tabel
from kinerja_xl.core.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_xl.sop.jadwal import Rencana
    from kinerja_xl.sop.model import Sop
    from kinerja_xl.spec.kalender_kantor import KalenderKantor

_LEBAR_KEGIATAN = 72
_TAHUN_SEKITAR = 3  # calendar years prepared on each side of the given moment
KATA = {
    "id": {
        "kepala": ("No", "Mulai", "Selesai", "Menit", "Pelaksana (usulan)", "Langkah"),
        "dari": "{judul}\n{mulai} sampai {selesai}",
        "jadwal": "{hari} hari kerja, {minggu} menit seminggu; 1 hari = {sehari} menit kerja.",
        "kalender": "Hari dihitung sebagai hari kalender: dari mulai sampai jam yang sama; bila jatuh di luar jam "
        "kerja, langkah selesai pada jam kerja berikutnya (keputusan kinerja-xl).",
        "libur": "Libur yang dilewati: {isi}.", "tanpa": "Tidak ada hari libur yang dilewati.",
        "jumlah": "Jumlah {seri} menit kerja berurutan; dari awal sampai akhir {menit} menit kerja.",
        "harapan": "Waktu harapan dengan peluang kembali {p}: {harapan} menit kerja.",
        "enam": "Jam enam hari kerja tidak ditetapkan aturan yang kami baca: 37 jam 30 menit dibagi rata enam hari "
        "(keputusan kinerja-xl). Pakai --jadwal bila kantor punya jamnya sendiri.",
        "cuti": "Daftar libur {tahun} belum memuat cuti bersama: cocokkan dengan SKB tahun itu, lalu pakai --libur.",
        "cocok": "Libur nasional dan cuti bersama diisi dari daftar umum: cocokkan dengan SKB tahun itu, ubah dengan "
        "--libur.",
        "puasa": "1 hari tetap {sehari} menit kerja dalam Ramadan, walau hari Ramadan lebih pendek: langkah "
        "berhari-hari memakai lebih banyak tanggal.",
        "usulan": "Pelaksana adalah usulan: dokumen SOP tidak mencantumkannya.",
    },
    "en": {
        "kepala": ("No", "Start", "End", "Minutes", "Performer (proposal)", "Step"),
        "dari": "{judul}\n{mulai} to {selesai}",
        "jadwal": "{hari} working days, {minggu} minutes a week; 1 hari = {sehari} working minutes.",
        "kalender": "Days count as calendar days: from the start to the same clock moment; where that falls outside "
        "working hours the step ends at the next working moment (our decision).",
        "libur": "Days off crossed: {isi}.", "tanpa": "No day off is crossed.",
        "jumlah": "Total {seri} working minutes in series; {menit} working minutes from start to end.",
        "harapan": "Expected time with return probability {p}: {harapan} working minutes.",
        "enam": "No rule we have read sets the hours of a six-day week: 37 hours 30 minutes are spread evenly over six "
        "days (our decision). Use --jadwal if the office has its own hours.",
        "cuti": "The list for {tahun} holds no cuti bersama yet: compare it with that year's decree, then use --libur.",
        "cocok": "National holidays and cuti bersama come from a public list: compare with that year's decree, change "
        "them with --libur.",
        "puasa": "1 hari stays {sehari} working minutes in Ramadan although its days are shorter: steps of several "
        "days take more dates.",
        "usulan": "Performers are a proposal: the SOP document does not name them.",
    },
}  # fmt: skip


@click.command("jadwal", short_help="Susun jadwal langkah SOP.")
@click.argument("jenis", metavar="JENIS|BERKAS.toml")
@click.option("--mulai", metavar="SAAT", help="Langkah pertama mulai, mis. '2025-01-06 08:00'.")
@click.option("--selesai", metavar="SAAT", help="Langkah terakhir harus selesai, mis. '2025-01-31 16:00'.")
@click.option(
    "--hari-kerja", type=click.Choice(["5", "6"]), default="5", show_default=True, help="Hari kerja seminggu."
)
@click.option("--jadwal", "berkas_jadwal", type=click.Path(path_type=Path, dir_okay=False), metavar="BERKAS.toml",
              help="Jam kerja kantor sendiri, atau profil kantor: tabel [jam_kerja.senin] dan seterusnya.")  # fmt: skip
@click.option("--ramadan", multiple=True, metavar="AWAL:AKHIR", help="Masa jam Ramadan, mis. 2025-03-01:2025-03-29.")
@click.option("--libur", "berkas_libur", type=click.Path(path_type=Path, dir_okay=False), metavar="BERKAS",
              help="Libur tambahan, .csv atau .toml: tanggal dan keterangan; 'bukan libur' mencabut.")  # fmt: skip
@click.option("--tanpa-libur-nasional", is_flag=True, help="Jangan pakai daftar libur nasional dan cuti bersama.")
@click.option("--hari-kalender", is_flag=True, help="Hitung '14 hari' sebagai hari kalender, bukan hari kerja.")
@click.option("--peluang", multiple=True, metavar="P", help="Peluang kembali: 0,1 untuk semua, 6=0,2 untuk langkah 6.")
@click.option("--json", "sebagai_json", is_flag=True, help="Hasil sebagai JSON.")
@click.pass_obj
def perintah(
    atur: Pengaturan, jenis: str, mulai: str | None, selesai: str | None, peluang: tuple[str, ...], **pilihan: Any
) -> None:
    """Susun jadwal SOP maju dari --mulai atau mundur dari --selesai, melewati istirahat, akhir pekan, dan libur."""
    from kinerja_xl.sop.jadwal import rencanakan
    from kinerja_xl.sop.model import muat_sop

    if (mulai is None) == (selesai is None):
        raise KinerjaError("pakai salah satu: --mulai atau --selesai.")
    awal, akhir = _saat(mulai), _saat(selesai)
    sop = muat_sop(jenis)
    kantor = _kantor((awal or akhir or datetime.min).year, pilihan)
    jam_sendiri = pilihan["berkas_jadwal"] is not None
    sehari = kantor.menit_per_hari if jam_sendiri or pilihan["hari_kerja"] == "6" else sop.menit_per_hari
    rencana = rencanakan(
        sop.langkah, kantor.kalender, mulai=awal, selesai=akhir, peluang_kembali=baca_peluang(peluang, sop),
        menit_per_hari=sehari, hari_kalender=pilihan["hari_kalender"],
    )  # fmt: skip
    enam = pilihan["hari_kerja"] == "6" and not jam_sendiri
    catatan = _catatan(atur.lang, sop, rencana, kantor, enam, pilihan["tanpa_libur_nasional"])
    if pilihan["sebagai_json"]:
        click.echo(json.dumps(_data(sop, rencana, kantor, sehari, catatan), ensure_ascii=False, indent=1))
        return
    for baris in _teks(atur.lang, sop, rencana, kantor, sehari, peluang):
        click.echo(baris)
    for baris in catatan:
        atur.catat(baris)


def _kantor(tahun: int, pilihan: dict[str, Any]) -> KalenderKantor:
    """The calendar of the options, for some years around the given moment."""
    from kinerja_xl.spec.kalender_kantor import kalender_kantor

    return kalender_kantor(
        range(max(1, tahun - _TAHUN_SEKITAR), tahun + _TAHUN_SEKITAR + 1),
        hari_kerja=int(pilihan["hari_kerja"]),
        berkas_jadwal=pilihan["berkas_jadwal"],
        ramadan=[_rentang(satu) for satu in pilihan["ramadan"]],
        berkas_libur=pilihan["berkas_libur"],
        nasional=not pilihan["tanpa_libur_nasional"],
    )


def _teks(
    lang: str, sop: Sop, rencana: Rencana, kantor: KalenderKantor, sehari: float, peluang: tuple[str, ...]
) -> list[str]:
    from kinerja_xl.sop.jam_kerja import menit_seminggu

    kata: Any = KATA[lang]
    kepala = kata["dari"].format(judul=sop.nama, mulai=saat(rencana.mulai, lang), selesai=saat(rencana.selesai, lang))
    baris = [kata["kepala"]]
    for satu, langkah in zip(rencana.langkah, sop.langkah, strict=True):
        kegiatan = shorten(_pokok(langkah.terbaca("kegiatan")), _LEBAR_KEGIATAN, placeholder=" …")
        waktu = (saat(satu.mulai, lang), saat(satu.selesai, lang), angka(satu.menit, lang))
        baris.append((str(satu.no), *waktu, _pelaksana(langkah), kegiatan))
    libur = "; ".join(
        f"{hari(tanggal, lang)} {nama}" for tanggal, nama in kantor.dilewati(rencana.mulai, rencana.selesai)
    )
    minggu, banyak = menit_seminggu(kantor.jadwal), sum(satu is not None for satu in kantor.jadwal)
    puasa = kantor.ramadan_dilalui(rencana.mulai, rencana.selesai)
    kaki = [
        kata["libur"].format(isi=libur) if libur else kata["tanpa"],
        kata["jumlah"].format(seri=angka(rencana.menit_seri, lang), menit=angka(rencana.menit, lang)),
        *(
            [kata["harapan"].format(p=", ".join(peluang), harapan=angka(rencana.menit_harapan, lang))]
            if peluang
            else []
        ),
        kata["jadwal"].format(hari=banyak, minggu=angka(minggu, lang), sehari=angka(sehari, lang)),
        *([kata["puasa"].format(sehari=angka(sehari, lang))] if puasa else []),
        *([kata["kalender"]] if any(satu.hari_kalender for satu in rencana.langkah) else []),
    ]
    return [kepala, "", *tabel(baris, kanan=(0, 3)), "", *kaki]


def _pokok(kegiatan: str) -> str:
    """The act itself, without what happens on approval or refusal."""
    return re.split(r"[.,;]?\s+(?=(?:jika|bila|apabila)\b)", kegiatan, maxsplit=1, flags=re.I)[0]


def _pelaksana(langkah: Any) -> str:
    return ", ".join(langkah.pelaksana) or (f"{langkah.pelaksana_usulan} *" if langkah.pelaksana_usulan else "-")


def _catatan(
    lang: str, sop: Sop, rencana: Rencana, kantor: KalenderKantor, enam: bool, tanpa_nasional: bool
) -> list[str]:
    kata: Any = KATA[lang]
    hasil = []
    if any(satu.pelaksana_usulan and not satu.pelaksana for satu in sop.langkah):
        hasil.append(f"* {kata['usulan']}")
    if enam:
        hasil.append(kata["enam"])
    if not tanpa_nasional:
        dilalui = [t for t in kantor.tahun_tanpa_cuti if rencana.mulai.year <= t <= rencana.selesai.year]
        hasil += [kata["cuti"].format(tahun=t) for t in dilalui] or [kata["cocok"]]
    return hasil


def _data(sop: Sop, rencana: Rencana, kantor: KalenderKantor, sehari: float, catatan: list[str]) -> dict[str, Any]:
    return {
        "schema": 1, "sop": sop.kode, "judul": sop.nama,
        "mulai": rencana.mulai.isoformat(" ", "minutes"), "selesai": rencana.selesai.isoformat(" ", "minutes"),
        "menit_per_hari": bilangan(sehari), "menit_seri": bilangan(rencana.menit_seri),
        "menit": bilangan(rencana.menit), "menit_harapan": bilangan(rencana.menit_harapan),
        "langkah": [
            {
                "no": satu.no, "kegiatan": satu.kegiatan,
                "pelaksana": list(langkah.pelaksana) or [p for p in (langkah.pelaksana_usulan,) if p],
                "pelaksana_usulan": not langkah.pelaksana,
                "mulai": satu.mulai.isoformat(" ", "minutes"), "selesai": satu.selesai.isoformat(" ", "minutes"),
                "menit": bilangan(satu.menit), "hari_kalender": bilangan(satu.hari_kalender),
            }
            for satu, langkah in zip(rencana.langkah, sop.langkah, strict=True)
        ],
        "libur": [
            {"tanggal": tanggal.isoformat(), "keterangan": nama}
            for tanggal, nama in kantor.dilewati(rencana.mulai, rencana.selesai)
        ],
        "catatan": catatan,
    }  # fmt: skip


def _saat(teks: str | None) -> datetime | None:
    if teks is None:
        return None
    try:
        rapi = re.sub(r"[ T](\d{1,2})[.:](\d\d)$", lambda c: f" {int(c[1]):02d}:{c[2]}", teks.strip())
        return datetime.fromisoformat(rapi)
    except ValueError as salah:
        raise KinerjaError(f"'{teks}' bukan tanggal dan jam; tulis seperti '2025-01-06 08:00'.") from salah


def _rentang(teks: str) -> tuple[date, date]:
    from kinerja_xl.spec.kalender_kantor import tanggal

    awal, titik_dua, akhir = teks.partition(":")
    if not titik_dua:
        raise KinerjaError(f"--ramadan '{teks}': tulis awal dan akhir, misalnya 2025-03-01:2025-03-29.")
    return tanggal(awal, "--ramadan"), tanggal(akhir, "--ramadan")
