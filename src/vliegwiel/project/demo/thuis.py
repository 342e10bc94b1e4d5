"""The households of Lindebeek: the families with a name, ordinary ones around them, and their provisions."""

from __future__ import annotations

from collections.abc import Callable

from vliegwiel.gemeenschap.models import Medewerker, Team
from vliegwiel.kern.database import set_gemeente
from vliegwiel.project.demo.eerder import reach_goals
from vliegwiel.project.demo.huishoudens import Town
from vliegwiel.project.demo.mensen import Families
from vliegwiel.project.demo.stand import Row, Stand, read
from vliegwiel.project.demo.voorzieningen import load_help

HOUSEHOLDS, OF_SAMIRA = 120, 80
SAMIRA = "samira-kaya"


def make_households(stand: Stand) -> None:
    """The families of the YAML in Lindebeek, and ordinary households until there are 120: Samira has 80."""
    words = read("mensen")
    gemeente = stand.gemeenten["lindebeek"]
    set_gemeente(gemeente.pk)
    town = Town(gemeente, words, stand.now)
    families = Families(town, stand.people, stand.teams, stand.areas)
    families.load(words["gezinnen"], words["vragen"])
    areas = [area for area in stand.areas.values() if area.gemeente_id == gemeente.pk]
    rest = HOUSEHOLDS - len(words["gezinnen"])
    for _done in town.many(rest, _contact(stand, words["gezinnen"]), areas):
        pass
    reach_goals(town)
    here = {key: it for key, it in stand.people.items() if it.gemeente_id == gemeente.pk}
    load_help(town, here, stand.rollen, stand.agb, families.bewoners, areas)


def _contact(stand: Stand, families: list[Row]) -> Callable[[int], tuple[Medewerker, Team | None]]:
    """Who knows which household: Samira the first ones, the others in turn; one in three has a buurtteam too."""
    here = stand.gemeenten["lindebeek"].pk
    mine = OF_SAMIRA - sum(row["contactpersoon"] == SAMIRA for row in families)
    others = [key for key, rollen in stand.rollen.items() if "vaste_contactpersoon" in rollen]
    others = [key for key in others if stand.people[key].gemeente_id == here and key != SAMIRA]

    def contact(turn: int) -> tuple[Medewerker, Team | None]:
        who = stand.people[SAMIRA if turn < mine else others[turn % len(others)]]
        assert isinstance(who, Medewerker)
        return who, stand.teams["team-brug-oost"] if turn % 3 == 0 else None

    return contact
