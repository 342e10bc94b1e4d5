"""Addresses of this room."""

from django.urls import path

from vliegwiel.koers import views

urlpatterns = [
    path("koers/begrippen/", views.begrippen, name="begrippen"),
    path("koers/begrip-nieuw/", views.nieuw_begrip, name="begrip_nieuw"),
    path("koers/begrippen/<slug:sleutel>/", views.begrip, name="begrip"),
    path("koers/begrippen/<slug:sleutel>/aan-tafel/<uuid:tafel_id>/", views.betekenis, name="betekenis"),
]
