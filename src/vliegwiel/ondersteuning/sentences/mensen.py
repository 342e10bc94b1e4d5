"""What the codes say. Mijn mensen and contact."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "nav.mijn_mensen": _("Mijn mensen"),
    "mijn_mensen": _("Mijn mensen"),
    "mijn_mensen.uitleg": _(
        "Een lijst van de huishoudens waar je mee werkt, met de volgende stap en wie aan zet is."
    ),
    # refusals
    "contact_niet_bevoegd": _("Contact schrijf je op bij huishoudens en domeinen waar je zelf in werkt."),
    "contact_persoon_onbekend": _("Kies iemand die hier woont, of het huishouden."),
    "contact_later": _("Die dag komt nog. Schrijf contact op als het geweest is."),
    "opvolger_past_niet": _("Niet al dit werk kan naar deze collega. Kies iemand anders."),
    # how, and what came of it
    "contact.telefoon": pgettext_lazy("contact in een zin", "aan de telefoon"),
    "contact.bezoek": pgettext_lazy("contact in een zin", "op bezoek"),
    "contact.balie": pgettext_lazy("contact in een zin", "aan de balie"),
    "contact.mail": pgettext_lazy("contact in een zin", "per mail"),
    "contact.bericht": pgettext_lazy("contact in een zin", "met een bericht"),
    "uitkomst.gesproken": pgettext_lazy("uitkomst", "gesproken"),
    "uitkomst.niet_bereikt": pgettext_lazy("uitkomst", "niet bereikt"),
    "uitkomst.bericht_achtergelaten": pgettext_lazy("uitkomst", "bericht achtergelaten"),
    "uitkomst.afgezegd": pgettext_lazy("uitkomst", "afgezegd"),
    "uitkomst.gelezen": pgettext_lazy("uitkomst", "gelezen"),
    "uitkomst.nog_te_lezen": pgettext_lazy("uitkomst", "nog te lezen"),
    # who has the ball
    "bal.jij": pgettext_lazy("bal", "Jij"),
    "bal.aan_jou": _("Jij: zeg of je dit doet"),
    "bal.terug_bij_jou": _("Jij: dit kwam terug"),
    "bal.collega": "%(wie)s",
    "bal.ander": "%(wie)s",
    "bal.inwoner": _("De inwoner"),
    "bal.wacht": _("Wacht op %(wie)s"),
    "bal.terug": _("Terug bij %(wie)s"),
    # Vandaag
    "teruggezegd.kop": _("Iemand zei iets terug"),
    "teruggezegd.tekst": _("Wat inwoners terugzeiden en nog niemand las: %(aantal)s."),
    "teruggezegd.waarom": _("Je ziet dit omdat je met deze mensen werkt."),
    "teruggezegd.actie": _("Lees het"),
    # beheer: what stays behind when a colleague leaves
    "open_werk.huishoudens": _("Betrokken bij huishoudens: %(aantal)s keer"),
    # the text for the zaaksysteem
    "kopie.van": _("Uit Vliegwiel, %(dag)s"),
    "kopie.goed": _("Wat gaat goed"),
    "kopie.wil": _("Wat wil ik"),
    "kopie.draagt_bij": _("Draagt bij aan: %(doelen)s."),
    "kopie.doelen": pgettext_lazy("kop", "Doelen"),
    "kopie.eerste_stap": _("(eerste stap: %(stap)s)"),
    "kopie.afspraken": _("Wie doet wat"),
    "kopie.aantekeningen": _("Goed om te weten"),
    "kopie.contact": pgettext_lazy("kop", "Contact"),
    # search
    "treffer.mens": pgettext_lazy("soort treffer", "mens"),
    "treffer.huishouden": pgettext_lazy("soort treffer", "huishouden"),
    "treffer.adres": pgettext_lazy("soort treffer", "adres"),
}
