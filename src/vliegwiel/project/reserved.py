"""Words that can never be the address of a gemeente: they are addresses of Vliegwiel itself, now or later."""

from __future__ import annotations

from django.urls import get_resolver

LATER = frozenset(
    "account admin api beheer demo docs favicon health help media mijn offline openapi robots static v1 www".split()
)


def reserved() -> frozenset[str]:
    """The first part of every address in urls.py, and some we may want."""
    first = {str(entry.pattern).split("/", 1)[0] for entry in get_resolver().url_patterns}
    return LATER | {word for word in first if word and "<" not in word}
