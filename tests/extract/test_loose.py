"""A phrase of running text to the places of its words."""

import pytest

from extract.loose import locate
from extract.raw import LooseText, PlacedWord
from tests.support.printed import words


def loose(*pages: str) -> LooseText:
    """Running text that goes on from page to page."""
    placed = [
        PlacedWord(w.text, number, w.box) for number, text in enumerate(pages, start=1) for w in words(text, 50, 100)
    ]
    return LooseText(" ".join(w.text for w in placed), tuple(placed))


@pytest.mark.parametrize(
    ("pages", "phrase", "expected"),
    [
        (["Report by May 2010 at last"], "May 2010", [(1, "May 2010")]),
        (["Report by May\n2010 at last"], "May 2010", [(1, "May"), (1, "2010")]),
        (["Report by May", "2010 at last"], "May 2010", [(1, "May"), (2, "2010")]),
        (["Report (by May 2010)."], "by may 2010", [(1, "(by May 2010).")]),
        (["Report by 31/3/2010."], "31/3/2010", [(1, "31/3/2010.")]),
        (["Report by June"], "May", []),
        (["Report"], "", []),
        ([""], "May", []),
    ],
)
def test_a_phrase_is_found_where_it_is_printed(pages: list[str], phrase: str, expected: list[tuple[int, str]]) -> None:
    assert [(e.page, e.text) for e in locate(loose(*pages), phrase, "deadline_text")] == expected


def test_the_box_is_around_the_words() -> None:
    text = loose("Report by May 2010")
    (entry,) = locate(text, "May 2010", "deadline_text")
    (_, _, may, year) = text.words
    assert entry.field == "deadline_text"
    assert entry.bbox == pytest.approx((may.box[0], may.box[1], year.box[2], year.box[3]), abs=0.01)
