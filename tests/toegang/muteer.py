"""`make mutate`: break the policy in every small way there is, and see that the oracle notices.

Each mutant lives in a process of its own that answers the questions of one small world until an answer differs. What
nobody notices is a survivor: explained in overlevers.yaml (why it changes nothing), or a hole in the proof, and then
this fails. `--aantal 60 --seed 3` takes 60 of the mutants, as CI does.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import tests.omgeving  # noqa: F401 - the environment comes before Django
from tests.toegang.mutanten import Mutant, mutants_of
from vliegwiel.kern.registry import Registry

ROOT = Path(__file__).parents[2]
# What decides about access, in the order in which one builds on the other.
MODULES = (
    "vliegwiel.privacy.rules.beleid",
    "vliegwiel.privacy.rules.vakken",
    "vliegwiel.privacy.relaties",
    "vliegwiel.privacy.stand",
    "vliegwiel.privacy.beleid",
)
# Of the rooms: the queries that open something by themselves, and nothing else of their modules.
ROOMS = {
    "vliegwiel.samenspel.queries.aandachtspunt": ("attends_to", "own_attention"),
    "vliegwiel.ondersteuning.queries.voorziening": ("voorzieningen_of",),
    "vliegwiel.opdracht.queries.reading": (
        "opgaven",
        "opdrachten",
        "marks",
        "_walls",
        "with_wall",
        "with_rights",
    ),
    "vliegwiel.opdracht.queries.tafel": ("seats_to_ask", "_before_the_wall"),
}
EXPLAINED = Path(__file__).with_name("overlevers.yaml")
ENOUGH, PATIENCE = 0.95, 60.0
CAUGHT, SURVIVED = 1, 0


def source_of(module: str) -> Path:
    return ROOT / "src" / Path(*module.split(".")).with_suffix(".py")


def all_mutants() -> list[Mutant]:
    return [
        mutant
        for module in (*MODULES, *ROOMS)
        for mutant in mutants_of(
            module.removeprefix("vliegwiel."), source_of(module).read_text(encoding="utf-8")
        )
        if module not in ROOMS or mutant.where in ROOMS[module]
    ]


@cache
def _compiled(name: str) -> Any:
    path = source_of(name)
    return compile(path.read_text(encoding="utf-8"), str(path), "exec")


def install(mutant: Mutant | None) -> None:
    """Run the changed module again in place, and those that build on it: whoever looks them up finds the mutant."""
    if mutant and f"vliegwiel.{mutant.module}" in ROOMS:
        _install_in_room(mutant)
        return
    changed = MODULES.index(f"vliegwiel.{mutant.module}") if mutant else 0
    for turn, name in enumerate(MODULES[changed:]):
        module = importlib.import_module(name)
        # What rooms added at start-up stays.
        kept = {key: it for key, it in vars(module).items() if isinstance(it, Registry)}
        code = compile(mutant.tree(), name, "exec") if mutant and turn == 0 else _compiled(name)
        exec(code, module.__dict__)
        module.__dict__.update(kept)


def _install_in_room(mutant: Mutant) -> None:
    """The same, and whoever has the function by name gets the mutant: the policy's registry, the room above."""
    from vliegwiel.privacy import relaties

    name = f"vliegwiel.{mutant.module}"
    module = importlib.import_module(name)
    was = {key: getattr(module, key) for key in ROOMS[name]}
    exec(compile(mutant.tree(), name, "exec"), module.__dict__)
    own = relaties.eigen_werk._parts
    for key, old in was.items():
        new = getattr(module, key)
        for place, (order, part) in list(own.items()):
            own[place] = (order, new if part is old else part)
        for other in map(importlib.import_module, ROOMS):
            if getattr(other, key, None) is old:
                setattr(other, key, new)


def ready() -> Any:
    """The small world in a database of our own, in memory, with everybody's answers."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = ":memory:"
    django.setup()
    from django.apps import apps
    from django.core.management import call_command

    # Tables as the models say, without the road of migrations: that is quicker, and no rule of access hangs on it.
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}

    from tests.toegang.klein import make_small
    from tests.toegang.klein_basis import NOW
    from tests.toegang.klein_toets import Toets
    from vliegwiel.kern.clock import at

    call_command("migrate", run_syncdb=True, verbosity=0)
    for name in MODULES:
        _compiled(name)
    for name in ROOMS:
        importlib.import_module(name)
    with at(NOW):
        return Toets(make_small())


def judge(toets: Any, mutant: Mutant | None) -> int:
    """In a process of its own: CAUGHT at the first answer that differs, or when the mutant cannot run at all."""
    from vliegwiel.kern.clock import at

    try:
        install(mutant)
        asked = (mutant.module,) if mutant else ()
        with at(toets.now):
            return CAUGHT if next(toets.differences(*asked), None) is not None else SURVIVED
    except Exception:
        return CAUGHT


def run(toets: Any, mutants: list[Mutant], at_once: int) -> Iterator[tuple[Mutant, bool]]:
    """(mutant, survived), a few processes at a time."""
    busy: dict[int, tuple[Mutant, float]] = {}
    waiting = list(reversed(mutants))
    while waiting or busy:
        while waiting and len(busy) < at_once:
            mutant = waiting.pop()
            child = os.fork()
            if child == 0:
                os._exit(_quietly(toets, mutant))
            busy[child] = (mutant, time.monotonic())
        done, status = os.waitpid(-1, os.WNOHANG)
        if done:
            yield busy.pop(done)[0], os.waitstatus_to_exitcode(status) == SURVIVED
            continue
        for child, (_, began) in busy.items():
            if time.monotonic() - began > PATIENCE:
                os.kill(child, 9)
        time.sleep(0.01)


def _quietly(toets: Any, mutant: Mutant) -> int:
    import warnings

    sys.stderr = sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - lives as long as this process
    warnings.simplefilter("ignore")
    return judge(toets, mutant)


def explained() -> dict[str, str]:
    return (yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) if EXPLAINED.exists() else None) or {}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--aantal", type=int, default=0, help="how many mutants; 0: all of them")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--alleen", default="", help="only mutants that this pattern finds")
    options.add_argument("--tegelijk", type=int, default=os.cpu_count() or 1, help="how many processes")
    asked = options.parse_args()
    known, everything = explained(), all_mutants()
    chosen = [it for it in everything if re.search(asked.alleen, str(it))]
    if asked.aantal:
        rest = [it for it in chosen if it.key not in known]
        chosen = random.Random(asked.seed).sample(rest, min(asked.aantal, len(rest)))
    began = time.monotonic()
    toets = ready()
    if judge(toets, None) == CAUGHT:
        print("the policy as it is differs from the table: nothing to mutate yet")
        return 1
    part = f", SEED={asked.seed}" if asked.aantal else ""
    print(
        f"{len(chosen)} of {len(everything)} mutants{part}; world ready in {time.monotonic() - began:.0f} s",
        flush=True,
    )
    return report(
        list(_followed(toets, chosen, asked.tegelijk)),
        known,
        {it.key for it in everything},
        bool(asked.aantal or asked.alleen),
    )


def _followed(toets: Any, chosen: list[Mutant], at_once: int) -> Iterator[tuple[Mutant, bool]]:
    began = time.monotonic()
    for turn, (mutant, survived) in enumerate(run(toets, chosen, at_once), 1):
        if survived:
            print(f"  survived: {mutant}", flush=True)
        if turn % 50 == 0:
            print(f"  {turn} of {len(chosen)} in {time.monotonic() - began:.0f} s", flush=True)
        yield mutant, survived


def _spent() -> float:
    """Seconds of processor, of this process and of all mutants."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


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
    print(
        f"of which {len(survivors) - len(strange)} explained in {EXPLAINED.name}; processor: {_spent():.0f} s"
    )
    for mutant in strange:
        print(f"  not explained: {mutant}\n    key: {mutant.key}")
    for key in stale:
        print(f"  explained, and not so: {key}")
    return 1 if strange or stale or (not part and share < ENOUGH) else 0


if __name__ == "__main__":
    sys.exit(main())
