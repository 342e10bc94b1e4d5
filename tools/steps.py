"""The set-up as a list of steps: what each makes, from what, and how."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from tools import say
from tools.machine import Machine
from tools.postgres import newest_bin
from tools.say import Stop
from tools.stamps import Stamps, Step

UI = "src/vliegwiel/ui"
PRINTING = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
LAYS_OUT = "from weasyprint.text import ffi; raise SystemExit(ffi.harfbuzz_subset is None)"


@dataclass
class Setup(Stamps):
    """The steps for one environment (`.venv`, or `.venv-3.13` for the second Python) of one checkout."""

    machine: Machine
    folder: str = ".venv"
    python: str = ""  # the Python that makes the environment
    made: list[str] = field(default_factory=list)  # the steps that had to be done

    @property
    def venv(self) -> Path:
        return self.machine.root / self.folder

    @property
    def stamps(self) -> Path:
        return self.venv / "stamps"

    @property
    def own_python(self) -> Path:
        return self.venv / "bin/python"

    def file(self, name: str) -> Path:
        return self.machine.root / name

    def files(self, *patterns: str) -> tuple[Path, ...]:
        return tuple(sorted(path for pattern in patterns for path in self.machine.root.glob(pattern)))

    # -- the Python side

    def environment(self) -> Step:
        return Step(
            "venv", f"Python-omgeving maken in {self.folder}", self.make_venv, outputs=(self.own_python,)
        )

    def make_venv(self) -> None:
        machine, python = self.machine, self.python or self.machine.python
        works = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        if self.own_python.exists() and machine.run([self.own_python, "-c", works]).code == 0:
            return
        if machine.run([python, "-c", "import venv, ensurepip"]).code != 0:
            self.mend_debian_python(python)
        machine.must([python, "-m", "venv", "--clear", self.venv], "Een Python-omgeving maken")

    def mend_debian_python(self, python: str) -> None:
        """Debian's own Python comes without venv and pip."""
        found = re.search(r"(\d+\.\d+)", self.machine.run([python, "--version"]).output)
        package = f"python{found.group(1)}-venv" if found else "python3-venv"
        say.line(f"\n    (deze Python mist venv en pip; {package} komt van Debian)")
        self.machine.apt([package], "een Python-omgeving")

    def installer(self) -> Step:
        lock = self.file("requirements/uv.txt")
        return Step(
            "uv", "installatieprogramma (uv) halen", self.install_uv, (lock,), (self.venv / "bin/uv",)
        )

    def install_uv(self) -> None:
        pip: list[str | Path] = [
            self.own_python,
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--require-hashes",
        ]
        self.machine.must([*pip, "-r", "requirements/uv.txt"], "uv ophalen")

    def packages(self, which: str) -> Step:
        """`run` or `dev`; an environment with all of `dev` needs no `run`."""
        lock = self.file(f"requirements/{which}.txt")
        step = Step(
            f"packages-{which}", "Python-pakketten installeren", lambda: self.uv_install(lock), (lock,)
        )
        if which == "run" and self.is_done(whole := self.packages("dev")):
            return whole
        return step

    def uv_install(self, lock: Path) -> None:
        uv: list[str | Path] = [
            self.venv / "bin/uv",
            "pip",
            "install",
            "--require-hashes",
            "--python",
            self.own_python,
        ]
        self.machine.must([*uv, "-r", lock], "Python-pakketten ophalen", {"UV_PYTHON_DOWNLOADS": "never"})

    def project(self) -> Step:
        inputs = (self.file("pyproject.toml"), str(self.machine.root))
        return Step(
            "project",
            "Vliegwiel zelf erbij zetten",
            self.install_project,
            inputs,
            (self.venv / "bin/vliegwiel",),
        )

    def install_project(self) -> None:
        uv: list[str | Path] = [self.venv / "bin/uv", "pip", "install", "--python", self.own_python]
        flags = ["--no-deps", "--no-build-isolation", "--offline", "--editable", "."]
        self.machine.must([*uv, *flags], "Vliegwiel zelf installeren")

    # -- css, fonts, script, licences, translations

    def node_env(self) -> dict[str, str]:
        """PATH with this environment's programs first, so that its own Node is found when it has one."""
        return {"PATH": f"{self.venv / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}

    def node(self) -> Step:
        lock = self.file("requirements/node.txt")
        return Step("node", "Node.js zoeken (voor de css)", self.find_node, (lock,))

    def find_node(self) -> None:
        """Uses a Node of 20 or newer that is there; else one from Python's packages, 61 MB."""
        version = self.machine.run(["node", "--version"])
        found = re.match(r"v(\d+)\.", version.output)
        if version.code == 0 and found and int(found.group(1)) >= 20 and self.machine.which("npm"):
            return
        self.uv_install(self.file("requirements/node.txt"))

    def npm(self) -> Step:
        inputs = self.files("package.json", "package-lock.json", ".npmrc")
        return Step(
            "npm", "bouwstenen van de vormgeving halen", self.npm_ci, inputs, (self.file("node_modules"),)
        )

    def npm_ci(self) -> None:
        self.machine.must(
            ["npm", "ci", "--no-progress"], "De bouwstenen van de vormgeving ophalen", self.node_env()
        )

    def assets(self) -> Step:
        sources = self.files(
            f"{UI}/css/**/*.css", f"{UI}/jinja2/**/*.css", f"{UI}/js/*.js", "tools/assets.mjs"
        )
        inputs = (*sources, self.file("package-lock.json"))
        outputs = (self.file(f"{UI}/static/ui/vliegwiel.css"), self.file("build/bundled.json"))
        return Step("assets", "css, letters en script bouwen", self.build_assets, inputs, outputs)

    def build_assets(self) -> None:
        self.machine.must(["npm", "run", "build"], "De vormgeving bouwen", self.node_env())

    def notices(self) -> Step:
        inputs = (
            *self.files("requirements/run.txt", "package-lock.json", "tools/notices.py"),
            self.file("build/bundled.json"),
        )
        outputs = (self.file("src/vliegwiel/THIRD-PARTY-NOTICES.txt"),)
        return Step(
            "notices", "licenties van anderen verzamelen", lambda: self.tool("notices"), inputs, outputs
        )

    def translations(self) -> Step:
        catalogs = self.files("src/vliegwiel/**/*.po")
        outputs = tuple(path.with_suffix(".mo") for path in catalogs)
        return Step(
            "translations",
            "vertalingen omzetten",
            lambda: self.tool("messages", "compile"),
            catalogs,
            outputs,
        )

    def tool(self, name: str, *words: str) -> None:
        self.machine.must([self.own_python, "-m", f"tools.{name}", *words], f"tools.{name}")

    # -- what lays out a PDF

    def printing(self, *, needed: bool) -> Step:
        lock = self.file("requirements/run.txt")
        text = "bibliotheken voor pdf’s zoeken (Pango, HarfBuzz)"
        return Step("printing", text, self.find_printing, (lock,), needed=needed)

    def find_printing(self) -> None:
        """What is there must also be found by WeasyPrint: only loading it tells."""
        asked: list[str | Path] = [self.own_python, "-c", LAYS_OUT]
        if self.machine.run(asked).code == 0:
            return
        self.machine.apt(PRINTING, "een pdf (afdrukken via de browser werkt ook zonder)")
        self.machine.must(asked, "Een pdf maken")

    # -- what only the tests need

    def browser(self) -> Step:
        return Step("chromium", "browser voor de tests zoeken (chromium)", self.find_chromium)

    def find_chromium(self) -> None:
        if self.machine.which("chromium") is None:
            self.machine.apt(["chromium"], "de tests in een echte browser")

    def database(self) -> Step:
        return Step("postgres", "PostgreSQL voor de tests zoeken", self.find_postgres)

    def find_postgres(self) -> None:
        if newest_bin() is None:
            self.machine.apt(["postgresql"], "de tests op PostgreSQL")
        if newest_bin() is None:
            raise Stop(
                "Er is geen PostgreSQL 15 of nieuwer gevonden.", "installeer postgresql 15 of nieuwer."
            )

    # -- which steps for what

    def base(self, packages: str) -> list[Step]:
        own = [self.environment(), self.installer(), self.packages(packages), self.project()]
        return [*own, self.node(), self.npm(), self.assets(), self.notices(), self.translations()]

    def for_run(self) -> list[Step]:
        return [*self.base("run"), self.printing(needed=False)]

    def for_check(self) -> list[Step]:
        return self.base("dev")

    def for_test(self) -> list[Step]:
        return [*self.for_check(), self.printing(needed=True), self.browser(), self.database()]

    def for_second_python(self) -> list[Step]:
        return [self.environment(), self.installer(), self.packages("dev"), self.project()]
