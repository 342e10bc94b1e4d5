"""Every address of Vliegwiel. The gemeente is the first part of all that belongs to one."""

from django.conf import settings
from django.urls import include, path

from vliegwiel.project import accounts, open_views

urlpatterns = [
    path("", open_views.begin, name="begin"),
    path("herstel/", open_views.herstel, name="herstel"),
    path("taal/", open_views.taal, name="taal"),
    path("thema/", open_views.thema, name="thema"),
    path("privacy/", open_views.privacy, name="privacy"),
    path("toegankelijkheid/", open_views.toegankelijkheid, name="toegankelijkheid"),
    path("leeft/", open_views.leeft, name="leeft"),
    path("uitnodiging/<str:uid>/<str:token>/", open_views.uitnodiging, name="uitnodiging"),
    path("account/", include(accounts)),
]
if settings.DEMO:
    urlpatterns += [
        path("demo/", open_views.personas, name="personas"),
        path("demo/berichten.zip", open_views.proefberichten, name="proefberichten"),
        path("demo/als/", open_views.persona, name="persona"),
    ]
urlpatterns += [
    path("<slug:gemeente>/vraag-stellen/", open_views.vraag_stellen, name="vraag_stellen"),
    path("<slug:gemeente>/kaart/<str:sleutel>/", open_views.kaart, name="kaart"),
    path("<slug:gemeente>/", include("vliegwiel.gemeenschap.urls")),
    path("<slug:gemeente>/", include("vliegwiel.privacy.urls")),
    path("<slug:gemeente>/", include("vliegwiel.samenspel.urls")),
    path("<slug:gemeente>/", include("vliegwiel.koers.urls")),
    path("<slug:gemeente>/", include("vliegwiel.opdracht.urls")),
    path("<slug:gemeente>/", include("vliegwiel.ondersteuning.urls")),
    path("<slug:gemeente>/", include("vliegwiel.effect.urls")),
    path("<slug:gemeente>/", include("vliegwiel.uitwisseling.urls")),
]

handler403 = "vliegwiel.project.open_views.not_allowed"
handler404 = "vliegwiel.project.open_views.not_found"
handler500 = "vliegwiel.project.open_views.broken"
handler429 = "vliegwiel.project.open_views.too_often"  # asked for by the log-in library
