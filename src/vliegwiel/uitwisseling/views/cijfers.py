"""The page of a table of figures: giving it, looking at what we make of it, reading it in. Nothing is kept between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.effect.public import KEEPS, PRAKTIJK, fill_in_file, filled_in
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import day_of, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import send, status_of
from vliegwiel.uitwisseling.cijfers import Cijferuitslag, read_figures
from vliegwiel.uitwisseling.forms.cijfers import CijfersForm, CijfersLeesInForm
from vliegwiel.uitwisseling.forms.uploads import takes_files
from vliegwiel.uitwisseling.queries.cijfers import known_here, replaced, told
from vliegwiel.uitwisseling.refusals.berichten import CannotReadFigures

FIRST = 20  # rows that are shown before it counts
REPLACED = 100  # of the rows that take the place of a figure


@takes_files
@page(Purpose.SAMEN_BEPALEN, roles=KEEPS, praktijk=PRAKTIJK)
def cijfers(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    if "inhoud" in request.POST:
        return _read_in(request, kijker)
    form = CijfersForm(request, kijker)
    if request.method != "POST" or not form.is_valid():
        return _show(request, kijker, {"form": form}, status_of(form))
    content = form.cleaned_data["bestanden"][0].inhoud
    return _look(request, kijker, form, content or b"")


def _look(request: HttpRequest, kijker: Kijker, form: CijfersForm, content: bytes) -> HttpResponse:
    """What we make of it. With a fault: where, and the form to give it again."""
    found = read_figures(content, known_here(kijker, today()), today())
    if found.afgekeurd:
        return _show(request, kijker, {"form": CijfersForm(request, kijker), **_told(found)}, 422)
    return _confirm(request, kijker, found, _as_text(content))


def _confirm(
    request: HttpRequest, kijker: Kijker, found: Cijferuitslag, text: str, fouten: Sequence[str] = ()
) -> HttpResponse:
    """A table without faults: what it does, and the form to have it done."""
    there = filled_in(kijker, {(it.indicator_id, it.begin) for it in found.cijfers})
    instead = list(replaced(found, there))
    context = {
        "form": CijfersLeesInForm(request, kijker, inhoud=text, versie=there.versie),
        "klopt": True,
        "fouten_vooraf": fouten,
        "vervangen": len(instead),
        "vervangt": instead[:REPLACED],
        **_told(found),
    }
    return _show(request, kijker, context, 422 if fouten else 200)


def _as_text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _read_in(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = CijfersLeesInForm(request, kijker)
    sent = send(
        request,
        form,
        _store,
        to=reverse("indicatoren", args=[kijker.gemeente.slug]),
        done=_("De cijfers zijn ingelezen. Cijfers over inwoners zijn te zien als je ze publiceert."),
    )
    if sent:
        return sent
    # What was looked at is not what counts any more (a colleague wrote meanwhile, or a quarter was published): look
    # again. The table goes along, so that nobody has to choose it once more.
    text = form.data.get("inhoud", "")
    found = read_figures(text.encode(), known_here(kijker, today()), today())
    errors = [str(it) for it in form.non_field_errors()]
    if not found.afgekeurd and errors:
        return _confirm(request, kijker, found, text, errors)
    context = {"form": CijfersForm(request, kijker), "fouten_vooraf": errors, **_told(found)}
    return _show(request, kijker, context, 422)


def _store(*, by: Kijker, now: datetime, inhoud: str, versie: str) -> int:
    """The whole table is checked again: what comes back from a browser may be anything."""
    found = read_figures(inhoud.encode(), known_here(by, day_of(now)), day_of(now))
    if found.afgekeurd:
        raise CannotReadFigures
    return fill_in_file(by=by, now=now, cijfers=found.cijfers, versie=versie)


def _told(found: Cijferuitslag) -> dict[str, object]:
    return {
        "vondsten": [told(it) for it in found.vondsten],
        "aantal": len(found.rijen),
        "eerste": found.rijen[:FIRST],
    }


def _show(request: HttpRequest, kijker: Kijker, context: dict[str, object], status: int) -> HttpResponse:
    empty = {"klopt": False, "vondsten": [], "fouten_vooraf": [], "vervangt": []}
    return render(request, kijker, "uitwisseling/cijfers.html", {**empty, **context}, status=status)
