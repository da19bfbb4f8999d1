"""Any valid profile comes back from the workbook and from TOML as it was."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl.build.nilai import angka_tepat, periksa_teks
from kinerja_xl.build.profil_buku import susun_profil, toml_profil
from kinerja_xl.read import baca
from kinerja_xl.spec.buku import PROFIL
from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import HARI, profil_dari
from kinerja_xl.spec.profil_bentuk import KUNCI, konteks_profil
from kinerja_xl.spec.profil_isi import isi_profil
from kinerja_xl.spec.profil_nilai import literal
from kinerja_xl.spec.profil_urai import urai_profil
from kinerja_xl.spec.tata import tata

huruf = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"))
teks = st.text(huruf, min_size=1, max_size=20).map(str.strip).filter(bool)
kode = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3)
angka = st.one_of(st.integers(0, 10**9), st.floats(0, 1e9, allow_nan=False).filter(lambda n: n == 0 or n > 1e-6))
jam = st.builds(lambda j, m: f"{j:02d}.{m:02d}", st.integers(0, 23), st.integers(0, 59))
tanggal = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def boleh(wajib: dict[str, Any], pilihan: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(wajib, optional=pilihan)


def kamus(kunci: st.SearchStrategy[str], nilai: st.SearchStrategy[Any], paling: int = 4) -> st.SearchStrategy[Any]:
    return st.dictionaries(kunci, nilai, max_size=paling)


pejabat = boleh({"nama": teks, "jabatan": teks}, {"pangkat": teks, "nip": st.from_regex(r"[0-9]{18}", fullmatch=True)})
program = boleh({"program": teks, "anggaran": angka}, {"keterangan": teks, "kode": teks, "bobot": angka})
rincian = boleh(
    {"kode": teks, "uraian": teks, "koefisien": angka, "satuan": teks, "harga": angka},
    {"ppn": st.integers(0, 100), "kode_harga": teks},
)
harga = st.fixed_dictionaries({"kode": teks, "uraian": teks, "satuan": teks, "harga": angka})
lain = st.recursive(
    st.one_of(teks, angka, st.booleans(), tanggal),
    lambda anak: st.one_of(st.lists(anak, min_size=1, max_size=3), st.dictionaries(teks, anak, min_size=1, max_size=3)),
    max_leaves=6,
)
tabel_lain = st.one_of(
    st.lists(
        st.dictionaries(st.sampled_from(["kode", "isi", "tw", "no"]), lain, min_size=1, max_size=3),
        min_size=1,
        max_size=4,
    ),
    st.dictionaries(teks.filter(lambda t: t != KUNCI), lain, min_size=1, max_size=3),
    lain,
)


@st.composite
def indikator(draw: st.DrawFn, nama: str, sasaran: list[str]) -> dict[str, Any]:
    satu = {
        "kode": nama, "nama": draw(teks), "sasaran": draw(st.sampled_from(sasaran)), "satuan": draw(teks),
        "polarisasi": draw(st.sampled_from(PILIHAN["polarisasi"])),
        "perhitungan": draw(st.sampled_from(PILIHAN["perhitungan"])),
    }  # fmt: skip
    satu.update(draw(boleh({}, {"target": angka, "target_lalu": angka, "realisasi_lalu": angka, "definisi": teks})))
    rinci = {k: st.sampled_from(v) for k, v in PILIHAN.items() if k not in satu}
    satu.update(draw(boleh({}, {**rinci, "penanggung_jawab": teks, "tahun_aturan": st.integers(2004, 2100)})))
    if draw(st.booleans()):
        satu["rumus"] = "tepat / total * 100"
        satu["masukan"] = [{"nama": n, **draw(boleh({}, {"judul": teks, "satuan": teks}))} for n in ("tepat", "total")]
    else:
        satu.update(draw(boleh({}, {"fungsi": st.just("IKM_SCORE")})))
    return satu


@st.composite
def profil(draw: st.DrawFn) -> dict[str, Any]:
    """A valid profile in its normal form: no blank texts, no empty tables."""
    sasaran = draw(st.lists(kode, min_size=1, max_size=3, unique=True))
    nama = draw(st.lists(kode, min_size=1, max_size=4, unique=True))
    hasil: dict[str, Any] = {
        "instansi": draw(
            boleh({"nama": teks, "jenis": st.sampled_from(["satker", "skpd"]), "induk": teks, "kota": teks},
                  {"alamat": teks, "kode": teks, "singkatan": teks, "unit_induk": teks})
        ),
        "pejabat": {"pertama": draw(pejabat), "kedua": draw(pejabat), **draw(kamus(teks, pejabat))},
        "sasaran": [{"kode": k, "nama": draw(teks)} for k in sasaran],
        "indikator": [draw(indikator(n, sasaran)) for n in nama],
        "program": draw(st.lists(program, max_size=4)),
        "rka": draw(boleh({}, {"baris": st.integers(1, 90), "baris_harga": st.integers(1, 50)})),
        "jam_kerja": draw(kamus(st.sampled_from(HARI), boleh({"masuk": jam, "pulang": jam}, {"istirahat": jam}))),
        "libur": draw(st.lists(st.fixed_dictionaries({"tanggal": tanggal, "keterangan": teks}), max_size=3)),
        "sop": draw(kamus(st.one_of(teks, st.just("Camat")), teks)),
        "baris": draw(kamus(st.sampled_from(["jawaban", "rekap", "pegawai"]), st.integers(1, 500))),
    }  # fmt: skip
    hasil["rka"].update({k: v for k, v in {
        "isi": draw(kamus(st.sampled_from(["rka_program", "rka_pagu", "rka_lokasi"]), st.one_of(teks, angka))),
        "rincian": draw(st.lists(rincian, max_size=3)),
        "harga": draw(st.lists(harga, max_size=3)),
        "kas": [{"rencana": n} for n in draw(st.lists(angka, max_size=14))],
    }.items() if v})  # fmt: skip
    hasil["target_triwulan"] = [
        {"kode": n, "tw1": draw(angka), "tw4": draw(angka)} for n in nama if draw(st.booleans())
    ]
    return {**{k: v for k, v in hasil.items() if v}, **draw(boleh({}, {"catatan": teks, "kertas": st.just("F4")}))}


def lewat_sel(data: dict[str, Any]) -> dict[str, Any]:
    """Through the cells of the workbook, held to what a cell can store, without a file."""
    manifest = tata(PROFIL, konteks_profil(data))
    masukan = terapkan(manifest, isi_profil(data, manifest))
    sel = {
        t: periksa_teks(t, v) if isinstance(v, str) else angka_tepat(t, v) for t, v in masukan.items() if v is not None
    }
    return urai_profil(manifest, sel.get, "acak.xlsx")


@given(profil())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_profile_survives_cells_and_toml(data: dict[str, Any]) -> None:
    kembali = lewat_sel(data)
    assert kembali == data
    assert profil_dari(kembali, "x") == profil_dari(data, "x")
    assert tomllib.loads(toml_profil(data).decode()) == data


@given(profil(), st.dictionaries(st.sampled_from(["perjanjian", "renstra", "lain lain"]), tabel_lain, max_size=3))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_further_tables_survive_cells_and_toml(data: dict[str, Any], tambahan: dict[str, Any]) -> None:
    penuh = {**data, **tambahan}
    assert lewat_sel(penuh) == penuh
    assert tomllib.loads(toml_profil(penuh).decode()) == penuh


@given(profil())
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_written_workbook_holds_the_same_cells(data: dict[str, Any]) -> None:
    """The package adds nothing of its own: what the reader finds in the file is what was put into the cells."""
    manifest = tata(PROFIL, konteks_profil(data))
    buku = baca(susun_profil(data), nama="acak.xlsx").buku
    assert buku is not None
    lembar = {lb.nama: lb.sel for lb in buku.lembar}

    def nilai(titik: tuple[str, int, int]) -> Any:
        satu = lembar[titik[0]].get(titik[1:])
        return satu.nilai if satu else None

    assert urai_profil(manifest, nilai, "acak.xlsx") == data


@given(lain)
@settings(max_examples=200, deadline=None)
def test_one_line_of_toml_reads_back(nilai: Any) -> None:
    assert tomllib.loads(f"x = {literal(nilai)}") == {"x": nilai}
