"""A cell that lists sub-actions under year labels to its steps."""

import pytest

from extract.rows import Piece
from extract.steps import steps_of, text_of_evidence
from models import Evidence
from tests.support.printed import NO_WORDS, words

CELLS = {
    "labels on lines of their own": (["2004-05\nAgree rules\n2005-06\nApply rules"], [], ["2004-05", "2005-06"]),
    "labels before the text": (["2004-05 Agree rules\n2005-06 Apply rules"], [], ["2004-05", "2005-06"]),
    "a line before": (["Pay and grading\n2004-05 Agree rules"], ["Pay and grading"], ["2004-05"]),
    "a label with nothing under it": (["2004-05\n2005-06 Apply rules"], [], ["2004-05", "2005-06"]),
    "over a page break": (["2004-05 Agree", "the rules\n2005-06 Apply rules"], [], ["2004-05", "2005-06"]),
    "two words": (["2004 - 2005 Agree rules"], [], ["2004 - 2005"]),
    "no label": (["Agree rules in 2004-05"], ["Agree rules in 2004-05"], []),
    "empty": ([""], [], []),
}


def pieces(pages: list[str]) -> list[Piece]:
    return [Piece(number, words(text)) for number, text in enumerate(pages, start=1)]


@pytest.mark.parametrize(("pages", "before", "labels"), CELLS.values(), ids=CELLS.keys())
def test_a_label_begins_a_step(pages: list[str], before: list[str], labels: list[str]) -> None:
    found, steps = steps_of(pieces(pages))
    assert [p.line.text for p in found] == before
    assert [s.label.line.text for s in steps] == labels
    printed = " ".join(pages).split()
    told = [p.line for p in found] + [p.line for s in steps for p in (s.label, *s.body)]
    assert [w.text for line in told for w in line.words] == printed, "each word is told once"


def test_a_step_is_evidence_of_its_date_and_its_text() -> None:
    _, (first, second) = steps_of(pieces(["2004-05 Agree rules\nfor pay\n2005-06 Apply", "the rules"]))
    evidence = first.evidence(NO_WORDS)
    assert text_of_evidence("deadline_text", evidence, NO_WORDS) == "2004-05"
    assert text_of_evidence("action", evidence, NO_WORDS) == "Agree rules for pay"
    assert text_of_evidence("action", second.evidence(NO_WORDS), NO_WORDS) == "Apply the rules"
    assert [e.page for e in second.evidence(NO_WORDS)] == [1, 1, 2]


def test_boxes_hold_no_words_of_another_step() -> None:
    """The label stands beside the text: a box around all lines would hold it."""
    (cell,) = pieces(["2004-05 Agree rules\nfor pay"])
    evidence = steps_of([cell])[1][0].evidence(NO_WORDS)
    label = cell.words[0].box.centre
    for entry in evidence:
        if entry.field == "action":
            assert not (entry.bbox[0] <= label[0] <= entry.bbox[2] and entry.bbox[1] <= label[1] <= entry.bbox[3])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["Agree the", "rules"], "Agree the rules"), (["the environ-", "ment"], "the environment"), ([], "")],
)
def test_evidence_adds_up_to_its_text(texts: list[str], expected: str) -> None:
    evidence = [Evidence(field="action", page=1, bbox=(0, 0, 1, 1), text=t) for t in texts]
    other = Evidence(field="ref", page=1, bbox=(0, 0, 1, 1), text="7")
    assert text_of_evidence("action", [other, *evidence], NO_WORDS) == expected
