"""What to say when calling: the gemeente's own words for this kind of help, or the guide that comes with the program."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Belwijzer
from vliegwiel.ondersteuning.rules.belwijzer import standard_guide


@dataclass(frozen=True)
class Wijzer:
    """`regels` one below the other; `eigen`: the gemeente wrote it itself."""

    regels: tuple[str, ...]
    eigen: bool
    nummer: int = 0

    @property
    def tekst(self) -> str:
        return "\n".join(self.regels)


def versions(kijker: Kijker, wet: str, categorie: str) -> QuerySet[Belwijzer]:
    """Every version of one guide, the newest first."""
    rows = Belwijzer.objects.filter(gemeente_id=kijker.gemeente_id, wet=wet, categorie=categorie)
    return rows.select_related("door").order_by("-nummer")


def standard(wet: str, categorie: str) -> Wijzer:
    return Wijzer(
        standard_guide(wet, categorie, english=(get_language() or "nl").startswith("en")), eigen=False
    )


def guide_for(kijker: Kijker, wet: str, categorie: str) -> Wijzer:
    """The guide on a card: of this kind of help, else of the whole act, else the standard one.

    A version without words says: the standard text again.
    """
    rows = Belwijzer.objects.filter(gemeente_id=kijker.gemeente_id, wet=wet, categorie__in=[categorie, ""])
    newest: dict[str, Belwijzer] = {row.categorie: row for row in rows.order_by("nummer")}
    for code in (categorie, ""):
        row = newest.get(code)
        if row is not None and row.tekst.strip():
            return Wijzer(tuple(line for line in row.tekst.splitlines() if line.strip()), True, row.nummer)
    return standard(wet, categorie)
