"""What a kijker may read of what we ask, and nothing else."""

from vliegwiel.opdracht.queries.reading import bidders, marks, opdrachten, opgaven, status_of

__all__ = ["bidders", "marks", "opdrachten", "opgaven", "status_of"]
