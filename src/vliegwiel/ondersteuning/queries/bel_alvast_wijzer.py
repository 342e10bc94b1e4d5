"""What to say when calling: the gemeente's own words for this kind of help, or the guide that comes along."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Belwijzer
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import weken
from vliegwiel.ondersteuning.rules.bel_alvast import Wijzer, guide
from vliegwiel.ondersteuning.rules.voorziening import Wet, categories
from vliegwiel.ondersteuning.sentences.voorziening import category_words


@dataclass(frozen=True)
class Belhulp:
    """The guide on a card: the gemeente's own text, else the standard one."""

    eigen: str
    standaard: Wijzer
    nummer: int = 0

    @property
    def tekst(self) -> str:
        """As one text, to go on from."""
        if self.eigen:
            return self.eigen
        it = self.standaard
        return "\n\n".join([it.opening, it.tekst, "\n".join(it.vraag), it.beloof_niet])


@dataclass(frozen=True)
class Soort:
    """One kind of help on the page of guides."""

    wet: str
    code: str
    naam: str
    eigen: bool
    weken: int


def versions(kijker: Kijker, wet: str, categorie: str) -> QuerySet[Belwijzer]:
    """Every version of one guide, the newest first."""
    rows = Belwijzer.objects.filter(gemeente_id=kijker.gemeente_id, wet=wet, categorie=categorie)
    return rows.select_related("door").order_by("-nummer")


def guide_for(kijker: Kijker, wet: str, categorie: str) -> Belhulp:
    """The guide for this kind of help. A newest version without words says: the standard text again."""
    row = versions(kijker, wet, categorie).first()
    return Belhulp(row.tekst if row else "", guide(wet, categorie), row.nummer if row else 0)


def kinds_of_help(kijker: Kijker) -> dict[str, list[Soort]]:
    """Every kind of help per act, with whether the gemeente wrote a guide of its own and how long before it calls."""
    rows = Belwijzer.objects.filter(gemeente_id=kijker.gemeente_id).order_by("nummer")
    own = {(wet, code): bool(tekst) for wet, code, tekst in rows.values_list("wet", "categorie", "tekst")}
    settings = kijker.instellingen
    return {
        str(wet): [
            Soort(
                str(wet),
                it.code,
                category_words(wet, it.code),
                own.get((str(wet), it.code), False),
                weken(settings, wet, it.code),
            )
            for it in categories(wet)
        ]
        for wet in Wet
    }
