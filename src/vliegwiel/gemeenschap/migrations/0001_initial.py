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
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
                ("niveaus", models.JSONField(default=list)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
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
            ],
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
                ("soort", models.CharField(choices=[("wijk", "Wijk"), ("buurt", "Buurt")], max_length=6)),
                ("naam", models.CharField(max_length=80)),
                ("code", models.CharField(blank=True, max_length=10)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
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
            ],
            options={
                "abstract": False,
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
                ("code", models.CharField(max_length=60)),
                ("waarde", models.JSONField()),
                ("vanaf", models.DateField()),
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
            ],
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
                ("naam", models.CharField(max_length=120)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
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
                ("naam", models.CharField(max_length=120)),
                ("functie", models.CharField(blank=True, max_length=120)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
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
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
            ],
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
                ("rol", models.CharField(max_length=30)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
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
            ],
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
                (
                    "gemeente",
                    vliegwiel.kern.tenancy.GemeenteKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kern.gemeente",
                    ),
                ),
            ],
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
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
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
                        related_name="teamleden",
                        to="gemeenschap.medewerker",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="gebied",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="ouder_id", name="gemeenschap_gebied_ouder_gemeente", target="gemeenschap_gebied"
            ),
        ),
        migrations.AddConstraint(
            model_name="gebied",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_gebied_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="instelling",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "code", "vanaf"), name="gemeenschap_instelling_per_dag"
            ),
        ),
        migrations.AddConstraint(
            model_name="instelling",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_instelling_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="inwoner",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "account"), name="gemeenschap_inwoner_eenmaal"
            ),
        ),
        migrations.AddConstraint(
            model_name="inwoner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("einddatum__isnull", True), ("einddatum__gte", models.F("begindatum")), _connector="OR"
                ),
                name="gemeenschap_inwoner_periode",
            ),
        ),
        migrations.AddConstraint(
            model_name="inwoner",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_inwoner_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="medewerker",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "account"), name="gemeenschap_medewerker_eenmaal"
            ),
        ),
        migrations.AddConstraint(
            model_name="medewerker",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("einddatum__isnull", True), ("einddatum__gte", models.F("begindatum")), _connector="OR"
                ),
                name="gemeenschap_medewerker_periode",
            ),
        ),
        migrations.AddConstraint(
            model_name="medewerker",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="deelname_id",
                name="gemeenschap_medewerker_deelname_gemeente",
                target="gemeenschap_deelname",
            ),
        ),
        migrations.AddConstraint(
            model_name="medewerker",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_medewerker_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="deelname",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "organisatie"), name="gemeenschap_deelname_eenmaal"
            ),
        ),
        migrations.AddConstraint(
            model_name="deelname",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_deelname_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="roltoekenning",
            constraint=models.UniqueConstraint(
                condition=models.Q(("einddatum__isnull", True)),
                fields=("gemeente", "medewerker", "rol"),
                name="gemeenschap_rol_eenmaal_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="roltoekenning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("einddatum__isnull", True), ("einddatum__gte", models.F("begindatum")), _connector="OR"
                ),
                name="gemeenschap_roltoekenning_periode",
            ),
        ),
        migrations.AddConstraint(
            model_name="roltoekenning",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="medewerker_id",
                name="gemeenschap_roltoekenning_medewerker_gemeente",
                target="gemeenschap_medewerker",
            ),
        ),
        migrations.AddConstraint(
            model_name="roltoekenning",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_roltoekenning_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(fields=("gemeente", "naam"), name="gemeenschap_team_naam"),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="deelname_id", name="gemeenschap_team_deelname_gemeente", target="gemeenschap_deelname"
            ),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="gebied_id", name="gemeenschap_team_gebied_gemeente", target="gemeenschap_gebied"
            ),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_team_eigen_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamlid",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="team_id", name="gemeenschap_teamlid_team_gemeente", target="gemeenschap_team"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamlid",
            constraint=vliegwiel.kern.tenancy.SameGemeente(
                column="medewerker_id",
                name="gemeenschap_teamlid_medewerker_gemeente",
                target="gemeenschap_medewerker",
            ),
        ),
        migrations.AddConstraint(
            model_name="teamlid",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "id"), name="gemeenschap_teamlid_eigen_sleutel"
            ),
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
