"""The first act in a new gemeente: itself, its organisation, and one beheerder who is invited. Done by a command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vliegwiel.gemeenschap.actions.invitations import account_for, send_invitation
from vliegwiel.gemeenschap.models import Deelname, Medewerker, Organisatie, Roltoekenning
from vliegwiel.gemeenschap.refusals import SlugTaken
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Gemeente


@dataclass(frozen=True)
class Founder:
    """Nobody in particular: whoever runs the command on the server."""

    gemeente_id: UUID
    account_id: None = None


def found_gemeente(
    *, now: datetime, naam: str, slug: str, code: str, beheerder_naam: str, beheerder_email: str
) -> Medewerker:
    """Make a gemeente with its first beheerder; the beheerder, invited.

    Raises:
        SlugTaken: a gemeente has this address already.
        AddressNotForWork: the e-mail address is a resident's.
    """
    if Gemeente.objects.filter(slug=slug).exists():
        raise SlugTaken(slug=slug)
    by = Founder(new_id())
    with as_gemeente(by.gemeente_id):
        gemeente = Gemeente.objects.create(
            pk=by.gemeente_id, slug=slug, naam=naam, code=code, aangemaakt_op=now
        )
        record(by=by, action="gemeente_gemaakt", subject=gemeente, now=now)
        medewerker = _first_beheerder(by, gemeente, beheerder_naam, beheerder_email, now)
        send_invitation(by, medewerker, now)
    return medewerker


def _first_beheerder(by: Founder, gemeente: Gemeente, naam: str, email: str, now: datetime) -> Medewerker:
    today = day_of(now)
    organisatie, _ = Organisatie.objects.get_or_create(
        naam=f"Gemeente {gemeente.naam}", defaults={"soort": "gemeente"}
    )
    deelname = Deelname.objects.create(
        gemeente=gemeente, organisatie=organisatie, niveaus=list(Deelname.NIVEAUS), begindatum=today
    )
    medewerker = Medewerker.objects.create(
        gemeente=gemeente,
        account=account_for(naam, email, now),
        naam=naam,
        functie="functioneel beheerder",
        deelname=deelname,
        begindatum=today,
    )
    Roltoekenning.objects.create(
        gemeente=gemeente, medewerker=medewerker, rol=Rol.BEHEERDER, begindatum=today
    )
    record(by=by, action="uitgenodigd", subject=medewerker, now=now)
    return medewerker
