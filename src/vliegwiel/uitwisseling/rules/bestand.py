"""What may be given at one time, before anybody looks inside, and how a file is called on our pages."""

from __future__ import annotations

import re
import unicodedata

MOST_MEGABYTES = 10  # a file
MOST_TOGETHER = 50  # megabytes at one time
MOST_FILES = 200
MEGABYTE = 1024 * 1024
LONGEST = 120
# As people write them: 123456782, 123.456.782, 1234 56 782.
_DIGITS = r"[0-9]{9}|[0-9]{3}([ ._-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ ._-])[0-9]{2}\2[0-9]{3}"
NUMBER = re.compile(rf"(?<![0-9])(?:{_DIGITS})(?![0-9])")


def shown_name(given: str) -> str:
    """The file's own name without folders, signs nobody sees, and nine digits that may be a burgerservicenummer."""
    name = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in name)
    plain = " ".join(NUMBER.sub("*********", seen).split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 9]}…{plain[-8:]}"
