"""Every domain noun stands in docs/woordenlijst.md with a meaning: rooms, models, fields, choices, states, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.huis.house import ROOT, our_models, rooms
from tools.docs import state_maps
from vliegwiel.gemeenschap.rules import Rol

LINE = re.compile(r"^\| (.+?) \| (.+?) \|$", re.MULTILINE)
# English or technical parts of a field's name. `is_active`, `password`, `last_login` come with Django's account.
NO_NOUN = frozenset("is id op tot password last login active email slug een".split())


def table() -> list[tuple[str, str]]:
    found = LINE.findall((ROOT / "docs/woordenlijst.md").read_text(encoding="utf-8"))
    return [(word, meaning) for word, meaning in found if word != "woord" or meaning != "meaning"]


def words() -> set[str]:
    return {word for word, _ in table()}


def nouns() -> Iterator[tuple[str, str]]:
    """(noun, where it is from), for all that the code names in Dutch."""
    for room in rooms():
        yield room.replace("_", " "), "room"
    for model in our_models():
        yield model.__name__.lower(), f"model {model.__name__}"
        for field in model._meta.local_fields:
            parts = field.name.split("_")
            whole = field.name.replace("_", " ")
            for part in [whole] if whole in words() else parts:
                if part not in NO_NOUN:
                    yield part, f"field {field}"
            for value, _ in field.choices or ():
                yield str(value).replace("_", " "), f"choice of {field}"
    for noun, states in state_maps(ROOT):
        for state in states:
            yield state.replace("_", " "), f"state of {noun}"
    for rol in Rol:
        yield rol.value.replace("_", " "), "role"


def test_every_noun_is_in_the_list() -> None:
    lacking: dict[str, str] = {}
    for noun, where in nouns():
        if noun and noun not in words():
            lacking.setdefault(noun, where)
    assert lacking == {}, "add to docs/woordenlijst.md"


def test_a_word_has_a_meaning_of_one_line() -> None:
    assert {
        word: meaning for word, meaning in table() if not 3 <= len(meaning) <= 140 or word != word.lower()
    } == {}


def test_the_list_is_alphabetical_and_says_things_once() -> None:
    listed = [word for word, _ in table()]
    assert listed == sorted(set(listed))
