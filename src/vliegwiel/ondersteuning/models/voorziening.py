from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Deelname, Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.ondersteuning.models.plan import Contactmoment
from vliegwiel.privacy.public import Dossier, Persoon, domein_field
from vliegwiel.samenspel.public import Afspraak


class Voorziening(GemeenteModel):
    """Help that was assigned to a person: which, by whom, from when until when. Known by (gemeente, wet, toewijzing).

    What stands here is the fold of its facts (`Voorzieningfeit`, rules/voorziening.py): written again with each new
    fact, never by hand. `toewijzing` is the ToewijzingNummer of the message or the reference of a file. `eind` is the
    day it ends: the stop's if there is one, else the assignment's. `stand` counts how often it was folded.
    """

    class Wet(models.TextChoices):
        WMO = "wmo"
        JEUGD = "jeugd"

    class Bron(models.TextChoices):
        BERICHT = "bericht"
        BESTAND = "bestand"

    dossier = TenantForeignKey(Dossier, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, related_name="+")
    wet = models.CharField(max_length=5, choices=Wet.choices)
    toewijzing = models.CharField(max_length=40)
    bron = models.CharField(max_length=7, choices=Bron.choices, default=Bron.BERICHT)
    categorie = models.CharField(max_length=3)
    code = models.CharField(max_length=8, blank=True)
    aanbieder = TenantForeignKey(Deelname, null=True, blank=True, related_name="+")
    agbcode = models.CharField(max_length=8, blank=True)
    begindatum = models.DateField()
    begonnen_op = models.DateField(null=True, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)
    eind = models.DateField(null=True, blank=True)
    pauze_op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=3, blank=True)
    ingetrokken = models.BooleanField(default=False)
    volume = models.PositiveIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=3, blank=True)
    frequentie = models.CharField(max_length=2, blank=True)
    budget = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    opmerkingen = models.JSONField(default=list)
    stand = models.PositiveIntegerField(default=1)
    gewijzigd_op = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "wet", "toewijzing"], name="ondersteuning_voorziening_toewijzing"
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "eind"], name="ondersteuning_voorz_eind"),
            models.Index(fields=["gemeente", "gewijzigd_op"], name="ondersteuning_voorz_gewijzigd"),
            models.Index(fields=["gemeente", "dossier"], name="ondersteuning_voorz_dossier"),
            models.Index(fields=["gemeente", "persoon"], name="ondersteuning_voorz_persoon"),
        )


class Voorzieningfeit(GemeenteModel):
    """One fact about a Voorziening as a message or file said it: an assignment, a start or a stop. Written once.

    `hash` is that of the fact's own content: the same fact twice is stored once. `gegevens` is the fact as
    rules/voorziening.py reads it (dates, codes, numbers; no names). Its domain is that of its Voorziening today: a
    later message may move all of it to another one. `bericht` is the id of the file it came from.
    """

    class Soort(models.TextChoices):
        TOEWIJZING = "toewijzing"
        START = "start"
        STOP = "stop"

    voorziening = TenantForeignKey(Voorziening, related_name="feiten")
    dossier = TenantForeignKey(Dossier, related_name="+")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    hash = models.CharField(max_length=64)
    gegevens = models.JSONField()
    bericht = models.UUIDField()
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "voorziening", "soort", "hash"],
                name="ondersteuning_voorzieningfeit_eenmaal",
            ),
        )


class Belletje(GemeenteModel):
    """Somebody called (wrote, went by) before help ends: what came of it, about which end.

    `over` is the end date it was about: another end is another matter, and of one end the last outcome counts.
    `weer_op`: not reached, when again. `regel` is one line. What was agreed to do is an Afspraak; the contact itself
    stands with the other contacts.
    """

    class Uitkomst(models.TextChoices):
        VERLENGEN = "verlengen"
        ANDERE_HULP = "andere_hulp"
        LOOPT_GOED_AF = "loopt_goed_af"
        NIET_BEREIKT = "niet_bereikt"

    class Weg(models.TextChoices):
        TELEFOON = "telefoon"
        BEZOEK = "bezoek"
        BRIEF = "brief"

    voorziening = TenantForeignKey(Voorziening, related_name="belletjes")
    dossier = TenantForeignKey(Dossier, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, related_name="+")
    medewerker = TenantForeignKey(Medewerker, related_name="+")
    over = models.DateField()
    weg = models.CharField(max_length=8, choices=Weg.choices, default=Weg.TELEFOON)
    uitkomst = models.CharField(max_length=13, choices=Uitkomst.choices)
    regel = models.TextField(blank=True)
    weer_op = models.DateField(null=True, blank=True)
    afspraak = TenantForeignKey(Afspraak, null=True, blank=True, related_name="+")
    contact = TenantForeignKey(Contactmoment, null=True, blank=True, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(uitkomst="niet_bereikt") | Q(weer_op__isnull=True),
                name="ondersteuning_belletje_weer",
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "voorziening", "-moment"], name="ondersteuning_belletje_op"),
            models.Index(fields=["gemeente", "over"], name="ondersteuning_belletje_over"),
            models.Index(fields=["gemeente", "moment"], name="ondersteuning_belletje_moment"),
        )


class Belwijzer(GemeenteModel):
    """What to say when calling about this kind of help, in this gemeente's own words; the newest counts.

    `categorie` empty: for every category of this wet without words of its own. Without any row the guide that comes
    with the program counts (gegevens/belwijzer.yaml).
    """

    wet = models.CharField(max_length=5, choices=Voorziening.Wet.choices)
    categorie = models.CharField(max_length=3, blank=True)
    tekst = models.TextField()
    door = TenantForeignKey(Medewerker, related_name="+")
    moment = models.DateTimeField()
    nummer = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "wet", "categorie", "nummer"], name="ondersteuning_belwijzer_nummer"
            ),
        )
