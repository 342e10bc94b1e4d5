"""The set-up on machines we do not have: each trouble gets its sentence, an exit code and never a traceback."""

import ast
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tools import __main__ as entry
from tools import commands, parts, postgres
from tools.machine import ROOT, Done, Machine
from tools.say import Stop, seconds
from tools.stamps import Step
from tools.steps import Setup

NO_DNS = Done(1, "WARNING: Retrying …: [Errno -3] Temporary failure in name resolution")


class Elsewhere(Machine):
    """A machine that answers commands as we say, has the programs we say, and runs nothing."""

    def __init__(
        self, root: Path, answers: Mapping[str, Done] | None = None, *, has: str = "", is_root: bool = False
    ):
        super().__init__(root)
        self.answers = answers or {}
        self.has = has.split()
        self.am_root = is_root
        self.asked: list[str] = []

    def run(self, argv: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Done:
        words = " ".join(str(word) for word in argv)
        self.asked.append(words)
        return next((done for part, done in self.answers.items() if part in words), Done(0, "v22.0.0"))

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.has else None

    def is_root(self) -> bool:
        return self.am_root


def refusal(capsys: pytest.CaptureFixture[str], code: int) -> str:
    """What the person reads after a command that did not go on."""
    said = capsys.readouterr().err
    assert code != 0
    assert "Traceback" not in said
    assert "Wat je kunt doen:" in said
    return said


def test_busy_port(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        machine = Elsewhere(tmp_path)
        code = commands.main(["run", "--port", str(port)], machine)
    said = refusal(capsys, code)
    assert f"Poort {port} is al in gebruik." in said
    assert f"make run PORT={port + 1}" in said
    assert machine.asked == []  # said before minutes of set-up, not after


def test_old_python_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(entry, "newer_python", lambda: None)
    said = refusal(capsys, entry.main(["run"]))
    assert "Deze Python is versie 3.9.2. Vliegwiel heeft Python 3.11 of nieuwer nodig." in said


@pytest.mark.parametrize("name", ["__init__.py", "__main__.py"])
def test_old_python_can_read_the_way_in(name: str) -> None:
    ast.parse((ROOT / "tools" / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_no_python_at_all() -> None:
    call = ["make", "run", "PYTHON=python-die-er-niet-is"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Installeer Python 3.11 of nieuwer" in done.stderr


@pytest.mark.parametrize(
    ("fails", "doing"),
    [
        ("pip install --disable", "uv ophalen"),
        ("requirements/run.txt", "Python-pakketten"),
        ("npm ci", "bouwstenen"),
    ],
)
def test_no_network(tmp_path: Path, capsys: pytest.CaptureFixture[str], fails: str, doing: str) -> None:
    code = commands.main(["run", "--port", free_port()], Elsewhere(tmp_path, {fails: NO_DNS}, has="npm"))
    said = refusal(capsys, code)
    assert f"{doing}" in said
    assert "geen verbinding met internet" in said


def test_another_failure_shows_its_last_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    full = Done(1, "lots\nof\nwords\nNo space left on device")
    said = refusal(
        capsys,
        commands.main(["run", "--port", free_port()], Elsewhere(tmp_path, {"npm ci": full}, has="npm")),
    )
    assert "No space left on device" in said
    assert "klaarzetten.log" in said


BARE_DEBIAN = {
    "import venv, ensurepip": Done(1, "No module named 'ensurepip'"),
    "--version": Done(0, "Python 3.11.2"),
}


def test_debian_python_without_venv_and_no_root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal(capsys, commands.main(["check"], Elsewhere(tmp_path, BARE_DEBIAN, has="apt-get")))
    assert "sudo apt-get install python3.11-venv" in said


def test_debian_python_without_venv_is_mended_by_root(tmp_path: Path) -> None:
    machine = Elsewhere(tmp_path, BARE_DEBIAN, has="apt-get", is_root=True)
    Setup(machine).make_venv()
    assert any(asked.startswith("apt-get install") and "python3.11-venv" in asked for asked in machine.asked)
    assert "-m venv" in machine.asked[-1]


def test_apt_without_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = {**BARE_DEBIAN, "apt-get install": Done(100, "E: Failed to fetch …  Could not resolve 'deb'")}
    said = refusal(
        capsys, commands.main(["check"], Elsewhere(tmp_path, answers, has="apt-get", is_root=True))
    )
    assert "geen verbinding met internet" in said


def test_no_browser_and_no_root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal(capsys, commands.main(["test"], Elsewhere(tmp_path, has="npm apt-get")))
    assert "sudo apt-get install chromium" in said


def test_no_apt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal(capsys, commands.main(["test"], Elsewhere(tmp_path, has="npm")))
    assert "chromium" in said
    assert "geen apt-get" in said


NO_PANGO = {"from weasyprint.text": Done(1, "OSError: cannot load library 'libpango-1.0-0'")}


def only_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo, up to where it would fill its tables and start."""
    monkeypatch.setattr(commands, "load_demo", lambda setup: None)
    monkeypatch.setattr(os, "execve", lambda *words: None)
    monkeypatch.setattr(os, "chdir", lambda path: None)


def test_without_what_lays_out_a_pdf_the_demo_still_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only_printing(monkeypatch)
    machine = Elsewhere(tmp_path, NO_PANGO, has="npm apt-get")
    for _ in range(2):  # said, and tried again next time
        commands.main(["run", "--port", free_port()], machine)
        said = capsys.readouterr()
        assert "afdrukken via de browser werkt ook zonder" in said.out
        assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said.out
        assert said.err == ""


def test_root_gets_what_lays_out_a_pdf(tmp_path: Path) -> None:
    class Mended(Elsewhere):
        def run(self, argv: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Done:
            done = super().run(argv, env)
            self.answers = {} if self.asked[-1].startswith("apt-get install") else self.answers
            return done

    machine = Mended(tmp_path, NO_PANGO, has="npm apt-get", is_root=True)
    setup = Setup(machine)
    setup.perform([setup.printing(needed=True)])
    assert any(asked.startswith("apt-get install") and "libpango-1.0-0" in asked for asked in machine.asked)
    assert "from weasyprint.text" in machine.asked[-1]
    assert setup.made == ["printing"]


def test_what_apt_brought_must_be_found(tmp_path: Path) -> None:
    machine = Elsewhere(tmp_path, NO_PANGO, has="npm apt-get", is_root=True)
    with pytest.raises(Stop, match="Een pdf maken lukt niet"):
        Setup(machine).find_printing()


def test_the_tests_need_what_lays_out_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal(capsys, commands.main(["test"], Elsewhere(tmp_path, NO_PANGO, has="npm apt-get")))
    assert "sudo apt-get install libpango-1.0-0" in said


def test_node_from_python_packages_where_there_is_none(tmp_path: Path) -> None:
    machine = Elsewhere(tmp_path, {"node --version": Done(0, "v18.20.4")}, has="npm")
    Setup(machine).find_node()
    assert "requirements/node.txt" in machine.asked[-1]


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


# -- steps are done once


def test_a_step_is_done_once_until_its_input_changes(tmp_path: Path) -> None:
    source, done = tmp_path / "source.css", list[str]()
    source.write_text("a")
    step = Step("css", "css maken", lambda: done.append("made"), (source,))
    setup = Setup(Elsewhere(tmp_path))
    setup.perform([step])
    setup.perform([step])
    assert done == ["made"]
    source.write_text("b")
    setup.perform([step])
    assert done == ["made", "made"]


def test_a_step_that_failed_is_tried_again(tmp_path: Path) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    setup, step = Setup(Elsewhere(tmp_path)), Step("css", "css maken", fail)
    with pytest.raises(ZeroDivisionError):
        setup.perform([step])
    assert not setup.is_done(step)


def test_a_step_whose_output_is_gone_is_done_again(tmp_path: Path) -> None:
    output = tmp_path / "out.css"
    setup, step = Setup(Elsewhere(tmp_path)), Step("css", "css maken", output.touch, outputs=(output,))
    setup.perform([step])
    assert setup.is_done(step)
    output.unlink()
    assert not setup.is_done(step)


# -- the test run tells the truth


def fake_program(setup: Setup, name: str, script: str) -> None:
    path = setup.venv / "bin" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_a_failing_part_fails_the_whole_and_the_next_part_still_runs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    setup, report = Setup(Machine(tmp_path)), parts.Report()
    fake_program(setup, "goed", "exit 0")
    fake_program(setup, "fout", "exit 3")
    parts.perform(setup, parts.Part("eerst", (("fout",), ("goed",))), report, {})
    parts.perform(setup, parts.Part("daarna", (("goed",),)), report, {})
    assert report.failed == ["eerst"]
    assert "Niet goed: eerst." in report.table()
    assert "goed: goed" in capfd.readouterr().out


def test_a_missing_program_is_a_failure(tmp_path: Path) -> None:
    report = parts.Report()
    parts.perform(Setup(Machine(tmp_path)), parts.Part("leeg", (("pytest",),)), report, {})
    assert report.failed == ["leeg"]


def test_the_last_line_is_held_back_until_after_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = Setup(Machine(tmp_path))
    fake_program(setup, "pytest", "echo een; echo; echo '=== 2 passed in 0.1s ==='; exit 1")
    code, closing = parts.command(setup, ("pytest",), dict(os.environ), hold=True)
    assert (code, closing) == (1, "=== 2 passed in 0.1s ===\n")
    assert capsys.readouterr().out.strip() == "een"


def test_ci_needs_the_shared_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VLIEGWIEL_GEDEELDE_DATA", raising=False)
    monkeypatch.setenv("CI", "true")
    assert parts.require_shared_data(tmp_path / "checkout") == 1
    monkeypatch.delenv("CI")
    assert parts.require_shared_data(tmp_path / "checkout") == 0


def test_the_newest_postgresql_of_at_least_15_is_used(tmp_path: Path) -> None:
    for version in ("9.6", "13", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin/initdb").touch()
    assert postgres.newest_bin(tmp_path) == tmp_path / "17/bin"
    assert postgres.newest_bin(tmp_path / "nowhere") is None


def test_seconds_read_as_dutch() -> None:
    assert seconds(3.24) == "3,2 s"
    assert seconds(65) == "1 min 05 s"


# -- the demo


def test_the_demo_is_filled_once_and_again_when_its_database_is_gone(tmp_path: Path) -> None:
    machine = Elsewhere(tmp_path)
    database = tmp_path / "var/vliegwiel.sqlite3"
    database.parent.mkdir()
    for expected in (1, 1):
        database.touch()
        commands.load_demo(Setup(machine))
        assert sum("demo-laden" in asked for asked in machine.asked) == expected
    database.unlink()
    commands.load_demo(Setup(machine))
    assert sum("demo-laden" in asked for asked in machine.asked) == 2


def test_the_demo_never_touches_a_real_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLIEGWIEL_MODUS", "productie")
    monkeypatch.setenv("VLIEGWIEL_DATABASE", "postgresql://app@real/gemeente")
    env = commands.demo_environment(Elsewhere(tmp_path))
    assert env["VLIEGWIEL_MODUS"] == "demo"
    assert "VLIEGWIEL_DATABASE" not in env
