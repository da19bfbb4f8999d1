"""SARIF 2.1.0: the required structure stated here, places as `Sheet!B12`, fingerprints that stay."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from kinerja_xl.report.daftar import BENTUK

(SARIF,) = (b for b in BENTUK if b.nama == "sarif")
TINGKAT = {"none", "note", "warning", "error"}
URI = re.compile(r"[A-Za-z0-9\-._~/%!$&'()*+,;=@]+\Z")  # a relative reference: no scheme, no bare colon


def _baca(laporan):
    return json.loads(SARIF.tulis(laporan))


def _periksa(log):
    """What the 2.1.0 schema requires of the parts we write, and that every index points at what it says."""
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (lari,) = log["runs"]
    alat = lari["tool"]["driver"]
    assert alat["name"] and re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", alat["language"])
    for aturan in alat["rules"]:
        assert aturan["shortDescription"]["text"] and aturan["help"]["text"] and aturan["fullDescription"]["text"]
        assert aturan["defaultConfiguration"]["level"] in TINGKAT
    assert len({a["id"] for a in alat["rules"]}) == len(alat["rules"])
    for berkas in lari["artifacts"]:
        assert URI.match(berkas["location"]["uri"])
        assert set(berkas["hashes"]) == {"sha-256"}
    for catatan in lari["invocations"][0]["toolExecutionNotifications"]:
        assert catatan["message"]["text"] and catatan["level"] in TINGKAT
        terkait = catatan.get("associatedRule")
        assert terkait is None or alat["rules"][terkait["index"]]["id"] == terkait["id"]
    for hasil in lari["results"]:
        assert alat["rules"][hasil["ruleIndex"]]["id"] == hasil["ruleId"]
        assert hasil["level"] in TINGKAT and hasil["message"]["text"]
        (letak,) = hasil["locations"]
        berkas = letak["physicalLocation"]["artifactLocation"]
        assert lari["artifacts"][berkas["index"]]["location"]["uri"] == berkas["uri"]
        daerah = letak["physicalLocation"]["region"]
        assert daerah["startLine"] >= 1 and daerah.get("startColumn", 1) >= 1
        assert all(logis["fullyQualifiedName"] and logis["kind"] for logis in letak.get("logicalLocations", []))
        assert all(s["kind"] in ("inSource", "external") for s in hasil.get("suppressions", []))
    sidik = [h["partialFingerprints"]["kinerjaTempat/v1"] for h in lari["results"]]
    assert len(set(sidik)) == len(sidik)


def test_the_structure_is_that_of_the_standard(laporan):
    _periksa(_baca(laporan))


def test_a_result_names_file_sheet_and_cell(contoh):
    lari = _baca(replace(contoh("rusak"), letak={"a.xlsx": "masuk/a b.xlsx"}))["runs"][0]
    hasil = next(h for h in lari["results"] if h["ruleId"] == "ISI-01")
    (letak,) = hasil["locations"]
    assert letak["physicalLocation"]["artifactLocation"]["uri"] == "masuk/a%20b.xlsx"
    assert letak["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 2}
    assert letak["logicalLocations"] == [{"name": "B2", "fullyQualifiedName": "Isi!B2", "kind": "cell"}]
    assert hasil["level"] == "error"


def test_an_unreadable_file_is_a_result_and_a_notification(contoh):
    lari = _baca(contoh("tak-terbaca"))["runs"][0]
    assert [h["ruleId"] for h in lari["results"]] == ["BERKAS-01"]
    assert len(lari["invocations"][0]["toolExecutionNotifications"]) == 1


def test_a_waived_finding_is_suppressed_with_its_reason(contoh):
    (hasil,) = _baca(contoh("ronde"))["runs"][0]["results"]
    assert hasil["level"] == "note"
    assert "D-7/2024" in hasil["suppressions"][0]["justification"]


def test_fingerprints_do_not_depend_on_texts_language_or_other_findings(contoh):
    def sidik(laporan):
        hasil = _baca(laporan)["runs"][0]["results"]
        return {h["partialFingerprints"]["kinerjaTempat/v1"] for h in hasil if h["ruleId"] == "ISI-01"}

    rusak = contoh("rusak")
    pertama = replace(rusak.files[0], findings=rusak.files[0].findings[5:])
    kurang = replace(rusak, files=(pertama, *rusak.files[1:]), lang="en")
    assert len(sidik(rusak)) == 58
    assert sidik(kurang) < sidik(rusak)
