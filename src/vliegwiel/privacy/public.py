"""Front door of privacy for the rooms above."""

from vliegwiel.privacy.actions.bsn import set_bsn, store_bsns
from vliegwiel.privacy.asked import as_asked, sight_again
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
from vliegwiel.privacy.geschiedenis import (
    Change,
    geschiedenis_van,
    record_many,
    record_wijziging,
    record_wijzigingen,
)
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
from vliegwiel.privacy.queries.bsn import (
    Gevonden,
    find_by_bsn,
    own_bsn,
    persons_by_bsn,
    require_messages,
    with_bsn,
    without_bsn,
)
from vliegwiel.privacy.refusals import OnlyForMessages
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
from vliegwiel.privacy.sleutels import Onleesbaar, blind_index, seal, seal_bytes, unseal, unseal_bytes
from vliegwiel.privacy.stand import remembered

__all__ = [
    "DOMEINEN",
    "HEEFT_WERK",
    "WERKT",
    "Betrokkene",
    "Betrokkenheid",
    "Blokkade",
    "Change",
    "Deling",
    "Domein",
    "Dossier",
    "Feit",
    "Gevonden",
    "Inzage",
    "Inzageregel",
    "Onderdeel",
    "Onleesbaar",
    "OnlyForMessages",
    "Persoon",
    "Relatie",
    "Spoedtoegang",
    "Vertegenwoordiging",
    "Wijziging",
    "Zicht",
    "age_on",
    "as_asked",
    "betrokkenheden",
    "bewaartermijn",
    "blind_index",
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
    "persons_by_bsn",
    "record_many",
    "record_wijziging",
    "record_wijzigingen",
    "remembered",
    "require_messages",
    "resident_sight",
    "retention_rule",
    "role_sees",
    "seal",
    "seal_bytes",
    "set_bsn",
    "sight_again",
    "spoed",
    "store_bsns",
    "team_ids",
    "toon",
    "unseal",
    "unseal_bytes",
    "with_bsn",
    "without_bsn",
    "zicht_op",
]
