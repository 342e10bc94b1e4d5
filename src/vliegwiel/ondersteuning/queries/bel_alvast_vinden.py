"""Which provisions the klok looks at for bel alvast: new in the window, changed, and a seventh of the rest a day.

The window is eight weeks wide (or what the gemeente chose) and may hold a hundred thousand provisions; a turn of the
klok reads what time or somebody changed. What changed elsewhere (a team was made, somebody moved back in) is found
within a week: each day what ends on the same day of the week is looked at again, as far as it has no card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import dated_settings
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.werkdagen import DAY, on_or_after
from vliegwiel.ondersteuning.models import Belletje, Voorziening
from vliegwiel.ondersteuning.rules.bel_alvast import NOG_BELLEN, Uitkomst
from vliegwiel.ondersteuning.rules.voorziening import Wet, categories
from vliegwiel.samenspel.public import Aandachtspunt

CODE = "bel_alvast"
WEKEN = "bel_alvast_weken"
WEEK = timedelta(weeks=1)


def kinds() -> list[str]:
    """Every kind of help, as it is named in a setting of its own."""
    return [f"{wet}.{it.code}" for wet in Wet for it in categories(wet)]


def weken(instellingen: Mapping[str, Any], wet: str, categorie: str) -> int:
    """How many weeks before the end somebody calls: of this category, else of the gemeente."""
    own = int(instellingen.get(f"{WEKEN}.{wet}.{categorie}") or 0)
    return own or int(instellingen.get(WEKEN) or 0)


def horizon(today: date, weeks: int) -> date:
    """The last end about which somebody calls today: what would begin on closed days begins before them."""
    return on_or_after(today + DAY) - DAY + timedelta(weeks=weeks)


def to_look_at(
    gemeente_id: UUID, instellingen: Mapping[str, Any], now: datetime, sinds: datetime | None
) -> Iterator[UUID]:
    """Provisions about which somebody may have to call, that were not looked at before; some come twice."""
    today = day_of(now)
    rows = Voorziening.objects.filter(gemeente_id=gemeente_id, ingetrokken=False).order_by()
    if sinds is None or _settings_changed(gemeente_id, sinds, today):
        for here, weeks in _by_weeks(rows, instellingen):
            yield from _ids(here.filter(eind__range=(today - NOG_BELLEN, horizon(today, weeks))))
        return
    for here, weeks in _by_weeks(rows, instellingen):
        yield from _newly_in(here, weeks, day_of(sinds), today)
        yield from _changed_in(here, weeks, sinds, today)
    yield from _taken_back(gemeente_id, sinds)


def _changed_in(here: QuerySet[Voorziening], weeks: int, sinds: datetime, today: date) -> Iterator[UUID]:
    """What changed and ends in the window; that is looked at here, or SQLite would read all of the window instead."""
    first, last = today - NOG_BELLEN, horizon(today, weeks)
    changed = here.filter(gewijzigd_op__gt=sinds).values_list("pk", "eind")
    yield from [pk for pk, eind in changed if eind is not None and first <= eind <= last]


def _newly_in(here: QuerySet[Voorziening], weeks: int, before: date, today: date) -> Iterator[UUID]:
    """What time brought into the window, and once a day what ends on the same day of the week and has no card."""
    if before >= today:
        return
    first, last = horizon(before, weeks), horizon(today, weeks)
    yield from _ids(here.filter(eind__gt=first, eind__lte=last))
    days = {today - DAY * ago for ago in range(min((today - before).days, 7))}
    again = {day + WEEK * week for day in days for week in range(-4, weeks + 1)}
    yield from _ids(_without_card(here.filter(eind__in=sorted(day for day in again if day <= first))))


def _without_card(rows: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """Nobody is asked to call, and nobody called about this end."""
    here = {"gemeente_id": OuterRef("gemeente_id")}
    card = Aandachtspunt.objects.filter(**here, code=CODE, object=OuterRef("pk"), weg_op__isnull=True)
    called = Belletje.objects.filter(**here, voorziening_id=OuterRef("pk"), over=OuterRef("eind"))
    return rows.filter(~Exists(card), ~Exists(called.exclude(uitkomst=Uitkomst.NIET_BEREIKT)))


def _taken_back(gemeente_id: UUID, sinds: datetime) -> list[UUID]:
    """About which somebody was not reached after all."""
    called = _called(gemeente_id, sinds).filter(uitkomst=Uitkomst.NIET_BEREIKT)
    return list(called.values_list("voorziening_id", flat=True))


def changed_since(gemeente_id: UUID, now: datetime, sinds: datetime) -> list[UUID]:
    """Provisions that changed, or about which somebody called: their cards are looked at again at this turn."""
    rows = Voorziening.objects.filter(gemeente_id=gemeente_id, gewijzigd_op__gt=sinds).order_by()
    called = _called(gemeente_id, sinds).values_list("voorziening_id", flat=True)
    return [*_ids(rows), *called]


def _called(gemeente_id: UUID, sinds: datetime) -> QuerySet[Belletje]:
    """Calls since then: few, and found by when they were made."""
    return Belletje.objects.filter(gemeente_id=gemeente_id, moment__gt=sinds).order_by()


def _settings_changed(gemeente_id: UUID, sinds: datetime, today: date) -> bool:
    """Whether other weeks, or the practice itself, count since the last turn: settings have days, not moments."""
    dated = dated_settings(today).filter(gemeente_id=gemeente_id, code__startswith=CODE)
    return day_of(sinds) < today and dated.filter(vanaf__gte=day_of(sinds)).exists()


def _by_weeks(
    rows: QuerySet[Voorziening], instellingen: Mapping[str, Any]
) -> list[tuple[QuerySet[Voorziening], int]]:
    """The provisions apart by how many weeks before the end somebody calls."""
    general = int(instellingen.get(WEKEN) or 0)
    apart: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for code, value in instellingen.items():
        if code.startswith(f"{WEKEN}.") and value and value != general:
            apart[int(value)].append((code.split(".")[1], code.split(".")[2]))
    found, others = [], Q()
    for weeks, kinds in sorted(apart.items()):
        these = Q()
        for wet, categorie in kinds:
            these |= Q(wet=wet, categorie=categorie)
        found.append((rows.filter(these), weeks))
        others |= these
    return [*found, (rows.exclude(others) if apart else rows, general)]


def _ids(rows: QuerySet[Voorziening]) -> list[UUID]:
    return list(rows.values_list("pk", flat=True))
