"""The texts on screen: `update` collects them, `check` finds what has no translation, `compile` packs them.

Dutch is the source, so only the other languages have a catalog. Runs inside the environment (needs Babel).
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.machine import ROOT
from tools.say import Stop, line, stop

LOCALE = "src/vliegwiel/locale"
TEMPLATE = "build/django.pot"
# _ marks a text; pgettext's first word is the context; lazy ones are for texts made before a language is known.
KEYWORDS = (
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext:1,2",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "pgettext_lazy:1c,2",
    "npgettext:1c,2,3",
    "npgettext_lazy:1c,2,3",
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def catalogs(root: Path) -> list[Path]:
    return sorted(root.glob(f"{LOCALE}/*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path.suffix == ".pot" else path.parent.parent.name)


def extract(root: Path) -> Catalog:
    """All texts in the code and the templates, as a catalog without translations."""
    target = root / TEMPLATE
    target.parent.mkdir(exist_ok=True)
    words = [
        "pybabel",
        "-q",
        "extract",
        "-F",
        "pyproject.toml",
        "--no-default-keywords",
        "--sort-by-file",
        "--no-location",
    ]
    marked = [item for keyword in KEYWORDS for item in ("-k", keyword)]
    run_babel: Callable[[Sequence[str]], object] = CommandLineInterface().run
    run_babel([*words, *marked, "--add-comments=Vertaler:", "-o", str(target), "src/vliegwiel"])
    return read(target)


def problems(found: Catalog, translated: Catalog) -> Iterator[str]:
    """Each text of ours that has no good translation, and each translation of a text that is gone."""
    wanted = {(message.context, message.id): message for message in found if message.id}
    for message in wanted.values():
        yield from problems_of(message, translated.get(message.id, message.context))
    for message in translated:
        if message.id and (message.context, message.id) not in wanted:
            yield f"niet meer in gebruik: {singular(message)!r}"


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def problems_of(message: Message, translation: Message | None) -> Iterator[str]:
    name = repr(singular(message))
    if translation is None:
        yield f"ontbreekt: {name}"
        return
    given = translation.string or ""
    texts = [given] if isinstance(given, str) else list(given)
    if not all(texts):
        yield f"niet vertaald: {name}"
    elif translation.fuzzy:
        yield f"nog na te kijken (fuzzy): {name}"
    elif placeholders(message.id) != placeholders(texts):
        yield f"andere invulplekken: {name}"


def placeholders(text: str | Sequence[str]) -> set[str]:
    """The places a value is filled in; a plural text may leave the number out of one of its forms."""
    return {
        found for part in ([text] if isinstance(text, str) else text) for found in PLACEHOLDER.findall(part)
    }


def check(root: Path) -> int:
    found = extract(root)
    if len(found) and not catalogs(root):
        return stop(Stop(f"Er is nog geen vertaling in {LOCALE}.", "make messages"))
    wrong = [
        f"{path.parent.parent.name}: {text}"
        for path in catalogs(root)
        for text in problems(found, read(path))
    ]
    for text in wrong:
        line(text)
    line(f"{len(found)} teksten, {len(wrong)} niet in orde")
    return 1 if wrong else 0


def new_catalog(language: str) -> Catalog:
    """An empty catalog that says whose it is."""
    about = {
        "project": "Vliegwiel",
        "version": "0",
        "copyright_holder": "the makers of Vliegwiel",
        "msgid_bugs_address": "see CONTRIBUTING.md",
        "last_translator": "the makers of Vliegwiel",
        "language_team": language,
    }
    return Catalog(locale=language, fuzzy=False, header_comment="# Texts of Vliegwiel (EUPL-1.2).", **about)


def update(root: Path) -> int:
    """Puts new texts in every catalog (at least English) and drops those that are gone."""
    found = extract(root)
    english = root / LOCALE / "en/LC_MESSAGES/django.po"
    for path in {english, *catalogs(root)}:
        catalog = read(path) if path.exists() else new_catalog(path.parent.parent.name)
        catalog.update(found, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        packed = BytesIO()
        write_po(packed, catalog, sort_output=True, omit_header=False, width=110, ignore_obsolete=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed.getvalue())
        line(f"{path.relative_to(root)}: {sum(1 for text in problems(found, catalog))} nog te doen")
    return 0


def compile_all(root: Path) -> int:
    for path in catalogs(root):
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read(path))
    return 0


COMMANDS = {"check": check, "update": update, "compile": compile_all}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]](ROOT))
