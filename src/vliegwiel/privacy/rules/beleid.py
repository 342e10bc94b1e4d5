"""What a colleague may see of a dossier: docs/huis/toegang.md, said once more for the program.

Everything that reads (lists, counts, search, pages, downloads) asks these rules and no others. Nothing here looks
anything up: how a colleague stands to a dossier comes in as relations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vliegwiel.kern.codes import WITHOUT_CONTENT, Purpose, Rol
from vliegwiel.privacy.rules.woorden import DOMEINEN, GEEN, Onderdeel, Relatie

VERSIE = "2026-11"  # written with every decision in the besluitlog

WERKT = frozenset({Rol.CONSULENT, Rol.VASTE_CONTACTPERSOON, Rol.COORDINATOR})
WERKT_MEE = WERKT | {Rol.PARTNERMEDEWERKER}
BIJ_SPOED = WERKT | {Rol.TEAMLEIDER}
HEEFT_WERK = WERKT_MEE | {Rol.TEAMLEIDER}

OVERAL = frozenset({GEEN, *DOMEINEN})
O = Onderdeel  # noqa: E741
ALTIJD_ZONDER_DOMEIN = frozenset({O.PERSOON, O.ADRES, O.GEHEIM_ADRES, O.KADER, O.VRAAG, O.INZAGE, O.TAFEL})


@dataclass(frozen=True)
class Feit:
    """One way in which a colleague stands to a dossier today: in a domain, for these parts (a Deling), or for all."""

    relatie: Relatie
    domein: str = GEEN
    onderdelen: frozenset[Onderdeel] | None = None  # None: what the rules give to this relation


@dataclass(frozen=True)
class Regel:
    """Who stands in this relation and has one of these roles may see these parts.

    `domeinen` are those of the part; None: the domain of the relation itself, and what has no domain.
    """

    rollen: frozenset[Rol]
    relatie: Relatie
    onderdelen: frozenset[Onderdeel]
    domeinen: frozenset[str] | None = None


REGELS = (
    Regel(WERKT, Relatie.IN_DIT_DOMEIN, frozenset({O.PERSOON, O.ADRES, O.KADER, O.DEELNEMER, O.DOMEINVLAG})),
    Regel(WERKT, Relatie.IN_DIT_DOMEIN, frozenset({O.DOEL, O.AFSPRAAK, O.INHOUD, O.TAFEL})),
    Regel(WERKT, Relatie.IN_DIT_DOMEIN, frozenset({O.VERZEGELD_DEEL}), OVERAL),  # of who wrote it
    Regel(WERKT, Relatie.REGIE, frozenset({O.PERSOON, O.ADRES, O.GEHEIM_ADRES, O.KADER, O.VRAAG, O.TAFEL})),
    Regel(WERKT, Relatie.REGIE, frozenset({O.DEELNEMER, O.DOEL, O.AFSPRAAK, O.VERZEGELD_DEEL}), OVERAL),
    Regel(WERKT, Relatie.REGIE, frozenset({O.INHOUD, O.INZAGE})),
    Regel(
        frozenset({Rol.TEAMLEIDER}),
        Relatie.IN_DIT_DOMEIN,
        frozenset({O.PERSOON, O.KADER, O.AFSPRAAK, O.TAFEL}),
    ),
    Regel(
        frozenset({Rol.TEAMLEIDER}),
        Relatie.REGIE,
        frozenset({O.PERSOON, O.KADER, O.AFSPRAAK, O.TAFEL}),
        OVERAL,
    ),
    Regel(HEEFT_WERK, Relatie.EIGEN_AFSPRAAK, frozenset({O.PERSOON, O.KADER, O.TAFEL})),
    Regel(
        frozenset({Rol.PARTNERMEDEWERKER}), Relatie.IN_DIT_DOMEIN, frozenset({O.PERSOON, O.KADER, O.TAFEL})
    ),
    Regel(frozenset({Rol.PARTNERMEDEWERKER}), Relatie.REGIE, frozenset({O.TAFEL})),
    Regel(WERKT_MEE, Relatie.DELING, frozenset({O.PERSOON, O.KADER, O.ADRES, O.DOEL, O.AFSPRAAK, O.INHOUD})),
    Regel(BIJ_SPOED, Relatie.SPOED, frozenset({O.PERSOON, O.ADRES, O.KADER, O.DOEL, O.AFSPRAAK, O.INHOUD})),
)

# For what a page is opened decides what may be on it (AVG 5.1.b): finding work shows no content, and no other purpose
# than these shows anything about a person.
INHOUDELIJK = frozenset({O.INHOUD, O.VERZEGELD_DEEL, O.DOEL, O.INZAGE})
PAST_BIJ: dict[Purpose, frozenset[Onderdeel]] = {
    Purpose.ONDERSTEUNEN: frozenset(O) - {O.TAFEL},
    Purpose.VRAAG: frozenset(O) - INHOUDELIJK - {O.TAFEL},
    Purpose.OVERZICHT: frozenset(O) - INHOUDELIJK,
    Purpose.SAMEN_BEPALEN: frozenset({O.TAFEL}),
}


def role_sees(rollen: frozenset[str]) -> bool:
    """Whether a colleague with these roles sees anything about people: who controls the system never does."""
    return bool(rollen) and rollen.isdisjoint(WITHOUT_CONTENT)


def rules_for(rollen: frozenset[str], purpose: Purpose) -> list[tuple[Regel, frozenset[Onderdeel]]]:
    """The rules that can apply to a colleague on a page with this purpose, each with the parts it may give there."""
    if not role_sees(rollen):
        return []
    fits = PAST_BIJ.get(purpose, frozenset())
    return [
        (rule, rule.onderdelen & fits)
        for rule in REGELS
        if not rollen.isdisjoint(rule.rollen)
        and rule.onderdelen & fits
        and (rule.relatie != Relatie.SPOED or purpose == Purpose.ONDERSTEUNEN)
    ]


def visible(
    rules: Iterable[tuple[Regel, frozenset[Onderdeel]]], facts: Iterable[Feit]
) -> set[tuple[Onderdeel, str]]:
    """Every (part, domain) that these facts open under these rules."""
    found: set[tuple[Onderdeel, str]] = set()
    for fact in facts:
        for rule, parts in rules:
            if rule.relatie == fact.relatie:
                found |= {pair for part in parts for pair in _opened(rule, part, fact)}
    return found


def _opened(rule: Regel, part: Onderdeel, fact: Feit) -> set[tuple[Onderdeel, str]]:
    if fact.onderdelen is not None and part not in fact.onderdelen:
        return set()
    if part in ALTIJD_ZONDER_DOMEIN:
        return {(part, GEEN)}
    if rule.domeinen is not None:
        return {(part, domein) for domein in rule.domeinen}
    if rule.relatie == Relatie.DELING:
        return {(part, fact.domein)}
    return {(part, fact.domein), (part, GEEN)}
