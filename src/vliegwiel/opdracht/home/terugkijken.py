"""An opdracht whose day to look back has come: for each colleague at its table who may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.opdracht import queries
from vliegwiel.opdracht.actions.terugblik import CODE
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdrachtterugblik
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.samenspel.public import Aandachtregel, Aandachtspunt, Gevonden, Tafel, Woorden


def _due(gemeente_id: UUID, now: datetime) -> Any:
    """(opdracht, look back, its day, who sits there), a row for each colleague who is not before the wall."""
    today, seat = day_of(now), "opdracht__tafel__zetels__"
    rows = Opdrachtterugblik.objects.filter(
        active(today, seat),
        gemeente_id=gemeente_id,
        terugblik__kijken_op__lte=today,
        terugblik__teruggekeken_op__isnull=True,
        **{f"{seat}medewerker__isnull": False},
    )
    rows = rows.annotate(
        dag=F("terugblik__kijken_op"),
        wie=F(f"{seat}medewerker_id"),
        account=F(f"{seat}medewerker__account_id"),
    )
    closed = Q(opdracht__open_op__isnull=True) & Exists(_walled(gemeente_id, today))
    return rows.exclude(closed).values_list("opdracht_id", "terugblik_id", "dag", "wie").distinct()


def _walled(gemeente_id: UUID, today: date) -> Any:
    """Whether the colleague of this row works or speaks for a possible bidder: then nothing waits for them, also not
    in a mail that says no more than that something does."""
    works = Medewerker.objects.filter(
        active(today), gemeente_id=gemeente_id, account_id=OuterRef(OuterRef("account"))
    )
    sits = Q(zetels__medewerker_id=OuterRef(OuterRef("wie"))) & active(today, "zetels__")
    speaks = Tafel.objects.filter(sits, gemeente_id=gemeente_id, zetels__partij__deelname__isnull=False)
    own = Q(deelname__in=works.values("deelname_id")) | Q(
        deelname__in=speaks.values("zetels__partij__deelname_id")
    )
    rows = MogelijkeInschrijver.objects.filter(queries.marks(today), own, gemeente_id=gemeente_id)
    return rows.filter(opgave_id=OuterRef("opdracht__opgave_id"))


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    return (_asks(*row) for row in _due(gemeente_id, now).iterator(1000))


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    these = {row.object for row in rows}
    return [_asks(*row) for row in _due(gemeente_id, now).filter(opdracht_id__in=these)]


def _asks(opdracht: UUID, terugblik: UUID, dag: Any, medewerker: UUID) -> Gevonden:
    return Gevonden(
        sleutel=f"{terugblik}:{medewerker}",
        object=opdracht,
        medewerker=medewerker,
        vanaf=dag,
        params={"terugblik": str(terugblik)},
    )


def _describe(kijker: Kijker, rows: Sequence[Aandachtspunt], now: datetime) -> Woorden:
    """What it is called and where it was written, for who may read it."""
    readable = queries.opdrachten(kijker, day_of(now)).filter(pk__in=[row.object for row in rows])
    asked = readable.values_list("pk", "titel", "tafel__naam")
    return Woorden(asked, lambda it: (it.pk, {"titel": it.titel, "tafel": it.tafel__naam}))


def _sees(kijker: Kijker) -> bool:
    return kijker.sees_content and kijker.aan(PRAKTIJK)


TERUGKIJKEN = Aandachtregel(
    code=CODE,
    kwart="opdracht",
    weight=31,
    icoon="terugkijken",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("opdracht_terugkijken", args=[slug, row.object, row.params["terugblik"]]),
    sees=_sees,
    describe=_describe,
)
