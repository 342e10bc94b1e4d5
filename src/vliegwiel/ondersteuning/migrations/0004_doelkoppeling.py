import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange


class Migration(migrations.Migration):
    dependencies = [
        ("koers", "0002_doelen"),
        ("ondersteuning", "0003_belletje_moment"),
    ]

    operations = [
        migrations.CreateModel(
            name="Doelkoppeling",
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
                    "plandoel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="koppelingen",
                        to="ondersteuning.plandoel",
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
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
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
                ("moment", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "doel"], name="ondersteuning_koppeling_doel")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "plandoel", "doel"), name="ondersteuning_doelkoppeling_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="plandoel_id",
                        name="ondersteuning_doelkoppeling_plandoel_gemeente",
                        target="ondersteuning_plandoel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="doel_id",
                        name="ondersteuning_doelkoppeling_doel_gemeente",
                        target="koers_doel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_doelkoppeling_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="ondersteuning_doelkoppeling_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_doelkoppeling_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kwartaalbeeld",
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
                ("begin", models.DateField()),
                ("beeld", models.JSONField()),
                ("moment", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "begin"), name="ondersteuning_kwartaalbeeld_eenmaal"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_kwartaalbeeld_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("doelkoppeling"),
        GuardGemeente("kwartaalbeeld"),
        NeverChange("kwartaalbeeld"),
    ]
