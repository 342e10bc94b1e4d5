"""The report of one file, or of all that was given at one time, to keep or to send to who sent it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.uitwisseling.queries import inlezen as queries
from vliegwiel.uitwisseling.queries.verslag import as_csv, as_text, lines
from vliegwiel.uitwisseling.views.berichten import ROLLEN

Rows = Iterator[list[str]]


def download(rows: Rows, write: Callable[[Rows], str], kind: str) -> HttpResponse:
    ending = {"text/csv": "csv", "text/plain": "txt"}[kind]
    answer = HttpResponse(write(rows), content_type=f"{kind}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="verslag.{ending}"'
    return answer


def of_all(request: HttpRequest, kijker: Kijker, pk: UUID) -> Rows:
    row = found(request, kijker, queries.inlezingen(kijker), pk=pk)
    files = queries.bestanden(kijker).filter(inlezing_id=row.pk)
    return lines(kijker, files, bestand__inlezing_id=row.pk)


def of_one(request: HttpRequest, kijker: Kijker, pk: UUID) -> Rows:
    row = found(request, kijker, queries.bestanden(kijker), pk=pk)
    return lines(kijker, queries.bestanden(kijker).filter(pk=row.pk), bestand_id=row.pk)


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def inlezing_csv(request: HttpRequest, kijker: Kijker, inlezing_id: UUID) -> HttpResponse:
    return download(of_all(request, kijker, inlezing_id), as_csv, "text/csv")


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def inlezing_tekst(request: HttpRequest, kijker: Kijker, inlezing_id: UUID) -> HttpResponse:
    return download(of_all(request, kijker, inlezing_id), as_text, "text/plain")


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def bestand_csv(request: HttpRequest, kijker: Kijker, bestand_id: UUID) -> HttpResponse:
    return download(of_one(request, kijker, bestand_id), as_csv, "text/csv")


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def bestand_tekst(request: HttpRequest, kijker: Kijker, bestand_id: UUID) -> HttpResponse:
    return download(of_one(request, kijker, bestand_id), as_text, "text/plain")
