"""What stops the program before it serves one page: a view without a mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from vliegwiel.kern.marks import mark_of


def all_patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its pattern, in order."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from all_patterns(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern), entry


@register()
def every_view_is_marked(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Closed unless marked (normen.md: the purpose comes from the view's mark)."""
    return [
        Error(f"The view at /{address} says no purpose and no reason to be open.", id="vliegwiel.E001")
        for address, pattern in all_patterns()
        if mark_of(pattern.callback) is None
    ]


@register()
def production_is_clean(app_configs: Any, **kwargs: Any) -> list[Error]:
    """No personas, no demo data, no tracebacks where real people work."""
    if not settings.PRODUCTION or not (settings.DEMO or settings.DEBUG):
        return []
    return [Error("Production never runs with the demo or with DEBUG.", id="vliegwiel.E002")]
