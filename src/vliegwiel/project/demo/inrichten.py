"""The demo gemeenten as a beheerder would set them up: areas, organisations, teams, colleagues and residents."""

from __future__ import annotations

from vliegwiel.gemeenschap.models import (
    Deelname,
    Gebied,
    Inwoner,
    Medewerker,
    Organisatie,
    Roltoekenning,
    Team,
    Teamlid,
)
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.project.demo.stand import Row, Stand, read
from vliegwiel.project.demo.voorzieningen import organisation_codes


def make_gemeenten(stand: Stand) -> None:
    areas = read("gebieden")
    for row in read("gemeenten"):
        gemeente = Gemeente.objects.create(
            slug=row["slug"],
            naam=row["naam"],
            code=row["code"],
            huisstijl=row["huisstijl"] or {},
            aangemaakt_op=stand.now,
        )
        stand.gemeenten[row["slug"]] = gemeente
        set_gemeente(gemeente.pk)
        for area in areas[row["slug"]]:
            stand.areas[area["sleutel"]] = Gebied.objects.create(
                gemeente=gemeente,
                soort=area["soort"],
                naam=area["naam"],
                code=area["code"],
                ouder=stand.areas.get(area["ouder"]),
                begindatum=stand.start,
            )


def make_organisaties(stand: Stand) -> None:
    rows, made = read("organisaties"), {}
    for row in rows:
        made[row["sleutel"]] = organisatie = Organisatie.objects.create(naam=row["naam"], soort=row["soort"])
        for slug in row["in"]:
            gemeente = stand.gemeenten[slug]
            set_gemeente(gemeente.pk)
            stand.deelnames[slug, row["sleutel"]] = Deelname.objects.create(
                gemeente=gemeente, organisatie=organisatie, niveaus=row["niveaus"], begindatum=stand.start
            )
    stand.agb = organisation_codes(rows, made)


def make_people(stand: Stand) -> None:
    stand.teams = {row["sleutel"]: _team(stand, row) for row in read("teams")}
    for row in read("medewerkers"):
        _medewerker(stand, row)
    for row in read("inwoners"):
        gemeente = stand.gemeenten[row["gemeente"]]
        set_gemeente(gemeente.pk)
        account = _account(stand, row, Account.Soort.INWONER)
        stand.people[row["sleutel"]] = Inwoner.objects.create(
            gemeente=gemeente, account=account, naam=row["naam"], begindatum=stand.start
        )


def _team(stand: Stand, row: Row) -> Team:
    gemeente = stand.gemeenten[row["gemeente"]]
    set_gemeente(gemeente.pk)
    return Team.objects.create(
        gemeente=gemeente,
        naam=row["naam"],
        deelname=stand.deelnames[row["gemeente"], row["organisatie"]],
        gebied=stand.areas.get(row["gebied"]),
    )


def _account(stand: Stand, row: Row, soort: str) -> Account:
    """One account per e-mail address: somebody may work in two gemeenten."""
    known = Account.objects.filter(email=row["email"].lower()).first()
    return known or Account.objects.create(
        email=row["email"], naam=row["naam"], soort=soort, aangemaakt_op=stand.now
    )


def _medewerker(stand: Stand, row: Row) -> None:
    gemeente = stand.gemeenten[row["gemeente"]]
    set_gemeente(gemeente.pk)
    here = {"gemeente": gemeente, "begindatum": stand.start}
    who = Medewerker.objects.create(
        **here,
        account=_account(stand, row, Account.Soort.MEDEWERKER),
        deelname=stand.deelnames[row["gemeente"], row["organisatie"]],
        naam=row["naam"],
        functie=row["functie"],
        einddatum=stand.day(row.get("einddatum_dagen")),
    )
    for rol in row["rollen"]:
        Roltoekenning.objects.create(**here, medewerker=who, rol=rol)
    for team in row["teams"] or ():
        Teamlid.objects.create(**here, team=stand.teams[team], medewerker=who)
    stand.people[row["sleutel"]] = who
    stand.rollen[row["sleutel"]] = frozenset(row["rollen"])
