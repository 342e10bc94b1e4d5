"""Petra of the backoffice gives a folder of messages; what is good is taken in, what is wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

import vliegwiel
from tests.reizen.conftest import Binnen
from tests.reizen.keuring import keur, niets_mis
from tests.reizen.speler import TELEFOON, Speler
from tests.reizen.stad import Stad, instelling
from tests.reizen.stappen import pad_van, zoekt_in_mijn_mensen
from tests.reizen.test_inwoner_telefoon import past

MAP = Path(vliegwiel.__file__).parent / "project/demo/berichten"
BERICHTEN = "/lindebeek/berichten/"
BOM = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "kaboem"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
PDF = b"%PDF-1.4 een brief over Willy Wiersinga"
# What stands in the file that is wrong on purpose: none of it comes on a screen or in a report.
WAARDEN = ["999930012", "Wiersinga", "Willy", "2026-02-30", "1950-10-11", "0600009911", "Merelhof", "910007"]
WAARDEN += ["kaboem", "999912345"]


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The demo's twelve messages, with a bomb (and a number in its name) and a PDF among them."""
    folder = tmp_path_factory.mktemp("map")
    for path in MAP.glob("*.xml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "13-bom-999912345.xml").write_bytes(BOM)
    (folder / "14-brief.pdf").write_bytes(PDF)
    return sorted(folder.iterdir())


def geeft(wie: Speler, *bestanden: Path) -> str:
    """Chooses files and presses *Lees in*; the address of what came of it."""
    wie.opent(BERICHTEN)
    wie.page.get_by_label("Kies de bestanden").set_input_files(bestanden)
    wie.klikt("Lees in")
    wie.ziet("De bestanden zijn er. We lezen ze nu in.")
    return pad_van(wie)


def stand(wie: Speler, bestand: str) -> str:
    """How one file stands, on the page of all that was given."""
    row = wie.page.locator("#stand li").filter(has_text=bestand)
    return row.inner_text().removeprefix(bestand).strip()


def test_een_lege_bladzijde_nodigt_uit(binnen: Binnen) -> None:
    petra = binnen("Petra Willems")
    found = [wrong for pad in ("", "tabel/", "wacht/") for wrong in keur(petra, BERICHTEN + pad)]
    petra.opent(BERICHTEN)
    petra.ziet("Hier is nog niets ingelezen.", "Er wacht niets.")
    niets_mis([*found, *keur(petra, "/lindebeek/werk/")])


def test_petra_leest_een_map_in_met_twee_foute_bestanden(
    stad: Stad, binnen: Binnen, map_: list[Path]
) -> None:
    # Gegeven Petra, die alles uit haar map tegelijk kiest
    petra = binnen("Petra Willems")
    inlezing = geeft(petra, *map_)
    # Dan ziet zij hoe ver het is
    petra.ziet("0 van 14 bestanden gelezen", "wacht op lezen")
    # Als het op de achtergrond gelezen wordt, dan ververst de bladzijde zichzelf
    stad.werkt()
    petra.ziet("verwerkt: 9 bestanden", "afgekeurd: 4 bestanden")
    petra.ziet_niet("wacht op lezen")
    assert {name: stand(petra, name) for name in (map_[0].name, map_[10].name, map_[11].name)} == {
        map_[0].name: "verwerkt", map_[10].name: "afgekeurd", map_[11].name: "afgekeurd",
    }  # fmt: skip
    # Als zij een afgekeurd bestand opent
    petra.klikt("4 bestanden")
    petra.klikt(map_[10].name)
    # Dan leest zij wat er mis is, in een zin, met de plaats erbij
    petra.ziet("Van dit bestand is niets ingelezen.")
    petra.ziet("Dit is geen burgerservicenummer", "Deze dag bestaat niet.", "niet in codelijst WMO020")
    plaatsen = [it.replace("\u200b", "") for it in petra.page.locator("main code").all_inner_texts()]
    assert plaatsen[0] == "/Bericht/Client/Bsn" and plaatsen[2].endswith("[1]/Ingangsdatum")
    # En staat er nergens iets uit het bestand zelf
    petra.krijgt_niet(*WAARDEN)
    # En ook niet in het verslag, dat zij bewaart
    for knop, einde in (("Verslag als rekenblad (CSV)", ".csv"), ("Verslag als tekst", ".txt")):
        with petra.page.expect_download() as saved:
            petra.page.locator("main, aside").get_by_role("link", name=knop).first.click()
        assert saved.value.suggested_filename.endswith(einde)
        verslag = saved.value.path().read_text("utf-8-sig")
        assert "Deze dag bestaat niet." in verslag and "/Bericht/Client/Bsn" in verslag
        assert [waarde for waarde in WAARDEN if waarde in verslag] == []
    # En het bericht van een andere gemeente, de bom en de brief zeggen ook waarom niet
    for bestand, zin in (
        (map_[11].name, "Dit bericht is van of voor een andere gemeente."),
        ("13-bom-*********.xml", "staat een DOCTYPE of een entiteit"),
        ("14-brief.pdf", "Dit is een PDF en geen bericht."),
    ):
        petra.opent(inlezing)
        petra.klikt(bestand)
        petra.ziet(zin)
        petra.krijgt_niet(*WAARDEN)


def test_wat_nog_wacht_zegt_waarop(binnen: Binnen, map_: list[Path]) -> None:
    # Gegeven een einde van hulp waarvan de toewijzing nog niet kwam
    petra = binnen("Petra Willems", **TELEFOON)
    petra.opent(BERICHTEN)
    petra.ziet("1 deel van een bericht wacht.")
    past(petra)
    # Als Petra kijkt wat wacht
    petra.klikt("Bekijk wat wacht", in_="body")
    petra.ziet("De toewijzing is hier nog niet bekend.", map_[9].name)
    petra.page.locator("main").get_by_text("De toewijzing is hier nog niet bekend.").click()
    # Dan hoort zij dat zij niets hoeft te doen, en staat er niet over wie het gaat
    petra.ziet("Je hoeft niets te doen")
    petra.krijgt_niet("Ploegstra", "910099")
    past(petra)


def test_dezelfde_map_nog_een_keer_verandert_niets(stad: Stad, binnen: Binnen, map_: list[Path]) -> None:
    # Gegeven Petra, die niet meer weet of zij het al deed
    petra = binnen("Petra Willems")
    geeft(petra, *map_)
    stad.werkt()
    # Dan is alles wat goed was al bekend, ook wat nog wacht
    petra.ziet("al bekend: 10 bestanden", "afgekeurd: 4 bestanden")
    petra.ziet_niet("verwerkt:")
    petra.klikt("10 bestanden")
    petra.klikt(map_[0].name)
    petra.ziet("Precies dit bericht was al ingelezen. Er is niets veranderd.")


def test_de_hulp_staat_bij_het_huishouden_en_er_is_iemand_om_te_bellen(stad: Stad, binnen: Binnen) -> None:
    # Gegeven wat Petra inlas, en een klok die loopt
    instelling(stad, "vraag_team", "lokaal team Oost")
    stad.tikt()
    samira = binnen("Samira Kaya")
    # Als Samira het plan van mevrouw Bakker opent, dan staat de nieuwe hulp erbij
    samira.opent("/lindebeek/zoeken/?q=bakker")
    samira.page.locator("main a[href*='/huishoudens/']").filter(has_text="Bakker").first.click()
    samira.ziet("Dagbesteding", "begint op 14 december", "loopt af op 12 december")
    # En het huishouden dat met een bericht binnenkwam, ligt bij het team om alvast te bellen
    samira.opent("/lindebeek/bel-alvast/")
    rijen = samira.page.locator("tr").filter(has_text="Mercy Okafor")
    expect(rijen).to_have_count(2)
    rijen.filter(has_text="Begeleiding").get_by_role("link", name="Open de kaart").click()
    samira.ziet("loopt tot en met zondag 6 december 2026", "Er is geen telefoonnummer bekend. Pak het op")
    # Als zij het oppakt, dan staat het bij haar mensen
    samira.klikt("Ik pak dit op", in_="body")
    samira.klikt("Ik pak dit op")
    samira.ziet("Je werkt nu met dit huishouden mee.")
    zoekt_in_mijn_mensen(samira, "Okafor")
    samira.ziet("Okafor", "loopt af op 6 december")


# -- wrong turns


def test_wie_niets_kiest_hoort_dat(binnen: Binnen) -> None:
    petra = binnen("Petra Willems", **TELEFOON)
    petra.opent(BERICHTEN)
    petra.klikt("Lees in")
    assert petra.status == 422
    petra.ziet("Kies eerst een of meer bestanden.")
    past(petra)


def test_een_te_groot_bestand_houdt_de_andere_niet_tegen(
    stad: Stad, binnen: Binnen, map_: list[Path], tmp_path: Path
) -> None:
    # Gegeven een bestand van meer dan tien megabyte naast een klein
    groot = tmp_path / "groot.xml"
    groot.write_bytes(b"<a>" + b"x" * (10 * 1024 * 1024) + b"</a>")
    petra = binnen("Petra Willems")
    geeft(petra, groot, map_[1])
    # Dan is het meteen afgekeurd, en wordt het andere gelezen
    petra.ziet("1 van 2 bestanden gelezen")
    stad.werkt()
    petra.ziet("al bekend: 1 bestand", "afgekeurd: 1 bestand")
    petra.klikt("groot.xml")
    petra.ziet("Dit bestand is groter dan 10 MB. Zo groot lezen we niet in.")


def test_wie_dubbel_klikt_of_teruggaat_geeft_het_een_keer(
    stad: Stad, binnen: Binnen, map_: list[Path]
) -> None:
    # Gegeven Petra, die dubbel klikt
    petra = binnen("Petra Willems")
    petra.opent(BERICHTEN)
    eerder = petra.page.locator("main .vliegwiel-kaart").count()
    petra.page.get_by_label("Kies de bestanden").set_input_files(map_[2])
    petra.page.get_by_role("button", name="Lees in").dblclick()
    petra.ziet("0 van 1 bestanden gelezen")
    # Dan is het er één keer
    petra.opent(BERICHTEN)
    expect(petra.page.locator("main .vliegwiel-kaart")).to_have_count(eerder + 1)
    # En als zij teruggaat en hetzelfde nog eens kiest, dan verandert dat niets
    petra.gaat_terug()
    petra.gaat_terug()
    petra.page.get_by_label("Kies de bestanden").set_input_files(map_[2])
    petra.klikt("Lees in")
    stad.werkt()
    petra.ziet("al bekend: 1 bestand")
    petra.opent(BERICHTEN)
    petra.ziet_niet("nog bezig")


def test_zonder_javascript_ververst_wie_dat_wil(stad: Stad, binnen: Binnen, map_: list[Path]) -> None:
    petra = binnen("Petra Willems", **TELEFOON, java_script_enabled=False)
    geeft(petra, map_[3], map_[10])
    petra.ziet("0 van 2 bestanden gelezen")
    past(petra)
    stad.werkt()
    petra.klikt("Ververs nu")
    petra.ziet("al bekend: 1 bestand", "afgekeurd: 1 bestand")
    past(petra)


@pytest.mark.parametrize(
    "naam", ["Samira Kaya", "Ravi Ramdin", "Ellen Brouwers", "mevrouw Bakker", "Aylin Çelik"]
)
def test_wie_geen_berichten_inleest_krijgt_niets(binnen: Binnen, naam: str) -> None:
    # Gegeven wat Petra inlas
    petra = binnen("Petra Willems")
    petra.opent(BERICHTEN)
    petra.page.locator("main .vliegwiel-kaart a").last.click()
    inlezing = pad_van(petra)
    petra.page.locator("#stand li a[href*='/bestanden/']").first.click()
    bestand = pad_van(petra)
    # Dan is er voor een ander niets te vinden en niets te versturen
    ander = binnen(naam)
    expect(ander.page.get_by_role("link", name="Berichten", exact=True)).to_have_count(0)
    pages = [BERICHTEN, f"{BERICHTEN}tabel/", f"{BERICHTEN}wacht/", inlezing, f"{inlezing}verslag.csv"]
    pages += [f"{inlezing}verslag.txt", bestand, f"{bestand}verslag.csv"]
    assert {pad: ander.status_van(pad) for pad in pages} == dict.fromkeys(pages, 404)
    token = {it["name"]: it["value"] for it in ander.context.cookies()}.get("csrftoken", "")
    assert ander.status_van(BERICHTEN, csrfmiddlewaretoken=token, bestanden="x") == 404
