"""The sentences of this room: refusals, names of roles, navigation."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "nav.vandaag": pgettext_lazy("menu", "Vandaag"),
    "nav.wiel": pgettext_lazy("menu", "Het wiel"),
    "nav.beheer": pgettext_lazy("menu", "Beheer"),
    "nav.werk": pgettext_lazy("menu", "Werk op de achtergrond"),
    # background work
    "werk.wacht": pgettext_lazy("stand van werk", "wacht"),
    "werk.bezig": pgettext_lazy("stand van werk", "bezig"),
    "werk.klaar": pgettext_lazy("stand van werk", "klaar"),
    "werk.geparkeerd": pgettext_lazy("stand van werk", "staat stil"),
    "werksoort.klok": _("Een deel van de klok (%(deel)s)"),
    "werksoort.anders": _("Ander werk (%(soort)s)"),
    "werkfout.actor_weg": _("Wie dit vroeg, werkt hier niet meer of heeft de rol niet meer."),
    "werkfout.viel_stil": _("Het viel een paar keer halverwege stil."),
    "werkfout.anders": _(
        "Er ging iets mis. Geef deze code door aan wie Vliegwiel voor jullie draait: %(fout)s."
    ),
    "werk_loopt_al": _("Dit loopt of wacht al, of het is intussen klaar."),
    # the mail that something waits
    "mail_voor_collegas": _("Deze mail is er alleen voor wie hier werkt."),
    "mailritme.dag": _("Elke werkdag"),
    "mailritme.week": _("Elke week op een vaste dag"),
    "mailritme.nooit": pgettext_lazy("hoe vaak", "Nooit"),
    # refusals
    "geen_beheerder": _("Dit kan alleen de functioneel beheerder van deze gemeente."),
    "laatste_beheerder": _(
        "Dan is er niemand meer die deze gemeente beheert. "
        "Maak eerst iemand anders beheerder; die moet ook een keer ingelogd zijn."
    ),
    "al_collega": _("Dit adres is van %(naam)s, die werkt hier al."),
    "adres_niet_voor_werk": _(
        "Dit adres kunnen we niet gebruiken voor een collega. Neem een e-mailadres van het werk."
    ),
    "laatste_dag_voorbij": _("Deze dag is al voorbij. Kies vandaag of een latere dag."),
    "laatste_dag_voor_eerste": _("Deze dag ligt voor de eerste dag van deze collega hier."),
    "opvolger_nodig": _("Er is nog open werk (%(aantal)s). Kies wie dat overneemt."),
    "opvolger_vertrekt": _("Deze collega stopt hier zelf ook. Kies iemand die blijft."),
    "opvolger_ben_jij": _(
        "Je kunt het werk niet zelf overnemen: een beheerder ziet niet waar het over gaat. Kies iemand anders."
    ),
    "opvolger_ziet_geen_inhoud": _(
        "Deze collega heeft geen rol waarmee je aan tafel zit. Kies iemand anders, of geef eerst zo’n rol."
    ),
    "eigen_rollen": _("Een rol erbij geef je niet aan jezelf. Vraag het een andere beheerder."),
    "doet_al_mee": _("%(naam)s doet hier al mee."),
    "collegas_nog_hier": _(
        "Er werken na die dag nog collega’s van deze organisatie (%(aantal)s). Geef hun eerst een laatste dag."
    ),
    "doet_niet_meer_mee": _(
        "Deze organisatie doet hier niet meer mee. Komt ze terug, voeg haar dan opnieuw toe."
    ),
    "organisatie_stopt_eerder": _(
        "De organisatie doet hier mee tot en met %(einddatum)s. Kies die dag of een eerdere."
    ),
    "al_inwoner": _("Dit adres is van %(naam)s, die heeft hier al toegang."),
    "adres_voor_werk": _(
        "Dit adres hoort bij een account voor het werk. "
        "Wie ook als inwoner meedoet, heeft een tweede e-mailadres nodig."
    ),
    "toegang_voorbij": _("Deze inwoner heeft hier geen toegang meer. Nodig de inwoner opnieuw uit."),
    "werkt_hier_niet_meer": _(
        "Deze collega werkt hier niet meer. Wil je dat die terugkomt, nodig dan opnieuw uit."
    ),
    "uitnodiging_al_aangenomen": _(
        "De uitnodiging is al aangenomen. Er hoeft niets opnieuw verstuurd te worden."
    ),
    "werkt_ook_elders": _(
        "Deze collega logt met dit adres ook ergens anders in. "
        "Daarom kun je de tweede stap hier niet alleen terugzetten. "
        "Vraag het aan wie Vliegwiel voor jullie draait."
    ),
    "geen_tweede_stap": _("Deze collega heeft geen tweede stap ingesteld. Er is niets om terug te zetten."),
    "eigen_tweede_stap": _("Je eigen tweede stap zet een andere beheerder terug."),
    "teamnaam_bestaat": _("Er is al een team met deze naam."),
    "onbekend_onderdeel": _("Dit onderdeel bestaat niet."),
    "adres_bestaat": _("Er is al een gemeente met het adres /%(slug)s/. Kies een andere --slug."),
    # roles
    "rol.consulent": pgettext_lazy("rol", "consulent"),
    "rol.vaste_contactpersoon": pgettext_lazy("rol", "vaste contactpersoon"),
    "rol.teamleider": pgettext_lazy("rol", "teamleider"),
    "rol.coordinator": pgettext_lazy("rol", "coördinator"),
    "rol.partnermedewerker": pgettext_lazy("rol", "medewerker van een partner"),
    "rol.partnerbestuurder": pgettext_lazy("rol", "bestuurder van een partner"),
    "rol.beleidsmedewerker": pgettext_lazy("rol", "beleidsmedewerker"),
    "rol.strateeg": pgettext_lazy("rol", "strateeg"),
    "rol.procesbegeleider": pgettext_lazy("rol", "procesbegeleider"),
    "rol.bestuurder": pgettext_lazy("rol", "bestuurder"),
    "rol.backoffice": pgettext_lazy("rol", "backoffice"),
    "rol.beheerder": pgettext_lazy("rol", "functioneel beheerder"),
    "rol.fg": pgettext_lazy("rol", "functionaris gegevensbescherming"),
    # organisations
    "organisatie.welzijn": pgettext_lazy("soort organisatie", "welzijn"),
    "organisatie.zorg": pgettext_lazy("soort organisatie", "zorg en hulp"),
    "organisatie.schuldhulp": pgettext_lazy("soort organisatie", "schuldhulp"),
    "organisatie.woningcorporatie": pgettext_lazy("soort organisatie", "woningcorporatie"),
    "organisatie.onderwijs": pgettext_lazy("soort organisatie", "onderwijs"),
    "organisatie.ggd": pgettext_lazy("soort organisatie", "GGD"),
    "organisatie.clientenorganisatie": pgettext_lazy("soort organisatie", "cliënten en inwoners"),
    "organisatie.vrijwilligers": pgettext_lazy("soort organisatie", "vrijwilligers"),
    "organisatie.procesbegeleiding": pgettext_lazy("soort organisatie", "procesbegeleiding"),
    "organisatie.gemeente": pgettext_lazy("soort organisatie", "gemeente"),
    "organisatie.anders": pgettext_lazy("soort organisatie", "anders"),
    "deelname.uitvoering": pgettext_lazy("niveau", "Uitvoering"),
    "deelname.management": pgettext_lazy("niveau", "Management"),
    "deelname.bestuur": pgettext_lazy("niveau", "Bestuur"),
    # how a mail stands
    "uitgaand.wacht": pgettext_lazy("mail", "wacht"),
    "uitgaand.verstuurd": pgettext_lazy("mail", "verstuurd"),
    "uitgaand.mislukt": pgettext_lazy("mail", "niet aangekomen"),
}
