"""The whole wheel: the same lines as a picture and as an outline, and on it only what the kijker may read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import pairwise
from typing import Any

import pytest

from tests.cast import HERE, Cast
from tests.gemeenschap.rond import AMBITIE, Rond, lay_round
from tests.huis.test_queries import counted
from tests.huis.town import ask, browser
from tests.ondersteuning.gezin import make_deel, make_doel, make_household
from tests.opdracht.speelveld import DRAFT
from tests.samenspel.table import START
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.gemeenschap.wiel import COLUMN, LETTERS, WHEEL, Deel, Kwart, Regel, picture, wheel
from vliegwiel.kern import clock
from vliegwiel.koers.models import Begrip, Doel
from vliegwiel.ondersteuning.public import freeze_quarters

pytestmark = pytest.mark.django_db
PATH = f"/{HERE}/wiel/"
READ_IT = ("samira", "tarik", "lotte", "gijs", "mila", "joke", "fatima", "wim", "hanneke", "marijke")
POLICY = ("gijs", "joke", "fatima", "wim", "hanneke", "marijke")


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(START):
        yield


@pytest.fixture
def rond(cast: Cast) -> Rond:
    return lay_round(cast)


def text_of(cast: Cast, naam: str) -> str:
    answer = cast.client_of(naam).get(PATH)
    cast.here()
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def halves(page: str) -> tuple[str, str]:
    """The picture, and the outline."""
    picture_, _, outline = page.partition('<div class="wiel-lijst">')
    return picture_[picture_.index("wiel-beeld") :], outline.partition("</main>")[0]


# -- who


@pytest.mark.parametrize("naam", READ_IT)
def test_who_takes_part_in_the_content_sees_it(cast: Cast, naam: str) -> None:
    assert cast.client_of(naam).get(PATH).status_code == 200


@pytest.mark.parametrize("naam", ["bakker", "ton", "bas", "ravi", "ellen", "piet", "oscar"])
def test_for_residents_and_who_sees_no_content_it_is_no_page(cast: Cast, naam: str) -> None:
    assert cast.client_of(naam).get(PATH).status_code == 404


@pytest.mark.parametrize("naam", READ_IT)
def test_policy_roles_have_it_in_the_menu_and_others_on_vandaag(cast: Cast, naam: str) -> None:
    page = cast.client_of(naam).get(f"/{HERE}/").content.decode()
    links = Counter(re.findall(r'href="([^"]+)"', page))
    assert links[PATH]
    assert ("Bekijk het hele wiel" in page) is (naam not in POLICY)


@pytest.mark.parametrize("naam", ["bakker", "ellen", "ravi", "bas"])
def test_nobody_else_is_pointed_to_it(cast: Cast, naam: str) -> None:
    assert PATH not in cast.client_of(naam).get(f"/{HERE}/").content.decode()


# -- what


def test_a_strateeg_sees_the_four_quarters(rond: Rond) -> None:
    page = text_of(rond.cast, "wim")
    for text in (AMBITIE, "zqhoog", "eigen kracht", "Samen doen", "Welzijnswerk 2028", "zqtitelwoord", "zqhoop",
                 "zqeters", "Koers", "Opdracht", "Ondersteuning", "Effect"):  # fmt: skip
        assert text in page, text


def test_the_picture_and_the_outline_say_the_same(rond: Rond) -> None:
    seen, read = halves(text_of(rond.cast, "wim"))
    assert Counter(re.findall(r'href="([^"]+)"', seen)) == Counter(re.findall(r'href="([^"]+)"', read))
    lines = re.findall(r"<(?:li|h3|p)[^>]*>(?:<a [^>]*>)?([^<]+)", read)
    drawn = re.findall(r"<text [^>]*>([^<]+)</text>", seen)
    cut = {it if len(it) <= LETTERS else f"{it[: LETTERS - 1].rstrip()}…" for it in lines}
    questions = {it for it in cut if it.endswith("?") or "bedoelen en willen" in it or "wie brengt" in it}
    assert set(drawn) - cut == {"Koers", "Opdracht", "Ondersteuning", "Effect"}
    assert {it for it in cut - set(drawn) if it not in questions and not it.endswith("…")} == set()


@pytest.mark.parametrize("naam", ["samira", "mila", "joke", "marijke"])
def test_nobody_meets_a_draft_they_may_not_read(rond: Rond, naam: str) -> None:
    page = text_of(rond.cast, naam)
    assert [word for word in DRAFT if word in page] == []
    assert "Welzijnswerk 2028" in page
    rond.veld.open()
    assert "zqtitelwoord" in text_of(rond.cast, naam)


def test_a_besloten_table_is_there_for_who_sits_at_it(rond: Rond) -> None:
    assert "Samen doen" in text_of(rond.cast, "mila")
    assert "Samen doen" not in text_of(rond.cast, "samira")


@pytest.mark.parametrize(
    ("praktijk", "gone"),
    [("praktijk.koers", ["zqambitie", "zqhoog"]), ("praktijk.begrippen", ["eigen kracht"]),
     ("praktijk.opdracht", ["Welzijnswerk 2028", "zqtitelwoord"]), ("praktijk.effect", ["zqhoop", "zqeters"])],
)  # fmt: skip
def test_what_is_off_is_nowhere(rond: Rond, praktijk: str, gone: list[str]) -> None:
    before = text_of(rond.cast, "wim")
    Instelling.objects.create(gemeente=rond.cast.here(), code=praktijk, waarde=False, vanaf=START.date())
    page = text_of(rond.cast, "wim")
    assert [word for word in gone if word not in before] == []
    assert [word for word in gone if word in page] == []


def test_an_empty_gemeente_says_so_in_every_quarter(cast: Cast) -> None:
    page = text_of(cast, "wim")
    for sentence in ("Er is nog geen ambitie vastgesteld.", "Er zijn nog geen doelen.", "Er is nog geen opgave.",
                     "Er is nog geen effect afgesproken."):  # fmt: skip
        assert sentence in page


def test_nothing_of_a_household_and_numbers_in_tens_for_who_may_see_them(cast: Cast) -> None:
    gemeente = cast.here()
    for number in range(27):
        gezin = make_household(gemeente, f"Zqfamilie {number}", [], begindatum=date(2025, 11, 3))
    freeze_quarters(gemeente.pk, START)
    make_deel(gezin, "zqdeel")
    make_doel(gezin, "zqplandoel")
    for naam in READ_IT:
        page = text_of(cast, naam)
        assert not re.search("Zqfamilie|zqdeel|zqplandoel|27 ", page)
        assert ("20 of meer huishoudens" in page) is (naam in {*POLICY, "lotte"}), naam


def test_under_ten_there_is_no_number(cast: Cast) -> None:
    for number in range(9):
        make_household(cast.here(), f"Huis {number}", [], begindatum=date(2025, 11, 3))
    assert freeze_quarters(cast.here().pk, START) == 1
    assert "of meer huishoudens" not in text_of(cast, "wim")


def test_words_of_people_are_marked_as_dutch_and_escaped(cast: Cast) -> None:
    Doel.objects.create(gemeente=cast.here(), naam="<b>Rust</b> & ruimte", soort="leven", aangemaakt_op=START)
    answer = cast.client_of("wim").get(PATH).content.decode()
    assert "<b>Rust" not in answer
    assert answer.count("&lt;b&gt;Rust&lt;/b&gt; &amp; ruimte") == 2
    assert re.search(r'<li lang="nl"><a [^>]*>&lt;b&gt;', answer)


# -- what it costs


@pytest.mark.parametrize("naam", ["wim", "samira"])
def test_it_costs_at_most_twelve_questions_whatever_there_is(rond: Rond, naam: str) -> None:
    def cost() -> tuple[int, int]:
        client = browser(rond.cast.accounts[naam])
        ask(client, PATH)
        with counted() as found:
            assert ask(client, PATH).status_code == 200
        return found.queries, found.rows

    gemeente, costs = rond.cast.here(), []
    for turn in range(2):
        rows = [
            Doel(gemeente=gemeente, naam=f"D{turn}{n}", soort="leven", aangemaakt_op=START) for n in range(40)
        ]
        Doel.objects.bulk_create(rows)
        words = [Begrip(gemeente=gemeente, woord=f"w{turn}{n}", sleutel=f"w{turn}{n}", aangemaakt_op=START)
                 for n in range(40)]  # fmt: skip
        Begrip.objects.bulk_create(words)
        costs.append(cost())
    assert costs[0] == costs[1]
    assert costs[0][0] <= 12


# -- where a line stands


def test_no_two_lines_of_the_picture_stand_on_each_other_or_on_the_wheel() -> None:
    lines = tuple(Regel(f"regel {number}" * 9, "/x", True) for number in range(4))
    names = ("koers", "opdracht", "ondersteuning", "effect")
    kwarten = [Kwart(name, (Deel("kop", "/k", lines), Deel("leeg", "", (), "niets"))) for name in names]
    found = picture(kwarten)
    places = [(word.x, word.y) for word in found.woorden]
    assert len(places) == len(set(places)) == 4 * 8
    for x in {x for x, _ in places}:
        column = sorted(y for at, y in places if at == x)
        assert all(below - above >= 20 for above, below in pairwise(column))
        assert x + COLUMN <= found.midden[0] - WHEEL // 2 or x >= found.midden[0] + WHEEL // 2
    assert max(y for _, y in places) <= found.hoog
    assert max(len(word.tekst) for word in found.woorden) <= LETTERS


def test_every_quarter_is_there_also_when_no_room_says_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    from vliegwiel.kern import registry

    monkeypatch.setattr(registry, "wiel", registry.Registry[Any]("wheel"))
    kwarten = wheel(None, START)  # type: ignore[arg-type]
    assert [it.kwart for it in kwarten] == ["koers", "opdracht", "ondersteuning", "effect"]
    assert picture(kwarten).hoog > WHEEL
