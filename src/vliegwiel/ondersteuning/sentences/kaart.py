"""What the codes say. One card by link."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
