"""Addresses of this room."""

from django.conf import settings
from django.urls import path

from vliegwiel.gemeenschap.views import (
    account,
    beheer,
    collega,
    inwoners,
    organisaties,
    postvak,
    teams,
    vandaag,
    werk,
    wiel,
)

urlpatterns = [
    path("", vandaag.vandaag, name="vandaag"),
    path("zoeken/", vandaag.zoeken, name="zoeken"),
    path("wiel/", wiel.wiel, name="wiel"),
    path("concept/", vandaag.concept, name="concept"),
    path("mijn/", account.mijn, name="mijn_account"),
    path("mijn/mail/", account.mail, name="mijn_mail"),
    path("werk/", werk.werk, name="werk"),
    path("werk/<uuid:werk>/opnieuw/", werk.opnieuw, name="werk_opnieuw"),
    path("welkom/", account.welkom, name="welkom"),
    path("beheer/", beheer.collegas, name="beheer"),
    path("beheer/uitnodigen/", beheer.uitnodigen, name="beheer_uitnodigen"),
    path("beheer/uitnodigingen/", beheer.uitnodigingen, name="beheer_uitnodigingen"),
    path("beheer/collega/<uuid:medewerker>/", collega.collega, name="beheer_collega"),
    path("beheer/collega/<uuid:medewerker>/opnieuw/", beheer.opnieuw, name="beheer_opnieuw"),
    path("beheer/collega/<uuid:medewerker>/rollen/", collega.rollen, name="beheer_rollen"),
    path("beheer/collega/<uuid:medewerker>/teams/", collega.teams_van, name="beheer_teams_van"),
    path("beheer/collega/<uuid:medewerker>/laatste-dag/", collega.laatste_dag, name="beheer_laatste_dag"),
    path("beheer/collega/<uuid:medewerker>/stopt/", collega.stopt, name="beheer_stopt"),
    path("beheer/collega/<uuid:medewerker>/tweede-stap/", collega.tweede_stap, name="beheer_tweede_stap"),
    path("beheer/teams/", teams.teams, name="beheer_teams"),
    path("beheer/teams/nieuw/", teams.team_nieuw, name="beheer_team_nieuw"),
    path("beheer/teams/<uuid:team>/", teams.team_naam, name="beheer_team_naam"),
    path("beheer/organisaties/", organisaties.organisaties, name="beheer_organisaties"),
    path("beheer/organisaties/erbij/", organisaties.organisatie_erbij, name="beheer_organisatie_erbij"),
    path("beheer/organisaties/<uuid:deelname>/", organisaties.organisatie, name="beheer_organisatie"),
    path("beheer/organisaties/<uuid:deelname>/niveaus/", organisaties.niveaus, name="beheer_niveaus"),
    path(
        "beheer/organisaties/<uuid:deelname>/laatste-dag/",
        organisaties.organisatie_laatste_dag,
        name="beheer_organisatie_laatste_dag",
    ),
    path("beheer/inwoners/", inwoners.inwoners, name="beheer_inwoners"),
    path("beheer/inwoners/uitnodigen/", inwoners.inwoner_uitnodigen, name="beheer_inwoner_uitnodigen"),
    path("beheer/inwoners/<uuid:inwoner>/", inwoners.inwoner, name="beheer_inwoner"),
    path("beheer/inwoners/<uuid:inwoner>/opnieuw/", inwoners.inwoner_opnieuw, name="beheer_inwoner_opnieuw"),
    path(
        "beheer/inwoners/<uuid:inwoner>/laatste-dag/",
        inwoners.inwoner_laatste_dag,
        name="beheer_inwoner_laatste_dag",
    ),
    path("beheer/onderdelen/", teams.onderdelen, name="beheer_onderdelen"),
    path("beheer/onderdelen/<str:code>/", teams.onderdeel, name="beheer_onderdeel"),
]
if settings.DEMO:
    urlpatterns += [path("postvak/", postvak.postvak, name="postvak")]
