from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "vliegwiel.project"
    label = "project"
    verbose_name = "Vliegwiel"

    def ready(self) -> None:
        import os
        from datetime import timedelta

        from django.conf import settings

        from vliegwiel.kern.clock import set_offset
        from vliegwiel.project import checks, klok  # noqa: F401

        klok.register()

        # Only to try "six months later"; production has one clock.
        if days := os.environ.get("VLIEGWIEL_DAGEN_VOORUIT"):
            if settings.PRODUCTION:
                raise RuntimeError("VLIEGWIEL_DAGEN_VOORUIT is for the demo and for tests.")
            set_offset(timedelta(days=int(days)))
