"""What somebody saw of a few figures: another row, one row less, or written once more is another version."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.effect.rules import version_of

ROWS = st.dictionaries(st.integers(0, 5).map(lambda n: UUID(int=n)), st.integers(1, 12), max_size=5)


@given(ROWS, ROWS)
def test_the_same_rows_written_as_often_and_nothing_else_is_the_same(
    one: dict[UUID, int], other: dict[UUID, int]
) -> None:
    assert (version_of(one.items()) == version_of(other.items())) is (one == other)


@given(ROWS)
def test_the_order_of_rows_says_nothing(rows: dict[UUID, int]) -> None:
    assert version_of(rows.items()) == version_of(reversed(rows.items()))


def test_nothing_is_empty() -> None:
    assert version_of([]) == ""
