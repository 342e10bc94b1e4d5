"""docs/huis/toegang.md is a table a machine can follow: fixed columns, closed lists, no word outside them."""

from __future__ import annotations

import pytest

from tests.toegang.tabel import LISTS, TOEGANG, Feiten, Refused, read, toegang
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.privacy.rules import DOMEINEN, Onderdeel

TEXT = TOEGANG.read_text(encoding="utf-8")


def facts(**words: str) -> Feiten:
    return tuple(frozenset(filter(None, words.get(name, "").split())) for name in LISTS)  # type: ignore[return-value]


def test_the_table_is_long_enough_and_every_line_gives_a_reason() -> None:
    assert len(toegang().regels) >= 60
    assert all(regel.waarom and regel.bron for regel in toegang().regels)


def test_no_two_lines_ask_the_same_and_answer_otherwise() -> None:
    seen: dict[object, bool] = {}
    for regel in toegang().regels:
        assert seen.setdefault(regel.cells, regel.mag) == regel.mag, regel.nr


def test_the_lists_are_those_of_the_program() -> None:
    words = toegang().words
    assert {rol.value for rol in Rol} <= words["pet"]
    assert words["domein"] == {*(str(domein) for domein in DOMEINEN), "geen"}
    assert {part.value for part in Onderdeel} <= words["wat"]
    assert {f"doel_{purpose}" for purpose in Purpose} == {
        it for it in words["wanneer"] if it.startswith("doel_")
    }


def test_every_word_of_what_may_be_seen_is_decided_somewhere() -> None:
    named = frozenset().union(*(regel.cells[LISTS.index("wat")] for regel in toegang().regels))
    assert named == toegang().words["wat"]


def test_may_not_beats_may() -> None:
    working = {"wie": "medewerker", "betrokkenheid": "in_dit_domein", "wat": "inhoud", "domein": "wmo"}
    sure = facts(**working, pet="consulent", wanneer="doel_ondersteunen")
    assert toegang().deciding(sure) == (True, (23,))
    for circumstance in ("familie", "eigen_dossier", "uitgesloten", "andere_gemeente"):
        assert not toegang().deciding(
            facts(**working, pet="consulent", wanneer=f"doel_ondersteunen {circumstance}")
        )[0]
    assert toegang().deciding(facts(**working, pet="consulent beheerder", wanneer="doel_ondersteunen")) == (
        False,
        (7,),
    )


def test_no_line_means_no() -> None:
    assert toegang().deciding(
        facts(wie="medewerker", pet="consulent", betrokkenheid="geen", wat="inhoud")
    ) == (False, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 14 | medewerker | consulent,", "| 14 | medewerker | consulente,"),
        ("| 14 | medewerker |", "| 15 | medewerker |"),
        ("| 14 | medewerker |", "| 14 |"),
        ("| nr | wie | pet |", "| nr | pet | wie |"),
        (
            "| spoed | adres | * | doel_ondersteunen | mag |",
            "| spoed | adres | * | doel_ondersteunen | misschien |",
        ),
        ("| vraag | geen | * | mag |", "| vraag | wonen | * | mag |"),
        ("### domein", "### domeinen"),
        ("| AVG 5.1.b, AVG 5.1.f |", "| |"),
        ("| `link` |", "| `inwoner` |"),
    ],
)
def test_a_table_with_a_slip_is_refused(old: str, new: str) -> None:
    assert old in TEXT
    with pytest.raises(Refused):
        read(TEXT.replace(old, new, 1))
