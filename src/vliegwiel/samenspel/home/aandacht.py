"""What stands as Aandachtspunt, as cards on Vandaag: of me, of my teams and of my roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, Q
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Aandacht, OpenWerk
from vliegwiel.privacy.public import Inzage, Onderdeel, living, toon, zicht_op
from vliegwiel.samenspel import aandachtregels, queries
from vliegwiel.samenspel.actions import hand_over_attention
from vliegwiel.samenspel.home.eigen import eigen_and
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Woorden
from vliegwiel.ui.filters import datum_kort
from vliegwiel.ui.sentences import sentence

SHOWN = 12  # of one kind: the page of that kind has them all
MOST = 60


@dataclass(frozen=True)
class Vraagt:
    """An Aandachtspunt as this kijker may know it: its rule, and the parameters of its sentences.

    `kent`: it is about no household, or about one this kijker may know of; else what a colleague wrote is not for them.
    """

    row: Aandachtspunt
    regel: Aandachtregel
    params: dict[str, object]
    kent: bool


def asks(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """The cards for Vandaag: what is not put off."""
    return [_card(kijker, it) for it in shown(kijker, now)]


def waits(kijker: Kijker, now: datetime) -> bool:
    """Whether something asks attention now, of which this kijker may know."""
    return kijker.medewerker is not None and bool(_rows(kijker, now, put_off=False)[0])


def shown(kijker: Kijker, now: datetime, *, put_off: bool = False) -> list[Vraagt]:
    """What asks attention of this kijker now (or was put off), as far as they may know of it. Two or three queries."""
    if kijker.medewerker is None:
        return []
    found, rules = _rows(kijker, now, put_off=put_off)
    return _as_known(kijker, found, rules, now) if found else []


def _rows(
    kijker: Kijker, now: datetime, *, put_off: bool
) -> tuple[list[Aandachtspunt], dict[str, Aandachtregel]]:
    """Those of the rules that are for this kijker, the most pressing first."""
    rules = {regel.code: regel for regel in aandachtregels.declared() if regel.sees(kijker)}
    now_or_never = Q(uitgesteld_tot__isnull=True) | Q(uitgesteld_tot__lte=day_of(now))
    rows = queries.own_attention(kijker, now).filter(
        ~now_or_never if put_off else now_or_never, code__in=rules
    )
    rows = rows.annotate(woont=Exists(queries.at_home(day_of(now)))).select_related("persoon")
    rows = rows.order_by(F("voor").asc(nulls_last=True), "vanaf", "id")
    return list(_some_of_each(rows[:MOST])), rules


def known(kijker: Kijker, row: Aandachtspunt, now: datetime) -> Vraagt | None:
    """One of them, or None when this kijker may not know of it."""
    row.woont = (row.persoon_id, row.dossier_id) in living(kijker, [row.persoon_id], day_of(now))  # type: ignore[attr-defined]
    regel = aandachtregels.regel_of(row.code)
    if regel is None or not regel.sees(kijker):
        return None
    return next(iter(_as_known(kijker, [row], {row.code: regel}, now)), None)


def _some_of_each(rows: Iterable[Aandachtspunt]) -> Iterator[Aandachtspunt]:
    seen: dict[str, int] = defaultdict(int)
    for row in rows:
        seen[row.code] += 1
        if seen[row.code] <= SHOWN:
            yield row


def _as_known(
    kijker: Kijker, rows: list[Aandachtspunt], rules: dict[str, Aandachtregel], now: datetime
) -> list[Vraagt]:
    """Names only of whom the policy gives and who lives there; of a dossier that is not theirs nothing at all."""
    zicht = zicht_op(kijker, {row.dossier_id for row in rows if row.dossier_id}, now)
    known = {row.pk: row.dossier_id and zicht.mag(Onderdeel.PERSOON, row.dossier_id) for row in rows}
    rows = [row for row in rows if row.dossier_id is None or row.rol or known[row.pk]]
    words = _described(kijker, rows, rules, now)
    told: list[tuple[UUID, UUID | None]] = []
    found = []
    for row in rows:
        if row.pk not in words:
            continue
        named_now = bool(known[row.pk]) and row.woont  # type: ignore[attr-defined]
        if named_now and row.persoon_id:
            told.append((row.persoon_id, row.dossier_id))
        kent = row.dossier_id is None or bool(known[row.pk])
        found.append(Vraagt(row, rules[row.code], {**_params(row, named_now), **words[row.pk]}, kent))
    toon(kijker, Inzage.Soort.LIJST, told)
    return found


def _described(
    kijker: Kijker, rows: list[Aandachtspunt], rules: dict[str, Aandachtregel], now: datetime
) -> dict[UUID, dict[str, object]]:
    """Words that a rule reads for this kijker, of all rules in one question; a row it leaves out is not shown."""
    found: dict[UUID, dict[str, object]] = {row.pk: {} for row in rows if rules[row.code].describe is None}
    reading: list[tuple[Woorden, list[Aandachtspunt]]] = []
    for code, regel in rules.items():
        own = [row for row in rows if row.code == code]
        if regel.describe is not None and own:
            words = regel.describe(kijker, own, now)
            if isinstance(words, Woorden):
                reading.append((words, own))
            else:
                found |= {pk: dict(said) for pk, said in words.items()}
    return found | _read(kijker, reading, now)


def _read(
    kijker: Kijker, reading: list[tuple[Woorden, list[Aandachtspunt]]], now: datetime
) -> dict[UUID, dict[str, object]]:
    if not reading:
        return {}
    found: dict[UUID, dict[str, object]] = {}
    answers = eigen_and(kijker, now, *(words.rows for words, _ in reading))
    for (words, own), answer in zip(reading, answers, strict=True):
        said = dict(map(words.said, answer))
        found |= {row.pk: dict(said[row.object]) for row in own if row.object in said}
    return found


def _params(row: Aandachtspunt, named: bool) -> dict[str, object]:
    """Days as they are written; for whom."""
    voor = row.persoon.voornaam if row.persoon and named else sentence("voor_huishouden")
    return {"voor": voor} | {
        name: datum_kort(date.fromisoformat(value)) if name.startswith("dag") else value
        for name, value in row.params.items()
    }


def _card(kijker: Kijker, it: Vraagt) -> Aandacht:
    slug = kijker.gemeente.slug
    return Aandacht(
        code=it.row.code,
        href=it.regel.href(slug, it.row),
        weight=it.regel.weight,
        kwart=it.regel.kwart,
        params={**it.params, "icoon": it.regel.icoon},
        later=reverse("aandacht_later", args=[slug, it.row.pk]),
    )


def attention_of(kijker: Kijker, medewerker: Medewerker) -> OpenWerk | None:
    """How much asks attention of a colleague who leaves: a number for the beheerder, not what."""
    count = Aandachtspunt.objects.filter(
        gemeente_id=kijker.gemeente_id, medewerker_id=medewerker.pk, weg_op__isnull=True
    ).count()
    return OpenWerk("open_werk.aandacht", count, {"aantal": count}) if count else None


def hand_over(*, medewerker: Medewerker, to: Medewerker | None, by: Kijker, now: datetime) -> None:
    """What asks attention goes to the successor."""
    hand_over_attention(by=by, now=now, medewerker_id=medewerker.pk, to=to)
