"""Every check of a message, each with a message that fails it: its code, its place, and that all are found together."""

from __future__ import annotations

import pytest

from tests.uitwisseling.berichten import CODES, bericht, geldig, product
from vliegwiel.uitwisseling.iwmo import read_message
from vliegwiel.uitwisseling.iwmo.lezer import MOST_FINDINGS

HEADER, CLIENT = "/Bericht/Header", "/Bericht/Client"
GIVEN = f"{CLIENT}/ToegewezenProducten/ToegewezenProduct"
STARTED = f"{CLIENT}/StartProducten/StartProduct"
STOPPED = f"{CLIENT}/StopProducten/StopProduct"
CONTACT = f"{CLIENT}/Contactgegevens/Contact[1]"


def found(data: bytes) -> list[tuple[str, str]]:
    return [(it.code, it.plaats) for it in read_message(data).vondsten]


def changed(data: bytes, old: str, new: str, times: int = 1) -> bytes:
    text = data.decode()
    assert old in text, old
    return text.replace(old, new, times).encode()


# -- one value: which change gives which finding

VALUES = [
    ("WMO301", {"BerichtCode": "415"}, "bericht_code_anders", f"{HEADER}/BerichtCode"),
    ("JW305", {"BerichtCode": "418"}, "bericht_code_anders", f"{HEADER}/BerichtCode"),
    ("WMO301", {"BerichtVersie": "2"}, "bericht_versie_anders", f"{HEADER}/BerichtVersie"),
    ("WMO301", {"BerichtSubversie": "3"}, "bericht_versie_anders", f"{HEADER}/BerichtSubversie"),
    ("WMO301", {"Afzender": "90000017"}, "veld_cijfers", f"{HEADER}/Afzender"),
    ("WMO301", {"Ontvanger": "9901"}, "veld_cijfers", f"{HEADER}/Ontvanger"),
    ("WMO305", {"Afzender": "9901"}, "veld_cijfers", f"{HEADER}/Afzender"),
    ("JW307", {"Ontvanger": "90000017"}, "veld_cijfers", f"{HEADER}/Ontvanger"),
    ("WMO301", {"Identificatie": "V" * 13}, "veld_te_lang", f"{HEADER}/BerichtIdentificatie/Identificatie"),
    (
        "WMO301",
        {"Dagtekening": "2026-02-30"},
        "veld_datum_bestaat_niet",
        f"{HEADER}/BerichtIdentificatie/Dagtekening",
    ),
    ("WMO301", {"Bsn": "111222334"}, "veld_bsn_elfproef", f"{CLIENT}/Bsn"),
    ("JW305", {"Bsn": "11122233"}, "veld_cijfers", f"{CLIENT}/Bsn"),
    ("WMO307", {"Bsn": None}, "veld_ontbreekt", f"{CLIENT}/Bsn"),
    ("WMO301", {"Bsn": ""}, "veld_leeg", f"{CLIENT}/Bsn"),
    ("WMO301", {"Geboortedatum": "2026-02-22"}, "bericht_geboren_later", f"{CLIENT}/Geboortedatum/Datum"),
    ("WMO301", {"Geboortedatum": "1850-01-01"}, "veld_datum_jaar", f"{CLIENT}/Geboortedatum/Datum"),
    ("WMO301", {"Geboortedatum": None}, "veld_ontbreekt", f"{CLIENT}/Geboortedatum/Datum"),
    ("WMO301", {"Geslacht": "22"}, "veld_te_lang", f"{CLIENT}/Geslacht"),
    ("WMO301", {"Achternaam": None}, "veld_ontbreekt", f"{CLIENT}/Naam/Geslachtsnaam/Achternaam"),
    ("WMO301", {"Achternaam": "A" * 201}, "veld_te_lang", f"{CLIENT}/Naam/Geslachtsnaam/Achternaam"),
    ("WMO301", {"NaamGebruik": None}, "veld_ontbreekt", f"{CLIENT}/Naam/NaamGebruik"),
    ("WMO301", {"Huisnummer": "12a"}, "veld_getal", f"{CONTACT}/Adres/Huis/Huisnummer"),
    ("WMO301", {"Straatnaam": "S" * 25}, "veld_te_lang", f"{CONTACT}/Adres/Straatnaam"),
    ("WMO301", {"Telefoonnummer": "06-1"}, "veld_cijfers", f"{CONTACT}/Telefoon/Telefoon01/Telefoonnummer"),
    (
        "WMO301",
        {"ContactBegin": "2026-02-02", "ContactEind": "2026-02-01"},
        "bericht_eind_voor_begin",
        f"{CONTACT}/Periode/Einddatum",
    ),
]


@pytest.mark.parametrize(("soort", "changes", "code", "plaats"), VALUES)
def test_a_wrong_value(soort: str, changes: dict[str, str | None], code: str, plaats: str) -> None:
    assert found(bericht(soort, **changes)) == [(code, plaats)]


PRODUCTS = [
    ("WMO301", {"ToewijzingNummer": None}, "veld_ontbreekt", f"{GIVEN}[2]/ToewijzingNummer"),
    ("WMO301", {"ToewijzingNummer": "1000000000"}, "veld_getal", f"{GIVEN}[2]/ToewijzingNummer"),
    ("WMO301", {"ToewijzingNummer": "05001"}, "bericht_nummer_dubbel", f"{GIVEN}[2]/ToewijzingNummer"),
    ("WMO301", {"Categorie": "45"}, "veld_code", f"{GIVEN}[2]/Product/Categorie"),
    ("JW301", {"Categorie": "01"}, "veld_code", f"{GIVEN}[2]/Product/Categorie"),
    ("JW301", {"Code": "123456"}, "veld_te_lang", f"{GIVEN}[2]/Product/Code"),
    ("WMO301", {"Toewijzingstijd": "9:30"}, "veld_tijd_vorm", f"{GIVEN}[2]/Toewijzingstijd"),
    ("WMO301", {"Ingangsdatum": None}, "veld_ontbreekt", f"{GIVEN}[2]/Ingangsdatum"),
    ("WMO301", {"Einddatum": "2026-02-28"}, "bericht_eind_voor_begin", f"{GIVEN}[2]/Einddatum"),
    ("WMO301", {"Einddatum": "9999-12-31"}, "veld_datum_jaar", f"{GIVEN}[2]/Einddatum"),
    ("JW301", {"RedenWijziging": "15"}, "veld_code", f"{GIVEN}[2]/RedenWijziging"),
    ("WMO301", {"Volume": "-1"}, "veld_getal", f"{GIVEN}[2]/Omvang/Volume"),
    ("WMO301", {"Eenheid": "02"}, "veld_code", f"{GIVEN}[2]/Omvang/Eenheid"),
    ("WMO301", {"Frequentie": "3"}, "veld_code", f"{GIVEN}[2]/Omvang/Frequentie"),
    ("WMO301", {"Frequentie": None}, "veld_ontbreekt", f"{GIVEN}[2]/Omvang/Frequentie"),
    ("WMO301", {"Budget": "100000000"}, "veld_getal", f"{GIVEN}[2]/Budget"),
    ("WMO305", {"Begindatum": None}, "veld_ontbreekt", f"{STARTED}[2]/Begindatum"),
    ("JW305", {"StatusAanlevering": "4"}, "veld_code", f"{STARTED}[2]/StatusAanlevering"),
    ("WMO307", {"RedenBeeindiging": "32"}, "veld_code", f"{STOPPED}[2]/RedenBeeindiging"),
    ("JW307", {"RedenBeeindiging": "19"}, "veld_code", f"{STOPPED}[2]/RedenBeeindiging"),
    ("JW307", {"Einddatum": "2026-03-04"}, "bericht_eind_voor_begin", f"{STOPPED}[2]/Einddatum"),
]


@pytest.mark.parametrize(("soort", "changes", "code", "plaats"), PRODUCTS)
def test_a_wrong_product(soort: str, changes: dict[str, str | None], code: str, plaats: str) -> None:
    second = product(**{"ToewijzingNummer": "5002", **changes})
    result = read_message(bericht(soort, product(), second))
    assert [(it.code, it.plaats) for it in result.vondsten] == [(code, plaats)]
    assert result.afgekeurd and result.bericht is None, (
        "nothing of a message is used when something in it is wrong"
    )


REMARKS = [
    ("WMO301", {"RedenWijziging": "01"}, "veld_code_vervallen", f"{GIVEN}[1]/RedenWijziging"),
    ("WMO301", {"Ingangsdatum": "2026-03-01Z"}, "veld_datum_tijdzone", f"{GIVEN}[1]/Ingangsdatum"),
    ("JW305", {"ToewijzingNummer": None}, "bericht_zonder_toewijzing", f"{STARTED}[1]"),
    ("WMO305", {"Begindatum": "2026-02-28"}, "bericht_begin_voor_ingang", f"{STARTED}[1]/Begindatum"),
]


@pytest.mark.parametrize(("soort", "changes", "code", "plaats"), REMARKS)
def test_a_remark_does_not_refuse(soort: str, changes: dict[str, str | None], code: str, plaats: str) -> None:
    result = read_message(bericht(soort, product(**changes)))
    assert [(it.code, it.plaats) for it in result.vondsten] == [(code, plaats)]
    assert not result.afgekeurd and result.bericht is not None


def test_all_findings_come_together() -> None:
    wrong = [
        product(Eenheid="99"),
        product(ToewijzingNummer="x", Einddatum="2020-01-01"),
        product(Ingangsdatum="?"),
    ]
    codes = [code for code, _ in found(bericht("WMO301", *wrong, Bsn="123456789", Dagtekening=None))]
    assert sorted(codes) == [
        "bericht_eind_voor_begin", "bericht_nummer_dubbel", "veld_bsn_elfproef", "veld_code", "veld_datum_vorm",
        "veld_getal", "veld_ontbreekt",
    ]  # fmt: skip


# -- the form


@pytest.mark.parametrize("soort", CODES)
def test_what_must_be_there(soort: str) -> None:
    empty = geldig(soort).decode().partition("<m:Header>")[0] + "</m:Bericht>"
    assert found(empty.encode()) == [("veld_ontbreekt", HEADER), ("veld_ontbreekt", CLIENT)]


def test_an_element_that_does_not_belong_is_not_named() -> None:
    data = changed(geldig("WMO305"), "<m:Geslacht>2</m:Geslacht>", "<m:Jansen>2</m:Jansen>")
    assert found(data) == [("veld_onbekend", f"{CLIENT}/*[3]"), ("veld_ontbreekt", f"{CLIENT}/Geslacht")]


def test_an_element_of_another_namespace_does_not_belong() -> None:
    data = changed(geldig("WMO305"), "<m:Geslacht>2</m:Geslacht>", "<b:Geslacht>2</b:Geslacht>")
    assert [code for code, _ in found(data)] == ["veld_onbekend", "veld_ontbreekt"]


def test_the_order_counts() -> None:
    data = changed(geldig("WMO305"), "<m:Geslacht>2</m:Geslacht>\n", "")
    data = changed(data, "</m:Naam>\n", "</m:Naam>\n<m:Geslacht>2</m:Geslacht>\n")
    assert found(data) == [("veld_volgorde", f"{CLIENT}/Geslacht")]


def test_once_is_once() -> None:
    data = changed(
        geldig("WMO305"), "<m:Bsn>111222333</m:Bsn>", "<m:Bsn>111222333</m:Bsn><m:Bsn>123456782</m:Bsn>"
    )
    assert found(data) == [("veld_dubbel", f"{CLIENT}/Bsn")]
    twice = changed(geldig("WMO305"), "</m:Header>", "</m:Header><m:Header/>")
    assert found(twice) == [("veld_dubbel", HEADER)]


def test_no_value_but_elements() -> None:
    data = changed(geldig("WMO305"), "<m:Bsn>111222333", "<m:Bsn>111222333<m:Bsn/>")
    assert found(data) == [("veld_geen_waarde", f"{CLIENT}/Bsn")]


@pytest.mark.parametrize("place", ["<m:Client>", "</m:Bsn>", "</m:Client>"])
def test_loose_text(place: str) -> None:
    assert "veld_losse_tekst" in [
        code for code, _ in found(changed(geldig("WMO305"), place, place + "losse tekst"))
    ]


@pytest.mark.parametrize(
    ("many", "codes"), [(1_000, []), (1_001, ["veld_te_vaak"]), (10_000, ["veld_te_vaak"])]
)
def test_a_thousand_products(many: int, codes: list[str]) -> None:
    data = bericht("WMO305", *(product(ToewijzingNummer=str(number)) for number in range(many)))
    result = read_message(data)
    assert [it.code for it in result.vondsten] == codes
    assert all(it.params == {"hoogste": 1_000} and it.plaats == STARTED for it in result.vondsten)


def test_the_report_has_an_end() -> None:
    data = bericht("WMO305", *(product(Begindatum="nooit", ToewijzingNummer=str(at)) for at in range(500)))
    result = read_message(data)
    assert len(result.vondsten) == MOST_FINDINGS + 1 and result.vondsten[-1].code == "bericht_en_meer"


# -- which message


@pytest.mark.parametrize(
    ("namespace", "code"),
    [
        ("http://www.istandaarden.nl/iwmo/3_1/wmo301/schema", "bericht_andere_versie"),
        ("http://www.istandaarden.nl/ijw/2_0/jw303/schema", "bericht_andere_versie"),
        ("http://www.istandaarden.nl/iwmo/3_2/wmo303/schema", "bericht_andere_versie"),
        ("http://www.istandaarden.nl/iwlz/2_3/aw33/schema", "bericht_onbekend"),
        ("http://example.org/bericht", "bericht_onbekend"),
        ("", "bericht_onbekend"),
    ],
)
def test_a_message_of_something_else(namespace: str, code: str) -> None:
    assert [code for code, _ in found(f'<Bericht xmlns="{namespace}"><Client/></Bericht>'.encode())] == [code]


def test_a_prefix_is_only_a_prefix() -> None:
    """Neither which prefix, nor none at all, changes what a message says."""
    data = geldig("JW307").decode()
    other = data.replace("m:", "iets:").replace("xmlns:m=", "xmlns:iets=")
    none = data.replace("<m:", "<").replace("</m:", "</").replace("xmlns:m=", "xmlns=")
    results = [read_message(text.encode()).bericht for text in (data, other, none)]
    assert results[0] is not None and results[0] == results[1] == results[2]


def test_one_day_is_a_period() -> None:
    """A withdrawn toewijzing ends on the day it begins; a child may be born on the day of the message."""
    one_day = product(Einddatum="2026-03-01", Begindatum="2026-03-01")
    assert [found(bericht(soort, one_day, Geboortedatum="2026-02-21")) for soort in CODES] == [[]] * len(
        CODES
    )
