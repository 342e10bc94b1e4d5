from vliegwiel.ondersteuning.models.huishouden import Adres, Huishouden
from vliegwiel.ondersteuning.models.kaart import Kaart
from vliegwiel.ondersteuning.models.plan import Contactmoment, Doelafspraak, Plan, Plandeel, Plandoel
from vliegwiel.ondersteuning.models.vraag import Correctieverzoek, Overdracht, Vraag

__all__ = [
    "Adres",
    "Contactmoment",
    "Correctieverzoek",
    "Doelafspraak",
    "Huishouden",
    "Kaart",
    "Overdracht",
    "Plan",
    "Plandeel",
    "Plandoel",
    "Vraag",
]
