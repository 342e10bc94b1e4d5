"""Reading messages in, and what waits."""

from django.urls import URLPattern, path

from vliegwiel.uitwisseling.views import berichten, cijfers, tabel, verslag, wacht

_EEN = "berichten/<uuid:inlezing_id>/"
_BESTAND = "berichten/bestanden/<uuid:bestand_id>/"

urlpatterns: list[URLPattern] = [
    path("effect/cijfers-inlezen/", cijfers.cijfers, name="cijfers_inlezen"),
    path("berichten/", berichten.berichten, name="berichten"),
    path("berichten/tabel/", tabel.tabel, name="tabel"),
    path("berichten/wacht/", wacht.wacht, name="wacht"),
    path("berichten/wacht/<uuid:terzijde_id>/", wacht.terzijde, name="terzijde"),
    path(_EEN, berichten.inlezing, name="inlezing"),
    path(f"{_EEN}lees-in/", tabel.lees_in, name="tabel_lees_in"),
    path(f"{_EEN}verslag.csv", verslag.inlezing_csv, name="inlezing_csv"),
    path(f"{_EEN}verslag.txt", verslag.inlezing_tekst, name="inlezing_tekst"),
    path(_BESTAND, berichten.bestand, name="bestand"),
    path(f"{_BESTAND}verslag.csv", verslag.bestand_csv, name="bestand_csv"),
    path(f"{_BESTAND}verslag.txt", verslag.bestand_tekst, name="bestand_tekst"),
]
