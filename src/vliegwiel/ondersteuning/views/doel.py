"""Pages of a goal: writing, reading and changing it, reaching it or letting it go, looking back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers.public import PRAKTIJK_KOERS
from vliegwiel.ondersteuning.actions.doel import edit_doel, finish_doel, look_back_on_doel, write_doel
from vliegwiel.ondersteuning.forms.doel import DoelForm, DoelKlaarForm, DoelVeranderForm
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.ondersteuning.queries.doel import doelen, sight_at
from vliegwiel.ondersteuning.queries.koppeling import doelen_of, with_doelen
from vliegwiel.ondersteuning.queries.schrijven import Plek, may_write
from vliegwiel.ondersteuning.refusals.schrijven import CannotWrite
from vliegwiel.ondersteuning.views.schrijven import context, place, plan_href, writable
from vliegwiel.privacy.public import Onderdeel, geschiedenis_van
from vliegwiel.samenspel.public import TerugkijkenForm
from vliegwiel.ui.forms import send, status_of


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def doel_nieuw(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    it = writable(request, kijker, dossier_id)
    form = DoelForm(request, kijker, personen=it.personen, domeinen=it.domeinen(Onderdeel.DOEL))
    sent = send(
        request,
        form,
        write_doel,
        dossier=it.plan.dossier,
        to=plan_href(kijker, it.dossier),
        done=_("Het doel staat in het plan."),
    )
    return sent or render(
        request, kijker, "ondersteuning/doel_nieuw.html", context(it, form=form), status=status_of(form)
    )


def _doel(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> tuple[Plandoel, Plek]:
    zicht = sight_at(kijker, Plandoel, doel_id, now())
    row = found(request, kijker, with_doelen(kijker, doelen(kijker, zicht)), pk=doel_id)
    return row, place(request, kijker, row.dossier_id, zicht, [row.persoon_id])


def _mag(kijker: Kijker, it: Plek, row: Plandoel, part: Onderdeel = Onderdeel.DOEL) -> bool:
    return it.open and may_write(kijker, it.zicht, part, it.dossier, row.domein, row.persoon_id)


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def doel(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    """Read a goal, and change it. If somebody else was earlier, both texts are on the screen."""
    row, it = _doel(request, kijker, doel_id)
    start = {"versie": row.versie, "tekst": row.tekst, "eerste_stap": row.eerste_stap, "score": row.score}
    form = DoelVeranderForm(request, kijker, initial=start)
    if row.terugblik_id:
        form.without_expectation()
    sent = send(
        request,
        form,
        edit_doel,
        doel=row,
        to=plan_href(kijker, it.dossier),
        done=_("De verandering staat in het plan."),
    )
    if sent:
        return sent
    if form.is_bound:
        row, it = _doel(request, kijker, doel_id)
    clash = str(form["versie"].value()) != str(row.versie)
    if clash and form.is_bound:
        form.go_on_from(row.versie)
    shown = context(
        it,
        form=form,
        doel=row,
        botsing=clash,
        mag=_mag(kijker, it, row) and row.status == Plandoel.Status.LOOPT,
        mag_koppelen=_mag(kijker, it, row) and kijker.aan(PRAKTIJK_KOERS),
        draagt_bij=doelen_of(row),
        terugblik=_terugblik(it, row),
        mag_terug=_mag(kijker, it, row, Onderdeel.INHOUD),
        geschiedenis=list(geschiedenis_van(kijker, it.dossier, row.pk)[:20]),
        draad=draad(kijker, row, now()),
    )
    return render(request, kijker, "ondersteuning/doel.html", shown, status=status_of(form))


def _terugblik(it: Plek, row: Plandoel):  # type: ignore[no-untyped-def]
    """The looking back: content of its domain, handed over only to who reads that."""
    reads = it.zicht.mag(Onderdeel.INHOUD, it.dossier, row.domein, row.persoon_id)
    return row.terugblik if reads else None


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def doel_klaar(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    row, it = _doel(request, kijker, doel_id)
    if not _mag(kijker, it, row):
        raise CannotWrite
    form = DoelKlaarForm(request, kijker)
    sent = send(
        request,
        form,
        finish_doel,
        doel=row,
        to=plan_href(kijker, it.dossier),
        done=_("Het staat bij het doel."),
    )
    shown = context(it, form=form, doel=row)
    return sent or render(request, kijker, "ondersteuning/doel_klaar.html", shown, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def terugblik(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    """Look back on a goal, once; afterwards this page shows what was said."""
    row, it = _doel(request, kijker, doel_id)
    kept = _terugblik(it, row)
    if kept is None:
        raise Http404
    form = TerugkijkenForm(request, kijker)
    sent = send(
        request,
        form,
        look_back_on_doel,
        doel=row,
        to=reverse("doel", args=[kijker.gemeente.slug, row.pk]),
        done=_("De terugblik staat bij het doel."),
    )
    shown = context(it, form=form, doel=row, terugblik=kept, mag=_mag(kijker, it, row, Onderdeel.INHOUD))
    return sent or render(request, kijker, "ondersteuning/terugblik.html", shown, status=status_of(form))
