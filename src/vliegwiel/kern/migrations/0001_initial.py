import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.SlugField(max_length=40, unique=True)),
                ("naam", models.CharField(max_length=80)),
                ("code", models.CharField(blank=True, max_length=4)),
                ("huisstijl", models.JSONField(blank=True, default=dict)),
                ("aangemaakt_op", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("naam", models.CharField(max_length=120)),
                (
                    "soort",
                    models.CharField(
                        choices=[("medewerker", "Medewerker"), ("inwoner", "Inwoner")],
                        default="medewerker",
                        max_length=12,
                    ),
                ),
                ("taal", models.CharField(default="nl", max_length=2)),
                ("is_active", models.BooleanField(default=True)),
                ("aangemaakt_op", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Formuliersleutel",
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
                ("actor", models.UUIDField()),
                ("route", models.CharField(max_length=300)),
                ("sleutel", models.UUIDField()),
                ("resultaat", models.CharField(max_length=300)),
                ("moment", models.DateTimeField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "actor", "route", "sleutel"), name="kern_formuliersleutel_eenmaal"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="kern_formuliersleutel_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concept",
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
                ("account", models.UUIDField()),
                ("plek", models.CharField(max_length=300)),
                ("velden", models.JSONField()),
                ("moment", models.DateTimeField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "account", "plek"), name="kern_concept_een_per_plek"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="kern_concept_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitgaand",
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
                ("aan", models.EmailField(max_length=254)),
                ("soort", models.CharField(max_length=40)),
                ("parameters", models.JSONField(default=dict)),
                ("pad", models.CharField(max_length=300)),
                ("taal", models.CharField(default="nl", max_length=2)),
                (
                    "status",
                    models.CharField(
                        choices=[("wacht", "Wacht"), ("verstuurd", "Verstuurd"), ("mislukt", "Mislukt")],
                        default="wacht",
                        max_length=10,
                    ),
                ),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("moment", models.DateTimeField()),
                ("verstuurd_op", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "status", "moment"], name="kern_uitgaand_wacht")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "id"), name="kern_uitgaand_eigen_sleutel")
                ],
            },
        ),
        migrations.CreateModel(
            name="Schrijflog",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
                ("moment", models.DateTimeField()),
                ("account", models.UUIDField(null=True)),
                ("actie", models.CharField(max_length=60)),
                ("soort", models.CharField(max_length=40)),
                ("object", models.UUIDField()),
                ("spoor", models.UUIDField()),
                ("parameters", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "object", "moment"], name="kern_schrijflog_object")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "id"), name="kern_schrijflog_eigen_sleutel")
                ],
            },
        ),
        migrations.CreateModel(
            name="Weigering",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
                ("moment", models.DateTimeField()),
                ("account", models.UUIDField(null=True)),
                ("route", models.CharField(max_length=120)),
                ("reden", models.CharField(max_length=60)),
                ("spoor", models.UUIDField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "id"), name="kern_weigering_eigen_sleutel")
                ],
            },
        ),
        GuardGemeente("formuliersleutel"),
        GuardGemeente("concept"),
        GuardGemeente("uitgaand"),
        GuardGemeente("schrijflog"),
        GuardGemeente("weigering"),
        NeverChange("schrijflog"),
        NeverChange("weigering"),
    ]
