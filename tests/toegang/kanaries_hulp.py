"""Words in what is known of help: its provider, what its messages said, calls about it, cards, what was kept aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from tests.toegang.orakel import Ding
from vliegwiel.gemeenschap.models import Deelname, Organisatie
from vliegwiel.ondersteuning.models import Belletje, Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket, Woonadres
from vliegwiel.ondersteuning.rules.voorziening import Orde, Toewijzing
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.uitwisseling.models import Bestand, Inlezing, Terzijde
from vliegwiel.uitwisseling.models.zegel import seal_part

DAY = timedelta(days=1)
ONCE = (Belletje,)  # written once: with their words from the start
REASONS = ("lijkt_op", "lijkt_op", "geboortedatum_anders", "toewijzing_onbekend")


def add(filler: Any) -> None:
    """To one gemeente. What was kept aside is unreadable in its row: its words stand in what was sealed."""
    for row in Voorziening.objects.filter(gemeente=filler.gemeente).order_by("pk"):
        _provider(filler, row)
        _fact(filler, row)
        for turn in range(filler.chance.choice((0, 1, 2))):
            _call(filler, row, turn)
    _cards(filler)
    _aside(filler)


def _provider(filler: Any, row: Any) -> None:
    """Its own organisation: whoever reads its name read which help this is. It has ended, so that no list offers it."""
    word = filler.word("ondersteuning_voorziening.aanbieder", row)
    organisatie = Organisatie.objects.create(naam=word, soort="zorg")
    row.aanbieder = filler.make(
        Deelname, organisatie=organisatie, begindatum=date(2024, 1, 1), einddatum=filler.today - 9 * DAY
    )
    row.save(update_fields=["aanbieder"])


def _fact(filler: Any, row: Any) -> None:
    """An assignment as its message said it; the reference of the provider is a word."""
    day = row.begindatum.isoformat()
    fact = Voorzieningfeit(
        gemeente=filler.gemeente, voorziening=row, dossier=row.dossier, soort="toewijzing",
        hash=uuid4().hex, bericht=uuid4(), moment=filler.world.now,
    )  # fmt: skip
    word = filler.word("ondersteuning_voorzieningfeit.gegevens", fact)
    fact.gegevens = {
        "orde": [day, "00:00:00", day], "categorie": row.categorie, "ingangsdatum": day, "referentie": word,
    }  # fmt: skip
    fact.save(force_insert=True)  # written once


def _call(filler: Any, row: Any, turn: int) -> None:
    outcome = filler.chance.choice(("niet_bereikt", "verlengen", "loopt_goed_af"))
    domein = row.domein if filler.chance.random() < 0.8 else "schulden"
    filler.with_words(
        Belletje, ("regel",), voorziening=row, dossier=row.dossier, domein=domein, persoon=row.persoon,
        medewerker=filler.chance.choice(filler.medewerkers), over=row.eind or filler.today, uitkomst=outcome,
        weer_op=filler.today + DAY if outcome == "niet_bereikt" else None,
        moment=filler.world.now - turn * DAY,
    )  # fmt: skip


def _cards(filler: Any) -> None:
    """What a card says besides: codes and days, as the rule writes them."""
    rows = {row.pk: row for row in Voorziening.objects.filter(gemeente=filler.gemeente)}
    cards = Aandachtspunt.objects.filter(gemeente=filler.gemeente)
    for card in cards:
        about = rows.get(card.object)
        end = (about.eind if about and about.eind else filler.today).isoformat()
        of = (about.wet, about.categorie) if about else ("wmo", "01")
        card.params = {"wet": of[0], "categorie": of[1], "dag_eind": end, "waarom": "loopt_af", "dag": end}
        card.weg = "gedaan" if card.weg_op else ""
    cards.bulk_update(cards, ["params", "weg"], batch_size=100)


def _aside(filler: Any) -> None:
    inlezing = filler.make(
        Inlezing, soort="berichten", door=filler.medewerkers[0], gemaakt_op=filler.world.now,
        klaar_op=filler.world.now,
    )  # fmt: skip
    for turn in range(8):
        bestand = filler.make(
            Bestand, inlezing=inlezing, nummer=turn, naam=f"{turn}.xml", grootte=1, hash=uuid4().hex, status="terzijde"
        )  # fmt: skip
        reden = REASONS[turn % len(REASONS)]
        row = Terzijde(
            gemeente=filler.gemeente, bestand=bestand, reden=reden, gekomen_op=filler.world.now - 3 * DAY,
            kandidaat=filler.chance.choice(filler.dossiers).pk if reden == "lijkt_op" else None,
            klaar_op=filler.world.now if turn == 7 else None, uitkomst="ander" if turn == 7 else "",
        )  # fmt: skip
        words = [filler.word("uitwisseling_terzijde.cijfertekst", row) for _ in range(5)]
        seal_part(row, _package(row, words, filler), "/Bericht")
        row.save(force_insert=True)


def _package(row: Any, words: list[str], filler: Any) -> Pakket:
    mens = Mens(
        None, date(1960, 1, 1), voornaam=words[0], achternaam=words[1], telefoon=words[2],
        adres=Woonadres(words[3], "1"),
    )  # fmt: skip
    day = filler.today
    feit = Toewijzing(
        Orde(day, filler.world.now.time(), day, ""), "01", referentie=words[4], ingangsdatum=day
    )
    return Pakket("wmo", f"t{row.pk}"[:12], (feit,), row.bestand_id, mens)


# -- what a word is


def _afspraak(row: Any, voorziening: Any) -> Ding:
    return Ding(
        "afspraak", row.gemeente_id, row.dossier_id, row.domein, row.persoon_id, voorziening=voorziening
    )


def _card(row: Any, name: str, orakel: Any) -> Iterator[Ding]:
    """Why somebody put it off: belongs to what the card is about."""
    if row.dossier_id is not None:
        yield _afspraak(row, row.object)


def _fact_of(row: Any, name: str, orakel: Any) -> Iterator[Ding]:
    yield _afspraak(row.voorziening, row.voorziening_id)


THINGS: dict[str, Any] = {
    "Voorziening": lambda row, *_: [_afspraak(row, row.pk)],
    "Belletje": _fact_of,  # where it is today: a call does not move when a later message moves its provision
    "Voorzieningfeit": _fact_of,
    "Aandachtspunt": _card,
    "Terzijde": lambda row, *_: [Ding("terzijde", row.gemeente_id, None)],
}


def is_candidate(dossier: Any) -> bool:
    """Whether somebody must say if a message is about who lives here: then its number is shown to them."""
    return Terzijde.objects.filter(gemeente_id=dossier.gemeente_id, kandidaat=dossier.pk).exists()


def kader_of(card: Any) -> Ding | None:
    """That there is a household at all; None for a card about none."""
    return Ding("kader", card.gemeente_id, card.dossier_id) if card.dossier_id else None


def holds(row: Any, who: Any, orakel: Any) -> bool:
    """Whether a card is theirs, of a team of theirs or of a role they have."""
    me = who.medewerker
    if me is None or me.gemeente_id != row.gemeente_id:
        return False
    return row.medewerker_id == me.id or row.team_id in orakel.teams[me.id] or row.rol in who.petten
