"""Settings from environment variables. What is missing or wrong stops the program, with a hint."""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

MODES = ("demo", "productie", "test")


def mode() -> str:
    """demo, productie or test. There is no default: somebody must have chosen."""
    chosen = os.environ.get("VLIEGWIEL_MODUS", "")
    if chosen not in MODES:
        raise ImproperlyConfigured(
            f"VLIEGWIEL_MODUS is {chosen!r}; choose one of {', '.join(MODES)}. "
            "To try Vliegwiel: `make run`. For a real gemeente: VLIEGWIEL_MODUS=productie."
        )
    return chosen


def required(name: str, hint: str) -> str:
    """The value of a variable that must be there."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is empty. {hint}")
    return value


def number(name: str, fallback: int) -> int:
    """A whole number, zero or more."""
    value = os.environ.get(name, "").strip() or str(fallback)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; give a whole number, such as {fallback}.")
    return int(value)


def folder(name: str) -> Path | None:
    """A folder that is there, or none."""
    value = os.environ.get(name, "").strip()
    if value and not Path(value).is_dir():
        raise ImproperlyConfigured(f"{name} names no folder. Give the path of one, or leave it out.")
    return Path(value).resolve() if value else None


def hosts(value: str) -> list[str]:
    """Host names between commas; a name that begins with a dot stands for all names that end so."""
    found = [name.strip() for name in value.split(",")]
    return [name for name in found if name]


def origins(names: list[str]) -> list[str]:
    """The addresses a form may be sent from."""
    return [f"https://{'*' if name.startswith('.') else ''}{name}" for name in names]


def secret_key(chosen_mode: str, data: Path) -> str:
    """The signing key: given in production, made once and kept beside the data in the demo."""
    if chosen_mode == "productie":
        key = required(
            "VLIEGWIEL_GEHEIM", "Give at least 50 random characters; keep them out of the repository."
        )
        if len(key) < 50:
            raise ImproperlyConfigured("VLIEGWIEL_GEHEIM is shorter than 50 characters.")
        return key
    if given := os.environ.get("VLIEGWIEL_GEHEIM"):
        return given
    file = data / "geheim.txt"
    if not file.exists():
        data.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(os.urandom(40).hex())
    return file.read_text().strip()


def key_ring(chosen_mode: str, secret: str) -> dict[str, bytes]:
    """Keys of what is stored unreadable, by id, the current one first. Outside production: made from the secret."""
    given = os.environ.get("VLIEGWIEL_SLEUTELS", "").strip()
    if not given and chosen_mode != "productie":
        return {"proef": _derived(secret, "sleutels")}
    hint = "Give id:key, or a file with a line id:key each, the current one first; a key is 32 random bytes in base64."
    text = required("VLIEGWIEL_SLEUTELS", hint)
    if ":" not in text or text.startswith("/"):
        text = _file("VLIEGWIEL_SLEUTELS", text)
    found: dict[str, bytes] = {}
    for entry in text.replace(",", "\n").split():
        name, _, key = entry.partition(":")
        if not name or name in found or len(name) > 40:
            raise ImproperlyConfigured(f"VLIEGWIEL_SLEUTELS: every key has an id of its own. {hint}")
        found[name] = _key("VLIEGWIEL_SLEUTELS", key)
    if not found:
        raise ImproperlyConfigured(f"VLIEGWIEL_SLEUTELS holds no key. {hint}")
    return found


def search_key(chosen_mode: str, secret: str, ring: dict[str, bytes]) -> bytes:
    """The key of the blind index: another one than those of the ring, and never changed."""
    if not os.environ.get("VLIEGWIEL_ZOEKSLEUTEL", "").strip() and chosen_mode != "productie":
        return _derived(secret, "zoeksleutel")
    text = required("VLIEGWIEL_ZOEKSLEUTEL", "Give 32 random bytes in base64, or a file that holds them.")
    if text.startswith("/"):
        text = _file("VLIEGWIEL_ZOEKSLEUTEL", text).strip()
    key = _key("VLIEGWIEL_ZOEKSLEUTEL", text)
    if key in ring.values():
        raise ImproperlyConfigured("VLIEGWIEL_ZOEKSLEUTEL is one of VLIEGWIEL_SLEUTELS; make another one.")
    return key


def _derived(secret: str, what: str) -> bytes:
    return hashlib.sha256(f"vliegwiel {what} {secret}".encode()).digest()


def _file(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        raise ImproperlyConfigured(f"{name} names a file that cannot be read.") from None


def _key(name: str, text: str) -> bytes:
    """Says never what was given."""
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise ImproperlyConfigured(f"{name} holds a key that is not 32 bytes in base64.")
    return key


def database(url: str) -> dict[str, object]:
    """Django's settings for a database address: sqlite:///file or postgresql://user:password@host/name."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        name = parts.path.removeprefix("/") or ":memory:"
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "CONN_MAX_AGE": 600}
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(
            f"A database address starts with sqlite:/// or postgresql://, not {parts.scheme!r}."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": options.pop("port", None) or str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def databases(chosen_mode: str, data: Path) -> dict[str, dict[str, object]]:
    """The one database, as the role this process runs as (`vliegwiel migrate` runs as the migration role)."""
    fallback = f"sqlite:////{(data / 'vliegwiel.sqlite3').resolve().as_posix().lstrip('/')}"
    url = os.environ.get("VLIEGWIEL_DATABASE") or ("" if chosen_mode == "productie" else fallback)
    if not url:
        raise ImproperlyConfigured(
            "VLIEGWIEL_DATABASE is empty. Give postgresql://app-role@host/name or sqlite:////file."
        )
    return {"default": database(url)}


def mail(url: str) -> dict[str, object]:
    """Django's mail settings for smtp://user:password@host:port (smtps:// for TLS from the start)."""
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps"):
        raise ImproperlyConfigured("VLIEGWIEL_MAIL starts with smtp:// or smtps://.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_TIMEOUT": 20,  # seconds; without it a server that never answers is waited for for ever
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
    }
