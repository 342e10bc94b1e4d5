"""What the codes say. The resident's own page."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
