"""What a resident reads of a call: who called, about what, what was agreed. The last one about each kind of help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Belletje
from vliegwiel.ondersteuning.queries.inwoner import Eigenblik
from vliegwiel.ondersteuning.sentences.bel_alvast import in_sentence
from vliegwiel.ondersteuning.sentences.voorziening import category_words
from vliegwiel.privacy.public import Inzage, Onderdeel, toon
from vliegwiel.ui.filters import datum_kort
from vliegwiel.ui.sentences import sentence

SHOWN = timedelta(days=180)  # after that what was agreed is done, or stands among the agreements
MOST = 60


@dataclass(frozen=True)
class Gezegd:
    """One call in sentences, with the line that was written for them, if there is one."""

    wat: str
    daarna: str
    regel: str


def calls_for(blik: Eigenblik) -> list[Gezegd]:
    """What this resident may read: about themselves, and of whom they speak for."""
    kijker, now = blik.kijker, blik.now
    if not kijker.aan("bel_alvast"):
        return []
    # by the help it is about: what a call carries itself is of the day it was written
    seen = blik.zicht.q(
        Onderdeel.AFSPRAAK,
        dossier="voorziening__dossier_id",
        domein="voorziening__domein",
        persoon="voorziening__persoon_id",
        afgesloten=None,
    )
    rows = Belletje.objects.filter(seen, gemeente_id=kijker.gemeente_id, moment__gt=now - SHOWN)
    last: dict[object, Belletje] = {}
    for row in rows.select_related("medewerker", "voorziening").order_by("-moment", "-pk")[:MOST]:
        last.setdefault(row.voorziening_id, row)
    toon(kijker, Inzage.Soort.EIGEN, [(it.persoon_id, it.dossier_id) for it in last.values()])
    return [_said(blik, it) for it in last.values()]


def _said(blik: Eigenblik, it: Belletje) -> Gezegd:
    own = blik.zelf is not None and it.persoon_id == blik.zelf.pk
    code = f"belletje_u.{it.weg}" if own else f"belletje_voor.{it.weg}"
    missed = it.uitkomst == Belletje.Uitkomst.NIET_BEREIKT
    words = {
        "wie": it.medewerker.naam,
        "dag": datum_kort(it.moment),
        "wat": in_sentence(category_words(it.voorziening.wet, it.voorziening.categorie)),
        "voor": blik.namen.get(it.persoon_id) or sentence("voor_huishouden"),
    }
    again = missed and it.weer_op is not None and it.weer_op >= day_of(blik.now)
    after = (
        ("belletje_dan.weer", {"dag": datum_kort(it.weer_op)})
        if again
        else (f"belletje_dan.{it.uitkomst}", {})
    )
    return Gezegd(sentence(f"{code}.niet_bereikt" if missed else code, words), sentence(*after), it.regel)
