@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Periksa buku kerja
set "PYTHONUTF8=1"
set "KINERJA=%LOCALAPPDATA%\kinerja-xl\Scripts\kinerja.exe"
set "HASIL=0"

if not exist "%KINERJA%" (
  echo kinerja-xl belum terpasang. Jalankan Pasang.bat lebih dahulu.
  pause
  exit /b 2
)
if "%~1"=="" (
  echo Seret satu atau beberapa buku kerja, atau satu folder, ke atas Periksa.bat.
  pause
  exit /b 2
)

:ulang
if "%~1"=="" goto selesai
"%KINERJA%" verify "%~1"
if errorlevel 1 set "HASIL=1"
echo.
shift
goto ulang

:selesai
if "%HASIL%"=="0" (
  echo Tidak ada galat.
) else (
  echo Ada galat: baca "Perbaikan" di atas, perbaiki di Excel, simpan, lalu periksa lagi.
)
pause
exit /b %HASIL%
