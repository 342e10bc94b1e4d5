"""Other people's schemas, samples and code lists: beside the checkout, or where VLIEGWIEL_GEDEELDE_DATA says.

In CI they must be there; elsewhere the tests that use them skip by name.
"""

from __future__ import annotations

import os

import pytest

from tests.huis.house import ROOT
from tools.parts import shared_data

DATA = shared_data(ROOT)
READ = ("WMO301", "WMO305", "WMO307", "JW301", "JW305", "JW307")
needs_data = pytest.mark.skipif(
    not DATA.is_dir() and os.environ.get("CI") != "true",
    reason="../shared/data is not here (VLIEGWIEL_GEDEELDE_DATA names another folder)",
)


def sample(name: str) -> bytes:
    folder = "ijw" if name.startswith("JW") else "iwmo"
    return (DATA / folder / "berichten" / f"{name}.xml").read_bytes()
