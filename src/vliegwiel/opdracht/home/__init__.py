"""What this room adds to pages below it: a file per noun. Every part is added once, at start-up."""

from vliegwiel.gemeenschap.public import POLICY_ROLES
from vliegwiel.kern import registry
from vliegwiel.kern.registry import NavItem
from vliegwiel.opdracht.home import draad, wiel
from vliegwiel.opdracht.home.terugkijken import TERUGKIJKEN
from vliegwiel.opdracht.home.zoeken import about, beside_voorstel, keeps_text, search
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.samenspel.public import declare_aandacht

__all__ = ["register"]


def navigation() -> list[NavItem]:
    """The second quarter, for who makes policy."""
    return [NavItem("nav.opdracht", "opgaven", "opdracht", POLICY_ROLES, PRAKTIJK)]


def register() -> None:
    """Add every part once, at start-up."""
    registry.navigatie.add("opdracht", navigation, order=30)
    registry.zoeken.add("opdracht", search, order=15)
    registry.over.add("opdracht", about)
    registry.vaste_tekst.add("opdracht", keeps_text)
    registry.bij_voorstel.add("opdracht", beside_voorstel)
    declare_aandacht(TERUGKIJKEN)
    draad.register()
    wiel.register()
