"""Nobody reads what is not theirs, on any page: two gemeenten full of canaries, and everyone asks for everything.

The canaries come from the classification, the addresses from the URL map and the rows from the models, so a page or
a table that is added tomorrow is judged tomorrow. Who asks: a visitor, an account that belongs nowhere, a colleague
of the other gemeente, and here colleagues and residents with and without a seat at the besloten table.
"""

from __future__ import annotations

import pytest
from django.urls import resolve

from tests.huis.sweep import ASKERS, sweep
from vliegwiel.kern.marks import mark_of

pytestmark = pytest.mark.django_db
HERE, THERE = "/kanarie/", "/vink/"


def _is_open(address: str) -> bool:
    """A page anybody may open, in any gemeente: the form for a question, a volunteer's card."""
    mark = mark_of(resolve(address.split("?")[0]).func)
    return mark is not None and mark.purpose is None


@pytest.mark.parametrize("asker", ASKERS)
def test_nobody_reads_what_is_not_theirs(asker: str) -> None:
    met = sweep(asker)
    pages = sum(status == 200 for status in met.status.values())
    print(f"\n{asker}: {len(met.status)} addresses, {pages} pages, {len(met.forbidden)} canaries")
    assert met.leaks() == {}


@pytest.mark.parametrize("asker", ASKERS)
def test_no_page_breaks(asker: str) -> None:
    """Whatever is asked or sent empty, the answer is a page, a redirect or a refusal."""
    met = sweep(asker)
    broken = [f"GET {address}" for address, status in met.status.items() if status >= 500]
    broken += [f"POST {address}" for address, status in met.posted.items() if status >= 500]
    assert broken == []


@pytest.mark.parametrize("asker", ["bezoeker", "buitenstaander", "van_de_ander"])
def test_a_stranger_enters_no_page_of_this_gemeente(asker: str) -> None:
    met = sweep(asker)
    inside = {it: status for it, status in met.status.items() if it.startswith(HERE) and not _is_open(it)}
    assert inside
    assert {address for address, status in inside.items() if status not in (302, 404, 405)} == set()


def test_an_address_of_the_other_gemeente_looks_like_none() -> None:
    """Somebody else's gemeente answers as one that does not exist, whatever page is asked for."""
    met = sweep("beheerder")
    inside = {it: status for it, status in met.status.items() if it.startswith(THERE) and not _is_open(it)}
    assert {address: status for address, status in inside.items() if status != 404} == {}


def test_the_canaries_sing() -> None:
    """They can be heard: who has a seat does read the words of the table; else these tests prove nothing."""
    met = sweep("zit")
    words = set().union(*met.words.values())
    heard = {canary.field for word, canary in met.table.items() if word in words}
    silent = {canary.field for canary in met.table.values()} - heard
    print(f"\nheard: {sorted(heard)}\non no page: {sorted(silent)}")
    assert {"samenspel_tafel.naam", "samenspel_uitspraak.tekst", "samenspel_versie.tekst"} <= heard


def test_who_may_bid_meets_no_draft_and_who_writes_it_does() -> None:
    """Both sit at the same tables, in the same role: what differs is the wall."""
    writer, bidder = sweep("zit"), sweep("inschrijver")
    read = {name: set().union(*met.words.values()) for name, met in (("zit", writer), ("bidder", bidder))}
    assert {"opdracht_opdracht.titel", "opdracht_paragraaf.kop", "opdracht_paragraaf.tekst"} <= {
        canary.field for word, canary in writer.drafts.items() if word in read["zit"]
    }
    assert {canary.field for word, canary in bidder.drafts.items() if word in read["bidder"]} == set()
    assert [word for word in bidder.table if word in read["bidder"]], "a seat still hears its table"
