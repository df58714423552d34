"""Two JSON values to the places where they differ."""

from collections.abc import Iterator
from dataclasses import dataclass

ABSENT = "(nothing)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in a JSON value, keys and positions joined by dots, with what stands there in the one and the other."""

    place: str
    recorded: str
    found: str


def differences(recorded: object, found: object, place: str = "") -> Iterator[Difference]:
    """Where `found` is not what is recorded; values of which one is absent are shown as `(nothing)`."""
    if isinstance(recorded, dict) and isinstance(found, dict):
        for key in dict.fromkeys((*recorded, *found)):
            inner = f"{place}.{key}" if place else str(key)
            if key in recorded and key in found:
                yield from differences(recorded[key], found[key], inner)
            else:
                yield Difference(inner, _shown(recorded, key), _shown(found, key))
    elif isinstance(recorded, list) and isinstance(found, list) and len(recorded) == len(found):
        for index, (one, other) in enumerate(zip(recorded, found, strict=True)):
            yield from differences(one, other, f"{place}.{index}")
    elif recorded != found or type(recorded) is not type(found):
        yield Difference(place, str(recorded), str(found))


def _shown(values: dict[str, object], key: str) -> str:
    return str(values[key]) if key in values else ABSENT
