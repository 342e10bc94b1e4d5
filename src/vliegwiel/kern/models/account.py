from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vliegwiel.kern.ids import new_id


class AccountManager(BaseUserManager["Account"]):
    def create(self, **fields: Any) -> Account:
        """Store a new account; without a password it can only be entered through an invitation."""
        password = fields.pop("password", None)
        account = self.model(**{**fields, "email": self.normalize_email(fields["email"]).lower()})
        account.set_password(password)
        account.save(using=self._db, force_insert=True)
        return account


class Account(AbstractBaseUser):
    """Somebody's log-in, once for the whole installation.

    Residents have a kind of their own: a colleague who is also a resident has two accounts, so that
    what someone sees at work never mixes with what is about themselves.
    """

    class Soort(models.TextChoices):
        MEDEWERKER = "medewerker"
        INWONER = "inwoner"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=12, choices=Soort.choices, default=Soort.MEDEWERKER)
    taal = models.CharField(max_length=2, default="nl")
    is_active = models.BooleanField(default=True)
    aangemaakt_op = models.DateTimeField()

    objects = AccountManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        return self.naam

    # The log-in library asks these; nobody here has rights outside a gemeente.
    is_staff = False
    is_superuser = False

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False
