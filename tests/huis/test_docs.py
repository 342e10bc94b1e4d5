"""What docs/huis says about the house is what the house is."""

from __future__ import annotations

import pytest

from tests.huis.house import DOCS
from tools.docs import pages

PAGES = pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_equals_the_committed_one(name: str) -> None:
    path = DOCS / name
    assert path.exists(), "make docs"
    assert path.read_text(encoding="utf-8") == PAGES[name], f"docs/huis/{name} is out of date: make docs"


def test_every_generated_page_says_so() -> None:
    assert [name for name, text in PAGES.items() if "make docs" not in text] == []
