"""What a page is there to show: of the dossier it is about, these fields of rows that still count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.toegang.kanaries import Kanarie, Volle
from tests.toegang.kanaries_hulp import holds
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
    "ondersteuning_voorziening.aanbieder": lambda row: not row.ingetrokken,
    "opdracht_paragraaf.kop": lambda row: row.vervallen_op is None,
    "opdracht_paragraaf.tekst": lambda row: row.vervallen_op is None,
}
IN_OPDRACHT = ("opdracht_opdracht.titel", "opdracht_paragraaf.kop", "opdracht_paragraaf.tekst")
KNOWN_BY_ID = ("opdracht", "opdracht_docx")  # not found, and they might: that is a denial too
VERWACHT: dict[str, tuple[str, ...]] = {
    "plan": tuple(it for it in LIVE if not it.startswith("opdracht_")),
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
        "ondersteuning_voorziening.aanbieder",
        "ondersteuning_voorziening.toewijzing",
    ),
    "voorziening": ("ondersteuning_voorziening.aanbieder", "ondersteuning_voorziening.toewijzing"),
    "bel_kaart": ("ondersteuning_voorziening.aanbieder",),
    "vraag": ("ondersteuning_vraag.woorden",),
    "vragen": ("ondersteuning_vraag.woorden",),
    "mijn_mensen": ("privacy_persoon.voornaam",),
    "wie_doet_wat": ("samenspel_afspraak.tekst", "ondersteuning_voorziening.aanbieder"),
    "zoeken": ("privacy_persoon.achternaam", "privacy_dossier.nummer"),
    "opdracht": IN_OPDRACHT,
    "opdracht_docx": IN_OPDRACHT,
}


def expected_on(route: str, full: Volle, who: Wie, ids: dict[str, Any]) -> Iterator[Kanarie]:
    """The canaries that this page must show when the table allows them."""
    fields = VERWACHT.get(route, ())
    for canary in full.words.values() if fields else ():
        if canary.field not in fields or canary.row.gemeente_id != who.gemeente:
            continue
        if not LIVE.get(canary.field, lambda row: True)(canary.row):
            continue
        if route == "plan_afdruk" and (canary.row.domein or canary.row.afgesloten):
            continue  # a fridge door is read by whoever comes in
        if ABOUT.get(route, _of_household)(full, who, ids, canary):
            yield canary


def _of_household(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    dossier = ids["dossier_id"]
    here = any(it.dossier == dossier and it.wat != "vraag" for it in canary.things)
    return here and (
        canary.field != "privacy_persoon.voornaam" or canary.row.pk in full.orakel.living[dossier]
    )


def _is_mine(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    return who.persoon is not None and canary.row.persoon_id == who.persoon.id


def _lies_here(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    """An open question that is with them, or with a team of theirs."""
    me, row = who.medewerker, canary.row
    if me is None or row.status != "open":
        return False
    return bool(row.houder_id == me.id or row.houder_team_id in full.orakel.teams[me.id])


def _works_there(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    """Who lives in a household where they are involved themselves: a team's households stand in another list."""
    me, orakel = who.medewerker, full.orakel
    return me is not None and any(
        canary.row.pk in orakel.living[thing.dossier]
        and any(row.medewerker_id == me.id for row in orakel.involvements[me.id, thing.dossier]["nu"])
        and orakel.mag(who, "ondersteunen", thing)
        for thing in canary.things
        if thing.wat == "persoon"
    )


def _was_asked(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    """Of a person found by first name the last name; of a household found by name its number."""
    asked = full.words.get(ids["gevraagd"])
    if asked is None or who.medewerker is None:
        return False
    if canary.field == "privacy_dossier.nummer":
        return asked.field.endswith("huishouden.naam") and asked.row.dossier_id == canary.row.pk
    return asked.field.endswith("persoon.voornaam") and asked.row.pk == canary.row.pk and any(
        canary.row.pk in full.orakel.living[it.dossier] and full.orakel.mag(who, "overzicht", it)
        for it in canary.things if it.wat == "persoon"
    )  # fmt: skip


def _is_the_help(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    return bool((canary.row.pk, canary.row.dossier_id) == (ids["voorziening_id"], ids["dossier_id"]))


def _asks_them(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    """An open card of theirs or a team of theirs, about help that ends, of somebody who lives there."""
    cards = [row for row in full.orakel.rows.aandachtspunt if row.id == ids["aandachtspunt_id"]]
    row = canary.row
    return row.eind is not None and any(
        card.object == row.pk and card.dossier_id == row.dossier_id and holds(card, who, full.orakel)
        and (row.dossier_id, row.pk) in full.orakel.asks[who.medewerker.id]
        and card.persoon_id in full.orakel.living[row.dossier_id]
        for card in cards
    )  # fmt: skip


def _is_the_opdracht(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    return bool(getattr(canary.row, "opdracht_id", canary.row.pk) == ids["opdracht_id"])


def _is_the_question(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    return bool(canary.row.pk == ids["vraag_id"])


def _somewhere(full: Volle, who: Wie, ids: dict[str, Any], canary: Kanarie) -> bool:
    return who.persoon is not None


ABOUT: dict[str, Any] = {
    "vraag": _is_the_question, "vragen": _lies_here, "mijn_mensen": _works_there, "zoeken": _was_asked,
    "alles_json": _is_mine, "wie_doet_wat": _somewhere, "voorziening": _is_the_help, "bel_kaart": _asks_them,
    "opdracht": _is_the_opdracht, "opdracht_docx": _is_the_opdracht,
}  # fmt: skip


def reviews(full: Volle, who: Wie, row: Any) -> bool:
    """Who was told of urgent access reads why and of which dossier, to look at it; not where they are kept out."""
    people = full.orakel.ever[row.dossier_id]
    return who.medewerker is not None and bool(
        row.gemeld_aan_id == who.medewerker.id
        and not any(persoon in people for persoon, _ in full.orakel.blocks[who.medewerker.id])
    )
