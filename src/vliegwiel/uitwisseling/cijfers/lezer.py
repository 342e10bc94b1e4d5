"""From rows to figures: every row is checked, and only a table without faults gives anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from vliegwiel.effect.public import Cijfer, is_over, read_code, read_number
from vliegwiel.effect.public import Wrong as NoPeriod
from vliegwiel.kern.taal import fold
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst
from vliegwiel.uitwisseling.rules.waarden import Wrong
from vliegwiel.uitwisseling.tabel.cellen import NOTHING, cleaned
from vliegwiel.uitwisseling.tabel.lezer import open_table
from vliegwiel.uitwisseling.tabel.vondst import at

KOLOMMEN = ("indicator", "gebied", "periode", "waarde")
MOST_BYTES = 256 * 1024
MOST_ROWS = 2_000
MOST_FOUND = 200
GEHEEL = frozenset({"", "gemeente", "hele gemeente", "de hele gemeente", "totaal"})


@dataclass(frozen=True)
class Soort:
    """A figure as this gemeente has it."""

    id: UUID
    ritme: str
    over_inwoners: bool
    uit_werk: bool


@dataclass(frozen=True)
class Bekend:
    """What a table may name: figures and wijken by their folded names, and what was published already."""

    indicatoren: Mapping[str, Soort]
    gebieden: Mapping[str, UUID]
    gepubliceerd: frozenset[tuple[UUID, date]]


@dataclass
class Cijferuitslag:
    """`cijfers` is empty when there is a fault; `rijen` are as they were written, for who looks before it counts."""

    cijfers: list[Cijfer] = field(default_factory=list)
    rijen: list[tuple[str, str, str, str]] = field(default_factory=list)
    vondsten: list[Vondst] = field(default_factory=list)

    @property
    def afgekeurd(self) -> bool:
        return any(it.ernst is Ernst.FOUT for it in self.vondsten)


def read_figures(content: bytes, bekend: Bekend, today: date) -> Cijferuitslag:
    """Everything a table says. Never raises for what is in the file."""
    found = Cijferuitslag()
    if len(content) > MOST_BYTES:
        found.vondsten.append(at("cijfers_te_groot", hoogste=MOST_BYTES // 1024))
        return found
    blad = open_table(content)
    found.vondsten += blad.vondsten
    if found.afgekeurd:
        return found
    places = _columns(blad.kop, found)
    if len(blad.rijen) > MOST_ROWS:
        found.vondsten.append(at("tabel_te_lang", hoogste=MOST_ROWS))
    if found.afgekeurd:
        return found
    check = _Check(bekend, today, found)
    for rij, cells in blad.rijen:
        check.row(rij, {name: cells[place] for name, place in places.items()})
        if len(found.vondsten) >= MOST_FOUND:
            found.vondsten.append(at("cijfers_en_meer"))
            break
    check.together()
    if found.afgekeurd:
        found.cijfers = []
    return found


def _columns(kop: tuple[str, ...], found: Cijferuitslag) -> dict[str, int]:
    names = [fold(it).strip() for it in kop]
    for name in KOLOMMEN:
        if (times := names.count(name)) != 1:
            code = "tabel_kolom_dubbel" if times else "tabel_kolom_ontbreekt"
            found.vondsten.append(at(code, rij=1, kolom=name))
    return {name: names.index(name) for name in KOLOMMEN if name in names}


class _Check:
    """The rows of one table, one after another, and then what they say together."""

    def __init__(self, bekend: Bekend, today: date, found: Cijferuitslag) -> None:
        self.bekend, self.today, self.found = bekend, today, found
        self.rows: dict[tuple[UUID, UUID | None, date], int] = {}

    def row(self, rij: int, cells: Mapping[str, str]) -> None:
        wrong: list[Vondst] = []
        known = self._read(cells, rij, wrong)
        self.found.vondsten += wrong
        self.found.rijen.append(tuple(cells[name].strip() for name in KOLOMMEN))  # type: ignore[arg-type]
        if known is None:
            return
        key = (known.indicator_id, known.gebied_id, known.begin)
        if (before := self.rows.setdefault(key, rij)) != rij:
            self.found.vondsten.append(at("cijfers_dubbel", rij=rij, eerder=before))
        self.found.cijfers.append(known)

    def _read(self, cells: Mapping[str, str], rij: int, wrong: list[Vondst]) -> Cijfer | None:
        def cell(kolom: str, *given: object) -> Iterator[object]:
            try:
                yield getattr(self, f"_{kolom}")(cells[kolom], *given)
            except Wrong as refused:
                wrong.append(at(refused.code, rij=rij, kolom=kolom, **refused.params))

        soort = next(cell("indicator"), None)
        gebied = next(cell("gebied"), None)
        begin = next(cell("periode", soort), None)
        waarde = next(cell("waarde", soort), None)
        if wrong or not isinstance(soort, Soort):
            return None
        assert isinstance(begin, date) and isinstance(waarde, Decimal)
        return Cijfer(soort.id, gebied if isinstance(gebied, UUID) else None, begin, waarde)

    def _indicator(self, text: str) -> Soort:
        name = cleaned(text, "indicator")
        if not name:
            raise Wrong("tabel_leeg_veld")
        known = self.bekend.indicatoren.get(fold(name))
        if known is None:
            raise Wrong("cijfers_indicator")
        if known.uit_werk:
            raise Wrong("cijfer_uit_werk")
        return known

    def _gebied(self, text: str) -> UUID | None:
        name = fold(cleaned(text, "gebied"))
        if name in GEHEEL:
            return None
        if name not in self.bekend.gebieden:
            raise Wrong("cijfers_gebied")
        return self.bekend.gebieden[name]

    def _periode(self, text: str, soort: Soort | None) -> date | None:
        code = cleaned(text, "periode")
        if soort is None:
            return None
        try:
            begin = read_code(code, soort.ritme)
        except NoPeriod as wrong:
            raise Wrong(wrong.code) from None
        if not is_over(begin, soort.ritme, self.today):
            raise Wrong("periode_niet_voorbij")
        if (soort.id, begin) in self.bekend.gepubliceerd:
            raise Wrong("al_gepubliceerd")
        return begin

    def _waarde(self, text: str, soort: Soort | None) -> Decimal:
        if fold(text.strip()) in NOTHING:
            raise Wrong("tabel_leeg_veld")
        try:
            value = read_number(text)
        except ValueError:
            cleaned(text, "waarde")  # a formula is said to be one
            raise Wrong("cijfers_getal") from None
        if soort is not None and soort.over_inwoners and (value < 0 or value != value.to_integral_value()):
            raise Wrong("geen_heel_getal")
        return value

    def together(self) -> None:
        """Of residents the whole gemeente is not less than its wijken, as far as this table says both."""
        parts: dict[tuple[UUID, date], Decimal] = defaultdict(Decimal)
        wholes: dict[tuple[UUID, date], Decimal] = {}
        residents = {it.id for it in self.bekend.indicatoren.values() if it.over_inwoners}
        for it in self.found.cijfers:
            if it.indicator_id in residents:
                if it.gebied_id is None:
                    wholes[it.indicator_id, it.begin] = it.waarde
                else:
                    parts[it.indicator_id, it.begin] += it.waarde
        for (indicator, begin), whole in wholes.items():
            if whole < parts[indicator, begin]:
                rij = self.rows[indicator, None, begin]
                self.found.vondsten.append(at("geheel_te_klein", rij=rij, kolom="waarde"))
