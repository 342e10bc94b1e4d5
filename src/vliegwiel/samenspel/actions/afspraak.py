"""Dit spreken we af: giving, taking, returning, changing, doing and letting go. The rules decide; this writes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.privacy.public import (
    WERKT,
    Dossier,
    Onderdeel,
    Persoon,
    Relatie,
    record_wijzigingen,
    zicht_op,
)
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.actions import afspraak_wie as hoed
from vliegwiel.samenspel.actions.aandachtspunt import settle
from vliegwiel.samenspel.models import Aandachtspunt, Afspraak
from vliegwiel.samenspel.refusals import CannotAgree, CannotChangeAfspraak, NotYourAfspraak, refuse
from vliegwiel.samenspel.rules import afspraak as regels

WHO = {"inwoner": "doet", "netwerk": "wie_naam", "vrijwilliger": "wie_naam"}
_NOT_KEPT = ("nummer", "aangenomen_op", "klaar_op")
LACKS = {"doet": "doet_ontbreekt", "wie_naam": "naam_ontbreekt", "medewerker": "collega_ontbreekt"}


@transaction.atomic
def make_afspraak(
    *,
    by: Kijker,
    now: datetime,
    tekst: str,
    wie: str,
    dossier: Dossier | None = None,
    domein: str = "",
    persoon: Persoon | None = None,
    doet: Persoon | None = None,
    wie_naam: str = "",
    medewerker: Medewerker | None = None,
    wanneer: date | None = None,
    hoe_laat: time | None = None,
    om: Aandachtspunt | None = None,
) -> Afspraak:
    """Agree on who does what. A colleague across a border is asked and gets a mail; the giver holds it until then.

    `om`: what asked the giver's attention. What comes of it they may take on themselves, there and in its domein.

    Raises:
        NotYourAfspraak: a household's afspraak is made by who works with it.
        CannotAgree: afspraak_leeg, doet_ontbreekt, naam_ontbreekt, collega_ontbreekt, dag_ontbreekt,
            domein_niet_van_jou.
    """
    if by.medewerker is None or not by.sees_content:
        raise NotYourAfspraak
    _check(
        tekst, wie, doet=doet, wie_naam=wie_naam, medewerker=medewerker, wanneer=wanneer, hoe_laat=hoe_laat
    )
    if dossier is not None and not _takes_on(by, now, om, dossier.pk, domein, medewerker):
        require_may_write(by, dossier.pk, domein, now)
    own = queries.same_team(by.gemeente_id, by.medewerker, medewerker, day_of(now))
    status = regels.first_status(by.medewerker.pk, medewerker and medewerker.pk, own)
    row = Afspraak.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        domein=domein,
        persoon=persoon,
        tekst=tekst.strip(),
        **_doer(wie, doet, wie_naam, medewerker),
        gever=by.medewerker,
        wanneer=wanneer,
        hoe_laat=hoe_laat,
        status=status,
        gemaakt_op=now,
        aangenomen_op=now if status == "loopt" else None,
    )
    record(by=by, action="afspraak.gemaakt", subject=row, now=now, status=str(status), wie=wie)
    _keep(by, now, row, {"tekst": ("", row.tekst), "wanneer": ("", row.wanneer)})
    tell(by, now, row)
    return row


def _takes_on(
    by: Kijker, now: datetime, om: Aandachtspunt | None, dossier: UUID, domein: str, doer: Medewerker | None
) -> bool:
    """Whoever is asked to do something here, and does it: no more than that one thing."""
    if om is None or doer is None or by.medewerker is None or doer.pk != by.medewerker.pk:
        return False
    asked = queries.attends_to(by, day_of(now)).filter(pk=om.pk, dossier_id=dossier, domein=domein)
    return asked.exists() and Relatie.EIGEN_AFSPRAAK in zicht_op(by, [dossier], now).relaties(dossier)


def require_may_write(by: Kijker, dossier_id: UUID, domein: str, now: datetime) -> None:
    """Whoever works with the household, in a domain of theirs or in general."""
    zicht = zicht_op(by, [dossier_id], now)
    works = not zicht.relaties(dossier_id).isdisjoint({Relatie.IN_DIT_DOMEIN, Relatie.REGIE})
    if not works or by.rollen.isdisjoint(WERKT):
        raise NotYourAfspraak
    if domein and domein not in zicht.domeinen(Onderdeel.DOMEINVLAG, dossier_id):
        raise CannotAgree("domein_niet_van_jou")


def _check(tekst: str, wie: str, *, wanneer: date | None, hoe_laat: time | None, **doer: object) -> None:
    if not tekst.strip():
        raise CannotAgree("afspraak_leeg")
    needed = WHO.get(wie, "medewerker")
    if not doer[needed] or not str(doer[needed]).strip():
        raise CannotAgree(LACKS[needed])
    if hoe_laat is not None and wanneer is None:
        raise CannotAgree("dag_ontbreekt")


def _doer(wie: str, doet: Persoon | None, naam: str, medewerker: Medewerker | None) -> dict[str, object]:
    """Exactly one of the three, whatever else was filled in."""
    needed = WHO.get(wie, "medewerker")
    return {
        "wie": wie,
        "doet": doet if needed == "doet" else None,
        "wie_naam": naam.strip() if needed == "wie_naam" else "",
        "medewerker": medewerker if needed == "medewerker" else None,
    }


def address(slug: str, afspraak_id: UUID, dossier_id: UUID | None) -> str:
    """Where an afspraak is read: in the plan of its household, or apart from any household."""
    return reverse("afspraak" if dossier_id else "tafel_afspraak", args=[slug, afspraak_id])


def tell(by: Kijker, now: datetime, row: Afspraak) -> None:
    """A mail that something is asked, and a link; not what, nor for whom."""
    if row.medewerker is None or row.status != Afspraak.Status.GEVRAAGD:
        return
    outbox.put(
        gemeente_id=by.gemeente_id,
        aan=row.medewerker.account.email,
        soort="afspraak_gevraagd",
        now=now,
        pad=address(by.gemeente.slug, row.pk, row.dossier_id),
        taal=row.medewerker.account.taal,
        gemeente=by.gemeente.naam,
    )


# -- what can be done to one that is there


@transaction.atomic
def take_afspraak(*, by: Kijker, now: datetime, afspraak: Afspraak) -> Afspraak:
    """Yes, I do this: from now on the ball is with whoever was asked.

    Raises:
        NotYourAfspraak: it was asked of somebody else.
        CannotChangeAfspraak: the codes of `rules.afspraak.can`.
    """
    row = _at_hand(by, now, afspraak, "take", hoed.is_asked(by, afspraak))
    row.aangenomen_op = now
    return _moved(by, now, row, "take", "aangenomen_op")


@transaction.atomic
def give_back(*, by: Kijker, now: datetime, afspraak: Afspraak, reden: str) -> Afspraak:
    """I cannot do this, because …: the ball goes back to whoever gave it. Also said for who has no log-in.

    Raises:
        NotYourAfspraak: somebody else does it.
        CannotChangeAfspraak: reden_ontbreekt and the other codes of `rules.afspraak.can`.
    """
    mine = hoed.is_asked(by, afspraak) or (
        afspraak.medewerker_id is None and hoed.works_on(by, now, afspraak)
    )
    row = _at_hand(by, now, afspraak, "give_back", mine, reden)
    row.reden = reden.strip()
    return _moved(by, now, row, "give_back", "reden")


@transaction.atomic
def finish_afspraak(*, by: Kijker, now: datetime, afspraak: Afspraak, uitkomst: str = "") -> Afspraak:
    """Done, with what came of it.

    Raises:
        NotYourAfspraak: neither who does it, nor who gave it, nor who works on it for who has no log-in.
        CannotChangeAfspraak: the codes of `rules.afspraak.can`.
    """
    row = _at_hand(by, now, afspraak, "done", hoed.works_on(by, now, afspraak))
    row.uitkomst, row.klaar_op = uitkomst.strip(), now
    return _moved(by, now, row, "done", "uitkomst", "klaar_op")


@transaction.atomic
def let_go(*, by: Kijker, now: datetime, afspraak: Afspraak, reden: str) -> Afspraak:
    """Let it go on purpose, with a word: not done, and nobody waits for it any more.

    Raises:
        NotYourAfspraak: only who gave it or keeps the overview; who was asked gives it back.
        CannotChangeAfspraak: woord_ontbreekt and the other codes of `rules.afspraak.can`.
    """
    row = _at_hand(by, now, afspraak, "let_go", hoed.gives(by, now, afspraak), reden)
    row.reden, row.klaar_op = reden.strip(), now
    return _moved(by, now, row, "let_go", "reden", "klaar_op")


@transaction.atomic
def adapt(
    *,
    by: Kijker,
    now: datetime,
    afspraak: Afspraak,
    nummer: int,
    tekst: str,
    wanneer: date | None = None,
    hoe_laat: time | None = None,
) -> Afspraak:
    """Agree on something else: another text or day. Who does it across a border is asked again.

    Raises:
        NotYourAfspraak: neither who gave it nor who does it.
        CannotChangeAfspraak: afspraak_botsing (it was changed meanwhile), and the codes of `rules.afspraak.can`.
        CannotAgree: afspraak_leeg, dag_ontbreekt.
    """
    row = _at_hand(by, now, afspraak, "adapt", hoed.works_on(by, now, afspraak))
    if row.nummer != nummer:
        raise CannotChangeAfspraak("afspraak_botsing", laatste=row.nummer)
    if not tekst.strip():
        raise CannotAgree("afspraak_leeg")
    if hoe_laat is not None and wanneer is None:
        raise CannotAgree("dag_ontbreekt")
    row.tekst, row.wanneer, row.hoe_laat, row.nummer = tekst.strip(), wanneer, hoe_laat, row.nummer + 1
    return _moved(
        by,
        now,
        row,
        "adapt",
        "tekst",
        "wanneer",
        "hoe_laat",
        "nummer",
        accepts=hoed.needs_no_yes(by, now, row),
    )


@transaction.atomic
def ask_other(
    *,
    by: Kijker,
    now: datetime,
    afspraak: Afspraak,
    wie: str,
    doet: Persoon | None = None,
    wie_naam: str = "",
    medewerker: Medewerker | None = None,
) -> Afspraak:
    """Somebody else does it. A teamleider divides work within the own team; across a border it is asked.

    Raises:
        NotYourAfspraak: only who gave it, who keeps the overview, or a teamleider within the own team.
        CannotAgree: doet_ontbreekt, naam_ontbreekt, collega_ontbreekt.
        CannotChangeAfspraak: the codes of `rules.afspraak.can`.
    """
    may = hoed.gives(by, now, afspraak) or hoed.divides(by, now, afspraak, medewerker)
    row = _at_hand(by, now, afspraak, "ask", may)
    _check(
        row.tekst,
        wie,
        doet=doet,
        wie_naam=wie_naam,
        medewerker=medewerker,
        wanneer=row.wanneer,
        hoe_laat=None,
    )
    for name, value in _doer(wie, doet, wie_naam, medewerker).items():
        setattr(row, name, value)
    row.reden, row.gever = "", by.medewerker
    accepts = row.medewerker_id is None or hoed.needs_no_yes(by, now, row)
    row.aangenomen_op = now if accepts else None
    changed = ("wie", "doet", "wie_naam", "medewerker", "gever", "reden", "aangenomen_op")
    return _moved(by, now, row, "ask", *changed, accepts=accepts)


def _at_hand(
    by: Kijker, now: datetime, afspraak: Afspraak, event: str, may: bool, woord: str = ""
) -> Afspraak:
    """The afspraak as it is now, if this kijker may read it, may do this, and its state allows it."""
    row = Afspraak.objects.select_for_update(of=("self",)).get(gemeente_id=by.gemeente_id, pk=afspraak.pk)
    readable = queries.afspraken(by, queries.sight_of(by, row.pk, now))
    if not may or not readable.filter(pk=row.pk).exists():
        raise NotYourAfspraak
    refuse(CannotChangeAfspraak, regels.can(queries.fact_of(row), event, woord))
    return row


def _moved(
    by: Kijker, now: datetime, row: Afspraak, event: str, *fields: str, accepts: bool = True
) -> Afspraak:
    was = Afspraak.objects.select_related("doet", "medewerker", "gever").get(
        gemeente_id=by.gemeente_id, pk=row.pk
    )
    row.status = regels.after(queries.fact_of(was), event, accepts=accepts)
    row.save(update_fields=["status", *fields])
    _keep(by, now, row, {name: (getattr(was, name), getattr(row, name)) for name in ("status", *fields)})
    record(by=by, action=f"afspraak.{event}", subject=row, now=now, status=str(row.status), nummer=row.nummer)
    settle(
        code="afspraak_voorbij" if row.dossier_id else "tafelafspraak_voorbij", object=row.pk, now=now, by=by
    )
    if event in ("ask", "adapt"):
        tell(by, now, row)
    return row


def _keep(by: Kijker, now: datetime, row: Afspraak, velden: dict[str, tuple[Any, Any]]) -> None:
    """The history of the dossier, if it is about a household: words, days and who; not the counters."""
    if row.dossier_id is None:
        return
    said = {name: (_said(voor), _said(na)) for name, (voor, na) in velden.items() if name not in _NOT_KEPT}
    record_wijzigingen(by=by, dossier_id=row.dossier_id, domein=row.domein, subject=row, velden=said, now=now)


def _said(value: Any) -> str:
    return "" if value is None else str(value)
