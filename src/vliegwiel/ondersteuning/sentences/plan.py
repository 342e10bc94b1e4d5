"""What the codes say. A household and its plan, as it is read."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "plan": _("Eén plan voor een huishouden"),
    "plan.uitleg": _(
        "Wat gaat goed, wat iemand wil en wie wat doet staan op één bladzijde, in de woorden van de mensen zelf."
    ),
    "leefgebied.wonen": pgettext_lazy("leefgebied", "Wonen"),
    "leefgebied.geld": pgettext_lazy("leefgebied", "Geld"),
    "leefgebied.werk": pgettext_lazy("leefgebied", "Werk en leren"),
    "leefgebied.gezondheid": pgettext_lazy("leefgebied", "Gezondheid"),
    "leefgebied.mensen": pgettext_lazy("leefgebied", "Mensen om mij heen"),
    "leefgebied.kinderen": pgettext_lazy("leefgebied", "Kinderen"),
    "leefgebied.dag": pgettext_lazy("leefgebied", "De dag"),
    "leefgebied.veilig": pgettext_lazy("leefgebied", "Veilig zijn"),
    "regie.vaste_contactpersoon": _("vaste contactpersoon"),
    "regie.coordinator": _("houdt het overzicht"),
    "band.gezag": pgettext_lazy("vertegenwoordiging", "ouder of voogd met gezag"),
    "band.mentor": pgettext_lazy("vertegenwoordiging", "mentor"),
    "band.bewindvoerder": pgettext_lazy("vertegenwoordiging", "bewindvoerder"),
    "band.volmacht": pgettext_lazy("vertegenwoordiging", "kreeg een volmacht"),
    "huishouden_niet_bevoegd": _("Een huishouden maken kan wie met mensen werkt. Vraag een consulent."),
    "huishouden_zonder_mensen": _("Er woont nog niemand. Schrijf minstens één mens op."),
    "huishouden_zonder_betrokkenheid": _(
        "Kies waarin je gaat meewerken, of word de vaste contactpersoon. Anders kan niemand dit plan vinden."
    ),
    "domein_onbekend": _("Dit domein kennen we hier niet. Kies er een uit de lijst."),
    "mensen_niet_bevoegd": _("Wie hier wonen, houdt bij wie met dit huishouden werkt."),
    "persoon_onbekend": _("Deze mens kun je niet kiezen. Zoek opnieuw, of schrijf een nieuwe naam op."),
    "woont_er_al": _("%(naam)s woont hier dan al. Kijk de eerste dag na."),
    "al_vertrokken": _("Deze mens woont hier al niet meer."),
    "dag_voor_begin": _("Deze dag ligt voor de dag waarop het begon. Kies een latere dag."),
    "dag_in_de_toekomst": _("Deze dag moet nog komen. Kies vandaag of een eerdere dag."),
    "zichzelf": _("Niemand vertegenwoordigt zichzelf. Kies een ander."),
    "band_is_er_al": _("Dit staat er al. Kijk de dagen na."),
    "adres_geheim_blijft": _(
        "Een geheim adres bijhouden kan alleen de vaste contactpersoon of de coördinator."
    ),
    "familieplan_tafel_is_er": _("De familie heeft al een tafel."),
}
