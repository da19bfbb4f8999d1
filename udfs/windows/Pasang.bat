@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Pasang kinerja-xl
set "TUJUAN=%LOCALAPPDATA%\kinerja-xl"
set "PYTHONUTF8=1"

set "PY="
for %%V in (@VERSI@) do if not defined PY (
  py -%%V -c "import struct, sys; sys.exit(struct.calcsize('P') != 8)" >nul 2>nul && set "PY=py -%%V"
)
if not defined PY (
  python -c "import struct, sys; sys.exit(struct.calcsize('P') != 8 or '%%d.%%d' %% sys.version_info[:2] not in '@VERSI@'.split())" >nul 2>nul && set "PY=python"
)
if not defined PY goto tanpa_python

echo Memasang kinerja-xl ke "%TUJUAN%" ...
%PY% -m venv --clear "%TUJUAN%"
if errorlevel 1 goto gagal
"%TUJUAN%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wheels" kinerja-xl
if errorlevel 1 goto gagal
"%TUJUAN%\Scripts\kinerja.exe" --version
if errorlevel 1 goto gagal
"%TUJUAN%\Scripts\kinerja.exe" addin install
if errorlevel 1 echo Fungsi di Excel atau LibreOffice belum terpasang; Periksa.bat dan Buat.bat sudah dapat dipakai.
echo.
echo Selesai. Periksa buku kerja: seret berkasnya ke atas Periksa.bat.
pause
exit /b 0

:tanpa_python
echo Python belum ada di komputer ini, atau versinya tidak cocok.
echo.
echo Yang perlu dilakukan:
echo   1. Minta petugas TI memasang Python 64-bit, salah satu dari versi: @VERSI@
echo      Pemasangnya bernama seperti python-3.12.10-amd64.exe, dari python.org.
echo      Tidak perlu hak administrator: pilih "Install Now", centang "Add python.exe to PATH".
echo   2. Jalankan Pasang.bat ini sekali lagi.
pause
exit /b 2

:gagal
echo.
echo Pemasangan tidak selesai. Foto layar ini dan kirim kepada petugas TI.
echo Sebab yang sering: folder "wheels" tidak ikut tersalin, atau Excel sedang memakai kinerja-xl (tutup dahulu).
pause
exit /b 2
