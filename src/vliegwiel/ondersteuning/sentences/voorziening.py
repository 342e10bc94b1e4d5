"""What the codes say. Help that was assigned: what it is, where it stands, how much, how it ended."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vliegwiel.ondersteuning.rules.voorziening import category


def category_words(wet: str, code: str) -> str:
    """The kind of help in words, in the reader's language."""
    kind = category(wet, code)
    return kind.engels if (get_language() or "nl").startswith("en") else kind.naam


def _amount(volume: int, eenheid: str) -> str:
    """A number with its unit (list WJ756)."""
    if eenheid == "01":
        return ngettext("%(num)s minuut", "%(num)s minuten", volume) % {"num": volume}
    if eenheid == "04":
        return ngettext("%(num)s uur", "%(num)s uur", volume) % {"num": volume}
    if eenheid == "14":
        return ngettext("%(num)s etmaal", "%(num)s etmalen", volume) % {"num": volume}
    if eenheid == "16":
        return ngettext("%(num)s dagdeel", "%(num)s dagdelen", volume) % {"num": volume}
    if eenheid == "83":
        return gettext("%(num)s euro") % {"num": volume}
    return ngettext("%(num)s keer", "%(num)s keer", volume) % {"num": volume}


def volume_words(volume: int | None, eenheid: str, frequentie: str) -> str:
    """How much help, in words: "3 uur per week"; empty when it was not said."""
    if not volume:
        return ""
    often = {
        "1": pgettext("hoe vaak", "%(hoeveel)s per dag"),
        "2": pgettext("hoe vaak", "%(hoeveel)s per week"),
        "4": pgettext("hoe vaak", "%(hoeveel)s per maand"),
        "6": pgettext("hoe vaak", "%(hoeveel)s in totaal"),
    }
    amount = _amount(volume, eenheid)
    return often.get(frequentie, "%(hoeveel)s") % {"hoeveel": amount}


SENTENCES: dict[str, str | Promise] = {
    "voorziening": _("Hulp die er is"),
    "voorziening.uitleg": _(
        "Welke hulp iemand krijgt, van wie en tot wanneer. Het komt uit berichten of een bestand."
    ),
    # where it stands
    "hulp_fase.komt": pgettext_lazy("hulp", "begint nog"),
    "hulp_fase.loopt": pgettext_lazy("hulp", "loopt"),
    "hulp_fase.loopt_af": pgettext_lazy("hulp", "loopt af"),
    "hulp_fase.pauze": pgettext_lazy("hulp", "even gestopt"),
    "hulp_fase.gestopt": pgettext_lazy("hulp", "gestopt"),
    "hulp_fase.ingetrokken": pgettext_lazy("hulp", "ingetrokken"),
    # how it ended
    "hulp_einde.volgens_plan": pgettext_lazy("reden van einde", "volgens plan"),
    "hulp_einde.voortijdig": pgettext_lazy("reden van einde", "voortijdig gestopt"),
    "hulp_einde.in_overleg": pgettext_lazy("reden van einde", "in overleg eerder gestopt"),
    "hulp_einde.pauze": pgettext_lazy("reden van einde", "voor een tijd gestopt"),
    "hulp_einde.overleden": pgettext_lazy("reden van einde", "overleden"),
    "hulp_einde.verhuisd": pgettext_lazy("reden van einde", "verhuisd"),
    "hulp_einde.gemeente": pgettext_lazy("reden van einde", "de gemeente stopte de hulp"),
    "hulp_einde.wijziging": pgettext_lazy("reden van einde", "de hulp is veranderd"),
    "hulp_einde.andere_aanbieder": pgettext_lazy("reden van einde", "iemand anders geeft de hulp nu"),
    "hulp_einde.ander_domein": pgettext_lazy("reden van einde", "de hulp hoort nu ergens anders bij"),
    "hulp_einde.externe_oorzaak": pgettext_lazy("reden van einde", "door iets van buiten gestopt"),
    # what may not fit together in what was sent
    "hulp_opmerking.begindatum_anders": _(
        "De aanbieder noemt een andere eerste dag bij het begin dan bij het einde."
    ),
    "hulp_opmerking.eind_na_toewijzing": _("De aanbieder noemt een latere laatste dag dan de gemeente."),
    "hulp_opmerking.start_buiten_periode": _("De hulp begon buiten de dagen die de gemeente noemt."),
    "hulp_opmerking.stop_voor_begin": _("De laatste dag ligt voor de eerste dag."),
    # which field changed
    "hulp_veld.categorie": pgettext_lazy("hulp", "Soort hulp"),
    "hulp_veld.begindatum": pgettext_lazy("hulp", "Eerste dag volgens de gemeente"),
    "hulp_veld.begonnen_op": pgettext_lazy("hulp", "Begonnen op"),
    "hulp_veld.gestopt_op": pgettext_lazy("hulp", "Gestopt op"),
    "hulp_veld.eind": pgettext_lazy("hulp", "Laatste dag"),
    "hulp_veld.pauze_op": pgettext_lazy("hulp", "Laatste dag voor de pauze"),
    "hulp_veld.reden": pgettext_lazy("hulp", "Reden van het einde"),
    "hulp_veld.ingetrokken": pgettext_lazy("hulp", "Ingetrokken"),
    "hulp_veld.volume": pgettext_lazy("hulp", "Hoeveel"),
    "hulp_veld.agbcode": pgettext_lazy("hulp", "Code van wie de hulp geeft"),
    # refusals and what came of it
    "plan_is_er_al": _("Er is al een plan voor dit huishouden."),
    "oppakken_niet_van_jou": _("Dit kan wie de kaart heeft, of iemand uit het team dat haar heeft."),
    # the text for the zaaksysteem, and everything about me
    "kopie.hulp": _("Hulp die er is"),
    "kopie.hulp_sinds": _("sinds %(dag)s"),
    "kopie.hulp_tot": _("tot en met %(dag)s"),
    "alles.hulp": _("Hulp die u kreeg of krijgt"),
    "alles.omvang": pgettext_lazy("alles over mij", "Hoeveel"),
    "alles.reden_einde": _("Reden van het einde"),
    "alles.toewijzing": _("Nummer van de toewijzing"),
}
