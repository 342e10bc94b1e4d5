"""Looking back on an adopted text: fixed beforehand, asked for on its day, done once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.samenspel.table import Table, at, log_of, on
from tests.samenspel.test_bijdrage import of_household
from tests.samenspel.test_bijdrage_pages import ESCAPED, TYPED, get, path, send, text
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.refusals import Refusal
from vliegwiel.privacy.public import collecting
from vliegwiel.samenspel import access, actions, queries
from vliegwiel.samenspel.home import aandacht, voorstel_terugblik
from vliegwiel.samenspel.models import Aandachtspunt, Terugblik, Voorstel, Voorstelterugblik
from vliegwiel.samenspel.refusals import CannotLookBack

EXPECTED = "Dat iedereen het woord gebruikt."


def expect(table: Table, voorstel: Voorstel, naam: str = "mila", **given: Any) -> Voorstelterugblik:
    given = {"verwachting": EXPECTED, "kijken_op": on(30), **given}
    return table.does(naam, actions.expect_of_voorstel, voorstel=voorstel, **given)  # type: ignore[no-any-return]


def look(table: Table, link: Voorstelterugblik, naam: str = "joke", **given: Any) -> Voorstelterugblik:
    given = {"gebeurd": "De helft doet het.", "oordeel": "aanpassen", "geleerd": "Vaker herhalen.", **given}
    return table.does(naam, actions.look_back_on_voorstel, link=link, **given)  # type: ignore[no-any-return]


def test_an_expectation_is_fixed_by_a_seat_on_an_adopted_text(table: Table) -> None:
    voorstel = table.propose()
    with pytest.raises(CannotLookBack, match="niet_aangenomen"):
        expect(table, voorstel)
    adopted = table.agreed(titel="een ander woord")
    for given, code in (
        ({"verwachting": " "}, "verwachting_ontbreekt"),
        ({"kijken_op": None}, "kijkdag_ontbreekt"),
        ({"kijken_op": on(0)}, "kijkdag_niet_later"),
    ):
        with pytest.raises(CannotLookBack, match=code):
            expect(table, adopted, **given)
    for naam in ("samira", "ton"):
        with pytest.raises(access.NoSeat):
            expect(table, adopted, naam)
    assert not Terugblik.objects.exists()
    link = expect(table, adopted, "bakker")
    assert (link.terugblik.verwachting, link.terugblik.dossier_id) == (EXPECTED, None)
    assert "voorstel.terugblik" in log_of(adopted)


def test_it_is_looked_back_on_once_by_a_seat_and_the_text_stays(table: Table) -> None:
    voorstel = table.agreed()
    link = expect(table, voorstel)
    with pytest.raises(access.NoSeat):
        look(table, link, "samira")
    with pytest.raises(CannotLookBack, match="oordeel_ontbreekt"):
        look(table, link, oordeel="misschien")
    look(table, link)
    with pytest.raises(CannotLookBack, match="al_teruggekeken"):
        look(table, link, gebeurd="Toch alles.")
    kept = Terugblik.objects.get()
    assert (kept.oordeel, kept.gebeurd, kept.geleerd) == (
        "aanpassen",
        "De helft doet het.",
        "Vaker herhalen.",
    )
    assert Voorstel.objects.get().status == "aangenomen"


def test_also_at_a_table_that_is_finished(table: Table) -> None:
    voorstel = table.agreed()
    table.does("wim", actions.finish_tafel, tafel=table.tafel)
    look(table, expect(table, voorstel))


def test_at_the_table_of_a_household_it_is_in_the_plan(table: Table) -> None:
    voorstel = table.agreed()
    of_household(table)
    with pytest.raises(Refusal) as found:
        expect(table, voorstel, "wim")
    assert found.value.code == "tafel_van_huishouden"
    assert get(table, "wim", path("voorstel_terugblik", voorstel.pk)).status_code == 404


def test_who_may_read_the_table_reads_it(table: Table) -> None:
    expect(table, table.agreed())
    for naam, reads in (("wim", True), ("bakker", True), ("samira", False), ("ton", False), ("ellen", False)):
        assert queries.voorstelterugblikken(table.by(naam), on(0)).exists() is reads, naam


# -- when the day has come


def asked(table: Table, day: int) -> set[str]:
    """Of whom it asks attention after a turn of the klok on this day."""
    table.go_to(day)
    with table.on_day(day):
        actions.bring_up_to_date(table.cast.here().pk, table.moment)
    rows = Aandachtspunt.objects.filter(code="voorstel_terugblik", weg_op__isnull=True)
    people = {it.pk: naam for naam, it in table.cast.medewerkers.items()}
    return {people[row.medewerker_id] for row in rows}


def test_on_its_day_it_asks_each_colleague_who_sits_there_until_somebody_looked_back(table: Table) -> None:
    link = expect(table, table.agreed(), kijken_op=on(20))
    table.leave("fatima", "wim")
    assert asked(table, 19) == set()
    assert asked(table, 20) == {"wim", "mila", "joke", "hanneke"}
    assert asked(table, 21) == {"wim", "mila", "joke", "hanneke"}
    look(table, link)
    assert asked(table, 22) == set()


def test_the_card_names_the_text_and_leads_there(table: Table) -> None:
    link = expect(table, table.agreed(), kijken_op=on(20))
    asked(table, 20)
    where = path("voorstel_terugkijken", link.voorstel_id, link.terugblik_id)
    with table.on_day(20), collecting(route="test"):
        kijker = table.cast.kijker_of("mila", purpose=Purpose.OVERZICHT)
        (card,) = [it for it in aandacht.asks(kijker, table.moment) if it.code == "voorstel_terugblik"]
        assert (card.href, card.params["titel"]) == (where, "normaliseren")
        resident = table.cast.kijker_of("bakker", purpose=Purpose.OVERZICHT)
        (own,) = voorstel_terugblik.due(resident, table.moment)
        assert own.href == where
        other = table.cast.kijker_of("ton", purpose=Purpose.OVERZICHT)
        assert voorstel_terugblik.due(other, table.moment) == []
        assert "U schreef samen op wat u verwachtte." in text(get(table, "bakker", path("vandaag")))
    assert voorstel_terugblik.due(table.by("bakker"), at(19)) == []


# -- pages


def test_from_an_expectation_to_what_became_of_it(table: Table) -> None:
    voorstel = table.agreed()
    one = path("voorstel", voorstel.pk)
    assert path("voorstel_terugblik", voorstel.pk) in text(get(table, "bakker", one))
    wrong = send(table, "bakker", path("voorstel_terugblik", voorstel.pk), verwachting=TYPED, kijken_op="")
    assert wrong.status_code == 422 and ESCAPED in text(wrong)
    fixed = send(
        table,
        "bakker",
        path("voorstel_terugblik", voorstel.pk),
        verwachting=EXPECTED,
        kijken_op=on(30).isoformat(),
    )
    assert (fixed.status_code, fixed.url) == (302, one)
    link = Voorstelterugblik.objects.get()
    where = path("voorstel_terugkijken", voorstel.pk, link.terugblik_id)
    assert EXPECTED in text(get(table, "mila", one)) and where in text(get(table, "mila", one))
    assert send(table, "mila", where, gebeurd=TYPED, oordeel="").status_code == 422
    done = send(table, "mila", where, gebeurd="De helft doet het.", oordeel="houden", geleerd="Geduld.")
    assert done.status_code == 302
    page = text(get(table, "bakker", where))
    for part in (EXPECTED, "De helft doet het.", "houden", "Geduld."):
        assert part in page
    assert "Bewaar de terugblik" not in page


@pytest.mark.parametrize("naam", ["samira", "ton", "ellen", "ravi", "oscar", "piet"])
def test_who_does_not_read_the_table_finds_nothing(table: Table, naam: str) -> None:
    voorstel = table.agreed()
    link = expect(table, voorstel, verwachting="ZEKERNIET")
    for where in (
        path("voorstel_terugblik", voorstel.pk),
        path("voorstel_terugkijken", voorstel.pk, link.terugblik_id),
    ):
        answer = get(table, naam, where)
        assert answer.status_code in (403, 404) and "ZEKERNIET" not in text(answer)


def test_a_look_back_is_found_only_under_its_own_text(table: Table) -> None:
    one, other = table.agreed(titel="een"), table.agreed(titel="twee")
    link = expect(table, one)
    assert get(table, "wim", path("voorstel_terugkijken", other.pk, link.terugblik_id)).status_code == 404
