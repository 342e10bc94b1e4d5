from vliegwiel.uitwisseling.models.inlezen import Bestand, Bevinding, Inlezing, Terzijde

__all__ = ["Bestand", "Bevinding", "Inlezing", "Terzijde"]
