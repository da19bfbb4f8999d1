"""The letterhead: only where the profile has one, its logo drawn as it is, guarded by the verifier, carried along."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.build.profil_buku import baca_profil, buka_profil, susun_profil, toml_profil
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.edit import fill
from kinerja_xl.spec.citra import ukuran_citra
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify import verify

KOP = {
    "pemda": "PEMERINTAH KABUPATEN CONTOH", "instansi": "KECAMATAN CONTOH", "alamat": "Jalan Contoh Nomor 1",
    "kontak": "Telepon (0541) 000000", "logo": "logo.png",
}  # fmt: skip
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x30\x00\x40\x01\x01\x11\x00\xff\xd9"
)


def png(lebar: int = 30, tinggi: int = 40, abu: int = 90) -> bytes:
    """A plain grey picture."""
    isi = zlib.compress((b"\0" + bytes([abu]) * lebar) * tinggi)
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    bagian = ((b"IHDR", kepala), (b"IDAT", isi), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in bagian
    )


def profil_kop(folder: Path, logo: bytes | None = None, nama: str = "logo.png", **ganti: str) -> Path:
    """The example kecamatan with a letterhead, as a file beside its logo."""
    if logo is not None:
        (folder / nama).write_bytes(logo)
    berkas = folder / "profil.toml"
    data = {**baca_toml(berkas_contoh("kecamatan")), "kop": {**KOP, "logo": nama, **ganti}}
    berkas.write_bytes(toml_profil(data))
    return berkas


@pytest.fixture(scope="module")
def pk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kop")
    return generate("pk", tahun=2025, profil=profil_kop(folder, png()), out=folder / "pk.xlsx")


def media(berkas: Path) -> list[bytes]:
    with zipfile.ZipFile(berkas) as arsip:
        return [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/media/")]


def ganti_media(asal: Path, ke: Path, isi: bytes) -> Path:
    with zipfile.ZipFile(asal) as lama, zipfile.ZipFile(ke, "w") as baru:
        for nama in lama.namelist():
            baru.writestr(nama, isi if nama.startswith("xl/media/") else lama.read(nama))
    return ke


def kode(berkas: Path) -> list[tuple[str, str | None]]:
    return [(t.code, t.cell) for t in verify(str(berkas)).files[0].findings if t.code == "STR-80"]


def test_the_logo_is_in_the_workbook_byte_for_byte_and_the_same_twice(pk: Path, tmp_path: Path) -> None:
    assert media(pk) == [png()]
    lagi = generate("pk", tahun=2025, profil=profil_kop(tmp_path, png()), out=tmp_path / "pk.xlsx")
    assert lagi.read_bytes() == pk.read_bytes()


def test_the_lines_stand_on_top_of_the_signed_sheet_and_nowhere_else(pk: Path) -> None:
    profil = muat_profil(pk.parent / "profil.toml")
    manifest = tata("pk", susun_konteks("pk", 2025, profil))
    lembar = manifest.lembar_bernama["Perjanjian"]
    assert [s.nilai for s in lembar.sel if s.gaya.startswith("kop_") and s.nilai] == [KOP[k] for k in list(KOP)[:4]]
    assert [m.nama for m in manifest.lembar if m.logo] == ["Perjanjian"]
    tanpa = replace(profil, bagian={})
    biasa = tata("pk", susun_konteks("pk", 2025, tanpa)).lembar_bernama["Perjanjian"]
    assert biasa.logo == () and not any(s.gaya.startswith("kop_") for s in biasa.sel)
    geser = {s.baris + 6 for s in biasa.sel}  # four lines, the rule, a gap
    assert geser == {s.baris for s in lembar.sel if not s.gaya.startswith("kop_")}


def test_a_swapped_picture_is_a_finding_and_the_right_one_is_none(pk: Path, tmp_path: Path) -> None:
    assert kode(pk) == []
    assert kode(ganti_media(pk, tmp_path / "tukar.xlsx", png(abu=200))) == [("STR-80", "A1")]


def test_filling_keeps_the_logo(pk: Path, tmp_path: Path) -> None:
    terisi = fill(pk, {"ik1_target": 85}, tmp_path / "isi.xlsx")
    assert media(terisi) == [png()] and kode(terisi) == []


def test_the_sop_form_shows_the_logo_in_its_identity_box(tmp_path: Path) -> None:
    profil = muat_profil(profil_kop(tmp_path, png()))
    lembar = tata("sop", susun_konteks("sop", 2025, profil, "rka")).lembar_bernama["Identitas SOP"]
    assert len(lembar.logo) == 1
    assert KOP["kontak"] in str(next(s.nilai for s in lembar.sel if s.gaya == "kop"))


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        pytest.param(b"GIF89a" + bytes(50), "bukan gambar PNG atau JPEG", id="another kind"),
        pytest.param(png()[:-9], "bukan gambar PNG atau JPEG", id="cut off"),
        pytest.param(png() + bytes(100_001), "paling besar 100 kB", id="too many bytes"),
        pytest.param(png(3000, 2), "3000 x 2 piksel", id="too many pixels"),
        pytest.param(None, "tidak ada", id="missing"),
    ],
)
def test_a_bad_logo_is_told_in_words(tmp_path: Path, isi: bytes | None, kata: str) -> None:
    with pytest.raises(KinerjaError, match=r"logo\.png") as galat:
        muat_profil(profil_kop(tmp_path, isi))
    assert kata in galat.value.pesan


def test_the_size_of_png_and_jpeg_is_read_from_their_headers() -> None:
    assert ukuran_citra(png(30, 40)) == ("png", 30, 40)
    assert ukuran_citra(JPEG) == ("jpeg", 64, 48)


def test_profile_workbook_and_toml_hold_the_letterhead_without_loss(tmp_path: Path) -> None:
    data = baca_toml(profil_kop(tmp_path, png()))
    (tmp_path / "profil.xlsx").write_bytes(susun_profil(data))
    assert baca_profil(tmp_path / "profil.xlsx")["kop"] == data["kop"]
    assert buka_profil(tmp_path / "profil.xlsx").bagian["kop"] == muat_profil(tmp_path / "profil.toml").bagian["kop"]


def test_a_broken_logo_in_a_context_is_refused(pk: Path) -> None:
    from kinerja_xl.spec.profil_kop import bytes_logo, dari_konteks

    profil = muat_profil(pk.parent / "profil.toml")
    konteks = susun_konteks("pk", 2025, profil)
    assert dari_konteks(konteks) == profil.bagian["kop"]
    logo = {**konteks["kop"]["logo"], "data": "AAAA"}
    with pytest.raises(KinerjaError, match="data logo rusak"):
        bytes_logo({**konteks, "kop": {**konteks["kop"], "logo": logo}})


def test_the_drawing_is_one_picture_of_the_spreadsheet(pk: Path) -> None:
    with zipfile.ZipFile(BytesIO(pk.read_bytes())) as arsip:
        gambar = [arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/drawings/drawing")]
    assert len(gambar) == 1 and gambar[0].count("<xdr:pic>") == 1
