"""What was told to those who wrote, what stands in the database, and whether the two agree."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Write:
    """One form that was sent, and what came back: `acknowledged` is the id it led to, empty when no answer came."""

    mark: str
    fields: dict[str, str]
    sent: float = 0.0
    ended: float = math.inf
    acknowledged: str = ""
    repeated: list[str] = field(default_factory=list)

    def in_flight(self, moment: float) -> bool:
        """Sent before, and answered (or given up) after this moment."""
        return self.sent < moment < self.ended


@dataclass
class Facts:
    """What stands in the database: (id, mark) of what was made, and the ids that log lines of this action name."""

    rows: list[tuple[str, str]]
    lines: list[str]
    looks: dict[str, int] = field(default_factory=dict)  # log lines of reading, per account


@dataclass
class Verdict:
    """Marks of writes, by what went wrong with them."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    unlogged: list[str] = field(default_factory=list)
    untrue: list[str] = field(
        default_factory=list
    )  # a line without what it tells of; a repeat that led elsewhere
    unseen: list[str] = field(default_factory=list)  # an account that read more than was written down

    @property
    def good(self) -> bool:
        return not any(vars(self).values())

    def __str__(self) -> str:
        counts = {name: len(found) for name, found in vars(self).items()}
        return ", ".join(f"{count} {name}" for name, count in counts.items())


def judge(writes: Iterable[Write], facts: Facts, looked: Mapping[str, int] | None = None) -> Verdict:
    """Each acknowledged write once, under the id that was told; each row one line, each line a row."""
    made: dict[str, list[str]] = defaultdict(list)
    for row, mark in facts.rows:
        made[mark].append(row)
    lines, verdict = Counter(facts.lines), Verdict()
    for write in writes:
        told = {led for led in (write.acknowledged, *write.repeated) if led}
        if told and not made[write.mark]:
            verdict.lost.append(write.mark)
        elif not told <= set(made[write.mark]) or "" in write.repeated:
            verdict.untrue.append(write.mark)
    verdict.doubled = [mark for mark, rows in made.items() if len(rows) > 1]
    verdict.unlogged = [mark for row, mark in facts.rows if lines[row] != 1]
    verdict.untrue += sorted(set(lines) - {row for row, _ in facts.rows})
    verdict.unseen = [who for who, seen in (looked or {}).items() if facts.looks.get(who, 0) < seen]
    return verdict
