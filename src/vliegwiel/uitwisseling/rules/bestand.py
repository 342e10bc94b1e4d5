"""What may be given at one time, before anybody looks inside, and how a file is called on our pages."""

from __future__ import annotations

import re
import unicodedata

MOST_MEGABYTES = 10  # a file
MOST_TOGETHER = 50  # megabytes at one time
MOST_FILES = 200
MEGABYTE = 1024 * 1024
LONGEST = 120
NINE_DIGITS = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")


def shown_name(given: str) -> str:
    """The file's own name without folders, signs nobody sees, and nine digits that may be a burgerservicenummer."""
    name = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in name)
    plain = " ".join(NINE_DIGITS.sub("*********", seen).split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 9]}…{plain[-8:]}"
