"""Finds whose plan it is: a council, an NHS trust, a ministry or a government, from where it stands and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from normalise.facts.lists import word_list
from normalise.facts.model import CoverLine, Fact, Metadata
from normalise.facts.place import council_of_place

_WORD = r"(?:[A-Z][\w'’.]*(?:-\w+)*)"
_PLACE = rf"{_WORD}(?:(?:,? and| &| of| on| upon| in| with| the)*\s+{_WORD}){{0,4}}"
_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:London|Royal) Borough of {_PLACE}",
        rf"\b(?:Council of the |City of ){_PLACE}(?: Council)?",
        rf"\b{_PLACE} (?:Metropolitan |London )?(?:Borough|County|District|City|Town|Parish|Island|Islands) Council\b",
        rf"\b{_PLACE} Council\b",
        rf"\b{_PLACE} (?:NHS (?:Foundation )?Trust|Primary Care Trust|Health Board|Clinical Commissioning Group)\b",
        rf"\b{_PLACE} (?:Fire (?:and|&) Rescue|Police|Combined|National Park) (?:Service|Authority)\b",
        rf"\b(?:Royal |Federal )?(?:Government|Republic|Kingdom|State|Commonwealth) of (?:the )?{_PLACE}",
        rf"\b(?:Federal |State )?Ministry of {_PLACE}",
        rf"\bDepartment (?:of|for) {_PLACE}",
        rf"\b{_PLACE} (?:School|Academy|College|University)\b",
    )
)
_QUALIFIED = re.compile(r"\b(?:Borough|County|District|City|Metropolitan|Island) Council$|\bBorough of\b")
_OF_STATE = re.compile(
    r"(?:Royal |Federal |State )?(?:Department|Ministry|Government|Republic|Kingdom|State|Commonwealth)\b"
)
_DEPARTMENT = re.compile(r"Department\b")
"""Departments of state: named among other words, they are seldom whose plan it is."""

_FURNITURE = re.compile(r"\bpage\s+\d+(?:\s+of\s+\d+)?|^\d+\s+|\s+\d+$", re.IGNORECASE)
_LONGEST_LINE = 300
_ENOUGH = 3
"""How often a name must stand in the body to count."""


def read_organisation(
    cover: Sequence[CoverLine], running: Sequence[str], body: Sequence[str], source_name: str, metadata: Metadata
) -> Fact | None:
    """The organisation, or None where the document does not name one for certain."""
    lines = _joined([line.text for line in cover[:20]])
    found = (
        _first(lines, "cover_line", whole=True)
        or _first(running, "running_line")
        or _first(lines, "cover_phrase", skip=_DEPARTMENT)
        or _first([metadata.title], "metadata_title")
        or _frequent(body)
        or _first([metadata.author], "metadata_author", whole=True)
        or council_of_place([*lines, *running, metadata.title, source_name], body)
    )
    return Fact(_usual_spelling(found.value, (*running, *body)), found.rule) if found else None


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines that end in "of" or "and" with the next one."""
    joined: list[str] = []
    for line in lines:
        if joined and re.search(r"\b(?:of|and|for|the|&)$", joined[-1], re.IGNORECASE):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line.strip())
    return joined


def _first(lines: Iterable[str], rule: str, *, whole: bool = False, skip: re.Pattern[str] | None = None) -> Fact | None:
    for line in lines:
        text = _FURNITURE.sub("", line).strip(" |-–—:,")
        for name in names_in(text):
            if skip and skip.match(name):
                continue
            if not whole or len(name) >= len(text) - 4:
                return Fact(name, rule)
    return None


def names_in(text: str) -> list[str]:
    """The organisations named in a line, as usually written where it is in capitals."""
    text = " ".join(text[:_LONGEST_LINE].split())
    if text.isupper():
        text = _title_case(text)
    found: list[str] = []
    for pattern in _NAMES:
        for match in pattern.finditer(text):
            name = _trim(match.group())
            if _is_certain(name) and not any(name in longer for longer in found):
                found.append(name)
    return found


def _title_case(text: str) -> str:
    small = {"of", "and", "the", "for", "on", "upon", "in", "with"}
    words = [w.lower() if w.lower() in small else w.capitalize() for w in text.split()]
    words = ["-".join(p if p in small else p[:1].upper() + p[1:] for p in w.split("-")) for w in words]
    words = ["NHS" if w == "Nhs" else ("Ministry" if _is_ministry(w) else w) for w in words]
    return " ".join(words)


def _is_ministry(word: str) -> bool:
    """True also where two letters have changed places ("Minsitry")."""
    return sorted(word.lower()) == sorted("ministry")


def _trim(name: str) -> str:
    """The name without the words before it that belong to the sentence ("How Calder District Council")."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in word_list("not_in_names"):
        words.pop(0)
    return " ".join(words).rstrip(".,")


def _is_certain(name: str) -> bool:
    """False for a kind of body without its own name ("Borough Council"), and for councils that are not local."""
    low = name.lower()
    words = [w for w in re.findall(r"[\w'’-]+", low) if w not in word_list("body_words")]
    return bool(words) and not any(low.endswith(entry) for entry in word_list("not_organisations"))


def _frequent(body: Sequence[str]) -> Fact | None:
    """The name that the body repeats, where no other comes near it."""
    counts = Counter(name for line in body for name in names_in(line) if not _OF_STATE.match(name))
    top = counts.most_common(2)
    if len(counts) == 1 and _QUALIFIED.search(top[0][0]):
        return Fact(top[0][0], "only_council_named")
    if not top or top[0][1] < _ENOUGH or (len(top) > 1 and top[1][1] * 2 > top[0][1]):
        return None
    return Fact(top[0][0], "body_frequency")


def _usual_spelling(name: str, lines: Iterable[str]) -> str:
    """The name as the running text spells it, where it does."""
    low = name.lower()
    for line in lines:
        at = line.lower().find(low)
        if at >= 0 and not line[at : at + len(name)].isupper():
            return line[at : at + len(name)]
    return name
