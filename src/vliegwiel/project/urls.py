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
    path("account/", include(accounts)),
]
if settings.DEMO:
    from vliegwiel.project.demo import views as demo

    urlpatterns += [
        path("demo/", demo.personas, name="personas"),
        path("demo/als/", demo.enter, name="persona"),
    ]
urlpatterns += [
    path("<slug:gemeente>/", include("vliegwiel.gemeenschap.urls")),
    path("<slug:gemeente>/", include("vliegwiel.samenspel.urls")),
    path("<slug:gemeente>/", include("vliegwiel.koers.urls")),
]

handler404 = "vliegwiel.project.open_views.not_found"
handler500 = "vliegwiel.project.open_views.broken"
