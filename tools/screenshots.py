"""`make screenshots`: the pictures in README and handboek, made from the demo as it is.

Fills a fresh demo on SQLite in a temporary folder, serves it, and photographs seven pages as the people they are for.
Pillow is not needed: a picture that is too heavy is taken again, at a lower scale.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tools import say
from tools.say import Stop, stop

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/beelden"
CHROMIUM = os.environ.get("VLIEGWIEL_CHROMIUM", "/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
THE_DAY = date(2026, 11, 24)  # a Tuesday
HEAVIEST = 200_000  # bytes
STARTS_WITHIN = 40.0  # seconds


@dataclass(frozen=True)
class Picture:
    """One page as one person sees it. `links` are clicked one after the other, by a part of their text."""

    name: str
    who: str
    links: tuple[str, ...]
    width: int
    height: int


MADE = (
    Picture("vandaag", "Samira Kaya", (), 1280, 800),
    Picture("tafel", "Hanneke Roos", ("Samen in Oost",), 1280, 1000),
    Picture("begrip", "Samira Kaya", ("Samen in Oost", "ormaliseren"), 1280, 1480),
    Picture("plan", "Samira Kaya", ("Mijn mensen", "Rachida"), 1280, 1100),
    Picture("wiel", "Wim Terpstra", ("Het wiel",), 1280, 860),
    Picture("effect", "Wim Terpstra", ("Effect", "Sneller een eerste gesprek"), 1280, 1000),
    Picture("inwoner-telefoon", "mevrouw Bakker", (), 360, 740),
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data: Path, today: date) -> dict[str, str]:
    """The demo of a fixed day, so that a picture made again differs only where the page does."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("VLIEGWIEL_")}
    ahead = str((THE_DAY - today).days)
    return {**own, "VLIEGWIEL_MODUS": "demo", "VLIEGWIEL_DATA": str(data), "VLIEGWIEL_DAGEN_VOORUIT": ahead}


def fill(env: dict[str, str]) -> None:
    for words in (("migrate", "-v0"), ("demo-laden",)):
        subprocess.run([sys.executable, "-m", "vliegwiel.project.cli", *words], env=env, check=True)


@contextmanager
def served(env: dict[str, str]) -> Iterator[str]:
    """The demo at an address of its own, as long as the block runs. Raises Stop when it does not come up."""
    address = f"127.0.0.1:{free_port()}"
    words = [
        "vliegwiel.project.wsgi",
        "--bind",
        address,
        "--threads",
        "4",
        "--no-control-socket",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen([sys.executable, "-m", "gunicorn", *words], env=env)
    try:
        wait_for(f"http://{address}/leeft/", server)
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise Stop("De demo komt niet op gang.", "kijk met `make run` wat er misgaat.")


# -- the camera


def photograph(browser: Any, url: str, wanted: Picture) -> int:
    """Takes one picture; the size of its file in bytes."""
    target = PICTURES / f"{wanted.name}.png"
    for scale in (1.5, 1.25, 1.0, 0.85):
        context = browser.new_context(
            base_url=url,
            locale="nl-NL",
            viewport={"width": wanted.width, "height": wanted.height},
            device_scale_factor=scale if wanted.width > 500 else scale + 0.5,
            is_mobile=wanted.width < 500,
            reduced_motion="reduce",
        )
        walk(context.new_page(), wanted).screenshot(path=target)
        context.close()
        if target.stat().st_size < HEAVIEST:
            break
    return target.stat().st_size


def walk(page: Any, wanted: Picture) -> Any:
    page.goto("/demo/")
    page.locator(".vliegwiel-personakaart__knop").filter(
        has=page.get_by_text(wanted.who, exact=True)
    ).first.click()
    for text in wanted.links:
        page.locator("main a, aside a, header nav a").filter(has_text=text).first.click()
    page.wait_for_load_state("networkidle")
    return page


def main() -> int:
    if not Path(CHROMIUM).exists():
        return stop(
            Stop(
                f"{CHROMIUM} is er niet.",
                "apt-get install chromium",
                "of wijs een andere aan: VLIEGWIEL_CHROMIUM",
            )
        )
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(prefix="vliegwiel-beelden-"))
    try:
        env = environment(data, datetime.now(UTC).date())
        fill(env)
        with served(env) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for wanted in MADE:
                say.line(f"  docs/beelden/{wanted.name}.png  {photograph(browser, url, wanted) // 1000} kB")
            browser.close()
    except Stop as reason:
        return stop(reason)
    finally:
        shutil.rmtree(data, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
