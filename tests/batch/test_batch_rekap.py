"""The summary over many offices: counts, medians, submissions too alike, figures far from those of the peers."""

import json

import pytest

from kinerja_xl.batch.rekap import rekap
from kinerja_xl.cli import main
from kinerja_xl.core.errors import KinerjaError


def _target(kode, target, realisasi, capaian, nama=None):
    status = "belum-ada-realisasi" if realisasi is None else "tercapai" if capaian >= 100 else "tidak-tercapai"
    return {"kode": kode, "nama": nama or f"Indikator {kode}", "target": target, "realisasi": realisasi,
            "capaian": capaian, "polarisasi": "Maximize", "status": status}  # fmt: skip


def _berkas(path, kantor, targets=(), temuan=(), jenis="pengukuran", verdict="lulus", sha=None):
    findings = [{"code": k, "level": level, "data": data} for k, level, data in temuan]
    return {"path": path, "sha256": sha or path, "jenis": jenis, "tahun": 2024, "instansi": kantor,
            "verdict": verdict, "targets": list(targets), "findings": findings}  # fmt: skip


@pytest.fixture
def hasil(tmp_path):
    """hasil(files) -> the summary of a folder that holds them as JSON lines."""

    def susun(*isi):
        (tmp_path / "hasil.jsonl").write_text("".join(json.dumps(satu) + "\n" for satu in isi), encoding="utf-8")
        return rekap(tmp_path)

    return susun


def test_verdicts_are_counted_by_region_the_worst_first(hasil):
    r = hasil(
        _berkas("barat/a.xlsx", "A"), _berkas("barat/b.xlsx", "B", verdict="lulus-dengan-peringatan"),
        _berkas("timur/c.xlsx", "C", verdict="ditolak", temuan=[("ISI-01", "galat", {})] * 3),
        _berkas("timur/d.xlsx", "C", verdict="lulus"), _berkas("e.xlsx", "", verdict="tidak-terbaca", jenis=""),
    )  # fmt: skip
    kolom = ["wilayah", "berkas", "kantor", "lulus", "lulus-dengan-peringatan", "ditolak", "tidak-terbaca"]
    assert r.wilayah[kolom].values.tolist() == [
        ["-", 1, 0, 0, 0, 0, 1], ["timur", 2, 1, 1, 0, 1, 0], ["barat", 2, 2, 1, 1, 0, 0],
    ]  # fmt: skip
    assert r.wilayah["persen_lulus"].tolist() == [0, 50, 100]
    assert r.temuan[["kode", "berkas", "banyak", "persen_berkas"]].values.tolist() == [["ISI-01", 1, 3, 20.0]]


def test_an_indicator_counts_each_office_once_and_prefers_its_measurement(hasil):
    r = hasil(
        _berkas("a/pk.xlsx", "A", [_target("IK1", 80, 70, 87.5)], jenis="pk"),
        _berkas("a/ukur.xlsx", "A", [_target("IK1", 80, 84, 105.0)]),
        _berkas("b/pk.xlsx", "B", [_target("IK1", 80, 60, 75.0)], jenis="pk"),
        _berkas("c/pk.xlsx", "C", [_target("IK1", 80, None, None)], jenis="pk"),
    )
    (satu,) = r.indikator.to_dict("records")
    assert (satu["kantor"], satu["dinilai"], satu["tercapai"], satu["persen_tercapai"]) == (3, 2, 1, 50.0)
    assert (satu["capaian_terendah"], satu["capaian_tengah"], satu["capaian_tertinggi"]) == (75.0, 90.0, 105.0)


def test_an_indicator_that_names_its_office_is_one_indicator(hasil):
    r = hasil(*(_berkas(f"{k}.xlsx", k, [_target("IK1", 1, 1, 100, f"Nilai X lingkup {k}")]) for k in ("Abc", "Def")))
    assert r.indikator[["nama", "kantor"]].values.tolist() == [["Nilai X lingkup [kantor]", 2]]


def test_a_figure_far_from_the_peers_is_named(hasil):
    isi = [_berkas(f"{ke}.xlsx", f"K{ke}", [_target("IK1", 80, 80 + ke, 100.0 + ke)]) for ke in range(9)]
    assert not len(hasil(*isi).pencilan)
    r = hasil(*isi, _berkas("jauh.xlsx", "Jauh", [_target("IK1", 80, 8, 10.0)]))
    assert r.pencilan[["instansi", "capaian", "capaian_tengah", "kantor"]].values.tolist() == [
        ["Jauh", 10.0, 103.5, 10]
    ]


def test_few_offices_are_no_peers(hasil):
    isi = [_berkas(f"{ke}.xlsx", f"K{ke}", [_target("IK1", 80, 80, 100.0)]) for ke in range(5)]
    assert not len(hasil(*isi, _berkas("j.xlsx", "J", [_target("IK1", 80, 8, 10.0)])).pencilan)


KHAS = [_target(f"IK{n}", 80, 80.13 + n, 100.0) for n in range(5)]
BULAT = [_target(f"IK{n}", 100, 100, 100.0) for n in range(5)]


def test_the_same_unusual_figures_of_two_offices_are_named(hasil):
    r = hasil(_berkas("a.xlsx", "A", KHAS), _berkas("b.xlsx", "B", KHAS), _berkas("c.xlsx", "C", KHAS[:2]))
    assert r.kembar.values.tolist() == [[2, 100.0, 5, "A; B", "a.xlsx; b.xlsx"]]


def test_almost_the_same_figures_are_named_too(hasil):
    lain = [*KHAS[:4], _target("IK4", 80, 71.2, 89.0)]
    r = hasil(_berkas("a.xlsx", "A", [*KHAS, *lain[:0]]), _berkas("b.xlsx", "B", lain))
    assert not len(r.kembar)  # 4 of 6 figures
    tambah = [_target(f"IK{n}", 80, 61.7 + n, 90.0) for n in range(5, 12)]
    r = hasil(_berkas("a.xlsx", "A", [*KHAS, *tambah]), _berkas("b.xlsx", "B", [*lain, *tambah]))
    assert r.kembar[["banyak", "angka", "path"]].values.tolist() == [[2, 11, "a.xlsx; b.xlsx"]]


def test_round_figures_and_the_office_itself_are_no_copies(hasil):
    r = hasil(_berkas("a.xlsx", "A", BULAT), _berkas("b.xlsx", "B", BULAT), _berkas("c.xlsx", "C", KHAS),
              _berkas("d.xlsx", "C", KHAS, jenis="lkj"))  # fmt: skip
    assert not len(r.kembar)


def test_a_file_sent_twice_is_named(hasil):
    r = hasil(_berkas("a.xlsx", "A", sha="1"), _berkas("b.xlsx", "A", sha="1"), _berkas("c.xlsx", "C", sha="2"))
    assert r.kembar[["banyak", "path"]].values.tolist() == [[2, "a.xlsx; b.xlsx"]]


def test_recipes_are_counted_once_a_file(hasil):
    resep = ("KEB-01", "galat", {"resep": "bobot 0,11", "kode_resep": ["ikm-011"]})
    r = hasil(_berkas("a.xlsx", "A", temuan=[resep, resep]), _berkas("b.xlsx", "B", temuan=[resep]))
    assert r.resep.values.tolist() == [["KEB-01", "bobot 0,11", 2]]


def test_the_command_reads_a_report_and_writes_its_tables(tmp_path, capsys):
    asal = tmp_path / "laporan.json"
    isi = [_berkas("barat/a.xlsx", "=A1", KHAS), _berkas("timur/b.xlsx", "B", KHAS)]
    asal.write_text(json.dumps({"files": isi}), encoding="utf-8")
    with pytest.raises(SystemExit) as keluar:
        main(["rekap", str(asal), "--json", str(tmp_path / "r.json"), "--csv", str(tmp_path / "csv")])
    layar = capsys.readouterr().out
    assert keluar.value.code == 0
    assert "2 berkas dari 2 kantor" in layar and "Kiriman yang terlalu serupa" in layar
    data = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert list(data) == ["wilayah", "jenis", "temuan", "indikator", "resep", "kembar", "pencilan"]
    assert (tmp_path / "csv" / "berkas.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")
    assert b"'=A1" in (tmp_path / "csv" / "berkas.csv").read_bytes()


def test_a_folder_without_results_says_what_to_do(tmp_path):
    with pytest.raises(KinerjaError, match="--lanjut"):
        rekap(tmp_path)
    (tmp_path / "x.json").write_text("[]")
    with pytest.raises(KinerjaError, match="bukan hasil"):
        rekap(tmp_path / "x.json")
