"""Lines to text: wraps undone, hyphens of the layout and cuts of narrow columns joined, bullets dropped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from importlib.resources import files
from itertools import pairwise

from extract.letters import UNREADABLE
from extract.lines import Line, lines_of
from extract.page import Word
from extract.vocabulary import RARE, Lexicon, is_word

DASHES = frozenset("-–—*")
"""These open the items of a list only where the cell, or a new sentence, begins with one."""

BULLETS = frozenset("•▪●◦·‣■□▫○➢➔►❖◆") | frozenset(chr(c) for c in range(0xF000, 0xF100)) | {UNREADABLE}
SPACE = 0.25
"""The width of a space, as a share of the font size."""

SOFT_HYPHEN = "\u00ad"


def text_of(words: Iterable[Word], lexicon: Lexicon) -> str:
    """The text of the words of one cell or paragraph, in one line."""
    return _text_of(tuple(words), lexicon)


@lru_cache(maxsize=4096)
def _text_of(words: tuple[Word, ...], lexicon: Lexicon) -> str:
    """As text_of; a cell is asked for its text by several stages."""
    return joined(lines_of(words), lexicon)


def joined(lines: Sequence[Line], lexicon: Lexicon) -> str:
    """The lines as one text, wraps undone."""
    texts = [line.text for line in _clean_lines(lines, lexicon)]
    return reduce(lambda a, b: join_wrap(a, b, lexicon), texts) if texts else ""


def broken(lines: Sequence[Line], edge: float, lexicon: Lexicon) -> str:
    """The lines as one text that keeps the writer's line breaks and undoes the column's.

    A break is the writer's where a bullet follows, or where the next word had room before `edge`, the column's right
    edge in points.
    """
    clean = _clean_lines(lines, lexicon)
    text = clean[0].text if clean else ""
    for above, below in pairwise(clean):
        writers = below.bullet or above.end + SPACE * above.size + below.opening < edge
        text = f"{text}\n{below.text}" if writers else join_wrap(text, below.text, lexicon)
    return text


@dataclass(frozen=True, slots=True)
class _CleanLine:
    """A line's text without its bullet; where it ends, and how wide its first word is, in points."""

    text: str
    bullet: bool
    end: float
    opening: float
    size: float


def _clean_lines(lines: Sequence[Line], lexicon: Lexicon) -> list[_CleanLine]:
    """The lines without bullets, words cut by a narrow column made whole on their first line."""
    extent = max((line.box.width for line in lines), default=0.0)
    dashes = bool(lines) and len(lines[0].words) > 1 and lines[0].words[0].text in DASHES
    clean: list[_CleanLine] = []
    previous: Sequence[Word] = ()
    for line in lines:
        dashes = dashes or (bool(clean) and clean[-1].text[-1] in ".:;" and line.words[0].text in DASHES)
        words = _without_bullet(line.words, dashes)
        if not words:
            continue
        text = _line_text(words)
        if clean and _is_cut(previous, words, extent, lexicon):
            head, _, text = text.partition(" ")
            clean[-1] = replace(clean[-1], text=clean[-1].text + head)
        if text:
            bullet = words is not line.words
            clean.append(_CleanLine(text, bullet, words[-1].box.x1, words[0].box.width, words[0].size))
        previous = words
    return clean


def join_wrap(first: str, second: str, lexicon: Lexicon) -> str:
    """Two pieces of one text that a line or page break parts; a hyphen put in by the layout is taken out."""
    if not first or not second:
        return first or second
    if first.endswith(SOFT_HYPHEN):
        return first[:-1] + second
    before = re.search(r"([\w-]*[A-Za-z])[-‐]$", first)
    after = re.match(r"[A-Za-z]+", second)
    if not before:
        return first + second if re.search(r"\S[-‐/]$", first) and re.match(r"[\w(]", second) else f"{first} {second}"
    if not after:
        return first + second
    if _is_layout_hyphen(before.group(1), after.group(0), lexicon):
        return first[:-1] + second
    return first + second


def _is_layout_hyphen(before: str, after: str, lexicon: Lexicon) -> bool:
    """True where the hyphen between two pieces of a word stands only because the line ended there."""
    if not after.islower() or before.isupper() or "-" in before or f"{before}-{after}".lower() in lexicon:
        return False
    if f"{before}{after}".lower() in lexicon:
        return True
    whole_word = is_word(before + after, lexicon)
    if before.lower() in _prefixes() and (is_word(after, lexicon) or not whole_word):
        return False
    if whole_word:
        return True
    return not (is_word(before, lexicon) and is_word(after, lexicon))


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    """Prefixes that British print sets off by a hyphen ("re-engineering", "non-financial")."""
    return frozenset(files("extract.words").joinpath("prefixes.txt").read_text(encoding="utf-8").split())


def _without_bullet(words: tuple[Word, ...], dashes: bool) -> tuple[Word, ...]:
    """The words of a line without the bullet that opens it; `dashes` says whether dashes are bullets here."""
    first = words[0].text
    if first in BULLETS or (dashes and first in DASHES):
        return words[1:]
    return words


def _line_text(words: Sequence[Word]) -> str:
    """The words of a line; a raised ordinal ending is set against its number."""
    text = words[0].text
    for left, right in pairwise(words):
        raised = right.size < 0.85 * left.size and right.box.x0 - left.box.x1 < 0.17 * left.size
        text += right.text if raised else f" {right.text}"
    return text


def _is_cut(previous: Sequence[Word], following: Sequence[Word], extent: float, lexicon: Lexicon) -> bool:
    """True where a column too narrow for a word has cut it between two lines.

    The layout does so only where the whole word is wider than the column, and begins such a word on a line of its own.
    """
    first, second = previous[-1], following[0]
    if len(previous) > 1 or not first.text[-1:].isalpha() or not second.text[:1].islower():
        return False
    if first.box.width + second.box.width < extent:
        return False
    head, tail = first.text.strip("("), second.text.rstrip(".,;:)")
    if not tail.isalpha():
        return False
    if is_word(head + tail, lexicon) or not is_word(tail, lexicon):
        return True
    return not is_word(head, frozenset()) and is_word(head + tail, frozenset(), least=RARE)
