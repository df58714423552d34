"""A printed column header to the roles that it may have, each with a score from 0 to 1."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class Role(StrEnum):
    """What a column of a plan table holds."""

    REF = "ref"
    ACTION = "action"
    OWNER = "owner"
    SUPPORT = "support"
    START = "start"
    DEADLINE = "deadline"
    REVISED = "revised"
    MARK = "mark"
    OUTCOME = "outcome"
    PROGRESS = "progress"
    PRIORITY = "priority"
    ISSUE = "issue"
    MINUTE = "minute"
    INDICATOR = "indicator"
    TARGET = "target"
    ACTUAL = "actual"
    RISK = "risk"
    MITIGATION = "mitigation"
    MILESTONE = "milestone"
    RESOURCE = "resource"
    STEPS = "steps"
    OTHER = "other"


FOUND = 0.25
"""What finding a phrase in a header is worth, before its coverage counts."""

COVERAGE = 1.5
"""A phrase that makes up two thirds of a header counts as all of it."""

LEADS = 0.2
"""What it is worth that the header begins with the phrase."""

LABEL = re.compile(r"^\s*[A-Za-z ]+\s\d+[a-z]?\s*[:.–-]\s*\S")
"""A numbered label ("Priority 1: Prevention") names what follows; it heads no column."""

LONG = 9
"""A phrase of so many letters is told by its letters alone, spaces apart."""

MAX_WORDS = 16
"""Longer texts head no column."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of the word list: its role, words, letters, and the number of its words that carry meaning.

    One that counts only as the `whole` of a header is too common a word elsewhere.
    """

    role: Role
    words: tuple[str, ...]
    letters: str
    weight: int
    whole: bool = False


@lru_cache(maxsize=4096)
def header_roles(text: str) -> dict[Role, float]:
    """The roles that a header's wording suggests, with scores; empty for a text that heads no column."""
    tokens = _tokens(text)
    if not tokens or len(tokens) > MAX_WORDS or LABEL.match(text):
        return {}
    letters, fillers = "".join(tokens), _fillers()
    content = max(1, sum(t not in fillers for t in tokens))
    scores: dict[Role, float] = {}
    for phrase, leads in _found(tokens, letters):
        covered = min(1.0, COVERAGE * phrase.weight / content)
        score = min(0.95, FOUND + (1 - FOUND - LEADS) * covered + LEADS * leads)
        if phrase.letters == letters:
            score = 1.0
        scores[phrase.role] = max(score, scores.get(phrase.role, 0.0))
    return scores


def _found(tokens: tuple[str, ...], letters: str) -> Iterator[tuple[_Phrase, bool]]:
    """The phrases in a header, and whether it begins with them; long ones also over cuts by a narrow column."""
    phrases = _phrases()
    for at, token in enumerate(tokens):
        for phrase in phrases.by_first_word.get(token, ()):
            found = tokens[at : at + len(phrase.words)] == phrase.words
            if found and (not phrase.whole or phrase.words == tokens):
                yield phrase, at == 0
    for phrase in phrases.long:
        if phrase.letters in letters:
            yield phrase, letters.startswith(phrase.letters)


def _tokens(text: str) -> tuple[str, ...]:
    plain = (
        text.lower().replace("’", "'").replace("№", "no").replace("#", " no ").replace("(s)", "").replace("(ies)", "")
    )
    return tuple(_stem(t) for t in re.findall(r"[a-z0-9£]+(?:'[a-z]+)?", plain))


def _stem(token: str) -> str:
    """The token in the singular and in British spelling, so that one phrase stands for its variants."""
    token = token.replace("organiz", "organis").replace("prioritiz", "prioritis")
    if token.endswith("ies") and len(token) > 4:
        return token[:-3] + "y"
    return token[:-1] if token.endswith("s") and not token.endswith("ss") and len(token) > 3 else token


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, list[str]]]:
    """The word list: under `phrases` and `whole` the phrases of each role, under `ignored` the fillers."""
    return tomllib.loads(files("extract.words").joinpath("headers.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(_stem(f) for f in _data()["ignored"]["fillers"])


@dataclass(frozen=True, slots=True)
class _Phrases:
    """All phrases by their first word, and those long enough to be told by their letters alone."""

    by_first_word: dict[str, tuple[_Phrase, ...]]
    long: tuple[_Phrase, ...]


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    by_first_word: dict[str, list[_Phrase]] = {}
    for part in ("phrases", "whole"):
        for role, phrases in _data()[part].items():
            for text in phrases:
                words = _tokens(text)
                weight = max(1, sum(w not in _fillers() for w in words))
                phrase = _Phrase(Role(role), words, "".join(words), weight, part == "whole")
                by_first_word.setdefault(words[0], []).append(phrase)
    every = [p for of_word in by_first_word.values() for p in of_word]
    long = tuple(p for p in every if len(p.letters) >= LONG and not p.whole)
    return _Phrases({w: tuple(p) for w, p in by_first_word.items()}, long)
