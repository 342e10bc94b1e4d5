"""What people do in Vliegwiel, as the steps of a journey. Each begins and ends on a page that a person would see."""

from __future__ import annotations

from tests.reizen.speler import Speler


def begint_een_tafel(wie: Speler, naam: str, bedoeling: str, mandaat: str = "") -> str:
    """Starts a table; its address."""
    wie.opent("/lindebeek/tafels/")
    wie.klikt("Begin een tafel")
    wie.vult_in("Hoe heet deze tafel?", naam)
    wie.vult_in("Waarom komen jullie bij elkaar?", bedoeling)
    wie.vult_in("Wat mag jij hier toezeggen?", mandaat)
    wie.klikt("Begin deze tafel")
    wie.ziet_kop(naam)
    return pad_van(wie)


def nodigt_uit(
    wie: Speler, tafel: str, naam: str, *, groep: str = "", niveau: str = "", zoek: str = ""
) -> None:
    """Finds somebody by name and gives them a seat."""
    wie.opent(f"{tafel}uitnodigen/")
    wie.page.locator("main").get_by_role("searchbox").fill(zoek or naam)
    wie.page.locator("main").get_by_role("searchbox").press("Enter")
    wie.vinkt_aan(naam)
    if groep:
        wie.vult_in("Naam van de groep", groep)
    if niveau:
        wie.kiest("Op welk niveau?", niveau)
    wie.klikt("Geef een plek aan tafel")
    wie.ziet("Uitgenodigd.", naam)


def begint_een_gesprek(wie: Speler, tafel: str, titel: str, vraag: str) -> str:
    wie.opent(f"{tafel}gesprekken/nieuw/")
    wie.vult_in("Waar gaat het gesprek over?", titel)
    wie.vult_in("Welke vraag ligt voor?", vraag)
    wie.klikt("Begin het gesprek")
    wie.ziet_kop(titel)
    return pad_van(wie)


def zegt(
    wie: Speler, gesprek: str, woorden: str, *, vorm: str = "Een gedachte", delen: str = "Alleen deze tafel"
) -> None:
    """Puts words on the table, in a talk."""
    wie.opent(gesprek)
    wie.page.locator("textarea[name=tekst]").fill(woorden)
    wie.vinkt_aan(vorm)
    wie.vinkt_aan(delen)
    wie.klikt("Leg het op tafel")
    wie.ziet(woorden)


def antwoordt(wie: Speler, voorstel: str, keuze: str, want: str = "") -> None:
    """Says how they stand in the latest version."""
    wie.opent(voorstel)
    wie.page.locator(f"input[name=keuze][value={keuze}]").check()
    if want:
        wie.page.locator("textarea[name=want]").fill(want)
    wie.page.locator(".vliegwiel-keuze-houding button").click()
    wie.ziet("Verander mijn antwoord")


def schrijft_een_versie(wie: Speler, voorstel: str, tekst: str, toelichting: str = "", *rust_op: str) -> None:
    wie.opent(f"{voorstel}versie/")
    wie.vult_in("De nieuwe tekst", tekst)
    wie.vult_in("Wat is er veranderd, en waarom?", toelichting)
    for woorden in rust_op:
        wie.vinkt_aan(woorden)
    wie.klikt("Leg deze versie op tafel")


def zoekt(wie: Speler, vraag: str, gemeente: str = "lindebeek") -> None:
    wie.opent(f"/{gemeente}/zoeken/?q={vraag}")


def pad_van(wie: Speler) -> str:
    """Where this person is now, without the host, the question and the mark."""
    return "/" + wie.page.url.split("/", 3)[3].split("?")[0].split("#")[0]
