"""Fills the bench's gemeente with tables: around the demo as many tables, people and words as were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from typing import Any

AT_A_TABLE = 8
OWN_TABLES = 20  # of all tables, those where the people we measure have a seat
FULL = {"gesprekken": 12, "uitspraken": 25, "voorstellen": 12, "versies": 3, "rust_op": 20}
ORDINARY = {"gesprekken": 2, "uitspraken": 6, "voorstellen": 1, "versies": 2, "rust_op": 3}
SENTENCE = "Wij komen langs, luisteren eerst en spreken samen af wie wat doet en wanneer we weer bellen."


class Town:
    """Makes the rows of one gemeente in bulk, past the actions: this is about numbers, not about what is allowed."""

    def __init__(self, gemeente: Any) -> None:
        from vliegwiel.kern.clock import now, today

        self.gemeente, self.now, self.today = gemeente, now(), today()
        self.begin = self.today - timedelta(days=60)

    def many(self, model: Any, rows: list[dict[str, Any]]) -> list[Any]:
        made = [model(gemeente=self.gemeente, **row) for row in rows]
        return list(model.objects.bulk_create(made, batch_size=200))

    def colleagues(self, count: int) -> list[Any]:
        from vliegwiel.gemeenschap.models import Deelname, Medewerker, Roltoekenning
        from vliegwiel.kern.models import Account

        works_for = list(Deelname.objects.filter(gemeente=self.gemeente))
        accounts = Account.objects.bulk_create(
            [
                Account(
                    email=f"bench{i}@bench.example", naam=f"Collega {i}", password="!", aangemaakt_op=self.now
                )
                for i in range(count)
            ]
        )
        people = self.many(
            Medewerker,
            [
                {"account": account, "naam": account.naam, "functie": "consulent", "begindatum": self.begin}
                | {"deelname": works_for[i % len(works_for)]}
                for i, account in enumerate(accounts)
            ],
        )
        roles = [{"medewerker": who, "rol": "consulent", "begindatum": self.begin} for who in people]
        self.many(Roltoekenning, roles)
        return people

    def table(self, number: int, people: list[Any], size: dict[str, int]) -> dict[str, list[Any]]:
        """One table with its seats, talks, words and proposals."""
        from vliegwiel.gemeenschap.models import Inwoner
        from vliegwiel.samenspel.models import Gesprek, Partij, Tafel, Uitspraak, Zetel

        naam = f"Tafel {number}: wonen en meedoen in wijk {number % 17}"
        openheid = "open" if number % 2 else "besloten"
        row = {
            "naam": naam,
            "bedoeling": SENTENCE,
            "openheid": openheid,
            "begindatum": self.begin,
            "zoektekst": "tafel won meedo",
        }
        table = self.many(Tafel, [row])[0]
        partijen = self.many(
            Partij, [{"tafel": table, "naam": f"Partij {i}", "niveaus": ["uitvoering"]} for i in range(4)]
        )
        seats = self.many(
            Zetel,
            [
                {"tafel": table, "partij": partijen[i % 4], "niveau": "uitvoering", "begindatum": self.begin}
                | {("inwoner" if isinstance(who, Inwoner) else "medewerker"): who}
                for i, who in enumerate(people)
            ],
        )
        talks = self.many(
            Gesprek,
            [
                {"tafel": table, "titel": f"Gesprek {i}", "vraag": "Wat ging goed?", "datum": self.begin}
                for i in range(size["gesprekken"])
            ],
        )
        said = self.many(
            Uitspraak,
            [
                {
                    "gesprek": talk,
                    "zetel": seats[i % len(seats)],
                    "tekst": SENTENCE,
                    "moment": self.now,
                    "delen": "naam",
                }
                for talk in talks
                for i in range(size["uitspraken"])
            ],
        )
        return {"tafel": [table], "gesprek": talks, "voorstel": self.proposals(table, seats, said, size)}

    def proposals(self, table: Any, seats: list[Any], said: list[Any], size: dict[str, int]) -> list[Any]:
        from vliegwiel.samenspel.models import Gevraagde, Houding, Onderbouwing, Versie, Voorstel

        made = self.many(
            Voorstel, [{"tafel": table, "titel": f"Voorstel {i}"} for i in range(size["voorstellen"])]
        )
        versions = self.many(
            Versie,
            [
                {
                    "voorstel": it,
                    "nummer": n + 1,
                    "tekst": f"{SENTENCE} {n}. " * 3,
                    "zetel": seats[0],
                    "moment": self.now,
                }
                for it in made
                for n in range(size["versies"])
            ],
        )
        self.many(
            Gevraagde, [{"voorstel": it, "zetel": seat, "moment": self.now} for it in made for seat in seats]
        )
        stances = ["akkoord", "kan_ermee_leven", "nog_niet"]
        self.many(
            Houding,
            [
                {
                    "versie": version,
                    "zetel": seat,
                    "keuze": stances[i % 3],
                    "want": SENTENCE,
                    "moment": self.now,
                }
                for version in versions
                for i, seat in enumerate(seats[1:])
            ],
        )
        self.many(
            Onderbouwing,
            [{"versie": v, "uitspraak": one} for v in versions for one in said[: size["rust_op"]]],
        )
        return made

    def words(self, count: int, proposals: list[Any]) -> None:
        """Words of which half has an adopted meaning."""
        from vliegwiel.koers.models import Begrip, Betekenis
        from vliegwiel.samenspel.models import Voorstel

        made = self.many(
            Begrip,
            [
                {
                    "woord": f"benchwoord {i}",
                    "sleutel": f"benchwoord-{i}",
                    "aangemaakt_op": self.now,
                    "zoektekst": f"benchwoord {i}",
                }
                for i in range(count)
            ],
        )
        pairs = list(zip(made[::2], proposals, strict=False))
        self.many(Betekenis, [{"begrip": word, "voorstel": it} for word, it in pairs])
        Voorstel.objects.filter(gemeente=self.gemeente, pk__in=[it.pk for _, it in pairs]).update(
            status="aangenomen", aangenomen_op=self.now, terugkijken_op=self.today + timedelta(days=180)
        )


def session_for(account: Any) -> str:
    """A log-in as the log-in page would leave it; the meter then sends its cookie."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def fill(gemeente: Any, count: int, ours: Sequence[Any]) -> dict[str, str]:
    """`count` tables, twice as many colleagues and half as many words around the demo; the ids of the fullest table.

    `ours` are the people the pages are asked as: they have a seat at the first tables. In the caller's transaction.
    """
    town = Town(gemeente)
    people = town.colleagues(count * 2)
    full = town.table(0, [*ours, *people[:13]], FULL)
    tables = [
        town.table(
            n,
            [
                *(ours if n < OWN_TABLES else []),
                *(people[(n * 5 + i) % len(people)] for i in range(AT_A_TABLE)),
            ],
            ORDINARY,
        )
        for n in range(1, count)
    ]
    town.words(count // 2, list(chain.from_iterable(table["voorstel"] for table in tables[OWN_TABLES:])))
    return {f"{name}_vol": str(rows[0].pk) for name, rows in full.items()}
