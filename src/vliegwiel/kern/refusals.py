"""Why something a person wanted is not possible: a code with parameters, never a sentence.

The sentence is made where it is shown (`ui.sentences`), in the language of who reads it.
"""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """An action that a person asked for and that the rules or their rights refuse.

    Each action raises a subclass of its own, so that a reader sees in the code what can go wrong.
    `field` names the form field the sentence belongs to, if there is one.
    """

    code = "geweigerd"
    field: str | None = None

    def __init__(self, code: str | None = None, /, **params: Any) -> None:
        self.code = code or type(self).code
        self.params = params
        super().__init__(self.code, params)


class NotAllowed(Refusal):
    """The kijker has no right to this action (as opposed to: the state does not allow it)."""

    code = "niet_bevoegd"
