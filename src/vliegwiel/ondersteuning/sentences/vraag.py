"""What the codes say. Questions, first advice and warme overdracht."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
