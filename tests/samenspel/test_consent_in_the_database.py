"""Random histories through the actions and the database, against the pure rules and against a notebook.

After every step three things must say the same: the facts read back from the database, the same facts kept beside
them in memory, and the oracle of `tests/regels` (a secretary's notebook that shares no code with the rules).
Never adopted over an open nog niet; who was not asked never counts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.cast import Cast
from tests.regels.test_consent_machine import Boek, Oracle
from tests.samenspel.table import GROEP, lay_table, log_of, on
from vliegwiel.kern.periode import Periode
from vliegwiel.kern.refusals import Refusal
from vliegwiel.samenspel import actions, rules
from vliegwiel.samenspel.models import Gevraagde, Houding, Voorstel, Zetel
from vliegwiel.samenspel.queries import zetel_stand
from vliegwiel.samenspel.rules import (
    HoudingFeit,
    IntrekkingFeit,
    Keuze,
    Teken,
    VersieFeit,
    VoorstelFeiten,
    VoorstelStatus,
    VrijgaveFeit,
)

START_WITH = ("wim", "fatima", "mila", "joke", "bakker")
COME_LATER = {"samira": "uitvoering", "gijs": "management", "marijke": "bestuur", "tarik": "", "ton": ""}
WANT = "te vaag"


class Consent(RuleBasedStateMachine):
    """One Voorstel at the table of `table.py`; each example inside a savepoint that is rolled back."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.table = lay_table(self.cast)
        self.day = 0
        self.oracle = Oracle()
        self.log = ["voorstel.geopend"]

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    # -- helpers

    @property
    def is_open(self) -> bool:
        return self.beside.status is VoorstelStatus.OPEN

    def tries(self, allowed: bool, naam: str, act: Any, **given: Any) -> bool:
        """The action happens exactly when the notebook says it may."""
        try:
            with transaction.atomic():
                self.table.does(naam, act, **given)
        except Refusal as refusal:
            if allowed:
                raise AssertionError(f"refused: {refusal}") from refusal
            return False
        assert allowed
        return True

    def pick(self, data: st.DataObject, keys: Any = None) -> str:
        return data.draw(st.sampled_from(sorted(keys if keys is not None else self.oracle.seats)))  # type: ignore[no-any-return]

    def key(self, naam: str) -> Any:
        return self.table.zetels[naam].pk

    def add(self, **new: Any) -> None:
        self.beside = replace(
            self.beside, **{name: (*getattr(self.beside, name), it) for name, it in new.items()}
        )

    @initialize(data=st.data())
    def start(self, data: st.DataObject) -> None:
        asked = data.draw(st.sets(st.sampled_from(START_WITH), min_size=1))
        seats = [self.table.zetels[naam] for naam in START_WITH]
        self.voorstel = self.table.propose(gevraagd=[self.table.zetels[naam] for naam in sorted(asked)])
        for naam, zetel in zip(START_WITH, seats, strict=True):
            self.oracle.seats[naam] = Boek(str(zetel.partij_id), zetel.niveau, asked=naam in asked)
        facts = self.table.dossier(self.voorstel).feiten
        self.beside = replace(facts, gevraagd=frozenset(self.key(naam) for naam in asked))

    # -- events

    @rule(days=st.integers(1, 3))
    def nights_pass(self, days: int) -> None:
        self.oracle.night()
        self.day += days
        self.table.go_to(self.day)

    @precondition(lambda self: self.is_open)
    @rule(data=st.data(), keuze=st.sampled_from(Keuze), versions_ago=st.sampled_from([0, 0, 0, 1]))
    def answer(self, data: st.DataObject, keuze: Keuze, versions_ago: int) -> None:
        self.answers(self.pick(data), keuze, versions_ago)

    @precondition(lambda self: self.is_open and any(map(self.oracle.may_answer, self.oracle.seats)))
    @rule(data=st.data(), keuze=st.sampled_from([Keuze.NOG_NIET, Keuze.AKKOORD]))
    def somebody_who_was_asked_answers(self, data: st.DataObject, keuze: Keuze) -> None:
        """Otherwise most answers are refused, and few histories get far."""
        self.answers(self.pick(data, filter(self.oracle.may_answer, self.oracle.seats)), keuze, 0)

    def answers(self, naam: str, keuze: Keuze, versions_ago: int) -> None:
        versie = self.oracle.version - versions_ago
        allowed = self.oracle.may_answer(naam) and not versions_ago
        given = {"versie": versie, "keuze": str(keuze), "want": WANT}
        if self.tries(allowed, naam, actions.answer, voorstel=self.voorstel, **given):
            self.oracle.answered(naam, str(keuze))
            self.add(houdingen=HoudingFeit(self.key(naam), versie, keuze, WANT, self.table.moment))

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        naam = self.pick(data)
        seat = self.oracle.seats[naam]
        allowed = seat.here and self.key(naam) not in self.beside.gevraagd
        # Somebody is always there to ask: the guide without a party.
        if self.tries(
            allowed, "hanneke", actions.ask, voorstel=self.voorstel, gevraagd=[self.table.zetels[naam]]
        ):
            seat.asked = True
            self.log.append("voorstel.gevraagd")
            self.beside = replace(self.beside, gevraagd=self.beside.gevraagd | {self.key(naam)})

    @precondition(lambda self: self.is_open)
    @rule(
        data=st.data(),
        stale=st.sampled_from([False, False, True]),
        same=st.sampled_from([False, False, True]),
    )
    def publish(self, data: st.DataObject, stale: bool, same: bool) -> None:
        naam, latest = self.pick(data), self.oracle.version
        tekst = self.beside.versies[-1].tekst if same else f"tekst {latest + 1}"
        allowed = self.oracle.seats[naam].here and not stale and not same
        given = {"gebaseerd_op": latest - stale, "tekst": tekst}
        if self.tries(allowed, naam, actions.publish_versie, voorstel=self.voorstel, **given):
            self.oracle.version += 1
            self.log.append("versie.gepubliceerd")
            self.add(versies=VersieFeit(latest + 1, tekst))

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        here = {k for k, s in self.oracle.seats.items() if s.here and not s.goes_tonight}
        objecting = {k for k in here if self.oracle.seats[k].objects}  # that is where the rule is subtle
        if not here:
            return
        naam = self.pick(data, objecting or here)
        zetel = self.table.leave(naam, by="hanneke")
        self.oracle.seats[naam].goes_tonight = True
        self.beside = replace(
            self.beside,
            zetels=tuple(
                replace(
                    it,
                    periode=Periode(it.periode.begindatum, on(self.day)),
                    vertrek_vastgelegd=self.table.moment,
                )
                if it.id == zetel.pk
                else it
                for it in self.beside.zetels
            ),
        )

    @precondition(lambda self: self.is_open and set(COME_LATER) - set(self.oracle.seats))
    @rule(data=st.data(), mandaat=st.booleans())
    def join(self, data: st.DataObject, mandaat: bool) -> None:
        naam = self.pick(data, set(COME_LATER) - set(self.oracle.seats))
        given: dict[str, Any] = {"groep": GROEP} if naam == "ton" else {"niveau": COME_LATER[naam]}
        if naam == "tarik":
            given["deelname"] = self.cast.medewerkers["mila"].deelname  # sits for de Brug, at no level
        zetel = self.table.seat(naam, mandaat="mag dit" if mandaat else "", by_="hanneke", **given)
        self.oracle.seats[naam] = Boek(str(zetel.partij_id), zetel.niveau)
        self.add(zetels=zetel_stand(zetel))

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        naam = self.pick(data)
        seat = self.oracle.seats[naam]
        if self.tries(seat.here and seat.objects, naam, actions.withdraw_nog_niet, voorstel=self.voorstel):
            seat.objects, seat.answer = False, None
            self.add(intrekkingen=IntrekkingFeit(self.key(naam), self.table.moment))

    @precondition(lambda self: self.is_open and self.oracle.open())
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        naam = self.pick(data, self.oracle.open())
        allowed = not self.oracle.seats[naam].here and self.oracle.heir(naam) is None
        given = {"zetel_id": self.key(naam), "reden": "reden"}
        if self.tries(allowed, "hanneke", actions.release, voorstel=self.voorstel, **given):
            self.oracle.seats[naam].objects = False
            self.add(vrijgaven=VrijgaveFeit(self.key(naam), "reden", self.table.moment))

    @precondition(lambda self: self.is_open)
    @rule(days=st.none() | st.integers(-2, 3))
    def closing_date(self, days: int | None) -> None:
        """No action changes it yet; the rules must hold with any."""
        day = None if days is None else on(self.day + days)
        Voorstel.objects.filter(pk=self.voorstel.pk).update(sluitdatum=day)
        self.beside = replace(self.beside, sluitdatum=day)

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def adopt(self, data: st.DataObject) -> None:
        naam = data.draw(
            st.sampled_from(["wim", "joke", *sorted(self.oracle.seats)])
        )  # these two began with mandaat
        zetel = Zetel.objects.get(pk=self.key(naam))
        mandate = bool(zetel.mandaat) and (zetel.mandaat_tot is None or zetel.mandaat_tot >= on(self.day))
        late = self.beside.sluitdatum is not None and self.beside.sluitdatum < on(self.day)
        allowed = (
            self.oracle.seats[naam].here and mandate and not self.oracle.open() and self.oracle.agreed() > 0
            and (late or not self.oracle.silent())
        )  # fmt: skip
        if self.tries(allowed, naam, actions.adopt, voorstel=self.voorstel):
            self.log.append("voorstel.aangenomen")
            self.beside = replace(self.beside, status=VoorstelStatus.AANGENOMEN, besloten_op=on(self.day))

    @precondition(lambda self: not self.is_open)
    @rule(data=st.data())
    def after_adoption_nothing_is_possible(self, data: st.DataObject) -> None:
        naam = self.pick(data)
        given = {"versie": self.oracle.version, "keuze": "nog_niet", "want": WANT}
        self.tries(False, naam, actions.answer, voorstel=self.voorstel, **given)
        self.tries(False, naam, actions.adopt, voorstel=self.voorstel)

    # -- what must always hold

    @invariant()
    def three_books_say_the_same(self) -> None:
        read = self.table.dossier(self.voorstel).feiten
        self.the_database_holds_what_happened(read)
        if self.is_open:
            self.the_notebook_says_the_same(read)
        else:
            self.adopted_means_nobody_objected_and_somebody_who_was_asked_agreed()
        assert log_of(self.voorstel) == self.log

    def the_database_holds_what_happened(self, read: VoorstelFeiten) -> None:
        assert rules.draagvlak(read, on(self.day)) == rules.draagvlak(self.beside, on(self.day))
        assert rules.blockers(read, on(self.day)) == rules.blockers(self.beside, on(self.day))
        for name in ("versies", "gevraagd", "houdingen", "intrekkingen", "vrijgaven", "status", "sluitdatum"):
            assert getattr(read, name) == getattr(self.beside, name), name
        assert set(read.zetels) == set(self.beside.zetels)

    def the_notebook_says_the_same(self, read: VoorstelFeiten) -> None:
        names = {self.key(naam): naam for naam in self.oracle.seats}
        assert {names[it.zetel] for it in rules.open_nog_niet(read, on(self.day))} == self.oracle.open()  # type: ignore[index]
        assert {names[key] for key in rules.silent(read, on(self.day))} == self.oracle.silent()  # type: ignore[index]
        waiting = read.sluitdatum is None or on(self.day) <= read.sluitdatum
        expected = {"nog_niet_open"} if self.oracle.open() else set()
        expected |= {"moet_nog"} if waiting and self.oracle.silent() else set()
        expected |= set() if self.oracle.agreed() else {"niemand_akkoord"}
        assert {it.code for it in rules.blockers(read, on(self.day))} == expected
        table = rules.draagvlak(read, on(self.day))
        assert table.count(Teken.AKKOORD) + table.count(Teken.KAN_ERMEE_LEVEN) == self.oracle.agreed()

    def adopted_means_nobody_objected_and_somebody_who_was_asked_agreed(self) -> None:
        """Straight from the rows, with no rule in between."""
        assert not self.oracle.open()
        agreed = {naam for naam, s in self.oracle.seats.items() if s.answer in self.yes()}
        assert agreed
        asked = set(Gevraagde.objects.filter(voorstel=self.voorstel).values_list("zetel_id", flat=True))
        answered_for_others = {
            naam for naam, s in self.oracle.seats.items() if s.asked and self.key(naam) not in asked
        }
        for row in Houding.objects.filter(versie__voorstel=self.voorstel, versie__nummer=self.oracle.version):
            names = [naam for naam in self.oracle.seats if self.key(naam) == row.zetel_id]
            assert row.zetel_id in asked or row.keuze == "vrijgegeven" or set(names) <= answered_for_others

    def yes(self) -> tuple[tuple[int, str], ...]:
        return (self.oracle.version, "akkoord"), (self.oracle.version, "kan_ermee_leven")


def test_no_order_of_events_adopts_over_a_nog_niet(cast: Cast) -> None:
    machine = type("ConsentHere", (Consent,), {"cast": cast})
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=20, stateful_step_count=22, deadline=None, suppress_health_check=list(HealthCheck),
            database=None, derandomize=False,
        ),
    )  # fmt: skip
