"""Numbers typed into formulas: weights that a rule states otherwise, adjustments, and figures that belong in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.functions import get
from kinerja_xl.read.buku import Lembar
from kinerja_xl.resep.daftar import pilihan
from kinerja_xl.resep.model import Pilihan
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.umum.pandang import Pandang, Rumus
from kinerja_xl.verify.umum.urai import Literal

_KALI = ("*", "/")
_BIASA = frozenset({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 24, 25, 30, 31, 50, 52, 60, 100, 120, 360, 365, 366, 450,
                    1000, 1440, 3600, 10_000, 86_400, 100_000, 1_000_000, 1e9})  # fmt: skip
_RINGKAS = frozenset(("SUM", "AVERAGE", "SUMIF", "SUMIFS"))
_GAMBAR = frozenset(("REPT", "LEFT", "CHAR"))  # bars drawn with letters
_SURVEI = re.compile(r"\b(ikm|skm|nrr|unsur|u[1-9]|kepuasan|survei|responden|kuesioner)\b", re.IGNORECASE)
_TEPAT = 1e-9
_MAKS_LIHAT = 4_000  # cells whose text is read for the words of a survey


def literal(pandang: Pandang) -> Iterator[Temuan]:
    """Findings of every sheet: for each formula key once, at its first cell."""
    dikenal = _bobot_dikenal()
    for lembar, rumus in pandang.lembar():
        survei = _survei(lembar)
        sudah: dict[tuple[str, str], int] = {}
        pertama: list[tuple[Rumus, Literal, str]] = []
        for titik in sorted(rumus):
            satu = rumus[titik]
            for angka in satu.bentuk.literal:
                jenis = _jenis(satu, angka, dikenal, survei)
                kunci = (satu.bentuk.kunci if jenis != "KEB-20" else jenis, angka.teks)
                if jenis and kunci not in sudah:
                    pertama.append((satu, angka, jenis))
                sudah[kunci] = sudah.get(kunci, 0) + bool(jenis)
        for satu, angka, jenis in pertama:
            kunci = (satu.bentuk.kunci if jenis != "KEB-20" else jenis, angka.teks)
            yield _temuan(satu, angka, jenis, sudah[kunci], dikenal)
        yield from _sel_bobot(lembar, dikenal, survei)


def _jenis(satu: Rumus, angka: Literal, dikenal: dict[float, Pilihan], survei: bool) -> str:
    """Code of the finding; "" for a number that is no one's concern."""
    kali = angka.sebelum in _KALI or angka.sesudah == "*"
    bobot = kali and angka.sebelum != "/" and _cari(dikenal, angka.nilai) is not None
    if bobot and (survei or len(angka.teks.partition(".")[2]) > 2):
        return "KEB-20"
    if angka.sebelum in ("+", "-") and angka.sesudah in ("", "+", "-") and satu.bentuk.fungsi & _RINGKAS:
        return "RMS-26" if abs(angka.nilai) not in (0, 1) and satu.bentuk.banyak else ""
    if satu.bentuk.fungsi & _GAMBAR:
        return ""
    if kali and angka.nilai not in _BIASA and satu.bentuk.banyak and not angka.teks.endswith("%"):
        return "RMS-27"
    return "RMS-27" if kali and angka.teks.endswith("%") and satu.bentuk.banyak and angka.nilai != 1 else ""


def _bobot_dikenal() -> dict[float, Pilihan]:
    """Rounded weights of the survey that were seen in use, by value."""
    aturan = get("IKM_SCORE")
    return {
        float(p.nilai): p
        for p in pilihan("IKM_SCORE", aturan.masa(), aturan.buku.masa)
        if p.sumbu == "bobot" and p.nilai is not None and p.pernah_terlihat
    }  # fmt: skip


def _cari(dikenal: dict[float, Pilihan], nilai: float) -> Pilihan | None:
    return next((p for n, p in dikenal.items() if abs(n - nilai) < _TEPAT), None)


def _survei(lembar: Lembar) -> bool:
    """Does the sheet speak of a satisfaction survey?"""
    if _SURVEI.search(lembar.nama):
        return True
    teks = (s.nilai for s in lembar.sel.values() if s.jenis == "s")
    return any(_SURVEI.search(str(t)[:200]) for _, t in zip(range(_MAKS_LIHAT), teks, strict=False))


def _temuan(satu: Rumus, angka: Literal, jenis: str, jumlah: int, dikenal: dict[float, Pilihan]) -> Temuan:
    rumus = f"={(satu.sel.rumus or '')[:200]}"
    if jenis == "KEB-20":
        resep = _cari(dikenal, angka.nilai)
        assert resep is not None
        return _bobot(satu.titik, resep, jumlah, rumus)
    ada = angka.teks.replace(".", ",")
    kata = Kata(ada, angka.teks)
    if jenis == "RMS-26":
        return buat(
            "RMS-26", satu.titik, ada=Kata(f"{angka.sebelum}{ada}", f"{angka.sebelum}{angka.teks}"), rumus=rumus
        )
    return buat("RMS-27", satu.titik, ada=kata, rumus=rumus, jumlah=jumlah)


def _bobot(titik: tuple[str, int, int], resep: Pilihan, jumlah: int, rumus: str) -> Temuan:
    aturan = get("IKM_SCORE").masa()
    resmi = aturan.ambil_parameter("bobot")
    return buat(
        "KEB-20", titik, ada=float(resep.nilai or 0), resmi=str(resmi.nilai), rumus=rumus, jumlah=jumlah,
        terlihat=resep.terlihat, akibat=Kata(resep.beda, resep.beda_en), kode_resep=[resep.kode],
        rujukan=resmi.rujukan or aturan.rujukan,
    )  # fmt: skip


def _sel_bobot(lembar: Lembar, dikenal: dict[float, Pilihan], survei: bool) -> Iterator[Temuan]:
    """Nine cells side by side or one below the other that all hold such a weight."""
    if not survei:
        return
    banyak = get("IKM_SCORE").masa().bulat("jumlah_unsur")
    sel = {t: s for t, s in lembar.sel.items() if s.rumus is None and s.jenis == "n" and 0 < float(s.nilai or 0) < 1}
    for titik in sorted(sel):
        b, k = titik
        resep = _cari(dikenal, float(sel[titik].nilai or 0))
        if resep is None:
            continue
        for db, dk in ((0, 1), (1, 0)):
            sama = [(b + db * i, k + dk * i) for i in range(banyak)]
            if (b - db, k - dk) not in sel and all(t in sel and sel[t].nilai == sel[titik].nilai for t in sama):
                yield _bobot((lembar.nama, b, k), resep, banyak, str(sel[titik].nilai).replace(".", ","))
