"""Fill the demo gemeenten from the YAML in `gegevens`: everybody in it is fictional.

What happened among people goes through the same actions as in the browser, on its own day and in the order of the
days, so that the demo cannot hold anything that the rules would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction

from vliegwiel.kern.models import Gemeente
from vliegwiel.project.demo.inrichten import make_gemeenten, make_organisaties, make_people
from vliegwiel.project.demo.stand import Event, Stand, happen, read
from vliegwiel.project.demo.tafels import table_events, word_event
from vliegwiel.project.demo.thuis import make_households

Say = Callable[[str], None]


@transaction.atomic
def load(now: datetime, say: Say = print) -> bool:
    """Make both demo gemeenten; False when they are there already. All of it, or nothing."""
    if Gemeente.objects.filter(slug="lindebeek").exists():
        return False
    stand = Stand(now)
    say("Gemeenten, organisaties en gebieden…")
    make_gemeenten(stand)
    make_organisaties(stand)
    say("Collega’s en inwoners…")
    make_people(stand)
    say("Huishoudens, plannen en voorzieningen…")
    make_households(stand)
    say("Tafels, gesprekken en voorstellen…")
    happen(_events(stand))
    return True


def _events(stand: Stand) -> Iterator[Event]:
    tables = read("tafels")
    for table in tables["tafels"]:
        yield from table_events(stand, table)
    for word in tables["losse_woorden"]:
        yield word_event(stand, word)
