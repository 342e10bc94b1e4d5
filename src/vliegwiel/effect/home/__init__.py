"""What this room shows on pages below it."""

from vliegwiel.effect.actions.klok import PRAKTIJK, publish_from_work
from vliegwiel.effect.home import draad, wiel
from vliegwiel.effect.home.beoogd import about, beside_voorstel, keeps_text, search
from vliegwiel.gemeenschap.public import POLICY_ROLES, Declaration, declare
from vliegwiel.kern import registry
from vliegwiel.kern.registry import NavItem

__all__ = ["PRAKTIJK", "register"]


def menu() -> list[NavItem]:
    return [NavItem("nav.effect", "effecten", "effect", POLICY_ROLES, PRAKTIJK)]


def register() -> None:
    declare(Declaration(PRAKTIJK, default=True, praktijk=True))
    registry.navigatie.add("effect", menu, order=40)
    registry.zoeken.add("effect.beoogd", search, order=40)
    registry.over.add("effect.beoogd", about)
    registry.vaste_tekst.add("effect.beoogd", keeps_text)
    registry.bij_voorstel.add("beoogd", beside_voorstel)
    registry.klok.add("effect.publiceren", publish_from_work, order=600)
    draad.register()
    wiel.register()
