"""Every rule of the manual lint: one manual that breaks it, with the exact places, and one that must not."""

from __future__ import annotations

from typing import Any

import pytest
from _manual_uji import KELUHAN, SASARAN, SERTIFIKAT, kutip, manual

from kinerja_xl.verify import temuan
from kinerja_xl.verify.lint_iku import lint_manual, semua_aturan

TABEL_BENAR = "a. Ketepatan\nBerkas tepat\nBerkas\nx 100\nBobot {a}%"
RETUR = "b. Retur berkas\n{isi}\nBerkas\nx 100\nBobot {b}%"


def dua_bagian(isi: str = "Berkas diterima", a: int = 50, b: int = 50, jumlah: str = "Nilai = a + b") -> dict[str, Any]:
    """A formula of two weighted parts."""
    return {"kutipan": kutip("formula", jumlah, TABEL_BENAR.format(a=a), RETUR.format(isi=isi, b=b))}


# code, what is changed, every finding that must follow, a change that must give no finding of this code
KASUS = [
    ("IKU-01", {"centang.cascading": ["Dipersempit", "Komponen Pembentuk"]}, ["ik1.cascading"],
     {"centang.cascading": ["Dipersempit"]}),
    ("IKU-02", {"centang.periode": []}, ["ik1.periode"], {"centang.status_data": []}),
    ("IKU-03", {"centang.perhitungan": ["Akumulasi"]}, ["ik1.perhitungan"],
     {"nama_asli": "Nilai ekspor pengguna layanan", "satuan_asli": "Rupiah", "centang.perhitungan": ["Akumulasi"]}),
    ("IKU-04", {**KELUHAN, "centang.polarisasi": ["Maximize"]}, ["ik1.polarisasi"], KELUHAN),
    ("IKU-05", {"satuan_asli": ""}, ["ik1.satuan"], {"satuan_asli": "Indeks"}),
    ("IKU-06", {"satuan_asli": "UPI"}, ["ik1.satuan"], {"satuan_asli": "indeks"}),
    ("IKU-06", {**SERTIFIKAT, "satuan_asli": "Persen"}, ["ik1.satuan"], SERTIFIKAT),
    ("IKU-07", {"formula": "Dihitung menurut PMK No. 249/2011."}, ["ik1.formula"],
     {"formula": "Dihitung menurut PMK 62 Tahun 2023, bukan Peraturan Kepala 9/2011."}),
    ("IKU-09", {"data.target": 80}, ["ik1.target"], {"data.target": 80, "centang.polarisasi": ["Minimize"]}),
    ("IKU-09", {"data.target": 86, "centang.polarisasi": ["Minimize"]}, ["ik1.target"], {"data.realisasi_lalu": None}),
    ("IKU-10", {"data.target_lalu": 85}, ["ik1.target"],
     {"nama_asli": "Persentase pengguna layanan yang puas", "satuan_asli": "Persen", "data.target": 100,
      "data.target_lalu": 100}),
    ("IKU-11", {**SERTIFIKAT, "centang.validitas": ["Lead Input"]}, ["ik1.validitas"],
     {**SERTIFIKAT, "centang.validitas": ["Lead Proses"]}),
    ("IKU-12", {"sasaran_asli": "Meningkatnya layanan publik"}, ["ik1.sasaran"], {}),
    ("IKU-13", {"definisi": "Banyaknya pegawai yang ikut pelatihan."}, ["ik1.definisi"], {}),
    ("IKU-13", {"fungsi": "IKM_SCORE", "definisi": "Kepuasan pengguna layanan HACCP."}, ["ik1.definisi"],
     {"fungsi": "HACCP_JUMLAH", "nama_asli": "Nilai HACCP layanan", "definisi": "Sertifikat HACCP."}),
    ("IKU-13", {"fungsi": "RB_SCORE", "nama_asli": "Nilai Rekonsiliasi", "definisi": "Perubahan bentuk birokrasi.",
                "formula": "Hasil evaluasi reformasi birokrasi."}, ["ik1.nama"],
     {"fungsi": "RB_SCORE", "nama_asli": "Nilai Reformasi Birokrasi", "definisi": "Perubahan bentuk birokrasi.",
      "formula": "Hasil evaluasi reformasi birokrasi."}),
    ("IKU-13", {**SERTIFIKAT, "formula": "Menghitung jumlah unit kerja."}, ["ik1.formula"], SERTIFIKAT),
    ("IKU-13", {**SERTIFIKAT, "definisi": "Melaksanakan sertifikasi layanan."}, ["ik1.definisi"], SERTIFIKAT),
    ("IKU-13", {"kutipan": kutip("formula", "a. Revisi\nBerkas terbit\nx 100\nBobot 50%",
                                 "b. Berkas terbit\nBerkas terbit\nx 100\nBobot 50%")}, ["ik1.formula"], dua_bagian()),
    ("IKU-14", dua_bagian("Retur"), ["ik1.formula"], dua_bagian("100 - Retur")),
    ("IKU-15", dua_bagian(a=50, b=40), ["ik1.formula"], dua_bagian(a=50, b=40, jumlah="Nilai = a + b, dibagi 90%")),
    ("IKU-16", {"no_asli": "IK I"}, ["ik1.nomor"], {"no_asli": "1"}),
    ("IKU-17", {"nama_asli": "Nilai kepuasan pengguna layanan Dinas Sukamaju"}, ["ik1.nama"],
     {"nama_asli": "Nilai kepuasan pengguna layanan Kantor Contoh"}),
    ("IKU-18", {"definisi": "Ukuran kepuasan pengguna layanan public."}, ["ik1.definisi"],
     {"definisi": "Ukuran kepuasan pengguna e-public dan publikasi."}),
    ("IKU-18", {"definisi": "Ukuran kepuasaan, yaitu kepuasan pengguna."}, ["ik1.definisi"],
     {"definisi": "Ukuran kepuasan pengguna dalam pemanfaatan layanan."}),
    ("IKU-18", {"definisi": "Ukuran kepuasan, layanan, dan layanandengan mutu."}, ["ik1.definisi"],
     {"definisi": "Ukuran kepuasan pengguna kepada kantor, daripada dari yang lain."}),
    ("IKU-18", {"definisi": "Kepuasan pada BKIPM, BKIPM, BKIPM, dan BKIP."}, ["ik1.definisi"],
     {"definisi": "Kepuasan pada BKIPM dan BKIP."}),
    ("IKU-18", {"definisi": "Kepuasan, yaitu pendapatan masyarakat."}, ["ik1.definisi"],
     {"nama_asli": "Nilai usaha layanan", "definisi": "Nilai usaha: pendapatan masyarakat."}),
    ("IKU-19", {"formula": "Bobot tiap unsur = 0,1111."}, ["ik1.formula"], {"formula": "Bobot tiap unsur = 0,125."}),
    ("IKU-20", {"kutipan": kutip("formula", "Terdiri atas 4 (empat) unsur:\na. satu\nb. dua\nc. tiga")},
     ["ik1.formula"], {"kutipan": kutip("formula", "Terdiri atas 3 (tiga) unsur:\na. satu\nb. dua\nc. tiga")}),
    ("IKU-20", {"kutipan": kutip("formula", "1) Rencana (40%)\n2) Laporan (30%).\nTahap (30%).")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "1) Rencana (40%)\n2) Laporan\nsetahun (30%).\n3) Tahap (30%).")}),
    ("IKU-20", {"fungsi": "IKM_SCORE", "definisi": "Kepuasan menurut 9 unsur: persyaratan, prosedur, waktu, biaya, "
                "produk, kompetensi, pengaduan, sarana."}, ["ik1.definisi"],
     {"fungsi": "IKM_SCORE", "definisi": "Kepuasan menurut 9 unsur: persyaratan, prosedur, waktu, biaya, "
      "produk, kompetensi, perilaku, pengaduan, sarana."}),
    ("IKU-21", {"kutipan": kutip("formula", "Baik 76 - 100\nCukup 51 s.d 75\nKurang 50 ke bawah")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "Baik 75 - 100\nCukup 50 s.d 75\nKurang 50 ke bawah")}),
    ("IKU-22", {"definisi": "Nilai kepuasan pengguna"}, ["ik1.definisi"], {}),
    ("IKU-23", {"sumber_data": "Kinerjaku", "formula": "Hasil penilaian Itjen."}, ["ik1.sumber_data"],
     {"sumber_data": "LHP Inspektorat Jenderal", "formula": "Hasil penilaian Itjen."}),
    ("IKU-24", {"sumber_data": ""}, ["ik1.sumber_data"], {}),
    ("IKU-24", {**SERTIFIKAT, "sumber_data": "Sertifikat"}, ["ik1.sumber_data"],
     {**SERTIFIKAT, "sumber_data": "Register sertifikat"}),
    ("IKU-24", {"sumber_data": "Aplikasi SIRUP", "formula": "SIRUP 40% dan SPSE 60%."}, ["ik1.sumber_data"],
     {"sumber_data": "Aplikasi SIRUP dan SPSE", "formula": "SIRUP 40% dan SPSE 60%."}),
    ("IKU-25", {"centang.aspek": ["Kuantitas/output"]}, ["ik1.aspek"], SERTIFIKAT),
    ("IKU-26", {"penanggung_jawab": "Kementerian Keuangan"}, ["ik1.penanggung_jawab"],
     {"penanggung_jawab": "Seksi Pelayanan"}),
    ("IKU-27", {"formula": "Dihitung otomatis oleh aplikasi."}, ["ik1.formula"],
     {"formula": "Dihitung otomatis: Σ jawaban / Σ responden."}),
    ("IKU-27", {"formula": ""}, ["ik1.formula"], {}),
    ("IKU-28", {"formula": "ΣNt ΣN x 100"}, ["ik1.formula"], {"formula": "ΣNt / ΣN x 100"}),
    ("IKU-28", {"formula": "(Σ jawaban / (Σ responden) x 100"}, ["ik1.formula"],
     {"formula": "1) (Σ jawaban / Σ responden) x 100"}),
    ("IKU-28", {"kutipan": kutip("formula", "Jawaban\nx 100\nResponden")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "Jawaban\nResponden\nx 100\nBobot 5%")}),
    ("IKU-29", {"definisi": "Kepuasan yang diukur tahun 2022 dan tahun 2023."}, ["ik1.definisi"],
     {"definisi": "Kepuasan pengguna tahun 2024 menurut PermenPANRB 14/2017."}),
    ("IKU-30", {"formula": "Dinilai oleh unit eselon I."}, ["ik1.formula"], {"formula": "Dinilai oleh kantor."}),
    ("IKU-31", {"kutipan": kutip("aspek", "()")}, ["ik1.aspek"], {"kutipan": kutip("aspek", "( )")}),
    ("IKU-31", {"kutipan": kutip("cascading", "Langsun\ng")}, ["ik1.cascading"],
     {"kutipan": kutip("cascading", "Adopsi\nLangsung")}),
    ("IKU-31", {"kutipan": kutip("formula", "Nilai\n=\nJawaban\n:\nResponden\nx\n25")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "Nilai =\nJawaban : Responden x 25")}),
    ("IKU-31", {"kutipan": kutip("formula", "Nilai unsur Nilai unsur Nilai lain")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "Nilai unsur Nilai lain Nilai sisa")}),
    ("IKU-31", {"kutipan": kutip("formula", "Baik 3,0644 –\n3,532")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "Baik 3,0644 – 3,532")}),
    ("IKU-32", {"centang.perhitungan": ["Rata-rata"], "centang.periode": ["Tahunan"]}, ["ik1.perhitungan"],
     {"centang.perhitungan": ["Rata-rata"]}),
    ("IKU-32", {"centang.periode": ["Tahunan"], "formula": "Jumlah jawaban tiap triwulan dibagi responden."},
     ["ik1.periode"], {"formula": "Jumlah jawaban tiap triwulan dibagi responden."}),
    ("IKU-32", {**KELUHAN, "fungsi": "TEMUAN_BPK_PERSEN", "nama_asli": "Batas tertinggi temuan BPK",
                "definisi": "Temuan BPK atas laporan keuangan."}, ["ik1.cascading"],
     {**KELUHAN, "fungsi": "TEMUAN_BPK_PERSEN", "nama_asli": "Batas tertinggi temuan BPK", "definisi": "Temuan BPK.",
      "centang.cascading": ["Tidak Diturunkan"]}),
    ("IKU-33", {"kutipan": kutip("formula", "a. S-2\nb. S-1/D-4\nc. D-3", "5 S2\n3 S1\n2 D III")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "a. S-2\nb. S-1\nc. D-3", "5 S2\n3 S1\n2 D III")}),
    ("IKU-33", {"definisi": "Kepuasan atas tiga hal, yaitu ketepatan, pengembalian.", **dua_bagian()}, ["ik1.definisi"],
     {"definisi": "Kepuasan atas dua hal, yaitu ketepatan dan retur.", **dua_bagian()}),
    ("IKU-34", {**SERTIFIKAT, "definisi": "Sertifikat layanan berlaku 2 tahun."}, ["ik1.definisi"],
     {**SERTIFIKAT, "definisi": "Sertifikat berlaku 2 tahun.", "centang.perhitungan": ["Nilai Posisi Akhir"]}),
    ("IKU-34", {**SERTIFIKAT, "formula": "Sertifikat A = B + C; C terbit tahun sebelumnya."}, ["ik1.formula"],
     {**SERTIFIKAT, "formula": "Sertifikat A = B + C; C terbit tahun ini."}),
    ("IKU-35", {"kutipan": kutip("formula", "Nilai pegawai dari riwayatnya.", "Nilai 0 sampai 100.")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "Nilai pegawai dari riwayatnya.", "Nilai kantor: rata-rata.")}),
    ("IKU-35", {"kutipan": kutip("formula", "Kolom struktural, jabfung, staf", "Struktural: total bobot 40.")},
     ["ik1.formula"], {"kutipan": kutip("formula", "Kolom struktural", "Struktural: total bobot 40.")}),
    ("IKU-35", {"kutipan": kutip("formula", "1) Rencana ada (40%)\n2) Persentase belanja (60%)")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "1) Persentase rencana (40%)\n2) Persentase belanja (60%)")}),
    ("IKU-36", {"definisi": "Kepuasan pada http//contoh.go.id/skm."}, ["ik1.definisi"],
     {"definisi": "Kepuasan pada https://contoh.go.id/skm."}),
    ("IKU-37", {"kutipan": kutip("formula", "O Tidak pernah\nR Ringan\nS Sedang")}, ["ik1.formula"],
     {"kutipan": kutip("formula", "N Nihil\nR Ringan\nS Sedang")}),
    ("IKU-38", {"data.realisasi": None}, ["dokumen.realisasi"], {}),
    ("IKU-39", {**KELUHAN, "data.target": 100}, ["ik1.target"], KELUHAN),
]  # fmt: skip


def _ada(*args: Any, **kwargs: Any) -> list[tuple[str, str]]:
    return [(t.code, t.name) for t in lint_manual(manual(*args, **kwargs))]


def test_the_honest_manual_has_no_finding():
    assert _ada({}) == []


@pytest.mark.parametrize(("kode", "ubah", "tempat", "sah"), KASUS)
def test_a_rule_finds_its_defect_at_its_place_and_nothing_else(kode, ubah, tempat, sah):
    assert _ada(ubah) == [(kode, satu) for satu in tempat]
    assert [satu for satu in _ada(sah) if satu[0] == kode] == []


def test_two_indicators_with_the_same_fraction_are_both_named():
    assert _ada({}, {"data.realisasi_lalu": 84.5}) == [("IKU-08", "ik1.realisasi"), ("IKU-08", "ik2.realisasi")]
    assert _ada({"data.realisasi_lalu": 84}, {"data.realisasi_lalu": 84}) == []


def test_all_targets_copied_are_told_once_and_some_one_by_one():
    sama = {"data.target_lalu": 85}
    assert _ada(sama, sama, sama) == [("IKU-10", "dokumen.target")]
    assert _ada(sama, {}, sama) == [("IKU-10", "ik1.target"), ("IKU-10", "ik3.target")]


def test_numbers_missing_twice_or_out_of_order_are_told():
    assert _ada({}, {"no": 3, "no_asli": "IK 3"}) == [("IKU-16", "dokumen.nomor")]
    assert _ada({}, {"no_asli": "IK 1"}) == [("IKU-16", "ik2.nomor")]
    assert _ada({}, {"urutan": 3}, {"urutan": 2}) == [("IKU-16", "dokumen.nomor")]


def test_two_objectives_almost_alike_are_one_spelt_twice():
    dua = [{"kode": "SS1", "nama": SASARAN}, {"kode": "SS2", "nama": "Meningkatnya pelayanan publk"}]
    lain = {"sasaran": "SS2", "sasaran_asli": dua[1]["nama"]}
    assert _ada({}, lain, sasaran=dua) == [("IKU-12", "ik2.sasaran")]
    dua[1]["nama"] = lain["sasaran_asli"] = "Terkelolanya keuangan kantor"
    assert _ada({}, lain, sasaran=dua) == []


def test_more_spellings_than_objectives_are_also_told_once_for_the_document():
    assert _ada({"sasaran_asli": "Layanan naik"}, {}) == [("IKU-12", "dokumen.sasaran"), ("IKU-12", "ik1.sasaran")]


@pytest.mark.parametrize(
    ("tahun", "temuan_"), [(2017, []), (2018, ["PMK 214/PMK.02/2017"]), (2024, ["PMK 62 Tahun 2023"])]
)
def test_a_regulation_is_superseded_by_the_dates_of_the_rule_book(tahun, temuan_):
    satu = manual({"formula": "Menurut Peraturan Menteri Keuangan Nomor 249 Tahun 2011."}, tahun=tahun)
    assert [t.data["baku"] for t in lint_manual(satu)] == temuan_


def test_printed_weights_are_those_of_an_older_version():
    bobot = (5, 5, 10, 5, 10, 20, 20, 5, 5, 5, 5, 5)  # PMK 195/2018, as the manual of 2024 still prints them
    rumus = [
        f"{h}. Bagian {h * 4}\nBerkas {h * 4}\nx 100\nBobot {n}%" for h, n in zip("abcdefghijkl", bobot, strict=True)
    ]
    ikpa = {"fungsi": "IKPA_SCORE", "kutipan": kutip("formula", *rumus)}
    assert _ada(ikpa) == [("IKU-07", "ik1.formula")]
    assert _ada(ikpa, tahun=2019) == []


def test_absorption_by_quarter_needs_a_quarterly_target():
    bagian = "a. Penyerapan\nRealisasi\nPagu\nx 100\nBobot 100%"
    assert _ada({"kutipan": kutip("formula", "Dihitung tiap triwulan", bagian)}) == [("IKU-35", "ik1.formula")]
    target = bagian.replace("Pagu", "Target triwulan dari pagu")
    assert _ada({"kutipan": kutip("formula", "Dihitung tiap triwulan", target)}) == []


def test_layout_of_the_document_itself():
    kepala = kutip("tata_letak", "Manual IKU", "Manual IKU", "Manual IKU", baris=100)
    assert _ada({}, kutipan=kepala) == [("IKU-31", "dokumen.tata_letak")]
    assert _ada({}, kutipan=kepala[:2]) == []
    assert _ada({}, kutipan=kutip("tata_letak", "M a r e t  2 0 2 4")) == [("IKU-31", "dokumen.tata_letak")]
    assert _ada({}, kutipan=kutip("tata_letak", "( ) A (X) B ( x ) C")) == [("IKU-31", "dokumen.tata_letak")]
    assert _ada({}, kutipan=kutip("tata_letak", "( ) A (X) B ( ) C")) == []


def test_mathematical_letters_and_a_missing_heading_are_told():
    hias = {"kutipan": kutip("formula", "Nilai\n\U0001d465 25", baris=40)}
    assert [(t.code, t.data["baris"]) for t in lint_manual(manual(hias))] == [("IKU-31", 40)]
    letak = {"letak": {"definisi": 20, "formula": 25}}
    assert _ada(letak, letak, {"letak": {"definisi": 60}}) == [("IKU-31", "ik3.formula")]


def test_a_manual_of_an_eselon_i_office_may_count_for_it():
    assert (
        _ada(
            {"formula": "Dinilai oleh unit eselon I."},
            instansi="Badan Mutu Contoh",
        )
        == []
    )


def test_every_code_of_the_catalogue_is_declared_by_a_rule_and_has_a_case():
    katalog = set(temuan.muat_topik("IKU"))
    assert {kode for aturan in semua_aturan() for kode in aturan.kode} == katalog
    assert katalog - {satu[0] for satu in KASUS} == {"IKU-08"}  # its own test above


def test_place_and_line_of_a_finding_are_in_message_and_data():
    (satu,) = lint_manual(manual({"centang.periode": [], "letak": {"periode": 77}}))
    assert (satu.name, satu.data["baris"], satu.sheet, satu.cell) == ("ik1.periode", 77, "", "")
    assert satu.message.startswith("IK1 periode pelaporan (baris 77): ")
    (satu,) = lint_manual(manual({"centang.periode": [], "letak": {"periode": 77}}), "en")
    assert satu.message.startswith("IK1 reporting period (line 77): ")
