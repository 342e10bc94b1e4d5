"""Coming in: the demo's front door, one's own Vandaag, and out again."""

from __future__ import annotations

from tests.reizen.conftest import Binnen


def test_samira_komt_binnen_en_ziet_wat_er_van_haar_gevraagd_wordt(binnen: Binnen) -> None:
    samira = binnen("Samira Kaya")
    samira.ziet("Samira", "Hoe sta je hierin?", "ormaliseren")


def test_mevrouw_bakker_ziet_haar_eigen_pagina(binnen: Binnen) -> None:
    bakker = binnen("mevrouw Bakker")
    bakker.ziet_kop("Dag mevrouw Bakker")
    bakker.ziet_niet("Beheer", "Koers")
