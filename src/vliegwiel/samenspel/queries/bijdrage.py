"""Bijdragen at tables the kijker may read: who brings what, how much that is together, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.samenspel.models import Bijdrage
from vliegwiel.samenspel.queries.reading import at_readable
from vliegwiel.samenspel.rules.bijdrage import BijdrageFeit, Totaal, Totalen

STANDS = (Bijdrage.Status.AANGEBODEN, Bijdrage.Status.BEVESTIGD)


def bijdragen(kijker: Kijker, today: date) -> QuerySet[Bijdrage]:
    """What people bring at tables this kijker may read, in the order it was offered; taken back or not."""
    rows = Bijdrage.objects.filter(at_readable(kijker, today, "tafel"), gemeente_id=kijker.gemeente_id)
    people = ("zetel__medewerker", "zetel__inwoner", "bevestigd_door__medewerker", "bevestigd_door__inwoner")
    return rows.select_related("tafel", "zetel__partij", *people).order_by("aangeboden_op", "id")


def bijdrage_feit(it: Bijdrage) -> BijdrageFeit:
    """A Bijdrage as the rules read it."""
    return BijdrageFeit(it.status, it.zetel_id, it.zetel.partij_id)


def together(rows: QuerySet[Bijdrage]) -> Totalen:
    """What these Bijdragen are together, what was taken back left out: one query, however many they are."""
    stands, confirmed = Q(status__in=STANDS), Q(status=Bijdrage.Status.BEVESTIGD)
    asked: dict[str, Any] = {}
    for which, among in (("alle", stands), ("bevestigd", confirmed)):
        asked[which] = Count("pk", filter=among)
        for what in ("euro", "uren"):
            named = Q(**{f"{what}_van__isnull": False}) | Q(**{f"{what}_tot__isnull": False})
            no_end = Q(**{f"{what}_van__isnull": False, f"{what}_tot__isnull": True})
            asked[f"{which}_{what}_met"] = Count("pk", filter=among & named)
            asked[f"{which}_{what}_open"] = Count("pk", filter=among & no_end)
            asked[f"{which}_{what}_van"] = Sum(f"{what}_van", filter=among)
            asked[f"{which}_{what}_tot"] = Sum(f"{what}_tot", filter=among)
    found = rows.order_by().aggregate(**asked)
    return Totalen(
        euro_alle=_sum(found, "euro", "alle"),
        euro_bevestigd=_sum(found, "euro", "bevestigd"),
        uren_alle=_sum(found, "uren", "alle"),
        uren_bevestigd=_sum(found, "uren", "bevestigd"),
    )


def _sum(found: dict[str, Any], what: str, which: str) -> Totaal:
    part = f"{which}_{what}"
    return Totaal(
        van=found[f"{part}_van"] or 0,
        tot=None if found[f"{part}_open"] else found[f"{part}_tot"] or 0,
        met=found[f"{part}_met"] or 0,
        alle=found[which] or 0,
    )
