"""Capaian kinerja: realisasi terhadap target, gabungan triwulan, dan nilai sasaran menurut tingkat validitas."""

from __future__ import annotations

from math import fsum
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa, nama_tabel
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import (
    Angka,
    Masukan,
    Rentang,
    RentangNama,
    banyak_bila,
    berisi,
    bukan_deret,
    bukan_lebar,
    bukan_sebentuk,
    jaga,
    jaga_bentuk,
    jumlah_bukan_angka,
    teks,
)
from kinerja_xl.core.sel import angka, angka_atau_kosong, kata, pilihan, rapikan, tulis

POLARISASI = ("Maximize", "Minimize", "Stabilize")
CARA = ("(2T-R)/T", "T/R")
TANPA_BATAS = "tanpa"
JENIS = ("Akumulasi", "Rata-rata", "Nilai Posisi Akhir")
RUJUKAN = "PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014"

_REALISASI = Argumen("realisasi", "angka", "realisasi; kosong = belum ada", "actual value; blank = none yet")
_POLARISASI = Argumen("polarisasi", "teks", "Maximize, Minimize, atau Stabilize", "Maximize, Minimize or Stabilize")
_BATAS = Argumen(
    "batas_atas", "apa saja", 'capaian tertinggi; kosong = 120; "tanpa" = tidak dibatasi',
    'highest percent; blank = 120; "tanpa" = no cap', "", True,
)  # fmt: skip
_CARA = Argumen("cara", "teks", "rumus Minimize: (2T-R)/T (bawaan) atau T/R", "formula for Minimize", "", True)


def _kosong(nilai: Any) -> bool:
    return rapikan(nilai)[0][0] is None


def _batas(masa: Masa, batas: Any) -> Optional[float]:
    """The cap in percent; None = no cap."""
    if _kosong(batas):
        return masa.angka("batas_atas")
    if isinstance(batas, str):
        if kata(batas, "batas_atas").casefold() == TANPA_BATAS:
            return None
        raise KinerjaError(f"batas_atas '{batas.strip()}' tidak dikenal; isi angka atau \"{TANPA_BATAS}\"")
    return angka(batas, "batas_atas", bawah=masa.angka("capaian_penuh"))


def _persen(penuh: float, realisasi: float, target: float, polarisasi: str, cara: str) -> float:
    """Percent before floor and cap."""
    if target == 0:
        sesuai = {"Maximize": realisasi >= 0, "Minimize": realisasi <= 0, "Stabilize": realisasi == 0}[polarisasi]
        if not sesuai:
            raise KinerjaError(f"capaian tidak dapat dihitung: target 0, realisasi {tulis(realisasi)}")
        return penuh
    if polarisasi == "Maximize":
        return realisasi / target * penuh
    if polarisasi == "Stabilize":
        return penuh - abs(realisasi - target) / target * penuh
    if cara == CARA[0]:
        return (2 * target - realisasi) / target * penuh
    if realisasi <= 0:
        raise KinerjaError(f"cara T/R perlu realisasi lebih dari 0, tertulis {tulis(realisasi)}")
    return target / realisasi * penuh


def _jepit(masa: Masa, persen: float, atas: Optional[float]) -> float:
    persen = max(masa.angka("batas_bawah"), persen)
    return persen if atas is None else min(atas, persen)


def _excel_persen(p: Angka, r: str, t: str, polarisasi: str, cara: str, batas: str) -> str:
    """The shared part: r, t and polarisasi are checked expressions of numbers and a word."""
    penuh, sama = p("capaian_penuh"), [f"TRIM({polarisasi})={teks(satu)}" for satu in POLARISASI]
    nol = [f"{r}>=0", f"{r}<=0", f"{r}=0"]
    pangkas = "IF({0}=0,IF({1},{2},NA()),{3})"
    turun = f"(2*{t}-{r})/{t}*{penuh}"
    if cara:
        bagi = f"IF({r}>0,{t}/{r}*{penuh},NA())"
        turun = f'IF(OR(TRIM({cara})="",TRIM({cara})={teks(CARA[0])}),{turun},{bagi})'
    isi = [f"{r}/{t}*{penuh}", turun, f"{penuh}-ABS({r}-{t})/{t}*{penuh}"]
    nilai = "NA()"
    for syarat, pada_nol, persen in reversed(list(zip(sama, nol, isi))):
        nilai = f"IF({syarat},{pangkas.format(t, pada_nol, penuh, persen)},{nilai})"
    nilai = f"MAX({p('batas_bawah')},{nilai})"
    if not batas:
        return f"MIN({p('batas_atas')},{nilai})"
    kata_batas = f"TRIM({batas})"
    return (
        f'IF({kata_batas}="",MIN({p("batas_atas")},{nilai}),IF({kata_batas}={teks(TANPA_BATAS)},{nilai},'
        f"IF(ISNUMBER({batas}),IF({batas}<{penuh},NA(),MIN({batas},{nilai})),NA())))"
    )


def _excel_capaian(p: Angka, r: str, t: str, polarisasi: str, batas: str = "", cara: str = "") -> str:
    salah = f"NOT(ISNUMBER({r})),NOT(ISNUMBER({t})),{t}<0"
    if cara:
        boleh = ",".join(f"TRIM({cara})={teks(satu)}" for satu in ("", *CARA))
        salah += f",NOT(OR({boleh}))"
    hasil = jaga(f"OR({salah})", _excel_persen(p, r, t, polarisasi, cara, batas))
    return f'IF(OR(TRIM({r})="",TRIM({t})=""),"",{hasil})'


@indikator(
    "CAPAIAN", keluarga="capaian", judul="Capaian kinerja", judul_en="Achievement", satuan="persen", rujukan=RUJUKAN,
    argumen=(_REALISASI, Argumen("target", "angka", "target", "target"), _POLARISASI, _BATAS, _CARA),
    excel=_excel_capaian,
)  # fmt: skip
def capaian(
    masa: Masa, realisasi: Any, target: Any, polarisasi: Any, batas_atas: Any = None, cara: Any = None
) -> Optional[float]:
    """Maximize R/T, Minimize (2T-R)/T, Stabilize 1-|R-T|/T, dalam persen, paling rendah 0 dan paling tinggi 120.

    Realisasi atau target yang kosong berarti belum ada data. Target 0: Maximize 100 bila realisasi tidak negatif,
    Minimize 100 bila realisasi tidak positif, selain itu ditolak. Target negatif ditolak. batas_atas "tanpa" meniadakan
    batas. cara "T/R" memakai rumus Minimize yang lain.
    """
    if _kosong(realisasi) or _kosong(target):
        return None
    r, t = angka(realisasi, "realisasi"), angka(target, "target", bawah=0)
    arah = pilihan(polarisasi, "polarisasi", POLARISASI)
    pakai = CARA[0] if _kosong(cara) else pilihan(cara, "cara", CARA)
    atas = _batas(masa, batas_atas)
    return _jepit(masa, _persen(masa.angka("capaian_penuh"), r, t, arah, pakai), atas)


def _excel_rentang(p: Angka, r: str, bawah: str, atas: str, polarisasi: str, batas: str = "") -> str:
    semua = (r, bawah, atas)
    salah = ",".join(f"NOT(ISNUMBER({satu}))" for satu in semua) + f",{bawah}<0,{atas}<{bawah}"
    t = f"IF({r}<{bawah},{bawah},IF({r}>{atas},{atas},{r}))"
    di_dalam = f"AND({r}>={bawah},{r}<={atas})"
    kata_sah = ",".join(f"TRIM({polarisasi})={teks(satu)}" for satu in POLARISASI)
    if batas:
        sah = f'IF(OR(TRIM({batas})="",TRIM({batas})={teks(TANPA_BATAS)}),0,IF(ISNUMBER({batas}),'
        sah += f"IF({batas}<{p('capaian_penuh')},NA(),0),NA()))"
        penuh = f"{p('capaian_penuh')}+{sah}"
    else:
        penuh = p("capaian_penuh")
    hasil = f"IF({di_dalam},IF(OR({kata_sah}),{penuh},NA()),{_excel_persen(p, r, t, polarisasi, '', batas)})"
    kosong = ",".join(f'TRIM({satu})=""' for satu in semua)
    return f'IF(OR({kosong}),"",{jaga(f"OR({salah})", hasil)})'


@indikator(
    "CAPAIAN_RENTANG", keluarga="capaian", judul="Capaian terhadap target rentang", satuan="persen", rujukan=RUJUKAN,
    judul_en="Achievement of a target range", excel=_excel_rentang,
    argumen=(
        _REALISASI, Argumen("bawah", "angka", "batas bawah target", "lower end of the target"),
        Argumen("atas", "angka", "batas atas target", "upper end of the target"), _POLARISASI, _BATAS,
    ),
)  # fmt: skip
def capaian_rentang(
    masa: Masa, realisasi: Any, bawah: Any, atas: Any, polarisasi: Any, batas_atas: Any = None
) -> Optional[float]:
    """Di dalam rentang 100; di bawah rentang dibagi batas bawah, di atas rentang dibagi batas atas."""
    if _kosong(realisasi) or _kosong(bawah) or _kosong(atas):
        return None
    r, rendah, tinggi = angka(realisasi, "realisasi"), angka(bawah, "bawah", bawah=0), angka(atas, "atas")
    if tinggi < rendah:
        raise KinerjaError(f"target rentang terbalik: {tulis(rendah)} sampai {tulis(tinggi)}")
    arah, batas = pilihan(polarisasi, "polarisasi", POLARISASI), _batas(masa, batas_atas)
    if rendah <= r <= tinggi:
        return masa.angka("capaian_penuh")
    target = rendah if r < rendah else tinggi
    return _jepit(masa, _persen(masa.angka("capaian_penuh"), r, target, arah, CARA[0]), batas)


def _excel_kategori(p: Angka, nilai: str) -> str:
    return f'IF(ISNUMBER({nilai}),IF({nilai}<0,NA(),{p.pita("kategori", nilai)}),IF(TRIM({nilai})="","",NA()))'


@indikator(
    "CAPAIAN_KATEGORI", keluarga="capaian", judul="Kategori capaian", judul_en="Class of an achievement",
    satuan="kategori", rujukan="LKjIP daerah; Permendagri 86/2017", excel=_excel_kategori,
    argumen=(Argumen("nilai", "angka", "capaian dalam persen", "achievement in percent"),),
)  # fmt: skip
def capaian_kategori(masa: Masa, nilai: Any) -> Optional[str]:
    """Sangat Baik sampai Sangat Kurang menurut batas bawah 91, 76, 66, 51; di atas 100 tetap kelas teratas."""
    isi = angka_atau_kosong(nilai, "nilai", bawah=0)
    return None if isi is None else masa.ambil_pita("kategori").kelas(isi)


def _sel_deret(rentang: Masukan, ke: int) -> str:
    if isinstance(rentang, Rentang):
        return rentang.sel(1, ke) if rentang.tinggi == 1 else rentang.sel(ke, 1)
    return f"INDEX({rentang},{ke})" if isinstance(rentang, RentangNama) else str(rentang)


def _excel_agregasi(p: Angka, triwulan: Masukan, jenis: str) -> str:
    banyak = p.masa.bulat("jumlah_triwulan")
    if isinstance(triwulan, Rentang) and sorted((triwulan.lebar, triwulan.tinggi)) != [1, banyak]:
        raise KinerjaError(f"triwulan harus {banyak} sel sebaris atau sekolom, diberi {triwulan}")
    akhir = "NA()"
    for ke in range(1, banyak + 1):
        akhir = f"IF(ISNUMBER({_sel_deret(triwulan, ke)}),{_sel_deret(triwulan, ke)},{akhir})"
    nilai = "NA()"
    for satu, isi in reversed(list(zip(JENIS, (f"SUM({triwulan})", f"AVERAGE({triwulan})", akhir)))):
        nilai = f"IF(TRIM({jenis})={teks(satu)},{isi},{nilai})"
    hasil = jaga(f"{jumlah_bukan_angka(triwulan)}>0", f'IF(COUNT({triwulan})=0,"",{nilai})')
    return jaga_bentuk(bukan_deret(triwulan, banyak), hasil)


@indikator(
    "AGREGASI", keluarga="capaian", judul="Nilai tahunan dari empat triwulan", judul_en="Year value of four quarters",
    satuan="seperti masukan", rujukan="Buku Pintar KPPN Denpasar; manual IKU (jenis perhitungan)",
    excel=_excel_agregasi,
    argumen=(
        Argumen("triwulan", "rentang", "realisasi triwulan I-IV; kosong = belum ada", "quarters I-IV", "1 x 4"),
        Argumen("jenis", "teks", "Akumulasi, Rata-rata, atau Nilai Posisi Akhir", "kind of aggregation"),
    ),
)  # fmt: skip
def agregasi(masa: Masa, triwulan: Any, jenis: Any) -> Optional[float]:
    """Akumulasi menjumlahkan, Rata-rata membagi dengan triwulan yang terisi, Nilai Posisi Akhir memakai yang terakhir.

    Triwulan kosong bukan nol; empat triwulan kosong berarti belum ada data.
    """
    baris = rapikan(triwulan)
    deret = [nilai for isi in baris for nilai in isi]
    banyak = masa.bulat("jumlah_triwulan")
    if len(deret) != banyak or len(baris) not in (1, banyak):
        raise KinerjaError(f"triwulan harus {banyak} sel sebaris atau sekolom, diberi {len(baris)} x {len(baris[0])}")
    isi = [angka(nilai, "triwulan", kolom=ke) for ke, nilai in enumerate(deret, 1) if nilai is not None]
    if not isi:
        return None
    cara = pilihan(jenis, "jenis", JENIS)
    if cara == JENIS[2]:
        return isi[-1]
    return fsum(isi) if cara == JENIS[0] else fsum(isi) / len(isi)


def _excel_npss(p: Angka, nilai: Masukan, validitas: Masukan) -> str:
    if (
        isinstance(nilai, Rentang)
        and isinstance(validitas, Rentang)
        and (nilai.tinggi != validitas.tinggi or nilai.lebar != 1 or validitas.lebar != 1)
    ):
        raise KinerjaError("capaian dan validitas harus sama banyak, masing-masing satu kolom")
    cacah, atas = [], []
    ada = berisi(nilai) if isinstance(nilai, RentangNama) else f"ISNUMBER({nilai})"
    for tingkat in p.masa.ambil_tabel("validitas").isi:
        bobot, sama = p(nama_tabel("validitas", tingkat)), f"(TRIM({validitas})={teks(tingkat)})"
        cacah.append((f"SUMPRODUCT({sama}*{ada})", bobot))
        atas.append(f"{bobot}*SUMPRODUCT({sama}*1,{nilai})")
    sah = "+".join(satu for satu, _ in cacah)
    bawah = "+".join(f"{bobot}*{satu}" for satu, bobot in cacah)
    hasil = jaga(f"{sah}<>COUNT({nilai})", f"({'+'.join(atas)})/({bawah})")
    negatif = banyak_bila(nilai, "<", "0", True)
    bentuk = [*bukan_lebar(nilai, 1), *bukan_sebentuk(nilai, validitas)]
    isi = jaga(f"{jumlah_bukan_angka(nilai)}+{negatif}>0", f'IF(COUNT({nilai})=0,"",{hasil})')
    return jaga_bentuk(bentuk, isi)


@indikator(
    "NPSS", keluarga="capaian", judul="Nilai pencapaian sasaran strategis", judul_en="Score of a strategic goal",
    satuan="persen", rujukan="PERMEN-KP 68/2017; LKj BPPBAT KKP 2016", excel=_excel_npss,
    argumen=(
        Argumen("capaian", "rentang", "capaian tiap indikator, persen; kosong = belum ada", "achievements", "n x 1"),
        Argumen("validitas", "rentang", "Lead Input, Lead Proses, Lag Output, atau Lag Outcome", "validity", "n x 1"),
    ),
)  # fmt: skip
def npss(masa: Masa, capaian: Any, validitas: Any) -> Optional[float]:
    """Rata-rata capaian, tertimbang menurut tingkat validitas indikator; indikator tanpa capaian tidak dihitung."""
    nilai, tingkat = rapikan(capaian), rapikan(validitas)
    if len(nilai) != len(tingkat) or any(len(b) != 1 for b in nilai + tingkat):
        raise KinerjaError("capaian dan validitas harus sama banyak, masing-masing satu kolom")
    tabel = masa.ambil_tabel("validitas")
    pasangan = []
    for ke, (isi, kata_validitas) in enumerate(zip(nilai, tingkat), 1):
        if isi[0] is not None:
            persen = angka(isi[0], "capaian", bawah=0, baris=ke)
            nama = pilihan(kata_validitas[0], "validitas", tuple(tabel.isi), baris=ke)
            pasangan.append((persen, float(tabel.isi[nama])))
    if not pasangan:
        return None
    return fsum(persen * bobot for persen, bobot in pasangan) / fsum(bobot for _, bobot in pasangan)


cek_kembar("CAPAIAN_CEK", "CAPAIAN")
