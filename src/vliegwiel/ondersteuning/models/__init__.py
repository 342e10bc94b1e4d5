from vliegwiel.ondersteuning.models.beeld import Kwartaalbeeld
from vliegwiel.ondersteuning.models.huishouden import Adres, Huishouden
from vliegwiel.ondersteuning.models.kaart import Kaart
from vliegwiel.ondersteuning.models.plan import (
    Contactmoment,
    Doelafspraak,
    Doelkoppeling,
    Plan,
    Plandeel,
    Plandoel,
)
from vliegwiel.ondersteuning.models.voorziening import Belletje, Belwijzer, Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.models.vraag import Correctieverzoek, Overdracht, Vraag

__all__ = [
    "Adres",
    "Belletje",
    "Belwijzer",
    "Contactmoment",
    "Correctieverzoek",
    "Doelafspraak",
    "Doelkoppeling",
    "Huishouden",
    "Kaart",
    "Kwartaalbeeld",
    "Overdracht",
    "Plan",
    "Plandeel",
    "Plandoel",
    "Voorziening",
    "Voorzieningfeit",
    "Vraag",
]
