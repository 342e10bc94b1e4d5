"""What waits for an answer, as a page shows it: who reads messages in sees what the file says, of others a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.public import Pakket, soort_of
from vliegwiel.privacy.public import Betrokkene, Dossier, Inzage, Onderdeel, open_gevoelig, toon
from vliegwiel.ui.sentences import sentence
from vliegwiel.uitwisseling.models import Terzijde
from vliegwiel.uitwisseling.models.zegel import unseal_part


@dataclass(frozen=True)
class Wacht:
    """One thing kept aside, opened."""

    rij: Terzijde
    pakket: Pakket
    nummer: str  # of the dossier of who looks alike

    @property
    def feiten(self) -> str:
        """What it says, in kinds: no dates and no kind of help."""
        kinds = dict.fromkeys(soort_of(feit) for feit in self.pakket.feiten)
        return ", ".join(sentence(f"terzijdefeit.{kind}") for kind in kinds)


def opened(kijker: Kijker, row: Terzijde) -> Wacht:
    """What was kept aside, readable; that it was opened is written down."""
    pakket, _ = unseal_part(row)
    if row.kandidaat is None:
        return Wacht(row, pakket, "")
    here = {"gemeente_id": kijker.gemeente_id, "dossier_id": row.kandidaat, "einddatum__isnull": True}
    pairs = Betrokkene.objects.filter(**here).values_list("persoon_id", "dossier_id")
    toon(kijker, Inzage.Soort.ZOEKEN, pairs)
    open_gevoelig(kijker, Onderdeel.PERSOON, row.kandidaat, "terzijde")
    return Wacht(row, pakket, numbers(kijker, [row.kandidaat]).get(row.kandidaat, ""))


def numbers(kijker: Kijker, ids: Iterable[UUID]) -> dict[UUID | None, str]:
    """Only the numbers of these dossiers: whom to ask about."""
    rows = Dossier.objects.filter(gemeente_id=kijker.gemeente_id, pk__in=list(ids))
    return dict(rows.values_list("pk", "nummer"))
