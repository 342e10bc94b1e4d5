"""An afspraak apart from any household: read, taken, given back, done, let go; on Vandaag of whoever has the ball."""

from __future__ import annotations

from typing import Any

import pytest

from tests.forms import key_of
from tests.samenspel.table import Table, on
from tests.samenspel.test_bijdrage import promise
from tests.samenspel.test_bijdrage_pages import get, path, send, text
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Uitgaand
from vliegwiel.privacy.public import collecting
from vliegwiel.samenspel import actions, home
from vliegwiel.samenspel.home import aandacht
from vliegwiel.samenspel.models import Aandachtspunt, Afspraak, Bijdrage

DEEDS = ("tafel_afspraak_teruggeven", "tafel_afspraak_klaar", "tafel_afspraak_loslaten", "tafel_afspraak_wie")


@pytest.fixture
def made(table: Table) -> Bijdrage:
    return promise(table)


def agreed(table: Table, made: Bijdrage, naam: str = "mila", **given: Any) -> Afspraak:
    """Wim asks somebody at the table."""
    given = {"tekst": "Het rooster maken", **given}
    return table.does("wim", actions.agree_on, bijdrage=made, doener=table.zetels[naam], **given)  # type: ignore[no-any-return]


def state(it: Afspraak) -> tuple[str, str, str]:
    row = Afspraak.objects.get(gemeente_id=it.gemeente_id, pk=it.pk)
    return row.status, row.reden, row.uitkomst


def cards(table: Table, naam: str) -> dict[str, str]:
    kijker = table.cast.kijker_of(naam, purpose=Purpose.OVERZICHT)
    with collecting(route="test"):
        return {it.code: it.href for it in home.afspraken_ask(kijker, table.moment)}


def test_who_is_asked_gets_a_mail_and_a_card_that_lead_there(table: Table, made: Bijdrage) -> None:
    it = agreed(table, made)
    where = path("tafel_afspraak", it.pk)
    mail = Uitgaand.objects.filter(soort="afspraak_gevraagd").get()
    assert mail.pad == where
    assert cards(table, "mila") == {"tafelafspraak_vraagt": where}
    page = text(get(table, "mila", where))
    assert "Kun jij dit doen?" in page and "Wim Terpstra houdt de bal" in page
    assert made.inhoud in page  # where it comes from
    vandaag = text(get(table, "mila", path("vandaag")))
    assert "Wim Terpstra vraagt je: Het rooster maken" in vandaag


def test_taken_and_done_with_what_came_of_it(table: Table, made: Bijdrage) -> None:
    it = agreed(table, made)
    assert send(table, "mila", path("tafel_afspraak", it.pk)).status_code == 302
    assert state(it)[0] == "loopt"
    assert "Jij hebt de bal." in text(get(table, "mila", path("tafel_afspraak", it.pk)))
    assert "Het rooster maken" in text(get(table, "mila", path("vandaag")))
    assert "Het rooster maken" in text(get(table, "mila", path("tafel_afspraken")))
    done = send(table, "mila", path("tafel_afspraak_klaar", it.pk), uitkomst="Het hangt in de zaal.")
    assert done.status_code == 302
    assert state(it) == ("gedaan", "", "Het hangt in de zaal.")
    assert "Het hangt in de zaal." in text(get(table, "bakker", path("tafel_afspraak", it.pk)))
    assert "Het rooster maken" not in text(get(table, "mila", path("tafel_afspraken")))


def test_given_back_with_a_reason_it_is_with_who_gave_it_who_asks_somebody_else(
    table: Table, made: Bijdrage
) -> None:
    it = agreed(table, made)
    nothing = send(table, "mila", path("tafel_afspraak_teruggeven", it.pk), reden="")
    assert nothing.status_code == 422
    back = send(table, "mila", path("tafel_afspraak_teruggeven", it.pk), reden="Ik ben er niet.")
    assert back.status_code == 302
    assert state(it) == ("teruggegeven", "Ik ben er niet.", "")
    assert cards(table, "wim") == {"tafelafspraak_terug": path("tafel_afspraak", it.pk)}
    assert "Ik ben er niet." in text(get(table, "wim", path("tafel_afspraak", it.pk)))
    unknown = send(table, "wim", path("tafel_afspraak_wie", it.pk), collega="Niemand")
    assert unknown.status_code == 422 and "Niemand gevonden met deze naam." in text(unknown)
    asked = send(table, "wim", path("tafel_afspraak_wie", it.pk), collega="Joke")
    assert asked.status_code == 302
    assert Afspraak.objects.get().medewerker == table.cast.medewerkers["joke"]
    assert state(it)[0] == "gevraagd"


def test_let_go_on_purpose_with_a_word(table: Table, made: Bijdrage) -> None:
    it = agreed(table, made, "bakker")
    assert "Jij houdt een oogje in het zeil." in text(get(table, "wim", path("tafel_afspraak", it.pk)))
    assert send(table, "wim", path("tafel_afspraak_loslaten", it.pk), reden=" ").status_code == 422
    assert (
        send(table, "wim", path("tafel_afspraak_loslaten", it.pk), reden="Niet meer nodig.").status_code
        == 302
    )
    assert state(it) == ("losgelaten", "Niet meer nodig.", "")


@pytest.mark.parametrize("naam", ["samira", "ton", "ellen", "ravi", "oscar", "piet"])
def test_nobody_else_finds_it(table: Table, made: Bijdrage, naam: str) -> None:
    it = agreed(table, made, tekst="ZEKERNIET")
    for name in ("tafel_afspraak", *DEEDS):
        answer = get(table, naam, path(name, it.pk))
        assert answer.status_code in (403, 404) and "ZEKERNIET" not in text(answer), name
        refused = table.cast.client_of(naam).post(path(name, it.pk), {"reden": "x"})
        assert refused.status_code in (403, 404)
        table.cast.here()
    assert state(it)[0] == "gevraagd"


@pytest.mark.parametrize("naam", ["joke", "bakker"])
def test_who_only_reads_along_decides_nothing(table: Table, made: Bijdrage, naam: str) -> None:
    it = agreed(table, made)
    assert get(table, naam, path("tafel_afspraak", it.pk)).status_code == 200
    for name in DEEDS:
        assert get(table, naam, path(name, it.pk)).status_code == 403, name
    client = table.cast.client_of(naam)
    for name in ("tafel_afspraak", *DEEDS):  # with a key of their own, from another page
        key = key_of(client, path("bijdrage_nieuw", table.tafel.pk))
        client.post(path(name, it.pk), {"_sleutel": key, "reden": "x", "collega": "Joke"})
        table.cast.here()
    assert state(it)[0] == "gevraagd"


def test_the_giver_alone_cannot_take_what_was_asked_of_another(table: Table, made: Bijdrage) -> None:
    it = agreed(table, made)
    assert "Ja, ik doe dit" not in text(get(table, "wim", path("tafel_afspraak", it.pk)))
    client = table.cast.client_of("wim")
    key = key_of(client, path("tafel_afspraak_loslaten", it.pk))
    answer = client.post(path("tafel_afspraak", it.pk), {"_sleutel": key})
    table.cast.here()
    assert answer.status_code in (403, 422)
    assert state(it)[0] == "gevraagd"


def test_past_its_day_it_asks_whoever_has_it_in_hand(table: Table, made: Bijdrage) -> None:
    it = agreed(table, made, wanneer=on(3))
    send(table, "mila", path("tafel_afspraak", it.pk))
    with table.on_day(4):
        actions.bring_up_to_date(it.gemeente_id, table.moment)
        row = Aandachtspunt.objects.get(weg_op__isnull=True, object=it.pk)
        assert (row.code, row.medewerker) == ("tafelafspraak_voorbij", table.cast.medewerkers["mila"])
        kijker = table.cast.kijker_of("mila", purpose=Purpose.OVERZICHT)
        with collecting(route="test"):
            (card,) = [c for c in aandacht.asks(kijker, table.moment) if c.code == row.code]
        assert (card.href, card.params["tekst"]) == (path("tafel_afspraak", it.pk), "Het rooster maken")
        assert "Is dit gedaan?" in text(get(table, "mila", path("vandaag")))
        table.does("mila", actions.finish_afspraak, afspraak=it, uitkomst="Klaar.")
        assert not Aandachtspunt.objects.filter(weg_op__isnull=True, object=it.pk).exists()


def test_without_plans_in_this_gemeente_it_is_there_all_the_same(table: Table, made: Bijdrage) -> None:
    it = agreed(table, made)
    for code in ("plan", "praktijk.bijdragen"):
        Instelling.objects.create(gemeente=table.cast.here(), code=code, waarde=False, vanaf=on(0))
    assert cards(table, "mila") == {"tafelafspraak_vraagt": path("tafel_afspraak", it.pk)}
    page = get(table, "mila", path("tafel_afspraak", it.pk))
    assert page.status_code == 200 and made.inhoud not in text(page)
