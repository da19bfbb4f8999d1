"""Changes of fixed texts and inputs."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from bench.mutan_alat import (
    NOL_LEBAR,
    SIRILIK,
    Mutan,
    Pilih,
    angka,
    cara,
    di,
    f,
)  # fmt: skip
from bench.mutan_buku import Bahan, hasil_x, isi_x
from kinerja_xl.spec.manifest import Titik


def _label(bahan: Bahan) -> list[Any]:
    return [s for s in bahan.sel_peran("label") if isinstance(s[1].nilai, str) and s[1].nilai and s[2] in bahan.sel]


def _tulis_label(bahan: Bahan, t: Titik, nilai: Any) -> Mutan:
    return di(t, bahan.ganti((t, isi_x(nilai))))


@cara("teks tetap disunting", "label")
def _label_sunting(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, s, t = pilih(_label(bahan))
    return _tulis_label(bahan, t, acak.choice((f"{s.nilai}.", f"{s.nilai} ", s.nilai[1:], s.nilai.swapcase())))


@cara("huruf nol lebar", "label")
def _label_nol(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, s, t = pilih(_label(bahan))
    ke = acak.randrange(len(s.nilai) + 1)
    return _tulis_label(bahan, t, s.nilai[:ke] + NOL_LEBAR + s.nilai[ke:])


@cara("huruf serupa", "label")
def _label_serupa(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _label(bahan) if any(h in s[1].nilai for h in SIRILIK)]
    _, s, t = pilih(calon)
    huruf = acak.choice([h for h in SIRILIK if h in s.nilai])
    return _tulis_label(bahan, t, s.nilai.replace(huruf, SIRILIK[huruf], 1))


@cara("teks tetap dihapus", "label")
def _label_hapus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_label(bahan))
    return di(t, bahan.ganti((t, {"t": "", "v": ""})))


@cara("teks tetap jadi rumus", "label")
def _label_rumus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, s, t = pilih(_label(bahan))
    isi = s.nilai[:200].replace('"', '""')
    return di(t, bahan.ganti((t, {"f": f(f'"{isi}"&""'), **hasil_x(s.nilai)})))


@cara("angka tetap diubah", "label")
def _label_angka(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in bahan.sel_peran("label") if angka(s[1].nilai) and s[2] in bahan.sel]
    if not calon:
        return None
    _, s, t = pilih(calon)
    return _tulis_label(bahan, t, acak.choice((s.nilai + 1, s.nilai * 1.1 + 0.5, str(s.nilai))))


def _isian(bahan: Bahan, syarat: Callable[[Any], bool]) -> list[Any]:
    return [s for s in bahan.sel_peran("isian") if s[2] in bahan.sel and syarat(bahan.sel[s[2]].nilai)]


@cara("isian diubah tanpa hitung ulang", "isian")
def _basi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    dibaca = bahan.dibaca()
    calon = [s for s in _isian(bahan, lambda n: n not in (None, "")) if s[2] in dibaca]
    if not calon:
        return None
    _, _, t = pilih(calon)
    nilai = bahan.sel[t].nilai
    baru = nilai + acak.choice((1, -1, 0.5, 10)) if angka(nilai) else f"{nilai} x"
    return di(t, bahan.ganti((t, isi_x(baru))))


@cara("isian kosong diisi tanpa hitung ulang", "isian")
def _isi_basi(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    dibaca = bahan.dibaca()
    calon = [s for s in _isian(bahan, lambda n: n in (None, "")) if s[2] in dibaca and s[1].tipe != "pilihan"]
    if not calon:
        return None
    _, s, t = pilih(calon)
    return di(t, bahan.ganti((t, isi_x("teks lain" if s.tipe == "teks" else 45300.0))))


@cara("angka jadi teks", "isian")
def _angka_teks(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _isian(bahan, angka) if s[1].tipe not in ("teks", "pilihan")]
    if not calon:
        return None
    _, _, t = pilih(calon)
    nilai = f"{bahan.sel[t].nilai:.15g}"
    return di(
        t, bahan.ganti((t, isi_x(acak.choice((nilai, nilai.replace(".", ","), nilai + "\u00a0", f"Rp {nilai}")))))
    )


@cara("rumus di isian", "isian")
def _isian_rumus(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_isian(bahan, lambda _: True))
    nilai = bahan.sel[t].nilai
    rumus = f"{nilai!r}*1" if angka(nilai) else f'"{nilai or ""}"&""'
    return di(t, bahan.ganti((t, {"f": f(rumus[:250]), **hasil_x(nilai)})))


@cara("galat di isian", "isian")
def _isian_galat(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_isian(bahan, lambda _: True))
    return di(t, bahan.ganti((t, {"t": "e", "v": "<v>#REF!</v>"})))


@cara("TRUE di isian", "isian")
def _isian_benar(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    _, _, t = pilih(_isian(bahan, lambda _: True))
    return di(t, bahan.ganti((t, isi_x(True))))


@cara("di luar pilihan", "isian")
def _luar_pilihan(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in _isian(bahan, lambda _: True) if s[1].sah and (s[1].sah.pilihan or s[1].sah.pilihan_dari)]
    if not calon:
        return None
    _, _, t = pilih(calon)
    return di(t, bahan.ganti((t, isi_x("bukan pilihan"))))


@cara("di luar batas", "isian")
def _luar_batas(acak: Random, bahan: Bahan, pilih: Pilih) -> Mutan | None:
    calon = [s for s in bahan.sel_peran("isian") if s[1].sah and s[1].sah.min is not None and s[2] in bahan.sel]
    calon = [s for s in calon if s[1].tipe not in ("teks", "pilihan", "jam")]
    if not calon:
        return None
    _, s, t = pilih(calon)
    return di(t, bahan.ganti((t, isi_x(s.sah.min - 1))))
