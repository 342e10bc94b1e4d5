from django.db import models

from vliegwiel.kern.ids import new_id


class Gemeente(models.Model):
    """A gemeente that works with Vliegwiel: the tenant. Its slug is the first part of every address.

    `code` is the CBS gemeentecode as it is now; gemeenten merge, so nothing points to it.
    `huisstijl` overrides design tokens: {"merk": "#rrggbb", "accent": "#rrggbb"}.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=80)
    code = models.CharField(max_length=4, blank=True)
    huisstijl = models.JSONField(default=dict, blank=True)
    aangemaakt_op = models.DateTimeField()

    def __str__(self) -> str:
        return self.naam
