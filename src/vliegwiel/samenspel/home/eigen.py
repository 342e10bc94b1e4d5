"""What is of this kijker on Vandaag: where they sit, what they do, and which texts of their tables wait.

Several parts of the page show a piece of it. It is asked in two statements, and in a request that only reads once; no
text waits for who sits nowhere, so then the larger of the two is not put.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import day_of
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.models import Afspraak

SHOWN = 12
IN_BLOCK = 5
_TEXT = ("pk", "titel", "tafel__naam")
_ASKS = ("pk", "status", "tekst", "persoon_id", "dossier_id", "woont", "persoon__voornaam", "gever__naam")
_EIGEN = "samenspel.eigen"
Found = TypeVar("Found")


class Eigen(NamedTuple):
    """Tables where they sit; afspraken asked of them or that came back; and what they do apart from any household."""

    tafels: list[Any]
    gevraagd: list[Any]
    doet: list[Any]


class Teksten(NamedTuple):
    """Of their tables: to be decided, waiting for an answer; and of a resident those to look back on."""

    beslissen: list[Any]
    vragen: list[Any]
    terugkijken: list[Any]
    terugblik: list[Any]


def eigen(kijker: Kijker, now: datetime) -> Eigen:
    return _once(kijker, _EIGEN, lambda: Eigen(*at_once(*_questions(kijker, now))))


def eigen_and(kijker: Kijker, now: datetime, *more: QuerySet[Any, Any]) -> list[list[Any]]:
    """The rows of these questions, asked together with what is of this kijker when that was not asked yet."""
    if kijker.onthoudt is None or _EIGEN in kijker.onthoudt:
        return at_once(*more)
    found = at_once(*_questions(kijker, now), *more)
    kijker.onthoudt[_EIGEN] = Eigen(*found[:3])
    return found[3:]


def teksten(kijker: Kijker, now: datetime) -> Teksten:
    return _once(kijker, "samenspel.teksten", lambda: _teksten(kijker, now))


def _once(kijker: Kijker, key: str, read: Callable[[], Found]) -> Found:
    kept = kijker.onthoudt if kijker.onthoudt is not None else {}
    if key not in kept:
        kept[key] = read()
    found: Found = kept[key]
    return found


def _questions(kijker: Kijker, now: datetime) -> tuple[QuerySet[Any, Any], ...]:
    day = day_of(now)
    mine = queries.own_zetels(kijker, day).values("tafel_id")
    tafels = queries.tafels(kijker, day).filter(pk__in=mine).order_by("einddatum", "-begindatum", "-id")
    nobody = Afspraak.objects.none().values_list("pk")  # a resident is asked no afspraken
    gevraagd = asking(kijker, now).values_list(*_ASKS) if kijker.medewerker else nobody
    doet = queries.own_tafelafspraken(kijker)
    doet = doet if kijker.sees_content else doet.none()
    return (
        tafels.values_list("pk", "naam", "einddatum")[:SHOWN],
        gevraagd[:SHOWN],
        doet.values_list("pk", "tekst", "wanneer")[: IN_BLOCK + 1],
    )


def asking(kijker: Kijker, now: datetime) -> QuerySet[Afspraak]:
    """Afspraken that wait for them; without plans in this gemeente only what is about no household."""
    rows = queries.asks_attention(kijker, now, day_of(now))
    return rows if kijker.aan("plan") else rows.filter(dossier__isnull=True)


def _teksten(kijker: Kijker, now: datetime) -> Teksten:
    if not kijker.sees_content or not eigen(kijker, now).tafels:
        return Teksten([], [], [], [])
    day = day_of(now)
    again, fixed = queries.due_again(kijker, day), queries.due_terugblikken(kijker, day)
    if kijker.inwoner is None:  # a colleague gets an Aandachtspunt
        again, fixed = again.none(), fixed.none()
    return Teksten(
        *at_once(
            queries.to_decide(kijker, day).values_list(*_TEXT)[:SHOWN],
            queries.asks_me(kijker, day).values_list(*_TEXT, "laatste", "eerder")[:SHOWN],
            again.values_list(*_TEXT)[:SHOWN],
            fixed.values_list("voorstel_id", "terugblik_id", "voorstel__titel", "voorstel__tafel__naam")[
                :SHOWN
            ],
        )
    )
