"""Addresses of this room."""

from django.urls import path

from vliegwiel.samenspel.views import (
    aandacht,
    bijdrage,
    gesprek,
    tafel,
    tafelafspraak,
    voorstel,
    voorstel_terugblik,
)

urlpatterns = [
    path("aandacht/later/", aandacht.uitgesteld, name="aandacht_uitgesteld"),
    path("aandacht/<uuid:aandachtspunt_id>/later/", aandacht.later, name="aandacht_later"),
    path("aandacht/<uuid:aandachtspunt_id>/terug/", aandacht.terug, name="aandacht_terug"),
    path("tafels/", tafel.tafels, name="tafels"),
    path("tafels/nieuw/", tafel.nieuwe_tafel, name="tafel_nieuw"),
    path("tafels/<uuid:tafel_id>/", tafel.tafel, name="tafel"),
    path("tafels/<uuid:tafel_id>/uitnodigen/", tafel.uitnodigen, name="tafel_uitnodigen"),
    path("tafels/<uuid:tafel_id>/afronden/", tafel.afronden, name="tafel_afronden"),
    path("tafels/<uuid:tafel_id>/zetels/<uuid:zetel_id>/mandaat/", tafel.mandaat, name="zetel_mandaat"),
    path("tafels/<uuid:tafel_id>/zetels/<uuid:zetel_id>/stoppen/", tafel.stoppen, name="zetel_stoppen"),
    path("tafels/<uuid:tafel_id>/gesprekken/", gesprek.gesprekken, name="gesprekken"),
    path("tafels/<uuid:tafel_id>/gesprekken/nieuw/", gesprek.nieuw_gesprek, name="gesprek_nieuw"),
    path("tafels/<uuid:tafel_id>/voorstellen/nieuw/", voorstel.nieuw_voorstel, name="voorstel_nieuw"),
    path("gesprekken/<uuid:gesprek_id>/", gesprek.gesprek, name="gesprek"),
    path("uitspraken/<uuid:uitspraak_id>/terugnemen/", gesprek.terugnemen, name="uitspraak_terugnemen"),
    path("voorstellen/<uuid:voorstel_id>/", voorstel.voorstel, name="voorstel"),
    path("voorstellen/<uuid:voorstel_id>/versie/", voorstel.nieuwe_versie, name="versie_nieuw"),
    path("voorstellen/<uuid:voorstel_id>/aannemen/", voorstel.aannemen, name="voorstel_aannemen"),
    path("voorstellen/<uuid:voorstel_id>/intrekken/", voorstel.intrekken, name="voorstel_intrekken"),
    path("voorstellen/<uuid:voorstel_id>/nog-niet-terug/", voorstel.nog_niet_terug, name="nog_niet_terug"),
    path(
        "voorstellen/<uuid:voorstel_id>/vrijgeven/<uuid:zetel_id>/",
        voorstel.vrijgeven,
        name="nog_niet_vrijgeven",
    ),
    path("voorstellen/<uuid:voorstel_id>/houden/", voorstel.houden, name="voorstel_houden"),
    path("voorstellen/<uuid:voorstel_id>/vragen/", voorstel.vragen, name="voorstel_vragen"),
    path(
        "voorstellen/<uuid:voorstel_id>/terugblik/",
        voorstel_terugblik.voorstel_terugblik,
        name="voorstel_terugblik",
    ),
    path(
        "voorstellen/<uuid:voorstel_id>/terugkijken/<uuid:terugblik_id>/",
        voorstel_terugblik.voorstel_terugkijken,
        name="voorstel_terugkijken",
    ),
    path("tafels/<uuid:tafel_id>/bijdragen/", bijdrage.bijdragen, name="bijdragen"),
    path("tafels/<uuid:tafel_id>/bijdragen/nieuw/", bijdrage.bijdrage_nieuw, name="bijdrage_nieuw"),
    path("bijdragen/<uuid:bijdrage_id>/", bijdrage.bijdrage, name="bijdrage"),
    path("bijdragen/<uuid:bijdrage_id>/bewerken/", bijdrage.bijdrage_bewerken, name="bijdrage_bewerken"),
    path(
        "bijdragen/<uuid:bijdrage_id>/bevestigen/", bijdrage.bijdrage_bevestigen, name="bijdrage_bevestigen"
    ),
    path("bijdragen/<uuid:bijdrage_id>/intrekken/", bijdrage.bijdrage_intrekken, name="bijdrage_intrekken"),
    path("bijdragen/<uuid:bijdrage_id>/afspraak/", bijdrage.bijdrage_afspraak, name="bijdrage_afspraak"),
    path("bijdragen/<uuid:bijdrage_id>/gekomen/", bijdrage.bijdrage_gekomen, name="bijdrage_gekomen"),
    # afspraken apart from any household; those of a household are in ondersteuning
    path("tafelafspraken/", tafelafspraak.tafel_afspraken, name="tafel_afspraken"),
    path("tafelafspraken/<uuid:afspraak_id>/", tafelafspraak.tafel_afspraak, name="tafel_afspraak"),
    path(
        "tafelafspraken/<uuid:afspraak_id>/teruggeven/",
        tafelafspraak.tafel_afspraak_teruggeven,
        name="tafel_afspraak_teruggeven",
    ),
    path(
        "tafelafspraken/<uuid:afspraak_id>/klaar/",
        tafelafspraak.tafel_afspraak_klaar,
        name="tafel_afspraak_klaar",
    ),
    path(
        "tafelafspraken/<uuid:afspraak_id>/loslaten/",
        tafelafspraak.tafel_afspraak_loslaten,
        name="tafel_afspraak_loslaten",
    ),
    path(
        "tafelafspraken/<uuid:afspraak_id>/wie/", tafelafspraak.tafel_afspraak_wie, name="tafel_afspraak_wie"
    ),
]
