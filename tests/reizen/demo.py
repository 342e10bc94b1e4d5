"""Where things are in the demo: found by walking there, as a person would."""

from __future__ import annotations

from tests.reizen.speler import Speler
from tests.reizen.stappen import pad_van

OOST = "Samen in Oost"  # the besloten table that runs
KAART = "/lindebeek/kaart/een-kaart-van-de-demo-om-te-proberen/"  # the card of the demo's front door
DOEL = "Mensen hebben grip op hun post en hun geld"
OPGAVE = "1,2 miljoen minder zware hulp, en toch dichtbij"
OPDRACHT, CONCEPT = "Gewoon dichtbij: steun in de buurt", "Maatschappelijk werk, opnieuw gevraagd"
CIJFER = "Bezoeken aan de buurthuizen"
EFFECT = "Meer mensen met hulp bij de post in Oost"
EEN_PLAN = "Eén gezin, één plan"  # the open table that is finished


def tafel(wie: Speler, naam: str = OOST) -> str:
    """The address of a table this person can read."""
    wie.opent("/lindebeek/tafels/")
    wie.klikt(naam)
    return pad_van(wie)


def voorstel(wie: Speler, titel: str = "ormaliseren", naam: str = OOST) -> str:
    """The address of a proposal at a table."""
    wie.opent(tafel(wie, naam))
    wie.page.locator("main a").filter(has_text=titel).first.click()
    return pad_van(wie)


def gesprek(wie: Speler, titel: str = "Koffie in De Spinnerij", naam: str = OOST) -> str:
    """The address of a talk at a table."""
    wie.opent(tafel(wie, naam))
    wie.klikt(titel)
    return pad_van(wie)


def plan_van(wie: Speler, zoek: str, huishouden: str) -> str:
    """The address of a plan this colleague works with, found by a name."""
    wie.opent(f"/lindebeek/zoeken/?q={zoek}")
    wie.page.locator("main a[href*='/huishoudens/']").filter(has_text=huishouden).first.click()
    wie.page.wait_for_load_state()
    return pad_van(wie)


def eigen_plannen(wie: Speler) -> list[str]:
    """The addresses of the plans a resident can read, in the order of their page."""
    wie.opent("/lindebeek/wie-doet-wat/")
    links = wie.page.locator("main a[href*='/wie-doet-wat/plan/']").all()
    return [str(link.get_attribute("href")) for link in links]


def eigen_plan_met(wie: Speler, tekst: str) -> str:
    """The one in which this text stands."""
    return next(pad for pad in eigen_plannen(wie) if tekst in wie.bron_van(pad))


def adres(wie: Speler, lijst: str, naam: str) -> str:
    """The address behind a name on a list: a doel, an opgave, an opdracht, a beoogd effect, a figure."""
    wie.opent(f"/lindebeek/{lijst}")
    link = wie.page.locator("main").get_by_role("link", name=naam, exact=True).first
    return str(link.get_attribute("href"))


def belkaart(wie: Speler, naam: str = "Bakker") -> str:
    """The address of the card about somebody to call; the klok must have run."""
    wie.opent("/lindebeek/bel-alvast/")
    rij = wie.page.locator("tr").filter(has_text=naam)
    return str(rij.get_by_role("link", name="Open de kaart").first.get_attribute("href"))
