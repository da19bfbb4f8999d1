Attribute VB_Name = "KinerjaUdf"
'Fungsi kinerja-xl 0.1.0. Dibuat oleh 'kinerja addin build'; jangan disunting.
'Perlu: xlwings di buku kerja ini (modul xlwings atau rujukan ke add-in xlwings), dan Python dengan paket kinerja-xl.
Option Explicit

Private Function NilaiSel(Optional ByRef nilai As Variant) As Variant
    If IsMissing(nilai) Then
        NilaiSel = Empty
    ElseIf TypeName(nilai) = "Range" Then
        NilaiSel = nilai.Value2
    Else
        NilaiSel = nilai
    End If
End Function


Public Function AGREGASI(triwulan, jenis)
Attribute AGREGASI.VB_Description = "Nilai tahunan dari empat triwulan. Akumulasi menjumlahkan, Rata-rata membagi dengan triwulan yang terisi, Nilai Posisi Akhir memakai yang terakhir. Hasil: seperti masukan. Dasar: Buku Pintar KPPN Denpasar; manual IKU (jenis perhitungan)."
Attribute AGREGASI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    AGREGASI = XLPy.CallUDF("kinerja_udf", "AGREGASI", Array(NilaiSel(triwulan), NilaiSel(jenis)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    AGREGASI = CVErr(2015)
End Function

Public Function BMN_CEK(nilai, bobot)
Attribute BMN_CEK.VB_Description = "Pemeriksa data BMN_SCORE. 'OK' bila data BMN_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Manual IKU 2024, IK14 (dokumen tidak memuat rumus; rata-rata tertimbang ini keputusan kami)."
Attribute BMN_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    BMN_CEK = XLPy.CallUDF("kinerja_udf", "BMN_CEK", Array(NilaiSel(nilai), NilaiSel(bobot)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    BMN_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function BMN_SCORE(nilai, bobot)
Attribute BMN_SCORE.VB_Description = "Tingkat kepatuhan pengelolaan BMN. Rata-rata tertimbang nilai unsur. Dokumen tidak memuat rumus BMN: unsur dan bobotnya Anda tetapkan sendiri. Hasil: Persen."
Attribute BMN_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    BMN_SCORE = XLPy.CallUDF("kinerja_udf", "BMN_SCORE", Array(NilaiSel(nilai), NilaiSel(bobot)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    BMN_SCORE = CVErr(2015)
End Function

Public Function CAPAIAN(realisasi, target, polarisasi, Optional batas_atas, Optional cara)
Attribute CAPAIAN.VB_Description = "Capaian kinerja. Maximize R/T, Minimize (2T-R)/T, Stabilize 1-|R-T|/T, dalam persen, paling rendah 0 dan paling tinggi 120. Hasil: persen. Dasar: PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014."
Attribute CAPAIAN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    CAPAIAN = XLPy.CallUDF("kinerja_udf", "CAPAIAN", Array(NilaiSel(realisasi), NilaiSel(target), NilaiSel(polarisasi), NilaiSel(batas_atas), NilaiSel(cara)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    CAPAIAN = CVErr(2015)
End Function

Public Function CAPAIAN_CEK(realisasi, target, polarisasi, Optional batas_atas, Optional cara)
Attribute CAPAIAN_CEK.VB_Description = "Pemeriksa data CAPAIAN. 'OK' bila data CAPAIAN benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014."
Attribute CAPAIAN_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    CAPAIAN_CEK = XLPy.CallUDF("kinerja_udf", "CAPAIAN_CEK", Array(NilaiSel(realisasi), NilaiSel(target), NilaiSel(polarisasi), NilaiSel(batas_atas), NilaiSel(cara)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    CAPAIAN_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function CAPAIAN_KATEGORI(nilai)
Attribute CAPAIAN_KATEGORI.VB_Description = "Kategori capaian. Sangat Baik sampai Sangat Kurang menurut batas bawah 91, 76, 66, 51; di atas 100 tetap kelas teratas. Hasil: kategori. Dasar: LKjIP daerah; Permendagri 86/2017."
Attribute CAPAIAN_KATEGORI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    CAPAIAN_KATEGORI = XLPy.CallUDF("kinerja_udf", "CAPAIAN_KATEGORI", Array(NilaiSel(nilai)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    CAPAIAN_KATEGORI = CVErr(2015)
End Function

Public Function CAPAIAN_RENTANG(realisasi, bawah, atas, polarisasi, Optional batas_atas)
Attribute CAPAIAN_RENTANG.VB_Description = "Capaian terhadap target rentang. Di dalam rentang 100; di bawah rentang dibagi batas bawah, di atas rentang dibagi batas atas. Hasil: persen. Dasar: PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014."
Attribute CAPAIAN_RENTANG.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    CAPAIAN_RENTANG = XLPy.CallUDF("kinerja_udf", "CAPAIAN_RENTANG", Array(NilaiSel(realisasi), NilaiSel(bawah), NilaiSel(atas), NilaiSel(polarisasi), NilaiSel(batas_atas)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    CAPAIAN_RENTANG = CVErr(2015)
End Function

Public Function CPIB_JUMLAH(terbit, awal, akhir)
Attribute CPIB_JUMLAH.VB_Description = "Jumlah sertifikat CPIB yang terbit. Setiap tanggal terbit dari awal sampai akhir, kedua hari itu ikut; sertifikat kembar tetap dihitung. Hasil: sertifikat. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK1."
Attribute CPIB_JUMLAH.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    CPIB_JUMLAH = XLPy.CallUDF("kinerja_udf", "CPIB_JUMLAH", Array(NilaiSel(terbit), NilaiSel(awal), NilaiSel(akhir)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    CPIB_JUMLAH = CVErr(2015)
End Function

Public Function HACCP_CEK(inspeksi, pemeliharaan)
Attribute HACCP_CEK.VB_Description = "Pemeriksa data HACCP_JUMLAH. Teks 'OK', atau masalah pertama: baris setengah terisi, atau ruang lingkup yang ada di kedua daftar. Hasil: teks. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK3."
Attribute HACCP_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    HACCP_CEK = XLPy.CallUDF("kinerja_udf", "HACCP_CEK", Array(NilaiSel(inspeksi), NilaiSel(pemeliharaan)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    HACCP_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function HACCP_JUMLAH(inspeksi, pemeliharaan)
Attribute HACCP_JUMLAH.VB_Description = "Ruang lingkup produk bersertifikat HACCP. A = B + C tanpa kembar: baris yang sama di kedua daftar dihitung sekali (spasi dan huruf besar diabaikan). Hasil: sertifikat. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK3."
Attribute HACCP_JUMLAH.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    HACCP_JUMLAH = XLPy.CallUDF("kinerja_udf", "HACCP_JUMLAH", Array(NilaiSel(inspeksi), NilaiSel(pemeliharaan)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    HACCP_JUMLAH = CVErr(2015)
End Function

Public Function IKM_CEK(jawaban, Optional tahun)
Attribute IKM_CEK.VB_Description = "Pemeriksa data IKM_SCORE. 'OK' bila data IKM_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)."
Attribute IKM_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_CEK = XLPy.CallUDF("kinerja_udf", "IKM_CEK", Array(NilaiSel(jawaban), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function IKM_DARI_NRR(nrr, Optional tahun)
Attribute IKM_DARI_NRR.VB_Description = "Nilai IKM dari NRR terbit. Nilai IKM bila yang diketahui hanya rata-rata tiap unsur. Hasil: indeks 25-100. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)."
Attribute IKM_DARI_NRR.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_DARI_NRR = XLPy.CallUDF("kinerja_udf", "IKM_DARI_NRR", Array(NilaiSel(nrr), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_DARI_NRR = CVErr(2015)
End Function

Public Function IKM_KINERJA(nilai, Optional tahun)
Attribute IKM_KINERJA.VB_Description = "Kinerja unit pelayanan. Sangat Baik, Baik, Kurang Baik, atau Tidak Baik, dengan batas yang sama seperti mutu. Hasil: kategori. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)."
Attribute IKM_KINERJA.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_KINERJA = XLPy.CallUDF("kinerja_udf", "IKM_KINERJA", Array(NilaiSel(nilai), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_KINERJA = CVErr(2015)
End Function

Public Function IKM_MUTU(nilai, Optional tahun)
Attribute IKM_MUTU.VB_Description = "Mutu pelayanan. Mutu A-D: nilai dibulatkan setengah ke atas dua desimal, lalu dibandingkan dengan batas bawah kelas. Hasil: A-D. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)."
Attribute IKM_MUTU.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_MUTU = XLPy.CallUDF("kinerja_udf", "IKM_MUTU", Array(NilaiSel(nilai), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_MUTU = CVErr(2015)
End Function

Public Function IKM_NRR(jawaban, Optional tahun)
Attribute IKM_NRR.VB_Description = "Nilai rata-rata per unsur (NRR). Rata-rata jawaban yang terisi, satu angka per unsur, dalam satu baris. Hasil: skala 1-4. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)."
Attribute IKM_NRR.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_NRR = XLPy.CallUDF("kinerja_udf", "IKM_NRR", Array(NilaiSel(jawaban), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_NRR = CVErr(2015)
End Function

Public Function IKM_SAMPEL(populasi, Optional cara)
Attribute IKM_SAMPEL.VB_Description = "Ukuran sampel survei. Rumus Krejcie-Morgan: `tabel` membulatkan seperti tabel 1970, `atas` membulatkan ke atas. Hasil: responden. Dasar: Krejcie dan Morgan 1970; tabel sampel PermenPANRB 14/2017."
Attribute IKM_SAMPEL.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_SAMPEL = XLPy.CallUDF("kinerja_udf", "IKM_SAMPEL", Array(NilaiSel(populasi), NilaiSel(cara)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_SAMPEL = CVErr(2015)
End Function

Public Function IKM_SCORE(jawaban, Optional tahun)
Attribute IKM_SCORE.VB_Description = "Nilai IKM dari jawaban. Rata-rata tiap unsur x bobot, dijumlahkan, x 25. Hasil: indeks 25-100. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013)."
Attribute IKM_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKM_SCORE = XLPy.CallUDF("kinerja_udf", "IKM_SCORE", Array(NilaiSel(jawaban), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKM_SCORE = CVErr(2015)
End Function

Public Function IKPA_CEK(skor, tahun, Optional triwulan, Optional pembulatan)
Attribute IKPA_CEK.VB_Description = "Pemeriksa data IKPA_SCORE. 'OK' bila data IKPA_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PMK 195/PMK.05/2018; PER-4/PB/2020; PER-4/PB/2021; PER-5/PB/2022; PER-5/PB/2024; tata kolom OM-SPAN."
Attribute IKPA_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_CEK = XLPy.CallUDF("kinerja_udf", "IKPA_CEK", Array(NilaiSel(skor), NilaiSel(tahun), NilaiSel(triwulan), NilaiSel(pembulatan)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function IKPA_DEVIASI_DIPA(rencana, realisasi)
Attribute IKPA_DEVIASI_DIPA.VB_Description = "Skor deviasi halaman III DIPA. 100 dikurangi rata-rata selisih mutlak kumulatif terhadap rencana, paling rendah 0. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf b (rumus tercetaknya tidak lengkap)."
Attribute IKPA_DEVIASI_DIPA.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_DEVIASI_DIPA = XLPy.CallUDF("kinerja_udf", "IKPA_DEVIASI_DIPA", Array(NilaiSel(rencana), NilaiSel(realisasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_DEVIASI_DIPA = CVErr(2015)
End Function

Public Function IKPA_DISPENSASI_SPM(dispensasi, total)
Attribute IKPA_DISPENSASI_SPM.VB_Description = "Skor dispensasi penyampaian SPM. Skor menurut permil SPM dispensasi; batas kelas masuk kelas yang lebih buruk. Hasil: Nilai. Dasar: Tangga permil dispensasi SPM (PER-5/PB/2022, belum dicocokkan dengan naskah resmi)."
Attribute IKPA_DISPENSASI_SPM.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_DISPENSASI_SPM = XLPy.CallUDF("kinerja_udf", "IKPA_DISPENSASI_SPM", Array(NilaiSel(dispensasi), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_DISPENSASI_SPM = CVErr(2015)
End Function

Public Function IKPA_KATEGORI(nilai)
Attribute IKPA_KATEGORI.VB_Description = "Kategori IKPA. Sangat Baik, Baik, Cukup atau Kurang. Hasil: teks. Dasar: Bahan sosialisasi KPPN dan DJPb."
Attribute IKPA_KATEGORI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_KATEGORI = XLPy.CallUDF("kinerja_udf", "IKPA_KATEGORI", Array(NilaiSel(nilai)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_KATEGORI = CVErr(2015)
End Function

Public Function IKPA_KESALAHAN_SPM(salah, total)
Attribute IKPA_KESALAHAN_SPM.VB_Description = "Skor kesalahan SPM. 100 dikurangi persentase SPM salah dari jumlah SPM. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf j."
Attribute IKPA_KESALAHAN_SPM.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_KESALAHAN_SPM = XLPy.CallUDF("kinerja_udf", "IKPA_KESALAHAN_SPM", Array(NilaiSel(salah), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_KESALAHAN_SPM = CVErr(2015)
End Function

Public Function IKPA_KONTRAK(tepat, total)
Attribute IKPA_KONTRAK.VB_Description = "Skor data kontrak. Persentase data kontrak tepat waktu dari jumlah data kontrak. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf e."
Attribute IKPA_KONTRAK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_KONTRAK = XLPy.CallUDF("kinerja_udf", "IKPA_KONTRAK", Array(NilaiSel(tepat), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_KONTRAK = CVErr(2015)
End Function

Public Function IKPA_LPJ(tepat, total)
Attribute IKPA_LPJ.VB_Description = "Skor LPJ bendahara. Persentase LPJ tepat waktu dari jumlah LPJ. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf d."
Attribute IKPA_LPJ.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_LPJ = XLPy.CallUDF("kinerja_udf", "IKPA_LPJ", Array(NilaiSel(tepat), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_LPJ = CVErr(2015)
End Function

Public Function IKPA_PAGU_MINUS(minus, pagu)
Attribute IKPA_PAGU_MINUS.VB_Description = "Skor pagu minus. 100 dikurangi persentase pagu minus terhadap pagu. Hasil: Nilai. Dasar: Manual IKU 2024, IK11 huruf l, dibalik (belum dicocokkan dengan naskah resmi)."
Attribute IKPA_PAGU_MINUS.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_PAGU_MINUS = XLPy.CallUDF("kinerja_udf", "IKPA_PAGU_MINUS", Array(NilaiSel(minus), NilaiSel(pagu)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_PAGU_MINUS = CVErr(2015)
End Function

Public Function IKPA_PENYERAPAN(realisasi, pagu, triwulan)
Attribute IKPA_PENYERAPAN.VB_Description = "Skor penyerapan anggaran. Persentase realisasi terhadap target triwulan, paling tinggi 100. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; target triwulan 15/40/60/90 %."
Attribute IKPA_PENYERAPAN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_PENYERAPAN = XLPy.CallUDF("kinerja_udf", "IKPA_PENYERAPAN", Array(NilaiSel(realisasi), NilaiSel(pagu), NilaiSel(triwulan)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_PENYERAPAN = CVErr(2015)
End Function

Public Function IKPA_RENKAS(tepat, total)
Attribute IKPA_RENKAS.VB_Description = "Skor perencanaan kas. Persentase renkas tepat waktu dari jumlah renkas. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf i."
Attribute IKPA_RENKAS.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_RENKAS = XLPy.CallUDF("kinerja_udf", "IKPA_RENKAS", Array(NilaiSel(tepat), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_RENKAS = CVErr(2015)
End Function

Public Function IKPA_RETUR_SP2D(retur, sp2d)
Attribute IKPA_RETUR_SP2D.VB_Description = "Skor retur SP2D. 100 dikurangi persentase retur SP2D dari SP2D terbit. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf h."
Attribute IKPA_RETUR_SP2D.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_RETUR_SP2D = XLPy.CallUDF("kinerja_udf", "IKPA_RETUR_SP2D", Array(NilaiSel(retur), NilaiSel(sp2d)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_RETUR_SP2D = CVErr(2015)
End Function

Public Function IKPA_REVISI_DIPA(revisi)
Attribute IKPA_REVISI_DIPA.VB_Description = "Skor revisi DIPA. Rata-rata nilai triwulan; tiap triwulan toleransi dibagi banyak revisi, paling tinggi 100. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; bahan perhitungan IKPA 2020."
Attribute IKPA_REVISI_DIPA.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_REVISI_DIPA = XLPy.CallUDF("kinerja_udf", "IKPA_REVISI_DIPA", Array(NilaiSel(revisi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_REVISI_DIPA = CVErr(2015)
End Function

Public Function IKPA_SCORE(skor, tahun, Optional triwulan, Optional pembulatan)
Attribute IKPA_SCORE.VB_Description = "Nilai IKPA. Jumlah skor x bobot dibagi jumlah bobot indikator yang ada datanya (konversi bobot). Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; PER-4/PB/2020; PER-4/PB/2021; PER-5/PB/2022; PER-5/PB/2024; tata kolom OM-SPAN."
Attribute IKPA_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_SCORE = XLPy.CallUDF("kinerja_udf", "IKPA_SCORE", Array(NilaiSel(skor), NilaiSel(tahun), NilaiSel(triwulan), NilaiSel(pembulatan)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_SCORE = CVErr(2015)
End Function

Public Function IKPA_TAGIHAN(tepat, total)
Attribute IKPA_TAGIHAN.VB_Description = "Skor penyelesaian tagihan. Persentase tagihan tepat waktu dari jumlah tagihan. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf f."
Attribute IKPA_TAGIHAN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_TAGIHAN = XLPy.CallUDF("kinerja_udf", "IKPA_TAGIHAN", Array(NilaiSel(tepat), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_TAGIHAN = CVErr(2015)
End Function

Public Function IKPA_UP(tepat, total)
Attribute IKPA_UP.VB_Description = "Skor pengelolaan UP. Persentase SPM GUP tepat waktu dari jumlah SPM GUP. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf c."
Attribute IKPA_UP.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IKPA_UP = XLPy.CallUDF("kinerja_udf", "IKPA_UP", Array(NilaiSel(tepat), NilaiSel(total)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IKPA_UP = CVErr(2015)
End Function

Public Function IP_ASN_CEK(tabel, Optional peta_predikat)
Attribute IP_ASN_CEK.VB_Description = "Pemeriksa data IP_ASN_SCORE. 'OK' bila data IP_ASN_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019."
Attribute IP_ASN_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IP_ASN_CEK = XLPy.CallUDF("kinerja_udf", "IP_ASN_CEK", Array(NilaiSel(tabel), NilaiSel(peta_predikat)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IP_ASN_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function IP_ASN_KATEGORI(nilai)
Attribute IP_ASN_KATEGORI.VB_Description = "Kategori profesionalitas. Sangat Tinggi sampai Sangat Rendah menurut batas bawah 91, 81, 71, 61 pada nilai yang tidak dibulatkan. Hasil: kategori. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019."
Attribute IP_ASN_KATEGORI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IP_ASN_KATEGORI = XLPy.CallUDF("kinerja_udf", "IP_ASN_KATEGORI", Array(NilaiSel(nilai)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IP_ASN_KATEGORI = CVErr(2015)
End Function

Public Function IP_ASN_PEGAWAI(pendidikan, jabatan, diklat, jp_20, seminar, skp, disiplin, Optional peta_predikat)
Attribute IP_ASN_PEGAWAI.VB_Description = "Indeks profesionalitas seorang pegawai. Jumlah poin kualifikasi, kompetensi, kinerja, dan disiplin. Hasil: indeks 0-100. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019."
Attribute IP_ASN_PEGAWAI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IP_ASN_PEGAWAI = XLPy.CallUDF("kinerja_udf", "IP_ASN_PEGAWAI", Array(NilaiSel(pendidikan), NilaiSel(jabatan), NilaiSel(diklat), NilaiSel(jp_20), NilaiSel(seminar), NilaiSel(skp), NilaiSel(disiplin), NilaiSel(peta_predikat)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IP_ASN_PEGAWAI = CVErr(2015)
End Function

Public Function IP_ASN_SCORE(tabel, Optional peta_predikat)
Attribute IP_ASN_SCORE.VB_Description = "Indeks profesionalitas ASN unit. Rata-rata indeks seluruh pegawai yang diukur; baris kosong dilewati, tanpa pegawai belum ada data. Hasil: indeks 0-100. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019."
Attribute IP_ASN_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    IP_ASN_SCORE = XLPy.CallUDF("kinerja_udf", "IP_ASN_SCORE", Array(NilaiSel(tabel), NilaiSel(peta_predikat)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    IP_ASN_SCORE = CVErr(2015)
End Function

Public Function NKA_CEK(penyerapan, konsistensi, keluaran, nilai_efisiensi, Optional tahun)
Attribute NKA_CEK.VB_Description = "Pemeriksa data NKA_SCORE. 'OK' bila data NKA_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PMK 249/PMK.02/2011; PMK 214/PMK.02/2017; PMK 22/PMK.02/2021."
Attribute NKA_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_CEK = XLPy.CallUDF("kinerja_udf", "NKA_CEK", Array(NilaiSel(penyerapan), NilaiSel(konsistensi), NilaiSel(keluaran), NilaiSel(nilai_efisiensi), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function NKA_EFISIENSI(e)
Attribute NKA_EFISIENSI.VB_Description = "Nilai efisiensi. Efisiensi -20..20 persen menjadi nilai 0-100; di luar itu berhenti pada batasnya. Hasil: Nilai. Dasar: PMK 249/PMK.02/2011; PMK 214/PMK.02/2017."
Attribute NKA_EFISIENSI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_EFISIENSI = XLPy.CallUDF("kinerja_udf", "NKA_EFISIENSI", Array(NilaiSel(e)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_EFISIENSI = CVErr(2015)
End Function

Public Function NKA_KATEGORI(nilai)
Attribute NKA_KATEGORI.VB_Description = "Kategori NKA. Sangat Baik, Baik, Cukup, Kurang atau Sangat Kurang; batas masuk kelas di bawahnya. Hasil: teks. Dasar: Kategori nilai kinerja anggaran (GitHub 56652339779)."
Attribute NKA_KATEGORI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_KATEGORI = XLPy.CallUDF("kinerja_udf", "NKA_KATEGORI", Array(NilaiSel(nilai)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_KATEGORI = CVErr(2015)
End Function

Public Function NKA_KELUARAN(rvk, tvk, rikk, tikk, Optional tahun)
Attribute NKA_KELUARAN.VB_Description = "Capaian keluaran. Rata-rata capaian keluaran dalam persen, tidak dibatasi 100. Hasil: Persen. Dasar: PMK 214/PMK.02/2017, lampiran; PMK 22/PMK.02/2021."
Attribute NKA_KELUARAN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_KELUARAN = XLPy.CallUDF("kinerja_udf", "NKA_KELUARAN", Array(NilaiSel(rvk), NilaiSel(tvk), NilaiSel(rikk), NilaiSel(tikk), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_KELUARAN = CVErr(2015)
End Function

Public Function NKA_KONSISTENSI(rencana, realisasi)
Attribute NKA_KONSISTENSI.VB_Description = "Konsistensi penyerapan terhadap rencana. Rata-rata (rencana - selisih mutlak) / rencana tiap bulan, paling rendah 0. Hasil: Persen. Dasar: PMK 249/PMK.02/2011 sampai PMK 22/PMK.02/2021 (belum dicocokkan dengan naskah resmi)."
Attribute NKA_KONSISTENSI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_KONSISTENSI = XLPy.CallUDF("kinerja_udf", "NKA_KONSISTENSI", Array(NilaiSel(rencana), NilaiSel(realisasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_KONSISTENSI = CVErr(2015)
End Function

Public Function NKA_PENYERAPAN(realisasi, pagu)
Attribute NKA_PENYERAPAN.VB_Description = "Penyerapan anggaran. Persentase realisasi terhadap pagu. Hasil: Persen. Dasar: PMK 214/PMK.02/2017, lampiran."
Attribute NKA_PENYERAPAN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_PENYERAPAN = XLPy.CallUDF("kinerja_udf", "NKA_PENYERAPAN", Array(NilaiSel(realisasi), NilaiSel(pagu)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_PENYERAPAN = CVErr(2015)
End Function

Public Function NKA_SCORE(penyerapan, konsistensi, keluaran, nilai_efisiensi, Optional tahun)
Attribute NKA_SCORE.VB_Description = "Nilai kinerja anggaran satker. Jumlah tertimbang penyerapan, konsistensi, keluaran dan nilai efisiensi. Sejak 2023 pakai NKA_TOTAL. Hasil: Nilai. Dasar: PMK 249/PMK.02/2011; PMK 214/PMK.02/2017; PMK 22/PMK.02/2021."
Attribute NKA_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_SCORE = XLPy.CallUDF("kinerja_udf", "NKA_SCORE", Array(NilaiSel(penyerapan), NilaiSel(konsistensi), NilaiSel(keluaran), NilaiSel(nilai_efisiensi), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_SCORE = CVErr(2015)
End Function

Public Function NKA_TOTAL(perencanaan, pelaksanaan)
Attribute NKA_TOTAL.VB_Description = "Nilai kinerja anggaran: perencanaan dan pelaksanaan. Setengah kinerja perencanaan dan setengah kinerja pelaksanaan anggaran. Hasil: Nilai. Dasar: PMK 62 Tahun 2023."
Attribute NKA_TOTAL.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NKA_TOTAL = XLPy.CallUDF("kinerja_udf", "NKA_TOTAL", Array(NilaiSel(perencanaan), NilaiSel(pelaksanaan)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NKA_TOTAL = CVErr(2015)
End Function

Public Function NPSS(capaian_, validitas)
Attribute NPSS.VB_Description = "Nilai pencapaian sasaran strategis. Rata-rata capaian, tertimbang menurut tingkat validitas indikator; indikator tanpa capaian tidak dihitung. Hasil: persen. Dasar: PERMEN-KP 68/2017; LKj BPPBAT KKP 2016."
Attribute NPSS.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    NPSS = XLPy.CallUDF("kinerja_udf", "NPSS", Array(NilaiSel(capaian_), NilaiSel(validitas)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    NPSS = CVErr(2015)
End Function

Public Function PBJ_CEK(sirup, spse, laporan, kesesuaian)
Attribute PBJ_CEK.VB_Description = "Pemeriksa data PBJ_SCORE. 'OK' bila data PBJ_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Manual IKU 2024, IK13."
Attribute PBJ_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    PBJ_CEK = XLPy.CallUDF("kinerja_udf", "PBJ_CEK", Array(NilaiSel(sirup), NilaiSel(spse), NilaiSel(laporan), NilaiSel(kesesuaian)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    PBJ_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function PBJ_SCORE(sirup, spse, laporan, kesesuaian)
Attribute PBJ_SCORE.VB_Description = "Tingkat kepatuhan pengadaan barang/jasa. Jumlah tertimbang empat unsur; unsur kosong tidak berlaku dan bobotnya dibagikan ke unsur lain. Hasil: Persen. Dasar: Manual IKU 2024, IK13."
Attribute PBJ_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    PBJ_SCORE = XLPy.CallUDF("kinerja_udf", "PBJ_SCORE", Array(NilaiSel(sirup), NilaiSel(spse), NilaiSel(laporan), NilaiSel(kesesuaian)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    PBJ_SCORE = CVErr(2015)
End Function

Public Function QA_LOKASI_JUMLAH(lokasi)
Attribute QA_LOKASI_JUMLAH.VB_Description = "Jumlah lokasi penerapan QA. Banyaknya kabupaten/kota yang berbeda; spasi tepi dan huruf besar diabaikan, sel kosong dilewati. Hasil: lokasi. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK6."
Attribute QA_LOKASI_JUMLAH.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    QA_LOKASI_JUMLAH = XLPy.CallUDF("kinerja_udf", "QA_LOKASI_JUMLAH", Array(NilaiSel(lokasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    QA_LOKASI_JUMLAH = CVErr(2015)
End Function

Public Function RB_CEK(pengungkit, hasil, Optional tahun)
Attribute RB_CEK.VB_Description = "Pemeriksa data RB_SCORE. 'OK' bila data RB_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 14/2014."
Attribute RB_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    RB_CEK = XLPy.CallUDF("kinerja_udf", "RB_CEK", Array(NilaiSel(pengungkit), NilaiSel(hasil), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    RB_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function RB_KATEGORI(nilai)
Attribute RB_KATEGORI.VB_Description = "Kategori reformasi birokrasi. AA, A, BB, B, CC, C atau D; tepat pada batas masuk kelas di bawahnya. Hasil: teks. Dasar: PermenPANRB 14/2014 (batas kelas belum dicocokkan dengan naskah resmi)."
Attribute RB_KATEGORI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    RB_KATEGORI = XLPy.CallUDF("kinerja_udf", "RB_KATEGORI", Array(NilaiSel(nilai)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    RB_KATEGORI = CVErr(2015)
End Function

Public Function RB_SCORE(pengungkit, hasil, Optional tahun)
Attribute RB_SCORE.VB_Description = "Nilai reformasi birokrasi (LKE). Jumlah poin pengungkit dan hasil; poin tidak pernah melebihi bobotnya. Hasil: Nilai. Dasar: PermenPANRB 14/2014."
Attribute RB_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    RB_SCORE = XLPy.CallUDF("kinerja_udf", "RB_SCORE", Array(NilaiSel(pengungkit), NilaiSel(hasil), NilaiSel(tahun)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    RB_SCORE = CVErr(2015)
End Function

Public Function REKOMENDASI_CEK(tindak_lanjut, rekomendasi)
Attribute REKOMENDASI_CEK.VB_Description = "Pemeriksa data REKOMENDASI_PERSEN. 'OK' bila data REKOMENDASI_PERSEN benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Manual IKU 2024, IK10."
Attribute REKOMENDASI_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    REKOMENDASI_CEK = XLPy.CallUDF("kinerja_udf", "REKOMENDASI_CEK", Array(NilaiSel(tindak_lanjut), NilaiSel(rekomendasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    REKOMENDASI_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function REKOMENDASI_PERSEN(tindak_lanjut, rekomendasi)
Attribute REKOMENDASI_PERSEN.VB_Description = "Persentase rekomendasi hasil pengawasan yang dimanfaatkan. Banyak yang ditindaklanjuti dibagi banyak yang diberikan; tanpa rekomendasi tidak dinilai. Hasil: Persen. Dasar: Manual IKU 2024, IK10."
Attribute REKOMENDASI_PERSEN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    REKOMENDASI_PERSEN = XLPy.CallUDF("kinerja_udf", "REKOMENDASI_PERSEN", Array(NilaiSel(tindak_lanjut), NilaiSel(rekomendasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    REKOMENDASI_PERSEN = CVErr(2015)
End Function

Public Function RKA_CEK(koefisien, harga, Optional ppn_persen)
Attribute RKA_CEK.VB_Description = "Pemeriksa data RKA_JUMLAH. 'OK' bila data RKA_JUMLAH benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Permendagri 77/2020, formulir RKA rincian belanja."
Attribute RKA_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    RKA_CEK = XLPy.CallUDF("kinerja_udf", "RKA_CEK", Array(NilaiSel(koefisien), NilaiSel(harga), NilaiSel(ppn_persen)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    RKA_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function RKA_JUMLAH(koefisien, harga, Optional ppn_persen)
Attribute RKA_JUMLAH.VB_Description = "Jumlah rincian belanja. Koefisien x harga x (1 + PPN), tidak dibulatkan; kosong bila koefisien atau harga kosong. Hasil: Rupiah. Dasar: Permendagri 77/2020, formulir RKA rincian belanja."
Attribute RKA_JUMLAH.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    RKA_JUMLAH = XLPy.CallUDF("kinerja_udf", "RKA_JUMLAH", Array(NilaiSel(koefisien), NilaiSel(harga), NilaiSel(ppn_persen)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    RKA_JUMLAH = CVErr(2015)
End Function

Public Function RKA_KOEFISIEN(teks)
Attribute RKA_KOEFISIEN.VB_Description = "Banyaknya dari koefisien tertulis. Hasil kali angka-angka koefisien: '10 Orang x 2 Kali' menjadi 20. Titik memisahkan ribuan, koma desimal. Hasil: Bilangan. Dasar: Permendagri 77/2020, formulir RKA rincian belanja (kolom koefisien)."
Attribute RKA_KOEFISIEN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    RKA_KOEFISIEN = XLPy.CallUDF("kinerja_udf", "RKA_KOEFISIEN", Array(NilaiSel(teks)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    RKA_KOEFISIEN = CVErr(2015)
End Function

Public Function SAKIP_CEK(perencanaan, pengukuran, pelaporan, evaluasi)
Attribute SAKIP_CEK.VB_Description = "Pemeriksa data SAKIP_SCORE. 'OK' bila data SAKIP_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 88/2021."
Attribute SAKIP_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SAKIP_CEK = XLPy.CallUDF("kinerja_udf", "SAKIP_CEK", Array(NilaiSel(perencanaan), NilaiSel(pengukuran), NilaiSel(pelaporan), NilaiSel(evaluasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SAKIP_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function SAKIP_PREDIKAT(nilai)
Attribute SAKIP_PREDIKAT.VB_Description = "Predikat SAKIP. AA sampai D; nilai harus di atas batas kelas (lebih dari 90 untuk AA). Hasil: AA-D. Dasar: PermenPANRB 88/2021."
Attribute SAKIP_PREDIKAT.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SAKIP_PREDIKAT = XLPy.CallUDF("kinerja_udf", "SAKIP_PREDIKAT", Array(NilaiSel(nilai)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SAKIP_PREDIKAT = CVErr(2015)
End Function

Public Function SAKIP_SCORE(perencanaan, pengukuran, pelaporan, evaluasi)
Attribute SAKIP_SCORE.VB_Description = "Nilai evaluasi SAKIP. Perencanaan 30, pengukuran 30, pelaporan 15, evaluasi internal 25; tiap komponen bernilai 0-100. Hasil: nilai 0-100. Dasar: PermenPANRB 88/2021."
Attribute SAKIP_SCORE.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SAKIP_SCORE = XLPy.CallUDF("kinerja_udf", "SAKIP_SCORE", Array(NilaiSel(perencanaan), NilaiSel(pengukuran), NilaiSel(pelaporan), NilaiSel(evaluasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SAKIP_SCORE = CVErr(2015)
End Function

Public Function SAKIP_SCORE_2015(perencanaan, pengukuran, pelaporan, evaluasi, capaian_)
Attribute SAKIP_SCORE_2015.VB_Description = "Nilai evaluasi SAKIP lima komponen. Perencanaan 30, pengukuran 25, pelaporan 15, evaluasi internal 10, pencapaian 20. Hasil: nilai 0-100. Dasar: PermenPANRB 12/2015."
Attribute SAKIP_SCORE_2015.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SAKIP_SCORE_2015 = XLPy.CallUDF("kinerja_udf", "SAKIP_SCORE_2015", Array(NilaiSel(perencanaan), NilaiSel(pengukuran), NilaiSel(pelaporan), NilaiSel(evaluasi), NilaiSel(capaian_)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SAKIP_SCORE_2015 = CVErr(2015)
End Function

Public Function SOP_CEK(waktu, Optional menit_per_hari)
Attribute SOP_CEK.VB_Description = "Pemeriksa data SOP_TOTAL. 'OK' bila data SOP_TOTAL benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012."
Attribute SOP_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SOP_CEK = XLPy.CallUDF("kinerja_udf", "SOP_CEK", Array(NilaiSel(waktu), NilaiSel(menit_per_hari)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SOP_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function SOP_DURASI(mulai, selesai, Optional libur, Optional jadwal)
Attribute SOP_DURASI.VB_Description = "Durasi kerja antara dua saat. Menit kerja antara mulai dan selesai; waktu di luar jam kerja, istirahat dan hari libur tidak dihitung. Hasil: menit kerja. Dasar: Perpres 21/2023 (jam kerja); hari libur dan jadwal menurut instansi."
Attribute SOP_DURASI.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SOP_DURASI = XLPy.CallUDF("kinerja_udf", "SOP_DURASI", Array(NilaiSel(mulai), NilaiSel(selesai), NilaiSel(libur), NilaiSel(jadwal)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SOP_DURASI = CVErr(2015)
End Function

Public Function SOP_DURASI_CEK(mulai, selesai, Optional libur, Optional jadwal)
Attribute SOP_DURASI_CEK.VB_Description = "Pemeriksa data SOP_DURASI. 'OK' bila data SOP_DURASI benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Perpres 21/2023 (jam kerja); hari libur dan jadwal menurut instansi."
Attribute SOP_DURASI_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SOP_DURASI_CEK = XLPy.CallUDF("kinerja_udf", "SOP_DURASI_CEK", Array(NilaiSel(mulai), NilaiSel(selesai), NilaiSel(libur), NilaiSel(jadwal)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SOP_DURASI_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function SOP_MENIT(teks, Optional menit_per_hari)
Attribute SOP_MENIT.VB_Description = "Menit kerja dari waktu tertulis. Menit kerja dari waktu tertulis: menit, jam, hari (hari kerja), minggu (minggu kerja). Hasil: menit kerja. Dasar: Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012."
Attribute SOP_MENIT.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SOP_MENIT = XLPy.CallUDF("kinerja_udf", "SOP_MENIT", Array(NilaiSel(teks), NilaiSel(menit_per_hari)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SOP_MENIT = CVErr(2015)
End Function

Public Function SOP_STATUS(durasi, baku)
Attribute SOP_STATUS.VB_Description = "Status waktu langkah. Tertulis 'tepat' bila durasi tidak melebihi baku, 'terlambat' bila lebih; durasi kosong tetap kosong. Hasil: teks. Dasar: Mutu baku waktu, PermenPAN-RB 35/2012."
Attribute SOP_STATUS.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SOP_STATUS = XLPy.CallUDF("kinerja_udf", "SOP_STATUS", Array(NilaiSel(durasi), NilaiSel(baku)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SOP_STATUS = CVErr(2015)
End Function

Public Function SOP_TOTAL(waktu, Optional menit_per_hari)
Attribute SOP_TOTAL.VB_Description = "Jumlah waktu SOP. Jumlah menit kerja semua langkah bila dikerjakan berurutan tanpa perbaikan; baris kosong dilewati. Hasil: menit kerja. Dasar: Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012."
Attribute SOP_TOTAL.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    SOP_TOTAL = XLPy.CallUDF("kinerja_udf", "SOP_TOTAL", Array(NilaiSel(waktu), NilaiSel(menit_per_hari)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    SOP_TOTAL = CVErr(2015)
End Function

Public Function TEMUAN_BPK_CEK(temuan, realisasi)
Attribute TEMUAN_BPK_CEK.VB_Description = "Pemeriksa data TEMUAN_BPK_PERSEN. 'OK' bila data TEMUAN_BPK_PERSEN benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: KKP, Buku Pedoman IKU BBRP2BKP 2022; manual IKU 2024, IK9."
Attribute TEMUAN_BPK_CEK.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    TEMUAN_BPK_CEK = XLPy.CallUDF("kinerja_udf", "TEMUAN_BPK_CEK", Array(NilaiSel(temuan), NilaiSel(realisasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    TEMUAN_BPK_CEK = "Python tidak menjawab: " & Err.Description
End Function

Public Function TEMUAN_BPK_PERSEN(temuan, realisasi)
Attribute TEMUAN_BPK_PERSEN.VB_Description = "Persentase nilai temuan BPK. Nilai temuan dibagi realisasi tahun yang sama; targetnya paling banyak 1 persen (Minimize). Hasil: Persen. Dasar: KKP, Buku Pedoman IKU BBRP2BKP 2022; manual IKU 2024, IK9."
Attribute TEMUAN_BPK_PERSEN.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    TEMUAN_BPK_PERSEN = XLPy.CallUDF("kinerja_udf", "TEMUAN_BPK_PERSEN", Array(NilaiSel(temuan), NilaiSel(realisasi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    TEMUAN_BPK_PERSEN = CVErr(2015)
End Function

Public Function TRACEABILITY_JUMLAH(terbit, tanggal, Optional upi)
Attribute TRACEABILITY_JUMLAH.VB_Description = "Surat keterangan traceability yang berlaku. Surat yang berlaku pada tanggal itu: terbit <= tanggal < terbit + 24 bulan; dengan upi, tiap UPI sekali. Hasil: UPI. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK2."
Attribute TRACEABILITY_JUMLAH.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    TRACEABILITY_JUMLAH = XLPy.CallUDF("kinerja_udf", "TRACEABILITY_JUMLAH", Array(NilaiSel(terbit), NilaiSel(tanggal), NilaiSel(upi)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    TRACEABILITY_JUMLAH = CVErr(2015)
End Function

Public Function UPI_JUMLAH(daftar)
Attribute UPI_JUMLAH.VB_Description = "Jumlah unit pengolahan ikan. Banyaknya nama yang berbeda; spasi tepi dan huruf besar diabaikan, sel kosong dilewati. Hasil: UPI. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK4."
Attribute UPI_JUMLAH.VB_ProcData.VB_Invoke_Func = " \n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    UPI_JUMLAH = XLPy.CallUDF("kinerja_udf", "UPI_JUMLAH", Array(NilaiSel(daftar)), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    UPI_JUMLAH = CVErr(2015)
End Function

Public Sub Auto_Open()
    Dim tersimpan As Boolean
    tersimpan = ThisWorkbook.Saved
    BantuanCapaian
    BantuanBmn
    BantuanHitungan
    BantuanIkm
    BantuanIkpa
    BantuanIpasn
    BantuanNka
    BantuanPbj
    BantuanRb
    BantuanRekomendasi
    BantuanRka
    BantuanSakip
    BantuanSop
    BantuanBpk
    ThisWorkbook.Saved = tersimpan
End Sub

Private Sub Bantu(nama As String, kategori As String, uraian As String, ParamArray argumen() As Variant)
    Dim daftar As Variant
    daftar = argumen
    On Error Resume Next
    Application.MacroOptions Macro:="'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & nama, _
        Description:=uraian, Category:=kategori, ArgumentDescriptions:=daftar
End Sub


Private Sub BantuanCapaian()
    Bantu "AGREGASI", "Kinerja: Capaian kinerja", _
        "Nilai tahunan dari empat triwulan. Akumulasi menjumlahkan, Rata-rata membagi dengan triwulan yang terisi, Nilai Posisi Akhir memakai yang terakhir. Hasil: seperti masukan. Dasar: Buku Pintar KPPN Denpasar; manual IKU (jenis perhitungan).", _
        "realisasi triwulan I-IV; kosong = belum ada (1 x 4)", _
        "Akumulasi, Rata-rata, atau Nilai Posisi Akhir"
    Bantu "CAPAIAN", "Kinerja: Capaian kinerja", _
        "Capaian kinerja. Maximize R/T, Minimize (2T-R)/T, Stabilize 1-|R-T|/T, dalam persen, paling rendah 0 dan paling tinggi 120. Hasil: persen. Dasar: PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014.", _
        "realisasi; kosong = belum ada", _
        "target", _
        "Maximize, Minimize, atau Stabilize", _
        "capaian tertinggi; kosong = 120; 'tanpa' = tidak dibatasi; boleh dikosongkan", _
        "rumus Minimize: (2T-R)/T (bawaan) atau T/R; boleh dikosongkan"
    Bantu "CAPAIAN_CEK", "Kinerja: Capaian kinerja", _
        "Pemeriksa data CAPAIAN. 'OK' bila data CAPAIAN benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014.", _
        "realisasi; kosong = belum ada", _
        "target", _
        "Maximize, Minimize, atau Stabilize", _
        "capaian tertinggi; kosong = 120; 'tanpa' = tidak dibatasi; boleh dikosongkan", _
        "rumus Minimize: (2T-R)/T (bawaan) atau T/R; boleh dikosongkan"
    Bantu "CAPAIAN_KATEGORI", "Kinerja: Capaian kinerja", _
        "Kategori capaian. Sangat Baik sampai Sangat Kurang menurut batas bawah 91, 76, 66, 51; di atas 100 tetap kelas teratas. Hasil: kategori. Dasar: LKjIP daerah; Permendagri 86/2017.", _
        "capaian dalam persen"
    Bantu "CAPAIAN_RENTANG", "Kinerja: Capaian kinerja", _
        "Capaian terhadap target rentang. Di dalam rentang 100; di bawah rentang dibagi batas bawah, di atas rentang dibagi batas atas. Hasil: persen. Dasar: PermenPANRB 8/2021; LKj KKP 2015; KMK 467/KMK.01/2014.", _
        "realisasi; kosong = belum ada", _
        "batas bawah target", _
        "batas atas target", _
        "Maximize, Minimize, atau Stabilize", _
        "capaian tertinggi; kosong = 120; 'tanpa' = tidak dibatasi; boleh dikosongkan"
    Bantu "NPSS", "Kinerja: Capaian kinerja", _
        "Nilai pencapaian sasaran strategis. Rata-rata capaian, tertimbang menurut tingkat validitas indikator; indikator tanpa capaian tidak dihitung. Hasil: persen. Dasar: PERMEN-KP 68/2017; LKj BPPBAT KKP 2016.", _
        "capaian tiap indikator, persen; kosong = belum ada (n x 1)", _
        "Lead Input, Lead Proses, Lag Output, atau Lag Outcome (n x 1)"
End Sub

Private Sub BantuanBmn()
    Bantu "BMN_CEK", "Kinerja: Kepatuhan pengelolaan BMN", _
        "Pemeriksa data BMN_SCORE. 'OK' bila data BMN_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Manual IKU 2024, IK14 (dokumen tidak memuat rumus; rata-rata tertimbang ini keputusan kami).", _
        "nilai tiap unsur 0-100, kosong = tidak berlaku (n x 1)", _
        "bobot tiap unsur yang Anda tetapkan (n x 1)"
    Bantu "BMN_SCORE", "Kinerja: Kepatuhan pengelolaan BMN", _
        "Tingkat kepatuhan pengelolaan BMN. Rata-rata tertimbang nilai unsur. Dokumen tidak memuat rumus BMN: unsur dan bobotnya Anda tetapkan sendiri. Hasil: Persen.", _
        "nilai tiap unsur 0-100, kosong = tidak berlaku (n x 1)", _
        "bobot tiap unsur yang Anda tetapkan (n x 1)"
End Sub

Private Sub BantuanHitungan()
    Bantu "CPIB_JUMLAH", "Kinerja: Hitungan sertifikat, unit, dan lokasi", _
        "Jumlah sertifikat CPIB yang terbit. Setiap tanggal terbit dari awal sampai akhir, kedua hari itu ikut; sertifikat kembar tetap dihitung. Hasil: sertifikat. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK1.", _
        "tanggal terbit, satu baris per dokumen (n x 1)", _
        "hari pertama masa hitung", _
        "hari terakhir masa hitung"
    Bantu "HACCP_CEK", "Kinerja: Hitungan sertifikat, unit, dan lokasi", _
        "Pemeriksa data HACCP_JUMLAH. Teks 'OK', atau masalah pertama: baris setengah terisi, atau ruang lingkup yang ada di kedua daftar. Hasil: teks. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK3.", _
        "sertifikat hasil inspeksi: UPI dan produk, atau produk saja (n x 1-2)", _
        "sertifikat yang dipelihara, kolom yang sama (n x 1-2)"
    Bantu "HACCP_JUMLAH", "Kinerja: Hitungan sertifikat, unit, dan lokasi", _
        "Ruang lingkup produk bersertifikat HACCP. A = B + C tanpa kembar: baris yang sama di kedua daftar dihitung sekali (spasi dan huruf besar diabaikan). Hasil: sertifikat. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK3.", _
        "sertifikat hasil inspeksi: UPI dan produk, atau produk saja (n x 1-2)", _
        "sertifikat yang dipelihara, kolom yang sama (n x 1-2)"
    Bantu "QA_LOKASI_JUMLAH", "Kinerja: Hitungan sertifikat, unit, dan lokasi", _
        "Jumlah lokasi penerapan QA. Banyaknya kabupaten/kota yang berbeda; spasi tepi dan huruf besar diabaikan, sel kosong dilewati. Hasil: lokasi. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK6.", _
        "nama kabupaten/kota (n x 1)"
    Bantu "TRACEABILITY_JUMLAH", "Kinerja: Hitungan sertifikat, unit, dan lokasi", _
        "Surat keterangan traceability yang berlaku. Surat yang berlaku pada tanggal itu: terbit <= tanggal < terbit + 24 bulan; dengan upi, tiap UPI sekali. Hasil: UPI. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK2.", _
        "tanggal terbit, satu baris per dokumen (n x 1)", _
        "hari yang diperiksa", _
        "nama UPI tiap surat; bila diisi, tiap UPI dihitung sekali (n x 1); boleh dikosongkan"
    Bantu "UPI_JUMLAH", "Kinerja: Hitungan sertifikat, unit, dan lokasi", _
        "Jumlah unit pengolahan ikan. Banyaknya nama yang berbeda; spasi tepi dan huruf besar diabaikan, sel kosong dilewati. Hasil: UPI. Dasar: Manual IKU Balai KIPM Balikpapan 2024, IK4.", _
        "nama UPI, satu baris per catatan (n x 1)"
End Sub

Private Sub BantuanIkm()
    Bantu "IKM_CEK", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Pemeriksa data IKM_SCORE. 'OK' bila data IKM_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013).", _
        "satu baris per responden, satu kolom per unsur, jawaban 1-4; kosong = tidak dijawab (n x 9)", _
        "tahun survei; kosong = aturan terbaru; boleh dikosongkan"
    Bantu "IKM_DARI_NRR", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Nilai IKM dari NRR terbit. Nilai IKM bila yang diketahui hanya rata-rata tiap unsur. Hasil: indeks 25-100. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013).", _
        "rata-rata tiap unsur, 1-4 (1 x 9)", _
        "tahun survei; kosong = aturan terbaru; boleh dikosongkan"
    Bantu "IKM_KINERJA", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Kinerja unit pelayanan. Sangat Baik, Baik, Kurang Baik, atau Tidak Baik, dengan batas yang sama seperti mutu. Hasil: kategori. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013).", _
        "nilai IKM 25-100", _
        "tahun survei; kosong = aturan terbaru; boleh dikosongkan"
    Bantu "IKM_MUTU", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Mutu pelayanan. Mutu A-D: nilai dibulatkan setengah ke atas dua desimal, lalu dibandingkan dengan batas bawah kelas. Hasil: A-D. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013).", _
        "nilai IKM 25-100", _
        "tahun survei; kosong = aturan terbaru; boleh dikosongkan"
    Bantu "IKM_NRR", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Nilai rata-rata per unsur (NRR). Rata-rata jawaban yang terisi, satu angka per unsur, dalam satu baris. Hasil: skala 1-4. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013).", _
        "satu baris per responden, satu kolom per unsur, jawaban 1-4; kosong = tidak dijawab (n x 9)", _
        "tahun survei; kosong = aturan terbaru; boleh dikosongkan"
    Bantu "IKM_SAMPEL", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Ukuran sampel survei. Rumus Krejcie-Morgan: `tabel` membulatkan seperti tabel 1970, `atas` membulatkan ke atas. Hasil: responden. Dasar: Krejcie dan Morgan 1970; tabel sampel PermenPANRB 14/2017.", _
        "jumlah penerima layanan", _
        "tabel (bawaan) atau atas; boleh dikosongkan"
    Bantu "IKM_SCORE", "Kinerja: Indeks Kepuasan Masyarakat (SKM)", _
        "Nilai IKM dari jawaban. Rata-rata tiap unsur x bobot, dijumlahkan, x 25. Hasil: indeks 25-100. Dasar: PermenPANRB 14/2017, Lampiran (KEP/25/M.PAN/2/2004 untuk 2004-2013).", _
        "satu baris per responden, satu kolom per unsur, jawaban 1-4; kosong = tidak dijawab (n x 9)", _
        "tahun survei; kosong = aturan terbaru; boleh dikosongkan"
End Sub

Private Sub BantuanIkpa()
    Bantu "IKPA_CEK", "Kinerja: IKPA", _
        "Pemeriksa data IKPA_SCORE. 'OK' bila data IKPA_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PMK 195/PMK.05/2018; PER-4/PB/2020; PER-4/PB/2021; PER-5/PB/2022; PER-5/PB/2024; tata kolom OM-SPAN.", _
        "skor tiap indikator, kosong = tidak ada data (n baris x 1)", _
        "tahun anggaran; memilih susunan dan bobot", _
        "1-4; triwulan 1-3 tahun 2018-2019 tanpa k dan l; boleh dikosongkan", _
        "bertahap (baku, seperti OM-SPAN) atau tanpa; boleh dikosongkan"
    Bantu "IKPA_DEVIASI_DIPA", "Kinerja: IKPA", _
        "Skor deviasi halaman III DIPA. 100 dikurangi rata-rata selisih mutlak kumulatif terhadap rencana, paling rendah 0. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf b (rumus tercetaknya tidak lengkap).", _
        "rencana penarikan dana kumulatif tiap bulan (1 x n)", _
        "realisasi kumulatif, kosong = belum berjalan (1 x n)"
    Bantu "IKPA_DISPENSASI_SPM", "Kinerja: IKPA", _
        "Skor dispensasi penyampaian SPM. Skor menurut permil SPM dispensasi; batas kelas masuk kelas yang lebih buruk. Hasil: Nilai. Dasar: Tangga permil dispensasi SPM (PER-5/PB/2022, belum dicocokkan dengan naskah resmi).", _
        "banyak SPM dengan dispensasi", _
        "jumlah SPM"
    Bantu "IKPA_KATEGORI", "Kinerja: IKPA", _
        "Kategori IKPA. Sangat Baik, Baik, Cukup atau Kurang. Hasil: teks. Dasar: Bahan sosialisasi KPPN dan DJPb.", _
        "nilai IKPA 0-100"
    Bantu "IKPA_KESALAHAN_SPM", "Kinerja: IKPA", _
        "Skor kesalahan SPM. 100 dikurangi persentase SPM salah dari jumlah SPM. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf j.", _
        "SPM salah", _
        "jumlah SPM"
    Bantu "IKPA_KONTRAK", "Kinerja: IKPA", _
        "Skor data kontrak. Persentase data kontrak tepat waktu dari jumlah data kontrak. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf e.", _
        "data kontrak tepat waktu", _
        "jumlah data kontrak"
    Bantu "IKPA_LPJ", "Kinerja: IKPA", _
        "Skor LPJ bendahara. Persentase LPJ tepat waktu dari jumlah LPJ. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf d.", _
        "LPJ tepat waktu", _
        "jumlah LPJ"
    Bantu "IKPA_PAGU_MINUS", "Kinerja: IKPA", _
        "Skor pagu minus. 100 dikurangi persentase pagu minus terhadap pagu. Hasil: Nilai. Dasar: Manual IKU 2024, IK11 huruf l, dibalik (belum dicocokkan dengan naskah resmi).", _
        "jumlah pagu minus sebagai angka positif, rupiah", _
        "pagu, rupiah"
    Bantu "IKPA_PENYERAPAN", "Kinerja: IKPA", _
        "Skor penyerapan anggaran. Persentase realisasi terhadap target triwulan, paling tinggi 100. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; target triwulan 15/40/60/90 %.", _
        "realisasi sampai dengan triwulan, rupiah", _
        "pagu setahun, rupiah", _
        "1-4"
    Bantu "IKPA_RENKAS", "Kinerja: IKPA", _
        "Skor perencanaan kas. Persentase renkas tepat waktu dari jumlah renkas. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf i.", _
        "renkas tepat waktu", _
        "jumlah renkas"
    Bantu "IKPA_RETUR_SP2D", "Kinerja: IKPA", _
        "Skor retur SP2D. 100 dikurangi persentase retur SP2D dari SP2D terbit. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf h.", _
        "retur SP2D", _
        "SP2D terbit"
    Bantu "IKPA_REVISI_DIPA", "Kinerja: IKPA", _
        "Skor revisi DIPA. Rata-rata nilai triwulan; tiap triwulan toleransi dibagi banyak revisi, paling tinggi 100. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; bahan perhitungan IKPA 2020.", _
        "banyak revisi pagu tetap tiap triwulan, kosong = belum berjalan (1 x 4)"
    Bantu "IKPA_SCORE", "Kinerja: IKPA", _
        "Nilai IKPA. Jumlah skor x bobot dibagi jumlah bobot indikator yang ada datanya (konversi bobot). Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; PER-4/PB/2020; PER-4/PB/2021; PER-5/PB/2022; PER-5/PB/2024; tata kolom OM-SPAN.", _
        "skor tiap indikator, kosong = tidak ada data (n baris x 1)", _
        "tahun anggaran; memilih susunan dan bobot", _
        "1-4; triwulan 1-3 tahun 2018-2019 tanpa k dan l; boleh dikosongkan", _
        "bertahap (baku, seperti OM-SPAN) atau tanpa; boleh dikosongkan"
    Bantu "IKPA_TAGIHAN", "Kinerja: IKPA", _
        "Skor penyelesaian tagihan. Persentase tagihan tepat waktu dari jumlah tagihan. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf f.", _
        "tagihan tepat waktu", _
        "jumlah tagihan"
    Bantu "IKPA_UP", "Kinerja: IKPA", _
        "Skor pengelolaan UP. Persentase SPM GUP tepat waktu dari jumlah SPM GUP. Hasil: Nilai. Dasar: PMK 195/PMK.05/2018; manual IKU 2024, IK11 huruf c.", _
        "SPM GUP tepat waktu", _
        "jumlah SPM GUP"
End Sub

Private Sub BantuanIpasn()
    Bantu "IP_ASN_CEK", "Kinerja: Indeks Profesionalitas ASN", _
        "Pemeriksa data IP_ASN_SCORE. 'OK' bila data IP_ASN_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019.", _
        "satu baris per pegawai: pendidikan, jabatan, diklat, jp20, seminar, skp, disiplin (n x 7)", _
        "poin pengganti untuk predikat Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang; kosong = peta kinerja-xl (5 x 1); boleh dikosongkan"
    Bantu "IP_ASN_KATEGORI", "Kinerja: Indeks Profesionalitas ASN", _
        "Kategori profesionalitas. Sangat Tinggi sampai Sangat Rendah menurut batas bawah 91, 81, 71, 61 pada nilai yang tidak dibulatkan. Hasil: kategori. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019.", _
        "indeks 0-100"
    Bantu "IP_ASN_PEGAWAI", "Kinerja: Indeks Profesionalitas ASN", _
        "Indeks profesionalitas seorang pegawai. Jumlah poin kualifikasi, kompetensi, kinerja, dan disiplin. Hasil: indeks 0-100. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019.", _
        "S3, S2, S1, D4, D3, SM, D2, D1, SLTA, SLTP, SD", _
        "Struktural, Fungsional, atau Pelaksana", _
        "1 = sudah diklat kepemimpinan/fungsional, 0 = belum; diabaikan untuk Pelaksana", _
        "1 = diklat 20 jam pelajaran setahun terakhir, 0 = tidak", _
        "1 = seminar setahun terakhir, 0 = tidak", _
        "nilai SKP 0-100, atau predikatnya (Sangat Baik, ...)", _
        "hukuman: O (atau 0) tidak pernah, R, S, B", _
        "poin pengganti untuk predikat Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang; kosong = peta kinerja-xl (5 x 1); boleh dikosongkan"
    Bantu "IP_ASN_SCORE", "Kinerja: Indeks Profesionalitas ASN", _
        "Indeks profesionalitas ASN unit. Rata-rata indeks seluruh pegawai yang diukur; baris kosong dilewati, tanpa pegawai belum ada data. Hasil: indeks 0-100. Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019.", _
        "satu baris per pegawai: pendidikan, jabatan, diklat, jp20, seminar, skp, disiplin (n x 7)", _
        "poin pengganti untuk predikat Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang; kosong = peta kinerja-xl (5 x 1); boleh dikosongkan"
End Sub

Private Sub BantuanNka()
    Bantu "NKA_CEK", "Kinerja: Nilai Kinerja Anggaran", _
        "Pemeriksa data NKA_SCORE. 'OK' bila data NKA_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PMK 249/PMK.02/2011; PMK 214/PMK.02/2017; PMK 22/PMK.02/2021.", _
        "penyerapan anggaran 0-100", _
        "konsistensi penyerapan 0-100", _
        "capaian keluaran, paling tinggi 100", _
        "nilai efisiensi 0-100 (NKA_EFISIENSI)", _
        "tahun anggaran; boleh dikosongkan"
    Bantu "NKA_EFISIENSI", "Kinerja: Nilai Kinerja Anggaran", _
        "Nilai efisiensi. Efisiensi -20..20 persen menjadi nilai 0-100; di luar itu berhenti pada batasnya. Hasil: Nilai. Dasar: PMK 249/PMK.02/2011; PMK 214/PMK.02/2017.", _
        "efisiensi dalam persen, boleh negatif"
    Bantu "NKA_KATEGORI", "Kinerja: Nilai Kinerja Anggaran", _
        "Kategori NKA. Sangat Baik, Baik, Cukup, Kurang atau Sangat Kurang; batas masuk kelas di bawahnya. Hasil: teks. Dasar: Kategori nilai kinerja anggaran (GitHub 56652339779).", _
        "NKA 0-100"
    Bantu "NKA_KELUARAN", "Kinerja: Nilai Kinerja Anggaran", _
        "Capaian keluaran. Rata-rata capaian keluaran dalam persen, tidak dibatasi 100. Hasil: Persen. Dasar: PMK 214/PMK.02/2017, lampiran; PMK 22/PMK.02/2021.", _
        "realisasi volume keluaran (n x 1)", _
        "target volume keluaran (n x 1)", _
        "realisasi indikator keluaran, kosong = tidak ada (n x m)", _
        "target indikator keluaran (n x m)", _
        "tahun anggaran; boleh dikosongkan"
    Bantu "NKA_KONSISTENSI", "Kinerja: Nilai Kinerja Anggaran", _
        "Konsistensi penyerapan terhadap rencana. Rata-rata (rencana - selisih mutlak) / rencana tiap bulan, paling rendah 0. Hasil: Persen. Dasar: PMK 249/PMK.02/2011 sampai PMK 22/PMK.02/2021 (belum dicocokkan dengan naskah resmi).", _
        "rencana penarikan dana kumulatif tiap bulan (1 x n)", _
        "realisasi kumulatif, kosong = belum berjalan (1 x n)"
    Bantu "NKA_PENYERAPAN", "Kinerja: Nilai Kinerja Anggaran", _
        "Penyerapan anggaran. Persentase realisasi terhadap pagu. Hasil: Persen. Dasar: PMK 214/PMK.02/2017, lampiran.", _
        "realisasi anggaran, rupiah", _
        "pagu anggaran, rupiah"
    Bantu "NKA_SCORE", "Kinerja: Nilai Kinerja Anggaran", _
        "Nilai kinerja anggaran satker. Jumlah tertimbang penyerapan, konsistensi, keluaran dan nilai efisiensi. Sejak 2023 pakai NKA_TOTAL. Hasil: Nilai. Dasar: PMK 249/PMK.02/2011; PMK 214/PMK.02/2017; PMK 22/PMK.02/2021.", _
        "penyerapan anggaran 0-100", _
        "konsistensi penyerapan 0-100", _
        "capaian keluaran, paling tinggi 100", _
        "nilai efisiensi 0-100 (NKA_EFISIENSI)", _
        "tahun anggaran; boleh dikosongkan"
    Bantu "NKA_TOTAL", "Kinerja: Nilai Kinerja Anggaran", _
        "Nilai kinerja anggaran: perencanaan dan pelaksanaan. Setengah kinerja perencanaan dan setengah kinerja pelaksanaan anggaran. Hasil: Nilai. Dasar: PMK 62 Tahun 2023.", _
        "nilai kinerja perencanaan anggaran 0-100 (EKA)", _
        "nilai kinerja pelaksanaan anggaran 0-100 (IKPA)"
End Sub

Private Sub BantuanPbj()
    Bantu "PBJ_CEK", "Kinerja: Kepatuhan pengadaan barang/jasa", _
        "Pemeriksa data PBJ_SCORE. 'OK' bila data PBJ_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Manual IKU 2024, IK13.", _
        "rencana umum pengadaan pada SiRUP 0-100", _
        "pengadaan belanja modal lewat SPSE 0-100, kosong = tidak ada", _
        "laporan penyelenggaraan 0-100", _
        "kesesuaian tahap pelaksanaan 0-100"
    Bantu "PBJ_SCORE", "Kinerja: Kepatuhan pengadaan barang/jasa", _
        "Tingkat kepatuhan pengadaan barang/jasa. Jumlah tertimbang empat unsur; unsur kosong tidak berlaku dan bobotnya dibagikan ke unsur lain. Hasil: Persen. Dasar: Manual IKU 2024, IK13.", _
        "rencana umum pengadaan pada SiRUP 0-100", _
        "pengadaan belanja modal lewat SPSE 0-100, kosong = tidak ada", _
        "laporan penyelenggaraan 0-100", _
        "kesesuaian tahap pelaksanaan 0-100"
End Sub

Private Sub BantuanRb()
    Bantu "RB_CEK", "Kinerja: Reformasi Birokrasi", _
        "Pemeriksa data RB_SCORE. 'OK' bila data RB_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 14/2014.", _
        "poin delapan area perubahan (8 x 1)", _
        "poin tiga sasaran hasil (3 x 1)", _
        "tahun penilaian; boleh dikosongkan"
    Bantu "RB_KATEGORI", "Kinerja: Reformasi Birokrasi", _
        "Kategori reformasi birokrasi. AA, A, BB, B, CC, C atau D; tepat pada batas masuk kelas di bawahnya. Hasil: teks. Dasar: PermenPANRB 14/2014 (batas kelas belum dicocokkan dengan naskah resmi).", _
        "nilai RB 0-100"
    Bantu "RB_SCORE", "Kinerja: Reformasi Birokrasi", _
        "Nilai reformasi birokrasi (LKE). Jumlah poin pengungkit dan hasil; poin tidak pernah melebihi bobotnya. Hasil: Nilai. Dasar: PermenPANRB 14/2014.", _
        "poin delapan area perubahan (8 x 1)", _
        "poin tiga sasaran hasil (3 x 1)", _
        "tahun penilaian; boleh dikosongkan"
End Sub

Private Sub BantuanRekomendasi()
    Bantu "REKOMENDASI_CEK", "Kinerja: Rekomendasi hasil pengawasan", _
        "Pemeriksa data REKOMENDASI_PERSEN. 'OK' bila data REKOMENDASI_PERSEN benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Manual IKU 2024, IK10.", _
        "rekomendasi berstatus proses atau tuntas", _
        "rekomendasi yang diberikan pada masa itu"
    Bantu "REKOMENDASI_PERSEN", "Kinerja: Rekomendasi hasil pengawasan", _
        "Persentase rekomendasi hasil pengawasan yang dimanfaatkan. Banyak yang ditindaklanjuti dibagi banyak yang diberikan; tanpa rekomendasi tidak dinilai. Hasil: Persen. Dasar: Manual IKU 2024, IK10.", _
        "rekomendasi berstatus proses atau tuntas", _
        "rekomendasi yang diberikan pada masa itu"
End Sub

Private Sub BantuanRka()
    Bantu "RKA_CEK", "Kinerja: Rencana Kerja dan Anggaran", _
        "Pemeriksa data RKA_JUMLAH. 'OK' bila data RKA_JUMLAH benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Permendagri 77/2020, formulir RKA rincian belanja.", _
        "banyaknya", _
        "harga satuan, rupiah", _
        "tarif PPN baris ini dalam persen, kosong = 0; boleh dikosongkan"
    Bantu "RKA_JUMLAH", "Kinerja: Rencana Kerja dan Anggaran", _
        "Jumlah rincian belanja. Koefisien x harga x (1 + PPN), tidak dibulatkan; kosong bila koefisien atau harga kosong. Hasil: Rupiah. Dasar: Permendagri 77/2020, formulir RKA rincian belanja.", _
        "banyaknya", _
        "harga satuan, rupiah", _
        "tarif PPN baris ini dalam persen, kosong = 0; boleh dikosongkan"
    Bantu "RKA_KOEFISIEN", "Kinerja: Rencana Kerja dan Anggaran", _
        "Banyaknya dari koefisien tertulis. Hasil kali angka-angka koefisien: '10 Orang x 2 Kali' menjadi 20. Titik memisahkan ribuan, koma desimal. Hasil: Bilangan. Dasar: Permendagri 77/2020, formulir RKA rincian belanja (kolom koefisien).", _
        "misalnya '10 Orang x 2 Kali', atau angka"
End Sub

Private Sub BantuanSakip()
    Bantu "SAKIP_CEK", "Kinerja: Evaluasi akuntabilitas kinerja (SAKIP)", _
        "Pemeriksa data SAKIP_SCORE. 'OK' bila data SAKIP_SCORE benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: PermenPANRB 88/2021.", _
        "nilai perencanaan kinerja 0-100", _
        "nilai pengukuran kinerja 0-100", _
        "nilai pelaporan kinerja 0-100", _
        "nilai evaluasi internal 0-100"
    Bantu "SAKIP_PREDIKAT", "Kinerja: Evaluasi akuntabilitas kinerja (SAKIP)", _
        "Predikat SAKIP. AA sampai D; nilai harus di atas batas kelas (lebih dari 90 untuk AA). Hasil: AA-D. Dasar: PermenPANRB 88/2021.", _
        "nilai SAKIP 0-100"
    Bantu "SAKIP_SCORE", "Kinerja: Evaluasi akuntabilitas kinerja (SAKIP)", _
        "Nilai evaluasi SAKIP. Perencanaan 30, pengukuran 30, pelaporan 15, evaluasi internal 25; tiap komponen bernilai 0-100. Hasil: nilai 0-100. Dasar: PermenPANRB 88/2021.", _
        "nilai perencanaan kinerja 0-100", _
        "nilai pengukuran kinerja 0-100", _
        "nilai pelaporan kinerja 0-100", _
        "nilai evaluasi internal 0-100"
    Bantu "SAKIP_SCORE_2015", "Kinerja: Evaluasi akuntabilitas kinerja (SAKIP)", _
        "Nilai evaluasi SAKIP lima komponen. Perencanaan 30, pengukuran 25, pelaporan 15, evaluasi internal 10, pencapaian 20. Hasil: nilai 0-100. Dasar: PermenPANRB 12/2015.", _
        "nilai perencanaan kinerja 0-100", _
        "nilai pengukuran kinerja 0-100", _
        "nilai pelaporan kinerja 0-100", _
        "nilai evaluasi internal 0-100", _
        "nilai pencapaian sasaran 0-100"
End Sub

Private Sub BantuanSop()
    Bantu "SOP_CEK", "Kinerja: Waktu SOP dan jam kerja", _
        "Pemeriksa data SOP_TOTAL. 'OK' bila data SOP_TOTAL benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012.", _
        "kolom waktu SOP, teks dengan satuan (n x 1)", _
        "menit kerja dalam satu hari; kosong = menurut aturan; boleh dikosongkan"
    Bantu "SOP_DURASI", "Kinerja: Waktu SOP dan jam kerja", _
        "Durasi kerja antara dua saat. Menit kerja antara mulai dan selesai; waktu di luar jam kerja, istirahat dan hari libur tidak dihitung. Hasil: menit kerja. Dasar: Perpres 21/2023 (jam kerja); hari libur dan jadwal menurut instansi.", _
        "tanggal dan jam mulai", _
        "tanggal dan jam selesai", _
        "tanggal libur; bila lebih dari satu kolom, kolom terakhir alasannya (kosong = kerja) (n x 1); boleh dikosongkan", _
        "Senin-Minggu: masuk, pulang, istirahat mulai, istirahat selesai; kosong = bawaan (7 x 4); boleh dikosongkan"
    Bantu "SOP_DURASI_CEK", "Kinerja: Waktu SOP dan jam kerja", _
        "Pemeriksa data SOP_DURASI. 'OK' bila data SOP_DURASI benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: Perpres 21/2023 (jam kerja); hari libur dan jadwal menurut instansi.", _
        "tanggal dan jam mulai", _
        "tanggal dan jam selesai", _
        "tanggal libur; bila lebih dari satu kolom, kolom terakhir alasannya (kosong = kerja) (n x 1); boleh dikosongkan", _
        "Senin-Minggu: masuk, pulang, istirahat mulai, istirahat selesai; kosong = bawaan (7 x 4); boleh dikosongkan"
    Bantu "SOP_MENIT", "Kinerja: Waktu SOP dan jam kerja", _
        "Menit kerja dari waktu tertulis. Menit kerja dari waktu tertulis: menit, jam, hari (hari kerja), minggu (minggu kerja). Hasil: menit kerja. Dasar: Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012.", _
        "waktu seperti '1 jam 30 menit', '14 hari'", _
        "menit kerja dalam satu hari; kosong = menurut aturan; boleh dikosongkan"
    Bantu "SOP_STATUS", "Kinerja: Waktu SOP dan jam kerja", _
        "Status waktu langkah. Tertulis 'tepat' bila durasi tidak melebihi baku, 'terlambat' bila lebih; durasi kosong tetap kosong. Hasil: teks. Dasar: Mutu baku waktu, PermenPAN-RB 35/2012.", _
        "menit kerja yang dipakai; kosong = belum selesai", _
        "menit kerja menurut mutu baku"
    Bantu "SOP_TOTAL", "Kinerja: Waktu SOP dan jam kerja", _
        "Jumlah waktu SOP. Jumlah menit kerja semua langkah bila dikerjakan berurutan tanpa perbaikan; baris kosong dilewati. Hasil: menit kerja. Dasar: Perpres 21/2023 (37 jam 30 menit seminggu); satuan waktu SOP menurut PermenPAN-RB 35/2012.", _
        "kolom waktu SOP, teks dengan satuan (n x 1)", _
        "menit kerja dalam satu hari; kosong = menurut aturan; boleh dikosongkan"
End Sub

Private Sub BantuanBpk()
    Bantu "TEMUAN_BPK_CEK", "Kinerja: Temuan BPK", _
        "Pemeriksa data TEMUAN_BPK_PERSEN. 'OK' bila data TEMUAN_BPK_PERSEN benar, atau masalah pertama beserta baris dan kolomnya. Hasil: teks. Dasar: KKP, Buku Pedoman IKU BBRP2BKP 2022; manual IKU 2024, IK9.", _
        "nilai temuan LHP atas kepatuhan, rupiah", _
        "realisasi anggaran riil tahun yang sama, rupiah"
    Bantu "TEMUAN_BPK_PERSEN", "Kinerja: Temuan BPK", _
        "Persentase nilai temuan BPK. Nilai temuan dibagi realisasi tahun yang sama; targetnya paling banyak 1 persen (Minimize). Hasil: Persen. Dasar: KKP, Buku Pedoman IKU BBRP2BKP 2022; manual IKU 2024, IK9.", _
        "nilai temuan LHP atas kepatuhan, rupiah", _
        "realisasi anggaran riil tahun yang sama, rupiah"
End Sub
