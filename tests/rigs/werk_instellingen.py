"""Settings of the kill rig of the worker: those of the product, a mail server of the test, and a quicker clock."""

import os

from vliegwiel.project.settings import *  # noqa: F403
from vliegwiel.project.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.rigs.werk_soorten"]
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = "127.0.0.1", int(os.environ.get("PROEF_SMTP", "25")), 5
