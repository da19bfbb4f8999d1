"""Capaian kinerja: realisasi terhadap target, terhadap target rentang, dan kategorinya."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka, jaga, teks
from kinerja_xl.core.sel import angka, angka_atau_kosong, kata, pilihan, rapikan, tulis

POLARISASI = ("Maximize", "Minimize", "Stabilize")
CARA = ("(2T-R)/T", "T/R")
TANPA_BATAS = "tanpa"
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
        catat("Target 0 dan {polarisasi}: realisasi {r} dinilai tercapai penuh", "", penuh, polarisasi=polarisasi,
              r=realisasi, en="Target 0 and {polarisasi}: realisasi {r} counts as fully reached")  # fmt: skip
        return penuh
    if polarisasi == "Maximize":
        nama, pola, hasil = "R / T", "{r} / {t} × {penuh}", realisasi / target * penuh
    elif polarisasi == "Stabilize":
        nama, pola = "1 - |R - T| / T", "{penuh} - |{r} - {t}| / {t} × {penuh}"
        hasil = penuh - abs(realisasi - target) / target * penuh
    elif cara == CARA[0]:
        nama, pola, hasil = "(2T - R) / T", "(2 × {t} - {r}) / {t} × {penuh}", (2 * target - realisasi) / target * penuh
    elif realisasi <= 0:
        raise KinerjaError(f"cara T/R perlu realisasi lebih dari 0, tertulis {tulis(realisasi)}")
    else:
        nama, pola, hasil = "T / R (cara lain)", "{t} / {r} × {penuh}", target / realisasi * penuh
    catat("Capaian {polarisasi}, rumus {nama}, dalam persen", pola, hasil, polarisasi=polarisasi, nama=nama,
          r=realisasi, en="Capaian {polarisasi}, formula {nama}, in percent", t=target, penuh=penuh)  # fmt: skip
    return hasil


def _jepit(masa: Masa, persen: float, atas: Optional[float]) -> float:
    bawah = masa.angka("batas_bawah")
    hasil = max(bawah, persen)
    if persen < bawah:
        catat("Di bawah batas bawah {bawah}: dinaikkan", "{persen}", hasil, tanda="->",
              en="Below the floor of {bawah}: raised", bawah=bawah, persen=persen, sumber="batas_bawah")  # fmt: skip
    if atas is None:
        catat('Batas atas ditiadakan ("tanpa")', "", hasil, en='No cap ("tanpa")')
        return hasil
    if hasil > atas:
        catat("Melebihi batas atas {atas}: dipotong", "{persen}", atas, tanda="->", en="Above the cap of {atas}: cut",
              atas=atas, persen=persen, sumber="batas_atas")  # fmt: skip
    else:
        catat("Batas bawah {bawah} dan batas atas {atas}: capaian tetap", "{bawah} <= {naik} <= {atas}", hasil,
              tanda="->", en="Floor {bawah} and cap {atas}: unchanged", bawah=bawah, atas=atas, naik=hasil,
              sumber="batas_bawah batas_atas")  # fmt: skip
    return min(atas, hasil)


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
        penuh = masa.angka("capaian_penuh")
        catat("Realisasi di dalam rentang target: tercapai penuh", "{rendah} <= {r} <= {tinggi}", penuh, tanda="->",
              en="Realisasi inside the target range: fully reached", rendah=rendah, r=r, tinggi=tinggi)  # fmt: skip
        return penuh
    target = rendah if r < rendah else tinggi
    catat("Realisasi di luar rentang {rendah} - {tinggi}: dibandingkan dengan batas terdekat", "{r}", target, r=r,
          en="Realisasi outside the range {rendah} - {tinggi}: compared with its nearer end", tanda="->", rendah=rendah,
          tinggi=tinggi)  # fmt: skip
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


cek_kembar("CAPAIAN_CEK", "CAPAIAN")
