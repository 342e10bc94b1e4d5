from django.apps import AppConfig


class KernConfig(AppConfig):
    name = "vliegwiel.kern"
    label = "kern"
    verbose_name = "Kern"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from vliegwiel.kern.database import prepare_sqlite

        connection_created.connect(prepare_sqlite, dispatch_uid="kern.prepare_sqlite")
