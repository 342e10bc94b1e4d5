from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "vliegwiel.privacy"
    label = "privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        from vliegwiel.kern import registry
        from vliegwiel.privacy import zegel
        from vliegwiel.privacy.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        registry.klok.add("privacy.zegel", zegel.seal, order=10)
