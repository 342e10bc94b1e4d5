"""Who may see a dossier: who works with it, what is shared, who stays out, and toegang bij spoed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, Rol, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions import toegang as actions
from vliegwiel.ondersteuning.forms.toegang import (
    DelingForm,
    MeedoenForm,
    NakijkForm,
    SpoedForm,
    UitsluitenForm,
)
from vliegwiel.ondersteuning.models import Huishouden
from vliegwiel.ondersteuning.queries import toegang as queries
from vliegwiel.privacy.public import DOMEINEN, Betrokkenheid, Blokkade, Deling, dossiers, legal_bases
from vliegwiel.ui.forms import Bevestig, asked, send, status_of

BIJ_SPOED = frozenset({Rol.CONSULENT, Rol.VASTE_CONTACTPERSOON, Rol.COORDINATOR, Rol.TEAMLEIDER})


def _household(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> Huishouden:
    rows = queries.households(kijker, dossiers(kijker, now()))
    return found(request, kijker, rows, dossier_id=dossier_id)


def _href(kijker: Kijker, dossier_id: UUID) -> str:
    return reverse("toegang", args=[kijker.gemeente.slug, dossier_id])


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def toegang(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    blad = queries.read_access(kijker, _household(request, kijker, dossier_id), now())
    return render(request, kijker, "ondersteuning/toegang.html", {"blad": blad})


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def meedoen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    home = _household(request, kijker, dossier_id)
    blad = queries.read_access(kijker, home, now())
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    form = MeedoenForm(
        request,
        kijker,
        colleagues=queries.colleagues_found(kijker, question, today()),
        teams=queries.teams(kijker),
        known=[it.value for it in DOMEINEN] if blad.regie else blad.domeinen,
        initial={"zoek": question},
    )
    done = _("Doet mee. Dat is vanaf nu te zien.")
    sent = send(request, form, actions.involve, dossier=home.dossier, to=_href(kijker, dossier_id), done=done)
    context = {"form": form, "huishouden": home, "vraag": question}
    return sent or render(
        request, kijker, "ondersteuning/toegang_meedoen.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def meedoen_stoppen(
    request: HttpRequest, kijker: Kijker, dossier_id: UUID, betrokkenheid_id: UUID
) -> HttpResponse:
    home = _household(request, kijker, dossier_id)
    blad = queries.read_access(kijker, home, now())
    rows = Betrokkenheid.objects.filter(
        gemeente_id=kijker.gemeente_id, pk__in=[row.pk for row in blad.betrokkenheden]
    ).select_related("medewerker", "team")
    row = found(request, kijker, rows, pk=betrokkenheid_id)
    mine = kijker.medewerker is not None and row.medewerker_id == kijker.medewerker.pk
    to = reverse("vandaag", args=[kijker.gemeente.slug]) if mine else _href(kijker, dossier_id)
    form = Bevestig(request, kijker)
    sent = send(
        request, form, actions.end_involvement, betrokkenheid=row, to=to, done=_("Gestopt. Dat geldt meteen.")
    )
    context = {"form": form, "huishouden": home, "rij": row, "eigen": mine}
    return sent or render(
        request, kijker, "ondersteuning/toegang_stoppen.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def delen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    home = _household(request, kijker, dossier_id)
    blad = queries.read_access(kijker, home, now())
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    form = DelingForm(
        request,
        kijker,
        colleagues=queries.colleagues_found(kijker, question, today()),
        parties=queries.organisations(kijker, today()),
        known=blad.domeinen,
        bases=legal_bases(today()),
        initial={"zoek": question, "einddatum": today() + timedelta(days=90)},
    )
    sent = send(
        request,
        form,
        actions.share,
        dossier=home.dossier,
        to=_href(kijker, dossier_id),
        done=pgettext("melding", "Gedeeld."),
    )
    context = {"form": form, "huishouden": home, "vraag": question}
    return sent or render(
        request, kijker, "ondersteuning/toegang_delen.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def deling_intrekken(request: HttpRequest, kijker: Kijker, dossier_id: UUID, deling_id: UUID) -> HttpResponse:
    home = _household(request, kijker, dossier_id)
    blad = queries.read_access(kijker, home, now())
    rows = Deling.objects.filter(gemeente_id=kijker.gemeente_id, pk__in=[row.pk for row in blad.delingen])
    row = found(request, kijker, rows.select_related("medewerker", "deelname__organisatie"), pk=deling_id)
    form = Bevestig(request, kijker)
    done = _("Niet meer gedeeld. Dat geldt meteen.")
    sent = send(request, form, actions.withdraw_share, deling=row, to=_href(kijker, dossier_id), done=done)
    context = {"form": form, "huishouden": home, "rij": row}
    return sent or render(
        request, kijker, "ondersteuning/toegang_intrekken.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def uitsluiten(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    home = _household(request, kijker, dossier_id)
    assert kijker.medewerker is not None
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    form = UitsluitenForm(
        request,
        kijker,
        people=queries.people_here(kijker, dossier_id, today()),
        me=kijker.medewerker,
        others=queries.colleagues_found(kijker, question, today()),
        initial={"zoek": question, "medewerker": str(kijker.medewerker.pk)},
    )
    done = _("Dit dossier is nu dicht voor deze collega.")
    to = reverse("vandaag", args=[kijker.gemeente.slug])
    sent = send(request, form, actions.exclude, dossier=home.dossier, to=to, done=done)
    context = {"form": form, "huishouden": home, "vraag": question}
    return sent or render(
        request, kijker, "ondersteuning/toegang_uitsluiten.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def uitsluiten_stoppen(
    request: HttpRequest, kijker: Kijker, dossier_id: UUID, blokkade_id: UUID
) -> HttpResponse:
    home = _household(request, kijker, dossier_id)
    blad = queries.read_access(kijker, home, now())
    rows = Blokkade.objects.filter(gemeente_id=kijker.gemeente_id, pk__in=[row.pk for row in blad.blokkades])
    row = found(request, kijker, rows.select_related("medewerker"), pk=blokkade_id)
    form = Bevestig(request, kijker)
    done = _("Deze collega blijft er niet meer buiten.")
    sent = send(
        request,
        form,
        actions.end_exclusion,
        blokkade=row,
        dossier=home.dossier,
        to=_href(kijker, dossier_id),
        done=done,
    )
    context = {"form": form, "huishouden": home, "rij": row}
    return sent or render(
        request, kijker, "ondersteuning/toegang_binnen.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, roles=BIJ_SPOED, praktijk="plan")
def spoed(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = SpoedForm(request, kijker)
    slug = kijker.gemeente.slug
    sent = send(
        request,
        form,
        actions.open_urgent,
        to=lambda made: reverse("plan", args=[slug, made.dossier_id]),
        done=_("Dit plan is een uur open voor je. Een collega hoort het nu ook."),
    )
    return sent or render(request, kijker, "ondersteuning/spoed.html", {"form": form}, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def spoed_nakijken(request: HttpRequest, kijker: Kijker, spoed_id: UUID) -> HttpResponse:
    row = found(request, kijker, queries.to_review(kijker, now()), pk=spoed_id)
    form = NakijkForm(request, kijker)
    to = reverse("vandaag", args=[kijker.gemeente.slug])
    sent = send(
        request, form, actions.review_urgent, spoed=row, to=to, done=_("Dank je. Je oordeel is bewaard.")
    )
    context = {"form": form, "rij": row}
    return sent or render(
        request, kijker, "ondersteuning/spoed_nakijken.html", context, status=status_of(form)
    )
