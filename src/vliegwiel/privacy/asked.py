"""A sight taken apart for `kern.prepared.ask`, and put together again where the question is built.

Words: which parts, which domains, about whom. Values: the dossiers and persons. Whoever has the same words asks the
database the same question.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any
from uuid import UUID

from vliegwiel.privacy.beleid import Zicht
from vliegwiel.privacy.rules import Onderdeel, Relatie
from vliegwiel.privacy.rules.vakken import Vak


def as_asked(zicht: Zicht, *parts: Onderdeel) -> tuple[Hashable, dict[str, Any]]:
    """These parts of a sight as `ask` wants them: what changes the words of a question, and the ids in it."""
    words, values = [], {}
    for turn, vak in enumerate(it for it in zicht.vakken if not it.onderdelen.isdisjoint(parts)):
        values[f"vak{turn}"] = list(vak.dossiers)
        about = vak.over
        if isinstance(about, UUID):
            values[f"over{turn}"], about = about, ""
        words.append((vak.onderdelen.intersection(parts), vak.domeinen, about, vak.alleen_open))
    return tuple(words), values


def sight_again(
    words: Any, values: dict[str, Any], relations: dict[UUID, frozenset[Relatie]] | None = None
) -> Zicht:
    """The sight that `as_asked` took apart. It knows the relations it is given."""
    return Zicht(
        [
            Vak(parts, frozenset(values[f"vak{turn}"]), domeinen, about or values[f"over{turn}"], alleen_open)
            for turn, (parts, domeinen, about, alleen_open) in enumerate(words)
        ],
        relations,
    )
