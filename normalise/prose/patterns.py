"""Rules of rules.toml to spaCy matchers, one for each sort of rule."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

GAP = 6
"""Words that `...` stands for, at most."""


class Sort(StrEnum):
    """What words of a rule say."""

    FIRM = "firm"
    INTENT = "intent"
    DENIAL = "denial"
    LATER = "later"
    ANAPHORA = "anaphora"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that met words: its name, and the first and the one past the last of them."""

    rule: str
    start: int
    end: int


@lru_cache(maxsize=1)
def rules() -> dict[Sort, dict[str, tuple[str, ...]]]:
    """The patterns of every rule, by sort and name."""
    table = tomllib.loads(files("normalise.prose").joinpath("rules.toml").read_text(encoding="utf-8"))
    return {sort: {name: tuple(patterns) for name, patterns in table[sort.value].items()} for sort in Sort}


@lru_cache(maxsize=1)
def _language() -> Language:
    return spacy.blank("en")


@lru_cache(maxsize=8)
def _matcher(sort: Sort) -> Matcher:
    matcher = Matcher(_language().vocab)
    for name, patterns in rules()[sort].items():
        matcher.add(name, [list(_terms(pattern)) for pattern in patterns])
    return matcher


def _terms(pattern: str) -> Iterator[dict[str, Any]]:
    for term in pattern.split():
        if term == "...":
            yield {"OP": f"{{0,{GAP}}}"}
            continue
        body, optional = (term[:-1], {"OP": "?"}) if term.endswith("?") else (term, {})
        if body == "~":
            yield optional
        elif body.startswith("~"):
            yield {"LOWER": {"REGEX": f"{body[1:]}$"}, **optional}
        else:
            yield {"LOWER": {"IN": body.split("|")}, **optional}


def words_of(text: str) -> Doc:
    """A sentence's words."""
    return _language().make_doc(text)


def found(sort: Sort, doc: Doc) -> list[Found]:
    """Every meeting of a sort's rules with the words."""
    return [Found(doc.vocab.strings[key], start, end) for key, start, end in _matcher(sort)(doc)]
