"""What is written about words, sentences and doelen."""

from vliegwiel.koers.actions.begrip import (
    WordEmpty,
    WordExists,
    WordInDiscussion,
    bring_word,
    give_meaning,
)

__all__ = ["WordEmpty", "WordExists", "WordInDiscussion", "bring_word", "give_meaning"]
