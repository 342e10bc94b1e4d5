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
from vliegwiel.kern.ids import new_id
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
from vliegwiel.privacy.public import Change, Domein, record_many, require_messages

_CHANGED = [
    *(
        "domein",
        "categorie",
        "code",
        "aanbieder",
        "agbcode",
        "begindatum",
        "begonnen_op",
        "gestopt_op",
        "eind",
    ),
    *("pauze_op", "reden", "ingetrokken", "volume", "eenheid", "frequentie", "budget", "opmerkingen"),
    *("stand", "gewijzigd_op"),
]


@transaction.atomic
def apply_facts(*, by: Kijker, now: datetime, pakketten: Sequence[Pakket]) -> list[Uitkomst]:
    """Store what these say and write the state of each provision; what became of each, in the same order.

    The caller collects who was read (`collecting`). One batch at a time in a gemeente: the others wait.

    Raises:
        OnlyForMessages: the kijker does not read messages in, or not for that.
    """
    known = _begin(by, now, pakketten)
    people = Aankomst(by, now, known)
    decided = {place: people.decide(pakketten[place]) for place in _assignments_first(pakketten)}
    return _store(by, now, known, people, [(it, decided[place]) for place, it in enumerate(pakketten)])


def _assignments_first(pakketten: Sequence[Pakket]) -> list[int]:
    """The places of these in the order to decide: what begins a provision before what is said about one."""
    return sorted(
        range(len(pakketten)),
        key=lambda place: not any(isinstance(feit, Toewijzing) for feit in pakketten[place].feiten),
    )


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
    """Everything about one provision in this batch: its row (a new one: what it begins with), and its facts."""

    id: UUID
    dossier: UUID
    feiten: dict[tuple[str, str], Feit]
    row: Voorziening | None
    begin: dict[str, Any] = field(default_factory=dict)
    nieuw: list[Voorzieningfeit] = field(default_factory=list)


def _store(
    by: Kijker, now: datetime, known: Bekend, people: Aankomst, decided: list[tuple[Pakket, Besluit]]
) -> list[Uitkomst]:
    people.store()
    bundles: dict[Sleutel, _Bundel] = {}
    counts = [
        _collect(by, now, _bundle(by, known, bundles, pakket, besluit), pakket) if besluit.persoon else 0
        for pakket, besluit in decided
    ]
    touched = [bundle for bundle in bundles.values() if bundle.nieuw]
    there = [bundle for bundle in touched if bundle.row is not None]
    new = [bundle for bundle in touched if bundle.row is None]
    changes = [_fold_again(now, known, bundle) for bundle in there]
    for bundle in new:
        _fold_first(now, known, bundle)
    Voorziening.objects.bulk_create(_rows(new))
    Voorziening.objects.bulk_create(
        _rows(there),
        update_conflicts=True,
        update_fields=_CHANGED,
        unique_fields=["gemeente", "id"],
    )
    Voorzieningfeit.objects.bulk_create(feit for it in touched for feit in it.nieuw)
    record_many(by=by, changes=changes, now=now)
    said = Counter(besluit.code.value for _, besluit in decided)
    record(by=by, action="voorziening.ingelezen", subject=by.gemeente, now=now, feiten=sum(counts), **said)
    return [_outcome(bundles, it, how, new) for (it, how), new in zip(decided, counts, strict=True)]


def _bundle(
    by: Kijker, known: Bekend, bundles: dict[Sleutel, _Bundel], pakket: Pakket, besluit: Besluit
) -> _Bundel:
    key = key_of(pakket)
    if key in bundles:
        return bundles[key]
    row = known.voorzieningen.get(key)
    if row is not None:
        bundles[key] = _Bundel(row.pk, row.dossier_id, known.feiten[row.pk], row)
        return bundles[key]
    assert besluit.dossier is not None
    begin = {
        "gemeente_id": by.gemeente_id,
        "persoon_id": besluit.persoon,
        "wet": pakket.wet,
        "toewijzing": pakket.toewijzing,
        "bron": pakket.bron,
    }
    bundles[key] = _Bundel(new_id(), besluit.dossier, {}, None, begin)
    return bundles[key]


def _collect(by: Kijker, now: datetime, bundle: _Bundel, pakket: Pakket) -> int:
    """Put the facts of a Pakket with those of its provision; how many are new."""
    before = len(bundle.nieuw)
    for feit in pakket.feiten:
        soort, gegevens = soort_of(feit), as_json(feit)
        hash_ = hash_of(soort, gegevens)
        if (soort, hash_) in bundle.feiten or (pakket.bron == "bestand" and _is_no_news(bundle, feit)):
            continue
        bundle.feiten[soort, hash_] = with_own_hash(feit, hash_)
        bundle.nieuw.append(
            Voorzieningfeit(
                gemeente_id=by.gemeente_id,
                voorziening_id=bundle.id,
                dossier_id=bundle.dossier,
                soort=soort,
                hash=hash_,
                gegevens=gegevens,
                bericht=pakket.bericht,
                moment=now,
            )
        )
    return len(bundle.nieuw) - before


def _is_no_news(bundle: _Bundel, feit: Feit) -> bool:
    """A file says every row again each time: what the newest assignment says already is no fact of its own."""
    said = [it for it in bundle.feiten.values() if isinstance(it, Toewijzing)]
    if not isinstance(feit, Toewijzing) or not said:
        return False
    return says_the_same(feit, max(said, key=lambda it: it.orde))


def _fold_first(now: datetime, known: Bekend, bundle: _Bundel) -> None:
    """The row of a provision we did not know."""
    values = _values(bundle, known)
    bundle.row = Voorziening(
        id=bundle.id, dossier_id=bundle.dossier, gewijzigd_op=now, **bundle.begin, **values
    )


def _fold_again(now: datetime, known: Bekend, bundle: _Bundel) -> Change:
    """The state written on the row that was there; what changed, for its history.

    A line that says it was protection of a child is for who may know that, also when it is other help now.
    """
    row, values = bundle.row, _values(bundle, known)
    assert row is not None
    protected = row.domein == Domein.JEUGDBESCHERMING
    changed = {}
    for name, value in values.items():
        if (before := getattr(row, name)) != value:
            changed[name.removesuffix("_id")] = (before, value)
            setattr(row, name, value)
    row.stand += 1
    row.gewijzigd_op = now
    return row.dossier_id, Domein.JEUGDBESCHERMING.value if protected else row.domein, row, changed


def _rows(bundles: Iterable[_Bundel]) -> list[Voorziening]:
    return [it.row for it in bundles if it.row is not None]


def _values(bundle: _Bundel, known: Bekend) -> dict[str, Any]:
    """The state that all its facts make, as fields of the row."""
    stand, row = fold(bundle.feiten.values()), bundle.row
    assert stand is not None  # a provision begins with an assignment
    agbcode = stand.toewijzing.aanbieder
    provider = row.aanbieder_id if row is not None and row.agbcode == agbcode else None
    wet = row.wet if row is not None else bundle.begin["wet"]
    return fields_of(stand, wet, known.deelnames.get(agbcode, provider))


def fields_of(stand: Stand, wet: str, aanbieder_id: UUID | None) -> dict[str, Any]:
    """A state as the fields of a Voorziening."""
    said = stand.toewijzing
    return {
        "domein": category(wet, said.categorie).domein,
        "categorie": said.categorie,
        "code": said.code,
        "aanbieder_id": aanbieder_id,
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
    assert row is not None
    return Uitkomst(besluit.code, tuple(_remarks(row)), row.pk, row.dossier_id, feiten=new)


def _remarks(row: Voorziening) -> Iterable[str]:
    yield from row.opmerkingen
    if row.agbcode and row.aanbieder_id is None:
        yield "aanbieder_onbekend"
