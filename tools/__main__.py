"""The way in: `python3 -m tools <command>`, called by the Makefile.

This file must parse on any Python from 3.6 on: it is where an old Python is told, in words, that it is too old.
"""

import os
import shutil
import subprocess
import sys
from typing import List, Optional, Sequence

OLDEST = (3, 11)
NAMES = ("python3.13", "python3.12", "python3.11")


def too_old(version: Sequence[int]) -> Optional[str]:
    """The sentence for a Python that is too old, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    found = ".".join(str(part) for part in version[:3])
    return (
        "Deze Python is versie {}. Vliegwiel heeft Python 3.11 of nieuwer nodig.\n"
        "  Wat je kunt doen: installeer Python 3.11 (op Debian: apt-get install python3.11),\n"
        "  of wijs een nieuwere aan: make run PYTHON=/pad/naar/python3.11".format(found)
    )


def newer_python() -> Optional[str]:
    """A newer Python beside this one that really starts (a pyenv shim may be there and not work), or None."""
    for name in NAMES:
        path = shutil.which(name)
        if path and subprocess.call([path, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return path
    return None


def main(argv: List[str]) -> int:
    sentence = too_old(tuple(sys.version_info[:3]))
    if sentence is None:
        from tools.commands import main as run_command

        return run_command(argv)
    other = newer_python()
    if other:
        os.execv(other, [other, "-m", "tools"] + argv)
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
