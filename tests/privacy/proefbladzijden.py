"""Addresses with pages that show persons, fail, stream or refuse: what the middleware must stand up to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path

from vliegwiel.gemeenschap.public import found
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.refusals import NotAllowed
from vliegwiel.privacy.public import Dossier, Inzage, toon
from vliegwiel.project.urls import urlpatterns as everything

JANSEN, DE_WIT, DOSSIER = UUID(int=1), UUID(int=2), UUID(int=3)
PEOPLE = [(JANSEN, DOSSIER), (DE_WIT, DOSSIER)]


@page(Purpose.ONDERSTEUNEN)
def twee_mensen(request: HttpRequest, kijker: Any) -> HttpResponse:
    toon(kijker, Inzage.Soort.PLAN, PEOPLE)
    toon(kijker, Inzage.Soort.PLAN, [(JANSEN, None)])
    toon(kijker, Inzage.Soort.ZOEKEN, [(DE_WIT, None)])
    response = HttpResponse("mevrouw Jansen en meneer De Wit")
    response.headers["X-Wie"] = "Jansen"
    response.set_cookie("wie", "Jansen")
    return response


@page(Purpose.ONDERSTEUNEN)
def niemand(request: HttpRequest, kijker: Any) -> HttpResponse:
    toon(kijker, Inzage.Soort.PLAN, [])
    return HttpResponse("niemand")


@page(Purpose.ONDERSTEUNEN)
def daarna_fout(request: HttpRequest, kijker: Any) -> HttpResponse:
    toon(kijker, Inzage.Soort.PLAN, PEOPLE)
    return HttpResponse("mevrouw Jansen, en een fout in het formulier", status=422)


@page(Purpose.ONDERSTEUNEN)
def daarna_niet_gevonden(request: HttpRequest, kijker: Any) -> HttpResponse:
    toon(kijker, Inzage.Soort.PLAN, PEOPLE)
    raise Http404


@page(Purpose.ONDERSTEUNEN)
def stroom(request: HttpRequest, kijker: Any) -> StreamingHttpResponse:
    toon(kijker, Inzage.Soort.DOWNLOAD, PEOPLE)
    return StreamingHttpResponse(iter([b"Jansen ", b"De Wit"]))


@page(Purpose.ONDERSTEUNEN)
def late_stroom(request: HttpRequest, kijker: Any) -> StreamingHttpResponse:
    def late() -> Any:
        yield b"eerst niets "
        toon(kijker, Inzage.Soort.DOWNLOAD, PEOPLE)
        yield b"Jansen"

    return StreamingHttpResponse(late())


@page(Purpose.ONDERSTEUNEN)
def bestand(request: HttpRequest, kijker: Any) -> FileResponse:
    toon(kijker, Inzage.Soort.DOWNLOAD, PEOPLE)
    return FileResponse(open(__file__, "rb"))  # the answer closes it


@page(Purpose.ONDERSTEUNEN)
def verborgen(request: HttpRequest, kijker: Any, dossier_id: UUID) -> HttpResponse:
    found(request, kijker, Dossier.objects.none(), pk=dossier_id)
    return HttpResponse("niet te bereiken")


@page(Purpose.ONDERSTEUNEN)
def verboden(request: HttpRequest, kijker: Any, dossier_id: UUID) -> HttpResponse:
    raise NotAllowed


urlpatterns = [
    path("<slug:gemeente>/proef/<uuid:dossier_id>/verborgen/", verborgen, name="proef_verborgen"),
    path("<slug:gemeente>/proef/<uuid:dossier_id>/verboden/", verboden, name="proef_verboden"),
    path("<slug:gemeente>/proef/twee/", twee_mensen, name="proef_twee"),
    path("<slug:gemeente>/proef/niemand/", niemand, name="proef_niemand"),
    path("<slug:gemeente>/proef/fout/", daarna_fout, name="proef_fout"),
    path("<slug:gemeente>/proef/weg/", daarna_niet_gevonden, name="proef_weg"),
    path("<slug:gemeente>/proef/stroom/", stroom, name="proef_stroom"),
    path("<slug:gemeente>/proef/laat/", late_stroom, name="proef_laat"),
    path("<slug:gemeente>/proef/bestand/", bestand, name="proef_bestand"),
    *everything,
]
