"""The fields of a kind of message, worked out once: by the tag as the parser gives it, with the reader of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vliegwiel.uitwisseling.iwmo.lijsten import Codelijst
from vliegwiel.uitwisseling.iwmo.soorten import Soort
from vliegwiel.uitwisseling.iwmo.velden import Groep, Lijst, Veld, message
from vliegwiel.uitwisseling.rules import waarden
from vliegwiel.uitwisseling.rules.waarden import Reader


@dataclass(slots=True)
class Plek:
    """A field on its place: which one in order, how often, and either a reader or what is inside."""

    naam: str
    volgorde: int
    hoogste: int
    reader: Reader | None
    inside: Vorm | None
    mark: str  # how it stands in the text that is hashed


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
        return Plek(veld.naam, at, veld.hoogste, reader, inside, f"\x1e{veld.naam}\x1f")

    return form(message(soort))


def _reader(kind: Reader | Lijst, soort: Soort, lijsten: Mapping[str, Codelijst]) -> Reader:
    if not isinstance(kind, Lijst):
        return kind
    name = kind.name(soort.wet)
    known = lijsten.get(name)
    return waarden.one_of(name, frozenset(known.codes), known.vervallen) if known else waarden.text(kind.most)
