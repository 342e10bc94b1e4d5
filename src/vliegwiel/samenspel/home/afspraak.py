"""Afspraken on Vandaag, one that is past its day, and what stays behind when a colleague leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Aandacht, Blok, OpenWerk
from vliegwiel.privacy.public import Inzage, toon
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.actions import hand_over_afspraken
from vliegwiel.samenspel.actions.afspraak import address
from vliegwiel.samenspel.home.eigen import IN_BLOCK, asking, eigen
from vliegwiel.samenspel.models import Aandachtspunt, Afspraak
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Gevonden, Woorden
from vliegwiel.ui.sentences import sentence

PAST = "afspraak_voorbij"
APART = "tafelafspraak_voorbij"


def afspraken_ask(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """An afspraak asked of me, or one that came back: about a household for whom, and not what it says."""
    if kijker.medewerker is None:
        return []
    rows = eigen(kijker, now).gevraagd
    shown = [(it.persoon_id, it.dossier_id) for it in rows if it.persoon_id]
    toon(kijker, Inzage.Soort.LIJST, shown)
    return [_card(kijker, it, it.woont) for it in rows]


def waits(kijker: Kijker, now: datetime) -> bool:
    """Whether an afspraak is asked of me or came back."""
    return kijker.medewerker is not None and asking(kijker, now).exists()


def _card(kijker: Kijker, it: Any, named: bool) -> Aandacht:
    what = "vraagt" if it.status == Afspraak.Status.GEVRAAGD else "terug"
    voor = it.persoon__voornaam if it.persoon_id and named else sentence("voor_huishouden")
    told = {"voor": voor} if it.dossier_id else {"tekst": shortened(it.tekst)}
    return Aandacht(
        code=f"afspraak_{what}" if it.dossier_id else f"tafelafspraak_{what}",
        href=address(kijker.gemeente.slug, it.pk, it.dossier_id),
        weight=15,
        kwart="ondersteuning" if it.dossier_id else "koers",
        params={**told, "gever": it.gever__naam or "", "icoon": "bal"},
    )


def shortened(text: str) -> str:
    """The first words of an afspraak, on one line."""
    return Truncator(" ".join(text.split())).chars(90)


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


def _past(gemeente_id: UUID, now: datetime, *, apart: bool) -> QuerySet[Afspraak]:
    """`apart`: those about no household."""
    held = Q(medewerker__isnull=False) | Q(gever__isnull=False)
    return Afspraak.objects.filter(
        held,
        gemeente_id=gemeente_id,
        status=Afspraak.Status.LOOPT,
        wanneer__lt=day_of(now),
        dossier__isnull=apart,
    )


def _unknown(gemeente_id: UUID, now: datetime, code: str) -> Iterable[Gevonden]:
    """What has none yet: so also one that was given another day in the past, or another colleague."""
    known = Aandachtspunt.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), code=code, object=OuterRef("pk"), weg_op__isnull=True
    )
    rows = _past(gemeente_id, now, apart=code == APART).filter(~Exists(known))
    return (_asks(row) for row in rows.iterator(1000))


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    return _unknown(gemeente_id, now, PAST)


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    found = _past(gemeente_id, now, apart=False).filter(pk__in=[it.object for it in rows])
    return [_asks(row) for row in found]


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


def _find_apart(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    return _unknown(gemeente_id, now, APART)


def _still_apart(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    found = _past(gemeente_id, now, apart=True).filter(pk__in=[it.object for it in rows])
    return [_asks(row) for row in found]


def _words(kijker: Kijker, rows: Sequence[Aandachtspunt], now: datetime) -> Woorden:
    """What it says, of who has it in hand."""
    found = queries.own_tafelafspraken(kijker).filter(pk__in=[row.object for row in rows])
    return Woorden(found.values_list("pk", "tekst"), lambda it: (it.pk, {"tekst": shortened(it.tekst)}))


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
VOORBIJ_APART = Aandachtregel(
    code=APART,
    kwart="koers",
    weight=25,
    icoon="bal",
    find=_find_apart,
    still=_still_apart,
    href=lambda slug, row: reverse("tafel_afspraak", args=[slug, row.object]),
    describe=_words,
)


def own_block(kijker: Kijker, now: datetime) -> Blok | None:
    """What I do or keep an eye on, apart from any household: the first few, and where the rest is."""
    if kijker.medewerker is None or not kijker.sees_content:
        return None
    rows = eigen(kijker, now).doet
    return Blok("samenspel/blok_afspraken.html", {"afspraken": rows, "meest": IN_BLOCK}) if rows else None
