"""The rules of the policy alone beside the table: every role, purpose and tie, and ages. No database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from tests.toegang.klein_basis import DOMEINEN, TODAY
from tests.toegang.orakel import turned
from tests.toegang.tabel import mag
from vliegwiel.kern.codes import Purpose, Rol

CONTENT = ("doel", "afspraak", "inhoud", "verzegeld_deel")
PLAIN = ("persoon", "adres", "geheim_adres", "kader", "vraag", "inzage", "tafel")
PARTS = (*PLAIN, "deelnemer", "domeinvlag", *CONTENT)


def _one(word: str) -> frozenset[str]:
    return frozenset({word})


# -- the rules alone, without a database


HATS = (*(_one(rol.value) for rol in Rol), frozenset(), *(frozenset({"consulent", rol}) for rol in ("beheerder", "fg",
        "backoffice", "beleidsmedewerker")))  # fmt: skip


def facts_of_table() -> list[tuple[str, str, tuple[str, ...] | None]]:
    """(relation, domain, parts): every way to stand to a dossier."""
    found: list[tuple[str, str, tuple[str, ...] | None]] = [("regie", "", None), ("eigen_afspraak", "", None)]
    found += [("in_dit_domein", domein, None) for domein in ("wmo", "schulden")]
    found += [("spoed", domein, None) for domein in ("", "wmo")]
    shares = ((), ("doel",), ("afspraak",), ("inhoud",), ("adres",))
    found += [
        ("deling", domein, ("persoon", "kader", *more)) for domein, more in product(("", "jeugd"), shares)
    ]
    return found


def ties(relation: str, domein: str, parts: Any, wat: str, of: str) -> frozenset[str]:
    """The words of the table for something of this kind and domain, to who stands in this one relation."""
    found: set[str] = set()
    if relation == "regie":
        found = {"regie", "ander_domein", "maker", "zetel"}
    elif relation == "in_dit_domein":
        found = {"in_dit_domein" if of in ("", domein) else "ander_domein", "maker", "zetel"}
    elif relation == "eigen_afspraak":
        found = {"zetel"} | ({"eigen_afspraak"} if wat != "afspraak" else set())
    elif relation == "spoed":
        found = {"spoed"} if of in ("", domein) else set()
    elif wat in parts and (wat in ("persoon", "kader", "adres") or of == domein):
        found = {"deling"}
    return frozenset(found or {"geen"})


def expected_by_rules() -> list[tuple[Any, Purpose, Any, set[tuple[str, str]]]]:
    """(roles, purpose, fact) and every (part, domain) that the table opens with them."""
    asked = [(wat, of) for wat in PARTS for of in (("",) if wat in PLAIN else ("", *DOMEINEN))]
    found = []
    for roles, purpose, fact in product(HATS, Purpose, facts_of_table()):
        when = frozenset({f"doel_{purpose}", "voorlezen"})
        pet = roles or _one("geen_rol")
        opened = {
            (wat, of)
            for wat, of in asked
            if mag((_one("medewerker"), pet, ties(*fact, wat, of), _one(wat), _one(of or "geen"), when))
        }
        found.append((roles, purpose, fact, opened))
    return found


def differs_in_rules(expected: list[tuple[Any, Purpose, Any, set[tuple[str, str]]]]) -> Iterator[str]:
    from vliegwiel.privacy.rules import beleid
    from vliegwiel.privacy.rules.woorden import Onderdeel, Relatie

    for roles in HATS:  # lines 3, 7, 8 and 9 of the table
        if beleid.role_sees(roles) != (bool(roles) and not roles & {"beheerder", "fg", "backoffice"}):
            yield f"role_sees {sorted(roles)}"
    for roles, purpose, (relation, domein, parts), opened in expected:
        chosen = None if parts is None else frozenset(map(Onderdeel, parts))
        feit = (
            beleid.Feit(Relatie(relation), domein, chosen)
            if domein or chosen
            else beleid.Feit(Relatie(relation))
        )
        shown = {(str(part), of) for part, of in beleid.visible(beleid.rules_for(roles, purpose), [feit])}
        if shown != opened:
            yield f"{sorted(roles)} {purpose} {relation} {domein} {parts}: {sorted(shown ^ opened)}"


AGES = [
    (date(year, *day), on)
    for year in (2000, 2008, 2010, 2014)
    for day in ((1, 1), (2, 28), (3, 1), (3, 2), (12, 31))
    for on in (TODAY, date(2026, 2, 28), date(2026, 1, 1), date(2024, 2, 29))
]
AGES += [(date(2008, 2, 29), date(2026, 2, 28)), (date(2008, 2, 29), TODAY)]


def differs_in_age() -> Iterator[str]:
    from vliegwiel.privacy.rules.vakken import age_on

    for born, on in AGES:
        for years in (12, 16, 18):
            if (age_on(born, on) >= years) != turned(born, years, on):
                yield f"age of {born} on {on}"
    if age_on(None, TODAY) < 18:
        yield "whoever's date of birth is not known is no child"
