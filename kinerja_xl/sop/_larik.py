"""SOP_DURASI over argument names: whole weeks by arithmetic, holidays once each, the first and last day in part.

The same walk as `KalenderKerja`, as one expression with array functions; local names are lower case.
"""

from __future__ import annotations

from kinerja_xl.core.masa import Masa
from kinerja_xl.core.rumus import RentangNama, berisi, jaga
from kinerja_xl.sop.jam_kerja import DESIMAL, MENIT_SEHARI, Jadwal, jadwal_aturan

_SAAT_TERAKHIR = "2958465.999999"  # last moment that a cell can hold
_SENIN = 2  # serial number of a Monday


def _bawaan(jadwal: Jadwal) -> str:
    """The schedule of the rule book as an array constant: minutes since midnight, "" where nothing is due."""
    baris = []
    for satu in jadwal:
        isi = (None,) * 4 if satu is None else (satu.masuk, satu.pulang, satu.istirahat_mulai, satu.istirahat_selesai)
        baris.append(",".join('""' if n is None else f"{n:g}" for n in isi))
    return "{" + ";".join(baris) + "}"


def _jam() -> str:
    """LAMBDA: a cell of the schedule as minutes since midnight, "" when blank; texts such as 07.30 are read."""
    angka = "AND(LEN({0})>0,LEN({0})<3,ISNUMBER(MATCH(LEFT({0},1),digit,0)),ISNUMBER(MATCH(RIGHT({0},1),digit,0)))"
    sah = f"IF(AND({angka.format('j_jam')},{angka.format('j_menit')},LEN(j_menit)=2),VALUE(j_menit)<60,FALSE)"
    menit = "VALUE(j_jam)*60+VALUE(j_menit)"
    teks = (
        'LET(titik,SUBSTITUTE(TRIM(sel_jam),":","."),letak,IFERROR(FIND(".",titik),0),'
        'j_jam,IF(letak>1,LEFT(titik,letak-1),""),j_menit,IF(letak>0,MID(titik,letak+1,9),""),'
        f"IF({sah},IF({menit}<={MENIT_SEHARI},{menit},NA()),NA()))"
    )
    nomor = f"IF(AND(sel_jam>=0,sel_jam<=1),ROUND(sel_jam*{MENIT_SEHARI},{DESIMAL}),NA())"
    return f'LAMBDA(sel_jam,IF(LEN(TRIM(sel_jam))=0,"",IF(ISNUMBER(sel_jam),{nomor},IF(ISTEXT(sel_jam),{teks},NA()))))'


def _menit_hari() -> str:
    """LAMBDA: working minutes of one row of the schedule, an error when its times do not fit together."""
    urut = f"AND(masuk>=0,masuk<pulang,pulang<={MENIT_SEHARI})"
    jeda = "AND(masuk<=rehat,rehat<=usai,usai<=pulang)"
    return (
        "LAMBDA(hari_ke,LET(masuk,INDEX(jam_kerja,hari_ke,1),pulang,INDEX(jam_kerja,hari_ke,2),"
        "rehat,INDEX(jam_kerja,hari_ke,3),usai,INDEX(jam_kerja,hari_ke,4),"
        'IF(masuk&pulang&rehat&usai="",0,IF(OR(masuk="",pulang=""),NA(),IF(NOT(' + urut + "),NA(),"
        'IF(rehat&usai="",pulang-masuk,IF(OR(rehat="",usai=""),NA(),IF('
        + jeda
        + ",pulang-masuk-(usai-rehat),NA())))))))"
        ")"
    )


def _sampai() -> str:
    """LAMBDA: working minutes of a day up to a minute of it; 0 on a holiday or a day off."""
    rehat = 'IF(INDEX(jam_kerja,hari_ke,3)="",{0},INDEX(jam_kerja,hari_ke,{1}))'
    return (
        "LAMBDA(hari,menit,IF(SUM((hari_libur=hari)*1)>0,0,"
        f"LET(hari_ke,MOD(hari-{_SENIN},7)+1,masuk,INDEX(jam_kerja,hari_ke,1),pulang,INDEX(jam_kerja,hari_ke,2),"
        f'IF(masuk="",0,ROUND(MAX(0,MIN(menit,pulang)-masuk)'
        f"-MAX(0,MIN(menit,{rehat.format('pulang', 4)})-{rehat.format('pulang', 3)}),{DESIMAL})))))"
    )


def durasi(masa: Masa, mulai: str, selesai: str, libur: RentangNama, jadwal: RentangNama) -> str:
    """The whole expression."""
    nomor = "INT(hari)+(hari<60)"  # the day that never was, 29 February 1900, is serial 60
    tanggal = f"IF(ISNUMBER(hari),IF(AND(hari>=1,hari<={_SAAT_TERAKHIR},INT(hari)<>60),{nomor},NA()),NA())"
    baca = f"LAMBDA(hari,terisi,IF(terisi=0,0,{tanggal}))"
    awal, akhir = f"INDEX({libur},0,1)", f"INDEX({libur},0,COLUMNS({libur}))"
    banyak = f"UNIQUE(MAP({awal},LEN(TRIM({awal}))*LEN(TRIM({akhir})),baca))"
    hari_libur = f"IF(ROWS({libur})*COLUMNS({libur})=1,baca({libur},LEN(TRIM({libur}))),{banyak})"
    jam_kerja = (
        f"IF(SUM({berisi(jadwal)}*1)=0,{_bawaan(jadwal_aturan(masa))},"
        f"IF(OR(ROWS({jadwal})<>7,COLUMNS({jadwal})<>4),NA(),MAP({jadwal},{_jam()})))"
    )
    sebelum = f"INT((hari-{_SENIN})/7)*SUM(menit_hari)+SUM((SEQUENCE(7)<=MOD(hari-{_SENIN},7))*menit_hari)"
    biasa = f"INDEX(menit_hari,MOD(hari-{_SENIN},7)+1)"
    lepas = f"SUM(MAP(hari_libur,LAMBDA(hari,IF(AND(hari>=hari_awal,hari<hari_akhir),{biasa},0))))"
    hitung = (
        f"LET(baca,{baca},hari_awal,baca({mulai},1),hari_akhir,baca({selesai},1),"
        f"menit_awal,ROUND(({mulai}-INT({mulai}))*{MENIT_SEHARI},{DESIMAL}),"
        f"menit_akhir,ROUND(({selesai}-INT({selesai}))*{MENIT_SEHARI},{DESIMAL}),"
        f'digit,{{"0","1","2","3","4","5","6","7","8","9"}},jam_kerja,{jam_kerja},hari_libur,{hari_libur},'
        f"menit_hari,MAP(SEQUENCE(7),{_menit_hari()}),sebelum_hari,LAMBDA(hari,{sebelum}),sampai_saat,{_sampai()},"
        "IF(OR(hari_akhir<hari_awal,AND(hari_akhir=hari_awal,menit_akhir<menit_awal)),NA(),"
        "IF(SUM(MAP(jam_kerja,LAMBDA(sel_jam,LEN(sel_jam))))=0,NA(),"
        f"ROUND(sebelum_hari(hari_akhir)-sebelum_hari(hari_awal)-{lepas}"
        f"+sampai_saat(hari_akhir,menit_akhir)-sampai_saat(hari_awal,menit_awal),{DESIMAL}))))"
    )
    return _saat_sah(mulai, selesai, hitung)


def _saat_sah(mulai: str, selesai: str, hitung: str) -> str:
    """Both moments are numbers of the calendar; "" when one is still blank."""
    salah = [
        f"IF(LEN(TRIM({n}))=0,FALSE,IF(ISNUMBER({n}),OR({n}<1,{n}>{_SAAT_TERAKHIR}),TRUE))" for n in (mulai, selesai)
    ]
    kosong = f"OR(LEN(TRIM({mulai}))=0,LEN(TRIM({selesai}))=0)"
    return jaga(f"OR({','.join(salah)})", f'IF({kosong},"",{hitung})')
