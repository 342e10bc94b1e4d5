"""One walk over a message: every value read and checked, every finding with its place, and the text for the hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from lxml import etree

from vliegwiel.uitwisseling.iwmo.bouwplan import Vorm
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst
from vliegwiel.uitwisseling.rules.waarden import Noted, Reader, Wrong, plain

MOST_FINDINGS = 200
Waarden = dict[str, Any]
NOTHING = Vorm({}, ())
TOO_MANY = "veld_te_vaak"


class Lezer:
    """Finds everything that is wrong, up to a limit. Names of elements it does not know are never repeated."""

    def __init__(self) -> None:
        self.vondsten: list[Vondst] = []
        self.steps: list[str] = [""]
        self.pieces: list[str] = []

    def read(self, root: etree._Element, form: Vorm) -> Waarden:
        """The values below the root, by name."""
        return self._inside(root, form, "Bericht")

    @property
    def vol(self) -> bool:
        """More is wrong than anybody reads; a schema would only add to it."""
        return len(self.vondsten) >= MOST_FINDINGS or any(it.code == TOO_MANY for it in self.vondsten)

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

    def _inside(self, element: etree._Element, form: Vorm, step: str) -> Waarden:
        """The values of the children; None for one that could not be read. Written for speed: each child seen once."""
        values: Waarden = {}
        find, pieces, last = form.tags.get, self.pieces, -1
        self.steps.append(step)
        if (loose := element.text) is not None and not loose.isspace():
            self.note("veld_losse_tekst")
        for child in element:
            if (loose := child.tail) is not None and not loose.isspace():
                self.note("veld_losse_tekst")
            if (place := find(child.tag)) is None:
                self._strange(element, child)
                continue
            name, order, most, mark, reader, inside = place
            if order <= last and (order < last or most == 1) and self._misplaced(name, most, values):
                continue
            last = order
            pieces.append(mark)
            if reader is None:
                self._group(child, name, most, inside or NOTHING, values)
                continue
            text = child.text
            try:
                value = reader(text if text is not None and not len(child) else "")
            except (Wrong, Noted):
                value, text = self._again(child, name, reader)
            values[name] = value
            pieces.append(value if type(value) is str else text or "")
        for name in form.nodig:
            if name not in values:
                self.note("veld_ontbreekt", name)
        self.steps.pop()
        pieces.append("\x1e")
        return values

    def _strange(self, element: etree._Element, child: etree._Element) -> None:
        """Something that does not belong here; what is inside it is passed over."""
        if len(self.vondsten) <= MOST_FINDINGS:
            self.note("veld_onbekend", f"*[{element.index(child) + 1}]", regel=child.sourceline or 0)

    def _misplaced(self, name: str, most: int, values: Waarden) -> bool:
        """Too late or once too often; whether it is the last, and is passed over."""
        double = most == 1 and name in values
        self.note("veld_dubbel" if double else "veld_volgorde", name)
        return double

    def _group(self, child: etree._Element, name: str, most: int, form: Vorm, values: Waarden) -> None:
        """An element with elements inside, which stands there once or up to so many times."""
        if most == 1:
            values[name] = self._inside(child, form, name)
            return
        found: list[Waarden] = values.setdefault(name, [])
        if len(found) < most:
            found.append(self._inside(child, form, f"{name}[{len(found) + 1}]"))
        elif TOO_MANY not in values:
            values[TOO_MANY] = name  # saying it once is enough
            self.note(TOO_MANY, name, hoogste=most)

    def _again(self, element: etree._Element, name: str, reader: Reader) -> tuple[Any, str]:
        """The value of a text without its layout; what is still wrong with it, or to be remarked, is noted."""
        text = plain(element.text or "")
        if len(element) or not text:
            self.note("veld_geen_waarde" if len(element) else "veld_leeg", name)
            return None, text
        try:
            return reader(text), text
        except Wrong as wrong:
            self.note(wrong.code, name, **wrong.params)
            return None, text
        except Noted as noted:
            self.note(noted.code, name, Ernst.OPMERKING, **noted.params)
            return noted.value, text
