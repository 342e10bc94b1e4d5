"""One walk along every address there is, as one person; what was seen, read, broken and asked of the database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.db import transaction

from tests.huis.filler import Canary
from tests.huis.sql import judged, watched
from tests.huis.town import (
    AT_THE_TABLE,
    BIDDER,
    COLLEAGUES,
    RESIDENTS,
    Town,
    World,
    addresses,
    ask,
    browser,
    build_world,
)
from vliegwiel.samenspel.models import Afspraak, Terugblik

ASKERS = ("bezoeker", "buitenstaander", "van_de_ander", *COLLEAGUES, *RESIDENTS, BIDDER)
WORD = re.compile(r"zq[abc]\d{5}")


@dataclass
class Sweep:
    """What one person met."""

    status: dict[str, int] = field(default_factory=dict)  # address → status of a GET
    posted: dict[str, int] = field(default_factory=dict)  # address → status of an empty POST
    words: dict[str, set[str]] = field(default_factory=dict)  # address → canaries read there
    forbidden: dict[str, Canary] = field(default_factory=dict)
    table: dict[str, Canary] = field(default_factory=dict)  # words of the besloten table here
    drafts: dict[str, Canary] = field(default_factory=dict)  # of the opdracht written at that table
    unbound: dict[str, list[str]] = field(default_factory=dict)
    statements: int = 0

    def leaks(self) -> dict[str, list[str]]:
        """address → the fields that somebody read there who may not."""
        return {
            address: sorted({f"{c.field} ({c.kind}, {c.phase or 'open'})" for c in bad})
            for address, words in self.words.items()
            if (bad := [self.forbidden[word] for word in words if word in self.forbidden])
        }


@cache
def sweep(asker: str) -> Sweep:
    """Walk once for each person; the rows are rolled back, what was met stays."""
    with transaction.atomic():
        found = _walk(build_world(), asker)
        transaction.set_rollback(True)
    return found


def _walk(world: World, asker: str) -> Sweep:
    account = account_of(world, asker)
    client, found = browser(account), Sweep()
    found.forbidden = {canary.word: canary for canary in forbidden(world, account)}
    found.table = {
        c.word: c for c in world.here.filler.canaries if c.phase == "besloten" and c.kind == "woorden"
    }
    found.drafts = {
        c.word: c for c in world.here.filler.canaries if c.phase == "besloten" and c.kind == "concept"
    }
    with watched() as statements:
        for address in addresses(world):
            response = ask(client, address)
            found.status[address] = response.status_code
            found.words[address] = _words(response)
            if _has_a_form(response) and not address.startswith("/account/"):  # posting there logs out
                found.posted[address] = ask(client, address, post=True).status_code
    found.statements, found.unbound = len(statements), judged(statements)
    return found


def _has_a_form(response: Any) -> bool:
    return response.status_code == 405 or (
        response.status_code == 200 and b'method="post"' in response.content
    )


def _words(response: Any) -> set[str]:
    body = b"".join(response)
    if body.startswith(b"PK"):  # a Word document is a zip: what is inside it is read too
        with ZipFile(BytesIO(body)) as packed:
            body = b" ".join(packed.read(name) for name in packed.namelist())
    return set(WORD.findall(body.decode(errors="replace") + str(dict(response.headers))))


def account_of(world: World, asker: str) -> Any:
    special = {"bezoeker": None, "buitenstaander": world.outsider, "van_de_ander": world.there.people["zit"]}
    return special[asker] if asker in special else world.here.people[asker]


# Who reads the words of a table besides its seats, when it is open: colleagues whose work is content.
READS_ALONG = "zonder_zetel"


def forbidden(world: World, account: Any) -> list[Canary]:
    """What this account may not read: the other gemeente, secrets, words of a table that is not theirs, and drafts
    of what they may bid on."""
    found = [] if account == world.outsider else list(world.outsiders.canaries)
    for town in world.towns:
        own, free = account in town.people.values(), _about_nobody(town)
        for canary in town.filler.canaries:
            # Nobody here works with a household, and no resident is somebody we know of: the policy opens nothing.
            of_people = canary.kind.startswith("dossier/") and canary.row not in free
            at_a_table = canary.kind in ("woorden", "concept") or canary.row in free
            closed = at_a_table and not _reads_table(town, account, canary)
            if not own or canary.kind == "geheim" or closed or of_people:
                found.append(canary)
    return found


def _reads_table(town: Town, account: Any, canary: Canary) -> bool:
    """Seats read, and along with an open table colleagues whose work is content; who may bid reads no draft."""
    if canary.kind == "concept" and account == town.people[BIDDER]:
        return False
    seats = [town.people[seat] for seat in AT_THE_TABLE]
    along = [] if canary.phase == "besloten" else [town.people[READS_ALONG]]
    return account in (*seats, *along)


def _about_nobody(town: Town) -> set[Any]:
    """Afspraken and looks back of a table: classified for the plan of a household, and these are of none."""
    rows = [row for row in town.filler.rows if isinstance(row, Afspraak | Terugblik)]
    return {row.pk for row in rows if row.dossier_id is None}
