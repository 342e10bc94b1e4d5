"""Provisions change by facts alone: what messages and files say is stored once, folded, and written as the state.

For hundreds at once with a fixed number of questions to the database. Who it is about is decided in
`voorziening_mensen`; what the facts make together in rules/voorziening.py. What is kept aside is told, not stored here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Gemeente
from vliegwiel.ondersteuning.actions.voorziening_mensen import Aankomst, Besluit
from vliegwiel.ondersteuning.models import Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.queries.voorziening_inlezen import Bekend, Sleutel, key_of, read_known
from vliegwiel.ondersteuning.rules.pakket import (
    Pakket,
    Uitkomst,
    as_json,
    hash_of,
    says_the_same,
    soort_of,
    with_own_hash,
)
from vliegwiel.ondersteuning.rules.voorziening import Feit, Stand, Toewijzing, category, fold
from vliegwiel.privacy.public import record_many, require_messages

_FIELDS = (
    *("domein", "categorie", "code", "aanbieder_id", "agbcode", "begindatum", "begonnen_op", "gestopt_op"),
    *("eind", "pauze_op", "reden", "ingetrokken", "volume", "eenheid", "frequentie", "budget", "opmerkingen"),
)
_CHANGED = [*(name.removesuffix("_id") for name in _FIELDS), "stand", "gewijzigd_op"]


@transaction.atomic
def apply_facts(*, by: Kijker, now: datetime, pakketten: Sequence[Pakket]) -> list[Uitkomst]:
    """Store what these say and write the state of each provision; what became of each, in the same order.

    The caller collects who was read (`collecting`). One batch at a time in a gemeente: the others wait.

    Raises:
        OnlyForMessages: the kijker does not read messages in, or not for that.
    """
    known = _begin(by, now, pakketten)
    people = Aankomst(by, now, known)
    return _store(by, now, known, people, [(it, people.decide(it)) for it in pakketten])


@transaction.atomic
def resolve(*, by: Kijker, now: datetime, pakket: Pakket, zelfde: UUID | None) -> Uitkomst:
    """What was kept aside as "lijkt_op" gets its answer: the same person as in dossier `zelfde`, or (None) another.

    Who looked alike may have moved since: then it comes back as "lijkt_op" once more, with who does now.

    Raises:
        OnlyForMessages: the kijker does not read messages in, or not for that.
    """
    known = _begin(by, now, [pakket])
    people = Aankomst(by, now, known)
    decided = people.decide(pakket, zelfde=zelfde, ander=zelfde is None)
    return _store(by, now, known, people, [(pakket, decided)])[0]


def _begin(by: Kijker, now: datetime, pakketten: Sequence[Pakket]) -> Bekend:
    require_messages(by)
    Gemeente.objects.select_for_update(no_key=True).get(pk=by.gemeente_id)
    return read_known(by, now, pakketten)


@dataclass
class _Bundel:
    """Everything about one provision in this batch: its row, every fact known, and those that are new."""

    row: Voorziening
    is_new: bool
    feiten: dict[tuple[str, str], Feit]
    nieuw: list[Voorzieningfeit] = field(default_factory=list)
    stand: Stand | None = None


def _store(
    by: Kijker, now: datetime, known: Bekend, people: Aankomst, decided: list[tuple[Pakket, Besluit]]
) -> list[Uitkomst]:
    people.store()
    bundles: dict[Sleutel, _Bundel] = {}
    counts: list[int] = []
    for pakket, besluit in decided:
        counts.append(_collect(by, now, known, bundles, pakket, besluit) if besluit.persoon else 0)
    touched = [bundle for bundle in bundles.values() if bundle.nieuw]
    changes = [change for bundle in touched if (change := _fold(now, known, bundle))]
    Voorziening.objects.bulk_create(it.row for it in touched if it.is_new)
    Voorziening.objects.bulk_create(
        [it.row for it in touched if not it.is_new],
        update_conflicts=True,
        update_fields=_CHANGED,
        unique_fields=["gemeente", "id"],
    )
    Voorzieningfeit.objects.bulk_create(feit for it in touched for feit in it.nieuw)
    record_many(by=by, changes=changes, now=now)
    said = Counter(besluit.code.value for _, besluit in decided)
    record(by=by, action="voorziening.ingelezen", subject=by.gemeente, now=now, feiten=sum(counts), **said)
    return [_outcome(bundles, it, how, new) for (it, how), new in zip(decided, counts, strict=True)]


def _collect(
    by: Kijker,
    now: datetime,
    known: Bekend,
    bundles: dict[Sleutel, _Bundel],
    pakket: Pakket,
    besluit: Besluit,
) -> int:
    """Put the facts of a Pakket with those of its provision; how many are new."""
    key = key_of(pakket)
    if key not in bundles:
        row = known.voorzieningen.get(key)
        bundles[key] = _Bundel(
            row or _new_row(by, pakket, besluit), row is None, known.feiten.get(row.pk, {}) if row else {}
        )
    bundle, new = bundles[key], 0
    for feit in pakket.feiten:
        soort, gegevens = soort_of(feit), as_json(feit)
        hash_ = hash_of(soort, gegevens)
        if (soort, hash_) in bundle.feiten or (pakket.bron == "bestand" and _is_no_news(bundle, feit)):
            continue
        bundle.feiten[soort, hash_] = with_own_hash(feit, hash_)
        bundle.nieuw.append(
            Voorzieningfeit(
                gemeente_id=by.gemeente_id,
                voorziening_id=bundle.row.pk,
                dossier_id=bundle.row.dossier_id,
                soort=soort,
                hash=hash_,
                gegevens=gegevens,
                bericht=pakket.bericht,
                moment=now,
            )
        )
        new += 1
    return new


def _is_no_news(bundle: _Bundel, feit: Feit) -> bool:
    """A file says every row again each time: what the newest assignment says already is no fact of its own."""
    said = [it for it in bundle.feiten.values() if isinstance(it, Toewijzing)]
    if not isinstance(feit, Toewijzing) or not said:
        return False
    return says_the_same(feit, max(said, key=lambda it: it.orde))


def _new_row(by: Kijker, pakket: Pakket, besluit: Besluit) -> Voorziening:
    return Voorziening(
        gemeente_id=by.gemeente_id,
        dossier_id=besluit.dossier,
        persoon_id=besluit.persoon,
        wet=pakket.wet,
        toewijzing=pakket.toewijzing,
        bron=pakket.bron,
        stand=0,
    )


def _fold(
    now: datetime, known: Bekend, bundle: _Bundel
) -> tuple[UUID, str, Voorziening, dict[str, Any]] | None:
    """Write the state on the row; what changed of a row that was there, for its history."""
    row, stand = bundle.row, fold(bundle.feiten.values())
    assert stand is not None  # a provision begins with an assignment
    values = _values(row, stand, known)
    before = None if bundle.is_new else {name: getattr(row, name) for name in _FIELDS}
    for name, value in values.items():
        setattr(row, name, value)
    row.stand += 1
    row.gewijzigd_op = now
    bundle.stand = stand
    for feit in bundle.nieuw:
        feit.domein = row.domein
    if before is None:
        return None
    changed = {name.removesuffix("_id"): (before[name], values[name]) for name in _FIELDS}
    return (
        row.dossier_id,
        row.domein,
        row,
        {name: pair for name, pair in changed.items() if pair[0] != pair[1]},
    )


def _values(row: Voorziening, stand: Stand, known: Bekend) -> dict[str, Any]:
    said = stand.toewijzing
    provider = row.aanbieder_id if row.agbcode == said.aanbieder else None
    return {
        "domein": category(row.wet, said.categorie).domein,
        "categorie": said.categorie,
        "code": said.code,
        "aanbieder_id": known.deelnames.get(said.aanbieder, provider),
        "agbcode": said.aanbieder,
        "begindatum": said.ingangsdatum,
        "begonnen_op": stand.begonnen_op,
        "gestopt_op": stand.gestopt_op,
        "eind": stand.eind,
        "pauze_op": stand.pauze_op,
        "reden": stand.reden,
        "ingetrokken": stand.ingetrokken,
        "volume": said.volume,
        "eenheid": said.eenheid,
        "frequentie": said.frequentie,
        "budget": said.budget,
        "opmerkingen": list(stand.opmerkingen),
    }


def _outcome(bundles: dict[Sleutel, _Bundel], pakket: Pakket, besluit: Besluit, new: int) -> Uitkomst:
    if besluit.persoon is None:
        return Uitkomst(besluit.code, kandidaat=besluit.kandidaat)
    row = bundles[key_of(pakket)].row
    return Uitkomst(besluit.code, tuple(_remarks(row)), row.pk, row.dossier_id, feiten=new)


def _remarks(row: Voorziening) -> Iterable[str]:
    yield from row.opmerkingen
    if row.agbcode and row.aanbieder_id is None:
        yield "aanbieder_onbekend"
