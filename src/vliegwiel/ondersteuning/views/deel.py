"""Pages of a piece of a plan: writing, reading and changing it, sealing, taking it out."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions.deel import drop_deel, edit_deel, seal_deel, write_deel
from vliegwiel.ondersteuning.forms.deel import DeelForm, DeelVeranderForm
from vliegwiel.ondersteuning.models import Plandeel
from vliegwiel.ondersteuning.queries.doel import sight_at
from vliegwiel.ondersteuning.queries.plan import delen_of
from vliegwiel.ondersteuning.queries.schrijven import Plek, may_write
from vliegwiel.ondersteuning.views.schrijven import context, place, plan_href, writable
from vliegwiel.privacy.public import Onderdeel, geschiedenis_van, open_gevoelig
from vliegwiel.ui.forms import Bevestig, send, status_of


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def deel_nieuw(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    it = writable(request, kijker, dossier_id)
    soort = request.GET.get("soort", "")
    start = {"soort": soort if soort in Plandeel.Soort.values else None}
    domains = it.domeinen(Onderdeel.INHOUD)
    form = DeelForm(request, kijker, personen=it.personen, domeinen=domains, initial=start)
    sent = send(
        request,
        form,
        write_deel,
        dossier=it.plan.dossier,
        to=plan_href(kijker, it.dossier),
        done=_("Het staat in het plan."),
    )
    return sent or render(
        request, kijker, "ondersteuning/deel_nieuw.html", context(it, form=form), status=status_of(form)
    )


def _deel(request: HttpRequest, kijker: Kijker, deel_id: UUID) -> tuple[Plandeel, Plek]:
    zicht = sight_at(kijker, Plandeel, deel_id, now())
    rows = delen_of(kijker, zicht).select_related("persoon", "maker")
    row = found(request, kijker, rows, pk=deel_id)
    if row.verzegeld:
        open_gevoelig(kijker, Onderdeel.VERZEGELD_DEEL, row.dossier_id, "verzegeld")
    return row, place(request, kijker, row.dossier_id, zicht, [row.persoon_id])


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def deel(request: HttpRequest, kijker: Kijker, deel_id: UUID) -> HttpResponse:
    """Read a part, and change it. If somebody else was earlier, both texts are on the screen."""
    row, it = _deel(request, kijker, deel_id)
    start = {"versie": row.versie, "tekst": row.tekst, "leefgebied": row.leefgebied}
    form = DeelVeranderForm(request, kijker, initial=start)
    if not row.eigen_woorden:
        del form.fields["op_wens"]
    sent = send(
        request,
        form,
        edit_deel,
        deel=row,
        to=plan_href(kijker, it.dossier),
        done=_("De verandering staat in het plan."),
    )
    if sent:
        return sent
    if form.is_bound:
        row, it = _deel(request, kijker, deel_id)
    clash = str(form["versie"].value()) != str(row.versie)
    if clash and form.is_bound:
        form.go_on_from(row.versie)
    part = Onderdeel.VERZEGELD_DEEL if row.verzegeld else Onderdeel.INHOUD
    mag = it.open and may_write(kijker, it.zicht, part, it.dossier, row.domein, row.persoon_id)
    shown = context(
        it,
        form=form,
        deel=row,
        botsing=clash,
        mag=mag and row.vervallen_op is None,
        van_mij=kijker.medewerker is not None and row.maker_id == kijker.medewerker.pk,
        geschiedenis=list(geschiedenis_van(kijker, it.dossier, row.pk)[:20]),
    )
    return render(request, kijker, "ondersteuning/deel.html", shown, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def deel_verzegelen(request: HttpRequest, kijker: Kijker, deel_id: UUID) -> HttpResponse:
    row, it = _deel(request, kijker, deel_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        seal_deel,
        deel=row,
        verzegeld=not row.verzegeld,
        to=reverse("deel", args=[kijker.gemeente.slug, row.pk]),
        done=_("Dit deel is weer open.") if row.verzegeld else _("Dit deel is verzegeld."),
    )
    shown = context(it, form=form, deel=row)
    return sent or render(
        request, kijker, "ondersteuning/deel_verzegelen.html", shown, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def deel_vervallen(request: HttpRequest, kijker: Kijker, deel_id: UUID) -> HttpResponse:
    row, it = _deel(request, kijker, deel_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        drop_deel,
        deel=row,
        to=plan_href(kijker, it.dossier),
        done=_("Het staat niet meer in het plan, wel in de geschiedenis."),
    )
    shown = context(it, form=form, deel=row)
    return sent or render(request, kijker, "ondersteuning/deel_vervallen.html", shown, status=status_of(form))
