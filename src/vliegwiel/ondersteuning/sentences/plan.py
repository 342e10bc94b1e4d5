"""What the codes say. A household and its plan, as it is read."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
