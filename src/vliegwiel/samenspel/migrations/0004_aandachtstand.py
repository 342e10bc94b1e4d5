import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente


class Migration(migrations.Migration):
    dependencies = [
        ("kern", "0002_werk"),
        ("samenspel", "0003_aandachtspunt"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aandachtstand",
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
                ("sinds", models.DateTimeField(blank=True, null=True)),
                ("bij", models.UUIDField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "code"), name="samenspel_aandachtstand_een"),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_aandachtstand_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("aandachtstand"),
    ]
