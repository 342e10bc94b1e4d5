"""A few processes that belong together: what dies is started again, and when one signal comes all of them end."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

LONGEST_WAIT = 60.0
WELL = 60.0  # seconds alive after which a fall is a first fall again
GRACE = 15.0  # seconds to finish a request or a job
GIVE_UP = 4  # falls in a row before it ever ran; then something is wrong that starting again does not mend


@dataclass
class Child:
    """One process: what people call it, its command line, and how it has been doing."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    falls: int = 0
    again_at: float = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        # A session of its own: Ctrl+C reaches only us, and we end the children in order.
        self.process = subprocess.Popen(self.command, env=dict(environment), start_new_session=True)
        self.began = time.monotonic()

    def fell(self) -> None:
        """Wait twice as long after each fall in a row."""
        self.falls = 1 if time.monotonic() - self.began > WELL else self.falls + 1
        self.again_at = time.monotonic() + min(LONGEST_WAIT, 2.0 ** (self.falls - 1))
        self.process = None


class Family:
    """Keeps the children alive until a signal comes. `live` returns the exit code."""

    def __init__(self, children: Sequence[Child], environment: Mapping[str, str]) -> None:
        self.children = children
        self.environment = environment
        self.ending = False

    def live(self, *, ready: Callable[[], bool], tell: Callable[[str], object]) -> int:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)
        welcomed = False
        try:
            for child in self.children:
                child.start(self.environment)
            while not self.ending:
                welcomed = welcomed or ready()
                if (worn := self._look_after(tell)) is not None and not welcomed:
                    tell(
                        f"{worn.name.capitalize()} blijft stoppen. Kijk hierboven wat er misging. Vliegwiel stopt."
                    )
                    return 1
                time.sleep(0.2)
            tell("Vliegwiel stopt: lopend werk wordt afgemaakt.")
        finally:
            self._stop_all()
        return 0

    def _end(self, number: int, frame: FrameType | None) -> None:
        self.ending = True

    def _look_after(self, tell: Callable[[str], object]) -> Child | None:
        """Start again what fell and has waited long enough; a child that fell too often, if there is one."""
        worn = None
        for child in self.children:
            if child.process is None:
                if time.monotonic() >= child.again_at and not self.ending:
                    child.start(self.environment)
            elif child.process.poll() is not None:
                child.fell()
                worn = child if child.falls >= GIVE_UP else worn
                tell(f"{child.name.capitalize()} stopte onverwacht en start opnieuw.")
        return worn

    def _stop_all(self) -> None:
        alive = [child.process for child in self.children if child.process is not None]
        for process in alive:
            process.terminate()
        end = time.monotonic() + GRACE
        for process in alive:
            try:
                process.wait(timeout=max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
