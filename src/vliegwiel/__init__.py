"""Vliegwiel: the shared workplace of a gemeente, its partners and its residents in the sociaal domein."""
