"""Pages to the sentences of their running text outside tables, each with the place of its words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

from extract.evidence import evidence_of
from extract.geometry import Box
from extract.layout import layout_of
from extract.page import Page, Word
from extract.paragraphs import Paragraph, paragraphs_of
from extract.raw import LooseText, PlacedWord
from extract.rows import Piece
from extract.text import join_wrap, joined, text_of
from extract.turn import Turn, turn_of, turned
from extract.vocabulary import Lexicon
from models import Evidence

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(]?[A-Z])")
"""A full stop before a capital: "services. 50% in 2008/09" goes on."""

_LAST_WORD = re.compile(r"[\w.]+$")
LONGEST = 120
"""Words; beyond so many a paragraph without full stops is no sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of running text, with the place of each word.

    `context` are the headings above it, outermost first; `listed` is true for an item of a list. `evidence` has the
    sentence line by line, as the field action, and the headings.
    """

    printed: LooseText
    context: tuple[str, ...]
    listed: bool
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """The sentence, line wraps undone."""
        return self.printed.text

    @property
    def page(self) -> int:
        """The page on which it begins, 1-based."""
        return self.printed.words[0].page


@dataclass(frozen=True, slots=True)
class _OnLine:
    """A word with its line's number in the paragraph and its page."""

    word: Word
    line: int
    page: int


def sentences_of(pages: Sequence[Page]) -> tuple[Sentence, ...]:
    """The sentences outside tables, headings and furniture, in reading order, boxes as on the displayed pages."""
    turns = {page.number: turn_of(page) for page in pages}
    upright = [turned(page, turns[page.number]) for page in pages]
    layout = layout_of(upright)
    sentences = _sentences(paragraphs_of(upright, layout), layout.lexicon)
    return tuple(_back(s, turns) for s in sentences if len(s.printed.words) <= LONGEST)


def _back(sentence: Sentence, turns: Mapping[int, Turn]) -> Sentence:
    """The sentence, its boxes on turned pages put back to the pages as displayed."""
    if not any(turns[page].quarters for page in {word.page for word in sentence.printed.words}):
        return sentence
    words = tuple(replace(w, box=turns[w.page].back(Box(*w.box)).rounded()) for w in sentence.printed.words)
    evidence = tuple(
        e.model_copy(update={"bbox": tuple(turns[e.page].back(Box(*e.bbox)).rounded())}) for e in sentence.evidence
    )
    return replace(sentence, printed=replace(sentence.printed, words=words), evidence=evidence)


def _sentences(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Sentence]:
    """Every sentence; one that leads a list of its own parts ("will have: a plan; a map") has them in it."""
    at = 0
    while at < len(paragraphs):
        group = [paragraphs[at]]
        if group[0].text.endswith(":"):
            group += _parts_behind(paragraphs[at + 1 :])
        at += len(group)
        yield from _split(group, lexicon)


def _parts_behind(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The list items that go on a sentence: they begin with a small letter."""
    for paragraph in paragraphs:
        if not paragraph.listed or not paragraph.text[:1].islower():
            return
        yield paragraph


def _split(group: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of paragraphs that belong together, each with its own words."""
    text = ""
    for paragraph in group:
        text = f"{text} {_text(paragraph, lexicon)}".strip()
    lines = [(line, page) for p in group for line, page in zip(p.lines, p.pages, strict=True)]
    words = [_OnLine(word, n, page) for n, (line, page) in enumerate(lines) for word in line.words]
    for sentence in _cut(text):
        count, left = 0, _letters(sentence)
        while count < len(words) and left > 0:
            left -= _letters(words[count].word.text)
            count += 1
        if count:
            yield _sentence(sentence, words[:count], group[0], lexicon)
        words = words[count:]


def _sentence(text: str, words: Sequence[_OnLine], paragraph: Paragraph, lexicon: Lexicon) -> Sentence:
    placed = tuple(PlacedWord(w.word.text, w.page, w.word.box.rounded()) for w in words)
    evidence = [
        entry
        for (_, page), on_line in groupby(words, key=lambda w: (w.line, w.page))
        for entry in evidence_of("action", [Piece(page, tuple(w.word for w in on_line))], lexicon)
    ]
    context = [(g.page, g.words) for g in paragraph.context]
    for index, (page, own) in enumerate(context):
        evidence += evidence_of(f"context/{index}", [Piece(page, own)], lexicon)
    headings = tuple(text_of(own, lexicon) for _, own in context)
    return Sentence(LooseText(text, placed), headings, paragraph.listed, tuple(evidence))


def _text(paragraph: Paragraph, lexicon: Lexicon) -> str:
    """A paragraph's text, wraps and page breaks undone."""
    text = ""
    for _, lines in groupby(zip(paragraph.pages, paragraph.lines, strict=True), key=lambda pair: pair[0]):
        text = join_wrap(text, joined([line for _, line in lines], lexicon), lexicon)
    return text


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in text)


def _cut(text: str) -> Iterator[str]:
    """The sentences of a text."""
    start = 0
    for match in _END.finditer(text):
        before = _LAST_WORD.search(text[start : match.start()])
        if before and (before.group().lower() in _abbreviations() or len(before.group()) == 1):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence."""
    return frozenset(files("extract.words").joinpath("abbreviations.txt").read_text(encoding="utf-8").split())
