"""What a kijker may read of words. A word and its adopted meaning are for everyone in the gemeente."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.koers import rules
from vliegwiel.koers.models import Begrip, Betekenis
from vliegwiel.samenspel.public import Versie, Voorstel, voorstellen

ADOPTED = Voorstel.Status.AANGENOMEN


def begrippen(kijker: Kijker) -> QuerySet[Begrip]:
    """Every word of this gemeente, by name."""
    return Begrip.objects.filter(gemeente_id=kijker.gemeente_id).order_by("woord")


def _rounds() -> QuerySet[Betekenis]:
    return Betekenis.objects.filter(gemeente_id=OuterRef("gemeente_id"), begrip_id=OuterRef("pk"))


def _holding_text() -> Coalesce:
    """The last version of the last adopted round of a word; "" when there is none."""
    adopted = _rounds().filter(voorstel__status=ADOPTED)
    latest = adopted.order_by("-voorstel__aangenomen_op", "-voorstel__versies__nummer")
    return Coalesce(
        Subquery(latest.values("voorstel__versies__tekst")[:1]), Value(""), output_field=TextField()
    )


def adopted(kijker: Kijker) -> QuerySet[Begrip]:
    """The words that have an adopted meaning, with its text (`betekenis`) and nothing else about them."""
    held = Betekenis.objects.filter(gemeente_id=kijker.gemeente_id, voorstel__status=ADOPTED)
    return begrippen(kijker).filter(pk__in=held.values("begrip_id")).annotate(betekenis=_holding_text())


def with_meaning(rows: QuerySet[Begrip]) -> QuerySet[Begrip]:
    """Words with the text that holds (`betekenis`), when it was adopted, and what is going on about them."""
    adopted = _rounds().filter(voorstel__status=ADOPTED).order_by("-voorstel__aangenomen_op")
    return rows.annotate(
        vast_voorstel=Subquery(adopted.values("voorstel_id")[:1]),
        vast_op=Subquery(adopted.values("voorstel__aangenomen_op")[:1]),
        terugkijken_op=Subquery(adopted.values("voorstel__terugkijken_op")[:1]),
        open_voorstel=Subquery(_rounds().filter(voorstel__status="open").values("voorstel_id")[:1]),
        betekenis=_holding_text(),
    )


def status_of(begrip: Begrip, today: date) -> rules.BegripStatus:
    """Where a word from `with_meaning` stands today."""
    facts = []
    if begrip.open_voorstel:  # type: ignore[attr-defined]
        facts.append(rules.BetekenisFeit("open"))
    if begrip.vast_op:  # type: ignore[attr-defined]
        facts.append(rules.BetekenisFeit("aangenomen", day_of(begrip.vast_op), begrip.terugkijken_op))  # type: ignore[attr-defined]
    return rules.begrip_status(facts, today)


@dataclass(frozen=True)
class Ronde:
    """One round of giving a word its meaning, as this kijker may see it."""

    voorstel: Voorstel
    leesbaar: bool


def rounds(kijker: Kijker, begrip: Begrip, today: date) -> list[Ronde]:
    """The rounds of a word, latest first; a besloten table shows only that there is or was one."""
    links = Betekenis.objects.filter(gemeente_id=kijker.gemeente_id, begrip_id=begrip.pk)
    found = list(links.select_related("voorstel__tafel").order_by("-id"))
    readable = set(
        voorstellen(kijker, today)
        .filter(pk__in=[link.voorstel_id for link in found])
        .values_list("pk", flat=True)
    )
    return [Ronde(link.voorstel, link.voorstel_id in readable) for link in found]


def adopted_versie(begrip: Begrip) -> Versie | None:
    """The version that holds for a word from `with_meaning`."""
    if not begrip.vast_voorstel:  # type: ignore[attr-defined]
        return None
    rows = Versie.objects.filter(gemeente_id=begrip.gemeente_id, voorstel_id=begrip.vast_voorstel)  # type: ignore[attr-defined]
    return rows.select_related("voorstel__tafel").order_by("-nummer").first()
