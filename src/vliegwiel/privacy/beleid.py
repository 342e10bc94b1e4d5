"""The policy: what a kijker may see, as a QuerySet for lists and as yes or no for one thing, from one source.

`relaties` says how somebody stands to dossiers, `rules` what that gives. A page about one household reads the
relations once (`zicht_op`) and filters with what comes out; a list or a search puts the same relations into the
query as sub-queries (`dossiers`). docs/huis/toegang.md is the law both follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, CharField, Q, QuerySet, Value

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.privacy import relaties
from vliegwiel.privacy.models import Betrokkene, Betrokkenheid, Dossier, Persoon
from vliegwiel.privacy.rules import Onderdeel, Relatie
from vliegwiel.privacy.rules.beleid import Feit, rules_for
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

NOTHING = Q(pk__in=[])


class Zicht:
    """What one kijker may see of some dossiers, read once. Lives as long as the request."""

    def __init__(
        self, vakken: Sequence[Vak], relations: dict[UUID, frozenset[Relatie]] | None = None
    ) -> None:
        self._vakken = vakken
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
        return any(vak.holds(part, dossier, domein, persoon, afgesloten) for vak in self._vakken)

    def domeinen(self, part: Onderdeel, dossier: UUID) -> frozenset[str]:
        """In which domains the kijker sees this part of a dossier (of anyone at all)."""
        return frozenset(
            domein
            for vak in self._vakken
            if part in vak.onderdelen and dossier in vak.dossiers
            for domein in vak.domeinen
        )

    def dossiers(self, part: Onderdeel) -> frozenset[UUID]:
        """The dossiers of which the kijker sees something of this part."""
        return frozenset(pk for vak in self._vakken if part in vak.onderdelen for pk in vak.dossiers)

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
        for vak in self._vakken:
            if part in vak.onderdelen and vak.dossiers and _can_hold(vak, domein, persoon):
                found |= _as_q(vak, dossier, domein, persoon, afgesloten)
        return found


def _can_hold(vak: Vak, domein: str | None, persoon: str | None) -> bool:
    return (domein is not None or "" in vak.domeinen) and (
        persoon is not None or vak.over in (IEDEREEN, HUISHOUDEN)
    )


def _as_q(vak: Vak, dossier: str, domein: str | None, persoon: str | None, afgesloten: str | None) -> Q:
    found = Q(**{f"{dossier}__in": sorted(vak.dossiers)})
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
    facts = _facts(kijker, wanted, now)
    relations = {pk: frozenset(fact.relatie for fact in known) for pk, known in facts.items()}
    return Zicht(for_colleague(rules, facts), relations)


def _facts(kijker: Kijker, wanted: list[UUID], now: datetime) -> dict[UUID, list[Feit]]:
    """How a colleague stands to these dossiers, in one query; nothing about a dossier that is blocked to them."""
    found: dict[UUID, list[Feit]] = defaultdict(list)
    closed: set[UUID] = set()
    first, *rest = [rows.filter(dossier_id__in=wanted) for rows in _standing(kijker, now)]
    for dossier, kind, domein, *shared in first.union(*rest, all=True):
        if kind == _BLOCKED:
            closed.add(dossier)
        else:
            found[dossier].append(_fact(kind, domein, shared))
    return {pk: known for pk, known in found.items() if pk not in closed}


_BLOCKED, _SHARE, _URGENT, _OWN = "geblokkeerd", "deling", "spoed", "eigen_afspraak"
_FIELDS = ("deelt_doelen", "deelt_afspraken", "deelt_inhoud", "deelt_adres")


def _standing(kijker: Kijker, now: datetime) -> list[QuerySet[Any]]:
    """Each relation as (dossier, what it is, domain, and what is shared)."""
    today = day_of(now)
    none, no = Value("", CharField()), [Value(False, BooleanField()) for _ in _FIELDS]

    def named(kind: str) -> Value:
        return Value(kind, CharField())

    found = [
        relaties.betrokkenheden(kijker, today).values_list("dossier_id", "soort", "domein", *no),
        relaties.delingen(kijker, today).values_list("dossier_id", named(_SHARE), "domein", *_FIELDS),
        relaties.spoed(kijker, now).values_list("dossier_id", named(_URGENT), "domein", *no),
        relaties.blocked(kijker, today).values_list("dossier_id", named(_BLOCKED), none, *no),
    ]
    return found + [
        own(kijker).values_list("dossier_id", named(_OWN), none, *no) for own in relaties.eigen_werk
    ]


def _fact(kind: str, domein: str, shared: Sequence[bool]) -> Feit:
    if kind == _SHARE:
        return Feit(Relatie.DELING, domein, _chosen(shared))
    if kind == _URGENT:
        return Feit(Relatie.SPOED, domein)
    if kind == _OWN:
        return Feit(Relatie.EIGEN_AFSPRAAK)
    if kind == Betrokkenheid.Soort.UITVOERING:
        return Feit(Relatie.IN_DIT_DOMEIN, domein)
    return Feit(Relatie.REGIE)


def _chosen(shared: Sequence[bool]) -> frozenset[Onderdeel]:
    """The parts a Deling names; who it is about and who keeps the overview belong to every one of them."""
    kinds = (Onderdeel.DOEL, Onderdeel.AFSPRAAK, Onderdeel.INHOUD, Onderdeel.ADRES)
    named = {part for part, yes in zip(kinds, shared, strict=True) if yes}
    return frozenset({Onderdeel.PERSOON, Onderdeel.KADER} | named)


def dossiers(kijker: Kijker, now: datetime, part: Onderdeel = Onderdeel.KADER) -> QuerySet[Dossier]:
    """The dossiers of which this kijker may see this part at all: where lists, counts and search start."""
    rows = Dossier.objects.filter(gemeente_id=kijker.gemeente_id)
    if kijker.inwoner is not None:
        return rows.filter(pk__in=resident_sight(kijker, now)[0].dossiers(part))
    given = {rule.relatie for rule, parts in rules_for(kijker.rollen, kijker.purpose) if part in parts}
    if not given or kijker.medewerker is None:
        return rows.none()
    found = NOTHING
    for related in _related(kijker, now, given, part):
        found |= Q(pk__in=related.values("dossier_id"))
    return rows.filter(found).exclude(pk__in=relaties.blocked(kijker, day_of(now)).values("dossier_id"))


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
        found += [own(kijker) for own in relaties.eigen_werk]
    return found


def personen(kijker: Kijker, now: datetime) -> QuerySet[Persoon]:
    """The people this kijker may know of by name: those who live in a dossier of which they may."""
    today = day_of(now)
    rows = Persoon.objects.filter(gemeente_id=kijker.gemeente_id)
    if kijker.inwoner is not None:
        return rows.filter(pk__in=_known_to(kijker, now).values("persoon_id"))
    known = dossiers(kijker, now, Onderdeel.PERSOON)
    living = Betrokkene.objects.filter(active(today), gemeente_id=kijker.gemeente_id)
    return rows.filter(pk__in=living.filter(dossier_id__in=known.values("pk")).values("persoon_id"))


def _known_to(kijker: Kijker, now: datetime) -> QuerySet[Betrokkene]:
    """Whom a resident may know of: by person, never a whole household; themselves also where they lived before."""
    sight = resident_sight(kijker, now)[0].q(Onderdeel.PERSOON, domein=None, afgesloten=None)
    counts = active(day_of(now)) | Q(persoon__inwoner=kijker.inwoner)
    return Betrokkene.objects.filter(sight, counts, gemeente_id=kijker.gemeente_id)


def resident_sight(kijker: Kijker, now: datetime) -> tuple[Zicht, frozenset[UUID]]:
    """What a resident may see, and of whom they may see who looked. Four queries at most."""
    today = day_of(now)
    persoon = relaties.own_persoon(kijker)
    if persoon is None:
        return Zicht([]), frozenset()
    rows = list(relaties.represents(persoon, today))
    homes, lived = _homes(kijker, [persoon.pk, *(row.persoon_id for row in rows)], now)
    zelf = Zelf(persoon.pk, age_on(persoon.geboortedatum, today), homes[persoon.pk], lived[persoon.pk])
    others = [
        Vertegenwoordigd(
            persoon=row.persoon_id,
            soort=row.soort,
            geldt=row.einddatum is None or row.einddatum >= today,
            leeftijd=age_on(row.persoon.geboortedatum, today),
            woont_in=homes[row.persoon_id],
        )
        for row in rows
    ]
    shares = [
        Gedeeld(row.dossier_id, row.domein, _chosen([getattr(row, name) for name in _FIELDS]))
        for row in relaties.shared_to(kijker, sorted(zelf.woont_in), today)
    ]
    vakken = for_resident(zelf, kijker.purpose, others, shares)
    return Zicht(vakken), may_read_log_of(zelf, kijker.purpose, others)


Homes = dict[UUID, frozenset[UUID]]


def _homes(kijker: Kijker, persons: list[UUID], now: datetime) -> tuple[Homes, Homes]:
    """The dossiers each of these persons belongs to today, and those they belong or belonged to."""
    today = day_of(now)
    here: dict[UUID, set[UUID]] = {pk: set() for pk in persons}
    ever: dict[UUID, set[UUID]] = {pk: set() for pk in persons}
    for row in relaties.homes_of(kijker, persons, today):
        ever[row.persoon_id].add(row.dossier_id)
        if row.einddatum is None or row.einddatum >= today:
            here[row.persoon_id].add(row.dossier_id)
    return _frozen(here), _frozen(ever)


def _frozen(found: dict[UUID, set[UUID]]) -> Homes:
    return {pk: frozenset(dossiers) for pk, dossiers in found.items()}
