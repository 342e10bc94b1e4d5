"""One card by link: making and withdrawing one, and what whoever has the link answers."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Teamlid, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.actions.correctie import holder_for
from vliegwiel.ondersteuning.models import Kaart, Vraag
from vliegwiel.ondersteuning.queries import kaart as queries
from vliegwiel.ondersteuning.refusals.kaart import CardGone, EndNotRight, NoCardForThis, NoWorry
from vliegwiel.ondersteuning.rules.kaart import end_is_right, is_open
from vliegwiel.privacy.public import Betrokkene, Blokkade
from vliegwiel.samenspel.public import Afspraak

BYTES = 32  # 256 bits
FOUR_WEEKS = timedelta(weeks=4)


@dataclass(frozen=True)
class Link:
    """Whoever has the link of one card acts: the card stands where an account would."""

    gemeente_id: UUID
    account_id: UUID
    inwoner: None = None


@transaction.atomic
def make_card(
    *, by: Kijker, now: datetime, afspraak: Afspraak, wie: str, taak: str, voor: str, geldig_tot: date
) -> tuple[Kaart, str]:
    """A card and its link. The link is given once and not kept.

    Raises:
        NoCardForThis: not theirs to read, or done by somebody with an account. EndNotRight: too long, or over.
    """
    if by.medewerker is None or not queries.for_cards(by, afspraak.pk, now).filter(pk=afspraak.pk).exists():
        raise NoCardForThis
    if not end_is_right(geldig_tot, day_of(now)):
        raise EndNotRight
    sleutel = secrets.token_urlsafe(BYTES)
    card = Kaart.objects.create(
        gemeente_id=by.gemeente_id,
        afspraak=afspraak,
        sleutel=queries.hash_of(sleutel),
        wie=wie,
        taak=taak,
        voor=voor,
        gemaakt_door=by.medewerker,
        gemaakt_op=now,
        geldig_tot=geldig_tot,
    )
    record(by=by, action="kaart.gemaakt", subject=card, now=now, afspraak=str(afspraak.pk))
    return card, sleutel


@transaction.atomic
def withdraw_card(*, by: Kijker, now: datetime, kaart: Kaart) -> Kaart:
    """The link opens nothing any more, from now on.

    Raises:
        NoCardForThis: the afspraak is not theirs to read.
    """
    if not queries.for_cards(by, kaart.afspraak_id, now).filter(pk=kaart.afspraak_id).exists():
        raise NoCardForThis
    if kaart.ingetrokken_op is None:
        kaart.ingetrokken_op = now
        kaart.save(update_fields=["ingetrokken_op"])
        record(by=by, action="kaart.ingetrokken", subject=kaart, now=now)
    return kaart


def _open_now(by: Link, now: datetime) -> Kaart:
    rows = Kaart.objects.select_for_update(of=("self",)).filter(gemeente_id=by.gemeente_id, pk=by.account_id)
    card = rows.select_related("afspraak__dossier", "gemaakt_door").first()
    if card is None or not is_open(queries.stand_of(card), day_of(now)):
        raise CardGone
    return card


@transaction.atomic
def answer_card(*, by: Link, now: datetime, antwoord: str) -> Kaart:
    """Lukt, lukt niet or gedaan; the last answer counts. The colleague who made the card sees it.

    Raises:
        CardGone: expired, withdrawn, or the dossier was closed.
    """
    card = _open_now(by, now)
    card.antwoord, card.antwoord_op = antwoord, now
    card.save(update_fields=["antwoord", "antwoord_op"])
    record(by=by, action="kaart.antwoord", subject=card, now=now, antwoord=antwoord)
    return card


@transaction.atomic
def worry(*, by: Link, now: datetime, woorden: str) -> Vraag:
    """A volunteer is worried: a Vraag with a holder, apart from what the card is about.

    Raises:
        CardGone: expired, withdrawn, or the dossier was closed. NoWorry: no words.
        NobodyHolds: nobody works with this household any more.
    """
    if not woorden.strip():
        raise NoWorry
    card = _open_now(by, now)
    day = day_of(now)
    vraag = Vraag.objects.create(
        gemeente_id=by.gemeente_id,
        soort=Vraag.Soort.ZORG,
        kanaal=Vraag.Kanaal.KAART,
        namens=Vraag.Namens.VRIJWILLIGER,
        namens_naam=card.wie,
        naam=card.voor,
        woorden=woorden,
        dossier_id=card.afspraak.dossier_id,
        persoon_id=card.afspraak.persoon_id,
        gesteld_op=now,
        verloopt_op=day + FOUR_WEEKS,
        **_holder(card, day),
    )
    record(by=by, action="kaart.zorg", subject=vraag, now=now, kaart=str(card.pk))
    return vraag


def _holder(card: Kaart, day: date) -> dict[str, object]:
    """Who made the card; gone, their team; without one, whoever works with the household."""
    here = Medewerker.objects.filter(active(day), gemeente_id=card.gemeente_id, pk=card.gemaakt_door_id)
    lived = Betrokkene.objects.filter(gemeente_id=card.gemeente_id, dossier_id=card.afspraak.dossier_id)
    out = Blokkade.objects.filter(
        active(day), gemeente_id=card.gemeente_id, medewerker_id=card.gemaakt_door_id
    )
    if out.filter(persoon_id__in=lived.values("persoon_id")).exists():  # they would hold what they cannot see
        here = here.none()
    if here.exists():
        return {"houder_id": card.gemaakt_door_id}
    last = Teamlid.objects.filter(gemeente_id=card.gemeente_id, medewerker_id=card.gemaakt_door_id)
    member = last.order_by("-begindatum", "pk").first()
    if member is not None:
        return {"houder_team_id": member.team_id}
    found = holder_for(card.afspraak.dossier_id, card.gemeente_id, day)
    return {"houder_id": found.medewerker_id, "houder_team_id": found.team_id}
