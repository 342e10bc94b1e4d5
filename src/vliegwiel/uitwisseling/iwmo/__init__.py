"""iWmo and iJw 3.2: 301 (toewijzing), 305 (start) and 307 (stop). Reads, checks, keeps nothing."""

from vliegwiel.uitwisseling.iwmo.bericht import (
    Adres,
    Bericht,
    Client,
    Contact,
    Kop,
    Naam,
    Productregel,
    Uitslag,
)
from vliegwiel.uitwisseling.iwmo.keuring import read_message
from vliegwiel.uitwisseling.iwmo.lijsten import Codelijst, codelijsten
from vliegwiel.uitwisseling.iwmo.naslag import Naslag, configured, naslag
from vliegwiel.uitwisseling.iwmo.soorten import Soort

__all__ = [
    "Adres",
    "Bericht",
    "Client",
    "Codelijst",
    "Contact",
    "Kop",
    "Naam",
    "Naslag",
    "Productregel",
    "Soort",
    "Uitslag",
    "codelijsten",
    "configured",
    "naslag",
    "read_message",
]
