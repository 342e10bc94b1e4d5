"""Fills the database that VLIEGWIEL_DATABASE names with two gemeenten, as the app role. Prints who is who."""

from __future__ import annotations

import json
import sys


def main(rounds: int) -> None:
    import django

    django.setup()
    from tests.huis.house import has_gemeente, tenant_tables
    from tests.huis.town import Town, build_town, more

    towns: list[Town] = [build_town("kanarie", "a"), build_town("vink", "b")]
    for town in towns:
        for _ in range(rounds):
            more(town)
    found = {
        town.slug: {
            "id": str(town.filler.gemeente.pk),  # type: ignore[union-attr]
            "marks": sorted(
                {c.word for c in town.filler.canaries if c.field.split(".")[0] in tenant_tables()}
                | {
                    str(row.pk)
                    for row in town.filler.rows
                    if has_gemeente(type(row)) and not isinstance(row.pk, int)
                }
            ),
        }
        for town in towns
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
