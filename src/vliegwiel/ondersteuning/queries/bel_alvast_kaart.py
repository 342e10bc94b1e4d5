"""One card of bel alvast: whom to call, about what, how to begin, and what came of it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.database import rows_as_json
from vliegwiel.ondersteuning.models import Adres, Belletje, Belwijzer, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast import REMEMBERED, calls_about, provisions, theirs
from vliegwiel.ondersteuning.queries.bel_alvast_wijzer import Belhulp
from vliegwiel.ondersteuning.queries.contact import people_in
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.ondersteuning.rules.bel_alvast import Weg, call_way, guide
from vliegwiel.ondersteuning.rules.mensen import Mens
from vliegwiel.ondersteuning.sentences.voorziening import category_words
from vliegwiel.privacy.public import (
    WERKT,
    Betrokkenheid,
    Inzage,
    Onderdeel,
    Relatie,
    Vertegenwoordiging,
    Zicht,
    age_on,
    open_gevoelig,
    toon,
    zicht_op,
)
from vliegwiel.samenspel.public import Aandachtspunt

MOST = 10
CALLS_THEMSELVES = 16  # younger: who has gezag is called


@dataclass(frozen=True)
class Belkaart:
    """Everything on the card; `nummers` in the order to try them. `gedaan`: settled, and still to be mended."""

    punt: Aandachtspunt
    voorziening: Voorziening
    mens: Mens
    leeftijd: int | None
    nummers: tuple[Mens, ...]
    hoe: Weg
    adres: Adres | None
    adres_geheim: bool
    wat: str
    aanbieder: str
    eind: date
    waarom: str
    dagen: dict[str, date]
    contactpersoon: str
    hulp: Belhulp
    eerder: tuple[Belletje, ...]
    toetsvragen: tuple[str, ...]
    gedaan: bool
    mag_stap: bool
    leest_plan: bool
    mag_oppakken: bool

    @property
    def laatste(self) -> Belletje | None:
        """The last call about this end."""
        return next((it for it in self.eerder if it.over == self.eind), None)


def may_record(kijker: Kijker, punt: Aandachtspunt, now: datetime) -> bool:
    """Whether this card, theirs already, may be read and written about."""
    assert punt.dossier_id is not None
    return _readable(zicht_op(kijker, [punt.dossier_id], now), punt, now)


def _readable(zicht: Zicht, punt: Aandachtspunt, now: datetime) -> bool:
    """An open card opens this person and this help; a settled one only to who works with them besides."""
    assert punt.dossier_id is not None
    if punt.weg_op is None:
        return zicht.mag(Onderdeel.PERSOON, punt.dossier_id)
    recent = punt.weg == Aandachtspunt.Weg.GEDAAN and punt.weg_op > now - REMEMBERED
    return recent and zicht.mag(Onderdeel.AFSPRAAK, punt.dossier_id, punt.domein, punt.persoon_id)


def read_card(
    kijker: Kijker, punt: Aandachtspunt, now: datetime, soort: str = Inzage.Soort.PLAN
) -> Belkaart | None:
    """The card, logged as shown; None when it is not theirs to read any more."""
    assert punt.dossier_id is not None
    assert punt.object is not None
    dossier, today = punt.dossier_id, day_of(now)
    zicht = zicht_op(kijker, [dossier], now)
    if not _readable(zicht, punt, now):
        return None
    rows = _with_gezag(kijker, _with_guide(provisions(kijker)), today)
    voorziening = _with_questions(kijker, rows, today).filter(pk=punt.object).first()
    people = people_in(kijker, zicht, today, [dossier]).get(dossier, [])
    mens = next((it for it in people if it.persoon == punt.persoon_id), None)
    if voorziening is None or voorziening.eind is None or mens is None:
        return None
    toon(kijker, soort, [(it.persoon, dossier) for it in people])
    born = voorziening.persoon.geboortedatum
    age = age_on(born, today) if born else None
    adres, secret = _address(kijker, zicht, dossier, today)
    numbers = _numbers(voorziening, mens, people, age)
    return Belkaart(
        punt=punt,
        voorziening=voorziening,
        mens=mens,
        leeftijd=age,
        nummers=numbers,
        hoe=call_way(numbers[0].telefoon if numbers else "", str(adres) if adres else ""),
        adres=adres,
        adres_geheim=secret,
        wat=category_words(voorziening.wet, voorziening.categorie),
        aanbieder=voorziening.aanbieder.organisatie.naam if voorziening.aanbieder else "",
        eind=date.fromisoformat(punt.params["dag_eind"]),
        waarom=punt.params["waarom"],
        dagen={name: date.fromisoformat(day) for name, day in punt.params.items() if name.startswith("dag_")},
        contactpersoon=_contact(zicht, punt),
        hulp=Belhulp(
            getattr(voorziening, "wijzer", None) or "", guide(voorziening.wet, voorziening.categorie), 0
        ),
        eerder=tuple(calls_about(kijker, voorziening)[:MOST]),
        toetsvragen=_questions(voorziening),
        gedaan=punt.weg_op is not None,
        mag_stap=punt.weg_op is None or _writes_there(zicht, punt),
        leest_plan=works_with(kijker, zicht, dossier),
        mag_oppakken=punt.weg_op is None and _may_pick_up(kijker, zicht, punt),
    )


def _may_pick_up(kijker: Kijker, zicht: Zicht, punt: Aandachtspunt) -> bool:
    """Who has the card and does not work with this household in its domein yet, may begin to."""
    return not kijker.rollen.isdisjoint(WERKT) and not _writes_there(zicht, punt)


def _writes_there(zicht: Zicht, punt: Aandachtspunt) -> bool:
    assert punt.dossier_id is not None
    works = not zicht.relaties(punt.dossier_id).isdisjoint({Relatie.IN_DIT_DOMEIN, Relatie.REGIE})
    return works and punt.domein in zicht.domeinen(Onderdeel.DOMEINVLAG, punt.dossier_id)


def _numbers(row: Voorziening, mens: Mens, people: Sequence[Mens], age: int | None) -> tuple[Mens, ...]:
    """Whom to ring: themselves; of a child who has gezag over it and lives there, and nobody else in the house."""
    if age is None or age >= CALLS_THEMSELVES:
        return (mens,) if mens.telefoon else ()
    parents = {UUID(str(pk)) for pk in getattr(row, "gezag", None) or ()}
    return tuple(it for it in people if it.telefoon and it.persoon in parents)


def _address(kijker: Kijker, zicht: Zicht, dossier: UUID, today: date) -> tuple[Adres | None, bool]:
    """Where they live, as far as it may be known; and whether there is a secret address that may not."""
    if not zicht.mag(Onderdeel.ADRES, dossier):
        return None, False
    rows: QuerySet[Adres, Any] = Adres.objects.filter(
        active(today), gemeente_id=kijker.gemeente_id, dossier_id=dossier
    )
    found = rows.order_by("-begindatum", "-pk").first()
    if found is None or not found.geheim:
        return found, False
    if not zicht.mag(Onderdeel.GEHEIM_ADRES, dossier):
        return None, True
    open_gevoelig(kijker, Onderdeel.GEHEIM_ADRES, dossier, "geheim_adres")
    return found, False


def card_of(kijker: Kijker, now: datetime) -> QuerySet[Aandachtspunt]:
    """The cards of this colleague or a team of theirs, with who they are about."""
    contact = Betrokkenheid.objects.filter(
        active(day_of(now)),
        gemeente_id=OuterRef("gemeente_id"),
        dossier_id=OuterRef("dossier_id"),
        soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON,
        beeindigd_op__isnull=True,
    ).order_by("-begindatum", "pk")
    rows = theirs(kijker, now).annotate(contact=Subquery(contact.values("medewerker__naam")[:1]))
    return rows.select_related("persoon", "team")


def _contact(zicht: Zicht, punt: Aandachtspunt) -> str:
    """The name of the vaste contactpersoon, for whoever knows of the household's plan."""
    assert punt.dossier_id is not None
    return getattr(punt, "contact", None) or "" if zicht.mag(Onderdeel.KADER, punt.dossier_id) else ""


def _with_gezag(kijker: Kijker, rows: QuerySet[Voorziening], today: date) -> QuerySet[Voorziening]:
    """With who has gezag over whom it is for."""
    gezag = Vertegenwoordiging.objects.filter(
        active(today),
        gemeente_id=kijker.gemeente_id,
        persoon_id=OuterRef("persoon_id"),
        soort=Vertegenwoordiging.Soort.GEZAG,
    )
    return rows.annotate(gezag=rows_as_json(gezag.values("vertegenwoordiger")))


def _with_guide(rows: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """With the gemeente's own words for this kind of help; a newest version without words: the standard text."""
    own = Belwijzer.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), wet=OuterRef("wet"), categorie=OuterRef("categorie")
    )
    return rows.annotate(wijzer=Subquery(own.order_by("-nummer").values("tekst")[:1]))


def _with_questions(kijker: Kijker, rows: QuerySet[Voorziening], today: date) -> QuerySet[Voorziening]:
    """With what our mensbeeld asks at a moment of choice, of each room apart."""
    found = {_key(name): part(kijker, today) for name, part in registry.toetsvragen.items()}
    return rows.annotate(**{key: rows_as_json(it) for key, it in found.items() if it is not None})


def _questions(row: Voorziening) -> tuple[str, ...]:
    asked = (getattr(row, _key(name), None) or () for name, _ in registry.toetsvragen.items())
    return tuple(line for lines in asked for line in lines)


def _key(name: str) -> str:
    return f"vragen_{name.replace('.', '_')}"
