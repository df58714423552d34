"""Pages to their furniture."""

from collections.abc import Sequence

import pytest

from extract.furniture import furniture, masked
from extract.lines import lines_of
from extract.page import Page, Word
from tests.support.printed import HEIGHT, WIDTH, words

TOP, MIDDLE, FOOT = 30.0, 0.3 * HEIGHT, HEIGHT - 20


def pages(*texts: Sequence[tuple[str, float]]) -> list[Page]:
    """Pages that print each text at a height."""
    return [
        Page(number, WIDTH, HEIGHT, tuple(w for text, y in of_page for w in words(text, 60, y)), ())
        for number, of_page in enumerate(texts, start=1)
    ]


def found(printed: Sequence[Page]) -> set[str]:
    running: frozenset[Word] = furniture(printed, [lines_of(p.words) for p in printed])
    return {w.text for w in running}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (pages([("Draft plan", TOP)], [("Draft plan", TOP)], [("Draft plan", TOP)]), {"Draft", "plan"}),
        (pages([("Draft plan", FOOT)], [("Draft plan", FOOT)]), {"Draft", "plan"}),
        (pages([("Part 1", TOP)], [("Part 2", TOP)], [("Part 3", TOP)]), {"Part", "1", "2", "3"}),
        (pages([("Draft plan", MIDDLE)], [("Draft plan", MIDDLE)], [("Draft plan", MIDDLE)]), set()),
        (pages([("Draft plan", TOP)], [("Draft plan", TOP)], [], []), set()),
        (pages([("Draft plan", TOP)]), set()),
        (pages([("Draft plan", TOP), ("Draft plan", FOOT)]), set()),
        (pages([("Aims", TOP)], [("Means", TOP)], [("Ends", TOP)]), set()),
        ([], set()),
    ],
    ids=[
        "header", "footer of a short document", "numbered", "body", "too few", "one page", "twice on one page",
        "headings that differ", "no pages",
    ],
)  # fmt: skip
def test_running_text_is_told_by_place_and_repetition(printed: list[Page], expected: set[str]) -> None:
    assert found(printed) == expected


@pytest.mark.parametrize("text", ["7", "- 7 -", "Page 7", "page 7 of 12", "7/12", "PAGE 7"])
def test_a_page_number_needs_no_repetition(text: str) -> None:
    assert found(pages([(text, FOOT)])) == set(text.split())


@pytest.mark.parametrize("text", ["2009-10", "Table 7", "7 actions", "12345"])
def test_other_numbers_do(text: str) -> None:
    assert found(pages([(text, FOOT)])) == set()


def test_numbers_are_masked() -> None:
    assert masked("Page 12 of 140") == masked("page 3 of 7")


def test_a_theme_named_at_the_top_of_each_page_governs_it() -> None:
    theme = ("Theme: Getting about", TOP), ("and arriving", TOP + 12)
    assert found(pages(theme, theme, theme)) == set()
