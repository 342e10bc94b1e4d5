"""Fills any table by looking at its fields: a row that the constraints allow, with a canary in every private text.

A canary is a short word that occurs nowhere else; whoever reads it, read that field of that row. Nothing here
knows a page: rooms that are added later are filled by the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from tests.huis.classes import PRIVATE, class_of
from tests.huis.house import has_gemeente, our_models
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.kern.tenancy import GemeenteKey
from vliegwiel.ondersteuning.rules.bel_beeld import GETALLEN
from vliegwiel.ondersteuning.rules.kwartaal import quarters

# Fields that hold a code without saying so by `choices`: any free text there is a state that cannot be.
CODES = {
    "rol": "strateeg",
    "niveau": "uitvoering",
    "taal": "nl",
    "actie": "start_tafel",
    "reden": "rol",
}


# What a constraint wants of fields that have a default: the defaults alone make no row.
FITS: dict[str, dict[str, Any]] = {
    "privacy_betrokkenheid": {"domein": "wmo"},
    "samenspel_aandachtspunt": {"code": "bel_alvast"},
    "ondersteuning_kwartaalbeeld": {
        "beeld": {
            "totaal": dict.fromkeys(GETALLEN, 40),
            "regels": [{"soort": "wmo.01", **dict.fromkeys(GETALLEN)}],
        }
    },
}
# Who says for whom it is needs no role.
INSTEAD = {"samenspel_aandachtspunt": ("rol", {"medewerker", "medewerker_id", "team", "team_id"})}


@dataclass(frozen=True)
class Canary:
    """One private field of one row."""

    word: str
    field: str
    kind: str
    row: UUID | int
    phase: str


@dataclass
class Filler:
    """Makes rows of one gemeente and remembers the last of each kind, for the next row to point to."""

    tag: str  # one letter: the first of every canary of this gemeente
    gemeente: Gemeente | None = None
    phase: str = ""
    last: dict[type[models.Model], models.Model] = field(default_factory=dict)
    rows: list[models.Model] = field(default_factory=list)
    canaries: list[Canary] = field(default_factory=list)
    _count: int = 0

    def create(self, model: type[models.Model], **given: Any) -> Any:
        """Store one row: what is given, what the model defaults to, and for the rest whatever fits."""
        made: list[tuple[str, models.Field[Any, Any]]] = []
        given = {**FITS.get(model._meta.db_table, {}), **given}
        name, others = INSTEAD.get(model._meta.db_table, ("", set()))
        given |= {name: ""} if others & given.keys() else {}
        values = {f.name: self._value(f, made) for f in self._to_fill(model, given)}
        row = self._allowed(model, {**values, **given})
        row.save(force_insert=True)
        self.last[model] = row
        self.rows.append(row)
        for word, f in made:
            self.canaries.append(
                Canary(word, f"{model._meta.db_table}.{f.name}", class_of(f), row.pk, self.phase)
            )
        return row

    def many(self, model: type[models.Model], size: int, each: Callable[[int], dict[str, Any]]) -> list[Any]:
        """Store many rows at once: what `each` gives for a number, and for the rest whatever fits."""
        first = each(0)
        names = [f for f in self._to_fill(model, first) if not f.primary_key]
        rows = [model(**{f.name: self._value(f, []) for f in names}, **each(turn)) for turn in range(size)]
        return model._default_manager.bulk_create(rows, batch_size=400)  # type: ignore[return-value]

    def forget(self, *tables: type[models.Model]) -> None:
        """Let the next rows stand on their own instead of pointing to these."""
        for model in tables:
            self.last.pop(model, None)

    def _to_fill(self, model: type[models.Model], given: dict[str, Any]) -> Iterator[Any]:
        for f in model._meta.local_fields:
            optional = f.null or f.has_default()
            private_text = _is_text(f) and class_of(f) in PRIVATE and not f.choices
            if f.name in given or f.attname in given or isinstance(f, models.AutoField):
                continue
            if private_text or not (optional or f.primary_key):
                yield f

    def _value(self, f: Any, made: list[tuple[str, Any]]) -> Any:
        if isinstance(f, GemeenteKey):
            return self.gemeente
        if f.is_relation:
            return self.row_for(f.related_model)
        if f.choices:
            return f.choices[0][0]
        if _is_text(f):
            word = self._word()
            if f.name in CODES:
                return CODES[f.name]
            if class_of(f) in PRIVATE:
                made.append((word, f))
            return _as_value(f, word)
        if _counts(f):
            self._count += 1
            return self._count
        if _of_its_own(f):  # a period of a gemeente, known by its first day: each row an earlier quarter
            return quarters(today(), 1 + sum(type(row) is f.model for row in self.rows))[-1]
        return _plain(f)

    def _word(self) -> str:
        self._count += 1
        return f"zq{self.tag}{self._count:05d}"

    def row_for(self, model: type[models.Model]) -> models.Model:
        return self.last.get(model) or self.create(model)  # type: ignore[no-any-return]

    def _allowed(self, model: type[models.Model], values: dict[str, Any]) -> models.Model:
        """The row with as few optional references as its constraints let it have."""
        for given in (values, None):  # None: with a row of its own for each reference to the same table
            found = self._first(model, given if given is not None else self._each_their_own(model, values))
            if found is not None:
                return found
        raise AssertionError(f"no row of {model._meta.label} is allowed with {values}")

    def _first(self, model: type[models.Model], values: dict[str, Any]) -> models.Model | None:
        optional = [f for f in model._meta.local_fields if f.is_relation and f.null and f.name not in values]
        for size in range(len(optional) + 1):
            for chosen in combinations(optional, size):
                row = model(**values, **{f.name: self.row_for(f.related_model) for f in chosen})
                if _is_allowed(row):
                    return row
        return None

    def _each_their_own(self, model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
        """Two references that must be there and point to the same table point to two rows (whoever represents
        somebody is not that person)."""
        seen: set[type[models.Model]] = set()
        found = dict(values)
        for f in model._meta.local_fields:
            if f.is_relation and not f.null and f.name in values and not isinstance(f, GemeenteKey):
                if f.related_model in seen and values[f.name] is self.last.get(f.related_model):
                    found[f.name] = self.create(f.related_model)
                seen.add(f.related_model)
        return found


def _is_allowed(row: models.Model) -> bool:
    try:
        row.validate_constraints()
    except ValidationError:
        return False
    return True


def _is_text(f: Any) -> bool:
    return isinstance(f, models.CharField | models.TextField | models.JSONField)


def _as_value(f: Any, word: str) -> Any:
    if isinstance(f, models.JSONField):
        return {"tekst": word}
    if isinstance(f, models.EmailField):
        return f"{word}@x.example"
    return word[-(f.max_length or len(word)) :]  # of a short code the number


def _counts(f: Any) -> bool:
    """Whether this is the number of a row within its gemeente."""
    return isinstance(f, models.IntegerField) and _once(f)


def _of_its_own(f: Any) -> bool:
    return isinstance(f, models.DateField) and _once(f)


def _once(f: Any) -> bool:
    unique = (set(c.fields) for c in f.model._meta.constraints if isinstance(c, models.UniqueConstraint))
    return {"gemeente", f.name} in list(unique)


def _plain(f: Any) -> Any:
    if isinstance(f, models.DateTimeField):
        return now()
    if isinstance(f, models.DateField):
        return today() - timedelta(days=30)
    if isinstance(f, models.UUIDField):
        return new_id()
    if isinstance(f, models.BooleanField):
        return False
    if isinstance(f, models.IntegerField | models.DecimalField):
        return 1
    raise AssertionError(f"the filler does not know {f!r}: teach it")


def in_order(tables: list[type[models.Model]]) -> list[type[models.Model]]:
    """Tables so that what a row must point to comes before it."""
    ordered: list[type[models.Model]] = []

    def add(model: type[models.Model]) -> None:
        if model in ordered or model not in tables:
            return
        for f in model._meta.local_fields:
            if f.is_relation and f.related_model is not model:
                add(f.related_model)
        ordered.append(model)

    for model in tables:
        add(model)
    return ordered


def fill_the_rest(filler: Filler, but: tuple[type[models.Model], ...] = ()) -> None:
    """A row in every table of a gemeente that has none yet."""
    for model in in_order([model for model in our_models() if has_gemeente(model)]):
        if model not in filler.last and model not in but:
            filler.create(model)


def account(filler: Filler, soort: str = Account.Soort.MEDEWERKER) -> Account:
    return filler.create(Account, soort=soort)  # type: ignore[no-any-return]
