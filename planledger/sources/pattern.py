"""A glob to the names that it takes, one folder after the other, so that what cannot match is never looked into."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate

MAGIC = re.compile(r"[*?\[]")
ANY_DEPTH = "**"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A glob's text and its parts between slashes; None stands for `**`, any number of folders.

    A state is how many parts have been used up. After some folders of a path there may be several, and what is left
    may match from any of them. Names that begin with a dot are like others; upper and lower case are not the same.
    """

    text: str
    parts: tuple[re.Pattern[str] | None, ...]

    def start(self) -> frozenset[int]:
        """The states at the top."""
        return self._with_skipped({0})

    def after(self, states: Iterable[int], name: str) -> frozenset[int]:
        """The states after a folder or file of that name; none where nothing in it can match."""
        reached = set()
        for state in states:
            if state < len(self.parts):
                part = self.parts[state]
                if part is None:
                    reached.add(state)
                elif part.match(name):
                    reached.add(state + 1)
        return self._with_skipped(reached)

    def takes(self, states: frozenset[int]) -> bool:
        """Whether a file that has led to these states matches."""
        return len(self.parts) in states

    def matches(self, path: str) -> bool:
        """Whether a whole path, relative to where the pattern starts, matches."""
        states = self.start()
        for name in path.split("/"):
            states = self.after(states, name)
        return self.takes(states)

    def _with_skipped(self, states: set[int]) -> frozenset[int]:
        """`**` may stand for no folder at all."""
        for state in sorted(states):
            while state < len(self.parts) and self.parts[state] is None:
                state += 1  # noqa: PLW2901 - on to what may follow
                states.add(state)
        return frozenset(states)


def pattern(parts: Iterable[str]) -> Pattern:
    """The pattern of a glob's parts. A last `**` takes files at every depth."""
    given = list(parts)
    if given and given[-1] == ANY_DEPTH:
        given.append("*")
    return Pattern("/".join(given), tuple(None if part == ANY_DEPTH else re.compile(translate(part)) for part in given))


EVERYTHING = pattern([ANY_DEPTH])


def split(glob: str) -> tuple[str, Pattern]:
    """The folder in front of a glob's first part with a wildcard, and the pattern below it.

    >>> split("plans/2009/*.pdf")[0]
    'plans/2009'
    """
    parts = glob.split("/")
    first = next(number for number, part in enumerate(parts) if MAGIC.search(part))
    return "/".join(parts[:first]), pattern(part for part in parts[first:] if part)
