#!/usr/bin/env bash
# Pemeriksaan yang sama di mana pun: GitLab, Jenkins, server kantor, atau cron. Status keluar: 0 bersih, 1 ada galat, 2 tidak berjalan.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p laporan
kinerja verify kiriman --tahun 2024 --tegas ISI --samarkan --force \
  --json laporan/kinerja.json --junit laporan/kinerja-junit.xml --html laporan/kinerja.html --xlsx laporan/temuan.xlsx \
  --salinan laporan/salinan
