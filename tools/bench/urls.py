"""The two floors. They exist in the bench only; the product has no such pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.html import format_html_join

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.marks import Purpose, open_to_all, page
from vliegwiel.project.urls import urlpatterns as product
from vliegwiel.samenspel.public import Tafel, Voorstel

ROWS = 25


def empty(request: HttpRequest) -> HttpResponse:
    """An empty Django view: the middleware and nothing else."""
    return HttpResponse()


@page(Purpose.OVERZICHT)
def three_queries(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The same middleware and log-in, then three queries and a bare list; no page frame, no template."""
    here = {"gemeente_id": kijker.gemeente_id}
    colleagues = (
        Medewerker.objects.filter(**here).select_related("deelname__organisatie").order_by("naam")[:ROWS]
    )
    count = Tafel.objects.filter(**here).count()
    latest = Voorstel.objects.filter(**here).order_by("-id").first()
    names = format_html_join(
        "", "<li>{}, {}</li>", ((who.naam, who.deelname.organisatie.naam) for who in colleagues)
    )
    return HttpResponse(f"<p>{count} {latest}</p><ul>{names}</ul>")


urlpatterns = [
    path("bench/leeg/", open_to_all(empty, "the lower floor: in the bench only")),
    path("bench/<slug:gemeente>/drie/", three_queries),
    *product,
]
