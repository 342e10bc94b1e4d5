"""A part of `make mutate`: small mistakes in the policy are noticed, and every survivor is explained.

The mutants run in processes of their own, on SQLite. Another part each time; SEED=… takes one that was printed.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest

from tests.toegang.muteer import MODULES, ROOMS, all_mutants, explained, source_of

SIZE, SEED = os.environ.get("MUTANTEN", "60"), os.environ.get("SEED") or str(random.randrange(100_000))


def test_mutants_are_made_of_every_module() -> None:
    made = {mutant.module for mutant in all_mutants()}
    assert made == {module.removeprefix("vliegwiel.") for module in (*MODULES, *ROOMS)}
    assert {mutant.where for mutant in all_mutants()} >= {name for names in ROOMS.values() for name in names}
    assert all(source_of(module).exists() for module in (*MODULES, *ROOMS))


def test_a_key_names_one_mutant() -> None:
    keys = [mutant.key for mutant in all_mutants()]
    assert len(keys) == len(set(keys))


def test_what_is_explained_exists_and_says_why() -> None:
    known = {mutant.key for mutant in all_mutants()}
    assert set(explained()) - known == set()
    assert all(len(why) > 20 for why in explained().values())


@pytest.mark.rig
def test_a_part_of_the_mutants_is_caught() -> None:
    command = [sys.executable, "-m", "tests.toegang.muteer", "--aantal", SIZE, "--seed", SEED]
    done = subprocess.run(
        command,
        env={**os.environ, "VLIEGWIEL_TEST_DB": "sqlite"},
        check=False,
        capture_output=True,
        text=True,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
