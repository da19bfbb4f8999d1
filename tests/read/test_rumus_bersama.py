"""Shared formulas written out for their followers, compared with what Excel shows in those cells."""

from __future__ import annotations

import _paket_uji as u
import pytest

from kinerja_xl.read import baca
from kinerja_xl.read.rumus import RumusInduk


@pytest.mark.parametrize(
    ("induk", "baris", "kolom", "harapan"),
    [
        ("A1*2", 1, 0, "A2*2"),
        ("A1*2", 0, 1, "B1*2"),
        ("$A1+A$1+$A$1", 2, 3, "$A3+D$1+$A$1"),
        ("SUM(B2:B4)", 1, 0, "SUM(B3:B5)"),
        ("SUM(B$2:B4)", 5, 0, "SUM(B$2:B9)"),
        ("'Dua'!A1+Dua!B2", 1, 1, "'Dua'!B2+Dua!C3"),
        ("'It''s A1'!A1", 1, 0, "'It''s A1'!A2"),
        ('IF(A1="A1",B1,"C1""D1")', 1, 0, 'IF(A2="A1",B2,"C1""D1")'),
        ("LOG10(A1)+LOG10", 1, 0, "LOG10(A2)+LOG11"),
        ("SUM(A:A)+SUM($B:C)", 0, 1, "SUM(B:B)+SUM($B:D)"),
        ("SUM(1:1)+SUM($2:3)", 1, 0, "SUM(2:2)+SUM($2:4)"),
        ("SUM(Jan:Mar!A1)", 1, 0, "SUM(Jan:Mar!A2)"),
        ("Tabel1[[#This Row],[A1]]+A1", 1, 0, "Tabel1[[#This Row],[A1]]+A2"),
        ("[1]Isi!A1", 1, 0, "[1]Isi!A2"),
        ("1E5+A1", 1, 0, "1E5+A2"),
        ("pk_target*A1+ik1_2", 1, 0, "pk_target*A2+ik1_2"),
        ("A1:INDEX(B:B,3)", 1, 0, "A2:INDEX(B:B,3)"),
        ("AA1+XFD1", 0, 1, "AB1+#REF!"),
        ("A2", -2, 0, "#REF!"),
        ("XFE1+A1048577", 1, 0, "XFE1+A1048577"),
        ("TRUE+nilai.A1", 1, 0, "TRUE+nilai.A1"),
        ("", 1, 1, ""),
    ],
)
def test_a_follower_shows_the_moved_formula(induk, baris, kolom, harapan):
    assert RumusInduk(induk).salin(baris, kolom) == harapan


def test_followers_before_their_master_and_a_second_master_are_understood():
    isi = (
        '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0" ref="A1:A3">B2*2</f><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c>'
        '<c r="C3"><f t="shared" si="0" ref="C3:C4">D$1</f><v>1</v></c></row>'
        '<row r="4"><c r="C4"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    hasil = baca(u.zip_(u.taruh(s1=u.lembar(isi))))
    assert hasil.masalah == () and hasil.buku is not None
    sel = hasil.buku.lembar[0].sel
    assert {k: s.rumus for k, s in sel.items()} == {
        (1, 1): "B1*2",
        (2, 1): "B2*2",
        (3, 1): "B3*2",
        (3, 3): "D$1",
        (4, 3): "D$1",
    }
