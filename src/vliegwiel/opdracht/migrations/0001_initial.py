import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, SearchIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gemeenschap", "0002_berichten"),
        ("kern", "0002_werk"),
        ("koers", "0002_doelen"),
        ("samenspel", "0006_bijdrage"),
    ]

    operations = [
        migrations.CreateModel(
            name="Opgave",
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
                ("titel", models.CharField(max_length=160)),
                ("vraag", models.TextField()),
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
                ("budget", models.PositiveBigIntegerField(blank=True, null=True)),
                ("budget_toelichting", models.CharField(blank=True, max_length=300)),
                ("klaar_op", models.DateField(blank=True, null=True)),
                (
                    "medewerker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("aangemaakt_op", models.DateTimeField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                ("nummer", models.PositiveIntegerField(default=1)),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id",
                        name="opdracht_opgave_gebied_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="opdracht_opgave_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="opdracht_opgave_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MogelijkeInschrijver",
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
                    "opgave",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inschrijvers",
                        to="opdracht.opgave",
                    ),
                ),
                (
                    "deelname",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.deelname",
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "deelname"], name="opdracht_inschrijver")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("einddatum__isnull", True)),
                        fields=("gemeente", "opgave", "deelname"),
                        name="opdracht_inschrijver_eenmaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="opdracht_inschrijver_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="opgave_id",
                        name="opdracht_mogelijkeinschrijver_opgave_gemeente",
                        target="opdracht_opgave",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="deelname_id",
                        name="opdracht_mogelijkeinschrijver_deelname_gemeente",
                        target="gemeenschap_deelname",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_mogelijkeinschrijver_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opdracht",
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
                    "opgave",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opdrachten",
                        to="opdracht.opgave",
                    ),
                ),
                (
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.tafel",
                    ),
                ),
                ("titel", models.CharField(max_length=160)),
                (
                    "voorstel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.voorstel",
                    ),
                ),
                ("open_op", models.DateTimeField(blank=True, null=True)),
                ("aangemaakt_op", models.DateTimeField()),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "opgave"], name="opdracht_opdracht_opgave")],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="opgave_id", name="opdracht_opdracht_opgave_gemeente", target="opdracht_opgave"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="opdracht_opdracht_tafel_gemeente", target="samenspel_tafel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="opdracht_opdracht_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_opdracht_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paragraaf",
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
                    "opdracht",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paragrafen",
                        to="opdracht.opdracht",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "soort",
                    models.CharField(
                        choices=[("tekst", "Tekst"), ("wat_niet", "Wat Niet")], default="tekst", max_length=8
                    ),
                ),
                ("kop", models.CharField(max_length=160)),
                ("tekst", models.TextField(blank=True)),
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
                ("gewijzigd_op", models.DateTimeField()),
                ("vervallen_op", models.DateTimeField(blank=True, null=True)),
                ("nummer", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["gemeente", "opdracht", "volgorde"], name="opdracht_paragraaf_volgorde"
                    )
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="opdracht_id",
                        name="opdracht_paragraaf_opdracht_gemeente",
                        target="opdracht_opdracht",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="opdracht_paragraaf_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_paragraaf_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paragraafdoel",
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
                    "paragraaf",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="doelen",
                        to="opdracht.paragraaf",
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
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "doel"], name="opdracht_paragraafdoel_doel")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "paragraaf", "doel"), name="opdracht_paragraafdoel_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="paragraaf_id",
                        name="opdracht_paragraafdoel_paragraaf_gemeente",
                        target="opdracht_paragraaf",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="doel_id", name="opdracht_paragraafdoel_doel_gemeente", target="koers_doel"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_paragraafdoel_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paragraafuitspraak",
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
                    "paragraaf",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitspraken",
                        to="opdracht.paragraaf",
                    ),
                ),
                (
                    "uitspraak",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.uitspraak",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "paragraaf", "uitspraak"),
                        name="opdracht_paragraafuitspraak_eenmaal",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="paragraaf_id",
                        name="opdracht_paragraafuitspraak_paragraaf_gemeente",
                        target="opdracht_paragraaf",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="uitspraak_id",
                        name="opdracht_paragraafuitspraak_uitspraak_gemeente",
                        target="samenspel_uitspraak",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_paragraafuitspraak_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opdrachtbijdrage",
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
                    "opdracht",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bijdragen",
                        to="opdracht.opdracht",
                    ),
                ),
                (
                    "bijdrage",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.bijdrage",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "bijdrage"], name="opdracht_bijdrage")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "opdracht", "bijdrage"), name="opdracht_bijdrage_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="opdracht_id",
                        name="opdracht_opdrachtbijdrage_opdracht_gemeente",
                        target="opdracht_opdracht",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="bijdrage_id",
                        name="opdracht_opdrachtbijdrage_bijdrage_gemeente",
                        target="samenspel_bijdrage",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_opdrachtbijdrage_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opdrachtterugblik",
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
                    "opdracht",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terugblikken",
                        to="opdracht.opdracht",
                    ),
                ),
                (
                    "terugblik",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.terugblik",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "terugblik"), name="opdracht_terugblik_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="opdracht_id",
                        name="opdracht_opdrachtterugblik_opdracht_gemeente",
                        target="opdracht_opdracht",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="terugblik_id",
                        name="opdracht_opdrachtterugblik_terugblik_gemeente",
                        target="samenspel_terugblik",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="opdracht_opdrachtterugblik_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("opgave"),
        GuardGemeente("mogelijkeinschrijver"),
        GuardGemeente("opdracht"),
        GuardGemeente("paragraaf"),
        GuardGemeente("paragraafdoel"),
        GuardGemeente("paragraafuitspraak"),
        GuardGemeente("opdrachtbijdrage"),
        GuardGemeente("opdrachtterugblik"),
        SearchIndex("opgave"),
        SearchIndex("opdracht"),
    ]
