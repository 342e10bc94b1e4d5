"""Pages of an afspraak: making one, reading it with who has the ball, and what can be done to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, Medewerker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions.afspraak import agree
from vliegwiel.ondersteuning.forms.afspraak import (
    AfspraakForm,
    AndersForm,
    WieForm,
)
from vliegwiel.ondersteuning.queries.afspraak import contactpersoon
from vliegwiel.ondersteuning.queries.doel import running
from vliegwiel.ondersteuning.queries.kaart import WITH_CARD
from vliegwiel.ondersteuning.queries.schrijven import Plek
from vliegwiel.ondersteuning.queries.toegang import not_kept_out
from vliegwiel.ondersteuning.views.schrijven import context, place, plan_href, writable
from vliegwiel.privacy.public import Onderdeel, geschiedenis_van
from vliegwiel.samenspel.public import (
    Afspraak,
    GedaanForm,
    LoslatenForm,
    NotYourAfspraak,
    TeruggevenForm,
    adapt,
    afspraken,
    ask_other,
    colleagues_found,
    fact_of,
    finish_afspraak,
    give_back,
    holder,
    keeps_an_eye,
    let_go,
    may_do,
    sight_of,
    take_afspraak,
)
from vliegwiel.ui.forms import Bevestig, Formulier, asked, send, status_of


def _colleagues(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> list[Medewerker]:
    """Whom the typed part of a name finds; asked again each time, so that only who was found can be chosen."""
    found = colleagues_found(kijker, asked(request.POST.get("collega", ""), 80), today())
    return not_kept_out(kijker, found, dossier_id, today()) if found else []


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak_nieuw(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    it = writable(request, kijker, dossier_id)
    form = AfspraakForm(
        request,
        kijker,
        personen=it.personen,
        doeners=it.personen,
        domeinen=it.domeinen(Onderdeel.AFSPRAAK),
        collegas=_colleagues(request, kijker, it.dossier),
        doelen=running(kijker, it.zicht, it.dossier),
        initial={"doel": request.GET.get("doel", "")},
    )
    sent = send(
        request,
        form,
        agree,
        dossier=it.plan.dossier,
        to=plan_href(kijker, it.dossier),
        done=_("Afgesproken. Het staat in het plan."),
    )
    return sent or render(
        request, kijker, "ondersteuning/afspraak_nieuw.html", context(it, form=form), status=status_of(form)
    )


def _afspraak(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> tuple[Afspraak, Plek]:
    zicht = sight_of(kijker, afspraak_id, now())
    row = found(request, kijker, afspraken(kijker, zicht), pk=afspraak_id)
    if row.dossier_id is None:
        raise Http404
    return row, place(request, kijker, row.dossier_id, zicht, [row.persoon_id, row.doet_id])


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """The afspraak, who has the ball, and (for who was asked) the one button to take it."""
    row, it = _afspraak(request, kijker, afspraak_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        take_afspraak,
        afspraak=row,
        to=href(kijker, row),
        done=_("Dank je. Jij hebt nu de bal."),
    )
    if sent:
        return sent
    fact = fact_of(row)
    shown = context(
        it,
        form=form,
        afspraak=row,
        houder=_person(row, holder(fact)),
        ik_ben_houder=kijker.medewerker is not None and holder(fact) == kijker.medewerker.pk,
        oogje=keeps_an_eye(fact),
        mag=may_do(kijker, now(), row) if it.open else frozenset(),
        draad=draad(kijker, row, now()),
        contactpersoon=contactpersoon(kijker, it.zicht, it.dossier, today()),
        vlag=row.domein if row.domein in it.zicht.domeinen(Onderdeel.DOMEINVLAG, it.dossier) else "",
        geschiedenis=list(geschiedenis_van(kijker, it.dossier, row.pk)[:20]),
        leest_plan=it.werkt,
        kaart_kan=kijker.aan("kaart") and it.open and row.wie in WITH_CARD,
    )
    return render(request, kijker, "ondersteuning/afspraak.html", shown, status=status_of(form))


def _person(row: Afspraak, pk: Any) -> Medewerker | None:
    people: list[Medewerker | None] = [row.medewerker, row.gever]
    return next((it for it in people if it is not None and it.pk == pk), None)


def href(kijker: Kijker, it: Afspraak) -> str:
    return reverse("afspraak", args=[kijker.gemeente.slug, it.pk])


def _deed(
    request: HttpRequest,
    kijker: Kijker,
    afspraak_id: UUID,
    event: str,
    form: Formulier,
    act: Any,
    done: str,
) -> HttpResponse:
    """A page with one decision about an afspraak; not offered to who may not make it."""
    row, it = _afspraak(request, kijker, afspraak_id)
    if event not in may_do(kijker, now(), row) and request.method != "POST":
        raise NotYourAfspraak
    # who only does this one thing for the household, may not be able to read it any more
    home = reverse("vandaag", args=[kijker.gemeente.slug])
    where = plan_href(kijker, it.dossier) if it.werkt else home
    sent = send(request, form, act, afspraak=row, to=where, done=done)
    shown = context(it, form=form, afspraak=row)
    template = f"ondersteuning/afspraak_{event}.html"
    return sent or render(request, kijker, template, shown, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak_teruggeven(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    form = TeruggevenForm(request, kijker)
    done = _("Teruggegeven. De bal ligt weer bij wie het vroeg.")
    return _deed(request, kijker, afspraak_id, "give_back", form, give_back, done)


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak_klaar(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    form = GedaanForm(request, kijker)
    return _deed(
        request, kijker, afspraak_id, "done", form, finish_afspraak, _("Mooi. Het staat als gedaan.")
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak_loslaten(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    form = LoslatenForm(request, kijker)
    done = _("Losgelaten. Niemand wacht er meer op.")
    return _deed(request, kijker, afspraak_id, "let_go", form, let_go, done)


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak_anders(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """Agree on something else. If it was changed meanwhile, both are on the screen."""
    row, it = _afspraak(request, kijker, afspraak_id)
    start = {"nummer": row.nummer, "tekst": row.tekst, "wanneer": row.wanneer, "hoe_laat": row.hoe_laat}
    form = AndersForm(request, kijker, initial=start)
    sent = send(request, form, adapt, afspraak=row, to=href(kijker, row), done=_("De afspraak is aangepast."))
    if sent:
        return sent
    if form.is_bound:
        row, it = _afspraak(request, kijker, afspraak_id)
    clash = str(form["nummer"].value()) != str(row.nummer)
    if clash and form.is_bound:
        form.go_on_from(row.nummer)
    shown = context(it, form=form, afspraak=row, botsing=clash)
    return render(request, kijker, "ondersteuning/afspraak_adapt.html", shown, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def afspraak_wie(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """Somebody else does it."""
    _row, it = _afspraak(request, kijker, afspraak_id)
    form = WieForm(request, kijker, doeners=it.personen, collegas=_colleagues(request, kijker, it.dossier))
    done = _("Gevraagd. De bal ligt bij jou tot er ja gezegd is.")
    return _deed(request, kijker, afspraak_id, "ask", form, ask_other, done)
