"""A table of provisions: recognised, checked whole, told by row and column, never by what stands in it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vliegwiel.ondersteuning.public import Pakket, Woonadres
from vliegwiel.uitwisseling.rules.vondst import Ernst
from vliegwiel.uitwisseling.sentences.tabel import SENTENCES
from vliegwiel.uitwisseling.tabel import KOLOMMEN, MOST_BYTES, MOST_ROWS, Tabeluitslag, read_provisions

FILE, DAY = UUID(int=3), date(2026, 3, 10)
BSN = "123456782"
KOP = "BSN;Geboortedatum;Voornaam;Tussenvoegsel;Achternaam;Wet;Toewijzingnummer;Categorie;AGB;Begindatum;Einddatum"
ROW = f"{BSN};06-05-1948;Wies;van der;Berg;Wmo;300201;02;12341234;12-1-2026;12-12-2026"


def read(text: str | bytes, **options: Any) -> Tabeluitslag:
    content = text if isinstance(text, bytes) else text.encode()
    return read_provisions(content, bericht=FILE, peildatum=DAY, **options)


def found(result: Tabeluitslag) -> set[tuple[str, Any, Any]]:
    return {(it.code, it.params.get("rij"), it.params.get("kolom_naam")) for it in result.vondsten}


def one(text: str | bytes, **options: Any) -> Pakket:
    result = read(text, **options)
    assert not result.afgekeurd, found(result)
    (pakket,) = result.pakketten
    return pakket


def test_a_row_is_an_assignment() -> None:
    pakket = one(f"{KOP}\n{ROW}\n")
    assert (pakket.wet, pakket.toewijzing, pakket.bron, pakket.bericht) == ("wmo", "300201", "bestand", FILE)
    mens = pakket.persoon
    assert (mens.bsn, mens.geboortedatum, mens.hele_achternaam) == (BSN, date(1948, 5, 6), "van der Berg")
    (said,) = pakket.feiten
    assert (said.categorie, said.aanbieder) == ("02", "12341234")  # type: ignore[union-attr]
    assert (said.ingangsdatum, said.einddatum) == (date(2026, 1, 12), date(2026, 12, 12))  # type: ignore[union-attr]
    assert (said.orde.datum, said.orde.dagtekening) == (DAY, DAY)


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_stands_between_the_cells(sign: str, end: str) -> None:
    text = end.join([KOP, ROW]).replace(";", sign)
    result = read(text)
    assert result.scheiding == sign and len(result.pakketten) == 1


def test_excel_says_the_sign_above_the_header() -> None:
    result = read(f"sep=;\r\n{KOP}\r\n{ROW};extra\r\n")
    assert result.kop[0] == "BSN"
    assert found(result) == {("tabel_te_veel_cellen", 3, None)}


def test_a_mark_in_front_is_no_text() -> None:
    assert one(b"\xef\xbb\xbf" + f"{KOP}\n{ROW}".encode()).persoon.bsn == BSN


def test_windows_is_read_and_said() -> None:
    result = read(f"{KOP}\n{ROW.replace('Wies', 'Zoë')}".encode("cp1252"))
    assert result.codering == "Windows-1252"
    assert [(it.code, it.ernst) for it in result.vondsten] == [("tabel_windows", Ernst.OPMERKING)]
    assert result.pakketten[0].persoon.voornaam == "Zoë"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "tabel_leeg"),
        (b" \r\n ", "tabel_leeg"),
        (b"PK\x03\x04rest", "tabel_geen_csv"),
        (b"%PDF-1.7", "tabel_geen_csv"),
        (f"{KOP}\n{ROW}".encode("utf-16"), "tabel_codering"),
        (b"bsn;wet\n1\x002;wmo", "tabel_codering"),
        (b"bsn;naam\n\x81\x8d;x", "tabel_codering"),
        (KOP.encode(), "tabel_zonder_rijen"),
        (b"x" * (MOST_BYTES + 1), "tabel_te_groot"),
        (f'{KOP}\n"open;{ROW}'.encode(), "tabel_aanhalingstekens"),
        (";".join(["a"] * 300).encode() + b"\n1", "tabel_te_breed"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(content: bytes, code: str) -> None:
    result = read(content)
    assert result.afgekeurd and not result.pakketten
    assert code in {it.code for it in result.vondsten}


def test_too_many_rows() -> None:
    result = read("\n".join([KOP, *[ROW] * (MOST_ROWS + 1)]))
    assert "tabel_te_lang" in {it.code for it in result.vondsten} and not result.pakketten


def test_names_of_columns_people_use() -> None:
    kop = "burgerservicenummer,Geboren,Naam,regeling,Nummer,Product-Categorie,Ingangsdatum,t/m,Omvang,eenheden,Per,x"
    pakket = one(f"{kop}\n{BSN},1948-05-06,Berg,Jeugdwet,7,45,2026-01-12,,3,uur,week,y")
    (said,) = pakket.feiten
    assert pakket.wet == "jeugd"
    assert (said.volume, said.eenheid, said.frequentie, said.einddatum) == (3, "04", "2", None)  # type: ignore[union-attr]


def test_missing_and_double_columns_are_told_once() -> None:
    result = read("Voornaam;Voornaam;Toewijzing\nWies;W;1\n")
    wanted = {"achternaam", "categorie", "ingangsdatum", "wet", "geboortedatum"}
    assert found(result) == {("tabel_kolom_dubbel", 1, "voornaam")} | {
        ("tabel_kolom_ontbreekt", 1, name) for name in wanted
    }


def test_a_table_of_one_act_needs_no_column_for_it() -> None:
    kop, row = KOP.replace("Wet;", ""), ROW.replace("Wmo;", "")
    assert one(f"{kop}\n{row}", wet="wmo").wet == "wmo"
    assert read(f"{kop}\n{row}").afgekeurd


def test_columns_put_in_their_place_by_hand() -> None:
    kop = "a;b;c;d;e;f;g"
    places = {
        "bsn": 0,
        "achternaam": 1,
        "wet": 2,
        "toewijzing": 3,
        "categorie": 4,
        "ingangsdatum": 5,
        "code": 99,
    }
    pakket = one(f"{kop}\n{BSN};Berg;wmo;9;02;12-1-2026;zomaar", kolommen=places)
    assert pakket.toewijzing == "9"


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("BSN", "123456789", "veld_bsn_elfproef"),
        ("Geboortedatum", "31-02-1948", "veld_datum_bestaat_niet"),
        ("Geboortedatum", "05-06-48", "tabel_datum_vorm"),
        ("Einddatum", "1-1-9999", "veld_datum_jaar"),
        ("Einddatum", "11-1-2026", "tabel_eind_voor_begin"),
        ("Begindatum", "", "tabel_leeg_veld"),
        ("Achternaam", "", "tabel_leeg_veld"),
        ("Wet", "participatie", "tabel_wet"),
        ("Categorie", "99", "veld_code"),
        ("Categorie", "45", "veld_code"),  # of the other act
        ("AGB", "123456789", "tabel_agb"),
        ("Toewijzingnummer", "1" * 41, "veld_te_lang"),
        ("Achternaam", "B" * 501, "veld_te_lang"),
        ("Achternaam", "=cmd|' /C calc'!A0", "tabel_formule"),
        ("Achternaam", "+Berg", "tabel_formule"),
        ("Achternaam", "-Berg", "tabel_formule"),
        ("Achternaam", "@Berg", "tabel_formule"),
        ("Achternaam", "Be\x07rg", "tabel_teken"),
    ],
)
def test_a_wrong_cell_is_told_by_row_and_column_without_what_it_says(
    column: str, cell: str, code: str
) -> None:
    at = KOP.split(";").index(column)
    cells = ROW.split(";")
    cells[at] = cell
    result = read(f"{KOP}\n{ROW.replace('300201', '1')}\n{';'.join(cells)}")
    named = {"BSN": "bsn", "AGB": "aanbieder", "Begindatum": "ingangsdatum", "Toewijzingnummer": "toewijzing"}
    assert found(result) == {(code, 3, named.get(column, column.lower()))}
    assert not result.pakketten  # one fault and nothing is taken in
    assert not cell or len(cell) < 3 or cell not in repr(result.vondsten)


def test_somebody_without_number_or_day_is_nobody() -> None:
    cells = ROW.split(";")
    cells[0] = cells[1] = "-"
    assert found(read(f"{KOP}\n{';'.join(cells)}")) == {("tabel_wie", 2, "geboortedatum")}
    cells[1] = "6-5-1948"
    assert one(f"{KOP}\n{';'.join(cells)}").persoon.bsn is None


def test_what_a_spreadsheet_does_to_zeroes() -> None:
    cells = ROW.split(";")
    cells[0], cells[7], cells[8] = '"=""010464554"""', "2", "1234"
    pakket = one(f"{KOP}\n{';'.join(cells)}")
    assert pakket.persoon.bsn == "010464554"
    assert (pakket.feiten[0].categorie, pakket.feiten[0].aanbieder) == ("02", "00001234")  # type: ignore[union-attr]
    cells[0] = "10464554"
    assert one(f"{KOP}\n{';'.join(cells)}").persoon.bsn == "010464554"


def test_help_by_its_words() -> None:
    assert one(f"{KOP}\n{ROW.replace(';02;', ';hulp bij het huishouden;')}").feiten[0].categorie == "01"  # type: ignore[union-attr]


def test_where_and_how_to_call() -> None:
    pakket = one(
        f"{KOP};Tel;Mail;Straat;Huisnr;Postcode;Woonplaats\n{ROW};+31 6 1234;a@b.nl;Laan;4;1234AB;Dorp"
    )
    mens = pakket.persoon
    assert (mens.telefoon, mens.email) == ("+31 6 1234", "a@b.nl")
    assert mens.adres == Woonadres("Laan", "4", "1234AB", "Dorp")


def test_half_an_amount() -> None:
    result = read(f"{KOP};Volume\n{ROW};3")
    assert {it[0] for it in found(result)} == {"tabel_omvang_half"}


def test_one_assignment_twice() -> None:
    result = read(f"{KOP}\n{ROW}\n\n{ROW}")
    assert found(result) == {("tabel_dubbel", 4, "toewijzing")}  # the empty row counts as a row
    assert result.vondsten[0].params["eerder"] == 2


def test_a_long_list_of_findings_is_cut() -> None:
    result = read("\n".join([KOP, *[ROW.replace(BSN, "1").replace("300201", str(i)) for i in range(1500)]]))
    assert len(result.vondsten) == 1001
    assert result.vondsten[-1].params == {"meer": 500}


def test_every_finding_and_column_has_words() -> None:
    from vliegwiel.uitwisseling.sentences import SENTENCES as ALL

    assert {f"kolom.{name}" for name in KOLOMMEN} <= set(SENTENCES)
    for code in (
        "veld_bsn_elfproef",
        "veld_datum_jaar",
        "veld_datum_bestaat_niet",
        "veld_code",
        "veld_te_lang",
    ):
        assert code in ALL


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_file_breaks_it(content: bytes) -> None:
    result = read(content)
    assert result.afgekeurd or result.pakketten


@given(st.lists(st.text(max_size=30), min_size=11, max_size=11))
@settings(max_examples=200, deadline=None)
def test_no_cell_breaks_it(cells: list[str]) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([KOP.split(";"), cells])
    result = read(out.getvalue().encode("utf-8", "replace"))
    assert isinstance(result.pakketten, list)
