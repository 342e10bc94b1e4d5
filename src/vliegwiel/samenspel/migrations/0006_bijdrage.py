import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente


class Migration(migrations.Migration):
    dependencies = [
        ("samenspel", "0005_aandacht_rol"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bijdrage",
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
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bijdragen",
                        to="samenspel.tafel",
                    ),
                ),
                (
                    "zetel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                ("inhoud", models.TextField()),
                ("proces", models.TextField(blank=True)),
                ("uren_van", models.PositiveIntegerField(blank=True, null=True)),
                ("uren_tot", models.PositiveIntegerField(blank=True, null=True)),
                ("euro_van", models.PositiveBigIntegerField(blank=True, null=True)),
                ("euro_tot", models.PositiveBigIntegerField(blank=True, null=True)),
                ("voorwaarden", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangeboden", "Aangeboden"),
                            ("bevestigd", "Bevestigd"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="aangeboden",
                        max_length=11,
                    ),
                ),
                ("aangeboden_op", models.DateTimeField()),
                (
                    "bevestigd_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                ("bevestigd_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("gekomen", models.TextField(blank=True)),
                ("gekomen_op", models.DateTimeField(blank=True, null=True)),
                ("nummer", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "tafel", "status"], name="samenspel_bijdrage_tafel")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uren_van__isnull", True),
                            ("uren_tot__isnull", True),
                            ("uren_van__lte", models.F("uren_tot")),
                            _connector="OR",
                        ),
                        name="samenspel_bijdrage_uren",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("euro_van__isnull", True),
                            ("euro_tot__isnull", True),
                            ("euro_van__lte", models.F("euro_tot")),
                            _connector="OR",
                        ),
                        name="samenspel_bijdrage_euro",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="samenspel_bijdrage_tafel_gemeente", target="samenspel_tafel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="zetel_id", name="samenspel_bijdrage_zetel_gemeente", target="samenspel_zetel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="bevestigd_door_id",
                        name="samenspel_bijdrage_bevestigd_door_gemeente",
                        target="samenspel_zetel",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_bijdrage_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bijdrageafspraak",
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
                    "bijdrage",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraken",
                        to="samenspel.bijdrage",
                    ),
                ),
                (
                    "afspraak",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.afspraak",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "bijdrage", "afspraak"), name="samenspel_bijdrageafspraak_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="bijdrage_id",
                        name="samenspel_bijdrageafspraak_bijdrage_gemeente",
                        target="samenspel_bijdrage",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="afspraak_id",
                        name="samenspel_bijdrageafspraak_afspraak_gemeente",
                        target="samenspel_afspraak",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_bijdrageafspraak_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorstelterugblik",
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
                    "voorstel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.voorstel",
                    ),
                ),
                (
                    "terugblik",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.terugblik",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "voorstel"], name="samenspel_vterugblik_voorstel")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "terugblik"), name="samenspel_voorstelterugblik_terugblik"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="samenspel_voorstelterugblik_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="terugblik_id",
                        name="samenspel_voorstelterugblik_terugblik_gemeente",
                        target="samenspel_terugblik",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_voorstelterugblik_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("bijdrage"),
        GuardGemeente("bijdrageafspraak"),
        GuardGemeente("voorstelterugblik"),
    ]
