"""One plan as a resident reads it: per person, in the words that were written; no labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Contactmoment, Correctieverzoek, Plandeel, Plandoel
from vliegwiel.ondersteuning.queries import inwoner as queries
from vliegwiel.ondersteuning.queries.inwoner import Eigenblik, Regel, Thuis
from vliegwiel.ondersteuning.queries.koppeling import doelen_of, with_doelen
from vliegwiel.ondersteuning.rules.inwoner import in_order
from vliegwiel.privacy.public import Onderdeel, age_on

LAATSTE = 20


@dataclass(frozen=True)
class Stuk:
    """One line of the plan with what was said about it. `soort` is the word in the address of "dit klopt niet"."""

    soort: str
    rij: Any
    voor: str
    correctie: Correctieverzoek | None
    mag_sluiten: bool = False
    terugblik: Any = None
    past_bij: tuple[str, ...] = ()


@dataclass(frozen=True)
class EigenPlan:
    """One household's plan, as far as this resident may read it."""

    thuis: Thuis
    regels: list[Regel]
    delen: list[Stuk]
    doelen: list[Stuk]
    contacten: list[Stuk]
    vast: dict[UUID, str]


def eigen_plan(blik: Eigenblik, dossier_id: UUID) -> EigenPlan | None:
    """The plan of one dossier; None when nothing of it is theirs to read."""
    if not any(dossier_id in blik.zicht.dossiers(part) for part in (Onderdeel.INHOUD, Onderdeel.DOEL)):
        return None
    said = queries.by_line(queries.correcties(blik).filter(dossier_id=dossier_id))
    rows = queries.afspraken(blik).filter(dossier_id=dossier_id, status__in=queries.LOPEND)
    delen = (
        queries.delen(blik).filter(dossier_id=dossier_id, vervallen_op__isnull=True).order_by("gemaakt_op")
    )
    doelen = with_doelen(blik.kijker, queries.doelen(blik)).filter(dossier_id=dossier_id)
    contacten = queries.contacten(blik).filter(dossier_id=dossier_id).order_by("-moment")[:LAATSTE]
    lines = [queries.regel_of(blik, row, said) for row in rows.order_by("wanneer", "pk")[: queries.MOST]]
    return EigenPlan(
        thuis=blik.thuis.get(dossier_id) or Thuis(dossier_id),
        regels=in_order(lines, day_of(blik.now)),
        delen=_pieces(blik, "deel", delen, said),
        doelen=_pieces(blik, "doel", doelen.order_by("gemaakt_op"), said),
        contacten=_pieces(blik, "contact", contacten, said),
        vast=blik.vast,
    )


def _pieces(
    blik: Eigenblik,
    soort: str,
    rows: Iterable[Plandeel | Plandoel | Contactmoment],
    said: dict[UUID, Correctieverzoek],
) -> list[Stuk]:
    zelf = blik.zelf.pk if blik.zelf else None
    return [
        Stuk(
            soort=soort,
            rij=row,
            voor=blik.namen.get(row.persoon_id, "") if row.persoon_id and row.persoon_id != zelf else "",
            correctie=said.get(row.pk),
            mag_sluiten=_may_close(blik, row),
            terugblik=_looked_back(blik, row),
            past_bij=tuple(it.naam for it in doelen_of(row)) if isinstance(row, Plandoel) else (),
        )
        for row in rows
    ]


def _may_close(blik: Eigenblik, row: Any) -> bool:
    """A child of 12 to 15 closes what is about themselves."""
    if blik.zelf is None or row.persoon_id != blik.zelf.pk:
        return False
    return 12 <= age_on(blik.zelf.geboortedatum, day_of(blik.now)) < 16


def _looked_back(blik: Eigenblik, row: Any) -> Any:
    """The Terugblik on a goal is content: it shows where content of this goal's kind may be read."""
    if not isinstance(row, Plandoel) or row.terugblik is None:
        return None
    may = blik.zicht.mag(Onderdeel.INHOUD, row.dossier_id, row.domein, row.persoon_id, row.afgesloten)
    return row.terugblik if may else None
