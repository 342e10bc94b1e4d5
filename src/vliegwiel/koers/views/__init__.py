"""The pages of koers: words, our course, doelen."""

from vliegwiel.koers.views.begrip import begrip, begrippen, betekenis, nieuw_begrip

__all__ = ["begrip", "begrippen", "betekenis", "nieuw_begrip"]
