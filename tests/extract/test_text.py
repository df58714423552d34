"""Lines to text."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lines import lines_of
from extract.text import broken, join_wrap, joined, text_of
from tests.support.printed import NO_WORDS, lines, word, words


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("", ""),
        ("Plant trees", "Plant trees"),
        ("Plant trees along\nthe high street", "Plant trees along the high street"),
        ("Prune   the hedges", "Prune the hedges"),
        ("Roads and/\nor paths", "Roads and/or paths"),
        ("On and off - as\nneeded", "On and off - as needed"),
        ("2009-\n10", "2009-10"),
        ("£40,000 -\n£50,000", "£40,000 - £50,000"),
    ],
)
def test_wraps_are_undone(printed: str, expected: str) -> None:
    assert text_of(words(printed), NO_WORDS) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the environ-", "ment team", "the environment team"),
        ("a recommen-", "dation", "a recommendation"),
        ("part-", "time staff", "part-time staff"),
        ("well-", "being", "well-being"),
        ("non-", "financial", "non-financial"),
        ("re-", "engineering", "re-engineering"),
        ("the council-", "wide review", "the council-wide review"),
        ("an HR-", "led review", "an HR-led review"),
        ("Mon-", "Friday", "Mon-Friday"),
        ("Stoke-", "on-Trent", "Stoke-on-Trent"),
        ("the imple\u00ad", "mentation", "the implementation"),
        ("zorblat-", "tification", "zorblattification"),
        ("a cost - benefit", "test", "a cost - benefit test"),
        ("", "text", "text"),
        ("text", "", "text"),
        ("text", "more", "text more"),
    ],
)
def test_hyphens_of_the_layout_go_and_real_ones_stay(first: str, second: str, expected: str) -> None:
    assert join_wrap(first, second, NO_WORDS) == expected


@pytest.mark.parametrize(
    ("lexicon", "expected"),
    [
        (frozenset({"co-operate"}), "co-operate"),
        (frozenset({"cooperate"}), "cooperate"),
        (frozenset({"cooperate", "co-operate"}), "co-operate"),
    ],
)
def test_the_document_itself_says_how_a_word_is_spelt(lexicon: frozenset[str], expected: str) -> None:
    assert join_wrap("co-", "operate", lexicon) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Princi\npal", "Principal"),
        ("Manage\nment", "Management"),
        ("Princi\npal PA", "Principal PA"),
        ("Quarzo\nlith", "Quarzolith"),
        ("Sharon\nAchebe", "Sharon Achebe"),
        ("Head of\nparks", "Head of parks"),
        ("Go over\nall", "Go over all"),
    ],
)
def test_words_cut_by_a_narrow_column_are_whole_again(printed: str, expected: str) -> None:
    assert text_of(words(printed), NO_WORDS) == expected


def test_a_column_that_holds_the_whole_word_has_not_cut_it() -> None:
    """The second line is wide enough for "Manage" and "ment" together: they are two words there."""
    assert text_of(words("Manage\nment of the parks"), NO_WORDS) == "Manage ment of the parks"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("• Fewer fires\n• Fewer floods", "Fewer fires Fewer floods"),
        ("▪ Fewer fires\n• Fewer floods", "Fewer fires Fewer floods"),
        ("\uf0b7 Fewer fires", "Fewer fires"),
        ("•\nFewer fires", "Fewer fires"),
        ("- Fewer fires\n- Fewer floods", "Fewer fires Fewer floods"),
        ("– Fewer fires\n– Fewer floods", "Fewer fires Fewer floods"),
        ("* Fewer fires\n* Fewer floods", "Fewer fires Fewer floods"),
        ("Fires\n- and floods", "Fires - and floods"),
        ("-", "-"),
        ("–", "–"),
        ("•", ""),
    ],
)
def test_bullets_are_dropped(printed: str, expected: str) -> None:
    assert text_of(words(printed), NO_WORDS) == expected


def test_a_raised_ending_is_set_against_its_number() -> None:
    """A reader may give it as a word of its own."""
    printed = [*words("by the 3"), word("rd", 36.5, 97, 6), word("day", 46)]
    assert text_of(printed, NO_WORDS) == "by the 3rd day"


def test_a_small_word_at_a_distance_is_a_word() -> None:
    assert text_of([word("3"), word("rd", 12, 97, 6)], NO_WORDS) == "3 rd"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Head of Parks\nPlay Team", "Head of Parks\nPlay Team"),
        ("Head of the Parks\nDepartment", "Head of the Parks Department"),
        ("• Head of the Parks\n• Department", "Head of the Parks\nDepartment"),
        ("Director of Environ-\nment Team", "Director of Environment Team"),
        ("", ""),
    ],
    ids=["room for the next word", "no room", "bullets", "hyphen", "empty"],
)
def test_the_writer_s_line_breaks_are_told_from_the_column_s(printed: str, expected: str) -> None:
    """The column's right edge lies a hundred points from where its texts begin."""
    assert broken(lines(printed), 100.0, NO_WORDS) == expected


WORDS = st.text(st.sampled_from("abcdefgXYZ0189.,;()'/£"), min_size=1, max_size=9)
ITEMS = st.one_of(
    WORDS, st.sampled_from(["•", "-", "–", "\uf0b7", "and/", "co-", "re-", "well-", "ment", "Princi", "2009-"])
)
TEXTS = st.lists(st.lists(ITEMS, min_size=1, max_size=5), max_size=7)


def letters(text: str) -> Counter[str]:
    """What must never be lost; bullets and hyphens may be."""
    return Counter(c for c in text if c.isalnum() or c in ".,;()'/£")


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_no_letter_is_lost_or_made_up(printed: list[list[str]]) -> None:
    text = "\n".join(" ".join(row) for row in printed)
    found = lines_of(words(text))
    assert letters(joined(found, NO_WORDS)) == letters(text)
    assert letters(broken(found, 100.0, NO_WORDS)) == letters(text)


@settings(deadline=None, max_examples=150)
@given(ITEMS, ITEMS)
def test_a_join_adds_nothing_but_one_space_and_takes_nothing_but_one_hyphen(first: str, second: str) -> None:
    assert join_wrap(first, second, NO_WORDS) in {f"{first} {second}", first + second, first[:-1] + second}
    assert letters(join_wrap(first, second, NO_WORDS)) == letters(first + second)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_the_text_of_a_text_in_one_line_is_itself(printed: list[list[str]]) -> None:
    """Once its wraps are undone, a text has none left."""
    text = text_of(words(" ".join(part for row in printed for part in row if part.isalnum())), NO_WORDS)
    assert text_of(words(text), NO_WORDS) == text
