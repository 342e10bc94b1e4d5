"""Whatever is done to a message: the check never raises, and nothing of the file comes back in what it says.

Every text in the messages here is a mark that occurs nowhere else. A mutation deletes, doubles, renames, empties,
moves or rewrites an element, or breaks the bytes.
"""

from __future__ import annotations

import re
from copy import deepcopy

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.uitwisseling.berichten import CODES, bericht, geldig, product
from vliegwiel.uitwisseling.iwmo import Uitslag, read_message
from vliegwiel.uitwisseling.rules.vondst import Ernst
from vliegwiel.uitwisseling.sentences import SENTENCES

MARK = "Qzx"
STARTS = {soort: geldig(soort) for soort in CODES}
TAGS = [etree.QName(element).localname for element in etree.fromstring(STARTS["WMO301"]).iter()]
# What a file may hold and a report may not: marks, a BSN, a date of birth, a name.
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
KNOWN = ["Zeegers", "111222333", "123456789", "1948-07-02", "9999-12-31", "", " ", "0", "-1", "01"]
TEXTS = st.one_of(st.builds(lambda text: MARK + text, LETTERS), st.sampled_from([f"{MARK}7", *KNOWN]))
SECRETS = (
    MARK,
    "Zeegers",
    "Truus",
    "111222333",
    "123456789",
    "1948",
    "Lindelaan",
    "voorbeeld.example",
    "0600000001",
)
PLACE = re.compile(r"(?:/(?:[A-Z][A-Za-z0-9]*|\*)(?:\[[0-9]+\])?)*")


def said(result: Uitslag) -> str:
    """Everything that a report shows or keeps: codes, places, parameters, sentences."""
    lines = []
    for it in result.vondsten:
        lines += [it.code, it.plaats, repr(dict(it.params)), str(SENTENCES[it.code]) % it.params, repr(it)]
    return "\n".join(lines)


def check(data: bytes) -> Uitslag:
    result = read_message(data)
    text = said(result)
    assert not [secret for secret in SECRETS if secret in text]
    assert all(PLACE.fullmatch(it.plaats) and len(it.plaats) <= 300 for it in result.vondsten)
    assert all(len(it.code) <= 60 for it in result.vondsten)
    assert (result.bericht is None) == any(it.ernst is Ernst.FOUT for it in result.vondsten)
    return result


@given(st.binary(max_size=2_000))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"<")
@example(b"<?xml")
@example(b"<?xml version='1.0' encoding='utf-8'?>")
@example(b"<a>&#xD800;</a>")
@example(b"<a>&Qzx;</a>")
@example(b"<Qzx:a/>")
@example(b"<a><![CDATA[<!DOCTYPE Qzx>]]></a>")
def test_any_bytes(data: bytes) -> None:
    result = check(data)
    assert len(result.vondsten) == 1 and result.bericht is None


@given(st.sampled_from(sorted(CODES)), st.data())
def test_broken_bytes_of_a_message(soort: str, data: st.DataObject) -> None:
    start = STARTS[soort]
    at = data.draw(st.integers(0, len(start)))
    until = data.draw(st.integers(at, min(at + 40, len(start))))
    check(start[:at] + data.draw(st.binary(max_size=20)) + start[until:])
    check(start[:at])


def rename(element: etree._Element, tag: str, other: bool) -> None:
    namespace = etree.QName(element).namespace
    element.tag = f"{{{namespace}}}{tag}" if not other else f"{{urn:{tag}}}{tag}"


def mutate(root: etree._Element, data: st.DataObject) -> None:
    elements = [element for element in root.iter() if element is not root]
    if not elements:
        return
    one = data.draw(st.sampled_from(range(len(elements))))
    element, parent = elements[one], elements[one].getparent()
    assert parent is not None
    match data.draw(
        st.sampled_from(["delete", "double", "rename", "text", "tail", "move", "empty", "attribute", "nest"])
    ):
        case "delete":
            parent.remove(element)
        case "double":
            parent.insert(parent.index(element), deepcopy(element))
        case "rename":
            names = st.one_of(st.sampled_from(TAGS), st.sampled_from([MARK, f"{MARK}-1.x", "bsn"]))
            rename(element, data.draw(names), data.draw(st.booleans()))
        case "text":
            element.text = data.draw(TEXTS)
        case "tail":
            element.tail = data.draw(TEXTS)
        case "move":
            parent.remove(element)
            root.append(element)
        case "empty":
            for child in list(element):
                element.remove(child)
            element.text = None
        case "attribute":
            element.set(data.draw(st.sampled_from([MARK, "nil", "{urn:Qzx}a"])), data.draw(TEXTS))
        case "nest":
            etree.SubElement(element, data.draw(st.sampled_from(["a", MARK, element.tag]))).text = data.draw(
                TEXTS
            )


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(CODES)), st.integers(1, 5), st.data())
def test_any_mutation(soort: str, times: int, data: st.DataObject) -> None:
    root = etree.fromstring(STARTS[soort])
    for _ in range(times):
        mutate(root, data)
    check(etree.tostring(root, encoding="utf-8", xml_declaration=data.draw(st.booleans())))


@settings(deadline=None)
@given(st.sampled_from(sorted(CODES)), st.data())
def test_any_text_in_any_place(soort: str, data: st.DataObject) -> None:
    """Every value at once is a mark: all of them are wrong, and none is repeated."""
    root = etree.fromstring(STARTS[soort])
    for element in root.iter():
        if not len(element):
            element.text = data.draw(TEXTS)
    check(etree.tostring(root, encoding="utf-8"))


def test_a_mark_would_be_seen() -> None:
    """The check above looks where a value would come back, and reads more than one line."""
    wrong = product(Eenheid=f"{MARK}", Ingangsdatum=f"{MARK}", ToewijzingNummer=MARK)
    result = check(bericht("WMO301", wrong, Bsn=MARK))
    assert len(result.vondsten) == 4 and MARK in str(bericht("WMO301", wrong))
