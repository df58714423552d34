"""docs/reading.md says of each flag what the program takes for it, and names modules that exist."""

import re
from pathlib import Path

from extract.confidence import FACTORS

REPOSITORY = Path(__file__).parent.parent.parent
TEXT = (REPOSITORY / "docs" / "reading.md").read_text(encoding="utf-8")


def test_every_flag_is_listed_with_its_factor() -> None:
    listed = {name: float(factor) for name, factor in re.findall(r"^\| `(\w+)` \| (\d\.\d\d) \|", TEXT, re.MULTILINE)}
    assert listed == FACTORS


def test_the_places_named_exist() -> None:
    named = re.findall(r"`((?:extract|normalise|planledger)/[\w/.]+)`", TEXT)
    assert named
    assert [place for place in named if not (REPOSITORY / place).exists()] == []
