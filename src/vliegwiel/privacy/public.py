"""Front door of privacy for the rooms above."""

from vliegwiel.privacy.actions.bsn import set_bsn
from vliegwiel.privacy.beleid import (
    Zicht,
    closed_dossiers,
    closed_persons,
    dossier_ids,
    dossiers,
    personen,
    resident_sight,
    team_ids,
    zicht_op,
)
from vliegwiel.privacy.bewaren import bewaartermijn, retention_rule
from vliegwiel.privacy.geschiedenis import geschiedenis_van, record_wijziging, record_wijzigingen
from vliegwiel.privacy.grondslagen import legal_bases
from vliegwiel.privacy.inzage import collecting, open_gevoelig, toon
from vliegwiel.privacy.models import (
    Betrokkene,
    Betrokkenheid,
    Blokkade,
    Deling,
    Dossier,
    Inzage,
    Inzageregel,
    Persoon,
    Spoedtoegang,
    Vertegenwoordiging,
    Wijziging,
)
from vliegwiel.privacy.models.base import domein_field
from vliegwiel.privacy.queries.bsn import find_by_bsn, own_bsn
from vliegwiel.privacy.relaties import (
    betrokkenheden,
    blocked,
    blocked_persons,
    eigen_tafels,
    eigen_werk,
    living,
    own_persoon,
    spoed,
)
from vliegwiel.privacy.rules import DOMEINEN, Domein, Onderdeel, Relatie
from vliegwiel.privacy.rules.beleid import HEEFT_WERK, WERKT, Feit, role_sees
from vliegwiel.privacy.rules.bsn import clean_bsn
from vliegwiel.privacy.rules.vakken import age_on
from vliegwiel.privacy.stand import remembered

__all__ = [
    "DOMEINEN",
    "HEEFT_WERK",
    "WERKT",
    "Betrokkene",
    "Betrokkenheid",
    "Blokkade",
    "Deling",
    "Domein",
    "Dossier",
    "Feit",
    "Inzage",
    "Inzageregel",
    "Onderdeel",
    "Persoon",
    "Relatie",
    "Spoedtoegang",
    "Vertegenwoordiging",
    "Wijziging",
    "Zicht",
    "age_on",
    "betrokkenheden",
    "bewaartermijn",
    "blocked",
    "blocked_persons",
    "clean_bsn",
    "closed_dossiers",
    "closed_persons",
    "collecting",
    "domein_field",
    "dossier_ids",
    "dossiers",
    "eigen_tafels",
    "eigen_werk",
    "find_by_bsn",
    "geschiedenis_van",
    "legal_bases",
    "living",
    "open_gevoelig",
    "own_bsn",
    "own_persoon",
    "personen",
    "record_wijziging",
    "record_wijzigingen",
    "remembered",
    "resident_sight",
    "retention_rule",
    "role_sees",
    "set_bsn",
    "spoed",
    "team_ids",
    "toon",
    "zicht_op",
]
