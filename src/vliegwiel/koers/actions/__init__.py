"""What is written about words, sentences and doelen."""

from vliegwiel.koers.actions.begrip import (
    WordEmpty,
    WordExists,
    WordInDiscussion,
    bring_word,
    give_meaning,
)
from vliegwiel.koers.actions.doel import add_doel, change_doel, stop_doel
from vliegwiel.koers.actions.koerszin import let_go_zin, propose_zin
from vliegwiel.koers.actions.verband import link_doelen, unlink_doelen

__all__ = [
    "WordEmpty",
    "WordExists",
    "WordInDiscussion",
    "add_doel",
    "bring_word",
    "change_doel",
    "give_meaning",
    "let_go_zin",
    "link_doelen",
    "propose_zin",
    "stop_doel",
    "unlink_doelen",
]
