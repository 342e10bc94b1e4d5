"""Things that happen around the help of a housemate, for `test_paired`: none of it may show on A's pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast
from tests.ondersteuning import gezin as maker
from tests.ondersteuning.gezin import NOW, Gezin


def _help(gezin: Gezin, **fields: Any) -> Any:
    fields = {"domein": "wmo", "eind": NOW.date() + timedelta(days=20), "categorie": "07", **fields}
    return maker.make_voorziening(gezin, gezin["Bram"], **fields)


def provision_of_b(cast: Cast, gezin: Gezin) -> None:
    _help(gezin, volume=3, eenheid="16", frequentie="2")


def youth_help_of_c(cast: Cast, gezin: Gezin) -> None:
    """Of a child A has no gezag over."""
    maker.make_voorziening(gezin, gezin["Cas"], wet="jeugd", domein="jeugdbescherming", categorie="48")


def provision_of_b_that_stopped(cast: Cast, gezin: Gezin) -> None:
    _help(gezin, eind=NOW.date() - timedelta(days=3), gestopt_op=NOW.date() - timedelta(days=3), reden="21")


def facts_about_bs_provision(cast: Cast, gezin: Gezin) -> None:
    row = _help(gezin)
    day = row.begindatum.isoformat()
    maker.make_feit(row, orde=[day, "00:00:00", day], categorie="07", ingangsdatum=day, referentie="Bram-1")


def call_about_b(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.ondersteuning.models import Belletje

    row = _help(gezin)
    Belletje.objects.create(
        gemeente=gezin.gemeente, voorziening=row, dossier=gezin.dossier, domein="wmo", persoon=gezin["Bram"],
        medewerker=cast.medewerkers["samira"], over=row.eind, uitkomst="verlengen", regel="Bram wil door", moment=NOW,
    )  # fmt: skip


def card_asks_to_call_b(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.samenspel.models import Aandachtspunt

    row = _help(gezin)
    params = {"wet": "wmo", "categorie": "07", "dag_eind": row.eind.isoformat(), "waarom": "loopt_af"}
    Aandachtspunt.objects.create(
        gemeente=gezin.gemeente, code="bel_alvast", sleutel=str(row.pk), object=row.pk, dossier=gezin.dossier,
        domein="wmo", persoon=gezin["Bram"], medewerker=cast.medewerkers["samira"], params=params,
        vanaf=NOW.date(), gemaakt_op=NOW, uitgesteld_tot=NOW.date() + timedelta(days=2), uitgesteld_reden="Bram is weg",
    )  # fmt: skip


def message_about_b_was_read(cast: Cast, gezin: Gezin) -> None:
    """A job looked B up by number: that stands in the log of B."""
    from vliegwiel.privacy.models import Inzage, Inzageregel

    me = cast.medewerkers["samira"]
    event = Inzage.objects.create(
        gemeente=gezin.gemeente, moment=NOW, spoor=UUID(int=8), account=me.account_id, medewerker=me.pk,
        deelname=me.deelname_id, route="werk:berichten", doel="berichten", soort="zoeken",
    )  # fmt: skip
    Inzageregel.objects.create(
        gemeente=gezin.gemeente, inzage=event, persoon=gezin["Bram"].pk, dossier=gezin.dossier.pk
    )


HELP = (
    provision_of_b, youth_help_of_c, provision_of_b_that_stopped, facts_about_bs_provision, call_about_b,
    card_asks_to_call_b, message_about_b_was_read,
)  # fmt: skip
HELP_READ_BY_B = (provision_of_b, provision_of_b_that_stopped, call_about_b, message_about_b_was_read)
