"""What a message that passed gives to the rooms below."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.uitwisseling.berichten import AANBIEDER, BSN, CODES, GEMEENTE, bericht, geldig, product
from vliegwiel.ondersteuning.public import Orde, Start, Stop, Toewijzing, Wet
from vliegwiel.uitwisseling.iwmo import Bericht, read_message


def read(data: bytes) -> Bericht:
    found = read_message(data)
    assert found.bericht is not None, found.vondsten
    return found.bericht


def test_the_head_of_a_301_and_of_a_305() -> None:
    """In a 301 the gemeente writes, in the others the provider."""
    given, started = read(geldig("JW301")).kop, read(geldig("WMO305")).kop
    assert (given.wet, given.soort, given.berichtcode) == (Wet.JEUGD, 301, "436")
    assert (started.wet, started.soort, started.berichtcode) == (Wet.WMO, 305, "418")
    assert (given.afzender, given.ontvanger) == (GEMEENTE, AANBIEDER) == (started.ontvanger, started.afzender)
    assert {(kop.gemeente, kop.aanbieder) for kop in (given, started)} == {(GEMEENTE, AANBIEDER)}
    assert (given.identificatie, given.dagtekening) == ("VW0001", date(2026, 2, 21))


def test_who_it_is_about() -> None:
    client = read(bericht("WMO301", DatumGebruik="1", ContactBegin="2026-01-01")).client
    assert (client.bsn, client.geboortedatum, client.datumgebruik) == (BSN, date(1948, 7, 2), "1")
    assert (client.naam.voornamen, client.naam.voorvoegsel, client.naam.achternaam) == (
        "Truus",
        "van",
        "Zeegers",
    )
    (contact,) = client.contacten
    assert contact.adres is not None and (contact.adres.straat, contact.adres.huisnummer) == ("Lindelaan", 12)
    assert (contact.adres.huisletter, contact.adres.postcode, contact.adres.plaats) == (
        "a",
        "9999ZZ",
        "Lindebeek",
    )
    assert (contact.telefoons, contact.email) == ((("0600000001", "0031"),), "truus@voorbeeld.example")
    assert (contact.begindatum, contact.einddatum) == (date(2026, 1, 1), None)
    assert read(geldig("JW305")).client.contacten == ()


def test_a_toewijzing() -> None:
    found = read(bericht("WMO301", product(Budget="12345", RedenWijziging="13")))
    (line,) = found.regels
    assert line.toewijzing == 5001 and line.plaats.endswith("/ToegewezenProduct[1]")
    assert line.feit == Toewijzing(
        Orde(date(2026, 2, 20), time(9, 30), date(2026, 2, 21), found.kop.inhoud_hash), "01", code="01A05",
        aanbieder=AANBIEDER, referentie="REF-1", ingangsdatum=date(2026, 3, 1), einddatum=date(2026, 12, 31),
        reden_wijziging="13", volume=4, eenheid="04", frequentie="2", budget=Decimal("123.45"),
    )  # fmt: skip


def test_a_toewijzing_with_only_what_must() -> None:
    names = ("ReferentieAanbieder", "Code", "Einddatum", "Volume", "Eenheid", "Frequentie")
    (line,) = read(bericht("JW301", product(**dict.fromkeys(names)))).regels
    assert isinstance(line.feit, Toewijzing)
    assert (line.feit.code, line.feit.einddatum, line.feit.volume, line.feit.budget) == ("", None, None, None)


def test_a_start_and_a_stop() -> None:
    started, stopped = read(geldig("WMO305")), read(bericht("JW307", product(StatusAanlevering="3")))
    day = date(2026, 2, 21)
    first = started.regels[0]
    assert first.feit == Start(Orde(day, time(), day, started.kop.inhoud_hash), date(2026, 3, 5), "1")
    assert (first.categorie, first.code, first.ingangsdatum) == ("01", "01A05", date(2026, 3, 1))
    assert stopped.regels[0].feit == Stop(
        Orde(day, time(), day, stopped.kop.inhoud_hash), date(2026, 3, 5), date(2026, 12, 31), "31", "3"
    )


def test_a_start_without_a_number_belongs_nowhere() -> None:
    found = read(bericht("WMO305", product(ToewijzingNummer=None), product()))
    assert [line.toewijzing for line in found.regels] == [5001]


def test_what_we_have_no_purpose_for_stays_behind() -> None:
    found = read(bericht("WMO301", product(Commentaar="GEHEIM1"), Commentaar="GEHEIM2"))
    assert "GEHEIM" not in repr(found)


# -- the hash of what is said


@given(st.sampled_from(sorted(CODES)), st.sampled_from([" ", "\n", "\t", "\r\n", "  \n  "]))
def test_layout_does_not_matter(soort: str, white: str) -> None:
    plain = geldig(soort).decode()
    spaced = (
        plain.replace(">\n<", f">{white}<")
        .replace(">2<", f">{white}2{white}<")
        .replace(">Zeegers<", f">{white}Zeegers<")
    )
    flat = plain.replace(">\n<", "><")
    assert read(plain.encode()) == read(spaced.encode()) == read(flat.encode())


def test_a_comment_and_a_bom_do_not_matter() -> None:
    plain = geldig("WMO301")
    other = b"\xef\xbb\xbf" + plain.replace(b"<m:Header>", b"<!-- gemaakt door een pakket --><m:Header>")
    assert read(plain).kop.inhoud_hash == read(other).kop.inhoud_hash


def test_every_value_matters() -> None:
    """Also one that we do not keep: the sender said something else."""
    others = [
        {"Identificatie": "VW0002"},
        {"Commentaar": "anders"},
        {"Huisletter": None},
        {"Voornamen": "Trui"},
    ]
    hashes = {read(bericht("WMO301", **changes)).kop.inhoud_hash for changes in [{}, *others]}
    assert len(hashes) == 1 + len(others)


def test_a_value_does_not_move_to_another_element_unseen() -> None:
    one = read(bericht("WMO301", Postcode="9999ZZ", Huisletter="a")).kop.inhoud_hash
    two = read(bericht("WMO301", Postcode="a", Huisletter="9")).kop.inhoud_hash
    assert one != two


@given(st.sampled_from(sorted(CODES)), st.integers(0, 999_999_999))
def test_the_same_bytes_give_the_same(soort: str, number: int) -> None:
    data = bericht(soort, product(ToewijzingNummer=f"{number:09d}"))
    assert read(data) == read(data) and read(data).regels[0].toewijzing == number
