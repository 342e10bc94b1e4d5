"""With the schemas of the standard: what they find more, where it is, and that nothing outside the folder is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.uitwisseling.berichten import bericht, geldig, product
from tests.uitwisseling.gedeeld import DATA, needs_data, sample
from vliegwiel.uitwisseling.iwmo import naslag, read_message
from vliegwiel.uitwisseling.iwmo.schema import Onbruikbaar

CLIENT = "/Bericht/Client"
GIVEN = f"{CLIENT}/ToegewezenProducten/ToegewezenProduct"


def found(data: bytes) -> list[tuple[str, str]]:
    return [(it.code, it.plaats) for it in read_message(data, naslag(None, DATA)).vondsten]


@needs_data
@pytest.mark.parametrize(
    ("changes", "code", "plaats"),
    [
        ({"Voorletters": "T."}, "xsd_vorm", f"{CLIENT}/Naam/Voorletters"),
        ({"Geslacht": "7"}, "xsd_code", f"{CLIENT}/Geslacht"),
        ({"BerichtXsdVersie": "een"}, "xsd_vorm", "/Bericht/Header/XsdVersie/BerichtXsdVersie"),
    ],
)
def test_the_schema_finds_more(changes: dict[str, str], code: str, plaats: str) -> None:
    assert read_message(bericht("WMO301", **changes)).vondsten == ()
    assert found(bericht("WMO301", **changes)) == [(code, plaats)]


@needs_data
def test_what_we_say_in_clearer_words_is_said_once() -> None:
    wrong = [
        product(Eenheid="99"),
        product(ToewijzingNummer="x"),
        product(ToewijzingNummer="7", Ingangsdatum=None),
    ]
    assert found(bericht("JW301", *wrong, Bsn="12")) == [
        ("veld_cijfers", f"{CLIENT}/Bsn"),
        ("veld_code", f"{GIVEN}[1]/Omvang/Eenheid"),
        ("veld_getal", f"{GIVEN}[2]/ToewijzingNummer"),
        ("veld_ontbreekt", f"{GIVEN}[3]/Ingangsdatum"),
    ]


@needs_data
@pytest.mark.parametrize("prefix", ["m:", ""])
def test_an_attribute_has_its_place_whatever_the_prefix(prefix: str) -> None:
    text = (
        geldig("WMO305")
        .decode()
        .replace(
            "<m:StartProduct>\n<m:ToewijzingNummer>5002",
            '<m:StartProduct geheim="ja">\n<m:ToewijzingNummer>5002',
        )
    )
    text = text if prefix else text.replace("<m:", "<").replace("</m:", "</").replace("xmlns:m=", "xmlns=")
    assert found(text.encode()) == [("xsd_kenmerk", f"{CLIENT}/StartProducten/StartProduct[2]")]


@needs_data
def test_an_unknown_element_is_not_named_by_the_schema_either() -> None:
    data = geldig("WMO305").replace(b"</m:Bsn>", b"</m:Bsn><m:Geheim/>")
    assert found(data) == [("veld_onbekend", f"{CLIENT}/*[2]")]


@needs_data
def test_nor_in_a_message_that_only_the_schema_looks_at() -> None:
    data = sample("JW317").replace(b"jw317:Bsn>", b"jw317:Zeegers>", 2)
    places = [plaats for _, plaats in found(data)]
    assert f"{CLIENT}/*[1]" in places and "Zeegers" not in repr(places)


@needs_data
def test_a_text_that_libxml2_would_quote_is_not_shown_to_it() -> None:
    attribute = geldig("WMO305").replace(b"<m:Client>", b'<m:Client x="' + b"Q" * 200_000 + b'">')
    assert found(attribute) == [("xsd_te_lang", "/Bericht")]


def test_a_folder_without_the_schema_is_said(tmp_path: Path) -> None:
    result = read_message(geldig("WMO305"), naslag(None, tmp_path))
    assert [(it.code, it.ernst) for it in result.vondsten] == [("xsd_ontbreekt", "opmerking")]
    assert result.bericht is not None


SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>'


@pytest.mark.parametrize(
    "text",
    [
        SCHEMA.format('<xs:import namespace="x" schemaLocation="http://127.0.0.1:9/x.xsd"/>'),
        SCHEMA.format('<xs:import namespace="x" schemaLocation="../elders.xsd"/>'),
        SCHEMA.format('<xs:include schemaLocation="/etc/passwd"/>'),
        SCHEMA.format('<xs:redefine schemaLocation="is_er_niet.xsd"/>'),
        '<!DOCTYPE x SYSTEM "x.dtd"><x/>',
        SCHEMA.format("<xs:kapot/>"),
        "geen xml",
    ],
)
def test_a_schema_reads_nothing_elsewhere(tmp_path: Path, text: str) -> None:
    (tmp_path / "elders.xsd").write_text(SCHEMA.format(""))
    (tmp_path / "iwmo").mkdir()
    (tmp_path / "iwmo/WMO305.xsd").write_text(text)
    with pytest.raises(Onbruikbaar) as said:
        read_message(geldig("WMO305"), naslag(None, tmp_path))
    assert str(said.value) == "WMO305.xsd"


@needs_data
def test_schemas_may_lie_straight_in_the_folder(tmp_path: Path) -> None:
    shutil.copytree(DATA / "iwmo/xsd", tmp_path / "iwmo")
    assert read_message(geldig("WMO305"), naslag(None, tmp_path)).vondsten == ()
    assert read_message(geldig("JW305"), naslag(None, tmp_path)).vondsten[0].code == "xsd_ontbreekt"
