"""Help that was assigned, as each reader may see it: one query for a page, whatever it shows.

A provision is an `afspraak` for the policy (docs/huis/toegang.md). Whoever has an open card about one reads that one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.ondersteuning.rules.hulp import Afloop, Hulp, in_order
from vliegwiel.ondersteuning.rules.voorziening import fase, kind_of_end
from vliegwiel.ondersteuning.sentences.voorziening import category_words, volume_words
from vliegwiel.privacy.public import (
    Inzage,
    Onderdeel,
    Relatie,
    Wijziging,
    Zicht,
    geschiedenis_van,
    living,
    toon,
    zicht_op,
)
from vliegwiel.samenspel.public import Aandachtspunt, attends_to
from vliegwiel.ui.sentences import sentence

PRAKTIJK, WEKEN = "voorziening", "bel_alvast_weken"
MOST = 60  # of one household or resident
LATELY = timedelta(
    days=180
)  # a resident reads of calls: after that what was agreed is done, or is an agreement


@dataclass(frozen=True)
class Gesprokene:
    """A call about somebody's help, as it was written down."""

    persoon: UUID
    wat: str
    wie: str
    moment: datetime
    weg: str
    uitkomst: str
    regel: str
    weer_op: date | None


def weeks_before(kijker: Kijker, wet: str, categorie: str) -> int:
    """How long before its end help is said to end soon: of this category, else of the gemeente."""
    settings = kijker.instellingen
    return int(settings.get(f"{WEKEN}.{wet}.{categorie}") or 0) or int(settings.get(WEKEN) or 0)


def voorzieningen_of(kijker: Kijker, zicht: Zicht, now: datetime) -> QuerySet[Voorziening]:
    """The provisions this kijker may read: as any agreement, and the one that asks their attention."""
    rows = Voorziening.objects.filter(gemeente_id=kijker.gemeente_id)
    if not kijker.aan(PRAKTIJK):
        return rows.none()
    seen = zicht.q(Onderdeel.AFSPRAAK, afgesloten=None)
    own = zicht.dossiers(Onderdeel.KADER).intersection(zicht.with_relation(Relatie.EIGEN_AFSPRAAK))
    if own:  # where this page is for work with people; and only of the household that the card is about
        asked = attends_to(kijker, day_of(now)).filter(
            object=OuterRef("pk"), dossier_id=OuterRef("dossier_id")
        )
        seen |= Q(Exists(asked), dossier_id__in=sorted(own))
    return rows.filter(seen)


def _read(rows: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    return rows.select_related("aanbieder__organisatie")


def hulp_of(kijker: Kijker, today: date, row: Voorziening, voor: str = "", vlag: str = "") -> Hulp:
    """One row in words and days."""
    return Hulp(
        id=row.pk,
        dossier=row.dossier_id,
        persoon=row.persoon_id,
        voor=voor,
        wet=row.wet,
        wat=category_words(row.wet, row.categorie),
        wie=row.aanbieder.organisatie.naam if row.aanbieder else "",
        sinds=row.begonnen_op or row.begindatum,
        tot=row.eind,
        fase=fase(row, today, weeks_before(kijker, row.wet, row.categorie)),
        einde=kind_of_end(row.wet, row.reden),
        pauze_op=row.pauze_op,
        omvang=volume_words(row.volume, row.eenheid, row.frequentie),
        domein=row.domein,
        vlag=vlag,
    )


def help_here(
    kijker: Kijker, zicht: Zicht, dossier_id: UUID, now: datetime, names: Mapping[UUID, str]
) -> tuple[Hulp, ...]:
    """All help in one household that this kijker may read; `names` are the first names of who live there."""
    rows = _read(voorzieningen_of(kijker, zicht, now).filter(dossier_id=dossier_id))
    flags = zicht.domeinen(Onderdeel.DOMEINVLAG, dossier_id)
    today = day_of(now)
    return tuple(
        in_order(
            hulp_of(
                kijker,
                today,
                row,
                names.get(row.persoon_id, ""),
                row.domein if row.domein in flags else "",
            )
            for row in rows.order_by("eind", "pk")[:MOST]
        )
    )


def ends_first(kijker: Kijker, zicht: Zicht, ids: Collection[UUID], now: datetime) -> dict[UUID, Afloop]:
    """Per household what ends first of what ends soon: for Mijn mensen, in one query."""
    if not ids or not kijker.aan(PRAKTIJK):
        return {}
    today = day_of(now)
    weeks = max(
        [int(value or 0) for name, value in kijker.instellingen.items() if name.startswith(WEKEN)] or [0]
    )
    rows = voorzieningen_of(kijker, zicht, now).filter(
        dossier_id__in=ids, ingetrokken=False, eind__range=(today, today + timedelta(weeks=weeks))
    )
    fields = ("dossier_id", "pk", "persoon_id", "wet", "categorie", "eind")
    found: dict[UUID, Afloop] = {}
    for dossier, pk, persoon, wet, categorie, eind in rows.order_by("eind", "pk").values_list(*fields):
        if eind <= today + timedelta(weeks=weeks_before(kijker, wet, categorie)):
            found.setdefault(dossier, Afloop(pk, persoon, category_words(wet, categorie), eind))
    return found


# -- for the resident


def help_for(
    kijker: Kijker, zicht: Zicht, now: datetime, names: Mapping[UUID, str], zelf: UUID | None
) -> tuple[tuple[Hulp, ...], list[Gesprokene]]:
    """What a resident reads of help, and the last call about each: their own, and of whom they speak for."""
    today = day_of(now)
    seen = _read(voorzieningen_of(kijker, zicht, now).filter(ingetrokken=False))
    calls = kijker.aan("bel_alvast")
    asked = _with_calls(seen, now) if calls else seen
    rows: dict[UUID, Voorziening] = {}
    for row in asked.order_by("-gewijzigd_op", "pk", *(["-b_moment", "-b_pk"] if calls else []))[: MOST * 2]:
        rows.setdefault(row.pk, row)  # of more calls the last one
    toon(kijker, Inzage.Soort.EIGEN, [(row.persoon_id, row.dossier_id) for row in rows.values()])
    help_given = in_order(
        hulp_of(kijker, today, row, "" if row.persoon_id == zelf else names.get(row.persoon_id, ""))
        for row in rows.values()
    )
    return tuple(help_given), [_called(row) for row in rows.values() if getattr(row, "b_moment", None)]


def _with_calls(rows: QuerySet[Voorziening], now: datetime) -> QuerySet[Voorziening]:
    """Each provision once for every call about it of the last half year, or once without."""
    lately = FilteredRelation("belletjes", condition=Q(belletjes__moment__gt=now - LATELY))
    fields = ("pk", "moment", "weg", "uitkomst", "regel", "weer_op")
    told = {f"b_{name}": F(f"gebeld__{name}") for name in fields}
    return rows.annotate(gebeld=lately).annotate(**told, b_wie=F("gebeld__medewerker__naam"))


def _called(row: Any) -> Gesprokene:
    return Gesprokene(
        persoon=row.persoon_id,
        wat=category_words(row.wet, row.categorie),
        wie=row.b_wie,
        moment=row.b_moment,
        weg=row.b_weg,
        uitkomst=row.b_uitkomst,
        regel=row.b_regel,
        weer_op=row.b_weer_op,
    )


# -- one provision and what changed about it

_DAYS = frozenset({"begindatum", "begonnen_op", "gestopt_op", "eind", "pauze_op"})
_TOLD = _DAYS | {"categorie", "reden", "ingetrokken", "volume", "agbcode"}


@dataclass(frozen=True)
class Verandering:
    """One thing that changed: which (a code), what it was and is. `soort` says how to read the values."""

    moment: datetime
    door: str
    veld: str
    soort: str  # dag, woord, einde, janee
    voor: Any
    na: Any


@dataclass(frozen=True)
class Voorzieningblad:
    """One provision with its history, newest first."""

    hulp: Hulp
    toewijzing: str
    gezegd_tot: date | None
    opmerkingen: tuple[str, ...]
    veranderingen: tuple[Verandering, ...]


def read_voorziening(
    kijker: Kijker, dossier_id: UUID, voorziening_id: UUID, now: datetime
) -> Voorzieningblad | None:
    """The page of one provision, written down as shown; None when it is not theirs to read."""
    zicht = zicht_op(kijker, [dossier_id], now)
    rows = _read(voorzieningen_of(kijker, zicht, now)).select_related("persoon")
    row = rows.filter(dossier_id=dossier_id, pk=voorziening_id).first()
    if row is None:
        return None
    toon(kijker, Inzage.Soort.PLAN, [(row.persoon_id, dossier_id)])
    lives = (row.persoon_id, dossier_id) in living(kijker, [row.persoon_id], day_of(now))
    known = lives and zicht.mag(Onderdeel.PERSOON, dossier_id)
    flags = zicht.domeinen(Onderdeel.DOMEINVLAG, dossier_id)
    readable = zicht.domeinen(Onderdeel.AFSPRAAK, dossier_id) | {row.domein}
    told = [it for it in geschiedenis_van(kijker, None, row.pk) if it.domein in readable]
    return Voorzieningblad(
        hulp=hulp_of(
            kijker,
            day_of(now),
            row,
            row.persoon.voornaam if known else "",
            row.domein if row.domein in flags else "",
        ),
        toewijzing=row.toewijzing,
        gezegd_tot=row.eind,
        opmerkingen=tuple(row.opmerkingen),
        veranderingen=tuple(_told(row, told)),
    )


def _told(row: Voorziening, rows: Iterable[Wijziging]) -> Iterable[Verandering]:
    for it in rows:
        if it.veld in _TOLD:
            soort, read = _reader(row.wet, it.veld)
            yield Verandering(it.moment, it.door, it.veld, soort, read(it.voor), read(it.na))


def _reader(wet: str, veld: str) -> tuple[str, Any]:
    if veld in _DAYS:
        return "dag", lambda text: date.fromisoformat(text) if text else None
    if veld == "reden":
        return "einde", lambda text: kind_of_end(wet, text)
    if veld == "categorie":
        return "woord", lambda text: category_words(wet, text)
    return ("janee" if veld == "ingetrokken" else "woord"), lambda text: text


def own_help(kijker: Kijker, zicht: Zicht, now: datetime, zelf: UUID) -> list[dict[str, Any]]:
    """Everything about a resident's own help, with what changed about it: for all that is known about them."""
    rows = list(
        _read(voorzieningen_of(kijker, zicht, now)).filter(persoon_id=zelf).order_by("begindatum", "pk")
    )
    before = _history(kijker, rows)
    return [_plain(hulp_of(kijker, day_of(now), row), row) | {"geschiedenis": before[row.pk]} for row in rows]


def _plain(hulp: Hulp, row: Voorziening) -> dict[str, Any]:
    return {
        "wat": hulp.wat,
        "organisatie": hulp.wie,
        "van": hulp.sinds,
        "tot": hulp.tot,
        "omvang": hulp.omvang,
        "stand": hulp.fase.value,
        "reden_einde": hulp.einde.value if hulp.einde else "",
        "toewijzing": row.toewijzing,
    }


def _history(kijker: Kijker, rows: Iterable[Voorziening]) -> dict[UUID, list[dict[str, Any]]]:
    """What changed about each of these, in one query."""
    by_id = {row.pk: row for row in rows}
    found: dict[UUID, list[dict[str, Any]]] = {pk: [] for pk in by_id}
    said = Wijziging.objects.filter(gemeente_id=kijker.gemeente_id, object__in=list(by_id), veld__in=_TOLD)
    for it in said.order_by("moment", "pk"):
        soort, read = _reader(by_id[it.object].wet, it.veld)
        pair = [_in_words(soort, read(text)) for text in (it.voor, it.na)]
        found[it.object].append({"wanneer": it.moment, "veld": it.veld, "eerst": pair[0], "daarna": pair[1]})
    return found


def _in_words(soort: str, value: Any) -> Any:
    return sentence(f"hulp_einde.{value}") if soort == "einde" and value else value


# -- a card about help


def card_of(
    kijker: Kijker, aandachtspunt_id: UUID, now: datetime
) -> tuple[Aandachtspunt, Voorziening] | None:
    """An open card of this kijker or a team of theirs, and the provision it is about; None when it is not theirs.

    Of a dossier that is closed to them `zicht_op` gives nothing, whoever gave them the card.
    """
    card = attends_to(kijker, day_of(now)).filter(pk=aandachtspunt_id).first()
    if card is None or card.dossier_id is None or card.object is None:
        return None
    zicht = zicht_op(kijker, [card.dossier_id], now)
    row = voorzieningen_of(kijker, zicht, now).filter(pk=card.object, dossier_id=card.dossier_id).first()
    return (card, row) if row is not None else None
