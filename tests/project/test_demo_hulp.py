"""The demo holds provisions at every stage, made by their facts; and messages to read in, two wrong on purpose."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from importlib.resources import files

import pytest
from django.test import Client

from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.ondersteuning.models import Belletje, Huishouden, Plan, Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import from_json
from vliegwiel.ondersteuning.rules.voorziening import fase, fold, kind_of_end
from vliegwiel.privacy.rules.bsn import clean_bsn
from vliegwiel.project.demo.laden import load
from vliegwiel.project.demo.stand import read
from vliegwiel.project.demo.trajecten import Bedenker
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.uitwisseling.iwmo import read_message

FILES = sorted(
    (
        it
        for it in files("vliegwiel.project.demo").joinpath("berichten").iterdir()
        if it.name.endswith(".xml")
    ),
    key=lambda it: it.name,
)


@pytest.mark.django_db
def test_provisions_at_every_stage() -> None:
    load(now(), say=lambda line: None)
    here = Gemeente.objects.get(slug="lindebeek")
    set_gemeente(here.pk)
    rows = list(Voorziening.objects.filter(gemeente=here).select_related("persoon"))
    stages = Counter(fase(row, today(), 8).value for row in rows)
    assert len(rows) == 900
    assert set(stages) == {"komt", "loopt", "loopt_af", "pauze", "gestopt", "ingetrokken"}
    assert stages["loopt_af"] > 50
    ends = Counter(str(kind_of_end(row.wet, row.reden)) for row in rows if row.reden)
    assert {"volgens_plan", "voortijdig", "in_overleg", "overleden", "verhuisd", "pauze"} <= set(ends)
    assert {bool(row.persoon.telefoon) for row in rows} == {True, False}
    assert (Huishouden.objects.count(), Plan.objects.count()) == (600, 120)
    bakker = next(row for row in rows if row.persoon.achternaam == "Bakker")
    assert bakker.eind is not None
    assert (bakker.eind.day, bakker.eind.month) == (12, 12)
    assert Belletje.objects.count() > 200
    assert Aandachtspunt.objects.filter(code="bel_alvast").count() > 20
    _made_by_their_facts(rows)


def _made_by_their_facts(rows: list[Voorziening]) -> None:
    facts: dict[object, list[object]] = {}
    for it in Voorzieningfeit.objects.all():
        facts.setdefault(it.voorziening_id, []).append(from_json(it.soort, it.gegevens, it.hash))
    for row in rows:
        stand = fold(facts[row.pk])  # type: ignore[arg-type]
        assert stand is not None
        assert (row.eind, row.reden, row.ingetrokken) == (stand.eind, stand.reden, stand.ingetrokken)


def test_the_same_seed_thinks_up_the_same() -> None:
    words = read("voorzieningen")
    first, second = (Bedenker(words, today(), 4) for _ in range(2))
    made = [[it.traject(fase, it.soort()) for fase in it.fasen()] for it in (first, second)]
    assert made[0] == made[1]


@pytest.mark.parametrize("file", FILES, ids=lambda it: it.name)
def test_a_message_to_try(file) -> None:  # type: ignore[no-untyped-def]
    """Two are wrong on purpose: one that cannot be, and one of another gemeente."""
    result = read_message(file.read_bytes())
    wrong = "met-fouten" in file.name
    assert result.afgekeurd is wrong
    if result.bericht is not None and not wrong:
        gemeente = {result.bericht.kop.afzender, result.bericht.kop.ontvanger} & {"9901", "9902"}
        assert gemeente == {"9902" if "andere-gemeente" in file.name else "9901"}
        assert clean_bsn(result.bericht.client.bsn) == result.bericht.client.bsn
        assert result.bericht.client.bsn.startswith("9999")


def test_there_are_twelve() -> None:
    assert len(FILES) == 12


@pytest.mark.django_db
def test_they_come_in_one_file_in_the_demo_only(client: Client) -> None:
    from django.conf import settings

    if not settings.DEMO:
        assert client.get("/demo/berichten.zip").status_code == 404
        return
    packed = client.get("/demo/berichten.zip").content
    assert len(zipfile.ZipFile(io.BytesIO(packed)).namelist()) == 12
