"""Kopieer naar zaaksysteem: one plain text of what this kijker sees, without a word on domains."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Contactmoment
from vliegwiel.ondersteuning.queries.contact import contacts
from vliegwiel.ondersteuning.queries.plan import read_plan
from vliegwiel.ondersteuning.queries.plan_blad import Deel, Doel, PlanBlad, Wie
from vliegwiel.ondersteuning.rules.hulp import Hulp
from vliegwiel.privacy.public import Inzage, zicht_op
from vliegwiel.ui.filters import datum, datum_kort
from vliegwiel.ui.sentences import sentence

MOST = 50


class Periode(StrEnum):
    """How far back the contact goes."""

    GEEN = "geen"
    WEEK = "week"
    MAAND = "maand"
    KWARTAAL = "kwartaal"


DAYS = {Periode.WEEK: 7, Periode.MAAND: 31, Periode.KWARTAAL: 92}


def copy_of(
    kijker: Kijker, dossier_id: UUID, now: datetime, *, plan: bool, periode: Periode
) -> tuple[str, PlanBlad] | None:
    """The text and the plan it was taken from; None when it is not theirs to read. Logged as a copy."""
    blad = read_plan(kijker, dossier_id, now, soort=Inzage.Soort.KOPIE)
    if blad is None:
        return None
    parts = [_head(blad, now)]
    if plan:
        parts += _plan(blad)
    if periode != Periode.GEEN:
        since = now - timedelta(days=DAYS[periode])
        parts += _section("kopie.contact", _talks(kijker, dossier_id, blad, since, now))
    return "\n\n".join(filter(None, parts)), blad


def _head(blad: PlanBlad, now: datetime) -> str:
    numbers = " · ".join(filter(None, [blad.nummer, blad.referentie]))
    people = ", ".join(wie.naam for wie in blad.mensen)
    return "\n".join(
        filter(None, [blad.huishouden, numbers, people, sentence("kopie.van", {"dag": datum(now)})])
    )


def _section(code: str, lines: Iterable[str]) -> list[str]:
    rows = [f"- {line}" for line in lines]
    return ["\n".join([sentence(code).upper(), *rows])] if rows else []


def _plan(blad: PlanBlad) -> list[str]:
    return [
        *_section("kopie.goed", _delen(blad.goed)),
        *_section("kopie.wil", _delen(blad.wil)),
        *_section("kopie.doelen", map(_doel, blad.doelen)),
        *_section("kopie.afspraken", map(_wie, blad.afspraken)),
        *_section("kopie.hulp", (_hulp(it) for it in blad.hulp if not it.voorbij)),
        *_section("kopie.aantekeningen", _delen(blad.aantekeningen)),
    ]


def _delen(parts: Iterable[Deel]) -> list[str]:
    """Not what is sealed: in the other system more people would read it."""
    return [_deel(it) for it in parts if not it.verzegeld]


def _deel(it: Deel) -> str:
    return f"{it.over}: {it.tekst}" if it.over else it.tekst


def _doel(it: Doel) -> str:
    step = f" {sentence('kopie.eerste_stap', {'stap': it.eerste_stap})}" if it.eerste_stap else ""
    fits = sentence("kopie.draagt_bij", {"doelen": "; ".join(to.naam for to in it.draagt_bij)})
    text = f"{it.tekst}{step} {fits}" if it.draagt_bij else f"{it.tekst}{step}"
    return f"{it.over}: {text}" if it.over else text


def _wie(it: Wie) -> str:
    for_whom = f" ({it.voor})" if it.voor else ""
    day = f", {datum_kort(it.wanneer)}" if it.wanneer else ""
    return f"{it.naam}: {it.tekst}{for_whom}{day}"


def _hulp(it: Hulp) -> str:
    for_whom = f" ({it.voor})" if it.voor else ""
    until = sentence("kopie.hulp_tot", {"dag": datum_kort(it.tot)}) if it.tot else ""
    since = sentence("kopie.hulp_sinds", {"dag": datum_kort(it.sinds)})
    return ", ".join(filter(None, [f"{it.wat}{for_whom}", it.wie, it.omvang, since, until]))


def _talks(kijker: Kijker, dossier_id: UUID, blad: PlanBlad, since: datetime, now: datetime) -> list[str]:
    names: dict[UUID | None, str] = {wie.id: wie.naam for wie in blad.mensen}
    rows = contacts(kijker, zicht_op(kijker, [dossier_id], now)).filter(
        dossier_id=dossier_id, moment__gte=since
    )
    return [_talk(row, names) for row in rows.select_related("medewerker")[:MOST]]


def _talk(row: Contactmoment, names: dict[UUID | None, str]) -> str:
    who = names.get(row.persoon_id, "") if row.van_inwoner else row.medewerker.naam if row.medewerker else ""
    how = f"{sentence(f'uitkomst.{row.uitkomst}')} {sentence(f'contact.{row.soort}')}"
    said = f": {row.regel}" if row.regel else ""
    return f"{', '.join(filter(None, [datum_kort(row.moment), who, how]))}{said}"
