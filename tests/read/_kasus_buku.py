"""Hostile files of the package, sheet, formula and active-content layers."""

from __future__ import annotations

import _paket_uji as u
from _kasus_arsip import CFB, Kasus, bising, utf16

MS = "http://schemas.microsoft.com/office/2006/relationships"


def tanpa(*nama: str) -> bytes:
    """The honest package without these parts."""
    return u.zip_({n: i for n, i in u.jujur().items() if n not in nama})


def wb(lama: str, baru: str) -> bytes:
    return u.zip_(u.ganti(u.WB, lama, baru))


def s1(isi: str, sesudah: str = "") -> bytes:
    """First sheet: row 1 with these cells; elements behind the cells."""
    return u.zip_(u.taruh(s1=u.lembar(f'<row r="1">{isi}</row>', sesudah)))


def f(rumus: str) -> bytes:
    """A1 holds this formula (already escaped)."""
    return s1(f'<c r="A1"><f>{rumus}</f><v>1</v></c>')


def luar(target: str, rumus: str, isi: str = '<externalBook r:id="rId1"/>') -> bytes:
    """An external link part and a formula that uses it."""
    paket = u.dengan({
        "xl/externalLinks/externalLink1.xml":
            f'<externalLink xmlns="{u.SS}" xmlns:r="{u.REL}">{isi}</externalLink>'.encode(),
        "xl/externalLinks/_rels/externalLink1.xml.rels": u.rels(("rId1", "externalLinkPath", target, "External")),
    }, ("rId9", "externalLink", "externalLinks/externalLink1.xml", ""), dari=u.WB)  # fmt: skip
    paket[u.WB] = paket[u.WB].replace(
        b"<definedNames>", b'<externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames>'
    )
    paket[u.S1] = u.sel(f'<c r="A1"><f>{rumus}</f><v>1</v></c>')
    return u.zip_(paket)


def bagian(nama: str, isi: bytes, jenis: str, tipe: str = "", dari: str = u.S1) -> bytes:
    """One more part with a relationship."""
    tulis = f'<Override PartName="/{nama}" ContentType="{tipe}"/>' if tipe else ""
    return u.zip_(u.dengan({nama: isi}, ("rId9", jenis, "/" + nama, ""), tulis, dari))


def keluar(jenis: str, target: str) -> bytes:
    """A relationship of sheet 1 that leaves the package."""
    return u.zip_(u.dengan({}, ("rId9", jenis, target, "External")))


def gambar(isi: str) -> bytes:
    """Sheet 1 with a drawing that holds these objects."""
    ns = "http://schemas.openxmlformats.org/drawingml/2006"
    teks = f'<xdr:wsDr xmlns:xdr="{ns}/spreadsheetDrawing" xmlns:a="{ns}/main"><xdr:absoluteAnchor>{isi}'
    paket = u.dengan({"xl/drawings/drawing1.xml": f"{teks}</xdr:absoluteAnchor></xdr:wsDr>".encode()},
                     ("rId9", "drawing", "../drawings/drawing1.xml", ""))  # fmt: skip
    paket[u.S1] = u.lembar("", '<drawing r:id="rId9"/>')
    return u.zip_(paket)


LIMA_RIBU = "".join(f'<mergeCell ref="A{n * 2 + 1}:B{n * 2 + 2}"/>' for n in range(5001))

PAKET: list[Kasus] = [
    ("no workbook part", "BERKAS-50", lambda: tanpa(u.WB)),
    ("no content types", "BERKAS-50", lambda: tanpa(u.TIPE)),
    ("no package relationships", "BERKAS-50", lambda: tanpa("_rels/.rels")),
    ("no workbook relationships", "BERKAS-50", lambda: tanpa(u.WR)),
    ("no sheet part", "BERKAS-50", lambda: tanpa(u.S2)),
    ("no styles part", "BERKAS-50", lambda: tanpa(u.ST)),
    ("no strings part", "BERKAS-50", lambda: tanpa(u.SST)),
    ("sheet declared as picture", "BERKAS-51", lambda: u.zip_(u.ganti(
        u.TIPE, f'/{u.S2}" ContentType="{u.CT}.worksheet+xml"', f'/{u.S2}" ContentType="image/png"'))),
    ("sheet on the web", "BERKAS-52", lambda: u.zip_({**u.jujur(), u.WR: u.jujur()[u.WR].replace(
        b'Target="worksheets/sheet2.xml"', b'Target="http://127.0.0.1:9/s.xml" TargetMode="External"')})),
    ("target above the package", "BERKAS-52", lambda: u.zip_(u.ganti(
        u.WR, "worksheets/sheet2.xml", "../../../../etc/passwd"))),
    ("target with file scheme", "BERKAS-52", lambda: u.zip_(u.ganti(
        u.WR, "worksheets/sheet2.xml", "file:///etc/passwd"))),
    ("target is the relationships part", "BERKAS-52", lambda: u.zip_({
        **u.jujur(), "_rels/.rels": u.rels(("rId1", "officeDocument", "_rels/.rels", ""))})),
    ("two sheets, one part", "BERKAS-53", lambda: u.zip_(u.ganti(u.WR, "sheet2.xml", "sheet1.xml"))),
    ("same relationship id twice", "BERKAS-53", lambda: u.zip_(u.ganti(u.WR, 'Id="rId2"', 'Id="rId1"'))),
    ("shared string out of range", "BERKAS-54", lambda: s1('<c r="A1" t="s"><v>7</v></c>')),
    ("shared string index -1", "BERKAS-54", lambda: s1('<c r="A1" t="s"><v>-1</v></c>')),
    ("name of sheet 9", "BERKAS-54", lambda: wb('name="pk_target"', 'name="pk_target" localSheetId="9"')),
    ("style out of range", "BERKAS-55", lambda: s1('<c r="A1" s="9"><v>7</v></c>')),
    ("font out of range", "BERKAS-55", lambda: u.zip_(u.ganti(u.ST, 'fontId="0"', 'fontId="5"'))),
    ("sheet part nobody means", "BERKAS-56", lambda: u.zip_(u.dengan(
        {"xl/worksheets/sheet9.xml": u.sel("")}, tipe=(
            f'<Override PartName="/xl/worksheets/sheet9.xml" ContentType="{u.CT}.worksheet+xml"/>')))),
    ("sheetId twice", "BERKAS-57", lambda: wb('sheetId="2"', 'sheetId="1"')),
    ("dangling r:id", "BERKAS-58", lambda: wb('r:id="rId2"', 'r:id="rId77"')),
    ("20,001 relationships", "BERKAS-100", lambda: u.zip_({**u.jujur(), "xl/worksheets/_rels/sheet1.xml.rels": u.rels(
        *((f"r{n}", "hyperlink", f"#Isi!A{n * 7919 % 99991}", "") for n in range(20_001)))})),
    ("20,001 relationships of a part nobody reads", "BERKAS-100", lambda: u.zip_({
        **u.jujur(), "docProps/_rels/x.xml.rels": u.rels(
            *((f"r{n}", "image", f"a{n * 7919 % 99991}.png", "") for n in range(20_001)))})),
    ("2,001 content types", "BERKAS-101", lambda: u.zip_(u.ganti(u.TIPE, "</Types>", "".join(
        f'<Override PartName="/a{n}.xml" ContentType="x/{n * 7919 % 9973}"/>' for n in range(2_001)) + "</Types>"))),
    ("defined name twice", "BERKAS-59", lambda: wb(
        "</definedNames>", '<definedName name="PK_target">Isi!$B$2</definedName></definedNames>')),
]  # fmt: skip

LEMBAR: list[Kasus] = [
    ("filled cell at XFD1048576", "BERKAS-60", lambda: u.zip_(u.taruh(
        s1=u.lembar('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))),
    ("70,000 cell formats", "BERKAS-61", lambda: u.zip_(u.ganti(
        u.ST, "</cellXfs>", "".join(
            f'<xf fontId="0" x="{n * 7919 % 99991}"/>' for n in range(70_000)) + "</cellXfs>"))),
    ("200,001 strings", "BERKAS-62", lambda: u.zip_(u.taruh(sst=(
        f'<sst xmlns="{u.SS}">' + "".join(f"<si><t>{n * 7919 % 99991}</t></si>" for n in range(200_001)) + "</sst>"
        ).encode()))),
    ("300,001 cells", "BERKAS-63", lambda: u.zip_(u.taruh(s1=u.lembar("".join(
        f'<row r="{r}">' + "".join(f"<c><v>{r * c * 7919 % 99991}</v></c>" for c in range(1, 502)) + "</row>"
        for r in range(1, 600)))))),
    ("5,001 merges", "BERKAS-64", lambda: s1("", f"<mergeCells>{LIMA_RIBU}</mergeCells>")),
    ("one merge over the whole sheet", "BERKAS-64", lambda: s1(
        "", '<mergeCells><mergeCell ref="A7:XFD1048576"/></mergeCells>')),
    ("2,001 names", "BERKAS-65", lambda: wb("</definedNames>", "".join(
        f'<definedName name="n_{n}">{n}</definedName>' for n in range(2_001)) + "</definedNames>")),
    ("300 sheets", "BERKAS-66", lambda: wb("</sheets>", "".join(
        f'<sheet name="L{n}x" sheetId="{n + 9}" r:id="rId2"/>' for n in range(300)) + "</sheets>")),
    ("6,000 conditional formats", "BERKAS-67", lambda: s1("", "".join(
        f'<conditionalFormatting sqref="A{n}"><cfRule type="expression" priority="{n}"/></conditionalFormatting>'
        for n in range(1, 6_000)))),
    ("20,000 column elements", "BERKAS-77", lambda: s1(
        "", "".join(f'<col min="1" max="{n * 7919 % 16384 + 1}" hidden="1"/>' for n in range(20_000)))),
    ("validation over 6,000 areas", "BERKAS-67", lambda: s1(
        "", '<dataValidations><dataValidation sqref="'
        + " ".join(f"A{n}" for n in range(1, 6001)) + '"/></dataValidations>')),
    ("5,001 protected ranges", "BERKAS-67", lambda: s1("", "<protectedRanges>" + "".join(
        f'<protectedRange sqref="A{n * 7919 % 9973 + 1}" name="n{n}"/>' for n in range(5_001)) + "</protectedRanges>")),
    ("70,000 fonts", "BERKAS-61", lambda: u.zip_(u.ganti(u.ST, "</fonts>", "".join(
        f'<font><sz val="{n * 7919 % 99991}"/></font>' for n in range(70_000)) + "</fonts>"))),
    ("70,000 fills", "BERKAS-61", lambda: u.zip_(u.ganti(u.ST, "</fills>", "".join(
        f'<fill x="{n * 7919 % 99991}"/>' for n in range(70_000)) + "</fills>"))),
    ("70,000 number formats", "BERKAS-61", lambda: u.zip_(u.ganti(u.ST, "<fonts", "<numFmts>" + "".join(
        f'<numFmt numFmtId="{n + 200}" formatCode="0.{n * 7919 % 99991}"/>' for n in range(70_000))
        + "</numFmts><fonts"))),
    ("70,000 conditional styles", "BERKAS-61", lambda: u.zip_(u.ganti(u.ST, "</styleSheet>", "<dxfs>" + "".join(
        f'<dxf x="{n * 7919 % 99991}"/>' for n in range(70_000)) + "</dxfs></styleSheet>"))),
    ("5,001 shapes", "BERKAS-79", lambda: gambar("".join(
        f'<xdr:sp><a:prstGeom prst="rect{n * 7919 % 99991}"/></xdr:sp>' for n in range(5_001)))),
    ("row number over 4 billion", "BERKAS-68", lambda: u.zip_(u.taruh(s1=u.lembar('<row r="4294967297"/>')))),
    ("row 0", "BERKAS-68", lambda: u.zip_(u.taruh(s1=u.lembar('<row r="0"><c r="A0"><v>1</v></c></row>')))),
    ("column ZZZZ", "BERKAS-68", lambda: s1('<c r="ZZZZ1"><v>1</v></c>')),
    ("cell of another row", "BERKAS-68", lambda: s1('<c r="A11"><v>1</v></c>')),
    ("text of 100,000 characters", "BERKAS-69", lambda: s1(
        '<c r="A1" t="inlineStr"><is><t>' + "kata " * 20_000 + "</t></is></c>")),
    ("shared text of 40,000 characters", "BERKAS-69", lambda: u.zip_(u.ganti(u.SST, "Target", "k" * 40_000))),
    ("300,001 empty rows", "BERKAS-70", lambda: u.zip_(u.taruh(s1=u.lembar("".join(
        f'<row ht="{n * 7919 % 99991 + 1}"/>' for n in range(300_001)))))),
    ("number 7_2", "BERKAS-71", lambda: s1('<c r="A1"><v>7_2</v></c>')),
    ("number with spaces", "BERKAS-71", lambda: s1('<c r="A1"><v> 72 </v></c>')),
    ("hexadecimal number", "BERKAS-71", lambda: s1('<c r="A1"><v>0x48</v></c>')),
    ("full-width digits", "BERKAS-71", lambda: s1('<c r="A1"><v>７２</v></c>')),
    ("decimal comma", "BERKAS-71", lambda: s1('<c r="A1"><v>7,2</v></c>')),
    ("NaN", "BERKAS-72", lambda: s1('<c r="A1"><v>NaN</v></c>')),
    ("INF", "BERKAS-72", lambda: s1('<c r="A1"><v>INF</v></c>')),
    ("1E999", "BERKAS-72", lambda: s1('<c r="A1"><v>1E999</v></c>')),
    ("unknown cell type", "BERKAS-73", lambda: s1('<c r="A1" t="zz"><v>1</v></c>')),
    ("boolean 2", "BERKAS-73", lambda: s1('<c r="A1" t="b"><v>2</v></c>')),
    ("error that is none", "BERKAS-73", lambda: s1('<c r="A1" t="e"><v>#SALAH</v></c>')),
    ("ISO date cell", "BERKAS-74", lambda: s1('<c r="A1" t="d"><v>2025-01-31</v></c>')),
    ("lone surrogate", "BERKAS-75", lambda: s1('<c r="A1" t="str"><v>a_xD800_b</v></c>')),
    ("bell in a shared text", "BERKAS-76", lambda: u.zip_(u.ganti(u.SST, "Target", "Target_x0007_"))),
    ("escape sequence of a terminal", "BERKAS-76", lambda: s1('<c r="A1" t="str"><v>_x001B_[31m</v></c>')),
    ("cell twice", "BERKAS-80", lambda: s1('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')),
    ("row twice", "BERKAS-81", lambda: u.zip_(u.taruh(s1=u.lembar('<row r="7"/><row r="7"/>')))),
    ("sheet names differ in case", "BERKAS-82", lambda: wb('name="Hasil"', 'name="ISI"')),
    ("rows in reverse", "BERKAS-83", lambda: u.zip_(u.taruh(s1=u.lembar('<row r="7"/><row r="3"/>')))),
    ("columns in reverse", "BERKAS-83", lambda: s1('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>')),
    ("right-to-left override in a sheet name", "BERKAS-84", lambda: wb('name="Hasil"', 'name="Ha\u202esil"')),
    ("zero-width space in a sheet name", "BERKAS-84", lambda: wb('name="Hasil"', 'name="Ha\u200bsil"')),
    ("sheet name of 300 characters", "BERKAS-85", lambda: wb('name="Hasil"', f'name="{"H" * 300}"')),
    ("illegal sheet name", "BERKAS-85", lambda: wb('name="Hasil"', 'name="Ha[1]:*?"')),
    ("empty sheet name", "BERKAS-85", lambda: wb('name="Hasil"', 'name=""')),
]  # fmt: skip

RUMUS: list[Kasus] = [
    ("formula of 8,300 characters", "BERKAS-90", lambda: f("1+" * 4150 + "1")),
    ("65 nested functions", "BERKAS-91", lambda: f("ABS(" * 65 + "1" + ")" * 65)),
    ("2,000 brackets", "BERKAS-91", lambda: f("(" * 2000 + "1" + ")" * 2000)),
    ("4,000 minus signs", "BERKAS-91", lambda: f("-" * 4000 + "1")),
    ("bracket not closed", "BERKAS-92", lambda: f("SUM(B1:B9")),
    ("operator at the end", "BERKAS-92", lambda: f("B1+")),
    ("two operators", "BERKAS-92", lambda: f("B1*/2")),
    ("semicolons of the screen", "BERKAS-92", lambda: f("IF(B1;1;2)")),
    ("4,001 quotes", "BERKAS-92", lambda: f('"' * 4001)),
    ("3,000 open square brackets", "BERKAS-92", lambda: f("[" * 3000)),
    ("8,000-letter name and a bang", "BERKAS-92", lambda: f("a." * 4000 + "!")),
    ("text glued to a number", "BERKAS-92", lambda: f('1"a"')),
    ("follower without master", "BERKAS-93", lambda: s1('<c r="A1"><f t="shared" si="4"/><v>1</v></c>')),
    ("array over the sheet", "BERKAS-94", lambda: s1(
        '<c r="A1"><f t="array" ref="A1:XFD1048576">B1*2</f><v>1</v></c>')),
    ("array without area", "BERKAS-94", lambda: s1('<c r="A1"><f t="array">B1*2</f><v>1</v></c>')),
    ("array constant of 1,001", "BERKAS-95", lambda: f("SUM({" + "1," * 1000 + "1})")),
    ("6 MB of formulas of different shape", "BERKAS-78", lambda: u.zip_(u.taruh(s1=u.lembar("".join(
        f'<row r="{n}"><c r="A{n}"><f>' + "B1+" * 2000 + f"{'C' * (n % 40 + 4)}{'D' * (n // 40 + 4)}</f>"
        f"<v>{n * 7919 % 99991}</v></c></row>"
        for n in range(1, 1000)), f"<!--{bising(150_000).hex()}-->")))),
    ("data table", "BERKAS-96", lambda: s1('<c r="A1"><f t="dataTable" ref="A1:A9" r1="B1"/><v>1</v></c>')),
    ("40 MB of formulas from one master", "BERKAS-97", lambda: u.zip_(u.taruh(s1=u.lembar(
        '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A6000">' + "B1+" * 2700 + "1</f><v>1</v></c></row>"
        + "".join(f'<row r="{n}"><c r="A{n}"><f t="shared" si="0"/><v>{n * 7919 % 99991}</v></c></row>'
                  for n in range(2, 6000)))))),
]  # fmt: skip

AKTIF: list[Kasus] = [
    ("formula of another workbook", "AKTIF-01", lambda: luar("lain.xlsx", "[1]Kinerja!F15")),
    ("link to a network share", "AKTIF-01", lambda: luar("file:///\\\\10.0.0.1\\bagi\\a.xlsx", "[1]Kinerja!F15")),
    ("add-in on a network share", "AKTIF-01", lambda: luar("\\\\10.0.0.1\\bagi\\k.xlam", "[1]!IKM_SCORE(B1)")),
    ("add-in on the web", "AKTIF-01", lambda: luar("https://127.0.0.1:9/k.xlam", "[1]!IKM_SCORE(B1)")),
    ("cells of an add-in", "AKTIF-01", lambda: luar("kinerja.xlam", "[1]Data!A1")),
    ("link number without part", "AKTIF-01", lambda: f("'[3]Isi'!A1+1")),
    ("name into another workbook", "AKTIF-01", lambda: wb("'Isi'!$B$1", "[1]Isi!$B$1")),
    ("pivot source outside", "AKTIF-01", lambda: keluar("externalLinkPath", "file:///C:/lain.xlsx")),
    ("add-in that only calls functions", "AKTIF-02", lambda: luar("kinerja.xlam", "[1]!IKM_SCORE(B1)")),
    ("DDE formula", "AKTIF-03", lambda: f("cmd|'/c calc'!A1")),
    ("DDE link part", "AKTIF-03", lambda: luar("x", "1", '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>')),
    ("WEBSERVICE", "AKTIF-04", lambda: f('_xlfn.WEBSERVICE("http://127.0.0.1:9/?"&amp;B1)')),
    ("RTD", "AKTIF-04", lambda: f('RTD("a","","b")')),
    ("CALL", "AKTIF-04", lambda: f('CALL("kernel32","Beep","JJJ",1,1)')),
    ("REGISTER.ID", "AKTIF-04", lambda: f('REGISTER.ID("a","b")')),
    ("WEBSERVICE in a validation", "AKTIF-04", lambda: s1(
        "", '<dataValidations><dataValidation sqref="A1" type="custom">'
        '<formula1>_xlfn.WEBSERVICE("http://127.0.0.1:9")=1</formula1></dataValidation></dataValidations>')),
    ("HYPERLINK function to the web", "AKTIF-05", lambda: f('HYPERLINK("http://127.0.0.1:9","klik")')),
    ("hyperlink to the web", "AKTIF-06", lambda: keluar("hyperlink", "https://127.0.0.1:9/a")),
    ("hyperlink to a program on a share", "AKTIF-07", lambda: keluar("hyperlink", "file:///\\\\host\\x.exe")),
    ("HYPERLINK function to a share", "AKTIF-07", lambda: f('HYPERLINK("\\\\host\\x.exe","klik")')),
    ("javascript link", "AKTIF-07", lambda: keluar("hyperlink", "javascript:alert(1)")),
    ("macro project", "AKTIF-08", lambda: bagian("xl/vbaProject.bin", b"x", MS + "/vbaProject",
        "application/vnd.ms-office.vbaProject", u.WB)),
    ("macro project under another name", "AKTIF-08", lambda: bagian(
        "xl/printerSettings/a.bin", CFB + utf16("_VBA_PROJECT"), "printerSettings")),
    ("Excel 4 macro sheet", "AKTIF-09", lambda: bagian("xl/macrosheets/sheet1.xml", b"<a/>", MS + "/xlMacrosheet",
        "application/vnd.ms-excel.macrosheet+xml", u.WB)),
    ("name that runs on opening", "AKTIF-09", lambda: wb('name="pk_target"', 'name="_xlnm.Auto_Open"')),
    ("ribbon code", "AKTIF-10", lambda: bagian("customUI/customUI14.xml", b"<a/>", MS + "/ui/extensibility")),
    ("embedded object", "AKTIF-11", lambda: bagian("xl/embeddings/oleObject1.bin", CFB, "oleObject",
        "application/vnd.openxmlformats-officedocument.oleObject")),
    ("ActiveX control", "AKTIF-12", lambda: bagian("xl/activeX/activeX1.xml", b"<a/>", "control",
        "application/vnd.ms-office.activeX+xml")),
    ("program as picture", "AKTIF-13", lambda: bagian("xl/media/image1.png", b"MZ\x90\0inert", "image")),
    ("data connection", "AKTIF-14", lambda: bagian("xl/connections.xml", b"<a/>", "connections",
        f"{u.CT}.connections+xml", u.WB)),
    ("picture on the web", "AKTIF-15", lambda: keluar("image", "http://127.0.0.1:9/p.png")),
    ("template on a share", "AKTIF-16", lambda: keluar("attachedTemplate", "file:///\\\\host\\a.dotm")),
    ("xlsm content type", "AKTIF-17", lambda: u.zip_(u.ganti(
        u.TIPE, f"{u.CT}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))),
    ("web add-in pane", "AKTIF-18", lambda: bagian("xl/webextensions/taskpanes.xml", b"<a/>",
        "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "", u.WB)),
]  # fmt: skip
