"""Questions, first advice and warme overdracht: on Vandaag, in the menu, by the clock, when a colleague leaves."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern import outbox, registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Aandacht, NavItem, OpenWerk, OpenWerkPart
from vliegwiel.ondersteuning.access.vraag import can_answer
from vliegwiel.ondersteuning.actions.overdracht import hand_over_questions
from vliegwiel.ondersteuning.actions.vraag_klok import destroy_expired
from vliegwiel.ondersteuning.home.vraag_verloopt import VERLOOPT
from vliegwiel.ondersteuning.queries import vraag as queries
from vliegwiel.ondersteuning.queries import vraag_mensen
from vliegwiel.ondersteuning.queries.vandaag import Regel, rows_of
from vliegwiel.privacy.public import HEEFT_WERK
from vliegwiel.samenspel.public import declare_aandacht
from vliegwiel.ui.filters import datum


def offered(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """A colleague asks me, or my team, to take something over."""
    if not can_answer(kijker) or kijker.medewerker is None or not kijker.aan("vraag"):
        return []
    return [_offer(kijker, it) for it in rows_of(kijker, now, "overdracht")]


def _offer(kijker: Kijker, it: Regel) -> Aandacht:
    code, name, pk = ("vraag_aangeboden", "vraag", it.ander)
    if it.ander is None:
        code, name, pk = ("contact_aangeboden", "overdracht", it.pk)
    href = reverse(name, args=[kijker.gemeente.slug, pk])
    return Aandacht(
        code=code,
        href=href,
        weight=12,
        kwart="ondersteuning",
        params={"van": it.tekst, "icoon": "bal"},
    )


def waits(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """What my team has and nobody took, in one card."""
    if not can_answer(kijker) or kijker.medewerker is None or not kijker.aan("vraag"):
        return []
    waiting = rows_of(kijker, now, "vraag")
    return [_waiting(kijker, waiting)] if waiting else []


def something_waits(kijker: Kijker, now: datetime) -> bool:
    """Whether something was offered to me or my team, or waits with my team."""
    if not can_answer(kijker) or kijker.medewerker is None or not kijker.aan("vraag"):
        return False
    asked = queries.overdrachten(kijker, now).exclude(van_id=kijker.medewerker.pk)
    return asked.exists() or queries.waiting(kijker, now).exists()


def _waiting(kijker: Kijker, waiting: list[Regel]) -> Aandacht:
    oldest = min(it.moment for it in waiting if it.moment)
    return Aandacht(
        code="vraag_van_team",
        href=reverse("vragen", args=[kijker.gemeente.slug]),
        weight=14,
        kwart="ondersteuning",
        params={
            "aantal": len(waiting),
            "dag": datum(day_of(oldest)),
            "icoon": "vraag",
        },
    )


def held_by(kijker: Kijker, medewerker: Medewerker) -> OpenWerk | None:
    """How many questions a colleague who leaves holds, and how many wait for their yes: a number."""
    count = queries.open_of(kijker.gemeente_id, medewerker.pk)
    return OpenWerk("open_werk.vragen", count, {"aantal": count}) if count else None


def hand_over(*, medewerker: Medewerker, to: Medewerker | None, by: Kijker, now: datetime) -> None:
    """To the successor, or to the team that answers questions when that one does not."""
    team = vraag_mensen.vraag_team(by.gemeente_id, by.instellingen.get("vraag_team"))
    hand_over_questions(by=by, now=now, medewerker_id=medewerker.pk, to=to, team=team)


def menu() -> list[NavItem]:
    return [NavItem("nav.vragen", "vragen", "vraag", rollen=HEEFT_WERK, praktijk="vraag")]


def register() -> None:
    """Add this part to the pages below."""
    registry.navigatie.add("ondersteuning.vraag", menu, order=10)
    registry.aandacht.add("ondersteuning.overdracht", offered, order=12)
    registry.aandacht.add("ondersteuning.vraag", waits, order=14)
    declare_aandacht(VERLOOPT)
    registry.open_werk.add("ondersteuning.vraag", OpenWerkPart(count=held_by, hand_over=hand_over))
    registry.wacht.add("ondersteuning.vraag", something_waits, order=12)
    registry.klok.add("ondersteuning.vraag", destroy_expired, order=500)
    outbox.declare(
        "overdracht",
        outbox.Kind(
            subject=_("Een collega in %(gemeente)s vraagt je iets over te nemen"),
            body=_("Via deze link lees je wat. Je kunt het aannemen of teruggeven."),
        ),
    )
