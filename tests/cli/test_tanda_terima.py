"""The receipt: whoever has the files gets the same again, and a changed file, rule or receipt is noticed."""

import json
import shutil

import pytest

import kinerja_xl as kx
from kinerja_xl.cli import main


@pytest.fixture(scope="module")
def pk(tmp_path_factory):
    return kx.generate("pk", tahun=2025, out=tmp_path_factory.mktemp("pk"))


@pytest.fixture
def kiriman(pk, tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    shutil.copy(pk, folder / "pk.xlsx")
    (folder / "palsu.xlsx").write_text("a;b\n1;2\n")
    return folder


def jalan(capsys, *args):
    with pytest.raises(SystemExit) as keluar:
        main([str(a) for a in args])
    return keluar.value.code, capsys.readouterr()


def test_the_receipt_is_reproduced_and_a_change_is_named(kiriman, tmp_path, capsys):
    tanda = tmp_path / "tanda.json"
    kode, _ = jalan(capsys, "verify", kiriman, "--tegas", "ISI", "--tanda-terima", tanda, "--quiet")
    assert kode == 1
    isi = json.loads(tanda.read_text(encoding="utf-8"))
    assert [b["verdict"] for b in isi["berkas"]] == ["tidak-terbaca", "ditolak"]
    kode, teks = jalan(capsys, "tanda-terima", tanda, kiriman)
    assert (kode, "COCOK: 2 berkas" in teks.out) == (0, True)
    (kiriman / "palsu.xlsx").write_text("a;b\n1;3\n")
    kode, teks = jalan(capsys, "tanda-terima", tanda, kiriman)
    assert (kode, "palsu.xlsx: isi berkas bukan" in teks.out) == (1, True)
    (kiriman / "palsu.xlsx").unlink()
    kode, teks = jalan(capsys, "--lang", "en", "tanda-terima", tanda, kiriman)
    assert (kode, "palsu.xlsx: not among" in teks.out) == (1, True)


def test_a_receipt_changed_by_hand_is_refused(kiriman, tmp_path, capsys):
    tanda = tmp_path / "tanda.json"
    jalan(capsys, "verify", kiriman, "--tanda-terima", tanda, "--quiet")
    tanda.write_text(
        tanda.read_text(encoding="utf-8").replace('"ditolak"', '"lulus"').replace("tidak-terbaca", "lulus")
    )
    kode, teks = jalan(capsys, "tanda-terima", tanda, kiriman)
    assert (kode, "telah diubah" in teks.err) == (2, True)


@pytest.mark.parametrize("isi", ["", "[]", "{", '{"tanda_terima": 9}'])
def test_what_is_no_receipt_is_refused(kiriman, tmp_path, capsys, isi):
    tanda = tmp_path / "tanda.json"
    tanda.write_text(isi)
    assert jalan(capsys, "tanda-terima", tanda, kiriman)[0] == 2


def test_round_and_dispensation_from_the_command_line(kiriman, tmp_path, capsys):
    (kiriman / "palsu.xlsx").unlink()
    (tmp_path / "ronde.toml").write_text(
        'nama = "PK 2025"\ntahun = 2026\ntenggat = 2025-03-31\njenis = ["pk"]\n[[instansi]]\nnama = "Kecamatan Lain"\n',
        encoding="utf-8",
    )
    (tmp_path / "d.toml").write_text(
        '[[dispensasi]]\nnomor = "1"\npenanda_tangan = "Inspektur"\nalasan = "uji"\nberlaku_sampai = 2025-12-31\n'
        'kode = ["SIL-71", "STR-05"]\nberkas = ["pk.xlsx"]\n',
        encoding="utf-8",
    )
    args = ("verify", kiriman, "--ronde", tmp_path / "ronde.toml")
    kode, teks = jalan(capsys, *args, "--json", "-")
    isi = json.loads(teks.out)
    assert kode == 1
    assert {"STR-05", "SIL-71"} <= {t["code"] for t in isi["files"][0]["findings"]}
    assert isi["ronde"]["belum"] == [{"instansi": "Kecamatan Lain", "jenis": "pk"}]
    kode, teks = jalan(capsys, *args, "--dispensasi", tmp_path / "d.toml", "--json", "-")
    isi = json.loads(teks.out)
    dimaklumi = {t["code"] for t in isi["files"][0]["findings"] if "dispensasi" in t}
    assert dimaklumi == {"STR-05", "SIL-71"}
    galat = {t["code"] for t in isi["files"][0]["findings"] if t["level"] == "galat"}
    assert galat and not galat & dimaklumi  # the blanks of an unfilled form are nobody's dispensation
