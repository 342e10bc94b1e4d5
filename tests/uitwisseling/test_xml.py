"""The one parser: what it refuses before it reads, what it refuses while reading, and what it lets through."""

from __future__ import annotations

import gzip
import io
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from vliegwiel.uitwisseling import xml
from vliegwiel.uitwisseling.rules.vondst import Vondst


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def code(data: bytes) -> str:
    found = xml.parse(data)
    return found.code if isinstance(found, Vondst) else "heel"


REFUSED = {
    "empty": (b"", "bestand_leeg"),
    "white": (b" \n\t ", "bestand_leeg"),
    "zip": (zipped("bericht.xml"), "bestand_ingepakt"),
    "empty zip": (zipped(), "bestand_ingepakt"),
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), "bestand_kantoor"),
    "xlsx": (zipped("xl/workbook.xml"), "bestand_kantoor"),
    "odt": (zipped("mimetype"), "bestand_ingepakt"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "bestand_kantoor"),
    "rtf": (b"{\\rtf1 tekst}", "bestand_kantoor"),
    "gzip": (gzip.compress(b"<a/>"), "bestand_ingepakt"),
    "bzip2": (b"BZh91AY", "bestand_ingepakt"),
    "xz": (b"\xfd7zXZ\x00\x00", "bestand_ingepakt"),
    "7z": (b"7z\xbc\xaf\x27\x1c", "bestand_ingepakt"),
    "pdf": (b"%PDF-1.7\n", "bestand_pdf"),
    "utf-16": ("<a/>".encode("utf-16"), "bestand_codering"),
    "utf-16 big": (b"\xfe\xff" + "<a/>".encode("utf-16-be"), "bestand_codering"),
    "utf-32": ("<a/>".encode("utf-32"), "bestand_codering"),
    "utf-16 without mark": ("<a/>".encode("utf-16-le"), "bestand_nul"),
    "ebcdic": ('<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"), "bestand_geen_utf8"),
    "declared latin-1": (b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "bestand_codering"),
    "declared utf-7": (b"<?xml version='1.0' encoding = 'UTF-7' ?><a/>", "bestand_codering"),
    "declared after a mark": (b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-16'?><a/>", "bestand_codering"),
    "latin-1 that says utf-8": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<a>é</a>'.encode("latin-1"),
        "bestand_geen_utf8",
    ),
    "utf-7 that says nothing": (b"+ADw-a/+AD4-", "xml_geen"),
    "overlong": (b"<a>\xc0\xbc</a>", "bestand_geen_utf8"),
    "surrogates": (b"<a>\xed\xa0\x80</a>", "bestand_geen_utf8"),
    "nul": (b"<a>\x00</a>", "bestand_nul"),
    "text": (b"dit is geen xml", "xml_geen"),
    "json": (b'{"a": 1}', "xml_geen"),
    "doctype": (b"<!DOCTYPE a><a/>", "xml_doctype"),
    "small doctype": (b"<!doctype a><a/>", "xml_doctype"),
    "doctype after a comment": (b"<!-- x -->\n<!DoCtYpE a SYSTEM 'file:///etc/passwd'><a/>", "xml_doctype"),
    "doctype with white": (b"<!\nDOCTYPE a><a/>", "xml_doctype"),
    "entity": (b"<!ENTITY x 'y'><a/>", "xml_doctype"),
    "conditional": (b"<![INCLUDE[<!ENTITY x 'y'>]]><a/>", "xml_doctype"),
    "html": (b"<!DOCTYPE html><html></html>", "xml_doctype"),
    "stylesheet": (b"<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?><a/>", "xml_instructie"),
    "stylesheet without declaration": (b"\n<?xml-stylesheet href='x.xsl'?><a/>", "xml_instructie"),
    "instruction at the end": (b"<a/><?php x ?>", "xml_instructie"),
    "truncated": (b"<a><b>tekst", "xml_kapot"),
    "two roots": (b"<a/><b/>", "xml_kapot"),
    "text after": (b"<a/>tekst", "xml_kapot"),
    "prefix": (b"<x:a/>", "xml_kapot"),
    "undefined entity": (b"<a>&geheim;</a>", "xml_kapot"),
    "control sign": (b"<a>&#1;</a>", "xml_kapot"),
    "double attribute": (b"<a b='1' b='2'/>", "xml_kapot"),
    "declaration twice": (b"<?xml version='1.0'?><?xml version='1.0'?><a/>", "xml_kapot"),
    "other xml": (b"<?xml version='2.0'?><a/>", "xml_kapot"),
    "deep": (b"<a>" * 300 + b"</a>" * 300, "xml_grens"),
    "long name": (b"<" + b"a" * 60_000 + b"/>", "xml_grens"),
    "long text": (b"<a>" + b"x" * 10_000_100 + b"</a>", "xml_grens"),
    "many elements": (b"<a>" + b"<b/>" * 500_001 + b"</a>", "xml_te_veel"),
    "many attributes": (
        b"<a " + b" ".join(b"b%d = '1'" % at for at in range(20_001)) + b"/>",
        "xml_te_veel_kenmerken",
    ),
    "big": (b"<a>" + b" " * xml.MOST_BYTES + b"</a>", "bestand_te_groot"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, wanted = REFUSED[name]
    assert code(data) == wanted


@pytest.mark.parametrize(
    "data",
    [
        b"<a/>",
        b"\xef\xbb\xbf<a/>",
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>',
        b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>\n<a/>',
        b"<a>?! = '</a>",
        "<a>Ünal, Björk, Çelik, 😀</a>".encode(),
        b"<a><!-- opmerking --><b>1</b></a>",
        b"<a>" * 250 + b"</a>" * 250,
        b"<a>" + b"x" * 9_000_000 + b"</a>",
    ],
)
def test_let_through(data: bytes) -> None:
    assert code(data) == "heel"


def test_comments_are_gone_and_cdata_is_text() -> None:
    root = xml.parse(b"<a><!-- x --><b>1<!-- y -->2</b><c><![CDATA[3<4]]></c></a>")
    assert isinstance(root, etree._Element)
    assert [(child.tag, child.text) for child in root] == [("b", "12"), ("c", "3<4")]


def test_where_it_is() -> None:
    assert xml.parse(b"<a>\n<b>\n  </a>") == Vondst("xml_kapot", params={"regel": 3, "kolom": 7})
    assert xml.parse("<a>\né<!DOCTYPE x></a>".encode()) == Vondst(
        "xml_doctype", params={"regel": 2, "kolom": 2}
    )
    assert xml.parse(b"<a>\n\n  \xff</a>") == Vondst("bestand_geen_utf8", params={"regel": 3, "kolom": 3})


def test_nothing_of_the_file_stays_behind() -> None:
    """libxml2's own sentence quotes the file: `Opening and ending tag mismatch: Zeegers`."""
    assert "Zeegers" not in repr(xml.parse(b"<a><Zeegers></a>"))


def test_no_more_is_read_than_may_be() -> None:
    class Endless(BytesIO):
        asked = 0

        def read(self, size: int | None = -1) -> bytes:
            self.asked = size or 0
            return b"<" * (size or 0)

    stream = Endless()
    assert code(xml.read_limited(stream)) == "bestand_te_groot" and stream.asked == xml.MOST_BYTES + 1
