"""What a password must be, in our words: long, and not your own name. No signs or capitals are demanded."""

from __future__ import annotations

from django.contrib.auth import password_validation as library
from django.utils.translation import gettext as _


class LongEnough(library.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _(
            "Dit wachtwoord is te kort. Neem minstens %(aantal)s tekens, bijvoorbeeld vier losse woorden."
        ) % {"aantal": self.min_length}


class NotYourself(library.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord lijkt te veel op je naam of e-mailadres.")
