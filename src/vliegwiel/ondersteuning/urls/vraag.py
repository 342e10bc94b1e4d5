"""Questions, first advice and warme overdracht."""

from django.urls import path

from vliegwiel.ondersteuning.views import overdracht, vraag

urlpatterns = [
    path("vragen/", vraag.vragen, name="vragen"),
    path("vragen/nieuw/", vraag.vraag_nieuw, name="vraag_nieuw"),
    path("vragen/<uuid:vraag_id>/", vraag.vraag, name="vraag"),
    path("vragen/<uuid:vraag_id>/advies/", vraag.advies, name="vraag_advies"),
    path("vragen/<uuid:vraag_id>/persoon/", vraag.persoon, name="vraag_persoon"),
    path("vragen/<uuid:vraag_id>/aannemen/", vraag.aannemen, name="vraag_aannemen"),
    path("vragen/<uuid:vraag_id>/overdragen/", overdracht.vraag_overdragen, name="vraag_overdragen"),
    path("vragen/<uuid:vraag_id>/teruggeven/", overdracht.vraag_teruggeven, name="vraag_teruggeven"),
    path("vragen/<uuid:vraag_id>/intrekken/", overdracht.vraag_intrekken, name="vraag_intrekken"),
    path("vragen/<uuid:vraag_id>/plan/", vraag.plan, name="vraag_plan"),
    path("vragen/<uuid:vraag_id>/bij-huishouden/", vraag.bij_huishouden, name="vraag_bij_huishouden"),
    path("vragen/<uuid:vraag_id>/afronden/", vraag.afronden, name="vraag_afronden"),
    path(
        "huishoudens/<uuid:dossier_id>/overdragen/",
        overdracht.contactpersoon_overdragen,
        name="contactpersoon_overdragen",
    ),
    path("overdrachten/<uuid:overdracht_id>/", overdracht.overdracht, name="overdracht"),
    path(
        "overdrachten/<uuid:overdracht_id>/aannemen/",
        overdracht.overdracht_aannemen,
        name="overdracht_aannemen",
    ),
    path(
        "overdrachten/<uuid:overdracht_id>/teruggeven/",
        overdracht.overdracht_teruggeven,
        name="overdracht_teruggeven",
    ),
    path(
        "overdrachten/<uuid:overdracht_id>/intrekken/",
        overdracht.overdracht_intrekken,
        name="overdracht_intrekken",
    ),
]
