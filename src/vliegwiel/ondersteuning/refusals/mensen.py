"""What can be refused about whom somebody works with; the sentences are in `sentences.mensen`."""

from __future__ import annotations

from vliegwiel.kern.refusals import Refusal


class SuccessorDoesNotFit(Refusal):
    """opvolger_past_niet: somebody who would not see (all of) these households cannot hold them."""

    code = "opvolger_past_niet"
    field = "opvolger"
