"""The environment the tests run in; loaded before Django's settings (see addopts in pyproject.toml)."""

from __future__ import annotations

import os
import tempfile

ENGINE = os.environ.get("VLIEGWIEL_TEST_DB", "sqlite")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alleen")

os.environ["VLIEGWIEL_MODUS"] = "test"
os.environ["VLIEGWIEL_GEHEIM"] = "a key for tests only, never used to serve a gemeente"
os.environ["VLIEGWIEL_DATA"] = tempfile.mkdtemp(prefix="vliegwiel-test-")
os.environ["DJANGO_SETTINGS_MODULE"] = "vliegwiel.project.settings"
for leftover in ("VLIEGWIEL_DATABASE", "VLIEGWIEL_DATABASE_MIGRATIE", "VLIEGWIEL_TWEEDE_FACTOR"):
    os.environ.pop(leftover, None)
if ENGINE == "postgres":
    from tests.postgres import address

    os.environ["VLIEGWIEL_DATABASE"] = address(f"test_{WORKER}", "vliegwiel_app")
    os.environ["VLIEGWIEL_DATABASE_MIGRATIE"] = address(f"test_{WORKER}", "vliegwiel_migratie")
