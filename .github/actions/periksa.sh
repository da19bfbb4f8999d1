#!/usr/bin/env bash
# The step of action.yml: one run of `kinerja verify`, every report, outputs and a summary for the page of the run.
# Everything comes in environment variables, so that no text of a workflow is ever read as a command.
set -euo pipefail

python=${KINERJA_PYTHON:-python}
laporan=${KINERJA_LAPORAN:-}
[ -n "$laporan" ] || laporan=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/kinerja-laporan
mkdir -p "$laporan"

jalur=()
while IFS= read -r satu; do
  satu=${satu%$'\r'}
  [ -z "${satu//[[:space:]]/}" ] || jalur+=("$satu")
done <<<"${KINERJA_PATHS:-}"
if [ ${#jalur[@]} -eq 0 ]; then
  echo "kinerja: masukan 'paths' kosong; sebutkan berkas atau folder, satu per baris." >&2
  exit 2
fi

opsi=(--force --jobs "${KINERJA_JOBS:-1}")
[ -z "${KINERJA_TAHUN:-}" ] || opsi+=(--tahun "$KINERJA_TAHUN")
[ -z "${KINERJA_RONDE:-}" ] || opsi+=(--ronde "$KINERJA_RONDE")
[ -z "${KINERJA_DISPENSASI:-}" ] || opsi+=(--dispensasi "$KINERJA_DISPENSASI")
[ -z "${KINERJA_TANGGAL:-}" ] || opsi+=(--per-tanggal "$KINERJA_TANGGAL")
tambah() { # tambah --tegas "WKT,TGT"
  local satu
  for satu in ${2//,/ }; do opsi+=("$1" "$satu"); done
}
set -f
tambah --tegas "${KINERJA_TEGAS:-}"
tambah --abaikan "${KINERJA_ABAIKAN:-}"
set +f
[ "${KINERJA_SALINAN:-false}" != true ] || opsi+=(--salinan "$laporan/salinan")

# The formats this version writes.
bentuk=" $("$python" -c 'from kinerja_xl.report.daftar import BENTUK; print(*[b.nama for b in BENTUK])') "
for satu in json:kinerja.json junit:kinerja-junit.xml sarif:kinerja.sarif html:kinerja.html xlsx:kinerja.xlsx csv:kinerja.csv; do
  [[ $bentuk != *" ${satu%%:*} "* ]] || opsi+=("--${satu%%:*}" "$laporan/${satu#*:}")
done
[[ ${GITHUB_ACTIONS:-} != true || $bentuk != *" github "* ]] || opsi+=(--github)
[ "${KINERJA_SAMARKAN:-true}" != true ] || opsi+=(--samarkan)

rm -f "$laporan/kinerja.json"
status=0
"$python" -m kinerja_xl verify "${opsi[@]}" -- "${jalur[@]}" || status=$?

keluar=${GITHUB_OUTPUT:-/dev/null}
{
  echo "status=$status"
  echo "laporan=$laporan"
} >>"$keluar"
if [ -f "$laporan/kinerja.json" ]; then
  "$python" "$(dirname "${BASH_SOURCE[0]}")/ringkas.py" "$laporan/kinerja.json" "$keluar" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi

if [ "$status" -eq 1 ] && [ "${KINERJA_GAGAL:-true}" != true ]; then
  exit 0
fi
exit "$status"
