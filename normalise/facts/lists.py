"""The word lists of this folder."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=16)
def word_list(name: str) -> frozenset[str]:
    """The entries of words/NAME.txt, in lower case."""
    lines = files("normalise.facts").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))
