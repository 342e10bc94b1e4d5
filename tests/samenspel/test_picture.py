"""The picture of draagvlak as a page gets it: per party and level, with four ways of not answering told apart."""

from __future__ import annotations

import html
import re

from django.urls import reverse

from tests.cast import HERE
from tests.samenspel.table import GROEP, WANT, Table
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Voorstel


def picture(table: Table, voorstel: Voorstel, naam: str = "wim") -> dict[str, list[str]]:
    """The table on the page: per party what its cells say."""
    page = table.cast.client_of(naam).get(reverse("voorstel", args=[HERE, voorstel.pk])).content.decode()
    table.cast.here()
    found = re.search(r'<div class="vliegwiel-draagvlak.*?</table>', page, re.S)
    assert found
    rows = re.findall(r"<tr.*?</tr>", found.group(), re.S)[1:]
    return {words(cell(row, "th")[0]): [words(it) for it in cell(row, "td")] for row in rows}


def cell(row: str, tag: str) -> list[str]:
    return re.findall(rf"<{tag}[ >].*?</{tag}>", row, re.S)


def words(markup: str) -> str:
    bare = re.sub(r"<svg.*?</svg>", "", markup, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


GEMEENTE, BRUG = "Gemeente Lindebeek", "Welzijn de Brug"


def test_before_anybody_answers(table: Table) -> None:
    assert picture(table, table.propose(gevraagd=[table.zetels["mila"], table.zetels["bakker"]])) == {
        GEMEENTE: ["niet gevraagd", "niet gevraagd", "niet gevraagd"],
        BRUG: ["moet nog", "niet gevraagd", "niet gevraagd"],
        GROEP: ["moet nog"],
    }


def test_each_answer_stands_at_its_level_with_its_reason(table: Table) -> None:
    voorstel = table.propose()
    table.answer("wim", voorstel)
    table.answer("mila", voorstel, "kan_ermee_leven")
    table.answer("bakker", voorstel, "nog_niet")
    assert picture(table, voorstel) == {
        GEMEENTE: ["akkoord", "moet nog", "niet gevraagd"],
        BRUG: ["kan ermee leven", "niet gevraagd", "moet nog"],
        GROEP: [f"nog niet, want: {WANT}"],
    }


def test_several_people_in_one_cell_are_a_number(table: Table) -> None:
    table.seat("samira", niveau="uitvoering")
    table.seat("ton", groep=GROEP)
    voorstel = table.propose()
    for naam in ("wim", "samira", "ton"):
        table.answer(naam, voorstel)
    shown = picture(table, voorstel)
    assert shown[GEMEENTE][0] == "2 akkoord"
    assert shown[f"{GROEP} (2)"] == ["akkoord moet nog"]


def test_a_level_a_party_does_not_have_is_a_dash(table: Table) -> None:
    deelname = table.cast.deelnames[f"{BRUG}@{HERE}"]
    deelname.niveaus = ["uitvoering"]
    deelname.save()
    other = table.does("wim", actions.start_tafel, naam="Tweede", bedoeling="x")
    table.tafel = other
    table.seat("mila", niveau="uitvoering")
    assert picture(table, table.propose())[BRUG] == ["moet nog", "niet van toepassing", "niet van toepassing"]


def test_an_answer_to_an_earlier_version_shows_as_earlier(table: Table) -> None:
    voorstel = table.propose()
    table.answer("mila", voorstel)
    table.answer("bakker", voorstel, "nog_niet")
    table.publish("wim", voorstel, 1, "De tweede.")
    table.answer("wim", voorstel, versie=2)
    shown = picture(table, voorstel)
    assert shown[GEMEENTE][0] == "akkoord"
    assert shown[BRUG][0] == "eerder: akkoord (versie 1)"
    assert shown[GROEP] == [f"eerder: nog niet (versie 1), want: {WANT}"]


def test_why_a_nog_niet_was_let_go_is_read_by_everybody_at_the_table(table: Table) -> None:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    table.leave("bakker")
    with table.on_day(1):
        given = {"zetel_id": table.zetels["bakker"].pk, "reden": "Zij verhuisde en vond het goed zo."}
        table.does("hanneke", actions.release, voorstel=voorstel, **given)
        for naam in ("wim", "mila"):
            assert "Zij verhuisde en vond het goed zo." in picture(table, voorstel, naam)[GROEP][0]


def test_after_adoption_the_picture_stays_that_of_the_day(table: Table) -> None:
    voorstel = table.agreed()
    before = picture(table, voorstel)
    table.leave("mila")
    with table.on_day(10):
        table.seat("ton", groep=GROEP)
        assert picture(table, voorstel) == before
