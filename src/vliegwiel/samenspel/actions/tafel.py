"""Tables and seats: starting, inviting, mandaat, leaving, finishing."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from vliegwiel.gemeenschap.public import Deelname, Inwoner, Kijker, Medewerker, active
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.periode import Periode
from vliegwiel.kern.search import stems_of
from vliegwiel.samenspel import access, queries
from vliegwiel.samenspel.actions.lock import locked
from vliegwiel.samenspel.models import Partij, Tafel, Voorstel, Zetel
from vliegwiel.samenspel.refusals import CannotFinish, CannotSeat


@transaction.atomic
def start_tafel(
    *,
    by: Kijker,
    now: datetime,
    naam: str,
    bedoeling: str,
    openheid: str = Tafel.Openheid.BESLOTEN,
    mandaat: str = "",
    begeleidt: bool = True,
) -> Tafel:
    """Start a table; whoever starts it takes the first seat, for their own organisation, and guides.

    Raises:
        NotAllowed: the kijker takes no part in the content (a beheerder, an FG) or is a resident.
    """
    access.require_can_start(by)
    assert by.medewerker is not None
    tafel = Tafel.objects.create(
        gemeente_id=by.gemeente_id,
        naam=naam,
        bedoeling=bedoeling,
        openheid=openheid,
        begindatum=day_of(now),
        zoektekst=stems_of(naam, bedoeling),
    )
    record(by=by, action="tafel.begonnen", subject=tafel, now=now, openheid=openheid)
    partij = _partij(tafel, by.medewerker.deelname, "")
    _new_seat(
        by=by,
        now=now,
        tafel=tafel,
        partij=partij,
        medewerker=by.medewerker,
        mandaat=mandaat,
        niveau=partij.niveaus[0] if partij.niveaus else "",
        is_begeleider=begeleidt,
    )
    return tafel


@transaction.atomic
def seat(
    *,
    by: Kijker,
    now: datetime,
    tafel: Tafel,
    wie: Medewerker | Inwoner,
    deelname: Deelname | None = None,
    groep: str = "",
    niveau: str = "",
    mandaat: str = "",
    mandaat_tot: date | None = None,
    is_begeleider: bool = False,
) -> Zetel:
    """Give somebody a seat: for an organisation or for a group with a name; a begeleider may sit for nobody.

    Raises:
        NotGuide: only who guides invites.
        CannotSeat: zit_al_aan_tafel, partij_ontbreekt, groep_is_organisatie.
    """
    today, tafel = day_of(now), locked(tafel)
    seats = list(queries.zetels_of(tafel))
    access.require_can_guide(queries.own_seat(by, seats, today), tafel, seats, today)
    if any(
        wie.pk in (other.medewerker_id, other.inwoner_id) and access.sits(other, today) for other in seats
    ):
        raise CannotSeat("zit_al_aan_tafel", naam=wie.naam)
    if deelname is None and not groep.strip() and not is_begeleider:
        raise CannotSeat("partij_ontbreekt")
    partij = _partij(tafel, deelname, groep.strip()) if deelname or groep.strip() else None
    _tell(by, now, tafel, wie)
    return _new_seat(
        by=by,
        now=now,
        tafel=tafel,
        partij=partij,
        niveau=niveau if partij and niveau in partij.niveaus else "",
        medewerker=wie if isinstance(wie, Medewerker) else None,
        inwoner=wie if isinstance(wie, Inwoner) else None,
        mandaat=mandaat,
        mandaat_tot=mandaat_tot,
        is_begeleider=is_begeleider,
    )


def _tell(by: Kijker, now: datetime, tafel: Tafel, wie: Medewerker | Inwoner) -> None:
    """A mail that there is a place, and a link; not what the table is about."""
    outbox.put(
        gemeente_id=by.gemeente_id,
        aan=wie.account.email,
        soort="aan_tafel",
        now=now,
        pad=reverse("tafel", args=[by.gemeente.slug, tafel.pk]),
        taal=wie.account.taal,
        gemeente=by.gemeente.naam,
    )


def _partij(tafel: Tafel, deelname: Deelname | None, groep: str) -> Partij:
    """The party at this table, made at its first seat; an organisation brings the levels it has."""
    if deelname is None and _is_organisatie(tafel, groep):
        raise CannotSeat("groep_is_organisatie", naam=groep)
    naam = deelname.organisatie.naam if deelname else groep
    partij, _ = Partij.objects.get_or_create(
        gemeente_id=tafel.gemeente_id,
        tafel=tafel,
        naam=naam,
        defaults={
            "deelname": deelname,
            "niveaus": deelname.niveaus if deelname else [],
            "volgorde": Partij.objects.filter(gemeente_id=tafel.gemeente_id, tafel=tafel).count(),
        },
    )
    return partij


def _is_organisatie(tafel: Tafel, groep: str) -> bool:
    """A group may not take the name of an organisation: it would speak in its place."""
    return Deelname.objects.filter(gemeente_id=tafel.gemeente_id, organisatie__naam__iexact=groep).exists()


def _new_seat(*, by: Kijker, now: datetime, tafel: Tafel, **fields: object) -> Zetel:
    zetel: Zetel = Zetel.objects.create(
        gemeente_id=by.gemeente_id, tafel=tafel, begindatum=day_of(now), **fields
    )
    record(by=by, action="zetel.gegeven", subject=zetel, now=now, tafel=str(tafel.pk))
    return zetel


@transaction.atomic
def give_mandaat(
    *, by: Kijker, now: datetime, zetel: Zetel, mandaat: str, mandaat_tot: date | None = None
) -> Zetel:
    """Write down what this person may promise here, and until when.

    Raises:
        NotGuide: only who guides the table writes it down.
    """
    today = day_of(now)
    seats = list(queries.zetels_of(zetel.tafel))
    access.require_can_guide(queries.own_seat(by, seats, today), zetel.tafel, seats, today)
    zetel.mandaat, zetel.mandaat_tot = mandaat, mandaat_tot
    zetel.save(update_fields=["mandaat", "mandaat_tot"])
    record(
        by=by, action="mandaat.gegeven", subject=zetel, now=now, tot=mandaat_tot and mandaat_tot.isoformat()
    )
    return zetel


@transaction.atomic
def end_seat(*, by: Kijker, now: datetime, zetel: Zetel) -> Zetel:
    """Leave the table, or (who guides) end somebody's seat. Today is the last day it counts.

    An open *nog niet* stays; the party's next seat inherits it (`rules.successor`).

    Raises:
        NotGuide: it is somebody else's seat and the kijker does not guide.
        CannotSeat: zetel_niet_actief (it ended before; its last day stays what it was), laatste_begeleider.
    """
    today = day_of(now)
    zetel.tafel = locked(zetel.tafel)
    seats = list(queries.zetels_of(zetel.tafel))
    own = access.require_can_speak(queries.own_seat(by, seats, today), zetel.tafel, today)
    if own.pk != zetel.pk:
        access.require_can_guide(own, zetel.tafel, seats, today)
    if not access.sits(zetel, today):
        raise CannotSeat("zetel_niet_actief")
    others = [other for other in seats if other.pk != zetel.pk and access.stays(other, today)]
    guides = [other for other in others if other.is_begeleider or access.has_mandaat(other, today)]
    if zetel.is_begeleider and others and not guides:
        raise CannotSeat("laatste_begeleider")
    return _end(by=by, now=now, zetel=zetel)


def _end(*, by: Kijker, now: datetime, zetel: Zetel) -> Zetel:
    zetel.einddatum, zetel.vertrek_vastgelegd = day_of(now), now
    zetel.save(update_fields=["einddatum", "vertrek_vastgelegd"])
    record(by=by, action="zetel.beeindigd", subject=zetel, now=now, tafel=str(zetel.tafel_id))
    return zetel


@transaction.atomic
def hand_over_seats(*, by: Kijker, now: datetime, medewerker_id: UUID, to: Medewerker | None) -> int:
    """A colleague leaves the gemeente: their seats end, and `to` takes each place (party, level, guiding).

    The right to do this is the beheerder's (gemeenschap); mandaat does not pass on. The number of seats.
    """
    today = day_of(now)
    rows = Zetel.objects.filter(active(today), gemeente_id=by.gemeente_id, medewerker_id=medewerker_id)
    seats = list(rows.select_related("tafel", "partij"))
    for zetel in seats:
        _end(by=by, now=now, zetel=zetel)
        taken = to and queries.zetels_of(zetel.tafel).filter(active(today), medewerker_id=to.pk).exists()
        if to is not None and not taken and access.runs(zetel.tafel):
            _new_seat(
                by=by,
                now=now,
                tafel=zetel.tafel,
                partij=zetel.partij,
                niveau=zetel.niveau,
                medewerker=to,
                is_begeleider=zetel.is_begeleider,
            )
    return len(seats)


@transaction.atomic
def finish_tafel(*, by: Kijker, now: datetime, tafel: Tafel) -> Tafel:
    """Finish a table: it stays to be read and to look back on.

    Raises:
        NotGuide: only who guides finishes it.
        CannotFinish: voorstel_nog_open {aantal}.
    """
    today, tafel = day_of(now), locked(tafel)
    seats = list(queries.zetels_of(tafel))
    access.require_can_guide(queries.own_seat(by, seats, today), tafel, seats, today)
    still_open = Voorstel.objects.filter(
        gemeente_id=by.gemeente_id, tafel=tafel, status=Voorstel.Status.OPEN
    ).count()
    if still_open:
        raise CannotFinish("voorstel_nog_open", aantal=still_open)
    tafel.einddatum = Periode(tafel.begindatum, today).einddatum
    tafel.save(update_fields=["einddatum"])
    record(by=by, action="tafel.afgerond", subject=tafel, now=now)
    return tafel
