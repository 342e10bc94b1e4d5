"""What the FG sees: who looked, when and for what; colleagues by name, never a resident and never content.

Numbers come from one period; what stands out is decided by `rules.toezicht`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import (
    Concat,
    ExtractHour,
    ExtractIsoWeekDay,
    Left,
    Lower,
    Reverse,
    StrIndex,
    Trim,
)

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Roltoekenning, active
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import ZONE, day_of
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.privacy.inzage import toon_log
from vliegwiel.privacy.models import Besluit, Inzage, Inzageregel, Nazicht, Persoon, Spoedtoegang, Zegel
from vliegwiel.privacy.rules import toezicht as rules
from vliegwiel.privacy.zegel import last_check

PERIOD = timedelta(days=30)


@dataclass(frozen=True)
class Patroon:
    """One sentence of the page: a code, a colleague's name, and the numbers in it."""

    code: str
    naam: str
    aantal: int
    van: float = 0


@dataclass(frozen=True)
class Collega:
    naam: str
    account: UUID
    rollen: frozenset[str]


def oversees(kijker: Kijker) -> bool:
    """Only the FG, on a page opened for that."""
    return kijker.has(Rol.FG) and kijker.purpose == Purpose.TOEZICHT


def events(kijker: Kijker) -> QuerySet[Inzage]:
    """Every event of this gemeente, for the FG."""
    rows = Inzage.objects.filter(gemeente_id=kijker.gemeente_id)
    return rows if oversees(kijker) else rows.none()


def colleagues(kijker: Kijker, today: date) -> dict[UUID, Collega]:
    """Everybody who works or worked here, by id, with their roles of today."""
    roles = defaultdict(set)
    granted = Roltoekenning.objects.filter(active(today), gemeente_id=kijker.gemeente_id)
    people = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id)
    grants, rows = at_once(
        granted.values_list("medewerker_id", "rol"), people.values_list("pk", "naam", "account_id")
    )
    for medewerker, rol in grants:
        roles[medewerker].add(rol)
    return {pk: Collega(naam, account, frozenset(roles[pk])) for pk, naam, account in rows}


def patterns(kijker: Kijker, now: datetime) -> list[Patroon]:
    """What stood out in the last thirty days."""
    if not oversees(kijker):
        return []
    toon_log(kijker)
    since, people = now - PERIOD, colleagues(kijker, day_of(now))
    rows = events(kijker).filter(moment__gte=since, medewerker__isnull=False)
    return [
        *_many(kijker, since, people),
        *_outside_hours(rows, people),
        *_same_surname(kijker, since, people),
        *_searches(rows, people),
        *_refused(kijker, since, people),
    ]


def _name(people: dict[UUID, Collega], pk: UUID) -> str:
    return people[pk].naam if pk in people else ""


def _many(kijker: Kijker, since: datetime, people: dict[UUID, Collega]) -> list[Patroon]:
    seen = Inzageregel.objects.filter(
        gemeente_id=kijker.gemeente_id, inzage__moment__gte=since, inzage__medewerker__isnull=False
    )
    counted = seen.values("inzage__medewerker").annotate(n=Count("persoon", distinct=True)).order_by()
    counts = {row["inzage__medewerker"]: row["n"] for row in counted}
    roles = {pk: it.rollen for pk, it in people.items()}
    return [
        Patroon("veel", _name(people, it.wie), it.aantal, it.gebruikelijk)
        for it in rules.many_more(counts, roles)
    ]


def _outside_hours(rows: QuerySet[Inzage], people: dict[UUID, Collega]) -> list[Patroon]:
    moments = rows.annotate(
        dag=ExtractIsoWeekDay("moment", tzinfo=ZONE), uur=ExtractHour("moment", tzinfo=ZONE)
    )
    counted = moments.values_list("medewerker", "dag", "uur").annotate(n=Count("pk")).order_by()
    found: Counter[UUID] = Counter()
    for pk, weekday, hour, n in counted:
        if rules.outside_hours(weekday, hour):
            found[pk] += n
    return [Patroon("buiten_werktijd", _name(people, pk), n) for pk, n in found.most_common()]


def _same_surname(kijker: Kijker, since: datetime, people: dict[UUID, Collega]) -> list[Patroon]:
    """Persons with the colleague's own surname among those they saw: a number, no names. Compared and counted by the
    database, so that nobody's name leaves it."""
    here = {"gemeente_id": kijker.gemeente_id}
    colleague = Medewerker.objects.filter(**here, pk=OuterRef("inzage__medewerker"))
    colleague = colleague.annotate(eigen=_surname("naam"))
    alike = Persoon.objects.filter(**here, pk=OuterRef("persoon")).exclude(achternaam="")
    alike = alike.annotate(die=_surname("achternaam")).filter(die=OuterRef("eigen"))
    seen = Inzageregel.objects.filter(**here, inzage__moment__gte=since, inzage__medewerker__isnull=False)
    seen = seen.annotate(eigen=Subquery(colleague.values("eigen")[:1])).filter(Exists(alike))
    counted = seen.values_list("inzage__medewerker").annotate(n=Count("persoon", distinct=True))
    return [Patroon("eigen_naam", _name(people, pk), n) for pk, n in counted.order_by("-n") if pk in people]


def _surname(field: str) -> Left:
    """The last word of a name, backwards: to compare with, not whether people are family."""
    backwards = Reverse(Concat(Value(" "), Lower(Trim(field))))
    return Left(backwards, StrIndex(backwards, Value(" ")))


def _searches(rows: QuerySet[Inzage], people: dict[UUID, Collega]) -> list[Patroon]:
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    for pk, soort, n in rows.values_list("medewerker", "soort").annotate(n=Count("pk")).order_by():
        counts[pk][soort] += n
    return [
        Patroon("zoekt", _name(people, pk), it["zoeken"], it["plan"] + it["vraag"])
        for pk, it in counts.items()
        if rules.searches_without_opening(it["zoeken"], it["plan"] + it["vraag"])
    ]


def _refused(kijker: Kijker, since: datetime, people: dict[UUID, Collega]) -> list[Patroon]:
    rows = Besluit.objects.filter(
        gemeente_id=kijker.gemeente_id, moment__gte=since, uitkomst=Besluit.Uitkomst.MAG_NIET
    )
    names = {it.account: it.naam for it in people.values()}
    counted = rows.values_list("account").annotate(n=Count("pk")).order_by("-n")
    return [Patroon("geweigerd", names[pk], n) for pk, n in counted if pk in names and n >= rules.REFUSALS]


# -- toegang bij spoed, and the seals


def spoed_uses(kijker: Kijker, now: datetime) -> QuerySet[Spoedtoegang]:
    """Uses of the last thirty days, and older ones that nobody looked at yet. Without the reason: that is content."""
    rows = Spoedtoegang.objects.filter(gemeente_id=kijker.gemeente_id)
    recent = rows.filter(begonnen_op__gte=now - PERIOD) | rows.filter(nagekeken_op__isnull=True)
    shown = recent.select_related("medewerker", "dossier", "nagekeken_door").defer("reden", "oordeel")
    return shown.order_by("-begonnen_op") if oversees(kijker) else rows.none()


def seals(kijker: Kijker) -> dict[str, Any]:
    """How far the log is sealed, and when it was last computed again."""
    last = Zegel.objects.filter(gemeente_id=kijker.gemeente_id).order_by("-nummer").first()
    return {"laatste": last, "nagekeken": last_check(kijker.gemeente_id)}


# -- the monthly sample


def month_of(typed: str, today: date) -> date:
    """The first day of the month that was asked for; else of the last month that is over."""
    try:
        asked = date.fromisoformat(f"{typed}-01")
    except ValueError:
        asked = date.max
    past = date(2000, 1, 1) <= asked <= today
    return asked if past else (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def monthly_sample(kijker: Kijker, month: date) -> list[Inzage]:
    """The events of this month's sample, with how many persons each showed and what the FG said about it."""
    if not oversees(kijker):
        return []
    toon_log(kijker)
    begin = datetime.combine(month, time(), ZONE)
    end = datetime.combine((month + timedelta(days=32)).replace(day=1), time(), ZONE)
    rows = events(kijker).filter(moment__gte=begin, moment__lt=end, medewerker__isnull=False)
    size = int(kijker.instellingen.get("steekproef", 25))
    drawn = rules.sample(rows.values_list("pk", flat=True), f"{kijker.gemeente_id}:{month:%Y-%m}", size)
    return list(rows.filter(pk__in=drawn).annotate(personen=Count("regels")).order_by("moment"))


def reviews(kijker: Kijker, ids: list[int]) -> dict[int, Nazicht]:
    rows = Nazicht.objects.filter(gemeente_id=kijker.gemeente_id, inzage_id__in=ids)
    return {row.inzage_id: row for row in rows}
