"""A cell that lists sub-actions under year labels to its steps: label, words and place of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.assignment import year_label
from extract.evidence import evidence_in_cell
from extract.lines import Line, lines_of
from extract.page import Word
from extract.rows import Piece
from extract.text import join_wrap
from extract.vocabulary import Lexicon
from models import Evidence


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its page and the words of the cell that it stands in."""

    page: int
    line: Line
    cell: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A year label and the lines under it, up to the next label."""

    label: PlacedLine
    body: tuple[PlacedLine, ...]

    def evidence(self, lexicon: Lexicon) -> tuple[Evidence, ...]:
        """Where the label and the text are printed."""
        return (*_evidence("deadline_text", [self.label], lexicon), *_evidence("action", self.body, lexicon))


def text_of_evidence(field: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> str:
    """The text that the entries of a field add up to."""
    text = ""
    for entry in evidence:
        if entry.field == field:
            text = join_wrap(text, entry.text, lexicon)
    return text


def steps_of(pieces: Sequence[Piece]) -> tuple[tuple[PlacedLine, ...], tuple[Step, ...]]:
    """The lines before the first label, and the steps; a label with nothing under it is a step without lines."""
    before: list[PlacedLine] = []
    steps: list[Step] = []
    for piece in pieces:
        for line in lines_of(piece.words):
            placed = PlacedLine(piece.page, line, piece.words)
            label = year_label(line.text)
            if label is None:
                if steps:
                    steps[-1] = Step(steps[-1].label, (*steps[-1].body, placed))
                else:
                    before.append(placed)
                continue
            count = _words_in(label, line)
            rest = line.words[count:]
            body = (PlacedLine(piece.page, Line(rest), piece.words),) if rest else ()
            steps.append(Step(PlacedLine(piece.page, Line(line.words[:count]), piece.words), body))
    return tuple(before), tuple(steps)


def _words_in(label: str, line: Line) -> int:
    """How many words of the line the label takes up."""
    letters = len(label.replace(" ", ""))
    taken = 0
    for count, word in enumerate(line.words, start=1):
        taken += len(word.text)
        if taken >= letters:
            return count
    return len(line.words)


def _evidence(field: str, lines: Sequence[PlacedLine], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """One run of evidence for each cell that the lines stand in."""
    found: list[Evidence] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].cell is not lines[start].cell:
            run = lines[start:end]
            found += evidence_in_cell(field, run[0].page, [p.line for p in run], run[0].cell, lexicon)
            start = end
    return tuple(found)
