"""Consulenten for a town of some size: accounts, colleagues with their roles, in teams of ten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from vliegwiel.gemeenschap.models import Deelname, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.project.demo.opslaan import store

IN_A_TEAM = 10
WHO = "collega"
ROLES = ("consulent", "vaste_contactpersoon")


def colleagues(
    gemeente: Gemeente, names: Sequence[str], begin: date, now: datetime, first: int = 0
) -> list[tuple[Medewerker, Team]]:
    """These colleagues with their teams; `first` is the number of the first one, for their addresses and teams."""
    works_for = Deelname.objects.get(gemeente=gemeente, organisatie__naam=f"Gemeente {gemeente.naam}")
    here = {"gemeente": gemeente, "begindatum": begin}
    accounts = [
        Account(email=f"collega{place}@{gemeente.slug}.example", naam=naam, password="!", aangemaakt_op=now)
        for place, naam in enumerate(names, start=first)
    ]
    people = [
        Medewerker(**here, account=it, deelname=works_for, naam=it.naam, functie="consulent")
        for it in accounts
    ]
    teams = _teams(gemeente, works_for, first, len(names))
    pairs = [(who, teams[place // IN_A_TEAM]) for place, who in enumerate(people, start=first)]
    store(Account, accounts)
    store(Medewerker, people)
    store(Roltoekenning, [Roltoekenning(**here, medewerker=who, rol=rol) for rol in ROLES for who in people])
    store(Teamlid, [Teamlid(**here, team=team, medewerker=who) for who, team in pairs])
    return pairs


def _teams(gemeente: Gemeente, works_for: Deelname, first: int, count: int) -> dict[int, Team]:
    """A team per ten numbers; one that was begun before is filled up."""
    numbers = range(first // IN_A_TEAM, (first + count - 1) // IN_A_TEAM + 1)
    names = {number: f"team {number}" for number in numbers}
    there = {it.naam: it for it in Team.objects.filter(gemeente=gemeente, naam__in=names.values())}
    new = {
        number: Team(gemeente=gemeente, naam=naam, deelname=works_for)
        for number, naam in names.items()
        if naam not in there
    }
    store(Team, list(new.values()))
    return {number: new.get(number) or there[naam] for number, naam in names.items()}


def numbers_of(gemeente: Gemeente) -> list[int]:
    """The numbers of those who were made before."""
    behind = f"@{gemeente.slug}.example"
    rows = Account.objects.filter(email__startswith=WHO, email__endswith=behind)
    found = (email.removeprefix(WHO).removesuffix(behind) for email in rows.values_list("email", flat=True))
    return [int(number) for number in found if number.isdigit()]
