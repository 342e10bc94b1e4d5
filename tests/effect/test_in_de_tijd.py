"""In time: the page *Wat kwam ervan* and the figures of effect together, looked at again after late messages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.effect.aanvaller import in_time, quarter_from_work
from tests.effect.test_publiceren_eenmaal import LATER, NU, Werk, _elders
from tests.effect.wereld import K3, K4
from tests.samenspel.table import Table
from vliegwiel.effect.actions import klok
from vliegwiel.effect.models import Publicatie
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.ondersteuning.public import freeze_quarters
from vliegwiel.ondersteuning.queries.bel_alvast_tellen import beeld_of_quarter

K1 = date(2026, 1, 1)
NAMES = ("aantal", "op_tijd", "goed", "voortijdig")


@pytest.fixture
def work(table: Table) -> Werk:
    """Two quarters in which help ended."""
    made = Werk(table)
    for begin in (K3, K4):
        made.quarter(begin)
    return made


def too_late(work: Werk) -> None:
    """Messages about a quarter that was shown: one person in a small wijk, and two with a rare kind of help."""
    work.ends(date(2025, 11, 3), work.wijken[1], "21")
    work.ends(date(2025, 11, 4), work.wijken[0], "19", "05")
    work.ends(date(2025, 12, 30), None, "36", "05")


def test_page_and_figures_together_reveal_nothing_in_time(table: Table, work: Werk) -> None:
    work.klok(NU)
    cells, page = work.everything(), _elders(table)
    too_late(work)
    work.quarter(K1)
    with table.on_day(57):
        work.klok(LATER)
        cells_again, page_again = work.everything(), _elders(table)
    for begin in (K3, K4):
        first = {**cells[begin], **page[begin]}
        assert not in_time({"alles": first}, {"alles": {**cells_again[begin], **page_again[begin]}})
    revealed, tried = {}, 0
    for begin in (K3, K4, K1):
        attacker, hidden = quarter_from_work(cells_again[begin], page_again[begin])
        revealed |= attacker.revealed(hidden)
        tried += len(hidden)
    print(f"\n{len(revealed)} of {tried} hidden numbers revealed")
    assert tried and revealed == {}


def _counted_again(work: Werk, begin: date) -> dict[str, dict[str, int | None]]:
    beeld = beeld_of_quarter(work.gemeente.pk, begin)
    rows = {"totaal": beeld["totaal"], **{it["soort"]: it for it in beeld["regels"]}}
    return {kind: {name: row[name] for name in NAMES} for kind, row in rows.items()}


def test_the_attacker_sees_late_messages_on_a_page_that_counts_each_time(work: Werk) -> None:
    """Why it does not."""
    before = {"pagina": _counted_again(work, K4)}
    too_late(work)
    found = in_time(before, {"pagina": _counted_again(work, K4)})
    assert found["pagina", "totaal", "aantal"] == 3 and found["pagina", "totaal", "voortijdig"] == 1


def test_figures_that_are_switched_on_later_show_no_total_that_stands_on_the_page(
    table: Table, work: Werk
) -> None:
    off = {"gemeente": work.gemeente, "code": "praktijk.effect"}
    Instelling.objects.create(**off, waarde=False, vanaf=date(2026, 1, 1))
    work.klok(NU)
    assert freeze_quarters(work.gemeente.pk, NU) == 8
    assert not Publicatie.objects.exists()
    page = _elders(table)
    too_late(work)
    Instelling.objects.create(**off, waarde=True, vanaf=date(2026, 3, 3))
    moment = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    work.klok(moment)
    for begin in (K3, K4):
        attacker, hidden = quarter_from_work(work.everything()[begin], page[begin], later=12)
        assert hidden and not attacker.revealed(hidden)


def test_the_attacker_wins_where_the_moment_does_not_count(
    table: Table, work: Werk, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze_quarters(work.gemeente.pk, NU)
    page = _elders(table)
    too_late(work)
    as_if = klok.rules.protect_werk
    monkeypatch.setattr(klok.rules, "protect_werk", lambda telling, elders, gelijk: as_if(telling, elders))
    work.klok(datetime(2026, 3, 4, 9, 0, tzinfo=UTC))
    attacker, hidden = quarter_from_work(work.everything()[K4], page[K4], later=12)
    assert attacker.revealed([it for it in hidden if it.startswith("te_laat@")])
