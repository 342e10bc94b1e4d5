"""Where things are in the demo: found by walking there, as a person would."""

from __future__ import annotations

from tests.reizen.speler import Speler
from tests.reizen.stappen import pad_van

OOST = "Samen in Oost"  # the besloten table that runs
EEN_PLAN = "Eén gezin, één plan"  # the open table that is finished


def tafel(wie: Speler, naam: str = OOST) -> str:
    """The address of a table this person can read."""
    wie.opent("/lindebeek/tafels/")
    wie.klikt(naam)
    return pad_van(wie)


def voorstel(wie: Speler, titel: str = "ormaliseren", naam: str = OOST) -> str:
    """The address of a proposal at a table."""
    wie.opent(tafel(wie, naam))
    wie.page.locator("main a").filter(has_text=titel).first.click()
    return pad_van(wie)


def gesprek(wie: Speler, titel: str = "Koffie in De Spinnerij", naam: str = OOST) -> str:
    """The address of a talk at a table."""
    wie.opent(tafel(wie, naam))
    wie.klikt(titel)
    return pad_van(wie)
