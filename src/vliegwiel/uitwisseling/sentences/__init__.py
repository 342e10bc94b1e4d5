"""What this room's codes say."""

from vliegwiel.uitwisseling.sentences import berichten, bestanden, cijfers, tabel

SENTENCES = {**bestanden.SENTENCES, **berichten.SENTENCES, **tabel.SENTENCES, **cijfers.SENTENCES}
