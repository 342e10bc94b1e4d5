"""The fuzz finds what it is there to find: leaks and wrongful denials are planted, and each is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings
from django.db.models import Q

from tests.gehouden import forget_questions
from tests.toegang.fuzz import Fuzz
from tests.toegang.kanaries import Volle, fill
from tests.toegang.planten_rond import PLANTS as AROUND_AN_OPDRACHT
from tests.toegang.wereld import make_world
from vliegwiel.kern.clock import at
from vliegwiel.privacy import beleid, inzage, relaties
from vliegwiel.privacy.models import Betrokkene, Betrokkenheid
from vliegwiel.privacy.rules import Onderdeel

pytestmark = [pytest.mark.django_db, pytest.mark.rig]
Patch = pytest.MonkeyPatch


def any_domain(patch: Patch) -> None:
    """A filter of rows forgets the domain."""
    right = beleid._as_q
    patch.setattr(
        beleid, "_as_q", lambda vak, dossier, domein, persoon, shut: right(vak, dossier, None, persoon, shut)
    )


def any_person(patch: Patch) -> None:
    """A filter of rows forgets whom they are about: a resident reads a housemate's part."""
    right = beleid._as_q
    patch.setattr(
        beleid, "_as_q", lambda vak, dossier, domein, persoon, shut: right(vak, dossier, domein, None, shut)
    )


def nobody_blocked(patch: Patch) -> None:
    patch.setattr(relaties, "blocked", lambda kijker, today: Betrokkene.objects.none())


def over_counts(patch: Patch) -> None:
    """What is over still counts."""

    def involved(kijker: Any, today: Any) -> Any:
        me = kijker.medewerker.pk if kijker.medewerker else None
        return Betrokkenheid.objects.filter(gemeente_id=kijker.gemeente_id, medewerker_id=me)

    patch.setattr(relaties, "betrokkenheden", involved)


def secret_address(patch: Patch) -> None:
    """Whoever may know where a household lives also gets the secret address."""
    q, mag = beleid.Zicht.q, beleid.Zicht.mag

    def loose_q(self: Any, part: Onderdeel, **fields: Any) -> Q:
        found: Q = q(self, part, **fields)
        return found | q(self, Onderdeel.ADRES, **fields) if part == Onderdeel.GEHEIM_ADRES else found

    def loose(self: Any, part: Onderdeel, *given: Any) -> bool:
        secret = part == Onderdeel.GEHEIM_ADRES
        return mag(self, part, *given) or (secret and mag(self, Onderdeel.ADRES, *given))

    patch.setattr(beleid.Zicht, "q", loose_q)
    patch.setattr(beleid.Zicht, "mag", loose)


def closed_is_open(patch: Patch) -> None:
    """What a child of 12-15 closed is read by the parents all the same."""
    right = beleid.for_resident
    patch.setattr(
        beleid, "for_resident", lambda *given: [replace(it, alleen_open=False) for it in right(*given)]
    )


def anybodys_card(patch: Patch) -> None:
    """Whatever asks attention opens its household, whoever it is for."""
    from vliegwiel.samenspel import queries
    from vliegwiel.samenspel.models import Aandachtspunt

    def everything(kijker: Any, today: Any) -> Any:
        open_ = Aandachtspunt.objects.filter(gemeente_id=kijker.gemeente_id, dossier__isnull=False)
        return open_.filter(weg_op__isnull=True)

    own = relaties.eigen_werk._parts
    place = next(key for key, (_, part) in own.items() if part is queries.attends_to)
    patch.setitem(own, place, (own[place][0], everything))


def all_help_here(patch: Patch) -> None:
    """Whoever reads one provision of a household reads them all."""
    from vliegwiel.ondersteuning.queries import voorziening as queries

    right = queries.voorzieningen_of

    def loose(kijker: Any, zicht: Any, now: Any) -> Any:
        known = right(kijker, zicht, now).values("dossier_id")
        return queries.Voorziening.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id__in=known)

    patch.setattr(queries, "voorzieningen_of", loose)


def nothing_of_help(patch: Patch) -> None:
    from vliegwiel.ondersteuning.queries import voorziening as queries

    patch.setattr(queries, "voorzieningen_of", lambda *given: queries.Voorziening.objects.none())


def nothing_of_goals(patch: Patch) -> None:
    right = beleid.Zicht.q
    nothing = Q(pk__in=[])
    patch.setattr(
        beleid.Zicht, "q",
        lambda self, part, **fields: nothing if part == Onderdeel.DOEL else right(self, part, **fields),
    )  # fmt: skip


def nothing_logged(patch: Patch) -> None:
    patch.setattr(inzage, "_write_shown", lambda *given: None)


PLANTS: tuple[tuple[Callable[[Patch], None], str, tuple[str, ...]], ...] = (
    (any_domain, "leak", ("plan",)),
    (any_person, "leak", ("eigen_plan", "alles_json")),
    (nobody_blocked, "leak", ("plan",)),
    (over_counts, "leak", ("plan",)),
    (secret_address, "leak", ("plan", "huishouden_mensen")),
    (closed_is_open, "leak", ("eigen_plan",)),
    (anybodys_card, "leak", ("voorziening", "plan")),
    (all_help_here, "leak", ("plan", "voorziening")),
    (nothing_of_help, "denied", ("plan", "wie_doet_wat", "voorziening")),
    (nothing_of_goals, "denied", ("plan",)),
    (nothing_logged, "unlogged", ("plan",)),
)


@contextmanager
def planted(patch: Patch, plant: Callable[[Patch], None]) -> Iterator[None]:
    with patch.context() as inside:
        plant(inside)
        forget_questions()
        try:
            yield
        finally:
            forget_questions()


@pytest.fixture
def full() -> Iterator[Volle]:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    world = make_world(2, size=4, rows=12)
    with at(world.now):
        yield fill(world)


def test_the_fuzz_finds_what_was_planted(full: Volle, monkeypatch: pytest.MonkeyPatch) -> None:
    missed = []
    for plant, kind, names in (*PLANTS, *AROUND_AN_OPDRACHT):
        fuzz = Fuzz(full, 5)
        pages = [route for route in fuzz.routes if route.name in names]
        if kind == "leak" and "plan" in names:
            _near_ties(fuzz)
        with planted(monkeypatch, plant):
            turns = _until(fuzz, pages, kind)
        print(f"\n{plant.__name__}: {f'{kind} after {turns} requests' if turns else 'NOT FOUND'}")
        missed += [] if turns else [plant.__name__]
    assert missed == []


def _near_ties(fuzz: Fuzz) -> None:
    """Ask mostly about households where a colleague is, was or will be somebody."""
    fuzz._near = lambda who, *_: fuzz._tied(who)  # type: ignore[method-assign]
    fuzz._readable = lambda *_: set()  # type: ignore[method-assign]


def _until(fuzz: Fuzz, pages: list[Any], kind: str, most: int = 400) -> int:
    for turn in range(1, most + 1):
        fuzz.one(pages[turn % len(pages)])
        if any(it.kind == kind for it in fuzz.report.found):
            return turn
    return 0
