"""Every code that a check can give has a sentence, and every sentence has what it asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.huis.house import SOURCE, sources, tree_of
from vliegwiel.uitwisseling.sentences.bestanden import SENTENCES

PREFIX = re.compile(r"(?:bestand|xml|bericht|veld|xsd)_[a-z0-9_]+")
PLACES = ("iwmo", "xml.py", "rules/waarden.py")


def strings() -> Iterator[str]:
    """Every text in the parser and the check that looks like a code."""
    for path in sources("uitwisseling"):
        if str(path.relative_to(SOURCE / "uitwisseling")).startswith(PLACES):
            for node in ast.walk(tree_of(path)):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and PREFIX.fullmatch(node.value)
                ):
                    yield node.value


def test_every_code_has_a_sentence_and_the_other_way_round() -> None:
    assert set(strings()) == set(SENTENCES)
