"""A household begins: its dossier, who lives there, an empty plan, and who works with them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Length

from vliegwiel.gemeenschap.public import Gebied, Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.models import Huishouden, Plan
from vliegwiel.ondersteuning.refusals.huishouden import CannotOpen, HouseholdIncomplete
from vliegwiel.privacy.public import (
    DOMEINEN,
    WERKT,
    Betrokkene,
    Betrokkenheid,
    Dossier,
    Persoon,
    blocked_persons,
    role_sees,
)

_TRIES = 20
_FIELDS = ("voornaam", "achternaam", "geboortedatum", "telefoon", "email")


@transaction.atomic
def open_household(
    *,
    by: Kijker,
    now: datetime,
    naam: str,
    personen: list[dict[str, Any]],
    domeinen: list[str],
    vaste_contactpersoon: bool,
    gebied: Gebied | None = None,
) -> Dossier:
    """Open a household with an empty plan; whoever opens it is involved from today.

    Each of `personen` is {"persoon": Persoon} for somebody we know, or the fields of somebody new.

    Raises:
        CannotOpen: only a colleague who works with people.
        HouseholdIncomplete: huishouden_zonder_mensen, huishouden_zonder_betrokkenheid, domein_onbekend,
            persoon_onbekend (somebody whose dossiers stay closed to this colleague).
    """
    today = day_of(now)
    _require(by, personen, domeinen, vaste_contactpersoon)
    _require_not_blocked(by, today, personen)
    dossier = _new_dossier(by, today)
    Huishouden.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        naam=naam,
        gebied=gebied,
        zoektekst=stems_of(naam, dossier.nummer, dossier.referentie),
    )
    for place, fields in enumerate(personen):
        Betrokkene.objects.create(
            gemeente_id=by.gemeente_id,
            dossier=dossier,
            persoon=fields.get("persoon") or new_persoon(by, fields),
            volgorde=place,
            begindatum=today,
        )
    Plan.objects.create(gemeente_id=by.gemeente_id, dossier=dossier, begonnen_op=today)
    _involve(by, today, dossier, domeinen, vaste_contactpersoon)
    record(by=by, action="huishouden.geopend", subject=dossier, now=now, mensen=len(personen))
    return dossier


def _require(by: Kijker, personen: list[dict[str, Any]], domeinen: list[str], regie: bool) -> None:
    if by.medewerker is None or not role_sees(by.rollen) or by.rollen.isdisjoint(WERKT):
        raise CannotOpen
    if not personen:
        raise HouseholdIncomplete("huishouden_zonder_mensen")
    if not domeinen and not regie:
        raise HouseholdIncomplete("huishouden_zonder_betrokkenheid", "domeinen")
    if not set(domeinen) <= set(DOMEINEN):
        raise HouseholdIncomplete("domein_onbekend", "domeinen")


def _require_not_blocked(by: Kijker, today: date, personen: list[dict[str, Any]]) -> None:
    known = [fields["persoon"].pk for fields in personen if fields.get("persoon")]
    if known and blocked_persons(by, today).filter(persoon_id__in=known).exists():
        raise HouseholdIncomplete("persoon_onbekend")


def new_persoon(by: Kijker, fields: dict[str, Any]) -> Persoon:
    """Somebody we did not know yet."""
    given = {name: fields[name] for name in _FIELDS if fields.get(name)}
    words = stems_of(*f"{given.get('voornaam', '')} {given.get('achternaam', '')}".split())
    row: Persoon = Persoon.objects.create(gemeente_id=by.gemeente_id, zoektekst=words, **given)
    return row


def _new_dossier(by: Kijker, today: date) -> Dossier:
    """A dossier with the next number of this year.

    Two colleagues who open one at once reach for the same number: the database lets one have it, the other tries
    again and then sees it taken.
    """
    start = first_part(by, today)
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                dossier: Dossier = Dossier.objects.create(
                    gemeente_id=by.gemeente_id,
                    nummer=number(start, last_number(by, start) + 1),
                    geopend_op=today,
                )
                return dossier
        except IntegrityError:
            continue
    raise RuntimeError("no number for a new dossier")


def first_part(by: Kijker, today: date) -> str:
    """What the numbers of this year begin with: "L-2026-"."""
    return f"{by.gemeente.naam[:1].upper()}-{today.year}-"


def number(start: str, count: int) -> str:
    return f"{start}{count:05d}"


def last_number(by: Kijker, start: str) -> int:
    """The highest number given out; 0 when there is none. As text, 99999 stands above 100000."""
    numbers = Dossier.objects.filter(gemeente_id=by.gemeente_id, nummer__startswith=start)
    last = numbers.order_by("-nummer").values_list("nummer", flat=True).first()
    if last is not None and last.removeprefix(start) == "99999":
        longer = numbers.annotate(lang=Length("nummer")).order_by("-lang", "-nummer")
        last = longer.values_list("nummer", flat=True).first()
    return int(last.removeprefix(start)) if last else 0


def _involve(by: Kijker, today: date, dossier: Dossier, domeinen: list[str], regie: bool) -> None:
    kinds = [(Betrokkenheid.Soort.UITVOERING, domein) for domein in dict.fromkeys(domeinen)]
    if regie:
        kinds.append((Betrokkenheid.Soort.VASTE_CONTACTPERSOON, ""))
    for soort, domein in kinds:
        Betrokkenheid.objects.create(
            gemeente_id=by.gemeente_id,
            dossier=dossier,
            medewerker=by.medewerker,
            soort=soort,
            domein=domein,
            begindatum=today,
        )
