import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, SearchIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gemeenschap", "0001_initial"),
        ("kern", "0001_initial"),
        ("privacy", "0001_initial"),
        ("samenspel", "0002_afspraken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Huishouden",
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
                ("naam", models.CharField(max_length=160)),
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
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "dossier"), name="ondersteuning_huishouden_dossier"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_huishouden_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id",
                        name="ondersteuning_huishouden_gebied_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_huishouden_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Adres",
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
                    "huishouden",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adressen",
                        to="ondersteuning.huishouden",
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
                ("straat", models.CharField(max_length=120)),
                ("huisnummer", models.CharField(blank=True, max_length=12)),
                ("postcode", models.CharField(blank=True, max_length=7)),
                ("plaats", models.CharField(blank=True, max_length=80)),
                ("geheim", models.BooleanField(default=False)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "dossier"], name="ondersteuning_adres_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="ondersteuning_adres_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="huishouden_id",
                        name="ondersteuning_adres_huishouden_gemeente",
                        target="ondersteuning_huishouden",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_adres_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_adres_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                    "familieplan",
                    models.CharField(
                        choices=[
                            ("niet_gevraagd", "Niet Gevraagd"),
                            ("gevraagd", "Gevraagd"),
                            ("ja", "Ja"),
                            ("nee", "Nee"),
                        ],
                        default="niet_gevraagd",
                        max_length=14,
                    ),
                ),
                (
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.tafel",
                    ),
                ),
                (
                    "terugblik",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.terugblik",
                    ),
                ),
                ("begonnen_op", models.DateField()),
                ("gesloten_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "dossier"), name="ondersteuning_plan_dossier"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_plan_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="ondersteuning_plan_tafel_gemeente", target="samenspel_tafel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="terugblik_id",
                        name="ondersteuning_plan_terugblik_gemeente",
                        target="samenspel_terugblik",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_plan_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plandeel",
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
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("gaat_goed", "Gaat Goed"),
                            ("wil_ik", "Wil Ik"),
                            ("aantekening", "Aantekening"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "leefgebied",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wonen", "Wonen"),
                            ("geld", "Geld"),
                            ("werk", "Werk"),
                            ("gezondheid", "Gezondheid"),
                            ("mensen", "Mensen"),
                            ("kinderen", "Kinderen"),
                            ("dag", "Dag"),
                            ("veilig", "Veilig"),
                        ],
                        max_length=12,
                    ),
                ),
                ("tekst", models.TextField()),
                ("eigen_woorden", models.BooleanField(default=False)),
                ("verzegeld", models.BooleanField(default=False)),
                ("afgesloten", models.BooleanField(default=False)),
                (
                    "maker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("gemaakt_op", models.DateTimeField()),
                ("vervallen_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "dossier"], name="ondersteuning_deel_dossier")],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_plandeel_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_plandeel_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="maker_id",
                        name="ondersteuning_plandeel_maker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_plandeel_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plandoel",
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
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                ("tekst", models.TextField()),
                ("eerste_stap", models.TextField(blank=True)),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("loopt", "Loopt"), ("gehaald", "Gehaald"), ("losgelaten", "Losgelaten")],
                        default="loopt",
                        max_length=10,
                    ),
                ),
                ("afgesloten", models.BooleanField(default=False)),
                (
                    "terugblik",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.terugblik",
                    ),
                ),
                ("gemaakt_op", models.DateTimeField()),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "dossier"], name="ondersteuning_doel_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score__isnull", True), ("score__lte", 10), _connector="OR"),
                        name="ondersteuning_doel_score",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_plandoel_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_plandoel_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="terugblik_id",
                        name="ondersteuning_plandoel_terugblik_gemeente",
                        target="samenspel_terugblik",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_plandoel_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doelafspraak",
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
                        related_name="afspraken",
                        to="ondersteuning.plandoel",
                    ),
                ),
                (
                    "afspraak",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.afspraak",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "plandoel", "afspraak"), name="ondersteuning_doelafspraak_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="plandoel_id",
                        name="ondersteuning_doelafspraak_plandoel_gemeente",
                        target="ondersteuning_plandoel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="afspraak_id",
                        name="ondersteuning_doelafspraak_afspraak_gemeente",
                        target="samenspel_afspraak",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_doelafspraak_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contactmoment",
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
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
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
                ("van_inwoner", models.BooleanField(default=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("bezoek", "Bezoek"),
                            ("balie", "Balie"),
                            ("mail", "Mail"),
                            ("bericht", "Bericht"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("gesproken", "Gesproken"),
                            ("niet_bereikt", "Niet Bereikt"),
                            ("bericht_achtergelaten", "Bericht Achtergelaten"),
                            ("afgezegd", "Afgezegd"),
                            ("gelezen", "Gelezen"),
                            ("nog_te_lezen", "Nog Te Lezen"),
                        ],
                        max_length=22,
                    ),
                ),
                ("regel", models.TextField(blank=True)),
                ("afgesloten", models.BooleanField(default=False)),
                ("moment", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "dossier", "-moment"], name="ondersteuning_contact")
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_contactmoment_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_contactmoment_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="ondersteuning_contactmoment_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_contactmoment_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vraag",
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
                        choices=[("vraag", "Vraag"), ("zorg", "Zorg"), ("correctie", "Correctie")],
                        default="vraag",
                        max_length=10,
                    ),
                ),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("balie", "Balie"),
                            ("inloop", "Inloop"),
                            ("web", "Web"),
                            ("kaart", "Kaart"),
                            ("eigen_pagina", "Eigen Pagina"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "namens",
                    models.CharField(
                        choices=[
                            ("zelf", "Zelf"),
                            ("familie", "Familie"),
                            ("buur", "Buur"),
                            ("school", "School"),
                            ("vrijwilliger", "Vrijwilliger"),
                            ("ander", "Ander"),
                        ],
                        default="zelf",
                        max_length=12,
                    ),
                ),
                ("namens_naam", models.CharField(blank=True, max_length=120)),
                ("naam", models.CharField(blank=True, max_length=160)),
                ("contact", models.CharField(blank=True, max_length=160)),
                ("woorden", models.TextField(blank=True)),
                ("organisaties", models.CharField(blank=True, max_length=300)),
                ("eerste_advies", models.TextField(blank=True)),
                ("advies_op", models.DateTimeField(blank=True, null=True)),
                (
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
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
                (
                    "houder",
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
                    "houder_team",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("plan", "Plan"),
                            ("afgerond", "Afgerond"),
                            ("vernietigd", "Vernietigd"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("gesteld_op", models.DateTimeField()),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("verloopt_op", models.DateField()),
                ("uiterlijk", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "houder", "status"], name="ondersteuning_vraag_houder"),
                    models.Index(
                        fields=["gemeente", "houder_team", "status"], name="ondersteuning_vraag_team"
                    ),
                    models.Index(
                        fields=["gemeente", "status", "verloopt_op"], name="ondersteuning_vraag_verloopt"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("houder__isnull", False), ("houder_team__isnull", True)),
                            models.Q(("houder__isnull", True), ("houder_team__isnull", False)),
                            _connector="OR",
                        ),
                        name="ondersteuning_vraag_een_houder",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_vraag_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_vraag_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id",
                        name="ondersteuning_vraag_gebied_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="houder_id",
                        name="ondersteuning_vraag_houder_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="houder_team_id",
                        name="ondersteuning_vraag_houder_team_gemeente",
                        target="gemeenschap_team",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_vraag_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Overdracht",
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
                    "vraag",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdrachten",
                        to="ondersteuning.vraag",
                    ),
                ),
                (
                    "dossier",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.dossier",
                    ),
                ),
                (
                    "van",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                (
                    "naar",
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
                    "naar_team",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.team",
                    ),
                ),
                ("uitleg", models.TextField(blank=True)),
                ("gesprek_op", models.DateField(blank=True, null=True)),
                ("gevraagd_op", models.DateTimeField()),
                ("aangenomen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "aangenomen_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("teruggegeven_op", models.DateTimeField(blank=True, null=True)),
                ("reden", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dossier__isnull", True), ("vraag__isnull", False)),
                            models.Q(("dossier__isnull", False), ("vraag__isnull", True)),
                            _connector="OR",
                        ),
                        name="ondersteuning_overdracht_van_een",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("naar__isnull", False), ("naar_team__isnull", True)),
                            models.Q(("naar__isnull", True), ("naar_team__isnull", False)),
                            _connector="OR",
                        ),
                        name="ondersteuning_overdracht_aan_een",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("aangenomen_op__isnull", True),
                            ("teruggegeven_op__isnull", True),
                            ("vraag__isnull", False),
                        ),
                        fields=("gemeente", "vraag"),
                        name="ondersteuning_overdracht_een_open",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("aangenomen_op__isnull", True),
                            ("dossier__isnull", False),
                            ("teruggegeven_op__isnull", True),
                        ),
                        fields=("gemeente", "dossier"),
                        name="ondersteuning_overdracht_dossier_open",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="vraag_id",
                        name="ondersteuning_overdracht_vraag_gemeente",
                        target="ondersteuning_vraag",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_overdracht_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="van_id",
                        name="ondersteuning_overdracht_van_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="naar_id",
                        name="ondersteuning_overdracht_naar_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="naar_team_id",
                        name="ondersteuning_overdracht_naar_team_gemeente",
                        target="gemeenschap_team",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="aangenomen_door_id",
                        name="ondersteuning_overdracht_aangenomen_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_overdracht_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correctieverzoek",
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
                    "vraag",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.vraag",
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
                    "persoon",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.persoon",
                    ),
                ),
                (
                    "plandeel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.plandeel",
                    ),
                ),
                (
                    "plandoel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.plandoel",
                    ),
                ),
                (
                    "afspraak",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.afspraak",
                    ),
                ),
                (
                    "contactmoment",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.contactmoment",
                    ),
                ),
                ("woorden", models.TextField()),
                ("gevraagd_op", models.DateTimeField()),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[("aangepast", "Aangepast"), ("niet_aangepast", "Niet Aangepast")],
                        max_length=14,
                    ),
                ),
                ("reden", models.TextField(blank=True)),
                ("beantwoord_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "dossier"], name="ondersteuning_correctie")],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="vraag_id",
                        name="ondersteuning_correctieverzoek_vraag_gemeente",
                        target="ondersteuning_vraag",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="dossier_id",
                        name="ondersteuning_correctieverzoek_dossier_gemeente",
                        target="privacy_dossier",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="persoon_id",
                        name="ondersteuning_correctieverzoek_persoon_gemeente",
                        target="privacy_persoon",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="plandeel_id",
                        name="ondersteuning_correctieverzoek_plandeel_gemeente",
                        target="ondersteuning_plandeel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="plandoel_id",
                        name="ondersteuning_correctieverzoek_plandoel_gemeente",
                        target="ondersteuning_plandoel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="afspraak_id",
                        name="ondersteuning_correctieverzoek_afspraak_gemeente",
                        target="samenspel_afspraak",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="contactmoment_id",
                        name="ondersteuning_correctieverzoek_contactmoment_gemeente",
                        target="ondersteuning_contactmoment",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_correctieverzoek_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kaart",
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
                    "afspraak",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.afspraak",
                    ),
                ),
                ("sleutel", models.CharField(max_length=64)),
                ("wie", models.CharField(max_length=120)),
                ("taak", models.TextField()),
                ("voor", models.CharField(max_length=80)),
                (
                    "gemaakt_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("gemaakt_op", models.DateTimeField()),
                ("geldig_tot", models.DateField()),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "antwoord",
                    models.CharField(
                        blank=True,
                        choices=[("lukt", "Lukt"), ("lukt_niet", "Lukt Niet"), ("gedaan", "Gedaan")],
                        max_length=9,
                    ),
                ),
                ("antwoord_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "sleutel"), name="ondersteuning_kaart_sleutel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="afspraak_id",
                        name="ondersteuning_kaart_afspraak_gemeente",
                        target="samenspel_afspraak",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gemaakt_door_id",
                        name="ondersteuning_kaart_gemaakt_door_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="ondersteuning_kaart_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("huishouden"),
        GuardGemeente("adres"),
        GuardGemeente("plan"),
        GuardGemeente("plandeel"),
        GuardGemeente("plandoel"),
        GuardGemeente("doelafspraak"),
        GuardGemeente("contactmoment"),
        GuardGemeente("vraag"),
        GuardGemeente("overdracht"),
        GuardGemeente("correctieverzoek"),
        GuardGemeente("kaart"),
        SearchIndex("huishouden"),
        SearchIndex("adres"),
    ]
