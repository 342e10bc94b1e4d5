"""Addresses of this room."""

from django.urls import path

from vliegwiel.privacy.views import toezicht

urlpatterns = [
    path("toezicht/", toezicht.overzicht, name="toezicht"),
    path("toezicht/steekproef/", toezicht.steekproef, name="toezicht_steekproef"),
    path("toezicht/steekproef/<int:inzage_id>/", toezicht.nazicht, name="toezicht_nazicht"),
]
