"""An afspraak in a household's plan; the mechanism is in samenspel."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.ondersteuning.actions.schrijven import require_lives_here, require_new
from vliegwiel.ondersteuning.models import Doelafspraak, Plandoel
from vliegwiel.ondersteuning.refusals.schrijven import CannotKeepDeel
from vliegwiel.privacy.public import Dossier, Onderdeel, Persoon
from vliegwiel.samenspel.public import Afspraak, make_afspraak


@transaction.atomic
def agree(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    tekst: str,
    wie: str,
    domein: str = "",
    persoon: Persoon | None = None,
    doet: Persoon | None = None,
    wie_naam: str = "",
    medewerker: Medewerker | None = None,
    wanneer: date | None = None,
    hoe_laat: time | None = None,
    doel: Plandoel | None = None,
) -> Afspraak:
    """Agree on who does what in this household; with a goal it serves, when one was chosen.

    Raises:
        CannotWrite, PlanClosed: the kijker does not work with this household, or its plan is closed.
        CannotKeepDeel: domein_niet_van_jou, niet_van_dit_huishouden.
        CannotAgree: the codes of `make_afspraak`.
    """
    require_new(by, now, Onderdeel.AFSPRAAK, dossier.pk, domein, persoon, CannotKeepDeel)
    require_lives_here(by, now, dossier.pk, doet, CannotKeepDeel)
    made: Afspraak = make_afspraak(
        by=by,
        now=now,
        dossier=dossier,
        domein=domein,
        persoon=persoon,
        tekst=tekst,
        wie=wie,
        doet=doet,
        wie_naam=wie_naam,
        medewerker=medewerker,
        wanneer=wanneer,
        hoe_laat=hoe_laat,
    )
    if doel is not None:
        Doelafspraak.objects.create(gemeente_id=by.gemeente_id, plandoel=doel, afspraak=made)
    return made
