"""The VBA text that puts every function of the registry into an Excel workbook, by way of xlwings (classic).

It does what xlwings' own import writes, with three differences: cells go over as values (Value2: a date is its
number, money is not cut to four decimals), a failure leaves a real error value in the cell instead of text (the
checkers `..._CEK` answer in words), and the help of the function wizard is set when the workbook opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl import __version__
from kinerja_xl.core.panggilan import bantuan, bantuan_argumen, kategori, pemeriksa
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions

NAMA_MODUL = "KinerjaUdf"
MODUL_PYTHON = "kinerja_udf"
_GALAT_NILAI = 2015  # xlErrValue: #VALUE!
_GANTI = {"×": "x", "−": "-", "–": "-", "—": "-", "≥": ">=", "≤": "<=", '"': "'", "’": "'", "“": "'", "”": "'"}
_TEKS_KATA_VBA = """
and array as boolean byref byte byval call case cdate close const currency date declare dim do double each else
empty end enum eqv erase error event exit false for friend function get global gosub goto if imp implements in
input integer is let like line lock long loop lset me mid mod new next not nothing null object on open option
optional or paramarray preserve print private property public put raiseevent redim rem resume return rset seek
select set single spc static stop string sub tab then time to true type typeof ubound until variant wend while  with
withevents write xor nilaisel bantu gagal
"""
_KATA_VBA = frozenset(_TEKS_KATA_VBA.split())

_AWAL = f"""Attribute VB_Name = "{NAMA_MODUL}"
'Fungsi kinerja-xl {__version__}. Dibuat oleh 'kinerja addin build'; jangan disunting.
'Perlu: xlwings di buku kerja ini (modul xlwings atau rujukan ke add-in xlwings), dan Python dengan paket kinerja-xl.
Option Explicit

Private Function NilaiSel(Optional ByRef nilai As Variant) As Variant
    If IsMissing(nilai) Then
        NilaiSel = Empty
    ElseIf TypeName(nilai) = "Range" Then
        NilaiSel = nilai.Value2
    Else
        NilaiSel = nilai
    End If
End Function
"""
_BANTU = """
Public Sub Auto_Open()
    Dim tersimpan As Boolean
    tersimpan = ThisWorkbook.Saved
{panggil}
    ThisWorkbook.Saved = tersimpan
End Sub

Private Sub Bantu(nama As String, kategori As String, uraian As String, ParamArray argumen() As Variant)
    Dim daftar As Variant
    daftar = argumen
    On Error Resume Next
    Application.MacroOptions Macro:="'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & nama, _
        Description:=uraian, Category:=kategori, ArgumentDescriptions:=daftar
End Sub
"""


def teks_bas(daftar: dict[str, Indikator] | None = None) -> str:
    """The .bas file as text, lines ended by CR LF as the VBA editor wants them."""
    semua = functions() if daftar is None else daftar
    bagian = [_AWAL, *(_fungsi(f) for f in semua.values()), *_bantuan(semua)]
    return "\r\n".join("\n".join(bagian).splitlines()) + "\r\n"


def teks_vba(isi: str) -> str:
    """A text for a VBA string: signs that every code page of Windows has, on one line."""
    for asal, ganti in _GANTI.items():
        isi = isi.replace(asal, ganti)
    return " ".join(isi.split()).encode("ascii", "replace").decode("ascii")


def _nama_argumen(nama: str) -> str:
    """The name in VBA, which knows no case: never that of a function (VBA would respell it) nor a word of VBA."""
    return f"{nama}_" if nama.upper() in functions() or nama.lower() in _KATA_VBA else nama


def _fungsi(f: Indikator) -> str:
    nama = [_nama_argumen(a.nama) for a in f.argumen]
    argumen = ", ".join(f"{'Optional ' if a.opsional else ''}{n}" for a, n in zip(f.argumen, nama, strict=True))
    isi = ", ".join(f"NilaiSel({n})" for n in nama)
    gagal = '"Python tidak menjawab: " & Err.Description' if pemeriksa(f) else f"CVErr({_GALAT_NILAI})"
    return f"""
Public Function {f.nama}({argumen})
Attribute {f.nama}.VB_Description = "{teks_vba(bantuan(f))}"
Attribute {f.nama}.VB_ProcData.VB_Invoke_Func = " \\n14"
    If TypeName(Application.Caller) = "Range" Then On Error GoTo gagal
    {f.nama} = XLPy.CallUDF("{MODUL_PYTHON}", "{f.nama}", Array({isi}), ThisWorkbook, Application.Caller)
    Exit Function
gagal:
    {f.nama} = {gagal}
End Function"""


def _bantuan(semua: dict[str, Indikator]) -> Iterator[str]:
    """Help of the wizard: one procedure a family, so that none grows beyond what VBA compiles."""
    keluarga: dict[str, list[Indikator]] = {}
    for f in semua.values():
        keluarga.setdefault(f.keluarga, []).append(f)
    nama = {k: f"Bantuan{k.capitalize()}" for k in keluarga}
    yield _BANTU.format(panggil="\n".join(f"    {satu}" for satu in nama.values()))
    for kode, isi in keluarga.items():
        yield f"\nPrivate Sub {nama[kode]}()"
        for f in isi:
            teks = [f.nama, kategori(f), bantuan(f), *(bantuan_argumen(a) for a in f.argumen)]
            kutip = [f'"{teks_vba(satu)}"' for satu in teks]
            yield f"    Bantu {kutip[0]}, {kutip[1]}, _"
            yield ", _\n".join(f"        {satu}" for satu in kutip[2:])
        yield "End Sub"
