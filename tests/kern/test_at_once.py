"""Several questions in one statement give what they give alone: the same values, of the same kind, in their order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F

from tests.cast import Cast
from tests.huis.test_queries import counted
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.models import Account, Gemeente, Uitgaand

pytestmark = pytest.mark.django_db


def test_each_question_gets_its_own_answer(cast: Cast) -> None:
    here = cast.here()
    for at in range(3):
        waits = {"soort": "proef", "moment": now() + timedelta(seconds=at)}
        Uitgaand.objects.create(gemeente=here, aan="a@b.example", parameters={"n": at, "é": [None]}, **waits)
    mails = Uitgaand.objects.filter(gemeente=here).order_by("-moment")
    people = Medewerker.objects.filter(gemeente=here).order_by("naam").annotate(wie=F("account__email"))
    questions = (
        mails.values_list("pk", "parameters", "moment", "pogingen")[:2],
        people.values_list("naam", "pk", "begindatum", "einddatum", "account__naam", "wie"),
        Gemeente.objects.none().values_list("pk"),
        people.filter(begindatum__gt=today() + timedelta(days=9)).values_list("pk"),
        Account.objects.order_by("email").values_list("pk"),
    )
    with counted() as cost:
        found = at_once(*questions)
    assert cost.queries == 1
    assert [[tuple(row) for row in rows] for rows in found] == [list(rows) for rows in questions]
    assert found[1][0].account__naam


def test_nothing_to_ask_asks_nothing() -> None:
    with counted() as cost:
        assert at_once(Gemeente.objects.none().values_list("pk")) == [[]]
        assert at_once() == []
    assert cost.queries == 0
