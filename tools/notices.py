"""Collects the licences of other people's work: npm packages in our css and script, Python packages we run on.

Writes src/vliegwiel/THIRD-PARTY-NOTICES.txt, which travels in the wheel. Runs inside the environment.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from tools.machine import ROOT
from tools.say import Stop, stop

TARGET = "src/vliegwiel/THIRD-PARTY-NOTICES.txt"
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)
OPENING = """Vliegwiel is built on the work of others. These are their licences.

Part 1: front-end packages that are inside the css, fonts and script of this package.
Part 2: Python packages that Vliegwiel needs to run; they are installed beside it, not copied into it.
"""


def npm_packages(root: Path) -> Iterator[tuple[str, str]]:
    """(name and version, licence text) of each npm package with bytes in what we ship."""
    for name in json.loads((root / "build/bundled.json").read_text(encoding="utf-8")):
        folder = root / "node_modules" / name
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        texts = [
            path.read_text(encoding="utf-8")
            for path in sorted(folder.iterdir())
            if LICENCE_FILE.match(path.name)
        ]
        yield f"{name} {about['version']}", "\n\n".join(texts) or about.get("license", "")


def python_packages(root: Path) -> Iterator[tuple[str, str]]:
    """(name and version, licence text) of each locked Python package that is installed here."""
    for name in re.findall(
        r"^([\w.-]+)==", (root / "requirements/run.txt").read_text(encoding="utf-8"), re.MULTILINE
    ):
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # locked for another platform or Python
        yield f"{name} {package.version}", licence_text(package)


def licence_text(package: metadata.Distribution) -> str:
    """The licence files in a package's own metadata; else the name of the licence it gives."""
    inside = [
        path for path in package.files or () if ".dist-info" in str(path) and LICENCE_FILE.search(path.name)
    ]
    texts = [path.read_text(encoding="utf-8") for path in inside]
    about = package.metadata.json
    classifiers = [str(line).split(" :: ")[-1] for line in about.get("classifier", ()) if "License" in line]
    named = about.get("license_expression") or about.get("license") or ", ".join(classifiers)
    return "\n\n".join(texts) or str(named)


def grouped(packages: Iterator[tuple[str, str]]) -> str:
    """Packages with the very same licence text stand together above it. Raises Stop for one without a licence."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, text in packages:
        if not text.strip():
            raise Stop(
                f"Van {name} is geen licentie gevonden.", "zoek uit of we dit pakket wel mogen gebruiken."
            )
        names[text.strip()].append(name)
    rule = "-" * 78
    return "\n\n".join(f"{rule}\n{chr(10).join(who)}\n{rule}\n\n{text}" for text, who in names.items())


def main(root: Path = ROOT) -> int:
    try:
        parts = [OPENING, "PART 1", grouped(npm_packages(root)), "PART 2", grouped(python_packages(root))]
    except Stop as reason:
        return stop(reason)
    (root / TARGET).write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
