from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vliegwiel.gemeenschap.public import Gebied
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.samenspel.public import Voorstel


class Begrip(GemeenteModel):
    """A word we use, whose meaning we agree on together (Beekdaelen: normaliseren, eigen kracht)."""

    woord = models.CharField(max_length=60)
    sleutel = models.SlugField(max_length=60)
    aanleiding = models.TextField(blank=True)
    aangedragen_door = models.CharField(max_length=120, blank=True)
    aangemaakt_op = models.DateTimeField()
    zoektekst = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gemeente", "sleutel"], name="koers_begrip_sleutel"),)

    def __str__(self) -> str:
        return self.woord


class Betekenis(GemeenteModel):
    """A round of giving a word its meaning: the Voorstel it goes by. The last adopted one is the meaning."""

    begrip = TenantForeignKey(Begrip, related_name="betekenissen")
    voorstel = TenantForeignKey(Voorstel, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "voorstel"], name="koers_betekenis_voorstel"),
        )


class Koerszin(GemeenteModel):
    """A sentence of our course, which goes by a Voorstel: what we strive for, what we do not do, how we see people.

    What holds is what its Voorstel adopted; nothing is stored twice. A sentence of the mensbeeld has a `toetsvraag`,
    asked again at moments of choice. `einddatum`: the day we let it go.
    """

    class Soort(models.TextChoices):
        MENSBEELD = "mensbeeld"
        AMBITIE = "ambitie"
        WAT_NIET = "wat_niet"

    soort = models.CharField(max_length=9, choices=Soort.choices)
    voorstel = TenantForeignKey(Voorstel, related_name="+")
    toetsvraag = models.CharField(max_length=200, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "voorstel"], name="koers_koerszin_voorstel"),
        )
        indexes = (models.Index(fields=["gemeente", "soort", "volgorde"], name="koers_koerszin_soort"),)


class Doel(GemeenteModel):
    """A node of the doelennetwerk: what we want, from a good life for all who live here down to what we put in.

    A gemeente has about thirty. `indicator` says in words by what we would see it; `koerszin` the ambition it comes
    from. `nummer` counts changes, so that two writers meet; `einddatum`: no longer pursued.
    """

    class Soort(models.TextChoices):
        LEVEN = "leven"
        EFFECT = "effect"
        RESULTAAT = "resultaat"
        INSPANNING = "inspanning"

    naam = models.CharField(max_length=160)
    soort = models.CharField(max_length=10, choices=Soort.choices)
    toelichting = models.TextField(blank=True)
    indicator = models.CharField(max_length=200, blank=True)
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    koerszin = TenantForeignKey(Koerszin, null=True, blank=True, related_name="+")
    aangemaakt_op = models.DateTimeField()
    einddatum = models.DateField(null=True, blank=True)
    nummer = models.PositiveIntegerField(default=1)
    zoektekst = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "soort", "naam"], name="koers_doel_soort"),)

    def __str__(self) -> str:
        return self.naam


class Doelverband(GemeenteModel):
    """One Doel contributes to another (never to a lower kind, never in a circle), or two of them clash."""

    class Soort(models.TextChoices):
        DRAAGT_BIJ = "draagt_bij"
        BOTST = "botst"

    van = TenantForeignKey(Doel, related_name="+")
    naar = TenantForeignKey(Doel, related_name="+")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    toelichting = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "van", "naar", "soort"], name="koers_verband_eenmaal"
            ),
            models.CheckConstraint(condition=~Q(van=F("naar")), name="koers_verband_met_ander"),
        )
        indexes = (models.Index(fields=["gemeente", "naar"], name="koers_verband_naar"),)


class Doelbegrip(GemeenteModel):
    """A Doel is about one of our words: from the word one comes to what we want with it."""

    doel = TenantForeignKey(Doel, related_name="+")
    begrip = TenantForeignKey(Begrip, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "doel", "begrip"], name="koers_doelbegrip_eenmaal"),
        )
        indexes = (models.Index(fields=["gemeente", "begrip"], name="koers_doelbegrip_begrip"),)
