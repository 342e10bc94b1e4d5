"""A question is built once and gives what it would give when built again; what was made of a value is refused."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, connections
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests.cast import HERE, THERE, Cast
from vliegwiel.gemeenschap.models import Medewerker, Roltoekenning
from vliegwiel.kern import prepared
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.models import Account
from vliegwiel.kern.prepared import NotTheSame, ask

pytestmark = pytest.mark.django_db


def colleagues(*, gemeente: UUID, day: date, ids: list[UUID]) -> QuerySet[Medewerker]:
    return (
        Medewerker.objects.filter(gemeente_id=gemeente, begindatum__lte=day, account_id__among=ids)
        .select_related("gemeente", "deelname__organisatie")
        .order_by("naam")
    )


def made_before(words: str, *, moment: datetime, most: int = 3) -> QuerySet[Any]:
    rows = Account.objects.filter(aangemaakt_op__lt=moment).exclude(naam=words)
    return rows.values_list("pk", "naam", "aangemaakt_op").order_by("naam")[:most]


def test_the_same_question_with_other_values(cast: Cast) -> None:
    everyone = [account.pk for account in cast.accounts.values()]
    for slug in (HERE, THERE, HERE):
        gemeente = cast.here(slug)
        for ids in (everyone, everyone[:3], everyone[:1], [new_id()], []):
            values: dict[str, Any] = {"gemeente": gemeente.pk, "day": today(), "ids": ids}
            found, plain = ask(colleagues, **values), list(colleagues(**values))
            assert found == plain
            assert [it.deelname.organisatie.naam for it in found] == [
                it.deelname.organisatie.naam for it in plain
            ]
    long_ago: dict[str, Any] = {"gemeente": cast.here().pk, "day": date(1900, 1, 1), "ids": everyone}
    assert ask(colleagues, **long_ago) == []


def test_values_come_back_as_they_are_stored(cast: Cast) -> None:
    for moment in (now() + timedelta(days=1), now() - timedelta(days=9999)):
        for words in ("", "Samira Kaya"):
            assert ask(made_before, words, moment=moment) == list(made_before(words, moment=moment))


def test_a_question_is_built_twice_and_then_never_again(cast: Cast) -> None:
    built = []

    def count(*args: Any, **kwargs: Any) -> Any:
        built.append(1)
        return made_before(*args, **kwargs)

    count.__closure__  # noqa: B018 - this one does know more than it is given
    with pytest.raises(AssertionError):
        ask(count, "", moment=now())
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for _ in range(3):
            ask(made_before, "x", moment=now())
    assert len(asked) == 3


def two_days_before(*, day: date) -> QuerySet[Any]:
    return Roltoekenning.objects.filter(begindatum__lte=day - timedelta(days=2))


def asks_in_between(*, gemeente: UUID) -> QuerySet[Any]:
    first = Medewerker.objects.filter(gemeente_id=gemeente).first()
    return Roltoekenning.objects.filter(medewerker=first)


def other_words(*, day: date) -> QuerySet[Any]:
    rows = Roltoekenning.objects.filter(begindatum__lte=day)
    return rows.filter(einddatum__isnull=True) if day.day % 2 else rows


@pytest.mark.parametrize("build", [two_days_before, asks_in_between, other_words])
def test_what_was_made_of_a_value_is_refused(cast: Cast, build: Any) -> None:
    values = {"gemeente": cast.here().pk} if build is asks_in_between else {"day": today()}
    for _ in range(2):
        with pytest.raises(NotTheSame):
            ask(build, **values)


def test_not_everything_is_kept(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MOST", 5)
    monkeypatch.setattr(connections["default"], prepared._KEPT, {}, raising=False)
    for turn in range(9):
        ask(made_before, f"{turn}", moment=now())
    assert len(prepared._kept()) == 5


def test_each_thread_keeps_its_own(cast: Cast) -> None:
    """A connection belongs to one thread; what is kept holds on to it."""
    ask(made_before, "x", moment=now())
    with ThreadPoolExecutor(1) as other:
        assert other.submit(lambda: id(prepared._kept())).result() != id(prepared._kept())
    assert prepared._KEPT not in connection.__dict__, "the proxy is shared by all threads"
