"""Work on the background acts as whoever asked for it: what it reads is in the log, or it is not read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cast import Cast
from tests.uitwisseling.inlezen import bas, do_work, give, read
from tests.uitwisseling.maken import Bericht, Start, Toewijzing
from vliegwiel.gemeenschap import werk
from vliegwiel.gemeenschap.models import Roltoekenning
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog, Uitgaand, Werk
from vliegwiel.ondersteuning.models import Voorzieningfeit
from vliegwiel.privacy import inzage
from vliegwiel.privacy.models import Inzage, Inzageregel, Persoon
from vliegwiel.privacy.public import collecting
from vliegwiel.uitwisseling.actions.ontvangen import SOORT

pytestmark = pytest.mark.django_db
ANOTHER = Bericht((Toewijzing(nummer=2),), identificatie="000000000002")


@pytest.fixture(autouse=True)
def _code(cast: Cast) -> None:
    gemeente = cast.here()
    gemeente.code = "9901"
    gemeente.save(update_fields=["code"])


def test_whom_a_message_finds_is_in_the_log_of_who_read_it_in(cast: Cast) -> None:
    read(cast, Bericht((Toewijzing(),)))
    person = Persoon.objects.get(achternaam__contains="Veen")
    known = set(Inzage.objects.values_list("pk", flat=True))
    read(cast, ANOTHER)
    event = Inzage.objects.exclude(pk__in=known).get()
    me = bas(cast)
    assert (event.account, event.medewerker, event.doel) == (me.account_id, me.medewerker.pk, "berichten")
    assert event.route == f"werk:{SOORT}"
    assert set(Inzageregel.objects.filter(inzage=event).values_list("persoon", flat=True)) == {person.pk}


def test_what_cannot_be_logged_is_not_stored(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    read(cast, Bericht((Toewijzing(),)))
    before = Voorzieningfeit.objects.count()

    def full(*given: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(inzage, "_write_shown", full)
    row = do_work(give(cast, ANOTHER))
    assert row.status == "wacht"
    assert row.fout == "OSError"
    assert Voorzieningfeit.objects.count() == before
    monkeypatch.undo()
    Werk.objects.filter(pk=row.pk).update(volgende_op=row.gemaakt_op)
    werk.run(row.gemeente_id, row.pk)
    assert Voorzieningfeit.objects.count() == before + 1


def test_who_lost_the_role_reads_nothing_any_more(cast: Cast) -> None:
    read(cast, Bericht((Toewijzing(),)))
    given, looks = give(cast, ANOTHER), Inzage.objects.count()
    Roltoekenning.objects.filter(medewerker=bas(cast).medewerker).delete()
    row = do_work(given)
    assert (row.status, row.fout) == ("geparkeerd", werk.ACTOR_GONE)
    assert (Inzage.objects.count(), Voorzieningfeit.objects.count()) == (looks, 1)


def test_nothing_of_a_message_is_in_the_job_the_log_or_the_mail(cast: Cast) -> None:
    """Its words: names, streets, numbers. Not even of a message that is kept aside or turned down."""
    bericht = Bericht((Toewijzing(),))
    loose = Bericht((Start(nummer=77),), identificatie="000000000003")
    read(cast, bericht, loose, b"<zeker geen bericht van Anna van der Veen>")
    who = bericht.mens
    words = [who.bsn, who.achternaam, who.voornaam, who.straat, who.telefoon]
    rows = [*Werk.objects.values(), *Schrijflog.objects.values(), *Uitgaand.objects.values(), *_jobs()]
    text = json.dumps(rows, default=str)
    assert [word for word in words if word in text] == []


def _jobs() -> list[Any]:
    from django_tasks_db.models import DBTaskResult

    return list(DBTaskResult.objects.values("args_kwargs"))


def test_work_that_reads_people_writes_down_whom() -> None:
    """Every kind of work with a purpose that knows people runs inside `collecting`."""
    of_people = {Purpose.BERICHTEN, Purpose.ONDERSTEUNEN, Purpose.OVERZICHT, Purpose.VRAAG}
    kinds = {name: werk._kinds[name] for name in werk.kinds()}
    assert kinds
    assert [
        name for name, it in kinds.items() if it.purpose in of_people and it.around is not collecting
    ] == []
