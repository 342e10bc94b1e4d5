"""Goals of a plan: writing, changing, reaching or letting go, and looking back on them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.actions.schrijven import keep, require_change, require_new
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.ondersteuning.refusals.schrijven import CannotKeepDoel
from vliegwiel.ondersteuning.rules import schrijven as regels
from vliegwiel.privacy.public import Dossier, Onderdeel, Persoon
from vliegwiel.samenspel.public import Terugblik, fix_terugblik, look_back

TEXTS = ("tekst", "eerste_stap", "score")


@transaction.atomic
def write_doel(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    tekst: str,
    eerste_stap: str = "",
    persoon: Persoon | None = None,
    domein: str = "",
    score: int | None = None,
    verwachting: str = "",
    kijken_op: date | None = None,
) -> Plandoel:
    """Write down what somebody wants to reach, with a first step; with an expectation and a day it is looked back on.

    Raises:
        CannotWrite, PlanClosed: as for a part.
        CannotKeepDoel: doel_leeg, score_buiten, domein_niet_van_jou, niet_van_dit_huishouden.
        CannotLookBack: the codes of `fix_terugblik`.
    """
    require_new(by, now, Onderdeel.DOEL, dossier.pk, domein, persoon, CannotKeepDoel)
    if lack := regels.doel_lacks(tekst, score):
        raise CannotKeepDoel(lack)
    row = Plandoel(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        domein=domein,
        persoon=persoon,
        tekst=tekst.strip(),
        eerste_stap=eerste_stap.strip(),
        score=score,
        gemaakt_op=now,
    )
    row.terugblik = _expectation(by, now, row, verwachting, kijken_op)
    row.save()
    keep(by, now, row, "doel.geschreven", {name: ("", getattr(row, name)) for name in TEXTS})
    return row


def _expectation(
    by: Kijker, now: datetime, row: Plandoel, verwachting: str, kijken_op: date | None
) -> Terugblik | None:
    if not verwachting.strip() and kijken_op is None:
        return None
    return fix_terugblik(
        by=by,
        now=now,
        dossier=row.dossier,
        domein=row.domein,
        persoon=row.persoon,
        verwachting=verwachting,
        kijken_op=kijken_op,
    )


@transaction.atomic
def edit_doel(
    *,
    by: Kijker,
    now: datetime,
    doel: Plandoel,
    versie: int,
    tekst: str,
    eerste_stap: str = "",
    score: int | None = None,
    verwachting: str = "",
    kijken_op: date | None = None,
) -> Plandoel:
    """Change a goal. An expectation can be added; one that was fixed stays as it is.

    Raises:
        CannotWrite, PlanClosed: as for a part.
        CannotKeepDoel: doel_botsing, doel_klaar, doel_leeg, score_buiten.
        CannotLookBack: the codes of `fix_terugblik`.
    """
    row = _at_hand(by, now, doel)
    if row.versie != versie:
        raise CannotKeepDoel("doel_botsing", laatste=row.versie)
    if lack := regels.doel_lacks(tekst, score):
        raise CannotKeepDoel(lack)
    was = {name: getattr(row, name) for name in TEXTS}
    row.tekst, row.eerste_stap, row.score = tekst.strip(), eerste_stap.strip(), score
    row.versie += 1
    if row.terugblik_id is None:
        row.terugblik = _expectation(by, now, row, verwachting, kijken_op)
    row.save(update_fields=[*TEXTS, "versie", "terugblik"])
    keep(by, now, row, "doel.veranderd", _velden(was, row), versie=row.versie)
    return row


@transaction.atomic
def finish_doel(*, by: Kijker, now: datetime, doel: Plandoel, status: str, woord: str = "") -> Plandoel:
    """Reached, or let go with a word; the word stays in the history.

    Raises:
        CannotWrite, PlanClosed: as for a part.
        CannotKeepDoel: doel_klaar, doel_woord_ontbreekt.
    """
    row = _at_hand(by, now, doel)
    if lack := regels.finish_lacks(status, woord):
        raise CannotKeepDoel(lack)
    was, row.status, row.klaar_op = row.status, Plandoel.Status(status), now
    row.versie += 1
    row.save(update_fields=["status", "klaar_op", "versie"])
    velden: dict[str, tuple[Any, Any]] = {"status": (was, str(row.status)), "woord": ("", woord.strip())}
    keep(by, now, row, "doel.klaar", velden, status=str(row.status))
    return row


@transaction.atomic
def look_back_on_doel(
    *, by: Kijker, now: datetime, doel: Plandoel, gebeurd: str, oordeel: str, geleerd: str = ""
) -> Terugblik:
    """Look back on a goal, once.

    Raises:
        CannotWrite, PlanClosed: as for a part; a Terugblik is content of its domain.
        CannotLookBack: the codes of `look_back`.
    """
    require_change(by, now, Onderdeel.INHOUD, doel)
    assert doel.terugblik is not None
    found: Terugblik = look_back(
        by=by, now=now, terugblik=doel.terugblik, gebeurd=gebeurd, oordeel=oordeel, geleerd=geleerd
    )
    velden: dict[str, tuple[Any, Any]] = {"gebeurd": ("", found.gebeurd), "oordeel": ("", oordeel)}
    keep(by, now, found, "doel.teruggekeken", velden, oordeel=oordeel)
    return found


def _velden(was: dict[str, Any], row: Plandoel) -> dict[str, tuple[Any, Any]]:
    return {name: (old, getattr(row, name)) for name, old in was.items()}


def _at_hand(by: Kijker, now: datetime, doel: Plandoel) -> Plandoel:
    row: Plandoel = (
        Plandoel.objects.select_for_update(of=("self",))
        .select_related("dossier", "persoon")
        .get(gemeente_id=by.gemeente_id, pk=doel.pk)
    )
    require_change(by, now, Onderdeel.DOEL, row)
    if row.status != Plandoel.Status.LOOPT:
        raise CannotKeepDoel("doel_klaar")
    return row
