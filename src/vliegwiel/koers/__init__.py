"""KOERS: what do we mean and want. For now: the words, and what we mean by them."""
