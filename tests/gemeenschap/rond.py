"""A whole wheel for the tests: from a word and a sentence of the Koers to an opdracht, what we hope to see, and back.

eigen kracht → wat we willen (hoog) ← samen eten (laag), from the ambition "Iedereen hoort erbij"
the opdracht of `tests.opdracht.speelveld` rests on hoog; mila brings something to it
beoogd: fewer people alone, of hoog and of that opdracht; what was seen went back to the table as a talk
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests.cast import Cast
from tests.opdracht.speelveld import Speelveld, lay_out
from tests.samenspel.table import START
from vliegwiel.effect.models import BeoogdEffect, Bevinding, Indicator
from vliegwiel.koers.models import Begrip, Betekenis, Doel, Doelbegrip, Doelverband, Koerszin
from vliegwiel.opdracht.models import Opdrachtbijdrage, Paragraafdoel
from vliegwiel.samenspel.models import Bijdrage, Gesprek, Voorstel

AMBITIE = "Iedereen hoort erbij zqambitie"


@dataclass
class Rond:
    veld: Speelveld
    begrip: Begrip
    betekenis: Voorstel
    zin: Koerszin
    hoog: Doel
    laag: Doel
    bijdrage: Bijdrage
    indicator: Indicator
    beoogd: BeoogdEffect
    terug: Gesprek

    @property
    def cast(self) -> Cast:
        return self.veld.cast

    @property
    def opdracht(self) -> Any:
        return self.veld.opdracht

    def by(self, naam: str) -> Any:
        return self.veld.table.by(naam)


def lay_round(cast: Cast) -> Rond:
    veld = lay_out(cast)
    table, g = veld.table, {"gemeente": cast.here()}
    talk = table.gesprek(titel="Wat is eigen kracht?")
    said = table.say("bakker", talk, "Soms heb je gewoon iemand nodig.")
    meaning = table.agreed(titel="eigen kracht", tekst="Wat je zelf kunt, met wie je hebt.", rust_op=[said])
    word = Begrip.objects.create(**g, woord="eigen kracht", sleutel="eigen-kracht", aangemaakt_op=START)
    Betekenis.objects.create(**g, begrip=word, voorstel=meaning)
    text = table.agreed(titel="Onze ambitie", tekst=AMBITIE)
    sentence = Koerszin.objects.create(**g, soort="ambitie", voorstel=text)
    high = Doel.objects.create(
        **g, naam="Minder mensen zijn alleen zqhoog", soort="effect", koerszin=sentence, aangemaakt_op=START
    )
    low = Doel.objects.create(**g, naam="Samen eten zqlaag", soort="inspanning", aangemaakt_op=START)
    Doelbegrip.objects.create(**g, doel=high, begrip=word)
    Doelverband.objects.create(**g, van=low, naar=high, soort="draagt_bij")
    Paragraafdoel.objects.create(**g, paragraaf=veld.paragraphs()[0], doel=high)
    brings = Bijdrage.objects.create(
        **g, tafel=table.tafel, zetel=table.zetels["mila"], inhoud="Twee koks zqkoks", aangeboden_op=START
    )
    Opdrachtbijdrage.objects.create(**g, opdracht=veld.opdracht, bijdrage=brings)
    hoped, figure = _hoped(veld, high)
    back = table.gesprek(titel="Wat zien we zqterug?")
    Bevinding.objects.create(
        **g, beoogd=hoped, tekst="Het cijfer beweegt.", gesprek=back,
        medewerker=cast.medewerkers["wim"], moment=START,
    )  # fmt: skip
    return Rond(veld, word, meaning, sentence, high, low, brings, figure, hoped, back)


def _hoped(veld: Speelveld, doel: Doel) -> tuple[BeoogdEffect, Indicator]:
    g = {"gemeente_id": veld.opgave.gemeente_id}
    figure = Indicator.objects.create(**g, naam="Eters zqeters", ritme="maand", aangemaakt_op=START)
    agreed = veld.table.agreed(titel="Wat we hopen te zien", tekst="Meer eters.")
    row = BeoogdEffect.objects.create(
        **g, doel=doel, opdracht=veld.opdracht, indicator=figure, titel="Meer mensen eten samen zqhoop",
        streefwaarde=Decimal(40), begindatum=date(2026, 1, 1), einddatum=date(2027, 12, 31),
        oordelen="Met elkaar.", voorstel=agreed, aangemaakt_op=START,
    )  # fmt: skip
    return row, figure
