from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("samenspel", "0004_aandachtstand"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="aandachtspunt",
            index=models.Index(fields=["gemeente", "rol", "weg_op", "vanaf"], name="samenspel_aandacht_rol"),
        ),
    ]
