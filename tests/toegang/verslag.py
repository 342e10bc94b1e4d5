"""What a run of the fuzz asks and meets: addresses, findings, figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import vliegwiel
from vliegwiel.kern.marks import mark_of
from vliegwiel.project.checks import all_patterns


@dataclass(frozen=True)
class Route:
    """One address, what it is called, and the purpose of its page."""

    text: str
    name: str
    purpose: str
    view: Any

    @property
    def about_people(self) -> bool:
        return "dossier_id" in self.text or self.purpose in ("ondersteunen", "vraag", "eigen_dossier")


@dataclass
class Vondst:
    """Something that is not as the table says."""

    kind: str  # leak, denied, unlogged, broken, mail, log
    who: str
    address: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.who} at {self.address}: {self.what}"


@dataclass
class Verslag:
    """What a run met."""

    asked: int = 0
    answers: int = 0  # of 200
    with_person: int = 0
    with_draft: int = 0  # answers that showed a word of an opdracht that is not open
    hits: Counter[str] = field(default_factory=Counter)
    status: Counter[tuple[str, int]] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)  # per route: canaries read
    expected: int = 0
    found: list[Vondst] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        share = self.with_person / max(1, self.answers)
        least = min(self.hits.values(), default=0)
        yield f"{self.asked} requests, {self.answers} answers, {share:.0%} with a person's canary"
        yield f"{self.with_draft} answers with a word of a draft"
        yield f"{len(self.hits)} addresses, each at least {least} times"
        yield f"canaries read {sum(self.shown.values())}, expected {self.expected}"
        yield f"found: {dict(Counter(it.kind for it in self.found))}"


def routes() -> list[Route]:
    """Every address of the program that a request can fill in; what is added tomorrow is asked tomorrow."""
    found = []
    for text, pattern in all_patterns():
        mark = mark_of(pattern.callback)
        if "(?P<" in text or mark is None or text.startswith(("account/", "demo/")):
            continue
        found.append(Route(text, pattern.name or text, str(mark.purpose or ""), pattern.callback))
    return found


def targets() -> list[str]:
    """What htmx may ask to be sent alone: the ids in the templates that fetch, and every block there is."""
    found = {"", "inhoud"}
    for path in Path(vliegwiel.__file__).parent.rglob("jinja2/**/*.html"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"{% block (\w+)", text)) | set(re.findall(r'hx-target="#(\w+)"', text))
        found |= {name for tag in re.findall(r"<[^>]*hx-(?:get|post)[^>]*>", text)
                  for name in re.findall(r'\bid="(\w+)"', tag)}  # fmt: skip
    return sorted(found)
