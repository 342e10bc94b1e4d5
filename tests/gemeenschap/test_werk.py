"""Background work: asked once, done step by step as who asked, tried again, and parked when it keeps failing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from tests.cast import HERE, Cast
from vliegwiel.gemeenschap import werk
from vliegwiel.gemeenschap.actions.klok import ask_again
from vliegwiel.gemeenschap.models import Roltoekenning
from vliegwiel.kern import clock
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.kern.models import Schrijflog, Werk

START = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
SOORT = "proef"


@dataclass
class Job:
    """Work of three steps that notes what it did; `breaks` says at which calls it fails."""

    steps: int = 3
    breaks: Callable[[int], bool] = lambda call: False
    calls: int = 0
    seen: list[Any] = field(default_factory=list)

    def __call__(self, row: Werk, by: Any, now: datetime) -> werk.Voortgang:
        self.calls += 1
        Schrijflog.objects.create(
            gemeente_id=row.gemeente_id, moment=now, actie="proef", soort="werk", object=row.pk, spoor=uuid4()
        )
        if self.breaks(self.calls):
            raise ValueError("Fatma Yilmaz, 123456782")
        self.seen.append((by.naam, by.purpose))
        return werk.Voortgang(row.stap + 1, self.steps, row.stap + 1 == self.steps)


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch) -> Job:
    made = Job()
    monkeypatch.setattr(werk, "_kinds", {})
    werk.declare(SOORT, made, Purpose.BERICHTEN, rollen=frozenset({Rol.BACKOFFICE}))
    return made


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(START):
        yield


def asked(cast: Cast, about: UUID | None = None) -> Werk:
    by = cast.kijker_of("bas", purpose=Purpose.BERICHTEN)
    return werk.ask(by=by, soort=SOORT, object=about or uuid4(), now=clock.now(), stappen=3)


def done(row: Werk) -> Werk:
    werk.run(row.gemeente_id, row.pk)
    row.refresh_from_db()
    return row


def later(row: Werk, **wait: int) -> Werk:
    with clock.at(START + timedelta(**wait)):
        return done(row)


def written(row: Werk) -> int:
    return Schrijflog.objects.filter(actie="proef", object=row.pk).count()


def test_it_is_done_step_by_step_as_who_asked(cast: Cast, job: Job) -> None:
    row = done(asked(cast))
    assert (row.status, row.stap, row.stappen, row.fout) == ("klaar", 3, 3, "")
    assert job.seen == [("Bas Kuiper", Purpose.BERICHTEN)] * 3
    assert done(row).klaar_op == START
    assert job.calls == 3


def test_asked_twice_is_one_piece_of_work_and_when_it_is_done_a_new_one(cast: Cast, job: Job) -> None:
    about = uuid4()
    first, second = asked(cast, about), asked(cast, about)
    assert first == second
    done(first)
    assert asked(cast, about) != first


def test_the_job_carries_two_ids_and_comes_after_the_commit(
    cast: Cast, job: Job, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = asked(cast)
        assert not DBTaskResult.objects.exists()
    said = DBTaskResult.objects.get()
    assert said.args_kwargs == {
        "args": [],
        "kwargs": {"gemeente_id": str(row.gemeente_id), "werk_id": str(row.pk)},
    }
    assert ask_again(row.gemeente_id, START) == 0  # it stands in the queue
    DBTaskResult.objects.all().delete()
    assert ask_again(row.gemeente_id, START) == 1  # it got lost
    assert ask_again(cast.here("waterrade").pk, START) == 0


def test_a_step_that_fails_leaves_nothing_and_is_tried_again(cast: Cast, job: Job) -> None:
    job.breaks = lambda call: call == 2
    row = done(asked(cast))
    assert (row.status, row.stap, row.pogingen, row.fout) == ("wacht", 1, 1, "ValueError")
    assert written(row) == 1
    assert ask_again(row.gemeente_id, START) == 0
    assert later(row, seconds=59).stap == 1
    assert later(row, minutes=1).status == "klaar"
    assert written(row) == 3


def test_what_keeps_failing_is_parked_after_five_attempts(cast: Cast, job: Job) -> None:
    job.breaks = lambda call: True
    row, tried = asked(cast), []
    for minutes in range(0, 120):
        before = job.calls
        later(row, minutes=minutes)
        tried += [minutes] * (job.calls > before)
    assert tried == [0, 1, 6, 21, 81]
    assert (row.status, row.fout) == ("geparkeerd", "ValueError")
    job.breaks = lambda call: False
    assert asked(cast, row.object).pk == row.pk  # asked again: it begins where it stopped
    assert done(row).status == "klaar"


def test_who_dies_half_way_leaves_it_to_be_done_again(cast: Cast, job: Job) -> None:
    row = asked(cast)

    def dies(*_: Any) -> Any:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(werk._kinds, SOORT, werk.Soort(dies, Purpose.BERICHTEN, frozenset(), werk.nothing))
        for attempt in range(werk.ATTEMPTS):
            with pytest.raises(KeyboardInterrupt):
                later(row, minutes=10 * attempt)
            row.refresh_from_db()
            assert (row.status, row.pogingen) == ("bezig", attempt + 1)
            assert ask_again(row.gemeente_id, clock.now() + timedelta(minutes=10 * attempt + 9)) == 0
    assert later(row, minutes=50).status == "geparkeerd"
    assert row.fout == "viel_stil"
    assert job.calls == 0


def test_who_comes_back_late_does_nothing_to_what_another_took_over(cast: Cast, job: Job) -> None:
    row = asked(cast)
    slow = werk._claim(row.gemeente_id, row.pk)
    assert slow is not None
    assert werk._claim(row.gemeente_id, row.pk) is None
    with clock.at(START + timedelta(minutes=10)):
        fast = werk._claim(row.gemeente_id, row.pk)
        assert fast is not None
        assert werk._step(slow) is False
        werk._stop(slow, "ValueError")
        assert werk._step(fast) is True
    row.refresh_from_db()
    assert (row.stap, row.fout, job.calls) == (1, "", 1)


def test_who_lost_the_role_or_left_parks_it(cast: Cast, job: Job) -> None:
    row = asked(cast)
    Roltoekenning.objects.filter(medewerker=cast.medewerkers["bas"]).update(einddatum=START.date())
    assert later(row, days=1).status == "geparkeerd"
    assert (row.fout, job.calls) == ("actor_weg", 0)
    gone = asked(cast)
    cast.accounts["bas"].is_active = False
    cast.accounts["bas"].save()
    assert done(gone).fout == "actor_weg"


def test_work_that_takes_long_lets_the_others_first(
    cast: Cast, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(werk, "TURN", -1.0)
    row = done(asked(cast))
    assert (row.status, row.stap, row.pogingen) == ("wacht", 1, 0)
    assert done(done(row)).status == "klaar"


def test_each_step_runs_inside_what_its_room_asked_for(cast: Cast, job: Job) -> None:
    told: list[str] = []

    @contextmanager
    def around(*, route: str) -> Iterator[None]:
        yield
        told.append(f"{route} {len(transaction.get_connection().savepoint_ids) > outside}")

    outside = len(transaction.get_connection().savepoint_ids)
    werk.declare(SOORT, job, Purpose.BERICHTEN, around=around)
    done(asked(cast))
    assert told == ["werk:proef True"] * 3  # written in the transaction of the step


def test_nobody_knows_what_the_error_said(cast: Cast, job: Job, caplog: pytest.LogCaptureFixture) -> None:
    job.breaks = lambda call: True
    row = done(asked(cast))
    assert "Fatma" not in caplog.text and "test_werk.py" in caplog.text
    assert "Fatma" not in str(Werk.objects.filter(pk=row.pk).values())
    assert row.gemeente.slug == HERE
