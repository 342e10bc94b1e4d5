"""The resident's own page."""

from django.urls import URLPattern, path

from vliegwiel.ondersteuning.views import alles, correctie, inwoner, inzage, voorlezen

urlpatterns: list[URLPattern] = [
    path("wie-doet-wat/", inwoner.wie_doet_wat, name="wie_doet_wat"),
    path("wie-doet-wat/plan/<uuid:dossier_id>/", inwoner.eigen_plan, name="eigen_plan"),
    path("wie-doet-wat/zeg-terug/", inwoner.zeg_terug, name="zeg_terug"),
    path("wie-doet-wat/klopt-niet/", inwoner.klopt_niet, name="klopt_niet"),
    path(
        "wie-doet-wat/klopt-niet/<str:soort>/<uuid:regel_id>/",
        inwoner.klopt_niet_regel,
        name="klopt_niet_regel",
    ),
    path(
        "wie-doet-wat/afsluiten/<str:soort>/<uuid:regel_id>/",
        inwoner.eigen_deel_sluiten,
        name="eigen_deel_sluiten",
    ),
    path("wie-doet-wat/wie-keek-mee/", inzage.wie_keek_mee, name="wie_keek_mee"),
    path("wie-doet-wat/alles/", alles.alles_over_mij, name="alles_over_mij"),
    path("wie-doet-wat/alles.json", alles.alles_json, name="alles_json"),
    path("wie-doet-wat/alles.pdf", alles.alles_pdf, name="alles_pdf"),
    path("vragen/<uuid:vraag_id>/correctie/", correctie.correctie, name="correctie"),
    path("huishoudens/<uuid:dossier_id>/voorlezen/", voorlezen.voorlezen, name="voorlezen"),
    path(
        "huishoudens/<uuid:dossier_id>/voorlezen/<uuid:persoon_id>/",
        voorlezen.voorlezen_aan,
        name="voorlezen_aan",
    ),
]
