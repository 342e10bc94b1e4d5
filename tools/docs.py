"""Writes docs/huis: the room map, the data model and the state diagrams, read from the code itself.

`python -m tools.docs` writes; `pages()` returns what should stand there, for the house test that compares.
"""

import ast
import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.machine import ROOT

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


def uses(root: Path, room: str) -> list[str]:
    """The other rooms that a room's code names, top first."""
    files = (root / "src/vliegwiel" / room).rglob("*.py")
    named = {name for file in files for name in imported(file)}
    return [name for name in rooms(root) if name in named and name != room]


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
    lines += [f"  {room} --> {other}" for room in rooms(root) for other in uses(root, room)]
    lines += ["```", "", "| room | what it is | uses |", "|---|---|---|"]
    lines += [
        f"| `{room}` | {purpose(root, room)} | {', '.join(uses(root, room)) or '–'} |" for room in rooms(root)
    ]
    return "\n".join(lines) + "\n"


# -- data model


def data_model(root: Path) -> str:
    """Every table of ours per room, with its fields; what a field is for stands in the model itself."""
    from django.apps import apps

    lines = ["# The data model", "", MADE]
    for room in reversed(rooms(root)):
        models = [model for model in apps.get_models() if model.__module__.startswith(f"vliegwiel.{room}.")]
        if models:
            lines += [f"## {room}", ""]
        for model in sorted(models, key=lambda model: model.__name__):
            lines += [
                f"### {model.__name__}",
                "",
                " ".join((model.__doc__ or "").split("\n\n")[0].split()),
                "",
            ]
            lines += ["| field | kind | points to | may be empty |", "|---|---|---|---|"]
            lines += [field_row(field) for field in model._meta.concrete_fields]
            lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def field_row(field: Any) -> str:
    target = field.related_model.__name__ if field.is_relation else ""
    return f"| `{field.name}` | {field.get_internal_type()} | {target} | {'yes' if field.null or field.blank else ''} |"


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


def pages(root: Path = ROOT) -> dict[str, str]:
    """File name → text, for every page in docs/huis that is made. Django must be set up."""
    return {
        "kamers.md": room_map(root),
        "gegevensmodel.md": data_model(root),
        "toestanden.md": states_page(root),
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
