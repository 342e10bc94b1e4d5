"""The privacy class of every field, as docs/huis/classificatie.yaml says."""

from __future__ import annotations

from functools import cache

import yaml
from django.db import models

from tests.huis.house import DOCS

# The second word is a `wat` of toegang.md; `geschiedenis` follows the object it is about.
DOSSIER = tuple(
    f"dossier/{wat}"
    for wat in (
        "persoon", "adres", "kader", "deelnemer", "domeinvlag", "doel", "afspraak", "inhoud", "vraag", "taak",
        "inzage", "toezichtlog", "geschiedenis",
    )
)  # fmt: skip
CLASSES = (
    "sleutel",
    "techniek",
    "openbaar",
    "organisatie",
    "persoon",
    "woorden",
    "concept",
    "geheim",
    *DOSSIER,
)
PRIVATE = ("persoon", "woorden", "concept", "geheim", *DOSSIER)  # where a canary is placed


@cache
def classification() -> dict[str, dict[str, str]]:
    """table → field → class."""
    return yaml.safe_load((DOCS / "classificatie.yaml").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def class_of(field: models.Field) -> str:  # type: ignore[type-arg]
    """The class of a field; a field nobody classified counts as the most private."""
    return classification().get(field.model._meta.db_table, {}).get(field.name, "geheim")
