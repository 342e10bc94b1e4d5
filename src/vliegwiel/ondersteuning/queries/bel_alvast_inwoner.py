"""What a resident reads of a call: who called, about what, what was agreed. The last one about each kind of help."""

from __future__ import annotations

from dataclasses import dataclass

from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Belletje
from vliegwiel.ondersteuning.queries.inwoner import Eigenblik, Pagina
from vliegwiel.ondersteuning.queries.voorziening import Gesprokene
from vliegwiel.ondersteuning.sentences.bel_alvast import in_sentence
from vliegwiel.ui.filters import datum_kort
from vliegwiel.ui.sentences import sentence


@dataclass(frozen=True)
class Gezegd:
    """One call in sentences, with the line that was written for them, if there is one."""

    wat: str
    daarna: str
    regel: str


def calls_for(blad: Pagina) -> list[Gezegd]:
    """What this resident may read: about themselves, and of whom they speak for."""
    return [_said(blad.blik, it) for it in blad.gebeld]


def _said(blik: Eigenblik, it: Gesprokene) -> Gezegd:
    own = blik.zelf is not None and it.persoon == blik.zelf.pk
    code = f"belletje_u.{it.weg}" if own else f"belletje_voor.{it.weg}"
    missed = it.uitkomst == Belletje.Uitkomst.NIET_BEREIKT
    words = {
        "wie": it.wie,
        "dag": datum_kort(it.moment),
        "wat": in_sentence(it.wat),
        "voor": blik.namen.get(it.persoon) or sentence("voor_huishouden"),
    }
    again = missed and it.weer_op is not None and it.weer_op >= day_of(blik.now)
    after = (
        ("belletje_dan.weer", {"dag": datum_kort(it.weer_op)})
        if again
        else (f"belletje_dan.{it.uitkomst}", {})
    )
    return Gezegd(sentence(f"{code}.niet_bereikt" if missed else code, words), sentence(*after), it.regel)
