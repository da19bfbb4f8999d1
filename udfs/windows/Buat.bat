@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Buat dokumen tahun ini
set "PYTHONUTF8=1"
set "KINERJA=%LOCALAPPDATA%\kinerja-xl\Scripts\kinerja.exe"

if not exist "%KINERJA%" (
  echo kinerja-xl belum terpasang. Jalankan Pasang.bat lebih dahulu.
  pause
  exit /b 2
)
set "PROFIL=%~1"
if not defined PROFIL if exist "%~dp0profil.toml" set "PROFIL=%~dp0profil.toml"
if not defined PROFIL (
  "%KINERJA%" init --contoh kecamatan --out "%~dp0profil.toml"
  if errorlevel 1 goto gagal
  echo Profil contoh dibuat: "%~dp0profil.toml"
  echo Buka dengan Notepad, ganti nama kantor, pejabat, indikator, dan target, simpan, lalu jalankan Buat.bat lagi.
  pause
  exit /b 0
)

set "TAHUN="
set /p "TAHUN=Tahun anggaran (empat angka): "
echo Memakai profil "%PROFIL%" ...
"%KINERJA%" generate all --tahun "%TAHUN%" --profil "%PROFIL%" --out "%~dp0Hasil %TAHUN%"
if errorlevel 1 goto gagal
echo.
echo Selesai. Buku kerjanya ada di folder "%~dp0Hasil %TAHUN%".
pause
exit /b 0

:gagal
echo.
echo Belum jadi. Baca pesan di atas, perbaiki, lalu jalankan lagi. Berkas yang sudah ada tidak ditimpa.
pause
exit /b 2
