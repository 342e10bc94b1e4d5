"""English is complete: every text on screen is translated, with the same places; single words say where they stand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.huis.house import SOURCE
from tools import messages
from tools.machine import ROOT
from tools.messages import placeholders

ENGLISH = SOURCE / "locale/en/LC_MESSAGES/django.po"
ONE_WORD = re.compile(r"^[\w-]+[.:…]?$")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """All texts in code and templates, extracted into a folder of our own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setattr(messages, "TEMPLATE", str(tmp_path_factory.mktemp("teksten") / "django.pot"))
        return messages.extract(ROOT)


@cache
def english() -> Catalog:
    if not ENGLISH.exists():
        pytest.fail(f"{ENGLISH.name} is not there: make messages")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def texts(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def test_every_text_is_translated(found: Catalog) -> None:
    lacking = []
    for message in found:
        if not message.id:
            continue
        there = english().get(message.id, message.context)
        strings = (
            [there.string] if there and isinstance(there.string, str) else list(there.string if there else [])
        )
        if not strings or not all(strings) or (there and there.fuzzy):
            lacking.append(texts(message)[0])
    assert lacking == [], f"{len(lacking)} of {len(found)} texts without English"


def test_a_translation_fills_in_the_same_places(found: Catalog) -> None:
    wrong = []
    for message in found:
        there = english().get(message.id, message.context) if message.id else None
        if there and there.string:
            strings = [there.string] if isinstance(there.string, str) else list(there.string)
            if all(strings) and placeholders(texts(message)) != placeholders(strings):
                wrong.append(texts(message)[0])
    assert wrong == []


def test_a_single_word_says_where_it_stands(found: Catalog) -> None:
    """*Stop* on a button and *stop* in a list are two words in English: single words carry a context (pgettext)."""
    bare = [texts(m)[0] for m in found if m.id and m.context is None and ONE_WORD.match(texts(m)[0])]
    assert bare == []


def test_no_text_shouts_or_joins_pieces(found: Catalog) -> None:
    shouting = [texts(m)[0] for m in found if m.id and "!" in " ".join(texts(m))]
    assert shouting == []


MARKS = re.compile(r"\b(?:gettext|pgettext|ngettext|_)\(\s*f[\"']")


def test_no_text_is_put_together_before_it_is_translated() -> None:
    wrong = [
        str(path.relative_to(SOURCE)) for path in _written() if MARKS.search(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def _written() -> list[Path]:
    return sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")])
