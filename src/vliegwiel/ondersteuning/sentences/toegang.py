"""What the codes say. Who may see a dossier."""

from django.utils.functional import Promise

SENTENCES: dict[str, str | Promise] = {}
