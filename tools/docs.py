"""Writes docs/huis: room map, data model, states, addresses and verwerkingsregister, read from the code itself.

`python -m tools.docs` writes; `pages()` returns what should stand there, for the house test that compares.
"""

import ast
import importlib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tools.machine import ROOT
from tools.register import register

FOLDER = "docs/huis"
# From the top of the house to the ground: a room may only use what stands below it.
ROOMS = (
    "project",
    "uitwisseling",
    "effect",
    "ondersteuning",
    "opdracht",
    "koers",
    "sociale_kaart",
    "samenspel",
    "privacy",
    "gemeenschap",
    "ui",
    "kern",
)
MADE = "<!-- Made by `make docs` from the code: change the code, not this page. -->\n"


def rooms(root: Path) -> list[str]:
    """The rooms that are there, top first."""
    return [name for name in ROOMS if (root / "src/vliegwiel" / name / "__init__.py").exists()]


# -- room map


def imported(file: Path) -> Iterator[str]:
    """The rooms a module names in its imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "vliegwiel" and len(parts) > 1:
                yield parts[1]


def uses(root: Path, room: str) -> dict[str, int]:
    """The other rooms that a room's code names, top first, and how many of its modules do."""
    files = (root / "src/vliegwiel" / room).rglob("*.py")
    named = Counter(name for file in files for name in set(imported(file)))
    return {name: named[name] for name in rooms(root) if name in named and name != room}


def purpose(root: Path, room: str) -> str:
    """The first paragraph of a room's README, else of its package's docstring."""
    readme = root / "src/vliegwiel" / room / "README.md"
    if readme.exists():
        blocks = [
            block for block in readme.read_text(encoding="utf-8").split("\n\n") if not block.startswith("#")
        ]
        return " ".join(blocks[0].split()) if blocks else ""
    package = ast.parse((root / "src/vliegwiel" / room / "__init__.py").read_text(encoding="utf-8"))
    return (ast.get_docstring(package) or "").split("\n\n")[0]


def room_map(root: Path) -> str:
    lines = [
        "# The rooms",
        "",
        MADE,
        "Stairs only go down: an arrow never points up.",
        "",
        "```mermaid",
        "flowchart TD",
    ]
    lines += [f"  {room} -->|{n}| {other}" for room in rooms(root) for other, n in uses(root, room).items()]
    lines += ["```", "", "The number at an arrow: how many modules of the upper room use the lower one.", ""]
    lines += ["| room | what it is | uses |", "|---|---|---|"]
    for room in rooms(root):
        used = ", ".join(uses(root, room)) or "–"
        lines += [f"| `{room}` | {purpose(root, room)} | {used} |"]
    return "\n".join(lines) + "\n"


# -- data model


def data_model(root: Path) -> str:
    """Every table of ours per room, with its fields; what a field is for stands in the model itself."""
    from django.apps import apps

    classes = yaml.safe_load((root / FOLDER / "classificatie.yaml").read_text(encoding="utf-8"))
    lines = ["# The data model", "", MADE]
    lines += ["Class: what a field is for privacy (`classificatie.yaml` says what the words mean).", ""]
    for room in reversed(rooms(root)):
        models = [model for model in apps.get_models() if model.__module__.startswith(f"vliegwiel.{room}.")]
        models.sort(key=lambda model: model.__name__)
        if models:
            lines += [f"## {room}", "", *entity_diagram(models)]
        for model in models:
            lines += [f"### {model.__name__}", "", summary(model), ""]
            lines += ["| field | kind | class | points to | may be empty |", "|---|---|---|---|---|"]
            known = classes.get(model._meta.db_table, {})
            lines += [field_row(field, known.get(field.name, "?")) for field in model._meta.concrete_fields]
            lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def summary(model: Any) -> str:
    """The first paragraph of a model's docstring."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def entity_diagram(models: list[Any]) -> list[str]:
    """Who points to whom: from many to one; dotted lines leave the room. Gemeente is left out: all point there."""
    lines = ["```mermaid", "erDiagram"]
    for model in models:
        lines += [f"  {model.__name__} {{}}"]
        for field in model._meta.concrete_fields:
            if field.is_relation and field.name != "gemeente":
                target, line = field.related_model, "--" if field.related_model in models else ".."
                one = "o|" if field.null else "||"
                lines += [f"  {model.__name__} }}o{line}{one} {target.__name__} : {field.name}"]
    return [*lines, "```", ""]


def field_row(field: Any, privacy: str) -> str:
    target = field.related_model.__name__ if field.is_relation else ""
    kind = type(field).__name__ if field.is_relation else field.get_internal_type()
    empty = "yes" if field.null or field.blank else ""
    return f"| `{field.name}` | {kind} | {privacy} | {target} | {empty} |"


# -- states


def state_maps(root: Path) -> Iterator[tuple[str, Mapping[str, Mapping[str, str]]]]:
    """Every map `<NOUN>_STATES` in a room's rules: state → {event: next state}."""
    for room in reversed(rooms(root)):
        folder = root / "src/vliegwiel" / room
        if (folder / "rules.py").exists() or (folder / "rules/__init__.py").exists():
            rules = importlib.import_module(f"vliegwiel.{room}.rules")
            for name in sorted(vars(rules)):
                if name.endswith("_STATES"):
                    yield name.removesuffix("_STATES").capitalize(), getattr(rules, name)


def diagram(states: Mapping[str, Mapping[str, str]]) -> list[str]:
    """A state map as a drawing; the first state is where it begins, one without events is where it ends."""
    lines = ["```mermaid", "stateDiagram-v2", f"  [*] --> {next(iter(states))}"]
    for state, events in states.items():
        lines += [f"  {state} --> {after}: {event}" for event, after in events.items()]
        lines += [] if events else [f"  {state} --> [*]"]
    return [*lines, "```", ""]


def states_page(root: Path) -> str:
    lines = ["# States", "", MADE]
    for noun, states in state_maps(root):
        lines += [f"## {noun}", "", *diagram(states)]
    return "\n".join(lines).rstrip() + "\n"


# -- addresses


def addresses(root: Path) -> str:
    """Every address: for what purpose and for whom it opens, or why it is open to all."""
    from vliegwiel.kern.marks import mark_of
    from vliegwiel.project.checks import all_patterns

    lines = ["# The addresses", "", MADE]
    lines += [
        "Closed unless marked. Without roles: everyone who belongs to the gemeente, residents included;",
        "",
    ]
    lines[-2] += " what they see there is decided by the queries."
    lines += ["| address | name | purpose | roles | practice |", "|---|---|---|---|---|"]
    open_pages = ["## Open pages", "", "| address | name | why it is open |", "|---|---|---|"]
    for address, pattern in all_patterns():
        if address.startswith("demo/"):
            continue  # there in the demo only
        mark, cell = mark_of(pattern.callback), f"`/{address}`".replace("|", "\\|")
        if mark is None or mark.purpose is None:
            open_pages += [f"| {cell} | {pattern.name} | {mark.reason if mark else 'NOT MARKED'} |"]
            continue
        roles = ", ".join(sorted(map(str, mark.roles))) or "everyone here"
        lines += [f"| {cell} | {pattern.name} | {mark.purpose.value} | {roles} | {mark.praktijk or ''} |"]
    return "\n".join([*lines, "", *open_pages]) + "\n"


def pages(root: Path = ROOT) -> dict[str, str]:
    """File name → text, for every page in docs/huis that is made. Django must be set up."""
    return {
        "kamers.md": room_map(root),
        "datamodel.md": data_model(root),
        "toestanden.md": states_page(root),
        "adressen.md": addresses(root),
        "verwerkingsregister.md": register(root),
    }


def main() -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vliegwiel.project.settings")
    django.setup()
    folder = ROOT / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"{FOLDER}/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
