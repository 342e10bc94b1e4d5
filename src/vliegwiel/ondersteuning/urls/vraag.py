"""Questions, first advice and warme overdracht."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
