"""What a page is there to show: of the dossier it is about, these fields of rows that still count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.toegang.kanaries import Kanarie, Volle
from tests.toegang.orakel import Wie

LIVE = {
    "privacy_persoon.voornaam": lambda row: True,
    "ondersteuning_huishouden.naam": lambda row: True,
    "ondersteuning_adres.straat": lambda row: (
        row.begindatum.year == 2025 and row.einddatum is None
    ),  # where they live
    "ondersteuning_plandoel.tekst": lambda row: row.status == "loopt",
    "ondersteuning_plandeel.tekst": lambda row: row.vervallen_op is None,
    "samenspel_afspraak.tekst": lambda row: row.status in ("gevraagd", "loopt"),
}
VERWACHT: dict[str, tuple[str, ...]] = {
    "plan": tuple(LIVE),
    "eigen_plan": (
        "ondersteuning_plandoel.tekst",
        "ondersteuning_plandeel.tekst",
        "samenspel_afspraak.tekst",
    ),
    "plan_afdruk": ("ondersteuning_plandoel.tekst", "samenspel_afspraak.tekst"),
    "alles_json": (
        "ondersteuning_plandoel.tekst",
        "ondersteuning_plandeel.tekst",
        "samenspel_afspraak.tekst",
    ),
    "vraag": ("ondersteuning_vraag.woorden",),
}


def expected_on(route: str, full: Volle, who: Wie, ids: dict[str, Any]) -> Iterator[Kanarie]:
    """The canaries that this page must show when the table allows them."""
    fields = VERWACHT.get(route, ())
    for canary in full.words.values() if fields else ():
        if canary.field not in fields or not LIVE.get(canary.field, lambda row: True)(canary.row):
            continue
        if route == "plan_afdruk" and (canary.row.domein or canary.row.afgesloten):
            continue  # a fridge door is read by whoever comes in
        if _is_about(route, full, who, ids, canary):
            yield canary


def _is_about(route: str, full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    """Whether this canary is of what the page is about."""
    if route == "vraag":
        return bool(canary.row.pk == ids["vraag_id"])
    if route == "alles_json":
        return who.persoon is not None and canary.row.persoon_id == who.persoon.id
    dossier = ids["dossier_id"]
    here = any(it.dossier == dossier and it.wat != "vraag" for it in canary.things)
    return here and (
        canary.field != "privacy_persoon.voornaam" or canary.row.pk in full.orakel.living[dossier]
    )
