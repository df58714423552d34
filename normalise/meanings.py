"""Names of rules to what they go by, as the rule tables of this package say."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class RuleMeaning:
    """A rule by its name, the sort of value that it gives, and what it goes by."""

    name: str
    gives: str
    meaning: str


@lru_cache(maxsize=2)
def rule_meanings(folder: str) -> tuple[RuleMeaning, ...]:
    """The rules of normalise/FOLDER/rules.toml, in the order of the file."""
    table = tomllib.loads(files(f"normalise.{folder}").joinpath("rules.toml").read_text(encoding="utf-8"))
    return tuple(RuleMeaning(name, gives, meaning) for gives, rules in table.items() for name, meaning in rules.items())
