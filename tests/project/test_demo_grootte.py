"""A town of any size: the same seed gives the same one on every database, and it stays inside its gemeente."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, models, transaction

from vliegwiel.gemeenschap.models import Medewerker, Team
from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.ondersteuning.models import Huishouden, Plan, Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import from_json
from vliegwiel.ondersteuning.rules.voorziening import fold
from vliegwiel.privacy.models import Dossier, Inzage, Persoon
from vliegwiel.project.demo import grootte
from vliegwiel.project.demo.grootte import SEED, Stad, grow
from vliegwiel.project.demo.huishoudens import ORDER, Rows
from vliegwiel.project.demo.laden import load

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=ZONE)


def quiet(_line: str) -> None:
    pass


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Gemeente]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(NOW, say=quiet)
        gemeente = Gemeente.objects.get(slug="lindebeek")
        set_gemeente(gemeente.pk)
        yield gemeente
        transaction.set_rollback(True)


@pytest.fixture
def here(demo: Gemeente) -> Iterator[Gemeente]:
    with transaction.atomic():
        set_gemeente(demo.pk)
        yield demo
        transaction.set_rollback(True)


def _content(rows: Iterable[models.Model]) -> Counter[tuple[str, ...]]:
    """What these rows say, without ids: those differ each time."""
    return Counter(
        (row._meta.label, *(_said(row, field) for field in row._meta.concrete_fields)) for row in rows
    )


def _said(row: models.Model, field: models.Field[Any, Any]) -> str:
    value = getattr(row, field.attname)
    if field.is_relation or isinstance(field, models.UUIDField):
        return "" if value is None else "*"
    if isinstance(field, models.JSONField):
        return json.dumps(value, sort_keys=True)  # PostgreSQL keeps no order of its own
    if isinstance(value, datetime):
        return value.astimezone(ZONE).isoformat()
    return str(field.to_python(value))


def _stored(of: type[models.Model]) -> Iterable[models.Model]:
    return of._default_manager.all()


def _thought_up(here: Gemeente, numbers: Iterable[int], seed: int = SEED) -> Counter[tuple[str, ...]]:
    """The same thousands, not stored: what no database has touched."""
    rows: Rows = defaultdict(list)
    who, team = Medewerker.objects.filter(gemeente=here)[0], Team.objects.filter(gemeente=here)[0]
    stad = Stad(here, NOW, seed)
    for nr in numbers:
        stad.thousand(nr, who, team, rows)
    return _content(row for model in ORDER for row in rows[model])


def test_what_is_stored_is_what_was_thought_up(here: Gemeente) -> None:
    """On both databases: so they hold the same town."""
    before = {model: _content(_stored(model)) for model in ORDER}
    assert grow(3_000, NOW, say=quiet) == 2
    made: Counter[tuple[str, ...]] = Counter()
    for model in ORDER:
        made += _content(_stored(model)) - before[model]
    assert made == _thought_up(here, [1, 2])
    assert made != _thought_up(here, [1, 2], seed=SEED + 1)


def test_it_grows_further_and_never_twice(here: Gemeente) -> None:
    assert grow(2_000, NOW, say=quiet) == 1
    assert grow(2_000, NOW, say=quiet) == 0
    assert grow(3_000, NOW, say=quiet) == 1
    counts = Huishouden.objects.filter(gemeente=here).count(), Plan.objects.filter(gemeente=here).count()
    assert counts[1] == 240
    assert counts[0] > 760
    numbers = list(Dossier.objects.filter(gemeente=here).values_list("nummer", flat=True))
    assert len(numbers) == len(set(numbers))


def test_nothing_of_it_is_of_another_gemeente(here: Gemeente) -> None:
    grow(2_000, NOW, say=quiet)
    connection.check_constraints()
    for model in ORDER:
        of = set(model._default_manager.values_list("gemeente", flat=True))
        assert of <= {here.pk}, model
    if connection.vendor == "postgresql":  # the role of the app: it does not even see them from elsewhere
        set_gemeente(Gemeente.objects.get(slug="waterrade").pk)
        assert not Persoon.objects.exists()
        set_gemeente(here.pk)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="row-level security is PostgreSQL's")
def test_the_policy_judges_every_copied_row(here: Gemeente) -> None:
    """A row for another gemeente is refused, also by this way in."""
    from django.db import ProgrammingError

    from vliegwiel.project.demo.opslaan import FEW, store

    elsewhere = Gemeente.objects.get(slug="waterrade")
    rows = [Persoon(gemeente=elsewhere, voornaam="A", achternaam=str(nr)) for nr in range(FEW)]
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        store(Persoon, rows)


def test_help_is_what_its_facts_make_of_it(here: Gemeente) -> None:
    old = set(Voorziening.objects.values_list("pk", flat=True))
    grow(2_000, NOW, say=quiet)
    rows = Voorziening.objects.exclude(pk__in=old)
    assert rows.count() == grootte.PROVISIONS
    for row in rows:
        said = Voorzieningfeit.objects.filter(voorziening=row)
        stand = fold([from_json(it.soort, it.gegevens, it.hash) for it in said])
        assert stand is not None
        assert (row.eind, row.reden, row.ingetrokken) == (stand.eind, stand.reden, stand.ingetrokken)
    assert Inzage.objects.filter(gemeente=here).count() >= 600


def test_the_command_says_how_far_it_is(here: Gemeente, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo_laden", inwoners=2_000)
    said = capsys.readouterr().out
    assert said == "2.000 van 2.000 inwoners\nWat aandacht vraagt…\nDe demogemeenten stonden er al.\n"
