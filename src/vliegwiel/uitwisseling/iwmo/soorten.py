"""Which messages there are, and which of them we read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vliegwiel.ondersteuning.public import Wet

VERSIE = "3.2"
READ = (301, 305, 307)
# Source: Vektis COD002 (berichtcode), as named in iWmo 3.2 and iJw 3.2.
BERICHTCODES = {
    Wet.WMO: {301: 414, 302: 415, 305: 418, 306: 419, 307: 420, 308: 421, 315: 444, 316: 445, 317: 480, 318: 481,
              319: 482, 320: 483, 323: 484, 325: 485},
    Wet.JEUGD: {301: 436, 302: 437, 305: 438, 306: 439, 307: 440, 308: 441, 315: 446, 316: 447, 317: 486, 318: 487,
                319: 488, 320: 489, 323: 490, 325: 491},
}  # fmt: skip
STANDARDS = {Wet.WMO: ("iwmo", "wmo"), Wet.JEUGD: ("ijw", "jw")}
NAMESPACE = "http://www.istandaarden.nl/{standard}/3_2/{name}/schema"
# Another version of the standard, or a kind that 3.2 no longer has. What stands there is never repeated.
RELATED = re.compile(r"http://www\.istandaarden\.nl/(?:iwmo|ijw)/[0-9]+_[0-9]+/[a-z0-9]+/schema", re.ASCII)


@dataclass(frozen=True)
class Soort:
    """A kind of message: an act and a number."""

    wet: Wet
    nummer: int

    @property
    def berichtcode(self) -> str:
        return str(BERICHTCODES[self.wet][self.nummer])

    @property
    def naam(self) -> str:
        """As its schema is called: WMO301, JW305."""
        return f"{STANDARDS[self.wet][1]}{self.nummer}".upper()

    @property
    def standaard(self) -> str:
        return STANDARDS[self.wet][0]

    @property
    def namespace(self) -> str:
        return NAMESPACE.format(standard=self.standaard, name=self.naam.lower())

    @property
    def basis(self) -> str:
        """The namespace of what the messages of one act have in common."""
        return NAMESPACE.format(standard=self.standaard, name="basisschema")

    @property
    def gelezen(self) -> bool:
        return self.nummer in READ


SOORTEN = tuple(Soort(wet, number) for wet, numbers in BERICHTCODES.items() for number in numbers)
BY_ROOT = {f"{{{soort.namespace}}}Bericht": soort for soort in SOORTEN}
