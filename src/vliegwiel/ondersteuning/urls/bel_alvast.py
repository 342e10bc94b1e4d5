"""Bel alvast: the list, the card and its letter."""

from django.urls import path

from vliegwiel.ondersteuning.views import bel_alvast

urlpatterns = [
    path("bel-alvast/", bel_alvast.bel_alvast, name="bel_alvast"),
    path("bel-alvast/<uuid:aandachtspunt_id>/", bel_alvast.bel_kaart, name="bel_kaart"),
    path("bel-alvast/<uuid:aandachtspunt_id>/brief/", bel_alvast.bel_brief, name="bel_brief"),
]
