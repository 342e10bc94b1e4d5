"""At the table of a household nothing is decided that the whole gemeente reads: no word, no sentence, no effect."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import HERE, Cast
from tests.effect.wereld import agree, doel, indicator
from tests.ondersteuning.gezin import make_household
from tests.samenspel.table import Table
from vliegwiel.koers import actions as koers
from vliegwiel.samenspel.access import OfHousehold
from vliegwiel.samenspel.models import Voorstel

ZIN = "Emir woont weer thuis."


@pytest.fixture
def family(table: Table) -> Table:
    table.tafel.dossier = make_household(table.cast.here()).dossier
    table.tafel.save(update_fields=["dossier"])
    return table


def test_nothing_for_the_whole_gemeente_is_laid_there(family: Table) -> None:
    word = family.does("wim", koers.bring_word, woord="thuis")
    figure, goal = indicator(family), doel(family)
    with pytest.raises(OfHousehold):
        family.does("wim", koers.propose_zin, soort="ambitie", tafel=family.tafel, tekst=ZIN)
    with pytest.raises(OfHousehold):
        family.does("wim", koers.give_meaning, begrip=word, tafel=family.tafel, tekst=ZIN)
    with pytest.raises(OfHousehold):
        agree(family, figure, doel=goal, oordelen=ZIN, einddatum=date(2028, 3, 31))
    assert not Voorstel.objects.exists()


def test_no_page_offers_it_or_opens_there(cast: Cast, family: Table) -> None:
    family.does("wim", koers.bring_word, woord="thuis")
    wim, tafel = cast.client_of("wim"), family.tafel
    for page in ("koers/zin-nieuw/ambitie/", "effect/beoogd-nieuw/", "koers/begrippen/thuis/"):
        answer = wim.get(f"/{HERE}/{page}")
        assert answer.status_code == 200
        assert str(tafel.pk) not in answer.content.decode(), page
        assert wim.get(f"/{HERE}/{page}{tafel.pk}/").status_code == 404, page
