"""A household and its plan, as it is read."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import plan as views

_BASE = "huishoudens/<uuid:dossier_id>/"

urlpatterns: list[URLPattern] = [
    path(_BASE, views.plan, name="plan"),
    path(f"{_BASE}afdruk/", views.plan_afdruk, name="plan_afdruk"),
    path(f"{_BASE}pdf/", views.plan_pdf, name="plan_pdf"),
]
