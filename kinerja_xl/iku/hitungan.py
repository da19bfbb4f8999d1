"""Indikator yang berupa hitungan: sertifikat, surat keterangan, ruang lingkup produk, unit, dan lokasi."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, diam, merekam
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, catat_periksa, indikator
from kinerja_xl.core.rumus import (
    Angka,
    Masukan,
    Rentang,
    RentangNama,
    banyak_bila,
    berisi,
    bukan_lebar,
    jaga,
    jaga_bentuk,
    jumlah_bukan_angka,
    masukan,
    teks,
)
from kinerja_xl.core.sel import kosong, rapikan, serial, tulis
from kinerja_xl.core.serial import dari_serial, ke_serial
from kinerja_xl.iku._larik import unik, unik_berlaku, unik_gabungan

SERTIFIKAT = "Manual IKU Balai KIPM Balikpapan 2024"
_PEMISAH = "¦"

_TERBIT = Argumen("terbit", "rentang", "tanggal terbit, satu baris per dokumen", "dates of issue", "n x 1")


def _tanggal(masa: Masa, nilai: Any, sebutan: str, baris: Optional[int] = None) -> int:
    """Whole day of a date cell; a number outside the accepted years is no date."""
    hari = int(serial(nilai, sebutan, baris=baris))
    if not masa.bulat("tanggal_terawal") <= hari <= masa.bulat("tanggal_terakhir"):
        raise KinerjaError(f"{sebutan} {tulis(nilai)} bukan tanggal yang wajar (1970-2099)", baris=baris)
    return hari


def _deret_tanggal(masa: Masa, terbit: Any) -> list[Optional[int]]:
    """One date or None a row."""
    baris = rapikan(terbit)
    if any(len(isi) != 1 for isi in baris):
        raise KinerjaError("tanggal terbit harus satu kolom")
    return [None if isi[0] is None else _tanggal(masa, isi[0], "tanggal terbit", ke) for ke, isi in enumerate(baris, 1)]


def _bukan_tanggal(p: Angka, sel: str) -> str:
    dalam = f"OR({sel}<{p('tanggal_terawal')},INT({sel})>{p('tanggal_terakhir')})"
    return f"IF(ISNUMBER({sel}),{dalam},1=1)"


def _deret_salah(p: Angka, terbit: Masukan) -> str:
    if isinstance(terbit, Rentang) and terbit.lebar != 1:
        raise KinerjaError("tanggal terbit harus satu kolom")
    awal, sesudah = p("tanggal_terawal"), f"({p('tanggal_terakhir')}+1)"
    luar = f"{banyak_bila(terbit, '<', awal, True)}+{banyak_bila(terbit, '>=', sesudah, True)}"
    return f"{jumlah_bukan_angka(terbit)}+{luar}>0"


def _antara(terbit: str, awal: str, sesudah: str) -> str:
    """How many dates lie in awal <= date < sesudah."""
    return f"{banyak_bila(terbit, '>=', f'({awal})', True)}-{banyak_bila(terbit, '>=', f'({sesudah})', True)}"


def _excel_cpib(p: Angka, terbit: Masukan, awal: str, akhir: str) -> str:
    hasil = jaga(f"INT({akhir})<INT({awal})", _antara(terbit, f"INT({awal})", f"INT({akhir})+1"))
    salah = f"OR({_deret_salah(p, terbit)},{_bukan_tanggal(p, awal)},{_bukan_tanggal(p, akhir)})"
    return jaga_bentuk(bukan_lebar(terbit, 1), jaga(salah, hasil))


@indikator(
    "CPIB_JUMLAH", keluarga="hitungan", judul="Jumlah sertifikat CPIB yang terbit", judul_en="Certificates issued",
    satuan="sertifikat", rujukan=f"{SERTIFIKAT}, IK1", excel=_excel_cpib,
    argumen=(
        _TERBIT, Argumen("awal", "tanggal", "hari pertama masa hitung", "first day"),
        Argumen("akhir", "tanggal", "hari terakhir masa hitung", "last day"),
    ),
)  # fmt: skip
def cpib_jumlah(masa: Masa, terbit: Any, awal: Any, akhir: Any) -> int:
    """Setiap tanggal terbit dari awal sampai akhir, kedua hari itu ikut; sertifikat kembar tetap dihitung."""
    dari, sampai = _tanggal(masa, awal, "awal"), _tanggal(masa, akhir, "akhir")
    if sampai < dari:
        raise KinerjaError("masa hitung terbalik: akhir lebih dulu daripada awal")
    hari = _deret_tanggal(masa, terbit)
    ikut = [h is not None and dari <= h <= sampai for h in hari]
    if merekam():
        _catat_luar(hari, ikut, "Terbit di luar masa hitung, tidak dihitung", "Issued outside the window, not counted")
    hasil = sum(ikut)
    catat("Terbit {dari:tanggal} sampai {sampai:tanggal}, kedua hari itu ikut", "{n} dari {banyak} dokumen", hasil,
          tanda="->", dari=dari, sampai=sampai, n=hasil, banyak=len(hari) - hari.count(None),
          hitungan_en="{n} of {banyak} documents", en="Issued {dari:tanggal} to {sampai:tanggal}, both days included",
          )  # fmt: skip
    return hasil


def _catat_luar(hari: list[Optional[int]], ikut: list[bool], keterangan: str, en: str) -> None:
    """Tell which dated rows do not count, row and date."""
    for ke, (h, ya) in enumerate(zip(hari, ikut), 1):
        if h is not None and not ya:
            catat(keterangan, "baris {ke}: {h:tanggal}", en=en, hitungan_en="row {ke}: {h:tanggal}", kelompok="baris",
                  ke=ke, h=h)  # fmt: skip


def _tambah_bulan(hari: int, bulan: int) -> int:
    """EDATE: same day a number of months later, or the last day of a shorter month."""
    awal = dari_serial(hari)
    tahun, ke = divmod(awal.year * 12 + awal.month - 1 + bulan, 12)
    for tanggal in range(awal.day, 27, -1):
        try:
            return int(ke_serial(awal.replace(year=tahun, month=ke + 1, day=tanggal)))
        except ValueError:
            continue
    return int(ke_serial(awal.replace(year=tahun, month=ke + 1)))


def _mulai_berlaku(p: Angka, tanggal: str) -> str:
    """Earliest date of issue still valid on the day: EDATE of it must lie after the day (29 February clips)."""
    esok, bulan = f"INT({tanggal})+1", p("masa_berlaku_bulan")
    calon = f"EDATE({esok},-{bulan})"
    return f"{calon}+IF(EDATE({calon},{bulan})<{esok},1,0)"


def _excel_traceability(p: Angka, terbit: Masukan, tanggal: str, upi: Optional[Masukan] = None) -> str:
    mulai, sesudah = _mulai_berlaku(p, tanggal), f"INT({tanggal})+1"
    salah = f"OR({_deret_salah(p, terbit)},{_bukan_tanggal(p, tanggal)})"
    if upi is None:
        return jaga_bentuk(bukan_lebar(terbit, 1), jaga(salah, _antara(terbit, mulai, sesudah)))
    if isinstance(upi, Rentang) and isinstance(terbit, Rentang) and (upi.tinggi, upi.lebar) != (terbit.tinggi, 1):
        raise KinerjaError("terbit dan upi harus sama banyak, masing-masing satu kolom")
    berlaku = f"ISNUMBER({terbit})*({terbit}>={mulai})*({terbit}<{sesudah})"
    if isinstance(upi, RentangNama):
        berlaku = f"{berisi(terbit)}*({terbit}>={mulai})*({terbit}<{sesudah})"
        return unik_berlaku(terbit, upi, berlaku, salah)
    tanpa_nama = f"SUMPRODUCT(ISNUMBER({terbit})*(LEN(TRIM({upi}))=0))>0"
    return jaga(salah, jaga(tanpa_nama, _berbeda([upi], berlaku)))


@indikator(
    "TRACEABILITY_JUMLAH", keluarga="hitungan", judul="Surat keterangan traceability yang berlaku",
    judul_en="Traceability letters in force", satuan="UPI", rujukan=f"{SERTIFIKAT}, IK2", excel=_excel_traceability,
    argumen=(
        _TERBIT, Argumen("tanggal", "tanggal", "hari yang diperiksa", "day asked for"),
        Argumen("upi", "rentang", "nama UPI tiap surat; bila diisi, tiap UPI dihitung sekali", "names", "n x 1", True),
    ),
)  # fmt: skip
def traceability_jumlah(masa: Masa, terbit: Any, tanggal: Any, upi: Any = None) -> int:
    """Surat yang berlaku pada tanggal itu: terbit <= tanggal < terbit + 24 bulan; dengan upi, tiap UPI sekali."""
    hari_ini, hari = _tanggal(masa, tanggal, "tanggal"), _deret_tanggal(masa, terbit)
    bulan = masa.bulat("masa_berlaku_bulan")
    berlaku = [h is not None and h <= hari_ini < _tambah_bulan(h, bulan) for h in hari]
    if merekam():
        _catat_luar(hari, berlaku, "Tidak berlaku pada tanggal itu", "Not in force on that day")
    surat = sum(berlaku)
    catat("Surat berlaku pada {hari_ini:tanggal}: terbit <= tanggal < terbit + {bulan} bulan",
          "{n} dari {banyak} surat", surat, tanda="->", hari_ini=hari_ini, bulan=bulan, n=surat,
          banyak=len(hari) - hari.count(None),
          en="Letters in force on {hari_ini:tanggal}: issued <= day < issued + {bulan} months",
          sumber="masa_berlaku_bulan", hitungan_en="{n} of {banyak} letters")  # fmt: skip
    if upi is None:
        return surat
    nama = rapikan(upi)
    if len(nama) != len(hari) or any(len(isi) != 1 for isi in nama):
        raise KinerjaError("terbit dan upi harus sama banyak, masing-masing satu kolom")
    for ke, (h, isi) in enumerate(zip(hari, nama), 1):
        if h is not None and isi[0] is None:
            raise KinerjaError("nama UPI belum diisi", baris=ke)
    unik: dict[tuple[str, ...], int] = {}
    for ke, (isi, ya) in enumerate(zip(nama, berlaku), 1):
        if ya:
            _lipat(unik, isi, ke)
    hasil = len(unik)
    catat("UPI yang berbeda di antara surat yang berlaku", "{surat} surat", hasil, tanda="->", surat=surat,
          en="Different UPI among the letters in force", hitungan_en="{surat} letters")  # fmt: skip
    return hasil


def _lipat(unik: dict[tuple[str, ...], int], isi: Sequence[Any], ke: int) -> None:
    """Put a row among the distinct ones; one that is there already is told and folded into the first."""
    kunci = _baku(isi)
    pertama = unik.setdefault(kunci, ke)
    if pertama != ke:
        catat("Baris {ke} sama dengan baris {pertama}, dihitung sekali", "{kata:;}",
              en="Row {ke} equals row {pertama}, " "counted once", kelompok="baris kembar", ke=ke, pertama=pertama,
              kata=kunci)  # fmt: skip


def _baku(isi: Sequence[Any]) -> tuple[str, ...]:
    """Comparison form of a row: trimmed, one space between words, no difference of case."""
    return tuple("" if n is None else " ".join(_tampil(n).split()).lower() for n in isi)


def _tampil(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return str(nilai).upper()
    return tulis(nilai).replace(",", ".") if isinstance(nilai, (int, float)) else str(nilai)


def _kunci(kolom: Sequence[str]) -> str:
    """Rows as one text each, trimmed."""
    return f"&{teks(_PEMISAH)}&".join(f"TRIM({satu})" for satu in kolom)


def _lolos(kunci: str) -> str:
    """A key as MATCH needs it: the wildcards ~ * ? stand for themselves."""
    for tanda in "~*?":
        kunci = f'SUBSTITUTE({kunci},"{tanda}","~{tanda}")'
    return kunci


def _sebaris(kolom: Sequence[str]) -> bool:
    """A column of one cell is no array: MATCH refuses it, comparing is enough."""
    satu = masukan(kolom[0])
    return isinstance(satu, Rentang) and satu.tinggi == 1


def _berbeda(kolom: Sequence[str], dihitung: str) -> str:
    """Number of distinct rows among those where `dihitung` is 1."""
    if _sebaris(kolom):
        return f"SUMPRODUCT(({dihitung})*1)"
    kunci = _kunci(kolom)
    tempat = f"MATCH({_lolos(kunci)},{kunci},0)*({dihitung})"
    ada_nol = f"IF(SUMPRODUCT((({dihitung})*1=0)*1)>0,1,0)"  # FALSE=0 is FALSE in Excel: make it a number first
    return f"SUMPRODUCT((FREQUENCY({tempat},{tempat})>0)*1)-{ada_nol}"


def _tidak_ada(kolom: Sequence[str], di: Sequence[str]) -> str:
    """Array of truths: the row is not among the rows of the other list."""
    if _sebaris(di):
        return f"(({_kunci(kolom)})<>({_kunci(di)}))"
    return f"ISERROR(MATCH({_lolos(_kunci(kolom))},{_kunci(di)},0))"


def _baris_unik(rentang: Any, sebutan: str) -> list[tuple[str, ...]]:
    """Distinct rows in order of first appearance; blank rows skipped, half-filled rows refused."""
    hasil: dict[tuple[str, ...], int] = {}
    terisi = 0
    for ke, isi in enumerate(rapikan(rentang), 1):
        if kosong(isi):
            continue
        terisi += 1
        for k, nilai in enumerate(isi, 1):
            if nilai is None:
                raise KinerjaError(f"{sebutan} belum diisi", baris=ke, kolom=k)
        _lipat(hasil, isi, ke)
    catat("Baris {sebutan} yang berbeda", "{banyak} baris", len(hasil), tanda="->", en="Different rows of {sebutan}",
          hitungan_en="{banyak} rows", sebutan=sebutan, banyak=terisi)  # fmt: skip
    return list(hasil)


def _kolom(rentang: Masukan, lebar: int) -> list[str]:
    return [rentang.kolom(k) for k in range(1, lebar + 1)]  # type: ignore[union-attr]


def _lebar(*rentang: Masukan) -> int:
    lebar = {r.lebar for r in rentang if isinstance(r, Rentang)} or {2}
    if len(lebar) > 1 or max(lebar) > 2:
        raise KinerjaError("kedua daftar harus sama lebar: UPI dan produk, atau produk saja")
    return lebar.pop()


def _terisi(kolom: Sequence[str]) -> str:
    return "*".join(f"(LEN(TRIM({satu}))>0)" for satu in kolom)


def _setengah(kolom: Sequence[str]) -> str:
    """Number of rows filled in one column but not in the other."""
    if len(kolom) == 1:
        return "0"
    return f"SUMPRODUCT(((LEN(TRIM({kolom[0]}))>0)<>(LEN(TRIM({kolom[1]}))>0))*1)"


def _excel_haccp(p: Angka, inspeksi: Masukan, pemeliharaan: Masukan) -> str:
    if isinstance(inspeksi, RentangNama) and isinstance(pemeliharaan, RentangNama):
        return unik_gabungan(inspeksi, pemeliharaan)
    lebar = _lebar(inspeksi, pemeliharaan)
    b, c = _kolom(inspeksi, lebar), _kolom(pemeliharaan, lebar)
    jumlah = f"{_berbeda(b, _terisi(b))}+{_berbeda(c, f'{_terisi(c)}*{_tidak_ada(c, b)}')}"
    return jaga(f"{_setengah(b)}+{_setengah(c)}>0", jumlah)


_HACCP = (
    Argumen("inspeksi", "rentang", "sertifikat hasil inspeksi: UPI dan produk, atau produk saja", "issued", "n x 1-2"),
    Argumen("pemeliharaan", "rentang", "sertifikat yang dipelihara, kolom yang sama", "maintained", "n x 1-2"),
)


def _dua_daftar(inspeksi: Any, pemeliharaan: Any) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    lebar = {len(daftar[0]) for daftar in (rapikan(inspeksi), rapikan(pemeliharaan)) if daftar}
    if len(lebar) > 1 or max(lebar, default=1) > 2:
        raise KinerjaError("kedua daftar harus sama lebar: UPI dan produk, atau produk saja")
    return _baris_unik(inspeksi, "inspeksi"), _baris_unik(pemeliharaan, "pemeliharaan")


@indikator(
    "HACCP_JUMLAH", keluarga="hitungan", judul="Ruang lingkup produk bersertifikat HACCP",
    judul_en="Product scopes with a HACCP certificate", satuan="sertifikat", rujukan=f"{SERTIFIKAT}, IK3",
    argumen=_HACCP, excel=_excel_haccp,
)  # fmt: skip
def haccp_jumlah(masa: Masa, inspeksi: Any, pemeliharaan: Any) -> int:
    """A = B + C tanpa kembar: baris yang sama di kedua daftar dihitung sekali (spasi dan huruf besar diabaikan)."""
    b, c = _dua_daftar(inspeksi, pemeliharaan)
    hasil = len({*b, *c})
    catat("A = B + C, yang ada di kedua daftar dihitung sekali", "{b} + {c} - {kedua}", hasil, b=len(b), c=len(c),
          en="A = B + C, what stands in both lists counts once", kedua=len(b) + len(c) - hasil)  # fmt: skip
    return hasil


@indikator(
    "HACCP_CEK", keluarga="hitungan", judul="Pemeriksa data HACCP_JUMLAH", judul_en="Data check of HACCP_JUMLAH",
    satuan="teks", rujukan=f"{SERTIFIKAT}, IK3", argumen=_HACCP,
    tanpa_excel="pesan menyebut baris yang kembar; buku kerja memakai kolom pemeriksa sendiri",
)  # fmt: skip
def haccp_cek(masa: Masa, inspeksi: Any, pemeliharaan: Any) -> str:
    """Teks "OK", atau masalah pertama: baris setengah terisi, atau ruang lingkup yang ada di kedua daftar."""
    try:
        with diam():
            b, _ = _dua_daftar(inspeksi, pemeliharaan)
    except KinerjaError as salah:
        return catat_periksa("HACCP_JUMLAH", str(salah))
    for ke, isi in enumerate(rapikan(pemeliharaan), 1):
        if not kosong(isi) and _baku(isi) in set(b):
            rapi = " / ".join(" ".join(_tampil(n).split()) for n in isi)
            pesan = f"pemeliharaan baris {ke}: '{rapi}' juga ada di daftar inspeksi; dihitung sekali"
            return catat_periksa("HACCP_JUMLAH", pesan)
    return catat_periksa("HACCP_JUMLAH", "OK")


def _excel_unik(p: Angka, daftar: Masukan) -> str:
    if isinstance(daftar, Rentang) and daftar.lebar != 1:
        raise KinerjaError("daftar harus satu kolom")
    return unik(daftar) if isinstance(daftar, RentangNama) else _berbeda([daftar], _terisi([daftar]))


def _unik(daftar: Any) -> int:
    if any(len(isi) != 1 for isi in rapikan(daftar)):
        raise KinerjaError("daftar harus satu kolom")
    return len(_baris_unik(daftar, "daftar"))  # its last step tells this number


@indikator(
    "UPI_JUMLAH", keluarga="hitungan", judul="Jumlah unit pengolahan ikan", judul_en="Number of processing units",
    satuan="UPI", rujukan=f"{SERTIFIKAT}, IK4", excel=_excel_unik,
    argumen=(Argumen("daftar", "rentang", "nama UPI, satu baris per catatan", "names", "n x 1"),),
)  # fmt: skip
def upi_jumlah(masa: Masa, daftar: Any) -> int:
    """Banyaknya nama yang berbeda; spasi tepi dan huruf besar diabaikan, sel kosong dilewati."""
    return _unik(daftar)


@indikator(
    "QA_LOKASI_JUMLAH", keluarga="hitungan", judul="Jumlah lokasi penerapan QA", judul_en="Number of QA locations",
    satuan="lokasi", rujukan=f"{SERTIFIKAT}, IK6", excel=_excel_unik,
    argumen=(Argumen("lokasi", "rentang", "nama kabupaten/kota", "names of districts", "n x 1"),),
)  # fmt: skip
def qa_lokasi_jumlah(masa: Masa, lokasi: Any) -> int:
    """Banyaknya kabupaten/kota yang berbeda; spasi tepi dan huruf besar diabaikan, sel kosong dilewati."""
    return _unik(lokasi)
