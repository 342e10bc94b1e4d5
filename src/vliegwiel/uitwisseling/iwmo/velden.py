"""What stands in a 301, 305 and 307, in our own notation. iWmo 3.2 and iJw 3.2 differ only in their code lists.

The elements that both standards share (`basis`) live in another namespace than those of the message itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from vliegwiel.ondersteuning.public import Wet
from vliegwiel.privacy.public import clean_bsn
from vliegwiel.uitwisseling.iwmo.soorten import Soort
from vliegwiel.uitwisseling.rules import waarden
from vliegwiel.uitwisseling.rules.waarden import Reader

MOST_PRODUCTS = 1_000
MOST_OTHERS = 100  # addresses and relations of one person
LONGEST = 100_000  # of a remark: the standard sets no limit, and a file must end somewhere


@dataclass(frozen=True)
class Lijst:
    """A code of a list, which may have another name in each act; without the list only its length is checked."""

    wmo: str
    most: int
    jeugd: str = ""

    def name(self, wet: Wet) -> str:
        return self.jeugd if wet is Wet.JEUGD and self.jeugd else self.wmo


@dataclass(frozen=True)
class Veld:
    naam: str
    soort: Groep | Reader | Lijst
    nodig: bool = True
    hoogste: int = 1


@dataclass(frozen=True)
class Groep:
    velden: tuple[Veld, ...]
    basis: bool = True  # in which namespace its children are


def basis(*velden: Veld) -> Groep:
    return Groep(velden)


def eigen(*velden: Veld) -> Groep:
    return Groep(velden, basis=False)


mag = partial(Veld, nodig=False)

GEMEENTE, AGB = waarden.digits(4, 4), waarden.digits(8, 8)
DATUM = waarden.day
NUMMER = waarden.whole(0, 999_999_999)
NAAM = waarden.text(200)

ACHTERNAAM = basis(Veld("Achternaam", NAAM), mag("Voorvoegsel", waarden.text(10)))
GEBOORTEDATUM = basis(Veld("Datum", DATUM), mag("DatumGebruik", Lijst("COD170", 1)))
VERKORTE_NAAM = basis(
    Veld("Geslachtsnaam", ACHTERNAAM), mag("Voornamen", NAAM), mag("Voorletters", waarden.text(6))
)
VOLLEDIGE_NAAM = basis(
    Veld("Geslachtsnaam", ACHTERNAAM), mag("Partnernaam", ACHTERNAAM), mag("Voornamen", NAAM),
    mag("Voorletters", waarden.text(6)), Veld("NaamGebruik", Lijst("COD700", 1)),
)  # fmt: skip
HUIS = basis(
    Veld("Huisnummer", waarden.whole(0, 99_999)), mag("Huisletter", waarden.text(1)),
    mag("HuisnummerToevoeging", waarden.text(4)), mag("AanduidingWoonadres", Lijst("NUM061", 2)),
)  # fmt: skip
ADRES = basis(
    mag("Huis", HUIS), mag("Postcode", waarden.text(8)), mag("Straatnaam", waarden.text(24)),
    mag("Plaatsnaam", waarden.text(80)), mag("LandCode", Lijst("COD032", 2)),
)  # fmt: skip
TELEFOON = basis(Veld("Telefoonnummer", waarden.digits(1, 15)), Veld("Landnummer", waarden.text(4)))
TELEFOONS = basis(Veld("Telefoon01", TELEFOON), mag("Telefoon02", TELEFOON))
PERIODE = basis(mag("Begindatum", DATUM), mag("Einddatum", DATUM))
PRODUCT = basis(Veld("Categorie", Lijst("WMO020", 2, "JZ020")), mag("Code", waarden.text(5)))
OMVANG = basis(
    Veld("Volume", waarden.whole(0, 99_999_999)), Veld("Eenheid", Lijst("WJ756", 2)),
    Veld("Frequentie", Lijst("WMO757", 1)),
)  # fmt: skip
COMMUNICATIE = basis(Veld("Vorm", Lijst("COD747", 1)), mag("Taal", waarden.text(25)))
COMMENTAAR = waarden.text(LONGEST)

CONTACT = eigen(
    Veld("Soort", Lijst("COD757", 2)), mag("Adres", ADRES), mag("Organisatie", waarden.text(35)),
    mag("Telefoon", TELEFOONS), mag("Emailadres", waarden.text(80)), mag("Periode", PERIODE),
)  # fmt: skip
RELATIE = eigen(
    Veld("Nummer", waarden.text(20)), mag("Volgorde", waarden.whole(0, 99)), Veld("Soort", Lijst("COD472", 2)),
    mag("Geboortedatum", GEBOORTEDATUM), mag("Geslacht", Lijst("COD046", 1)), Veld("Naam", VOLLEDIGE_NAAM),
    Veld("Contact", CONTACT),
)  # fmt: skip
TOEGEWEZEN = eigen(
    Veld("ToewijzingNummer", NUMMER), mag("ReferentieAanbieder", waarden.text(36)), mag("Product", PRODUCT),
    Veld("Toewijzingsdatum", DATUM), Veld("Toewijzingstijd", waarden.clock), Veld("Ingangsdatum", DATUM),
    mag("Einddatum", DATUM), mag("RedenWijziging", Lijst("WMO002", 2, "JZ002")), mag("Omvang", OMVANG),
    mag("Budget", waarden.whole(0, 99_999_999)), mag("Commentaar", COMMENTAAR),
)  # fmt: skip
STATUS = Veld("StatusAanlevering", Lijst("COD467", 1))
WELKE = (mag("ToewijzingNummer", NUMMER), mag("Product", PRODUCT), mag("ToewijzingIngangsdatum", DATUM))
START = eigen(*WELKE, Veld("Begindatum", DATUM), STATUS)
STOP = eigen(
    *WELKE, Veld("Begindatum", DATUM), Veld("RedenBeeindiging", Lijst("WMO588", 2, "JZ588")),
    Veld("Einddatum", DATUM), STATUS,
)  # fmt: skip

WIE = (
    Veld("Bsn", waarden.person_number(clean_bsn)),
    Veld("Geboortedatum", GEBOORTEDATUM),
    Veld("Geslacht", Lijst("COD046", 1)),
)
CLIENT_301 = eigen(
    *WIE, Veld("Naam", VOLLEDIGE_NAAM), mag("Communicatie", COMMUNICATIE),
    mag("JuridischeStatus", Lijst("WJ232", 2)), mag("WettelijkeVertegenwoordiging", Lijst("WJ003", 2)),
    mag("Commentaar", COMMENTAAR),
    mag("Relaties", eigen(Veld("Relatie", RELATIE, hoogste=MOST_OTHERS))),
    Veld("Contactgegevens", eigen(Veld("Contact", CONTACT, hoogste=MOST_OTHERS))),
    Veld("ToegewezenProducten", eigen(Veld("ToegewezenProduct", TOEGEWEZEN, hoogste=MOST_PRODUCTS))),
)  # fmt: skip
CLIENT_305 = eigen(
    *WIE, Veld("Naam", VERKORTE_NAAM),
    Veld("StartProducten", eigen(Veld("StartProduct", START, hoogste=MOST_PRODUCTS))),
)  # fmt: skip
CLIENT_307 = eigen(
    *WIE, Veld("Naam", VERKORTE_NAAM),
    Veld("StopProducten", eigen(Veld("StopProduct", STOP, hoogste=MOST_PRODUCTS))),
)  # fmt: skip
CLIENTS = {301: CLIENT_301, 305: CLIENT_305, 307: CLIENT_307}
# Where the products are: the list, one of it.
PRODUCTS = {
    301: ("ToegewezenProducten", "ToegewezenProduct"),
    305: ("StartProducten", "StartProduct"),
    307: ("StopProducten", "StopProduct"),
}
# What may stand there more than once: always with a number in a place.
MANY = frozenset(PRODUCTS.values()) | {("Relaties", "Relatie"), ("Contactgegevens", "Contact")}


def message(soort: Soort) -> Groep:
    """A whole message. In a 301 the gemeente writes, in the others the provider does."""
    sender, addressee = (GEMEENTE, AGB) if soort.nummer == 301 else (AGB, GEMEENTE)
    header = eigen(
        Veld("BerichtCode", waarden.exactly(soort.berichtcode, "bericht_code_anders")),
        Veld("BerichtVersie", waarden.exactly("3", "bericht_versie_anders")),
        Veld("BerichtSubversie", waarden.exactly("2", "bericht_versie_anders")),
        Veld("Afzender", sender),
        Veld("Ontvanger", addressee),
        Veld(
            "BerichtIdentificatie", basis(Veld("Identificatie", waarden.text(12)), Veld("Dagtekening", DATUM))
        ),
        Veld(
            "XsdVersie",
            basis(*(Veld(f"{of}XsdVersie", waarden.text(20)) for of in ("Basisschema", "Bericht"))),
        ),
    )
    return eigen(Veld("Header", header), Veld("Client", CLIENTS[soort.nummer]))
