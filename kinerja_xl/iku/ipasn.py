"""Indeks Profesionalitas ASN: kualifikasi + kompetensi + kinerja + disiplin, per pegawai dan per unit."""

from __future__ import annotations

from math import fsum
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa, Tabel, nama_pita, nama_tabel
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
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
    jumlah_di_luar,
    teks,
)
from kinerja_xl.core.sel import angka, angka_atau_kosong, kata, kosong, rapikan, tulis

RUJUKAN = "PermenPANRB 38/2018; Peraturan BKN 8/2019"
KOLOM = ("pendidikan", "jabatan", "diklat", "jp20", "seminar", "skp", "disiplin")
RIWAYAT = ("diklat", "jp20", "seminar")

_ARGUMEN = (
    Argumen("pendidikan", "teks", "S3, S2, S1, D4, D3, SM, D2, D1, SLTA, SLTP, SD", "education level"),
    Argumen("jabatan", "teks", "Struktural, Fungsional, atau Pelaksana", "kind of post"),
    Argumen("diklat", "angka", "1 = sudah diklat kepemimpinan/fungsional, 0 = belum; diabaikan untuk Pelaksana", "1/0"),
    Argumen("jp_20", "angka", "1 = diklat 20 jam pelajaran setahun terakhir, 0 = tidak", "1/0"),
    Argumen("seminar", "angka", "1 = seminar setahun terakhir, 0 = tidak", "1/0"),
    Argumen("skp", "angka", "nilai SKP 0-100", "performance score 0-100"),
    Argumen("disiplin", "apa saja", "hukuman: O (atau 0) tidak pernah, R, S, B", "discipline: O, R, S or B"),
)


def _poin(tabel: Tabel, nilai: Any, baris: Optional[int], kolom: int) -> float:
    """Points of a word; a number stands for its digits (0 = O)."""
    tempat = {"baris": baris, "kolom": kolom if baris else None}
    sebutan = KOLOM[kolom - 1]
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        nilai = tulis(nilai)
    isi = kata(nilai, sebutan, **tempat)
    if isi not in tabel:
        raise KinerjaError(f"{sebutan} '{isi}' tidak dikenal; pilih {', '.join(tabel.isi)}", **tempat)
    return float(tabel.nilai(isi))


def _pegawai(masa: Masa, isi: list[Any], baris: Optional[int] = None) -> float:
    """Index of one person; faults name the column inside a table."""

    def di(nama: str) -> dict[str, Any]:
        return {"baris": baris, "kolom": KOLOM.index(nama) + 1 if baris else None}

    nilai = dict(zip(KOLOM, isi))
    poin = [_poin(masa.ambil_tabel("pendidikan"), nilai["pendidikan"], baris, 1)]
    for nama in RIWAYAT:
        bobot = _poin(masa.ambil_tabel(nama), nilai["jabatan"], baris, 2)
        if nama == "diklat" and not bobot:
            continue
        if angka(nilai[nama], nama, **di(nama)) not in (0, 1):
            raise KinerjaError(f"{nama} {tulis(nilai[nama])} seharusnya 1 atau 0", **di(nama))
        poin.append(bobot * nilai[nama])
    skp = angka(nilai["skp"], "skp", bawah=0, atas=masa.angka("nilai_tertinggi"), **di("skp"))
    poin.append(float(masa.ambil_tabel("kinerja").nilai(masa.ambil_pita("skp").kelas(skp))))
    poin.append(_poin(masa.ambil_tabel("disiplin"), nilai["disiplin"], baris, 7))
    return fsum(poin)


def _satu_nol(isi: str) -> str:
    return f"IF(ISNUMBER({isi}),IF(OR({isi}=0,{isi}=1),{isi},NA()),NA())"


def _kelas_skp(p: Angka) -> list[tuple[str, str]]:
    """Lower bound and points of each SKP class but the lowest, highest first."""
    isi = p.masa.ambil_pita("skp").isi
    return [(p(nama_pita("skp", kelas)), p(nama_tabel("kinerja", kelas))) for _, kelas in isi[:-1]]


def _poin_terendah(p: Angka) -> str:
    return p(nama_tabel("kinerja", p.masa.ambil_pita("skp").isi[-1][1]))


def _excel_pegawai(p: Angka, *sel: str) -> str:
    pendidikan, jabatan, diklat, jp20, seminar, skp, disiplin = sel
    kinerja = _poin_terendah(p)
    for batas, poin in reversed(_kelas_skp(p)):
        kinerja = f"IF({skp}>={batas},{poin},{kinerja})"
    bobot = p.tabel("diklat", jabatan)
    jumlah = "+".join([
        p.tabel("pendidikan", pendidikan),
        f"IF({bobot}=0,0,{bobot}*{_satu_nol(diklat)})",
        f"{p.tabel('jp20', jabatan)}*{_satu_nol(jp20)}",
        f"{p.tabel('seminar', jabatan)}*{_satu_nol(seminar)}",
        f"IF(ISNUMBER({skp}),IF(OR({skp}<0,{skp}>{p('nilai_tertinggi')}),NA(),{kinerja}),NA())",
        p.tabel("disiplin", disiplin),
    ])  # fmt: skip
    semua = "&".join(f"TRIM({satu})" for satu in sel)
    return f'IF({semua}="","",{jumlah})'


@indikator(
    "IP_ASN_PEGAWAI", keluarga="ipasn", judul="Indeks profesionalitas seorang pegawai",
    judul_en="Professionalism index of one civil servant", satuan="indeks 0-100", rujukan=RUJUKAN, argumen=_ARGUMEN,
    excel=_excel_pegawai,
)  # fmt: skip
def ip_asn_pegawai(masa: Masa, *isi: Any) -> Optional[float]:
    """Jumlah poin kualifikasi, kompetensi, kinerja, dan disiplin.

    Kelas SKP memakai batas bawah pada nilai yang tidak dibulatkan. Diklat tidak dihitung untuk Pelaksana.
    Tujuh sel kosong berarti belum ada data; sebagian kosong ditolak.
    """
    rapi = rapikan([list(isi)])[0]
    return None if kosong(rapi) else _pegawai(masa, rapi)


def _cacah_kata(p: Angka, nama: str, kolom: str) -> list[tuple[str, str]]:
    """Per word of a table: how many cells hold it, and its points."""
    tabel = p.masa.ambil_tabel(nama)
    hasil = []
    for asli in tabel.isi:
        kata_kata = [asli, *[alias for alias, tujuan in tabel.alias.items() if tujuan == asli]]
        sama = "+".join(f"(TRIM({kolom})={teks(satu)})" for satu in kata_kata)
        hasil.append((f"SUMPRODUCT(({sama})*1)", p(nama_tabel(nama, asli))))
    return hasil


def _excel_score(p: Angka, tabel: Masukan) -> str:
    if isinstance(tabel, Rentang) and tabel.lebar != len(KOLOM):
        raise KinerjaError(f"tabel harus {len(KOLOM)} kolom, diberi {tabel.lebar}")
    k = {nama: tabel.kolom(ke) for ke, nama in enumerate(KOLOM, 1)}  # type: ignore[union-attr]
    terisi = "+".join(f"(LEN(TRIM({satu}))>0)" for satu in k.values())
    orang = f"SUMPRODUCT((({terisi})>0)*1)"
    skp = k["skp"]
    banyak = f"COUNT({skp})"  # equal to the people counted, or something is missing
    salah, jumlah = [f"{orang}<>{banyak}"], []
    for nama in ("pendidikan", "disiplin"):
        cacah = _cacah_kata(p, nama, k[nama])
        salah.append("+".join(c for c, _ in cacah) + f"<>{banyak}")
        jumlah += [f"{c}*{poin}" for c, poin in cacah]
    jabatan = list(p.masa.ambil_tabel("diklat").isi)
    salah.append("+".join(c for c, _ in _cacah_kata(p, "diklat", k["jabatan"])) + f"<>{banyak}")
    for nama in RIWAYAT:
        wajib = [j for j in jabatan if nama != "diklat" or p.masa.ambil_tabel("diklat").isi[j]]
        pilih = "(" + "+".join(f"(TRIM({k['jabatan']})={teks(j)})" for j in wajib) + ")"
        angka_isi = berisi(k[nama]) if isinstance(tabel, RentangNama) else f"ISNUMBER({k[nama]})"
        isi = f"{angka_isi}*(({k[nama]}=0)+({k[nama]}=1))"
        salah.append(f"SUMPRODUCT({pilih}*{isi})<>SUMPRODUCT({pilih}*1)")
        jumlah += [
            f"SUMPRODUCT((TRIM({k['jabatan']})={teks(j)})*{angka_isi}*({k[nama]}=1))*{p(nama_tabel(nama, j))}"
            for j in wajib
        ]
    salah.append(f"{jumlah_di_luar(skp, '0', p('nilai_tertinggi'))}>0")
    poin = [*[satu for _, satu in _kelas_skp(p)], _poin_terendah(p)]
    jumlah.append(f"{banyak}*{poin[-1]}")
    jumlah += [
        f"{banyak_bila(skp, '>=', batas, True)}*({poin[ke]}-{poin[ke + 1]})"
        for ke, (batas, _) in enumerate(_kelas_skp(p))
    ]
    syarat, poin_semua = ",".join(salah), "+".join(jumlah)
    hasil = jaga(f"OR({syarat})", f'IF({banyak}=0,"",({poin_semua})/{banyak})')
    return jaga_bentuk(bukan_lebar(tabel, len(KOLOM)), hasil)


@indikator(
    "IP_ASN_SCORE", keluarga="ipasn", judul="Indeks profesionalitas ASN unit", judul_en="Professionalism index",
    satuan="indeks 0-100", rujukan=RUJUKAN, excel=_excel_score,
    argumen=(Argumen("tabel", "rentang", "satu baris per pegawai: " + ", ".join(KOLOM), "one row a person", "n x 7"),),
)  # fmt: skip
def ip_asn_score(masa: Masa, tabel: Any) -> Optional[float]:
    """Rata-rata indeks seluruh pegawai yang diukur; baris kosong dilewati, tanpa pegawai belum ada data."""
    baris = rapikan(tabel)
    if baris and len(baris[0]) != len(KOLOM):
        raise KinerjaError(f"tabel harus {len(KOLOM)} kolom ({', '.join(KOLOM)}), diberi {len(baris[0])}")
    nilai = [_pegawai(masa, isi, ke) for ke, isi in enumerate(baris, 1) if not kosong(isi)]
    return fsum(nilai) / len(nilai) if nilai else None


def _excel_kategori(p: Angka, nilai: str) -> str:
    dalam = f"IF(OR({nilai}<0,{nilai}>{p('nilai_tertinggi')}),NA(),{p.pita('kategori', nilai)})"
    return f'IF(ISNUMBER({nilai}),{dalam},IF(TRIM({nilai})="","",NA()))'


@indikator(
    "IP_ASN_KATEGORI", keluarga="ipasn", judul="Kategori profesionalitas", judul_en="Professionalism class",
    satuan="kategori", rujukan=RUJUKAN, excel=_excel_kategori,
    argumen=(Argumen("nilai", "angka", "indeks 0-100", "index 0-100"),),
)  # fmt: skip
def ip_asn_kategori(masa: Masa, nilai: Any) -> Optional[str]:
    """Sangat Tinggi sampai Sangat Rendah menurut batas bawah 91, 81, 71, 61 pada nilai yang tidak dibulatkan."""
    isi = angka_atau_kosong(nilai, "nilai", bawah=0, atas=masa.angka("nilai_tertinggi"))
    return None if isi is None else masa.ambil_pita("kategori").kelas(isi)


cek_kembar("IP_ASN_CEK", "IP_ASN_SCORE")
