import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange, SearchIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gemeenschap", "0002_berichten"),
        ("kern", "0002_werk"),
        ("koers", "0002_doelen"),
        ("opdracht", "0001_initial"),
        ("samenspel", "0006_bijdrage"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
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
                ("naam", models.CharField(max_length=120)),
                ("eenheid", models.CharField(blank=True, max_length=30)),
                (
                    "ritme",
                    models.CharField(choices=[("maand", "Maand"), ("kwartaal", "Kwartaal")], max_length=8),
                ),
                ("over_inwoners", models.BooleanField(default=False)),
                ("telling", models.CharField(blank=True, max_length=30)),
                ("toelichting", models.TextField(blank=True)),
                ("aangemaakt_op", models.DateTimeField()),
                ("einddatum", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "naam"), name="effect_indicator_naam"),
                    models.UniqueConstraint(
                        condition=models.Q(("telling", ""), _negated=True),
                        fields=("gemeente", "telling"),
                        name="effect_indicator_telling",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("over_inwoners", False), ("ritme", "kwartaal"), _connector="OR"),
                        name="effect_indicator_kwartaal",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="effect_indicator_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Waarneming",
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
                    "indicator",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waarnemingen",
                        to="effect.indicator",
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
                ("begin", models.DateField()),
                ("waarde", models.DecimalField(decimal_places=2, max_digits=14)),
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
                ("nummer", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gebied__isnull", False)),
                        fields=("gemeente", "indicator", "gebied", "begin"),
                        name="effect_waarneming_gebied",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gebied__isnull", True)),
                        fields=("gemeente", "indicator", "begin"),
                        name="effect_waarneming_geheel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="indicator_id",
                        name="effect_waarneming_indicator_gemeente",
                        target="effect_indicator",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id",
                        name="effect_waarneming_gebied_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="effect_waarneming_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="effect_waarneming_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publicatie",
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
                ("onderwerp", models.CharField(max_length=40)),
                ("begin", models.DateField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "onderwerp", "begin"), name="effect_publicatie_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="effect_publicatie_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="effect_publicatie_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cel",
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
                    "publicatie",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cellen",
                        to="effect.publicatie",
                    ),
                ),
                (
                    "indicator",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="effect.indicator",
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
                ("begin", models.DateField()),
                ("waarde", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gebied__isnull", False)),
                        fields=("gemeente", "indicator", "gebied", "begin"),
                        name="effect_cel_gebied",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gebied__isnull", True)),
                        fields=("gemeente", "indicator", "begin"),
                        name="effect_cel_geheel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="publicatie_id",
                        name="effect_cel_publicatie_gemeente",
                        target="effect_publicatie",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="indicator_id", name="effect_cel_indicator_gemeente", target="effect_indicator"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id", name="effect_cel_gebied_gemeente", target="gemeenschap_gebied"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="effect_cel_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BeoogdEffect",
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
                    "doel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="koers.doel",
                    ),
                ),
                (
                    "opdracht",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="opdracht.opdracht",
                    ),
                ),
                (
                    "indicator",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="effect.indicator",
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
                ("titel", models.CharField(max_length=160)),
                ("startwaarde", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("streefwaarde", models.DecimalField(decimal_places=2, max_digits=14)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField()),
                ("oordelen", models.TextField()),
                (
                    "voorstel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.voorstel",
                    ),
                ),
                ("aangemaakt_op", models.DateTimeField()),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "doel"], name="effect_beoogd_doel")],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "voorstel"), name="effect_beoogd_voorstel"),
                    models.CheckConstraint(
                        condition=models.Q(("einddatum__gte", models.F("begindatum"))),
                        name="effect_beoogd_periode",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="doel_id", name="effect_beoogdeffect_doel_gemeente", target="koers_doel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="opdracht_id",
                        name="effect_beoogdeffect_opdracht_gemeente",
                        target="opdracht_opdracht",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="indicator_id",
                        name="effect_beoogdeffect_indicator_gemeente",
                        target="effect_indicator",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gebied_id",
                        name="effect_beoogdeffect_gebied_gemeente",
                        target="gemeenschap_gebied",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="effect_beoogdeffect_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="effect_beoogdeffect_eigen_sleutel"
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
                    "beoogd",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevindingen",
                        to="effect.beoogdeffect",
                    ),
                ),
                ("tekst", models.TextField()),
                (
                    "gesprek",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.gesprek",
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
                    "medewerker",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gemeenschap.medewerker",
                    ),
                ),
                ("moment", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afspraak__isnull", True), ("gesprek__isnull", False)),
                            models.Q(("afspraak__isnull", False), ("gesprek__isnull", True)),
                            _connector="OR",
                        ),
                        name="effect_bevinding_een",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="beoogd_id",
                        name="effect_bevinding_beoogd_gemeente",
                        target="effect_beoogdeffect",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gesprek_id",
                        name="effect_bevinding_gesprek_gemeente",
                        target="samenspel_gesprek",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="afspraak_id",
                        name="effect_bevinding_afspraak_gemeente",
                        target="samenspel_afspraak",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="effect_bevinding_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="effect_bevinding_eigen_sleutel"),
                ],
            },
        ),
        GuardGemeente("indicator"),
        GuardGemeente("waarneming"),
        GuardGemeente("publicatie"),
        GuardGemeente("cel"),
        GuardGemeente("beoogdeffect"),
        GuardGemeente("bevinding"),
        NeverChange("publicatie"),
        NeverChange("cel"),
        NeverChange("beoogdeffect"),
        NeverChange("bevinding"),
        SearchIndex("beoogdeffect"),
    ]
