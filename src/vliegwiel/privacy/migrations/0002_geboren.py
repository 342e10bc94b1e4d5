from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]

    operations = [
        migrations.AddIndex(
            "persoon",
            models.Index(fields=["gemeente", "geboortedatum"], name="privacy_persoon_geboren"),
        ),
    ]
