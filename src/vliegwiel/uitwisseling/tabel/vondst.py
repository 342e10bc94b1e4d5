"""What the check of a table found, and where: a row as the spreadsheet counts them, and our name of the column."""

from __future__ import annotations

from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst


def at(
    code: str, *, rij: int | None = None, kolom: str = "", ernst: Ernst = Ernst.FOUT, **params: str | int
) -> Vondst:
    """`rij` counts from 1, the row with the names of the columns included; `kolom` is a code of KOLOMMEN."""
    place: dict[str, str | int] = {}
    if rij is not None:
        place["rij"] = rij
    if kolom:
        place["kolom_naam"] = kolom
    return Vondst(code, ernst=ernst, params={**params, **place})
