"""Help that was assigned: one provision, beginning a plan, picking up a card."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import voorziening

_BASE = "huishoudens/<uuid:dossier_id>/"

urlpatterns: list[URLPattern] = [
    path(f"{_BASE}hulp/<uuid:voorziening_id>/", voorziening.voorziening, name="voorziening"),
    path(f"{_BASE}begin/", voorziening.plan_beginnen, name="plan_beginnen"),
    path("oppakken/<uuid:aandachtspunt_id>/", voorziening.oppakken, name="voorziening_oppakken"),
]
