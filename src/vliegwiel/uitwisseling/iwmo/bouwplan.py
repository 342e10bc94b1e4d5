"""The fields of a kind of message, worked out once: by the tag as the parser gives it, with the reader of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vliegwiel.uitwisseling.iwmo.lijsten import Codelijst
from vliegwiel.uitwisseling.iwmo.soorten import Soort
from vliegwiel.uitwisseling.iwmo.velden import Groep, Lijst, Veld, message
from vliegwiel.uitwisseling.rules import waarden
from vliegwiel.uitwisseling.rules.waarden import Reader


class Plek(NamedTuple):
    """A field on its place; a tuple, because the walk takes it apart for every element of every message."""

    naam: str
    volgorde: int
    hoogste: int
    mark: str  # how it stands in the text that is hashed
    reader: Reader | None  # of its value, or ...
    inside: Vorm | None  # ... what is inside


@dataclass(slots=True)
class Vorm:
    """What may stand inside an element, by tag, and what must."""

    tags: Mapping[str, Plek]
    nodig: tuple[str, ...]


def bouwplan(soort: Soort, lijsten: Mapping[str, Codelijst]) -> Vorm:
    """The form of a whole message."""

    def form(groep: Groep) -> Vorm:
        namespace = soort.basis if groep.basis else soort.namespace
        places = {f"{{{namespace}}}{veld.naam}": place(veld, at) for at, veld in enumerate(groep.velden)}
        return Vorm(places, tuple(veld.naam for veld in groep.velden if veld.nodig))

    def place(veld: Veld, at: int) -> Plek:
        inside = form(veld.soort) if isinstance(veld.soort, Groep) else None
        reader = None if isinstance(veld.soort, Groep) else _reader(veld.soort, soort, lijsten)
        return Plek(veld.naam, at, veld.hoogste, f"\x1e{veld.naam}\x1f", reader, inside)

    return form(message(soort))


def _reader(kind: Reader | Lijst, soort: Soort, lijsten: Mapping[str, Codelijst]) -> Reader:
    if not isinstance(kind, Lijst):
        return kind
    name = kind.name(soort.wet)
    known = lijsten.get(name)
    return waarden.one_of(name, frozenset(known.codes), known.vervallen) if known else waarden.text(kind.most)
