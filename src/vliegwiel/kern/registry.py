"""What a lower page shows of an upper room: filled at start-up, asked inside the same response.

A room adds its part in `apps.py`; the page below asks every part and renders what comes back. No room
knows who else added something, so the stairs still only go down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Part = TypeVar("Part", bound=Callable[..., Any])


class Registry(Generic[Part]):
    """An ordered list of functions that rooms add at start-up and one page asks."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: dict[str, tuple[int, Part]] = {}

    def add(self, key: str, part: Part, *, order: int = 100) -> None:
        """Add a room's part once; the same key twice is a mistake in the code."""
        if key in self._parts and self._parts[key][1] is not part:
            raise ValueError(f"{self.name}: {key} is there already")
        self._parts[key] = (order, part)

    def __iter__(self) -> Iterator[Part]:
        return (part for _, part in sorted(self._parts.values(), key=lambda entry: entry[0]))

    def items(self) -> list[tuple[str, Part]]:
        """Each with its key, in order."""
        ordered = sorted(self._parts.items(), key=lambda entry: entry[1][0])
        return [(key, part) for key, (_, part) in ordered]

    def keys(self) -> frozenset[str]:
        return frozenset(self._parts)


@dataclass(frozen=True)
class Aandacht:
    """One thing that asks attention: a code with parameters, where to go, and why you see it.

    `weight` orders the page: lower first. Computed when read; nothing is stored here. `inwoner` says that it may
    stand on a resident's page too: then its code has sentences in *u*. `later` is where it can be put off.
    """

    code: str
    href: str
    weight: int
    kwart: str
    params: dict[str, Any] = field(default_factory=dict)
    inwoner: bool = False
    later: str = ""


@dataclass(frozen=True)
class Blok:
    """A block on the home page besides what asks attention: a template of the room and what it needs."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    plek: str = "context"  # "context" beside the work, "werk" below the cards


@dataclass(frozen=True)
class Treffer:
    """One result of a search: a title, where it lives, and a line of context."""

    soort: str
    titel: str
    href: str
    onder: str = ""


@dataclass(frozen=True)
class Zoekvraag:
    """What a room looks for in one of its tables: rows as `values_list(…)`, and what a row becomes. The page puts those
    of all rooms in one statement."""

    rows: Any
    treffer: Callable[[Any], Treffer]


@dataclass(frozen=True)
class Betekenis:
    """The adopted meaning of a word, as shown where the word stands."""

    woord: str
    tekst: str
    href: str


@dataclass(frozen=True)
class Over:
    """What an upper room says a Voorstel is about: the word itself, and where it lives.

    `lees` is the code of the words of a link there, from the middle of the page. `vast`: the text is kept there and
    gets no other versions here (`vaste_tekst`).
    """

    naam: str
    href: str
    lees: str = ""
    vast: bool = False


@dataclass(frozen=True)
class Draad:
    """One step of the rode draad from a thing: what it comes from (`van`) or leads to, and where that lives.

    `code` says what kind of thing it is. Where a kijker may see no rows it is a number of them (`params`), never under
    ten, and without `href`. `tekst` is what people wrote.
    """

    kwart: str
    code: str
    tekst: str = ""
    href: str = ""
    van: bool = False
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Wielregel:
    """A line of a quarter on the page of the whole wheel: a thing with its address, or a count (`code`, `params`)."""

    tekst: str = ""
    href: str = ""
    code: str = ""
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Wieldeel:
    """What a room shows on the page of the whole wheel, in its quarter: under one head, a few lines."""

    kwart: str
    code: str  # the head
    regels: tuple[Wielregel, ...]
    leeg: str = ""  # the code of the sentence when there is nothing yet
    href: str = ""  # where all of it is


@dataclass(frozen=True)
class NavItem:
    """One entry of the navigation, for kijkers with one of these roles (empty: every colleague).

    `zonder`: only where this practice is off (then the item stands for what is left of a room).
    """

    code: str
    url_name: str
    icoon: str
    rollen: frozenset[str] = frozenset()
    praktijk: str | None = None
    zonder: str | None = None


@dataclass(frozen=True)
class OpenWerk:
    """Work that stays behind when a colleague leaves: what it is and how it gets another holder."""

    code: str
    aantal: int
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenWerkPart:
    """What a room does when a colleague leaves: say what is still open, and hand it to somebody else.

    `count(kijker, medewerker)` gives an OpenWerk, or None when nothing is open: a number, never what it is about.
    `hand_over(medewerker=…, to=…, by=…, now=…)` runs inside the transaction that ends the Medewerker.
    """

    count: Callable[[Any, Any], OpenWerk | None]
    hand_over: Callable[..., None]


aandacht: Registry[Any] = Registry("vraagt aandacht")  # (kijker, now) -> list[Aandacht]
# (kijker, now) -> bool: whether there would be a card, found without reading anybody's name
wacht: Registry[Any] = Registry("whether something waits")
thuis: Registry[Any] = Registry("blocks beside Vandaag")  # (kijker, now) -> Blok | None
zoeken: Registry[Any] = Registry("search")  # (kijker, question) -> list[Treffer | Zoekvraag]
betekenissen: Registry[Any] = Registry("meanings of words")  # (kijker) -> list[Betekenis]
navigatie: Registry[Any] = Registry("navigation")  # () -> list[NavItem]
open_werk: Registry[Any] = Registry("open work of a colleague")  # OpenWerkPart
klok: Registry[Any] = Registry("work of the clock")  # (gemeente_id, now) -> int
geweigerd: Registry[Any] = Registry(
    "who writes down a refusal"
)  # (*, gemeente_id, account_id, route, reason, …)
opgelost: Registry[Any] = Registry("a cause is gone")  # (*, code, object, now, by) -> int
# (kijker, today) -> QuerySet | None: rows about OuterRef("pk"), a Voorstel, with values(…) of their own table
bij_voorstel: Registry[Any] = Registry("read with a Voorstel")
over: Registry[Any] = Registry("what a Voorstel is about")  # (kijker, voorstel) -> list[Over]
vaste_tekst: Registry[Any] = Registry("a Voorstel of a text that is kept elsewhere")  # (voorstel) -> bool
rode_draad: Registry[Any] = Registry("rode draad")  # (kijker, object, now) -> list[Draad]
wiel: Registry[Any] = Registry("the whole wheel")  # (kijker, now) -> list[Wieldeel]
# (kijker, today) -> QuerySet | None: values(…) of one text, to be read with the page they stand on
toetsvragen: Registry[Any] = Registry("questions of the mensbeeld beside a choice")
