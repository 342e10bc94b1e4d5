"""Addresses of this room."""

from django.urls import path

from vliegwiel.gemeenschap.views import vandaag

urlpatterns = [
    path("", vandaag.vandaag, name="vandaag"),
    path("zoeken/", vandaag.zoeken, name="zoeken"),
    path("concept/", vandaag.concept, name="concept"),
]
