"""What this room adds to pages below it: Vandaag, the home page, search; a file per noun."""

from vliegwiel.kern import registry
from vliegwiel.samenspel.actions.aandacht_klok import declare
from vliegwiel.samenspel.actions.aandachtspunt import settle
from vliegwiel.samenspel.home import aandacht, afspraak, draad, tafel, voorstel_terugblik, wiel
from vliegwiel.samenspel.home.afspraak import VOORBIJ, VOORBIJ_APART, afspraken_ask, afspraken_of
from vliegwiel.samenspel.home.bijdrage import BEVESTIGEN
from vliegwiel.samenspel.home.tafel import due_again, search
from vliegwiel.samenspel.home.terugkijken import TERUGKIJKEN
from vliegwiel.samenspel.home.voorstel_terugblik import TERUGBLIK_OP
from vliegwiel.samenspel.home.werk import WERK_GEPARKEERD

__all__ = ["afspraken_ask", "afspraken_of", "due_again", "register", "search"]


def register() -> None:
    """Add every part once, at start-up."""
    draad.register()
    wiel.register()
    for regel in (VOORBIJ, VOORBIJ_APART, TERUGKIJKEN, TERUGBLIK_OP, BEVESTIGEN, WERK_GEPARKEERD):
        declare(regel)
    registry.aandacht.add("samenspel.aandacht", aandacht.asks, order=5)
    registry.aandacht.add("samenspel.voorstel", tafel.asks_me, order=20)
    registry.aandacht.add("samenspel.beslissen", tafel.to_decide, order=10)
    registry.aandacht.add("samenspel.terugkijken", tafel.due_again, order=30)
    registry.aandacht.add("samenspel.terugblik", voorstel_terugblik.due, order=31)
    registry.aandacht.add("samenspel.afspraken", afspraak.afspraken_ask, order=15)
    registry.wacht.add("samenspel.aandacht", aandacht.waits, order=5)
    registry.wacht.add("samenspel.afspraken", afspraak.waits, order=15)
    registry.wacht.add("samenspel.tafels", tafel.waits, order=20)
    registry.opgelost.add("samenspel.aandacht", settle)
    registry.thuis.add("samenspel.tafels", tafel.my_tafels, order=20)
    registry.thuis.add("samenspel.afspraken", afspraak.own_block, order=25)
    registry.zoeken.add("samenspel.tafel", tafel.search, order=20)
    for key, part in (
        ("samenspel.zetels", registry.OpenWerkPart(count=tafel.seats_of, hand_over=tafel.hand_over)),
        (
            "samenspel.afspraken",
            registry.OpenWerkPart(count=afspraak.afspraken_of, hand_over=afspraak.hand_over),
        ),
        (
            "samenspel.aandacht",
            registry.OpenWerkPart(count=aandacht.attention_of, hand_over=aandacht.hand_over),
        ),
    ):
        registry.open_werk.add(key, part)
