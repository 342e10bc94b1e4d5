"""Filling in our forms as a browser does: fetch the page, take its key, send."""

from __future__ import annotations

import re
from typing import Any


def key_of(client: Any, path: str) -> str:
    """The form key on a page."""
    found = re.search(r'name="_sleutel" value="([^"]+)"', client.get(path).content.decode())
    assert found, f"no form key on {path}"
    return found.group(1)


def post(client: Any, path: str, fields: dict[str, Any] | None = None, **options: Any) -> Any:
    """Send the form of this page with these fields."""
    return client.post(path, {**(fields or {}), "_sleutel": key_of(client, path)}, **options)
