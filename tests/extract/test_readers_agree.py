"""Two independent readers see the same words in the same places."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from extract.page import Page
from extract.reading import read_pdf
from tests.support.documents import SAMPLES, pages_of
from tests.support.unnamed import line
from tests.support.written import page, stream

SAME_WORDS = 0.99
WITHIN = 1.0
"""Points by which the two may place the middle of a word apart: at its sides a letter may overhang (J, f)."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_readers_see_the_same_words_in_the_same_places(path: Path) -> None:
    first, second = pages_of(path, "pdfium"), pages_of(path, "pdfplumber")
    assert [(p.number, round(p.width), round(p.height)) for p in first] == [
        (p.number, round(p.width), round(p.height)) for p in second
    ]
    same = total = 0
    for a, b in zip(first, second, strict=True):
        same += _same_words(a, b)
        total += max(len(a.words), len(b.words))
    assert same >= SAME_WORDS * total


def _same_words(a: Page, b: Page) -> int:
    """How many words two readings of a page have in common, in the order of printing; those are placed alike."""
    matcher = SequenceMatcher(None, [w.text for w in a.words], [w.text for w in b.words], autojunk=False)
    same = 0
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            one, other = a.words[block.a + offset], b.words[block.b + offset]
            if any(map(str.isalnum, one.text)):  # a bullet that the font's encoding lacks has no width to one of them
                assert one.box.centre[0] == pytest.approx(other.box.centre[0], abs=WITHIN), one.text
                assert one.baseline == pytest.approx(other.baseline, abs=WITHIN), one.text
            assert one.direction == other.direction
            same += 1
    return same


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("media", "crop"),
    [
        ("0 0 595 842", "50 60 400 800"),
        ("0 0 595 842", "400 800 50 60"),
        ("595 842 0 0", "0 0 595 842"),
        ("-9 -7 595 842", "50 60 400 900"),
        ("40 30 595 842", "0 0 9999 9999"),
    ],
)
def test_the_readers_see_the_same_part_of_a_page(media: str, crop: str, turn: int) -> None:
    text = line("one two three four five", 500, font="F1") + line("beside", 500, x=700, font="F1")
    drawn = text + b"100 490 m 200 490 l S"
    boxes = f"/MediaBox [{media}] /CropBox [{crop}] /Rotate {turn}".encode()
    data = page(stream(drawn), resources=b"<< /Font << /F1 5 0 R >> >>").replace(b"/MediaBox [0 0 595 842]", boxes)
    (one,), (other,) = read_pdf(data, "pdfium").pages, read_pdf(data, "pdfplumber").pages
    assert (one.width, one.height, one.outside) == (other.width, other.height, other.outside)
    assert [w.text for w in one.words] == ["one", "two", "three", "four", "five"]
    for word, like in zip(one.words, other.words, strict=True):
        assert (word.text, word.direction) == (like.text, like.direction)
        assert word.box.centre == pytest.approx(like.box.centre, abs=2)
    ((a,), (b,)) = one.rulings, other.rulings
    assert a.vertical == b.vertical
    assert (a.at, a.start, a.end) == pytest.approx((b.at, b.start, b.end), abs=WITHIN)
