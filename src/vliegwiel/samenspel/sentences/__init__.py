"""What this room's codes say."""

from vliegwiel.samenspel.sentences import bijdrage, tafel

SENTENCES = {**tafel.SENTENCES, **bijdrage.SENTENCES}
