"""The closed lists of docs/huis/toegang.md that the program itself uses."""

from __future__ import annotations

from enum import StrEnum


class Domein(StrEnum):
    """Labels that decide who may see a part; a gemeente may rename, not add. No domain: the empty string."""

    WMO = "wmo"
    JEUGD = "jeugd"
    JEUGDBESCHERMING = "jeugdbescherming"
    PARTICIPATIE = "participatie"
    SCHULDEN = "schulden"
    WELZIJN = "welzijn"


DOMEINEN = tuple(Domein)
GEEN = ""  # what has no domain


class Onderdeel(StrEnum):
    """What can be seen of a dossier (`wat` in the table)."""

    PERSOON = "persoon"
    ADRES = "adres"
    GEHEIM_ADRES = "geheim_adres"
    KADER = "kader"
    DEELNEMER = "deelnemer"
    DOMEINVLAG = "domeinvlag"
    DOEL = "doel"
    AFSPRAAK = "afspraak"
    INHOUD = "inhoud"
    VERZEGELD_DEEL = "verzegeld_deel"
    TAFEL = "tafel"
    VRAAG = "vraag"
    INZAGE = "inzage"


class Relatie(StrEnum):
    """How a colleague stands to a dossier today (`betrokkenheid` in the table)."""

    IN_DIT_DOMEIN = "in_dit_domein"
    REGIE = "regie"
    EIGEN_AFSPRAAK = "eigen_afspraak"
    DELING = "deling"
    SPOED = "spoed"
