"""The resident's own page."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
