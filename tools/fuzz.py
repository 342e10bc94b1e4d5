"""`make fuzz`: random people ask random pages, beside docs/huis/toegang.md. `make fuzz AANTAL=5000 SEED=2`."""

import os
import subprocess
import sys

ASKED = "50000"  # CI asks 8,000 among the rigs: every address twenty times
TESTS = ("tests/toegang/test_planten.py", "tests/toegang/test_fuzz.py")


def main() -> int:
    """First that the fuzz finds what is planted, then the questions; with progress."""
    env = {"AANTAL": ASKED, **os.environ}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", *TESTS], env=env, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
