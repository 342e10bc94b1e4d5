"""Mijn mensen and contact."""

from django.urls import path

from vliegwiel.ondersteuning.views import contact, kopie, mensen, zoeken

urlpatterns = [
    path("mijn-mensen/", mensen.mijn_mensen, name="mijn_mensen"),
    path("mijn-mensen/zoek-bsn/", zoeken.zoek_bsn, name="zoek_bsn"),
    path("huishoudens/<uuid:dossier_id>/contact/", contact.contact, name="contact"),
    path("huishoudens/<uuid:dossier_id>/kopie/", kopie.kopie, name="plan_kopie"),
    path(
        "huishoudens/<uuid:dossier_id>/contact/<uuid:contact_id>/gelezen/",
        contact.gelezen,
        name="contact_gelezen",
    ),
]
