import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente


class Migration(migrations.Migration):
    dependencies = [
        ("gemeenschap", "0001_initial"),
        ("kern", "0002_werk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agbcode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agbcodes",
                        to="gemeenschap.organisatie",
                    ),
                ),
                ("code", models.CharField(max_length=8, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="CbsGebied",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("gemeente", "Gemeente"), ("wijk", "Wijk"), ("buurt", "Buurt")], max_length=8
                    ),
                ),
                ("code", models.CharField(max_length=10)),
                ("naam", models.CharField(max_length=80)),
                ("ouder", models.CharField(blank=True, max_length=10)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["ouder"], name="gemeenschap_cbsgebied_ouder")],
                "constraints": [
                    models.UniqueConstraint(fields=("code", "begindatum"), name="gemeenschap_cbsgebied_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Mailvoorkeur",
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
                    "medewerker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                (
                    "ritme",
                    models.CharField(
                        choices=[("dag", "Dag"), ("week", "Week"), ("nooit", "Nooit")],
                        default="nooit",
                        max_length=5,
                    ),
                ),
                ("dag", models.PositiveSmallIntegerField(default=1)),
                ("laatst_op", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "medewerker"), name="gemeenschap_mailvoorkeur_een"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="gemeenschap_mailvoorkeur_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_mailvoorkeur_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("mailvoorkeur"),
    ]
