"""What the codes say. Mijn mensen and contact."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
