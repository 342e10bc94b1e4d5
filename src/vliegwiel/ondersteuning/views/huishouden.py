"""Pages of a household: a new one, and who lives there in time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions import huishouden as opening
from vliegwiel.ondersteuning.actions import huishouden_mensen as actions
from vliegwiel.ondersteuning.actions import plan_familie as family
from vliegwiel.ondersteuning.forms import huishouden as forms
from vliegwiel.ondersteuning.models import Huishouden
from vliegwiel.ondersteuning.queries import huishouden as queries
from vliegwiel.ondersteuning.queries.geschiedenis import read_geschiedenis
from vliegwiel.ondersteuning.refusals.huishouden import CannotOpen
from vliegwiel.ondersteuning.views.plan import not_theirs
from vliegwiel.privacy.public import WERKT, role_sees
from vliegwiel.ui.forms import Bevestig, Formulier, asked, send, status_of


def _href(kijker: Kijker, name: str, dossier_id: UUID) -> str:
    return reverse(name, args=[kijker.gemeente.slug, dossier_id])


def _mensen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> tuple[Huishouden, queries.Mensenblad]:
    """Who lives here, for a colleague who keeps that; else it looks like none."""
    found = queries.household(kijker, dossier_id, now())
    if found is None:
        not_theirs(request, kijker, dossier_id)
    return found[0], queries.read_mensen(kijker, *found, now())


def _bewoner(blad: queries.Mensenblad, betrokkene_id: UUID) -> queries.Bewoner:
    for one in blad.bewoners:
        if one.rij.pk == betrokkene_id:
            return one
    raise Http404


def _ask(
    request: HttpRequest,
    kijker: Kijker,
    huishouden: Huishouden,
    form: Formulier,
    act: Any,
    kop: str,
    knop: str,
    *,
    uitleg: str = "",
    zoek: str | None = None,
    **given: Any,
) -> HttpResponse:
    """One form about a household, then back to who lives there."""
    dossier_id = huishouden.dossier_id
    back = _href(kijker, "huishouden_mensen", dossier_id)
    sent = send(request, form, act, to=back, dossier_id=dossier_id, **given)
    context = {
        "form": form,
        "huishouden": huishouden,
        "kop": kop,
        "knop_tekst": knop,
        "uitleg": uitleg,
        "zoek": zoek,
    }
    return sent or render(
        request, kijker, "ondersteuning/huishouden_vraag.html", context, status=status_of(form)
    )


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def mensen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    context = {"blad": blad, "huishouden": huishouden, "vandaag": today()}
    return render(request, kijker, "ondersteuning/huishouden_mensen.html", context)


def _found_people(request: HttpRequest, kijker: Kijker) -> tuple[str, list[Any]]:
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    return question, queries.people_called(kijker, question, now()) if question else []


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def bewoner_nieuw(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    huishouden, _blad = _mensen(request, kijker, dossier_id)
    question, people = _found_people(request, kijker)
    initial = {"zoek": question, "begindatum": today()}
    form = forms.BewonerForm(request, kijker, people=people, initial=initial)
    uitleg = _("Zoek eerst: een kind met twee huizen staat al in het andere huishouden.")
    return _ask(
        request,
        kijker,
        huishouden,
        form,
        actions.add_bewoner,
        _("Wie komt er wonen?"),
        _("Zet erbij"),
        uitleg=uitleg,
        zoek=question,
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def bewoner(request: HttpRequest, kijker: Kijker, dossier_id: UUID, betrokkene_id: UUID) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    persoon = _bewoner(blad, betrokkene_id).persoon
    fields = ("voornaam", "achternaam", "geboortedatum", "telefoon", "email")
    form = forms.PersoonForm(request, kijker, initial={name: getattr(persoon, name) for name in fields})
    kop = _("Gegevens van %(naam)s") % {"naam": persoon.voornaam}
    return _ask(
        request,
        kijker,
        huishouden,
        form,
        actions.change_persoon,
        kop,
        pgettext("knop", "Bewaar"),
        betrokkene_id=betrokkene_id,
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def bewoner_vertrekt(
    request: HttpRequest, kijker: Kijker, dossier_id: UUID, betrokkene_id: UUID
) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    kop = _("%(naam)s gaat hier weg") % {"naam": _bewoner(blad, betrokkene_id).persoon.voornaam}
    uitleg = _("Na deze dag staat de naam niet meer bij dit huishouden. Wat is opgeschreven, blijft.")
    return _ask(
        request,
        kijker,
        huishouden,
        forms.EinddatumForm(request, kijker, initial={"einddatum": today()}),
        actions.end_stay,
        kop,
        pgettext("knop", "Bewaar"),
        uitleg=uitleg,
        betrokkene_id=betrokkene_id,
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def bewoner_overleden(
    request: HttpRequest, kijker: Kijker, dossier_id: UUID, betrokkene_id: UUID
) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    kop = _("%(naam)s is overleden") % {"naam": _bewoner(blad, betrokkene_id).persoon.voornaam}
    return _ask(
        request,
        kijker,
        huishouden,
        forms.OverledenForm(request, kijker),
        actions.record_death,
        kop,
        pgettext("knop", "Bewaar"),
        betrokkene_id=betrokkene_id,
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def verhuizing(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    huishouden, _blad = _mensen(request, kijker, dossier_id)
    form = forms.VerhuizingForm(request, kijker, initial={"begindatum": today()})
    return _ask(request, kijker, huishouden, form, actions.move, _("Waar wonen ze?"), _("Bewaar het adres"))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def adres_geheim(request: HttpRequest, kijker: Kijker, dossier_id: UUID, adres_id: UUID) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    adres = next((it for it in blad.adressen if it.pk == adres_id), None)
    if adres is None:
        raise Http404
    secret = not adres.geheim
    uitleg = (
        _(
            "Alleen de vaste contactpersoon en de coördinator zien het adres dan nog. Zoeken vindt het niet meer."
        )
        if secret
        else _("Iedereen die met dit huishouden werkt, ziet het adres dan weer.")
    )
    kop = _("Maak dit adres geheim") if secret else _("Dit adres is niet meer geheim")
    return _ask(
        request,
        kijker,
        huishouden,
        Bevestig(request, kijker),
        actions.set_secret,
        kop,
        kop,
        uitleg=uitleg,
        adres_id=adres_id,
        geheim=secret,
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def band_nieuw(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    question, found = _found_people(request, kijker)
    living = [it.persoon for it in blad.bewoners]
    form = forms.BandForm(
        request,
        kijker,
        living=living,
        people=list(dict.fromkeys([*living, *found])),
        initial={"zoek": question, "begindatum": today()},
    )
    return _ask(
        request,
        kijker,
        huishouden,
        form,
        actions.add_band,
        _("Wie mag voor iemand spreken?"),
        pgettext("knop", "Bewaar"),
        zoek=question,
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def band_stopt(request: HttpRequest, kijker: Kijker, dossier_id: UUID, band_id: UUID) -> HttpResponse:
    huishouden, blad = _mensen(request, kijker, dossier_id)
    if not any(it.pk == band_id for it in blad.banden):
        raise Http404
    form = forms.EinddatumForm(request, kijker, initial={"einddatum": today()})
    kop = _("Tot en met welke dag?")
    return _ask(
        request, kijker, huishouden, form, actions.end_band, kop, pgettext("knop", "Bewaar"), band_id=band_id
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def huishouden_nieuw(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    if kijker.medewerker is None or not role_sees(kijker.rollen) or kijker.rollen.isdisjoint(WERKT):
        raise CannotOpen
    form = forms.HuishoudenForm(request, kijker)
    sent = send(
        request,
        form,
        opening.open_household,
        to=lambda made: _href(kijker, "plan", made.pk),
        done=_("Het huishouden is gemaakt. Begin met wat goed gaat."),
    )
    context = {"form": form, "rijen": forms.ROWS}
    return sent or render(
        request, kijker, "ondersteuning/huishouden_nieuw.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_familie(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    huishouden, _blad = _mensen(request, kijker, dossier_id)
    form = forms.FamilieForm(request, kijker)
    href = {"ja": "plan_familie_tafel"}
    sent = send(
        request,
        form,
        family.answer_familieplan,
        to=lambda plan: _href(kijker, href.get(plan.familieplan, "plan"), dossier_id),
        dossier_id=dossier_id,
    )
    context = {"form": form, "huishouden": huishouden}
    return sent or render(request, kijker, "ondersteuning/plan_familie.html", context, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_familie_tafel(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    huishouden, _blad = _mensen(request, kijker, dossier_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        family.start_plan_tafel,
        to=lambda tafel: reverse("tafel", args=[kijker.gemeente.slug, tafel.pk]),
        dossier_id=dossier_id,
        bedoeling="Hier maakt de familie met wie zij kiest het eigen plan.",
    )
    context = {"form": form, "huishouden": huishouden}
    return sent or render(
        request, kijker, "ondersteuning/plan_familie_tafel.html", context, status=status_of(form)
    )


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def geschiedenis(
    request: HttpRequest, kijker: Kijker, dossier_id: UUID, soort: str, object_id: UUID
) -> HttpResponse:
    rows = read_geschiedenis(kijker, dossier_id, soort, object_id, now())
    if rows is None:
        not_theirs(request, kijker, dossier_id)
    context = {"rijen": rows, "dossier_id": dossier_id}
    return render(request, kijker, "ondersteuning/geschiedenis.html", context)
