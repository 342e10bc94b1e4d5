"""`vliegwiel importeer`: the same from a folder, as a colleague, with progress and a summary."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.cast import HERE, Cast
from tests.uitwisseling.inlezen import NOW
from tests.uitwisseling.maken import Mens, Start, Toewijzing, bericht
from tests.uitwisseling.test_tabel_inlezen import GOOD
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.uitwisseling.models import Bestand, Inlezing


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def importeer(*paths: Path, als: str = "bas@medewerker.example", **more: Any) -> str:
    out = StringIO()
    call_command("importeer", *map(str, paths), gemeente=HERE, als=als, stdout=out, **more)
    return out.getvalue()


def test_a_folder_with_messages_and_a_table(cast: Cast, tmp_path: Path) -> None:
    inside, who = tmp_path / "map" / "dieper", Mens.nummer(5)
    inside.mkdir(parents=True)
    (tmp_path / "map" / "b.XML").write_bytes(bericht(Toewijzing(), mens=who).xml())
    (inside / "a.xml").write_bytes(bericht(Start(), mens=who).xml())
    (tmp_path / "map" / "t.csv").write_text(GOOD)
    (tmp_path / "map" / "lees.txt").write_text("nee")
    (tmp_path / "buiten.xml").write_bytes(bericht(Toewijzing(nummer=5)).xml())
    (tmp_path / "map" / "link.xml").symlink_to(tmp_path / "buiten.xml")
    said = importeer(tmp_path / "map")
    assert "2 van 2 bestanden gelezen" in said and "Klaar." in said
    assert set(Voorziening.objects.values_list("toewijzing", flat=True)) == {"1", "A-1", "A-2"}
    assert Bestand.objects.filter(naam="link.xml").count() == 0


def test_a_refused_file_is_exit_code_one_and_the_rest_is_read(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"<stuk")
    (tmp_path / "b.xml").write_bytes(bericht(Toewijzing()).xml())
    with pytest.raises(CommandError, match="afgekeurd"):
        importeer(tmp_path)
    assert Voorziening.objects.count() == 1


@pytest.mark.parametrize("who", ["samira", "ravi", "oscar", "greet"])
def test_only_as_who_may(cast: Cast, tmp_path: Path, who: str) -> None:
    (tmp_path / "a.xml").write_bytes(bericht(Toewijzing()).xml())
    with pytest.raises(CommandError, match="rol backoffice niet"):
        importeer(tmp_path, als=f"{who}@medewerker.example")
    assert not Inlezing.objects.exists()


def test_nothing_to_read_is_said(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="geen bestand gevonden"):
        importeer(tmp_path)
    with pytest.raises(CommandError, match="geen map"):
        importeer(tmp_path / "weg")
