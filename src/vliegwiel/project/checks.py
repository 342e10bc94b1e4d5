"""What stops the program before it serves one page: a view without a mark, invented people among real ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db.utils import OperationalError, ProgrammingError
from django.urls import URLPattern, URLResolver, get_resolver

from vliegwiel.kern.marks import mark_of
from vliegwiel.kern.models import Account
from vliegwiel.project.demo.views import all_personas


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


@register(Tags.database)
def no_invented_people(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """No demo data where real people work: its texts read as if residents had said them.

    Looked at by `vliegwiel serveer`, `vliegwiel migrate` and `vliegwiel check --database default`.
    """
    if not (settings.PRODUCTION and databases):
        return []
    try:
        found = Account.objects.filter(email__in=[persona.email for persona in all_personas()]).exists()
    except (OperationalError, ProgrammingError):  # no tables yet
        return []
    hint = "Start with an empty database, or run it with VLIEGWIEL_MODUS=demo."
    return [Error("This database holds people of the demo.", hint=hint, id="vliegwiel.E002")] if found else []
