"""One card by link: of a colleague, those of an afspraak they may read; of whoever has the link, that one card."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Kaart
from vliegwiel.ondersteuning.rules.kaart import Kaartstand, is_open
from vliegwiel.privacy.public import Betrokkene, Inzage, Relatie, toon
from vliegwiel.samenspel.public import OPEN_AFSPRAKEN, Afspraak, afspraken, sight_of

WITH_CARD = (Afspraak.Wie.VRIJWILLIGER, Afspraak.Wie.NETWERK)


def hash_of(sleutel: str) -> str:
    """What is kept of a link."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def by_link(gemeente_id: UUID, sleutel: str, today: date) -> Kaart | None:
    """The card of this link, when it still opens; a wrong link and an old one look the same."""
    rows = Kaart.objects.filter(gemeente_id=gemeente_id, sleutel=hash_of(sleutel))
    card = rows.select_related("afspraak__dossier").first()
    return card if card is not None and is_open(stand_of(card), today) else None


def stand_of(card: Kaart) -> Kaartstand:
    dossier = card.afspraak.dossier
    closed = dossier.gesloten_op if dossier else None
    if card.afspraak.status == Afspraak.Status.LOSGELATEN and card.afspraak.klaar_op:
        closed = day_of(card.afspraak.klaar_op)  # a task that was let go asks nobody any more
    return Kaartstand(card.geldig_tot, card.ingetrokken_op is not None, closed)


def for_cards(kijker: Kijker, afspraak_id: UUID, now: datetime) -> QuerySet[Afspraak]:
    """The afspraak, when this colleague reads it and works with the household, and a card can be made of it."""
    if kijker.medewerker is None:
        return Afspraak.objects.none()
    zicht = sight_of(kijker, afspraak_id, now)
    works = zicht.with_relation(Relatie.IN_DIT_DOMEIN, Relatie.REGIE)  # not who only reads along
    return afspraken(kijker, zicht).filter(wie__in=WITH_CARD, dossier_id__in=works)


@dataclass(frozen=True)
class Kaartenblad:
    """The cards of one afspraak, and whether there can be another."""

    afspraak: Afspraak
    kaarten: list[tuple[Kaart, bool]]  # with whether the link still opens
    mag_maken: bool


def cards_of(kijker: Kijker, afspraak: Afspraak, now: datetime) -> Kaartenblad:
    """Says in the log whom this page is about: the person of the afspraak, or everybody in the household."""
    today = day_of(now)
    persons = [afspraak.persoon_id] if afspraak.persoon_id else _living(afspraak, today)
    toon(kijker, Inzage.Soort.LIJST, [(pk, afspraak.dossier_id) for pk in persons])
    rows = Kaart.objects.filter(gemeente_id=kijker.gemeente_id, afspraak=afspraak)
    cards = rows.select_related("afspraak__dossier", "gemaakt_door").order_by("-gemaakt_op")[:20]
    return Kaartenblad(
        afspraak, [(it, is_open(stand_of(it), today)) for it in cards], afspraak.status in OPEN_AFSPRAKEN
    )


def _living(afspraak: Afspraak, today: date) -> list[UUID]:
    rows = Betrokkene.objects.filter(
        active(today), gemeente_id=afspraak.gemeente_id, dossier=afspraak.dossier
    )
    return list(rows.values_list("persoon_id", flat=True))


def answered(kijker: Kijker) -> QuerySet[Kaart]:
    """Cards this colleague made that got an answer while the afspraak is still open."""
    if kijker.medewerker is None or not kijker.sees_content:
        return Kaart.objects.none()
    return (
        Kaart.objects.filter(
            gemeente_id=kijker.gemeente_id,
            gemaakt_door_id=kijker.medewerker.pk,
            afspraak__status__in=OPEN_AFSPRAKEN,
            ingetrokken_op__isnull=True,
        )
        .exclude(antwoord__in=["", Kaart.Antwoord.LUKT])
        .select_related("afspraak")
        .order_by("-antwoord_op")
    )
