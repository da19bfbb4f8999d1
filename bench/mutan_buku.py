"""One honest workbook taken apart, so that a single change of it can be written quickly and exactly."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field, replace
from functools import cache
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_xl.build import generate
from kinerja_xl.build.profil_buku import susun_profil
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.core.nama import alamat
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.mesin import graf
from kinerja_xl.read import baca
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.buku import PROFIL, jenis_tersedia
from kinerja_xl.spec.manifest import LembarM, Manifest, Sel, Titik
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify.pengenal import kenali

BALAI, KECAMATAN = "balai-kipm-2024", "kecamatan"
KECIL = ("ikm", "laporan-bulanan", "laporan-semesteran", "laporan-tahunan")  # much smaller in the kecamatan
STYLES, BUKU, HUBUNGAN, TIPE = "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
_SEL = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_GAYA, _JENIS = re.compile(r' s="(\d+)"'), re.compile(r' t="([^"]*)"')
_RUMUS, _NILAI = re.compile(r"<f[^>]*?(?:/>|>.*?</f>)", re.DOTALL), re.compile(r"<v>.*?</v>|<is>.*?</is>", re.DOTALL)
_LEMBAR = re.compile(r'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
_XF = re.compile(r"<xf [^>]*?(?:/>|>.*?</xf>)", re.DOTALL)


@dataclass(frozen=True)
class SelX:
    """A cell as it stands in the part: f and v are whole elements."""

    r: str
    s: str = ""
    t: str = ""
    f: str = ""
    v: str = ""

    def xml(self) -> str:
        s, t = f' s="{self.s}"' if self.s else "", f' t="{self.t}"' if self.t else ""
        return f'<c r="{self.r}"{s}{t}>{self.f}{self.v}</c>' if self.f or self.v else f'<c r="{self.r}"{s}/>'


def isi_x(nilai: object) -> dict[str, str]:
    """t and v of a plain value."""
    if nilai is None or nilai == "":
        return {"t": "", "v": ""}
    if isinstance(nilai, bool):
        return {"t": "b", "v": f"<v>{int(nilai)}</v>"}
    if isinstance(nilai, (int, float)):
        return {"t": "", "v": f"<v>{nilai!r}</v>"}
    return {"t": "inlineStr", "v": f'<is><t xml:space="preserve">{escape(str(nilai), quote=False)}</t></is>'}


def hasil_x(nilai: object) -> dict[str, str]:
    """t and v of a formula's result."""
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        return {"t": "", "v": f"<v>{nilai!r}</v>"}
    return {"t": "str", "v": f"<v>{escape(str(nilai or ''), quote=False)}</v>"}


@dataclass
class Bahan:
    """A workbook, its parts and its manifest."""

    jenis: str
    data: bytes
    bagian: dict[str, str | bytes]
    manifest: Manifest
    sel: dict[Titik, SelBuku]
    lembar: dict[str, str]  # sheet name -> part
    letak: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)  # part -> address -> span
    _peran: dict[tuple[str, ...], list[tuple[LembarM, Sel, Titik]]] = field(default_factory=dict)
    _dibaca: set[Titik] = field(default_factory=set)

    def teks(self, bagian: str) -> str:
        """A part as text."""
        isi = self.bagian[bagian]
        return isi if isinstance(isi, str) else isi.decode("utf-8")

    def ambil(self, titik: Titik) -> SelX | None:
        """The cell as it stands in its part."""
        bagian, r = self.lembar[titik[0]], alamat(titik[1], titik[2])
        if bagian not in self.letak:
            self.letak[bagian] = {c.group(1): c.span() for c in _SEL.finditer(self.teks(bagian))}
        if r not in self.letak[bagian]:
            return None
        mulai, akhir = self.letak[bagian][r]
        cocok = _SEL.match(self.teks(bagian), mulai, akhir)
        assert cocok is not None
        atribut, dalam = cocok.group(2), cocok.group(3) or ""
        s, t, f, v = _GAYA.search(atribut), _JENIS.search(atribut), _RUMUS.search(dalam), _NILAI.search(dalam)
        return SelX(r, s.group(1) if s else "", t.group(1) if t else "", f.group() if f else "", v.group() if v else "")

    def ganti(self, *ubah: tuple[Titik, dict[str, str]]) -> dict[str, str]:
        """Parts with some cells changed in s, t, f or v."""
        per: dict[str, list[tuple[int, int, str]]] = {}
        for titik, isi in ubah:
            x = self.ambil(titik)
            assert x is not None, titik
            bagian = self.lembar[titik[0]]
            per.setdefault(bagian, []).append((*self.letak[bagian][x.r], replace(x, **isi).xml()))
        hasil = {}
        for bagian, daftar in per.items():
            teks, keping, akhir = self.teks(bagian), [], 0
            for mulai, sampai, baru in sorted(daftar):
                keping += [teks[akhir:mulai], baru]
                akhir = sampai
            hasil[bagian] = "".join([*keping, teks[akhir:]])
        return hasil

    def gaya(
        self, s: str, *, huruf: str = "", isi: str = "", format_angka: str = "", kunci: str = ""
    ) -> tuple[str, str]:
        """styles.xml with one more cell format, made from format `s`, and its number.

        huruf: content of a <font>; isi: RRGGBB of a solid fill; kunci: attributes of <protection>.
        """
        teks = self.teks(STYLES)
        mulai, akhir = teks.index("<cellXfs"), teks.index("</cellXfs>")
        semua = _XF.findall(teks[mulai:akhir])
        xf = semua[int(s or 0)]
        depan, belakang = teks[:mulai], teks[akhir:]
        kepala = teks[mulai:akhir]
        if huruf:
            nomor = depan[depan.index("<fonts") : depan.index("</fonts>")].count("<font>")
            depan = depan.replace("</fonts>", f"<font>{huruf}</font></fonts>", 1)
            xf = re.sub(r'fontId="\d+"', f'fontId="{nomor}"', xf)
        if isi:
            nomor = depan[depan.index("<fills") : depan.index("</fills>")].count("<fill>")
            baru = f'<fill><patternFill patternType="solid"><fgColor rgb="FF{isi}"/></patternFill></fill></fills>'
            depan = depan.replace("</fills>", baru, 1)
            xf = re.sub(r'fillId="\d+"', f'fillId="{nomor}"', xf)
        if format_angka:
            satu = f'<numFmt numFmtId="990" formatCode="{escape(format_angka)}"/>'
            if "</numFmts>" in depan:
                depan = depan.replace("</numFmts>", satu + "</numFmts>", 1)
            else:
                depan = re.sub(r"(<styleSheet[^>]*>)", rf'\1<numFmts count="1">{satu}</numFmts>', depan, count=1)
            xf = re.sub(r' applyNumberFormat="[^"]*"', "", xf)
            xf = re.sub(r'numFmtId="\d+"', 'numFmtId="990" applyNumberFormat="1"', xf, count=1)
        if kunci:
            xf = re.sub(r"<protection[^>]*/>", "", xf)
            xf = xf[:-2] + "></xf>" if xf.endswith("/>") else xf
            xf = xf.replace("</xf>", f"<protection {kunci}/></xf>")
        return depan + kepala + xf + belakang, str(len(semua))

    def jadi(self, ubah: dict[str, str | bytes | None]) -> bytes:
        """The package with some parts changed, added or (None) taken away."""
        wadah = BytesIO()
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_STORED) as arsip:
            for nama, isi in {**self.bagian, **ubah}.items():
                if isi is not None:
                    arsip.writestr(zipfile.ZipInfo(nama), isi if isinstance(isi, bytes) else isi.encode("utf-8"))
        return wadah.getvalue()

    def sel_peran(self, *peran: str) -> list[tuple[LembarM, Sel, Titik]]:
        """Cells of the manifest of these roles outside the hidden sheets."""
        if peran not in self._peran:
            self._peran[peran] = [
                (m, s, (m.nama, *s.titik))
                for m, s in self.manifest.setiap()
                if s.peran in peran and m.keadaan == "visible"
            ]
        return self._peran[peran]

    def dibaca(self) -> set[Titik]:
        """Inputs that some formula reads itself."""
        if not self._dibaca:
            jaring = graf(self.manifest)
            self._dibaca.update(t for titik in jaring.urutan for t in jaring.tetangga(titik)[0])
        return self._dibaca


def semua_jenis() -> tuple[str, ...]:
    """Every kind of workbook that is shipped, the office's profile included."""
    return (*jenis_tersedia(), PROFIL)


@cache
def bahan(jenis: str) -> Bahan:
    """The filled example of a kind."""
    kantor = KECAMATAN if jenis in KECIL else BALAI
    with TemporaryDirectory() as folder:
        if jenis == PROFIL:
            data = susun_profil(baca_toml(berkas_contoh(KECAMATAN)))
        else:
            kosong = generate(
                jenis, tahun=2024, profil=berkas_contoh(kantor), out=Path(folder) / "kosong.xlsx",
                sop="rka" if jenis == "sop" else "",
            )  # fmt: skip
            contoh = templates() / "contoh" / kantor / f"{jenis}.toml"
            data = fill(kosong, contoh, Path(folder) / "isi.xlsx").read_bytes()
    return bongkar(jenis, data)


def bongkar(jenis: str, data: bytes) -> Bahan:
    """Take a workbook of ours apart."""
    with zipfile.ZipFile(BytesIO(data)) as arsip:
        bagian: dict[str, str | bytes] = {
            n: arsip.read(n).decode("utf-8") if n.endswith((".xml", ".rels")) else arsip.read(n)
            for n in arsip.namelist()
        }
    buku = baca(data).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    tujuan = {}
    for satu in re.findall(r"<Relationship [^>]*>", str(bagian[HUBUNGAN])):
        atribut = dict(re.findall(r'(\w+)="([^"]*)"', satu))
        tujuan[atribut["Id"]] = "xl/" + atribut["Target"].removeprefix("/xl/")
    lembar = {unescape(n): tujuan[i] for n, i in _LEMBAR.findall(str(bagian[BUKU]))}
    sel = {(lb.nama, *titik): s for lb in buku.lembar for titik, s in lb.sel.items()}
    return Bahan(jenis, data, bagian, manifest, sel, lembar)
