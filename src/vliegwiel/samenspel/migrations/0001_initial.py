import django.db.models.deletion
from django.db import migrations, models

import vliegwiel.kern.ids
import vliegwiel.kern.tenancy
from vliegwiel.kern.migrate_ops import GuardGemeente, NeverChange, RefuseWhen, SearchIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gemeenschap", "0001_initial"),
        ("kern", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tafel",
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
                ("bedoeling", models.TextField()),
                (
                    "openheid",
                    models.CharField(
                        choices=[("besloten", "Besloten"), ("open", "Open")], default="besloten", max_length=8
                    ),
                ),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                ("zoektekst", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "id"), name="samenspel_tafel_eigen_sleutel")
                ],
            },
        ),
        migrations.CreateModel(
            name="Partij",
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
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partijen",
                        to="samenspel.tafel",
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
                ("naam", models.CharField(max_length=120)),
                ("niveaus", models.JSONField(default=list)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "tafel", "naam"), name="samenspel_partij_naam"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="samenspel_partij_tafel_gemeente", target="samenspel_tafel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="deelname_id",
                        name="samenspel_partij_deelname_gemeente",
                        target="gemeenschap_deelname",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="samenspel_partij_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Zetel",
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
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zetels",
                        to="samenspel.tafel",
                    ),
                ),
                (
                    "partij",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zetels",
                        to="samenspel.partij",
                    ),
                ),
                ("niveau", models.CharField(blank=True, max_length=10)),
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
                ("is_begeleider", models.BooleanField(default=False)),
                ("mandaat", models.TextField(blank=True)),
                ("mandaat_tot", models.DateField(blank=True, null=True)),
                ("begindatum", models.DateField()),
                ("einddatum", models.DateField(blank=True, null=True)),
                ("vertrek_vastgelegd", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("inwoner__isnull", True), ("medewerker__isnull", False)),
                            models.Q(("inwoner__isnull", False), ("medewerker__isnull", True)),
                            _connector="OR",
                        ),
                        name="samenspel_zetel_een_mens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("partij__isnull", False), ("is_begeleider", True), _connector="OR"
                        ),
                        name="samenspel_zetel_voor_wie",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="samenspel_zetel_periode",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("einddatum__isnull", True), ("medewerker__isnull", False)),
                        fields=("gemeente", "tafel", "medewerker"),
                        name="samenspel_zetel_medewerker",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("einddatum__isnull", True), ("inwoner__isnull", False)),
                        fields=("gemeente", "tafel", "inwoner"),
                        name="samenspel_zetel_inwoner",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="samenspel_zetel_tafel_gemeente", target="samenspel_tafel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="partij_id", name="samenspel_zetel_partij_gemeente", target="samenspel_partij"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="medewerker_id",
                        name="samenspel_zetel_medewerker_gemeente",
                        target="gemeenschap_medewerker",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="inwoner_id",
                        name="samenspel_zetel_inwoner_gemeente",
                        target="gemeenschap_inwoner",
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="samenspel_zetel_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gesprek",
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
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gesprekken",
                        to="samenspel.tafel",
                    ),
                ),
                ("titel", models.CharField(max_length=120)),
                ("vraag", models.CharField(blank=True, max_length=300)),
                ("datum", models.DateField()),
            ],
            options={
                "abstract": False,
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="samenspel_gesprek_tafel_gemeente", target="samenspel_tafel"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_gesprek_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitspraak",
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
                    "gesprek",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitspraken",
                        to="samenspel.gesprek",
                    ),
                ),
                (
                    "zetel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitspraken",
                        to="samenspel.zetel",
                    ),
                ),
                ("tekst", models.TextField()),
                (
                    "vorm",
                    models.CharField(
                        choices=[("uitspraak", "Uitspraak"), ("zo_wel", "Zo Wel"), ("zo_niet", "Zo Niet")],
                        default="uitspraak",
                        max_length=10,
                    ),
                ),
                (
                    "delen",
                    models.CharField(
                        choices=[("tafel", "Tafel"), ("partij", "Partij"), ("naam", "Naam")],
                        default="tafel",
                        max_length=6,
                    ),
                ),
                ("moment", models.DateTimeField()),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="gesprek_id",
                        name="samenspel_uitspraak_gesprek_gemeente",
                        target="samenspel_gesprek",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="zetel_id", name="samenspel_uitspraak_zetel_gemeente", target="samenspel_zetel"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_uitspraak_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorstel",
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
                    "tafel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorstellen",
                        to="samenspel.tafel",
                    ),
                ),
                ("titel", models.CharField(max_length=160)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("aangenomen", "Aangenomen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("sluitdatum", models.DateField(blank=True, null=True)),
                ("aangenomen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "aangenomen_door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                ("terugkijken_op", models.DateField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("waarom_ingetrokken", models.TextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "tafel", "status"], name="samenspel_voorstel_tafel")
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="tafel_id", name="samenspel_voorstel_tafel_gemeente", target="samenspel_tafel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="aangenomen_door_id",
                        name="samenspel_voorstel_aangenomen_door_gemeente",
                        target="samenspel_zetel",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_voorstel_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Versie",
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
                    "voorstel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versies",
                        to="samenspel.voorstel",
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("tekst", models.TextField()),
                ("toelichting", models.TextField(blank=True)),
                (
                    "zetel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                ("moment", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "voorstel", "nummer"), name="samenspel_versie_nummer"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="samenspel_versie_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="zetel_id", name="samenspel_versie_zetel_gemeente", target="samenspel_zetel"
                    ),
                    models.UniqueConstraint(fields=("gemeente", "id"), name="samenspel_versie_eigen_sleutel"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gevraagde",
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
                    "voorstel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gevraagden",
                        to="samenspel.voorstel",
                    ),
                ),
                (
                    "zetel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                ("moment", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["gemeente", "zetel"], name="samenspel_gevraagde_zetel")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "voorstel", "zetel"), name="samenspel_gevraagde_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="voorstel_id",
                        name="samenspel_gevraagde_voorstel_gemeente",
                        target="samenspel_voorstel",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="zetel_id", name="samenspel_gevraagde_zetel_gemeente", target="samenspel_zetel"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_gevraagde_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Houding",
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
                    "versie",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="houdingen",
                        to="samenspel.versie",
                    ),
                ),
                (
                    "zetel",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                (
                    "keuze",
                    models.CharField(
                        choices=[
                            ("akkoord", "Akkoord"),
                            ("kan_ermee_leven", "Kan Ermee Leven"),
                            ("nog_niet", "Nog Niet"),
                            ("ingetrokken", "Ingetrokken"),
                            ("vrijgegeven", "Vrijgegeven"),
                        ],
                        max_length=16,
                    ),
                ),
                ("want", models.TextField(blank=True)),
                (
                    "door",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samenspel.zetel",
                    ),
                ),
                ("moment", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["gemeente", "versie", "moment"], name="samenspel_houding_versie"),
                    models.Index(fields=["gemeente", "zetel", "moment"], name="samenspel_houding_zetel"),
                ],
                "constraints": [
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="versie_id",
                        name="samenspel_houding_versie_gemeente",
                        target="samenspel_versie",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="zetel_id", name="samenspel_houding_zetel_gemeente", target="samenspel_zetel"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="door_id", name="samenspel_houding_door_gemeente", target="samenspel_zetel"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_houding_eigen_sleutel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderbouwing",
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
                    "versie",
                    vliegwiel.kern.tenancy.TenantForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onderbouwingen",
                        to="samenspel.versie",
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
                        fields=("gemeente", "versie", "uitspraak"), name="samenspel_onderbouwing_eenmaal"
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="versie_id",
                        name="samenspel_onderbouwing_versie_gemeente",
                        target="samenspel_versie",
                    ),
                    vliegwiel.kern.tenancy.SameGemeente(
                        column="uitspraak_id",
                        name="samenspel_onderbouwing_uitspraak_gemeente",
                        target="samenspel_uitspraak",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "id"), name="samenspel_onderbouwing_eigen_sleutel"
                    ),
                ],
            },
        ),
        GuardGemeente("tafel"),
        GuardGemeente("partij"),
        GuardGemeente("zetel"),
        GuardGemeente("gesprek"),
        GuardGemeente("uitspraak"),
        GuardGemeente("voorstel"),
        GuardGemeente("versie"),
        GuardGemeente("gevraagde"),
        GuardGemeente("houding"),
        GuardGemeente("onderbouwing"),
        NeverChange("versie"),
        NeverChange("houding"),
        NeverChange("onderbouwing"),
        SearchIndex("tafel"),
        RefuseWhen(
            "versie",
            name="besloten",
            event="INSERT",
            condition="EXISTS (SELECT 1 FROM samenspel_voorstel v WHERE v.gemeente_id = NEW.gemeente_id "
            "AND v.id = NEW.voorstel_id AND v.status <> 'open')",
        ),
        RefuseWhen(
            "houding",
            name="besloten",
            event="INSERT",
            condition="EXISTS (SELECT 1 FROM samenspel_versie w JOIN samenspel_voorstel v "
            "ON v.gemeente_id = w.gemeente_id AND v.id = w.voorstel_id "
            "WHERE w.gemeente_id = NEW.gemeente_id AND w.id = NEW.versie_id AND v.status <> 'open')",
        ),
        RefuseWhen(
            "gevraagde",
            name="besloten",
            event="INSERT",
            condition="EXISTS (SELECT 1 FROM samenspel_voorstel v WHERE v.gemeente_id = NEW.gemeente_id "
            "AND v.id = NEW.voorstel_id AND v.status <> 'open')",
        ),
        RefuseWhen(
            "onderbouwing",
            name="besloten",
            event="INSERT",
            condition="EXISTS (SELECT 1 FROM samenspel_versie w JOIN samenspel_voorstel v "
            "ON v.gemeente_id = w.gemeente_id AND v.id = w.voorstel_id "
            "WHERE w.gemeente_id = NEW.gemeente_id AND w.id = NEW.versie_id AND v.status <> 'open')",
        ),
        RefuseWhen(
            "uitspraak",
            name="andermans_woorden",
            event="UPDATE",
            condition="NEW.tekst <> OLD.tekst OR NEW.zetel_id <> OLD.zetel_id OR NEW.gesprek_id <> OLD.gesprek_id",
        ),
        RefuseWhen(
            "voorstel",
            name="besloten",
            event="UPDATE",
            condition="OLD.status <> 'open' AND (NEW.status <> OLD.status OR NEW.titel <> OLD.titel "
            "OR NEW.tafel_id <> OLD.tafel_id OR NEW.aangenomen_op IS DISTINCT FROM OLD.aangenomen_op "
            "OR NEW.aangenomen_door_id IS DISTINCT FROM OLD.aangenomen_door_id)",
        ),
    ]
