"""The forms that the kill rig writes with, and where in the database their writes are found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MARK = "proef-"


@dataclass(frozen=True)
class Read:
    """A page that writes down who asked for it: `lines` is SQL for (account, how many lines there are).

    A page of a household writes an Inzage; a page that is not for you, answered with 404, writes a Weigering.
    """

    page: str
    lines: str
    status: int = 200


@dataclass(frozen=True)
class Endpoint:
    """A form to write with, and where in the database its writes are found again.

    `fields` makes what is typed from a mark that no other write has; `found` is SQL for (id, mark), with marks that
    begin with MARK; `action` names the line in the Schrijflog; `led` finds the id in the address of the result.
    """

    name: str
    page: str
    fields: Callable[[str], dict[str, str]]
    found: str
    action: str
    led: str
    people: tuple[str, ...]  # e-mail addresses of personas of the demo
    read: Read | None = None


TAFEL = Endpoint(
    name="tafel_nieuw",
    page="/lindebeek/tafels/nieuw/",
    fields=lambda mark: {
        "naam": mark,
        "bedoeling": "Om te zien wat er blijft staan.",
        "openheid": "besloten",
    },
    found=f"SELECT id, naam FROM samenspel_tafel WHERE naam LIKE '{MARK}%'",
    action="tafel.begonnen",
    led=r"^/lindebeek/tafels/([0-9a-f-]{36})/$",
    people=(
        "samira.kaya@lindebeek.example",
        "wim.terpstra@lindebeek.example",
        "fatima.elidrissi@lindebeek.example",
        "hanneke.roos@kiezelpad.example",
        "mila.verhoeven@welzijndebrug.example",
        "joke.vandam@welzijndebrug.example",
        "marijke.postma@lindebeek.example",
    ),
    read=Read("/lindebeek/beheer/", "SELECT account, count(*) FROM kern_weigering GROUP BY account", 404),
)

VRAAG = Endpoint(
    name="vraag_nieuw",
    page="/lindebeek/vragen/nieuw/",
    fields=lambda mark: {
        "woorden": mark,
        "kanaal": "telefoon",
        "soort": "vraag",
        "namens": "zelf",
        "daarna": "houden",
    },
    found=f"SELECT id, woorden FROM ondersteuning_vraag WHERE woorden LIKE '{MARK}%'",
    action="vraag.opgeschreven",
    led=r"^/lindebeek/vragen/([0-9a-f-]{36})/$",
    people=("samira.kaya@lindebeek.example", "mila.verhoeven@welzijndebrug.example"),
    read=Read(
        "/lindebeek/mijn-mensen/",
        "SELECT account, count(*) FROM privacy_inzage WHERE route = 'mijn_mensen' GROUP BY account",
    ),
)
