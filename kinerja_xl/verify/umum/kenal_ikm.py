"""Survey answers (nine columns of 1 to 4) and the scores computed from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import rentang
from kinerja_xl.functions import functions, get
from kinerja_xl.mesin.graf import Sebaran
from kinerja_xl.read.buku import Lembar
from kinerja_xl.resep import kenali
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.tulisan import angka_teks
from kinerja_xl.verify.umum.batas import MAKS_COBA, MAKS_TABEL
from kinerja_xl.verify.umum.kenal import Dikenal
from kinerja_xl.verify.umum.label import angka, label
from kinerja_xl.verify.umum.pandang import Pandang
from kinerja_xl.verify.umum.urai import Daerah

PALING_SEDIKIT = 5  # respondents: fewer rows of 1 to 4 may be anything
MAKS_RESPONDEN = 20_000
DEKAT = 2.5  # a value so near the official one, computed from the answers, is taken for the score
MAKS_TELUSUR = 3_000
MAKS_CALON = 60
MAKS_KENALI = 8  # values of one survey whose recipe is looked for, the nearest first
_SEBUT = re.compile(r"\b(ikm|skm|indeks kepuasan|nilai konversi|kepuasan masyarakat)\b")


def ikm(pandang: Pandang) -> Iterator[Dikenal]:
    """Scores of the workbook's surveys, each as recognised."""
    for lembar, _ in pandang.lembar():
        for kotak in islice(_blok(lembar), MAKS_TABEL):
            yield from _nilai(pandang, lembar, kotak)


def _blok(lembar: Lembar) -> Iterator[Daerah]:
    """Rectangles of nine columns that hold whole numbers 1 to 4 and nothing else."""
    unsur = get("IKM_SCORE").masa().bulat("jumlah_unsur")
    deret: dict[int, list[tuple[int, int]]] = defaultdict(list)
    menurut: dict[int, list[int]] = defaultdict(list)
    for (b, k), sel in lembar.sel.items():
        if sel.rumus is None and sel.jenis == "n" and sel.nilai in (1, 2, 3, 4):
            menurut[k].append(b)
    for k, baris in menurut.items():
        deret[k] = list(_runtun(sorted(baris), lembar, k))
    sudah = 0
    for k in sorted(deret):
        for b1, b2 in deret[k]:
            lain = [_sejajar(deret.get(k + i, []), b1, b2) for i in range(unsur)]
            if k <= sudah or any(satu is None for satu in lain) or _sejajar(deret.get(k - 1, []), b1, b2):
                continue
            if _sejajar(deret.get(k + unsur, []), b1, b2):
                continue  # wider than nine: another questionnaire
            atas, bawah = max(s[0] for s in lain if s), min(s[1] for s in lain if s)
            if PALING_SEDIKIT <= bawah - atas + 1 <= MAKS_RESPONDEN:
                sudah = k + unsur - 1
                yield lembar.nama, atas, k, bawah, k + unsur - 1


def _runtun(baris: list[int], lembar: Lembar, kolom: int) -> Iterator[tuple[int, int]]:
    """First and last row of each run; a few blank cells inside do not part it, anything else does."""
    mulai = lalu = baris[0]
    for b in [*baris[1:], baris[-1] + 2 * PALING_SEDIKIT]:
        if b - lalu > PALING_SEDIKIT or any(_terisi(lembar, x, kolom) for x in range(lalu + 1, b)):
            if lalu - mulai + 1 >= PALING_SEDIKIT:
                yield mulai, lalu
            mulai = b
        lalu = b


def _terisi(lembar: Lembar, baris: int, kolom: int) -> bool:
    """Is there anything but a blank or a number that was typed as text (a hole to AVERAGE)?"""
    sel = lembar.sel.get((baris, kolom))
    if sel is None or sel.nilai in (None, ""):
        return sel is not None and sel.rumus is not None
    return sel.rumus is not None or not (isinstance(sel.nilai, str) and angka_teks(sel.nilai) is not None)


def _sejajar(deret: list[tuple[int, int]], b1: int, b2: int) -> tuple[int, int] | None:
    """The run that lies beside rows b1..b2, blanks at both ends allowed for."""
    return next((s for s in deret if abs(s[0] - b1) <= 2 and abs(s[1] - b2) <= 2), None)


def _nilai(pandang: Pandang, lembar: Lembar, kotak: Daerah) -> Iterator[Dikenal]:
    _, b1, k1, b2, k2 = kotak
    jawaban = [
        [s.nilai if (s := lembar.sel.get((b, k))) and s.jenis == "n" else None for k in range(k1, k2 + 1)]
        for b in range(b1, b2 + 1)
    ]
    try:
        resmi = float(get("IKM_SCORE")(jawaban))
    except KinerjaError:
        return
    data = f"{lembar.nama}!{rentang(b1, k1, b2, k2)}"
    calon = sorted(_calon(pandang, kotak, resmi), key=lambda satu: (abs(satu[1] - resmi), satu[0]))
    semua = [
        Dikenal(titik, nilai, kenali("IKM_SCORE", nilai, jawaban), "IKM", data, bernama)
        for titik, nilai, bernama in calon[:MAKS_KENALI]
    ]
    cocok = [satu for satu in semua if satu.hasil.sama_resmi or satu.hasil.cocok]
    if cocok:
        yield from cocok  # the others are scores of a part of the respondents
    elif semua:
        yield min(semua, key=lambda satu: (not satu.bernama, abs(satu.nilai - resmi), satu.titik))


def _calon(pandang: Pandang, kotak: Daerah, resmi: float) -> Iterator[tuple[Titik, float, bool]]:
    """Formula cells called IKM, or near its value, that come from the answers."""
    sebaran = Sebaran(satu.titik for satu in pandang.setiap())
    letak, kita, banyak = {s.nama: s for s in pandang.buku.lembar}, frozenset(functions()), 0
    coba = MAKS_COBA
    for satu in pandang.setiap():
        nilai = angka(satu.sel)
        if nilai is None or not 20 <= nilai <= 100.5 or satu.bentuk.fungsi & kita:
            continue
        bernama = bool(_SEBUT.search(label(letak[satu.titik[0]], satu.titik[1], satu.titik[2])))
        if not (bernama or abs(nilai - resmi) <= DEKAT):
            continue
        coba -= 1
        if coba < 0:
            return
        if not _berasal(pandang, sebaran, satu.titik, kotak):
            continue
        banyak += 1
        if banyak > MAKS_CALON:
            return
        yield satu.titik, nilai, bernama and abs(nilai - resmi) <= 10 * DEKAT


def _berasal(pandang: Pandang, sebaran: Sebaran, mulai: Titik, kotak: Daerah) -> bool:
    """Does a formula read the answers, directly or through others?"""
    lihat, antre = {mulai}, [mulai]
    while antre and len(lihat) < MAKS_TELUSUR:
        titik = antre.pop()
        for satu in pandang.rumus[titik[0]][titik[1:]].kotak:
            if (
                satu[0] == kotak[0]
                and satu[1] <= kotak[3]
                and satu[3] >= kotak[1]
                and satu[2] <= kotak[4]
                and (satu[4] >= kotak[2])
            ):
                return True
            for anak in sebaran.dalam(satu):
                if anak not in lihat:
                    lihat.add(anak)
                    antre.append(anak)
    return False
