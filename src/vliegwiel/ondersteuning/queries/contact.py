"""Contact with a household as this kijker may read it, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.models import Contactmoment, Huishouden
from vliegwiel.ondersteuning.rules.mensen import Bericht, Contact, Mens
from vliegwiel.privacy.public import (
    Betrokkene,
    Dossier,
    Inzage,
    Onderdeel,
    Relatie,
    Zicht,
    as_asked,
    dossiers,
    sight_again,
    toon,
    zicht_op,
)

ALGEMEEN = ""
LATEST = 3
_PEOPLE = ("dossier_id", "persoon_id", "persoon__voornaam", "persoon__achternaam", "persoon__telefoon")


@dataclass(frozen=True)
class ContactBlad:
    """What the page of one household's contact shows, read once."""

    dossier: Dossier
    naam: str
    mensen: tuple[Mens, ...]
    domeinen: tuple[str, ...]
    laatste: tuple[Contactmoment, ...]
    te_lezen: tuple[Contactmoment, ...]


def contacts(kijker: Kijker, zicht: Zicht) -> QuerySet[Contactmoment]:
    """The contact this kijker may read: what is not in their domains is not there, nor is its day."""
    return _contacts(kijker.gemeente_id, zicht)


def _contacts(gemeente: UUID, zicht: Zicht) -> QuerySet[Contactmoment]:
    rows = Contactmoment.objects.filter(zicht.q(Onderdeel.INHOUD), gemeente_id=gemeente)
    return rows.order_by("-moment", "-pk")


def readable(kijker: Kijker, now: datetime) -> QuerySet[Dossier]:
    """The dossiers of which this kijker reads something of the contact."""
    return dossiers(kijker, now, Onderdeel.INHOUD)


def writable_domains(zicht: Zicht, dossier_id: UUID) -> tuple[str, ...]:
    """In which domains a contact can be written: one's own, and what is for everybody who works along."""
    seen = zicht.domeinen(Onderdeel.INHOUD, dossier_id)
    own = zicht.domeinen(Onderdeel.DOMEINVLAG, dossier_id)
    works = not zicht.relaties(dossier_id).isdisjoint({Relatie.IN_DIT_DOMEIN, Relatie.REGIE})
    general = (ALGEMEEN,) if works and ALGEMEEN in seen else ()
    return (*general, *sorted((seen & own) - {ALGEMEEN}))


def people_in(kijker: Kijker, zicht: Zicht, today: date, ids: Iterable[UUID]) -> dict[UUID, list[Mens]]:
    """Who lives in these dossiers today and may be known by name, whoever is addressed first first."""
    words, sight = as_asked(zicht, Onderdeel.PERSOON)
    rows = ask(_people, words, gemeente=kijker.gemeente_id, today=today, ids=list(ids), **sight)
    found: dict[UUID, list[Mens]] = {}
    for dossier, persoon, voornaam, achternaam, telefoon in rows:
        mens = Mens(persoon, f"{voornaam} {achternaam}".strip(), telefoon, voornaam)
        found.setdefault(dossier, []).append(mens)
    return found


def _people(words: Any, *, gemeente: UUID, today: date, ids: list[UUID], **sight: Any) -> QuerySet[Any]:
    seen = sight_again(words, sight).q(Onderdeel.PERSOON, domein=None, afgesloten=None)
    rows = Betrokkene.objects.filter(active(today), seen, gemeente_id=gemeente, dossier_id__among=ids)
    return rows.order_by("volgorde", "pk").values_list(*_PEOPLE)


def latest_and_unread(
    kijker: Kijker, zicht: Zicht, ids: list[UUID]
) -> tuple[dict[UUID, Contact], dict[UUID, list[Bericht]]]:
    """Per dossier the latest contact by a colleague, and what residents said that nobody read; one query.

    The latest one is looked up per dossier along the index, so that a long history costs nothing.
    """
    if not zicht.dossiers(Onderdeel.INHOUD):  # nothing to read: on PostgreSQL an empty look-up has no type
        return {}, {}
    words, sight = as_asked(zicht, Onderdeel.INHOUD)
    rows = ask(_latest_and_unread, words, gemeente=kijker.gemeente_id, ids=ids, **sight)
    latest: dict[UUID, Contact] = {}
    waiting: dict[UUID, list[Bericht]] = {}
    for dossier, pk, moment, soort, uitkomst, regel, said in rows:
        if said:
            waiting.setdefault(dossier, []).append(Bericht(pk, moment, regel))
        else:
            latest[dossier] = Contact(moment, soort, uitkomst)
    return latest, {pk: sorted(rows, key=lambda it: it.moment) for pk, rows in waiting.items()}


def _latest_and_unread(words: Any, *, gemeente: UUID, ids: list[UUID], **sight: Any) -> QuerySet[Any]:
    seen = _contacts(gemeente, sight_again(words, sight))
    first = seen.filter(van_inwoner=False, dossier_id=OuterRef("pk")).values("pk")[:1]
    wanted = Dossier.objects.filter(gemeente_id=gemeente, pk__among=ids).annotate(eerste=Subquery(first))
    fields = ("dossier_id", "pk", "moment", "soort", "uitkomst", "regel", "van_inwoner")
    here = Contactmoment.objects.filter(gemeente_id=gemeente, dossier_id__among=ids)
    last = here.filter(pk__in=wanted.values("eerste")).order_by().values_list(*fields)
    unread = seen.filter(
        dossier_id__among=ids, van_inwoner=True, uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN
    )
    return last.union(unread.order_by().values_list(*fields), all=True)


def read_contact(kijker: Kijker, dossier: Dossier, now: datetime) -> ContactBlad:
    """One household to log a contact with: who, in which domains, and what was said last."""
    zicht = zicht_op(kijker, [dossier.pk], now)
    people = people_in(kijker, zicht, day_of(now), [dossier.pk]).get(dossier.pk, [])
    toon(kijker, Inzage.Soort.PLAN, [(mens.persoon, dossier.pk) for mens in people])
    huishouden = Huishouden.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier.pk).first()
    here = contacts(kijker, zicht).filter(dossier_id=dossier.pk).select_related("medewerker")
    unread = here.filter(van_inwoner=True, uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN)
    return ContactBlad(
        dossier=dossier,
        naam=huishouden.naam if huishouden else "",
        mensen=tuple(people),
        domeinen=writable_domains(zicht, dossier.pk),
        laatste=tuple(here.exclude(uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN)[:LATEST]),
        te_lezen=tuple(unread),
    )
