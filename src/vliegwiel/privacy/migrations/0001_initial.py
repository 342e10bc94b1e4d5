import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange, SearchIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gemeenschap", "0001_initial"),
        ("kern", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Persoon",
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
                ("voornaam", models.CharField(max_length=80)),
                ("achternaam", models.CharField(blank=True, max_length=120)),
                ("geboortedatum", models.DateField(blank=True, null=True)),
                ("overleden_op", models.DateField(blank=True, null=True)),
                ("telefoon", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "inwoner",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.inwoner",
                    ),
                ),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("inwoner__isnull", False)),
                        fields=("gemeente", "inwoner"),
                        name="privacy_persoon_inwoner_eenmaal",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="inwoner_id",
                        name="privacy_persoon_inwoner_gemeente",
                        target="gemeenschap_inwoner",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_persoon_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bsn",
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
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                ("sleutel_id", models.CharField(max_length=40)),
                ("cijfertekst", models.TextField()),
                ("blind", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "persoon"), name="privacy_bsn_een_per_persoon"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "blind"), name="privacy_bsn_blind"),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id", name="privacy_bsn_persoon_gemeente", target="privacy_persoon"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_bsn_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vertegenwoordiging",
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
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vertegenwoordigers",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "vertegenwoordiger",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vertegenwoordigt",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("gezag", "Gezag"),
                            ("mentor", "Mentor"),
                            ("bewindvoerder", "Bewindvoerder"),
                            ("volmacht", "Volmacht"),
                        ],
                        max_length=14,
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="privacy_vertegenwoordiging_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("persoon", models.F("vertegenwoordiger")), _negated=True),
                        name="privacy_vertegenwoordiging_een_ander",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="privacy_vertegenwoordiging_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="vertegenwoordiger_id",
                        name="privacy_vertegenwoordiging_vertegenwoordiger_gemeente",
                        target="privacy_persoon",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="privacy_vertegenwoordiging_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
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
                ("nummer", models.CharField(max_length=20)),
                ("referentie", models.CharField(blank=True, max_length=60)),
                ("geopend_op", models.DateField()),
                ("gesloten_op", models.DateField(blank=True, null=True)),
                ("bewaarregel", models.CharField(blank=True, max_length=40)),
                ("klok_vanaf", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "nummer"), name="privacy_dossier_nummer"),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_dossier_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betrokkene",
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
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betrokkenen",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "persoon"], name="privacy_betrokkene_persoon")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="privacy_betrokkene_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="privacy_betrokkene_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="privacy_betrokkene_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="privacy_betrokkene_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betrokkenheid",
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
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betrokkenheden",
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
                (
                    "team",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.team",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("uitvoering", "Uitvoering"),
                            ("vaste_contactpersoon", "Vaste Contactpersoon"),
                            ("coordinator", "Coordinator"),
                        ],
                        default="uitvoering",
                        max_length=20,
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "wmo"),
                            ("jeugd", "jeugd"),
                            ("jeugdbescherming", "jeugdbescherming"),
                            ("participatie", "participatie"),
                            ("schulden", "schulden"),
                            ("welzijn", "welzijn"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                ("beeindigd_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "medewerker", "dossier"], name="privacy_betrokken_mens"),
                    models.Index(fields=["gemeente", "team", "dossier"], name="privacy_betrokken_team"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="privacy_betrokkenheid_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("medewerker__isnull", False), ("team__isnull", True)),
                            models.Q(("medewerker__isnull", True), ("team__isnull", False)),
                            _connector="OR",
                        ),
                        name="privacy_betrokkenheid_een",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "uitvoering"), models.Q(("domein", ""), _negated=True)),
                            models.Q(models.Q(("soort", "uitvoering"), _negated=True), ("domein", "")),
                            _connector="OR",
                        ),
                        name="privacy_betrokkenheid_domein",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("beeindigd_op__isnull", True),
                            ("einddatum__isnull", True),
                            ("soort", "vaste_contactpersoon"),
                        ),
                        fields=("gemeente", "dossier"),
                        name="privacy_een_vaste_contactpersoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="privacy_betrokkenheid_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="privacy_betrokkenheid_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="team_id",
                        name="privacy_betrokkenheid_team_gemeente",
                        target="gemeenschap_team",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="privacy_betrokkenheid_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deling",
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
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delingen",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "wmo"),
                            ("jeugd", "jeugd"),
                            ("jeugdbescherming", "jeugdbescherming"),
                            ("participatie", "participatie"),
                            ("schulden", "schulden"),
                            ("welzijn", "welzijn"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("deelt_doelen", models.BooleanField(default=False)),
                ("deelt_afspraken", models.BooleanField(default=False)),
                ("deelt_inhoud", models.BooleanField(default=False)),
                ("deelt_adres", models.BooleanField(default=False)),
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
                (
                    "deelname",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.deelname",
                    ),
                ),
                (
                    "naar_dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
                ("waarvoor", models.TextField()),
                ("grondslag", models.CharField(max_length=40)),
                ("getoonde_tekst", models.TextField(blank=True)),
                ("akkoord_van", models.CharField(blank=True, max_length=200)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField()),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "medewerker"], name="privacy_deling_mens"),
                    models.Index(fields=["gemeente", "deelname"], name="privacy_deling_deelname"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="privacy_deling_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("deelname__isnull", True),
                                ("medewerker__isnull", False),
                                ("naar_dossier__isnull", True),
                            ),
                            models.Q(
                                ("deelname__isnull", False),
                                ("medewerker__isnull", True),
                                ("naar_dossier__isnull", True),
                            ),
                            models.Q(
                                ("deelname__isnull", True),
                                ("medewerker__isnull", True),
                                ("naar_dossier__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="privacy_deling_aan_een",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id", name="privacy_deling_dossier_gemeente", target="privacy_dossier"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="privacy_deling_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="deelname_id",
                        name="privacy_deling_deelname_gemeente",
                        target="gemeenschap_deelname",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="naar_dossier_id",
                        name="privacy_deling_naar_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_deling_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spoedtoegang",
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
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spoedtoegangen",
                        to="privacy.dossier",
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
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "wmo"),
                            ("jeugd", "jeugd"),
                            ("jeugdbescherming", "jeugdbescherming"),
                            ("participatie", "participatie"),
                            ("schulden", "schulden"),
                            ("welzijn", "welzijn"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "categorie",
                    models.CharField(
                        choices=[
                            ("levensgevaar", "Levensgevaar"),
                            ("kind_onveilig", "Kind Onveilig"),
                            ("geweld", "Geweld"),
                            ("uitzetting", "Uitzetting"),
                            ("anders", "Anders"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reden", models.TextField()),
                ("begonnen_op", models.DateTimeField()),
                ("tot", models.DateTimeField()),
                ("beeindigd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gemeld_aan",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("nakijken_voor", models.DateField()),
                ("nagekeken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "nagekeken_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("terecht", models.BooleanField(blank=True, null=True)),
                ("oordeel", models.TextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "medewerker", "tot"], name="privacy_spoed_mens")
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="privacy_spoedtoegang_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="privacy_spoedtoegang_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gemeld_aan_id",
                        name="privacy_spoedtoegang_gemeld_aan_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="nagekeken_door_id",
                        name="privacy_spoedtoegang_nagekeken_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="privacy_spoedtoegang_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Blokkade",
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
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
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
                    "soort",
                    models.CharField(
                        choices=[
                            ("eigen_dossier", "Eigen Dossier"),
                            ("familie", "Familie"),
                            ("uitgesloten", "Uitgesloten"),
                        ],
                        max_length=14,
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "medewerker"], name="privacy_blokkade_mens")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="privacy_blokkade_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="privacy_blokkade_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="privacy_blokkade_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_blokkade_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzage",
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
                ("spoor", models.UUIDField()),
                ("account", models.UUIDField(null=True)),
                ("medewerker", models.UUIDField(null=True)),
                ("deelname", models.UUIDField(null=True)),
                ("route", models.CharField(max_length=120)),
                ("doel", models.CharField(max_length=30)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("lijst", "Lijst"),
                            ("zoeken", "Zoeken"),
                            ("plan", "Plan"),
                            ("vraag", "Vraag"),
                            ("download", "Download"),
                            ("kopie", "Kopie"),
                            ("voorlezen", "Voorlezen"),
                            ("spoed", "Spoed"),
                            ("eigen", "Eigen"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "moment"], name="privacy_inzage_moment"),
                    models.Index(fields=["gemeente", "account", "moment"], name="privacy_inzage_account"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_inzage_eigen_sleutel")
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzageregel",
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
                (
                    "inzage",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="privacy.inzage",
                    ),
                ),
                ("persoon", models.UUIDField()),
                ("dossier", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "persoon", "-id"], name="privacy_inzageregel_persoon")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="privacy_inzageregel_eigen_sleutel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="inzage_id",
                        name="privacy_inzageregel_inzage_gemeente",
                        target="privacy_inzage",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Besluit",
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
                ("spoor", models.UUIDField()),
                ("account", models.UUIDField(null=True)),
                ("dossier", models.UUIDField(null=True)),
                ("route", models.CharField(max_length=120)),
                ("onderdeel", models.CharField(blank=True, max_length=20)),
                (
                    "uitkomst",
                    models.CharField(choices=[("mag", "Mag"), ("mag_niet", "Mag Niet")], max_length=8),
                ),
                ("reden", models.CharField(max_length=60)),
                ("beleid", models.CharField(max_length=20)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "moment"], name="privacy_besluit_moment")],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_besluit_eigen_sleutel")
                ],
            },
        ),
        migrations.CreateModel(
            name="Wijziging",
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
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "wmo"),
                            ("jeugd", "jeugd"),
                            ("jeugdbescherming", "jeugdbescherming"),
                            ("participatie", "participatie"),
                            ("schulden", "schulden"),
                            ("welzijn", "welzijn"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("soort", models.CharField(max_length=40)),
                ("object", models.UUIDField()),
                ("veld", models.CharField(max_length=40)),
                ("voor", models.TextField(blank=True)),
                ("na", models.TextField(blank=True)),
                ("door", models.CharField(max_length=120)),
                ("account", models.UUIDField(null=True)),
                ("moment", models.DateTimeField()),
                ("spoor", models.UUIDField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "object", "moment"], name="privacy_wijziging_object")
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="privacy_wijziging_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="privacy_wijziging_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Zegel",
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
                ("nummer", models.PositiveIntegerField()),
                ("ids", models.JSONField()),
                ("wortel", models.CharField(max_length=64)),
                ("vorige", models.CharField(max_length=64)),
                ("moment", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "nummer"), name="privacy_zegel_nummer"),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_zegel_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nazicht",
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
                    "inzage",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.inzage",
                    ),
                ),
                (
                    "oordeel",
                    models.CharField(choices=[("gezien", "Gezien"), ("navraag", "Navraag")], max_length=8),
                ),
                ("woorden", models.TextField(blank=True)),
                ("door", models.CharField(max_length=120)),
                ("moment", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "inzage"), name="privacy_nazicht_eenmaal"),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="inzage_id", name="privacy_nazicht_inzage_gemeente", target="privacy_inzage"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="privacy_nazicht_eigen_sleutel"),
                ],
            },
        ),
        GuardGemeente("persoon"),
        GuardGemeente("bsn"),
        GuardGemeente("vertegenwoordiging"),
        GuardGemeente("dossier"),
        GuardGemeente("betrokkene"),
        GuardGemeente("betrokkenheid"),
        GuardGemeente("deling"),
        GuardGemeente("spoedtoegang"),
        GuardGemeente("blokkade"),
        GuardGemeente("inzage"),
        GuardGemeente("inzageregel"),
        GuardGemeente("besluit"),
        GuardGemeente("wijziging"),
        GuardGemeente("zegel"),
        GuardGemeente("nazicht"),
        NeverChange("inzage"),
        NeverChange("inzageregel"),
        NeverChange("besluit"),
        NeverChange("wijziging"),
        NeverChange("zegel"),
        NeverChange("nazicht"),
        SearchIndex("persoon"),
    ]
