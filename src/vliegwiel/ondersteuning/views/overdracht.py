"""Pages of the warme overdracht: handing on, giving back, taking back; of a question and of a household."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.access import vraag as access
from vliegwiel.ondersteuning.actions import overdracht as actions
from vliegwiel.ondersteuning.forms.overdracht import OverdragenForm, TeruggevenForm
from vliegwiel.ondersteuning.models import Huishouden, Overdracht
from vliegwiel.ondersteuning.queries import vraag as queries
from vliegwiel.ondersteuning.queries import vraag_mensen
from vliegwiel.ondersteuning.refusals.vraag import NotContact
from vliegwiel.ondersteuning.views.vraag import href, list_href, one, show
from vliegwiel.privacy.public import HEEFT_WERK, WERKT, Onderdeel, dossiers
from vliegwiel.ui.forms import Bevestig, asked, send, status_of


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def vraag_overdragen(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    about = vraag_mensen.persons_of(kijker.gemeente_id, row, None)
    colleagues = vraag_mensen.colleagues_for(kijker, today(), question, about=about)
    teams = vraag_mensen.teams(kijker.gemeente_id)
    form = OverdragenForm(request, kijker, colleagues=colleagues, teams=teams, initial={"zoek": question})
    done = _("Gevraagd. De vraag blijft bij jou tot de ander ja zegt.")
    sent = send(request, form, actions.offer_question, vraag=row, to=href(kijker, row.pk), done=done)
    more = {"gezocht": question, "gevonden": bool(colleagues), "keus": bool(colleagues or teams)}
    return sent or show(request, kijker, "vraag_overdragen", row, form, **more)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def vraag_teruggeven(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    form = TeruggevenForm(request, kijker)
    done = _("Teruggegeven. De ander leest waarom.")
    sent = send(request, form, actions.give_back, vraag=row, to=list_href(kijker), done=done)
    return sent or show(request, kijker, "vraag_teruggeven", row, form)


@page(Purpose.VRAAG, roles=HEEFT_WERK, praktijk="vraag")
def vraag_intrekken(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    row = one(request, kijker, vraag_id)
    form = Bevestig(request, kijker)
    done = _("De vraag blijft bij jou.")
    sent = send(request, form, actions.withdraw, vraag=row, to=href(kijker, row.pk), done=done)
    return sent or show(request, kijker, "vraag_intrekken", row, form)


# -- being vaste contactpersoon of a household


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="plan")
def contactpersoon_overdragen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    dossier = found(request, kijker, dossiers(kijker, now(), Onderdeel.KADER), pk=dossier_id)
    if vraag_mensen.own_regie(kijker, dossier.pk, today()) is None:
        raise NotContact
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    about = vraag_mensen.persons_of(kijker.gemeente_id, None, dossier.pk)
    colleagues = vraag_mensen.colleagues_for(kijker, today(), question, about=about, rollen=WERKT)
    teams = vraag_mensen.teams(kijker.gemeente_id)
    form = OverdragenForm(request, kijker, colleagues=colleagues, teams=teams, initial={"zoek": question})
    back = reverse("plan", args=[kijker.gemeente.slug, dossier.pk])
    done = _("Gevraagd. Jij blijft de vaste contactpersoon tot de ander ja zegt.")
    sent = send(request, form, actions.offer_household, dossier=dossier, to=back, done=done)
    context = {
        "form": form,
        "eerder": queries.handed_before(kijker, dossier.pk),
        "huishouden": Huishouden.objects.get(gemeente_id=kijker.gemeente_id, dossier_id=dossier.pk),
        "gezocht": question,
        "gevonden": bool(colleagues),
        "keus": bool(colleagues or teams),
    }
    template = "ondersteuning/overdracht_contactpersoon.html"
    return sent or render(request, kijker, template, context, status=status_of(form))


def _offer(request: HttpRequest, kijker: Kijker, overdracht_id: UUID) -> Overdracht:
    rows = queries.overdrachten(kijker, now()).filter(dossier__isnull=False)
    return found(request, kijker, rows, pk=overdracht_id)


@require_safe
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="plan")
def overdracht(request: HttpRequest, kijker: Kijker, overdracht_id: UUID) -> HttpResponse:
    """What the giver wrote, and who asks; nothing of the household itself until it is taken."""
    row = _offer(request, kijker, overdracht_id)
    gave = kijker.medewerker is not None and row.van_id == kijker.medewerker.pk
    context = {
        "overdracht": row,
        "gaf": gave,
        "mag_aannemen": access.can_make_plan(kijker) and not gave,
        "bevestig": Bevestig(request, kijker),
    }
    return render(request, kijker, "ondersteuning/overdracht.html", context)


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="plan")
def overdracht_aannemen(request: HttpRequest, kijker: Kijker, overdracht_id: UUID) -> HttpResponse:
    row = _offer(request, kijker, overdracht_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.accept_household,
        overdracht=row,
        to=reverse("plan", args=[kijker.gemeente.slug, row.dossier_id]),
        done=_("Jij bent nu de vaste contactpersoon."),
    )
    context = {"form": form, "overdracht": row}
    template = "ondersteuning/overdracht_aannemen.html"
    return sent or render(request, kijker, template, context, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="plan")
def overdracht_teruggeven(request: HttpRequest, kijker: Kijker, overdracht_id: UUID) -> HttpResponse:
    row = _offer(request, kijker, overdracht_id)
    form = TeruggevenForm(request, kijker)
    done = _("Teruggegeven. De ander leest waarom.")
    back = reverse("vandaag", args=[kijker.gemeente.slug])
    sent = send(request, form, actions.give_back_household, overdracht=row, to=back, done=done)
    context = {"form": form, "overdracht": row}
    template = "ondersteuning/overdracht_teruggeven.html"
    return sent or render(request, kijker, template, context, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="plan")
def overdracht_intrekken(request: HttpRequest, kijker: Kijker, overdracht_id: UUID) -> HttpResponse:
    row = _offer(request, kijker, overdracht_id)
    form = Bevestig(request, kijker)
    back = reverse("plan", args=[kijker.gemeente.slug, row.dossier_id])
    done = _("Jij blijft de vaste contactpersoon.")
    sent = send(request, form, actions.withdraw_household, overdracht=row, to=back, done=done)
    context = {"form": form, "overdracht": row}
    template = "ondersteuning/overdracht_intrekken.html"
    return sent or render(request, kijker, template, context, status=status_of(form))
