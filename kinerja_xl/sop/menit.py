"""Waktu baku SOP: teks seperti "1 jam 30 menit" menjadi menit kerja, jumlahnya, dan status suatu langkah."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Optional, Union

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, diam
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka, jaga, teks
from kinerja_xl.core.sel import angka, rapikan, tulis
from kinerja_xl.sop.jam_kerja import DESIMAL, MENIT_SEHARI

RUJUKAN = "Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012"
TEPAT, TERLAMBAT = "tepat", "terlambat"

_SATUAN = {
    "menit": ("menit", "mnt", "min"),
    "jam": ("jam", "jm"),
    "hari": ("hari kerja", "hari", "hr"),
    "minggu": ("minggu kerja", "minggu", "mgg"),
}
_SUMBER = {"menit": "", "jam": "menit_per_jam", "hari": "menit_per_hari", "minggu": "hari_per_minggu"}
_KATA = {kata: satuan for satuan, semua in _SATUAN.items() for kata in semua}
_BAGIAN = re.compile(
    r"(?P<angka>[0-9]{1,9}(?:[.,/][0-9]{1,9})?)\s*(?P<satuan>"
    + "|".join(sorted((k.replace(" ", r"\s+") for k in _KATA), key=len, reverse=True))
    + r")(?![^\W\d_])\.?"
)
_SAMBUNG = re.compile(r"(?:\s*(?:,|\+|dan\b)\s*|\s+|(?=[0-9]))(?=[0-9])")
_RAGU = re.compile(r"(?<![0-9.,/])[0-9]+\.[0-9]{3}(?![0-9])")

_PER_HARI = Argumen(
    "menit_per_hari", "angka", "menit kerja dalam satu hari; kosong = menurut aturan",
    "working minutes in a day; blank = the legal average", "", True,
)  # fmt: skip
_WAKTU = Argumen("waktu", "rentang", "kolom waktu SOP, teks dengan satuan", "column of times, text with units", "n x 1")


def _bilangan(isi: str) -> Fraction:
    try:
        return Fraction(isi.replace(",", "."))
    except ZeroDivisionError:
        raise KinerjaError(f"'{isi}' bukan bilangan") from None


def _uraikan(waktu: str) -> dict[str, Fraction]:
    """Amount of each unit in a written time; refuses anything that is not wholly understood."""
    rapi = " ".join(waktu.casefold().split())
    if "kalender" in rapi:
        raise KinerjaError(f"waktu '{waktu}' menyebut hari kalender; tulis hari kerja, misalnya '14 hari'")
    if re.fullmatch(r"[0-9]+([.,/][0-9]+)?", rapi):
        raise KinerjaError(f"waktu '{waktu}' tanpa satuan; tulis misalnya '{rapi} menit' atau '{rapi} hari'")
    if _RAGU.search(rapi):
        raise KinerjaError(f"waktu '{waktu}' bermakna ganda (ribuan atau pecahan); tulis tanpa titik")
    jumlah: dict[str, Fraction] = {}
    letak = 0
    while letak < len(rapi) or not jumlah:
        cocok = _BAGIAN.match(rapi, letak)
        if cocok is None:
            raise KinerjaError(
                f"waktu '{waktu}' tidak terbaca; tulis angka dan satuannya ({', '.join(_SATUAN)}), "
                "misalnya '1 jam 30 menit'"
            )
        satuan = _KATA[" ".join(cocok["satuan"].split())]
        if satuan in jumlah:
            raise KinerjaError(f"waktu '{waktu}' menyebut satuan {satuan} dua kali")
        jumlah[satuan] = _bilangan(cocok["angka"])
        sambung = _SAMBUNG.match(rapi, cocok.end())
        letak = sambung.end() if sambung else cocok.end()
    return jumlah


def urai_waktu(masa: Masa, waktu: str, menit_per_hari: Optional[float] = None) -> Union[int, float]:
    """Minutes of one written time; a whole number stays an int.

    menit_per_hari: working minutes of a day; None takes the legal average.
    """
    sehari = Fraction(masa.angka("menit_per_hari") if menit_per_hari is None else menit_per_hari)
    ukuran = {
        "menit": Fraction(1),
        "jam": Fraction(masa.bulat("menit_per_jam")),
        "hari": sehari,
        "minggu": sehari * masa.bulat("hari_per_minggu"),
    }
    bagian = []
    for satuan, banyak in _uraikan(waktu).items():
        bagian.append(banyak * ukuran[satuan])
        catat("{banyak} {satuan} × {ukuran} menit", "{banyak} × {ukuran}", float(bagian[-1]), satuan=satuan,
              banyak=banyak, ukuran=ukuran[satuan], sumber=_SUMBER[satuan],
              en="{banyak} {satuan} × {ukuran} minutes")  # fmt: skip
    menit = sum(bagian, Fraction(0))
    hasil = int(menit) if menit.denominator == 1 else float(menit)
    catat(
        "Menit kerja: jumlah semua bagian", "{bagian:+}", hasil, en="Working minutes: sum of the parts", bagian=bagian
    )
    return hasil


def _menit_sel(masa: Masa, nilai: Any, sehari: Any, **tempat: Any) -> Union[int, float, None]:
    """Minutes of one cell; None when it is blank."""
    isi = rapikan(nilai)[0][0]
    if isi is None:
        return None
    if not isinstance(isi, str):
        contoh = tulis(isi) if isinstance(isi, (int, float)) and not isinstance(isi, bool) else "10"
        raise KinerjaError(f"waktu {tulis(isi)} tanpa satuan; tulis teks seperti '{contoh} menit'", **tempat)
    try:
        return urai_waktu(masa, isi.strip(), sehari)
    except KinerjaError as salah:
        raise KinerjaError(salah.pesan, **tempat) from None


def _sehari(menit_per_hari: Any) -> Optional[float]:
    if rapikan(menit_per_hari)[0][0] is None:
        return None
    nilai = angka(menit_per_hari, "menit_per_hari", bawah=0, atas=MENIT_SEHARI)
    if nilai == 0:
        raise KinerjaError("menit_per_hari harus lebih dari 0")
    return nilai


@indikator(
    "SOP_MENIT", keluarga="sop", judul="Menit kerja dari waktu tertulis", judul_en="Working minutes of a written time",
    satuan="menit kerja", rujukan=RUJUKAN,
    argumen=(
        Argumen("teks", "teks", "waktu seperti '1 jam 30 menit', '14 hari'", "a time such as '1 jam 30 menit'"),
        _PER_HARI,
    ),
    tanpa_excel="teks bebas dengan beberapa satuan; buku kerja menulis menitnya pada kolom di samping teks",
)  # fmt: skip
def sop_menit(masa: Masa, waktu: Any, menit_per_hari: Any = None) -> Union[int, float, None]:
    """Menit kerja dari waktu tertulis: menit, jam, hari (hari kerja), minggu (minggu kerja).

    Angka tanpa satuan, satuan lain, rentang ("1-2 hari") dan hari kalender ditolak. Sel kosong tetap kosong.
    """
    return _menit_sel(masa, waktu, _sehari(menit_per_hari))


@indikator(
    "SOP_TOTAL", keluarga="sop", judul="Jumlah waktu SOP", judul_en="Total time of an SOP",
    satuan="menit kerja", rujukan=RUJUKAN, argumen=(_WAKTU, _PER_HARI),
    tanpa_excel="teks bebas dengan beberapa satuan; buku kerja menjumlahkan kolom menitnya dengan SUM",
)  # fmt: skip
def sop_total(masa: Masa, waktu: Any, menit_per_hari: Any = None) -> Union[int, float, None]:
    """Jumlah menit kerja semua langkah bila dikerjakan berurutan tanpa perbaikan; baris kosong dilewati."""
    sehari = _sehari(menit_per_hari)
    baris = rapikan(waktu)
    if any(len(satu) != 1 for satu in baris):
        raise KinerjaError("waktu harus satu kolom")
    ada = []
    for b, satu in enumerate(baris, 1):
        with diam():
            menit = _menit_sel(masa, satu[0], sehari, baris=b)
        if menit is not None:
            ada.append(menit)
            catat("Langkah baris {b}: '{waktu}'", "", menit, en="Step of row {b}: '{waktu}'", b=b, waktu=satu[0],
                  kelompok="langkah")  # fmt: skip
    if not ada:
        return None
    hasil = sum(ada)
    catat("Jumlah menit {banyak} langkah berurutan; baris kosong dilewati", "{ada:+}", hasil, ada=ada, banyak=len(ada),
          en="Minutes of {banyak} steps in a row; blank rows skipped")  # fmt: skip
    return hasil


def _excel_status(p: Angka, durasi: str, baku: str) -> str:
    salah = f"IF(AND(ISNUMBER({durasi}),ISNUMBER({baku})),OR({durasi}<0,{baku}<0),TRUE)"
    hasil = f"IF(ROUND({durasi},{DESIMAL})<=ROUND({baku},{DESIMAL}),{teks(TEPAT)},{teks(TERLAMBAT)})"
    return f'IF(LEN(TRIM({durasi}))=0,"",{jaga(salah, hasil)})'


@indikator(
    "SOP_STATUS", keluarga="sop", judul="Status waktu langkah", judul_en="Timeliness of a step",
    satuan="teks", rujukan="Mutu baku waktu, PermenPAN-RB 35/2012",
    argumen=(
        Argumen("durasi", "angka", "menit kerja yang dipakai; kosong = belum selesai", "working minutes used"),
        Argumen("baku", "angka", "menit kerja menurut mutu baku", "working minutes of the standard"),
    ),
    excel=_excel_status,
)  # fmt: skip
def sop_status(masa: Masa, durasi: Any, baku: Any) -> Optional[str]:
    """Tertulis "tepat" bila durasi tidak melebihi baku, "terlambat" bila lebih; durasi kosong tetap kosong."""
    if rapikan(durasi)[0][0] is None:
        return None
    menit = angka(durasi, "durasi", bawah=0)
    pakai = bulat(menit, DESIMAL)
    if abs(pakai - menit) > 0:
        catat("Durasi dibulatkan {desimal} desimal", "{menit}", pakai, tanda="->", menit=menit, desimal=DESIMAL,
              en="Duration rounded to {desimal} decimals")  # fmt: skip
    batas = bulat(angka(baku, "baku", bawah=0), DESIMAL)
    if pakai <= batas:
        catat("Durasi tidak melebihi mutu baku waktu", "{pakai} <= {batas}", TEPAT, pakai=pakai, batas=batas,
              en="The duration does not exceed the standard")  # fmt: skip
        return TEPAT
    catat("Durasi melebihi mutu baku waktu", "{pakai} > {batas}", TERLAMBAT, pakai=pakai, batas=batas,
          en="The duration exceeds the standard")  # fmt: skip
    return TERLAMBAT


cek_kembar("SOP_CEK", "SOP_TOTAL")
