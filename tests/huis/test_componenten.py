"""A component has one folder, its css imported, its macros as globals, a place in the gallery and in the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vliegwiel.ui.components import COMPONENTS

UI = Path(__file__).parents[2] / "src/vliegwiel/ui"
FOLDERS = sorted(folder.name for folder in (UI / "jinja2/ui/components").iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_component_is_whole(name: str) -> None:
    folder = UI / "jinja2/ui/components" / name
    assert (folder / f"{name}.css").is_file()
    assert f"components/{name}/{name}.css" in (UI / "css/index.css").read_text()
    assert f'deel("{name}"' in (UI / "jinja2/ui/galerij.html").read_text()
    assert any(path == f"{name}/{name}.html" for path, _ in COMPONENTS.values())


@pytest.mark.parametrize("name", sorted(set(COMPONENTS) - {"svg_icoon"}))
def test_a_global_exists_and_is_explained(name: str) -> None:
    path, macro = COMPONENTS[name]
    assert re.search(rf"{{%-? macro {macro}\(", (UI / "jinja2/ui/components" / path).read_text())
    assert f"{name}(" in (UI / "README.md").read_text()


def test_no_style_or_script_in_the_markup() -> None:
    """The content security policy allows neither; it would silently do nothing."""
    events = r"\son(click|submit|change|input|load|focus|blur|key\w+|mouse\w+)="
    inline = re.compile(rf"\sstyle=|{events}|<script(?![^>]*\bsrc=)|javascript:")
    assert [str(p) for p in UI.glob("jinja2/ui/**/*.html") if inline.search(p.read_text())] == []
