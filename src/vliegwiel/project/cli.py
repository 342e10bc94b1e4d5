"""The command `vliegwiel`: what a beheerder types (`vliegwiel gemeente-aanmaken`, `vliegwiel serveer`)."""

from __future__ import annotations

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    """Run a command; settings that are wrong give one sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vliegwiel.project.settings")
    arguments = list(sys.argv)
    if len(arguments) > 1:
        arguments[1] = arguments[1].replace("-", "_") if not arguments[1].startswith("-") else arguments[1]
    # Tables are changed by a role of their own; a migration of a library may look at "default" only.
    if arguments[1:2] == ["migrate"] and (migrations := os.environ.get("VLIEGWIEL_DATABASE_MIGRATIE")):
        os.environ["VLIEGWIEL_DATABASE"] = migrations
    try:
        execute_from_command_line(arguments)
    except ImproperlyConfigured as error:
        sys.exit(f"Vliegwiel kan zo niet starten. {error}")


if __name__ == "__main__":
    main()
