import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vliegwiel.kern.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("naam", models.CharField(max_length=120, unique=True)),
                ("soort", models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Deelname",
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
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.organisatie",
                    ),
                ),
                ("niveaus", models.JSONField(default=list)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "organisatie"), name="gemeenschap_deelname_eenmaal"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_deelname_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
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
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deelname",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="medewerkers",
                        to="gemeenschap.deelname",
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                ("functie", models.CharField(blank=True, max_length=120)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "account"), name="gemeenschap_medewerker_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="gemeenschap_medewerker_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="deelname_id",
                        name="gemeenschap_medewerker_deelname_gemeente",
                        target="gemeenschap_deelname",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_medewerker_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Roltoekenning",
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
                        related_name="roltoekenningen",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("rol", models.CharField(max_length=30)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("einddatum__isnull", True)),
                        fields=("gemeente", "medewerker", "rol"),
                        name="gemeenschap_rol_eenmaal_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="gemeenschap_roltoekenning_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="gemeenschap_roltoekenning_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_roltoekenning_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inwoner",
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
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "account"), name="gemeenschap_inwoner_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="gemeenschap_inwoner_periode",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_inwoner_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gebied",
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
                ("soort", models.CharField(choices=[("wijk", "Wijk"), ("buurt", "Buurt")], max_length=6)),
                ("naam", models.CharField(max_length=80)),
                ("code", models.CharField(blank=True, max_length=10)),
                (
                    "ouder",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delen",
                        to="gemeenschap.gebied",
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="ouder_id",
                        name="gemeenschap_gebied_ouder_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_gebied_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
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
                ("naam", models.CharField(max_length=80)),
                (
                    "deelname",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to="gemeenschap.deelname",
                    ),
                ),
                (
                    "gebied",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to="gemeenschap.gebied",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "naam"), name="gemeenschap_team_naam"),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="deelname_id",
                        name="gemeenschap_team_deelname_gemeente",
                        target="gemeenschap_deelname",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id",
                        name="gemeenschap_team_gebied_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="gemeenschap_team_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Teamlid",
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
                    "team",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leden",
                        to="gemeenschap.team",
                    ),
                ),
                (
                    "medewerker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teamleden",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="team_id", name="gemeenschap_teamlid_team_gemeente", target="gemeenschap_team"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="gemeenschap_teamlid_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_teamlid_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Instelling",
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
                ("code", models.CharField(max_length=60)),
                ("waarde", models.JSONField()),
                ("vanaf", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "code", "vanaf"), name="gemeenschap_instelling_per_dag"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="gemeenschap_instelling_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("deelname"),
        GuardGemeente("roltoekenning"),
        GuardGemeente("gebied"),
        GuardGemeente("team"),
        GuardGemeente("teamlid"),
        GuardGemeente("instelling"),
        GuardGemeente("medewerker", own_account=True),
        GuardGemeente("inwoner", own_account=True),
    ]
