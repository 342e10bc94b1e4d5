import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, KeepSearch


class Migration(migrations.Migration):
    dependencies = [
        ("gemeenschap", "0001_initial"),
        ("kern", "0001_initial"),
        ("privacy", "0001_initial"),
        ("samenspel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Afspraak",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                ("afgesloten", models.BooleanField(default=False)),
                ("tekst", models.TextField()),
                (
                    "wie",
                    models.CharField(
                        choices=[
                            ("inwoner", "Inwoner"),
                            ("netwerk", "Netwerk"),
                            ("vrijwilliger", "Vrijwilliger"),
                            ("professional", "Professional"),
                            ("gemeente", "Gemeente"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wie_naam", models.CharField(blank=True, max_length=120)),
                (
                    "doet",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "medewerker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                (
                    "gever",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("wanneer", models.DateField(blank=True, null=True)),
                ("hoe_laat", models.TimeField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("loopt", "Loopt"),
                            ("teruggegeven", "Teruggegeven"),
                            ("gedaan", "Gedaan"),
                            ("losgelaten", "Losgelaten"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reden", models.TextField(blank=True)),
                ("uitkomst", models.TextField(blank=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("aangenomen_op", models.DateTimeField(blank=True, null=True)),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("nummer", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "dossier", "wanneer"], name="samenspel_afspraak_dossier"
                    ),
                    models.Index(fields=["gemeente", "medewerker", "status"], name="samenspel_afspraak_mens"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("domein", ""), ("dossier__isnull", False), _connector="OR"),
                        name="samenspel_afspraak_domein",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="samenspel_afspraak_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="samenspel_afspraak_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="doet_id", name="samenspel_afspraak_doet_gemeente", target="privacy_persoon"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="samenspel_afspraak_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gever_id",
                        name="samenspel_afspraak_gever_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_afspraak_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Terugblik",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                ("verwachting", models.TextField()),
                ("kijken_op", models.DateField()),
                ("gebeurd", models.TextField(blank=True)),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[("houden", "Houden"), ("aanpassen", "Aanpassen"), ("stoppen", "Stoppen")],
                        max_length=9,
                    ),
                ),
                ("geleerd", models.TextField(blank=True)),
                ("teruggekeken_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="samenspel_terugblik_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="samenspel_terugblik_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_terugblik_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="tafel",
            name="dossier",
            field=vliegwiel.kern.tenancy.TenantForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="privacy.dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="tafel",
            constraint=models.CheckConstraint(
                condition=models.Q(("dossier__isnull", True), ("openheid", "besloten"), _connector="OR"),
                name="samenspel_tafel_dossier_besloten",
            ),
        ),
        migrations.AddConstraint(
            model_name="tafel",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="dossier_id", name="samenspel_tafel_dossier_gemeente", target="privacy_dossier"
            ),
        ),
        GuardGemeente("afspraak"),
        GuardGemeente("terugblik"),
        KeepSearch("tafel"),
    ]
