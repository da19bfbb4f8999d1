"""Profiles say what is wrong and where; every laid-out workbook keeps the workbook contract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import nama_sah
from kinerja_xl.mesin import graf
from kinerja_xl.mesin.daftar import fungsi_terlarang
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil import Profil, berkas_contoh, muat_profil, profil_contoh
from kinerja_xl.spec.tata import tata

ASLI = berkas_contoh("kecamatan").read_text(encoding="utf-8")


def _salah(tmp_path: Path, ubah: Callable[[str], str]) -> str:
    berkas = tmp_path / "profil.toml"
    berkas.write_text(ubah(ASLI), encoding="utf-8")
    with pytest.raises(KinerjaError) as galat:
        muat_profil(berkas)
    return str(galat.value)


@pytest.mark.parametrize(
    ("ubah", "harus"),
    [
        (
            lambda t: t.replace('kota = "Contoh"', 'kotta = "Contoh"'),
            ["profil.toml", "[instansi]", "'kotta'", "'kota'"],
        ),
        (lambda t: t.replace('kota = "Contoh"\n', ""), ["profil.toml", "[instansi]", "'kota'", "belum ada"]),
        (lambda t: t.replace("[pejabat.kedua]", "[pejabat.atasan]"), ["[pejabat.kedua]", "belum ada"]),
        (lambda t: t.replace('sasaran = "SS2"', 'sasaran = "SS9"'), ["IK2", "'SS9'"]),
        (lambda t: t.replace("baris = 60", 'baris = "enam puluh"'), ["[rka]", "'baris'", "bilangan bulat"]),
        (lambda t: t.replace("baris = 60", "baris = 9000"), ["rka.baris", "1 sampai 5000"]),
        (lambda t: t + '\n[jam_kerja.senen]\nmasuk = "07.30"\n', ["[jam_kerja]", "'senen'", "'senin'"]),
        (lambda t: t + '\n[jam_kerja.senin]\nmasuk = "7.30"\npulang = "25.00"\n', ["[jam_kerja.senin]", "pulang"]),
        (lambda t: t.replace('kertas = "F4"', 'kertas = "Folio"'), ["kertas", "'A4' atau 'F4'"]),
        (lambda t: t.replace("[instansi]", "[instansi"), ["profil.toml", "TOML"]),
    ],
)
def test_a_wrong_profile_is_told_by_file_table_and_key(
    tmp_path: Path, ubah: Callable[[str], str], harus: list[str]
) -> None:
    pesan = _salah(tmp_path, ubah)
    assert all(kata in pesan for kata in harus), pesan


def test_an_unknown_rule_in_a_profile_is_named(tmp_path: Path) -> None:
    berkas = tmp_path / "profil.toml"
    berkas.write_text(ASLI.replace('fungsi = "IKM_SCORE"', 'fungsi = "IKM_SKOR"'), encoding="utf-8")
    with pytest.raises(KinerjaError, match=r"IK1.*IKM_SKOR"):
        susun_konteks("pk", 2025, muat_profil(berkas))


@pytest.fixture(
    scope="module", params=[(k, j, t) for k in profil_contoh() for j in jenis_tersedia() for t in (2024, 2026)]
)
def manifest(request: pytest.FixtureRequest) -> Manifest:
    kantor, jenis, tahun = request.param
    profil: Profil = muat_profil(berkas_contoh(kantor))
    return tata(jenis, susun_konteks(jenis, tahun, profil))


def test_templates_keep_the_workbook_contract(manifest: Manifest) -> None:
    asing = {nama for _, sel in manifest.setiap("rumus") for nama in fungsi_terlarang(sel.rumus)}
    assert asing == set(), "functions outside the allow-list"
    assert max(len(sel.rumus) for _, sel in manifest.setiap("rumus")) < 8192
    assert len(graf(manifest).urutan) == sum(1 for _ in manifest.setiap("rumus"))  # acyclic: every cell is in the order
    assert all(nama_sah(nama) for nama in manifest.nama)
    tanpa_nama = [(lb.nama, s.titik) for lb, s in manifest.setiap("isian") if not s.nama and not s.tabel]
    assert tanpa_nama == [], "every input has a name or stands in a named table"
    keadaan = {lb.nama: lb.keadaan for lb in manifest.lembar}
    assert keadaan["Info"] == "veryHidden"
    assert next(iter(keadaan)) == "Petunjuk"
    assert "status_buku" in manifest.nama
    assert manifest.nama["info_templat"].startswith("'Info'!")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    pertama = generate("pk", tahun=2026, profil=berkas_contoh("kecamatan"), out=tmp_path / "a.xlsx").read_bytes()
    assert (
        generate("pk", tahun=2026, profil=berkas_contoh("kecamatan"), out=tmp_path / "b.xlsx").read_bytes() == pertama
    )


def test_an_existing_file_is_kept_unless_asked(tmp_path: Path) -> None:
    tujuan = tmp_path / "a.xlsx"
    tujuan.write_text("milik orang", encoding="utf-8")
    with pytest.raises(KinerjaError, match="--force"):
        generate("pk", tahun=2026, out=tujuan)
    assert tujuan.read_text(encoding="utf-8") == "milik orang"


def test_a_large_office_fits(tmp_path: Path) -> None:
    berkas = tmp_path / "profil.toml"
    berkas.write_text(ASLI.replace("baris = 60", "baris = 2000"), encoding="utf-8")
    m = tata("rka", susun_konteks("rka", 2026, muat_profil(berkas)))
    assert m.tabel["rka_rincian"].baris2 - m.tabel["rka_rincian"].baris1 + 1 == 2000
