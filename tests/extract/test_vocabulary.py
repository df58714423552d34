"""Letters to a yes or no: whether they are a word."""

import pytest

from extract.vocabulary import is_word, lexicon_of
from tests.support.printed import NO_WORDS, line, lines


@pytest.mark.parametrize("text", ["council", "Council", "management", "of", "time"])
def test_english_words_are_words(text: str) -> None:
    assert is_word(text, NO_WORDS)


@pytest.mark.parametrize("text", ["princi", "ment", "zorblat", ""])
def test_pieces_of_words_are_none(text: str) -> None:
    assert not is_word(text, NO_WORDS)


def test_what_the_document_prints_whole_is_a_word() -> None:
    assert is_word("Zorblat", frozenset({"zorblat"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first (Parks) last", {"parks"}),
        ("first “Parks”, last", {"parks"}),
        ("first co-operate last", {"co-operate"}),
        ("first 2009 last", set()),
        ("first a last", set()),
        ("first last", set()),
        ("only", set()),
    ],
)
def test_the_lexicon_holds_the_words_inside_lines(text: str, expected: set[str]) -> None:
    assert lexicon_of([line(text)]) == expected


def test_the_ends_of_lines_may_be_cut_and_are_left_out() -> None:
    assert lexicon_of(lines("the parks depart-\nment of roads")) == {"parks", "of"}
