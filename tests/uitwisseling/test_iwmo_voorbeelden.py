"""The samples of the standard, and our own messages, against its schemas."""

from __future__ import annotations

import pytest

from tests.uitwisseling.berichten import CODES, geldig
from tests.uitwisseling.gedeeld import DATA, READ, needs_data, sample
from vliegwiel.uitwisseling.iwmo import naslag, read_message

VALID_OTHERS = (
    "JW302", "JW306", "JW308", "JW316", "JW317", "JW319", "JW320", "JW323", "JW325",
    "WMO315", "WMO317", "WMO319", "WMO323",
)  # fmt: skip
INVALID = {
    "JW315": ("xsd_vorm", "ToewijzingEinddatum"),  # 31 June
    "JW318": ("xsd_onderdeel", "RetourCode"),
}


@needs_data
@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("schemas", [None, DATA], ids=["alone", "with schemas"])
def test_the_samples_are_read(name: str, schemas: object) -> None:
    found = read_message(sample(name), naslag(None, schemas))  # type: ignore[arg-type]
    assert found.vondsten == ()
    assert found.bericht is not None and f"{found.bericht.kop.soort}" == name[-3:]


@pytest.mark.parametrize("name", READ)
def test_ours_are_read(name: str) -> None:
    found = read_message(geldig(name))
    assert found.vondsten == () and found.bericht is not None and len(found.bericht.regels) == 2


@needs_data
@pytest.mark.parametrize("name", READ)
def test_ours_are_as_the_standard_wants(name: str) -> None:
    """Else the other tests would prove something about files that do not exist."""
    assert set(READ) == set(CODES)
    assert read_message(geldig(name), naslag(None, DATA)).vondsten == ()


@needs_data
@pytest.mark.parametrize("name", [*VALID_OTHERS, *INVALID])
def test_other_kinds_are_named_as_not_supported(name: str) -> None:
    found = read_message(sample(name))
    assert [it.code for it in found.vondsten] == ["bericht_niet_ondersteund"]
    assert found.vondsten[0].params["soort"] == name and found.bericht is None


@needs_data
@pytest.mark.parametrize("name", VALID_OTHERS)
def test_the_schemas_find_nothing_in_the_valid_ones(name: str) -> None:
    found = read_message(sample(name), naslag(None, DATA))
    assert [it.code for it in found.vondsten] == ["bericht_niet_ondersteund"]


@needs_data
@pytest.mark.parametrize("name", INVALID)
def test_the_schemas_find_the_invalid_ones(name: str) -> None:
    found = read_message(sample(name), naslag(None, DATA))
    code, element = INVALID[name]
    assert any(it.code == code and element in it.plaats for it in found.vondsten)
