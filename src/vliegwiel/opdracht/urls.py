"""Addresses of this room."""

from django.urls import path

from vliegwiel.opdracht import views

OPGAVE = "opdracht/opgaven/<uuid:opgave_id>/"
OPDRACHT = "opdracht/opdrachten/<uuid:opdracht_id>/"
PARAGRAAF = OPDRACHT + "paragrafen/<uuid:paragraaf_id>/"

urlpatterns = [
    path("opdracht/", views.opgaven, name="opgaven"),
    path("opdracht/opgave-nieuw/", views.opgave_nieuw, name="opgave_nieuw"),
    path(OPGAVE, views.opgave, name="opgave"),
    path(OPGAVE + "bewerken/", views.opgave_bewerken, name="opgave_bewerken"),
    path(OPGAVE + "inschrijvers/", views.inschrijvers, name="inschrijvers"),
    path(OPGAVE + "inschrijvers/<uuid:inschrijver_id>/weg/", views.inschrijver_weg, name="inschrijver_weg"),
    path(OPGAVE + "opdracht-nieuw/", views.opdracht_nieuw, name="opdracht_nieuw"),
    path(OPDRACHT, views.opdracht, name="opdracht"),
    path(OPDRACHT + "paragraaf-nieuw/", views.paragraaf_nieuw, name="paragraaf_nieuw"),
    path(PARAGRAAF, views.paragraaf, name="paragraaf"),
    path(PARAGRAAF + "weg/", views.paragraaf_weg, name="paragraaf_weg"),
    path(PARAGRAAF + "omhoog/", views.paragraaf_omhoog, name="paragraaf_omhoog"),
    path(PARAGRAAF + "omlaag/", views.paragraaf_omlaag, name="paragraaf_omlaag"),
    path(OPDRACHT + "voorleggen/", views.voorleggen, name="opdracht_voorleggen"),
    path(OPDRACHT + "openen/", views.openen, name="opdracht_openen"),
    path(OPDRACHT + "docx/", views.docx, name="opdracht_docx"),
    path(OPDRACHT + "bijdragen/", views.opdracht_bijdragen, name="opdracht_bijdragen"),
    path(OPDRACHT + "terugblik/", views.opdracht_terugblik, name="opdracht_terugblik"),
    path(
        OPDRACHT + "terugkijken/<uuid:terugblik_id>/",
        views.opdracht_terugkijken,
        name="opdracht_terugkijken",
    ),
]
