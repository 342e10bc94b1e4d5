"""The one door through which XML comes in. Nothing is opened, fetched or expanded; limits hold before parsing.

What is refused is a `Vondst` with a line and a column. libxml2's own sentences quote the file and are never used.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import BinaryIO

from lxml import etree

from vliegwiel.uitwisseling.rules.vondst import Vondst

MOST_BYTES = 10 * 1024 * 1024
MOST_TAGS = 500_000  # opening and closing ones; 1,000 full products need 45,000
MOST_ATTRIBUTES = 20_000  # a message has three; a schema some thousands
# Depth: libxml2 stops at 256 elements inside each other, and at 10 MB of text, as long as `huge_tree` is off.

BOM = b"\xef\xbb\xbf"
# What is plainly something else. UTF-32 before UTF-16: its mark begins with the same two bytes.
SIGNATURES = (
    (b"\xff\xfe\x00\x00", "bestand_codering"),
    (b"\x00\x00\xfe\xff", "bestand_codering"),
    (b"\xff\xfe", "bestand_codering"),
    (b"\xfe\xff", "bestand_codering"),
    (b"PK\x03\x04", "bestand_ingepakt"),
    (b"PK\x05\x06", "bestand_ingepakt"),
    (b"\x1f\x8b", "bestand_ingepakt"),
    (b"BZh", "bestand_ingepakt"),
    (b"\xfd7zXZ\x00", "bestand_ingepakt"),
    (b"7z\xbc\xaf\x27\x1c", "bestand_ingepakt"),
    (b"Rar!", "bestand_ingepakt"),
    (b"\x28\xb5\x2f\xfd", "bestand_ingepakt"),
    (b"%PDF", "bestand_pdf"),
    (b"\xd0\xcf\x11\xe0", "bestand_kantoor"),
    (b"{\\rtf", "bestand_kantoor"),
)
# The parts of a Word or Excel file and of LibreOffice's; they stand at the beginning of the zip.
OFFICE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/vnd\.|(?:word|xl|ppt)/")
DECLARED = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']*)", re.ASCII)
# A document type, an entity, a conditional section, in whatever writing: after `<!` only a comment or CDATA may stand.
DECLARATION = re.compile(rb"<!(?!--|\[CDATA\[)")
INSTRUCTION = re.compile(rb"<\?(?!xml[ \t\r\n])")
ATTRIBUTE = re.compile(rb"=[ \t\r\n]*[\"']")


def read_limited(stream: BinaryIO) -> bytes:
    """As much of a file as the parser may see, and one byte more to know that it is too big."""
    return stream.read(MOST_BYTES + 1)


def parse(data: bytes) -> etree._Element | Vondst:
    """The tree of a file, or the one reason why there is none. Opens nothing."""
    refused = _signature(data) or _encoding(data) or _declarations(data) or _amounts(data)
    return refused or _parsed(data)


def _signature(data: bytes) -> Vondst | None:
    if len(data) > MOST_BYTES:
        return Vondst("bestand_te_groot", params={"hoogste": MOST_BYTES // (1024 * 1024)})
    if not data.strip():
        return Vondst("bestand_leeg")
    code = next((code for mark, code in SIGNATURES if data.startswith(mark)), None)
    if code == "bestand_ingepakt" and data.startswith(b"PK") and OFFICE.search(data[:4096]):
        code = "bestand_kantoor"
    return Vondst(code) if code else None


def _encoding(data: bytes) -> Vondst | None:
    """Only UTF-8, and declared as nothing else: two readers must not see two texts."""
    if (at := data.find(b"\x00")) >= 0:
        return Vondst("bestand_nul", params=_place(data, at))
    declared = DECLARED.match(data.removeprefix(BOM).lstrip())
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        return Vondst("bestand_codering")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Vondst("bestand_geen_utf8", params=_place(data, error.start))
    if not data.removeprefix(BOM).lstrip().startswith(b"<"):
        return Vondst("xml_geen")
    return None


def _declarations(data: bytes) -> Vondst | None:
    """One sign is looked for first: most files hold no `!` at all, and two `?`, of their first line."""
    if b"!" in data and (found := DECLARATION.search(data)):
        return Vondst("xml_doctype", params=_place(data, found.start()))
    asked = data.count(b"?")
    if asked and not (asked == 2 and data.startswith(b"<?xml ")) and (found := INSTRUCTION.search(data)):
        return Vondst("xml_instructie", params=_place(data, found.start()))
    return None


def _amounts(data: bytes) -> Vondst | None:
    if len(data) > MOST_TAGS < data.count(b"<"):
        return Vondst("xml_te_veel", params={"hoogste": MOST_TAGS // 2})
    if len(data) > 4 * MOST_ATTRIBUTES and _attributes(data) > MOST_ATTRIBUTES:
        return Vondst("xml_te_veel_kenmerken", params={"hoogste": MOST_ATTRIBUTES})
    return None


def _attributes(data: bytes) -> int:
    return sum(1 for _ in islice(ATTRIBUTE.finditer(data), MOST_ATTRIBUTES + 1))


def parser() -> etree.XMLParser:
    """A new one each time: a parser keeps the errors of the last file, and those quote it."""
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        attribute_defaults=False, huge_tree=False, recover=False, remove_comments=True, remove_pis=True,
        remove_blank_text=True, collect_ids=False,
    )  # fmt: skip


LIMITS = (etree.ErrorTypes.ERR_NAME_TOO_LONG, etree.ErrorTypes.ERR_RESOURCE_LIMIT)


def _parsed(data: bytes) -> etree._Element | Vondst:
    try:
        return etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        etree.clear_error_log()
        code = "xml_grens" if error.code in LIMITS else "xml_kapot"
        return Vondst(code, params={"regel": max(line or 1, 1), "kolom": max(column or 1, 1)})


def _place(data: bytes, at: int) -> dict[str, str | int]:
    """Line and column of a byte, from 1."""
    before = data[:at]
    start = before.rfind(b"\n") + 1
    return {"regel": before.count(b"\n") + 1, "kolom": len(before[start:].decode("utf-8", "replace")) + 1}
