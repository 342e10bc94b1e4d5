"""The mail that something waits: chosen, on working days after seven, never two a day, and never what it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.forms import post
from vliegwiel.gemeenschap.actions.mail import mail_what_waits
from vliegwiel.gemeenschap.models import Mailvoorkeur
from vliegwiel.gemeenschap.rules import mail_is_due
from vliegwiel.kern import clock, registry
from vliegwiel.kern.models import Uitgaand
from vliegwiel.kern.registry import Registry

TUESDAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """For whom something waits, by name."""
    names: set[str] = set()
    ours: Registry[Any] = Registry("proef")
    ours.add("proef", lambda kijker, now: kijker.naam in names)
    monkeypatch.setattr(registry, "wacht", ours)
    return names


def chose(cast: Cast, naam: str, ritme: str = "dag", **fields: Any) -> Mailvoorkeur:
    return Mailvoorkeur.objects.create(
        gemeente=cast.here(), medewerker=cast.medewerkers[naam], ritme=ritme, **fields
    )


def turn(cast: Cast, moment: datetime) -> list[str]:
    before = Uitgaand.objects.count()
    gemeente = cast.here()
    with clock.at(moment):
        mail_what_waits(gemeente.pk, moment)
    cast.here()
    return list(Uitgaand.objects.order_by("moment", "aan").values_list("aan", flat=True)[before:])


def test_one_mail_for_whom_something_waits(cast: Cast, waiting: set[str]) -> None:
    for naam in ("samira", "tarik"):
        chose(cast, naam)
    waiting |= {"Samira Kaya", "Gijs Oomen"}  # Gijs never chose it
    assert turn(cast, TUESDAY) == [cast.accounts["samira"].email]
    assert turn(cast, TUESDAY + timedelta(hours=1)) == []
    row = Uitgaand.objects.get()
    assert (row.soort, row.pad, row.parameters) == (
        "er_wacht_iets",
        reverse("vandaag", args=[HERE]),
        {},
    )
    waiting.add("Tarik Aydin")
    assert turn(cast, TUESDAY + timedelta(hours=2)) == []  # was seen to this morning
    assert len(turn(cast, TUESDAY + timedelta(days=1))) == 2


@pytest.mark.parametrize(
    ("moment", "comes"),
    [
        (datetime(2026, 3, 10, 5, 59, tzinfo=UTC), False),  # 06.59 in winter
        (datetime(2026, 3, 10, 6, 0, tzinfo=UTC), True),
        (datetime(2026, 6, 9, 5, 0, tzinfo=UTC), True),  # 07.00 in summer
        (datetime(2026, 3, 14, 9, 0, tzinfo=UTC), False),  # a Saturday
        (datetime(2026, 4, 6, 9, 0, tzinfo=UTC), False),  # Easter Monday
    ],
)
def test_after_seven_on_a_working_day(cast: Cast, waiting: set[str], moment: datetime, comes: bool) -> None:
    chose(cast, "samira")
    waiting.add("Samira Kaya")
    assert bool(turn(cast, moment)) == comes


def test_who_left_gets_none(cast: Cast, waiting: set[str]) -> None:
    chose(cast, "samira")
    waiting.add("Samira Kaya")
    samira = cast.medewerkers["samira"]
    samira.einddatum = date(2026, 3, 9)
    samira.save()
    assert turn(cast, TUESDAY) == []


MONDAY, EASTER_MONDAY = date(2026, 3, 9), date(2026, 4, 6)


@pytest.mark.parametrize(
    ("ritme", "dag", "laatst", "today", "due"),
    [
        ("dag", 1, None, MONDAY, True),
        ("dag", 1, MONDAY, MONDAY, False),
        ("nooit", 1, None, MONDAY, False),
        ("week", 1, None, MONDAY, True),
        ("week", 2, None, MONDAY, False),
        ("week", 1, None, date(2026, 3, 10), False),  # chosen on Tuesday: next Monday
        ("week", 1, date(2026, 3, 2), date(2026, 3, 11), True),  # nobody was there on Monday
        ("week", 1, MONDAY, date(2026, 3, 11), False),
        ("week", 1, date(2026, 3, 30), EASTER_MONDAY, False),
        ("week", 1, date(2026, 3, 30), date(2026, 4, 7), True),  # the first working day after Easter
        ("week", 1, None, date(2026, 4, 7), True),
    ],
)
def test_when_it_is_due(ritme: str, dag: int, laatst: date | None, today: date, due: bool) -> None:
    assert mail_is_due(ritme, dag, laatst, today) == due


def test_each_week_exactly_one(cast: Cast) -> None:
    last, days = None, []
    for number in range(7 * 60):
        day = date(2026, 1, 5) + timedelta(days=number)
        if mail_is_due("week", 5, last, day):
            last = day
            days.append(day)
    assert len(days) == 60
    assert all(day.weekday() < 5 for day in days)


def test_choosing_it(cast: Cast) -> None:
    client = cast.client_of("samira")
    mine, path = reverse("mijn_account", args=[HERE]), reverse("mijn_mail", args=[HERE])
    assert "Nooit" in client.get(mine).content.decode()
    assert post(client, path, {"ritme": "week", "dag": "4"}).status_code == 302
    assert "Elke week" in client.get(mine).content.decode()
    cast.here()
    row = Mailvoorkeur.objects.get()
    assert (row.medewerker, row.ritme, row.dag) == (cast.medewerkers["samira"], "week", 4)
    assert cast.client_of("bakker").get(path).status_code == 404


def test_every_card_has_a_way_to_say_that_something_waits() -> None:
    """Without it a colleague with only that card would never get the mail."""
    residents_only = {"samenspel.terugkijken", "samenspel.terugblik"}
    one_of = {
        "samenspel.voorstel": "samenspel.tafels",
        "samenspel.beslissen": "samenspel.tafels",
        "ondersteuning.overdracht": "ondersteuning.vraag",
    }
    wanted = {one_of.get(key, key) for key in registry.aandacht.keys() - residents_only}
    assert wanted == registry.wacht.keys()
