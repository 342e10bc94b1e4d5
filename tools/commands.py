"""What `make …` can do: each command does the set-up it needs, then its work."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from tools import parts, say
from tools.machine import LOG, Machine
from tools.say import Stop, stop
from tools.stamps import Step
from tools.steps import Setup

Work = Callable[[Setup, argparse.Namespace], int]
DATA = "var"


def prepare(setup: Setup, steps: Sequence[Step], purpose: str) -> None:
    """Runs the set-up and says what it is for. Raises Stop."""
    began = time.monotonic()
    (setup.machine.root / LOG).unlink(missing_ok=True)
    say.line(f"Vliegwiel klaarzetten: {purpose}")
    setup.perform(steps)
    note = "alles stond al klaar" if not setup.made else "klaar"
    say.line(f"  {note} ({say.seconds(time.monotonic() - began)})")


# -- the demo


def demo_environment(machine: Machine) -> dict[str, str]:
    """The demo keeps its data in var/, whatever else is set around it."""
    other = {name: value for name, value in os.environ.items() if not name.startswith("VLIEGWIEL_")}
    return {**other, "VLIEGWIEL_MODUS": "demo", "VLIEGWIEL_DATA": str(machine.root / DATA)}


def require_free_port(machine: Machine, port: int) -> None:
    if not machine.port_is_free(port):
        raise Stop(
            f"Poort {port} is al in gebruik.",
            f"kijk of Vliegwiel al draait: http://127.0.0.1:{port}",
            f"of kies een andere poort: make run PORT={port + 1}",
        )


def vliegwiel(setup: Setup, *words: str) -> None:
    """One of the product's own commands, on the demo's data. Raises Stop."""
    doing = f"vliegwiel {' '.join(words)}"
    setup.machine.must([setup.venv / "bin/vliegwiel", *words], doing, demo_environment(setup.machine))


def load_demo(setup: Setup) -> None:
    """Brings the tables up to date; fills them once."""
    data = setup.machine.root / DATA
    loaded = data / "demo-geladen"
    if not (data / "vliegwiel.sqlite3").exists():
        loaded.unlink(missing_ok=True)  # somebody threw the database away: it is filled again
    with say.step("tabellen bijwerken"):
        vliegwiel(setup, "migrate", "--verbosity=0")
    if not loaded.exists():
        with say.step("demogemeente vullen"):
            vliegwiel(setup, "demo-laden")
        loaded.touch()  # only now: a loading that broke off is done again


def run(setup: Setup, options: argparse.Namespace) -> int:
    """Sets up, fills the demo when it is empty and serves it until Ctrl+C."""
    require_free_port(setup.machine, options.port)
    prepare(setup, setup.for_run(), "de demo")
    load_demo(setup)
    sys.stdout.flush()
    program = str(setup.venv / "bin/vliegwiel")
    os.chdir(setup.machine.root)
    os.execve(program, [program, "serveer", "--poort", str(options.port)], demo_environment(setup.machine))


def demo_reset(setup: Setup, options: argparse.Namespace) -> int:
    """Throws the demo's data away and fills it again."""
    require_free_port(setup.machine, options.port)
    prepare(setup, setup.for_run(), "de demo")
    with say.step("oude gegevens weggooien"):
        shutil.rmtree(setup.machine.root / DATA, ignore_errors=True)
    load_demo(setup)
    say.line("De demo begint weer van voren af aan. Start met: make run")
    return 0


# -- tests


def check(setup: Setup, options: argparse.Namespace) -> int:
    """Everything that needs no browser and no PostgreSQL."""
    prepare(setup, setup.for_check(), "de controles")
    return parts.run_check(setup)


def test(setup: Setup, options: argparse.Namespace) -> int:
    """Everything CI runs."""
    prepare(setup, setup.for_test(), "alle tests")
    return parts.run_all(setup, second_python(setup))


def second_python(setup: Setup) -> Setup | None:
    """An environment with Python 3.13, when this machine has one that works; says so when not."""
    found = parts.find_python(setup.machine, "3.13")
    if found is None:
        say.line("Python 3.13 is niet gevonden: de regels en de huisregels draaien nu alleen op deze Python.")
        return None
    second = Setup(setup.machine, folder=".venv-3.13", python=found)
    prepare(second, second.for_second_python(), "Python 3.13")
    return second


# -- other work


def program(*words: str) -> Work:
    """A command that sets up the test environment and then runs one of its programs, in sight."""

    def work(setup: Setup, options: argparse.Namespace) -> int:
        prepare(setup, setup.for_check(), "het gereedschap")
        argv = [str(setup.venv / "bin" / words[0]), *words[1:]]
        return subprocess.run(
            argv, cwd=setup.machine.root, env=parts.environment(setup), check=False
        ).returncode

    return work


def bench(setup: Setup, options: argparse.Namespace) -> int:
    """The main pages at gemeenten of several sizes, messages, the klok; on both databases."""
    measure = ("python", "-m", "tools.postgres", "run", "--", "python", "-m")
    each = (
        ("tools.bench",),
        ("tools.bench.berichten",),
        ("tools.bench.klok",),
    )
    return next((code for it in each if (code := program(*measure, *it)(setup, options))), 0)


def formatting(setup: Setup, options: argparse.Namespace) -> int:
    return program("ruff", "check", "--fix", ".")(setup, options) | program("ruff", "format", ".")(
        setup, options
    )


def lock(setup: Setup, options: argparse.Namespace) -> int:
    """Renews all locks; needs only uv and Node."""
    prepare(setup, [setup.environment(), setup.installer(), setup.node()], "de sloten")
    from tools import locks

    locks.renew(setup)
    return 0


def clean(setup: Setup, options: argparse.Namespace) -> int:
    """Throws away what the set-up and the tests made; the demo's data stay."""
    made = [
        ".venv",
        ".venv-3.13",
        "node_modules",
        "build",
        "dist",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
    ]
    for name in [*made, ".hypothesis", ".import_linter_cache", "src/vliegwiel/ui/static/ui/fonts"]:
        shutil.rmtree(setup.machine.root / name, ignore_errors=True)
    say.line("Opgeruimd. De gegevens van de demo staan nog in var/ (make demo-reset begint opnieuw).")
    return 0


COMMANDS: dict[str, Work] = {
    "run": run,
    "demo-reset": demo_reset,
    "check": check,
    "test": test,
    "format": formatting,
    "lock": lock,
    "messages": program("python", "-m", "tools.messages", "update"),
    "bench": bench,
    "fuzz": program("python", "-m", "tools.fuzz"),
    "mutate": program("python", "-m", "tests.toegang.muteer"),
    "docs": program("python", "-m", "tools.docs"),
    "screenshots": program("python", "-m", "tools.screenshots"),
    "clean": clean,
}


def main(argv: Sequence[str], machine: Machine | None = None) -> int:
    """Runs one command; a Stop becomes its sentence and exit code 1."""
    parser = argparse.ArgumentParser(prog="make", description="Vliegwiel: opzetten, draaien en testen.")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(argv)
    # A stopped run must still stop its PostgreSQL: let SIGTERM unwind like Ctrl+C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return COMMANDS[options.command](Setup(machine or Machine()), options)
    except Stop as reason:
        return stop(reason)
    except KeyboardInterrupt:
        say.line("\nGestopt.")
        return 130
