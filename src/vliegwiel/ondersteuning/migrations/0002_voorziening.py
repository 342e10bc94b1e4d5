import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange


class Migration(migrations.Migration):
    dependencies = [
        ("gemeenschap", "0002_berichten"),
        ("kern", "0002_werk"),
        ("ondersteuning", "0001_initial"),
        ("privacy", "0001_initial"),
        ("samenspel", "0003_aandachtspunt"),
    ]

    operations = [
        migrations.CreateModel(
            name="Voorziening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
                (
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "wmo"),
                            ("jeugd", "jeugd"),
                            ("jeugdbescherming", "jeugdbescherming"),
                            ("participatie", "participatie"),
                            ("schulden", "schulden"),
                            ("welzijn", "welzijn"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                ("wet", models.CharField(choices=[("wmo", "Wmo"), ("jeugd", "Jeugd")], max_length=5)),
                ("toewijzing", models.CharField(max_length=40)),
                (
                    "bron",
                    models.CharField(
                        choices=[("bericht", "Bericht"), ("bestand", "Bestand")],
                        default="bericht",
                        max_length=7,
                    ),
                ),
                ("categorie", models.CharField(max_length=3)),
                ("code", models.CharField(blank=True, max_length=8)),
                (
                    "aanbieder",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.deelname",
                    ),
                ),
                ("agbcode", models.CharField(blank=True, max_length=8)),
                ("begindatum", models.DateField()),
                ("begonnen_op", models.DateField(blank=True, null=True)),
                ("gestopt_op", models.DateField(blank=True, null=True)),
                ("eind", models.DateField(blank=True, null=True)),
                ("pauze_op", models.DateField(blank=True, null=True)),
                ("reden", models.CharField(blank=True, max_length=3)),
                ("ingetrokken", models.BooleanField(default=False)),
                ("volume", models.PositiveIntegerField(blank=True, null=True)),
                ("eenheid", models.CharField(blank=True, max_length=3)),
                ("frequentie", models.CharField(blank=True, max_length=2)),
                ("budget", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("opmerkingen", models.JSONField(default=list)),
                ("stand", models.PositiveIntegerField(default=1)),
                ("gewijzigd_op", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "eind"], name="ondersteuning_voorz_eind"),
                    models.Index(fields=["gemeente", "gewijzigd_op"], name="ondersteuning_voorz_gewijzigd"),
                    models.Index(fields=["gemeente", "dossier"], name="ondersteuning_voorz_dossier"),
                    models.Index(fields=["gemeente", "persoon"], name="ondersteuning_voorz_persoon"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "wet", "toewijzing"), name="ondersteuning_voorziening_toewijzing"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_voorziening_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_voorziening_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="aanbieder_id",
                        name="ondersteuning_voorziening_aanbieder_gemeente",
                        target="gemeenschap_deelname",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_voorziening_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorzieningfeit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
                (
                    "voorziening",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feiten",
                        to="ondersteuning.voorziening",
                    ),
                ),
                (
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("toewijzing", "Toewijzing"), ("start", "Start"), ("stop", "Stop")],
                        max_length=10,
                    ),
                ),
                ("hash", models.CharField(max_length=64)),
                ("gegevens", models.JSONField()),
                ("bericht", models.UUIDField()),
                ("moment", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "voorziening", "soort", "hash"),
                        name="ondersteuning_voorzieningfeit_eenmaal",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorziening_id",
                        name="ondersteuning_voorzieningfeit_voorziening_gemeente",
                        target="ondersteuning_voorziening",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_voorzieningfeit_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_voorzieningfeit_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Belletje",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
                (
                    "voorziening",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="belletjes",
                        to="ondersteuning.voorziening",
                    ),
                ),
                (
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "wmo"),
                            ("jeugd", "jeugd"),
                            ("jeugdbescherming", "jeugdbescherming"),
                            ("participatie", "participatie"),
                            ("schulden", "schulden"),
                            ("welzijn", "welzijn"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "medewerker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("over", models.DateField()),
                (
                    "weg",
                    models.CharField(
                        choices=[("telefoon", "Telefoon"), ("bezoek", "Bezoek"), ("brief", "Brief")],
                        default="telefoon",
                        max_length=8,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("verlengen", "Verlengen"),
                            ("andere_hulp", "Andere Hulp"),
                            ("loopt_goed_af", "Loopt Goed Af"),
                            ("niet_bereikt", "Niet Bereikt"),
                        ],
                        max_length=13,
                    ),
                ),
                ("regel", models.TextField(blank=True)),
                ("weer_op", models.DateField(blank=True, null=True)),
                (
                    "afspraak",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.afspraak",
                    ),
                ),
                (
                    "contact",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.contactmoment",
                    ),
                ),
                ("moment", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "voorziening", "-moment"], name="ondersteuning_belletje_op"
                    ),
                    models.Index(fields=["gemeente", "over"], name="ondersteuning_belletje_over"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uitkomst", "niet_bereikt"), ("weer_op__isnull", True), _connector="OR"
                        ),
                        name="ondersteuning_belletje_weer",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorziening_id",
                        name="ondersteuning_belletje_voorziening_gemeente",
                        target="ondersteuning_voorziening",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_belletje_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_belletje_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="ondersteuning_belletje_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="afspraak_id",
                        name="ondersteuning_belletje_afspraak_gemeente",
                        target="samenspel_afspraak",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="contact_id",
                        name="ondersteuning_belletje_contact_gemeente",
                        target="ondersteuning_contactmoment",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_belletje_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Belwijzer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
                ("wet", models.CharField(choices=[("wmo", "Wmo"), ("jeugd", "Jeugd")], max_length=5)),
                ("categorie", models.CharField(blank=True, max_length=3)),
                ("tekst", models.TextField()),
                (
                    "door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("moment", models.DateTimeField()),
                ("nummer", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "wet", "categorie", "nummer"),
                        name="ondersteuning_belwijzer_nummer",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="door_id",
                        name="ondersteuning_belwijzer_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_belwijzer_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("voorziening"),
        GuardGemeente("voorzieningfeit"),
        GuardGemeente("belletje"),
        GuardGemeente("belwijzer"),
        NeverChange("voorzieningfeit"),
        NeverChange("belletje"),
        NeverChange("belwijzer"),
    ]
