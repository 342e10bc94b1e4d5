"""The demo shows the whole round: from a word to what we want, what we ask, who brings what, and what we see of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from vliegwiel.effect.models import BeoogdEffect, Bevinding, Cel, Indicator, Waarneming
from vliegwiel.effect.rules import KWARTAAL, latest
from vliegwiel.effect.rules.zien import Punt, wat_zien_we
from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.koers.models import Begrip, Doel, Doelverband, Koerszin
from vliegwiel.koers.rules.doelennetwerk import Band, Knoop, zinnen
from vliegwiel.ondersteuning.models import Doelkoppeling, Plan, Plandoel
from vliegwiel.ondersteuning.queries.bel_alvast_effect import what_came_of_it
from vliegwiel.ondersteuning.queries.koppeling_tellen import plans_told
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdracht, Opdrachtterugblik, Opgave, Paragraaf
from vliegwiel.opdracht.public import OpdrachtStatus, opdrachten, status_of
from vliegwiel.project.demo.laden import load
from vliegwiel.samenspel.models import Afspraak, Bijdrage, Gesprek, Uitspraak, Voorstelterugblik
from vliegwiel.samenspel.public import Voorstel


@pytest.fixture(scope="module")
def here(django_db_setup: None, django_db_blocker: Any) -> Iterator[Gemeente]:
    """The demo, loaded once for all of these, and gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(now(), say=lambda line: None)
        gemeente = Gemeente.objects.get(slug="lindebeek")
        set_gemeente(gemeente.pk)
        yield gemeente
        transaction.set_rollback(True)


def _as(email: str) -> Kijker:
    account = Account.objects.get(email=email)
    found = find_kijker(account, "lindebeek", Purpose.SAMEN_BEPALEN, today())
    assert found is not None
    return found


def test_twelve_talks_in_which_residents_speak(here: Gemeente) -> None:
    talks = Gesprek.objects.filter(gemeente=here, pk__in=Uitspraak.objects.values("gesprek"))
    assert talks.count() == 12
    said = Uitspraak.objects.filter(gemeente=here)
    assert said.count() >= 60
    assert said.filter(zetel__inwoner__isnull=False).values("gesprek").distinct().count() >= 8
    words = Begrip.objects.filter(gemeente=here).values_list("woord", flat=True)
    assert {"eigen kracht", "normaliseren", "integraal werken"} <= set(words)


def test_a_koers_of_sentences_that_were_adopted_and_kept(here: Gemeente) -> None:
    rows = Koerszin.objects.filter(gemeente=here)
    adopted = rows.filter(voorstel__status=Voorstel.Status.AANGENOMEN)
    assert Counter(adopted.values_list("soort", flat=True)) == {"mensbeeld": 3, "ambitie": 1, "wat_niet": 3}
    assert all(it.toetsvraag for it in rows.filter(soort="mensbeeld"))
    looked = Voorstelterugblik.objects.filter(gemeente=here, terugblik__oordeel="houden")
    assert looked.filter(terugblik__teruggekeken_op__isnull=False).count() == 3


def test_about_thirty_doelen_of_which_there_is_something_to_say(here: Gemeente) -> None:
    doelen = Doel.objects.filter(gemeente=here)
    assert 28 <= doelen.count() <= 36
    assert set(doelen.values_list("soort", flat=True)) == set(Doel.Soort.values)
    knopen = [Knoop(it.pk, it.soort, it.naam, bool(it.indicator)) for it in doelen]
    rows = Doelverband.objects.filter(gemeente=here).values_list("van_id", "naar_id", "soort")
    codes = {it.code for it in zinnen(knopen, [Band(*row) for row in rows])}
    assert {"botst", "botst_onderweg", "hangt_los", "zonder_inspanning", "geen_indicator"} <= codes


def test_what_everybody_brings(here: Gemeente) -> None:
    rows = Bijdrage.objects.filter(gemeente=here).select_related("zetel__inwoner")
    assert rows.filter(euro_van=600_000, euro_tot=900_000, status="bevestigd").exists()
    assert rows.filter(euro_van__isnull=True, uren_tot__gt=2_000, status="bevestigd").exists()
    assert rows.filter(status="aangeboden").exists()
    assert any(it.zetel.inwoner is not None and it.gekomen for it in rows)
    steps = Afspraak.objects.filter(pk__in=rows.values("afspraken__afspraak"))
    assert {"gedaan", "loopt"} <= set(steps.values_list("status", flat=True))


def test_an_opgave_and_two_opdrachten_of_which_one_is_open(here: Gemeente) -> None:
    opgave = Opgave.objects.get(gemeente=here)
    assert opgave.budget == 1_200_000
    assert MogelijkeInschrijver.objects.filter(opgave=opgave, einddatum__isnull=True).count() == 2
    states = {status_of(it): it for it in Opdracht.objects.select_related("voorstel").filter(gemeente=here)}
    assert set(states) == {OpdrachtStatus.OPEN, OpdrachtStatus.CONCEPT}
    for it in states.values():
        paragraphs = Paragraaf.objects.filter(opdracht=it)
        assert 8 <= paragraphs.count() <= 10
        assert paragraphs.filter(soort="wat_niet").count() == 1
        rests = [row for row in paragraphs if row.doelen.exists() and row.uitspraken.exists()]
        assert len(rests) == paragraphs.count()
    looked = Opdrachtterugblik.objects.get(opdracht=states[OpdrachtStatus.OPEN]).terugblik
    assert looked.oordeel == "aanpassen"


def test_who_may_bid_reads_what_is_open_and_no_draft(here: Gemeente) -> None:
    everything = {it.titel for it in Opdracht.objects.filter(gemeente=here)}
    assert {it.titel for it in opdrachten(_as("wim.terpstra@lindebeek.example"), today())} == everything
    bidder = {it.titel for it in opdrachten(_as("joke.vandam@welzijndebrug.example"), today())}
    assert len(bidder) == 1


def test_eighteen_months_of_figures_say_each_of_the_three(here: Gemeente) -> None:
    said, longest = set(), 0
    for indicator in Indicator.objects.filter(gemeente=here, ritme="maand"):
        rows = Waarneming.objects.filter(indicator=indicator).order_by("begin")
        punten = [Punt(it.begin, it.waarde) for it in rows]
        said.add(wat_zien_we(punten, indicator.ritme).code)
        longest = max(longest, len(punten))
    assert longest == 18
    assert said == {"we_zien_het_nog_niet", "anders_dan_eerst", "beweegt_als_altijd"}


def test_small_numbers_are_hidden_and_do_not_follow_from_the_rest(here: Gemeente) -> None:
    by_quarter: dict[object, list[Cel]] = defaultdict(list)
    figure = Indicator.objects.get(gemeente=here, naam="Mensen die hulp bij de post krijgen")
    for cel in Cel.objects.filter(indicator=figure):
        by_quarter[cel.begin].append(cel)
    assert len(by_quarter) >= 5
    for cells in by_quarter.values():
        per_wijk = [it.waarde for it in cells if it.gebied_id is not None]
        assert len(per_wijk) == 5
        assert sum(it is None for it in per_wijk) >= 2  # one alone would follow from the whole
        assert any(it is not None for it in per_wijk)
        assert all(it is None or it >= 10 for it in per_wijk)
    # nobody keeps what is not shown; the last quarter may still wait to be published
    waiting = set(Waarneming.objects.filter(indicator=figure).values_list("begin", flat=True))
    assert waiting <= {latest(today(), KWARTAAL, 1)[0]}


def test_what_was_agreed_to_see(here: Gemeente) -> None:
    rows = BeoogdEffect.objects.filter(gemeente=here)
    assert rows.filter(voorstel__status=Voorstel.Status.AANGENOMEN).count() == 3
    assert rows.filter(voorstel__status=Voorstel.Status.OPEN).count() == 1
    found = Bevinding.objects.filter(gemeente=here)
    assert {bool(it.gesprek_id) for it in found} == {True, False}  # a question, and a step
    counted = Cel.objects.filter(gemeente=here, indicator__telling="doel_gehaald", gebied__isnull=True)
    assert counted.filter(waarde__gte=Decimal(10)).count() >= 4


def test_sixty_plans_serve_what_the_gemeente_wants(here: Gemeente) -> None:
    links = Doelkoppeling.objects.filter(gemeente=here)
    plans = set(links.values_list("dossier_id", flat=True))
    assert len(plans) == 60
    begun = Plan.objects.filter(dossier_id__in=plans).values_list("begonnen_op", flat=True)
    assert max((today() - it).days for it in begun) > 365 > 90 > min((today() - it).days for it in begun)
    assert set(Plandoel.objects.values_list("status", flat=True)) == {"loopt", "gehaald", "losgelaten"}
    mine = links.get(plandoel__tekst="De post en het geld weer zelf in de hand")
    assert mine.doel.naam == "Mensen hebben grip op hun post en hun geld"


def test_how_many_plans_fit_a_doel_is_told_of_the_last_quarter(here: Gemeente) -> None:
    found = plans_told(here.pk)
    assert found is not None and found.plannen
    assert Doel.objects.filter(gemeente=here, pk__in=found.doelen).exists()
    assert all(aantal >= 10 for aantal in found.doelen.values())


def test_what_came_of_calling_ahead_was_counted_for_every_quarter_that_is_due(here: Gemeente) -> None:
    """Four quarters; in the first weeks of a quarter three, and the day the fourth comes."""
    found = what_came_of_it(_as("wim.terpstra@lindebeek.example"), today())
    assert len(found.kwartalen) + len(found.komt) == 4
    assert len(found.komt) <= 1
    assert any(it.totaal.aantal for it in found.kwartalen)
