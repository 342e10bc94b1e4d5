from vliegwiel.kern.models.account import Account
from vliegwiel.kern.models.gemeente import Gemeente
from vliegwiel.kern.models.techniek import Concept, Formuliersleutel, Schrijflog, Uitgaand, Weigering
from vliegwiel.kern.models.werk import Werk

__all__ = [
    "Account",
    "Concept",
    "Formuliersleutel",
    "Gemeente",
    "Schrijflog",
    "Uitgaand",
    "Weigering",
    "Werk",
]
