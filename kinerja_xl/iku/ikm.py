"""Indeks Kepuasan Masyarakat: dari jawaban kuesioner ke nilai, mutu, kinerja, dan ukuran sampel."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, fsum
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
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
    jumlah_bukan_angka,
    teks,
)
from kinerja_xl.core.sel import angka, angka_atau_kosong, cacah, pilihan, rapikan

RUJUKAN = "PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)"
CARA_SAMPEL = ("tabel", "atas")
_DIGIT_SISA = 9  # decimals kept before rounding up, so that a binary remainder is no extra respondent

_TAHUN = Argumen(
    "tahun", "angka", "tahun survei; kosong = aturan terbaru", "survey year; blank = newest rule", "", True
)
_JAWABAN = Argumen(
    "jawaban", "rentang", "satu baris per responden, satu kolom per unsur, jawaban 1-4; kosong = tidak dijawab",
    "one row a respondent, one column an element, answers 1-4; blank = not answered", "n x 9",
)  # fmt: skip
_NILAI = Argumen("nilai", "angka", "nilai IKM 25-100", "IKM score 25-100")


def _punya(masa: Masa, nama: str) -> bool:
    return any(satu.nama == nama for satu in masa.parameter)


def _kolom_jawaban(masa: Masa, jawaban: Any) -> list[dict[Any, int]]:
    """Tally of the answers of each unsur; wrong answers are refused with row and column."""
    baris = rapikan(jawaban)
    unsur = masa.bulat("jumlah_unsur")
    if not baris or len(baris[0]) != unsur:
        raise KinerjaError(f"jawaban harus {unsur} kolom ({masa.judul}), diberi {len(baris[0]) if baris else 0}")
    bawah, atas = masa.bulat("jawaban_terendah"), masa.bulat("jawaban_tertinggi")
    sah = {*range(bawah, atas + 1), None}
    hitung = []
    for deret in zip(*baris):
        if not set(map(type, deret)) <= {int, float, type(None)} or not set(deret) <= sah:
            _tunjuk(baris, bawah, atas)
        hitung.append({nilai: deret.count(nilai) for nilai in range(bawah, atas + 1)})
    if not any(sum(cacahan.values()) for cacahan in hitung):
        raise KinerjaError("belum ada jawaban")
    for ke, cacahan in enumerate(hitung, 1):
        if not sum(cacahan.values()):
            raise KinerjaError("unsur ini belum ada jawaban", kolom=ke)
    return hitung


def _tunjuk(baris: list[list[Any]], bawah: int, atas: int) -> None:
    """Raise for the first wrong answer, by row and then by column."""
    for b, deret in enumerate(baris, 1):
        for k, nilai in enumerate(deret, 1):
            if nilai is not None:
                cacah(nilai, "jawaban", bawah=bawah, atas=atas, baris=b, kolom=k)


def _rata(masa: Masa, jawaban: Any) -> list[float]:
    nrr = []
    for ke, cacahan in enumerate(_kolom_jawaban(masa, jawaban), 1):
        jumlah, terisi = sum(nilai * kali for nilai, kali in cacahan.items()), sum(cacahan.values())
        nrr.append(jumlah / terisi)
        catat("NRR unsur {ke}: jumlah nilai / jumlah jawaban terisi", "{jumlah} / {terisi}", nrr[-1], ke=ke,
              jumlah=jumlah, terisi=terisi, en="NRR of unsur {ke}: sum of answers / answers given")  # fmt: skip
    return nrr


def _indeks(masa: Masa, nrr: Sequence[float]) -> float:
    """NRR per unsur to the index; some versions round each weighted average first."""
    bobot, dasar = masa.angka("bobot"), masa.angka("nilai_dasar")
    if _punya(masa, "desimal_tertimbang"):
        desimal = masa.bulat("desimal_tertimbang")
        tertimbang = [bulat(satu * bobot, desimal) for satu in nrr]
        for ke, (satu, hasil) in enumerate(zip(nrr, tertimbang), 1):
            catat("NRR tertimbang unsur {ke}: NRR × bobot, {desimal} desimal", "{satu} × {p[bobot]}", hasil,
                  tanda="->", en="Weighted NRR of unsur {ke}: NRR × weight, {desimal} decimals", ke=ke,
                  desimal=desimal, satu=satu)  # fmt: skip
        jumlah = fsum(tertimbang)
        catat("Jumlah NRR tertimbang semua unsur", "{tertimbang:+}", jumlah, sumber="bobot desimal_tertimbang",
              en="Sum of the weighted NRR of all unsur", tertimbang=tertimbang)  # fmt: skip
    else:
        semua = fsum(nrr)
        catat("Jumlah NRR semua unsur", "{nrr:+}", semua, en="Sum of the NRR of all unsur", nrr=nrr)
        jumlah = semua * bobot
        catat("Jumlah NRR tertimbang: × bobot {p[bobot]} (pecahan tepat)", "{semua} × {p[bobot]}", jumlah,
              sumber="bobot", en="Sum of weighted NRR: × weight {p[bobot]} (exact fraction)", semua=semua)  # fmt: skip
    hasil = jumlah * dasar
    catat("Nilai IKM: jumlah NRR tertimbang × {dasar}", "{jumlah} × {dasar}", hasil, sumber="nilai_dasar",
          jumlah=jumlah, dasar=dasar, en="IKM value: sum of weighted NRR × {dasar}")  # fmt: skip
    return hasil


def _jawaban_salah(p: Angka, jawaban: Masukan) -> str:
    """Condition of a wrong answer: not a number, or a number other than the whole numbers of the scale."""
    bawah, atas = p.masa.bulat("jawaban_terendah"), p.masa.bulat("jawaban_tertinggi")
    sah = "+".join(f"COUNTIF({jawaban},{nilai})" for nilai in range(bawah, atas + 1))
    if isinstance(jawaban, RentangNama):
        sah = f"SUMPRODUCT({'+'.join(f'({jawaban}={nilai})' for nilai in range(bawah, atas + 1))})"
    return f"OR({jumlah_bukan_angka(jawaban)}>0,{sah}<>COUNT({jawaban}))"


def _periksa_lebar(p: Angka, jawaban: Masukan) -> int:
    unsur = p.masa.bulat("jumlah_unsur")
    if isinstance(jawaban, Rentang) and jawaban.lebar != unsur:
        raise KinerjaError(f"jawaban harus {unsur} kolom ({p.masa.judul}), diberi {jawaban.lebar}")
    return unsur


def _excel_score(p: Angka, jawaban: Masukan) -> str:
    unsur = _periksa_lebar(p, jawaban)
    rata = [f"AVERAGE({jawaban.kolom(k)})" for k in range(1, unsur + 1)]  # type: ignore[union-attr]
    if _punya(p.masa, "desimal_tertimbang"):
        jumlah = "+".join(f"ROUND({satu}*{p('bobot')},{p('desimal_tertimbang')})" for satu in rata)
        hasil = f"({jumlah})*{p('nilai_dasar')}"
    else:
        hasil = f"({'+'.join(rata)})*{p('bobot')}*{p('nilai_dasar')}"
    return jaga_bentuk(bukan_lebar(jawaban, unsur), jaga(_jawaban_salah(p, jawaban), hasil))


@indikator(
    "IKM_SCORE", keluarga="ikm", judul="Nilai IKM dari jawaban", judul_en="Satisfaction index from answers",
    satuan="indeks 25-100", rujukan=RUJUKAN, argumen=(_JAWABAN, _TAHUN), excel=_excel_score,
)  # fmt: skip
def ikm_score(masa: Masa, jawaban: Any) -> float:
    """Rata-rata tiap unsur x bobot, dijumlahkan, x 25.

    Bobot adalah pecahan tepat 1/9, bukan 0,11. Sel kosong hanya mengurangi pembagi unsurnya; baris kosong dilewati;
    unsur tanpa satu pun jawaban ditolak.
    """
    return _indeks(masa, _rata(masa, jawaban))


def _larik_nrr(p: Angka, jawaban: Masukan) -> str:
    """Nine averages in a row, which only a LAMBDA can give."""
    banyak = f"SUM({berisi('satu_unsur')}*1)"
    rata = f"BYCOL({jawaban},LAMBDA(satu_unsur,SUM(satu_unsur)/{banyak}))"
    kosong = f"MIN(BYCOL({jawaban},LAMBDA(satu_unsur,{banyak})))=0"
    hasil = jaga(_jawaban_salah(p, jawaban), jaga(kosong, rata))
    return jaga_bentuk(bukan_lebar(jawaban, _periksa_lebar(p, jawaban)), hasil)


@indikator(
    "IKM_NRR", keluarga="ikm", judul="Nilai rata-rata per unsur (NRR)", judul_en="Average of each element",
    satuan="skala 1-4", rujukan=RUJUKAN, argumen=(_JAWABAN, _TAHUN), larik=_larik_nrr,
    tanpa_excel="hasilnya sembilan angka; dalam lembar kerja tulis =AVERAGE(kolom) untuk tiap unsur",
)  # fmt: skip
def ikm_nrr(masa: Masa, jawaban: Any) -> list[list[float]]:
    """Rata-rata jawaban yang terisi, satu angka per unsur, dalam satu baris."""
    hasil = [_rata(masa, jawaban)]
    catat("NRR semua unsur, berurutan", "", hasil, en="NRR of all unsur, in order")
    return hasil


def _excel_dari_nrr(p: Angka, nrr: Masukan) -> str:
    unsur = p.masa.bulat("jumlah_unsur")
    if isinstance(nrr, Rentang) and nrr.lebar * nrr.tinggi != unsur:
        raise KinerjaError(f"NRR harus {unsur} angka ({p.masa.judul}), diberi {nrr.lebar * nrr.tinggi}")
    salah = (
        f"OR(COUNT({nrr})<>{p('jumlah_unsur')},{banyak_bila(nrr, '<', p('jawaban_terendah'), True)}"
        f"+{banyak_bila(nrr, '>', p('jawaban_tertinggi'), True)}>0)"
    )
    bentuk = [f"{nrr.banyak_baris}*{nrr.banyak_kolom}<>{unsur}"] if isinstance(nrr, RentangNama) else []
    jumlah = f"SUM({nrr})*{p('bobot')}"
    if _punya(p.masa, "desimal_tertimbang"):
        tertimbang = "ROUND({}*" + f"{p('bobot')},{p('desimal_tertimbang')})"
        jumlah = f"SUMPRODUCT({tertimbang.format(nrr)})"
        if bentuk:
            jumlah = f"SUM(MAP({nrr},LAMBDA(satu,{tertimbang.format('satu')})))"
    return jaga_bentuk(bentuk, jaga(salah, f"{jumlah}*{p('nilai_dasar')}"))


@indikator(
    "IKM_DARI_NRR", keluarga="ikm", judul="Nilai IKM dari NRR terbit", judul_en="Index from published averages",
    satuan="indeks 25-100", rujukan=RUJUKAN, excel=_excel_dari_nrr,
    argumen=(Argumen("nrr", "rentang", "rata-rata tiap unsur, 1-4", "average of each element, 1-4", "1 x 9"), _TAHUN),
)  # fmt: skip
def ikm_dari_nrr(masa: Masa, nrr: Any) -> float:
    """Nilai IKM bila yang diketahui hanya rata-rata tiap unsur."""
    deret = [nilai for baris in rapikan(nrr) for nilai in baris]
    unsur = masa.bulat("jumlah_unsur")
    if len(deret) != unsur:
        raise KinerjaError(f"NRR harus {unsur} angka ({masa.judul}), diberi {len(deret)}")
    batas = {"bawah": masa.angka("jawaban_terendah"), "atas": masa.angka("jawaban_tertinggi")}
    return _indeks(masa, [angka(nilai, "NRR", kolom=ke, **batas) for ke, nilai in enumerate(deret, 1)])  # type: ignore[arg-type]


def _kelas(masa: Masa, pita: str, nilai: Any) -> Optional[str]:
    batas = {"bawah": masa.angka("nilai_terendah"), "atas": masa.angka("nilai_tertinggi")}
    isi = angka_atau_kosong(nilai, "nilai", **batas)
    return None if isi is None else masa.ambil_pita(pita).kelas(isi)


def _excel_kelas(p: Angka, pita: str, nilai: str) -> str:
    dalam = f"IF(OR({nilai}<{p('nilai_terendah')},{nilai}>{p('nilai_tertinggi')}),NA(),{p.pita(pita, nilai)})"
    return f'IF(ISNUMBER({nilai}),{dalam},IF(TRIM({nilai})="","",NA()))'


@indikator(
    "IKM_MUTU", keluarga="ikm", judul="Mutu pelayanan", judul_en="Service grade", satuan="A-D", rujukan=RUJUKAN,
    argumen=(_NILAI, _TAHUN), excel=lambda p, nilai: _excel_kelas(p, "mutu", nilai),
)  # fmt: skip
def ikm_mutu(masa: Masa, nilai: Any) -> Optional[str]:
    """Mutu A-D: nilai dibulatkan setengah ke atas dua desimal, lalu dibandingkan dengan batas bawah kelas."""
    return _kelas(masa, "mutu", nilai)


@indikator(
    "IKM_KINERJA", keluarga="ikm", judul="Kinerja unit pelayanan", judul_en="Service performance", satuan="kategori",
    rujukan=RUJUKAN, argumen=(_NILAI, _TAHUN), excel=lambda p, nilai: _excel_kelas(p, "kinerja", nilai),
)  # fmt: skip
def ikm_kinerja(masa: Masa, nilai: Any) -> Optional[str]:
    """Sangat Baik, Baik, Kurang Baik, atau Tidak Baik, dengan batas yang sama seperti mutu."""
    return _kelas(masa, "kinerja", nilai)


def _excel_sampel(p: Angka, populasi: str, cara: str = '""') -> str:
    ragam = f"{p('sampel_khi_kuadrat')}*{p('sampel_proporsi')}*(1-{p('sampel_proporsi')})"
    ukuran = f"{ragam}*{populasi}/({p('sampel_galat')}^2*({populasi}-1)+{ragam})"
    kata = f"TRIM({cara})"
    pilih = (
        f'IF(OR({kata}="",{kata}={teks(CARA_SAMPEL[0])}),ROUND({ukuran},0),'
        f"IF({kata}={teks(CARA_SAMPEL[1])},ROUNDUP(ROUND({ukuran},{_DIGIT_SISA}),0),NA()))"
    )
    return f"IF(ISNUMBER({populasi}),IF(OR({populasi}<1,INT({populasi})<>{populasi}),NA(),{pilih}),NA())"


@indikator(
    "IKM_SAMPEL", keluarga="ikm", judul="Ukuran sampel survei", judul_en="Sample size", satuan="responden",
    rujukan="Krejcie dan Morgan 1970; tabel sampel PermenPANRB 14/2017", excel=_excel_sampel,
    argumen=(
        Argumen("populasi", "angka", "jumlah penerima layanan", "number of service users"),
        Argumen("cara", "teks", "tabel (bawaan) atau atas", "tabel (default) or atas (rounded up)", "", True),
    ),
)  # fmt: skip
def ikm_sampel(masa: Masa, populasi: Any, cara: Any = None) -> int:
    """Rumus Krejcie-Morgan: `tabel` membulatkan seperti tabel 1970, `atas` membulatkan ke atas."""
    orang = cacah(populasi, "populasi", bawah=1)
    pilih = CARA_SAMPEL[0] if rapikan(cara)[0][0] is None else pilihan(cara, "cara", CARA_SAMPEL)
    proporsi, galat = masa.angka("sampel_proporsi"), masa.angka("sampel_galat")
    ragam = masa.angka("sampel_khi_kuadrat") * proporsi * (1 - proporsi)
    catat("Ragam: khi kuadrat × P × (1 - P)", "{p[sampel_khi_kuadrat]} × {proporsi} × (1 - {proporsi})", ragam,
          en="Spread: chi squared × P × (1 - P)", proporsi=proporsi,
          sumber="sampel_khi_kuadrat sampel_proporsi")  # fmt: skip
    ukuran = ragam * orang / (galat**2 * (orang - 1) + ragam)
    catat("Ukuran sampel Krejcie-Morgan: ragam × N / (d² × (N - 1) + ragam)",
          "{ragam} × {orang} / ({galat}² × ({orang} - 1) + {ragam})", ukuran, ragam=ragam, orang=orang, galat=galat,
          en="Krejcie-Morgan sample size: spread × N / (d² × (N - 1) + spread)", sumber="sampel_galat")  # fmt: skip
    if pilih == "atas":
        hasil = ceil(bulat(ukuran, _DIGIT_SISA))
        catat(
            "Dibulatkan ke atas (cara atas)", "{ukuran}", hasil, tanda="->", en="Rounded up (cara atas)", ukuran=ukuran
        )
    else:
        hasil = int(bulat(ukuran))
        catat("Dibulatkan ke bilangan terdekat, seperti tabel (cara tabel)", "{ukuran}", hasil, tanda="->",
              en="Rounded to the nearest number, as in the table (cara tabel)", ukuran=ukuran)  # fmt: skip
    return hasil


cek_kembar("IKM_CEK", "IKM_SCORE")
