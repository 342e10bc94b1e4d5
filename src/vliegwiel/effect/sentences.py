"""What this room's codes say."""

from datetime import date

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vliegwiel.effect.rules import KWARTAAL, Zin
from vliegwiel.ui.filters import MONTHS
from vliegwiel.ui.sentences import sentence

SENTENCES = {
    "nav.effect": pgettext_lazy("menu", "Effect"),
    "praktijk.effect": _("Zien of het helpt"),
    "praktijk.effect.uitleg": _(
        "Vooraf afspreken wat jullie hopen te zien. Daarna cijfers bijhouden, met wat ze wel en niet zeggen."
    ),
    "lees.beoogd": _("Bekijk dit beoogde effect"),
    # what a row of figures says
    "we_zien_het_nog_niet": _("We kunnen dit nog niet zien: nog ongeveer %(maanden)s maanden."),
    "we_zien_het_nog_niet_een": _("We kunnen dit nog niet zien: nog ongeveer 1 maand."),
    "anders_dan_eerst": _("Het cijfer is anders dan eerst; waardoor weten we niet."),
    "beweegt_als_altijd": _("Het cijfer beweegt als altijd."),
    "we_zien_het_nog_niet.uitleg": _(
        "Vanaf twaalf cijfers kunnen we zeggen of er iets is veranderd. Met minder is elk verschil misschien toeval."
    ),
    "anders_dan_eerst.uitleg": _(
        "De laatste zes cijfers liggen allemaal aan één kant van het midden van de eerste zes. "
        "Dat kan nog toeval zijn. Wat de oorzaak is, laten deze cijfers niet zien."
    ),
    "beweegt_als_altijd.uitleg": _(
        "De laatste zes cijfers liggen niet allemaal aan één kant van het midden van de eerste zes. "
        "Een hoger of lager cijfer zegt dan nog niets."
    ),
    # refusals
    "begin_over_inwoners": _(
        "Dit cijfer gaat over inwoners. Laat het begin leeg: we rekenen het uit met wat er getoond mag worden."
    ),
    "indicator_bestaat": _("Er is al een cijfer met deze naam."),
    "inwoners_per_kwartaal": _("Cijfers over inwoners gaan per kwartaal. Kies kwartaal."),
    "cijfer_uit_werk": _("Dit cijfer wordt geteld uit het werk. Niemand hoeft het in te vullen."),
    "periode_vorm": _("Schrijf een maand als 2026-03 en een kwartaal als 2026-K1."),
    "periode_ander_ritme": _(
        "Dit cijfer gaat over een andere periode. Kijk of het per maand of per kwartaal is."
    ),
    "periode_niet_voorbij": _("Deze periode is nog niet voorbij. Vul het cijfer in als zij voorbij is."),
    "al_gepubliceerd": _("Deze periode is al gepubliceerd. Wat getoond is, verandert niet meer."),
    "cijfer_botsing": _(
        "Een collega vulde deze periode net ook in. Wat je schreef staat er nog. Verstuur je het opnieuw, dan telt dat."
    ),
    "cijfers_botsing": _(
        "Een collega veranderde net cijfers die ook in deze tabel staan. Er is niets ingelezen. "
        "Kijk opnieuw wat deze tabel vervangt. Klopt het nog, lees haar dan in."
    ),
    "geen_heel_getal": _("Cijfers over inwoners zijn hele getallen van nul of meer."),
    "geheel_te_klein": _("Het cijfer van de hele gemeente is kleiner dan de wijken samen. Kijk ze na."),
    "cijfer_leeg": _("Vul ten minste één cijfer in."),
    "gebied_geen_wijk": _("Cijfers over inwoners gaan per wijk, niet per buurt."),
    "niet_te_publiceren": _("Dit cijfer hoeft niet gepubliceerd te worden: het staat er meteen."),
    "niets_ingevuld": _("Voor deze periode is nog niets ingevuld."),
    "bevinding_leeg": _("Schrijf op wat je vraagt of wat de stap is."),
    "tafel_ontbreekt": _("Kies een tafel voor deze vraag."),
    "nog_niet_afgesproken": _("Dit is nog niet afgesproken. Eerst neemt de tafel het voorstel aan."),
    # how a figure is counted from the work
    "telling.volgens_plan": _(
        "We tellen mensen van wie hulp eindigde zoals het plan was. Iedereen telt één keer per kwartaal."
    ),
    "telling.voortijdig": _(
        "We tellen mensen van wie hulp eerder stopte dan het plan was. Iedereen telt één keer per kwartaal."
    ),
    "telling.op_tijd_gebeld": _(
        "We tellen mensen van wie hulp eindigde en die daarvoor op tijd gebeld zijn. "
        "Iedereen telt één keer per kwartaal."
    ),
    "telling.doel_gehaald": _(
        "We tellen huishoudens die zelf vinden dat een doel uit hun plan gehaald is. "
        "Een collega vraagt het en schrijft het op. Ieder huishouden telt één keer per kwartaal."
    ),
    # where it is found
    "treffer.beoogd": pgettext_lazy("soort treffer", "beoogd effect"),
    # a step of a chart
    "lijn.start": pgettext_lazy("lijn in een grafiek", "begin"),
    "lijn.streef": pgettext_lazy("lijn in een grafiek", "waar we op hopen"),
}


def said(zin: Zin) -> str:
    """The sentence of a row of figures; one month is no months."""
    code = f"{zin.code}_een" if zin.params.get("maanden") == 1 else zin.code
    return sentence(code, zin.params)


def period_words(begin: date, ritme: str) -> str:
    """ "maart 2026" or "eerste kwartaal 2026"."""
    if ritme != KWARTAAL:
        lang = "en" if (get_language() or "nl").startswith("en") else "nl"
        return f"{MONTHS[lang][begin.month - 1]} {begin.year}"
    return str(_("kwartaal %(nummer)s van %(jaar)s")) % {
        "nummer": (begin.month + 2) // 3,
        "jaar": begin.year,
    }
