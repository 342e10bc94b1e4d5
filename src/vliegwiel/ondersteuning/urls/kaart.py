"""One card by link: making it and taking it back. The link itself is an open page (project/open_views.py)."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import kaart

urlpatterns: list[URLPattern] = [
    path("afspraken/<uuid:afspraak_id>/kaart/", kaart.kaart_maken, name="kaart_maken"),
    path("afspraken/<uuid:afspraak_id>/kaart/gedaan/", kaart.kaart_gedaan, name="kaart_gedaan"),
    path("kaarten/<uuid:kaart_id>/intrekken/", kaart.kaart_intrekken, name="kaart_intrekken"),
]
