"""What the codes say. Writing in a plan."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
