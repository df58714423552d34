"""Text from plans to cells that no spreadsheet program takes for a formula, and back.

What begins a formula is after OWASP's "CSV Injection": = + - @, their other widths, a tab, a line break. Programs pass
over spaces and invisible characters before them, and so do we.
"""

import re
import unicodedata

APOSTROPHE = "'"
"""Stands before a CSV cell that would begin a formula, and before one that begins with an apostrophe itself."""

ESCAPE = "␦"
"""Says that the character after it is meant as it stands."""

_OPENERS = frozenset("=+-@")
_BREAKS = ("\t", "\n", "\r")
_NUMBER = re.compile(r"[+-] ?£?[0-9][0-9.,]* ?%?")
"""A signed number, percentage or sum: it begins as a formula does and is none."""

_PICTURED = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
"""Control characters and the pictures of them. Tab and line feed are what every program can hold."""

_PICTURES = "".join(map(chr, _PICTURED.values()))
_UNSHOWN = re.compile(f"[{re.escape(''.join(map(chr, _PICTURED)))}]|[{_PICTURES}{ESCAPE}]")
_HIDDEN = {chr(picture): chr(code) for code, picture in _PICTURED.items()}
_ESCAPED = re.compile(f"{ESCAPE}(.)|([{_PICTURES}])", re.S)


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet program might take the text for a formula. A plain number such as -5% it may."""
    if not text or text[0].isalnum():
        return False
    if text[0] in _BREAKS:
        return True
    first = next((char for char in text if not _passed_over(char)), "")
    # Full-width and small forms of a character have it as their compatible form.
    opens = unicodedata.normalize("NFKC", first)[:1] in _OPENERS if first else False
    return opens and _NUMBER.fullmatch(text) is None


def _passed_over(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")


def printable(text: str) -> str:
    """The text with control characters as their pictures (U+2400 and on), which every file format can hold.

    A picture that the text holds itself has an ESCAPE before it.
    """
    return _UNSHOWN.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    picture = _PICTURED.get(ord(found[0]))
    return ESCAPE + found[0] if picture is None else chr(picture)


def from_printable(text: str) -> str:
    """What `printable` was given."""
    return _ESCAPED.sub(lambda found: found[1] or _HIDDEN[found[2]], text)


def neutral(text: str) -> str:
    """The text as a CSV cell: printable, and an apostrophe before what begins a formula."""
    shown = printable(text)
    return APOSTROPHE + shown if shown.startswith(APOSTROPHE) or begins_formula(shown) else shown


def from_neutral(cell: str) -> str:
    """What `neutral` was given."""
    return from_printable(cell.removeprefix(APOSTROPHE))
