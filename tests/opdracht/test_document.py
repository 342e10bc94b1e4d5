"""The DOCX, read back as Word would: headings, paragraphs, wat niet, who brings what, and only what may go out."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.opdracht.speelveld import KOP, NIET, TEKST, TITEL, Speelveld
from tests.samenspel.table import START
from vliegwiel.opdracht import actions, document
from vliegwiel.opdracht.document import Stuk, Stukken
from vliegwiel.samenspel.models import Bijdrage

LANG = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}lang"
VAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"


def read(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def lines(made: Any, style: str = "") -> list[str]:
    return [it.text for it in made.paragraphs if not style or it.style.name == style]


def stukken(**given: Any) -> Stukken:
    usual: dict[str, Any] = {
        "titel": "Welzijn 2028", "gemeente": "Lindebeek", "opgave": "Opnieuw inkopen", "stand": "concept",
        "moment": START, "feiten": [("Geld", "€ 1,2 miljoen")], "tekst": [Stuk("Waartoe", "Een.\n\nTwee.")],
        "wat_niet": [], "bijdragen": [],
    }  # fmt: skip
    return Stukken(**{**usual, **given})


# -- the document alone


def test_headings_are_real_and_the_language_is_dutch() -> None:
    made = read(document.docx_of(stukken(wat_niet=[Stuk("Loket", "Geen loket.")])))
    assert lines(made, "Title") == ["Welzijn 2028"]
    assert lines(made, "Heading 1") == ["De opgave", "Wat wij vragen", "Wat niet"]
    assert lines(made, "Heading 2") == ["Waartoe", "Loket"]
    assert [it for it in lines(made, "Normal") if it in ("Een.", "Twee.")] == ["Een.", "Twee."]
    tongues = {it.get(VAL) for it in made.styles.element.iter(LANG)}
    assert tongues == {"nl-NL"}
    core = made.core_properties
    assert (core.title, core.author, core.language, core.comments) == (
        "Welzijn 2028",
        "Lindebeek",
        "nl-NL",
        "",
    )


def test_who_brings_what_is_a_table_with_a_head_that_is_repeated() -> None:
    brought = [("Welzijn de Brug", "Een buurtkamer", "40 tot 60 uur"), ("Bakker", "Koffie", "")]
    made = read(document.docx_of(stukken(bijdragen=brought, bijdragen_verborgen=2)))
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Wie", "Wat", "Hoeveel"],
        ["Welzijn de Brug", "Een buurtkamer", "40 tot 60 uur"],
        ["Bakker", "Koffie", ""],
    ]
    assert b"tblHeader" in ZipFile(BytesIO(document.docx_of(stukken(bijdragen=brought)))).read(
        "word/document.xml"
    )
    assert "Verder 2 bijdragen van de tafel." in lines(made)


def test_the_sources_come_last_and_what_stays_at_the_table_is_counted() -> None:
    stuk = Stuk("Waartoe", "Zo.", ["Weten waar"], [("Vijf keer verteld.", "iemand aan tafel")], verborgen=1)
    made = read(document.docx_of(stukken(tekst=[stuk])))
    assert lines(made, "Quote") == ["“Vijf keer verteld.” iemand aan tafel"]
    assert "En op 1 uitspraak die aan tafel blijft." in lines(made)
    assert "Draagt bij aan: Weten waar" in lines(made)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80), st.text(max_size=300))
def test_whatever_people_type_it_can_be_opened(kop: str, tekst: str) -> None:
    stuk = Stuk(kop, tekst, [kop], [(tekst, kop)], 1)
    given_ = {
        "titel": kop,
        "opgave": tekst,
        "bijdragen": [(kop, tekst, kop)],
        "tekst": [stuk],
        "wat_niet": [stuk],
    }
    read(document.docx_of(stukken(**given_)))


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_word_cannot_hold_is_left_out(odd: str) -> None:
    made = read(document.docx_of(stukken(titel=f"Wel{odd}zijn", tekst=[Stuk(f"Waar{odd}toe", f"Een{odd}.")])))
    assert "Welzijn" in lines(made, "Title") and "Waartoe" in lines(made, "Heading 2")
    assert "Een." in lines(made)


def test_what_people_type_is_never_read_as_a_field_or_a_template() -> None:
    typed = "{{ 7*7 }} {% for x in y %} =HYPERLINK(1) <w:p/> &amp; "
    made = read(document.docx_of(stukken(tekst=[Stuk("Kop", typed)])))
    assert typed in lines(made)


# -- the address

in_database = pytest.mark.django_db


@in_database
def test_the_address_gives_the_whole_opdracht(veld: Speelveld) -> None:
    answer = veld.cast.client_of("wim").get(veld.path("docx/"))
    assert answer["Content-Type"] == document.CONTENT_TYPE
    assert answer["Cache-Control"] == "no-store" and TITEL in answer["Content-Disposition"]
    made = read(answer.content)
    text = "\n".join(lines(made))
    assert all(word in text for word in (KOP, TEKST, NIET, "Wij kopen het welzijnswerk opnieuw in."))
    assert "€\u00a01,2 miljoen" in text and "Stand op maandag 2 maart 2026: concept." in text
    assert lines(made, "Heading 1")[:3] == ["De opgave", "Wat wij vragen", "Wat niet"]


@in_database
def test_also_on_an_english_screen_the_document_is_dutch(veld: Speelveld) -> None:
    client = veld.cast.client_of("wim")
    answer = client.get(veld.path("docx/"), headers={"accept-language": "en"})
    assert "Stand op maandag 2 maart 2026" in "\n".join(lines(read(answer.content)))


@in_database
def test_only_words_their_speakers_share_go_out(veld: Speelveld) -> None:
    talk = veld.table.gesprek()
    said = [
        veld.table.say("bakker", talk, "woorden van deze tafel", delen="tafel"),
        veld.table.say("fatima", talk, "woorden van een partij", delen="partij"),
        veld.table.say("mila", talk, "woorden met naam", delen="naam"),
        veld.table.say("hanneke", talk, "woorden van wie begeleidt", delen="partij"),
    ]
    veld.write("Rust op", "dit.", uitspraken=said)
    made = read(veld.cast.client_of("wim").get(veld.path("docx/")).content)
    assert lines(made, "Quote") == [
        "“woorden van een partij” Gemeente Lindebeek",
        "“woorden met naam” Mila Verhoeven",
        "“woorden van wie begeleidt” iemand aan tafel",
    ]
    assert "En op 1 uitspraak die aan tafel blijft." in lines(made)
    assert "woorden van deze tafel" not in "\n".join(lines(made))


@in_database
def test_who_reads_no_table_gets_its_bijdragen_as_a_number(veld: Speelveld) -> None:
    offered = Bijdrage.objects.create(
        gemeente_id=veld.opgave.gemeente_id,
        tafel=veld.table.tafel,
        zetel=veld.table.zetels["mila"],
        inhoud="Een buurtkamer",
        uren_van=40,
        uren_tot=60,
        aangeboden_op=START,
    )
    veld.does("wim", actions.link_bijdragen, opdracht=veld.opdracht, bijdragen=[offered])
    veld.open()
    inside = read(veld.cast.client_of("wim").get(veld.path("docx/")).content)
    assert [cell.text for cell in inside.tables[0].rows[1].cells][:2] == ["Welzijn de Brug", "Een buurtkamer"]
    outside = read(veld.cast.client_of("samira").get(veld.path("docx/")).content)
    assert outside.tables == [] and "Verder 1 bijdrage van de tafel." in lines(outside)
