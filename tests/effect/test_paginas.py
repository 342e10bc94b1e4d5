"""The pages: who reads them, what they say, and that they cost little."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HERE
from tests.effect.wereld import K4, adopt, agree, fill, indicator, wijken
from tests.forms import post
from tests.samenspel.table import Table
from vliegwiel.effect.models import Bevinding, Cel, Indicator, Waarneming
from vliegwiel.effect.refusals import CannotAgreeEffect
from vliegwiel.effect.rules import AFGELEIDEN


def path(name: str, *args: Any) -> str:
    return reverse(name, args=[HERE, *args])


def page(table: Table, naam: str, where: str, status: int = 200, most: int = 12) -> str:
    client = table.cast.client_of(naam)
    client.get(where)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        answer = client.get(where)
    table.cast.here()
    assert answer.status_code == status, where
    asked = [
        q["sql"]
        for q in seen
        if not re.match(r"BEGIN|COMMIT|SAVEPOINT|RELEASE|SET|SELECT set_config", q["sql"])
    ]
    assert len(asked) <= most, "\n".join(asked)
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize("telling", [it.code for it in AFGELEIDEN])
def test_a_figure_from_the_work_says_how_it_is_counted(table: Table, telling: str) -> None:
    """And one that no code of ours counts says nothing, instead of breaking its page."""
    it = indicator(table)
    Indicator.objects.filter(pk=it.pk).update(telling=telling)
    assert "Hoe wordt dit geteld" in page(table, "fatima", path("indicator", it.pk))
    Indicator.objects.filter(pk=it.pk).update(telling="iets anders")
    assert "Hoe wordt dit geteld" not in page(table, "fatima", path("indicator", it.pk))


def test_every_page_opens(table: Table) -> None:
    places = wijken(table)
    it = indicator(table)
    fill(table, it, K4, {None: 60, places[0]: 30, places[1]: 12, places[2]: 3})
    row = agree(table, it)
    table.cast.here()
    for where in (
        path("effecten"),
        path("indicatoren"),
        path("indicator_nieuw"),
        path("indicator", it.pk),
        path("indicator", it.pk) + f"?gebied={places[0].pk}",
        path("indicator_invullen", it.pk),
        path("indicator_publiceren", it.pk),
        path("beoogd", row.pk),
        path("beoogd_tafel"),
        path("beoogd_nieuw", table.tafel.pk),
        path("beoogd_bevinding", row.pk),
    ):
        page(table, "wim", where)


def test_nobody_else_reads_figures(table: Table) -> None:
    it = indicator(table)
    row = agree(table, it)
    for naam in ("ton", "ellen", "ravi", "bas"):
        page(table, naam, path("indicator", it.pk), 404)
        page(table, naam, path("beoogd", row.pk), 404)
        assert it.naam not in page(table, naam, path("indicatoren"))
    assert table.cast.client_of("piet").get(path("indicatoren")).status_code == 404


def test_only_who_works_on_policy_keeps_figures(table: Table) -> None:
    it = indicator(table)
    fill(table, it, K4, {None: 40})
    for naam in ("samira", "mila", "joke", "hanneke", "marijke", "bakker"):
        client = table.cast.client_of(naam)
        for where in (path("indicator_nieuw"), path("indicator_invullen", it.pk), path("cijfers_inlezen")):
            assert client.get(where).status_code in (403, 404), (naam, where)
        assert client.post(path("indicator_publiceren", it.pk), {"periode": "2025-K4"}).status_code in (
            403,
            404,
        )
    table.cast.here()
    assert not Cel.objects.exists()


def test_what_lies_before_a_besloten_table_is_for_that_table(table: Table) -> None:
    row = agree(table, indicator(table))
    page(table, "samira", path("beoogd", row.pk), 404)
    assert row.titel not in page(table, "samira", path("effecten"))
    assert row.titel in page(table, "bakker", path("beoogd", row.pk))
    with table.on_day(1):
        adopt(table, row)
        text = page(table, "samira", path("beoogd", row.pk))
        assert row.titel in text and row.oordelen in text
        assert path("voorstel", row.voorstel_id) not in text
        assert row.titel in page(table, "samira", path("effecten"))


def test_the_voorstel_says_what_is_stored(table: Table) -> None:
    row = agree(table, indicator(table, over_inwoners=False), startwaarde=Decimal("12.50"))
    text = page(
        table, "wim", path("voorstel", row.voorstel_id), most=20
    )  # what it costs is the test of that page
    for part in (row.titel, row.doel.naam, row.indicator.naam, "12,5 mensen", "40 mensen", row.oordelen):
        assert part in text
    assert path("beoogd", row.pk) in text


def test_nobody_types_where_a_figure_about_residents_begins(table: Table) -> None:
    with pytest.raises(CannotAgreeEffect) as refused:
        agree(table, indicator(table), startwaarde=Decimal(3))
    assert refused.value.code == "begin_over_inwoners"
    assert agree(table, indicator(table, "Nog een cijfer")).startwaarde is None


def test_no_figures_before_it_is_agreed(table: Table) -> None:
    it = indicator(table, over_inwoners=False)
    fill(table, it, K4, {None: 4711})
    row = agree(table, it)
    assert "4.711" not in page(table, "wim", path("beoogd", row.pk))
    with table.on_day(1):
        adopt(table, row)
        assert "4.711" in page(table, "wim", path("beoogd", row.pk))


def test_filling_in_publishing_and_reading(table: Table) -> None:
    """Along the pages, as a colleague does it."""
    places = wijken(table)
    client = table.cast.client_of("fatima")
    made = post(
        client, path("indicator_nieuw"), {"naam": "Bezoekers", "ritme": "kwartaal", "over_inwoners": "on"}
    )
    it = Indicator.objects.get()
    assert made.url == path("indicator", it.pk)
    where = path("indicator_invullen", it.pk)
    values = {
        f"wijk_{places[0].pk.hex}": "4321",
        f"wijk_{places[1].pk.hex}": "7",
        f"wijk_{places[2].pk.hex}": "12",
    }
    fields = {"periode": "2025-K4", **values}
    assert post(client, where, fields).status_code == 302
    table.cast.here()
    assert Waarneming.objects.count() == 3
    for naam in ("fatima", "wim"):
        for there in (
            path("indicator", it.pk),
            where + "?periode=2025-K4",
            path("indicator_publiceren", it.pk),
        ):
            assert "4321" not in page(table, naam, there).replace(".", "")
    assert post(client, path("indicator_publiceren", it.pk), {"periode": "2025-K4"}).status_code == 302
    table.cast.here()
    assert not Waarneming.objects.exists()
    text = page(table, "samira", path("indicator", it.pk))
    assert "4.321" in text or "4.340" in text
    assert "We kunnen dit nog niet zien: nog ongeveer 33 maanden." in text
    again = post(client, where, fields)
    assert again.status_code == 422 and "al gepubliceerd" in again.content.decode()


def test_two_colleagues_never_overwrite_one_another_silently(table: Table) -> None:
    it = indicator(table, over_inwoners=False)
    where = path("indicator_invullen", it.pk)
    fill(table, it, K4, {None: 40})
    answer = post(table.cast.client_of("wim"), where, {"periode": "2025-K4", "geheel": "55,5"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Een collega vulde" in text and 'value="55,5"' in text
    seen = re.search(r'name="versie"[^>]* value="(\w+)"', text)
    assert seen
    table.cast.here()
    assert Waarneming.objects.get().waarde == 40
    sent = post(
        table.cast.client_of("wim"), where, {"periode": "2025-K4", "versie": seen[1], "geheel": "55,5"}
    )
    table.cast.here()
    assert sent.status_code == 302 and Waarneming.objects.get().waarde == Decimal("55.5")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"geheel": "veel"}, "Schrijf een getal"),
        ({"geheel": "-3"}, "hele getallen"),
        ({"geheel": "2,5"}, "hele getallen"),
        ({}, "ten minste één cijfer"),
        ({"geheel": "5", "eerste": "6"}, "kleiner dan de wijken samen"),
        ({"geheel": "5", "periode": "2026-K1"}, "nog niet voorbij"),
    ],
)
def test_bad_input_gets_a_sentence(table: Table, fields: dict[str, str], sentence: str) -> None:
    place = wijken(table, "Centrum")[0]
    it = indicator(table)
    sent = {"periode": "2025-K4", **fields}
    if "eerste" in sent:
        sent[f"wijk_{place.pk.hex}"] = sent.pop("eerste")
    answer = post(table.cast.client_of("fatima"), path("indicator_invullen", it.pk), sent)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    table.cast.here()
    assert not Waarneming.objects.exists()


def test_twelve_figures_and_what_they_say(table: Table) -> None:
    it = indicator(table, over_inwoners=False, ritme="maand")
    for at in range(12):
        begin = date(2025 if at < 10 else 2026, at % 10 + 3 if at < 10 else at - 9, 1)
        fill(table, it, begin, {None: 10 if at < 6 else 20})
    text = page(table, "samira", path("indicator", it.pk))
    assert "Het cijfer is anders dan eerst; waardoor weten we niet." in text
    assert text.count('<circle class="effect-punten__punt"') == 12 and "polyline" not in text
    assert "Het cijfer is anders dan eerst" in page(table, "samira", path("indicatoren"))


def test_a_finding_becomes_a_question_or_a_step(table: Table) -> None:
    row = agree(table, indicator(table))
    client = table.cast.client_of("wim")
    where = path("beoogd_bevinding", row.pk)
    early = post(client, where, {"soort": "stap", "tekst": "Ik bel Mila."})
    assert early.status_code == 422 and "nog niet afgesproken" in early.content.decode()
    with table.on_day(1):
        adopt(table, row)
        asked = post(
            client, where, {"soort": "vraag", "tekst": "Wie missen we?", "tafel": str(table.tafel.pk)}
        )
        table.cast.here()
        talk = Bevinding.objects.get().gesprek
        assert asked.url == path("gesprek", talk.pk) and talk.vraag == "Wie missen we?"
        post(client, where, {"soort": "stap", "tekst": "Ik bel Mila."})
        table.cast.here()
        assert Bevinding.objects.filter(afspraak__medewerker=table.cast.medewerkers["wim"]).count() == 1
        seen = page(table, "samira", path("beoogd", row.pk))
        assert "Wie missen we?" not in seen and "Een vraag aan een besloten tafel" in seen
        assert "Ik bel Mila." in seen and "Wie missen we?" in page(table, "fatima", path("beoogd", row.pk))


def test_found_by_searching(table: Table) -> None:
    row = agree(table, indicator(table))
    assert path("beoogd", row.pk) in page(table, "wim", path("zoeken") + "?q=komen+langs")
    assert path("beoogd", row.pk) not in page(table, "samira", path("zoeken") + "?q=komen+langs")
