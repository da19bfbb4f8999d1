"""Native charts: they refer to table columns, so they follow the cells; their tones stay apart when printed in grey."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.build.gaya import HURUF
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.spec.halaman import LEBAR_BAWAAN, TINGGI_BAWAAN
from kinerja_xl.spec.manifest import GrafikM, LembarM

# Dark, light, middle: three tones that a grey printer keeps apart, each with a dark outline.
NADA = ("#1F3864", "#BDD7EE", "#7F7F7F", "#F2F2F2")
_TEPI, _GARIS = "#1F3864", "#D9D9D9"
_JENIS: Mapping[str, dict[str, str]] = {
    "batang": {"type": "bar"},
    "kolom": {"type": "column"},
    "kolom_tumpuk": {"type": "column", "subtype": "stacked"},
    "garis": {"type": "line"},
}
_ANGKA = "0.0;;;"  # a cell without a result draws nothing and says nothing
_UTUH = "0;;;"
_SUMBU = '[>=1000000]#,##0,,"\u00a0jt";0'  # rupiah in millions


def gambar_grafik(buku: Any, ws: Any, lembar: LembarM) -> None:
    """Put the charts of a sheet into its worksheet; buku: the workbook of XlsxWriter."""
    for satu in lembar.grafik:
        lebar, tinggi = _ukuran(lembar, satu)
        grafik = _satu(buku, satu)
        grafik.set_size({"width": lebar - 8, "height": tinggi - 8})
        b, k, _, _ = satu.daerah
        pilihan = {"x_offset": 4, "y_offset": 4, "object_position": 2, "description": satu.judul}
        if ws.insert_chart(b - 1, k - 1, grafik, pilihan):
            raise KinerjaError(f"{lembar.nama}: grafik '{satu.judul}' tidak dapat ditulis")


def _satu(buku: Any, satu: GrafikM) -> Any:
    if satu.bentuk not in _JENIS:
        raise KinerjaError(f"bentuk grafik '{satu.bentuk}' tidak dikenal.{saran(satu.bentuk, _JENIS)}")
    grafik = buku.add_chart(dict(_JENIS[satu.bentuk]))
    for ke, deret in enumerate(satu.deret):
        grafik.add_series(_deret(satu, ke, deret.judul, deret.nilai))
    grafik.set_title({"name": satu.judul, "overlay": False, "name_font": _huruf(11, tebal=True)})
    grafik.set_legend({"none": True} if len(satu.deret) == 1 else {"position": "bottom", "font": _huruf(9)})
    nilai: dict[str, Any] = {
        "min": 0, "num_font": _huruf(8), "num_format": _SUMBU, "major_gridlines": {"visible": True, "line": _garis()},
    }  # fmt: skip
    if satu.maks is not None:
        nilai["max"] = satu.maks
    if satu.sumbu:
        nilai |= {"name": satu.sumbu, "name_font": _huruf(9)}
    kategori: dict[str, Any] = {"num_font": _huruf(8), "line": {"color": _TEPI}}
    if satu.bentuk == "batang":  # lying bars: values go along x; the first record stands on top, the scale below
        kategori |= {"reverse": True, "crossing": "max", "major_gridlines": {"visible": False}}
        grafik.set_x_axis(nilai)
        grafik.set_y_axis(kategori)
    else:
        grafik.set_x_axis(kategori)
        grafik.set_y_axis(nilai)
    grafik.set_chartarea({"border": {"color": _GARIS}})
    grafik.show_blanks_as("gap")
    return grafik


def _deret(satu: GrafikM, ke: int, judul: str, nilai: str) -> dict[str, Any]:
    warna = NADA[ke % len(NADA)]
    tumpuk = satu.bentuk == "kolom_tumpuk"
    hasil: dict[str, Any] = {"name": judul, "categories": f"={satu.kategori}", "values": f"={nilai}"}
    if satu.bentuk == "garis":
        titik = {"type": ("circle", "square", "diamond", "triangle")[ke % 4], "size": 6, "fill": {"color": warna}}
        return hasil | {"line": {"color": _TEPI, "width": 2, "dash_type": ("solid", "dash")[ke % 2]}, "marker": titik}
    hasil |= {"fill": {"color": warna}, "border": {"color": _TEPI, "width": 0.75}, "gap": 60}
    if not satu.angka:
        return hasil
    gelap = tumpuk and warna == NADA[0]
    huruf = _huruf(8) | ({"color": "#FFFFFF"} if gelap else {})
    label: dict[str, Any] = {"value": True, "num_format": _UTUH if tumpuk else _ANGKA, "font": huruf}
    label["position"] = "center" if tumpuk else "outside_end"
    return hasil | {"data_labels": label}


def _ukuran(lembar: LembarM, satu: GrafikM) -> tuple[int, int]:
    """Width and height in pixels of the cells the chart stands on."""
    b1, k1, b2, k2 = satu.daerah
    lebar = sum(int(lembar.lebar.get(k, LEBAR_BAWAAN) * 7 + 5) for k in range(k1, k2 + 1))
    tinggi = sum(int(lembar.tinggi.get(b, TINGGI_BAWAAN) * 4 / 3) for b in range(b1, b2 + 1))
    return lebar, tinggi


def _huruf(ukuran: int, *, tebal: bool = False) -> dict[str, Any]:
    return {"name": HURUF, "size": ukuran, "bold": tebal}


def _garis() -> dict[str, Any]:
    return {"color": _GARIS, "width": 0.5}
