"""Whatever a manual says, the lint answers: random texts never break it, and the answer depends on nothing else."""

from __future__ import annotations

from _manual_uji import manual
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.verify.lint_iku import lint_manual, lint_naskah
from kinerja_xl.verify.lint_iku.naskah import Naskah
from kinerja_xl.verify.lint_iku.rekaman import manual_dari_rekaman

SERPIH = st.sampled_from(
    ["a. ", "1) ", "Bobot 5%", "= 0,1111", "Σ", "∑ a + b", "x 100", "(", "‖", "9 unsur", "50 s.d 60", "ke bawah", "S-1",
     "D III", "PMK 249/2011", "2023", "http//", "O ", "Pejabat", "berlaku 2 tahun", "A = B + C", "\U0001d465", "yaitu",
     "Kantor Lain", "tidak melebihi 1%", "()", "–", "\n", ",", " ", "100", "0,00000000000000000000001", "Retur", "IKM"]
)  # fmt: skip
TEKS = st.one_of(st.lists(SERPIH, max_size=14).map("".join), st.text(max_size=60))
ANGKA = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**9), 10**9))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    judul=TEKS, definisi=TEKS, rumus=st.lists(TEKS, max_size=4), satuan=TEKS, sumber=TEKS,
    target=st.floats(allow_nan=False, allow_infinity=False), lalu=ANGKA,
    centang=st.fixed_dictionaries({k: st.lists(st.sampled_from(v), max_size=2) for k, v in PILIHAN.items()}),
    fungsi=st.sampled_from(["", "IKM_SCORE", "IKPA_SCORE", "RB_SCORE", "TEMUAN_BPK_PERSEN", "TIDAK_ADA"]),
)  # fmt: skip
def test_any_text_gets_an_answer(judul, definisi, rumus, satuan, sumber, target, lalu, centang, fungsi):
    kutipan = [{"baris": n, "bidang": "formula", "teks": teks} for n, teks in enumerate(rumus, 50)]
    ubah = {
        "nama_asli": judul, "definisi": definisi, "satuan_asli": satuan, "sumber_data": sumber, "kutipan": kutipan,
        "data.target": target, "data.realisasi_lalu": lalu, "fungsi": fungsi,
        **{f"centang.{bidang}": isi for bidang, isi in centang.items()},
    }  # fmt: skip
    dokumen = [{"baris": 1, "bidang": "tata_letak", "teks": satu} for satu in rumus]
    satu = manual(ubah, {}, kutipan=dokumen)
    hasil = lint_manual(satu)
    assert hasil == lint_manual(satu)
    assert all(t.message.isprintable() and t.fix for t in hasil)


def test_a_forged_context_of_a_workbook_does_not_break_the_lint():
    konteks = {"instansi": {"nama": 5}, "tahun": 2024, "sasaran": [3, {"kode": []}]}
    rekaman = [{"kode": [1], "nama": {}, "definisi": 7, "target": "x", "periode": 3}, {"no": "a"}]
    satu = manual_dari_rekaman(konteks, rekaman)
    assert all(t.message for t in lint_naskah(Naskah(satu), lembar=True))
