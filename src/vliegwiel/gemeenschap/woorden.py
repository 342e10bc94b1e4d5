"""An adopted meaning is shown once per page, where the word stands; never inside people's own words.

A page passes its own texts (a proposal, the purpose of a table) through `Woorden.in_tekst`; quotes it leaves
alone. What was found is listed at the foot of the page, so that it also works without JavaScript.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Betekenis
from vliegwiel.kern.taal import find_terms, slugify_nl, term_key


@dataclass(frozen=True)
class Stuk:
    """A piece of text; with `betekenis` when it is a word whose meaning is shown here."""

    tekst: str
    id: str = ""
    betekenis: Betekenis | None = None


class Woorden:
    """The adopted words of one page. Asks the rooms once, and only when the page has a text to look through."""

    def __init__(self, kijker: Kijker) -> None:
        self._kijker = kijker
        self._shown: dict[str, Betekenis] = {}
        self._skipped: set[str] = set()

    @cached_property
    def _terms(self) -> dict[tuple[str, ...], Betekenis]:
        return {term_key(it.woord): it for part in registry.betekenissen for it in part(self._kijker)}

    def behalve(self, woord: str) -> str:
        """Leave a word out on a page that is about that word itself. Says nothing."""
        self._skipped.add(slugify_nl(woord))
        return ""

    def in_tekst(self, tekst: str) -> list[Stuk]:
        """The text in pieces; a word that was shown above on the page stays plain."""
        pieces, position = [], 0
        for span in find_terms(tekst, self._terms):
            key = slugify_nl(span.value.woord)
            if key in self._shown or key in self._skipped:
                continue
            self._shown[key] = span.value
            pieces += [
                Stuk(tekst[position : span.start]),
                Stuk(tekst[span.start : span.end], key, span.value),
            ]
            position = span.end
        return [*pieces, Stuk(tekst[position:])]

    @property
    def getoond(self) -> list[dict[str, str]]:
        """The words shown on this page, for the list at its foot."""
        return [
            {"id": key, "woord": it.woord, "betekenis": it.tekst, "href": it.href}
            for key, it in self._shown.items()
        ]
