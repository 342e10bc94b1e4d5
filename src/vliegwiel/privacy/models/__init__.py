from vliegwiel.privacy.models.dossier import Betrokkene, Dossier
from vliegwiel.privacy.models.log import Besluit, Inzage, Inzageregel, Nazicht, Wijziging, Zegel
from vliegwiel.privacy.models.persoon import Bsn, Persoon, Vertegenwoordiging
from vliegwiel.privacy.models.toegang import Betrokkenheid, Blokkade, Deling, Spoedtoegang

__all__ = [
    "Besluit",
    "Betrokkene",
    "Betrokkenheid",
    "Blokkade",
    "Bsn",
    "Deling",
    "Dossier",
    "Inzage",
    "Inzageregel",
    "Nazicht",
    "Persoon",
    "Spoedtoegang",
    "Vertegenwoordiging",
    "Wijziging",
    "Zegel",
]
