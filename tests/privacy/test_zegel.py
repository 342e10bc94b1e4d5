"""The sealed inzagelog: what was changed after it was closed is found, and named; what was not, is not."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db.utils import DataError, IntegrityError

from tests.cast import Cast
from tests.omgeving import ENGINE
from tests.privacy.conftest import START
from tests.privacy.verzegeld import (
    MINUTE,
    WAYS,
    a_forger,
    cut_tail,
    look,
    run,
    sealed_log,
    snapshot,
    swap,
    undone,
)
from vliegwiel.kern import clock
from vliegwiel.privacy.models import Inzage, Zegel
from vliegwiel.privacy.queries.zegel import check_log
from vliegwiel.privacy.zegel import heads_file, heads_of, publish, seal

LATER = START + timedelta(hours=1)


@pytest.fixture
def forged(db: None) -> Iterator[None]:
    """Somebody who can step past the guards of the database."""
    with a_forger() if ENGINE == "postgres" else nullcontext():
        yield


@pytest.fixture(autouse=True)
def _heads(tmp_path: Any, settings: Any) -> None:
    settings.ZEGELS = tmp_path


def codes(gemeente: Any) -> list[tuple[str, int | None, int | None]]:
    return [(it.code, it.zegel, it.rij) for it in check_log(gemeente.pk, LATER).bevindingen]


# -- sealing


def test_every_row_is_in_one_seal_and_the_seals_follow_each_other(cast: Cast) -> None:
    gemeente = sealed_log(cast, tail=2)
    seals = list(Zegel.objects.order_by("nummer"))
    assert [it.nummer for it in seals] == [1, 2, 3]
    assert [it.vorige for it in seals][1:] == [it.wortel for it in seals][:-1]
    sealed = [pk for it in seals for pk in it.ids]
    assert sealed == list(Inzage.objects.order_by("pk").values_list("pk", flat=True))[:9]
    found = check_log(gemeente.pk, LATER)
    assert (found.zegels, found.rijen, found.staart, found.vanaf) == (3, 9, 2, START + 3 * MINUTE)
    assert found.bevindingen == []


def test_nothing_new_makes_no_seal(cast: Cast) -> None:
    gemeente = sealed_log(cast, batches=1)
    assert seal(gemeente.pk, LATER) == 0
    assert Zegel.objects.count() == 1


def test_a_lower_number_that_is_committed_later_goes_into_the_next_batch(cast: Cast) -> None:
    gemeente = cast.here()
    late, early = look(gemeente, 0.8), look(gemeente, 0.8)
    Inzage.objects.filter(pk=late.pk)  # in another transaction: not to be seen yet
    with pytest.MonkeyPatch.context() as patch:
        from vliegwiel.privacy import zegel

        patch.setattr(zegel, "_waiting", lambda *_: [early.pk])
        seal(gemeente.pk, START + MINUTE)
    publish(gemeente.pk, START + MINUTE)
    cast.here()
    assert check_log(gemeente.pk, LATER).staart == 1
    assert seal(gemeente.pk, START + 2 * MINUTE) == 1
    publish(gemeente.pk, START + 2 * MINUTE)
    cast.here()
    assert list(Zegel.objects.order_by("nummer").values_list("ids", flat=True)) == [[early.pk], [late.pk]]
    assert codes(gemeente) == []


def test_the_clock_seals_and_writes_the_heads_outside(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    from vliegwiel.project.klok import tick

    gemeente = cast.here()
    look(gemeente, 0)
    with django_capture_on_commit_callbacks(execute=True):
        tick(START + MINUTE)
    cast.here()
    assert [head["nummer"] for head in heads_of(gemeente.pk)] == [1]
    assert codes(gemeente) == []


def test_a_head_that_a_power_cut_took_is_written_at_the_next_turn_and_an_old_one_is_not(cast: Cast) -> None:
    gemeente = cast.here()
    look(gemeente, 0)
    seal(gemeente.pk, START + MINUTE)
    cast.here()
    assert check_log(gemeente.pk, START + MINUTE).bevindingen == [], "it may still come"
    assert codes(gemeente) == [("kop_weg", 1, None)]
    publish(gemeente.pk, START + 3 * MINUTE)
    publish(gemeente.pk, START + 3 * MINUTE)
    cast.here()
    assert codes(gemeente) == [] and len(heads_of(gemeente.pk)) == 1
    heads_file(gemeente.pk).unlink()
    publish(gemeente.pk, LATER)
    cast.here()
    assert codes(gemeente) == [("kop_weg", 1, None)], "an old head does not come back by itself"


def test_a_torn_line_of_the_heads_is_mended(cast: Cast) -> None:
    gemeente = sealed_log(cast, batches=2)
    path = heads_file(gemeente.pk)
    path.write_bytes(path.read_bytes()[:-40])
    publish(gemeente.pk, START + 3 * MINUTE)
    cast.here()
    assert [head["nummer"] for head in heads_of(gemeente.pk)] == [1, 2]
    assert codes(gemeente) == []


def test_another_gemeente_has_seals_of_its_own(cast: Cast) -> None:
    sealed_log(cast)
    there = cast.here("waterrade")
    look(there, 0)
    seal(there.pk, START + MINUTE)
    publish(there.pk, START + MINUTE)
    cast.here("waterrade")
    assert codes(there) == []
    assert Zegel.objects.filter(gemeente=there).get().nummer == 1


def test_what_is_sealed_cannot_be_changed_through_the_application(cast: Cast) -> None:
    sealed_log(cast)
    with pytest.raises(IntegrityError):
        Zegel.objects.update(wortel="0" * 64)


# -- what is found


@pytest.mark.usefixtures("forged")
@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_tamperings_are_all_found(cast: Cast, seed: int) -> None:
    """Twenty times fifty: edit any column, delete, insert, swap, cut the tail. What changes nothing is none."""
    gemeente = sealed_log(cast)
    assert codes(gemeente) == []
    clean, chance, done, missed = snapshot(), random.Random(seed), 0, []
    while done < 50:
        with undone():
            try:
                what = WAYS[done % len(WAYS)](chance)
            except (IntegrityError, DataError):
                continue  # the database itself does not take it
            if snapshot() == clean:
                continue
            done += 1
            if not codes(gemeente):
                missed.append(what)
    assert missed == []
    assert snapshot() == clean and codes(gemeente) == []


def test_a_hundred_untouched_logs_have_nothing_to_report(cast: Cast) -> None:
    gemeente = cast.here()
    for n in range(100):
        look(gemeente, n, persons=n % 3)
        seal(gemeente.pk, START + (n + 0.5) * MINUTE)
        publish(gemeente.pk, START + (n + 0.5) * MINUTE)
        cast.here()
        assert check_log(gemeente.pk, START + (n + 0.5) * MINUTE).bevindingen == []


@pytest.mark.usefixtures("forged")
def test_a_finding_names_the_row_and_the_batch(cast: Cast) -> None:
    gemeente = sealed_log(cast)
    second = Zegel.objects.get(nummer=2)
    first_row, other_row = second.ids[0], second.ids[1]
    with undone():
        run("UPDATE privacy_inzage SET doel = 'vraag' WHERE id = %s", first_row)
        assert codes(gemeente) == [("rij_anders", 2, first_row)]
    with undone():
        run("DELETE FROM privacy_inzage WHERE id = %s", first_row)
        assert codes(gemeente) == [("rij_weg", 2, first_row)]
    with undone():
        run("UPDATE privacy_inzageregel SET persoon = dossier WHERE inzage_id = %s", other_row)
        assert codes(gemeente) == [("rij_anders", 2, other_row)]
    with undone():
        run("DELETE FROM privacy_zegel WHERE nummer = 2")
        assert codes(gemeente) == [("zegel_weg", 2, None)]
    with undone():
        cut_tail(random.Random(3))
        assert {code for code, _, _ in codes(gemeente)} == {"staart_weg", "rij_weg"}
    with undone():
        run("UPDATE privacy_zegel SET wortel = vorige WHERE nummer = 2")
        assert ("zegel_anders", 2, None) in codes(gemeente)


@pytest.mark.usefixtures("forged")
def test_two_swapped_rows_are_named_as_such(cast: Cast) -> None:
    gemeente = sealed_log(cast, batches=1, each=4)
    with undone():
        chance = random.Random(1)
        chance.choice = lambda options: "privacy_inzage" if "privacy_inzage" in options else options[0]  # type: ignore[method-assign]
        what = swap(chance)
        found = check_log(gemeente.pk, LATER).bevindingen
        assert [it.code for it in found] == ["verwisseld", "verwisseld"], what
        assert {it.rij for it in found} == {it.ander for it in found}


@pytest.mark.usefixtures("forged")
def test_without_heads_the_batch_is_named(cast: Cast) -> None:
    gemeente = sealed_log(cast)
    heads_file(gemeente.pk).unlink()
    with undone():
        run("UPDATE privacy_inzage SET doel = 'vraag' WHERE id = %s", Zegel.objects.get(nummer=2).ids[0])
        assert ("zegel_anders", 2, None) in codes(gemeente)
    assert {code for code, _, _ in codes(gemeente)} == {"kop_weg"}


# -- the command


def test_the_command_says_in_dutch_what_it_found(cast: Cast) -> None:
    gemeente = sealed_log(cast, tail=2)
    out = StringIO()
    with clock.at(LATER):
        call_command("controleer_log", gemeente="lindebeek", stdout=out)
    assert "3 zegels over 9 rijen" in out.getvalue() and "Alles klopt" in out.getvalue()
    assert "Nog niet verzegeld, dus niet nagerekend: 2 rijen sinds 17-11-2026 10.33 uur" in out.getvalue()
    heads = [json.loads(line) for line in heads_file(gemeente.pk).read_text().splitlines()]
    heads[1]["wortel"] = "0" * 64
    heads_file(gemeente.pk).write_text("".join(json.dumps(head) + "\n" for head in heads))
    with clock.at(LATER), pytest.raises(SystemExit) as ended:
        call_command("controleer_log", stdout=out)
    assert ended.value.code == 1 and "NIET GOED: zegel 2 is veranderd" in out.getvalue()
