"""What the set-up tells the person who waits: one line per step, with seconds; and one way to stop with a sentence."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stop(Exception):
    """Ends the command with a plain sentence and what the reader can do about it; never a traceback."""

    def __init__(self, sentence: str, *advice: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        if not self.advice:
            return self.sentence
        return "\n  ".join([self.sentence, "Wat je kunt doen:", *(f"- {advice}" for advice in self.advice)])


def seconds(duration: float) -> str:
    """A duration in seconds as a Dutch reader writes it: "3,2 s", from a minute on "1 min 05 s"."""
    if duration < 60:
        return f"{duration:.1f} s".replace(".", ",")
    return f"{int(duration // 60)} min {int(duration % 60):02d} s"


def line(text: str = "") -> None:
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """One line that appears at once and ends with the seconds it took."""
    print(f"  {text} … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        line("niet gelukt")
        raise
    line(f"klaar ({seconds(time.monotonic() - began)})")


def stop(reason: Stop) -> int:
    """Prints why we stop; returns the exit code."""
    sys.stdout.flush()
    print(f"\n{reason}", file=sys.stderr, flush=True)
    return 1
