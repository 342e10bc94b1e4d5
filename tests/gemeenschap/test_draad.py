"""The rode draad is one thread: it can be walked from a word to what was seen and back, and every step opens.

What a room shows of it is tested in that room (`tests/<room>/test_draad.py`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.gemeenschap.rond import Rond, lay_round
from tests.huis.house import sources, tree_of
from tests.opdracht.speelveld import DRAFT
from tests.samenspel.table import START
from vliegwiel.gemeenschap.draad import MOST, draad, stappen
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern import clock, registry
from vliegwiel.kern.registry import Draad
from vliegwiel.ui.sentences import codes

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<section class="vliegwiel-rode-draad">.*?</section>', re.S)


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(START):
        yield


@pytest.fixture
def rond(cast: Cast) -> Rond:
    return lay_round(cast)


def address(rond: Rond, name: str) -> str:
    """The page of a thing of the wheel."""
    things: dict[str, tuple[str, Any]] = {
        "begrip": ("begrip", "eigen-kracht"),
        "betekenis": ("voorstel", rond.betekenis.pk),
        "hoog": ("koersdoel", rond.hoog.pk),
        "laag": ("koersdoel", rond.laag.pk),
        "opgave": ("opgave", rond.veld.opgave.pk),
        "opdracht": ("opdracht", rond.opdracht.pk),
        "bijdrage": ("bijdrage", rond.bijdrage.pk),
        "beoogd": ("beoogd", rond.beoogd.pk),
        "terug": ("gesprek", rond.terug.pk),
    }
    route, key = things[name]
    return reverse(route, args=[HERE, key])


def thread_on(client: Any, path: str) -> set[str]:
    """Where the rode draad of a page leads."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    block = BLOCK.search(answer.content.decode())
    return {unescape(href) for href in re.findall(r'href="([^"]+)"', block.group())} if block else set()


def walk(client: Any, start: str) -> set[str]:
    """Every page the thread leads to from here; each of them opens."""
    seen, todo = {start}, [start]
    while todo:
        new = thread_on(client, todo.pop()) - seen
        seen |= new
        todo += sorted(new)
    return seen


NAMES = ("begrip", "hoog", "laag", "opgave", "opdracht", "bijdrage", "beoogd")


@pytest.mark.parametrize("start", ["begrip", "opgave", "bijdrage", "beoogd", "terug"])
def test_a_strateeg_walks_the_whole_thread_from_anywhere(rond: Rond, start: str) -> None:
    found = walk(rond.cast.client_of("wim"), address(rond, start))
    assert {name for name in NAMES if address(rond, name) not in found} == set()


@pytest.mark.parametrize(
    "naam", ["wim", "fatima", "hanneke", "samira", "gijs", "lotte", "marijke", "joke", "mila"]
)
def test_every_step_a_colleague_sees_opens(rond: Rond, naam: str) -> None:
    found = walk(rond.cast.client_of(naam), address(rond, "begrip"))
    assert address(rond, "hoog") in found and address(rond, "beoogd") in found


@pytest.mark.parametrize("naam", ["samira", "mila", "joke", "marijke"])
def test_who_may_not_read_the_draft_meets_nothing_of_it_along_the_thread(rond: Rond, naam: str) -> None:
    client = rond.cast.client_of(naam)
    for path in walk(client, address(rond, "begrip")):
        text = client.get(path).content.decode()
        assert [word for word in DRAFT if word in text] == [], path
    rond.cast.here()
    assert address(rond, "opdracht") not in walk(client, address(rond, "beoogd"))


def test_once_it_is_open_everybody_walks_over_it(rond: Rond) -> None:
    rond.veld.open()
    for naam in ("samira", "joke", "marijke"):
        assert address(rond, "opdracht") in walk(rond.cast.client_of(naam), address(rond, "hoog"))


@pytest.mark.parametrize("naam", ["bakker", "ton"])
def test_a_resident_has_no_thread_of_koers_and_effect(rond: Rond, naam: str) -> None:
    rond.cast.here()
    kijker = rond.by(naam)
    for thing in (rond.begrip, rond.hoog, rond.veld.opgave, rond.beoogd, rond.indicator):
        assert draad(kijker, thing, START) == []
    client = rond.cast.client_of(naam)
    for name in ("hoog", "opgave", "beoogd"):
        assert BLOCK.search(client.get(address(rond, name)).content.decode()) is None


@pytest.mark.parametrize(
    ("praktijk", "thing"),
    [("praktijk.koers", "koers/doelen"), ("praktijk.opdracht", "/opdracht/"), ("praktijk.effect", "/effect/"),
     ("praktijk.begrippen", "/begrippen/"), ("praktijk.bijdragen", "/bijdragen/")],
)  # fmt: skip
def test_what_is_off_is_nowhere_on_the_thread(rond: Rond, praktijk: str, thing: str) -> None:
    Instelling.objects.create(gemeente=rond.cast.here(), code=praktijk, waarde=False, vanaf=START.date())
    kijker = rond.by("wim")
    things = (rond.begrip, rond.betekenis, rond.hoog, rond.laag, rond.veld.opgave, rond.opdracht, rond.bijdrage,
              rond.beoogd, rond.indicator, rond.terug)  # fmt: skip
    found = [step.href for it in things for step in draad(kijker, it, START)]
    assert [href for href in found if thing in href] == []
    assert found


# -- gathering


def test_where_it_comes_from_stands_first_in_the_order_of_the_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [
        Draad("effect", "a", "1", "/1"),
        Draad("koers", "b", "2", "/2"),
        Draad("effect", "c", "3", "/3", van=True),
        Draad("koers", "d", "4", "/4", van=True),
        Draad("koers", "d", "4", "/4", van=True),  # two rooms say the same
    ]
    parts = registry.Registry[Any]("rode draad")
    parts.add("one", lambda *_: steps)
    monkeypatch.setattr(registry, "rode_draad", parts)
    assert [it.tekst for it in draad(None, object(), START)] == ["4", "3", "2", "1"]  # type: ignore[arg-type]


def test_of_many_steps_of_a_kind_the_first_and_where_all_are() -> None:
    found = stappen("koers", "doel", [(str(n), f"/{n}") for n in range(40)], meer="/all")
    assert [it.tekst for it in found] == [*map(str, range(MOST)), ""]
    assert found[-1].href == "/all"
    assert len(stappen("koers", "doel", [("a", "/a")], meer="/all")) == 1


# -- what the codes say


def written_out(call: str) -> set[str]:
    """The codes of this call that are written out: the second of its arguments."""
    nodes = [node for path in sources() for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    calls = [node for node in nodes if getattr(node.func, "id", "") == call and len(node.args) > 1]
    return {str(node.args[1].value) for node in calls if isinstance(node.args[1], ast.Constant)}


def test_every_step_and_every_part_of_the_wheel_has_its_sentence() -> None:
    steps = {f"draad.{code}" for code in written_out("Draad") | written_out("stappen")}
    parts = {f"{code}{more}" for code in written_out("Wieldeel") for more in ("", ".leeg")}
    assert len(steps) > 10 and len(parts) > 15
    assert (steps | parts) - codes() == set()
