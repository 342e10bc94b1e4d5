import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, SearchIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0001_initial"),
        ("samenspel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Begrip",
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
                ("woord", models.CharField(max_length=60)),
                ("sleutel", models.SlugField(max_length=60)),
                ("aanleiding", models.TextField(blank=True)),
                ("aangedragen_door", models.CharField(blank=True, max_length=120)),
                ("aangemaakt_op", models.DateTimeField()),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "sleutel"), name="koers_begrip_sleutel"),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="koers_begrip_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betekenis",
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
                    "begrip",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betekenissen",
                        to="koers.begrip",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "voorstel"), name="koers_betekenis_voorstel"),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="begrip_id", name="koers_betekenis_begrip_gemeente", target="koers_begrip"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="koers_betekenis_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="koers_betekenis_eigen_sleutel"),
                ],
            },
        ),
        GuardGemeente("begrip"),
        GuardGemeente("betekenis"),
        SearchIndex("begrip"),
    ]
