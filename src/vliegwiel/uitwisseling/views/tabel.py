"""Pages of a table of provisions: giving it, looking at what we make of it, reading it in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import send, status_of
from vliegwiel.uitwisseling.actions.tabel import confirm_table, read_again, receive_table
from vliegwiel.uitwisseling.forms.berichten import LeesInForm, TabelForm
from vliegwiel.uitwisseling.forms.uploads import takes_files
from vliegwiel.uitwisseling.models import Bestand, Inlezing
from vliegwiel.uitwisseling.models.zegel import unseal_file
from vliegwiel.uitwisseling.queries import inlezen as queries
from vliegwiel.uitwisseling.queries.tabel import preview
from vliegwiel.uitwisseling.views.berichten import ROLLEN, href


@takes_files
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def tabel(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = TabelForm(request, kijker)
    sent = send(
        request,
        form,
        receive_table,
        to=lambda it: reverse("tabel_lees_in", args=[kijker.gemeente.slug, it.pk]),
    )
    return sent or render(request, kijker, "uitwisseling/tabel.html", {"form": form}, status=status_of(form))


@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def lees_in(request: HttpRequest, kijker: Kijker, inlezing_id: UUID) -> HttpResponse:
    """What we make of it, before anything is stored. Already begun, or too big: its own page says how it stands."""
    tables = queries.inlezingen(kijker).filter(soort=Inlezing.Soort.VOORZIENINGEN)
    row = found(request, kijker, tables, pk=inlezing_id)
    file = Bestand.objects.filter(gemeente_id=kijker.gemeente_id, inlezing_id=row.pk).first()
    if row.bevestigd_op or file is None or file.inhoud is None:
        return redirect(href(kijker, row))
    shown = preview(unseal_file(file), read_again(file, row, wet="wmo"))
    form = LeesInForm(request, kijker, zonder_wet=shown.zonder_wet)
    done = _("We lezen de tabel nu in.")
    sent = send(request, form, confirm_table, to=lambda it: href(kijker, it), done=done, inlezing=row.pk)
    if sent:
        return sent
    context = {"form": form, "bestand": file, "proef": shown}
    return render(request, kijker, "uitwisseling/tabel_lees_in.html", context, status=status_of(form))
