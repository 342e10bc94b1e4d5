"""The cast is who the other tests think it is."""

import pytest

from tests.cast import COLLEAGUES, EVERYONE, HERE, OUTSIDER, RESIDENTS, THERE, Cast
from vliegwiel.gemeenschap.rules import Rol


def test_every_role_has_somebody() -> None:
    assert {rol for _, _, rol in COLLEAGUES.values()} == set(Rol)


@pytest.mark.parametrize("naam", EVERYONE)
def test_everyone_is_somebody_in_their_own_gemeente_only(cast: Cast, naam: str) -> None:
    slug = cast.gemeente_of(naam)
    kijker = cast.kijker_of(naam)
    if naam == OUTSIDER:
        assert kijker is None
        return
    assert (kijker.gemeente.slug, kijker.inwoner is not None) == (slug, naam in RESIDENTS)
    elsewhere = cast.kijker_of(naam, HERE if slug == THERE else THERE)
    assert (elsewhere is not None) == (naam == "joke")
