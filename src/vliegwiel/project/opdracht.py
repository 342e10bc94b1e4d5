"""Base of our commands: what cannot be done is one sentence on the terminal, not the name of an error."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Opdracht(BaseCommand):
    def execute(self, *args: Any, **options: Any) -> Any:
        try:
            return super().execute(*args, **options)
        except CommandError as error:
            if self._called_from_command_line:  # type: ignore[attr-defined]
                sys.exit(str(error))
            raise
