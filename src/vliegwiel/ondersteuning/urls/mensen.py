"""Mijn mensen and contact."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
