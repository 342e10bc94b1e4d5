"""Writing in a plan."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import afspraak, deel, doel, koppeling, voorleggen

urlpatterns: list[URLPattern] = [
    path("huishoudens/<uuid:dossier_id>/delen/nieuw/", deel.deel_nieuw, name="deel_nieuw"),
    path("delen/<uuid:deel_id>/", deel.deel, name="deel"),
    path("delen/<uuid:deel_id>/verzegelen/", deel.deel_verzegelen, name="deel_verzegelen"),
    path("delen/<uuid:deel_id>/vervallen/", deel.deel_vervallen, name="deel_vervallen"),
    path("huishoudens/<uuid:dossier_id>/doelen/nieuw/", doel.doel_nieuw, name="doel_nieuw"),
    path("doelen/<uuid:doel_id>/", doel.doel, name="doel"),
    path("doelen/<uuid:doel_id>/klaar/", doel.doel_klaar, name="doel_klaar"),
    path("doelen/<uuid:doel_id>/terugblik/", doel.terugblik, name="terugblik"),
    path("doelen/<uuid:doel_id>/past-bij/", koppeling.doel_koppelen, name="doel_koppelen"),
    path(
        "doelen/<uuid:doel_id>/past-bij/<uuid:van_id>/weg/",
        koppeling.doel_loskoppelen,
        name="doel_loskoppelen",
    ),
    path("huishoudens/<uuid:dossier_id>/afspraken/nieuw/", afspraak.afspraak_nieuw, name="afspraak_nieuw"),
    path("afspraken/<uuid:afspraak_id>/", afspraak.afspraak, name="afspraak"),
    path("afspraken/<uuid:afspraak_id>/terug/", afspraak.afspraak_teruggeven, name="afspraak_teruggeven"),
    path("afspraken/<uuid:afspraak_id>/klaar/", afspraak.afspraak_klaar, name="afspraak_klaar"),
    path("afspraken/<uuid:afspraak_id>/loslaten/", afspraak.afspraak_loslaten, name="afspraak_loslaten"),
    path("afspraken/<uuid:afspraak_id>/anders/", afspraak.afspraak_anders, name="afspraak_anders"),
    path("afspraken/<uuid:afspraak_id>/wie/", afspraak.afspraak_wie, name="afspraak_wie"),
    path("huishoudens/<uuid:dossier_id>/voorleggen/", voorleggen.plan_voorleggen, name="plan_voorleggen"),
    path("huishoudens/<uuid:dossier_id>/sluiten/", voorleggen.plan_sluiten, name="plan_sluiten"),
]
