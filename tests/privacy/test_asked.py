"""A sight that was taken apart to ask with is the same sight when it is put together again."""

from __future__ import annotations

from itertools import product

from vliegwiel.kern.ids import new_id
from vliegwiel.privacy.asked import as_asked, sight_again
from vliegwiel.privacy.beleid import Zicht
from vliegwiel.privacy.rules import Onderdeel, Relatie
from vliegwiel.privacy.rules.vakken import HUISHOUDEN, IEDEREEN, Vak

DOSSIERS, MENS, DOMEINEN = [new_id() for _ in range(3)], new_id(), ("", "wmo", "jeugd")
ABOUT = (IEDEREEN, HUISHOUDEN, MENS)


def sights() -> list[Zicht]:
    """One vak of each kind, and all of them together."""
    vakken = [
        Vak(
            frozenset({Onderdeel.DOEL, Onderdeel.INHOUD} if turn % 2 else {Onderdeel.DOEL}),
            frozenset(DOSSIERS[: turn % 3 + 1]),
            frozenset(DOMEINEN[: turn % 2 + 1]),
            over,
            alleen_open,
        )
        for turn, (over, alleen_open) in enumerate(product(ABOUT, (False, True)))
    ]
    return [*(Zicht([vak]) for vak in vakken), Zicht(vakken), Zicht([])]


def test_it_shows_the_same_as_before() -> None:
    for zicht in sights():
        for parts in ((Onderdeel.DOEL,), (Onderdeel.INHOUD,), tuple(Onderdeel)):
            again = sight_again(*as_asked(zicht, *parts))
            for part, *thing in product(parts, DOSSIERS, DOMEINEN, (None, MENS, new_id()), (False, True)):
                assert again.mag(part, *thing) == zicht.mag(part, *thing)
            assert again.dossiers(parts[0]) == zicht.dossiers(parts[0])


def test_what_was_not_asked_for_is_not_in_it() -> None:
    for zicht in sights():
        again = sight_again(*as_asked(zicht, Onderdeel.INHOUD))
        assert not again.dossiers(Onderdeel.DOEL)


def test_no_id_stands_among_the_words() -> None:
    """Words are kept with the question; a person or a dossier in them would be kept for everybody."""
    for zicht in sights():
        words, values = as_asked(zicht, *Onderdeel)
        assert str(MENS) not in repr(words) and not any(str(pk) in repr(words) for pk in DOSSIERS)
        assert len(values) >= len(zicht.vakken)


def test_relations_are_those_it_is_given() -> None:
    known = {DOSSIERS[0]: frozenset({Relatie.SPOED})}
    assert sight_again((), {}, known).relaties(DOSSIERS[0]) == {Relatie.SPOED}
    assert sight_again((), {}).relaties(DOSSIERS[0]) == frozenset()
