"""No report, log or row that is left says a value of a file; and whatever breaks, nothing is lost or stored twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.committed import acting, at_once, committed_cast  # noqa: F401
from tests.uitwisseling.inlezen import NOW, codes, do_work, give, read, statuses
from tests.uitwisseling.maken import Bericht, Mens, Start, Stop, Toewijzing, bericht, many
from tests.uitwisseling.test_volgorde import _provision, undone
from vliegwiel.gemeenschap.werk import run
from vliegwiel.kern import clock
from vliegwiel.kern.models import Schrijflog, Werk
from vliegwiel.ondersteuning.models import Voorziening, Voorzieningfeit
from vliegwiel.uitwisseling.actions import inlezen, verwerken
from vliegwiel.uitwisseling.models import Bestand, Bevinding, Inlezing, Terzijde

MARK = "KANARIEVOGEL"
LEAF = re.compile(rb">([^<>\s][^<>]*)</")


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def marked() -> list[bytes]:
    """Each value of each kind of message replaced in turn by a marked one; and marked names and elements."""
    made: list[bytes] = []
    for one in (bericht(Toewijzing(reden="04", budget=100)), bericht(Start()), bericht(Stop())):
        text = one.xml()
        for found in LEAF.finditer(text):
            start, end = found.span(1)
            made.append(text[:start] + MARK.encode() + text[end:])
        made.append(text.replace(b":Client>", b":" + MARK.encode() + b">"))
        made.append(text[: len(text) // 2] + MARK.encode())
    return made


def everything_stored() -> str:
    """All of the tables of this room, of the work and of the logs, as text; not what is sealed."""
    models = [Inlezing, Bestand, Bevinding, Terzijde, Werk, Schrijflog]
    models += [apps.get_model("kern", "Weigering"), apps.get_model("privacy", "Inzage")]
    return repr([list(model._default_manager.values()) for model in models])


def test_no_value_of_a_file_comes_back(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    files = marked()
    inlezing = read(cast, *files)
    assert len(files) > 50 and statuses(inlezing).count("afgekeurd") > 30
    client = cast.client_of("bas")
    pages = [
        reverse(name, args=[HERE, inlezing.pk]) for name in ("inlezing", "inlezing_csv", "inlezing_tekst")
    ]
    for row in Bestand.objects.filter(inlezing=inlezing):
        pages += [reverse(name, args=[HERE, row.pk]) for name in ("bestand", "bestand_csv")]
    pages += [reverse("wacht", args=[HERE]), reverse("berichten", args=[HERE])]
    for path in pages:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert MARK not in answer.content.decode(), path
    # The five parts that make a message the same one are kept as they are, and shown nowhere.
    Bestand.objects.update(identificatie="")
    assert MARK not in everything_stored() and MARK not in caplog.text


def test_a_cell_that_would_be_a_formula_is_text(cast: Cast) -> None:
    inlezing = give(cast, b"<x/>")
    Bestand.objects.update(naam="=cmd()|x.xml")
    do_work(inlezing)
    report = cast.client_of("bas").get(reverse("inlezing_csv", args=[HERE, inlezing.pk])).content.decode()
    assert "'=cmd()|x.xml;" in report


# -- what breaks


def three(cast: Cast) -> Inlezing:
    return give(
        cast,
        *(bericht(Toewijzing(nummer=it), mens=Mens.nummer(it), identificatie=str(it)) for it in (1, 2, 3)),
    )


def test_one_file_that_breaks_harms_no_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = verwerken.apply_facts

    def breaks(*, pakketten: Any, **given: Any) -> Any:
        if any(it.toewijzing == "2" for it in pakketten):
            raise ValueError(f"{MARK} {pakketten[0].persoon.bsn}")
        return real(pakketten=pakketten, **given)

    monkeypatch.setattr(verwerken, "apply_facts", breaks)
    inlezing = three(cast)
    assert do_work(inlezing).status == "klaar"
    assert statuses(inlezing) == ["met_opmerkingen", "afgekeurd", "met_opmerkingen"]
    assert codes(inlezing)[1] == ["onverwacht"]
    assert set(Voorziening.objects.values_list("toewijzing", flat=True)) == {"1", "3"}
    assert "ValueError" in caplog.text and MARK not in caplog.text + everything_stored()
    assert Bestand.objects.get(nummer=2).feiten == 0


def test_a_reader_that_breaks_is_about_one_file(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = inlezen.read_message, iter(range(99))
    monkeypatch.setattr(inlezen, "read_message", lambda *a: real(*a) if next(seen) != 1 else 1 / 0)
    inlezing = three(cast)
    do_work(inlezing)
    assert statuses(inlezing)[1] == "afgekeurd" and codes(inlezing)[1] == ["onverwacht"]


def test_a_database_that_fails_is_no_fault_of_a_file(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(**_: Any) -> Any:
        raise OperationalError("database is locked")

    inlezing = three(cast)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verwerken, "apply_facts", locked)
        row = do_work(inlezing)
    assert (row.status, row.fout) == ("wacht", "OperationalError")
    assert statuses(inlezing) == ["wacht"] * 3
    with clock.at(NOW + timedelta(minutes=2)):
        assert do_work(inlezing).status == "klaar"
    assert "wacht" not in statuses(inlezing)


@pytest.mark.parametrize("falls", [1, 2, 3, 4])
def test_a_kill_in_the_middle_loses_nothing_and_stores_nothing_twice(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, falls: int
) -> None:
    files = many(12, seed=3)
    with undone():
        read(cast, *files)
        wanted = end(cast)
    monkeypatch.setattr(inlezen, "BATCH", 3)
    real, calls = verwerken.store_read, iter(range(1, 99))

    def dies(**given: Any) -> None:
        real(**given)
        if next(calls) == falls:
            raise KeyboardInterrupt  # everything was written, nothing was committed

    monkeypatch.setattr(inlezen, "store_read", dies)
    inlezing = give(cast, *files)
    row = Werk.objects.get(object=inlezing.pk)
    with pytest.raises(KeyboardInterrupt):
        run(row.gemeente_id, row.pk)
    with clock.at(NOW + timedelta(minutes=11)):
        run(row.gemeente_id, row.pk)
    assert Werk.objects.get(pk=row.pk).status == "klaar"
    assert end(cast) == wanted


def end(cast: Cast) -> Any:
    rows = sorted(map(_provision, Voorziening.objects.select_related("persoon")), key=repr)
    facts = sorted(Voorzieningfeit.objects.values_list("soort", "hash"))
    return rows, facts, sorted(Bestand.objects.values_list("naam", "status", "feiten"))


# -- two at once


def test_two_imports_at_once_leave_nothing_waiting(committed_cast: Cast) -> None:  # noqa: F811
    cast = committed_cast
    with acting(cast):
        jobs = [
            give(
                cast, *(bericht(line(it), mens=Mens.nummer(it), identificatie=str(it)) for it in range(1, 7))
            )
            for line in (Toewijzing, Start, Stop)
        ]
        rows = [Werk.objects.get(object=it.pk) for it in jobs]
        gemeente = cast.gemeenten[HERE].pk
    done = at_once(NOW, *(lambda pk=row.pk: run(gemeente, pk) for row in rows))
    assert done == [None, None, None]
    with acting(cast):
        assert set(Werk.objects.values_list("status", flat=True)) == {"klaar"}
        assert not Terzijde.objects.filter(klaar_op=None).exists()
        assert Voorziening.objects.exclude(begonnen_op=None).exclude(gestopt_op=None).count() == 6


def test_the_same_message_in_two_imports_at_once_is_stored_once(committed_cast: Cast) -> None:  # noqa: F811
    cast = committed_cast
    one: Bericht = bericht(Toewijzing())
    with acting(cast):
        rows = [Werk.objects.get(object=give(cast, one).pk) for _ in range(3)]
        gemeente = cast.gemeenten[HERE].pk
    at_once(NOW, *(lambda pk=row.pk: run(gemeente, pk) for row in rows))
    with acting(cast):
        assert sorted(Bestand.objects.values_list("status", flat=True)) == [
            "al_bekend",
            "al_bekend",
            "met_opmerkingen",
        ]
        assert Voorziening.objects.count() == Voorzieningfeit.objects.count() == 1
