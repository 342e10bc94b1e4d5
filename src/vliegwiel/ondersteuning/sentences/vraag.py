"""What the codes say. Questions, first advice and warme overdracht."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "nav.vragen": pgettext_lazy("menu", "Vragen"),
    "vraag": _("Vraag en eerste advies"),
    "vraag.uitleg": _(
        "Wie iets vraagt, krijgt meteen een eerste advies. Wie de vraag overdraagt, houdt haar tot de ander ja zegt."
    ),
    # refusals
    "vraag_niet_bevoegd": _("Vragen opschrijven en aannemen doet wie met mensen werkt."),
    "plan_niet_bevoegd": _("Een plan begint wie met mensen werkt. Draag de vraag over aan zo’n collega."),
    "vraag_niet_van_jou": _("Deze vraag is niet bij jou."),
    "vraag_niet_bij_jou": _("Deze vraag is bij %(naam)s. Neem haar eerst aan."),
    "vraag_al_genomen": _("%(naam)s heeft deze vraag al."),
    "vraag_niet_meer_open": _("Deze vraag is al klaar."),
    "vraag_zonder_woorden": _("Schrijf op wat iemand vraagt of vertelt."),
    "vraag_zonder_team": _("Er is nog geen team dat vragen aanneemt. Maak eerst een team."),
    "vraag_persoon_onbekend": _("Kies iemand uit de lijst, of laat dit leeg."),
    "klaar_zonder_advies": _("Schrijf erbij welk advies je gaf. Dan kan de vraag klaar zijn."),
    "correctie_eerst_antwoorden": _("Dit wacht op een antwoord aan de inwoner. Geef dat eerst."),
    "overdracht_loopt": _("Je vroeg iemand om deze vraag over te nemen. Trek dat eerst in."),
    "overdracht_loopt_al": _("Je vroeg het al aan iemand. Wacht op antwoord of trek het in."),
    "overdracht_voorbij": _("Deze overdracht is al voorbij."),
    "overdracht_niet_voor_jou": _("Deze overdracht is voor iemand anders."),
    "overdracht_aan_niemand": _("Kies een collega of een team."),
    "overdracht_geen_regie": _("Het vaste contact draagt de vaste contactpersoon zelf over."),
    "teruggeven_zonder_reden": _("Schrijf erbij waarom. Dan weet de ander hoe het verder kan."),
    "gesprek_voorbij": _("Die dag is al voorbij. Kies vandaag of een latere dag."),
    # what a question is
    "soort.vraag": pgettext_lazy("soort vraag", "Vraag"),
    "soort.zorg": pgettext_lazy("soort vraag", "Zorg"),
    "soort.correctie": pgettext_lazy("soort vraag", "Dit klopt niet"),
    "kanaal.telefoon": pgettext_lazy("kanaal", "Telefoon"),
    "kanaal.balie": pgettext_lazy("kanaal", "Balie"),
    "kanaal.inloop": pgettext_lazy("kanaal", "Inloop"),
    "kanaal.web": pgettext_lazy("kanaal", "Webformulier"),
    "kanaal.kaart": pgettext_lazy("kanaal", "Kaart van een vrijwilliger"),
    "kanaal.eigen_pagina": pgettext_lazy("kanaal", "Eigen pagina"),
    "namens.zelf": _("De persoon zelf"),
    "namens.familie": pgettext_lazy("namens", "Familie"),
    "namens.buur": _("Een buur"),
    "namens.school": pgettext_lazy("namens", "School"),
    "namens.vrijwilliger": _("Een vrijwilliger"),
    "namens.ander": _("Iemand anders"),
    # Vandaag: a colleague asks to take something over
    "vraag_aangeboden.kop": _("%(van)s vraagt of jij een vraag overneemt"),
    "vraag_aangeboden.tekst": _("De vraag blijft bij %(van)s tot je ja zegt of haar teruggeeft."),
    "vraag_aangeboden.waarom": _("Je ziet dit omdat %(van)s het jou of jouw team vroeg."),
    "vraag_aangeboden.actie": _("Lees en antwoord"),
    "contact_aangeboden.kop": _("%(van)s vraagt of jij vaste contactpersoon wordt"),
    "contact_aangeboden.tekst": _("%(van)s blijft de vaste contactpersoon tot je ja zegt of het teruggeeft."),
    "contact_aangeboden.waarom": _("Je ziet dit omdat %(van)s het jou of jouw team vroeg."),
    "contact_aangeboden.actie": _("Lees en antwoord"),
    # Vandaag: the team has questions nobody took
    "vraag_van_team.kop": _("Er wacht een vraag op jouw team"),
    "vraag_van_team.tekst": _(
        "Nog niemand heeft haar aangenomen. Wachtend: %(aantal)s, de oudste sinds %(dag)s."
    ),
    "vraag_van_team.waarom": _("Je ziet dit omdat je in het team zit."),
    "vraag_van_team.actie": _("Bekijk de vragen"),
    # Vandaag: destroyed within a week
    "vraag_verloopt.kop": _("Een vraag verdwijnt op %(dag)s"),
    "vraag_verloopt.tekst": _("Ze werd nog geen plan. Bel nog eens, begin een plan of rond haar af."),
    "vraag_verloopt.waarom": _("Je ziet dit omdat de vraag bij jou is."),
    "vraag_verloopt.actie": _("Bekijk de vraag"),
    # beheer: what stays behind when a colleague leaves
    "open_werk.vragen": _("Open vragen: %(aantal)s"),
}
