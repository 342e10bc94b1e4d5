import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente


class Migration(migrations.Migration):
    dependencies = [
        ("gemeenschap", "0002_berichten"),
        ("kern", "0002_werk"),
        ("privacy", "0001_initial"),
        ("samenspel", "0002_afspraken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aandachtspunt",
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
                ("code", models.CharField(max_length=40)),
                ("sleutel", models.CharField(max_length=120)),
                ("object", models.UUIDField(blank=True, null=True)),
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
                    "team",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.team",
                    ),
                ),
                ("rol", models.CharField(blank=True, max_length=30)),
                ("params", models.JSONField(default=dict)),
                ("vanaf", models.DateField()),
                ("voor", models.DateField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("uitgesteld_tot", models.DateField(blank=True, null=True)),
                ("uitgesteld_reden", models.TextField(blank=True)),
                (
                    "uitgesteld_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("weg_op", models.DateTimeField(blank=True, null=True)),
                (
                    "weg",
                    models.CharField(
                        blank=True, choices=[("gedaan", "Gedaan"), ("vervallen", "Vervallen")], max_length=9
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "medewerker", "weg_op", "vanaf"], name="samenspel_aandacht_mens"
                    ),
                    models.Index(
                        fields=["gemeente", "team", "weg_op", "vanaf"], name="samenspel_aandacht_team"
                    ),
                    models.Index(fields=["gemeente", "code", "object"], name="samenspel_aandacht_object"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("weg_op__isnull", True)),
                        fields=("gemeente", "code", "sleutel"),
                        name="samenspel_aandacht_eenmaal_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("medewerker__isnull", False), ("rol", ""), ("team__isnull", True)),
                            models.Q(("medewerker__isnull", True), ("rol", ""), ("team__isnull", False)),
                            models.Q(
                                ("medewerker__isnull", True),
                                ("team__isnull", True),
                                models.Q(("rol", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="samenspel_aandacht_voor_een",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="samenspel_aandachtspunt_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="samenspel_aandachtspunt_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="samenspel_aandachtspunt_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="team_id",
                        name="samenspel_aandachtspunt_team_gemeente",
                        target="gemeenschap_team",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="uitgesteld_door_id",
                        name="samenspel_aandachtspunt_uitgesteld_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_aandachtspunt_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("aandachtspunt"),
    ]
