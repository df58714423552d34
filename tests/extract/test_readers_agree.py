"""Two independent readers see the same words in the same places."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from extract.page import Page
from tests.support.documents import SAMPLES, pages_of

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
