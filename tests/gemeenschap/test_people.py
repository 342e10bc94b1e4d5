"""What a beheerder does to people: each change with its line in the log, each refusal with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator

from tests.cast import COLLEAGUES, HERE, THERE, Cast
from vliegwiel.gemeenschap import actions, queries, refusals
from vliegwiel.gemeenschap.access import can_manage
from vliegwiel.gemeenschap.models import Instelling, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.kern import registry
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Schrijflog, Uitgaand
from vliegwiel.ui.sentences import refusal_sentence


@pytest.fixture
def ravi(cast: Cast) -> Any:
    return cast.kijker_of("ravi", purpose=Purpose.BEHEER)


@pytest.fixture
def open_work() -> Iterator[dict[Any, int]]:
    """A room in which people hold things: {medewerker id: how many}."""
    held: dict[Any, int] = {}

    def count(kijker: Any, medewerker: Any) -> registry.OpenWerk | None:
        return (
            registry.OpenWerk("laatste_dag_voorbij", held[medewerker.pk]) if held.get(medewerker.pk) else None
        )

    def hand_over(*, medewerker: Any, to: Any, by: Any, now: Any) -> None:
        held[to.pk] = held.get(to.pk, 0) + held.pop(medewerker.pk, 0)

    before = dict(registry.open_werk._parts)
    registry.open_werk._parts.clear()
    registry.open_werk.add("test", registry.OpenWerkPart(count, hand_over))
    yield held
    registry.open_werk._parts.clear()
    registry.open_werk._parts.update(before)


def log_of(person: Any) -> list[str]:
    return list(Schrijflog.objects.filter(object=person.pk).order_by("pk").values_list("actie", flat=True))


def roles_of(cast: Cast, naam: str) -> frozenset[str]:
    kijker = cast.kijker_of(naam)
    return kijker.rollen if kijker else frozenset()


@pytest.mark.parametrize("naam", [*COLLEAGUES, "bakker"])
def test_who_may_manage(cast: Cast, naam: str) -> None:
    assert can_manage(cast.kijker_of(naam, purpose=Purpose.BEHEER)) == (naam == "ravi")


def test_not_even_a_beheerder_on_a_page_for_something_else(cast: Cast) -> None:
    assert not can_manage(cast.kijker_of("ravi", purpose=Purpose.SAMEN_BEPALEN))


def _everything(cast: Cast, by: Any) -> list[Any]:
    wim, team = cast.medewerkers["wim"], Team(naam="x")
    deelname = cast.deelnames[f"Gemeente Lindebeek@{HERE}"]
    return [
        lambda: actions.invite(by=by, now=now(), naam="N", email="n@x.example", organisatie=deelname),
        lambda: actions.invite_again(by=by, now=now(), medewerker=wim),
        lambda: actions.set_roles(by=by, now=now(), medewerker=wim, rollen=[]),
        lambda: actions.set_teams(by=by, now=now(), medewerker=wim, teams=[]),
        lambda: actions.set_last_day(by=by, now=now(), medewerker=wim, einddatum=today()),
        lambda: actions.end_colleague(by=by, now=now(), medewerker=wim, einddatum=today()),
        lambda: actions.reset_second_factor(by=by, now=now(), medewerker=wim),
        lambda: actions.create_team(by=by, now=now(), naam="x"),
        lambda: actions.rename_team(by=by, now=now(), team=team, naam="y"),
        lambda: actions.switch_practice(by=by, now=now(), code="x", aan=True),
    ]


@pytest.mark.parametrize("naam", [naam for naam in COLLEAGUES if naam != "ravi"] + ["bakker"])
def test_every_action_refuses_everybody_else(cast: Cast, naam: str) -> None:
    by = cast.kijker_of(naam, purpose=Purpose.BEHEER)
    for action in _everything(cast, by):
        with pytest.raises(refusals.NotBeheerder):
            action()
    assert not Schrijflog.objects.exists()


def test_roles_are_given_and_taken_at_once(cast: Cast, ravi: Any) -> None:
    wim = cast.medewerkers["wim"]
    actions.set_roles(by=ravi, now=now(), medewerker=wim, rollen=["beleidsmedewerker", "coordinator"])
    assert roles_of(cast, "wim") == {"beleidsmedewerker", "coordinator"}
    assert log_of(wim) == ["rol_gegeven", "rol_gegeven", "rol_genomen"]
    actions.set_roles(by=ravi, now=now(), medewerker=wim, rollen=["beleidsmedewerker", "coordinator"])
    assert len(log_of(wim)) == 3  # the same list a second time changes nothing
    actions.set_roles(by=ravi, now=now(), medewerker=wim, rollen=[])
    assert roles_of(cast, "wim") == frozenset()


def test_the_last_beheerder_stays(cast: Cast, ravi: Any) -> None:
    me = cast.medewerkers["ravi"]
    with pytest.raises(refusals.LastBeheerder):
        actions.set_roles(by=ravi, now=now(), medewerker=me, rollen=[])
    with pytest.raises(refusals.LastBeheerder):
        actions.set_last_day(by=ravi, now=now(), medewerker=me, einddatum=today() + timedelta(days=30))
    with pytest.raises(refusals.LastBeheerder):
        actions.end_colleague(by=ravi, now=now(), medewerker=me, einddatum=today())
    assert roles_of(cast, "ravi") == {"beheerder"}


def test_a_second_beheerder_makes_it_possible(cast: Cast, ravi: Any) -> None:
    actions.set_roles(by=ravi, now=now(), medewerker=cast.medewerkers["ellen"], rollen=["beheerder"])
    actions.set_roles(by=ravi, now=now(), medewerker=cast.medewerkers["ravi"], rollen=[])
    assert roles_of(cast, "ravi") == frozenset()


def test_nobody_gives_themselves_a_role(cast: Cast, ravi: Any) -> None:
    for rollen in (["beheerder", "strateeg"], ["strateeg"]):
        with pytest.raises(refusals.NotOwnRoles):
            actions.set_roles(by=ravi, now=now(), medewerker=cast.medewerkers["ravi"], rollen=rollen)
    assert roles_of(cast, "ravi") == {"beheerder"}
    assert not Schrijflog.objects.exists()


def test_a_temporary_or_absent_beheerder_does_not_count(cast: Cast, ravi: Any) -> None:
    me, ellen = cast.medewerkers["ravi"], cast.medewerkers["ellen"]
    actions.set_roles(by=ravi, now=now(), medewerker=ellen, rollen=["beheerder"])
    actions.set_last_day(by=ravi, now=now(), medewerker=ellen, einddatum=today() + timedelta(days=60))
    with pytest.raises(refusals.LastBeheerder):
        actions.set_roles(by=ravi, now=now(), medewerker=me, rollen=[])
    new = _invite(cast, ravi, rollen=["beheerder"])
    with pytest.raises(refusals.LastBeheerder):  # she has not come in yet
        actions.set_roles(by=ravi, now=now(), medewerker=me, rollen=[])
    actions.accept_invitation(
        account=new.account, now=now(), naam="Nora", wachtwoord="vier losse woorden hier"
    )
    actions.set_roles(by=ravi, now=now(), medewerker=me, rollen=[])


def _invite(cast: Cast, by: Any, **changed: Any) -> Medewerker:
    deelname = cast.deelnames[f"Welzijn de Brug@{HERE}"]
    given = {"naam": "Nora Nieuw", "email": "nora@werk.example", "organisatie": deelname, **changed}
    return actions.invite(by=by, now=now(), **given)


def test_teams_are_joined_and_left(cast: Cast, ravi: Any) -> None:
    east = actions.create_team(by=ravi, now=now(), naam="Oost")
    wim = cast.medewerkers["wim"]
    actions.set_teams(by=ravi, now=now(), medewerker=wim, teams=[east])
    assert [row.team.naam for row in queries.colleague(ravi, wim.pk, today()).teams_nu] == ["Oost"]
    actions.set_teams(by=ravi, now=now(), medewerker=wim, teams=[])
    assert not Teamlid.objects.exists()
    assert log_of(wim) == ["team_in", "team_uit"]


def test_a_last_day_is_kept_for_roles_too_and_can_move(cast: Cast, ravi: Any) -> None:
    wim, soon = cast.medewerkers["wim"], today() + timedelta(days=10)
    actions.set_last_day(by=ravi, now=now(), medewerker=wim, einddatum=soon)
    assert Roltoekenning.objects.get(medewerker=wim).einddatum == soon
    actions.set_last_day(by=ravi, now=now(), medewerker=wim, einddatum=None)
    assert Roltoekenning.objects.get(medewerker=wim).einddatum is None
    with pytest.raises(refusals.LastDayPassed):
        actions.set_last_day(by=ravi, now=now(), medewerker=wim, einddatum=today() - timedelta(days=1))
    with pytest.raises(refusals.LastDayBeforeFirst):
        actions.set_last_day(by=ravi, now=now(), medewerker=wim, einddatum=date(2020, 1, 1))


def test_whoever_leaves_hands_on_what_is_open(cast: Cast, ravi: Any, open_work: dict[Any, int]) -> None:
    wim, fatima = cast.medewerkers["wim"], cast.medewerkers["fatima"]
    open_work[wim.pk] = 3
    with pytest.raises(refusals.SuccessorNeeded) as refused:
        actions.end_colleague(by=ravi, now=now(), medewerker=wim, einddatum=today())
    assert "(3)" in refusal_sentence(refused.value)
    with pytest.raises(refusals.SuccessorLeaves):
        actions.end_colleague(by=ravi, now=now(), medewerker=wim, einddatum=today(), opvolger=wim)
    with pytest.raises(refusals.SuccessorIsYou):  # a way into what a beheerder may not see
        actions.end_colleague(
            by=ravi, now=now(), medewerker=wim, einddatum=today(), opvolger=cast.medewerkers["ravi"]
        )
    for naam in ("ellen", "bas"):  # they do control, and see no content
        with pytest.raises(refusals.SuccessorSeesNoContent):
            actions.end_colleague(
                by=ravi, now=now(), medewerker=wim, einddatum=today(), opvolger=cast.medewerkers[naam]
            )
    actions.end_colleague(by=ravi, now=now(), medewerker=wim, einddatum=today(), opvolger=fatima)
    assert open_work == {fatima.pk: 3}
    assert Schrijflog.objects.get(actie="collega_stopt").parameters["overgedragen"] == 3


def test_a_hand_over_that_fails_leaves_everything_as_it_was(
    cast: Cast, ravi: Any, open_work: dict[Any, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    wim = cast.medewerkers["wim"]
    open_work[wim.pk] = 1
    monkeypatch.setattr("vliegwiel.gemeenschap.actions.people.record", _broken)
    with pytest.raises(RuntimeError):
        actions.end_colleague(
            by=ravi, now=now(), medewerker=wim, einddatum=today(), opvolger=cast.medewerkers["fatima"]
        )
    assert Medewerker.objects.get(pk=wim.pk).einddatum is None
    assert not Schrijflog.objects.exists()


def _broken(**kwargs: Any) -> None:
    raise RuntimeError("no log, no change")


def test_at_once_means_the_next_click_is_refused(cast: Cast, ravi: Any) -> None:
    client = cast.client_of("wim")
    assert client.get(f"/{HERE}/mijn/").status_code == 200
    actions.end_colleague(
        by=cast.kijker_of("ravi", purpose=Purpose.BEHEER),
        now=now(),
        medewerker=cast.medewerkers["wim"],
        einddatum=today(),
        meteen=True,
    )
    assert client.get(f"/{HERE}/mijn/").status_code == 404
    with pytest.raises(refusals.HasLeft):
        actions.set_roles(by=ravi, now=now(), medewerker=cast.medewerkers["wim"], rollen=["strateeg"])


def test_somebody_comes_back_without_the_old_roles(cast: Cast, ravi: Any) -> None:
    wim = cast.medewerkers["wim"]
    actions.end_colleague(by=ravi, now=now(), medewerker=wim, einddatum=today(), meteen=True)
    _invite(cast, ravi, naam="Wim Terpstra", email="wim@medewerker.example", rollen=["coordinator"])
    assert roles_of(cast, "wim") == {"coordinator"}
    assert "terug_van_weggeweest" in log_of(wim)


def _with_app(cast: Cast, naam: str) -> None:
    Authenticator.objects.create(user=cast.accounts[naam], type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_a_second_factor_is_reset_and_its_owner_told(cast: Cast, ravi: Any) -> None:
    _with_app(cast, "wim")
    actions.reset_second_factor(by=ravi, now=now(), medewerker=cast.medewerkers["wim"])
    assert not Authenticator.objects.exists()
    assert Uitgaand.objects.get().soort == "tweede_stap"
    assert log_of(cast.medewerkers["wim"]) == ["tweede_stap_teruggezet"]


@pytest.mark.parametrize(
    ("naam", "reason"),
    [
        ("joke", refusals.WorksElsewhere),
        ("ravi", refusals.NotOwnSecondFactor),
        ("fatima", refusals.NoSecondFactor),
    ],
)
def test_when_a_second_factor_is_not_reset(cast: Cast, ravi: Any, naam: str, reason: type[Exception]) -> None:
    if naam != "fatima":
        _with_app(cast, naam)
    with pytest.raises(reason):
        actions.reset_second_factor(by=ravi, now=now(), medewerker=cast.medewerkers[naam])
    assert Authenticator.objects.count() == (naam != "fatima")


def test_asking_whether_somebody_works_elsewhere_shows_nothing_of_it(cast: Cast, ravi: Any) -> None:
    assert queries.works_elsewhere(ravi, cast.medewerkers["joke"], today())
    assert not queries.works_elsewhere(ravi, cast.medewerkers["wim"], today())
    names = set(queries.colleagues(ravi, today()).values_list("naam", flat=True))
    assert names == {naam for naam, _, _ in COLLEAGUES.values()}


def test_a_practice_is_off_from_today_and_can_go_on_again(cast: Cast, ravi: Any) -> None:
    from vliegwiel.gemeenschap.instellingen import praktijken, values_for

    code = praktijken()[0].code
    for aan in (False, True, False):
        actions.switch_practice(by=ravi, now=now(), code=code, aan=aan)
        assert values_for(ravi.gemeente_id, today())[code] is aan
        assert values_for(cast.gemeenten[THERE].pk, today())[code] is praktijken()[0].default
    assert Instelling.objects.count() == 1
    with pytest.raises(refusals.UnknownPraktijk):
        actions.switch_practice(by=ravi, now=now(), code="bestaat_niet", aan=True)


def test_every_refusal_has_a_sentence() -> None:
    from vliegwiel.kern.refusals import Refusal
    from vliegwiel.ui.sentences import codes

    own = [kind for kind in Refusal.__subclasses__() if kind.__module__.startswith("vliegwiel.gemeenschap")]
    assert len(own) >= 14
    assert {kind.code for kind in own} <= codes()
