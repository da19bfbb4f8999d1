"""Scores of the twelve IKPA indicators of 2018-2019; indicators where less is better are turned round."""

from __future__ import annotations

from typing import Any, Callable, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, merekam
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.registry import Argumen, indikator
from kinerja_xl.core.rumus import Angka, banyak_bila, jaga, jumlah_bukan_angka
from kinerja_xl.core.sel import cacah
from kinerja_xl.iku._bagian import bentuk_salah, bukan_angka_excel, deret, persen, persen_excel, sel_deret
from kinerja_xl.iku._deviasi import kesesuaian_excel, nilai_kesesuaian

ATURAN = ("pmk-195-2018",)
TRIWULAN = 4  # quarters of a year
_SEUMUR = 9  # decimals kept of a permil before it meets a bound, so that 1/10000 is 0.1 and not a hair less


def _rasio(nama: str, judul: str, judul_en: str, bagian: str, seluruh: str, rujukan: str, *, balik: bool) -> None:
    """Register a ratio of counts; balik: the part is a fault, so the score is what is left of 100."""

    def hitung(masa: Masa, a: Any, b: Any) -> Optional[float]:
        nilai = persen(a, b, bagian, seluruh, utuh=True)
        return _balik(nilai) if balik else nilai

    hitung.__doc__ = (
        f"100 dikurangi persentase {bagian} dari {seluruh}." if balik else f"Persentase {bagian} dari {seluruh}."
    )
    nama_bagian = {"IKPA_RETUR_SP2D": "retur", "IKPA_KESALAHAN_SPM": "salah"}.get(nama, "tepat")
    nama_seluruh = "sp2d" if nama == "IKPA_RETUR_SP2D" else "total"
    indikator(
        nama, keluarga="ikpa", judul=judul, judul_en=judul_en, satuan="Nilai", rujukan=rujukan, aturan=ATURAN,
        argumen=[Argumen(nama_bagian, "angka", bagian, "part"), Argumen(nama_seluruh, "angka", seluruh, "whole")],
        excel=_rasio_excel(balik),
    )(hitung)  # fmt: skip


def _balik(nilai: Optional[float]) -> Optional[float]:
    """100 less the percentage of a fault: the less of it the better."""
    if nilai is None:
        return None
    hasil = 100 - nilai
    catat("Makin kecil makin baik, jadi dibalik: 100 dikurangi persentase itu", "100 - {nilai}", hasil, nilai=nilai,
          en="The less the better, so turned round: 100 less that percentage")  # fmt: skip
    return hasil


def _rasio_excel(balik: bool) -> Callable[..., str]:
    def tulis_rumus(p: Angka, a: str, b: str) -> str:
        return persen_excel(a, b, lambda r: f"100-{r}*100" if balik else f"{r}*100", utuh=True)

    return tulis_rumus


_MANUAL = "PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf"
_rasio("IKPA_UP", "Skor pengelolaan UP", "UP management", "SPM GUP tepat waktu", "jumlah SPM GUP",
       f"{_MANUAL} c", balik=False)  # fmt: skip
_rasio("IKPA_LPJ", "Skor LPJ bendahara", "Treasurer reports", "LPJ tepat waktu", "jumlah LPJ",
       f"{_MANUAL} d", balik=False)  # fmt: skip
_rasio("IKPA_KONTRAK", "Skor data kontrak", "Contract data", "data kontrak tepat waktu", "jumlah data kontrak",
       f"{_MANUAL} e", balik=False)  # fmt: skip
_rasio("IKPA_TAGIHAN", "Skor penyelesaian tagihan", "Invoices", "tagihan tepat waktu", "jumlah tagihan",
       f"{_MANUAL} f", balik=False)  # fmt: skip
_rasio("IKPA_RENKAS", "Skor perencanaan kas", "Cash plans", "renkas tepat waktu", "jumlah renkas",
       f"{_MANUAL} i", balik=False)  # fmt: skip
_rasio("IKPA_RETUR_SP2D", "Skor retur SP2D", "Returned payments", "retur SP2D", "SP2D terbit",
       f"{_MANUAL} h", balik=True)  # fmt: skip
_rasio("IKPA_KESALAHAN_SPM", "Skor kesalahan SPM", "Faulty payment orders", "SPM salah", "jumlah SPM",
       f"{_MANUAL} j", balik=True)  # fmt: skip


def _revisi_excel(p: Angka, revisi: str) -> str:
    sel = sel_deret(revisi, [TRIWULAN])
    if sel is None:
        return "NA()"
    batas = p("toleransi_revisi")
    suku = "+".join(f"IF(ISNUMBER({s}),100*{batas}/MAX({s},{batas}),0)" for s in sel)
    pecahan = "+".join(f"IF(ISNUMBER({s}),ABS({s}-INT({s})),0)" for s in sel)
    negatif, bentuk = banyak_bila(revisi, "<", "0"), bentuk_salah(revisi, [TRIWULAN])
    salah = f"{jumlah_bukan_angka(revisi)}+{negatif}{bentuk}+{pecahan}>0"
    return jaga(salah, f'IF(COUNT({revisi})=0,"",({suku})/COUNT({revisi}))')


@indikator(
    "IKPA_REVISI_DIPA",
    keluarga="ikpa",
    judul="Skor revisi DIPA",
    judul_en="Budget revisions",
    satuan="Nilai",
    rujukan="PMK 195/PMK.05/2018; bahan perhitungan IKPA 2020",
    argumen=[
        Argumen(
            "revisi", "rentang", "banyak revisi pagu tetap tiap triwulan, kosong = belum berjalan",
            "revisions per quarter, blank = still to come", "1 × 4",
        )
    ],
    excel=_revisi_excel,
    aturan=ATURAN,
)  # fmt: skip
def ikpa_revisi_dipa(masa: Masa, revisi: Any) -> Optional[float]:
    """Rata-rata nilai triwulan; tiap triwulan toleransi dibagi banyak revisi, paling tinggi 100."""
    sel = deret(revisi, "revisi")
    if len(sel) != TRIWULAN:
        raise KinerjaError(f"revisi perlu {TRIWULAN} sel, satu tiap triwulan; diberi {len(sel)}")
    batas = masa.angka("toleransi_revisi")
    banyak = [cacah(n, "revisi", bawah=0, kolom=i) for i, n in enumerate(sel, 1) if n is not None]
    if not banyak:
        return None
    skor = [100 * batas / max(n, batas) for n in banyak]
    if merekam():
        _catat_revisi(sel, skor, batas)
    hasil = sum(skor) / len(skor)
    catat("Rata-rata triwulan yang sudah berjalan", "({skor:+}) / {banyak}", hasil, skor=skor, banyak=len(skor),
          en="Mean of the quarters passed")  # fmt: skip
    return hasil


def _catat_revisi(sel: list[Any], skor: list[float], batas: float) -> None:
    sisa = iter(skor)
    for ke, n in enumerate(sel, 1):
        if n is None:
            catat("Triwulan {ke}: belum berjalan, tidak dihitung", en="Quarter {ke}: still to come", ke=ke)
        elif n <= batas:
            catat("Triwulan {ke}: {n} revisi, tidak melebihi {batas}", "", next(sisa), ke=ke, n=n, batas=batas,
                  en="Quarter {ke}: {n} revisions, not over {batas}", sumber="toleransi_revisi")  # fmt: skip
        else:
            catat("Triwulan {ke}: makin banyak revisi makin rendah", "100 × {batas} / {n}", next(sisa), ke=ke, n=n,
                  en="Quarter {ke}: the more revisions the lower", batas=batas, sumber="toleransi_revisi")  # fmt: skip


@indikator(
    "IKPA_DEVIASI_DIPA",
    keluarga="ikpa",
    judul="Skor deviasi halaman III DIPA",
    judul_en="Deviation from the cash plan",
    satuan="Nilai",
    rujukan="PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf b (rumus tercetaknya tidak lengkap)",
    argumen=[
        Argumen("rencana", "rentang", "rencana penarikan dana kumulatif tiap bulan", "cumulative plan", "1 × n"),
        Argumen("realisasi", "rentang", "realisasi kumulatif, kosong = belum berjalan", "cumulative", "1 × n"),
    ],
    excel=lambda p, rencana, realisasi: kesesuaian_excel(rencana, realisasi),
    aturan=ATURAN,
)
def ikpa_deviasi_dipa(masa: Masa, rencana: Any, realisasi: Any) -> Optional[float]:
    """100 dikurangi rata-rata selisih mutlak kumulatif terhadap rencana, paling rendah 0."""
    return nilai_kesesuaian(rencana, realisasi)


def _penyerapan_excel(p: Angka, realisasi: str, pagu: str, triwulan: str) -> str:
    target = f"CHOOSE({triwulan},{','.join(p(f'target_tw{i}') for i in range(1, TRIWULAN + 1))})"
    nilai = persen_excel(realisasi, pagu, lambda r: f"MIN(100,{r}*100/{target}*100)")
    sah = ",".join(f"{triwulan}={i}" for i in range(1, TRIWULAN + 1))
    return f"IF({bukan_angka_excel(triwulan)},NA(),IF(NOT(OR({sah})),NA(),{nilai}))"


@indikator(
    "IKPA_PENYERAPAN",
    keluarga="ikpa",
    judul="Skor penyerapan anggaran",
    judul_en="Budget absorption",
    satuan="Nilai",
    rujukan="PMK 195/PMK.05/2018; target triwulan 15/40/60/90 %",
    argumen=[
        Argumen("realisasi", "angka", "realisasi sampai dengan triwulan, rupiah", "spent so far"),
        Argumen("pagu", "angka", "pagu setahun, rupiah", "budget of the year"),
        Argumen("triwulan", "angka", "1-4", "quarter 1-4"),
    ],
    excel=_penyerapan_excel,
    aturan=ATURAN,
)
def ikpa_penyerapan(masa: Masa, realisasi: Any, pagu: Any, triwulan: Any) -> Optional[float]:
    """Persentase realisasi terhadap target triwulan, paling tinggi 100."""
    tw = cacah(triwulan, "triwulan", bawah=1, atas=TRIWULAN)
    nilai = persen(realisasi, pagu, "realisasi", "pagu")
    if nilai is None:
        return None
    parameter = f"target_tw{tw}"
    target = masa.angka(parameter)
    hasil = min(100.0, nilai / target * 100)
    catat("Dibandingkan dengan target triwulan {tw} ({target} persen), paling tinggi 100", "{nilai} / {target} × 100",
          hasil, tanda="=" if nilai < target else "->", tw=tw, target=target, nilai=nilai, sumber=parameter,
          en="Against the target of quarter {tw} ({target} percent), at most 100")  # fmt: skip
    return hasil


def _tangga(masa: Masa) -> int:
    return sum(q.nama.startswith("dispensasi_batas_") for q in masa.parameter)


def _dispensasi_excel(p: Angka, dispensasi: str, total: str) -> str:
    def kelas(rasio: str) -> str:
        hasil = p("dispensasi_skor_dasar")
        for i in range(_tangga(p.masa), 0, -1):
            batas, skor = p(f"dispensasi_batas_{i}"), p(f"dispensasi_skor_{i}")
            hasil = f"IF(ROUND({rasio}*1000,{_SEUMUR})<{batas},{skor},{hasil})"
        return f"IF({dispensasi}=0,{p('dispensasi_skor_nihil')},{hasil})"

    return persen_excel(dispensasi, total, kelas, utuh=True)


@indikator(
    "IKPA_DISPENSASI_SPM",
    keluarga="ikpa",
    judul="Skor dispensasi penyampaian SPM",
    judul_en="Late payment orders by dispensation",
    satuan="Nilai",
    rujukan="Tangga permil dispensasi SPM (PER-5/PB/2022, belum dicocokkan dengan naskah resmi)",
    argumen=[
        Argumen("dispensasi", "angka", "banyak SPM dengan dispensasi", "payment orders by dispensation"),
        Argumen("total", "angka", "jumlah SPM", "all payment orders"),
    ],
    excel=_dispensasi_excel,
    aturan=ATURAN,
)
def ikpa_dispensasi_spm(masa: Masa, dispensasi: Any, total: Any) -> Optional[float]:
    """Skor menurut permil SPM dispensasi; batas kelas masuk kelas yang lebih buruk."""
    nilai = persen(dispensasi, total, "SPM dispensasi", "jumlah SPM", utuh=True)
    if nilai is None:
        return None
    if nilai == 0:
        hasil = masa.angka("dispensasi_skor_nihil")
        catat("Tanpa SPM dispensasi", "", hasil, en="No payment order by dispensation", sumber="dispensasi_skor_nihil")
        return hasil
    permil = bulat(dispensasi / total * 1000, _SEUMUR)
    catat(
        "SPM dispensasi dalam permil",
        "{d} / {t} × 1000",
        permil,
        en="By dispensation, in permil",
        d=dispensasi,
        t=total,
    )
    for i in range(1, _tangga(masa) + 1):
        batas, skor = f"dispensasi_batas_{i}", f"dispensasi_skor_{i}"
        if permil < masa.angka(batas):
            hasil = masa.angka(skor)
            catat("Kelas permil menurut tangga dispensasi", "{permil} < {batas}", hasil, tanda="->", permil=permil,
                  batas=masa.angka(batas), en="Class of the permil", sumber=skor)  # fmt: skip
            return hasil
    hasil = masa.angka("dispensasi_skor_dasar")
    catat("Kelas permil terburuk pada tangga dispensasi", "{permil}", hasil, tanda="->", permil=permil,
          en="Worst class of the permil", sumber="dispensasi_skor_dasar")  # fmt: skip
    return hasil


@indikator(
    "IKPA_PAGU_MINUS",
    keluarga="ikpa",
    judul="Skor pagu minus",
    judul_en="Negative budget lines",
    satuan="Nilai",
    rujukan="Manual IKU 2024, IK11 huruf l, dibalik (belum dicocokkan dengan naskah resmi)",
    argumen=[
        Argumen("minus", "angka", "jumlah pagu minus sebagai angka positif, rupiah", "negative amount, as positive"),
        Argumen("pagu", "angka", "pagu, rupiah", "budget"),
    ],
    excel=lambda p, minus, pagu: persen_excel(minus, pagu, lambda r: f"100-{r}*100"),
    aturan=ATURAN,
)
def ikpa_pagu_minus(masa: Masa, minus: Any, pagu: Any) -> Optional[float]:
    """100 dikurangi persentase pagu minus terhadap pagu."""
    nilai = persen(minus, pagu, "pagu minus", "pagu")
    return _balik(nilai)
