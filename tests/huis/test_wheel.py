"""The wheel in an empty environment: it starts, shows its first page, and brings its own style and licences.

Built from a copy of the checkout and without the network: what Vliegwiel runs on is borrowed from this environment.
"""

import os
import re
import shutil
import site
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.machine import ROOT

pytestmark = pytest.mark.rig

SOURCES = ("pyproject.toml", "README.md", "LICENSE", "MANIFEST.in", "src")
PATIENCE = 30  # seconds a fresh server may take on a busy machine


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build leaves traces in the folder it is made from."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, source / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
        else:
            shutil.copy(origin, source / name)
    uv = [
        Path(sys.prefix) / "bin/uv",
        "build",
        "--wheel",
        "--no-build-isolation",
        "--offline",
        "--out-dir",
        target,
    ]
    command([*uv, "--python", sys.executable, source], ROOT)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """An environment with only the wheel in it; the packages it needs are lent by a path, Vliegwiel itself is not."""
    home = tmp_path_factory.mktemp("leeg")
    venv.create(home / "venv", with_pip=False)
    python = home / "venv/bin/python"
    uv = [Path(sys.prefix) / "bin/uv", "pip", "install", "--offline", "--no-deps", "--python", python]
    command([*uv, wheel], home)
    packages = command([python, "-c", "import site; print(site.getsitepackages()[0])"], home).strip()
    (Path(packages) / "lent.pth").write_text(f"{lent(home)}\n")
    return home


def lent(home: Path) -> Path:
    """Our own packages by link, except how this checkout was installed: else the test would see the source."""
    folder = home / "lent"
    folder.mkdir()
    for origin in Path(site.getsitepackages()[0]).iterdir():
        if "vliegwiel" not in origin.name.lower() and origin.suffix != ".pth":
            (folder / origin.name).symlink_to(origin)
    return folder


def command(argv: list[str | Path], cwd: Path, env: dict[str, str] | None = None) -> str:
    words = [str(word) for word in argv]
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def address(empty: Path) -> Iterator[str]:
    """The demo, served by the wheel from a folder far from the checkout."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("VLIEGWIEL_", "DJANGO_", "PYTHON"))
    }
    env = {**kept, "VLIEGWIEL_MODUS": "demo", "VLIEGWIEL_DATA": str(empty / "var")}
    vliegwiel = empty / "venv/bin/vliegwiel"
    command([vliegwiel, "migrate", "--verbosity=0"], empty, env)
    command([vliegwiel, "demo-laden"], empty, env)
    with (empty / "server.log").open("w") as log:
        server = subprocess.Popen(
            [vliegwiel, "serveer", "--poort", port], cwd=empty, env=env, stdout=log, stderr=log
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/", server, empty / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return  # it answers; what it answers is for the tests
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the server did not answer\n{log.read_text()}")


def fetch(url: str) -> tuple[int, str]:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return answer.status, answer.read().decode()


def test_the_wheel_holds_what_was_built(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        r"^vliegwiel/ui/static/ui/vliegwiel\.css$",
        r"^vliegwiel/ui/static/ui/vliegwiel\.js$",
        r"^vliegwiel/ui/static/ui/fonts/.+\.woff2$",
        r"^vliegwiel/ui/jinja2/ui/frame\.html$",
        r"^vliegwiel/project/demo/gegevens/.+\.yaml$",
        r"^vliegwiel/project/demo/berichten/.+\.xml$",
        r"^vliegwiel/THIRD-PARTY-NOTICES\.txt$",
        r"^vliegwiel/locale/en/LC_MESSAGES/django\.mo$",
        r"\.dist-info/licenses/LICENSE$",
    ):
        assert any(re.search(wanted, name) for name in names), f"not in the wheel: {wanted}"
    assert not [name for name in names if name.startswith(("tests/", "tools/"))]


def test_the_wheel_is_itself_and_not_the_checkout(empty: Path) -> None:
    where = command([empty / "venv/bin/python", "-c", "import vliegwiel; print(vliegwiel.__file__)"], empty)
    assert where.startswith(str(empty))


def test_the_first_page_and_its_style(address: str) -> None:
    status, page = fetch(f"{address}/")
    assert status == 200
    link = re.search(r'<link[^>]+href="([^"]+vliegwiel[^"]*\.css)"', page)
    assert link, "the first page links no css"
    status, style = fetch(f"{address}{link.group(1)}")
    assert status == 200
    assert "--vliegwiel-merk" in style
    font = re.search(r"url\(\"?\.?/?(fonts/[^)\"]+\.woff2)", style)
    assert font, "the css names no font of our own"
    assert urllib.request.urlopen(f"{address}{link.group(1).rsplit('/', 1)[0]}/{font.group(1)}").status == 200
