"""A Bijdrage that waits for who may promise it: a card for each colleague of its party with mandaat at that table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.actions.bijdrage import WACHT
from vliegwiel.samenspel.models import Aandachtspunt, Bijdrage
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Gevonden, Woorden

LETTERS = 90


def _waiting(gemeente_id: UUID, now: datetime) -> QuerySet[Bijdrage]:
    """(Bijdrage, the day it was offered, who may confirm it), a row for each colleague, as `rules.bijdrage.may_promise`
    says; at a table that is not finished. The joins of the filter are those of the columns: one seat a row."""
    today, seat = day_of(now), "tafel__zetels__"
    lasting = Q(**{f"{seat}mandaat_tot__isnull": True}) | Q(**{f"{seat}mandaat_tot__gte": today})
    rows = Bijdrage.objects.filter(
        active(today, seat),
        active(today, "tafel__"),
        lasting,
        ~Q(**{f"{seat}mandaat": ""}),
        gemeente_id=gemeente_id,
        status=Bijdrage.Status.AANGEBODEN,
        **{f"{seat}partij_id": F("zetel__partij_id"), f"{seat}medewerker__isnull": False},
    )
    return rows.annotate(wie=F(f"{seat}medewerker_id"))


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    known = Aandachtspunt.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        code=WACHT,
        object=OuterRef("pk"),
        medewerker_id=OuterRef("wie"),
        weg_op__isnull=True,
    )
    return _asks(_waiting(gemeente_id, now).filter(~Exists(known)))


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    return _asks(_waiting(gemeente_id, now).filter(pk__in=[row.object for row in rows]))


def _asks(rows: QuerySet[Bijdrage]) -> Iterable[Gevonden]:
    found = rows.values_list("pk", "aangeboden_op", "wie").distinct()
    return (
        Gevonden(sleutel=f"{pk}:{wie}", object=pk, medewerker=wie, vanaf=day_of(offered))
        for pk, offered, wie in found.iterator(1000)
    )


def _describe(kijker: Kijker, rows: Sequence[Aandachtspunt], now: datetime) -> Woorden:
    """What is offered and at which table, for who may read that table."""
    found = queries.bijdragen(kijker, day_of(now)).filter(pk__in=[row.object for row in rows])
    return Woorden(
        found.order_by().values_list("pk", "inhoud", "tafel__naam"),
        lambda it: (it.pk, {"inhoud": _short(it.inhoud), "tafel": it.tafel__naam}),
    )


def _short(text: str) -> str:
    return text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "…"


BEVESTIGEN = Aandachtregel(
    code=WACHT,
    kwart="opdracht",
    weight=25,
    icoon="mensen",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("bijdrage", args=[slug, row.object]),
    sees=lambda kijker: kijker.sees_content and kijker.aan("praktijk.bijdragen"),
    describe=_describe,
)
