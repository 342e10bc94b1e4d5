"""Faults to plant around an opdracht and what a plan goal is linked to: each a slip somebody could make."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from vliegwiel.ondersteuning.models import Doelkoppeling
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdracht, Paragraaf
from vliegwiel.samenspel.models import Zetel

Patch = pytest.MonkeyPatch
ROOM = "vliegwiel.opdracht"


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _every_opdracht(kijker: Any, today: Any) -> Any:
    rows = Opdracht.objects.filter(gemeente_id=kijker.gemeente_id)
    return rows.select_related("opgave", "tafel", "voorstel").order_by("-id")


def no_wall(patch: Patch) -> None:
    """Drafts are listed by table alone: whoever may bid and sits there reads them."""
    reading = _module(f"{ROOM}.queries.reading")
    patch.setattr(reading, "_walls", lambda *given: MogelijkeInschrijver.objects.none())


def for_whom_one_sits(patch: Patch) -> None:
    """The wall forgets who works for us and sits at a table for a possible bidder."""
    reading = _module(f"{ROOM}.queries.reading")
    patch.setattr(reading, "zetels_of_account", lambda *given: Zetel.objects.none())


def marked_from_the_first_day(patch: Patch) -> None:
    """A mark counts only from its first day: who is to bid reads along until then."""
    reading = _module(f"{ROOM}.queries.reading")
    active = _module("vliegwiel.gemeenschap.public").active
    patch.setattr(reading, "marks", active)


def docx_without_the_wall(patch: Patch) -> None:
    """The Word document is looked up by its id alone."""
    views, queries = _module(f"{ROOM}.views.blad"), _module(f"{ROOM}.queries")

    def loose(request: Any, kijker: Any, opdracht_id: Any) -> Any:
        from vliegwiel.gemeenschap.public import found
        from vliegwiel.kern.clock import today

        rows = queries.with_rights(_every_opdracht(kijker, today()), kijker, today())
        return found(request, kijker, rows.select_related("opgave__gebied"), pk=opdracht_id)

    patch.setattr(views, "find_opdracht", loose)


def thread_names_drafts(patch: Patch) -> None:
    """The rode draad of a goal, an opgave, a Voorstel names every opdracht it leads to."""
    patch.setattr(_module(f"{ROOM}.home.draad"), "opdrachten", _every_opdracht)


def thread_of_an_effect(patch: Patch) -> None:
    """What we hope to see says what was asked for it, to whoever reads it."""
    patch.setattr(_module("vliegwiel.effect.home.draad"), "opdrachten", _every_opdracht)


def found_by_anybody(patch: Patch) -> None:
    """Search goes through every draft."""
    patch.setattr(_module(f"{ROOM}.queries"), "opdrachten", _every_opdracht)


def every_link_here(patch: Patch) -> None:
    """Whoever reads one goal of a plan reads to what all its goals contribute."""
    links = _module("vliegwiel.ondersteuning.queries.koppeling")

    def loose(goal: Any) -> Any:
        rows = Doelkoppeling.objects.filter(dossier_id=goal.dossier_id).select_related("doel")
        return [links.Bijdraagt(row.doel_id, row.doel.naam) for row in rows]

    for name in ("views.doel", "home.draad"):
        patch.setattr(_module(f"vliegwiel.ondersteuning.{name}"), "doelen_of", loose)


def nothing_in_it(patch: Patch) -> None:
    patch.setattr(_module(f"{ROOM}.queries.blad"), "paragrafen", lambda opdracht: Paragraaf.objects.none())


def no_draft_for_anybody(patch: Patch) -> None:
    """A wall too high: who writes an opdracht does not find it."""

    def only_open(kijker: Any, today: Any) -> Any:
        return _every_opdracht(kijker, today).filter(open_op__isnull=False)

    patch.setattr(_module(f"{ROOM}.queries"), "opdrachten", only_open)


PLANTS: tuple[tuple[Callable[[Patch], None], str, tuple[str, ...]], ...] = (
    (no_wall, "leak", ("opgaven", "opgave")),
    (for_whom_one_sits, "leak", ("opgaven", "opgave")),
    (marked_from_the_first_day, "leak", ("opgaven", "opgave")),
    (docx_without_the_wall, "leak", ("opdracht_docx",)),
    (thread_names_drafts, "leak", ("koersdoel", "opgave", "voorstel", "bijdrage")),
    (thread_of_an_effect, "leak", ("beoogd",)),
    (found_by_anybody, "leak", ("zoeken",)),
    (every_link_here, "leak", ("doel",)),
    (nothing_in_it, "denied", ("opdracht", "opdracht_docx")),
    (no_draft_for_anybody, "denied", ("opdracht",)),
)
