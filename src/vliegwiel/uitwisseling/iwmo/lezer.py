"""One walk over a message: every value read and checked, every finding with its place, and the text for the hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from lxml import etree

from vliegwiel.uitwisseling.iwmo.bouwplan import Plek, Vorm
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst
from vliegwiel.uitwisseling.rules.waarden import Noted, Wrong

MOST_FINDINGS = 200
Waarden = dict[str, Any]


class Lezer:
    """Finds everything that is wrong, up to a limit. Names of elements it does not know are never repeated."""

    def __init__(self) -> None:
        self.vondsten: list[Vondst] = []
        self.steps: list[str] = ["", "Bericht"]
        self.pieces: list[str] = []

    def read(self, root: etree._Element, form: Vorm) -> Waarden:
        return self._inside(root, form)

    @property
    def inhoud_hash(self) -> str:
        """Of what is said, whatever the layout or the prefixes. No XML holds the two signs between the pieces."""
        return hashlib.sha256("".join(self.pieces).encode()).hexdigest()

    def note(self, code: str, step: str = "", ernst: Ernst = Ernst.FOUT, **params: str | int) -> None:
        """A finding at a step below where the walk is."""
        self.note_at("/".join([*self.steps, step] if step else self.steps), code, ernst, params)

    def note_at(
        self, plaats: str, code: str, ernst: Ernst = Ernst.FOUT, params: Mapping[str, str | int] | None = None
    ) -> None:
        if len(self.vondsten) < MOST_FINDINGS:
            self.vondsten.append(Vondst(code, plaats, ernst, dict(params or {})))
        elif len(self.vondsten) == MOST_FINDINGS:
            self.vondsten.append(Vondst("bericht_en_meer", params={"hoogste": MOST_FINDINGS}))

    def _inside(self, element: etree._Element, form: Vorm) -> Waarden:
        """The values of the children, by name. A value that could not be read is None."""
        values: Waarden = {}
        places, last = form.tags, -1
        if (loose := element.text) and not loose.isspace():
            self.note("veld_losse_tekst")
        for child in element:
            place = places.get(child.tag)
            if place is None:
                self.note("veld_onbekend", f"*[{element.index(child) + 1}]", regel=child.sourceline or 0)
                continue
            if place.volgorde < last:
                self.note("veld_volgorde", place.naam)
            last = place.volgorde
            if (loose := child.tail) and not loose.isspace():
                self.note("veld_losse_tekst")
            if place.hoogste > 1:
                self._repeated(child, place, values.setdefault(place.naam, []))
            elif place.naam in values:
                self.note("veld_dubbel", place.naam)
            else:
                values[place.naam] = self._one(child, place, place.naam)
        for name in form.nodig:
            if name not in values:
                self.note("veld_ontbreekt", name)
        return values

    def _repeated(self, child: etree._Element, place: Plek, found: list[Any]) -> None:
        if len(found) < place.hoogste:
            found.append(self._one(child, place, f"{place.naam}[{len(found) + 1}]"))
        elif len(found) == place.hoogste:
            found.append(None)  # once is enough
            self.note("veld_te_vaak", place.naam, hoogste=place.hoogste)

    def _one(self, element: etree._Element, place: Plek, step: str) -> Any:
        self.pieces.append(place.mark)
        if place.inside is None:
            return self._value(element, place, step)
        self.steps.append(step)
        values = self._inside(element, place.inside)
        self.steps.pop()
        self.pieces.append("\x1e")
        return values

    def _value(self, element: etree._Element, place: Plek, step: str) -> Any:
        text = " ".join((element.text or "").split())
        self.pieces.append(text)
        if len(element):
            return self.note("veld_geen_waarde", step)
        if not text:
            return self.note("veld_leeg", step)
        try:
            value = place.reader(text)  # type: ignore[misc]
        except Wrong as wrong:
            return self.note(wrong.code, step, **wrong.params)
        if type(value) is Noted:
            self.note(value.code, step, Ernst.OPMERKING, **value.params)
            return value.value
        return value
