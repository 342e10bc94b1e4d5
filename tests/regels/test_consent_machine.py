"""No order of events adopts a text over an open *nog niet*, and who was not asked never counts as agreed.

A random history is played against the rules and, step by step, against a plain oracle that keeps
its own small books and shares no code with the rules. After every step both must say the same
about who may answer, what is open, and whether the text can be adopted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.regels.voorstel import GEMEENTE, INWONERS, JA, LEEFT, NEE, UITVOERING, on
from vliegwiel.kern import ids
from vliegwiel.kern.periode import Periode
from vliegwiel.samenspel import rules
from vliegwiel.samenspel.rules import (
    CelSoort,
    HoudingFeit,
    IntrekkingFeit,
    PartijStand,
    Teken,
    VersieFeit,
    VoorstelFeiten,
    VoorstelStatus,
    VrijgaveFeit,
    ZetelStand,
)

PUBLIEK = PartijStand("publiek", "Publiek")  # has seats, is never asked, and answers all the same
PARTIJEN = (GEMEENTE, INWONERS, PUBLIEK)


@dataclass
class Boek:
    """What the oracle remembers of one seat."""

    partij: str
    niveau: str | None
    here: bool = True
    goes_tonight: bool = False
    asked: bool = False
    answer: tuple[int, str] | None = None  # (version, choice)
    objects: bool = False


class Oracle:
    """The consent rule once more, as a secretary with a notebook would keep it."""

    def __init__(self) -> None:
        self.seats: dict[str, Boek] = {}  # in order of seniority
        self.version = 1

    def night(self) -> None:
        for seat in self.seats.values():
            if seat.goes_tonight:
                seat.here = seat.goes_tonight = False

    def heir(self, key: str) -> str | None:
        gone = self.seats[key]
        here = [(k, s) for k, s in self.seats.items() if s.here and s.partij == gone.partij and not gone.here]
        for k, s in here:
            if s.niveau == gone.niveau:
                return k
        return here[0][0] if here else None

    def inherited_by(self, key: str) -> list[str]:
        return [k for k, s in self.seats.items() if s.objects and self.heir(k) == key]

    def may_answer(self, key: str) -> bool:
        return self.seats[key].here and (self.seats[key].asked or bool(self.inherited_by(key)))

    def answered(self, key: str, choice: str) -> None:
        seat, inherited = self.seats[key], self.inherited_by(key)
        seat.asked, seat.answer, seat.objects = True, (self.version, choice), choice == "nog_niet"
        if choice != "nog_niet":
            for other in inherited:
                self.seats[other].objects = False

    def open(self) -> set[str]:
        return {k for k, s in self.seats.items() if s.objects}

    def agreed(self) -> int:
        return sum(
            s.asked and s.answer in [(self.version, "akkoord"), (self.version, "kan_ermee_leven")]
            for s in self.seats.values()
        )

    def silent(self) -> set[str]:
        asked = {k for k, s in self.seats.items() if s.here and (s.asked or self.inherited_by(k))}
        return {k for k in asked if (self.seats[k].answer or (0, ""))[0] != self.version}


class Consent(RuleBasedStateMachine):
    """Random events at one Voorstel; the rules decide what happens, the oracle checks that they were right."""

    def __init__(self) -> None:
        super().__init__()
        self.oracle, self.day, self.minute = Oracle(), 0, 0
        self.feiten = VoorstelFeiten(PARTIJEN, (), (VersieFeit(1, "tekst 1"),))
        self.made: list[Any] = []

    # -- helpers

    @property
    def today(self) -> date:
        return on(self.day)

    def now(self) -> datetime:
        self.minute += 1
        return datetime.combine(self.today, time(6), UTC) + timedelta(minutes=self.minute)

    def add(self, **new: Any) -> None:
        """Put facts at the end of the named tuples."""
        self.feiten = replace(
            self.feiten, **{name: (*getattr(self.feiten, name), it) for name, it in new.items()}
        )

    def pick(self, data: st.DataObject, keys: Iterator[str] | None = None) -> str:
        return data.draw(st.sampled_from(sorted(keys if keys is not None else self.oracle.seats)))

    def sit(self, partij: PartijStand, niveau: Any, asked: bool = False, **rest: Any) -> None:
        key = str(ids.new_id())
        self.made.append(key)
        self.oracle.seats[key] = Boek(str(partij.id), niveau, asked=asked)
        self.add(zetels=ZetelStand(key, partij.id, niveau, Periode(self.today), **rest))
        if asked:
            self.feiten = replace(self.feiten, gevraagd=self.feiten.gevraagd | {key})

    @property
    def is_open(self) -> bool:
        return self.feiten.status is VoorstelStatus.OPEN

    @initialize(data=st.data())
    def start(self, data: st.DataObject) -> None:
        for partij, niveau in [
            *((GEMEENTE, it) for it in rules.Niveau),
            (GEMEENTE, UITVOERING),
            *[(INWONERS, None)] * 2,
        ]:
            self.sit(partij, niveau, asked=data.draw(st.booleans()), mandaat="mag dit")
        self.sit(PUBLIEK, None)
        self.add(zetels=ZetelStand("gids", None, None, Periode(self.today), is_begeleider=True))

    # -- events

    @rule(days=st.integers(1, 3))
    def nights_pass(self, days: int) -> None:
        self.oracle.night()
        self.day, self.minute = self.day + days, 0

    @precondition(lambda self: self.is_open)
    @rule(
        data=st.data(), choice=st.sampled_from([JA, LEEFT, NEE]), versions_ago=st.sampled_from([0, 0, 0, 1])
    )
    def answer(self, data: st.DataObject, choice: rules.Keuze, versions_ago: int) -> None:
        orphaned = {s.partij for s in self.oracle.seats.values() if s.objects and not s.here}
        relatives = [k for k, s in self.oracle.seats.items() if s.partij in orphaned]
        key = self.pick(
            data, iter(relatives if relatives and data.draw(st.booleans()) else self.oracle.seats)
        )
        version = self.feiten.laatste - versions_ago
        allowed = not rules.can_answer(self.feiten, key, version, choice, "want", self.today)
        assert allowed == (self.oracle.may_answer(key) and versions_ago == 0)
        if allowed:
            self.oracle.answered(key, choice.value)
            self.add(houdingen=HoudingFeit(key, version, choice, "want", self.now()))

    @precondition(lambda self: self.is_open and self.feiten.laatste > 1)
    @rule(data=st.data(), choice=st.sampled_from([JA, LEEFT]))
    def answer_slips_in_on_an_older_version(self, data: st.DataObject, choice: rules.Keuze) -> None:
        """A row that no action would write, such as a race that was lost: it must take nothing back."""
        late = [k for k, s in self.oracle.seats.items() if s.answer and s.answer[0] > 1]
        if late:
            key = self.pick(data, iter(late))
            version = self.oracle.seats[key].answer[0] - 1  # type: ignore[index]
            if not self.oracle.inherited_by(key):
                self.add(houdingen=HoudingFeit(key, version, choice, "", self.now()))

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def public_answers_unasked(self, data: st.DataObject) -> None:
        public = [k for k, s in self.oracle.seats.items() if s.partij == "publiek"]
        self.add(
            houdingen=HoudingFeit(self.pick(data, iter(public)), self.feiten.laatste, JA, "", self.now())
        )

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        key = self.pick(data, (k for k, s in self.oracle.seats.items() if s.partij != "publiek"))
        if not rules.can_ask(self.feiten, key, self.today):
            self.oracle.seats[key].asked = True
            self.feiten = replace(self.feiten, gevraagd=self.feiten.gevraagd | {key})

    @precondition(lambda self: self.is_open)
    @rule(based_on=st.integers(0, 6), same=st.booleans(), data=st.data())
    def publish(self, based_on: int, same: bool, data: st.DataObject) -> None:
        latest, key = self.feiten.laatste, self.pick(data)
        based_on = data.draw(st.sampled_from([latest, based_on]))
        text = self.feiten.versies[-1].tekst if same else f"tekst {latest + 1}"
        allowed = not rules.can_publish(self.feiten, key, based_on, text, self.today)
        assert allowed == (self.oracle.seats[key].here and based_on == self.oracle.version and not same)
        if allowed:
            self.oracle.version += 1
            self.add(versies=VersieFeit(latest + 1, text))

    @rule(data=st.data(), recorded_late=st.booleans())
    def leave(self, data: st.DataObject, recorded_late: bool) -> None:
        here = [k for k, s in self.oracle.seats.items() if s.here and not s.goes_tonight]
        early = {it.id for it in self.feiten.zetels if it.periode.begindatum < self.today}
        here = [k for k in here if not recorded_late or k in early]
        if not here or not self.is_open:
            return
        objecting = [k for k in here if self.oracle.seats[k].objects]  # that is where the rule is subtle
        key, last = self.pick(data, iter(objecting or here)), self.today - timedelta(days=recorded_late)
        book, moment = self.oracle.seats[key], self.now()
        book.here, book.goes_tonight = not recorded_late, not recorded_late
        self.feiten = replace(
            self.feiten,
            zetels=tuple(
                replace(it, periode=Periode(it.periode.begindatum, last), vertrek_vastgelegd=moment)
                if it.id == key
                else it
                for it in self.feiten.zetels
            ),
        )

    @precondition(lambda self: self.is_open and len(self.oracle.seats) < 12)
    @rule(
        partij=st.sampled_from([GEMEENTE, INWONERS]),
        niveau=st.sampled_from([None, *rules.Niveau]),
        mandaat=st.booleans(),
    )
    def join(self, partij: PartijStand, niveau: Any, mandaat: bool) -> None:
        self.sit(partij, niveau, mandaat="mag dit" if mandaat else "")

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        key = self.pick(data)
        allowed = not rules.can_withdraw_nog_niet(self.feiten, key, self.today)
        assert allowed == (self.oracle.seats[key].here and self.oracle.seats[key].objects)
        if allowed:
            self.oracle.seats[key].objects, self.oracle.seats[key].answer = False, None
            self.add(intrekkingen=IntrekkingFeit(key, self.now()))

    @precondition(lambda self: self.is_open and self.oracle.open())
    @rule(data=st.data(), forced=st.booleans())
    def release(self, data: st.DataObject, forced: bool) -> None:
        """`forced` writes the row whatever the rules say; it must have no effect then."""
        key = self.pick(data, iter(self.oracle.open()))
        allowed = not rules.can_release(self.feiten, "gids", key, "reden", self.today)
        assert allowed == (not self.oracle.seats[key].here and self.oracle.heir(key) is None)
        if allowed:
            self.oracle.seats[key].objects = False
        if allowed or forced:
            self.add(vrijgaven=VrijgaveFeit(key, "reden", self.now()))

    @precondition(lambda self: self.is_open)
    @rule(days=st.none() | st.integers(-2, 3))
    def set_closing_date(self, days: int | None) -> None:
        self.feiten = replace(
            self.feiten, sluitdatum=None if days is None else self.today + timedelta(days=days)
        )

    @precondition(lambda self: self.is_open)
    @rule(data=st.data())
    def adopt(self, data: st.DataObject) -> None:
        key = self.pick(data)
        if not rules.can_adopt(self.feiten, key, self.today):
            assert not self.oracle.open()
            assert self.oracle.agreed()
            assert self.oracle.seats[key].here
            self.feiten = replace(self.feiten, status=VoorstelStatus.AANGENOMEN, besloten_op=self.today)

    # -- what must always hold

    @invariant()
    def rules_and_oracle_agree(self) -> None:
        if not self.is_open:
            return
        waiting = self.feiten.sluitdatum is None or self.today <= self.feiten.sluitdatum
        expected = {"nog_niet_open"} if self.oracle.open() else set()
        expected |= {"moet_nog"} if waiting and self.oracle.silent() else set()
        expected |= set() if self.oracle.agreed() else {"niemand_akkoord"}
        assert {it.code for it in rules.blockers(self.feiten, self.today)} == expected
        found = {it.zetel: it.moet_antwoorden for it in rules.open_nog_niet(self.feiten, self.today)}
        assert found == {
            k: k if self.oracle.seats[k].here else self.oracle.heir(k) for k in self.oracle.open()
        }
        assert rules.silent(self.feiten, self.today) == self.oracle.silent()

    @invariant()
    def the_picture_counts_nobody_as_agreed_who_was_not_asked(self) -> None:
        if not self.is_open:
            return
        table = rules.draagvlak(self.feiten, self.today)
        assert table.count(Teken.AKKOORD) + table.count(Teken.KAN_ERMEE_LEVEN) == self.oracle.agreed()
        assert [rij.cellen[0].soort for rij in table.rijen if rij.partij == "publiek"] == [
            CelSoort.NIET_GEVRAAGD
        ]

    @invariant()
    def versions_and_ids_never_collide(self) -> None:
        assert [it.nummer for it in self.feiten.versies] == list(range(1, self.oracle.version + 1))
        assert self.made == sorted(set(self.made))

    @invariant()
    def once_adopted_nothing_changes(self) -> None:
        if self.is_open:
            return
        keys = [str(it.id) for it in self.feiten.zetels]
        latest, done = self.feiten.laatste, [rules.Code("al_aangenomen")]
        for key in keys:
            assert rules.can_answer(self.feiten, key, latest, NEE, "want", self.today) == done
            assert rules.can_publish(self.feiten, key, latest, "anders", self.today) == done
            assert rules.can_adopt(self.feiten, key, self.today) == done
            assert rules.can_ask(self.feiten, key, self.today) == done


TestConsent = Consent.TestCase
TestConsent.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
