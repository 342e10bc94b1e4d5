"""Every code that the code can show has a sentence: refusals, reasons, cards on Vandaag, menu, roles, states."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator

import pytest

from tests.huis.house import SOURCE, module_name, our_models, rooms, sources, tree_of
from vliegwiel.gemeenschap.instellingen import praktijken
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.refusals import Refusal
from vliegwiel.ui.sentences import codes

CARD = ("kop", "tekst", "waarom", "actie")
CARD_TO_A_RESIDENT = ("kop_u", "tekst_u", "waarom_u")  # a colleague is *je*, a resident is *u*


def literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def calls(*names: str) -> Iterator[tuple[str, str]]:
    """(where, code) of every call of these with a code written out, as first argument or as `code=`."""
    for path in sources():
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = next((word.value for word in node.keywords if word.arg == "code"), None)
            if called in names and (code := literal(given or (node.args[0] if node.args else None))):
                yield f"{module_name(path)}:{node.lineno}", code


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for path in sources():
        if path.name not in ("cli.py", "wsgi.py") and "migrations" not in path.parts:
            importlib.import_module(module_name(path)) if "demo" not in path.parts else None
    yield from _below(kind)


def _below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_every_refusal_has_a_sentence() -> None:
    ours = [kind for kind in refusals() if kind.__module__.startswith("vliegwiel.")]
    without = {f"{kind.__module__}.{kind.__name__}": kind.code for kind in ours if kind.code not in codes()}
    without = {name: code for name, code in without.items() if code != Refusal.code}
    assert without == {}


@pytest.mark.parametrize("name", ["Code", "Treffer", "NavItem", "sentence", "OpenWerk", "refusal_sentence"])
def test_every_code_in_the_code_has_a_sentence(name: str) -> None:
    assert {where: code for where, code in calls(name) if code not in codes()} == {}


def cards() -> list[ast.Call]:
    """Every `Aandacht(…)` in the code."""
    nodes = [node for path in sources() for node in ast.walk(tree_of(path))]
    return [
        node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Aandacht"
    ]


def codes_of(node: ast.Call) -> list[str]:
    """The code written out, or each of `"x" if … else "y"`; one that is worked out elsewhere is not seen here."""
    given = next((word.value for word in node.keywords if word.arg == "code"), None)
    either = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
    return [code for one in either if (code := literal(one))]


def reaches_residents(node: ast.Call) -> bool:
    return any(word.arg == "inwoner" for word in node.keywords)


def test_every_card_on_vandaag_has_its_sentences() -> None:
    """Also in *u* when it may stand on a resident's page."""
    made = {(code, reaches_residents(node)) for node in cards() for code in codes_of(node)}
    wanted = {f"{code}.{part}" for code, _ in made for part in CARD}
    wanted |= {f"{code}.{part}" for code, too in made if too for part in CARD_TO_A_RESIDENT}
    assert wanted - codes() == set()


def test_every_role_and_practice_has_its_sentence() -> None:
    on_or_off = {one.code for one in praktijken()}
    wanted = {f"rol.{rol.value}" for rol in Rol} | on_or_off | {f"{code}.uitleg" for code in on_or_off}
    assert wanted - codes() == set()


ZIN = re.compile(r"zin\(\s*\"([a-z_.]+)\"\s*(~?)")


def test_every_code_in_a_template_has_a_sentence() -> None:
    """`zin("x")` needs x; `zin("x." ~ y)` needs at least one code that begins with x."""
    wrong = []
    for room in rooms():
        for path in sorted((SOURCE / room).rglob("*.html")):
            for code, joined in ZIN.findall(path.read_text(encoding="utf-8")):
                known = any(one.startswith(code) for one in codes()) if joined else code in codes()
                wrong += [] if known else [f"{path.name}: {code}"]
    assert wrong == []


JOINED = re.compile(r"zin\(\s*\"([a-z_.]+)\.\"\s*~\s*[\w.]*?\.?(\w+)\s*[,)]")


def test_every_choice_that_a_template_shows_has_a_sentence() -> None:
    """`zin("uitgaand." ~ row.status)`: every choice of a field `status` of that table is a code."""
    by_prefix: dict[str, set[str]] = {}
    for model in our_models():
        for field in model._meta.local_fields:
            if field.choices:
                values = {str(value) for value, _ in field.choices}
                by_prefix[f"{model._meta.model_name}.{field.name}"] = values
    wrong = []
    for path in sorted(SOURCE.rglob("*.html")):
        for prefix, name in JOINED.findall(path.read_text(encoding="utf-8")):
            for value in by_prefix.get(f"{prefix}.{name}", ()):
                wrong += [] if f"{prefix}.{value}" in codes() else [f"{path.name}: {prefix}.{value}"]
    assert wrong == []


PLACE = re.compile(r"%\((\w+)\)")


def test_sentences_ask_for_what_the_rules_give() -> None:
    """A `Code(name, {…})` written out gives the parameters its sentence has places for."""
    from vliegwiel.ui.sentences import _sentences as known

    wrong = {}
    for path in sources():
        for node in ast.walk(tree_of(path)):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Code" and node.args):
                continue
            code, given = literal(node.args[0]), node.args[1] if len(node.args) > 1 else ast.Dict([], [])
            if code in known and isinstance(given, ast.Dict):
                has = {literal(key) for key in given.keys}
                if lacking := set(PLACE.findall(str(known[code]))) - has:
                    wrong[code] = lacking
    assert wrong == {}
