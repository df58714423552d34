"""Flags to a confidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.confidence import FACTORS, confidence_of


def test_a_row_without_flags_is_sure() -> None:
    assert confidence_of([]) == 1.0


@given(st.lists(st.sampled_from(sorted(FACTORS)), unique=True, max_size=3), st.sampled_from(sorted(FACTORS)))
def test_each_flag_takes_its_share(flags: list[str], further: str) -> None:
    assert 0 < confidence_of([*flags, further]) < confidence_of(flags) <= 1


def test_an_unknown_flag_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        confidence_of(["unheard_of"])
