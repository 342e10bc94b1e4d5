"""Mail: in the transaction of its cause, sent later, never with content, never for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction

from tests.cast import HERE, Cast
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import now
from vliegwiel.kern.models import Uitgaand


@pytest.fixture
def row(cast: Cast) -> Uitgaand:
    return put(cast)


def put(cast: Cast, **changed: Any) -> Uitgaand:
    gemeente = cast.here()
    given = {"aan": "wim@medewerker.example", "soort": "tweede_stap", "pad": "/", "now": now(), **changed}
    return outbox.put(gemeente_id=gemeente.pk, **given)


def test_a_mail_goes_out_once(cast: Cast, row: Uitgaand) -> None:
    assert outbox.send_waiting(row.gemeente_id, now()) == 1
    assert outbox.send_waiting(row.gemeente_id, now()) == 0
    (letter,) = mail.outbox
    assert letter.to == ["wim@medewerker.example"]
    assert letter.extra_headers["Message-ID"] == f"<{row.pk}@127.0.0.1>"
    row.refresh_from_db()
    assert row.status == "verstuurd"


def test_a_mail_speaks_the_readers_language(cast: Cast) -> None:
    dutch, english = outbox.compose(put(cast)), outbox.compose(put(cast, taal="en"))
    assert "tweede stap" in dutch.subject
    assert english.link == dutch.link == "http://127.0.0.1:8000/"


def test_what_is_rolled_back_is_not_mailed(cast: Cast) -> None:
    def cause() -> None:
        put(cast)
        raise RuntimeError

    with pytest.raises(RuntimeError), transaction.atomic():
        cause()
    assert outbox.send_waiting(cast.here().pk, now()) == 0


def test_a_mail_server_that_is_away_is_asked_again_later_and_not_for_ever(
    row: Uitgaand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def away(self: Any, *args: Any, **kwargs: Any) -> int:
        asked.append(1)
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", away)
    begin = row.moment
    for minutes in range(0, 24 * 60):
        outbox.waiting(row.gemeente_id, begin + timedelta(minutes=minutes)).exists() and outbox.send_waiting(
            row.gemeente_id, begin + timedelta(minutes=minutes)
        )
    assert len(asked) == outbox.ATTEMPTS
    row.refresh_from_db()
    assert (row.status, row.verstuurd_op) == ("mislukt", None)


def test_no_transaction_is_open_while_the_mail_server_is_asked(
    row: Uitgaand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On SQLite it would hold the only write lock of the whole site for as long as the server is silent."""
    outside, seen = len(connection.savepoint_ids), []

    def slow(self: Any) -> int:
        seen.append((len(connection.savepoint_ids), Uitgaand.objects.get(pk=row.pk).pogingen))
        return 1

    monkeypatch.setattr("django.core.mail.EmailMessage.send", slow)
    assert outbox.send_waiting(row.gemeente_id, now()) == 1
    assert seen == [(outside, 1)]  # and the attempt is counted already, so nobody else takes it


def test_a_worker_that_dies_in_the_last_attempt_leaves_nothing_waiting(
    row: Uitgaand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(letter: outbox.Mail) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(outbox, "_deliver", dies)
    for _ in range(outbox.ATTEMPTS):
        with pytest.raises(KeyboardInterrupt):
            outbox.send_waiting(row.gemeente_id, row.moment + timedelta(days=1))
    assert outbox.send_waiting(row.gemeente_id, row.moment + timedelta(days=2)) == 0
    row.refresh_from_db()
    assert (row.status, row.pogingen) == ("mislukt", outbox.ATTEMPTS)


def test_one_mail_that_fails_does_not_stop_the_others(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = put(cast, aan="weg@x.example"), put(cast)
    deliver = outbox._deliver
    monkeypatch.setattr(outbox, "_deliver", lambda letter: letter.row.pk != bad.pk and deliver(letter))
    assert outbox.send_waiting(good.gemeente_id, now()) == 1
    assert Uitgaand.objects.get(pk=bad.pk).status == "wacht"


def test_only_a_kind_somebody_declared(cast: Cast) -> None:
    with pytest.raises(AssertionError):
        put(cast, soort="zomaar")
    assert outbox.kinds() >= {"uitnodiging", "tweede_stap"}


def test_mail_of_one_gemeente_only(cast: Cast, row: Uitgaand) -> None:
    assert outbox.send_waiting(cast.gemeenten["waterrade"].pk, now()) == 0
    assert row.gemeente.slug == HERE
