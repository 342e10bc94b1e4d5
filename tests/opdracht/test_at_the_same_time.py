"""Two people at one opdracht. Real threads, real connections, committed data, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from tests.cast import Cast
from tests.committed import acting, at_once, committed_cast  # noqa: F401  (a fixture)
from tests.opdracht.speelveld import Speelveld, lay_out
from tests.samenspel.table import START, at
from vliegwiel.kern import clock
from vliegwiel.opdracht import actions
from vliegwiel.opdracht.models import Paragraaf
from vliegwiel.opdracht.refusals import CannotChangeText, CannotLayBefore
from vliegwiel.samenspel.models import Voorstel


@pytest.fixture
def veld(committed_cast: Cast) -> Speelveld:  # noqa: F811
    with clock.at(START), acting(committed_cast):
        return lay_out(committed_cast)


def test_who_waits_while_it_is_laid_before_the_table_finds_it_lying_there(veld: Speelveld) -> None:
    """On PostgreSQL who waited for a row gets it with the old row of what is joined to it."""
    written, release = Event(), Event()

    def first() -> Any:
        with acting(veld.cast):
            made = actions.lay_before(by=veld.cast.kijker_of("wim"), now=clock.now(), opdracht=veld.opdracht)
            written.set()
            release.wait(1)
            return made

    def later(act: Callable[..., Any], **given: Any) -> Callable[[], Any]:
        def do() -> Any:
            written.wait(10)
            with acting(veld.cast):
                by = veld.cast.kijker_of("fatima")
                return act(by=by, now=clock.now(), opdracht=veld.opdracht, **given)

        return do

    add = later(actions.add_paragraph, soort="tekst", kop="Nog een", tekst="erbij")
    _made, added, again = at_once(at(0, 12), first, add, later(actions.lay_before))
    assert isinstance(added, CannotChangeText) and added.code == "opdracht_ligt_voor", added
    assert isinstance(again, CannotLayBefore) and again.code == "opdracht_ligt_voor", again
    with acting(veld.cast):
        assert Voorstel.objects.count() == 1
        assert not Paragraaf.objects.filter(kop="Nog een").exists()
