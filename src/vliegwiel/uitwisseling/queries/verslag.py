"""The report of what was found: file, place, code and a sentence. Never a value of a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ui.sentences import sentence
from vliegwiel.uitwisseling.models import Bestand, Bevinding

RISKY = ("=", "+", "-", "@", "\t", "\r")


def findings(kijker: Kijker, **of: Any) -> QuerySet[Bevinding]:
    """Of one file (`bestand`) or of everything given at one time (`bestand__inlezing`), in order."""
    rows = Bevinding.objects.filter(gemeente_id=kijker.gemeente_id, **of).select_related("bestand")
    return rows.defer("bestand__inhoud").order_by("bestand__nummer", "bestand_id", "nummer")


def said(row: Bevinding) -> str:
    """The sentence of a finding."""
    return sentence(row.code, row.params)


def place(row: Bevinding) -> str:
    """Where in the file: a path, or a row and a column."""
    return row.plaats if row.rij is None else place_words(row.rij, row.kolom)


def place_words(rij: object, kolom: str) -> str:
    """A row and a column in words; nothing when it is about the whole table."""
    if rij is None:
        return ""
    if not kolom:
        return _("rij %(rij)s") % {"rij": rij}
    return _("rij %(rij)s, kolom %(kolom)s") % {"rij": rij, "kolom": sentence(f"kolom.{kolom}")}


def lines(kijker: Kijker, files: QuerySet[Bestand], **of: Any) -> Iterator[list[str]]:
    """File, status, severity, code, place, sentence; a file without findings has one line."""
    found: dict[Any, list[Bevinding]] = {}
    for row in findings(kijker, **of):
        found.setdefault(row.bestand_id, []).append(row)
    for file in files.order_by("nummer", "id"):
        start = [file.naam, sentence(f"bestandstatus.{file.status}")]
        if file.pk not in found:
            yield [*start, "", "", "", ""]
        for row in found.get(file.pk, ()):
            yield [*start, sentence(f"ernst.{row.ernst}"), row.code, place(row), said(row)]


def heads() -> list[str]:
    return [
        pgettext("kolom", "Bestand"),
        pgettext("kolom", "Stand"),
        pgettext("kolom", "Soort"),
        pgettext("kolom", "Code"),
        pgettext("kolom", "Plaats"),
        pgettext("kolom", "Wat er is"),
    ]


def as_csv(rows: Iterator[list[str]]) -> str:
    """For a spreadsheet: what it would take for a formula is text."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(heads())
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell


def as_text(rows: Iterator[list[str]]) -> str:
    """For reading: a file, and below it what was found."""
    out: list[str] = []
    last = None
    for name, status, ernst, _code, where, what in rows:
        if last != name:
            out += ["", f"{name}: {status}"] if out else [f"{name}: {status}"]
            last = name
        if what:
            out.append(f"  {ernst}: {what}" + (f" [{where}]" if where else ""))
    return "\n".join(out) + "\n"
