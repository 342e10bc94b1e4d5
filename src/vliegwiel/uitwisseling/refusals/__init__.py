"""Why something cannot be read in; the sentences are in `sentences`."""
