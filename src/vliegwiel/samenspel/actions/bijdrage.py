"""What somebody brings: offering, changing, confirming, taking back, agreeing who does it, telling what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.samenspel import access, queries
from vliegwiel.samenspel.actions.aandachtspunt import settle
from vliegwiel.samenspel.actions.afspraak import make_afspraak
from vliegwiel.samenspel.actions.lock import locked
from vliegwiel.samenspel.models import Afspraak, Bijdrage, Bijdrageafspraak, Tafel, Zetel
from vliegwiel.samenspel.refusals import CannotContribute, refuse
from vliegwiel.samenspel.rules import bijdrage as regels

WACHT = "bijdrage_wacht"  # the code of what asks attention


@transaction.atomic
def offer(*, by: Kijker, now: datetime, tafel: Tafel, **brought: Any) -> Bijdrage:
    """Offer something at a table: `inhoud`, and if one likes `proces`, `uren_…`, `euro_…` and `voorwaarden`.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
        CannotContribute: tafel_van_huishouden, zonder_partij, and the codes of `rules.bijdrage.lacks`.
    """
    today, tafel = day_of(now), locked(tafel)
    own = access.require_can_speak(queries.own_seat(by, queries.zetels_of(tafel), today), tafel, today)
    refuse(CannotContribute, access.lack_to_offer(own, tafel))
    row = Bijdrage.objects.create(
        gemeente_id=by.gemeente_id, tafel=tafel, zetel=own, aangeboden_op=now, **_brought(**brought)
    )
    record(by=by, action="bijdrage.aangeboden", subject=row, now=now, tafel=str(tafel.pk))
    return row


@transaction.atomic
def change_bijdrage(
    *, by: Kijker, now: datetime, bijdrage: Bijdrage, nummer: int, **brought: Any
) -> Bijdrage:
    """Change one's own offer, as long as nobody confirmed it.

    Raises:
        NoSeat, TableFinished, NotYourBijdrage: somebody else offered it.
        CannotContribute: bijdrage_botsing (it was changed meanwhile), bijdrage_is_…, and `rules.bijdrage.lacks`.
    """
    row, own, _today = _at_table(by, bijdrage, now)
    access.require_own_bijdrage(own, row)
    refuse(CannotContribute, regels.can(queries.bijdrage_feit(row), "change"))
    _require_read(row, nummer)
    values = _brought(**brought)
    for name, value in values.items():
        setattr(row, name, value)
    row.nummer += 1
    row.save(update_fields=[*values, "nummer"])
    record(by=by, action="bijdrage.veranderd", subject=row, now=now, nummer=row.nummer)
    return row


@transaction.atomic
def confirm(*, by: Kijker, now: datetime, bijdrage: Bijdrage, nummer: int) -> Bijdrage:
    """Stand behind it for the party: from now on it is a promise. `nummer` is what was read.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
        CannotContribute: niet_jouw_partij, zonder_mandaat, bijdrage_is_…, bijdrage_botsing.
    """
    row, own, today = _at_table(by, bijdrage, now)
    fact = queries.bijdrage_feit(row)
    refuse(CannotContribute, regels.can(fact, "confirm"))
    refuse(CannotContribute, regels.may_promise(fact, queries.zetel_stand(own), today))
    _require_read(row, nummer)
    row.status, row.bevestigd_door, row.bevestigd_op = Bijdrage.Status.BEVESTIGD, own, now
    row.save(update_fields=["status", "bevestigd_door", "bevestigd_op"])
    record(by=by, action="bijdrage.bevestigd", subject=row, now=now, nummer=nummer)
    settle(code=WACHT, object=row.pk, now=now, by=by)
    return row


@transaction.atomic
def retract_bijdrage(*, by: Kijker, now: datetime, bijdrage: Bijdrage) -> Bijdrage:
    """Take it back: an offer by who made it, a promise only by who may promise. What was agreed from it stays.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
        CannotContribute: niet_jouw_partij, zonder_mandaat, bijdrage_is_ingetrokken.
    """
    row, own, today = _at_table(by, bijdrage, now)
    fact = queries.bijdrage_feit(row)
    refuse(CannotContribute, regels.can(fact, "retract"))
    refuse(CannotContribute, regels.may_retract(fact, queries.zetel_stand(own), today))
    row.status, row.ingetrokken_op = Bijdrage.Status.INGETROKKEN, now
    row.save(update_fields=["status", "ingetrokken_op"])
    record(by=by, action="bijdrage.ingetrokken", subject=row, now=now)
    settle(code=WACHT, object=row.pk, now=now, by=by)
    return row


@transaction.atomic
def agree_on(
    *,
    by: Kijker,
    now: datetime,
    bijdrage: Bijdrage,
    tekst: str,
    doener: Zetel | None,
    wanneer: date | None = None,
) -> Afspraak:
    """A promise becomes what somebody at this table does. A resident says yes at the table; a colleague is asked.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
        NotYourAfspraak: a resident cannot hold an afspraak of others; a colleague writes it down.
        CannotContribute: bijdrage_is_…, doener_niet_aan_tafel.
        CannotAgree: afspraak_leeg.
    """
    row, _own, today = _at_table(by, bijdrage, now)
    refuse(CannotContribute, regels.can(queries.bijdrage_feit(row), "agree"))
    if doener is None or doener.tafel_id != row.tafel_id or not access.sits(doener, today):
        raise CannotContribute("doener_niet_aan_tafel")
    afspraak = make_afspraak(by=by, now=now, tekst=tekst, wanneer=wanneer, **_doer(doener))
    Bijdrageafspraak.objects.create(gemeente_id=by.gemeente_id, bijdrage=row, afspraak=afspraak)
    record(by=by, action="bijdrage.afgesproken", subject=row, now=now, afspraak=str(afspraak.pk))
    return afspraak


@transaction.atomic
def tell_what_came(*, by: Kijker, now: datetime, bijdrage: Bijdrage, nummer: int, gekomen: str) -> Bijdrage:
    """What came of it, in words; may be told again when there is more. Also at a table that is finished.

    Raises:
        NoSeat: the kijker does not sit at this table.
        CannotContribute: niet_jouw_partij, bijdrage_is_…, gekomen_ontbreekt, bijdrage_botsing.
    """
    row, own, _today = _at_table(by, bijdrage, now, running=False)
    fact = queries.bijdrage_feit(row)
    refuse(CannotContribute, regels.can(fact, "tell"))
    refuse(CannotContribute, regels.may_tell(fact, queries.zetel_stand(own)))
    if not gekomen.strip():
        raise CannotContribute("gekomen_ontbreekt")
    _require_read(row, nummer)
    row.gekomen, row.gekomen_op, row.nummer = gekomen.strip(), now, row.nummer + 1
    row.save(update_fields=["gekomen", "gekomen_op", "nummer"])
    record(by=by, action="bijdrage.gekomen", subject=row, now=now, nummer=row.nummer)
    return row


def _at_table(
    by: Kijker, bijdrage: Bijdrage, now: datetime, *, running: bool = True
) -> tuple[Bijdrage, Zetel, date]:
    """The Bijdrage as it is now (who else acts on it waits), and the seat of the kijker at its table."""
    today = day_of(now)
    rows = Bijdrage.objects.select_for_update(of=("self",)).filter(gemeente_id=by.gemeente_id)
    row = rows.select_related("tafel", "zetel").get(pk=bijdrage.pk)
    own = queries.own_seat(by, queries.zetels_of(row.tafel), today)
    if running:
        return row, access.require_can_speak(own, row.tafel, today), today
    if own is None:
        raise access.NoSeat
    return row, own, today


def _brought(
    *,
    inhoud: str,
    proces: str = "",
    uren_van: int | None = None,
    uren_tot: int | None = None,
    euro_van: int | None = None,
    euro_tot: int | None = None,
    voorwaarden: str = "",
) -> dict[str, Any]:
    """What is stored of it, if the rules find nothing lacking."""
    it = regels.Inhoud(inhoud, uren_van, uren_tot, euro_van, euro_tot)
    refuse(CannotContribute, regels.lacks(it))
    return {
        "inhoud": inhoud.strip(),
        "proces": proces.strip(),
        "uren_van": uren_van,
        "uren_tot": uren_tot,
        "euro_van": euro_van,
        "euro_tot": euro_tot,
        "voorwaarden": voorwaarden.strip(),
    }


def _require_read(row: Bijdrage, nummer: int) -> None:
    """Nothing is decided about words that were not on the screen."""
    if row.nummer != nummer:
        raise CannotContribute("bijdrage_botsing", laatste=row.nummer)


def _doer(zetel: Zetel) -> dict[str, Any]:
    """Paid and unpaid side by side: a colleague by their work, a resident by their name."""
    if zetel.medewerker is None:
        return {"wie": Afspraak.Wie.VRIJWILLIGER, "wie_naam": zetel.naam}
    here = zetel.medewerker.deelname.organisatie.soort == "gemeente"
    wie = Afspraak.Wie.GEMEENTE if here else Afspraak.Wie.PROFESSIONAL
    return {"wie": wie, "medewerker": zetel.medewerker}
