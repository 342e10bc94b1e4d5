"""Gemeenten, wijken and buurten of CBS: through the years, for everybody, and for the gemeenten here."""

from __future__ import annotations

import itertools
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.cast import Cast
from tests.uitwisseling.gedeeld import DATA, needs_data
from vliegwiel.gemeenschap.models import CbsGebied, Gebied
from vliegwiel.kern.models import Schrijflog
from vliegwiel.uitwisseling.cbs import Gebiedsrij, Jaarstand, apply_year, merged, read_cbs

OLD = {
    "gemeente": {"GM9901": ("Lindebeek", ""), "GM9903": ("Oudkerk", "")},
    "wijk": {"WK990101": ("Oost", "GM9901"), "WK990301": ("Dorp", "GM9903")},
    "buurt": {"BU99010101": ("Vogels", "WK990101"), "BU99030101": ("Kerk", "WK990301")},
}
NEW = {"gemeente": {"GM9901": ("Lindebeek aan Zee", ""), "GM9904": ("Nieuwkerk", "")}}
NAMES = {
    "GM9901": [
        ("Lindebeek", date(2022, 1, 1), date(2025, 12, 31)),
        ("Lindebeek aan Zee", date(2026, 1, 1), None),
    ],
    "GM9903": [("Oudkerk", date(2022, 1, 1), date(2025, 12, 31))],
    "GM9904": [("Nieuwkerk", date(2026, 1, 1), None)],
}


def stories(rows: list[Gebiedsrij]) -> dict[str, list[tuple[str, date, date | None]]]:
    found: dict[str, list[tuple[str, date, date | None]]] = {}
    for row in sorted(rows, key=lambda it: (it.code, it.begindatum)):
        found.setdefault(row.code, []).append((row.naam, row.begindatum, row.einddatum))
    return found


def test_a_new_year_ends_renames_and_adds() -> None:
    rows = apply_year(apply_year([], Jaarstand(2022, OLD)), Jaarstand(2026, NEW))
    told = stories(rows)
    assert {code: told[code] for code in NAMES} == NAMES
    assert told["WK990301"] == [("Dorp", date(2022, 1, 1), None)]  # the newer file says nothing of wijken
    assert merged(rows) == [("GM9903", "Oudkerk", 2)]


def test_years_in_any_order_and_any_number_of_times() -> None:
    middle = {"gemeente": {**OLD["gemeente"], "GM9901": ("Lindebeek", "")}}
    years = [Jaarstand(2022, OLD), Jaarstand(2024, middle), Jaarstand(2026, NEW)]
    seen = set()
    for order in itertools.permutations([*years, years[0]]):
        rows: list[Gebiedsrij] = []
        for year in order:
            rows = apply_year(rows, year)
        for day in (date(2022, 6, 1), date(2024, 6, 1), date(2026, 6, 1)):
            seen.add(
                (
                    day,
                    tuple(sorted((it.code, it.naam) for it in rows if it.on(day) and it.soort == "gemeente")),
                )
            )
    assert len(seen) == 3


def test_the_same_year_mended() -> None:
    rows = apply_year([], Jaarstand(2022, OLD))
    mended = {"wijk": {**OLD["wijk"], "WK990101": ("Oosterwijk", "GM9901")}}
    assert stories(apply_year(rows, Jaarstand(2022, mended)))["WK990101"] == [
        ("Oosterwijk", date(2022, 1, 1), None)
    ]


# -- files


def csv_of(code: str, name: str, rows: dict[str, dict[str, tuple[str, str]]]) -> bytes:
    lines = [f'"{code}","{name}","Municipality"']
    for areas in rows.values():
        for key, (title, around) in areas.items():
            lines.append(f'"{key:<10}","{title}","{around if key.startswith("WK") else "x"}"')
    return "\n".join(lines).encode()


FILES = {
    "WijkenEnBuurten_2022.csv": csv_of("Key", "Title", OLD),
    "gemeenten_2026.csv": csv_of("code", "naam", NEW),
}


def test_files_are_known_by_their_header_and_year() -> None:
    found = read_cbs({**FILES, "inwoners_2022.csv": b"code;aantal\n1;2"})
    assert [it.jaar for it in found.standen] == [2022, 2026]
    assert found.standen[0].gebieden == OLD
    assert [(it.code, it.plaats) for it in found.vondsten] == [("cbs_ander_bestand", "inwoners_2022.csv")]
    assert not found.afgekeurd


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gemeenten.csv", csv_of("code", "naam", NEW), "cbs_jaar"),
        ("g_2026.csv", b"code,naam\nGM12,Lindebeek", "cbs_rij"),
        ("g_2026.csv", b"code,naam\nGM9901,", "cbs_rij"),
        ("g_2026.csv", b"code,naam\nGM9901,A\nGM9901,B", "cbs_dubbel"),
        ("g_2026.csv", b"x" * (21 * 1024 * 1024), "cbs_te_groot"),
        ("g_2026.csv", b"", "cbs_niets"),
    ],
)
def test_what_is_wrong_is_told_and_refused(name: str, content: bytes, code: str) -> None:
    found = read_cbs({name: content})
    assert found.afgekeurd and code in {it.code for it in found.vondsten}


def write(folder: Path, files: dict[str, bytes]) -> str:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return str(folder)


def run(folder: str) -> str:
    out = StringIO()
    call_command("cbs_inlezen", folder, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_command_stores_once_and_gives_each_gemeente_its_own(cast: Cast, tmp_path: Path) -> None:
    folder = write(tmp_path, FILES)
    told = run(folder)
    assert "Oudkerk (GM9903) is geen gemeente meer. Er horen 2 wijken en buurten bij." in told
    assert "lindebeek: 2 nieuw, 0 veranderd, 0 beeindigd." in told
    wijk, buurt = Gebied.objects.filter(gemeente=cast.here()).order_by("-soort")
    assert (wijk.naam, wijk.code, wijk.begindatum) == ("Oost", "WK990101", date(2022, 1, 1))
    assert (buurt.naam, buurt.ouder) == ("Vogels", wijk)
    assert not Gebied.objects.filter(gemeente=cast.here("waterrade")).exists()
    cast.here()
    before = list(CbsGebied.objects.order_by("code", "begindatum").values())
    assert {"id": before[0]["id"], "naam": before[0]["naam"]} and len(before) == 8
    log = Schrijflog.objects.filter(actie="gebieden.ingelezen").count()
    assert "Gebieden: 0 nieuw, 0 veranderd, 8 gelijk." in run(folder)
    cast.here()
    assert list(CbsGebied.objects.order_by("code", "begindatum").values()) == before
    assert Schrijflog.objects.filter(actie="gebieden.ingelezen").count() == log == 1


@pytest.mark.django_db
def test_an_area_of_this_gemeente_is_renamed_and_ended_but_never_gone(cast: Cast, tmp_path: Path) -> None:
    run(write(tmp_path, FILES))
    first = {it.code: it.pk for it in Gebied.objects.filter(gemeente=cast.here())}
    later = {
        "gemeente": {"GM9901": ("Lindebeek aan Zee", "")},
        "wijk": {"WK990101": ("Oosterwijk", "GM9901"), "WK990102": ("West", "GM9901")},
        "buurt": {"BU99010201": ("Haven", "WK990102")},
    }
    run(write(tmp_path, {"WijkenEnBuurten_2026.csv": csv_of("Key", "Title", later)}))
    now: dict[str, Any] = {it.code: it for it in Gebied.objects.filter(gemeente=cast.here())}
    assert (now["WK990101"].pk, now["WK990101"].naam) == (first["WK990101"], "Oosterwijk")
    assert now["BU99010101"].einddatum is not None
    assert now["BU99010201"].ouder_id == now["WK990102"].pk
    history = (
        CbsGebied.objects.filter(code="WK990101").order_by("begindatum").values_list("naam", "einddatum")
    )
    assert list(history) == [("Oost", date(2025, 12, 31)), ("Oosterwijk", None)]


@pytest.mark.django_db
def test_an_area_made_by_hand_gets_its_code(cast: Cast, tmp_path: Path) -> None:
    made = Gebied.objects.create(gemeente=cast.here(), soort="wijk", naam="oost", begindatum=date(2025, 1, 1))
    run(write(tmp_path, FILES))
    cast.here()
    made.refresh_from_db()
    assert (made.code, made.naam) == ("WK990101", "Oost")
    assert Gebied.objects.filter(gemeente=cast.here()).count() == 2


@pytest.mark.django_db
def test_a_gemeente_here_that_merged_keeps_its_areas(cast: Cast, tmp_path: Path) -> None:
    gemeente = cast.here()
    gemeente.code = "9903"
    gemeente.save(update_fields=["code"])
    told = run(write(tmp_path, FILES))
    assert "lindebeek: deze gemeentecode bestaat niet meer." in told
    assert not Gebied.objects.filter(gemeente=gemeente).exists()


@pytest.mark.django_db
def test_a_fault_stores_nothing(cast: Cast, tmp_path: Path) -> None:
    folder = write(tmp_path, {**FILES, "fout_2026.csv": b"code,naam\nGM12,x"})
    with pytest.raises(CommandError, match="rij 2"):
        run(folder)
    assert not CbsGebied.objects.exists()
    with pytest.raises(CommandError):
        run(str(tmp_path / "weg"))


@needs_data
@pytest.mark.django_db
def test_the_files_of_cbs(cast: Cast) -> None:
    told = run(str(DATA / "cbs"))
    on = CbsGebied.objects.filter(einddatum__isnull=True)
    assert on.filter(soort="gemeente").count() == 342
    assert CbsGebied.objects.exclude(soort="gemeente").count() == 17_657
    assert (
        sum(int(line.split("horen ")[1].split()[0]) for line in told.splitlines() if "geen gemeente" in line)
        == 114
    )
    for naam in ("Brielle", "Hellevoetsluis", "Weesp", "Westvoorne"):
        assert f"{naam} (GM" in told
    assert "0 nieuw, 0 veranderd" in run(str(DATA / "cbs"))
