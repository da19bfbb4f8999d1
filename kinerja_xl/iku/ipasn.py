"""Indeks Profesionalitas ASN: kualifikasi + kompetensi + kinerja + disiplin, per pegawai dan per unit."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, diam, merekam
from kinerja_xl.core.masa import Masa, Tabel, nama_tabel
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
from kinerja_xl.iku._predikat import (
    ARGUMEN_PETA,
    baca_peta,
    cacah_predikat,
    excel_poin,
    kelas_skp,
    peta_salah,
    peta_salah_larik,
    poin_kinerja,
    poin_predikat,
    poin_terendah,
)

RUJUKAN = "PermenPANRB 38/2018; Peraturan BKN 8/2019"
KOLOM = ("pendidikan", "jabatan", "diklat", "jp20", "seminar", "skp", "disiplin")
RIWAYAT = ("diklat", "jp20", "seminar")

_ARGUMEN = (
    Argumen("pendidikan", "teks", "S3, S2, S1, D4, D3, SM, D2, D1, SLTA, SLTP, SD", "education level"),
    Argumen("jabatan", "teks", "Struktural, Fungsional, atau Pelaksana", "kind of post"),
    Argumen("diklat", "angka", "1 = sudah diklat kepemimpinan/fungsional, 0 = belum; diabaikan untuk Pelaksana", "1/0"),
    Argumen("jp_20", "angka", "1 = diklat 20 jam pelajaran setahun terakhir, 0 = tidak", "1/0"),
    Argumen("seminar", "angka", "1 = seminar setahun terakhir, 0 = tidak", "1/0"),
    Argumen("skp", "apa saja", "nilai SKP 0-100, atau predikatnya (Sangat Baik, ...)", "0-100, or predikat"),
    Argumen("disiplin", "apa saja", "hukuman: O (atau 0) tidak pernah, R, S, B", "discipline: O, R, S or B"),
    ARGUMEN_PETA,
)


def _poin(tabel: Tabel, nilai: Any, baris: Optional[int], kolom: int) -> float:
    """Points of a word in column `kolom`; a number stands for its digits (0 = O)."""
    tempat = {"baris": baris, "kolom": kolom if baris else None}
    sebutan = KOLOM[kolom - 1]
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        nilai = tulis(nilai)
    isi = kata(nilai, sebutan, **tempat)
    if isi not in tabel:
        raise KinerjaError(f"{sebutan} '{isi}' tidak dikenal; pilih {', '.join(tabel.isi)}", **tempat)
    return float(tabel.nilai(isi))


def _pegawai(masa: Masa, isi: list[Any], peta: dict[str, float], baris: Optional[int] = None) -> list[float]:
    """Points of one person by dimension; faults name the column inside a table. peta: points by predikat."""

    def di(nama: str) -> dict[str, Any]:
        return {"baris": baris, "kolom": KOLOM.index(nama) + 1 if baris else None}

    nilai = dict(zip(KOLOM, isi))
    poin = [_poin(masa.ambil_tabel("pendidikan"), nilai["pendidikan"], baris, 1)]
    catat("Kualifikasi: pendidikan", "{kata}", poin[0], tanda="->", en="Kualifikasi: education",
          kata=nilai["pendidikan"], sumber="pendidikan")  # fmt: skip
    for nama in RIWAYAT:
        bobot = _poin(masa.ambil_tabel(nama), nilai["jabatan"], baris, 2)
        if nama == "diklat" and not bobot:
            catat("Kompetensi: diklat tidak dihitung untuk {jabatan}", "",
                  en="Kompetensi: diklat does not count for {jabatan}", jabatan=nilai["jabatan"],
                  sumber="diklat")  # fmt: skip
            continue
        if angka(nilai[nama], nama, **di(nama)) not in (0, 1):
            raise KinerjaError(f"{nama} {tulis(nilai[nama])} seharusnya 1 atau 0", **di(nama))
        poin.append(bobot * nilai[nama])
        catat("Kompetensi: {nama} ({jabatan})", "{bobot} × {ya}", poin[-1], nama=nama, jabatan=nilai["jabatan"],
              bobot=bobot, ya=nilai[nama], sumber=nama)  # fmt: skip
    poin.append(poin_kinerja(masa, nilai["skp"], peta, **di("skp")))
    poin.append(_poin(masa.ambil_tabel("disiplin"), nilai["disiplin"], baris, 7))
    catat("Disiplin: hukuman", "{kode}", poin[-1], tanda="->", en="Disiplin: punishment", kode=nilai["disiplin"],
          sumber="disiplin")  # fmt: skip
    return poin


def _pegawai_diam(masa: Masa, isi: list[Any], peta: dict[str, float], baris: int) -> list[float]:
    """The same inside a table, which tells a person as one step."""
    with diam():
        return _pegawai(masa, isi, peta, baris)


def _satu_nol(isi: str) -> str:
    return f"IF(ISNUMBER({isi}),IF(OR({isi}=0,{isi}=1),{isi},NA()),NA())"


def _excel_pegawai(p: Angka, *alamat: str) -> str:
    sel, peta = alamat[: len(KOLOM)], alamat[len(KOLOM)] if len(alamat) > len(KOLOM) else None
    pendidikan, jabatan, diklat, jp20, seminar, skp, disiplin = sel
    predikat = poin_predikat(p, peta)
    if predikat is None:
        return "NA()"
    bobot = p.tabel("diklat", jabatan)
    jumlah = "+".join([
        p.tabel("pendidikan", pendidikan),
        f"IF({bobot}=0,0,{bobot}*{_satu_nol(diklat)})",
        f"{p.tabel('jp20', jabatan)}*{_satu_nol(jp20)}",
        f"{p.tabel('seminar', jabatan)}*{_satu_nol(seminar)}",
        excel_poin(p, skp, predikat),
        p.tabel("disiplin", disiplin),
    ])  # fmt: skip
    semua = "&".join(f"TRIM({satu})" for satu in sel)
    nilai = jaga(f"OR({','.join(salah)})", jumlah) if (salah := peta_salah(p, peta)) else jumlah
    return f'IF({semua}="","",{nilai})'


@indikator(
    "IP_ASN_PEGAWAI", keluarga="ipasn", judul="Indeks profesionalitas seorang pegawai",
    judul_en="Professionalism index of one civil servant", satuan="indeks 0-100", rujukan=RUJUKAN, argumen=_ARGUMEN,
    excel=_excel_pegawai,
)  # fmt: skip
def ip_asn_pegawai(masa: Masa, *isi: Any) -> Optional[float]:
    """Jumlah poin kualifikasi, kompetensi, kinerja, dan disiplin.

    Kelas SKP memakai batas bawah pada nilai yang tidak dibulatkan; predikat memakai peta 30/25/15/5/1 (keputusan
    kinerja-xl) atau peta_predikat. Diklat tidak dihitung untuk Pelaksana. Tujuh sel kosong berarti belum ada data;
    sebagian kosong ditolak.
    """
    *tujuh, peta = isi
    rapi = rapikan([tujuh])[0]
    if kosong(rapi):
        return None
    poin = _pegawai(masa, rapi, baca_peta(masa, peta))
    hasil = fsum(poin)
    catat("Indeks: kualifikasi + kompetensi + kinerja + disiplin", "{poin:+}", hasil, poin=poin,
          en="Index: kualifikasi + kompetensi + kinerja + disiplin")  # fmt: skip
    return hasil


def _cacah_kata(p: Angka, nama: str, kolom: str) -> list[tuple[str, str]]:
    """Per word of a table: how many cells hold it, and its points."""
    tabel = p.masa.ambil_tabel(nama)
    hasil = []
    for asli in tabel.isi:
        kata_kata = [asli, *[alias for alias, tujuan in tabel.alias.items() if tujuan == asli]]
        sama = "+".join(f"(TRIM({kolom})={teks(satu)})" for satu in kata_kata)
        hasil.append((f"SUMPRODUCT(({sama})*1)", p(nama_tabel(nama, asli))))
    return hasil


def _excel_score(p: Angka, tabel: Masukan, peta: Optional[str] = None) -> str:
    if isinstance(tabel, Rentang) and tabel.lebar != len(KOLOM):
        raise KinerjaError(f"tabel harus {len(KOLOM)} kolom, diberi {tabel.lebar}")
    predikat = poin_predikat(p, peta)
    if predikat is None:
        return "NA()"
    kolom = {nama: tabel.kolom(ke) for ke, nama in enumerate(KOLOM, 1)}  # type: ignore[union-attr]
    return _rata_unit(p, kolom, predikat, peta_salah(p, peta))


def _larik_score(p: Angka, tabel: Masukan, peta: str) -> str:
    """The same over argument names; columns and points get local names, or the formula would be too long."""
    predikat = poin_predikat(p, peta) or {}
    kolom = {nama: RentangNama(f"k_{ke}") for ke, nama in enumerate(KOLOM, 1)}
    poin = {kata: f"poin_{ke}" for ke, kata in enumerate(predikat, 1)}
    isi = [f"{lokal},{tabel.kolom(ke)}" for ke, lokal in enumerate(kolom.values(), 1)]  # type: ignore[union-attr]
    isi += [f"{poin[kata]},{satu}" for kata, satu in predikat.items()]
    hasil = f"LET({','.join(isi)},{_rata_unit(p, kolom, poin, peta_salah_larik(p, peta))})"
    return jaga_bentuk(bukan_lebar(tabel, len(KOLOM)), hasil)


def _rata_unit(p: Angka, k: Mapping[str, str], predikat: dict[str, str], peta_keliru: list[str]) -> str:
    """Mean over the columns of a table; predikat: points by word."""
    terisi = "+".join(f"(LEN(TRIM({satu}))>0)" for satu in k.values())
    orang = f"SUMPRODUCT((({terisi})>0)*1)"
    skp = k["skp"]
    banyak = f"SUMPRODUCT((LEN(TRIM({skp}))>0)*1)"  # equal to the people counted, or something is missing
    berpredikat = [(cacah_predikat(skp, kata), poin) for kata, poin in predikat.items()]
    terbaca = "+".join([f"COUNT({skp})", *[c for c, _ in berpredikat]])
    salah, jumlah = [f"{orang}<>{banyak}", f"{terbaca}<>{banyak}", *peta_keliru], []
    for nama in ("pendidikan", "disiplin"):
        cacah = _cacah_kata(p, nama, k[nama])
        salah.append("+".join(c for c, _ in cacah) + f"<>{banyak}")
        jumlah += [f"{c}*{poin}" for c, poin in cacah]
    jabatan = list(p.masa.ambil_tabel("diklat").isi)
    salah.append("+".join(c for c, _ in _cacah_kata(p, "diklat", k["jabatan"])) + f"<>{banyak}")
    for nama in RIWAYAT:
        wajib = [j for j in jabatan if nama != "diklat" or p.masa.ambil_tabel("diklat").isi[j]]
        pilih = "(" + "+".join(f"(TRIM({k['jabatan']})={teks(j)})" for j in wajib) + ")"
        angka_isi = berisi(k[nama]) if isinstance(k[nama], RentangNama) else f"ISNUMBER({k[nama]})"
        isi = f"{angka_isi}*(({k[nama]}=0)+({k[nama]}=1))"
        salah.append(f"SUMPRODUCT({pilih}*{isi})<>SUMPRODUCT({pilih}*1)")
        jumlah += [
            f"SUMPRODUCT((TRIM({k['jabatan']})={teks(j)})*{angka_isi}*({k[nama]}=1))*{p(nama_tabel(nama, j))}"
            for j in wajib
        ]
    poin_skp = [*[satu for _, satu in kelas_skp(p)], poin_terendah(p)]
    salah.append(f"{_di_luar_skp(p, skp)}>0")
    jumlah.append(f"COUNT({skp})*{poin_skp[-1]}")
    jumlah += [
        f"{_sekurang(skp, batas)}*({poin_skp[ke]}-{poin_skp[ke + 1]})" for ke, (batas, _) in enumerate(kelas_skp(p))
    ]
    jumlah += [f"{c}*{nilai}" for c, nilai in berpredikat]
    return jaga(f"OR({','.join(salah)})", f'IF({banyak}=0,"",({"+".join(jumlah)})/{banyak})')


def _sekurang(skp: str, batas: str) -> str:
    """How many SKP numbers reach a bound; in a named column a predikat word, which sorts above numbers, is left out."""
    if isinstance(skp, RentangNama):
        return f'SUMPRODUCT({berisi(skp)}*({skp}<"")*({skp}>={batas}))'
    return banyak_bila(skp, ">=", batas, True)


def _di_luar_skp(p: Angka, skp: str) -> str:
    """How many SKP numbers lie outside the scale."""
    atas = p("nilai_tertinggi")
    if isinstance(skp, RentangNama):
        return f'SUMPRODUCT({berisi(skp)}*({skp}<"")*(({skp}<0)+({skp}>{atas})))'
    return jumlah_di_luar(skp, "0", atas)


@indikator(
    "IP_ASN_SCORE", keluarga="ipasn", judul="Indeks profesionalitas ASN unit", judul_en="Professionalism index",
    satuan="indeks 0-100", rujukan=RUJUKAN, excel=_excel_score,
    larik=_larik_score,
    argumen=(
        Argumen("tabel", "rentang", "satu baris per pegawai: " + ", ".join(KOLOM), "one row a person", "n x 7"),
        ARGUMEN_PETA,
    ),
)  # fmt: skip
def ip_asn_score(masa: Masa, tabel: Any, peta_predikat: Any = None) -> Optional[float]:
    """Rata-rata indeks seluruh pegawai yang diukur; baris kosong dilewati, tanpa pegawai belum ada data."""
    baris = rapikan(tabel)
    if baris and len(baris[0]) != len(KOLOM):
        raise KinerjaError(f"tabel harus {len(KOLOM)} kolom ({', '.join(KOLOM)}), diberi {len(baris[0])}")
    peta = baca_peta(masa, peta_predikat)
    nilai, direkam = [], merekam()
    for ke, isi in enumerate(baris, 1):
        if kosong(isi):
            continue
        poin = _pegawai_diam(masa, isi, peta, ke) if direkam else _pegawai(masa, isi, peta, ke)
        nilai.append(fsum(poin))
        catat("Baris {ke}: kualifikasi + kompetensi + kinerja + disiplin", "{poin:+}", nilai[-1], kelompok="pegawai",
              ke=ke, poin=poin, en="Row {ke}: kualifikasi + kompetensi + kinerja + disiplin")  # fmt: skip
    if not nilai:
        return None
    jumlah = fsum(nilai)
    catat("Jumlah indeks {banyak} pegawai", "{nilai:+}", jumlah, nilai=nilai, banyak=len(nilai),
          en="Sum of {banyak} persons")  # fmt: skip
    hasil = jumlah / len(nilai)
    catat("Rata-rata unit: jumlah indeks / banyak pegawai", "{jumlah} / {banyak}", hasil, jumlah=jumlah,
          banyak=len(nilai), en="Mean of the unit: sum / number of persons")  # fmt: skip
    return hasil


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
