"""Ids never collide and sort by time, whatever the clock does."""

import random
from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.kern import ids


def generator(moments: list[int], seed: int = 1) -> ids.Uuid7Generator:
    steps = iter(moments)
    return ids.Uuid7Generator(lambda: next(steps), random.Random(seed).getrandbits)


def test_an_id_is_a_version_7_uuid_with_its_millisecond_in_front() -> None:
    key = generator([1_795_300_000_123])()
    assert (key.version, key.variant) == (7, RFC_4122)
    assert ids.milliseconds_of(key) == 1_795_300_000_123


def test_the_example_of_the_rfc() -> None:
    bits = iter([0x4C3, 0x18C4DC0C0C07398F])  # RFC 9562 appendix A.6; its rand_a has the leading bit set
    key = ids.Uuid7Generator(lambda: 0x017F22E279B0, lambda _: next(bits))()
    assert key == UUID("017f22e2-79b0-74c3-98c4-dc0c0c07398f")


@given(st.lists(st.integers(0, 2**40), min_size=1, max_size=200), st.integers())
def test_any_clock_gives_ids_that_only_grow(moments: list[int], seed: int) -> None:
    new = generator(moments, seed)
    made = [new() for _ in moments]
    assert made == sorted(set(made))


def test_a_full_millisecond_borrows_from_the_next() -> None:
    new = generator([5] * 10_000)
    made = [new() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert ids.milliseconds_of(made[-1]) - 5 <= 5


@given(st.integers(0, 2**40), st.integers(1, 50))
def test_two_processes_on_one_millisecond_do_not_collide(moment: int, count: int) -> None:
    one, other = (ids.Uuid7Generator(lambda: moment) for _ in range(2))
    assert not {one() for _ in range(count)} & {other() for _ in range(count)}


def test_threads_share_the_generator_and_never_an_id() -> None:
    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(lambda _: [ids.new_id() for _ in range(500)], range(8)))
    assert len({key for part in parts for key in part}) == 8 * 500
    assert all(part == sorted(part) for part in parts)


def test_a_test_brings_its_own_ids_for_as_long_as_the_block_lasts() -> None:
    fixed = UUID(int=7)
    with ids.source(lambda: fixed):
        assert ids.new_id() == fixed
    assert ids.new_id() != fixed
