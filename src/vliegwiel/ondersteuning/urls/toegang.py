"""Who may see a dossier."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
