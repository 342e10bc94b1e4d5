import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gemeenschap", "0002_berichten"),
        ("kern", "0002_werk"),
        ("ondersteuning", "0002_voorziening"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inlezing",
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
                        choices=[("berichten", "Berichten"), ("voorzieningen", "Voorzieningen")],
                        max_length=13,
                    ),
                ),
                (
                    "door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("kolommen", models.JSONField(default=dict)),
                ("bevestigd_op", models.DateTimeField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "-gemaakt_op"], name="uitwisseling_inlezing_op")
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="door_id",
                        name="uitwisseling_inlezing_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="uitwisseling_inlezing_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bestand",
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
                    "inlezing",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bestanden",
                        to="uitwisseling.inlezing",
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                ("naam", models.CharField(max_length=200)),
                ("grootte", models.PositiveBigIntegerField()),
                ("hash", models.CharField(max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht"),
                            ("verwerkt", "Verwerkt"),
                            ("met_opmerkingen", "Met Opmerkingen"),
                            ("terzijde", "Terzijde"),
                            ("al_bekend", "Al Bekend"),
                            ("afgekeurd", "Afgekeurd"),
                        ],
                        default="wacht",
                        max_length=15,
                    ),
                ),
                ("wet", models.CharField(blank=True, max_length=5)),
                ("soort", models.CharField(blank=True, max_length=3)),
                ("berichtcode", models.CharField(blank=True, max_length=3)),
                ("afzender", models.CharField(blank=True, max_length=8)),
                ("ontvanger", models.CharField(blank=True, max_length=8)),
                ("identificatie", models.CharField(blank=True, max_length=20)),
                ("inhoud_hash", models.CharField(blank=True, max_length=64)),
                ("feiten", models.PositiveIntegerField(default=0)),
                ("sleutel_id", models.CharField(blank=True, max_length=40)),
                ("inhoud", models.BinaryField(blank=True, null=True)),
                ("verwerkt_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "inlezing", "status"], name="uitwisseling_bestand_status"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "inlezing", "nummer"), name="uitwisseling_bestand_nummer"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["verwerkt", "met_opmerkingen", "terzijde"]),
                            models.Q(("berichtcode", ""), _negated=True),
                        ),
                        fields=(
                            "gemeente",
                            "berichtcode",
                            "afzender",
                            "ontvanger",
                            "identificatie",
                            "inhoud_hash",
                        ),
                        name="uitwisseling_bestand_zelfde_bericht",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="inlezing_id",
                        name="uitwisseling_bestand_inlezing_gemeente",
                        target="uitwisseling_inlezing",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="uitwisseling_bestand_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bevinding",
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
                    "bestand",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevindingen",
                        to="uitwisseling.bestand",
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                (
                    "ernst",
                    models.CharField(choices=[("fout", "Fout"), ("opmerking", "Opmerking")], max_length=9),
                ),
                ("code", models.CharField(max_length=60)),
                ("plaats", models.CharField(blank=True, max_length=300)),
                ("rij", models.PositiveIntegerField(blank=True, null=True)),
                ("kolom", models.CharField(blank=True, max_length=60)),
                ("params", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "bestand", "nummer"), name="uitwisseling_bevinding_nummer"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="bestand_id",
                        name="uitwisseling_bevinding_bestand_gemeente",
                        target="uitwisseling_bestand",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="uitwisseling_bevinding_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Terzijde",
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
                    "bestand",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terzijde",
                        to="uitwisseling.bestand",
                    ),
                ),
                (
                    "reden",
                    models.CharField(
                        choices=[
                            ("toewijzing_onbekend", "Toewijzing Onbekend"),
                            ("geboortedatum_anders", "Geboortedatum Anders"),
                            ("lijkt_op", "Lijkt Op"),
                        ],
                        max_length=20,
                    ),
                ),
                ("blind", models.CharField(max_length=64)),
                ("sleutel_id", models.CharField(blank=True, max_length=40)),
                ("cijfertekst", models.TextField(blank=True)),
                ("kandidaat", models.UUIDField(blank=True, null=True)),
                ("gekomen_op", models.DateTimeField()),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toegepast", "Toegepast"),
                            ("zelfde", "Zelfde"),
                            ("ander", "Ander"),
                            ("afgewezen", "Afgewezen"),
                            ("vernietigd", "Vernietigd"),
                        ],
                        max_length=10,
                    ),
                ),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                (
                    "klaar_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "blind", "klaar_op"], name="uitwisseling_terzijde_blind"
                    ),
                    models.Index(
                        fields=["gemeente", "klaar_op", "gekomen_op"], name="uitwisseling_terzijde_open"
                    ),
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="bestand_id",
                        name="uitwisseling_terzijde_bestand_gemeente",
                        target="uitwisseling_bestand",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="klaar_door_id",
                        name="uitwisseling_terzijde_klaar_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="uitwisseling_terzijde_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("inlezing"),
        GuardGemeente("bestand"),
        GuardGemeente("bevinding"),
        GuardGemeente("terzijde"),
        NeverChange("bevinding"),
    ]
