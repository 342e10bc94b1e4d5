"""A vak: a set of things somebody may see, said so that a page and a database can both use it. Free of Django."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vliegwiel.kern.codes import Purpose
from vliegwiel.privacy.rules.beleid import OVERAL, Feit, O, Regel, visible
from vliegwiel.privacy.rules.woorden import GEEN, Domein, Onderdeel

IEDEREEN = "iedereen"  # about anyone in the dossier
HUISHOUDEN = "huishouden"  # about the household as a whole: no person


@dataclass(frozen=True)
class Vak:
    """These parts, in these dossiers and domains, about this person (or IEDEREEN, or HUISHOUDEN).

    `alleen_open`: not what a child of 12-15 closed.
    """

    onderdelen: frozenset[Onderdeel]
    dossiers: frozenset[UUID]
    domeinen: frozenset[str]
    over: UUID | str
    alleen_open: bool = False

    def holds(
        self, part: Onderdeel, dossier: UUID, domein: str, persoon: UUID | None, afgesloten: bool
    ) -> bool:
        """Whether one thing lies in this vak."""
        return (
            part in self.onderdelen
            and dossier in self.dossiers
            and domein in self.domeinen
            and (self.over == IEDEREEN or (persoon or HUISHOUDEN) == self.over)
            and not (self.alleen_open and afgesloten)
        )


def for_colleague(
    rules: list[tuple[Regel, frozenset[Onderdeel]]], facts: Mapping[UUID, Iterable[Feit]]
) -> list[Vak]:
    """What a colleague may see, from how they stand to each dossier. Dossiers with the same sight share a vak."""
    standing: dict[frozenset[Feit], list[UUID]] = defaultdict(list)  # a few ways to stand to many
    for dossier, ways in facts.items():
        standing[frozenset(ways)].append(dossier)
    alike: dict[tuple[Onderdeel, frozenset[str]], set[UUID]] = defaultdict(set)
    for known, dossiers in standing.items():
        domains: dict[Onderdeel, set[str]] = defaultdict(set)
        for part, domein in visible(rules, known):
            domains[part].add(domein)
        for part, found in domains.items():
            alike[part, frozenset(found)].update(dossiers)
    return [
        Vak(frozenset({part}), frozenset(seen), domains, IEDEREEN) for (part, domains), seen in alike.items()
    ]


def age_on(geboortedatum: date | None, day: date) -> int:
    """Years on a day; whoever's date of birth we do not know counts as grown up. Born on 29 February: on 1 March."""
    if geboortedatum is None:
        return 99
    return day.year - geboortedatum.year - ((day.month, day.day) < (geboortedatum.month, geboortedatum.day))


@dataclass(frozen=True)
class Vertegenwoordigd:
    """Somebody the resident represents, or did: how, whether that counts today, how old, and where they live today."""

    persoon: UUID
    soort: str
    geldt: bool
    leeftijd: int
    woont_in: frozenset[UUID]


@dataclass(frozen=True)
class Gedeeld:
    """These parts of one domain of another dossier are shared with a dossier the resident belongs to."""

    dossier: UUID
    domein: str
    onderdelen: frozenset[Onderdeel]


@dataclass(frozen=True)
class Zelf:
    """A resident: who, how old, where they live today and where they have lived."""

    persoon: UUID
    leeftijd: int
    woont_in: frozenset[UUID]
    woonde_in: frozenset[UUID]


JONG, JONGERE, VOLWASSEN = 12, 16, 18
EIGEN = frozenset({O.DOEL, O.AFSPRAAK, O.INHOUD})
MENTOR = frozenset({Domein.WMO, Domein.JEUGD, Domein.WELZIJN, GEEN})


def for_resident(
    zelf: Zelf, purpose: Purpose, anderen: Iterable[Vertegenwoordigd], gedeeld: Iterable[Gedeeld]
) -> list[Vak]:
    """What a resident may see on their own pages: what is about themselves, the household, and whom they represent."""
    if purpose != Purpose.EIGEN_DOSSIER or zelf.leeftijd < JONG:
        return []
    anderen = list(anderen)
    found = [
        Vak(EIGEN | {O.PERSOON, O.VERZEGELD_DEEL}, zelf.woonde_in, OVERAL, zelf.persoon),
        Vak(frozenset({O.KADER, O.ADRES, O.GEHEIM_ADRES}), zelf.woont_in, frozenset({GEEN}), HUISHOUDEN),
        Vak(EIGEN, zelf.woont_in, OVERAL if zelf.leeftijd >= JONGERE else frozenset({GEEN}), HUISHOUDEN),
        Vak(frozenset({O.PERSOON}), zelf.woont_in, frozenset({GEEN}), IEDEREEN),
    ]
    with_gezag = {ander.persoon: ander for ander in anderen if ander.soort == "gezag" and ander.geldt}
    for child in with_gezag.values():
        found += _for_parent(zelf, child, gedeeld)
    for ander in anderen:
        if ander.geldt:
            apart = _stands_apart(ander.persoon, anderen, with_gezag)
            found += [
                vak for vak in _for_representative(zelf, ander, with_gezag) if not (apart and _personal(vak))
            ]
    return found


def _personal(vak: Vak) -> bool:
    """Whether a vak holds what is about one person, besides who that is."""
    return vak.over != HUISHOUDEN and not vak.onderdelen.isdisjoint(EIGEN)


def _for_parent(zelf: Zelf, child: Vertegenwoordigd, gedeeld: Iterable[Gedeeld]) -> list[Vak]:
    """The part of a child under 16, in the own household or shared with it; nothing of who is older."""
    if child.leeftijd >= JONGERE:
        return []
    closed = child.leeftijd >= JONG
    parts = [(EIGEN, zelf.woont_in, OVERAL)]
    parts += [
        (share.onderdelen & EIGEN, frozenset({share.dossier}), frozenset({share.domein})) for share in gedeeld
    ]
    return [Vak(part, dossiers, domains, child.persoon, closed) for part, dossiers, domains in parts]


def _stands_apart(
    persoon: UUID, anderen: Iterable[Vertegenwoordigd], with_gezag: Mapping[UUID, Vertegenwoordigd]
) -> bool:
    """A parent stays out of the part of a minor of 16 or 17, and of any minor over whom they lost gezag."""
    if persoon in with_gezag:
        return JONGERE <= with_gezag[persoon].leeftijd < VOLWASSEN
    return any(it.persoon == persoon and it.soort == "gezag" and it.leeftijd < VOLWASSEN for it in anderen)


def _for_representative(
    zelf: Zelf, ander: Vertegenwoordigd, with_gezag: Mapping[UUID, Vertegenwoordigd]
) -> list[Vak]:
    """A mentor on care, a bewindvoerder on money, whoever has a volmacht on all of that one person.

    A parent who is that as well stays bound by what a child of 12-15 closed.
    """
    here = ander.woont_in
    closed = ander.persoon in with_gezag and JONG <= ander.leeftijd < JONGERE
    persoon = Vak(frozenset({O.PERSOON}), here, frozenset({GEEN}), ander.persoon)
    if ander.soort == "mentor":
        elsewhere = here - zelf.woont_in
        return [
            persoon,
            Vak(EIGEN, here, MENTOR, ander.persoon, closed),
            Vak(EIGEN, elsewhere, MENTOR, HUISHOUDEN),
            Vak(frozenset({O.KADER}), elsewhere, frozenset({GEEN}), HUISHOUDEN),
        ]
    if ander.soort == "bewindvoerder":
        return [persoon, Vak(EIGEN, here, frozenset({Domein.SCHULDEN}), ander.persoon, closed)]
    if ander.soort == "volmacht":
        return [persoon, Vak(EIGEN, here, OVERAL, ander.persoon, closed)]
    return []


def may_read_log_of(zelf: Zelf, purpose: Purpose, anderen: Iterable[Vertegenwoordigd]) -> frozenset[UUID]:
    """Of whom a resident may see who looked: themselves, a child under 12, and whom they are mentor of."""
    if purpose != Purpose.EIGEN_DOSSIER or zelf.leeftijd < JONG:
        return frozenset()
    anderen = list(anderen)
    gezag = {it.persoon: it for it in anderen if it.soort == "gezag" and it.geldt}
    found = {zelf.persoon} | {it.persoon for it in gezag.values() if it.leeftijd < JONG}
    for it in anderen:
        if (
            it.soort == "mentor"
            and it.geldt
            and it.woont_in
            and not _stands_apart(it.persoon, anderen, gezag)
        ):
            found.add(it.persoon)
    return frozenset(found)
