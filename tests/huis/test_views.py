"""Closed unless marked: every address says for what purpose it is opened, or stands in the one file of open pages."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import URLPattern

from tests.huis.house import SOURCE, imports_of, module_name, sources, tree_of
from vliegwiel.kern.marks import Purpose, mark_of
from vliegwiel.project.checks import all_patterns, every_view_is_marked

OPEN_FILE = "vliegwiel.project.open_views"
LIBRARIES = ("allauth.",)
PATTERNS = list(all_patterns())


def ids(value: object) -> str:
    return f"/{value}" if isinstance(value, str) else ""


def home_of(view: Callable[..., object]) -> str:
    """The module a view was written in, under whatever wraps it."""
    while hasattr(view, "__wrapped__") and not hasattr(view, "view_class"):
        view = view.__wrapped__
    return getattr(view, "view_class", view).__module__


@pytest.mark.parametrize(("address", "pattern"), PATTERNS, ids=ids)
def test_every_address_is_marked(address: str, pattern: URLPattern) -> None:
    mark = mark_of(pattern.callback)
    assert mark is not None, f"/{address} says no purpose and no reason to be open"
    assert mark.purpose is None or isinstance(mark.purpose, Purpose)
    assert (mark.purpose is None) == bool(mark.reason), "an open page gives a reason; a closed one a purpose"


@pytest.mark.parametrize(("address", "pattern"), PATTERNS, ids=ids)
def test_an_open_page_stands_in_the_one_file(address: str, pattern: URLPattern) -> None:
    mark = mark_of(pattern.callback)
    if mark is None or mark.purpose is not None:
        return
    home = home_of(pattern.callback)
    assert home == OPEN_FILE or home.startswith(LIBRARIES), f"/{address} is open but stands in {home}"
    assert len(mark.reason) > 20, "a reason somebody can judge"


@pytest.mark.parametrize(("address", "pattern"), PATTERNS, ids=ids)
def test_a_closed_page_lives_in_a_gemeente(address: str, pattern: URLPattern) -> None:
    mark = mark_of(pattern.callback)
    if mark is None or mark.purpose is None:
        return
    assert address.startswith("<slug:gemeente>/"), f"/{address}"


def test_the_gemeente_comes_last_in_the_list() -> None:
    """`<gemeente>/` catches every first word, so nothing of our own may stand behind it."""
    inside = [address.startswith("<slug:gemeente>/") for address, _ in PATTERNS]
    assert inside == sorted(inside)


def test_names_of_addresses_are_unique() -> None:
    names = [pattern.name for _, pattern in PATTERNS]
    assert [name for name in names if not name] == [], "every address has a name"
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_no_other_file_opens_a_page(path: Path) -> None:
    if module_name(path) in (OPEN_FILE, "vliegwiel.kern.marks", "vliegwiel.project.accounts"):
        return
    assert [name for name in imports_of(path) if name.endswith((".open_to_all", ".open_view"))] == []
    attributes = [node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)]
    assert "vliegwiel_mark" not in attributes, "marks are set by kern.marks only"
    assert "csrf_exempt" not in attributes


@pytest.mark.parametrize(
    "path", sorted(SOURCE.glob("*/views*/**/*.py")) or [SOURCE], ids=lambda path: path.name
)
def test_a_view_is_a_function_and_does_not_write(path: Path) -> None:
    """load, check, form, one action, render: what is stored, is stored by an action."""
    if path == SOURCE:
        return
    for node in ast.walk(tree_of(path)):
        assert not isinstance(node, ast.ClassDef), f"{path.name}:{node.lineno} a view is a function"
        writes = isinstance(node, ast.Attribute) and node.attr in ("save", "bulk_create", "get_or_create")
        assert not writes, f"{path.name}:{node.lineno} a view writes"


def test_the_start_up_check_sees_an_unmarked_view(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = next(pattern for address, pattern in PATTERNS if address.startswith("<slug:gemeente>/"))
    monkeypatch.setattr(pattern, "callback", lambda request: None)
    assert [error.id for error in every_view_is_marked(None)] == ["vliegwiel.E001"]
