"""A phrase found in a record's running text to evidence: the words that print it, line by line."""

from collections.abc import Sequence

from extract.geometry import Box, union
from extract.raw import LooseText, PlacedWord
from models import Evidence


def locate(loose: LooseText, phrase: str, field: str) -> tuple[Evidence, ...]:
    """One entry for each line of the words that print `phrase`, whole words; empty where they do not print it."""
    starts: list[int] = []
    letters = ""
    for word in loose.words:
        starts.append(len(letters))
        letters += _letters(word.text)
    wanted = _letters(phrase)
    at = letters.find(wanted) if wanted else -1
    if at < 0:
        return ()
    ends = [*starts[1:], len(letters)]
    words = [
        w for w, start, end in zip(loose.words, starts, ends, strict=True) if start < at + len(wanted) and end > at
    ]
    return tuple(_entry(field, line) for line in _lines(words))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _lines(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    """Words in runs that stand on one line: each to the right of the last, on its page, at its height."""
    lines: list[list[PlacedWord]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last and last.page == word.page and word.box[0] >= last.box[2] - 1 and word.box[1] < last.box[3]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _entry(field: str, words: Sequence[PlacedWord]) -> Evidence:
    box = union(Box(*w.box) for w in words).rounded()
    return Evidence(field=field, page=words[0].page, bbox=tuple(box), text=" ".join(w.text for w in words))
