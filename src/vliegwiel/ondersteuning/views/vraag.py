"""Pages of questions: the list, taking one, one question, advice, taking over, done, and becoming a plan."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.access import vraag as access
from vliegwiel.ondersteuning.actions import vraag as actions
from vliegwiel.ondersteuning.forms.vraag import (
    AdviesForm,
    AfrondenForm,
    BijHuishoudenForm,
    PersoonForm,
    PlanForm,
    VraagForm,
)
from vliegwiel.ondersteuning.models import Vraag
from vliegwiel.ondersteuning.queries import vraag as queries
from vliegwiel.ondersteuning.queries import vraag_mensen
from vliegwiel.privacy.public import HEEFT_WERK
from vliegwiel.ui.forms import Bevestig, Formulier, asked, send, status_of


def href(kijker: Kijker, vraag_id: UUID, name: str = "vraag") -> str:
    return reverse(name, args=[kijker.gemeente.slug, vraag_id])


def list_href(kijker: Kijker) -> str:
    return reverse("vragen", args=[kijker.gemeente.slug])


def one(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> Vraag:
    """The question, if it is the kijker's to see."""
    return found(request, kijker, queries.with_people(queries.vragen(kijker, now())), pk=vraag_id)


def show(
    request: HttpRequest, kijker: Kijker, template: str, vraag: Vraag, form: Formulier, **more: Any
) -> HttpResponse:
    """A form about one question, with the question beside it."""
    context = {"form": form, "blad": queries.read_vraag(kijker, vraag, now()), "vraag": vraag, **more}
    return render(request, kijker, f"ondersteuning/{template}.html", context, status=status_of(form))


@require_safe
@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def vragen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_answer(kijker)
    context = {"lijst": queries.werklijst(kijker, now()), "vandaag": today()}
    return render(request, kijker, "ondersteuning/vragen.html", context)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def vraag_nieuw(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_answer(kijker)
    form = VraagForm(request, kijker)
    onward = "vraag_overdragen" if request.POST.get("daarna") == actions.DOORGEVEN else "vraag"
    done = _("De vraag is bewaard.")
    sent = send(request, form, actions.take_question, to=lambda it: href(kijker, it.pk, onward), done=done)
    return sent or render(
        request, kijker, "ondersteuning/vraag_nieuw.html", {"form": form}, status=status_of(form)
    )


@require_safe
@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def vraag(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    context = {
        "vraag": row,
        "blad": queries.read_vraag(kijker, row, now()),
        "vandaag": today(),
        "bevestig": Bevestig(request, kijker),
        "mag_plan": access.can_make_plan(kijker),
    }
    return render(request, kijker, "ondersteuning/vraag.html", context)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def advies(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    form = AdviesForm(request, kijker, initial={"eerste_advies": row.eerste_advies})
    sent = send(
        request,
        form,
        actions.advise,
        vraag=row,
        to=href(kijker, row.pk),
        done=_("Het advies is bewaard."),
    )
    return sent or show(request, kijker, "vraag_advies", row, form)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def persoon(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    people = vraag_mensen.people_found(kijker, question, now())
    form = PersoonForm(request, kijker, people=people, initial={"zoek": question})
    sent = send(
        request,
        form,
        actions.link_person,
        vraag=row,
        to=href(kijker, row.pk),
        done=pgettext("melding", "Bewaard."),
    )
    more = {"gezocht": question, "gevonden": bool(people)}
    return sent or show(request, kijker, "vraag_persoon", row, form, **more)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def aannemen(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    """Also for who comes second: they read who was first, and nothing else of the question."""
    mine = queries.vragen(kijker, now()).filter(pk=vraag_id).select_related("houder").first()
    row = mine or found(request, kijker, queries.was_of_my_team(kijker, now()), pk=vraag_id)
    form = Bevestig(request, kijker)
    done = _("De vraag is nu bij jou.")
    sent = send(request, form, actions.take_over, vraag=row, to=href(kijker, row.pk), done=done)
    first = "" if mine or row.houder is None else row.houder.naam
    context = {"form": form, "vraag": row, "genomen_door": first}
    return sent or render(
        request, kijker, "ondersteuning/vraag_aannemen.html", context, status=status_of(form)
    )


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def afronden(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    form = AfrondenForm(request, kijker)
    done = _("De vraag is afgerond.")
    sent = send(request, form, actions.finish, vraag=row, to=list_href(kijker), done=done)
    return sent or show(request, kijker, "vraag_afronden", row, form)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="plan")
def plan(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    access.require_can_make_plan(kijker)
    first, _space, last = row.naam.partition(" ")
    known = {} if row.persoon else {"voornaam_1": first, "achternaam_1": last}
    form = PlanForm(request, kijker, persoon=row.persoon, initial=known)
    sent = send(
        request,
        form,
        actions.make_plan,
        vraag=row,
        to=lambda it: reverse("plan", args=[kijker.gemeente.slug, it.dossier_id]),
        done=_("Het plan is begonnen. De vraag staat erbij."),
    )
    return sent or show(request, kijker, "vraag_plan", row, form)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="plan")
def bij_huishouden(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    households = vraag_mensen.households_found(kijker, question, now())
    form = BijHuishoudenForm(request, kijker, households=households, initial={"zoek": question})
    sent = send(
        request,
        form,
        actions.join_plan,
        vraag=row,
        to=lambda it: reverse("plan", args=[kijker.gemeente.slug, it.dossier_id]),
        done=_("De vraag staat nu bij dit huishouden."),
    )
    more = {"gezocht": question, "gevonden": bool(households)}
    return sent or show(request, kijker, "vraag_bij_huishouden", row, form, **more)
