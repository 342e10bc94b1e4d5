"""Vraagt aandacht: found once, put right, gone with its cause, put off with a reason, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.forms import post
from tests.gehouden import forget_questions
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_household
from vliegwiel.gemeenschap.models import Team, Teamlid
from vliegwiel.kern import clock
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.privacy.public import collecting
from vliegwiel.samenspel import aandachtregels, queries
from vliegwiel.samenspel.actions import aandacht_klok, bring_up_to_date, put_back, put_off, settle
from vliegwiel.samenspel.home import aandacht
from vliegwiel.samenspel.models import Aandachtspunt, Aandachtstand
from vliegwiel.samenspel.refusals import CannotPutOff, NotYourAttention
from vliegwiel.samenspel.rules.aandachtspunt import OVERLAP, Aandachtregel, Gevonden
from vliegwiel.ui.filters import datum

CODE = "afspraak_voorbij"  # a code with sentences


@dataclass
class Cause:
    """A rule whose causes the test holds in its hand."""

    there: dict[str, Gevonden] = field(default_factory=dict)
    changed: list[UUID] = field(default_factory=list)
    asked_since: list[datetime | None] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)

    def find(self, gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterator[Gevonden]:
        self.asked_since.append(sinds)
        return iter(list(self.there.values()))

    def still(self, gemeente_id: UUID, rows: Any, now: datetime) -> list[Gevonden]:
        self.looked += [row.sleutel for row in rows]
        return [self.there[row.sleutel] for row in rows if row.sleutel in self.there]

    def touched(self, gemeente_id: UUID, now: datetime, sinds: datetime | None) -> list[UUID]:
        return self.changed

    def put(self, sleutel: str = "een", **fields: Any) -> Gevonden:
        given = {"vanaf": TODAY, "object": uuid4(), "params": {"dag": "2026-03-09"}, **fields}
        self.there[sleutel] = Gevonden(sleutel, **given)
        return self.there[sleutel]


@pytest.fixture
def cause(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cause]:
    """The only rule there is. Questions built with it are forgotten: which rules there are is not a value of theirs."""
    made = Cause()
    forget_questions()
    regel = Aandachtregel(
        CODE, "ondersteuning", 20, "bal", made.find, made.still, lambda slug, row: "/", touched=made.touched
    )
    monkeypatch.setattr(aandachtregels, "_declared", {CODE: regel})
    yield made
    forget_questions()


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def turn(cast: Cast, minutes: int = 0) -> int:
    return bring_up_to_date(cast.here().pk, NOW + timedelta(minutes=minutes))


def rows() -> list[Aandachtspunt]:
    return list(Aandachtspunt.objects.filter(weg_op__isnull=True).order_by("sleutel"))


def kijker(cast: Cast, naam: str) -> Any:
    return cast.kijker_of(naam, purpose=Purpose.OVERZICHT)


def cards(cast: Cast, naam: str, moment: datetime = NOW) -> list[Any]:
    with collecting(route="test"):
        return aandacht.asks(kijker(cast, naam), moment)


def test_found_twice_is_one(cast: Cast, cause: Cause) -> None:
    cause.put(medewerker=cast.medewerkers["samira"].pk)
    assert [turn(cast), turn(cast), turn(cast)] == [1, 0, 0]
    assert len(rows()) == 1
    assert cause.asked_since == [None, NOW - OVERLAP, NOW - OVERLAP]


def test_two_klokken_at_once_make_one(cast: Cast, cause: Cause, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second did not see yet what the first put in: the database says there is one already."""
    cause.put(medewerker=cast.medewerkers["samira"].pk)
    turn(cast)
    nothing = Aandachtspunt.objects.none()
    with monkeypatch.context() as patch:
        patch.setattr(aandacht_klok, "_open", lambda *_: nothing)
        turn(cast)
    assert len(rows()) == 1


def test_without_its_cause_it_goes_and_may_come_again(cast: Cast, cause: Cause) -> None:
    cause.put(medewerker=cast.medewerkers["samira"].pk)
    turn(cast)
    kept = cause.there.pop("een")
    assert turn(cast) == 1
    assert rows() == []
    assert Aandachtspunt.objects.get().weg == "vervallen"
    cause.there["een"] = kept
    turn(cast)
    assert len(rows()) == 1
    assert Aandachtspunt.objects.count() == 2


def test_another_owner_day_or_number_replaces_what_stood(cast: Cast, cause: Cause) -> None:
    first = cause.put(medewerker=cast.medewerkers["samira"].pk)
    turn(cast)
    row = rows()[0]
    put_off(by=kijker(cast, "samira"), now=NOW, aandachtspunt=row, tot=TODAY + timedelta(days=5), reden="x")
    cause.there["een"] = replace(first, params={"dag": "2026-03-08"})
    assert turn(cast) == 1
    assert rows()[0].uitgesteld_tot == TODAY + timedelta(days=5)  # hers, and still put off
    cause.there["een"] = replace(first, medewerker=cast.medewerkers["tarik"].pk)
    assert turn(cast) == 1
    it = rows()[0]
    assert (it.pk, it.medewerker, it.uitgesteld_tot) == (row.pk, cast.medewerkers["tarik"], None)
    assert [len(cards(cast, naam)) for naam in ("samira", "tarik")] == [0, 1]


def test_a_snooze_ends_with_the_day_it_must_be_done(cast: Cast, cause: Cause) -> None:
    first = cause.put(medewerker=cast.medewerkers["samira"].pk, voor=TODAY + timedelta(days=20))
    turn(cast)
    put_off(
        by=kijker(cast, "samira"), now=NOW, aandachtspunt=rows()[0], tot=TODAY + timedelta(days=20), reden="x"
    )
    cause.there["een"] = replace(first, voor=TODAY + timedelta(days=2))
    turn(cast)
    assert rows()[0].uitgesteld_tot is None


def test_who_puts_it_off_while_the_klok_looks_is_heard(
    cast: Cast, cause: Cause, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and writing the klok asks a rule; what somebody says meanwhile stays."""
    it = cause.put(medewerker=cast.medewerkers["samira"].pk)
    turn(cast)

    def still(gemeente_id: UUID, looked: Any, now: datetime) -> list[Gevonden]:
        put_off(
            by=kijker(cast, "samira"),
            now=NOW,
            aandachtspunt=rows()[0],
            tot=TODAY + timedelta(3),
            reden="vrij",
        )
        return [replace(it, params={"dag": "2026-03-10"})]

    regel = replace(aandachtregels.declared()[0], find=lambda *_: (), still=still)
    monkeypatch.setattr(aandachtregels, "_declared", {CODE: regel})
    assert turn(cast, 1) == 1
    (row,) = rows()
    assert (row.params["dag"], row.uitgesteld_tot) == ("2026-03-10", TODAY + timedelta(3))


def test_what_lies_with_nobody_goes_to_the_role(cast: Cast, cause: Cause) -> None:
    samira = cast.medewerkers["samira"]
    cause.put(medewerker=samira.pk)
    turn(cast)
    samira.einddatum = TODAY - timedelta(days=1)
    samira.save()
    turn(cast)
    assert (rows()[0].medewerker, rows()[0].rol) == (None, "teamleider")
    assert len(cards(cast, "lotte")) == 1


def test_who_leaves_hands_it_over(cast: Cast, cause: Cause) -> None:
    samira, tarik = cast.medewerkers["samira"], cast.medewerkers["tarik"]
    cause.put(medewerker=samira.pk)
    turn(cast)
    beheer = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    work = aandacht.attention_of(beheer, samira)
    assert work is not None and work.aantal == 1
    aandacht.hand_over(medewerker=samira, to=tarik, by=beheer, now=NOW)
    assert rows()[0].medewerker == tarik
    assert (
        Schrijflog.objects.filter(actie="aandachtspunt.overgedragen", account=beheer.account_id).count() == 1
    )
    assert aandacht.attention_of(beheer, samira) is None


def test_every_open_one_is_looked_at_in_turn(
    cast: Cast, cause: Cause, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aandacht_klok, "AGAIN", 2)
    for number in range(5):
        cause.put(f"nummer {number}", medewerker=cast.medewerkers["samira"].pk)
    for _ in range(3):
        turn(cast)
    assert sorted(cause.looked) == sorted(cause.there)  # each once in three turns
    turn(cast)
    assert len(cause.looked) == 7


def test_what_was_touched_is_looked_at_at_once(
    cast: Cast, cause: Cause, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aandacht_klok, "AGAIN", 1)
    found = [cause.put(f"nummer {number}", medewerker=cast.medewerkers["samira"].pk) for number in range(5)]
    turn(cast)
    del cause.there["nummer 4"]
    cause.changed = [found[4].object]  # type: ignore[list-item]
    turn(cast)
    assert [row.sleutel for row in rows()] == [f"nummer {number}" for number in range(4)]


def queries_of(cast: Cast) -> int:
    with CaptureQueriesContext(connection) as asked:
        turn(cast)
    return sum(not it["sql"].startswith(("SAVEPOINT", "RELEASE")) for it in asked.captured_queries)


def test_a_turn_costs_what_changed(cast: Cast, cause: Cause) -> None:
    """As many queries for one as for 900, and none for rows that stay as they are."""
    me = cast.medewerkers["samira"].pk
    cause.put("een", medewerker=me)
    one = queries_of(cast)
    Aandachtspunt.objects.all().delete()
    Aandachtstand.objects.all().delete()
    for number in range(900):
        cause.put(str(number), medewerker=me)
    assert queries_of(cast) <= one + 20  # SQLite takes fifty rows at a time
    assert queries_of(cast) <= one


# -- on Vandaag


def test_a_name_only_for_who_may_know_it(cast: Cast, cause: Cause) -> None:
    gezin = make_household(cast.here())
    emir, samira, mila = gezin["Emir"], cast.medewerkers["samira"], cast.medewerkers["mila"]
    about = {"dossier": gezin.dossier.pk, "persoon": emir.pk, "domein": "jeugd"}
    cause.put("een", medewerker=samira.pk, **about)
    cause.put("twee", medewerker=mila.pk, **about)
    cause.put("drie", rol="teamleider", **about)
    turn(cast)
    assert cards(cast, "samira") == cards(cast, "mila") == []  # it is theirs, and the household is not
    assert [card.params["voor"] for card in cards(cast, "lotte")] == ["een huishouden"]
    involve(gezin, samira, "jeugd")
    (card,) = cards(cast, "samira")
    assert (card.params["voor"], card.params["dag"]) == ("Emir", "9 maart")
    block(emir, samira)
    block(gezin["Fatma"], cast.medewerkers["lotte"])  # somebody else of that household
    assert cards(cast, "samira") == cards(cast, "lotte") == []


def test_a_rule_that_opens_gives_its_owner_the_name(
    cast: Cast, cause: Cause, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezin = make_household(cast.here())
    monkeypatch.setitem(aandachtregels._declared, CODE, replace(aandachtregels._declared[CODE], opens=True))
    team = Team.objects.create(gemeente=cast.here(), naam="Wegwijs")
    Teamlid.objects.create(
        gemeente=cast.here(), team=team, medewerker=cast.medewerkers["tarik"], begindatum=TODAY
    )
    about = {"dossier": gezin.dossier.pk, "persoon": gezin["Emir"].pk, "domein": "jeugd"}
    cause.put("een", medewerker=cast.medewerkers["samira"].pk, **about)
    cause.put("twee", team=team.pk, **about)
    turn(cast)
    for naam in ("samira", "tarik"):
        assert [card.params["voor"] for card in cards(cast, naam)] == ["Emir"], naam
    row = Aandachtspunt.objects.get(sleutel="een")
    settle(code=CODE, object=row.object, now=NOW, by=kijker(cast, "samira"))  # type: ignore[arg-type]
    assert cards(cast, "samira") == []
    assert not queries.attends_to(kijker(cast, "samira"), TODAY).exists()


def test_who_no_longer_lives_there_is_not_named(cast: Cast, cause: Cause) -> None:
    gezin = make_household(cast.here())
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    cause.put(medewerker=cast.medewerkers["samira"].pk, dossier=gezin.dossier.pk, persoon=gezin["Emir"].pk)
    turn(cast)
    gezin.dossier.betrokkenen.filter(persoon=gezin["Emir"]).update(einddatum=TODAY - timedelta(days=1))
    assert [card.params["voor"] for card in cards(cast, "samira")] == ["een huishouden"]


def test_vandaag_reads_them_in_two_queries(cast: Cast, cause: Cause) -> None:
    gezin = make_household(cast.here())
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    for number in range(10):
        cause.put(
            str(number),
            medewerker=cast.medewerkers["samira"].pk,
            dossier=gezin.dossier.pk,
            persoon=gezin["Emir"].pk,
        )
    turn(cast)
    who = replace(kijker(cast, "samira"), onthoudt={})
    with collecting(route="test"), CaptureQueriesContext(connection) as asked:
        assert len(aandacht.asks(who, NOW)) == 10
    assert len(asked) == 2  # how I stand to dossiers; what asks attention, and who lives there


# -- later


def test_putting_off_and_back(cast: Cast, cause: Cause) -> None:
    cause.put(medewerker=cast.medewerkers["samira"].pk)
    turn(cast)
    client, row = cast.client_of("samira"), rows()[0]
    later = reverse("aandacht_later", args=[HERE, row.pk])
    assert later in client.get(reverse("vandaag", args=[HERE])).content.decode()
    assert post(client, later, {"tot": "2026-03-20", "reden": ""}).status_code == 422
    assert post(client, later, {"tot": "2026-03-20", "reden": "Ze is op vakantie"}).status_code == 302
    assert later not in client.get(reverse("vandaag", args=[HERE])).content.decode()
    listed = client.get(reverse("aandacht_uitgesteld", args=[HERE])).content.decode()
    assert "Ze is op vakantie" in listed
    cast.here()
    written = Schrijflog.objects.get(actie="aandachtspunt.uitgesteld")
    assert written.parameters == {"code": CODE, "tot": "2026-03-20"}  # and not why
    assert cards(cast, "samira", NOW + timedelta(days=9)) == []
    assert len(cards(cast, "samira", NOW + timedelta(days=10))) == 1
    post(client, reverse("aandacht_terug", args=[HERE, row.pk]), {})
    assert len(cards(cast, "samira")) == 1
    assert Schrijflog.objects.filter(actie="aandachtspunt.teruggezet").count() == 1


def test_why_it_was_put_off_is_for_who_may_know_of_the_household(cast: Cast, cause: Cause) -> None:
    """A card of a role stands with everyone who has it; what a colleague wrote about the household does not."""
    gezin = make_household(cast.here())
    cause.put(rol="teamleider", dossier=gezin.dossier.pk, persoon=gezin["Emir"].pk)
    turn(cast)
    until = TODAY + timedelta(days=5)
    put_off(by=kijker(cast, "lotte"), now=NOW, aandachtspunt=rows()[0], tot=until, reden="Emir is bij opa")
    there = reverse("aandacht_uitgesteld", args=[HERE])
    listed = cast.client_of("lotte").get(there).content.decode()
    assert f"Tot {datum(until)}." in listed
    assert "Emir" not in listed and "bij opa" not in listed
    involve(gezin, cast.medewerkers["lotte"], "jeugd")
    assert "Emir is bij opa" in cast.client_of("lotte").get(there).content.decode()


@pytest.mark.parametrize(
    ("days", "reden", "code"),
    [
        (0, "x", "uitstel_niet_later"),
        (31, "x", "uitstel_te_lang"),
        (12, "x", "uitstel_na_einde"),
        (5, " ", "uitstel_zonder_reden"),
    ],
)
def test_what_cannot_be_put_off(cast: Cast, cause: Cause, days: int, reden: str, code: str) -> None:
    cause.put(
        medewerker=cast.medewerkers["samira"].pk, voor=TODAY + timedelta(days=10) if days == 12 else None
    )
    turn(cast)
    with pytest.raises(CannotPutOff) as refused:
        put_off(
            by=kijker(cast, "samira"),
            now=NOW,
            aandachtspunt=rows()[0],
            tot=TODAY + timedelta(days=days),
            reden=reden,
        )
    assert refused.value.code == code


def test_only_who_it_is_for(cast: Cast, cause: Cause) -> None:
    cause.put(medewerker=cast.medewerkers["samira"].pk)
    turn(cast)
    row = rows()[0]
    for act in (put_back, lambda **given: put_off(tot=date(2026, 3, 20), reden="x", **given)):
        with pytest.raises(NotYourAttention):
            act(by=kijker(cast, "tarik"), now=NOW, aandachtspunt=row)
    path = reverse("aandacht_later", args=[HERE, row.pk])
    for naam in ("tarik", "wim", "bakker"):
        assert cast.client_of(naam).get(path).status_code == 404, naam
