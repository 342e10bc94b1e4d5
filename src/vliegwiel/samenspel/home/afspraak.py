"""Afspraken on Vandaag, one that is past its day, and what stays behind when a colleague leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Aandacht, OpenWerk
from vliegwiel.privacy.public import Inzage, toon
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.actions import hand_over_afspraken
from vliegwiel.samenspel.models import Aandachtspunt, Afspraak
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Gevonden
from vliegwiel.ui.sentences import sentence

SHOWN = 12
PAST = "afspraak_voorbij"


def afspraken_ask(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """An afspraak asked of me, or one that came back: for whom, and not what it says."""
    day = day_of(now)
    if kijker.medewerker is None or not kijker.aan("plan"):
        return []
    rows = list(queries.asks_attention(kijker, now, day)[:SHOWN])
    shown = [(it.persoon_id, it.dossier_id) for it in rows if it.persoon_id]
    toon(kijker, Inzage.Soort.LIJST, shown)
    return [_card(kijker, it, it.woont) for it in rows]


def waits(kijker: Kijker, now: datetime) -> bool:
    """Whether an afspraak is asked of me or came back."""
    return kijker.aan("plan") and queries.asks_attention(kijker, now, day_of(now)).exists()


def _card(kijker: Kijker, it: Afspraak, named: bool) -> Aandacht:
    return Aandacht(
        code="afspraak_vraagt" if it.status == Afspraak.Status.GEVRAAGD else "afspraak_terug",
        href=reverse("afspraak", args=[kijker.gemeente.slug, it.pk]),
        weight=15,
        kwart="ondersteuning",
        params={
            "voor": it.persoon.voornaam if it.persoon and named else sentence("voor_huishouden"),
            "gever": it.gever.naam if it.gever else "",
            "icoon": "bal",
        },
    )


def afspraken_of(kijker: Kijker, medewerker: Medewerker) -> OpenWerk | None:
    """How many afspraken a colleague who leaves gave or does: a number, not which."""
    mine = Q(medewerker_id=medewerker.pk) | Q(gever_id=medewerker.pk)
    count = Afspraak.objects.filter(
        mine, gemeente_id=kijker.gemeente_id, status__in=queries.OPEN_AFSPRAKEN
    ).count()
    return OpenWerk("open_werk.afspraken", count, {"aantal": count}) if count else None


def hand_over(*, medewerker: Medewerker, to: Medewerker | None, by: Kijker, now: datetime) -> None:
    """What a colleague who leaves gave or does gets another holder."""
    hand_over_afspraken(by=by, now=now, medewerker_id=medewerker.pk, to=to)


# -- past its day


def _past(gemeente_id: UUID, now: datetime) -> QuerySet[Afspraak]:
    held = Q(medewerker__isnull=False) | Q(gever__isnull=False)
    return Afspraak.objects.filter(
        held, gemeente_id=gemeente_id, status=Afspraak.Status.LOOPT, wanneer__lt=day_of(now)
    )


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    """What has none yet: so also one that was given another day in the past, or another colleague."""
    known = Aandachtspunt.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), code=PAST, object=OuterRef("pk"), weg_op__isnull=True
    )
    return (_asks(row) for row in _past(gemeente_id, now).filter(~Exists(known)).iterator(1000))


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    return [_asks(row) for row in _past(gemeente_id, now).filter(pk__in=[it.object for it in rows])]


def _asks(row: Afspraak) -> Gevonden:
    """Of who does it; who has no log-in is asked for by who gave it."""
    assert row.wanneer is not None
    return Gevonden(
        sleutel=str(row.pk),
        object=row.pk,
        dossier=row.dossier_id,
        domein=row.domein,
        persoon=row.persoon_id,
        medewerker=row.medewerker_id or row.gever_id,
        vanaf=row.wanneer + timedelta(days=1),
        params={"dag": row.wanneer.isoformat()},
    )


VOORBIJ = Aandachtregel(
    code=PAST,
    kwart="ondersteuning",
    weight=25,
    icoon="bal",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("afspraak", args=[slug, row.object]),
    sees=lambda kijker: kijker.aan("plan"),
)
