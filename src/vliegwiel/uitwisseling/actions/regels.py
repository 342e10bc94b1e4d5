"""The lines of a report: what was found in a file, and what somebody should know of what was taken in."""

from __future__ import annotations

from typing import Any

from vliegwiel.ondersteuning.public import Uitkomst
from vliegwiel.uitwisseling.models import Bestand, Bevinding
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst


def remarks(plaats: str, outcome: Uitkomst) -> list[Vondst]:
    """What somebody should know of what was taken in."""
    return [Vondst(f"inlezen_{code}", plaats, Ernst.OPMERKING) for code in outcome.opmerkingen]


def line(bestand: Bestand, nummer: int, vondst: Vondst) -> Bevinding:
    params: dict[str, Any] = dict(vondst.params)
    rij, kolom = params.pop("rij", None), params.pop("kolom_naam", "")
    return Bevinding(
        gemeente_id=bestand.gemeente_id,
        bestand_id=bestand.pk,
        nummer=nummer,
        ernst=vondst.ernst.value,
        code=vondst.code,
        plaats=vondst.plaats[:300],
        rij=rij,
        kolom=kolom,
        params=params,
    )
