"""From rows to what they say of assignments: every row is checked, and only a table without faults gives anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any
from uuid import UUID

from vliegwiel.ondersteuning.public import Mens, Orde, Pakket, Toewijzing, Woonadres
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst
from vliegwiel.uitwisseling.rules.waarden import Wrong
from vliegwiel.uitwisseling.tabel.cellen import LEZERS, category_in, cleaned
from vliegwiel.uitwisseling.tabel.kolommen import NODIG, recognise
from vliegwiel.uitwisseling.tabel.lezer import MOST_SIGNS, Blad, open_table
from vliegwiel.uitwisseling.tabel.vondst import at

MOST_FOUND = 1000

Rij = dict[str, Any]


@dataclass
class Tabeluitslag:
    """What is in a table. `kolommen`: where each known column stands; `onbekend`: how many we do not use.

    `pakketten` is empty when there is a fault: a table is checked whole before anything of it is stored.
    """

    codering: str = ""
    scheiding: str = ""
    kop: tuple[str, ...] = ()
    kolommen: dict[str, int] = field(default_factory=dict)
    onbekend: int = 0
    rijen: int = 0
    vondsten: list[Vondst] = field(default_factory=list)
    pakketten: list[Pakket] = field(default_factory=list)

    @property
    def afgekeurd(self) -> bool:
        return any(it.ernst is Ernst.FOUT for it in self.vondsten)


def read_provisions(
    content: bytes,
    *,
    bericht: UUID,
    peildatum: date,
    tijd: time = time(0),
    wet: str = "",
    kolommen: Mapping[str, int] | None = None,
) -> Tabeluitslag:
    """Everything a table says of assignments, as on `peildatum` at `tijd`: when it was given; of two the last counts.

    `wet` is for a table without that column; `kolommen` for who put the columns in their places by hand.
    """
    blad = open_table(content)
    found = Tabeluitslag(
        blad.codering, blad.scheiding, blad.kop, rijen=len(blad.rijen), vondsten=blad.vondsten
    )
    if found.afgekeurd and not blad.rijen:
        return found
    _columns(found, blad, wet, kolommen)
    if not any(it.code.startswith("tabel_kolom") and it.ernst is Ernst.FOUT for it in found.vondsten):
        found.pakketten = list(_read(found, blad, bericht, Orde(peildatum, tijd, peildatum, ""), wet))
    if found.afgekeurd:
        found.pakketten = []
    _cut(found)
    return found


def _columns(found: Tabeluitslag, blad: Blad, wet: str, given: Mapping[str, int] | None) -> None:
    known, double = recognise(blad.kop)
    if given is not None:
        known, double = {name: column for name, column in given.items() if 0 <= column < len(blad.kop)}, []
    found.kolommen, found.onbekend = known, len(blad.kop) - len(known) - len(double)
    wanted = [*NODIG, *(() if wet else ("wet",))]
    if "bsn" not in known:
        wanted.append("geboortedatum")
    for name in wanted:
        if name not in known:
            found.vondsten.append(at("tabel_kolom_ontbreekt", rij=1, kolom=name))
    for name in double:
        found.vondsten.append(at("tabel_kolom_dubbel", rij=1, kolom=name))


def _cut(found: Tabeluitslag) -> None:
    more = len(found.vondsten) - MOST_FOUND
    if more > 0:
        found.vondsten = [*found.vondsten[:MOST_FOUND], at("tabel_en_meer", meer=more)]


def _read(found: Tabeluitslag, blad: Blad, bericht: UUID, orde: Orde, wet: str) -> Iterator[Pakket]:
    seen: dict[tuple[str, str], int] = {}
    for place, cells in blad.rijen:
        before = len(found.vondsten)
        row = _row(found, place, cells, wet)
        _check(found, place, row)
        key = row.get("wet", ""), row.get("toewijzing", "")
        if all(key) and key in seen:
            found.vondsten.append(at("tabel_dubbel", rij=place, kolom="toewijzing", eerder=seen[key]))
        seen.setdefault(key, place)
        if not any(it.ernst is Ernst.FOUT for it in found.vondsten[before:]):
            yield _pakket(row, bericht, orde)


def _row(found: Tabeluitslag, place: int, cells: list[str], wet: str) -> Rij:
    """The cells of one row that could be read; what could not is told."""
    row: Rij = {"wet": wet} if wet else {}
    for name, column in found.kolommen.items():
        try:
            if len(cells[column]) > MOST_SIGNS:
                raise Wrong("veld_te_lang", hoogste=MOST_SIGNS)
            text = cleaned(cells[column], name)
            if text:
                row[name] = LEZERS[name](text)
        except Wrong as wrong:
            row[name] = None
            found.vondsten.append(at(wrong.code, rij=place, kolom=name, **wrong.params))
    if row.get("categorie") and row.get("wet"):
        try:
            row["categorie"] = category_in(row["wet"], row["categorie"])
        except Wrong as wrong:
            found.vondsten.append(at(wrong.code, rij=place, kolom="categorie", **wrong.params))
    return row


def _check(found: Tabeluitslag, place: int, row: Rij) -> None:
    """What must be there, and what must fit together. A cell that could not be read (None) was told already."""

    def tell(code: str, kolom: str) -> None:
        found.vondsten.append(at(code, rij=place, kolom=kolom))

    for name in (*NODIG, "wet"):
        if name not in row and name in {*found.kolommen, "wet"}:
            tell("tabel_leeg_veld", name)
    if "bsn" not in row and "geboortedatum" not in row:
        tell("tabel_wie", "geboortedatum")
    begin, end = row.get("ingangsdatum"), row.get("einddatum")
    if begin and end and end < begin:
        tell("tabel_eind_voor_begin", "einddatum")
    if row.get("volume") is not None:
        for name in ("eenheid", "frequentie"):
            if name not in row:
                tell("tabel_omvang_half", name)


def _pakket(row: Rij, bericht: UUID, orde: Orde) -> Pakket:
    said = Toewijzing(
        orde,
        row["categorie"],
        code=row.get("code", ""),
        aanbieder=row.get("aanbieder", ""),
        ingangsdatum=row["ingangsdatum"],
        einddatum=row.get("einddatum"),
        volume=row.get("volume"),
        eenheid=row.get("eenheid", ""),
        frequentie=row.get("frequentie", ""),
    )
    return Pakket(row["wet"], row["toewijzing"], (said,), bericht, _mens(row), bron="bestand")


def _mens(row: Rij) -> Mens:
    names = ("straat", "huisnummer", "postcode", "plaats")
    where = Woonadres(**{name: row.get(name, "") for name in names}) if row.get("straat") else None
    texts = ("voornaam", "voorvoegsel", "achternaam", "telefoon", "email")
    return Mens(
        row.get("bsn"), row.get("geboortedatum"), **{name: row.get(name, "") for name in texts}, adres=where
    )
