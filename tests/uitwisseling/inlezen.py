"""Reading messages in, as a colleague of the backoffice does: files given, the job run, what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from tests.cast import Cast
from tests.uitwisseling.maken import Bericht
from vliegwiel.gemeenschap.werk import run
from vliegwiel.kern import clock
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Werk
from vliegwiel.uitwisseling.actions.ontvangen import Ontvangen, receive_messages
from vliegwiel.uitwisseling.models import Bestand, Inlezing

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def bas(cast: Cast) -> Any:
    return cast.kijker_of("bas", purpose=Purpose.BERICHTEN)


def give(cast: Cast, *berichten: Bericht | bytes) -> Inlezing:
    """Files are given; nothing is read yet."""
    files = [
        Ontvangen(it.naam, it.xml()) if isinstance(it, Bericht) else Ontvangen(f"bestand-{at}.xml", it)
        for at, it in enumerate(berichten, 1)
    ]
    return receive_messages(by=bas(cast), now=clock.now(), bestanden=files)


def do_work(inlezing: Inlezing) -> Werk:
    """The worker's turn."""
    row = Werk.objects.get(object=inlezing.pk)
    run(row.gemeente_id, row.pk)
    row.refresh_from_db()
    return row


def read(cast: Cast, *berichten: Bericht | bytes) -> Inlezing:
    inlezing = give(cast, *berichten)
    row = do_work(inlezing)
    assert row.status == "klaar", row.fout
    inlezing.refresh_from_db()
    return inlezing


def statuses(inlezing: Inlezing) -> list[str]:
    return list(Bestand.objects.filter(inlezing=inlezing).order_by("nummer").values_list("status", flat=True))


def codes(inlezing: Inlezing) -> list[list[str]]:
    files: Iterable[Bestand] = Bestand.objects.filter(inlezing=inlezing).order_by("nummer")
    return [list(it.bevindingen.order_by("nummer").values_list("code", flat=True)) for it in files]
