"""Code lists: our own words for the ones we show (gegevens/), and others from a folder the gemeente configured.

A list is a file named after it: `WMO020.yaml` (lijst, naam, bron, codes, and `vervallen` for codes that are still read)
or `COD046.csv` with the code in the first column and a line of headings above. What is ours cannot be replaced.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

OURS = ("WMO002", "JZ002", "WMO020", "JZ020", "WMO588", "JZ588", "COD467", "WJ756", "WMO757")


class Onleesbaar(ValueError):
    """A configured list that is no list: says which file, never what is in it."""


@dataclass(frozen=True)
class Codelijst:
    lijst: str
    codes: Mapping[str, str]
    naam: str = ""
    bron: str = ""
    vervallen: tuple[str, ...] = ()


@cache
def own() -> Mapping[str, Codelijst]:
    folder = files("vliegwiel.uitwisseling") / "gegevens"
    return {name: _from_yaml(name, (folder / f"{name}.yaml").read_text(encoding="utf-8")) for name in OURS}


def codelijsten(folder: Path | None = None) -> Mapping[str, Codelijst]:
    """Every list we can check against, by name."""
    found = dict(own())
    for path in sorted(folder.iterdir()) if folder else ():
        if path.suffix in READERS and path.stem not in found:
            found[path.stem] = _read(path)
    return found


def _read(path: Path) -> Codelijst:
    try:
        return READERS[path.suffix](path.stem, path.read_text(encoding="utf-8-sig"))
    except (ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError, csv.Error):
        raise Onleesbaar(path.name) from None


def _from_yaml(name: str, text: str) -> Codelijst:
    row: dict[str, Any] = yaml.safe_load(text)
    if not all(isinstance(code, str) for code in row["codes"]):
        raise Onleesbaar(name)  # 01 without quotes is a number, and loses its zero
    expired = tuple(row.get("vervallen", ()))
    return Codelijst(name, dict(row["codes"]), row.get("naam", ""), row.get("bron", ""), expired)


def _from_csv(name: str, text: str) -> Codelijst:
    head, *lines = text.splitlines() or [""]
    rows = [row for row in csv.reader(lines, delimiter=";" if ";" in head else ",") if row and row[0].strip()]
    if not rows:
        raise Onleesbaar(name)
    return Codelijst(name, {row[0].strip(): (row[1].strip() if len(row) > 1 else "") for row in rows})


READERS = {".yaml": _from_yaml, ".csv": _from_csv}
