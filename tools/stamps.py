"""Steps that are done once: a step whose inputs have not changed since it succeeded is skipped."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tools import say


@dataclass(frozen=True)
class Step:
    """One thing to make: what it is called, what it is made from, what must be there afterwards, and how."""

    name: str
    text: str
    work: Callable[[], None]
    inputs: tuple[str | Path, ...] = ()
    outputs: tuple[Path, ...] = ()
    needed: bool = (
        True  # without a step that is not, all else still works: it is said, and tried again next time
    )


def digest(inputs: Iterable[str | Path]) -> str:
    """One hash over texts and file contents; a missing file counts as empty."""
    total = hashlib.sha256()
    for item in inputs:
        content = item.encode() if isinstance(item, str) else item.read_bytes() if item.is_file() else b""
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()


class Stamps:
    """Keeps, per step, the hash of what it was made from; in the environment, so that both go together."""

    made: list[str]

    @property
    def stamps(self) -> Path:
        raise NotImplementedError

    def is_done(self, step: Step) -> bool:
        stamp = self.stamps / step.name
        there = all(path.exists() for path in step.outputs) and stamp.is_file()
        return there and stamp.read_text() == digest(step.inputs)

    def perform(self, steps: Iterable[Step]) -> None:
        """Does what is not done yet. Raises Stop with a sentence at the first needed step that fails."""
        for step in steps:
            if self.is_done(step):
                continue
            try:
                with say.step(step.text):
                    step.work()
            except say.Stop as reason:
                if step.needed:
                    raise
                say.line(f"    {reason}")
                continue
            self.stamps.mkdir(parents=True, exist_ok=True)
            (self.stamps / step.name).write_text(digest(step.inputs))
            self.made.append(step.name)
