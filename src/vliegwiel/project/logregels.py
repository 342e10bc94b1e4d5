"""Log lines without what they should not hold: the address of a page, and the values in a database's complaint."""

from __future__ import annotations

import copy
import logging
import re
from types import TracebackType

# PostgreSQL quotes the row: "Key (email)=(…) already exists.", "Failing row contains (…)"; it may be many lines.
_DETAIL = re.compile(
    r"^(?:DETAIL|CONTEXT|QUERY|STATEMENT):.*?(?=^(?:HINT:|Traceback |The above |During )|\Z)",
    re.DOTALL | re.MULTILINE,
)
_Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Says what went wrong and where in the code; not on which page, nor about whom."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name.startswith(("django.request", "django.security")):
            record = copy.copy(record)
            view = getattr(getattr(record, "request", None), "resolver_match", None)
            record.msg, record.args = "%s at %s", (record.levelname, getattr(view, "view_name", "?"))
            record.exc_text = None  # what another handler kept of it
        return super().format(record)

    def formatException(self, ei: _Info) -> str:
        return _DETAIL.sub("", super().formatException(ei)).rstrip()
