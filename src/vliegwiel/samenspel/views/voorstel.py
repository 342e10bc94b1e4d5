"""Pages of a Voorstel: reading it and saying how you stand, the next version, adopting, taking it off the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern import registry
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.taal import diff_words
from vliegwiel.samenspel import access, actions, queries, rules
from vliegwiel.samenspel.forms import (
    AannemenForm,
    HoudingForm,
    RedenForm,
    VersieForm,
    VoorstelForm,
    VraagErbijForm,
)
from vliegwiel.samenspel.models import Voorstel, Voorstelterugblik
from vliegwiel.samenspel.picture import picture
from vliegwiel.samenspel.queries import Dossier
from vliegwiel.ui.forms import Bevestig, Formulier, send, status_of

LOOKED_BACK = 10  # more than that on one text, and it asks for another text


def href(kijker: Kijker, voorstel_id: UUID) -> str:
    return reverse("voorstel", args=[kijker.gemeente.slug, voorstel_id])


def _found(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> Voorstel:
    return found(request, kijker, queries.voorstellen(kijker, today()), pk=voorstel_id)


def _dossier(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> Dossier:
    """With what every room keeps about it."""
    rows = queries.with_beside(kijker, queries.voorstellen(kijker, today()), today())
    return queries.dossier_of(found(request, kijker, rows, pk=voorstel_id))


@page(Purpose.SAMEN_BEPALEN)
def voorstel(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    """The text, what it rests on, who stands behind it; and the question how you stand."""
    it = _dossier(request, kijker, voorstel_id)
    form = HoudingForm(request, kijker)
    sent = send(
        request,
        form,
        actions.answer,
        voorstel=it.voorstel,
        to=href(kijker, voorstel_id),
        done=_("Het antwoord telt mee."),
    )
    if sent:
        return sent
    # Refused: the text may have changed meanwhile, and the page shows the one to answer.
    return _show(request, kijker, _dossier(request, kijker, voorstel_id) if form.is_bound else it, form)


def _show(request: HttpRequest, kijker: Kijker, it: Dossier, form: Formulier) -> HttpResponse:
    own = it.own(kijker, today())
    rests_on = queries.rests_on(it.laatste)
    context: dict[str, Any] = {
        "it": it,
        "voorstel": it.voorstel,
        "tafel": it.voorstel.tafel,
        "eigen": own,
        "form": form,
        "spans": diff_words(it.versies[-2].tekst, it.laatste.tekst) if len(it.versies) > 1 else None,
        "rust_op": rests_on,
        "gesprekken": len({said.gesprek_id for said in rests_on}),
        "draagvlak_tabel": picture(it.feiten, today()),
        "blokkades": rules.blockers(it.feiten, today()) if it.voorstel.status == "open" else [],
        **_options(kijker, it),
        "terugblikken": _looked_back(kijker, it.voorstel),
        "over": next((about for part in registry.over for about in part(kijker, it.voorstel)), None),
        "draad": draad(kijker, it.voorstel, now()),
    }
    return render(request, kijker, "samenspel/voorstel.html", context, status=status_of(form))


def _looked_back(kijker: Kijker, voorstel: Voorstel) -> list[Voorstelterugblik] | None:
    """What was expected of an adopted text, and what came of it; of a household that is in its plan."""
    if voorstel.status != Voorstel.Status.AANGENOMEN or voorstel.tafel.dossier_id is not None:
        return None
    rows = queries.voorstelterugblikken(kijker, today()).filter(voorstel_id=voorstel.pk)
    return list(rows[:LOOKED_BACK])


def _options(kijker: Kijker, it: Dossier) -> dict[str, Any]:
    """What this kijker can do here now. Nothing is offered that the rules would refuse."""
    own = it.own(kijker, today())
    if own is None or not access.can_speak(own, it.voorstel.tafel, today()) or it.voorstel.status != "open":
        return {
            "mag_antwoorden": False,
            "mag_schrijven": False,
            "mag_intrekken": False,
            "mag_aannemen": False,
            "mijn": None,
            "los": [],
        }
    standen = rules.standen(it.feiten, today())
    stance = standen.laatste.get(own.pk)
    return {
        "mag_antwoorden": own.pk in standen.gevraagd,
        "mag_schrijven": True,
        "mag_intrekken": access.can_retract(own, it.writers, today()),
        "mag_aannemen": not rules.can_adopt(it.feiten, own.pk, today()),
        "mijn": stance if stance and stance.versie == it.feiten.laatste else None,
        "mijn_eerder": stance if stance and stance.versie != it.feiten.laatste else None,
        "mijn_open": own.pk in standen.open,
        "los": [one for one in rules.open_nog_niet(it.feiten, today()) if one.wie == "begeleider"]
        if own.is_begeleider
        else [],
    }


@page(Purpose.SAMEN_BEPALEN)
def nieuw_voorstel(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    seats = [seat for seat in queries.zetels_of(table) if access.sits(seat, today())]
    access.require_can_speak(queries.own_seat(kijker, seats, today()), table, today())
    asked = [seat for seat in seats if seat.partij_id]
    form = VoorstelForm(request, kijker, seats=asked, said=queries.recently_said(kijker, table.pk, today()))
    sent = send(
        request,
        form,
        actions.open_voorstel,
        tafel=table,
        to=lambda made: href(kijker, made.pk),
        done=_("De tekst ligt op tafel."),
    )
    context = {"form": form, "tafel": table}
    return sent or render(request, kijker, "samenspel/voorstel_nieuw.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def nieuwe_versie(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    """Write the next version. If another came in between, both are on the screen and nothing is lost."""
    it = queries.dossier_of(_found(request, kijker, voorstel_id))
    access.require_can_speak(it.own(kijker, today()), it.voorstel.tafel, today())
    resting = queries.rests_on(it.laatste)
    said = {one.pk: one for one in [*resting, *queries.recently_said(kijker, it.voorstel.tafel_id, today())]}
    start = {
        "gebaseerd_op": it.laatste.nummer,
        "tekst": it.laatste.tekst,
        "rust_op": [str(one.pk) for one in resting],
    }
    form = VersieForm(request, kijker, said=list(said.values()), initial=start)
    sent = send(
        request,
        form,
        actions.publish_versie,
        voorstel=it.voorstel,
        to=href(kijker, voorstel_id),
        done=_("De nieuwe versie ligt op tafel. Iedereen kan opnieuw zeggen hoe die hierin staat."),
    )
    if sent:
        return sent
    if form.is_bound:  # another version may have come in while this one was on its way
        it = queries.dossier_of(_found(request, kijker, voorstel_id))
    elif "opnieuw" in request.GET:
        form.forget_draft(start)
    clash = str(form["gebaseerd_op"].value()) != str(it.laatste.nummer)
    if clash and form.is_bound:
        form.go_on_from(it.laatste.nummer)
    context = {
        "form": form,
        "it": it,
        "voorstel": it.voorstel,
        "tafel": it.voorstel.tafel,
        "botsing": clash,
        "nog_niet": [code for code in rules.blockers(it.feiten, today()) if code.code == "nog_niet_open"],
    }
    return render(request, kijker, "samenspel/versie_nieuw.html", context, status=status_of(form))


def _deed(
    request: HttpRequest,
    kijker: Kijker,
    it: Voorstel,
    form: Formulier,
    template: str,
    act: Any,
    done: str,
    **given: Any,
) -> HttpResponse:
    """A page with one decision about a Voorstel."""
    sent = send(request, form, act, voorstel=it, to=href(kijker, it.pk), done=done, **given)
    context = {"form": form, "voorstel": it, "tafel": it.tafel}
    return sent or render(request, kijker, template, context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def aannemen(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    it = queries.dossier_of(_found(request, kijker, voorstel_id))
    form = AannemenForm(request, kijker, initial={"terugkijken_op": rules.look_back_default(today())})
    done = _("De tekst is aangenomen. Vanaf nu staat die vast.")
    sent = send(request, form, actions.adopt, voorstel=it.voorstel, to=href(kijker, voorstel_id), done=done)
    context = {"form": form, "it": it, "voorstel": it.voorstel, "tafel": it.voorstel.tafel}
    return sent or render(request, kijker, "samenspel/aannemen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def intrekken(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, voorstel_id), RedenForm(request, kijker)
    return _deed(
        request,
        kijker,
        it,
        form,
        "samenspel/intrekken.html",
        actions.retract,
        _("Het voorstel is van tafel."),
    )


@page(Purpose.SAMEN_BEPALEN)
def nog_niet_terug(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, voorstel_id), Bevestig(request, kijker)
    done = _("Het nog niet is teruggenomen.")
    return _deed(request, kijker, it, form, "samenspel/nog_niet_terug.html", actions.withdraw_nog_niet, done)


@page(Purpose.SAMEN_BEPALEN)
def vrijgeven(request: HttpRequest, kijker: Kijker, voorstel_id: UUID, zetel_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, voorstel_id), RedenForm(request, kijker)
    done = _("Vastgelegd waarom dit nog niet de tekst niet meer tegenhoudt.")
    return _deed(
        request, kijker, it, form, "samenspel/vrijgeven.html", actions.release, done, zetel_id=zetel_id
    )


@page(Purpose.SAMEN_BEPALEN)
def houden(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    it = _found(request, kijker, voorstel_id)
    form = AannemenForm(request, kijker, initial={"terugkijken_op": rules.look_back_default(today())})
    done = _("Jullie houden deze tekst. Op de nieuwe dag vraagt die weer aandacht.")
    return _deed(request, kijker, it, form, "samenspel/houden.html", actions.keep_adopted, done)


@page(Purpose.SAMEN_BEPALEN)
def vragen(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    """Ask more seats, for instance somebody who joined later."""
    it = queries.dossier_of(_found(request, kijker, voorstel_id))
    new = [
        seat
        for seat in it.zetels
        if seat.partij_id and access.sits(seat, today()) and seat.pk not in it.asked
    ]
    form = VraagErbijForm(request, kijker, seats=new)
    return _deed(
        request,
        kijker,
        it.voorstel,
        form,
        "samenspel/vragen.html",
        actions.ask,
        pgettext("melding", "Gevraagd."),
    )
