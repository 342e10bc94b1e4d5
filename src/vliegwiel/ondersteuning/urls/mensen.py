"""Mijn mensen and contact."""

from django.urls import path

from vliegwiel.ondersteuning.views import contact, mensen

urlpatterns = [
    path("mijn-mensen/", mensen.mijn_mensen, name="mijn_mensen"),
    path("huishoudens/<uuid:dossier_id>/contact/", contact.contact, name="contact"),
    path(
        "huishoudens/<uuid:dossier_id>/contact/<uuid:contact_id>/gelezen/",
        contact.gelezen,
        name="contact_gelezen",
    ),
]
