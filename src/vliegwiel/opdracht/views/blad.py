"""An opdracht as it is read: the page, and the same sheet as a Word document."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.taal import slugify_nl
from vliegwiel.opdracht import access, queries
from vliegwiel.opdracht.document import CONTENT_TYPE, Stuk, Stukken, docx_of
from vliegwiel.opdracht.models import Opdracht
from vliegwiel.opdracht.queries import Alinea, Blad
from vliegwiel.opdracht.rules import PRAKTIJK, OpdrachtStatus
from vliegwiel.opdracht.sentences import wie_zei
from vliegwiel.samenspel.public import Bijdrage, Uitspraak, amounts_of
from vliegwiel.ui.filters import bedrag, datum
from vliegwiel.ui.forms import Bevestig
from vliegwiel.ui.sentences import sentence


def opdracht_href(kijker: Kijker, opdracht_id: UUID) -> str:
    return reverse("opdracht", args=[kijker.gemeente.slug, opdracht_id])


def find_opdracht(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> Opdracht:
    """The opdracht with what the kijker may do there; before the wall it looks as if there is none."""
    rows = queries.with_rights(queries.opdrachten(kijker, today()), kijker, today())
    return found(request, kijker, rows.select_related("opgave__gebied"), pk=opdracht_id)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opdracht(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    """The readable page: the text, and beside each paragraph what it rests on."""
    it = find_opdracht(request, kijker, opdracht_id)
    blad = queries.blad_of(kijker, it, today())
    mag = access.can_write(kijker, it)
    decided = blad.status in (OpdrachtStatus.VASTGESTELD, OpdrachtStatus.OPEN)
    context = {
        "blad": blad,
        "opdracht": it,
        "status": str(blad.status),
        "mag": mag,
        "mag_tekst": mag and blad.status is OpdrachtStatus.CONCEPT,
        "mag_openen": mag and blad.status is OpdrachtStatus.VASTGESTELD,
        "mag_terugkijken": mag and decided,
        "leest_opgaven": access.can_read_opgaven(kijker),
        "form": Bevestig(request, kijker),
        "inschrijvers": it.inschrijvers or [],  # type: ignore[attr-defined]
        "wie_zei": wie_zei,
        "bedragen": amounts_of,
        "draad": draad(kijker, it, now()),
    }
    return render(request, kijker, "opdracht/opdracht.html", context)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def docx(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    """The same sheet to take along: only the words their speakers share outside the table."""
    it = find_opdracht(request, kijker, opdracht_id)
    blad = queries.blad_of(kijker, it, today())
    with translation.override("nl"):  # a document is Dutch, in whatever language its maker reads the screen
        content = docx_of(_texts(kijker, blad))
    name = slugify_nl(it.titel)[:60] or "opdracht"
    headers = {"Content-Disposition": f'attachment; filename="{name}.docx"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


def _texts(kijker: Kijker, blad: Blad) -> Stukken:
    it = blad.opdracht
    return Stukken(
        titel=it.titel,
        gemeente=kijker.gemeente.naam,
        opgave=f"{it.opgave.titel}: {it.opgave.vraag}",
        stand=_stand(kijker, blad),
        moment=now(),
        feiten=_facts(it),
        tekst=[_stuk(one) for one in blad.tekst],
        wat_niet=[_stuk(one) for one in blad.wat_niet],
        bijdragen=[_brings(one) for one in blad.bijdragen],
        bijdragen_verborgen=blad.bijdragen_verborgen,
    )


def _stand(kijker: Kijker, blad: Blad) -> str:
    """Whose it is, how it stands, and of what day this copy is: a draft in a drawer must say that it is one."""
    stand = sentence(f"opdracht.{blad.status}")
    return f"Gemeente {kijker.gemeente.naam}. Stand op {datum(now())}: {stand}."


def _facts(it: Opdracht) -> list[tuple[str, str]]:
    opgave = it.opgave
    found = [("Gebied", opgave.gebied.naam if opgave.gebied else "de hele gemeente")]
    if opgave.budget is not None:
        found.append(("Geld", f"{bedrag(opgave.budget)} {opgave.budget_toelichting}".strip()))
    if opgave.klaar_op:
        found.append(("Moet staan op", datum(opgave.klaar_op)))
    return found


def _stuk(it: Alinea) -> Stuk:
    shared = [said for said in it.gezegd if said.delen != Uitspraak.Delen.TAFEL]
    return Stuk(
        it.paragraaf.kop,
        it.paragraaf.tekst,
        [naam for _, naam in it.doelen],
        [(said.tekst, wie_zei(said)) for said in shared],
        it.verborgen + len(it.gezegd) - len(shared),
    )


def _brings(it: Bijdrage) -> tuple[str, str, str]:
    wie = str(it.zetel.partij or it.zetel.naam)
    return wie, "\n".join(filter(None, (it.inhoud, it.proces))), "\n".join(amounts_of(it))
