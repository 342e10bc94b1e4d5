"""Pages of a paragraph: writing one, changing it, leaving it out, and its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers.public import PRAKTIJK_KOERS
from vliegwiel.opdracht import actions, queries, rules
from vliegwiel.opdracht.forms import ParagraafForm, ParagraafVeranderForm
from vliegwiel.opdracht.models import Opdracht, Paragraaf
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.opdracht.views.aan_tafel import to_write
from vliegwiel.opdracht.views.blad import opdracht_href
from vliegwiel.ui.forms import Bevestig, send, status_of


def _choices(kijker: Kijker, it: Opdracht, paragraaf: Paragraaf | None = None) -> dict[str, Any]:
    """The doelen and words a paragraph can rest on; doelen only where the gemeente works with them."""
    linked = queries.linked_words(paragraaf, kijker, today()) if paragraaf else []
    doelen = queries.doelen_to_rest_on(kijker, today(), paragraaf) if kijker.aan(PRAKTIJK_KOERS) else None
    return {"doelen": doelen, "gezegd": queries.words_to_rest_on(kijker, it, today(), linked)}


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def paragraaf_nieuw(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    it = to_write(request, kijker, opdracht_id)
    form = ParagraafForm(request, kijker, **_choices(kijker, it))
    sent = send(
        request,
        form,
        actions.add_paragraph,
        opdracht=it,
        to=lambda made: f"{opdracht_href(kijker, it.pk)}#p{made.pk}",
        done=_("De paragraaf staat erin."),
    )
    context = {"form": form, "opdracht": it, "vast": _closed(it)}
    return sent or render(request, kijker, "opdracht/paragraaf_nieuw.html", context, status=status_of(form))


def _closed(it: Opdracht) -> str | None:
    """Why nothing can be written now, said before somebody begins."""
    return rules.cannot_write(queries.status_of(it))


def _found(request: HttpRequest, kijker: Kijker, it: Opdracht, paragraaf_id: UUID) -> Paragraaf:
    rows = queries.paragrafen(it).select_related("medewerker")
    row = found(request, kijker, rows, pk=paragraaf_id)
    row.opdracht = it
    return row


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def paragraaf(request: HttpRequest, kijker: Kijker, opdracht_id: UUID, paragraaf_id: UUID) -> HttpResponse:
    """Change a paragraph. If somebody else was earlier, both texts are on the screen and nothing is lost."""
    it = to_write(request, kijker, opdracht_id)
    row = _found(request, kijker, it, paragraaf_id)
    choices = _choices(kijker, it, row)
    form = ParagraafVeranderForm(request, kijker, initial=_start(row), **choices)
    sent = send(
        request,
        form,
        actions.edit_paragraph,
        paragraaf=row,
        to=f"{opdracht_href(kijker, it.pk)}#p{row.pk}",
        done=_("De paragraaf is veranderd."),
    )
    if sent:
        return sent
    if form.is_bound:
        row = _found(request, kijker, it, paragraaf_id)
    clash = str(form["nummer"].value()) != str(row.nummer)
    if clash and form.is_bound:
        form.go_on_from(row.nummer)
    context = {"form": form, "opdracht": it, "paragraaf": row, "botsing": clash, "vast": _closed(it)}
    return render(request, kijker, "opdracht/paragraaf.html", context, status=status_of(form))


def _start(row: Paragraaf) -> dict[str, Any]:
    start = {name: getattr(row, name) for name in ("nummer", "soort", "kop", "tekst")}
    here = {"gemeente_id": row.gemeente_id}
    goals = row.doelen.filter(**here).values_list("doel_id", flat=True)
    words = row.uitspraken.filter(**here).values_list("uitspraak_id", flat=True)
    return {**start, "doelen": [str(pk) for pk in goals], "uitspraken": [str(pk) for pk in words]}


def _deed(
    request: HttpRequest,
    kijker: Kijker,
    ids: tuple[UUID, UUID],
    act: Callable[..., Any],
    what: str,
    done: str,
) -> HttpResponse:
    """One decision about a paragraph, from a button on the page of the opdracht or from a page of its own."""
    it = to_write(request, kijker, ids[0])
    row = _found(request, kijker, it, ids[1])
    form = Bevestig(request, kijker)
    back = opdracht_href(kijker, it.pk)
    sent = send(
        request, form, act, paragraaf=row, to=back if what == "weg" else f"{back}#p{row.pk}", done=done
    )
    context = {"form": form, "opdracht": it, "paragraaf": row, "wat": what}
    return sent or render(request, kijker, "opdracht/paragraaf_doen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def paragraaf_weg(
    request: HttpRequest, kijker: Kijker, opdracht_id: UUID, paragraaf_id: UUID
) -> HttpResponse:
    done = _("De paragraaf staat er niet meer in.")
    return _deed(request, kijker, (opdracht_id, paragraaf_id), actions.drop_paragraph, "weg", done)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def paragraaf_omhoog(
    request: HttpRequest, kijker: Kijker, opdracht_id: UUID, paragraaf_id: UUID
) -> HttpResponse:
    return _deed(request, kijker, (opdracht_id, paragraaf_id), actions.paragraph_up, "omhoog", "")


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def paragraaf_omlaag(
    request: HttpRequest, kijker: Kijker, opdracht_id: UUID, paragraaf_id: UUID
) -> HttpResponse:
    return _deed(request, kijker, (opdracht_id, paragraaf_id), actions.paragraph_down, "omlaag", "")
