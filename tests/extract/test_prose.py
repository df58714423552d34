"""Pages to the sentences of their running text."""

from extract.geometry import Box
from extract.page import Page, Word
from extract.prose import Sentence, sentences_of
from tests.support.printed import HEIGHT, WIDTH, words


def page_of(*texts: tuple[Word, ...], number: int = 1) -> Page:
    return Page(number, WIDTH, HEIGHT, tuple(word for text in texts for word in text), ())


def read(*pages: Page) -> list[str]:
    return [sentence.text for sentence in sentences_of(pages)]


def long(text: str, y: float, x: float = 40.0) -> tuple[Word, ...]:
    """A text after enough words that its page is no cover."""
    return (*words("The council has a plan for the town. " * 8, x, 100), *words(text, x, y))


def found(text: str, y: float = 130.0) -> list[str]:
    return [s for s in read(page_of(long(text, y))) if not s.startswith("The council has a plan")]


def test_sentences_end_at_full_stops_and_not_at_abbreviations() -> None:
    assert found("We will build it, e.g. in\nMay. Cllr. Reed agrees. 50% are done") == [
        "We will build it, e.g. in May.",
        "Cllr. Reed agrees. 50% are done",
    ]


def test_wraps_are_undone() -> None:
    assert found("We will pub-\nlish the survey by\nJune.") == ["We will publish the survey by June."]


def test_items_of_a_list_stand_by_themselves() -> None:
    page = page_of(long("• Plant trees by June\n• Mend roofs in\nMay", 130))
    sentences = [s for s in sentences_of([page]) if s.listed]
    assert [s.text for s in sentences] == ["Plant trees by June", "Mend roofs in May"]


def test_a_sentence_that_leads_a_list_of_its_parts_has_them() -> None:
    assert found("Each team will soon have:\n• a plan\n• a budget.") == ["Each team will soon have: a plan a budget."]
    assert found("Each team will:\n• Make a plan\n• Keep to it.") == ["Each team will:", "Make a plan", "Keep to it."]


def test_paragraphs_apart_are_two_sentences() -> None:
    page = page_of(long("We will mend the roof", 130), words("The hall is old", 40, 160))
    assert read(page)[-2:] == ["We will mend the roof", "The hall is old"]


def test_columns_are_read_one_by_one() -> None:
    left = words("We will mend\nthe roof in May.", 40, 130)
    right = words("The hall is\nold and cold.", 300, 130)
    assert read(page_of(long("", 130), left, right))[-2:] == [
        "We will mend the roof in May.",
        "The hall is old and cold.",
    ]


def test_a_sentence_may_go_on_on_the_next_page() -> None:
    pages = [page_of(long("We will mend the", 500)), page_of(words("Town Hall in May.", 40, 60), number=2)]
    sentence = sentences_of(pages)[-1]
    assert sentence.text == "We will mend the Town Hall in May."
    assert [(e.page, e.text) for e in sentence.evidence] == [(1, "We will mend the"), (2, "Town Hall in May.")]


def test_headings_are_context_and_no_sentences() -> None:
    heading = words("Our parks", 40, 60, 16, bold=True)
    [*_, sentence] = sentences_of([page_of(heading, long("We will plant trees by June.", 130))])
    assert sentence.context == ("Our parks",)
    assert [e.text for e in sentence.evidence if e.field == "context/0"] == ["Our parks"]


def test_evidence_is_the_words_of_each_line() -> None:
    [*_, sentence] = sentences_of([page_of(long("It rained. We will mend\nthe roof.", 130))])
    assert [e.text for e in sentence.evidence] == ["We will mend", "the roof."]
    assert _boxed(sentence)


def _boxed(sentence: Sentence) -> bool:
    return all(
        any(Box(*e.bbox).holds(*Box(*word.box).centre) for e in sentence.evidence) for word in sentence.printed.words
    )


def test_tables_are_no_running_text() -> None:
    assert read(Page(1, WIDTH, HEIGHT, (), ())) == []
