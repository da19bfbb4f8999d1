"""Compliance of procurement: four weighted elements; one that does not apply gives its weight to the others."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka
from kinerja_xl.iku._bagian import skala

UNSUR = ("sirup", "spse", "laporan", "kesesuaian")


def _excel(p: Angka, *sel: str) -> str:
    ada = [f"ISNUMBER({s})" for s in sel]
    salah = ",".join(
        f"IF({uji},OR({s}<0,{s}>100),IF(ISLOGICAL({s}),TRUE,LEN(TRIM({s}))>0))" for uji, s in zip(ada, sel)
    )
    isi = "+".join(f"IF({uji},{s}*{p(f'bobot_{n}')},0)" for uji, s, n in zip(ada, sel, UNSUR))
    bobot = "+".join(f"IF({uji},{p(f'bobot_{n}')},0)" for uji, n in zip(ada, UNSUR))
    return f'IF(OR({salah}),NA(),IF(OR({",".join(ada)}),({isi})/({bobot}),""))'


@indikator(
    "PBJ_SCORE",
    keluarga="pbj",
    judul="Tingkat kepatuhan pengadaan barang/jasa",
    judul_en="Procurement compliance",
    satuan="Persen",
    rujukan="Manual IKU 2024, IK13",
    argumen=[
        Argumen("sirup", "angka", "rencana umum pengadaan pada SiRUP 0-100", "plans published 0-100"),
        Argumen("spse", "angka", "pengadaan belanja modal lewat SPSE 0-100, kosong = tidak ada", "tenders 0-100"),
        Argumen("laporan", "angka", "laporan penyelenggaraan 0-100", "reports 0-100"),
        Argumen("kesesuaian", "angka", "kesesuaian tahap pelaksanaan 0-100", "stages kept 0-100"),
    ],
    excel=_excel,
)
def pbj_score(masa: Masa, sirup: Any, spse: Any, laporan: Any, kesesuaian: Any) -> Optional[float]:
    """Jumlah tertimbang empat unsur; unsur kosong tidak berlaku dan bobotnya dibagikan ke unsur lain."""
    nilai = [(skala(n, sebutan), sebutan) for n, sebutan in zip((sirup, spse, laporan, kesesuaian), UNSUR)]
    berbobot = [(n, sebutan, masa.angka(f"bobot_{sebutan}")) for n, sebutan in nilai]
    isi = [(n, b) for n, _, b in berbobot if n is not None]
    if not isi:
        return None
    for n, sebutan, b in berbobot:
        if n is None:
            catat("Unsur {unsur} kosong: tidak berlaku, bobotnya {b} dibagikan ke unsur lain", "", unsur=sebutan, b=b,
                  en="Element {unsur} blank: not applicable, its weight {b} goes to the others")  # fmt: skip
        else:
            catat("Unsur {unsur}: nilai × bobot", "{n} × {b}", n * b, en="Element {unsur}: value × weight",
                  unsur=sebutan, n=n, b=b)  # fmt: skip
    bobot = sum(b for _, b in isi)
    catat("Jumlah bobot unsur yang berlaku", "{isi:+}", bobot, en="Weights of the elements that apply",
          isi=[b for _, b in isi])  # fmt: skip
    hasil = sum(n * b for n, b in isi) / bobot
    catat("Jumlah (nilai × bobot) dibagi jumlah bobot yang berlaku", "({isi:+×}) / {bobot}", hasil, isi=isi,
          bobot=bobot, en="Sum of (value × weight) over the weights that apply")  # fmt: skip
    return hasil


cek_kembar("PBJ_CEK", "PBJ_SCORE")
