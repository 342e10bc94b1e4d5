"""How a colleague stands to dossiers today, read in one query: of some dossiers, or of all of them at once.

A request that only reads may remember the second: `relaties` says what counts, this reads it, `beleid` uses it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, CharField, ExpressionWrapper, Q, QuerySet, Value

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.privacy import relaties
from vliegwiel.privacy.models import Betrokkenheid
from vliegwiel.privacy.rules import Onderdeel, Relatie
from vliegwiel.privacy.rules.beleid import Feit


def facts_of(kijker: Kijker, wanted: list[UUID], now: datetime) -> dict[UUID, list[Feit]]:
    """How a colleague stands to these dossiers, in one query; nothing about a dossier that is blocked to them."""
    if (known := remembered(kijker, now, only_if_read=True)) is not None:
        return {pk: known.feiten[pk] for pk in wanted if pk in known.feiten}
    rows = ask(_of_some, *_registered(), wanted=wanted, now=now, today=day_of(now), **who(kijker))
    return _sorted_out(rows).feiten


@dataclass(frozen=True)
class Stand:
    """How a colleague stands to dossiers today, and what is closed to them."""

    feiten: dict[UUID, list[Feit]]
    zelf: frozenset[UUID]  # involved themselves, not only through a team
    dicht: frozenset[UUID]
    teams: frozenset[UUID] = frozenset()
    mensen: frozenset[UUID] = frozenset()  # who keep them out
    tafels: frozenset[UUID] = frozenset()  # of which households they sit at the table


MOST_REMEMBERED = 1000  # whoever has more to do with than this: the database narrows it down instead
_STAND = "privacy.stand"


def remembered(kijker: Kijker, now: datetime, *, only_if_read: bool = False) -> Stand | None:
    """How this colleague stands to every dossier, asked once in a request that only reads.

    None when something may change in between, or when it is too much to read: then ask the database each time.
    """
    kept = kijker.onthoudt
    if kept is None or kijker.medewerker is None or (only_if_read and _STAND not in kept):
        return None
    if _STAND not in kept:
        rows = ask(_of_all, MOST_REMEMBERED, *_registered(), now=now, today=day_of(now), **who(kijker))
        kept[_STAND] = _sorted_out(rows) if len(rows) <= MOST_REMEMBERED else None
    found: Stand | None = kept[_STAND]
    return found


def _sorted_out(rows: Iterable[Any]) -> Stand:
    """Rows of `_standing` by dossier; nothing about a dossier that is closed."""
    found: dict[UUID, list[Feit]] = defaultdict(list)
    apart: dict[str, set[UUID]] = {kind: set() for kind in _KINDS}
    for pk, kind, domein, own, *shared in rows:
        if kind in apart:
            apart[kind].add(pk)
            continue
        found[pk].append(_fact(kind, domein, tuple(shared)))
        if own:
            apart[_SELF].add(pk)
    known = {pk: facts for pk, facts in found.items() if pk not in apart[_BLOCKED]}
    return Stand(known, *(frozenset(apart[kind]) for kind in _KINDS))


def who(kijker: Kijker) -> dict[str, UUID]:
    """A colleague as values for `ask`."""
    me = kijker.medewerker
    return {"gemeente": kijker.gemeente_id, "medewerker": me.pk, "deelname": me.deelname_id}  # type: ignore[union-attr]


def colleague(gemeente: UUID, medewerker: UUID, deelname: UUID) -> Any:
    """The same colleague to build a question with: who they are, and nothing of what they may."""
    return SimpleNamespace(gemeente_id=gemeente, medewerker=Medewerker(pk=medewerker, deelname_id=deelname))


def _registered() -> tuple[Any, ...]:
    """What rooms above added: another list is another question."""
    return tuple(relaties.eigen_werk), tuple(relaties.eigen_tafels)


def _of_some(
    works: Any, tables: Any, *, wanted: list[UUID], now: datetime, today: date, **me: UUID
) -> QuerySet[Any]:
    rows = _standing(colleague(**me), works, now, today)
    first, *rest = [it.filter(dossier_id__among=wanted) for it in rows]
    return first.union(*rest, all=True)


def _of_all(most: int, works: Any, tables: Any, *, now: datetime, today: date, **me: UUID) -> QuerySet[Any]:
    kijker = colleague(**me)
    first, *rest = _standing(kijker, works, now, today) + _apart(kijker, tables, today)
    return first.union(*rest, all=True)[: most + 1]


def _apart(kijker: Kijker, tables: Any, today: date) -> list[QuerySet[Any]]:
    """Teams, tables, and persons who keep a colleague out: under the columns of `_standing`."""
    no = [Value(False, BooleanField()) for _ in ("zelf", *FIELDS)]
    teams = relaties.my_teams(kijker, today), "team_id", _TEAM
    persons = relaties.blocked_persons(kijker, today), "persoon_id", _PERSON
    seats = [(mine(kijker, today), "dossier_id", _TABLE) for mine in tables]
    return [
        rows.values_list(name, Value(kind, CharField()), Value("", CharField()), *no)
        for rows, name, kind in (teams, persons, *seats)
    ]


_BLOCKED, _SHARE, _URGENT, _OWN = "geblokkeerd", "deling", "spoed", "eigen_afspraak"
_TEAM, _PERSON, _SELF, _TABLE = "team", "persoon", "zelf", "tafel"
_KINDS = (_SELF, _BLOCKED, _TEAM, _PERSON, _TABLE)  # as the fields of Stand
FIELDS = ("deelt_doelen", "deelt_afspraken", "deelt_inhoud", "deelt_adres")


def _standing(kijker: Kijker, works: Any, now: datetime, today: date) -> list[QuerySet[Any]]:
    """Each relation as (dossier, what it is, domain, whether by themselves, and what is shared)."""
    none, false = Value("", CharField()), Value(False, BooleanField())
    no = [false] * (len(FIELDS) + 1)
    mine = ExpressionWrapper(Q(medewerker_id=kijker.medewerker.pk), BooleanField())  # type: ignore[union-attr]

    def named(kind: str) -> Value:
        return Value(kind, CharField())

    found = [
        relaties.betrokkenheden(kijker, today).values_list("dossier_id", "soort", "domein", mine, *no[1:]),
        relaties.delingen(kijker, today).values_list("dossier_id", named(_SHARE), "domein", false, *FIELDS),
        relaties.spoed(kijker, now).values_list("dossier_id", named(_URGENT), "domein", *no),
        relaties.blocked(kijker, today).values_list("dossier_id", named(_BLOCKED), none, *no),
    ]
    return found + [own(kijker, today).values_list("dossier_id", named(_OWN), none, *no) for own in works]


@cache  # a few ways to stand to many dossiers
def _fact(kind: str, domein: str, shared: tuple[bool, ...]) -> Feit:
    if kind == _SHARE:
        return Feit(Relatie.DELING, domein, chosen(shared))
    if kind == _URGENT:
        return Feit(Relatie.SPOED, domein)
    if kind == _OWN:
        return Feit(Relatie.EIGEN_AFSPRAAK)
    if kind == Betrokkenheid.Soort.UITVOERING:
        return Feit(Relatie.IN_DIT_DOMEIN, domein)
    return Feit(Relatie.REGIE)


def chosen(shared: Sequence[bool]) -> frozenset[Onderdeel]:
    """The parts a Deling names; who it is about and who keeps the overview belong to every one of them."""
    kinds = (Onderdeel.DOEL, Onderdeel.AFSPRAAK, Onderdeel.INHOUD, Onderdeel.ADRES)
    named = {part for part, yes in zip(kinds, shared, strict=True) if yes}
    return frozenset({Onderdeel.PERSOON, Onderdeel.KADER} | named)
