import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, SearchIndex


class Migration(migrations.Migration):
    dependencies = [
        ("gemeenschap", "0002_berichten"),
        ("koers", "0001_initial"),
        ("samenspel", "0006_bijdrage"),
    ]

    operations = [
        migrations.CreateModel(
            name="Koerszin",
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
                    "soort",
                    models.CharField(
                        choices=[
                            ("mensbeeld", "Mensbeeld"),
                            ("ambitie", "Ambitie"),
                            ("wat_niet", "Wat Niet"),
                        ],
                        max_length=9,
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
                ("toetsvraag", models.CharField(blank=True, max_length=200)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "soort", "volgorde"], name="koers_koerszin_soort")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "voorstel"), name="koers_koerszin_voorstel"),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="koers_koerszin_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="koers_koerszin_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doel",
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
                ("naam", models.CharField(max_length=160)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("leven", "Leven"),
                            ("effect", "Effect"),
                            ("resultaat", "Resultaat"),
                            ("inspanning", "Inspanning"),
                        ],
                        max_length=10,
                    ),
                ),
                ("toelichting", models.TextField(blank=True)),
                ("indicator", models.CharField(blank=True, max_length=200)),
                (
                    "gebied",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.gebied",
                    ),
                ),
                (
                    "koerszin",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="koers.koerszin",
                    ),
                ),
                ("aangemaakt_op", models.DateTimeField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                ("nummer", models.PositiveIntegerField(default=1)),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "soort", "naam"], name="koers_doel_soort")],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id", name="koers_doel_gebied_gemeente", target="gemeenschap_gebied"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="koerszin_id", name="koers_doel_koerszin_gemeente", target="koers_koerszin"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="koers_doel_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doelverband",
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
                    "van",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="koers.doel",
                    ),
                ),
                (
                    "naar",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="koers.doel",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("draagt_bij", "Draagt Bij"), ("botst", "Botst")], max_length=10
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "naar"], name="koers_verband_naar")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "van", "naar", "soort"), name="koers_verband_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("van", models.F("naar")), _negated=True),
                        name="koers_verband_met_ander",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="van_id", name="koers_doelverband_van_gemeente", target="koers_doel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="naar_id", name="koers_doelverband_naar_gemeente", target="koers_doel"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="koers_doelverband_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doelbegrip",
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
                    "doel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="koers.doel",
                    ),
                ),
                (
                    "begrip",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="koers.begrip",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "begrip"], name="koers_doelbegrip_begrip")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "doel", "begrip"), name="koers_doelbegrip_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="doel_id", name="koers_doelbegrip_doel_gemeente", target="koers_doel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="begrip_id", name="koers_doelbegrip_begrip_gemeente", target="koers_begrip"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="koers_doelbegrip_eigen_sleutel"),
                ],
            },
        ),
        GuardGemeente("koerszin"),
        GuardGemeente("doel"),
        GuardGemeente("doelverband"),
        GuardGemeente("doelbegrip"),
        SearchIndex("doel"),
    ]
