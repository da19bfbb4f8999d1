"""The HTML page: verdict first, nothing loaded or run but its own, hostile text as text, bounded; seen by Chromium."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import zlib
from html.parser import HTMLParser

import pytest

from kinerja_xl.report import html_berkas
from kinerja_xl.report.daftar import BENTUK
from kinerja_xl.report.html_kata import KATA
from kinerja_xl.report.kata import KATA as KATA_UMUM
from kinerja_xl.verify.laporan import Laporan

(HTML,) = (b for b in BENTUK if b.nama == "html")
KOSONG = {"meta", "input", "rect", "line", "br"}
BOLEH = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "ul", "li"),
    *("b", "main", "section", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "figure", "code"),
    *("figcaption", "svg", "desc", "rect", "text", "line", "form", "label", "input", "select", "option", "button"),
    *("details", "summary", "footer", "script"),
}


class Pembaca(HTMLParser):
    """Tags with their attributes and depth; a tag closed out of order is an error."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tag, self.buka, self.teks = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tag.append((tag, dict(attrs)))
        if tag not in KOSONG:
            self.buka.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tag.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.buka.pop() == tag

    def handle_data(self, data):
        if not {"script", "style"} & set(self.buka):
            self.teks.append(data)


def baca(laporan: Laporan) -> tuple[Pembaca, str]:
    teks = HTML.tulis(laporan).decode("utf-8")
    pembaca = Pembaca()
    pembaca.feed(teks)
    assert pembaca.buka == []
    return pembaca, teks


def test_tags_are_ours_and_balanced_and_nothing_comes_from_outside(laporan):
    pembaca, teks = baca(laporan)
    assert {t for t, _ in pembaca.tag} <= BOLEH
    assert [a for _, sifat in pembaca.tag for a in sifat if a.startswith("on") or a in ("src", "style", "srcdoc")] == []
    assert [s["href"] for _, s in pembaca.tag if "href" in s and not s["href"].startswith("#")] == []
    assert sum(t == "script" for t, _ in pembaca.tag) == 1
    assert not re.search(r"@import|url\(", teks)


def test_the_policy_allows_only_the_style_and_script_of_the_page(contoh):
    pembaca, teks = baca(contoh("rusak"))
    csp = next(s["content"] for t, s in pembaca.tag if s.get("http-equiv") == "Content-Security-Policy")
    assert csp.startswith("default-src 'none'")
    for tag in ("style", "script"):
        isi = re.search(rf"<{tag}>(.*?)</{tag}>", teks, re.DOTALL).group(1)
        sidik = base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{sidik}'" in csp


def test_hostile_text_is_shown_as_text(contoh):
    pembaca, _ = baca(contoh("jahat"))
    teks = " ".join(pembaca.teks)
    assert "<script>alert(1)</script>" in teks and "{{ 7*7 }}" in teks and "\\u001b[31mmerah" in teks


def test_ids_are_unique_links_lead_somewhere_and_tables_have_scopes(laporan):
    pembaca, _ = baca(laporan)
    nama = [s["id"] for _, s in pembaca.tag if "id" in s]
    assert len(nama) == len(set(nama))
    assert {s["href"][1:] for t, s in pembaca.tag if t == "a"} <= set(nama)
    assert all("scope" in s for t, s in pembaca.tag if t == "th")
    tunjuk = [s["aria-labelledby"].split() for _, s in pembaca.tag if "aria-labelledby" in s]
    assert {satu for daftar in tunjuk for satu in daftar} <= set(nama)
    assert [t for t, _ in pembaca.tag].count("main") == 1
    assert dict(pembaca.tag)["html"]["lang"] == ("en" if "Skip to content" in pembaca.teks else "id")


@pytest.mark.parametrize(
    ("nama", "kalimat"),
    [
        ("jujur", "Berkas ini dapat diterima."),
        ("rusak", "2 dari 4 berkas belum dapat diterima."),
        ("tak-terbaca", "Berkas ini belum dapat diterima."),
        ("ronde", "Berkas ini dapat diterima. 1 dokumen yang diminta belum diterima."),
        ("kosong", "Tidak ada berkas yang diperiksa."),
        ("inggris", "1 of 2 files cannot be accepted yet."),
    ],
)
def test_the_verdict_is_said_in_a_sentence(nama, kalimat, contoh):
    pembaca, teks = baca(contoh(nama))
    assert kalimat in pembaca.teks
    assert f"{kalimat}</title>" in teks


def test_charts_stand_in_words_too(contoh):
    _, teks = baca(contoh("rusak"))
    uraian = re.findall(r"<desc[^>]*>(.*?)</desc>", teks)
    assert "ISI Isian: 58 galat" in uraian[0]
    assert "1 tidak tercapai" in uraian[1]
    assert "+2 menit (baku 10, aktual 12)" in uraian[2]
    assert any("103,57 · tercapai" in satu for satu in uraian)


def test_many_findings_and_files_are_bounded_with_a_notice(contoh, monkeypatch):
    monkeypatch.setattr(html_berkas, "MAKS_RINCI", 2)
    monkeypatch.setattr(html_berkas, "MAKS_BERKAS", 3)
    pembaca, _ = baca(contoh("rusak"))
    teks = " ".join(pembaca.teks)
    assert "28 temuan sejenis lagi tidak dimuat di sini; lengkapnya ada di laporan JSON." in teks
    assert "Rincian dimuat untuk 2 berkas terberat; yang 2 lagi ada di laporan JSON dan Excel." in teks
    assert "1 berkas lagi tidak dimuat di tabel ini" in teks


def test_words_are_the_same_in_both_languages():
    assert set(KATA["id"]) == set(KATA["en"])
    assert set(KATA_UMUM["id"]) == set(KATA_UMUM["en"])


def _berwarna(png: bytes) -> int:
    """Number of different pixels in a PNG of 8-bit RGB or RGBA, its filters undone."""
    lebar, tinggi, _, jenis = struct.unpack(">IIBB", png[16:26])
    data, di = b"", 8
    while di < len(png):
        panjang = int.from_bytes(png[di : di + 4], "big")
        data += png[di + 8 : di + 8 + panjang] if png[di + 4 : di + 8] == b"IDAT" else b""
        di += 12 + panjang
    mentah, bpp = zlib.decompress(data), 4 if jenis == 6 else 3
    langkah = lebar * bpp + 1
    warna: set[bytes] = set()
    for baris in range(tinggi):
        warna.add(mentah[baris * langkah : (baris + 1) * langkah])
    return len(warna)


def test_a_real_browser_shows_filters_and_runs_nothing_of_a_workbook(chromium, contoh, tmp_path):
    halaman = tmp_path / "laporan.html"
    halaman.write_bytes(HTML.tulis(contoh("rusak")))
    gambar = tmp_path / "layar.png"
    chromium(halaman.as_uri(), f"--screenshot={gambar}", "--window-size=1100,1400")
    assert _berwarna(gambar.read_bytes()) > 100  # lines that differ: text and tables, no blank page

    def tampak(pecahan: str) -> tuple[str, list[str]]:
        dom = chromium(f"{halaman.as_uri()}#{pecahan}", "--dump-dom").stdout
        baris = re.findall(r"<tr data-s=\"\"([^>]*)>.*?href=\"#b\d+\">([^<]*)</a>", dom, re.DOTALL)
        return re.search(r'id="tampil"[^>]*>([^<]*)<', dom).group(1), [n for s, n in baris if "hidden" not in s]

    assert tampak("") == ("4 dari 4 berkas ditampilkan", ["putus.xlsx", "a.xlsx", "sub/b.xlsx", "c.xlsx"])
    assert tampak("putusan=ditolak") == ("1 dari 4 berkas ditampilkan", ["a.xlsx"])
    assert tampak("topik=STR&cari=SUB%2Fb") == ("1 dari 4 berkas ditampilkan", ["sub/b.xlsx"])

    halaman.write_bytes(HTML.tulis(contoh("jahat")))
    dom = chromium(halaman.as_uri(), "--dump-dom").stdout
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in dom
    assert dom.count("<script>") == 1 and "<img" not in dom
