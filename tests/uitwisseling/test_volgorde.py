"""In whatever order messages arrive, in however many times, the end is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from tests.omgeving import ENGINE
from tests.uitwisseling.inlezen import NOW, read
from tests.uitwisseling.maken import Bericht, Mens, Start, Stop, Toewijzing
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Huishouden, Voorziening, Voorzieningfeit
from vliegwiel.privacy.models import Betrokkene, Persoon
from vliegwiel.uitwisseling.models import Bestand, Terzijde
from vliegwiel.uitwisseling.models.zegel import unseal_part

pytestmark = pytest.mark.skipif(
    ENGINE != "sqlite", reason="the same code on both engines; hundreds of imports"
)

DAY = date(2026, 3, 2)
days = st.integers(0, 6).map(lambda number: DAY + timedelta(days=number))
begins = st.sampled_from([date(2026, 1, 5), date(2026, 1, 12)])
ends = st.sampled_from([date(2026, 6, 30), date(2026, 9, 30), date(2027, 1, 31)])
# Each number is one person's and one act's.
NUMBERS = {1: ("wmo", 1), 2: ("wmo", 2), 3: ("jeugd", 2)}


@st.composite
def messages(draw: Any) -> Bericht:
    number = draw(st.sampled_from(sorted(NUMBERS)))
    wet, person = NUMBERS[number]
    made: Any
    match draw(st.integers(0, 3)):
        case 0 | 1:
            made = Toewijzing(
                number,
                draw(st.sampled_from(["45", "48"] if wet == "jeugd" else ["01", "02"])),
                op=draw(days),
                tijd=draw(st.sampled_from(["09:00:00", "10:00:00"])),
                eind=draw(st.none() | ends),
                reden=draw(st.sampled_from(["", "04", "05", "13"])),
            )
        case 2:
            made = Start(number, draw(begins), draw(st.sampled_from("1239")))
        case _:
            reason = st.sampled_from(["31", "20"] if wet == "jeugd" else ["19", "20", "21"])
            made = Stop(number, draw(begins), draw(ends), draw(reason), draw(st.sampled_from("1239")))
    return Bericht(
        (made,),
        mens=Mens.nummer(person),
        wet=wet,
        dagtekening=draw(days),
        identificatie=str(draw(st.integers(1, 3))),
    )


def some() -> Any:
    return st.lists(messages(), min_size=2, max_size=9)


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def end_state(cast: Cast, *times: list[Bericht]) -> dict[str, Any]:
    """Everything there is after reading these, apart from ids, moments and which file said it first."""
    with undone():
        for files in times:
            if files:
                read(cast, *files)
        return {
            "voorzieningen": sorted(map(_provision, Voorziening.objects.select_related("persoon")), key=repr),
            "feiten": sorted(
                Voorzieningfeit.objects.values_list(
                    "voorziening__wet", "voorziening__toewijzing", "soort", "hash"
                )
            ),
            "personen": sorted(
                Persoon.objects.values_list("voornaam", "achternaam", "geboortedatum", "telefoon")
            ),
            "huishoudens": (Huishouden.objects.count(), Betrokkene.objects.count()),
            "wacht": sorted(repr(_waits(it)) for it in Terzijde.objects.filter(klaar_op=None)),
            "bestanden": Counter(
                "in" if status in ("verwerkt", "met_opmerkingen") else status
                for status in Bestand.objects.values_list("status", flat=True)
            ),
            "geteld": sum(Bestand.objects.values_list("feiten", flat=True)),
        }


APART = ("id", "gemeente_id", "dossier_id", "persoon_id", "stand", "gewijzigd_op")


def _provision(row: Voorziening) -> tuple[Any, ...]:
    fields = [name for it in row._meta.concrete_fields if (name := it.attname) not in APART]
    return (row.persoon.naam, row.dossier_id is not None, *(getattr(row, name) for name in fields))


def _waits(row: Terzijde) -> Any:
    pakket, place = unseal_part(row)
    return row.reden, pakket.wet, pakket.toewijzing, pakket.feiten, pakket.persoon.bsn, place


# An example costs a tenth of a second: a failing one is not made smaller for minutes (add Phase.shrink for that).
@settings(
    max_examples=50,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_any_order_in_any_number_of_times_ends_the_same(cast: Cast, data: st.DataObject) -> None:
    files = data.draw(some(), label="messages")
    files += data.draw(st.lists(st.sampled_from(files), max_size=3), label="again")
    wanted = end_state(cast, files)
    shuffled = data.draw(st.permutations(files), label="order")
    cuts = sorted(data.draw(st.lists(st.integers(0, len(files)), max_size=3), label="cuts"))
    times = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(files)], strict=True)]
    found = end_state(cast, *times)
    for part in wanted:
        assert found[part] == wanted[part], part


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield
