"""Addresses of this room, a file per page."""

from vliegwiel.ondersteuning.urls import (
    bel_alvast,
    inwoner,
    kaart,
    mensen,
    plan,
    schrijven,
    toegang,
    voorziening,
    vraag,
)

urlpatterns = [
    *vraag.urlpatterns,
    *plan.urlpatterns,
    *schrijven.urlpatterns,
    *mensen.urlpatterns,
    *inwoner.urlpatterns,
    *kaart.urlpatterns,
    *toegang.urlpatterns,
    *bel_alvast.urlpatterns,
    *voorziening.urlpatterns,
]
