"""The schemas of the standard, when a gemeente configured a folder with them. Only files of that folder are read.

Beside `<folder>/iwmo/` and `<folder>/ijw/` (or `xsd/` inside those) nothing is opened: each schema goes through our own
parser first, and may only refer to a file beside it. What libxml2 says of an error quotes the message and is not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock

from lxml import etree

from vliegwiel.uitwisseling import xml
from vliegwiel.uitwisseling.iwmo.soorten import Soort
from vliegwiel.uitwisseling.iwmo.velden import LONGEST, MANY
from vliegwiel.uitwisseling.rules.vondst import Vondst

MOST_ERRORS = 200
XS = "{http://www.w3.org/2001/XMLSchema}"
ELEMENT = f"{XS}element"
REFERS = frozenset(f"{XS}{name}" for name in ("import", "include", "redefine", "override"))
Types = etree.ErrorTypes
# Kinds of error of libxml2, and what we say of them.
CODES = {
    Types.SCHEMAV_ELEMENT_CONTENT: "xsd_onderdeel",
    Types.SCHEMAV_CVC_ENUMERATION_VALID: "xsd_code",
    Types.SCHEMAV_CVC_PATTERN_VALID: "xsd_vorm",
    Types.SCHEMAV_CVC_DATATYPE_VALID_1_2_1: "xsd_vorm",
    Types.SCHEMAV_CVC_DATATYPE_VALID_1_2_2: "xsd_vorm",
    Types.SCHEMAV_CVC_MINLENGTH_VALID: "xsd_lengte",
    Types.SCHEMAV_CVC_MAXLENGTH_VALID: "xsd_lengte",
    Types.SCHEMAV_CVC_LENGTH_VALID: "xsd_lengte",
    Types.SCHEMAV_CVC_MININCLUSIVE_VALID: "xsd_grens",
    Types.SCHEMAV_CVC_MAXINCLUSIVE_VALID: "xsd_grens",
    Types.SCHEMAV_CVC_COMPLEX_TYPE_3_2_1: "xsd_kenmerk",
    Types.SCHEMAV_CVC_COMPLEX_TYPE_3_2_2: "xsd_kenmerk",
    Types.SCHEMAV_CVC_TYPE_3_1_1: "xsd_kenmerk",
}
STEP = re.compile(r"(?:[^/:\[\]]+:)?([^/:\[\]]+)(?:\[([0-9]+)\])?")


class Onbruikbaar(ValueError):
    """A configured schema that we do not load: which file, and nothing of what is in it."""


_too_long = etree.XPath(f"boolean((//text()|//@*)[string-length() > {LONGEST}])")


@dataclass(frozen=True, eq=False)
class Schema:
    """One kind of message. `names` are its elements: only those may be named in a finding."""

    compiled: etree.XMLSchema
    names: frozenset[str]
    lock: Lock = field(default_factory=Lock)  # the errors are kept on the schema itself


@cache
def schema(folder: Path, soort: Soort) -> Schema | None:
    """The schema of a kind of message, loaded once; None when the folder has none."""
    for place in (folder / soort.standaard, folder / soort.standaard / "xsd"):
        if (path := place / f"{soort.naam}.xsd").is_file():
            files = _require_local(path, {})
            names = frozenset(
                element.get("name", "") for root in files.values() for element in root.iter(ELEMENT)
            )
            try:
                return Schema(etree.XMLSchema(etree.parse(str(path), xml.parser())), names)
            except (etree.XMLSchemaParseError, etree.XMLSyntaxError):
                raise Onbruikbaar(path.name) from None
    return None


def _require_local(path: Path, seen: dict[Path, etree._Element]) -> dict[Path, etree._Element]:
    """Whatever this schema refers to stands beside it, and is as plain."""
    with path.open("rb") as stream:
        root = xml.parse(xml.read_limited(stream))
    if isinstance(root, Vondst):
        raise Onbruikbaar(path.name)
    seen[path] = root
    for element in root.iter(*REFERS):
        named = element.get("schemaLocation") or ""
        beside = path.parent / named
        if named != Path(named).name or not beside.is_file():
            raise Onbruikbaar(path.name)
        if beside not in seen:
            _require_local(beside, seen)
    return seen


def validate(found: Schema, root: etree._Element) -> list[Vondst]:
    """One finding per place. libxml2 quotes a wrong value a few times over: nine MB of text would become hundreds."""
    if _too_long(root):
        return [Vondst("xsd_te_lang", "/Bericht", params={"hoogste": LONGEST})]
    with found.lock:
        if found.compiled.validate(root):
            return []
        errors = [(error.path or "", error.type) for error in found.compiled.error_log]
        etree.clear_error_log()
    places: dict[str, str] = {}
    for path, kind in errors[:MOST_ERRORS]:
        places.setdefault(_place(root, path, found.names), CODES.get(kind, "xsd_anders"))
    return [Vondst(code, place) for place, code in places.items()]


def _place(root: etree._Element, path: str, names: frozenset[str]) -> str:
    """libxml2's path without its prefixes and without names that only the file knows."""
    element, steps = root, [_step(root, names)]
    for step in path.split("/")[2:]:
        if (child := _child(element, step)) is None:
            break
        steps.append(_step(child, names))
        element = child
    return "/" + "/".join(steps)


def _child(element: etree._Element, step: str) -> etree._Element | None:
    if (found := STEP.fullmatch(step)) is None:
        return None
    name, number = found[1], int(found[2] or 1)
    alike = [child for child in element if name in ("*", etree.QName(child).localname)]
    return alike[number - 1] if number <= len(alike) else None


def _step(element: etree._Element, names: frozenset[str]) -> str:
    name, parent = etree.QName(element).localname, element.getparent()
    if name not in names:
        return "*" if parent is None else f"*[{parent.index(element) + 1}]"
    alike = [child for child in parent if child.tag == element.tag] if parent is not None else [element]
    many = len(alike) > 1 or (parent is not None and (etree.QName(parent).localname, name) in MANY)
    return f"{name}[{alike.index(element) + 1}]" if many else name
