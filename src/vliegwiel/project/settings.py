"""Django's settings. Everything a gemeente chooses comes from the environment (`omgeving`)."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from vliegwiel.project import omgeving

PACKAGE = Path(__file__).resolve().parent.parent
MODE = omgeving.mode()
PRODUCTION = MODE == "productie"
DEMO = MODE == "demo"
DEBUG = False  # never: a traceback on a screen can hold what people said
DATA = Path(os.environ.get("VLIEGWIEL_DATA", "var"))

SECRET_KEY = omgeving.secret_key(MODE, DATA)
# What is stored unreadable (a burgerservicenummer), and what it is found by.
SLEUTELS = omgeving.key_ring(MODE, SECRET_KEY)
ZOEKSLEUTEL = omgeving.search_key(MODE, SECRET_KEY, SLEUTELS)
# The heads of the sealed inzagelog: outside the database, and best on another machine.
ZEGELS = Path(os.environ.get("VLIEGWIEL_ZEGELS", DATA / "zegels"))
# Schemas and code lists of iWmo and iJw that a gemeente has itself; without them what comes with Vliegwiel counts.
BERICHTSCHEMAS = omgeving.folder("VLIEGWIEL_XSD")
CODELIJSTEN = omgeving.folder("VLIEGWIEL_CODELIJSTEN")
DATABASES = omgeving.databases(MODE, DATA)
ALLOWED_HOSTS = (
    omgeving.hosts(omgeving.required("VLIEGWIEL_HOSTS", "Name the host names people use, with commas."))
    if PRODUCTION
    else ["127.0.0.1", "localhost", "testserver"]
)
CSRF_TRUSTED_ORIGINS = omgeving.origins(ALLOWED_HOSTS) if PRODUCTION else []

INSTALLED_APPS = [
    "vliegwiel.project",
    "vliegwiel.uitwisseling",
    "vliegwiel.effect",
    "vliegwiel.ondersteuning",
    "vliegwiel.opdracht",
    "vliegwiel.koers",
    "vliegwiel.samenspel",
    "vliegwiel.privacy",
    "vliegwiel.gemeenschap",
    "vliegwiel.ui",
    "vliegwiel.kern",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vliegwiel.ui.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vliegwiel.ui.middleware.NoStoreMiddleware",
    # Outside the transaction of the page: who saw whom is written after it, and before the answer leaves.
    "vliegwiel.privacy.middleware.InzageMiddleware",
    # The transaction opens around CSRF and the view, so that both see the same state.
    "vliegwiel.gemeenschap.middleware.KijkerMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

ROOT_URLCONF = "vliegwiel.project.urls"
WSGI_APPLICATION = "vliegwiel.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "vliegwiel.ui.render.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "vliegwiel.project.inloggen.frame",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# Accounts
AUTH_USER_MODEL = "kern.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "vliegwiel.project.wachtwoord.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "vliegwiel.project.wachtwoord.NotYourself", "OPTIONS": {"user_attributes": ("naam", "email")}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # half a second less for each log-in
PASSWORD_RESET_TIMEOUT = (
    7 * 24 * 3600
)  # an invitation works for a week; a forgotten password for an hour (inloggen)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "begin"
ACCOUNT_ADAPTER = "vliegwiel.project.inloggen.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account only exists because a beheerder invited this address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # the page reads the same; a stranger gets no mail from a gemeente
# Behind the gemeente's web server everybody comes from one address: the visitor's own is the last it added.
ALLAUTH_TRUSTED_PROXY_COUNT = omgeving.number("VLIEGWIEL_PROXIES", 1) if PRODUCTION else 0
# A whole town hall may share one address, at nine in the morning; guessing at one account stays at five.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "30/m/ip,5/300s/key"}
ACCOUNT_LOGOUT_REDIRECT_URL = "begin"
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the browser: computers in a wijkcentrum are shared
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "vliegwiel.project.inloggen.ForAnHour"
ACCOUNT_FORMS = {
    "login": "vliegwiel.project.inlogformulieren.Inloggen",
    "reauthenticate": "vliegwiel.project.inlogformulieren.Opnieuw",
    "change_password": "vliegwiel.project.inlogformulieren.AnderWachtwoord",
    "reset_password": "vliegwiel.project.inlogformulieren.Vergeten",
    "reset_password_from_key": "vliegwiel.project.inlogformulieren.NieuwWachtwoord",
}
MFA_ADAPTER = "vliegwiel.project.inloggen.SecondFactor"
MFA_FORMS = {
    "authenticate": "vliegwiel.project.inlogformulieren.TweedeStap",
    "reauthenticate": "vliegwiel.project.inlogformulieren.TweedeStapOpnieuw",
    "activate_totp": "vliegwiel.project.inlogformulieren.AppKoppelen",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Vliegwiel"
TWEEDE_FACTOR_VERPLICHT = PRODUCTION or os.environ.get("VLIEGWIEL_TWEEDE_FACTOR") == "ja"
SESSION_COOKIE_AGE = 10 * 3600  # a working day
# Seconds without a click: whoever walked away from a shared computer is logged out. Invented people have no
# password to come back with.
SESSION_IDLE = SESSION_COOKIE_AGE if DEMO else 3600
# In the session, so that they go with it at log-out: a toast names people, and a cookie stays on the computer.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "vliegwiel.project.open_views.csrf_failure"

# Security of the browser
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Mail
ADRES = os.environ.get(
    "VLIEGWIEL_ADRES", f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if PRODUCTION else "http://127.0.0.1:8000"
)
DEFAULT_FROM_EMAIL = os.environ.get("VLIEGWIEL_AFZENDER", "Vliegwiel <vliegwiel@gemeente.example>")
if PRODUCTION:
    globals().update(
        omgeving.mail(omgeving.required("VLIEGWIEL_MAIL", "Give smtp://user:password@host:port."))
    )
else:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # the demo shows its outbox on a page

# Background work
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Language and time
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("VLIEGWIEL_STATIC", DATA / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if not PRODUCTION:
    # Serve straight from the packages: nothing to collect, and a changed style shows at once.
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_USE_FINDERS = True
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty, but the server warns when it is not there
WHITENOISE_MANIFEST_STRICT = PRODUCTION
# Files of a form stay in memory, and only for a page that takes them: nothing readable touches the disk.
FILE_UPLOAD_HANDLERS = ["vliegwiel.uitwisseling.forms.uploads.InMemory"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # the page itself says what is too many
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "vliegwiel.project.logregels.Discreet"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "discreet"},
        "nowhere": {"class": "logging.NullHandler"},  # without any handler Python prints it itself
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refused page is no news, and an address can hold the token of an invitation.
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},  # Django's own handler knows nothing of our formatter
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        # A traceback for every scan.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
