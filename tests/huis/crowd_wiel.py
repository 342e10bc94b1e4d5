"""What goes round the wheel in years: sentences, doelen, what people bring, what we ask, what we hope to see."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.huis.filler import Filler
from vliegwiel.effect.models import BeoogdEffect, Bevinding, Cel, Indicator, Publicatie, Waarneming
from vliegwiel.kern.clock import now, today
from vliegwiel.koers.models import Doel, Doelbegrip, Doelverband, Koerszin
from vliegwiel.opdracht.models import (
    MogelijkeInschrijver,
    Opdracht,
    Opdrachtbijdrage,
    Opdrachtterugblik,
    Opgave,
    Paragraaf,
    Paragraafdoel,
)
from vliegwiel.samenspel.models import (
    Afspraak,
    Bijdrage,
    Bijdrageafspraak,
    Terugblik,
    Versie,
    Voorstel,
    Voorstelterugblik,
)


def grow_wheel(filler: Filler, centre: Any, size: int) -> None:
    """As much again of all four quarters, around the doel, the opgave, the opdracht and the figure at the centre."""
    adopted = _adopted(filler, centre, 2 * size)
    _sentences(filler, adopted[:size])
    _doelen(filler, size)
    _brought(filler, centre, size)
    _asked(filler, centre, size)
    _hoped(filler, centre, adopted[size:])


def _adopted(filler: Filler, centre: Any, size: int) -> list[Any]:
    """Texts of one table that everyone could live with; of each somebody has to look back today."""
    gemeente = {"gemeente": filler.gemeente}
    rows = filler.many(Voorstel, size, lambda i: {**gemeente, "tafel": centre.tafel})
    first = {**gemeente, "zetel": centre.zetel, "nummer": 1}
    filler.many(Versie, size, lambda i: {**first, "voorstel": rows[i]})
    decided = Voorstel.objects.filter(gemeente=filler.gemeente, pk__in=[row.pk for row in rows])
    decided.update(status="aangenomen", aangenomen_op=now())
    looks = _looks(filler, size)
    filler.many(Voorstelterugblik, size, lambda i: {**gemeente, "voorstel": rows[i], "terugblik": looks[i]})
    return rows


def _looks(filler: Filler, size: int) -> list[Any]:
    """Half was looked back on and kept; half waits since today."""
    state = ({"oordeel": "", "teruggekeken_op": None}, {"oordeel": "houden", "teruggekeken_op": now()})
    each = {"gemeente": filler.gemeente, "dossier": None, "domein": "", "kijken_op": today()}
    return filler.many(Terugblik, size, lambda i: {**each, **state[i % 2]})


def _sentences(filler: Filler, voorstellen: list[Any]) -> None:
    kinds = Koerszin.Soort.values
    each = lambda i: {  # noqa: E731
        "gemeente": filler.gemeente,
        "voorstel": voorstellen[i],
        "soort": kinds[i % len(kinds)],
    }
    filler.many(Koerszin, len(voorstellen), each)


def _doelen(filler: Filler, size: int) -> None:
    """Let go since, with what tied them to the doel at the centre and to the word."""
    here: Any = filler.row_for(Doel)
    begrip = filler.row_for(Doelbegrip._meta.get_field("begrip").related_model)
    gemeente, past = {"gemeente": filler.gemeente}, today() - timedelta(days=1)
    rows = filler.many(Doel, size, lambda i: {**gemeente, "soort": "inspanning", "einddatum": past})
    filler.many(
        Doelverband, size, lambda i: {**gemeente, "van": rows[i], "naar": here, "soort": "draagt_bij"}
    )
    filler.many(Doelbegrip, size, lambda i: {**gemeente, "doel": rows[i], "begrip": begrip})


def _brought(filler: Filler, centre: Any, size: int) -> None:
    """Offered and promised at one table; from each came a step that the kijker does."""
    gemeente = {"gemeente": filler.gemeente}
    offer = {**gemeente, "tafel": centre.tafel, "zetel": centre.zetel, "euro_van": 1000, "euro_tot": 2000}
    rows = filler.many(
        Bijdrage,
        size,
        lambda i: {**offer, "aangeboden_op": now(), "status": ("aangeboden", "bevestigd")[i % 2]},
    )
    step = {**gemeente, "dossier": None, "persoon": None, "domein": "", "doet": None, "wie": "professional"}
    doer = {"medewerker": centre.me, "gever": centre.me, "status": "loopt", "wanneer": today()}
    steps = filler.many(Afspraak, size, lambda i: {**step, **doer})
    filler.many(Bijdrageafspraak, size, lambda i: {**gemeente, "bijdrage": rows[i], "afspraak": steps[i]})
    ours = filler.row_for(Opdracht)
    filler.many(Opdrachtbijdrage, size, lambda i: {**gemeente, "opdracht": ours, "bijdrage": rows[i]})


def _asked(filler: Filler, centre: Any, size: int) -> None:
    """Opgaven, each with who may bid; at the opgave of the centre as many opdrachten that rest on its doel."""
    gemeente = {"gemeente": filler.gemeente}
    asked = filler.many(Opgave, size, lambda i: {**gemeente, "medewerker": centre.me})
    bidder: Any = filler.row_for(MogelijkeInschrijver)
    mark = {**gemeente, "deelname": bidder.deelname, "begindatum": today()}
    filler.many(MogelijkeInschrijver, size, lambda i: {**mark, "opgave": asked[i]})
    here, doel = filler.row_for(Opgave), filler.row_for(Doel)
    at = {**gemeente, "tafel": centre.tafel, "opgave": here}
    ours = filler.many(Opdracht, size, lambda i: {**at, "open_op": (None, now())[i % 2]})
    texts = filler.many(Paragraaf, size, lambda i: {**gemeente, "opdracht": ours[i], "vervallen_op": None})
    filler.many(Paragraafdoel, size, lambda i: {**gemeente, "paragraaf": texts[i], "doel": doel})
    looks = _looks(filler, size)
    filler.many(Opdrachtterugblik, size, lambda i: {**gemeente, "opdracht": ours[i], "terugblik": looks[i]})


def _hoped(filler: Filler, centre: Any, voorstellen: list[Any]) -> None:
    """Figures with what was shown of them, effects agreed on one doel, and what was found of one effect."""
    gemeente, size, month = {"gemeente": filler.gemeente}, len(voorstellen), today().replace(day=1)
    others = {"ritme": "maand", "over_inwoners": False, "telling": "", "einddatum": None}
    figures = filler.many(Indicator, size, lambda i: {**gemeente, **others})
    filler.many(Waarneming, size, lambda i: {**gemeente, "indicator": figures[i], "begin": month})
    shown = filler.many(Publicatie, size, lambda i: {**gemeente, "begin": month})
    filler.many(
        Cel, size, lambda i: {**gemeente, "publicatie": shown[i], "indicator": figures[i], "begin": month}
    )
    about = {**gemeente, "doel": filler.row_for(Doel), "begindatum": today(), "einddatum": today()}
    rests = {"indicator": filler.row_for(Indicator), "opdracht": filler.row_for(Opdracht)}
    filler.many(BeoogdEffect, size, lambda i: {**about, **rests, "voorstel": voorstellen[i]})
    found = {**gemeente, "beoogd": filler.row_for(BeoogdEffect), "gesprek": centre.gesprek, "afspraak": None}
    filler.many(Bevinding, size, lambda i: {**found, "medewerker": centre.me})
