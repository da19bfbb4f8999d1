"""DrawingML of a flow chart: preset flow-chart shapes and connectors glued to them, black on white."""

from __future__ import annotations

from html import escape

from kinerja_xl.build.gaya import HURUF
from kinerja_xl.spec.manifest import Bentuk, Garis, Jangkar

RUPA = {
    "mulai": "flowChartTerminator",
    "proses": "flowChartProcess",
    "keputusan": "flowChartDecision",
    "halaman": "flowChartOffpageConnector",
    "kata": "rect",
}
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_HITAM = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_PUTIH = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_TEBAL = 9525


def susun_gambar(bentuk: tuple[Bentuk, ...], garis: tuple[Garis, ...]) -> str:
    """The drawing part: lines first, so that shapes lie over them; words last."""
    isi = [_garis(satu) for satu in garis]
    isi += [_bentuk(satu) for satu in sorted(bentuk, key=lambda b: b.rupa == "kata")]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}">{"".join(isi)}</xdr:wsDr>'
    )


def _jangkar(awal: Jangkar, akhir: Jangkar, isi: str) -> str:
    def sudut(nama: str, satu: Jangkar) -> str:
        kolom, dx, baris, dy = satu
        return (
            f"<xdr:{nama}><xdr:col>{kolom - 1}</xdr:col><xdr:colOff>{dx}</xdr:colOff>"
            f"<xdr:row>{baris - 1}</xdr:row><xdr:rowOff>{dy}</xdr:rowOff></xdr:{nama}>"
        )

    return (
        f'<xdr:twoCellAnchor editAs="twoCell">{sudut("from", awal)}{sudut("to", akhir)}{isi}<xdr:clientData/>'
        "</xdr:twoCellAnchor>"
    )


def _bentuk(satu: Bentuk) -> str:
    kata = satu.rupa == "kata"
    isi, tepi = ("<a:noFill/>", "<a:ln><a:noFill/></a:ln>") if kata else (_PUTIH, _tepi())
    sebut = f'<xdr:cNvPr id="{satu.id}" name="{escape(satu.nama)}"/>'
    txbox = ' txBox="1"' if kata else ""
    return _jangkar(
        satu.awal,
        satu.akhir,
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr>{sebut}<xdr:cNvSpPr{txbox}/></xdr:nvSpPr>'
        f"<xdr:spPr>{_xfrm()}{_geometri(RUPA[satu.rupa])}{isi}{tepi}</xdr:spPr>{_teks(satu)}</xdr:sp>",
    )


def _garis(satu: Garis) -> str:
    sebut = f'<xdr:cNvPr id="{satu.id}" name="{escape(satu.nama)}"/>'
    lem = "".join(
        f'<a:{ujung} id="{tempel[0]}" idx="{tempel[1]}"/>'
        for ujung, tempel in (("stCxn", satu.dari), ("endCxn", satu.ke))
        if tempel
    )
    panah = '<a:tailEnd type="triangle" w="med" len="med"/>' if satu.panah else ""
    return _jangkar(
        satu.awal,
        satu.akhir,
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr>{sebut}<xdr:cNvCxnSpPr>{lem}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        f"<xdr:spPr>{_xfrm(*satu.balik)}{_geometri('straightConnector1')}{_tepi(panah)}</xdr:spPr></xdr:cxnSp>",
    )


def _xfrm(kiri: bool = False, atas: bool = False) -> str:
    """The place is told by the anchor; only the mirroring counts here."""
    balik = ' flipH="1"' * kiri + ' flipV="1"' * atas
    return f'<a:xfrm{balik}><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'


def _geometri(nama: str) -> str:
    return f'<a:prstGeom prst="{nama}"><a:avLst/></a:prstGeom>'


def _tepi(ujung: str = "") -> str:
    return f'<a:ln w="{_TEBAL}">{_HITAM}<a:miter lim="800000"/>{ujung}</a:ln>'


def _teks(satu: Bentuk) -> str:
    ukuran = f'sz="800" b="{int(satu.rupa == "halaman")}"'
    huruf = f'<a:rPr lang="id-ID" {ukuran}>{_HITAM}<a:latin typeface="{HURUF}"/></a:rPr>'
    isi = f"<a:r>{huruf}<a:t>{escape(satu.teks, quote=False)}</a:t></a:r>" if satu.teks else ""
    akhir = "" if isi else '<a:endParaRPr lang="id-ID" sz="800"/>'
    return (
        '<xdr:txBody><a:bodyPr vertOverflow="overflow" horzOverflow="overflow" wrap="none" lIns="0" tIns="0" rIns="0" '
        'bIns="0" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="ctr"/>{isi}{akhir}</a:p></xdr:txBody>'
    )
