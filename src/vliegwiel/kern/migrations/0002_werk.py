import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente


class Migration(migrations.Migration):
    dependencies = [
        ("kern", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Werk",
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
                ("soort", models.CharField(max_length=40)),
                ("object", models.UUIDField()),
                ("account", models.UUIDField()),
                ("doel", models.CharField(max_length=30)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht"),
                            ("bezig", "Bezig"),
                            ("klaar", "Klaar"),
                            ("geparkeerd", "Geparkeerd"),
                        ],
                        default="wacht",
                        max_length=10,
                    ),
                ),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("volgende_op", models.DateTimeField()),
                ("stap", models.PositiveIntegerField(default=0)),
                ("stappen", models.PositiveIntegerField(default=0)),
                ("fout", models.CharField(blank=True, max_length=80)),
                ("gemaakt_op", models.DateTimeField()),
                ("begonnen_op", models.DateTimeField(blank=True, null=True)),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "status", "volgende_op"], name="kern_werk_wacht")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["wacht", "bezig"])),
                        fields=("gemeente", "soort", "object"),
                        name="kern_werk_eenmaal_open",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="kern_werk_eigen_sleutel"),
                ],
            },
        ),
        GuardGemeente("werk"),
    ]
