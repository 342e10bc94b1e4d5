"""A burgerservicenummer is unreadable where it is stored, found by its blind index, and shown to nobody else."""

from __future__ import annotations

import base64
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.cast import Cast
from tests.privacy.conftest import START
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.privacy import bsn as stored
from vliegwiel.privacy.actions import bsn as actions
from vliegwiel.privacy.models import Betrokkene, Betrokkenheid, Bsn, Dossier, Persoon
from vliegwiel.privacy.queries.bsn import find_by_bsn, own_bsn
from vliegwiel.privacy.refusals import BsnNotValid, BsnTaken, NotThisPerson
from vliegwiel.privacy.sleutels import Onleesbaar

NUMMER, ANDER = "111222333", "123456782"
SINCE = date(2026, 2, 1)


def person(cast: Cast, naam: str, *, of: str = "samira") -> Persoon:
    """Somebody in a household of their own, with a colleague who works there."""
    gemeente = cast.here()
    persoon = Persoon.objects.create(gemeente=gemeente, voornaam=naam)
    dossier = Dossier.objects.create(gemeente=gemeente, nummer=f"H-{naam}", geopend_op=SINCE)
    Betrokkene.objects.create(gemeente=gemeente, dossier=dossier, persoon=persoon, begindatum=SINCE)
    Betrokkenheid.objects.create(
        gemeente=gemeente, dossier=dossier, medewerker=cast.medewerkers[of], domein="wmo", begindatum=SINCE
    )
    return persoon


@pytest.fixture
def samira(cast: Cast) -> Any:
    return cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN)


@pytest.fixture
def rosa(cast: Cast) -> Persoon:
    return person(cast, "Rosa")


def test_it_is_unreadable_where_it_is_stored(rosa: Persoon, samira: Any) -> None:
    row = actions.set_bsn(persoon=rosa, bsn="1112.22.333", by=samira, now=START)
    raw = base64.b64decode(row.cijfertekst)
    said = [
        repr(row),
        str(row),
        row.cijfertekst,
        row.blind,
        str(raw),
        *map(str, Schrijflog.objects.values_list()),
    ]
    assert not [text for text in said if NUMMER in text]
    assert stored.stored(rosa.gemeente_id, rosa.pk) == NUMMER


def test_the_same_number_looks_different_each_time(rosa: Persoon, samira: Any) -> None:
    first = actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    second = actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    assert first.cijfertekst != second.cijfertekst and first.blind == second.blind
    assert Bsn.objects.count() == 1


def test_it_opens_in_its_own_row_only(cast: Cast, rosa: Persoon, samira: Any) -> None:
    row = actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    row.persoon = person(cast, "Piet")
    with pytest.raises(Onleesbaar) as caught:
        stored.read(row)
    assert NUMMER not in str(caught.value) and caught.value.__cause__ is None


def test_two_people_never_share_a_number(cast: Cast, rosa: Persoon, samira: Any) -> None:
    actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    with pytest.raises(BsnTaken) as caught:
        actions.set_bsn(persoon=person(cast, "Piet"), bsn=NUMMER, by=samira, now=START)
    assert NUMMER not in str(caught.value)


@pytest.mark.parametrize("typed", ["111222334", "", "niets"])
def test_what_is_no_number_is_refused_without_repeating_it(rosa: Persoon, samira: Any, typed: str) -> None:
    with pytest.raises(BsnNotValid) as caught:
        actions.set_bsn(persoon=rosa, bsn=typed, by=samira, now=START)
    assert caught.value.params == {}


def test_only_who_works_with_somebody_finds_them_by_it(cast: Cast, rosa: Persoon, samira: Any) -> None:
    actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    assert list(find_by_bsn(samira, "1112 22 333", START)) == [rosa]
    assert not find_by_bsn(samira, ANDER, START).exists()
    assert not find_by_bsn(samira, "niets", START).exists()
    for other in ("tarik", "ravi", "ellen", "bas", "bakker"):
        kijker = cast.kijker_of(other, purpose=Purpose.ONDERSTEUNEN)
        assert not find_by_bsn(kijker, NUMMER, START).exists(), other


@pytest.mark.parametrize("who", ["tarik", "ravi", "ellen", "bakker"])
def test_only_who_works_with_somebody_writes_it_down(cast: Cast, rosa: Persoon, who: str) -> None:
    with pytest.raises(NotThisPerson):
        actions.set_bsn(
            persoon=rosa, bsn=NUMMER, by=cast.kijker_of(who, purpose=Purpose.ONDERSTEUNEN), now=START
        )


def test_only_a_resident_reads_their_own(cast: Cast, rosa: Persoon, samira: Any) -> None:
    actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    rosa.inwoner = cast.inwoners["bakker"]
    rosa.geboortedatum = date(1980, 1, 1)
    rosa.save()
    own = cast.kijker_of("bakker", purpose=Purpose.EIGEN_DOSSIER)
    assert own_bsn(own, START) == NUMMER
    assert own_bsn(cast.kijker_of("ton", purpose=Purpose.EIGEN_DOSSIER), START) is None
    assert own_bsn(cast.kijker_of("bakker", purpose=Purpose.OVERZICHT), START) is None
    assert own_bsn(samira, START) is None
    rosa.geboortedatum = date(2015, 1, 1)
    rosa.save()
    assert own_bsn(own, START) is None


# -- another key


@pytest.fixture
def new_key(settings: Any) -> Any:
    """From here on a newer key is the current one."""
    settings.SLEUTELS = {"nieuw": b"n" * 32, **settings.SLEUTELS}
    return settings


def test_keys_are_changed_in_batches_and_may_stop_halfway(
    cast: Cast, samira: Any, new_key: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = dict(list(new_key.SLEUTELS.items())[1:])
    new_key.SLEUTELS, ring = old, new_key.SLEUTELS
    people = [person(cast, f"P{n}") for n in range(5)]
    numbers = ["111222333", "123456782", "010000008", "000000012", "900000005"]
    numbers = [n for n in numbers if actions.clean_bsn(n)]
    for persoon, nummer in zip(people, numbers, strict=False):
        actions.set_bsn(persoon=persoon, bsn=nummer, by=samira, now=START)
    new_key.SLEUTELS = ring
    gemeente_id = cast.here().pk
    assert actions.reseal_bsns(gemeente_id=gemeente_id, most=2) == 2  # and here somebody pulls the plug
    assert actions.still_to_reseal(gemeente_id=gemeente_id) == len(numbers) - 2
    for persoon, nummer in zip(people, numbers, strict=False):
        assert stored.stored(gemeente_id, persoon.pk) == nummer, "readable throughout"
    out = StringIO()
    call_command("sleutels_wisselen", stdout=out)
    cast.here()
    assert "onder sleutel nieuw" in out.getvalue()
    assert set(Bsn.objects.values_list("sleutel_id", flat=True)) == {"nieuw"}
    new_key.SLEUTELS = {"nieuw": ring["nieuw"]}  # the old one may go now
    assert stored.stored(gemeente_id, people[0].pk) == numbers[0]


def test_a_key_that_is_gone_is_one_sentence(cast: Cast, rosa: Persoon, samira: Any, settings: Any) -> None:
    actions.set_bsn(persoon=rosa, bsn=NUMMER, by=samira, now=START)
    settings.SLEUTELS = {"nieuw": b"n" * 32}
    with pytest.raises(CommandError, match="VLIEGWIEL_SLEUTELS"):
        call_command("sleutels_wisselen", stdout=StringIO())
