"""`make mutate`: break the policy in every small way there is, and see that the oracle notices.

Each mutant lives in a process of its own that answers the questions of one world until an answer differs. What nobody
notices is a survivor: explained in overlevers.yaml (why it changes nothing), or a hole in the proof, and then this
fails. `--aantal 60 --seed 3` takes 60 of the mutants, as CI does.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

import tests.omgeving  # noqa: F401 - the environment comes before Django
from tests.toegang.mutanten import Mutant, mutants_of

ROOT = Path(__file__).parents[2]
# What decides about access, in the order in which one builds on the other.
MODULES = (
    "vliegwiel.privacy.rules.beleid",
    "vliegwiel.privacy.rules.vakken",
    "vliegwiel.privacy.relaties",
    "vliegwiel.privacy.beleid",
)
EXPLAINED = Path(__file__).with_name("overlevers.yaml")
ENOUGH, PATIENCE = 0.95, 60.0
CAUGHT, SURVIVED = 1, 0


def source_of(module: str) -> Path:
    return ROOT / "src" / Path(*module.split(".")).with_suffix(".py")


def all_mutants() -> list[Mutant]:
    return [
        mutant
        for module in MODULES
        for mutant in mutants_of(
            module.removeprefix("vliegwiel."), source_of(module).read_text(encoding="utf-8")
        )
    ]


def install(mutant: Mutant | None) -> None:
    """Run the modules again in place, one of them changed: whoever looks them up now finds the mutant."""
    for name in MODULES:
        module = importlib.import_module(name)
        kept = getattr(module, "eigen_werk", None)
        changed = mutant is not None and f"vliegwiel.{mutant.module}" == name
        tree = mutant.tree if changed and mutant else ast.parse(source_of(name).read_text(encoding="utf-8"))
        exec(compile(tree, str(source_of(name)), "exec"), module.__dict__)
        if kept is not None:
            module.eigen_werk = kept  # type: ignore[attr-defined] # what rooms added at start-up


def ready(seed: int) -> Any:
    """A world in a database of our own, with everybody's answers: shuffled, so that a difference comes soon."""
    import django

    django.setup()
    from django.core.management import call_command

    from tests.toegang.vergelijk import Proef
    from tests.toegang.wereld import make_world
    from vliegwiel.kern.clock import at
    from vliegwiel.kern.codes import Purpose

    call_command("migrate", verbosity=0)
    world = make_world(seed, size=6, rows=40)
    with at(world.now):
        proef = Proef(world, Purpose, share=1, of=4)
    random.Random(seed).shuffle(proef.askers)
    return proef


def judge(proef: Any, mutant: Mutant | None) -> int:
    """In a process of its own: CAUGHT at the first answer that differs, or when the mutant cannot run at all."""
    from vliegwiel.kern.clock import at

    try:
        install(mutant)
        with at(proef.world.now):
            return CAUGHT if next(proef.differences(), None) is not None else SURVIVED
    except Exception:
        return CAUGHT


def run(proef: Any, mutants: list[Mutant], at_once: int) -> Iterator[tuple[Mutant, bool]]:
    """(mutant, survived), a few processes at a time."""
    from django.db import connection

    connection.close()  # a connection does not survive a fork
    busy: dict[int, tuple[Mutant, float]] = {}
    waiting = list(reversed(mutants))
    while waiting or busy:
        while waiting and len(busy) < at_once:
            mutant = waiting.pop()
            child = os.fork()
            if child == 0:
                os._exit(_quietly(proef, mutant))
            busy[child] = (mutant, time.monotonic())
        done, status = os.waitpid(-1, os.WNOHANG)
        if done:
            yield busy.pop(done)[0], os.waitstatus_to_exitcode(status) == SURVIVED
            continue
        for child, (_, began) in busy.items():
            if time.monotonic() - began > PATIENCE:
                os.kill(child, 9)
        time.sleep(0.01)


def _quietly(proef: Any, mutant: Mutant) -> int:
    import warnings

    sys.stderr = sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - lives as long as this process
    warnings.simplefilter("ignore")
    return judge(proef, mutant)


def explained() -> dict[str, str]:
    return (yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) if EXPLAINED.exists() else None) or {}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--aantal", type=int, default=0, help="how many mutants; 0: all of them")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--alleen", default="", help="only mutants with this text in them")
    asked = options.parse_args()
    known, everything = explained(), all_mutants()
    chosen = [it for it in everything if asked.alleen in str(it)]
    if asked.aantal:
        rest = [it for it in chosen if it.key not in known]
        chosen = random.Random(asked.seed).sample(rest, min(asked.aantal, len(rest)))
    began = time.monotonic()
    proef = ready(1)
    if judge(proef, None) == CAUGHT:
        print("the policy as it is differs from the table: nothing to mutate yet")
        return 1
    print(
        f"{len(chosen)} of {len(everything)} mutants; world ready in {time.monotonic() - began:.0f} s",
        flush=True,
    )
    return report(
        list(_followed(proef, chosen)),
        known,
        {it.key for it in everything},
        bool(asked.aantal or asked.alleen),
    )


def _followed(proef: Any, chosen: list[Mutant]) -> Iterator[tuple[Mutant, bool]]:
    began = time.monotonic()
    for turn, (mutant, survived) in enumerate(run(proef, chosen, os.cpu_count() or 1), 1):
        if survived:
            print(f"  survived: {mutant}", flush=True)
        if turn % 50 == 0:
            print(f"  {turn} of {len(chosen)} in {time.monotonic() - began:.0f} s", flush=True)
        yield mutant, survived


def report(results: list[tuple[Mutant, bool]], known: dict[str, str], every: set[str], part: bool) -> int:
    """The figures. What survives unexplained, and what is explained and does not survive or exist, fails."""
    survivors = [mutant for mutant, survived in results if survived]
    strange = [it for it in survivors if it.key not in known]
    stale = sorted(set(known) - every) + [
        it.key for it, survived in results if not survived and it.key in known
    ]
    share = 1 - len(survivors) / len(results) if results else 0.0
    print(
        f"{len(results)} mutants, {len(results) - len(survivors)} caught ({share:.1%}), {len(survivors)} survived,"
    )
    print(f"of which {len(survivors) - len(strange)} explained in {EXPLAINED.name}")
    for mutant in strange:
        print(f"  not explained: {mutant}\n    key: {mutant.key}")
    for key in stale:
        print(f"  explained, and not so: {key}")
    return 1 if strange or stale or (not part and share < ENOUGH) else 0


if __name__ == "__main__":
    sys.exit(main())
