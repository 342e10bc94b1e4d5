"""What messages say of provisions, as tests make it: facts, the person they are about, and reading them in."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

from tests.ondersteuning.gezin import NOW
from vliegwiel.ondersteuning.actions.voorziening import apply_facts, resolve
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket, Uitkomst, Woonadres
from vliegwiel.ondersteuning.rules.voorziening import Orde, Toewijzing
from vliegwiel.privacy.models import Bsn
from vliegwiel.privacy.public import collecting

FILE = UUID(int=7)
BSN, OTHER = "900092319", "900184590"
BORN = date(1948, 5, 6)
WIES = Mens(
    BSN, BORN, "Wies", "van der", "Berg", "0612345678", "", Woonadres("Lindelaan", "4", "1234ab", "Lindebeek")
)


def orde(day: date = date(2026, 1, 5)) -> Orde:
    return Orde(day, time(9, 30), day, "")


def toewijzing(day: date = date(2026, 1, 5), **fields: Any) -> Toewijzing:
    given: dict[str, Any] = {"ingangsdatum": date(2026, 1, 12), "einddatum": date(2026, 12, 12), **fields}
    return Toewijzing(orde(day), given.pop("categorie", "02"), **given)


def pakket(
    *feiten: Any, mens: Mens = WIES, nummer: str = "300201", wet: str = "wmo", **fields: Any
) -> Pakket:
    return Pakket(wet, nummer, feiten, FILE, mens, **fields)


def apply(bas: Any, *pakketten: Pakket) -> list[Uitkomst]:
    with collecting(route="test"):
        return apply_facts(by=bas, now=NOW, pakketten=pakketten)


def resolve_in(bas: Any, one: Pakket, zelfde: Any) -> Uitkomst:
    with collecting(route="test"):
        return resolve(by=bas, now=NOW, pakket=one, zelfde=zelfde)


def give_number(gezin: Any, persoon: Any) -> None:
    from vliegwiel.privacy import bsn as stored
    from vliegwiel.privacy import sleutels

    key, text = sleutels.seal(BSN, about=stored.about(gezin.gemeente.pk, persoon.pk))
    Bsn.objects.create(
        gemeente=gezin.gemeente,
        persoon=persoon,
        sleutel_id=key,
        cijfertekst=text,
        blind=stored.blind(gezin.gemeente.pk, BSN),
    )
