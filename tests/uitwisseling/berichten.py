"""Messages of our own: invented people, a gemeente code that no gemeente has, and whatever a test wants changed.

`bericht("JW301", product(Einddatum=None), Geboortedatum="2010-01-01")`: a name gives another text, None leaves the
element out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

GEMEENTE, AANBIEDER = "9901", "90000017"
BSN, ANDER_BSN = "111222333", "123456782"
CODES = {"WMO301": 414, "WMO305": 418, "WMO307": 420, "JW301": 436, "JW305": 438, "JW307": 440}
CATEGORIE = {"WMO": "01", "JW": "45"}
REDEN = {"WMO": "19", "JW": "31"}
Waarden = Mapping[str, str | None]


def product(**changes: str | None) -> dict[str, str | None]:
    """A product of a 301, 305 or 307: every field any of them has."""
    return {
        "ToewijzingNummer": "5001", "ReferentieAanbieder": "REF-1", "Categorie": None, "Code": "01A05",
        "Toewijzingsdatum": "2026-02-20", "Toewijzingstijd": "09:30:00", "Ingangsdatum": "2026-03-01",
        "Einddatum": "2026-12-31", "RedenWijziging": None, "Volume": "4", "Eenheid": "04", "Frequentie": "2",
        "Budget": None, "Commentaar": None, "ToewijzingIngangsdatum": "2026-03-01", "Begindatum": "2026-03-05",
        "RedenBeeindiging": None, "StatusAanlevering": "1", **changes,
    }  # fmt: skip


def bericht(soort: str, *producten: Waarden, **changes: str | None) -> bytes:
    """A message of this kind; without products of your own it has one."""
    return Schrijver(soort, changes).whole(producten or [product()])


def geldig(soort: str, **changes: str | None) -> bytes:
    """A message of this kind in which nothing is wrong."""
    return Schrijver(soort, changes).whole([product(), product(ToewijzingNummer="5002")])


class Schrijver:
    """Writes one message; `m:` is the namespace of its kind, `b:` of what all kinds have in common."""

    def __init__(self, soort: str, changes: Waarden) -> None:
        self.soort, self.changes = soort, changes
        self.act = "JW" if soort.startswith("JW") else "WMO"
        self.used: set[str] = set()

    def whole(self, producten: Sequence[Waarden]) -> bytes:
        standard = "ijw" if self.act == "JW" else "iwmo"
        root = "http://www.istandaarden.nl/" + standard + "/3_2/{}/schema"
        body = self.header() + self.client(producten)
        unknown = set(self.changes) - self.used
        assert not unknown, f"no such element in a {self.soort}: {unknown}"
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<m:Bericht xmlns:m="{root.format(self.soort.lower())}" xmlns:b="{root.format("basisschema")}">\n'
            f"{body}</m:Bericht>\n"
        ).encode()

    def changed(self, name: str, value: str | None = None) -> str | None:
        self.used.add(name)
        return self.changes.get(name, value)

    def of(self, name: str, value: str | None, prefix: str = "m") -> str:
        return leaf(f"{prefix}:{name}", self.changed(name, value))

    def header(self) -> str:
        first = self.soort.endswith("301")
        sender, receiver = (GEMEENTE, AANBIEDER) if first else (AANBIEDER, GEMEENTE)
        fields = self.of("BerichtCode", str(CODES[self.soort])) + self.of("BerichtVersie", "3")
        fields += (
            self.of("BerichtSubversie", "2") + self.of("Afzender", sender) + self.of("Ontvanger", receiver)
        )
        sent = self.of("Identificatie", "VW0001", "b") + self.of("Dagtekening", "2026-02-21", "b")
        version = self.of("BasisschemaXsdVersie", "1.0.0", "b") + self.of("BerichtXsdVersie", "1.0.0", "b")
        return group(
            "m:Header", fields + group("m:BerichtIdentificatie", sent) + group("m:XsdVersie", version)
        )

    def client(self, producten: Sequence[Waarden]) -> str:
        born = leaf("b:Datum", self.changed("Geboortedatum", "1948-07-02")) + self.of(
            "DatumGebruik", None, "b"
        )
        first = self.soort.endswith("301")
        name = group(
            "b:Geslachtsnaam", self.of("Achternaam", "Zeegers", "b") + self.of("Voorvoegsel", "van", "b")
        )
        name += self.of("Voornamen", "Truus", "b") + self.of("Voorletters", "T", "b")
        name += self.of("NaamGebruik", "1", "b") if first else ""
        parts = self.of("Bsn", BSN) + group("m:Geboortedatum", born) + self.of("Geslacht", "2")
        parts += group("m:Naam", name) + (self.of("Commentaar", None) + self.contact() if first else "")
        return group("m:Client", parts + self.products(producten))

    def contact(self) -> str:
        house = self.of("Huisnummer", "12", "b") + self.of("Huisletter", "a", "b")
        address = group("b:Huis", house) + self.of("Postcode", "9999ZZ", "b")
        address += self.of("Straatnaam", "Lindelaan", "b") + self.of("Plaatsnaam", "Lindebeek", "b")
        phone = self.of("Telefoonnummer", "0600000001", "b") + self.of("Landnummer", "0031", "b")
        phones = group("m:Telefoon", group("b:Telefoon01", phone))
        period = leaf("b:Begindatum", self.changed("ContactBegin")) + leaf(
            "b:Einddatum", self.changed("ContactEind")
        )
        rest = self.of("Emailadres", "truus@voorbeeld.example") + (
            group("m:Periode", period) if period else ""
        )
        one = leaf("m:Soort", "01") + group("m:Adres", address) + phones + rest
        return group("m:Contactgegevens", group("m:Contact", one))

    def products(self, producten: Sequence[Waarden]) -> str:
        kind = {"301": "ToegewezenProduct", "305": "StartProduct", "307": "StopProduct"}[self.soort[-3:]]
        return group(f"m:{kind}en", "".join(group(f"m:{kind}", self.product(dict(one))) for one in producten))

    def product(self, one: dict[str, str | None]) -> str:
        category = one["Categorie"] or CATEGORIE[self.act]
        which = group("m:Product", leaf("b:Categorie", category) + leaf("b:Code", one["Code"]))
        if self.soort.endswith("301"):
            much = "".join(leaf(f"b:{name}", one[name]) for name in ("Volume", "Eenheid", "Frequentie"))
            first = "".join(
                leaf(f"m:{name}", one[name]) for name in ("ToewijzingNummer", "ReferentieAanbieder")
            )
            dates = ("Toewijzingsdatum", "Toewijzingstijd", "Ingangsdatum", "Einddatum", "RedenWijziging")
            rest = "".join(leaf(f"m:{name}", one[name]) for name in dates)
            last = "".join(leaf(f"m:{name}", one[name]) for name in ("Budget", "Commentaar"))
            return first + which + rest + (group("m:Omvang", much) if much else "") + last
        begin = leaf("m:ToewijzingNummer", one["ToewijzingNummer"]) + which
        begin += leaf("m:ToewijzingIngangsdatum", one["ToewijzingIngangsdatum"]) + leaf(
            "m:Begindatum", one["Begindatum"]
        )
        if self.soort.endswith("307"):
            begin += leaf("m:RedenBeeindiging", one["RedenBeeindiging"] or REDEN[self.act])
            begin += leaf("m:Einddatum", one["Einddatum"])
        return begin + leaf("m:StatusAanlevering", one["StatusAanlevering"])


def leaf(tag: str, text: str | None) -> str:
    return "" if text is None else f"<{tag}>{escape(text)}</{tag}>\n"


def group(tag: str, inside: str) -> str:
    return f"<{tag}>\n{inside}</{tag}>\n"
