"""Who may see a dossier."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import toegang as views

_BASE = "huishoudens/<uuid:dossier_id>/toegang/"

urlpatterns: list[URLPattern] = [
    path(_BASE, views.toegang, name="toegang"),
    path(f"{_BASE}meedoen/", views.meedoen, name="meedoen"),
    path(f"{_BASE}<uuid:betrokkenheid_id>/stoppen/", views.meedoen_stoppen, name="meedoen_stoppen"),
    path(f"{_BASE}delen/", views.delen, name="delen"),
    path(f"{_BASE}delingen/<uuid:deling_id>/intrekken/", views.deling_intrekken, name="deling_intrekken"),
    path(f"{_BASE}uitsluiten/", views.uitsluiten, name="uitsluiten"),
    path(f"{_BASE}uitsluiten/<uuid:blokkade_id>/", views.uitsluiten_stoppen, name="uitsluiten_stoppen"),
    path("spoed/", views.spoed, name="spoed"),
    path("spoed/<uuid:spoed_id>/", views.spoed_nakijken, name="spoed_nakijken"),
]
