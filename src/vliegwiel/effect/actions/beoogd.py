"""Agreeing on what we expect to see, before we look; and what is found goes back to the table.

The text of the Voorstel is made from what is stored: what people agree on is what the page shows afterwards. The
opdracht is not in it, because who may bid on it may sit at the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from vliegwiel.effect.models import BeoogdEffect, Bevinding, Indicator
from vliegwiel.effect.refusals import CannotAgreeEffect, CannotFind
from vliegwiel.gemeenschap.public import Gebied, Kijker
from vliegwiel.kern.log import record
from vliegwiel.kern.search import stems_of
from vliegwiel.koers.public import Doel
from vliegwiel.opdracht.public import Opdracht
from vliegwiel.samenspel.public import (
    Tafel,
    Voorstel,
    make_afspraak,
    open_voorstel,
    require_apart,
    start_gesprek,
)
from vliegwiel.ui.filters import datum, getal


@transaction.atomic
def agree_effect(
    *,
    by: Kijker,
    now: datetime,
    tafel: Tafel,
    titel: str,
    doel: Doel,
    indicator: Indicator,
    streefwaarde: Decimal,
    begindatum: date,
    einddatum: date,
    oordelen: str,
    startwaarde: Decimal | None = None,
    gebied: Gebied | None = None,
    opdracht: Opdracht | None = None,
    gevraagd: Iterable[object] | None = None,
    sluitdatum: date | None = None,
) -> BeoogdEffect:
    """Put a beoogd effect on the table as a Voorstel. It counts once the table adopts it.

    Raises:
        CannotAgreeEffect: einde_voor_begin, gebied_geen_wijk, begin_over_inwoners.
        OfHousehold: what is adopted there would be for the whole gemeente.
        NoSeat, TableFinished, CannotPropose: see `samenspel.open_voorstel`.
    """
    require_apart(tafel)
    if einddatum < begindatum:
        raise CannotAgreeEffect("einde_voor_begin")
    if gebied is not None and indicator.over_inwoners and gebied.soort != Gebied.Soort.WIJK:
        raise CannotAgreeEffect("gebied_geen_wijk")
    if startwaarde is not None and indicator.over_inwoners:
        # What somebody types here everybody reads, also where that very figure may not be shown.
        raise CannotAgreeEffect("begin_over_inwoners")
    row = BeoogdEffect(
        gemeente_id=by.gemeente_id,
        doel=doel,
        opdracht=opdracht,
        indicator=indicator,
        gebied=gebied,
        titel=titel.strip(),
        startwaarde=startwaarde,
        streefwaarde=streefwaarde,
        begindatum=begindatum,
        einddatum=einddatum,
        oordelen=oordelen.strip(),
        aangemaakt_op=now,
        zoektekst=stems_of(titel, oordelen),
    )
    row.voorstel = open_voorstel(
        by=by,
        now=now,
        tafel=tafel,
        titel=row.titel,
        tekst=text_of(row),
        gevraagd=gevraagd,  # type: ignore[arg-type]
        sluitdatum=sluitdatum,
    )
    row.save()
    record(by=by, action="beoogd.voorgesteld", subject=row, now=now, indicator=str(indicator.pk))
    return row


def text_of(row: BeoogdEffect) -> str:
    """What the table agrees on, in Dutch: every field that is stored, except the opdracht."""
    unit = f" {row.indicator.eenheid}" if row.indicator.eenheid else ""
    where = f"in {row.gebied.naam}" if row.gebied else "in de hele gemeente"
    start = f"Nu is dat {getal(row.startwaarde, 'nl')}{unit}. " if row.startwaarde is not None else ""
    return "\n\n".join(
        [
            f"Wij willen: {row.titel}. Dat past bij ons doel: {row.doel.naam}.",
            f"Wij kijken naar: {row.indicator.naam}, {where}. {start}"
            f"Wij hopen op {getal(row.streefwaarde, 'nl')}{unit}.",
            f"Wij kijken van {datum(row.begindatum, 'nl')} tot en met {datum(row.einddatum, 'nl')}.",
            f"Zo oordelen wij: {row.oordelen}",
        ]
    )


@transaction.atomic
def find_vraag(
    *, by: Kijker, now: datetime, beoogd: BeoogdEffect, tekst: str, tafel: Tafel | None
) -> Bevinding:
    """What we see becomes a question for a table: a talk that begins with it.

    Raises:
        CannotFind: bevinding_leeg, tafel_ontbreekt, nog_niet_afgesproken.
        NoSeat, TableFinished: see `samenspel.start_gesprek`.
    """
    _check(by, beoogd, tekst)
    if tafel is None:
        raise CannotFind("tafel_ontbreekt")
    talk = start_gesprek(by=by, now=now, tafel=tafel, titel=beoogd.titel[:120], vraag=tekst.strip())
    return _found(by, now, beoogd, tekst, gesprek=talk)


@transaction.atomic
def find_step(
    *, by: Kijker, now: datetime, beoogd: BeoogdEffect, tekst: str, wanneer: date | None = None
) -> Bevinding:
    """What we see becomes a step that the finder takes.

    Raises:
        CannotFind: bevinding_leeg, nog_niet_afgesproken.
        NotYourAfspraak: see `samenspel.make_afspraak`.
    """
    _check(by, beoogd, tekst)
    step = make_afspraak(
        by=by, now=now, tekst=tekst, wie="medewerker", medewerker=by.medewerker, wanneer=wanneer
    )
    return _found(by, now, beoogd, tekst, afspraak=step)


def _check(by: Kijker, beoogd: BeoogdEffect, tekst: str) -> None:
    if not tekst.strip():
        raise CannotFind("bevinding_leeg")
    if by.medewerker is None or beoogd.voorstel.status != Voorstel.Status.AANGENOMEN:
        raise CannotFind("nog_niet_afgesproken")


def _found(by: Kijker, now: datetime, beoogd: BeoogdEffect, tekst: str, **what: object) -> Bevinding:
    assert by.medewerker is not None
    row = Bevinding.objects.create(
        gemeente_id=by.gemeente_id,
        beoogd=beoogd,
        tekst=tekst.strip(),
        medewerker=by.medewerker,
        moment=now,
        **what,
    )
    record(by=by, action="bevinding.gedaan", subject=row, now=now, wat=next(iter(what)))
    return row
