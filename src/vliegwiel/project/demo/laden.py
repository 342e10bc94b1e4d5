"""Fill the demo gemeenten from the YAML in `gegevens`: everybody in it is fictional.

What happened among people goes through the same actions as in the browser, on its own day and in the order of the
days, so that the demo cannot hold anything that the rules would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction

from vliegwiel.kern.models import Gemeente
from vliegwiel.project.demo.bijdragen import bijdrage_events
from vliegwiel.project.demo.cijfers import beoogd_events, indicator_events, klok_events
from vliegwiel.project.demo.inrichten import make_gemeenten, make_organisaties, make_people
from vliegwiel.project.demo.koersen import doel_events, zin_events
from vliegwiel.project.demo.koppelen import link_events
from vliegwiel.project.demo.opdrachten import opdracht_events, opgave_events
from vliegwiel.project.demo.stand import Event, Stand, happen, read
from vliegwiel.project.demo.tafels import table_events, word_event
from vliegwiel.project.demo.thuis import make_households

TABLES = ("tafels", "tafels-koers", "tafels-opgave")
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
    say("Tafels, koers, opdrachten en cijfers…")
    happen(_events(stand))
    return True


def _events(stand: Stand) -> Iterator[Event]:
    for name in TABLES:
        for table in read(name)["tafels"]:
            yield from table_events(stand, table)
    for word in read("tafels")["losse_woorden"]:
        yield word_event(stand, word)
    for zin in read("koers")["zinnen"]:
        yield from zin_events(stand, zin)
    doelen = read("doelen")
    for slug in stand.gemeenten:
        yield from doel_events(stand, doelen[slug])
    yield from link_events(stand, doelen["plandoelen"])
    for bijdrage in read("bijdragen")["bijdragen"]:
        yield from bijdrage_events(stand, bijdrage)
    yield from _what_is_asked(stand)


def _what_is_asked(stand: Stand) -> Iterator[Event]:
    asked = read("opgave")
    for opgave in asked["opgaven"]:
        yield from opgave_events(stand, opgave)
    for opdracht in asked["opdrachten"]:
        yield from opdracht_events(stand, opdracht)
    seen = read("cijfers")
    for indicator in seen["indicatoren"]:
        yield from indicator_events(stand, indicator)
    yield from klok_events(stand)
    for beoogd in seen["effecten"]:
        yield from beoogd_events(stand, beoogd)
