"""Array forms of counting rules: distinct rows with UNIQUE and FILTER, for a LAMBDA where MATCH has no range to search.

UNIQUE compares whole texts, so `*`, `?` and `~` stand for themselves; LOWER and TRIM make the comparison form.
Local names are lower case; whoever writes the formula to a file gives them their prefix.
"""

from __future__ import annotations

from typing import Optional

from kinerja_xl.core.rumus import RentangNama, berisi, bukan_lebar, bukan_sebentuk, jaga, jaga_bentuk, teks

_PEMISAH = "¦"


def _banyak_unik(kunci: str, dihitung: str) -> str:
    """Distinct keys among those where `dihitung` (a name) is 1; FILTER must not meet an empty choice."""
    return f"IF(SUM({dihitung})=0,0,ROWS(UNIQUE(FILTER(LOWER({kunci}),{dihitung}=1))))"


def unik(daftar: str) -> str:
    """Number of distinct texts of one column."""
    hasil = f"LET(ada_isi,{berisi(daftar)}*1,{_banyak_unik(f'TRIM({daftar})', 'ada_isi')})"
    return jaga_bentuk(bukan_lebar(daftar, 1), hasil)


def unik_berlaku(terbit: str, upi: str, berlaku: str, salah: str) -> str:
    """Number of distinct names among the rows in force; `salah` is the fault of the dates."""
    hasil = f"LET(masih_laku,{berlaku},{_banyak_unik(f'TRIM({upi})', 'masih_laku')})"
    tanpa_nama = f"SUMPRODUCT({berisi(terbit)}*(LEN(TRIM({upi}))=0))>0"
    bentuk = [*bukan_lebar(terbit, 1), *bukan_sebentuk(terbit, upi)]
    return jaga_bentuk(bentuk, jaga(salah, jaga(tanpa_nama, hasil)))


def _kunci(daftar: RentangNama) -> str:
    dua = f"TRIM({daftar.kolom(1)})&{teks(_PEMISAH)}&TRIM({daftar.kolom(2)})"
    return f"IF({daftar.banyak_kolom}=1,TRIM({daftar}),{dua})"


def _setengah(daftar: RentangNama) -> str:
    """Number of rows filled in one column but not in the other."""
    isi = [berisi(daftar.kolom(k)) for k in (1, 2)]
    return f"IF({daftar.banyak_kolom}=1,0,SUMPRODUCT(ABS({isi[0]}-{isi[1]})))"


def _pertama(daftar: RentangNama) -> str:
    """1 for each filled row; a list of one cell cannot be cut."""
    return f"IF({daftar.banyak_kolom}=1,{berisi(daftar)}*1,{berisi(daftar.kolom(1))}*1)"


def unik_gabungan(satu: RentangNama, dua: RentangNama) -> str:
    """Number of distinct rows of two lists of one or two columns together."""
    bentuk = [f"{satu.banyak_kolom}>2", f"{satu.banyak_kolom}<>{dua.banyak_kolom}"]
    kunci = f"VSTACK({_kunci(satu)},{_kunci(dua)})"
    ada = f"VSTACK({_pertama(satu)},{_pertama(dua)})"
    hasil = f"LET(kunci_isi,{kunci},ada_isi,{ada},{_banyak_unik('kunci_isi', 'ada_isi')})"
    return jaga_bentuk(bentuk, jaga(f"{_setengah(satu)}+{_setengah(dua)}>0", hasil))


def capaian_keluaran(geo: bool, rvk: str, tvk: str, rikk: str, tikk: str) -> str:
    """Output achievement of any number of outputs and indicators; geo: geometric means, otherwise arithmetic."""
    netral, gabung = ("1", "REDUCE(1,{},LAMBDA(kali,satu,kali*satu))") if geo else ("0", "SUM({})")
    pembagi = "IF(banyak_t=0,1,banyak_t)"
    mutu = f"capai_t^(1/{pembagi})" if geo else f"IF(banyak_t=0,1,capai_t/{pembagi})"
    nilai = gabung.format(f"IF(ada_v,{rvk}/{tvk}*mutu,{netral})")
    akhir = f"{nilai}^(1/SUM(ada_v))*100" if geo else f"{nilai}/SUM(ada_v)*100"
    return (
        f"LET(ada_v,{berisi(tvk)}*({tvk}>0),ada_t,{berisi(tikk)}*({tikk}>0),"
        f"banyak_t,BYROW(ada_t,LAMBDA(baris,SUM(baris))),"
        f"capai_t,BYROW(IF(ada_t,{rikk}/{tikk},{netral}),LAMBDA(baris,{gabung.format('baris')})),"
        f'mutu,{mutu},IF(SUM(ada_v)=0,"",{akhir}))'
    )


def bentuk_keluaran(rvk: str, tvk: str, rikk: str, tikk: str) -> list[str]:
    """Conditions that the four ranges of output achievement do not fit together."""
    baris: list[Optional[str]] = [r.banyak_baris if isinstance(r, RentangNama) else None for r in (rvk, rikk)]
    tinggi = [f"{baris[0]}<>{baris[1]}"] if None not in baris else []
    return [*bukan_lebar(rvk, 1), *bukan_sebentuk(rvk, tvk), *bukan_sebentuk(rikk, tikk), *tinggi]
