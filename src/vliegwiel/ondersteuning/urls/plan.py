"""A household and its plan, as it is read; who lives there in time."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import huishouden, plan

_BASE = "huishoudens/<uuid:dossier_id>/"
_WIE = f"{_BASE}mensen/<uuid:betrokkene_id>/"

urlpatterns: list[URLPattern] = [
    path("huishoudens/nieuw/", huishouden.huishouden_nieuw, name="huishouden_nieuw"),
    path(_BASE, plan.plan, name="plan"),
    path(f"{_BASE}afdruk/", plan.plan_afdruk, name="plan_afdruk"),
    path(f"{_BASE}pdf/", plan.plan_pdf, name="plan_pdf"),
    path(f"{_BASE}familieplan/", huishouden.plan_familie, name="plan_familie"),
    path(f"{_BASE}familieplan/tafel/", huishouden.plan_familie_tafel, name="plan_familie_tafel"),
    path(f"{_BASE}mensen/", huishouden.mensen, name="huishouden_mensen"),
    path(f"{_BASE}mensen/erbij/", huishouden.bewoner_nieuw, name="bewoner_nieuw"),
    path(_WIE, huishouden.bewoner, name="bewoner"),
    path(f"{_WIE}vertrekt/", huishouden.bewoner_vertrekt, name="bewoner_vertrekt"),
    path(f"{_WIE}overleden/", huishouden.bewoner_overleden, name="bewoner_overleden"),
    path(f"{_BASE}adres/", huishouden.verhuizing, name="verhuizing"),
    path(f"{_BASE}adressen/<uuid:adres_id>/geheim/", huishouden.adres_geheim, name="adres_geheim"),
    path(f"{_BASE}banden/nieuw/", huishouden.band_nieuw, name="band_nieuw"),
    path(f"{_BASE}banden/<uuid:band_id>/stopt/", huishouden.band_stopt, name="band_stopt"),
    path(f"{_BASE}geschiedenis/<slug:soort>/<uuid:object_id>/", huishouden.geschiedenis, name="geschiedenis"),
]
