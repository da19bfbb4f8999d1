"""Small workbooks, as many different ones as a test needs."""

from openpyxl import Workbook


def buat_buku(jalur, isi):
    """A workbook of nobody's with one number and one formula."""
    buku = Workbook()
    buku.active["A1"], buku.active["A2"] = isi, "=A1*2"
    buku.save(jalur)
    return jalur
