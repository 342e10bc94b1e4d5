"""What this room's codes say."""

from vliegwiel.uitwisseling.sentences import bestanden

SENTENCES = {**bestanden.SENTENCES}
