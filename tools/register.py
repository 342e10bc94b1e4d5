"""The verwerkingsregister (AVG, artikel 30), made from the field classification, the marks of the views and the terms.

Dutch, because the FG reads it.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

MADE = "<!-- Made by `make docs` from the code: change the code, not this page. -->"
PURPOSES = {
    "samen_bepalen": "Samen bepalen wat woorden en doelen betekenen",
    "vraag": "Een vraag van een inwoner opnemen, eerste advies geven en doorgeven",
    "ondersteunen": "Met inwoners aan hun plan werken",
    "eigen_dossier": "Inwoners laten lezen en verbeteren wat over hen is opgeschreven",
    "toezicht": "Nagaan wie keek, en of dat mocht",
    "overzicht": "Het eigen werk vinden",
    "berichten": "Berichten over voorzieningen inlezen (iWmo, iJw en tabellen), zodat niemand ze overtypt",
    "beheer": "Vastleggen wie hier werkt en wat aanstaat",
    "eigen_account": "Zelf inloggen en eigen gegevens van het account wijzigen",
}
WHO = {
    "persoon": "medewerkers en inwoners met een account",
    "woorden": "wie aan een tafel zit",
    "geheim": "wie inlogt",
    "dossier": "inwoners met een vraag of plan, en wie bij hen hoort",
}


def register(root: Path) -> str:
    """The page as it should stand in docs/huis. Django must be set up."""
    classes = yaml.safe_load((root / "docs/huis/classificatie.yaml").read_text(encoding="utf-8"))
    lines = ["# Verwerkingsregister", "", MADE, ""]
    lines += [
        "Verantwoordelijk: elke gemeente die met Vliegwiel werkt, voor haar eigen deel. Gegevens gaan niet naar"
    ]
    lines += ["andere gemeenten en niet buiten de EU. Wie wat ziet staat in [toegang.md](toegang.md)."]
    return "\n".join([*lines, "", *_purposes(), *_data(classes), *_bases(), *_terms(), *_security()]) + "\n"


def _purposes() -> list[str]:
    from vliegwiel.kern.marks import mark_of
    from vliegwiel.project.checks import all_patterns

    pages: dict[str, list[str]] = defaultdict(list)
    for address, pattern in all_patterns():
        mark = mark_of(pattern.callback)
        if mark and mark.purpose and not address.startswith("demo/"):
            pages[mark.purpose.value].append(str(pattern.name))
    lines = ["## Waarvoor", "", "| doel | wat | bladzijden |", "|---|---|---|"]
    for purpose, text in PURPOSES.items():
        lines.append(f"| `{purpose}` | {text} | {', '.join(sorted(set(pages[purpose]))) or '–'} |")
    return [*lines, ""]


def _data(classes: dict[str, dict[str, str]]) -> list[str]:
    found: dict[str, list[str]] = defaultdict(list)
    for table, fields in sorted(classes.items()):
        for name, given in fields.items():
            if given.split("/")[0] in WHO:
                found[given].append(f"{table}.{name}")
    lines = ["## Welke gegevens, van wie", "", "| soort | van wie | velden |", "|---|---|---|"]
    for given, names in sorted(found.items()):
        lines.append(f"| `{given}` | {WHO[given.split('/')[0]]} | {', '.join(names)} |")
    return [*lines, ""]


def _bases() -> list[str]:
    from vliegwiel.privacy.grondslagen import grondslagen

    lines = ["## Grondslagen", "", "Toestemming is geen grondslag.", ""]
    lines += ["| code | grondslag | bron | vanaf | bevestigd |", "|---|---|---|---|---|"]
    for it in grondslagen():
        lines.append(f"| `{it.code}` | {it.tekst} | {it.bron} | {_day(it.vanaf)} | {_yes(it.bevestigd)} |")
    return [*lines, ""]


def _terms() -> list[str]:
    from vliegwiel.privacy.bewaren import bewaartermijnen

    lines = ["## Bewaartermijnen", "", "Wat niet bevestigd is, vernietigt niets.", ""]
    lines += ["| code | termijn | bron | vanaf | bevestigd |", "|---|---|---|---|---|"]
    for it in bewaartermijnen():
        lines.append(f"| `{it.code}` | {it.tekst} | {it.bron} | {_day(it.vanaf)} | {_yes(it.bevestigd)} |")
    return [*lines, ""]


def _security() -> list[str]:
    return [
        "## Beveiliging",
        "",
        "- Elke inzage staat in de inzagelog voordat de bladzijde vertrekt; lukt dat niet, dan vertrekt zij niet.",
        "- De inzagelog wordt verzegeld; de koppen staan buiten de database (`vliegwiel controleer-log`).",
        "- Een burgerservicenummer is onleesbaar opgeslagen (AES-GCM) en te vinden met een blinde index.",
        "- Collega’s loggen in met een tweede stap. Elke gemeente is apart, ook in de database zelf.",
        "- Wat geweigerd wordt, staat in de besluitlog met de versie van het beleid.",
    ]


def _day(day: Any) -> str:
    return f"{day:%d-%m-%Y}" if day else "nog niet van kracht"


def _yes(value: bool) -> str:
    return "ja" if value else "nog niet"
