"""From the files of CBS to what there was in a year. A file is known by its header, its year by its name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

MOST_BYTES = 20 * 1024 * 1024
MOST_NAME = 80
_CODE = re.compile(r"(?:GM[0-9]{4}|WK[0-9]{6}|BU[0-9]{8})", re.ASCII)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_SOORT = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}

Plek = tuple[str, str]  # name, code of the area it lies in


@dataclass(frozen=True)
class Jaarstand:
    """What there was on 1 January of a year, per kind: code -> (name, code of the area around it)."""

    jaar: int
    gebieden: Mapping[str, Mapping[str, Plek]]


@dataclass
class Cbsuitslag:
    """The years that were read, oldest first; `vondsten` name the file and the line."""

    standen: list[Jaarstand] = field(default_factory=list)
    vondsten: list[Vondst] = field(default_factory=list)

    @property
    def afgekeurd(self) -> bool:
        return any(it.ernst is Ernst.FOUT for it in self.vondsten)


def read_cbs(bestanden: Mapping[str, bytes]) -> Cbsuitslag:
    """Every file (name -> content). What is no table of areas is told and left out; a fault refuses the whole."""
    found = Cbsuitslag()
    for name in sorted(bestanden):
        stand = _read_file(found, name, bestanden[name])
        if stand is not None:
            found.standen.append(stand)
    found.standen.sort(key=lambda it: it.jaar)
    if not found.standen and not found.afgekeurd:
        found.vondsten.append(Vondst("cbs_niets"))
    return found


def _read_file(found: Cbsuitslag, name: str, content: bytes) -> Jaarstand | None:
    if len(content) > MOST_BYTES:
        found.vondsten.append(Vondst("cbs_te_groot", name, params={"hoogste": MOST_BYTES // 2**20}))
        return None
    try:
        rows = list(csv.DictReader(io.StringIO(_decoded(content), newline="")))
    except (csv.Error, UnicodeDecodeError):
        found.vondsten.append(Vondst("cbs_onleesbaar", name))
        return None
    columns = _columns(rows[0]) if rows else None
    if columns is None:
        found.vondsten.append(Vondst("cbs_ander_bestand", name, Ernst.OPMERKING))
        return None
    year = _YEAR.search(name)
    if year is None:
        found.vondsten.append(Vondst("cbs_jaar", name))
        return None
    return Jaarstand(int(year[1]), _areas(found, name, rows, *columns))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _columns(row: Mapping[str, str]) -> tuple[str, str] | None:
    """Which columns hold code and name: StatLine's table of areas, or a list of gemeenten."""
    if {"Key", "Title", "Municipality"} <= row.keys():
        return "Key", "Title"
    return ("code", "naam") if {"code", "naam"} <= row.keys() else None


def _areas(
    found: Cbsuitslag, name: str, rows: list[dict[str, str]], code_in: str, name_in: str
) -> dict[str, dict[str, Plek]]:
    areas: dict[str, dict[str, Plek]] = {}
    for line, row in enumerate(rows, 2):
        code, title = (row[code_in] or "").strip(), (row[name_in] or "").strip()
        if code.startswith("NL"):
            continue
        if not _CODE.fullmatch(code) or not title or len(title) > MOST_NAME:
            found.vondsten.append(Vondst("cbs_rij", name, params={"rij": line}))
            continue
        around = (row.get("Municipality") or "").strip() if code[:2] == "WK" else ""
        if code[:2] == "BU":
            around = f"WK{code[2:8]}"
        kind = areas.setdefault(_SOORT[code[:2]], {})
        if code in kind:
            found.vondsten.append(Vondst("cbs_dubbel", name, params={"rij": line}))
        kind[code] = title, around
    return areas
