"""From bytes to rows: limits first, then how it is written, which sign stands between the cells, and the header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst
from vliegwiel.uitwisseling.tabel.kolommen import known_name
from vliegwiel.uitwisseling.tabel.vondst import at

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SIGNS = 500  # in one cell
BETWEEN = (";", ",", "\t")
_OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")  # zip and xlsx, xls, pdf, gzip
_OTHER_CODES = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32


@dataclass
class Blad:
    """The table as text: `rijen` are (row as the spreadsheet counts, cells); what could not be read is a finding."""

    kop: tuple[str, ...] = ()
    rijen: list[tuple[int, list[str]]] = field(default_factory=list)
    codering: str = ""
    scheiding: str = ""
    vondsten: list[Vondst] = field(default_factory=list)

    def refuse(self, code: str, *, rij: int | None = None, **params: str | int) -> Blad:
        self.vondsten.append(at(code, rij=rij, **params))
        return self


def open_table(content: bytes) -> Blad:
    """The header and the rows of a file, or why it cannot be read. Never raises for what is in the file."""
    blad = Blad()
    if not content.strip():
        return blad.refuse("tabel_leeg")
    if len(content) > MOST_BYTES:
        return blad.refuse("tabel_te_groot", hoogste=MOST_BYTES // (1024 * 1024))
    if content.startswith(_OTHER_FILES):
        return blad.refuse("tabel_geen_csv")
    if content.startswith(_OTHER_CODES) or b"\x00" in content:
        return blad.refuse("tabel_codering")
    text = _decoded(blad, content)
    if text is None:
        return blad.refuse("tabel_codering")
    return _rows(blad, text)


def _decoded(blad: Blad, content: bytes) -> str | None:
    """UTF-8, or else Windows: an old spreadsheet writes so, and then that is said."""
    try:
        text = content.decode("utf-8-sig")
        blad.codering = "UTF-8"
        return text
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    blad.codering = "Windows-1252"
    blad.vondsten.append(at("tabel_windows", ernst=Ernst.OPMERKING))
    return text


def _rows(blad: Blad, text: str) -> Blad:
    lines = io.StringIO(text, newline="")
    before = _skip_sep_line(lines, text)
    blad.scheiding = _between(text[lines.tell() if before else 0 :])
    try:
        return _fill(blad, csv.reader(lines, delimiter=blad.scheiding, strict=True), before)
    except csv.Error:
        return blad.refuse("tabel_aanhalingstekens", rij=before + len(blad.rijen) + 2)


def _skip_sep_line(lines: io.StringIO, text: str) -> int:
    """Excel may write "sep=;" above the header."""
    if text[:4].casefold() != "sep=":
        return 0
    lines.readline()
    return 1


def _between(text: str) -> str:
    """The sign that gives the most columns we know, else the most columns."""

    def gives(sign: str) -> tuple[int, int]:
        try:
            cells = next(csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=sign), [])
        except csv.Error:
            cells = []
        return sum(known_name(cell) is not None for cell in cells), len(cells)

    return max(BETWEEN, key=gives)


def _fill(blad: Blad, rows: Iterator[list[str]], before: int) -> Blad:
    blad.kop = tuple(cell.strip() for cell in next(rows, []))
    if len(blad.kop) > MOST_COLUMNS:
        return blad.refuse("tabel_te_breed", rij=before + 1, hoogste=MOST_COLUMNS)
    for place, cells in enumerate(rows, before + 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(blad.rijen) == MOST_ROWS:
            return blad.refuse("tabel_te_lang", hoogste=MOST_ROWS)
        if any(cell.strip() for cell in cells[len(blad.kop) :]):
            blad.refuse("tabel_te_veel_cellen", rij=place)
        blad.rijen.append((place, [*cells, *[""] * (len(blad.kop) - len(cells))]))
    return blad if blad.rijen else blad.refuse("tabel_zonder_rijen")
