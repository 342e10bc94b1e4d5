"""`make check` and `make test` in parts: each part is timed, a failing part does not stop the next, the total fails."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools import say
from tools.machine import Machine
from tools.postgres import cluster
from tools.steps import Setup

PYTEST = ("pytest", "-rs", "-m", "not rig")
BOTH_CORES = ("-n", "auto", "--dist", "loadfile")  # a file's town is built once
JOURNEYS, HOUSE, RULES = "tests/reizen", "tests/huis", "tests/regels"
ACCESS_TESTS = "tests/toegang"
# House tests that ask every address of a whole town: too long for `make check`, so they run with the suites.
COSTS = tuple(f"{HOUSE}/test_{name}.py" for name in ("queries", "queries_mensen"))
TOWN = (*(f"{HOUSE}/test_{name}.py" for name in ("canaries", "sql")), *COSTS)


@dataclass(frozen=True)
class Part:
    """A named list of commands from the environment's bin folder, with variables of its own."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Report:
    """What went how, for the table at the end."""

    rows: list[tuple[str, bool, float]] = field(default_factory=list)

    @contextmanager
    def timed(self, name: str) -> Iterator[list[int]]:
        """Times a part; the block appends the exit codes of its commands."""
        say.line(f"\n== {name}")
        codes: list[int] = []
        began = time.monotonic()
        try:
            yield codes
        finally:
            self.rows.append((name, bool(codes) and not any(codes), time.monotonic() - began))

    @property
    def failed(self) -> list[str]:
        return [name for name, good, _ in self.rows if not good]

    def table(self) -> str:
        lines = [
            f"  {'goed' if good else 'FOUT'}  {say.seconds(took):>12}  {name}"
            for name, good, took in self.rows
        ]
        total = say.seconds(sum(took for *_, took in self.rows))
        verdict = f"Niet goed: {', '.join(self.failed)}" if self.failed else "Alles is goed"
        return "\n".join(["", "== Tijd per deel", *lines, f"        {total:>12}  samen", f"{verdict}.", ""])


# -- the parts


CHECKS = (
    ("ruff", "check", "--output-format=concise", "."),
    ("ruff", "format", "--check", "--output-format=concise", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("djlint", "src", "--lint", "--quiet"),
    ("vliegwiel", "makemigrations", "--check", "--dry-run"),
    ("python", "-m", "tools.messages", "check"),
    (*PYTEST, *BOTH_CORES, HOUSE, *(f"--ignore={file}" for file in TOWN)),
)
CHECK = Part("controles en huisregels", CHECKS, {"VLIEGWIEL_TEST_DB": "sqlite"})
SQLITE = Part(
    "tests op SQLite",
    (
        (*PYTEST, "-n", "auto", "tests", f"--ignore={HOUSE}", f"--ignore={JOURNEYS}"),
        (*PYTEST, *BOTH_CORES, *TOWN),
    ),
    {"VLIEGWIEL_TEST_DB": "sqlite"},
)
POSTGRES = Part(
    "tests op PostgreSQL",
    (
        (*PYTEST, "-n", "auto", "tests", f"--ignore={HOUSE}", f"--ignore={JOURNEYS}", f"--ignore={RULES}"),
        # Guards, canaries and SQL hold on both engines. What a page costs is counted on SQLite: that test fills a town
        # inside one transaction, where PostgreSQL has no statistics yet and plans a query for an empty table.
        (
            "pytest",
            "-rs",
            "-m",
            "not rig and django_db",
            *BOTH_CORES,
            HOUSE,
            *(f"--ignore={it}" for it in COSTS),
        ),
    ),
    {"VLIEGWIEL_TEST_DB": "postgres"},
)
BROWSER = Part(
    "reizen in de browser",
    ((*PYTEST, JOURNEYS),),
    # Playwright's own event loop runs in the test's thread; Django would refuse its database there.
    {"VLIEGWIEL_TEST_DB": "postgres", "DJANGO_ALLOW_ASYNC_UNSAFE": "true"},
)
SECOND = Part(
    "regels en huisregels op Python 3.13", ((*PYTEST, "-m", "not rig and not django_db", RULES, HOUSE),)
)
# Random pages, plants and mutants beside the table of decisions. On SQLite: there the code must be complete by itself.
ACCESS = Part(
    "toegang: fuzz, planten, mutanten",
    (("pytest", "-rs", "-m", "rig", "-n", "auto", ACCESS_TESTS),),
    {"VLIEGWIEL_TEST_DB": "sqlite"},
)
RIGS = Part(
    "proefopstellingen",
    (("pytest", "-rs", "-m", "rig", "tests", f"--ignore={ACCESS_TESTS}"),),
    {"VLIEGWIEL_TEST_DB": "postgres"},
)


def environment(setup: Setup) -> dict[str, str]:
    """For tests and tools: test mode, our programs first, nothing of the person's own Vliegwiel settings."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("VLIEGWIEL_")}
    asked = ("VLIEGWIEL_GEDEELDE_DATA", "VLIEGWIEL_KILLS", "VLIEGWIEL_KILLS_FORM")
    kept = {name: os.environ[name] for name in asked if name in os.environ}
    return {
        **own,
        **kept,
        **setup.node_env(),
        "VLIEGWIEL_MODUS": "test",
        "VLIEGWIEL_DATA": str(setup.machine.root / "build/test-data"),
    }


def find_python(machine: Machine, version: str) -> str | None:
    """A Python of this version that really starts: from PATH, or one that pyenv keeps."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for candidate in (machine.which(f"python{version}"), *kept):
        if candidate and machine.run([candidate, "-c", "import venv, ensurepip"]).code == 0:
            return str(candidate)
    return None


def shared_data(root: Path) -> Path:
    """Where other people's schemas and samples are: beside the checkout, or where the setting says."""
    return Path(os.environ.get("VLIEGWIEL_GEDEELDE_DATA", root.parent / "shared/data"))


def require_shared_data(root: Path) -> int:
    """In CI the shared data must be there; elsewhere the tests that use them skip by name."""
    if shared_data(root).is_dir() or os.environ.get("CI") != "true":
        return 0
    say.line(
        "De map ../shared/data ontbreekt, en in CI mag dat niet. Wijs een andere aan met VLIEGWIEL_GEDEELDE_DATA."
    )
    return 1


# -- running them


def command(
    setup: Setup, words: Sequence[str], env: Mapping[str, str], *, hold: bool = False
) -> tuple[int, str]:
    """Runs one command in sight; returns its exit code and, with `hold`, its last line, which is then not shown yet."""
    argv = [str(setup.venv / "bin" / words[0]), *words[1:]]
    if not Path(argv[0]).exists():
        say.line(f"{words[0]} ontbreekt in {setup.folder}")
        return 1, ""
    if not hold:
        return subprocess.run(argv, cwd=setup.machine.root, env=dict(env), check=False).returncode, ""
    held = ""
    with subprocess.Popen(
        argv, cwd=setup.machine.root, env=dict(env), stdout=subprocess.PIPE, text=True
    ) as running:
        for text in running.stdout or ():
            if text.strip():
                sys.stdout.write(held)
                sys.stdout.flush()
                held = text
    return running.returncode, held


def perform(setup: Setup, part: Part, report: Report, where: Mapping[str, str]) -> None:
    """Runs a part's commands one after the other, also after a failure."""
    with report.timed(part.name) as codes:
        for words in part.commands:
            began = time.monotonic()
            code, _ = command(setup, words, {**environment(setup), **where, **part.env})
            codes.append(code)
            say.line(
                f"   {'goed' if code == 0 else 'FOUT'}: {' '.join(words)} ({say.seconds(time.monotonic() - began)})"
            )


def run_check(setup: Setup) -> int:
    report = Report()
    perform(setup, CHECK, report, {})
    say.line(report.table())
    return 1 if report.failed else 0


def run_all(setup: Setup, second: Setup | None) -> int:
    """All parts on one PostgreSQL. The table comes before pytest's own closing line, which ends the output."""
    report = Report()
    with report.timed("gedeelde gegevens") as codes:
        codes.append(require_shared_data(setup.machine.root))
    with cluster() as where:
        for part in (CHECK, SQLITE, POSTGRES, BROWSER, ACCESS):
            perform(setup, part, report, where)
        if second is not None:
            perform(second, SECOND, report, {})
        with report.timed(RIGS.name) as codes:
            code, closing = command(
                setup, RIGS.commands[0], {**environment(setup), **where, **RIGS.env}, hold=True
            )
            codes.append(code)
    say.line(report.table())
    sys.stdout.write(closing)
    sys.stdout.flush()
    return 1 if report.failed else 0
