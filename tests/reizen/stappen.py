"""What people do in Vliegwiel, as the steps of a journey. Each begins and ends on a page that a person would see."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.reizen.speler import Speler


def over_dagen(dagen: int) -> str:
    """A day from today on (or back), as a date field wants it."""
    return (datetime.now(ZoneInfo("Europe/Amsterdam")).date() + timedelta(days=dagen)).isoformat()


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


# -- a household and its plan


def schrijft_een_vraag_op(wie: Speler, woorden: str, naam: str, *keuzes: str) -> str:
    """A question in somebody's own words; its address."""
    wie.opent("/lindebeek/vragen/nieuw/")
    wie.vult_in("Wat vraagt of vertelt iemand?", woorden)
    wie.vult_in("Over wie gaat het?", naam)
    for keuze in keuzes:
        wie.vinkt_aan(keuze)
    wie.klikt("Bewaar")
    wie.ziet(woorden)
    return pad_van(wie)


def begint_een_plan(
    wie: Speler, vraag: str, naam: str, mensen: list[tuple[str, str, str]], *domeinen: str
) -> str:
    """A question becomes a household and its plan; `mensen` are first name, last name, date of birth."""
    wie.opent(f"{vraag}plan/")
    wie.vult_in("Naam van het huishouden", naam)
    if len(mensen) > 2:
        wie.page.locator("summary").filter(has_text="Er wonen meer mensen").click()
    for row, (voornaam, achternaam, geboren) in enumerate(mensen, 1):
        wie.page.locator(f"[name=voornaam_{row}]").fill(voornaam)
        wie.page.locator(f"[name=achternaam_{row}]").fill(achternaam)
        wie.page.locator(f"[name=geboortedatum_{row}]").fill(geboren)
    for domein in domeinen:
        wie.page.get_by_role("checkbox", name=domein, exact=True).check()
    wie.klikt("Begin dit plan")
    wie.ziet_kop(naam)
    return pad_van(wie)


def schrijft_in_plan(
    wie: Speler, plan: str, tekst: str, *, soort: str = "aantekening", over: str = "", domein: str = ""
) -> None:
    """What goes well, what somebody wants, or a note."""
    wie.opent(f"{plan}delen/nieuw/?soort={soort}")
    wie.vult_in("In gewone woorden", tekst)
    _over_wie_en_voor_wie(wie, over, domein)
    wie.klikt("Zet in het plan")
    wie.ziet(tekst)


def stelt_een_doel(
    wie: Speler, plan: str, tekst: str, stap: str, *, over: str = "", domein: str = "", terug: str = ""
) -> None:
    """A goal with a first step, and the day on which they look back."""
    wie.opent(f"{plan}doelen/nieuw/")
    wie.vult_in("Wat willen jullie bereiken?", tekst)
    wie.vult_in("Wat is de eerste stap?", stap)
    if terug:
        wie.vult_in("Wat verwachten jullie dat het brengt?", "Dan is het rustiger.")
        wie.vult_in("Wanneer kijken jullie terug?", terug)
    _over_wie_en_voor_wie(wie, over, domein)
    wie.klikt("Zet in het plan")
    wie.ziet(tekst, stap)


def spreekt_af(
    wie: Speler, plan: str, tekst: str, door: str, *, naam: str = "", collega: str = "", domein: str = ""
) -> str:
    """Who does what; the address of the afspraak."""
    wie.opent(f"{plan}afspraken/nieuw/")
    wie.vult_in("Wat spreken jullie af?", tekst)
    wie.vinkt_aan(door)
    if naam:
        wie.vult_in("Naam van wie om hen heen staat", naam)
    if collega:
        wie.vult_in("Naam van de collega", collega)
    _over_wie_en_voor_wie(wie, "", domein)
    wie.klikt("Spreek dit af")
    wie.ziet(tekst)
    return str(wie.page.get_by_role("link", name=tekst, exact=True).get_attribute("href"))


def _over_wie_en_voor_wie(wie: Speler, over: str, domein: str) -> None:
    if over:
        wie.page.locator("main [name=persoon]").select_option(label=over)
    if domein:
        wie.page.locator("main [name=domein]").select_option(label=domein)


def laat_meedoen(wie: Speler, plan: str, naam: str, domein: str) -> None:
    """A colleague starts to work with this household, in one domain."""
    wie.opent(f"{plan}toegang/meedoen/?q={naam.split()[0]}")
    wie.vinkt_aan(naam)
    wie.page.get_by_role("radio", name=domein, exact=True).check()
    wie.klikt("Laat meedoen")
    wie.ziet("Doet mee. Dat is vanaf nu te zien.", naam)


def deelt(wie: Speler, plan: str, naam: str, wat: str, domein: str, waarvoor: str) -> None:
    """What one colleague of another organisation may read from one domain, and why."""
    wie.opent(f"{plan}toegang/delen/?q={naam.split()[0]}")
    wie.kiest("Met wie?", naam)
    wie.page.get_by_role("radio", name=domein, exact=True).check()
    wie.page.get_by_role("checkbox", name=wat, exact=True).check()
    wie.vult_in("Waarvoor is het nodig?", waarvoor)
    wie.page.get_by_label("Waarom mag het?").select_option(index=0)
    wie.klikt("Deel dit")
    wie.ziet("Gedeeld.", naam)


def zoekt(wie: Speler, vraag: str, gemeente: str = "lindebeek") -> None:
    wie.opent(f"/{gemeente}/zoeken/?q={vraag}")


def zoekt_in_mijn_mensen(wie: Speler, naam: str) -> None:
    """One household in the own list; names stay out of addresses."""
    wie.opent("/lindebeek/mijn-mensen/")
    wie.page.locator("main").get_by_role("searchbox").fill(naam)
    wie.page.locator("main").get_by_role("searchbox").press("Enter")
    wie.page.wait_for_load_state()


def pad_van(wie: Speler) -> str:
    """Where this person is now, without the host, the question and the mark."""
    return "/" + wie.page.url.split("/", 3)[3].split("?")[0].split("#")[0]
