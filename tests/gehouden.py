"""Questions that are kept as SQL (`kern.prepared`) were built by the rules of that moment."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, connections

from vliegwiel.kern import prepared


def forget_questions() -> None:
    """For a test that changes a rule for a while: else a question built before it, or by it, stays."""
    vars(connections[DEFAULT_DB_ALIAS]).pop(prepared._KEPT, None)
