"""Addresses of this room."""

from django.urls import path

from vliegwiel.koers import views

urlpatterns = [
    path("koers/", views.de_koers, name="de_koers"),
    path("koers/mensbeeld/", views.mensbeeld, name="mensbeeld"),
    path("koers/zin-nieuw/<slug:soort>/", views.koerszin_tafel, name="koerszin_tafel"),
    path("koers/zin-nieuw/<slug:soort>/<uuid:tafel_id>/", views.koerszin_nieuw, name="koerszin_nieuw"),
    path("koers/zinnen/<uuid:zin_id>/loslaten/", views.koerszin_loslaten, name="koerszin_loslaten"),
    path("koers/doelen/", views.doelen, name="doelen"),
    path("koers/doel-nieuw/", views.koersdoel_nieuw, name="koersdoel_nieuw"),
    path("koers/doelen/<uuid:doel_id>/", views.koersdoel, name="koersdoel"),
    path("koers/doelen/<uuid:doel_id>/bewerken/", views.koersdoel_bewerken, name="koersdoel_bewerken"),
    path("koers/doelen/<uuid:doel_id>/verbinden/", views.koersdoel_verbinden, name="koersdoel_verbinden"),
    path("koers/doelen/<uuid:doel_id>/los/<uuid:verband_id>/", views.koersdoel_los, name="koersdoel_los"),
    path("koers/doelen/<uuid:doel_id>/stoppen/", views.koersdoel_stoppen, name="koersdoel_stoppen"),
    path("koers/begrippen/", views.begrippen, name="begrippen"),
    path("koers/begrip-nieuw/", views.nieuw_begrip, name="begrip_nieuw"),
    path("koers/begrippen/<slug:sleutel>/", views.begrip, name="begrip"),
    path("koers/begrippen/<slug:sleutel>/aan-tafel/<uuid:tafel_id>/", views.betekenis, name="betekenis"),
]
