"""Text that a program cannot read, since its font does not say which letters it draws, is never read as if it could."""

from typing import get_args

import pytest

from extract.errors import UnreadableText
from extract.letters import UNREADABLE, make_sense, spelt
from extract.reading import Reader, read_pdf
from models import Status
from planledger.convert import convert_document
from tests.support.unnamed import LETTERS, line, unnamed_font

every_reader = pytest.mark.parametrize("reader", get_args(Reader))

GARBAGE = "Xqzv wkkj pqrr zxcv bnmq wrty"
PRINT = line("The council met in the old hall on a rainy evening in May", 700, font="F1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oﬃce", "office"),
        ("naïve", "naïve"),
        ("co\u00adop", "co\u00adop"),
        ("ring\x02", "ring-"),
        ("ring\ufffe", "ring-"),
        ("\x02\x02\x02", UNREADABLE * 3),
        ("\uf0b7", "\uf0b7"),
        ("\uf0b7Plant", "\uf0b7Plant"),
        ("\uf050\uf06c\uf061", UNREADABLE * 3),
        ("\x01\x03", UNREADABLE * 2),
        ("\x99", UNREADABLE),
        ("\ud801a", f"{UNREADABLE}a"),
        ("\uffff", UNREADABLE),
    ],
)
def test_what_is_no_letter_is_marked(text: str, expected: str) -> None:
    assert spelt(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Plant", "trees", "along", "Wexmoor"], True),
        (["Sodqw", "wuhhv", "dorqj"], False),
        (["l", "n", "is"], False),
        ([], False),
    ],
)
def test_codes_are_letters_where_they_make_words(words: list[str], expected: bool) -> None:
    assert make_sense(words) is expected


@every_reader
def test_letters_without_a_name_cannot_be_read(reader: Reader) -> None:
    (page,) = read_pdf(unnamed_font(PRINT + line(GARBAGE, 600)), reader).pages
    assert [w.text for w in page.words[13:]] == [UNREADABLE * 4] * 6
    assert page.unread == 6


@every_reader
def test_codes_that_make_english_words_are_read(reader: Reader) -> None:
    (page,) = read_pdf(unnamed_font(PRINT + line("Plant trees along every road of the town", 600)), reader).pages
    assert " ".join(w.text for w in page.words[13:]) == "Plant trees along every road of the town"
    assert page.unread == 0


def test_a_map_that_names_some_letters_is_read_in_part() -> None:
    (page,) = read_pdf(unnamed_font(PRINT + line("qaqa zebz", 600), {"a": 0x61, "e": 0x65})).pages
    assert [w.text for w in page.words[13:]] == ["�a�a", "�e��"]


@every_reader
@pytest.mark.parametrize("first", [0xE000, 0xF020, 0x000E, 0xD801])
def test_a_map_that_names_no_letters_is_of_no_help(reader: Reader, first: int) -> None:
    maps = {c: first + n % 10 for n, c in enumerate(LETTERS)}
    (page,) = read_pdf(unnamed_font(PRINT + line(GARBAGE, 600), maps), reader).pages
    assert {c for w in page.words[13:] for c in w.text} == {UNREADABLE}
    assert page.unread == len(page.words) - 13


@every_reader
def test_a_document_of_such_text_needs_ocr_and_says_why(reader: Reader) -> None:
    data = unnamed_font(b"".join(line(GARBAGE, 700 - 20 * n) for n in range(12)) + line("Page 1 of 3", 30, font="F1"))
    with pytest.raises(UnreadableText) as caught:
        read_pdf(data, reader)
    assert caught.value.status is Status.NEEDS_OCR
    assert "fonts do not say which letters" in str(caught.value)


def _table(action: str, font: str) -> bytes:
    """A ruled table of a header and two rows, of which the second action is drawn in that font."""
    cells = {600: ("Action", "Lead", "By when"), 570: ("Plant trees", "Head of Parks", "May 2010")}
    drawn = b"".join(b"72 %d 400 30 re S %d 530 0 90 re S\n" % (y, x) for y in (530, 560, 590) for x in (272, 372))
    for y, texts in cells.items():
        drawn += b"".join(line(text, y, 76 + 200 * (n > 0) + 100 * (n > 1), "F1") for n, text in enumerate(texts))
    last = line(action, 540, 76, font) + line("Play Team", 540, 276, "F1") + line("June 2010", 540, 376, "F1")
    return PRINT + drawn + last


def test_a_record_with_such_text_is_flagged_and_the_document_says_where() -> None:
    plan = convert_document(unnamed_font(_table("Xqzv wkkj", "F2")), "a.pdf", "file:///a.pdf")
    assert [r.action for r in plan.records] == ["Plant trees", "���� ����"]
    assert [r.flags for r in plan.records] == [(), ("unreadable_text",)]
    assert [r.confidence for r in plan.records] == [1.0, 0.5]
    (warning,) = plan.document.warnings
    assert warning == "page 1: 2 of 30 words cannot be read, since a font does not say what it draws"


def test_a_bullet_without_a_name_is_a_bullet() -> None:
    plan = convert_document(unnamed_font(_table("n", "F2") + line("Mend swings", 540, 90, "F1")), "a.pdf", "file:///a")
    assert [r.action for r in plan.records] == ["Plant trees", "Mend swings"]
    assert [r.flags for r in plan.records] == [(), ()]
