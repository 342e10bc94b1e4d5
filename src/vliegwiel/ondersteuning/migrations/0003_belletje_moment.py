from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ondersteuning", "0002_voorziening"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="belletje",
            index=models.Index(fields=["gemeente", "moment"], name="ondersteuning_belletje_moment"),
        ),
    ]
