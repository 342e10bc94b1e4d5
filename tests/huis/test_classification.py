"""Every field of every table has a privacy class, and the class fits what the field holds."""

from __future__ import annotations

import pytest
from django.db import models

from tests.huis.classes import CLASSES, DOSSIER, class_of, classification
from tests.huis.house import DOCS, all_models, our_models

FREE_TEXT = (models.TextField, models.JSONField, models.BinaryField)


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model._meta.label)
def test_every_field_is_classified(model: type[models.Model]) -> None:
    known = classification().get(model._meta.db_table, {})
    fields = {field.name for field in model._meta.local_fields}
    assert fields - set(known) == set(), "classify in docs/huis/classificatie.yaml"
    assert set(known) - fields == set(), "gone from the model"
    assert set(known.values()) <= set(CLASSES)


def test_no_table_is_classified_that_is_not_there() -> None:
    assert set(classification()) - {model._meta.db_table for model in all_models()} == set()


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_words_about_a_household_are_for_the_policy(model: type[models.Model]) -> None:
    """Free text in a table that hangs on a dossier or a person has a class that names a `wat` of toegang.md."""
    names = {field.name for field in model._meta.local_fields}
    if not names & {"dossier", "persoon"} or model._meta.db_table == "samenspel_tafel":
        return  # a tafel has a dossier only when it is a family's: its rooms decide by seat
    for field in model._meta.local_fields:
        if isinstance(field, FREE_TEXT):
            assert class_of(field) in (*DOSSIER, "geheim"), f"{field}: only by the policy"


def test_every_word_of_a_class_is_a_word_of_the_table() -> None:
    table = (DOCS / "toegang.md").read_text(encoding="utf-8")
    words = table.partition("### wat")[2].partition("###")[0]
    known = {line.split("`")[1] for line in words.splitlines() if line.startswith("| `")}
    assert {name.split("/")[1] for name in DOSSIER} - known == {"geschiedenis"}


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_class_fits_its_field(model: type[models.Model]) -> None:
    for field in model._meta.local_fields:
        given = class_of(field)
        if isinstance(field, models.EmailField):
            assert given in ("persoon", "dossier/persoon"), f"{field}: an address is about a person"
        if field.is_relation or field.primary_key:
            assert given == "sleutel", f"{field}: a reference"
        elif isinstance(field, FREE_TEXT):
            assert given != "sleutel", f"{field}: free text is not a key"
        if field.name in ("password", "secret", "token", "wachtwoord"):
            assert given == "geheim", f"{field} opens a door"
