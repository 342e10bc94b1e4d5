from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "vliegwiel.privacy"
    label = "privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        from vliegwiel.privacy.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
