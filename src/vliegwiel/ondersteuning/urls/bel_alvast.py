"""Bel alvast: the list, the card and its letter; the guide and the weeks; what came of it."""

from django.urls import path

from vliegwiel.ondersteuning.views import bel_alvast, bel_alvast_wijzer

urlpatterns = [
    path("bel-alvast/", bel_alvast.bel_alvast, name="bel_alvast"),
    path("bel-alvast/wat-kwam-ervan/", bel_alvast_wijzer.effect, name="bel_effect"),
    path("bel-alvast/wijzer/", bel_alvast_wijzer.wijzers, name="bel_wijzers"),
    path("bel-alvast/wijzer/weken/", bel_alvast_wijzer.weken, name="bel_weken"),
    path("bel-alvast/wijzer/<str:wet>/<str:categorie>/", bel_alvast_wijzer.wijzer, name="bel_wijzer"),
    path("bel-alvast/<uuid:aandachtspunt_id>/", bel_alvast.bel_kaart, name="bel_kaart"),
    path("bel-alvast/<uuid:aandachtspunt_id>/brief/", bel_alvast.bel_brief, name="bel_brief"),
]
