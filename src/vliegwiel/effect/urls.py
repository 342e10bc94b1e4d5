"""Addresses of this room."""

from django.urls import URLPattern, path

from vliegwiel.effect.views import beoogd, cijfer

_CIJFER = "effect/indicatoren/<uuid:indicator_id>/"
_BEOOGD = "effect/beoogd/<uuid:beoogd_id>/"

urlpatterns: list[URLPattern] = [
    path("effect/", beoogd.effecten, name="effecten"),
    path("effect/indicatoren/", cijfer.indicatoren, name="indicatoren"),
    path("effect/indicator-nieuw/", cijfer.nieuwe_indicator, name="indicator_nieuw"),
    path(_CIJFER, cijfer.indicator, name="indicator"),
    path(f"{_CIJFER}invullen/", cijfer.invullen, name="indicator_invullen"),
    path(f"{_CIJFER}publiceren/", cijfer.publiceren, name="indicator_publiceren"),
    path("effect/beoogd-nieuw/", beoogd.beoogd_tafel, name="beoogd_tafel"),
    path("effect/beoogd-nieuw/<uuid:tafel_id>/", beoogd.nieuw_beoogd, name="beoogd_nieuw"),
    path(_BEOOGD, beoogd.beoogd, name="beoogd"),
    path(f"{_BEOOGD}bevinding/", beoogd.bevinding, name="beoogd_bevinding"),
]
