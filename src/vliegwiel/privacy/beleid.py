"""The policy: what a kijker may see, as a QuerySet for lists and as yes or no for one thing, from one source.

`relaties` says how somebody stands to dossiers, `rules` what that gives. A page about one household reads the
relations once (`zicht_op`) and filters with what comes out; a list or a search puts the same relations into the
query as sub-queries (`dossiers`). docs/huis/toegang.md is the law both follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    DateField,
    Q,
    QuerySet,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast

from vliegwiel.gemeenschap.public import Inwoner, Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.privacy import relaties
from vliegwiel.privacy.models import (
    Betrokkene,
    Betrokkenheid,
    Deling,
    Dossier,
    Persoon,
    Vertegenwoordiging,
)
from vliegwiel.privacy.rules import Onderdeel, Relatie
from vliegwiel.privacy.rules.beleid import Feit, Regel, rules_for
from vliegwiel.privacy.rules.vakken import (
    HUISHOUDEN,
    IEDEREEN,
    Gedeeld,
    Vak,
    Vertegenwoordigd,
    Zelf,
    age_on,
    for_colleague,
    for_resident,
    may_read_log_of,
)
from vliegwiel.privacy.stand import FIELDS, chosen, facts_of, remembered

NOTHING = Q(pk__in=[])


class Zicht:
    """What one kijker may see of some dossiers, read once. Lives as long as the request."""

    def __init__(
        self, vakken: Sequence[Vak], relations: dict[UUID, frozenset[Relatie]] | None = None
    ) -> None:
        self.vakken = vakken
        self._relations = relations or {}

    def mag(
        self,
        part: Onderdeel,
        dossier: UUID,
        domein: str = "",
        persoon: UUID | None = None,
        afgesloten: bool = False,
    ) -> bool:
        """Whether the kijker may see this one thing."""
        return any(vak.holds(part, dossier, domein, persoon, afgesloten) for vak in self.vakken)

    def domeinen(self, part: Onderdeel, dossier: UUID) -> frozenset[str]:
        """In which domains the kijker sees this part of a dossier (of anyone at all)."""
        return frozenset(
            domein
            for vak in self.vakken
            if part in vak.onderdelen and dossier in vak.dossiers
            for domein in vak.domeinen
        )

    def dossiers(self, part: Onderdeel) -> frozenset[UUID]:
        """The dossiers of which the kijker sees something of this part."""
        return frozenset(pk for vak in self.vakken if part in vak.onderdelen for pk in vak.dossiers)

    def relaties(self, dossier: UUID) -> frozenset[Relatie]:
        """How a colleague stands to a dossier today; empty when blocked."""
        return self._relations.get(dossier, frozenset())

    def with_relation(self, *relations: Relatie) -> list[UUID]:
        """The dossiers to which a colleague stands in one of these ways."""
        return [pk for pk, known in self._relations.items() if not known.isdisjoint(relations)]

    def q(
        self,
        part: Onderdeel,
        *,
        dossier: str = "dossier_id",
        domein: str | None = "domein",
        persoon: str | None = "persoon_id",
        afgesloten: str | None = "afgesloten",
    ) -> Q:
        """The same as a filter over rows with these fields (None: the rows do not have it)."""
        found = NOTHING
        for vak in self.vakken:
            if part in vak.onderdelen and vak.dossiers and _can_hold(vak, domein, persoon):
                found |= _as_q(vak, dossier, domein, persoon, afgesloten)
        return found


def _can_hold(vak: Vak, domein: str | None, persoon: str | None) -> bool:
    return (domein is not None or "" in vak.domeinen) and (
        persoon is not None or vak.over in (IEDEREEN, HUISHOUDEN)
    )


def _as_q(vak: Vak, dossier: str, domein: str | None, persoon: str | None, afgesloten: str | None) -> Q:
    found = Q(**{f"{dossier}__among": list(vak.dossiers)})
    if domein is not None:
        found &= Q(**{f"{domein}__in": sorted(vak.domeinen)})
    if persoon is not None and vak.over != IEDEREEN:
        found &= Q(**{f"{persoon}__isnull": True}) if vak.over == HUISHOUDEN else Q(**{persoon: vak.over})
    if afgesloten is not None and vak.alleen_open:
        found &= Q(**{afgesloten: False})
    return found


def zicht_op(kijker: Kijker, dossier_ids: Iterable[UUID], now: datetime) -> Zicht:
    """What this kijker may see of these dossiers. Colleagues: a fixed number of queries; residents: what is theirs."""
    if kijker.inwoner is not None:
        return resident_sight(kijker, now)[0]
    wanted = list(dossier_ids)
    rules = rules_for(kijker.rollen, kijker.purpose)
    if not rules or not wanted or kijker.medewerker is None:
        return Zicht([])
    facts = facts_of(kijker, wanted, now)
    return _zicht(rules, facts)


Regels = list[tuple[Regel, frozenset[Onderdeel]]]


def _zicht(rules: Regels, facts: dict[UUID, list[Feit]]) -> Zicht:
    relations = {pk: frozenset(fact.relatie for fact in known) for pk, known in facts.items()}
    return Zicht(for_colleague(rules, facts), relations)


def dossiers(kijker: Kijker, now: datetime, part: Onderdeel = Onderdeel.KADER) -> QuerySet[Dossier]:
    """The dossiers of which this kijker may see this part at all: where lists, counts and search start."""
    rows = Dossier.objects.filter(gemeente_id=kijker.gemeente_id)
    if kijker.inwoner is not None:
        return rows.filter(pk__in=resident_sight(kijker, now)[0].dossiers(part))
    given = {rule.relatie for rule, parts in rules_for(kijker.rollen, kijker.purpose) if part in parts}
    if not given or kijker.medewerker is None:
        return rows.none()
    if (ids := _remembered_ids(kijker, now, part, only_if_read=True)) is not None:
        return rows.filter(pk__in=ids)
    found = NOTHING
    for related in _related(kijker, now, given, part):
        found |= Q(pk__in=related.values("dossier_id"))
    return rows.filter(found).exclude(pk__in=relaties.blocked(kijker, day_of(now)).values("dossier_id"))


def dossier_ids(
    kijker: Kijker, now: datetime, part: Onderdeel = Onderdeel.KADER
) -> list[UUID] | QuerySet[Dossier, UUID]:
    """The same to put in a filter: the ids themselves when they were read in this request, else a sub-query."""
    ids = _remembered_ids(kijker, now, part)
    return dossiers(kijker, now, part).values_list("pk", flat=True) if ids is None else ids


def _remembered_ids(
    kijker: Kijker, now: datetime, part: Onderdeel, *, only_if_read: bool = False
) -> list[UUID] | None:
    if kijker.medewerker is None:
        return None
    rules = rules_for(kijker.rollen, kijker.purpose)
    if not any(part in parts for _, parts in rules):
        return []
    stand = remembered(kijker, now, only_if_read=only_if_read)
    if stand is None or kijker.onthoudt is None:
        return None
    key = f"privacy.zicht.{kijker.purpose.value}"
    if key not in kijker.onthoudt:
        kijker.onthoudt[key] = _zicht(rules, stand.feiten)
    zicht: Zicht = kijker.onthoudt[key]
    return sorted(zicht.dossiers(part))


def closed_persons(kijker: Kijker, now: datetime) -> list[UUID] | QuerySet[Any, UUID]:
    """Who keeps this colleague out, to put in a filter."""
    stand = remembered(kijker, now)
    if stand is not None:
        return sorted(stand.mensen)
    return relaties.blocked_persons(kijker, day_of(now)).values_list("persoon_id", flat=True)


def closed_dossiers(kijker: Kijker, now: datetime) -> list[UUID] | QuerySet[Any, UUID]:
    """Every dossier such a person is in, was in or will be in, to put in a filter."""
    stand = remembered(kijker, now)
    if stand is not None:
        return sorted(stand.dicht)
    return relaties.blocked(kijker, day_of(now)).values_list("dossier_id", flat=True)


def team_ids(kijker: Kijker, now: datetime) -> list[UUID] | QuerySet[Any, UUID]:
    """The teams a colleague is in today, to put in a filter."""
    stand = remembered(kijker, now)
    if stand is not None:
        return sorted(stand.teams)
    return relaties.my_teams(kijker, day_of(now)).values_list("team_id", flat=True)


_REGIE = (Betrokkenheid.Soort.VASTE_CONTACTPERSOON, Betrokkenheid.Soort.COORDINATOR)
_SHARED = {
    Onderdeel.DOEL: "deelt_doelen",
    Onderdeel.AFSPRAAK: "deelt_afspraken",
    Onderdeel.INHOUD: "deelt_inhoud",
    Onderdeel.ADRES: "deelt_adres",
}


def _related(kijker: Kijker, now: datetime, given: set[Relatie], part: Onderdeel) -> list[QuerySet[Any]]:
    """The rows of each relation that gives this part."""
    today = day_of(now)
    involved = relaties.betrokkenheden(kijker, today)
    found: list[QuerySet[Any]] = []
    if {Relatie.IN_DIT_DOMEIN, Relatie.REGIE} <= given:
        found.append(involved)
    elif Relatie.IN_DIT_DOMEIN in given:
        found.append(involved.filter(soort=Betrokkenheid.Soort.UITVOERING))
    elif Relatie.REGIE in given:
        found.append(involved.filter(soort__in=_REGIE))
    if Relatie.DELING in given:
        shared = relaties.delingen(kijker, today)
        found.append(shared.filter(**{_SHARED[part]: True}) if part in _SHARED else shared)
    if Relatie.SPOED in given:
        found.append(relaties.spoed(kijker, now))
    if Relatie.EIGEN_AFSPRAAK in given:
        found += [own(kijker, today) for own in relaties.eigen_werk]
    return found


def personen(kijker: Kijker, now: datetime) -> QuerySet[Persoon]:
    """The people this kijker may know of by name: those who live in a dossier of which they may."""
    today = day_of(now)
    rows = Persoon.objects.filter(gemeente_id=kijker.gemeente_id)
    if kijker.inwoner is not None:
        return rows.filter(pk__in=_known_to(kijker, now).values("persoon_id"))
    known = dossier_ids(kijker, now, Onderdeel.PERSOON)
    living = Betrokkene.objects.filter(active(today), gemeente_id=kijker.gemeente_id, dossier_id__in=known)
    return rows.filter(pk__in=living.values("persoon_id"))


def _known_to(kijker: Kijker, now: datetime) -> QuerySet[Betrokkene]:
    """Whom a resident may know of: by person, never a whole household; themselves also where they lived before."""
    sight = resident_sight(kijker, now)[0].q(Onderdeel.PERSOON, domein=None, afgesloten=None)
    counts = active(day_of(now)) | Q(persoon__inwoner=kijker.inwoner)
    return Betrokkene.objects.filter(sight, counts, gemeente_id=kijker.gemeente_id)


def resident_sight(kijker: Kijker, now: datetime) -> tuple[Zicht, frozenset[UUID]]:
    """What a resident may see, and of whom they may see who looked. Two queries at most."""
    today = day_of(now)
    around = _around(kijker, today)
    if around is None:
        return Zicht([]), frozenset()
    zelf, others = around
    shares = [
        Gedeeld(row.dossier_id, row.domein, chosen([getattr(row, name) for name in FIELDS]))
        for row in _shared(kijker, zelf, others, today)
    ]
    vakken = for_resident(zelf, kijker.purpose, others, shares)
    return Zicht(vakken), may_read_log_of(zelf, kijker.purpose, others)


def _shared(kijker: Kijker, zelf: Zelf, others: list[Vertegenwoordigd], today: date) -> Iterable[Deling]:
    """What is shared with where they live: only a parent sees any of it."""
    parent = any(it.soort == Vertegenwoordiging.Soort.GEZAG for it in others)
    return relaties.shared_to(kijker, sorted(zelf.woont_in), today) if parent else ()


def _around(kijker: Kijker, today: date) -> tuple[Zelf, list[Vertegenwoordigd]] | None:
    """A resident and whom they represent, and where each of them lives, in one query; None when we know nobody."""
    rows = _rows_around(kijker, today)
    here: dict[UUID, set[UUID]] = defaultdict(set)
    ever: dict[UUID, set[UUID]] = defaultdict(set)
    for kind, persoon, dossier, _, _, until in rows:
        if kind == _HOME:
            ever[persoon].add(dossier)
            if until is None or until >= today:
                here[persoon].add(dossier)
    me = next(((pk, born) for kind, pk, _, _, born, _ in rows if kind == _SELF), None)
    if me is None:
        return None
    others = [
        Vertegenwoordigd(
            persoon=persoon,
            soort=soort,
            geldt=until is None or until >= today,
            leeftijd=age_on(born, today),
            woont_in=frozenset(here[persoon]),
        )
        for kind, persoon, _, soort, born, until in rows
        if kind == _REPRESENTED
    ]
    pk, born = me
    return Zelf(pk, age_on(born, today), frozenset(here[pk]), frozenset(ever[pk])), others


_SELF, _HOME, _REPRESENTED = "zelf", "woont", "vertegenwoordigd"


def _rows_around(kijker: Kijker, today: date) -> list[Any]:
    """(what, person, dossier, kind of representation, date of birth, last day)."""
    if kijker.inwoner is None:
        return []
    return ask(_around_one, gemeente=kijker.gemeente_id, inwoner=kijker.inwoner.pk, today=today)


def _around_one(*, gemeente: UUID, inwoner: UUID, today: date) -> QuerySet[Any]:
    kijker: Any = SimpleNamespace(gemeente_id=gemeente, inwoner=Inwoner(pk=inwoner))
    nowhere, none = Cast(Value(None), UUIDField()), Value("", CharField())
    no_day = Cast(Value(None), DateField())
    me = Persoon.objects.filter(gemeente_id=gemeente, inwoner_id=inwoner)
    others, homes = relaties.represents(kijker, today), relaties.homes_of(kijker, today)
    named = [Value(kind, CharField()) for kind in (_SELF, _REPRESENTED, _HOME)]
    return me.values_list(named[0], "pk", nowhere, none, "geboortedatum", no_day).union(
        others.values_list(named[1], "persoon_id", nowhere, "soort", "persoon__geboortedatum", "einddatum"),
        homes.values_list(named[2], "persoon_id", "dossier_id", none, no_day, "einddatum"),
        all=True,
    )
